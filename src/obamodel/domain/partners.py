"""Who has a part to play."""

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    documented,
    flag,
    identifier,
    prose,
    references,
    to_tuple,
)


@documented
@frozen(kw_only=True)
class Partner:
    """A body, group or network with a part to play."""

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("Its name."))
    part: str = field(default="", metadata=prose("The part it plays."))
    in_network: bool = field(
        default=False, metadata=flag("Whether it stands in the picture of the network.")
    )
    named_as_key: bool = field(
        default=False, metadata=flag("Whether it was named a key partner at the start.")
    )
    about: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references(
            "The curves, indicators or measures that it can help to turn.",
            "curves",
            "indicators",
            "measures",
        ),
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

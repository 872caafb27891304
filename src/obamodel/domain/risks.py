"""What might go wrong."""

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    documented,
    identifier,
    prose,
    prose_list,
    references,
    to_tuple,
)


@documented
@frozen(kw_only=True)
class Risk:
    """Something that might go wrong, why, and what is done about it."""

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("What might happen."))
    cause: str = field(default="", metadata=prose("What would bring it about."))
    effect: str = field(default="", metadata=prose("What it would do."))
    eased_by: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=prose_list("What makes it less likely or less bad."),
    )
    curves: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=references("The curves it would bend.", "curves")
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

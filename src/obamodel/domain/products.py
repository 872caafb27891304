"""What was made: reports, standards, a website, and what had to wait."""

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    documented,
    identifier,
    one,
    prose,
    prose_list,
    references,
    to_tuple,
)


@documented
@frozen(kw_only=True)
class Embargo:
    """Why something was not shown at once, and until when."""

    until: str = field(metadata=prose("Until when or what, in words."))
    reason: str = field(metadata=prose("Why it had to wait."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Product:
    """Something made that can be handed to somebody."""

    id: str = field(metadata=identifier())
    title: str = field(metadata=prose("What it is called."))
    kind: str = field(metadata=prose("What it is, such as report, standards or website."))
    activities: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The activities it came from.", "activities"),
    )
    factors: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=references("The factors it serves.", "factors")
    )
    given_to: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("Who received it.")
    )
    embargo: Embargo | None = field(
        default=None, metadata=one(Embargo, "Why it had to wait, if it had to.")
    )
    note: str = field(default="", metadata=prose("What a reader should know about it."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

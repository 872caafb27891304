"""What was learned: lessons, and what people put success down to."""

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    documented,
    identifier,
    prose,
    references,
    to_tuple,
)


@documented
@frozen(kw_only=True)
class Lesson:
    """Something to do otherwise next time."""

    id: str = field(metadata=identifier())
    text: str = field(metadata=prose("What was learned."))
    activities: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("The activities it was learned from.", "activities"),
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class SuccessFactor:
    """Something people put a success down to."""

    id: str = field(metadata=identifier())
    text: str = field(metadata=prose("What helped."))
    about: str = field(default="", metadata=prose("Which success it is about."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

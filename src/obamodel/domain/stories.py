"""The story behind a curve: the forces at work, and who told it."""

from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.consent import Consent
from obamodel.domain.fields import (
    check,
    choice,
    documented,
    flag,
    identifier,
    many,
    one,
    prose,
    prose_list,
    references,
    to_tuple,
)


class Effect(StrEnum):
    """Which way a force pushes."""

    HELPS = "helps"
    HINDERS = "hinders"


class Origin(StrEnum):
    """Whether the force comes from inside the service or from around it."""

    INTERNAL = "internal"
    EXTERNAL = "external"


@documented
@frozen(kw_only=True)
class Force:
    """Something that pushes a curve one way or the other."""

    text: str = field(metadata=prose("What it is."))
    effect: Effect = field(metadata=choice(Effect, "Whether it helps or hinders."))
    origin: Origin = field(metadata=choice(Origin, "Whether it is internal or external."))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Teller:
    """Somebody who helped to tell a story, as a role and never by name."""

    who: str = field(metadata=prose("In what role they told it."))
    lived_experience: bool = field(
        default=False, metadata=flag("Whether they have lived with what the story is about.")
    )
    consent: Consent = field(
        factory=Consent,
        metadata=one(Consent, "May it be shown? Ask where it is one person's own story."),
    )

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Story:
    """Why the curve is as it is: the forces behind it, and what nobody knows yet."""

    id: str = field(metadata=identifier())
    text: str = field(metadata=prose("The story in a short paragraph."))
    about: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references(
            "The curves, outcomes, indicators or measures it is about.",
            "curves",
            "outcomes",
            "indicators",
            "measures",
        ),
    )
    forces: tuple[Force, ...] = field(
        converter=to_tuple, default=(), metadata=many(Force, "The forces at work.")
    )
    root_causes: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=prose_list("What lies under them, asking why again."),
    )
    told_by: tuple[Teller, ...] = field(
        converter=to_tuple, default=(), metadata=many(Teller, "Who told it.")
    )
    still_to_find_out: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("What we still need to find out.")
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

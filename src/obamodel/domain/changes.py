"""A personal story of change."""

from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.consent import Consent
from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import (
    check,
    choice,
    choices,
    documented,
    identifier,
    one,
    prose,
    references,
    to_tuple,
)
from obamodel.domain.measures import BetterOff


class Told(StrEnum):
    """Whether the person told it or somebody else saw it."""

    BY_THEMSELVES = "told by themselves"
    OBSERVED = "observed"


@documented
@frozen(kw_only=True)
class Change:
    """What changed for a person or a group, told by themselves or observed."""

    id: str = field(metadata=identifier())
    whose: str = field(metadata=prose("Whose change, as a role that singles nobody out."))
    gist: str = field(metadata=prose("What changed, in our own words."))
    kinds: tuple[BetterOff, ...] = field(
        converter=to_tuple, metadata=choices(BetterOff, "In what way things are different.")
    )
    told: Told = field(metadata=choice(Told, "Told by themselves, or observed."))
    when: PartialDate | None = field(default=None, metadata=one(PartialDate, "When."))
    person: str = field(
        default="",
        metadata=identifier(
            "A made-up name, never shown, that is the same wherever the same person speaks."
        ),
    )
    consent: Consent = field(factory=Consent, metadata=one(Consent, "May it be shown?"))
    caveat: str = field(default="", metadata=prose("What a reader must bear in mind."))
    bears_on: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references(
            "The indicators, factors or measures it bears on.", "indicators", "factors", "measures"
        ),
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

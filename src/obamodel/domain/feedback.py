"""What people said."""

from collections.abc import Iterator
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
    many,
    number,
    one,
    prose,
    references,
    to_tuple,
)
from obamodel.domain.measures import BetterOff, Quadrant
from obamodel.errors import Fault


class FeedbackSource(StrEnum):
    """How feedback came in."""

    TRAINING_FORM = "training form"
    MEETING = "supervision or group meeting"
    EVENT = "event"
    CONVERSATION = "conversation"
    OUTSIDE_BODY = "outside organisation"
    NEWSLETTER = "newsletter"
    SURVEY = "survey"
    NOT_RECORDED = "not recorded"


@documented
@frozen(kw_only=True)
class Rating:
    """A number somebody gave, with the scale it was given on."""

    value: float = field(metadata=number("The number given."))
    lowest: float | None = field(default=None, metadata=number("The lowest the scale allows."))
    highest: float | None = field(default=None, metadata=number("The highest the scale allows."))
    note: str = field(
        default="", metadata=prose("What is known of the scale; say so where it is not stated.")
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        low, high = self.lowest, self.highest
        if (low is not None and self.value < low) or (high is not None and self.value > high):
            yield Fault(
                "off-the-scale",
                f"the rating {self.value:g} lies outside its scale",
                "check the number and the ends of the scale",
                path=("value",),
            )


@documented
@frozen(kw_only=True)
class Recollection:
    """How one person remembers it, where two remember it differently."""

    who: str = field(metadata=prose("In what role they remember it."))
    says: str = field(metadata=prose("How they remember it, in our own words."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Feedback:
    """What someone said, as a gist in our own words, with what may be done with it.

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> said = Feedback(
    ...     id="form-1", gist="Learned a lot.", came_by=FeedbackSource.TRAINING_FORM,
    ...     given=PartialDate.parse("2011-01-26"),
    ... )
    >>> print(said.consent.state)
    not recorded
    """

    id: str = field(metadata=identifier())
    gist: str = field(metadata=prose("What was said, in our own words."))
    came_by: FeedbackSource = field(metadata=choice(FeedbackSource, "How it came in."))
    given: PartialDate = field(
        metadata=one(PartialDate, 'When it was given, or "unknown: " and why.')
    )
    who: str = field(default="", metadata=prose("Who said it, as a role that singles nobody out."))
    person: str = field(
        default="",
        metadata=identifier(
            "A made-up name, never shown, that is the same wherever the same person speaks."
        ),
    )
    consent: Consent = field(factory=Consent, metadata=one(Consent, "May it be shown?"))
    selected: str = field(
        default="",
        metadata=prose("How it was chosen from all that was said; leave out if unknown."),
    )
    caveat: str = field(default="", metadata=prose("What a reader must bear in mind."))
    rating: Rating | None = field(default=None, metadata=one(Rating, "A number given, if any."))
    recollections: tuple[Recollection, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=many(Recollection, "Where people remember it differently: each one's version."),
    )
    bears_on: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references(
            "The indicators, factors or measures it bears on.", "indicators", "factors", "measures"
        ),
    )
    quadrant: Quadrant | None = field(
        default=None, metadata=choice(Quadrant, "The question it helps to answer.")
    )
    better_off: tuple[BetterOff, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=choices(BetterOff, "In what way it speaks of being better off."),
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

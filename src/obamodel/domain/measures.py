"""How a service does: performance accountability."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    choice,
    choices,
    documented,
    identifier,
    one,
    prose,
    reference,
    references,
    to_tuple,
)
from obamodel.domain.indicators import DataState
from obamodel.domain.judgements import Judgement
from obamodel.domain.powers import Powers
from obamodel.errors import Fault


class Quadrant(StrEnum):
    """Quantity or quality, of effort or of effect."""

    HOW_MUCH = "how much"
    HOW_WELL = "how well"
    BETTER_OFF_NUMBER = "better off, number"
    BETTER_OFF_SHARE = "better off, share"


class BetterOff(StrEnum):
    """In what way people can be better off."""

    SKILLS_KNOWLEDGE = "skills/knowledge"
    ATTITUDE_OPINION = "attitude/opinion"
    BEHAVIOUR = "behaviour"
    CIRCUMSTANCE = "circumstance"


BETTER_OFF_QUADRANTS = (Quadrant.BETTER_OFF_NUMBER, Quadrant.BETTER_OFF_SHARE)


@documented
@frozen(kw_only=True)
class PerformanceMeasure:
    """A measure of how a service does; its quadrant is declared, with a reason."""

    id: str = field(metadata=identifier())
    name: str = field(metadata=prose("What is measured, in plain words."))
    service: str = field(metadata=reference("The service it is about.", "services"))
    quadrant: Quadrant = field(metadata=choice(Quadrant, "The question it answers."))
    placed: Judgement = field(metadata=one(Judgement, "Who put it in that quadrant, when, why."))
    better_off: tuple[BetterOff, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=choices(BetterOff, "For better off: in what way."),
    )
    factors: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=references("The factors it belongs to.", "factors")
    )
    unit: str = field(default="", metadata=prose("The unit, such as people, sessions or %."))
    denominator: str = field(default="", metadata=prose("For a share: out of whom or what."))
    counts: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=references("The counts that fill it.", "counts")
    )
    finding: str = field(
        default="", metadata=prose("What is known, in words, where there is no count.")
    )
    data: DataState = field(
        default=DataState.MISSING, metadata=choice(DataState, "What data there are.")
    )
    data_note: str = field(default="", metadata=prose("What is wrong with the data, or needed."))
    powers: Powers | None = field(
        default=None, metadata=one(Powers, "Its three powers, where somebody judged them.")
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        is_better_off = self.quadrant in BETTER_OFF_QUADRANTS
        if is_better_off and not self.better_off:
            yield Fault(
                "better-off-how",
                "a better off measure does not say in what way people are better off",
                "choose from: " + ", ".join(BetterOff),
                path=("better_off",),
            )
        if self.better_off and not is_better_off:
            yield Fault(
                "better-off-elsewhere",
                f'only better off measures say in what way; this one is "{self.quadrant}"',
                "take better_off away, or move the measure",
                path=("better_off",),
            )

"""What might work."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    choice,
    documented,
    identifier,
    one,
    prose,
    references,
    to_tuple,
)
from obamodel.domain.judgements import Judgement
from obamodel.domain.levels import Level
from obamodel.errors import Fault


class Cost(StrEnum):
    """What an idea would cost."""

    NONE = "no cost"
    LOW = "low cost"
    SOME = "some cost"
    NOT_KNOWN = "not known"


class Basis(StrEnum):
    """Why anybody thinks it might work."""

    RESEARCH = "research"
    PRACTICE = "practice"
    LIVED_EXPERIENCE = "lived experience"
    HUNCH = "hunch"
    NOT_RECORDED = "not recorded"


@documented
@frozen(kw_only=True)
class Idea:
    """Something that might help to turn a curve, with its four ratings where anybody gave them."""

    id: str = field(metadata=identifier())
    text: str = field(metadata=prose("What could be done."))
    cost: Cost = field(default=Cost.NOT_KNOWN, metadata=choice(Cost, "What it would cost."))
    basis: Basis = field(default=Basis.NOT_RECORDED, metadata=choice(Basis, "Why it might work."))
    who_benefits: str = field(default="", metadata=prose("Who would be better off by it."))
    specificity: Level | None = field(
        default=None, metadata=choice(Level, "Is it clear who would do what, when and how?")
    )
    leverage: Level | None = field(
        default=None, metadata=choice(Level, "How much could it bend the curve?")
    )
    values: Level | None = field(
        default=None, metadata=choice(Level, "Does it fit what the group stands for?")
    )
    reach: Level | None = field(
        default=None, metadata=choice(Level, "Can it be done, and does it reach the worst off?")
    )
    rated: Judgement | None = field(
        default=None, metadata=one(Judgement, "Who gave the ratings, when and why.")
    )
    about: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references(
            "The curves, indicators, measures or factors it is about.",
            "curves",
            "indicators",
            "measures",
            "factors",
        ),
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        ratings = (self.specificity, self.leverage, self.values, self.reach)
        if any(ratings) and self.rated is None:
            yield Fault(
                "rating-without-author",
                "there are ratings and nobody who gave them",
                "say who rated it, when and why",
                path=("rated",),
            )

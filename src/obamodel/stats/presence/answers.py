"""Who is missing: the answer."""

import html
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from obamodel.domain.breakdowns import Breakdown, PartState
from obamodel.domain.quantities import Quantity
from obamodel.stats.answers import refuse_truth
from obamodel.stats.presence.fitting import Fit

if TYPE_CHECKING:
    import pandas as pd


class PresenceStanding(StrEnum):
    """How a group's share of those who came stands beside its share of the population."""

    FEWER = "fewer than its share"
    NOT_SHOWN = "no difference shown"
    MORE = "more than its share"
    DESCRIBED = "described, not tested"
    NOT_COMPARED = "not compared"


_ORDER = (
    PresenceStanding.FEWER,
    PresenceStanding.DESCRIBED,
    PresenceStanding.NOT_SHOWN,
    PresenceStanding.MORE,
)


@frozen(kw_only=True)
class GroupPresence:
    """One group among those who came, beside the same group of the population.

    Shares lie between 0 and 1. What is not known, or not tested, is none.

    Parameters
    ----------
    name
        The group.
    state
        Whether those of it who came were counted.
    reason
        Why it has no number, or is not compared.
    standing
        How the two shares stand to each other.
    number
        How many came.
    share, lower, upper
        Which share that is of all who came, with Wilson's interval.
    reference_share
        Which share the group is of the part of the population that is compared.
    share_of_all
        Which share it is of all the population that is counted.
    index, index_lower, index_upper
        The representation index: the first share as a multiple of the second, with its interval.
    expected
        How many would have come, had the group its share.
    residual
        The adjusted standardised residual, (observed - expected) / sqrt(expected (1 - share)).
    chance
        How often as few, or as many, would come by chance alone: the p value.
    adjusted
        The same by Holm's method, with every group that was looked at allowed for.
    unreliable
        Whether the share rests on fewer than 20.
    """

    name: str
    state: PartState
    reason: str = ""
    standing: PresenceStanding
    number: int | None = None
    share: float | None = None
    lower: float | None = None
    upper: float | None = None
    reference_share: float | None = None
    share_of_all: float | None = None
    index: float | None = None
    index_lower: float | None = None
    index_upper: float | None = None
    expected: float | None = None
    residual: float | None = None
    chance: float | None = None
    adjusted: float | None = None
    unreliable: bool | None = None

    __bool__ = refuse_truth

    @property
    def is_compared(self) -> bool:
        """Whether there is a share on both sides."""
        return self.index is not None


def _as_groups(groups: Iterable[GroupPresence]) -> tuple[GroupPresence, ...]:
    return tuple(groups)


@frozen(kw_only=True)
class Presence:
    """Who is missing among those who came, and who is there, beside a population.

    Parameters
    ----------
    breakdown
        Those who came, by group.
    reference
        The population, by the same groups.
    groups
        Each group, in the population's order.
    base
        Out of how many the shares are: those who came and said to which group they belong, and
        whose group is compared.
    confidence
        How much of what chance does the intervals allow for, such as 0.95.
    looked_at
        How many questions were asked of the groups, all of them allowed for in each; two groups
        that exclude each other are one. None where nothing is tested.
    fit
        All groups together; none where one can be in two groups, or nothing is tested.
    dissimilarity
        Which share of those who came would have to belong to another group for the shares to be
        those of the population, from 0 to 1; none where one can be in two groups.
    dissimilarity_by_chance
        What that is, on average, if as many are drawn by lot; none where nothing is tested.
    answered
        How many answered, with those who did not say to which group they belong; none where that
        is not known.
    asked
        How many were asked; none where nobody said.
    reference_sampled
        Whether the population's numbers come from a sample themselves.
    """

    breakdown: Breakdown
    reference: Breakdown
    groups: tuple[GroupPresence, ...] = field(converter=_as_groups)
    base: int
    confidence: float
    looked_at: int | None
    fit: Fit | None
    dissimilarity: float | None
    dissimilarity_by_chance: float | None
    answered: int | None
    asked: Quantity | None
    reference_sampled: bool

    __bool__ = refuse_truth

    @property
    def not_stated(self) -> int:
        """How many did not say to which group they belong; they are in no share."""
        return self.breakdown.not_stated or 0

    @property
    def response(self) -> float | None:
        """Which share of those who were asked answered; none where that is not known.

        With *about* so many asked it is about so much, and with *at least* so many at most.
        """
        asked = None if self.asked is None else self.asked.value
        if not asked or self.answered is None or self.answered > asked:
            return None
        return self.answered / asked

    @property
    def missing_first(self) -> tuple[GroupPresence, ...]:
        """The compared groups, those shown to be fewer first, each kind by its index."""
        compared = [group for group in self.groups if group.is_compared]
        return tuple(
            sorted(compared, key=lambda group: (_ORDER.index(group.standing), group.index or 0.0))
        )

    def list_standing(self, standing: PresenceStanding) -> tuple[GroupPresence, ...]:
        """List the groups of one standing: those with the lowest index first."""
        if standing is PresenceStanding.NOT_COMPARED:
            return tuple(group for group in self.groups if not group.is_compared)
        return tuple(group for group in self.missing_first if group.standing is standing)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        from obamodel.stats.presence.caveats import list_caveats

        return tuple(list_caveats(self))

    @property
    def in_short(self) -> str:
        """Who is missing, for a reader who wants no more."""
        from obamodel.stats.presence.saying import say_in_short

        return say_in_short(self)

    @property
    def details(self) -> tuple[str, ...]:
        """What the sentence says beside that: all groups together, and what was counted."""
        from obamodel.stats.presence.saying import list_details

        return list_details(self)

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        from obamodel.stats.presence.saying import say_presence

        return say_presence(self)

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each group, in the population's order.

        Returns
        -------
        pandas.DataFrame
            Columns ``group``, ``state``, ``standing`` and ``reason`` (text), ``number``,
            ``base``, ``share``, ``lower``, ``upper``, ``reference_share``,
            ``reference_share_of_all``, ``representation_index``, ``index_lower``,
            ``index_upper``, ``expected``, ``adjusted_residual``, ``p``, ``p_holm`` (not-a-number
            where there is none), ``looked_at`` and ``unreliable`` (true, false or missing). Shares
            are between 0 and 1.
        """
        import pandas as pd

        names = {
            "number": "number",
            "share": "share",
            "lower": "lower",
            "upper": "upper",
            "reference_share": "reference_share",
            "reference_share_of_all": "share_of_all",
            "representation_index": "index",
            "index_lower": "index_lower",
            "index_upper": "index_upper",
            "expected": "expected",
            "adjusted_residual": "residual",
            "p": "chance",
            "p_holm": "adjusted",
        }
        frame = pd.DataFrame(
            {
                "group": [group.name for group in self.groups],
                "state": [str(group.state) for group in self.groups],
                "standing": [str(group.standing) for group in self.groups],
                "reason": [group.reason for group in self.groups],
                **{
                    column: pd.Series(
                        [getattr(group, name) for group in self.groups], dtype="float64"
                    )
                    for column, name in names.items()
                },
                "looked_at": pd.Series([self.looked_at] * len(self.groups), dtype="float64"),
                "unreliable": pd.Series(
                    [group.unreliable for group in self.groups], dtype="boolean"
                ),
            }
        )
        bases = [float(self.base) if group.is_compared else None for group in self.groups]
        frame.insert(5, "base", pd.Series(bases, dtype="float64"))
        return frame

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"

"""Are two bodies of people made up of the same groups? The answer."""

import html
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen

from obamodel.domain.breakdowns import Breakdown
from obamodel.stats.answers import MOST_NAMED, join_names, refuse_truth
from obamodel.stats.intervals.saying import CHANCE_ONLY
from obamodel.stats.presence.caveats import DIVERSE, NOT_THE_SAME
from obamodel.stats.presence.fitting import Fit, say_statistic
from obamodel.stats.presence.wording import say_one_in, write_percent

if TYPE_CHECKING:
    import pandas as pd

BOTH = (
    "The two are taken to be different people: if somebody is in both, chance does less than is "
    "allowed for."
)


@frozen(kw_only=True)
class GroupShares:
    """One group in two bodies of people.

    Parameters
    ----------
    name
        The group.
    number, other_number
        How many are in the one and in the other.
    share, other_share
        Which shares those are, between 0 and 1.
    difference, lower, upper
        The first share less the second, with Newcombe's interval.
    residual
        The adjusted standardised residual of the first; that of the second is its opposite.
    chance
        How often chance alone would split the group as unevenly: the p value.
    adjusted
        The same by Holm's method, with every group that was looked at allowed for.
    """

    name: str
    number: int
    other_number: int
    share: float
    other_share: float
    difference: float
    lower: float
    upper: float
    residual: float
    chance: float
    adjusted: float

    __bool__ = refuse_truth


def _as_groups(groups: Iterable[GroupShares]) -> tuple[GroupShares, ...]:
    return tuple(groups)


@frozen(kw_only=True)
class Composition:
    """Whether two bodies of people are made up of the same groups.

    Parameters
    ----------
    breakdown, other
        The two, by the same groups.
    groups
        Each group that has people in either.
    left_out
        The groups that are not compared, each with its reason.
    base, other_base
        How many people the shares are out of.
    confidence
        How much of what chance does the intervals allow for.
    looked_at
        How many groups were looked at, and are allowed for in each.
    fit
        All groups together.
    dissimilarity
        Which share of the first would have to be of another group for the shares to be the same.
    """

    breakdown: Breakdown
    other: Breakdown
    groups: tuple[GroupShares, ...] = field(converter=_as_groups)
    left_out: tuple[str, ...]
    base: int
    other_base: int
    confidence: float
    looked_at: int
    fit: Fit
    dissimilarity: float

    __bool__ = refuse_truth

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        return tuple(self._list_caveats())

    def _list_caveats(self) -> Iterator[str]:
        yield from self.left_out
        for breakdown in (self.breakdown, self.other):
            if breakdown.not_stated:
                yield (
                    f"{breakdown.not_stated:,} among {breakdown.of} did not say ({breakdown.by}); "
                    "they are in no share, and may belong to any group."
                )
        yield from self.fit.caveats
        yield BOTH
        if any(not self.is_shown(group) for group in self.groups):
            yield NOT_THE_SAME
        yield CHANCE_ONLY
        yield DIVERSE

    def is_shown(self, group: GroupShares) -> bool:
        """Say whether a group's shares are shown to differ, with all groups allowed for."""
        return group.adjusted <= 1 - self.confidence

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        return " ".join(self._say_parts())

    def _say_parts(self) -> Iterator[str]:
        one, other = self.breakdown.of, self.other.of
        shown = [group for group in self.groups if self.is_shown(group)]
        alike = [group.name for group in self.groups if not self.is_shown(group)]
        for fewer, word in ((True, "Fewer"), (False, "More")):
            listed = [
                f"{group.name} ({write_percent(group.share)}, {write_percent(group.other_share)})"
                for group in shown
                if (group.difference < 0) is fewer
            ]
            if listed:
                yield f"{word} among {one} than among {other}: {join_names(listed)}."
        if alike:
            names = join_names(alike, most=MOST_NAMED)
            yield f"For {names} the shares are not shown to differ between {one} and {other}."
        together = "are" if self.fit.chance <= 1 - self.confidence else "are not"
        yield (
            f"All groups together, the shares {together} shown to differ: put together by lot, the "
            f"two would be as far apart {say_one_in(self.fit.chance)} ({say_statistic(self.fit)})."
        )
        if self.looked_at > 1:
            yield (
                f"{self.looked_at} groups were looked at, and one of many may stand out by "
                "chance: that is allowed for."
            )
        else:
            yield "The two groups are one question."

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each group.

        Returns
        -------
        pandas.DataFrame
            Columns ``group`` (text), ``number``, ``base``, ``share``, ``other_number``,
            ``other_base``, ``other_share``, ``difference``, ``lower``, ``upper``,
            ``adjusted_residual``, ``p``, ``p_holm`` and ``looked_at``.
        """
        import pandas as pd

        return pd.DataFrame(
            [
                {
                    "group": group.name,
                    "number": group.number,
                    "base": self.base,
                    "share": group.share,
                    "other_number": group.other_number,
                    "other_base": self.other_base,
                    "other_share": group.other_share,
                    "difference": group.difference,
                    "lower": group.lower,
                    "upper": group.upper,
                    "adjusted_residual": group.residual,
                    "p": group.chance,
                    "p_holm": group.adjusted,
                    "looked_at": self.looked_at,
                }
                for group in self.groups
            ]
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"

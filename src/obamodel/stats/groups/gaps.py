"""The answer to: who is not yet getting the same?"""

import html
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.series import Polarity, SeriesKind
from obamodel.stats.answers import join_names, refuse_truth, say_number
from obamodel.stats.groups.wording import say_per, say_value
from obamodel.stats.intervals.wording import write_figure

if TYPE_CHECKING:
    import pandas as pd

THE_OTHERS = "the others"
"""What a group is held against where no group is named."""


class GapVerdict(StrEnum):
    """What can be said of a group beside the one it is held against."""

    NOT_YET = "not yet getting the same"
    BETTER = "faring better"
    DIFFERS = "differs"
    NO_GAP = "no gap shown"
    REFERENCE = "held against"
    NOT_COMPARED = "not compared"


@frozen(kw_only=True)
class GroupGap:
    """One group beside the one it is held against.

    Parameters
    ----------
    part
        The group.
    verdict
        What can be said of it.
    value
        Its share or rate, in the unit of the breakdown; none where it has none.
    against
        The value of what it is held against; none where it is not compared.
    difference, lower, upper
        The group less what it is held against, with the interval, in the unit of the breakdown.
    ratio, ratio_lower, ratio_upper
        The group over what it is held against, with the interval: without end, or none, where
        that is nought.
    chance
        How often chance alone would make a difference as large (two-sided p value).
    chance_among_all
        The same, for as many groups as were looked at (Holm 1979).
    unreliable
        Whether it, or what it is held against, rests on fewer than 20 events.
    reason
        Why it is not compared; empty where it is.
    """

    part: Part
    verdict: GapVerdict
    value: float | None
    against: float | None = None
    difference: float | None = None
    lower: float | None = None
    upper: float | None = None
    ratio: float | None = None
    ratio_lower: float | None = None
    ratio_upper: float | None = None
    chance: float | None = None
    chance_among_all: float | None = None
    unreliable: bool = False
    reason: str = ""

    @property
    def stands_out_alone(self) -> bool:
        """Whether its interval lies to one side, though it may not among as many as were looked at.

        The ratio's interval has to agree with that of the difference.
        """
        if self.lower is None or self.upper is None:
            return False
        below, above = self.ratio_lower, self.ratio_upper
        if self.lower > 0:
            return below is None or below > 1
        return self.upper < 0 and (above is None or above < 1)


@frozen(kw_only=True)
class GroupGaps:
    """Who is not yet getting the same, group by group.

    Parameters
    ----------
    breakdown
        Whose groups they are.
    polarity
        Which way is good.
    against
        The name of the group that the others are held against; empty where each is held against
        all the others together.
    gaps
        Every group, in the order of the breakdown: also those that have no number.
    confidence
        How much of what chance does the intervals allow for.
    method
        How the intervals were found, with the source.
    """

    breakdown: Breakdown
    polarity: Polarity
    against: str
    gaps: tuple[GroupGap, ...]
    confidence: float
    method: str

    __bool__ = refuse_truth

    def gap(self, name: str) -> GroupGap:
        """Return what is said of a group, by its name; an unknown name lists the known ones."""
        part = self.breakdown.part(name)
        return next(one for one in self.gaps if one.part == part)

    @property
    def looked_at(self) -> int:
        """How many groups were held against another."""
        return sum(one.difference is not None for one in self.gaps)

    @property
    def not_yet(self) -> tuple[GroupGap, ...]:
        """The groups that are not yet getting the same."""
        return self._find(GapVerdict.NOT_YET)

    def _find(self, verdict: GapVerdict) -> tuple[GroupGap, ...]:
        return tuple(one for one in self.gaps if one.verdict is verdict)

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        return " ".join(self._say())

    def _say(self) -> Iterator[str]:
        held = self.against or "all the others together"
        groups = say_number(self.looked_at, "group")
        verb = "was" if self.looked_at == 1 else "were"
        each = "" if self.looked_at == 1 else "each "
        yield (
            f"{self.breakdown.name}: {groups} ({self.breakdown.by}) {verb} looked at, "
            f"{each}held against {held}."
        )
        for verdict, begin in _BEGIN.items():
            found = self._find(verdict)
            if found:
                yield f"{begin}: {'; '.join(self._say_gap(one) for one in found)}."
        unshown = self._find(GapVerdict.NO_GAP)
        if unshown:
            names = join_names([one.part.name for one in unshown])
            yield f"No gap is shown for {names}, which does not show that there is none."
        for one in self.gaps:
            if one.verdict is GapVerdict.NOT_COMPARED:
                is_counted = one.part.is_counted
                told = one.reason if is_counted else f"{one.part.state} ({one.part.reason})"
                yield f"{one.part.name}: {told}."
        yield from self.offers

    def _say_gap(self, gap: GroupGap) -> str:
        assert gap.value is not None
        assert gap.against is not None
        assert gap.lower is not None
        assert gap.upper is not None
        held = self.against or THE_OTHERS
        low, high = sorted((abs(gap.lower), abs(gap.upper)))
        more = "more" if (gap.difference or 0) > 0 else "less"
        unit = say_per(self.breakdown)
        if self.breakdown.kind is SeriesKind.SHARE and self.breakdown.per == 100:
            unit = " percentage points"
        return (
            f"{gap.part.name}, {say_value(self.breakdown, gap.value)} against "
            f"{say_value(self.breakdown, gap.against)} for {held} ({write_figure(low)} to "
            f"{write_figure(high)}{unit} {more})"
        )

    @property
    def offers(self) -> tuple[str, ...]:
        """What may be done so that a group without a reliable number gets one."""
        said = []
        if any(one.part.state is PartState.WITHHELD for one in self.gaps):
            said.append(
                "Taking several years together (pool_years), or groups or areas (pool_parts), may "
                "give a number that can be shown."
            )
        small = [one.part.name for one in self.gaps if one.unreliable and self._is_small(one)]
        if small:
            said.append(
                f"Taking years or groups together would say more about {join_names(small)}."
            )
        return tuple(said)

    def _is_small(self, gap: GroupGap) -> bool:
        return gap.verdict is not GapVerdict.REFERENCE and (gap.part.number or 0) < _FEW_EVENTS

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        return tuple(self._list_caveats())

    def _list_caveats(self) -> Iterator[str]:
        yield "A gap says nothing about where it comes from."
        if self.looked_at > 1:
            yield (
                f"{self.looked_at} groups were looked at; a gap is said to be there only if it "
                "stands out among as many (Holm 1979)."
            )
        for one in self.gaps:
            if one.stands_out_alone and one.verdict is GapVerdict.NO_GAP:
                yield (
                    f"Looked at alone, {one.part.name} would show a gap; among "
                    f"{self.looked_at} groups one may do so by luck."
                )
        rough = [one.part.name for one in self.gaps if one.unreliable]
        if rough:
            yield (
                f"Fewer than 20 events stand behind one side of {join_names(rough)}: a few more or "
                "fewer would make another number."
            )
        uncounted = [part.name for part in self.breakdown.uncounted_parts]
        if uncounted and not self.against and self.breakdown.overlap is Overlap.EXCLUSIVE:
            verb = "is" if len(uncounted) == 1 else "are"
            yield f"{join_names(uncounted)} {verb} not among the others."
        if self.breakdown.not_stated:
            yield f"{self.breakdown.not_stated} did not say which group they belong to."
        if self.breakdown.rounded_to:
            yield (
                f"The numbers are rounded to the nearest {self.breakdown.rounded_to}, which the "
                "intervals do not allow for."
            )

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each group.

        Returns
        -------
        pandas.DataFrame
            Columns ``group``, ``state``, ``number``, ``out_of``, ``value``, ``against``,
            ``difference``, ``lower``, ``upper``, ``ratio``, ``ratio_lower``, ``ratio_upper``,
            ``chance``, ``chance_among_all`` (not-a-number where there is none), ``looked_at``,
            ``unreliable``, ``verdict`` and ``reason``.
        """
        import pandas as pd

        numbers = (
            *("value", "against", "difference", "lower", "upper", "ratio", "ratio_lower"),
            *("ratio_upper", "chance", "chance_among_all"),
        )
        frame = pd.DataFrame(
            {
                "group": [one.part.name for one in self.gaps],
                "state": [str(one.part.state) for one in self.gaps],
                "number": [one.part.number for one in self.gaps],
                "out_of": [one.part.out_of for one in self.gaps],
            }
            | {name: [getattr(one, name) for one in self.gaps] for name in numbers}
            | {
                "looked_at": [self.looked_at] * len(self.gaps),
                "unreliable": [one.unreliable for one in self.gaps],
                "verdict": [str(one.verdict) for one in self.gaps],
                "reason": [one.reason or one.part.reason for one in self.gaps],
            }
        )
        return frame.astype(dict.fromkeys(("number", "out_of", *numbers), "float64"))

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


_FEW_EVENTS = 20

_BEGIN = {
    GapVerdict.NOT_YET: "Not yet getting the same",
    GapVerdict.BETTER: "Faring better",
    GapVerdict.DIFFERS: "Different",
}

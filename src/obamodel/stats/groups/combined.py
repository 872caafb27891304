"""The answer to: what do several parts come to together?"""

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from obamodel.domain.breakdowns import Breakdown, Overlap, Part
from obamodel.domain.series import SeriesKind
from obamodel.stats.answers import join_names, refuse_truth
from obamodel.stats.groups.wording import say_parts, say_value
from obamodel.stats.intervals.wording import write_figure

if TYPE_CHECKING:
    import pandas as pd


@frozen(kw_only=True)
class CombinedParts:
    """What several parts of a breakdown come to together.

    Parameters
    ----------
    breakdown
        The breakdown whose parts they are.
    parts
        The parts that were asked about, in its order.
    value
        The sum of counts, or the share, rate or mean worked out again from its numbers; none where
        only a range or a lower bound is known, or nothing was counted.
    number, out_of
        The sums behind a share, rate or mean.
    lowest, highest
        For counts: how many there are at least, and at most; none where that is not known.
    """

    breakdown: Breakdown
    parts: tuple[Part, ...]
    value: float | None
    number: float | None
    out_of: float | None
    lowest: int | None
    highest: int | None

    __bool__ = refuse_truth

    @property
    def counted(self) -> tuple[Part, ...]:
        """Those of the parts that have a number."""
        return tuple(part for part in self.parts if part.is_counted)

    @property
    def uncounted(self) -> tuple[Part, ...]:
        """Those of the parts that have none: they are in no sum."""
        return tuple(part for part in self.parts if not part.is_counted)

    @property
    def is_lower_bound(self) -> bool:
        """Whether there may be more, because a part was not counted."""
        is_count = self.breakdown.kind is SeriesKind.COUNT
        return is_count and self.value is None and bool(self.uncounted)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        return tuple(self._list_caveats())

    def _list_caveats(self) -> Iterator[str]:
        kind = self.breakdown.kind
        for part in self.uncounted:
            told = "is in no sum" if kind is SeriesKind.COUNT else "is not in it"
            yield f"{part.name} {told}: {part.state} ({part.reason})."
        if kind in (SeriesKind.SHARE, SeriesKind.RATE) and len(self.counted) > 1:
            yield (
                "It is worked out from the numbers of all of them, so it leans towards the larger "
                "ones; the average of their percentages would be another number."
                if kind is SeriesKind.SHARE
                else "It is worked out from the numbers of all of them, so it leans towards the "
                "larger ones; the average of their rates would be another number."
            )
        if any(part.number is None for part in self.counted):
            yield "Means are rounded before they are written down, so this is about right only."
        if self.breakdown.rounded_to:
            yield (
                f"The numbers are rounded to the nearest {self.breakdown.rounded_to}, and what is "
                "worked out from them is about right only."
            )
        if self.breakdown.overlap is Overlap.OVERLAPPING and len(self.counted) > 1:
            yield "One can be in more than one of them, and nobody counted how many are."

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        names = say_parts([part.name for part in self.parts])
        start = f"{names} together" if len(self.parts) > 1 else names
        said = f"{start}: {self._say_total()}."
        return " ".join([said, *self._say_uncounted()])

    def _say_total(self) -> str:
        of = self.breakdown.of
        if self.breakdown.kind is not SeriesKind.COUNT:
            if self.value is None:
                return "not known"
            numbers = ""
            if self.breakdown.kind is not SeriesKind.MEAN and self.number is not None:
                numbers = f"{write_figure(self.number)} of {write_figure(self.out_of or 0)}, "
            over = ""
            if self.breakdown.kind is SeriesKind.MEAN:
                over = f" over {write_figure(self.out_of or 0)}"
            return f"{numbers}{say_value(self.breakdown, self.value)}{over}"
        if self.lowest is None:
            return "not known: none of them was counted"
        if self.value is not None:
            return f"{write_figure(self.value)} {of}"
        if self.highest is None:
            return f"at least {write_figure(self.lowest)} {of}"
        between = f"between {write_figure(self.lowest)} and {write_figure(self.highest)} {of}"
        if self.breakdown.overlap is Overlap.OVERLAPPING:
            return f"{between}, because one can be in more than one of them"
        return between

    def _say_uncounted(self) -> Iterator[str]:
        named = [f"{part.name} ({part.state})" for part in self.uncounted]
        if not named:
            return
        has, is_ = ("has", "is") if len(named) == 1 else ("have", "are")
        if self.breakdown.kind is not SeriesKind.COUNT:
            yield f"{join_names(named)} {has} no number, and {is_} not in it."
        elif self.value is None:
            yield f"{join_names(named)} {has} no number, so there may be more."
        else:
            yield f"{join_names(named)} {has} no number, and nothing of the whole is left for it."

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each part, and one for all of them together.

        Returns
        -------
        pandas.DataFrame
            Columns ``breakdown``, ``part`` (empty in the last row), ``state`` (empty there too),
            ``number``, ``out_of``, ``value``, ``lowest`` and ``highest`` (not-a-number where there
            is none).
        """
        import pandas as pd

        rows = [
            (
                self.breakdown.id,
                part.name,
                str(part.state),
                part.number,
                part.out_of,
                self.breakdown.value_of(part),
                None,
                None,
            )
            for part in self.parts
        ]
        together = (self.number, self.out_of, self.value, self.lowest, self.highest)
        rows.append((self.breakdown.id, "", "", *together))  # type: ignore[arg-type]  # sums of means
        columns = ["breakdown", "part", "state", "number", "out_of", "value", "lowest", "highest"]
        frame = pd.DataFrame(rows, columns=columns)
        return frame.astype(dict.fromkeys(columns[3:], "float64"))

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"

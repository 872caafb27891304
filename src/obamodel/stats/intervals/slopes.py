"""How much better off are those who are best off than those who are worst off?"""

import html
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from attrs import field, frozen

from obamodel.stats.answers import refuse_truth
from obamodel.stats.intervals.estimates import as_numbers
from obamodel.stats.intervals.reading import Array
from obamodel.stats.intervals.saying import CHANCE_ONLY
from obamodel.stats.intervals.wording import MOST_SAID, write_figure, write_level, write_ratio

if TYPE_CHECKING:
    import pandas as pd

FEWEST_GROUPS, MOST_GROUPS = 5, 100
FEWEST_REPETITIONS = 1000
PUBLISHED_CONFIDENCE = 0.95
"""What the limits that are given for each group allow for, as they are published."""

_METHOD = (
    "a straight line through the groups, weighted by their people, with an interval from drawing "
    "each group's value again and again (Low and Low 2004; PHEindicatormethods)"
)
_STRAIGHT = (
    "The index lays a straight line through all groups: where the groups do not lie near one, it "
    "is not a fair summary."
)
_NOT_THE_CAUSE = "A gap between groups says nothing about where it comes from."


class Scale(StrEnum):
    """On what scale the values of the groups are drawn again."""

    PLAIN = "plain"
    RATE = "rate"
    SHARE = "share"


@frozen(kw_only=True, eq=False)
class SlopeIndices:
    """The slope index and the relative index of inequality of a batch of places.

    All arrays are of shape (places,) and cannot be changed.

    Parameters
    ----------
    value, lower, upper
        The slope index of inequality: the line at the best-off end less the line at the worst-off
        end, with the ends of its interval, in the unit of the values.
    ratio, ratio_lower, ratio_upper
        The relative index: the line at the best-off end over the line at the worst-off end;
        not-a-number where ``ratio_reasons`` says why.
    start
        The line at the worst-off end.
    confidence
        How much of what chance does the intervals allow for.
    repetitions
        How many times the values were drawn.
    ratio_reasons
        Why there is no relative index, or no interval for it; empty where there are both.
    method
        How it was found, with its source.
    caveats
        What a reader should weigh.
    names
        A name for each place; empty where none were given.
    """

    value: Array = field(converter=as_numbers)
    lower: Array = field(converter=as_numbers)
    upper: Array = field(converter=as_numbers)
    ratio: Array = field(converter=as_numbers)
    ratio_lower: Array = field(converter=as_numbers)
    ratio_upper: Array = field(converter=as_numbers)
    start: Array = field(converter=as_numbers)
    confidence: float
    repetitions: int
    ratio_reasons: tuple[str, ...]
    method: str = _METHOD
    caveats: tuple[str, ...] = (_STRAIGHT, CHANCE_ONLY, _NOT_THE_CAUSE)
    names: tuple[str, ...] = ()

    __bool__ = refuse_truth

    def __len__(self) -> int:
        return len(self.value)

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        if len(self) == 1:
            said = self._say(0)
            return f"{self.names[0]}: {said}" if self.names else f"{said[0].upper()}{said[1:]}"
        if len(self) <= MOST_SAID:
            names = self.names or [f"Number {index + 1}" for index in range(len(self))]
            return "\n".join(f"{name}: {self._say(index)}" for index, name in enumerate(names))
        ends = [write_figure(float(one)) for one in (self.value.min(), self.value.max())]
        return (
            f"{len(self)} slope indices with {write_level(self.confidence)} intervals, from "
            f"{ends[0]} to {ends[1]}."
        )

    def _say(self, index: int) -> str:
        level = write_level(self.confidence)
        step, lower, upper = (
            _say_step(float(one[index])) for one in (self.value, self.lower, self.upper)
        )
        said = (
            "from the worst-off end to the best-off end the line through all groups goes "
            f"{step} ({level} interval: {lower} to {upper})."
        )
        if self.lower[index] <= 0 <= self.upper[index]:
            said += " Chance alone could bring such a slope."
        ratio = self.ratio[index]
        if np.isnan(ratio):
            return f"{said} No ratio is given: {self.ratio_reasons[index]}."
        said += f" At the best-off end it is {write_ratio(ratio)} times as high"
        if np.isnan(self.ratio_lower[index]):
            return f"{said}, and no interval can be given for that: {self.ratio_reasons[index]}."
        ends = [write_ratio(one[index]) for one in (self.ratio_lower, self.ratio_upper)]
        return f"{said} ({level} interval: {ends[0]} to {ends[1]})."

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each place.

        Returns
        -------
        pandas.DataFrame
            Columns ``name``, ``value``, ``lower``, ``upper`` (the slope index), ``ratio``,
            ``ratio_lower``, ``ratio_upper`` (the relative index), ``start``, ``confidence`` and
            ``ratio_reason`` (text).
        """
        import pandas as pd

        return pd.DataFrame(
            {
                "name": list(self.names) or [""] * len(self),
                "value": self.value,
                "lower": self.lower,
                "upper": self.upper,
                "ratio": self.ratio,
                "ratio_lower": self.ratio_lower,
                "ratio_upper": self.ratio_upper,
                "start": self.start,
                "confidence": self.confidence,
                "ratio_reason": list(self.ratio_reasons),
            }
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def _say_step(step: float) -> str:
    size = write_figure(abs(step))
    return "neither up nor down" if size == "0" else f"{'up' if step > 0 else 'down'} by {size}"

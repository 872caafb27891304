"""Two groups or two dates held against each other: the answer."""

import html
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from attrs import field, frozen

from obamodel.stats.answers import refuse_truth
from obamodel.stats.intervals.estimates import Estimates, Measured, as_numbers
from obamodel.stats.intervals.reading import Array

if TYPE_CHECKING:
    import pandas as pd


class Standing(StrEnum):
    """How the first of two stands to the second."""

    HIGHER = "higher"
    LOWER = "lower"
    CANNOT_TELL = "cannot be told apart"
    NOT_KNOWN = "not known"


@frozen(kw_only=True, eq=False)
class Comparisons:
    """A batch of differences and ratios with their intervals: the first against the second.

    All arrays are of shape (items,) and cannot be changed.

    Parameters
    ----------
    first, second
        What is compared.
    groups
        What the two are called, such as two dates.
    value, lower, upper
        The first less the second and the ends of its interval, in the unit of the two.
    ratio, ratio_lower, ratio_upper
        The first over the second: without end where the second is nought, not-a-number where both
        are, and for averages.
    method, ratio_method
        How the intervals were found, with their sources; no ratio of averages is given.
    reasons
        Why an item has no difference; empty where it has one.
    caveats
        What a reader should weigh.
    """

    first: Estimates
    second: Estimates
    groups: tuple[str, str]
    value: Array = field(converter=as_numbers)
    lower: Array = field(converter=as_numbers)
    upper: Array = field(converter=as_numbers)
    ratio: Array = field(converter=as_numbers)
    ratio_lower: Array = field(converter=as_numbers)
    ratio_upper: Array = field(converter=as_numbers)
    method: str
    ratio_method: str
    reasons: tuple[str, ...]
    caveats: tuple[str, ...]

    __bool__ = refuse_truth

    def __len__(self) -> int:
        return len(self.value)

    @property
    def kind(self) -> Measured:
        """What kind of number is compared."""
        return self.first.kind

    @property
    def names(self) -> tuple[str, ...]:
        """A name for each item; empty where none were given."""
        return self.first.names

    @property
    def confidence(self) -> float:
        """How much of what chance does the intervals allow for."""
        return self.first.confidence

    @property
    def verdicts(self) -> tuple[Standing, ...]:
        """How the first stands to the second, item by item.

        Higher or lower is said only where the interval of the difference lies on one side of no
        difference and, where there is a ratio, its interval on the same side of 1.
        """
        return tuple(self._judge(index) for index in range(len(self)))

    def _judge(self, index: int) -> Standing:
        lower, upper = self.lower[index], self.upper[index]
        if np.isnan(lower) or np.isnan(upper):
            return Standing.NOT_KNOWN
        below, above = self.ratio_lower[index], self.ratio_upper[index]
        if lower > 0 and not below <= 1:
            return Standing.HIGHER
        if upper < 0 and not above >= 1:
            return Standing.LOWER
        return Standing.CANNOT_TELL

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        from obamodel.stats.intervals.saying_comparisons import say_comparisons

        return say_comparisons(self)

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each item.

        Returns
        -------
        pandas.DataFrame
            Columns ``name``, ``first``, ``second``, ``difference``, ``lower``, ``upper``,
            ``ratio``, ``ratio_lower``, ``ratio_upper``, ``confidence``, ``verdict`` (text),
            ``unreliable`` (whether either is) and ``reason`` (text).
        """
        import pandas as pd

        return pd.DataFrame(
            {
                "name": list(self.names) or [""] * len(self),
                "first": self.first.value,
                "second": self.second.value,
                "difference": self.value,
                "lower": self.lower,
                "upper": self.upper,
                "ratio": self.ratio,
                "ratio_lower": self.ratio_lower,
                "ratio_upper": self.ratio_upper,
                "confidence": self.confidence,
                "verdict": [str(one) for one in self.verdicts],
                "unreliable": self.first.unreliable | self.second.unreliable,
                "reason": list(self.reasons),
            }
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"

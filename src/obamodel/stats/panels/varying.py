"""Which of very many series hold values that are out of the ordinary?"""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from obamodel.stats.panels.tiling import Tile
from obamodel.stats.variation.points import stand_points
from obamodel.stats.variation.rules import Rule, mark_signals
from obamodel.stats.variation.xmr import chart_limits

if TYPE_CHECKING:
    import pandas as pd

SIGNALS = (
    "none",
    "above the upper limit",
    "below the lower limit",
    "rising trend",
    "falling trend",
    "two of three near the upper limit",
    "two of three near the lower limit",
    "seven above the mean",
    "seven below the mean",
)
"""What the last value of a series can be a part of, in the order of the rules."""

LIMITS = ("centre", "lower_limit", "upper_limit")


class Signals:
    """What a control chart of each whole series says, in one place for all tiles.

    The answer gains the columns ``centre``, ``lower_limit`` and ``upper_limit`` (an XmR chart of
    all values of a series, screened), ``signals`` (how many values are out of the ordinary) and
    ``last_signal`` (one of :data:`SIGNALS`: what the last value is a part of).
    """

    COLUMNS = (*LIMITS, "signals", "last_signal")

    def __init__(self, number: int) -> None:
        self.limits: dict[str, npt.NDArray[np.float64]] = {
            name: np.full(number, np.nan) for name in LIMITS
        }
        self.number: npt.NDArray[np.int16] = np.zeros(number, dtype=np.int16)
        self.last: npt.NDArray[np.int8] = np.zeros(number, dtype=np.int8)

    def chart_tile(self, tile: Tile) -> None:
        """Chart the series of a tile, and keep what is found."""
        rows = tile.rows
        points = stand_points(tile.whole, is_whole=not tile.has_gaps)
        limits = chart_limits(points)
        self.limits["centre"][rows] = limits.mean
        self.limits["lower_limit"][rows] = limits.lower
        self.limits["upper_limit"][rows] = limits.upper
        if len(points.values):
            marks = mark_signals(points, limits)
            self.number[rows] = marks.count()
            self.last[rows] = marks.name_at(np.maximum(points.counts, 1) - 1)

    def list_columns(self) -> "dict[str, npt.NDArray[np.generic] | pd.Categorical]":
        """Return the columns by their names."""
        import pandas as pd

        dtype = pd.CategoricalDtype(list(SIGNALS))
        return {
            **self.limits,
            "signals": self.number,
            "last_signal": pd.Categorical.from_codes(_CODES[self.last], dtype=dtype),
        }


# A negative number of a rule counts from the end of the table, as Python reads it.
_CODES = np.zeros(2 * len(Rule) - 1, dtype=np.int8)
for _rule in Rule:
    if _rule is not Rule.NONE:
        _CODES[_rule], _CODES[-_rule] = 2 * _rule - 1, 2 * _rule

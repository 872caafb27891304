"""Which of very many series hold values that are out of the ordinary?"""

from typing import TYPE_CHECKING, Any

import numpy as np

from obamodel.stats.forecasting.components import Array
from obamodel.stats.variation.points import stand_points
from obamodel.stats.variation.rules import Rule, find_signals
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


def add_variation(table: "pd.DataFrame", values: Array, tile: int) -> None:
    """Add to a table what a control chart of each whole series says.

    Parameters
    ----------
    table
        One row for each series; gains ``centre``, ``lower_limit`` and ``upper_limit`` (an XmR
        chart of all its values, screened), ``signals`` (how many values are out of the ordinary)
        and ``last_signal`` (one of :data:`SIGNALS`).
    values
        Shape (series, periods); NaN where there is none.
    tile
        How many series are worked on at a time.
    """
    import pandas as pd

    number = len(values)
    found = {name: np.full(number, np.nan) for name in ("centre", "lower_limit", "upper_limit")}
    signals = np.zeros(number, dtype=np.int16)
    last = np.zeros(number, dtype=np.int8)
    for begin in range(0, number, tile):
        part = slice(begin, begin + tile)
        points = stand_points(values[part])
        limits = chart_limits(points)
        rules = find_signals(points, limits)
        found["centre"][part] = limits.mean
        found["lower_limit"][part], found["upper_limit"][part] = limits.lower, limits.upper
        signals[part] = np.count_nonzero(rules, axis=1)
        last[part] = _find_last(rules, values[part], points.observed is None)
    for name, column in found.items():
        table[name] = column
    table["signals"] = signals
    dtype = pd.CategoricalDtype(list(SIGNALS))
    table["last_signal"] = pd.Categorical.from_codes(_CODES[last], dtype=dtype)


def _find_last(rules: Any, values: Array, is_whole: bool) -> Any:
    """Return the rule at the last value that was seen."""
    if not rules.shape[1]:
        return np.zeros(len(rules))
    if is_whole:
        return np.asarray(rules[:, -1])
    seen = ~np.isnan(values)
    place = values.shape[1] - 1 - seen[:, ::-1].argmax(axis=1)
    return np.asarray(rules[np.arange(len(rules)), place])


# A negative number of a rule counts from the end of the table, as Python reads it.
_CODES = np.zeros(2 * len(Rule) - 1, dtype=np.int8)
for _rule in Rule:
    if _rule is not Rule.NONE:
        _CODES[_rule], _CODES[-_rule] = 2 * _rule - 1, 2 * _rule

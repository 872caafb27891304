"""How often do the intervals hold on series whose later values are known?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.calibration.competitions import FREQUENCIES, HORIZONS, Array, Held, group
from benchmarks.calibration.shares import Share, share_of
from benchmarks.calibration.verdicts import Rule, holds, judge_after
from obamodel.domain.baselines import Method
from obamodel.stats.forecasting.forecasts import forecast_values
from obamodel.stats.turning.judging import CODES, judge
from obamodel.stats.turning.words import Verdict

if TYPE_CHECKING:
    import pandas as pd

BAND = (0.93, 0.97)
"""Where the share of 95% intervals that hold ought to lie."""
REACHES = (3, 4, 6, 8)
CUTS: tuple[int | None, ...] = (8, 12, 20, 40, None)
"""To how many values a history is cut; none leaves it whole."""

_CODES = {
    "turned": (Verdict.TURNED,),
    "turned or signs": (Verdict.TURNED, Verdict.SIGNS_OF_A_TURN),
    "worse": (Verdict.WORSE,),
    "worse or signs": (Verdict.WORSE, Verdict.SIGNS_OF_WORSENING),
}


def measure_coverage(
    series: Sequence[Held],
    frequency: str,
    points: int | None,
    *,
    rule: Rule | None = None,
    method: Method = Method.AVERAGE,
) -> "pd.DataFrame":
    """Judge each series of one frequency after each number of values, as if high were good.

    Parameters
    ----------
    series
        The series of the competitions.
    frequency
        Which of them.
    points
        To how many of its last values each history is cut.
    rule
        Another rule of widening than the library's.
    method
        How they are forecast.

    Returns
    -------
    pandas.DataFrame
        One row for each series and reach: ``reach``, ``held_out``; ``mean_80`` and ``mean_95``,
        whether the interval of the mean departure holds 0; ``each_80`` and ``each_95``, the share
        of its values whose own interval holds; and a column for each verdict in turn.
    """
    import pandas as pd

    found = []
    for kept in group(series, frequency, points=points):
        # A history cut short ends where the whole one does, so what comes after is the same.
        steps = HORIZONS[frequency] if points is None else REACHES[-1]
        later = kept.later[:, :steps]
        judged = judge_after(
            kept.past, later, method=method, cycle=FREQUENCIES[frequency], rule=rule
        )
        nearest = min(REACHES[-1], later.shape[1])
        each = [holds(judged.average(step, step + 1)) for step in range(nearest)]
        for reach in REACHES:
            if reach > nearest:
                continue
            whole = judged.average(0, reach)
            inner, outer = holds(whole)
            codes = judge(whole, np.full(len(later), np.inf))
            part = {
                "reach": reach,
                "held_out": kept.is_held_out,
                "mean_80": inner,
                "mean_95": outer,
                "each_80": np.mean([one for one, _ in each[:reach]], axis=0),
                "each_95": np.mean([one for _, one in each[:reach]], axis=0),
            }
            for name, words in _CODES.items():
                part[name] = np.isin(codes, [CODES[word] for word in words])
            found.append(pd.DataFrame(part))
    return pd.concat(found, ignore_index=True)


def count(
    rows: "pd.DataFrame", column: str, *, reach: int, held_out: bool | None = None
) -> Share | None:
    """Return the share of one column for one reach, on one half of the series or on all."""
    kept = rows[rows["reach"] == reach]
    if held_out is not None:
        kept = kept[kept["held_out"] == held_out]
    return share_of(kept[column]) if len(kept) else None


def find_factors(series: Sequence[Held], method: Method, *, points: int, held_out: bool) -> Array:
    """Return by how much each interval of a mean departure had to be widened to hold.

    Yearly and quarterly series, 3 and 6 values after.
    """
    from obamodel.stats.forecasting.quantiles import OUTER, find_quantile

    wanted = []
    for frequency in ("yearly", "quarterly"):
        for kept in group(series, frequency, points=points):
            chosen = kept.is_held_out == held_out
            past, later = kept.past[chosen], kept.later[chosen]
            cycle = FREQUENCIES[frequency]
            for reach in (3, 6):
                found = forecast_values(past, reach, method=method, cycle=cycle)
                weights = np.full(reach, 1 / reach)
                half = find_quantile(OUTER, found.freedom) * np.sqrt(found.find_variance(weights))
                apart = np.abs((later[:, :reach] - found.mean) @ weights)
                wanted.append(apart[half > 0] / half[half > 0])
    return np.concatenate(wanted)


def find_widening(factors: Sequence[Array]) -> float:
    """Return the one factor with which 95% of intervals hold, each length counted alike."""
    weights = np.concatenate([np.full(len(one), 1 / len(one)) for one in factors])
    values = np.concatenate(factors)
    order = np.argsort(values)
    place = np.searchsorted(weights[order].cumsum() / len(factors), 0.95)
    return float(values[order][place])

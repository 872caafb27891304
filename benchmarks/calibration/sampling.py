"""Do the intervals hold where part of the ups and downs is sampling error of known size?

The competition series carry none that is known, so it is put on top: normal, new for each value of
the history and of what came after, with a standard deviation of a half, one or two times that of
one step of the series itself.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.calibration.competitions import FREQUENCIES, HORIZONS, Held, group
from benchmarks.calibration.coverage import REACHES
from benchmarks.calibration.processes import NULLS
from benchmarks.calibration.shares import Share, share_of
from benchmarks.calibration.simulated import make
from benchmarks.calibration.verdicts import holds, judge_after
from obamodel.stats.forecasting.forecasts import forecast_values
from obamodel.stats.turning.judging import CODES, judge
from obamodel.stats.turning.words import Verdict

if TYPE_CHECKING:
    import pandas as pd

SIZES = (0.5, 1.0, 2.0)
"""The standard deviation of the sampling error over that of one step."""
ROUNDS = 4
"""How often new sampling error is put on each series."""


def measure_with_sampling_error(
    series: Sequence[Held], frequency: str, points: int
) -> "pd.DataFrame":
    """Put sampling error on each series and judge it, told of its size and not told.

    Returns
    -------
    pandas.DataFrame
        One row for each series, size, round and reach: ``size``, ``reach``, ``held_out``; ``told``
        and ``not_told``, whether the 95% interval of the mean departure holds 0; ``half_told`` and
        ``half_not_told``, half its width.
    """
    import pandas as pd

    found = []
    cycle, steps = FREQUENCIES[frequency], min(HORIZONS[frequency], REACHES[-1])
    for kept in group(series, frequency, points=points):
        later = kept.later[:, :steps]
        one_step = forecast_values(kept.past, steps, cycle=cycle).find_scale()
        for size in SIZES:
            for turn in range(ROUNDS):
                random = np.random.default_rng([cycle, points, round(10 * size), turn])
                spread = size * np.sqrt(one_step)[:, None]
                past = kept.past + spread * random.normal(size=kept.past.shape)
                after = later + spread * random.normal(size=later.shape)
                both = {
                    "told": judge_after(past, after, cycle=cycle, sampling=spread[:, 0] ** 2),
                    "not_told": judge_after(past, after, cycle=cycle),
                }
                for reach in (one for one in REACHES if one <= steps):
                    part = {"size": size, "reach": reach, "held_out": kept.is_held_out}
                    for name, judged in both.items():
                        contrast = judged.average(0, reach)
                        part[name] = holds(contrast)[1]
                        part[f"half_{name}"] = contrast.half_outer
                    found.append(pd.DataFrame(part))
    return pd.concat(found, ignore_index=True)


def simulate_with_sampling_error(
    kind: str, before: int, after: int, size: float, *, runs: int, step: float = 0.0
) -> dict[str, tuple[Share, Share]]:
    """Count the verdicts on simulated series under sampling error, told of its size and not told.

    Parameters
    ----------
    kind
        One of the nine, or nothing: then there is only sampling error.
    before, after
        How many values.
    size
        The standard deviation of the sampling error.
    runs
        How many series.
    step
        By how many standard deviations of the sampling error the values after are better.

    Returns
    -------
    dict
        The shares *turned*, and *signs of a turn* or turned, by ``told`` and ``not_told``.
    """
    random = np.random.default_rng([len(NULLS), before, after, round(10 * size)])
    values = size * random.normal(size=(runs, before + after))
    if kind:
        values = values + make(kind, runs, before + after, [before, after])
    past, later = values[:, :before], values[:, before:] + step * size
    counted = {}
    for name, sampling in (("told", np.full(runs, size**2)), ("not_told", None)):
        judged = judge_after(past, later, sampling=sampling)
        codes = judge(judged.average(0, after), judged.forecasts.seen)
        turned = codes == CODES[Verdict.TURNED]
        signs = codes == CODES[Verdict.SIGNS_OF_A_TURN]
        counted[name] = share_of(turned), share_of(turned | signs)
    return counted

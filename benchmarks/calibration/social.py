"""Do the intervals hold on social series that nothing was ever chosen by?"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from attrs import frozen

from benchmarks.calibration.competitions import Array
from benchmarks.calibration.shares import Share, share_of
from benchmarks.calibration.verdicts import holds, judge_after
from obamodel.stats.turning.judging import CODES, judge
from obamodel.stats.turning.words import Verdict

SMOKING = "adults_smoking_fingertips.csv"
OFFENDING = "children_offending.csv"


@frozen(kw_only=True)
class Held:
    """How the intervals did on one set of series, cut at one place.

    Parameters
    ----------
    name
        Which series.
    before, after
        From which period to which.
    mean_95, mean_80
        How many intervals of the mean departure hold 0.
    fell, rose
        How many mean departures lie below, or above, their 95% interval.
    """

    name: str
    before: str
    after: str
    mean_95: Share
    mean_80: Share
    fell: Share
    rose: Share


def measure_smoking(folder: Path) -> Iterator[Held]:
    """Cut the smoking prevalence of each area at several years."""
    import pandas as pd

    rows = pd.read_csv(folder / SMOKING)
    table = rows.pivot(index="area_code", columns="period", values="value")
    for before, after in ((8, 3), (8, 6), (9, 3), (10, 4), (11, 3)):
        yield _cut("adults who smoke, %, areas of England", table, before, after)


def measure_offending(folder: Path) -> Iterator[Held]:
    """Cut the children cautioned or sentenced in each area after eight years, as rate and count."""
    import pandas as pd

    rows = pd.read_csv(folder / OFFENDING)
    rates, counts = (
        rows[(rows["measure"] == "Count") == is_count].pivot(
            index="area_code", columns="period", values="value"
        )
        for is_count in (False, True)
    )
    name = "children cautioned or sentenced, per 10,000"
    yield _cut(f"{name}, areas", rates, 8, 3)
    # A rate of so many events has the variance of a Poisson count: the rate squared over them.
    sampling = (rates**2 / counts).iloc[:, :8].mean(axis=1).reindex(rates.index).to_numpy()
    yield _cut(f"{name}, areas, told of the sampling error", rates, 8, 3, sampling)


def _cut(name: str, table: object, before: int, after: int, sampling: Array | None = None) -> Held:
    import pandas as pd

    assert isinstance(table, pd.DataFrame)
    whole = table.iloc[:, : before + after]
    complete = whole.notna().all(axis=1).to_numpy()
    values = whole.to_numpy(dtype=float)[complete]
    known = None if sampling is None else sampling[complete]
    judged = judge_after(values[:, :before], values[:, before:], sampling=known)
    contrast = judged.average(0, after)
    inner, outer = holds(contrast)
    codes = judge(contrast, np.full(len(values), np.inf))
    periods = [str(one) for one in whole.columns]
    return Held(
        name=name,
        before=f"{periods[0]} to {periods[before - 1]}",
        after=f"{periods[before]} to {periods[-1]}",
        mean_95=share_of(outer),
        mean_80=share_of(inner),
        fell=share_of(codes == CODES[Verdict.WORSE]),
        rose=share_of(codes == CODES[Verdict.TURNED]),
    )

"""Series, baselines and expectations, made in a line."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from obamodel.domain.baselines import Baseline, Expected
from obamodel.domain.dates import PartialDate
from obamodel.domain.judgements import Judgement
from obamodel.domain.periods import Period
from obamodel.domain.series import Observation, Polarity, Series, SeriesKind
from obamodel.stats.forecasting import freeze_baseline

Array = npt.NDArray[np.float64]

FROZEN: dict[str, Any] = {
    "as_of": "2015-05",
    "author": "Data group",
    "because": "No new money, same staff.",
}
JUDGED = Judgement(author="Partners", on=PartialDate.parse("2015"), reason="What a year costs.")
GONE = "no survey was held"


def see(values: Sequence[float | None], first: str = "2000", **each: Any) -> list[Observation]:
    """Make an observation of each value, one period after another."""
    start = Period.parse(first)
    return [
        Observation(
            period=start.shift(place), value=value, missing=GONE if value is None else "", **each
        )
        for place, value in enumerate(values)
    ]


def make_series(values: Sequence[float | None], first: str = "2000", **about: Any) -> Series:
    given: dict[str, Any] = {
        "id": "heard",
        "name": "People heard",
        "kind": SeriesKind.SCORE,
        "unit": "points",
        "polarity": Polarity.HIGH,
    }
    return Series(observations=see(values, first), **(given | about))


def freeze(series: Series, until: str, periods: Any, **about: Any) -> Baseline:
    return freeze_baseline(series, until=until, periods=periods, **(FROZEN | about))


def condition(
    design: Array, covariance: Array, values: Array, *, surety: float = 1e8
) -> tuple[Array, Array]:
    """Forecast by conditioning a normal vector on the values seen.

    The coefficients of the design are normal with a huge variance: nothing is known of them.

    Parameters
    ----------
    design, covariance
        Of the values and the forecasts together: (points + horizon, ...).
    values
        NaN where a value is missing.
    """
    seen = np.flatnonzero(~np.isnan(values))
    later = np.arange(len(values), len(design))
    whole = covariance + surety * design @ design.T
    among, across = whole[np.ix_(seen, seen)], whole[np.ix_(later, seen)]
    mean = across @ np.linalg.solve(among, values[seen])
    return mean, whole[np.ix_(later, later)] - across @ np.linalg.solve(among, across.T)


def lay_time(number: int) -> Array:
    """Return a column of ones and one of time."""
    return np.stack([np.ones(number), np.linspace(-1, 1, number)], axis=1)


def list_limits(forecast: Sequence[Expected]) -> tuple[list[float], list[float], list[float]]:
    """Return the values, the lower limits and the upper limits of a forecast that has them all."""
    rows = [(one.value, one.lower, one.upper) for one in forecast]
    assert all(number is not None for row in rows for number in row)
    values, lower, upper = zip(*rows, strict=True)
    return list(values), list(lower), list(upper)


def make_gaps(values: Any, *places: int) -> Array:
    changed = np.array(values, dtype=float)
    changed[list(places)] = np.nan
    return changed

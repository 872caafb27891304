"""Baselines whose intervals can be worked out by hand."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from obamodel.domain.baselines import Baseline, Expected, Method
from obamodel.domain.dates import PartialDate
from obamodel.domain.judgements import Judgement
from obamodel.domain.series import Polarity, Series
from obamodel.stats.turning import CurveAnswer, assess_curve
from tests.stats.forecasting.building import make_series, see

FROZEN = Judgement(
    author="Data group", on=PartialDate.parse("2015-05"), reason="No new money, same staff."
)
BEFORE = [48.0, 52, 49, 51, 50, 47, 53, 50, 49, 51, 48, 52]
DEVIATION = 10.0
"""The standard error of each value about its forecast; the errors are independent and normal."""


def expect(
    expected: Sequence[float],
    *,
    before: Sequence[float | None] = BEFORE,
    deviation: float = DEVIATION,
    first: str = "2000",
    **about: Any,
) -> Baseline:
    """Freeze a forecast with independent normal errors of one size, not widened.

    Half the 95% interval of the mean of m values is 1.96 x deviation / root m, half the 80% one
    1.28 x deviation / root m.
    """
    history = see(before, first)
    last = history[-1].period
    half = 1.959964 * deviation
    forecast = [
        Expected(
            period=last.shift(step),
            value=value,
            lower=value - half if deviation else None,
            upper=value + half if deviation else None,
        )
        for step, value in enumerate(expected, start=1)
    ]
    steps = len(forecast)
    rows, columns = np.tril_indices(steps)
    kept: dict[str, Any] = {}
    if deviation:
        kept["covariance"] = np.where(rows == columns, deviation**2, 0.0).tolist()
        kept["widening"] = [1.0] * steps
    given: dict[str, Any] = {"id": "frozen", "series": "heard", "method": Method.AVERAGE}
    return Baseline(frozen=FROZEN, history=history, forecast=forecast, **(given | kept | about))


def follow(
    baseline: Baseline, after: Sequence[float | None], *, low: bool = False, **about: Any
) -> Series:
    """Return the series of a baseline with what was seen since."""
    before = [one.value for one in baseline.history]
    polarity = Polarity.LOW if low else Polarity.HIGH
    first = str(baseline.history[0].period)
    return make_series([*before, *after], first, **({"polarity": polarity} | about))


def depart(*departures: float, low: bool = False, **about: Any) -> CurveAnswer:
    """Judge values that lie so far above a forecast of 50, or below it where low is good."""
    baseline = expect([50.0] * max(len(departures), 3), **about)
    sign = -1 if low else 1
    after = [50.0 + sign * one for one in departures]
    return assess_curve(baseline, follow(baseline, after, low=low))

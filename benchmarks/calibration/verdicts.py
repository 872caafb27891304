"""The library's own verdicts on very many series of one length, with another rule where asked."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from attrs import frozen

from obamodel.domain.baselines import Method
from obamodel.stats.forecasting.forecasts import Forecasts, forecast_values
from obamodel.stats.forecasting.widening import find_share, narrow, raise_echo, widen_method
from obamodel.stats.turning.contrasts import Contrast, measure_contrast

Array = npt.NDArray[np.float64]
Rule = Callable[[Forecasts, int], Array]


@frozen(kw_only=True, eq=False)
class Judged:
    """What came after the history of each of many series, beside its forecast.

    Parameters
    ----------
    forecasts
        What was expected.
    departures
        What came, less that: shape (series, steps).
    method
        How the forecasts were made.
    sampling
        The known sampling variance of each value; none where it is not known, or not used.
    rule
        By how much half-widths are widened, in place of the library's own rule.
    """

    forecasts: Forecasts
    departures: Array
    method: Method = Method.AVERAGE
    sampling: Array | None = None
    rule: Rule | None = None

    def contrast(self, weights: Array, *, good: int = 1) -> Contrast:
        """Measure a weighted sum of the departures, turned so that above 0 is better.

        Parameters
        ----------
        weights
            One for each step.
        good
            1 where high is good, -1 where low is.
        """
        forecasts = self.forecasts
        reach = int(np.flatnonzero(weights)[-1]) + 1
        variance = forecasts.find_variance(weights)
        freedom = forecasts.freedom
        echo = np.zeros(len(variance)) if forecasts.echo is None else forecasts.echo
        if self.rule is not None:
            widening = self.rule(forecasts, reach)
        elif self.sampling is None:
            widening = widen_method(self.method, forecasts.seen, reach, echo)
        else:
            echo = raise_echo(echo, find_share(self.sampling, forecasts.find_scale()))
            widening = widen_method(self.method, forecasts.seen, reach, echo)
            share = find_share(self.sampling * (weights @ weights), variance)
            widening, freedom = narrow(widening, freedom, share)
        return measure_contrast(good * self.departures, weights, variance, freedom, widening)

    def average(self, first: int, last: int, *, good: int = 1) -> Contrast:
        """Measure the mean departure of the steps from one to another, counted from 0."""
        return self.contrast(average_steps(self.departures.shape[1], first, last), good=good)


def average_steps(steps: int, first: int, last: int) -> Array:
    """Return weights that average the steps from one up to, not with, another."""
    weights = np.zeros(steps)
    weights[first:last] = 1 / (last - first)
    return weights


def judge_after(
    past: Array,
    later: Array,
    *,
    method: Method | str = Method.AVERAGE,
    cycle: int = 1,
    sampling: Array | None = None,
    rule: Rule | None = None,
) -> Judged:
    """Lay what came beside what was to be expected.

    Parameters
    ----------
    past, later
        Shape (series, points) and (series, steps).
    method, cycle
        As for :func:`obamodel.stats.forecasting.forecast_values`.
    sampling
        The known sampling variance of the values of each series.
    rule
        By how much half-widths are widened, in place of the library's own rule.
    """
    forecasts = forecast_values(past, later.shape[1], method=method, cycle=cycle)
    if sampling is not None:
        forecasts = forecasts.raise_scale(sampling)
    return Judged(
        forecasts=forecasts,
        departures=later - forecasts.mean,
        method=Method(method),
        sampling=sampling,
        rule=rule,
    )


def holds(contrast: Contrast) -> tuple[Array, Array]:
    """Return whether the 80% and the 95% interval of each departure hold 0."""
    size = np.abs(contrast.value)
    return np.asarray(size <= contrast.half_inner), np.asarray(size <= contrast.half_outer)

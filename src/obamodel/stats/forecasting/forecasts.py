"""Where are many series heading, if nothing changes?"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
from attrs import evolve, frozen

from obamodel.domain.baselines import Method
from obamodel.stats.forecasting.components import (
    Array,
    Component,
    Places,
    count_leading,
    count_seen,
    join_components,
)
from obamodel.stats.forecasting.seasons import take_out_seasons
from obamodel.stats.forecasting.simple import (
    forecast_drift,
    forecast_last,
    forecast_last_season,
    forecast_mean,
    forecast_trend,
)
from obamodel.stats.forecasting.smoothing import forecast_theta, smooth_damped, smooth_level
from obamodel.stats.forecasting.straight_lines import (
    ECHO_PARAMETERS,
    ECHO_STEP,
    forecast_trend_with_echo,
)

Fit = Callable[[Array, int], Component]

FITS: Mapping[Method, tuple[Fit, ...]] = MappingProxyType(
    {
        # The one with the echo stands first in the default: its echo decides the widening.
        Method.AVERAGE: (forecast_trend_with_echo, forecast_theta, smooth_damped),
        Method.LAST: (forecast_last,),
        Method.MEAN: (forecast_mean,),
        Method.DRIFT: (forecast_drift,),
        Method.TREND: (forecast_trend,),
        Method.TREND_AR: (forecast_trend_with_echo,),
        Method.LEVEL: (smooth_level,),
        Method.DAMPED: (smooth_damped,),
        Method.THETA: (forecast_theta,),
    }
)
"""What each method is made of; an average takes the mean of the forecasts and covariances."""

LEAST_POINTS: Mapping[Method, int] = MappingProxyType(
    {
        **dict.fromkeys(FITS, 5),
        Method.LAST: 2,
        Method.MEAN: 2,
        Method.DRIFT: 3,
        Method.TREND: 3,
    }
)
"""How many values a method cannot do without."""


@frozen(kw_only=True, eq=False)
class Forecasts:
    """What one method expects of many series, with how sure it is of it.

    Parameters
    ----------
    components
        What the forecast is the average of.
    mean
        What is expected: shape (series, horizon).
    freedom
        The degrees of freedom of the quantiles: shape (series,).
    echo
        How strongly what is off the line this time is off it the next time, 0 to 0.95: (series,);
        nothing where the method does not look at it.
    seen
        How many values each forecast rests on: shape (series,).
    times
        By how much a season multiplies each error; none where no series has one.
    """

    components: tuple[Component, ...]
    mean: Array
    freedom: Array
    echo: Array | None
    seen: Array
    times: Array | None

    def find_variance(self, weights: Array) -> Array:
        """Return the variance of a weighted sum of the errors of each series, not widened.

        Parameters
        ----------
        weights
            One for each step: shape (horizon,), the same for all, or (series, horizon).
        """
        if self.times is not None:
            weights = weights * self.times
        found = sum(component.find_variance(weights) for component in self.components)
        return np.asarray(found / len(self.components))

    def find_covariance(self) -> Array:
        """Return the covariance of the errors, not widened: shape (series, horizon, horizon)."""
        total = sum(component.find_covariance() for component in self.components)
        found = np.asarray(total / len(self.components))
        if self.times is not None:
            found = found * self.times[:, :, None] * self.times[:, None, :]
        return found

    def find_scale(self) -> Array:
        """Return the variance of the one-step errors, the mean over what was averaged."""
        found = sum(component.scale for component in self.components)
        return np.asarray(found / len(self.components))

    def raise_scale(self, least: Array) -> "Forecasts":
        """Return the same with no one-step variance below what is known of the sampling error."""
        raised = tuple(
            evolve(component, scale=np.maximum(component.scale, least))
            for component in self.components
        )
        return evolve(self, components=raised)


def forecast_values(
    values: Any, horizon: int, *, method: Method | str = Method.AVERAGE, cycle: int = 1
) -> Forecasts:
    """Forecast many series of one length at once.

    Parameters
    ----------
    values
        Shape (series, points), in the order of time; NaN where a value is missing.
    horizon
        How many steps ahead.
    method
        One of the named methods, but not *given*.
    cycle
        How many periods make a year: 12 for months, 4 for quarters, 1 for years. A season is
        looked for in series of three years or more.

    Examples
    --------
    >>> found = forecast_values([[1.0, 2.0, 3.0, 4.0, 5.0]], 2, method="trend")
    >>> found.mean.round(9).tolist()
    [[6.0, 7.0]]
    """
    values = np.atleast_2d(np.asarray(values, dtype=float))
    method = Method(method)
    leading = count_leading(values)
    if not leading.any():
        return _forecast(values, horizon, method, cycle)
    # Nothing was seen before the first value, so a series begins with it; those that begin
    # together are forecast together.
    chosen = [np.flatnonzero(leading == number) for number in np.unique(leading)]
    parts = [_forecast(values[rows, leading[rows[0]] :], horizon, method, cycle) for rows in chosen]
    return _put_together(parts, np.argsort(np.concatenate(chosen)))


def _forecast(values: Array, horizon: int, method: Method, cycle: int) -> Forecasts:
    seen = count_seen(values).astype(float)
    if method is Method.SEASONAL_LAST:
        only = forecast_last_season(values, horizon, cycle)
        return _join((only,), only.mean, only.freedom, None, seen, None)
    times = None
    plus = np.zeros((1, 1))
    if cycle > 1 and method not in (Method.MEAN, Method.LAST):
        seasons = take_out_seasons(values, horizon, cycle)
        if seasons.is_seasonal.any():
            values, times, plus = seasons.values, seasons.times, seasons.plus
    components = tuple(fit(values, horizon) for fit in FITS[method])
    mean = components[0].mean
    if len(components) > 1:
        mean = np.asarray(sum(one.mean for one in components) / len(components))
    if times is not None:
        mean = mean * times + plus
    echo = None
    freedom = components[0].freedom
    if forecast_trend_with_echo in FITS[method]:
        echo = np.asarray(components[0].place * ECHO_STEP)
    if method is Method.AVERAGE:
        freedom = np.maximum(seen - ECHO_PARAMETERS, 1).astype(float)
    return _join(components, mean, freedom, echo, seen, times)


def _put_together(parts: Sequence[Forecasts], order: Places) -> Forecasts:
    """Return forecasts of different series as one, in a given order."""
    components = zip(*(part.components for part in parts), strict=True)
    times = None
    if any(part.times is not None for part in parts):
        each = (np.ones_like(part.mean) if part.times is None else part.times for part in parts)
        times = np.concatenate(list(each))[order]
    echoes = [part.echo for part in parts if part.echo is not None]
    return _join(
        tuple(join_components(each).take(order) for each in components),
        np.concatenate([part.mean for part in parts])[order],
        np.concatenate([part.freedom for part in parts])[order],
        np.concatenate(echoes)[order] if echoes else None,
        np.concatenate([part.seen for part in parts])[order],
        times,
    )


def _join(
    components: tuple[Component, ...],
    mean: Array,
    freedom: Array,
    echo: Array | None,
    seen: Array,
    times: Array | None,
) -> Forecasts:
    return Forecasts(
        components=components, mean=mean, freedom=freedom, echo=echo, seen=seen, times=times
    )

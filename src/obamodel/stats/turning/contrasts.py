"""How far do values lie from their forecast, and how sure is that?

Every statement is about a weighted sum of departures, with the variance of the same sum of forecast
errors: one mechanism gives a single value, an average, and what came after less what came during.
"""

import numpy as np
import numpy.typing as npt
from attrs import frozen

from obamodel.stats.forecasting.components import Array, count_marks, has_gaps
from obamodel.stats.forecasting.quantiles import INNER, OUTER, find_quantile

Counts = npt.NDArray[np.intp]


@frozen(kw_only=True, eq=False)
class Contrast:
    """A weighted sum of departures for each of many series, with its intervals.

    Parameters
    ----------
    value
        The sum, turned so that above 0 is better: shape (series,); NaN where nothing was seen.
    half_outer, half_inner
        Half the width of the 95% and of the 80% interval, widened; NaN where there is none.
    number
        How many values went into it.
    """

    value: Array
    half_outer: Array
    half_inner: Array
    number: Counts

    @property
    def lower(self) -> Array:
        """The lower 95% limit."""
        return np.asarray(self.value - self.half_outer)

    @property
    def upper(self) -> Array:
        """The upper 95% limit."""
        return np.asarray(self.value + self.half_outer)

    @property
    def lower_inner(self) -> Array:
        """The lower 80% limit."""
        return np.asarray(self.value - self.half_inner)

    @property
    def upper_inner(self) -> Array:
        """The upper 80% limit."""
        return np.asarray(self.value + self.half_inner)


def find_chance(value: Array, half_outer: Array, freedom: Array) -> Array:
    """Return the two-sided p value that belongs to an interval: 0.05 where it just touches 0.

    It is used to judge a family of curves together, and never shown as a probability of anything.
    """
    from scipy.special import ndtr, stdtr

    freedom = np.asarray(freedom, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        size = np.abs(value) / half_outer * find_quantile(OUTER, freedom)
    finite = np.where(np.isinf(freedom), 1.0, freedom)
    below = np.where(np.isinf(freedom), ndtr(-size), stdtr(finite, -size))
    return np.asarray(2 * below)


def average_over(after: Array) -> Array:
    """Return weights that average the values seen: shape (series, steps), or (steps,) if all are.

    Examples
    --------
    >>> average_over(np.array([[7.0, 8.0], [9.0, np.nan]])).tolist()
    [[0.5, 0.5], [1.0, 0.0]]
    >>> average_over(np.array([[7.0, 8.0], [9.0, 9.0]])).tolist()
    [0.5, 0.5]
    """
    if not has_gaps(after):
        return weigh_all(after.shape[1])
    seen = ~np.isnan(after)
    return np.asarray(seen / np.maximum(count_marks(seen), 1)[:, None])


def weigh_all(steps: int) -> Array:
    """Return weights that average so many values, each of which was seen: shape (steps,).

    Examples
    --------
    >>> weigh_all(4).tolist()
    [0.25, 0.25, 0.25, 0.25]
    """
    return np.full(steps, 1 / steps)


def measure_contrast(
    departures: Array,
    weights: Array,
    variance: Array,
    freedom: Array,
    widening: Array,
) -> Contrast:
    """Measure a weighted sum of departures, with its intervals.

    Parameters
    ----------
    departures
        Turned so that above 0 is better: shape (series, steps); NaN where nothing was seen.
    weights
        As :func:`average_over` returns them, or the difference of two such.
    variance
        Of the same sum of forecast errors, not widened: shape (series,).
    freedom, widening
        The degrees of freedom, and by how much a half-width is widened: shape (series,).
    """
    if weights.ndim == 1:
        value = np.einsum("si,i->s", departures, weights)
        number = np.full(len(departures), np.count_nonzero(weights))
    else:
        value = np.einsum("si,si->s", np.where(np.isnan(departures), 0.0, departures), weights)
        number = np.count_nonzero(weights, axis=1)
        value = np.where(number == 0, np.nan, value)
    # A history that does not vary at all says nothing of how far a value may stray.
    spread = np.sqrt(np.where(variance > 0, variance, np.nan)) * widening
    return Contrast(
        value=value,
        half_outer=find_quantile(OUTER, freedom) * spread,
        half_inner=find_quantile(INNER, freedom) * spread,
        number=number,
    )

"""How much of the ups and downs of a series is known to be sampling error?"""

import numpy as np

from obamodel.domain.baselines import Scale
from obamodel.domain.series import Observation, Series, SeriesKind
from obamodel.stats.forecasting.components import Array
from obamodel.stats.forecasting.scales import Ruler

_WIDTH_95 = 2 * 1.959963984540054


def find_sampling_variances(
    series: Series, observations: tuple[Observation, ...], *, events_at_random: bool = False
) -> Array:
    """Return the sampling variance of each value, in the squared unit of the series.

    A share with a denominator has that of a binomial count, a rate with a numerator that of a
    Poisson count, and a value with 95% limits that of a normal one with such limits. A plain count
    has one only where it is said to be a count of events that happen at random: how many meetings
    were planned does not vary like that.

    Parameters
    ----------
    series
        What the observations belong to: its kind and its unit decide.
    observations
        Those wanted.
    events_at_random
        Whether a plain count is to be taken as a Poisson count.

    Returns
    -------
    numpy.ndarray
        Shape (observations,); NaN where nothing is known.

    Examples
    --------
    A share of 50% of 100 people has a variance of 50 x 50 / 100.

    >>> from obamodel.domain.periods import Period
    >>> from obamodel.domain.series import Polarity
    >>> seen = Observation(period=Period.parse("2014"), value=50, numerator=50, denominator=100)
    >>> series = Series(
    ...     id="heard", name="People heard", kind=SeriesKind.SHARE, unit="%", per=100,
    ...     polarity=Polarity.HIGH, observations=[seen],
    ... )
    >>> find_sampling_variances(series, series.observations).tolist()
    [25.0]
    """
    return np.array([_find_one(series, one, events_at_random) for one in observations])


def _find_one(series: Series, one: Observation, events_at_random: bool) -> float:
    if one.value is None:
        return np.nan
    if one.lower is not None and one.upper is not None:
        return ((one.upper - one.lower) / _WIDTH_95) ** 2
    if series.kind is SeriesKind.SHARE and one.denominator:
        per = series.per or 1.0
        # Nobody, or everybody, of a few is not known without error either (Agresti and Coull 1998).
        share = (one.value / per * one.denominator + 2) / (one.denominator + 4)
        plain = one.value / per
        share = plain if 0 < plain < 1 else share
        return per**2 * share * (1 - share) / one.denominator
    if series.kind is SeriesKind.RATE and one.numerator is not None and one.denominator:
        return max(one.numerator, 1.0) * ((series.per or 1.0) / one.denominator) ** 2
    if series.kind is SeriesKind.RATE and one.numerator:
        return one.value**2 / one.numerator
    if series.kind is SeriesKind.COUNT and events_at_random:
        return max(one.value, 1.0)
    return np.nan


def put_on_scale(variances: Array, values: Array, ruler: Ruler, scale: Scale) -> Array:
    """Return sampling variances on the scale of a forecast (the delta method)."""
    if scale is Scale.NATURAL:
        return variances
    # At 0 a square root is infinitely steep; none among a few is as unsure as one event.
    at = np.where(values > 0, values, np.sqrt(variances))
    return np.asarray(variances * ruler.slope(at) ** 2)

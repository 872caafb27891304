"""By how much must the limits of a forecast be wider than its own method says?

Every method believes that its model is right and that its parameters are known, so its limits are
too narrow (Chatfield 1993). How much too narrow was measured on series whose later values are
known: ``benchmarks/calibration.py`` shows how, and the page *How often is it wrong?* what came of
it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from obamodel.domain.baselines import Method
from obamodel.stats.forecasting.components import Array

ALWAYS = 1.33
FOR_ECHO = 0.5
FOR_REACH = 0.2

OF_METHOD: Mapping[Method, float] = MappingProxyType(
    {
        Method.LAST: 1.7,
        Method.SEASONAL_LAST: 1.7,
        Method.DRIFT: 1.8,
        Method.MEAN: 3.3,
        Method.TREND: 3.5,
        Method.TREND_AR: 2.1,
        Method.LEVEL: 1.8,
        Method.DAMPED: 2.9,
        Method.THETA: 1.7,
    }
)
"""The widening of the other methods, found in the same way."""


def widen(points: Any, steps: Any, echo: Any = 0.0, known_share: Any = 0.0) -> Array:
    r"""Return by how much the half-width of an interval of the default baseline is widened.

    .. math:: w = 1.33 \left(1 + \tfrac{r}{2}\right) \left(1 + \tfrac{m}{5 n}\right)

    with *n* values before, *m* steps ahead and an echo of *r*: the more of one error is still
    there in the next, the further a series drifts unseen; and the further ahead a short history
    is stretched, the more it matters that its trend may change. Where a share *k* of the variance
    of one step is known to be sampling error, that share needs no widening:
    :math:`\sqrt{k + (1 - k)\, w^2}`.

    Parameters
    ----------
    points
        How many values the forecast rests on.
    steps
        How many steps ahead the interval reaches.
    echo
        How strongly what is off the line this time is off it the next time, 0 to 0.95.
    known_share
        The share of the variance that is known to be sampling error, 0 to 1.

    Examples
    --------
    >>> round(float(widen(20, 10)), 3)  # 1.33 * 1.1
    1.463
    >>> round(float(widen(20, 10, echo=0.8)), 3)  # 1.33 * 1.1 * 1.4
    2.048
    >>> float(widen(20, 10, echo=0.8, known_share=1.0))
    1.0
    """
    whole = ALWAYS * (1 + FOR_ECHO * np.asarray(echo))
    whole = whole * (1 + FOR_REACH * np.asarray(steps) / np.asarray(points))
    share = np.asarray(known_share)
    return np.asarray(np.sqrt(share + (1 - share) * whole**2))


def widen_method(
    method: Method, points: Any, steps: Any, echo: Any = 0.0, known_share: Any = 0.0
) -> Array:
    """Return by how much the half-width of an interval of any named method is widened.

    The default has the rule of :func:`widen`; each of the others has one number, with which 95 %
    of mean departures held on the same series, short and long taken together. A large number is a
    method that does not suit most series: a straight line, or the mean of all the past.

    Examples
    --------
    >>> float(widen_method(Method.TREND, 20, 6)), float(widen_method(Method.DRIFT, 20, 6))
    (3.5, 1.8)
    """
    if method is Method.AVERAGE:
        return widen(points, steps, echo, known_share)
    share = np.asarray(known_share)
    shape = np.broadcast_shapes(np.shape(points), np.shape(steps), np.shape(share))
    return np.broadcast_to(np.sqrt(share + (1 - share) * OF_METHOD[method] ** 2), shape)

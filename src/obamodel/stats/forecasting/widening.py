"""By how much must the limits of a forecast be wider than its own method says?

Every method believes that its model is right and that its parameters are known, so its limits are
too narrow (Chatfield 1993). How much too narrow was measured on series whose later values are
known: ``benchmarks/calibration`` shows how, and the page *How often is it wrong?* what came of it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from obamodel.domain.baselines import Method
from obamodel.stats.forecasting.components import Array
from obamodel.stats.forecasting.straight_lines import STRONGEST_ECHO

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


def widen(points: Any, steps: Any, echo: Any = 0.0) -> Array:
    r"""Return by how much the half-width of an interval of the default baseline is widened.

    .. math:: w = 1.33 \left(1 + \tfrac{r}{2}\right) \left(1 + \tfrac{m}{5 n}\right)

    with *n* values before, *m* steps ahead and an echo of *r*: the more of one error is still
    there in the next, the further a series drifts unseen; and the further ahead a short history
    is stretched, the more it matters that its trend may change.

    Parameters
    ----------
    points
        How many values the forecast rests on.
    steps
        How many steps ahead the interval reaches.
    echo
        How strongly what is off the line this time is off it the next time, 0 to 0.95.

    Examples
    --------
    >>> round(float(widen(20, 10)), 3)  # 1.33 * 1.1
    1.463
    >>> round(float(widen(20, 10, echo=0.8)), 3)  # 1.33 * 1.1 * 1.4
    2.048
    """
    whole = ALWAYS * (1 + FOR_ECHO * np.asarray(echo))
    return np.asarray(whole * (1 + FOR_REACH * np.asarray(steps) / np.asarray(points)))


def widen_method(method: Method, points: Any, steps: Any, echo: Any = 0.0) -> Array:
    """Return by how much the half-width of an interval of any named method is widened.

    The default has the rule of :func:`widen`; each of the others has one number, with which 95%
    of mean departures held on the same series, short and long taken together. A large number is a
    method that does not suit most series: a straight line, or the mean of all the past.

    Examples
    --------
    >>> float(widen_method(Method.TREND, 20, 6)), float(widen_method(Method.DRIFT, 20, 6))
    (3.5, 1.8)
    """
    if method is Method.AVERAGE:
        return widen(points, steps, echo)
    return np.full(np.broadcast_shapes(np.shape(points), np.shape(steps)), OF_METHOD[method])


def raise_echo(echo: Any, known_share: Any) -> Array:
    """Return how strongly what is not sampling error echoes.

    Sampling error is new each time, so it hides the echo of the rest: where it makes up half of
    the variance of one step, the rest echoes twice as strongly as the whole.

    Parameters
    ----------
    echo
        How strongly the whole echoes, 0 to 0.95.
    known_share
        The share of the variance of one step that is known to be sampling error, 0 to 1.

    Examples
    --------
    >>> float(raise_echo(0.25, 0.5)), float(raise_echo(0.25, 0.9)), float(raise_echo(0.0, 1.0))
    (0.5, 0.95, 0.0)
    """
    echo = np.asarray(echo, dtype=float)
    rest = 1 - np.asarray(known_share, dtype=float)
    raised = np.full(np.broadcast_shapes(echo.shape, rest.shape), STRONGEST_ECHO)
    np.divide(echo, rest, out=raised, where=rest > 0)
    return np.asarray(np.where(echo > 0, np.minimum(raised, STRONGEST_ECHO), 0.0))


def find_share(known: Array, variance: Array) -> Array:
    """Return which share of a variance is known: 1 at the most, and 0 where there is no variance.

    Examples
    --------
    >>> find_share(np.array([1.0, 5.0, 0.0]), np.array([4.0, 4.0, 0.0])).tolist()
    [0.25, 1.0, 0.0]
    """
    found = np.zeros_like(variance)
    np.divide(known, variance, out=found, where=variance > 0)
    return np.asarray(np.minimum(found, 1.0))


def narrow(widening: Any, freedom: Any, known_share: Any) -> tuple[Array, Array]:
    r"""Return widening and degrees of freedom where part of the variance is known for sure.

    The sampling error of the later values themselves is the one part of the error of a forecast
    that is known without looking at the history: it has no model that might be wrong, and nothing
    of it is estimated. So it is not widened, which leaves
    :math:`\sqrt{k + (1 - k)\, w^2}` of a widening *w* where it is the share *k* of the variance,
    and the degrees of freedom are those of a sum of a variance that is known and one that is not
    (Satterthwaite 1946), :math:`\nu / (1 - k)^2`. The sampling error of the history is not taken
    out: it is what the level and the trend are blurred by, and it can hide how they wander.

    Parameters
    ----------
    widening, freedom
        As they are where nothing is known.
    known_share
        The share of the variance of the statement that is the sampling error of the later values
        in it, 0 to 1.

    Examples
    --------
    >>> widening, freedom = narrow(2.0, 5.0, 0.5)
    >>> round(float(widening), 3), float(freedom)  # the square root of 0.5 + 0.5 * 4; 5 / 0.25
    (1.581, 20.0)
    """
    share = np.asarray(known_share, dtype=float)
    left = np.sqrt(share + (1 - share) * np.asarray(widening) ** 2)
    with np.errstate(divide="ignore"):
        freer = np.asarray(freedom, dtype=float) / (1 - share) ** 2
    return np.asarray(left), np.asarray(freer)

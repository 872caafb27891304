r"""Between which limits does chance leave a difference or a ratio? The formulas, over arrays.

Two independent numbers with limits of their own make a difference and a ratio with limits: what
each may vary is squared and added (the method of variance estimates recovery, MOVER).
"""

import numpy as np

from obamodel.stats.intervals.limits import Limits
from obamodel.stats.intervals.reading import Array

Ends = tuple[Array, Array, Array]
"""A number, and the lower and the upper end of its interval."""


def limit_difference(first: Ends, second: Ends) -> Limits:
    r"""Find the limits of the first less the second.

    .. math::

       d - \sqrt{(a - a_l)^2 + (b_u - b)^2} \quad\text{and}\quad
       d + \sqrt{(a_u - a)^2 + (b - b_l)^2}.

    With Wilson's limits of two shares this is Newcombe's method 10.

    Notes
    -----
    Newcombe, *Statistics in Medicine* 17 (1998), 873-890, method 10; Zou and Donner, *Statistics
    in Medicine* 27 (2008), 1693-1702.
    """
    (a, a_low, a_high), (b, b_low, b_high) = first, second
    down, up = np.hypot(a - a_low, b_high - b), np.hypot(a_high - a, b - b_low)
    return a - b - down, a - b + up


def limit_ratio(first: Ends, second: Ends) -> Limits:
    r"""Find the limits of the first over the second, for numbers that are not below nought.

    They are the ratios :math:`R` between which the interval of :math:`a - R b` holds nought, so
    that this ratio and the difference never disagree on which of the two is higher.

    Notes
    -----
    Donner and Zou, *Statistical Methods in Medical Research* 21 (2012), 347-359; with Wilson's
    limits of two shares, Fagerland and Newcombe, *Statistics in Medicine* 32 (2013), 2823-2836.
    """
    (a, a_low, a_high), (b, b_low, b_high) = first, second
    product = a * b
    inside = product * product
    # The roots of two quadratics, written so that nothing is divided by what may be nought.
    low_end, from_high = a_low * (2 * a - a_low), b_high * (2 * b - b_high)
    below = product + np.sqrt(np.maximum(inside - low_end * from_high, 0.0))
    high_end, from_low = a_high * (2 * a - a_high), b_low * (2 * b - b_low)
    above = product + np.sqrt(np.maximum(inside - high_end * from_low, 0.0))
    lower = np.where(low_end > 0, low_end / np.where(below > 0, below, 1.0), 0.0)
    upper = np.where(from_low > 0, above / np.where(from_low > 0, from_low, 1.0), np.inf)
    return lower, upper


def limit_rate_ratio(
    counts: tuple[Array, Array], denominators: tuple[Array, Array], confidence: float
) -> Limits:
    r"""Find the exact limits of the ratio of two rates of events.

    Given :math:`x + y` events in all, those of the first are binomial with the share
    :math:`R n / (R n + m)`: the exact limits of that share give those of the ratio :math:`R`.

    Notes
    -----
    Przyborowski and Wilenski, *Biometrika* 31 (1940), 313-323; Fay, *The R Journal* 2 (2010),
    53-58. R's ``poisson.test`` gives the same limits.
    """
    from scipy.special import betaincinv

    tail, (x, y) = (1 - confidence) / 2, counts
    scale = denominators[1] / denominators[0]
    some_x, some_y = np.maximum(x, 1), np.maximum(y, 1)
    low, low_rest = betaincinv(some_x, y + 1, tail), betaincinv(y + 1, some_x, 1 - tail)
    high, high_rest = betaincinv(x + 1, some_y, 1 - tail), betaincinv(some_y, x + 1, tail)
    lower = np.where(x == 0, 0.0, low / low_rest * scale)
    upper = np.where(y == 0, np.inf, high / high_rest * scale)
    return lower, upper

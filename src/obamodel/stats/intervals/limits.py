r"""Between which limits does chance leave a share or a count? The formulas, over arrays.

What is given here has been checked; the questions in this package do that.
"""

import numpy as np

from obamodel.stats.intervals.reading import Array, Mask

EXACT_BELOW = 10
"""Below so many events the exact limits are used, and Byar's from there on, as OHID publishes."""

Limits = tuple[Array, Array]


def find_deviate(confidence: float) -> float:
    """Find how many standard deviations leave a share of chance between them.

    Examples
    --------
    >>> round(find_deviate(0.95), 4)
    1.96
    """
    from scipy.special import ndtri

    return float(-ndtri((1 - confidence) / 2))


def limit_share_by_wilson(numerators: Array, denominators: Array, confidence: float) -> Limits:
    r"""Find Wilson's score limits of shares.

    With :math:`x` of :math:`n`, :math:`p = x / n` and the normal deviate :math:`z`,

    .. math:: \frac{x + z^2/2 \pm z \sqrt{n p (1 - p) + z^2/4}}{n + z^2}.

    Notes
    -----
    Wilson, *Journal of the American Statistical Association* 22 (1927), 209-212.
    """
    z = find_deviate(confidence)
    rest = denominators - numerators
    spread = z * np.sqrt(numerators * rest / denominators + z * z / 4)
    middle, width = numerators + z * z / 2, denominators + z * z
    # At the ends rounding must leave none of a share that is none, or all of one that is all.
    lower = np.where(numerators == 0, 0.0, (middle - spread) / width)
    upper = np.where(rest == 0, 1.0, (middle + spread) / width)
    return lower, upper


def limit_share_exactly(numerators: Array, denominators: Array, confidence: float) -> Limits:
    """Find the exact binomial limits of shares.

    Notes
    -----
    Clopper and Pearson, *Biometrika* 26 (1934), 404-413.
    """
    from scipy.special import betaincinv

    tail = (1 - confidence) / 2
    rest = denominators - numerators
    # One less than all, or more than none, stands in where the limit is known without it.
    some, others = np.maximum(numerators, 1), np.maximum(rest, 1)
    lower = np.where(numerators == 0, 0.0, betaincinv(some, rest + 1, tail))
    upper = np.where(rest == 0, 1.0, 1 - betaincinv(others, numerators + 1, tail))
    return lower, upper


def limit_count_exactly(counts: Array, confidence: float) -> Limits:
    r"""Find the exact Poisson limits of counts of events.

    Half the quantiles of chi-square with :math:`2x` and :math:`2x + 2` degrees of freedom.

    Notes
    -----
    Garwood, *Biometrika* 28 (1936), 437-442; Armitage and Berry, *Statistical Methods in Medical
    Research*, 4th edition (2002).
    """
    from scipy.special import gammainccinv, gammaincinv

    tail = (1 - confidence) / 2
    lower = np.where(counts == 0, 0.0, gammaincinv(np.maximum(counts, 1), tail))
    return lower, np.asarray(gammainccinv(counts + 1, tail))


def limit_count_by_byar(counts: Array, confidence: float) -> Limits:
    r"""Find Byar's limits of counts of events.

    .. math::

       x \left(1 - \frac{1}{9x} - \frac{z}{3\sqrt{x}}\right)^3
       \quad\text{and}\quad
       (x+1) \left(1 - \frac{1}{9(x+1)} + \frac{z}{3\sqrt{x+1}}\right)^3.

    Below about two events the first of them would be under nought, and is nought.

    Notes
    -----
    Breslow and Day, *Statistical Methods in Cancer Research*, volume 2 (1987), p. 69.
    """
    z = find_deviate(confidence)
    some, more = np.maximum(counts, 1), counts + 1
    below = np.maximum(1 - 1 / (9 * some) - z / (3 * np.sqrt(some)), 0.0)
    above = 1 - 1 / (9 * more) + z / (3 * np.sqrt(more))
    # Multiplied out: a power may differ in its last digit from one place of an array to another.
    return np.where(counts == 0, 0.0, some * below * below * below), more * above * above * above


def limit_count_as_published(counts: Array, confidence: float) -> tuple[Limits, Mask]:
    """Find the limits of counts as public health in England publishes them.

    Returns
    -------
    limits
        Exact below ten events, Byar's from ten.
    exact
        Where they are exact.

    Notes
    -----
    Office for Health Improvement and Disparities, *Fingertips Public Health Technical Guidance*;
    PHEindicatormethods.
    """
    exact = counts < EXACT_BELOW
    exactly, by_byar = (
        limit_count_exactly(counts, confidence),
        limit_count_by_byar(counts, confidence),
    )
    lower, upper = (np.where(exact, *pair) for pair in zip(exactly, by_byar, strict=True))
    return (lower, upper), exact

"""How often would chance alone put so few, or so many, people into one group?"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def find_chances_of_shares(counts: Array, total: float, shares: Array) -> Array:
    r"""Find how often as few or as many would be in a group, if all were drawn by lot.

    Twice the smaller of the two exact binomial tails, and never above 1: being too few and being
    too many are each given half of the chance.

    Parameters
    ----------
    counts
        How many are in each group, of shape (groups,).
    total
        How many there are in all.
    shares
        The share of the population that each group is, above 0 and at most 1.

    Notes
    -----
    The test that goes with the interval of Clopper and Pearson, *Biometrika* 26 (1934), 404-413.

    Examples
    --------
    None of ten where half are expected: twice 1 in 1,024.

    >>> find_chances_of_shares(np.array([0.0]), 10, np.array([0.5])).round(6)
    array([0.001953])
    """
    from scipy.special import betainc

    some = np.maximum(counts, 1)
    # P(X >= x) is I_p(x, n - x + 1); P(X <= x) is 1 - I_p(x + 1, n - x), by the other end of it.
    as_many = np.where(counts > 0, betainc(some, total - some + 1, shares), 1.0)
    fewer = np.minimum(counts, total - 1)
    as_few = np.where(counts < total, betainc(total - fewer, fewer + 1, 1 - shares), 1.0)
    return np.asarray(np.minimum(1.0, 2 * np.minimum(as_few, as_many)))


def find_chances_of_split(counts: Array, sizes: Array, total: float) -> Array:
    """Find how often a group would fall apart as unevenly, if the two halves were drawn by lot.

    Twice the smaller of the two exact hypergeometric tails, and never above 1.

    Parameters
    ----------
    counts
        How many of each group are in the first of two bodies of people, of shape (groups,).
    sizes
        How many of each group there are in both together.
    total
        How many people are in the first.

    Notes
    -----
    Fisher, *Journal of the Royal Statistical Society* 98 (1935), 39-82.

    Examples
    --------
    Four women and four men in two teams of four; a team of women alone is 1 of 70 draws.

    >>> split = find_chances_of_split(np.array([4.0, 0.0]), np.array([4.0, 4.0]), 4)
    >>> (70 * split).round(6)
    array([2., 2.])
    """
    everybody = float(sizes.sum())
    return np.array(
        [
            _find_chance_of_one(float(count), float(size), float(total), everybody)
            for count, size in zip(counts, sizes, strict=True)
        ]
    )


def _find_chance_of_one(count: float, size: float, total: float, everybody: float) -> float:
    others = everybody - size
    lowest = max(0.0, total - others)
    possible = np.arange(lowest, min(size, total) + 1)
    log_chance = choose_log(size, possible) + choose_log(others, total - possible)
    chance = np.exp(log_chance - log_chance.max())
    chance /= chance.sum()
    at = round(count - lowest)
    return float(min(1.0, 2 * min(chance[: at + 1].sum(), chance[at:].sum())))


def choose_log(size: float | Array, taken: Array) -> Array:
    """Find the logarithm of how many ways there are to take some of a group.

    Examples
    --------
    >>> np.exp(choose_log(5, np.array([2.0]))).round(6)
    array([10.])
    """
    from scipy.special import gammaln

    return np.asarray(gammaln(size + 1.0) - gammaln(taken + 1) - gammaln(size - taken + 1.0))


def expect_dissimilarity(total: float, shares: Array) -> float:
    r"""Find the dissimilarity that chance alone brings, if all were drawn by lot.

    Half the sum of the mean deviations of binomial shares. With :math:`m` the whole part of
    :math:`n p` and one more,

    .. math:: E|X/n - p| = \frac{2 m}{n} \binom{n}{m} p^m (1 - p)^{n - m + 1}.

    Parameters
    ----------
    total
        How many people there are.
    shares
        The share of the population that each group is, between 0 and 1.

    Notes
    -----
    De Moivre, *Miscellanea Analytica* (1730); Diaconis and Zabell, *Statistical Science* 6
    (1991), 284-302.

    Examples
    --------
    One person is in one of two halves, and both are then half a person off.

    >>> round(expect_dissimilarity(1, np.array([0.5, 0.5])), 6)
    0.5
    """
    most = np.minimum(np.floor(total * shares) + 1, total)
    logs = choose_log(total, most) + most * np.log(shares) + (total - most + 1) * np.log1p(-shares)
    return float((most / total * np.exp(logs)).sum())

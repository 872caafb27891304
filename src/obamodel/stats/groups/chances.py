"""How often would chance alone make a gap as large as that between two groups?"""

import numpy as np

from obamodel.stats.forecasting.components import Array
from obamodel.stats.turning.families import adjust_chances

LEAST_EXPECTED = 5
"""With fewer expected in any of the four places of a table, the exact test is used."""

Pair = tuple[float, float]
"""How many, and out of how many."""


def find_chance_of_shares(first: Pair, second: Pair) -> float:
    """Find how often two groups of the same share would differ by so much (two-sided p value).

    Pearson's chi-square without a correction where 5 or more are expected in every place of the
    table, else Fisher's exact test.

    Notes
    -----
    R's ``prop.test(correct = FALSE)`` and ``fisher.test`` give the same.

    Examples
    --------
    >>> round(find_chance_of_shares((56, 70), (48, 80)), 5)
    0.00805
    """
    (x, n), (y, m) = first, second
    share = (x + y) / (n + m)
    if share in (0, 1):
        return 1.0
    if min(n, m) * min(share, 1 - share) < LEAST_EXPECTED:
        from scipy.stats import fisher_exact

        table = np.array([[int(x), int(n - x)], [int(y), int(m - y)]])
        return float(fisher_exact(table).pvalue)
    from scipy.special import ndtr

    error = np.sqrt(share * (1 - share) * (1 / n + 1 / m))
    return float(2 * ndtr(-abs(x / n - y / m) / error))


def find_chance_of_rates(first: Pair, second: Pair) -> float:
    """Find how often two groups of the same rate would differ by so much (two-sided p value).

    Given all events, those of the first group are binomial with its share of the denominators.

    Notes
    -----
    Przyborowski and Wilenski, *Biometrika* 31 (1940), 313-323. R's ``poisson.test`` gives the same.

    Examples
    --------
    >>> round(find_chance_of_rates((11, 800), (21, 3011)), 5)
    0.07967
    """
    (x, n), (y, m) = first, second
    if x + y == 0:
        return 1.0
    from scipy.stats import binomtest

    return float(binomtest(int(x), int(x + y), n / (n + m)).pvalue)


def adjust_for_looking(chances: Array) -> Array:
    """Return the step-down p values of Holm (1979) of groups that were looked at together.

    Examples
    --------
    >>> adjust_for_looking(np.array([0.01, 0.04, 0.03])).round(3).tolist()
    [0.03, 0.06, 0.06]
    """
    return adjust_chances(chances, np.zeros(1)) if len(chances) else chances

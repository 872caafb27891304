"""Which numbers of people can chance alone put into the groups?"""

import numpy as np

from obamodel.stats.presence.chances import Array, choose_log


class Lot:
    """People drawn by lot from a population whose shares are known.

    Parameters
    ----------
    counts
        How many are in each group, of shape (groups,).
    shares
        The share of the population that each group is; above 0 and adding up to 1.
    """

    def __init__(self, counts: Array, shares: Array) -> None:
        self.observed: Array = counts
        self.shares: Array = shares
        self.total: int = round(float(counts.sum()))
        self.expected: Array = shares * self.total
        self.most: list[int] = [self.total] * len(counts)

    def weigh(self, group: int) -> Array:
        """Return what 0, 1, 2, ... people in a group add to the logarithm of the chance."""
        from scipy.special import gammaln

        number = np.arange(self.total + 1.0)
        return np.asarray(number * np.log(self.shares[group]) - gammaln(number + 1))

    def measure(self, counts: Array, group: int | slice) -> Array:
        """Return what counts in a group, or in each of them, add to chi-square."""
        expected = self.expected[group]
        return np.asarray((counts - expected) ** 2 / expected)

    def draw(self, rng: np.random.Generator, number: int) -> Array:
        """Draw outcomes, of shape (number, groups)."""
        return rng.multinomial(self.total, self.shares, size=number).astype(np.float64)

    def find_effect(self, statistic: float) -> float:
        """Return Cohen's w of a chi-square."""
        return float(np.sqrt(statistic / self.total))


class Split:
    """Two bodies of people made by lot of all who are in either, each as large as it is.

    Parameters
    ----------
    counts, others
        How many of each group are in the one and in the other, of shape (groups,).
    """

    def __init__(self, counts: Array, others: Array) -> None:
        self.observed: Array = counts
        self.sizes: Array = counts + others
        self.total: int = round(float(counts.sum()))
        self.everybody: float = float(self.sizes.sum())
        share = self.total / self.everybody
        self.here: Array = self.sizes * share
        self.there: Array = self.sizes * (1 - share)
        self.expected: Array = np.minimum(self.here, self.there)
        self.most: list[int] = [min(round(float(size)), self.total) for size in self.sizes]

    def weigh(self, group: int) -> Array:
        """Return what 0, 1, 2, ... people in a group add to the logarithm of the chance."""
        return choose_log(float(self.sizes[group]), np.arange(self.most[group] + 1.0))

    def measure(self, counts: Array, group: int | slice) -> Array:
        """Return what counts in a group, or in each of them, add to chi-square."""
        off = (counts - self.here[group]) ** 2
        return np.asarray(off / self.here[group] + off / self.there[group])

    def draw(self, rng: np.random.Generator, number: int) -> Array:
        """Draw outcomes, of shape (number, groups)."""
        sizes = self.sizes.astype(np.int64)
        drawn = rng.multivariate_hypergeometric(sizes, self.total, size=number, method="marginals")
        return drawn.astype(np.float64)

    def find_effect(self, statistic: float) -> float:
        """Return Cohen's w of a chi-square."""
        return float(np.sqrt(statistic / self.everybody))

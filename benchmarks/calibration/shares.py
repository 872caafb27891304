"""How often did something happen, and how sure is that?"""

import math
from collections.abc import Iterable

from attrs import frozen

NORMAL_95 = 1.959963984540054
NORMAL_99 = 2.5758293035489004


@frozen
class Share:
    """So many of so many.

    Parameters
    ----------
    happened, of
        How often it happened, of how many.
    """

    happened: float
    of: int

    @property
    def value(self) -> float:
        """The share, 0 to 1."""
        return self.happened / self.of

    def limits(self, quantile: float = NORMAL_95) -> tuple[float, float]:
        """Return the interval of Wilson (1927)."""
        square = quantile**2
        middle = self.happened + square / 2
        root = math.sqrt(square + 4 * self.happened * (1 - self.value))
        whole = self.of + square
        return (middle - quantile * root / 2) / whole, (middle + quantile * root / 2) / whole

    def passes(self, bound: float) -> bool:
        """Whether it is surely more than a bound: the lower 99% limit lies above it."""
        return self.limits(NORMAL_99)[0] > bound

    def misses(self, floor: float) -> bool:
        """Whether it is surely less than a floor: the upper 99% limit lies below it."""
        return self.limits(NORMAL_99)[1] < floor

    def __str__(self) -> str:
        """Say it out of 100, with its 95% interval."""
        lower, upper = (100 * one for one in self.limits())
        return f"{100 * self.value:.1f} ({lower:.1f} to {upper:.1f})"


def share_of(flags: Iterable[object]) -> Share:
    """Return how many of a list of yes and no are yes; a part of one counts as such."""
    kept = [float(one) for one in flags]  # type: ignore[arg-type]  # numpy's own booleans
    return Share(sum(kept), len(kept))


def pool(shares: Iterable[Share]) -> Share:
    """Return several shares as one."""
    kept = list(shares)
    return Share(sum(one.happened for one in kept), sum(one.of for one in kept))

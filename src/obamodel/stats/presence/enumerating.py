"""How likely is each way in which so many people can fall into the groups?"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MOST_OUTCOMES = 1_000_000
"""With more ways than this, chance is drawn instead of counted out."""

_TIE = 1e-9
"""Outcomes whose distance differs by rounding alone are the same distance."""


def bound_outcomes(total: int, most: Sequence[int]) -> float:
    """Find how many ways there are, at most, in which a total can fall into groups.

    Parameters
    ----------
    total
        How many there are.
    most
        How many each group can hold.

    Examples
    --------
    Nine in three groups without a limit: 11 x 10 / 2. With room for one and for two in the first
    two groups, those can be filled in 2 x 3 ways, and the third takes the others.

    >>> round(bound_outcomes(9, [9, 9, 9])), round(bound_outcomes(9, [1, 2, 9]))
    (55, 6)
    """
    groups = len(most)
    # In logarithms, since the ways of a large town in many groups are past all numbers.
    free = math.lgamma(total + groups) - math.lgamma(total + 1) - math.lgamma(groups)
    held = math.fsum(math.log(min(cap, total) + 1) for cap in sorted(most)[:-1])
    return math.exp(min(free, held, 700.0))


def sum_chances_as_far(
    total: int, log_weights: Sequence[Array], distances: Sequence[Array], observed: float
) -> tuple[float, int]:
    """Add up the chances of all outcomes that lie as far off as what was seen, or further.

    Returns that chance, and how many outcomes there are in all.

    Parameters
    ----------
    total
        How many people there are.
    log_weights
        For each group, one number for 0, 1, 2, ... people in it: what that adds to the logarithm
        of the chance of an outcome, up to a number that is the same for all outcomes.
    distances
        For each group, as many: what that adds to the distance.
    observed
        The distance that was seen.

    Examples
    --------
    A coin thrown twice: two of a kind lie as far off as two heads.

    >>> logs = [np.log([2.0, 2.0, 1.0])] * 2
    >>> far = [np.array([1.0, 0.0, 1.0])] * 2
    >>> chance, outcomes = sum_chances_as_far(2, logs, far, 2.0)
    >>> round(chance, 6), outcomes
    (0.5, 3)
    """
    # The largest group comes last and takes whoever is left, so that no list grows needlessly.
    order = sorted(range(len(log_weights)), key=lambda group: len(log_weights[group]))
    log_weights = [log_weights[group] for group in order]
    distances = [distances[group] for group in order]
    left = np.array([total])
    log_chance, distance = np.zeros(1), np.zeros(1)
    for logs, far in zip(log_weights[:-1], distances[:-1], strict=True):
        choices = np.minimum(left, len(logs) - 1) + 1
        row = np.repeat(np.arange(len(left)), choices)
        taken = np.arange(len(row)) - np.repeat(np.cumsum(choices) - choices, choices)
        log_chance = log_chance[row] + logs[taken]
        distance = distance[row] + far[taken]
        left = left[row] - taken
    fits = left < len(log_weights[-1])
    log_chance = log_chance[fits] + log_weights[-1][left[fits]]
    distance = distance[fits] + distances[-1][left[fits]]
    chance = np.exp(log_chance - log_chance.max())
    as_far = distance >= observed - _TIE * max(1.0, observed)
    return float(chance[as_far].sum() / chance.sum()), len(chance)

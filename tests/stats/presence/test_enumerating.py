"""Is every outcome counted out, once, with its chance?"""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.stats.presence.enumerating import bound_outcomes, sum_chances_as_far


@pytest.mark.parametrize(
    ("total", "most"),
    [(9, [9, 9, 9]), (9, [1, 2, 9]), (4, [4, 4]), (4, [2, 3, 4]), (6, [3, 3, 3, 3])],
)
def test_there_are_no_more_outcomes_than_are_said(total: int, most: list[int]) -> None:
    ways = sum(
        sum(outcome) == total for outcome in itertools.product(*(range(cap + 1) for cap in most))
    )
    assert bound_outcomes(total, most) >= ways - 1e-6


def test_without_limits_the_bound_is_the_number_of_outcomes() -> None:
    assert bound_outcomes(40, [40] * 5) == pytest.approx(math.comb(44, 4))


def test_the_ways_of_a_town_in_many_groups_are_past_the_bound_and_no_error() -> None:
    assert bound_outcomes(1_000_000, [1_000_000] * 90) > 1e300


@given(
    weights=st.lists(st.floats(0.05, 1), min_size=2, max_size=4),
    total=st.integers(1, 7),
    observed=st.floats(0, 30),
)
def test_the_chance_is_that_of_a_plain_list_of_all_outcomes(
    weights: list[float], total: int, observed: float
) -> None:
    # Each outcome in turn, with the multinomial formula and the distance |x - 1|, in full.
    shares = [weight / sum(weights) for weight in weights]
    far = chance = 0.0
    for outcome in itertools.product(range(total + 1), repeat=len(shares)):
        if sum(outcome) != total:
            continue
        ways = math.factorial(total) / math.prod(math.factorial(x) for x in outcome)
        of_it = ways * math.prod(p**x for p, x in zip(shares, outcome, strict=True))
        chance += of_it
        far += of_it if sum(abs(x - 1) for x in outcome) >= observed - 1e-9 else 0.0
    logs = [
        np.array([x * math.log(p) - math.lgamma(x + 1) for x in range(total + 1)]) for p in shares
    ]
    distances = [np.abs(np.arange(total + 1.0) - 1)] * len(shares)
    found, outcomes = sum_chances_as_far(total, logs, distances, observed)
    assert chance == pytest.approx(1)
    assert found == pytest.approx(far, abs=1e-9)
    assert outcomes == math.comb(total + len(shares) - 1, len(shares) - 1)

"""Is the chance of so few, or so many, what exact tables and R say?"""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.stats.presence.chances import (
    choose_log,
    expect_dissimilarity,
    find_chances_of_shares,
    find_chances_of_split,
)


@pytest.mark.parametrize(
    ("count", "total", "share", "expected"),
    [
        # R 4: 2 * min(pbinom(x, n, p), 1 - pbinom(x - 1, n, p)), and never above 1
        (0, 20, 0.3, 0.001595845326),
        (3, 20, 0.3, 0.214173609),
        (682, 925, 0.75, 0.3920185341),
        (9, 12, 0.5, 0.1459960938),
        (6, 12, 0.5, 1.0),
    ],
)
def test_the_chance_of_a_share_is_twice_r_s_smaller_tail(
    count: int, total: int, share: float, expected: float
) -> None:
    found = find_chances_of_shares(np.array([float(count)]), total, np.array([share]))
    assert found[0] == pytest.approx(expected, rel=1e-8)


@given(st.integers(1, 30), st.integers(0, 30), st.floats(0.01, 0.99))
def test_the_chance_of_a_share_is_twice_the_smaller_sum_of_the_formula(
    total: int, given_count: int, share: float
) -> None:
    count = min(given_count, total)
    chances = [
        math.comb(total, x) * share**x * (1 - share) ** (total - x) for x in range(total + 1)
    ]
    twice = min(1.0, 2 * min(sum(chances[: count + 1]), sum(chances[count:])))
    found = find_chances_of_shares(np.array([float(count)]), total, np.array([share]))
    assert found[0] == pytest.approx(twice, rel=1e-9, abs=1e-12)


def test_a_group_that_everybody_is_in_leaves_nothing_to_chance() -> None:
    everybody, not_all = find_chances_of_shares(np.array([5.0, 4.0]), 5, np.array([1.0, 1.0]))
    assert (everybody, not_all) == (1.0, 0.0)


def test_the_chance_of_a_split_is_twice_r_s_smaller_tail() -> None:
    # R 4: 2 * min(phyper(x, g, N - g, n), 1 - phyper(x - 1, g, N - g, n))
    found = find_chances_of_split(np.array([762.0, 327, 468]), np.array([1246.0, 566, 945]), 1557)
    assert found == pytest.approx([7.845628842e-06, 0.5149384858, 1.385684169e-07], rel=1e-7)
    few = find_chances_of_split(np.array([3.0, 1]), np.array([4.0, 9]), 4)
    assert few == pytest.approx([0.1034965035] * 2, rel=1e-8)


def test_the_ways_to_take_some_of_a_group_are_those_of_pascal() -> None:
    assert np.exp(choose_log(6, np.arange(7.0))) == pytest.approx([1, 6, 15, 20, 15, 6, 1])


def test_the_dissimilarity_of_chance_is_the_mean_over_the_whole_distribution() -> None:
    # R 4: sum(dbinom(0:20, 20, p) * abs(0:20 / 20 - p)) for each, halved and added
    shares = np.array([0.5, 0.3, 0.2])
    assert expect_dissimilarity(20, shares) == pytest.approx(0.1192053537, rel=1e-9)


@given(st.integers(1, 200), st.lists(st.floats(0.01, 1), min_size=2, max_size=6))
def test_the_dissimilarity_of_chance_is_the_sum_of_the_formula(
    total: int, weights: list[float]
) -> None:
    shares = np.array(weights) / sum(weights)
    number = np.arange(total + 1.0)
    expected = sum(
        (np.exp(choose_log(total, number) + number * np.log(p) + (total - number) * np.log1p(-p)))
        @ np.abs(number / total - p)
        for p in shares
    )
    assert expect_dissimilarity(total, shares) == pytest.approx(expected / 2, rel=1e-8)

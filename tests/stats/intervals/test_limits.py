"""Whether the formulas hold at their ends, and the two for counts are joined at ten."""

import numpy as np
import pytest

from obamodel.stats.intervals.limits import (
    find_deviate,
    limit_count_as_published,
    limit_count_by_byar,
    limit_count_exactly,
    limit_share_by_wilson,
    limit_share_exactly,
)


def test_the_deviates_are_those_of_the_tables() -> None:
    # R: qnorm(.975), qnorm(.999)
    assert find_deviate(0.95) == pytest.approx(1.959963984540, abs=1e-12)
    assert find_deviate(0.998) == pytest.approx(3.090232306168, abs=1e-12)


def test_none_and_all_have_an_end_that_is_none_and_all() -> None:
    counted, whole = np.array([0.0, 7.0]), np.array([7.0, 7.0])
    for limit in (limit_share_by_wilson, limit_share_exactly):
        lower, upper = limit(counted, whole, 0.95)
        assert lower[0] == 0
        assert upper[1] == 1


def test_byars_formula_is_the_printed_one() -> None:
    # Breslow and Day (1987), worked out by hand for 100 events with z = 1.959964.
    lower, upper = limit_count_by_byar(np.array([100.0]), 0.95)
    assert lower[0] == pytest.approx(100 * (1 - 1 / 900 - 1.959963984540 / 30) ** 3)
    assert upper[0] == pytest.approx(101 * (1 - 1 / 909 + 1.959963984540 / (3 * 101**0.5)) ** 3)


def test_byars_lower_limit_is_never_below_nought() -> None:
    # At 99.8% the formula for one event is the cube of a negative number.
    lower, _ = limit_count_by_byar(np.array([0.0, 1.0]), 0.998)
    assert lower.tolist() == [0, 0]


def test_the_published_limits_change_from_exact_to_byar_at_ten() -> None:
    counts = np.arange(20.0)
    (lower, upper), exact = limit_count_as_published(counts, 0.95)
    assert exact.tolist() == [True] * 10 + [False] * 10
    for index, limits in ((9, limit_count_exactly), (10, limit_count_by_byar)):
        low, high = limits(counts, 0.95)
        assert (lower[index], upper[index]) == (low[index], high[index])

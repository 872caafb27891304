"""Whether limits of differences and ratios are those that their authors published."""

import numpy as np
import pytest
from hypothesis import given

from obamodel.stats.intervals.combining import limit_difference, limit_rate_ratio, limit_ratio
from obamodel.stats.intervals.limits import limit_share_by_wilson
from tests.stats.intervals.building import CONFIDENCES, shares

Ends = tuple[np.ndarray, np.ndarray, np.ndarray]


def wilson(numerators: list[int], denominators: list[int], confidence: float = 0.95) -> Ends:
    counted, whole = np.array(numerators, dtype=float), np.array(denominators, dtype=float)
    return (counted / whole, *limit_share_by_wilson(counted, whole, confidence))


def test_newcombes_eight_differences_have_the_limits_of_his_method_10() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, (a) to (h).
    lower, upper = limit_difference(
        wilson([56, 9, 6, 5, 0, 0, 10, 10], [70, 10, 7, 56, 10, 10, 10, 10]),
        wilson([48, 3, 2, 0, 0, 0, 0, 0], [80, 10, 7, 29, 20, 10, 20, 10]),
    )
    assert lower.round(4).tolist() == pytest.approx(
        [0.0524, 0.1705, 0.0582, -0.0381, -0.1611, -0.2775, 0.6791, 0.6075]
    )
    assert upper.round(4).tolist() == pytest.approx(
        [0.3339, 0.8090, 0.8062, 0.1926, 0.2775, 0.2775, 1.0, 1.0]
    )


def test_fagerland_and_newcombes_ratios_have_their_limits() -> None:
    # Fagerland and Newcombe, Statistics in Medicine 32 (2013), 2823-2836: MOVER-R Wilson.
    lower, upper = limit_ratio(wilson([24, 29, 7], [73, 55, 18]), wilson([53, 11, 1], [65, 11, 18]))
    assert lower.round(3).tolist() == [0.282, 0.398, 1.277]
    assert upper.round(3).tolist() == [0.563, 0.761, 40.751]


def test_a_ratio_over_nought_has_no_upper_end() -> None:
    lower, upper = limit_ratio(wilson([3, 0], [10, 10]), wilson([0, 0], [10, 10]))
    assert lower[0] > 0
    assert lower[1] == 0
    assert np.isinf(upper).all()


@given(shares(), shares(), CONFIDENCES)
def test_the_ratio_says_higher_where_the_difference_does(
    one: tuple[int, int], other: tuple[int, int], confidence: float
) -> None:
    first, second = (wilson([each[0]], [each[1]], confidence) for each in (one, other))
    (lower, upper), (below, above) = limit_difference(first, second), limit_ratio(first, second)
    # Where an end lies on no difference to the last digits, either may say so.
    if abs(lower[0]) > 1e-9:
        assert (lower[0] > 0) == (below[0] > 1)
    if abs(upper[0]) > 1e-9:
        assert (upper[0] < 0) == (above[0] < 1)


@given(shares(), shares(), CONFIDENCES)
def test_between_the_limits_of_the_ratio_nought_fits_and_beyond_it_does_not(
    one: tuple[int, int], other: tuple[int, int], confidence: float
) -> None:
    first, second = (wilson([each[0]], [each[1]], confidence) for each in (one, other))
    lower, upper = limit_ratio(first, second)

    def fits(ratio: float) -> bool:
        scaled = tuple(ratio * end for end in second)
        low, high = limit_difference(first, scaled)  # type: ignore[arg-type]  # three ends
        return bool(low[0] <= 0 <= high[0])

    if lower[0] > 0:
        assert fits(lower[0] * 1.000001)
        assert not fits(lower[0] * 0.999999)
    if np.isfinite(upper[0]):
        assert fits(upper[0] * 0.999999)
        assert not fits(upper[0] * 1.000001)


def test_the_ratio_of_two_rates_has_the_limits_of_r_and_of_fay() -> None:
    # Fay, rateratio.test (2022): 2 in 17877 against 9 in 16660, 0.02177406 to 1.00054910.
    # R: poisson.test(c(11, 21), c(800, 3011)); (c(0, 5), c(10, 20)); (c(5, 0), c(10, 20))
    counts = (np.array([2.0, 11, 0, 5]), np.array([9.0, 21, 5, 0]))
    among = (np.array([17877.0, 800, 10, 10]), np.array([16660.0, 3011, 20, 20]))
    lower, upper = limit_rate_ratio(counts, among, 0.95)
    assert lower == pytest.approx([0.0217740627591, 0.858426403392, 0, 1.83271171463], rel=1e-11)
    assert upper[:3] == pytest.approx([1.0005491044877, 4.277265943654, 2.18255821037], rel=1e-11)
    assert np.isinf(upper[3])


def test_the_ratio_keeps_its_digits_where_one_count_dwarfs_the_other() -> None:
    lower, upper = limit_rate_ratio(
        (np.array([1e9, 1.0]), np.array([1.0, 1e9])), (np.ones(2), np.ones(2)), 0.95
    )
    # Held against each other the other way round, the limits are one over each other.
    assert lower[0] * upper[1] == pytest.approx(1, rel=1e-9)
    assert upper[0] * lower[1] == pytest.approx(1, rel=1e-9)

"""How far values lie from their forecast, and how sure that is."""

import numpy as np
import pytest
from scipy import stats

from obamodel.stats.turning.contrasts import average_over, find_chance, measure_contrast

NAN = np.nan


def test_the_weights_of_an_average_are_one_over_how_many_were_seen() -> None:
    after = np.array([[7.0, 8.0, 9.0], [NAN, 1.0, 2.0], [NAN, NAN, NAN]])
    expected = [[1 / 3] * 3, [0, 0.5, 0.5], [0, 0, 0]]
    assert average_over(after).tolist() == expected
    assert average_over(after[:1]).tolist() == expected[0]


@pytest.mark.parametrize("freedom", [4.0, 17.0, np.inf])
def test_an_interval_is_the_sum_and_so_many_widened_standard_errors_either_side(
    freedom: float,
) -> None:
    departures = np.array([[3.0, 5.0, 10.0]])
    found = measure_contrast(
        departures, np.full(3, 1 / 3), np.array([4.0]), np.array([freedom]), np.array([1.5])
    )
    quantile = stats.norm if np.isinf(freedom) else stats.t(freedom)
    assert found.value.tolist() == [6.0]
    assert found.number.tolist() == [3]
    assert found.lower[0] == pytest.approx(6 - quantile.ppf(0.975) * 1.5 * 2)
    assert found.upper[0] == pytest.approx(6 + quantile.ppf(0.975) * 1.5 * 2)
    assert found.lower_inner[0] == pytest.approx(6 - quantile.ppf(0.9) * 1.5 * 2)
    assert found.upper_inner[0] == pytest.approx(6 + quantile.ppf(0.9) * 1.5 * 2)


def test_what_was_not_seen_has_no_part_and_nothing_seen_has_no_value() -> None:
    departures = np.array([[3.0, NAN], [NAN, NAN]])
    found = measure_contrast(
        departures,
        average_over(departures),
        np.array([1.0, 0.0]),
        np.array([9.0, 9.0]),
        np.array([1.0, 1.0]),
    )
    np.testing.assert_array_equal(found.value, [3.0, NAN])
    assert found.number.tolist() == [1, 0]


def test_what_came_after_less_what_came_during_is_a_sum_with_weights_of_both_signs() -> None:
    weights = np.array([[-0.5, -0.5, 1.0]])
    found = measure_contrast(
        np.array([[2.0, 4.0, 1.0]]), weights, np.ones(1), np.full(1, np.inf), np.ones(1)
    )
    assert found.value.tolist() == [-2.0]


def test_a_past_without_ups_and_downs_gives_no_interval() -> None:
    found = measure_contrast(
        np.array([[2.0]]), np.ones(1), np.zeros(1), np.full(1, 9.0), np.ones(1)
    )
    assert np.isnan(found.half_outer).all()
    assert np.isnan(found.lower_inner).all()


@pytest.mark.parametrize("count", [1, 3, 8, 13])
def test_the_same_weights_for_all_and_for_each_give_the_same_bits(count: int) -> None:
    departures = np.random.default_rng(count).normal(size=(6, count))
    rest = (np.ones(6), np.full(6, 9.0), np.ones(6))
    weights = np.full(count, 1 / count)
    shared = measure_contrast(departures, weights, *rest)
    each = measure_contrast(departures, np.tile(weights, (6, 1)), *rest)
    assert shared.value.tolist() == each.value.tolist()
    assert shared.number.tolist() == each.number.tolist()


@pytest.mark.parametrize("freedom", [3.0, 12.5, np.inf])
@pytest.mark.parametrize("ratio", [0.0, 0.4, 1.0, 2.5])
def test_the_p_value_is_that_of_a_two_sided_test(ratio: float, freedom: float) -> None:
    # An interval that just touches 0 has 0.05.
    quantile = stats.norm if np.isinf(freedom) else stats.t(freedom)
    wanted = 2 * quantile.sf(ratio * quantile.ppf(0.975))
    found = find_chance(np.array([-ratio, ratio]), np.ones(2), np.full(2, freedom))
    np.testing.assert_allclose(found, wanted, rtol=1e-9)
    if ratio == 1.0:
        np.testing.assert_allclose(found, 0.05, rtol=1e-9)


def test_without_an_interval_there_is_no_p_value() -> None:
    assert np.isnan(find_chance(np.array([2.0]), np.array([NAN]), np.array([5.0]))).all()

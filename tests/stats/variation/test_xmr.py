"""Whether natural limits are those that published examples and other programs give."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.variation import Limits, chart_limits, find_signals
from tests.stats.variation.examples import DISCOVERIES, FLOWS, LAKE, LOANS, VIGNETTE

NOTHING = float("nan")
UNROUNDED = 3 / 1.128


def read(limits: Limits) -> tuple[float, float, float]:
    return float(limits.mean[0]), float(limits.lower[0]), float(limits.upper[0])


def test_the_nhs_vignette_has_its_limits_with_the_outlier_screened() -> None:
    limits = chart_limits(VIGNETTE)
    assert read(limits) == pytest.approx((1.94, -0.72, 4.60), abs=0.005)
    assert limits.screened[0] == 2  # the steps up to the 10 and down from it


def test_the_nhs_vignette_has_its_limits_without_screening() -> None:
    limits = chart_limits(VIGNETTE, screen=False)
    assert read(limits) == pytest.approx((1.94, -3.06, 6.95), abs=0.005)
    assert limits.screened[0] == 0


def test_montgomerys_loans_have_his_limits_fixed_after_20_weeks() -> None:
    later = [*LOANS, 330, 290, 350]  # what comes after moves nothing
    limits = chart_limits(later, base=20, width=UNROUNDED)
    assert read(limits) == pytest.approx((300.5, 279.78331, 321.21669), abs=5e-6)
    assert limits.base[0] == 20
    signals = find_signals(later, limits)[0]
    assert list(np.flatnonzero(signals)) == [20, 22]


def test_the_flow_rates_of_the_nist_handbook_have_its_limits() -> None:
    limits = chart_limits(FLOWS, width=UNROUNDED)
    assert read(limits) == pytest.approx((50.81, 45.8159, 55.8041), abs=5e-5)


# R 4.2: mr <- abs(diff(y)); amr <- mean(mr); k <- mr[mr < 3.267 * amr]
#        sprintf("%.10f", c(mean(y), mean(k), mean(y) - 2.66 * mean(k), mean(y) + 2.66 * mean(k)))
#        length(mr) - length(k)
@pytest.mark.parametrize(
    ("values", "mean", "moving_range", "lower", "upper", "screened"),
    [
        (DISCOVERIES, 3.1, 1.8333333333, -1.7766666667, 7.9766666667, 3),
        (LAKE, 9.8355, 0.4247368421, 8.7057, 10.9653, 1),
    ],
)
def test_limits_are_those_of_a_few_lines_of_r(
    values: list[float],
    mean: float,
    moving_range: float,
    lower: float,
    upper: float,
    screened: int,
) -> None:
    limits = chart_limits(values)
    assert read(limits) == pytest.approx((mean, lower, upper), abs=1e-9)
    assert limits.moving_range[0] == pytest.approx(moving_range, abs=1e-9)
    assert limits.screened[0] == screened


def test_the_outer_third_begins_at_two_thirds_of_the_way_to_a_limit() -> None:
    limits = chart_limits([2.0, 4.0, 3.0, 5.0, 1.0])
    assert limits.near_upper[0] - limits.mean[0] == pytest.approx(2.66 * 2.25 * 2 / 3)
    assert limits.mean[0] - limits.near_lower[0] == pytest.approx(2.66 * 2.25 * 2 / 3)


def test_a_missing_point_is_passed_over_and_its_neighbours_follow_each_other() -> None:
    gappy = [NOTHING, 2.0, NOTHING, 4.0, 3.0, NOTHING]
    assert read(chart_limits(gappy)) == read(chart_limits([2.0, 4.0, 3.0]))


def test_a_step_counts_only_where_both_its_ends_are_base_points() -> None:
    marks = np.array([True, True, False, True, True])
    limits = chart_limits([1.0, 2.0, 50.0, 4.0, 7.0], base=marks)
    assert limits.mean[0] == 3.5
    assert limits.moving_range[0] == 2.0  # steps of 1 and 3


def test_each_series_may_have_a_base_of_its_own() -> None:
    values = [[1.0, 3.0, 9.0], [1.0, 3.0, 5.0]]
    limits = chart_limits(values, base=np.array([2, 3]))
    np.testing.assert_array_equal(limits.mean, [2.0, 3.0])
    np.testing.assert_array_equal(limits.base, [2, 3])


def test_a_flat_series_has_limits_on_its_mean_and_nothing_stands_out() -> None:
    # 0.1 is no binary number: its mean is off by its last digit.
    flat = [0.1] * 9
    limits = chart_limits(flat)
    assert limits.moving_range[0] == 0
    assert not find_signals(flat, limits).any()


def test_one_point_has_a_mean_and_no_limits_and_none_has_neither() -> None:
    limits = chart_limits([[3.0, NOTHING], [NOTHING, NOTHING]])
    np.testing.assert_array_equal(limits.mean, [3.0, NOTHING])
    np.testing.assert_array_equal(limits.upper, [NOTHING, NOTHING])
    np.testing.assert_array_equal(limits.base, [1, 0])


def test_a_batch_without_any_point_is_charted_without_any_limit() -> None:
    assert np.isnan(chart_limits(np.empty((2, 0))).mean).all()


def test_an_infinite_value_is_refused_by_the_place_of_its_series() -> None:
    with pytest.raises(InvalidError, match=r"\[1\]: a value is infinite") as refused:
        chart_limits([[1.0, 2.0], [1.0, float("inf")], [float("-inf"), 0.0]])
    assert [fault.path for fault in refused.value.faults] == [(1,), (2,)]


@given(st.lists(st.integers(-20, 20), min_size=2, max_size=39), st.booleans())
def test_limits_scale_and_shift_with_the_values(values: list[int], screen: bool) -> None:
    plain = chart_limits(np.array(values, dtype=float), screen=screen)
    moved = chart_limits(np.array(values) * 4.0 + 3, screen=screen)
    assert moved.upper == pytest.approx(plain.upper * 4 + 3, abs=1e-9)
    assert moved.lower == pytest.approx(plain.lower * 4 + 3, abs=1e-9)

"""Do the numbers on an upright axis hold every value, and is a cut axis known as one?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.plots.scale import choose_scale, count_decimals, write_value

numbers = st.floats(-1e9, 1e9).map(lambda number: round(number, 3))


@given(st.lists(numbers, min_size=1, max_size=30), st.booleans(), st.booleans())
def test_every_value_stands_on_the_axis_between_few_round_numbers(
    values: list[float], zero: bool, whole: bool
) -> None:
    scale = choose_scale(values, zero=zero, whole=whole)
    spare = 1e-6 * max(map(abs, values), default=1) + 1e-9
    assert scale.low - spare <= min(values)
    assert scale.high + spare >= max(values)
    assert 2 <= len(scale.ticks) <= 9
    assert list(scale.ticks) == sorted(scale.ticks)
    if whole:
        assert scale.step >= 1


def test_zero_is_on_the_axis_of_a_curve_that_uses_a_third_of_it() -> None:
    scale = choose_scale([14, 20])
    assert (scale.low, scale.cut) == (0, False)


def test_a_curve_far_from_zero_is_drawn_on_a_cut_axis() -> None:
    scale = choose_scale([78, 84])
    assert scale.low > 70
    assert scale.cut


def test_values_that_zero_means_nothing_to_are_not_cut_off_from_it() -> None:
    assert not choose_scale([78, 84], zero=False).cut


def test_values_below_zero_only_keep_zero_at_the_top() -> None:
    scale = choose_scale([-14, -20])
    assert (scale.high, scale.cut) == (0, False)


def test_an_axis_of_percentages_ends_at_a_hundred() -> None:
    assert choose_scale([60, 97], most=100).high == 100
    assert choose_scale([93, 99.6], most=100).high == 100
    # What lies beyond is shown where it is, not cut off.
    assert choose_scale([60, 104], most=100).high > 100


@pytest.mark.parametrize("values", [[], [0.0], [7.0], [-7.0], [0.001]])
def test_one_value_or_none_has_an_axis_too(values: list[float]) -> None:
    scale = choose_scale(values)
    assert scale.low < scale.high
    assert all(scale.low <= value <= scale.high for value in values)


def test_a_value_beyond_the_axis_is_held_at_its_end() -> None:
    scale = choose_scale([0, 60])
    assert (scale.hold(-5), scale.hold(70), scale.hold(12)) == (0, 60, 12)
    assert (scale.find_part(0), scale.find_part(30), scale.find_part(60)) == (0, 0.5, 1)


def test_numbers_are_written_with_no_more_decimals_than_they_need() -> None:
    assert write_value(1234567, 0) == "1,234,567"
    assert write_value(0.25, 3) == "0.25"
    assert write_value(-0.001, 2) == "0"
    assert write_value(20, 0) == "20"
    assert count_decimals([]) == 0
    assert count_decimals([1.25, 3]) == 2

"""Whether the four rules find what their definitions say, one series or many."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from obamodel.stats.variation import Limits, Rule, chart_limits, find_signals

NOTHING = float("nan")

ties_and_gaps = st.lists(
    st.one_of(st.just(NOTHING), st.integers(-6, 6).map(float)), min_size=1, max_size=40
)
# Rises, falls and long runs, which chance alone seldom makes.
steps_up_and_down = st.lists(
    st.tuples(st.sampled_from([-2, -1, 0, 1, 2]), st.integers(1, 9)), min_size=1, max_size=6
).map(lambda parts: np.cumsum([step for step, times in parts for _ in range(times)]).tolist())


def set_limits(mean: float = 0.0, upper: float = 3.0) -> Limits:
    """Limits at -3 and 3, with the outer thirds from -2 and 2."""
    return Limits(
        mean=np.array([mean]),
        moving_range=np.array([upper - mean]),
        width=1.0,
        base=np.array([20]),
        screened=np.array([0]),
        slack=np.array([1e-12]),
    )


def judge(values: list[float], limits: Limits | None = None) -> list[int]:
    return [int(code) for code in find_signals(values, limits or set_limits())[0]]


# --- a slow reading of the definitions, point by point ------------------------------------


def judge_slowly(values: list[float]) -> list[int]:
    """Judge as the rules are written down, by a loop over every window."""
    places = [place for place, value in enumerate(values) if value == value]
    seen = [values[place] for place in places]
    judged = [0] * len(values)
    if len(seen) < 2:
        return judged
    mean = sum(seen) / len(seen)
    steps = [abs(later - one) for one, later in pairwise(seen)]
    average = sum(steps) / len(steps)
    kept = [step for step in steps if step < 3.267 * average] or [0.0]
    reach = 2.66 * sum(kept) / len(kept)
    side = [0 if abs(one - mean) < 1e-9 else 1 if one > mean else -1 for one in seen]
    outside = [abs(one - mean) > reach + 1e-9 for one in seen]
    near = [abs(one - mean) > reach * 2 / 3 + 1e-9 for one in seen]
    near = [one and not out for one, out in zip(near, outside, strict=True)]
    rules: list[dict[int, int]] = [{} for _ in seen]
    for place, out in enumerate(outside):
        if out:
            rules[place][1] = side[place]
    for first in range(len(seen) - 6):
        window = range(first, first + 7)
        climbs = [seen[place + 1] - seen[place] for place in window[:-1]]
        for way in (1, -1):
            if all(climb * way > 0 for climb in climbs):
                for place in window:
                    # The trend that leads up to a point comes first.
                    rules[place].setdefault(2, way)
            if all(side[place] == way for place in window):
                for place in window:
                    rules[place][4] = way
    for first in range(len(seen) - 2):
        three = range(first, first + 3)
        if len({side[place] for place in three}) == 1 and sum(near[place] for place in three) >= 2:
            for place in three:
                if near[place]:
                    rules[place][3] = side[place]
    for place, found in zip(places, rules, strict=True):
        if found:
            rule = min(found)
            judged[place] = rule * found[rule]
    return judged


@given(ties_and_gaps)
def test_values_with_ties_and_gaps_are_judged_as_a_slow_reading_judges(
    values: list[float],
) -> None:
    assert judge(values, chart_limits(values)) == judge_slowly(values)


@given(steps_up_and_down)
def test_trends_and_runs_are_judged_as_a_slow_reading_judges(values: list[float]) -> None:
    assert judge(values, chart_limits(values)) == judge_slowly(values)


# --- each rule by itself ------------------------------------------------------------------


def test_a_point_beyond_a_limit_is_outside_and_one_on_it_is_not() -> None:
    assert judge([3.0, 3.1, -3.1, -3.0]) == [0, 1, -1, 0]


def test_seven_points_that_rise_each_time_are_a_trend_and_six_are_not() -> None:
    rising = [-1.5, -1.0, -0.5, 0.1, 0.5, 1.0, 1.5]
    assert judge(rising) == [2] * 7
    assert judge(rising[:6]) == [0] * 6
    assert judge([-one for one in rising]) == [-2] * 7


def test_two_equal_points_end_a_trend() -> None:
    assert judge([-1.5, -1.0, -0.5, -0.5, 0.5, 1.0, 1.5]) == [0] * 7


def test_a_turning_point_goes_by_the_trend_that_leads_up_to_it() -> None:
    peak = [-1.5, -1.0, -0.5, 0.1, 0.5, 1.0, 1.5, 1.0, 0.5, 0.1, -0.5, -1.0, -1.5]
    assert judge(peak) == [2] * 7 + [-2] * 6
    assert judge([-one for one in peak]) == [-2] * 7 + [2] * 6


# The cases of the tests of NHSRplotthedots for its two-in-three rule: 2.5 is close to the limit,
# 1 lies between the mean and the outer third.
@pytest.mark.parametrize(
    ("close", "flagged"),
    [
        ([1, 0, 1], [1, 0, 1]),
        ([0, 1, 1], [0, 1, 1]),
        ([1, 1, 0], [1, 1, 0]),
        ([0, 0, 1, 0, 1, 0, 0], [0, 0, 1, 0, 1, 0, 0]),
        ([0, 0, 1, 1, 0, 0, 0], [0, 0, 1, 1, 0, 0, 0]),
        ([1, 0, 0, 1], [0, 0, 0, 0]),
        ([1, 0, 0, 1, 1], [0, 0, 0, 1, 1]),
    ],
)
def test_two_of_three_close_to_a_limit_are_flagged_and_the_third_is_not(
    close: list[int], flagged: list[int]
) -> None:
    # A point on the mean is put behind each, so that no seven in a row lie on one side.
    values = [2.5 if one else 1.0 for one in close]
    if len(values) < 7:
        assert judge(values) == [3 * one for one in flagged]
        assert judge([-value for value in values]) == [-3 * one for one in flagged]
    else:
        found = judge(values)
        assert [3 if code == 3 else 0 for code in found] == [3 * one for one in flagged]


def test_two_of_three_need_all_three_on_the_same_side() -> None:
    assert judge([2.5, -1.0, 2.5]) == [0, 0, 0]
    assert judge([2.5, 0.0, 2.5]) == [0, 0, 0]


def test_a_point_beyond_the_limit_does_not_count_as_close_to_it() -> None:
    assert judge([2.5, 3.5, 1.0]) == [0, 1, 0]


def test_seven_points_on_one_side_are_a_shift_and_a_point_on_the_mean_ends_it() -> None:
    assert judge([1.0, 0.5, 1.0, 0.5, 1.0, 0.5, 1.0]) == [4] * 7
    assert judge([-1.0, -0.5, -1.0, -0.5, -1.0, -0.5, -1.0]) == [-4] * 7
    assert judge([1.0, 0.5, 1.0, 0.0, 1.0, 0.5, 1.0, 0.5]) == [0] * 8


def test_the_first_rule_that_fires_stands() -> None:
    rising = [0.1, 0.5, 1.0, 1.5, 2.2, 2.5, 3.5]  # a trend, a shift, two of three, and outside
    assert judge(rising) == [2, 2, 2, 2, 2, 2, 1]
    level = [1.0, 1.5, 1.0, 1.5, 2.2, 2.5, 1.0]
    assert judge(level) == [4, 4, 4, 4, 3, 3, 4]


def test_a_missing_point_neither_ends_a_run_nor_makes_it_longer() -> None:
    shift = [1.0, 0.5, 1.0, NOTHING, 0.5, 1.0, 0.5]
    assert judge(shift) == [0] * 7
    assert judge([*shift, 1.0]) == [4, 4, 4, 0, 4, 4, 4, 4]


def test_the_rules_are_named_by_their_numbers() -> None:
    assert [rule.name for rule in Rule] == ["NONE", "OUTSIDE", "TREND", "TWO_OF_THREE", "SHIFT"]
    assert [int(rule) for rule in Rule] == [0, 1, 2, 3, 4]


def test_nothing_observed_is_nothing_out_of_the_ordinary() -> None:
    empty = np.full((2, 5), NOTHING)
    assert find_signals(empty, chart_limits(empty)).tolist() == [[0] * 5] * 2
    assert find_signals(np.empty((2, 0)), chart_limits(np.empty((2, 0)))).shape == (2, 0)


# --- laws ---------------------------------------------------------------------------------


@given(ties_and_gaps)
def test_scaling_and_shifting_the_values_leaves_the_signals(values: list[float]) -> None:
    given_values = np.array(values)
    moved = given_values * 8 + 5
    assert judge(values, chart_limits(values)) == judge(moved.tolist(), chart_limits(moved))


@given(ties_and_gaps)
def test_turning_the_values_upside_down_turns_the_signals(values: list[float]) -> None:
    turned = [-value for value in values]
    upright = judge(values, chart_limits(values))
    assert [-code for code in upright] == judge(turned, chart_limits(turned))


batches = arrays(
    np.float64,
    st.tuples(st.integers(1, 6), st.integers(1, 25)),
    elements=st.one_of(st.just(NOTHING), st.floats(-1e6, 1e6, allow_subnormal=False)),
)


@given(batches, st.integers(1, 12), st.booleans())
def test_a_batch_gives_bit_for_bit_what_each_series_gives_alone(
    values: NDArray[np.float64], base: int, screen: bool
) -> None:
    together = chart_limits(values, base=base, screen=screen)
    signals = find_signals(values, together)
    for place, series in enumerate(values):
        # Alone, and without the missing points that made it as long as the others.
        kept = np.flatnonzero(~np.isnan(series))
        own = series[kept[0] : kept[-1] + 1] if kept.size else series[:0]
        alone = chart_limits(own, base=base, screen=screen)
        for name in ("mean", "upper", "lower", "moving_range", "slack"):
            np.testing.assert_array_equal(
                getattr(together, name)[place : place + 1], getattr(alone, name), err_msg=name
            )
        inside = signals[place, kept[0] : kept[-1] + 1] if kept.size else signals[place, :0]
        np.testing.assert_array_equal(inside, find_signals(own, alone)[0])

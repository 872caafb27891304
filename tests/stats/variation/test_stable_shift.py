"""Whether settled levels are found where their authors find them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.variation import Found, ShiftRules, find_shifts

NOTHING = float("nan")

# The series `example_series_1` of the R package autospc, made by its own recipe
# (data-raw/example_series_1.R, set.seed(20251002), R 4.2), to three decimals.
EXAMPLE = [9.158, 10.381, 11.639, 12.565, 10.929, 7.824, 10.552, 9.107, 11.258, 10.268]
EXAMPLE += [9.240, 9.219, 10.484, 9.000, 11.756, 10.701, 9.987, 9.657, 9.894, 9.546]
EXAMPLE += [12.687, 11.327, 9.932, 10.901, 9.650, 11.543, 11.151, 10.915, 12.395, 13.424]
EXAMPLE += [11.730, 11.615, 11.375, 11.729, 11.614, 11.446, 10.966, 11.085, 12.176, 12.739]
EXAMPLE += [8.940, 10.678, 12.109, 13.095, 12.814, 13.204, 10.796, 9.406, 8.294, 11.031]
EXAMPLE += [10.585, 11.377, 9.310, 10.068, 9.197, 8.918, 9.440, 7.488, 7.366, 8.341]
EXAMPLE += [8.461, 10.438, 8.502, 10.524, 8.375, 8.227, 9.051, 7.594, 8.498, 8.106]
EXAMPLE += [8.750, 8.905, 8.375, 11.437, 10.868, 10.785, 10.577, 10.883, 10.058, 9.951]
EXAMPLE += [10.460, 10.581, 11.307, 9.830, 10.709, 12.317, 13.520, 11.467, 11.015, 9.775]
EXAMPLE += [10.446, 10.905, 9.971, 9.713, 10.472, 9.919, 12.723, 10.246, 8.443, 8.557]
EXAMPLE += [9.221, 7.674, 8.679, 7.824, 8.267, 5.367, 8.194, 5.673, 7.328, 6.873]
EXAMPLE += [7.790, 7.829, 8.625, 7.478, 9.060, 10.622, 4.528, 9.056, 9.510, 8.834]
EXAMPLE += [13.313, 10.701, 10.054, 8.764, 10.862]

# The series of the tests of autospc for its no-regrets rule.
REGRETS = [15, 23, 22, 18, 18, 13, 22, 20, 25, 20, 14, 19, 19, 19, 21, 24, 18, 25, 15, 17]
REGRETS += [23, 17, 16, 19, 20, 22, 17, 24, 17, 21, 29, 27, 26, 23, 23, 22, 28, 27, 25, 31]
REGRETS += [24, 25, 31, 21, 23, 26, 20, 19, 20, 18, 21]


def find_starts(values: list[float], rules: ShiftRules | None = None) -> list[int]:
    """Return where levels begin, counted from 1 as in the published tests."""
    shifts = find_shifts(values, rules)
    return [1, *(int(place) + 1 for place in np.flatnonzero(shifts.found[0] == Found.SETTLED))]


# autospc, tests/testthat/test-ssa_variants.R
@pytest.mark.parametrize(
    ("number", "no_regrets", "overhanging", "starts"),
    [
        (96, True, True, [1, 53]),
        (96, False, True, [1, 53, 74]),
        (96, False, False, [1, 31, 52, 74]),
        (125, True, True, [1, 53, 74]),
        (125, False, True, [1, 53, 74]),
        (125, False, False, [1, 31, 52, 74, 98]),
    ],
)
def test_the_example_of_autospc_settles_where_autospc_says(
    number: int, no_regrets: bool, overhanging: bool, starts: list[int]
) -> None:
    rules = ShiftRules(no_regrets=no_regrets, overhanging=overhanging)
    assert find_starts(EXAMPLE[:number], rules) == starts


# autospc, tests/testthat/test-no_regrets.R: how many new levels there are as points are added
@pytest.mark.parametrize(
    ("added", "careful", "hasty"),
    [([], 0, 1), ([18], 0, 1), ([18, 16], 0, 1), ([18, 16, 17], 0, 0), ([18, 16, 27], 1, 1)],
)
def test_a_level_that_may_be_regretted_waits(added: list[int], careful: int, hasty: int) -> None:
    values = [float(value) for value in [*REGRETS, *added]]
    assert len(find_starts(values)) - 1 == careful
    assert len(find_starts(values, ShiftRules(no_regrets=False))) - 1 == hasty


def test_what_was_tried_and_why_it_failed_is_kept() -> None:
    careful = find_shifts([float(value) for value in REGRETS])
    assert Found.MAY_COME_BACK in careful.found[0]
    back = find_shifts([float(value) for value in [*REGRETS, 18, 16, 17]])
    (first, *_) = np.flatnonzero(back.found[0])
    assert back.found[0, first] == Found.CAME_BACK
    assert back.back[0, first] == 46  # the 47th point, 20, is the first of the way back


def test_a_series_shorter_than_a_period_has_no_level() -> None:
    shifts = find_shifts([1.0, 3.0] * 10)
    assert not shifts.enough[0]
    assert np.isnan(shifts.mean).all()
    assert not shifts.found.any()


def test_a_run_with_too_few_points_behind_it_is_named() -> None:
    before = [1.0, 3.0] * 10 + [2.0]
    shifts = find_shifts([*before, *[7.0, 9.0] * 5])
    assert shifts.found[0, 21] == Found.TOO_FEW
    assert find_starts([*before, *[7.0, 9.0] * 5]) == [1]


def test_the_new_level_is_the_mean_of_its_period() -> None:
    before, after = [1.0, 3.0] * 10 + [2.0], [7.0, 9.0] * 10 + [8.0]
    shifts = find_shifts([*before, *after, 20.0])
    assert find_starts([*before, *after, 20.0]) == [1, 22]
    assert shifts.mean[0, [0, 20]].tolist() == [2.0, 2.0]
    assert shifts.mean[0, [21, 41, 42]].tolist() == [8.0] * 3


def test_far_points_are_left_out_of_a_level_three_at_most() -> None:
    before = [1.0, 3.0] * 10 + [2.0]
    for number in (1, 2, 3):
        wild = before.copy()
        for place, value in ((4, 90.0), (9, 80.0), (14, 70.0))[:number]:
            wild[place] = value
        kept = [value for value in wild if value < 50]
        assert find_shifts(wild).mean[0, 0] == pytest.approx(np.mean(kept))
    limits = find_shifts(before, ShiftRules(exclusions=0))
    assert limits.mean[0, 0] == 2.0


def test_points_on_the_mean_neither_count_nor_end_a_run() -> None:
    before = [1.0, 3.0] * 10 + [2.0]
    on_line = [*before, 7.0, 9.0, 2.0, *[7.0, 9.0] * 9]  # one 2, on the mean, within the run
    assert find_starts(on_line) == [1, 22]
    seven = [*before, 7.0, 9.0, 7.0, 2.0, 9.0, 7.0, 9.0, 7.0, *[1.0, 3.0] * 10]
    assert find_starts(seven) == [1]


def test_missing_points_are_passed_over_and_places_are_those_of_the_given_array() -> None:
    gappy: list[float] = []
    for value in EXAMPLE:
        gappy += [NOTHING, value]
    plain, spread = find_shifts(EXAMPLE), find_shifts(gappy)
    np.testing.assert_array_equal(spread.found[0, 1::2], plain.found[0])
    np.testing.assert_array_equal(spread.mean[0, 1::2], plain.mean[0])
    came_back = plain.found[0] == Found.CAME_BACK
    np.testing.assert_array_equal(spread.back[0, 1::2][came_back], plain.back[0][came_back] * 2 + 1)


def test_rules_that_contradict_each_other_or_mean_nothing_are_refused_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        ShiftRules(period=1, run=0, exclusions=-1, overhanging=False)
    assert str(refused.value).splitlines() == [
        "ShiftRules: 4 problems to mend",
        "  period: it is 1; give 2 or more [too-small]",
        "  run: it is 0; give 2 or more [too-small]",
        "  exclusions: it is -1; give 0 or more [too-small]",
        (
            "  overhanging: it is off, but no_regrets is on; a level that must not be regretted "
            "has to look past its period: turn both on, or no_regrets off [contradiction]"
        ),
    ]


levels = st.lists(st.tuples(st.integers(-4, 4), st.integers(5, 30)), min_size=1, max_size=5)


@given(st.lists(levels, min_size=1, max_size=4), st.integers(0, 2**32 - 1))
@settings(max_examples=40)
def test_a_batch_gives_what_each_series_gives_alone(
    plans: list[list[tuple[int, int]]], seed: int
) -> None:
    chance = np.random.default_rng(seed)
    series = [
        np.concatenate([level + chance.normal(size=number).round(1) for level, number in plan])
        for plan in plans
    ]
    longest = max(len(one) for one in series)
    batch = np.full((len(series), longest), NOTHING)
    for place, one in enumerate(series):
        batch[place, : len(one)] = one
    together = find_shifts(batch)
    for place, one in enumerate(series):
        alone = find_shifts(one)
        for name in ("found", "back", "mean", "moving_range"):
            np.testing.assert_array_equal(
                getattr(together, name)[place, : len(one)], getattr(alone, name)[0], err_msg=name
            )


@given(levels, st.integers(0, 2**32 - 1))
@settings(max_examples=40)
def test_scaling_shifting_and_turning_the_values_leaves_the_levels_where_they_are(
    plan: list[tuple[int, int]], seed: int
) -> None:
    chance = np.random.default_rng(seed)
    values = np.concatenate([level + chance.normal(size=number) for level, number in plan])
    found = find_shifts(values).found
    np.testing.assert_array_equal(find_shifts(values * 8).found, found)
    np.testing.assert_array_equal(find_shifts(-values).found, found)
    np.testing.assert_array_equal(find_shifts(values + 100).found, found)

"""Whether runs and crossings, and what chance allows of them, are as published."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from obamodel.stats.variation import count_runs
from obamodel.stats.variation.runs import find_fewest_crossings
from tests.stats.variation.examples import DISCOVERIES, LAKE

NOTHING = float("nan")


def alternate(number: int) -> NDArray[np.float64]:
    """As many useful points as asked for, about a middle of 0."""
    return np.resize([-1.0, 1.0], number)


@pytest.mark.parametrize(
    ("useful", "longest", "crossings"),
    [(10, 6, 2), (20, 7, 6), (30, 8, 10), (40, 8, 14), (50, 9, 19), (60, 9, 23)],
)
def test_the_limits_are_those_of_the_anhoej_table(
    useful: int, longest: int, crossings: int
) -> None:
    runs = count_runs(alternate(useful), centre=0.0)
    assert runs.useful[0] == useful
    assert (runs.longest_limit[0], runs.crossings_limit[0]) == (longest, crossings)


def test_the_longest_runs_are_those_of_r() -> None:
    # R: rle(round(log2(10:100)) + 3)
    expected = [6] * 2 + [7] * 11 + [8] * 23 + [9] * 45 + [10] * 10
    found = [int(count_runs(alternate(n), centre=0.0).longest_limit[0]) for n in range(10, 101)]
    assert found == expected


def test_the_fewest_crossings_are_those_of_r_and_of_scipy() -> None:
    from scipy.stats import binom

    # R: qbinom(0.05, (10:40) - 1, 0.5)
    expected = [2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10, 11, 11, 11]
    expected += [12, 12, 13, 13, 14, 14, 14]
    assert [find_fewest_crossings(useful) for useful in range(10, 41)] == expected
    numbers = np.arange(1, 400)
    np.testing.assert_array_equal(
        [find_fewest_crossings(int(useful)) for useful in numbers],
        np.maximum(binom.ppf(0.05, numbers - 1, 0.5), 0),
    )


def test_a_series_without_useful_points_has_no_crossings_and_no_signal() -> None:
    runs = count_runs([4.0, 4.0, 4.0])
    assert (runs.useful[0], runs.longest[0], runs.crossings[0]) == (0, 0, 0)
    assert not runs.signal[0]
    assert np.isnan(count_runs([NOTHING, NOTHING]).centre[0])
    assert not count_runs(np.empty((1, 0))).signal[0]


# R 4.2: s <- sign(y - median(y)); s <- s[s != 0]; r <- rle(s)
#        c(median(y), length(s), max(r$lengths), length(r$lengths) - 1)
@pytest.mark.parametrize(
    ("values", "centre", "useful", "longest", "crossings", "signal"),
    [
        (DISCOVERIES, 3, 80, 7, 35, False),
        (LAKE, 9.755, 40, 16, 5, True),
    ],
)
def test_runs_and_crossings_are_those_of_r(
    values: list[float], centre: float, useful: int, longest: int, crossings: int, signal: bool
) -> None:
    runs = count_runs(values)
    assert runs.centre[0] == pytest.approx(centre)
    assert (runs.useful[0], runs.longest[0], runs.crossings[0]) == (useful, longest, crossings)
    assert runs.signal[0] == signal


def test_points_on_the_line_and_missing_ones_are_passed_over() -> None:
    runs = count_runs([1.0, 3.0, NOTHING, 1.0, 3.0, 5.0, 3.0, 6.0, 1.0], centre=3.0)
    assert runs.run.tolist() == [[-1, 0, 0, -2, 0, 1, 0, 2, -1]]
    assert (runs.useful[0], runs.longest[0], runs.crossings[0]) == (5, 2, 2)


def test_the_median_may_come_from_the_first_points_only() -> None:
    runs = count_runs([[1.0, 2.0, 3.0, 9.0, 9.0], [NOTHING, 4.0, 5.0, 8.0, 0.0]], base=3)
    np.testing.assert_array_equal(runs.centre, [2.0, 5.0])


@given(
    arrays(
        np.float64,
        st.tuples(st.integers(1, 5), st.integers(1, 20)),
        elements=st.one_of(st.just(NOTHING), st.integers(-5, 5).map(float)),
    )
)
def test_a_batch_gives_what_each_series_gives_alone(values: NDArray[np.float64]) -> None:
    together = count_runs(values)
    for place, series in enumerate(values):
        alone = count_runs(series)
        for name in ("centre", "useful", "longest", "crossings", "signal", "run"):
            np.testing.assert_array_equal(
                getattr(together, name)[place], getattr(alone, name)[0], err_msg=name
            )


@given(st.lists(st.integers(-5, 5).map(float), min_size=1, max_size=30))
def test_runs_are_those_of_a_slow_count(values: list[float]) -> None:
    middle = float(np.median(values))
    sides = [1 if value > middle else -1 for value in values if value != middle]
    lengths: list[int] = []
    for place, side in enumerate(sides):
        if place and side == sides[place - 1]:
            lengths[-1] += 1
        else:
            lengths.append(1)
    runs = count_runs(values)
    assert runs.centre[0] == middle
    assert runs.longest[0] == max(lengths, default=0)
    assert runs.crossings[0] == max(len(lengths) - 1, 0)

"""How series of different length, with gaps, stand side by side."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from obamodel.stats.variation.points import add_up, stand_points

NOTHING = float("nan")

ragged = arrays(
    np.float64,
    st.tuples(st.integers(1, 5), st.integers(0, 8)),
    elements=st.one_of(st.just(NOTHING), st.integers(-9, 9).map(float)),
)


def test_a_series_stands_in_a_column_without_its_gaps() -> None:
    points = stand_points([[NOTHING, 4.0, NOTHING, 6.0], [1.0, 2.0, 3.0, NOTHING]])
    np.testing.assert_array_equal(points.values, [[4, 1], [6, 2], [NOTHING, 3]])
    np.testing.assert_array_equal(points.counts, [2, 3])


def test_one_series_is_a_batch_of_one() -> None:
    assert stand_points([3.0, 4.0]).values.shape == (2, 1)


def test_points_that_stand_are_left_as_they_are() -> None:
    points = stand_points([3.0, 4.0])
    assert stand_points(points) is points


@given(ragged)
def test_what_was_found_at_a_point_returns_to_its_place(values: NDArray[np.float64]) -> None:
    points = stand_points(values)
    back = points.open_gaps(points.values, np.nan)
    np.testing.assert_array_equal(back, values)


@given(ragged)
def test_marks_close_ranks_with_their_points(values: NDArray[np.float64]) -> None:
    points = stand_points(values)
    marks = points.close_gaps(values > 0)
    with np.errstate(invalid="ignore"):
        np.testing.assert_array_equal(marks, points.values > 0)


def test_a_sum_has_the_same_last_digit_whatever_stands_below_it() -> None:
    column = np.array([0.1, 0.7, 1e9, 0.3, -1e9, 0.2, 0.9, 0.4, 0.6])[:, None]
    below = np.zeros((200, 1))
    one_by_one = 0.0
    for value in column[:, 0]:
        one_by_one += value
    assert add_up(column)[0] == one_by_one
    assert add_up(np.concatenate([column, below]))[0] == one_by_one

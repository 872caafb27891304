"""The observed points of many series, set side by side with their gaps closed."""

from typing import TypeAlias, TypeVar

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]
Whole: TypeAlias = NDArray[np.intp]
_Scalar = TypeVar("_Scalar", bound=np.generic)


@frozen(kw_only=True, eq=False)
class Points:
    """The observed points of a batch of series: a row a point, a column a series.

    A series stands in one column, from its first observed point to its last, without its gaps;
    below its last point the column is NaN. Stood this way, everything that is done to one point
    is done to a whole row of neighbours in memory.

    Parameters
    ----------
    values
        The observed values, of shape (points, series).
    counts
        How many points each series has, of shape (series,).
    observed
        Where in the given array the points were, of shape (series, points); none where nothing
        was missing.
    width
        How many points wide the given array was.
    """

    values: Array
    counts: Whole
    observed: Mask | None
    width: int

    @property
    def inside(self) -> Mask:
        """Which places of ``values`` hold a point, of the same shape."""
        return np.arange(len(self.values))[:, None] < self.counts

    def close_gaps(self, marks: Mask) -> Mask:
        """Stand marks of shape (series, points) beside the points they were given for."""
        if self.observed is None:
            return np.ascontiguousarray(marks.T)
        return _close_gaps(marks, self.observed, self.counts, False)

    def open_gaps(self, found: NDArray[_Scalar], missing: float = 0) -> NDArray[_Scalar]:
        """Put what was found at each point back where the point was: (series, points)."""
        if self.observed is None:
            return found.T
        spread = np.full(self.observed.shape, missing, dtype=found.dtype)
        spread[self.observed] = found.T[self.inside.T]
        return spread


def stand_points(values: "ArrayLike | Points", *, is_whole: bool = False) -> Points:
    """Close the gaps of many series and stand them side by side.

    Parameters
    ----------
    values
        Finite numbers of shape (series, points), or one series of shape (points,); NaN where
        nothing was observed, which also makes series of different length fit into one array.
    is_whole
        Whether it is known that nothing is missing, so that nobody need look.

    Examples
    --------
    >>> points = stand_points([[1.0, np.nan, 3.0], [4.0, 5.0, 6.0]])
    >>> points.values
    array([[ 1.,  4.],
           [ 3.,  5.],
           [nan,  6.]])
    >>> points.counts
    array([2, 3])
    """
    if isinstance(values, Points):
        return values
    given = np.atleast_2d(np.asarray(values, dtype=np.float64))
    series, width = given.shape
    if is_whole or not np.isnan(given.min(initial=np.inf)):
        counts = np.full(series, width, dtype=np.intp)
        upright = np.ascontiguousarray(given.T)
        return Points(values=upright, counts=counts, observed=None, width=width)
    observed = ~np.isnan(given)
    counts = np.count_nonzero(observed, axis=1).astype(np.intp, copy=False)
    upright = _close_gaps(given, observed, counts, np.nan)
    return Points(values=upright, counts=counts, observed=observed, width=width)


def add_up(rows: Array) -> Array:
    """Add row to row from the first to the last, whatever else is in the batch.

    numpy's own sum does so too where there are neighbours; but the terms of a series that is alone
    it groups by the length of the array, so that its last digit would be another than in company.
    """
    if rows.shape[1] > 1:
        return np.asarray(np.add.reduce(rows, axis=0))
    return np.asarray(np.add.accumulate(rows, axis=0)[-1]) if len(rows) else np.zeros(rows.shape[1])


def _close_gaps(
    given: NDArray[_Scalar], observed: Mask, counts: Whole, beyond: float
) -> NDArray[_Scalar]:
    longest = int(counts.max(initial=0))
    closed = np.full((len(given), longest), beyond, dtype=given.dtype)
    # Both masks are read row by row, and hold as many places in each row.
    closed[np.arange(longest) < counts[:, None]] = given[observed]
    return np.ascontiguousarray(closed.T)

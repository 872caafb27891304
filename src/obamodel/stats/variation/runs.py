"""How long does a series stay on one side of its middle, and how often does it cross?"""

from functools import lru_cache

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

from obamodel.stats.variation.points import Array, Mask, Points, Whole, stand_points
from obamodel.stats.variation.xmr import read_base

# In so many of a hundred series in which nothing happens, the crossings are fewer than the limit,
# at most (Chen 2010).
_HUNDREDTHS = 5


@frozen(kw_only=True, eq=False)
class Runs:
    """Runs and crossings of a batch of series, with what chance alone would allow.

    All of shape (series,), apart from ``run``.

    Parameters
    ----------
    centre
        The middle line.
    useful
        How many points lie off the line.
    longest
        How many points the longest run has; a run is unbroken by points on the line.
    longest_limit
        The longest run that is still nothing out of the ordinary.
    crossings
        How often the series crosses the line.
    crossings_limit
        The fewest crossings that are still nothing out of the ordinary.
    run
        For each point, of shape (series, points), how many points its run has had up to there:
        negative below the line, 0 on the line or where nothing was observed.
    """

    centre: Array
    useful: Whole
    longest: Whole
    longest_limit: Whole
    crossings: Whole
    crossings_limit: Whole
    run: NDArray[np.int_]

    @property
    def signal(self) -> Mask:
        """Whether the longest run is too long for chance, or the crossings too few."""
        return (self.longest > self.longest_limit) | (self.crossings < self.crossings_limit)


def count_runs(
    values: "ArrayLike | Points",
    *,
    centre: "float | Array | None" = None,
    base: "int | NDArray[np.integer] | Mask | None" = None,
) -> Runs:
    """Count the runs and crossings of a batch of series about its middle, by the Anhøj rules.

    Parameters
    ----------
    values
        Of shape (series, points), NaN where nothing was observed; or already standing
        :class:`Points`.
    centre
        The line, one for all or one for each series; the median where it is not given.
    base
        The points that the median comes from: how many from the start (one number, or one for
        each series), or marks of shape (series, points); all of them where nothing is said.

    Notes
    -----
    The longest run allowed is the whole number nearest to log2(n), plus 3 (Schilling 2012); the
    fewest crossings allowed are the lower 5% point of n - 1 tosses of a coin (Chen 2010); n
    counts the points off the line (Anhøj and Olesen, *PLoS ONE* 9 (2014), e113825).

    Examples
    --------
    >>> runs = count_runs([1.0, 2.0, 9.0, 8.0, 3.0])  # the median is 3
    >>> runs.centre, runs.useful, runs.longest, runs.crossings
    (array([3.]), array([4]), array([2]), array([1]))
    >>> runs.run
    array([[-1, -2,  1,  2,  0]])
    """
    points = stand_points(values)
    if centre is None:
        used = points.inside if base is None else points.inside & read_base(base, points)
        line = find_medians(np.where(used, points.values, np.nan))
    else:
        line = np.broadcast_to(np.asarray(centre, dtype=np.float64), points.counts.shape)
    side = find_sides(points.values, line)
    run = measure_runs(side)
    starts = np.count_nonzero(np.abs(run) == 1, axis=0)
    useful = np.count_nonzero(run, axis=0)
    longest = np.abs(run).max(axis=0, initial=0)
    return Runs(
        centre=line,
        useful=useful,
        longest=longest,
        longest_limit=np.rint(np.log2(np.maximum(useful, 1))).astype(np.intp) + 3,
        crossings=np.maximum(starts - 1, 0),
        crossings_limit=_tabulate_crossings(int(useful.max(initial=0)))[useful],
        run=points.open_gaps(run),
    )


def find_medians(rows: Array) -> Array:
    """Return the median of each column of shape (points, series), past what is NaN."""
    if not len(rows):
        return np.full(rows.shape[1], np.nan)
    ordered = np.sort(rows, axis=0)  # NaN comes last
    number = np.count_nonzero(~np.isnan(rows), axis=0)
    columns = np.arange(rows.shape[1])
    low = ordered[np.maximum(number - 1, 0) // 2, columns]
    high = ordered[np.minimum(number // 2, len(rows) - 1), columns]
    return np.where(number > 0, low + (high - low) / 2, np.nan)


def find_sides(rows: Array, line: Array, slack: "Array | float" = 0.0) -> NDArray[np.int_]:
    """Say for each point whether it lies above (1), below (-1) or on (0) its line."""
    with np.errstate(invalid="ignore"):
        above, below = rows > line + slack, rows < line - slack
    return above.astype(np.int_) - below


def measure_runs(side: NDArray[np.int_]) -> NDArray[np.int_]:
    """Count along each column how many points the present run has had, with the sign of its side.

    A 0 neither counts nor ends a run.

    Examples
    --------
    >>> measure_runs(np.array([[1], [1], [0], [1], [-1]])).ravel()
    array([ 1,  2,  0,  3, -1])
    """
    run = np.zeros_like(side)
    last = np.zeros(side.shape[1:], dtype=side.dtype)
    for place, here in enumerate(side):
        longer = np.where(last * here > 0, last + here, here)
        on_side = here != 0
        np.copyto(run[place], longer, where=on_side)
        np.copyto(last, longer, where=on_side)
    return run


def _tabulate_crossings(largest: int) -> Whole:
    return np.array([find_fewest_crossings(number) for number in range(largest + 1)])


@lru_cache(maxsize=4096)
def find_fewest_crossings(useful: int) -> int:
    """Return the fewest crossings that a series of so many useful points has by chance alone.

    It is the smallest number that n - 1 tosses of a coin do not exceed in at least 5 of 100
    tries, worked out in whole numbers.

    Examples
    --------
    >>> find_fewest_crossings(10)  # 9 tosses: 1 or fewer in 10 of 512, 2 or fewer in 46 of 512
    2
    """
    tosses = max(useful - 1, 0)
    ways, so_far = 1, 1
    crossings = 0
    while 100 * so_far < _HUNDREDTHS << tosses:
        ways = ways * (tosses - crossings) // (crossings + 1)
        crossings += 1
        so_far += ways
    return crossings

"""Which points are out of the ordinary, and by which of the four rules?"""

from collections.abc import Sequence
from enum import IntEnum

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

from obamodel.stats.variation.points import Array, Mask, Points, Whole, stand_points
from obamodel.stats.variation.xmr import Limits

SHIFT_LENGTH = 7
TREND_STEPS = 6

_Bits = NDArray[np.uint8]


class Rule(IntEnum):
    """The rules for a point that is out of the ordinary; where several fire, the first stands."""

    NONE = 0
    OUTSIDE = 1
    TREND = 2
    TWO_OF_THREE = 3
    SHIFT = 4


def find_signals(values: "ArrayLike | Points", limits: Limits) -> NDArray[np.int8]:
    """Judge every point of a batch of series by the four rules of a control chart.

    1. *outside*: beyond a limit;
    2. *trend*: one of seven points or more that rise, or fall, at every step;
    3. *two of three*: in the outer third before a limit, and so is another of three points that
       follow each other, all three on the same side of the mean;
    4. *shift*: one of seven points or more on the same side of the mean; a point on the mean
       ends the run.

    A missing point is passed over: it neither ends a run nor makes it longer.

    Parameters
    ----------
    values
        Of shape (series, points), NaN where nothing was observed; or already standing
        :class:`Points`.
    limits
        The limits of the same series.

    Returns
    -------
    numpy.ndarray
        Of shape (series, points): the number of the :class:`Rule`, negative where the point is
        low, or in a trend that falls; 0 for an ordinary or a missing point. The last point of
        one trend and first of the next goes by the one that leads up to it.

    Notes
    -----
    The rules and their order are those of the NHS programme *Making Data Count*.

    Examples
    --------
    >>> from obamodel.stats.variation.xmr import chart_limits
    >>> rising = [[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 5.0]]
    >>> find_signals(rising, chart_limits(rising))  # the limits are 1.085 and 7.165
    array([[-1,  2,  2,  2,  2,  2,  2,  0]], dtype=int8)
    """
    points = stand_points(values)
    return points.open_gaps(mark_signals(points, limits).name_all())


@frozen(kw_only=True, eq=False)
class Marks:
    """Which points of many series break which rules, eight series to a byte.

    Parameters
    ----------
    rules
        One for each :class:`Rule`, in their order: of shape (2, points, bytes), upwards first.
    series
        How many series there are.
    """

    rules: tuple[_Bits, ...]
    series: int

    def count(self) -> NDArray[np.integer]:
        """Count the points of each series that break any rule."""
        either = np.bitwise_or.reduce(self.rules)
        marks = _unpack(either[0] | either[1], self.series)
        # In single bytes where they can hold the sum: many are added up at once.
        return np.asarray(marks.sum(axis=0, dtype=np.uint8 if len(marks) < 256 else np.int16))

    def name_at(self, places: Whole) -> NDArray[np.int8]:
        """Return the number of the rule that stands at one point of each series, with its sign."""
        if (places == places[0]).all():
            return _name([_unpack(bits[:, places[0]], self.series) for bits in self.rules])
        columns = np.arange(self.series)
        return _name([_unpack(bits, self.series)[:, places, columns] for bits in self.rules])

    def name_all(self) -> NDArray[np.int8]:
        """Return the same for every point, as the points stand: of shape (points, series)."""
        return _name([_unpack(bits, self.series) for bits in self.rules])


def mark_signals(points: Points, limits: Limits) -> Marks:
    """Mark which rules every point breaks."""
    rows = points.values
    # Every comparison with NaN is false: below the last point of a series nothing fires.
    with np.errstate(invalid="ignore"):
        upper, lower = limits.upper + limits.slack, limits.lower - limits.slack
        outside = _compare(rows, upper, lower)
        near = _compare(rows, limits.near_upper + limits.slack, limits.near_lower - limits.slack)
        side = _compare(rows, limits.mean + limits.slack, limits.mean - limits.slack)
        step = _compare(rows[1:], rows[:-1], rows[:-1])
    rules = {
        Rule.OUTSIDE: outside,
        Rule.TREND: _find_trends(step, len(rows)),
        Rule.TWO_OF_THREE: _find_two_of_three(near & ~outside, side),
        Rule.SHIFT: _mark_runs(side, SHIFT_LENGTH),
    }
    return Marks(rules=tuple(rules[rule] for rule in _RULES), series=rows.shape[1])


def _compare(rows: Array, above: Array, below: Array) -> _Bits:
    """Mark, of shape (2, points, bytes), what lies above and what lies below."""
    return np.stack([_pack(np.greater(rows, above)), _pack(np.less(rows, below))])


def _pack(marks: Mask) -> _Bits:
    return np.packbits(marks, axis=-1)


def _unpack(bits: _Bits, series: int) -> _Bits:
    return np.unpackbits(bits, axis=-1, count=series)


def _mark_runs(bits: _Bits, length: int) -> _Bits:
    """Mark every point that is one of so many in a row with the same mark."""
    if bits.shape[1] < length:
        return np.zeros_like(bits)
    # Doubling: from pairs in a row to fours, and so on; then back from the starts to the members.
    reach, run = 1, bits
    while reach < length:
        more = min(reach, length - reach)
        run = run[:, :-more] & run[:, more:]
        reach += more
    found = np.zeros_like(bits)
    found[:, : run.shape[1]] = run
    reach = 1
    while reach < length:
        more = min(reach, length - reach)
        wider = found.copy()
        wider[:, more:] |= found[:, :-more]
        found = wider
        reach += more
    return found


def _find_two_of_three(near: _Bits, side: _Bits) -> _Bits:
    found = np.zeros_like(near)
    if near.shape[1] < 3:
        return found
    first, second, third = near[:, :-2], near[:, 1:-1], near[:, 2:]
    window = (first & (second | third)) | (second & third)
    window &= side[:, :-2] & side[:, 1:-1] & side[:, 2:]
    found[:, :-2] = window
    found[:, 1:-1] |= window
    found[:, 2:] |= window
    found &= near
    return found


def _find_trends(step: _Bits, points: int) -> _Bits:
    leading = _mark_runs(step, TREND_STEPS)
    found = np.zeros((2, points, step.shape[2]), dtype=np.uint8)
    found[:, :-1] = leading
    found[:, 1:] |= leading
    # Where one trend ends and the next begins, the step that leads to the point decides.
    turning = found[0, 1:] & found[1, 1:]
    found[:, 1:] &= ~turning | leading
    return found


def _name(marks: Sequence[_Bits]) -> NDArray[np.int8]:
    """Name the first rule that stands: its number, negative where it stands downwards."""
    found = np.zeros(marks[0].shape[1:], dtype=np.int8)
    for rule, (up, down) in reversed(list(zip(_RULES, marks, strict=True))):
        found[down != 0] = -rule
        found[up != 0] = rule
    return found


_RULES = tuple(rule for rule in Rule if rule is not Rule.NONE)

"""Which points are out of the ordinary, and by which of the four rules?"""

from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from obamodel.stats.variation.points import Array, Points, stand_points
from obamodel.stats.variation.xmr import Limits

SHIFT_LENGTH = 7
TREND_STEPS = 6

# What fired at a point is kept in the bits of one byte, a pair for each rule: up, then down.
_UP, _DOWN = 1, 2
_BOTH = _UP | _DOWN
_BIT_PAIRS = 4

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
    return points.open_gaps(name_rules(mark_signals(points, limits)))


def mark_signals(points: Points, limits: Limits) -> _Bits:
    """Mark which rules every point breaks, in the bits of one byte.

    Returns
    -------
    numpy.ndarray
        Of shape (points, series), as the points stand: 0 for an ordinary one;
        :func:`name_rules` says which rule stands.
    """
    rows = points.values
    if not rows.size:
        return np.zeros(rows.shape, dtype=np.uint8)
    # Every comparison with NaN is false: below the last point of a series nothing fires.
    with np.errstate(invalid="ignore"):
        upper, lower = limits.upper + limits.slack, limits.lower - limits.slack
        outside = _compare(rows, upper, lower)
        near = _compare(rows, limits.near_upper + limits.slack, limits.near_lower - limits.slack)
        side = _compare(rows, limits.mean + limits.slack, limits.mean - limits.slack)
        step = _compare(rows[1:], rows[:-1], rows[:-1])
    near &= ~outside
    fired = _mark_runs(side, SHIFT_LENGTH)
    for pair in (_find_two_of_three(near, side), _find_trends(step, rows.shape), outside):
        # Twice itself twice over moves every pair up by one; adding is quicker than shifting.
        fired += fired
        fired += fired
        fired |= pair
    return fired


def name_rules(fired: _Bits) -> NDArray[np.int8]:
    """Return the number of the rule that stands, with its sign, for each byte of marks."""
    return np.asarray(_SIGNED_RULE.take(fired))


def _compare(rows: Array, above: Array, below: Array) -> _Bits:
    bits = np.less(rows, below).view(np.uint8)
    bits += bits
    bits |= np.greater(rows, above).view(np.uint8)
    return bits


def _mark_runs(bits: _Bits, length: int) -> _Bits:
    """Mark every point that is one of so many in a row with the same bit."""
    number = len(bits)
    if number < length:
        return np.zeros_like(bits)
    # Doubling: from pairs in a row to fours, and so on; then back from the starts to the members.
    reach, run = 1, bits
    while reach < length:
        more = min(reach, length - reach)
        run = run[:-more] & run[more:]
        reach += more
    found = np.zeros_like(bits)
    found[: len(run)] = run
    reach = 1
    while reach < length:
        more = min(reach, length - reach)
        wider = np.empty_like(found)
        wider[:more] = found[:more]
        np.bitwise_or(found[more:], found[:-more], out=wider[more:])
        found = wider
        reach += more
    return found


def _find_two_of_three(near: _Bits, side: _Bits) -> _Bits:
    found = np.zeros_like(near)
    if len(near) < 3:
        return found
    first, second, third = near[:-2], near[1:-1], near[2:]
    window = (first & (second | third)) | (second & third)
    window &= side[:-2] & side[1:-1] & side[2:]
    found[:-2] = window
    found[1:-1] |= window
    found[2:] |= window
    found &= near
    return found


def _find_trends(step: _Bits, shape: tuple[int, ...]) -> _Bits:
    leading = _mark_runs(step, TREND_STEPS)
    found = np.zeros(shape, dtype=np.uint8)
    found[:-1] = leading
    found[1:] |= leading
    turning = np.flatnonzero(found == _BOTH)
    if turning.size:
        # A turning point lies within, so the step that leads to it is one row further up.
        found.reshape(-1)[turning] = leading.reshape(-1)[turning - shape[1]]
    return found


def _tabulate() -> NDArray[np.int8]:
    """Say for every byte which rule stands, and with which sign."""
    table = np.zeros(256, dtype=np.int8)
    for byte in range(256):
        for rule in range(1, _BIT_PAIRS + 1):
            pair = byte >> (2 * (rule - 1)) & _BOTH
            if pair:
                table[byte] = rule if pair & _UP else -rule
                break
    return table


_SIGNED_RULE = _tabulate()

"""What do the plainest rules expect: the last value, the mean, the drift, a line, last season?

Each takes values of shape (series, points), NaN where one is missing, and how many steps ahead.
The covariance of the errors is that of the model under which the rule is the best one (Hyndman and
Athanasopoulos 2021, section 5.5). Quantiles are normal for the last value, the drift and last
season, as elsewhere, and Student's for the mean and the line.
"""

import numpy as np

from obamodel.stats.forecasting.components import (
    Array,
    Component,
    Places,
    count_seen,
    has_gaps,
    settle_rounding,
)


def forecast_last(values: Array, horizon: int) -> Component:
    """Expect the last value: the best forecast of a walk at random.

    Examples
    --------
    >>> found = forecast_last(np.array([[3.0, 5.0, 4.0]]), 2)
    >>> found.mean.tolist(), found.scale.tolist()  # the steps were +2 and -1
    ([[4.0, 4.0]], [2.5])
    """
    _, last, steps = _measure_steps(values)
    number = np.maximum(count_seen(values) - 1, 1)
    scale = steps.add_squares(np.zeros(len(values))) / number
    late = (values.shape[1] - 1 - last).astype(float)
    still = np.zeros(len(values))
    mean = _draw_line(_at(values, last), still, np.zeros((1, horizon)), values)
    return _walk(mean, scale, late, None)


def forecast_drift(values: Array, horizon: int) -> Component:
    """Expect the last value plus the mean step so far for each step ahead.

    Examples
    --------
    >>> forecast_drift(np.array([[3.0, 5.0, 4.0]]), 2).mean.tolist()
    [[4.5, 5.0]]
    """
    first, last, steps = _measure_steps(values)
    span = np.maximum(last - first, 1).astype(float)
    drift = (_at(values, last) - _at(values, first)) / span
    number = count_seen(values)
    squares = settle_rounding(steps.add_squares(drift), values)
    scale = squares / np.maximum(number - 2, 1)
    late = (values.shape[1] - 1 - last).astype(float)
    ahead = np.arange(1, horizon + 1) + late[:, None]
    slope = ahead / np.sqrt(span)[:, None]
    return _walk(_draw_line(_at(values, last), drift, ahead, values), scale, late, slope)


def forecast_mean(values: Array, horizon: int) -> Component:
    """Expect the mean of all values so far.

    Examples
    --------
    >>> forecast_mean(np.array([[3.0, 5.0, 4.0]]), 1).mean.tolist()
    [[4.0]]
    """
    number = count_seen(values)
    mean = np.nanmean(values, axis=1)
    freedom = np.maximum(number - 1, 1).astype(float)
    squares = settle_rounding(np.nansum((values - mean[:, None]) ** 2, axis=1), values)
    unsure = np.broadcast_to((1 / np.sqrt(number))[:, None, None], (len(values), 1, horizon))
    return _apart(np.repeat(mean[:, None], horizon, axis=1), squares / freedom, freedom, unsure)


def forecast_trend(values: Array, horizon: int) -> Component:
    """Expect what a straight line by ordinary least squares leads to.

    Examples
    --------
    >>> forecast_trend(np.array([[1.0, 2.0, 3.0]]), 2).mean.round(9).tolist()
    [[4.0, 5.0]]
    """
    points = values.shape[1]
    total = np.einsum("sp->s", values)
    # Only where a value is missing is a sum not known.
    gone = np.isnan(values) if has_gaps(total) else None
    if gone is not None:
        number = points - gone.sum(axis=1)
        seen = np.where(gone, 0.0, values)
        total = np.einsum("sp->s", seen)
        time = np.where(gone, 0.0, np.arange(points, dtype=float))
        centre = time.sum(axis=1) / number
        time = np.where(gone, 0.0, time - centre[:, None])
    else:
        # One line of numbers serves all series.
        number = np.full(1, points)
        seen = values
        centre = np.full(1, (points - 1) / 2)
        time = (np.arange(points) - centre)[None]
    middle = total / number
    spread = np.einsum("sp,sp->s", time, time)
    slope = np.einsum("sp,sp->s", seen, time) / spread
    left = seen - middle[:, None]
    # Into an array that lies in memory as the values do: they may stand in rows or in columns.
    left -= np.multiply(slope[:, None], time, out=np.empty_like(seen))
    if gone is not None:
        left[gone] = 0.0
    squares = np.einsum("sp,sp->s", left, left)
    squares = settle_rounding(squares, values, number * middle**2 + spread * slope**2 + squares)
    freedom = np.maximum(number - 2, 1).astype(float)
    ahead = np.arange(points, points + horizon) - centre[:, None]
    level = np.broadcast_to((1 / np.sqrt(number))[:, None], ahead.shape)
    unsure = np.stack([level, ahead / np.sqrt(spread)[:, None]], axis=1)
    return _apart(
        _draw_line(middle, slope, ahead, values),
        squares / freedom,
        np.broadcast_to(freedom, len(values)),
        unsure,
    )


def forecast_last_season(values: Array, horizon: int, cycle: int) -> Component:
    """Expect what was seen in the same season a year before.

    Parameters
    ----------
    values, horizon
        As for the others.
    cycle
        How many periods make a year. Where a season was never seen, nothing is expected of it.

    Examples
    --------
    >>> quarters = np.array([[1.0, 2.0, 3.0, 4.0, 2.0, 3.0, 4.0, 5.0]])
    >>> forecast_last_season(quarters, 5, 4).mean.tolist()
    [[2.0, 3.0, 4.0, 5.0, 2.0]]
    """
    short = max(cycle - values.shape[1], 0)
    values = np.concatenate([np.full((len(values), short), np.nan), values], axis=1)
    points = values.shape[1]
    ago = np.arange(points, points + horizon) % cycle
    last, late = np.empty((2, len(values), cycle))
    for season in range(cycle):
        # The points of one season are season, season + cycle, ...
        last[:, season], late[:, season] = _carry(values[:, season::cycle])
    moves = values[:, cycle:] - values[:, :-cycle]
    number = np.maximum((~np.isnan(moves)).sum(axis=1), 1)
    scale = np.nansum(moves**2, axis=1) / number
    steps = np.arange(horizon)
    same = (steps[:, None] - steps) % cycle == 0
    years = np.minimum(steps[:, None], steps) // cycle + 1
    return Component(
        mean=last[:, ago],
        scale=scale,
        shapes=np.where(same, years, 0).astype(float)[None],
        place=np.zeros(len(values), dtype=np.intp),
        freedom=np.full(len(values), np.inf),
        extra=_spread_late(late, ago) if late.any() else None,
    )


def _spread_late(late: Array, ago: Places) -> Array:
    """Return the errors of seasons last seen some years earlier than the others."""
    is_season = np.arange(late.shape[1])[:, None] == ago
    return np.asarray(np.sqrt(late)[:, :, None] * is_season)


class _Steps:
    """From each value seen to the next one seen: how far it moved, in how many periods."""

    def __init__(self, moves: Array, lengths: Array | None) -> None:
        self.moves = moves
        self.lengths = lengths

    def add_squares(self, drift: Array) -> Array:
        """Return the sum of the squares of what the drift leaves, for each period of a step."""
        # What is made lies in memory as the values do: they may stand in rows or in columns.
        left, each = np.empty_like(self.moves), np.empty_like(self.moves)
        if self.lengths is None:
            np.subtract(self.moves, drift[:, None], out=left)
            each = left
        else:
            np.multiply(drift[:, None], self.lengths, out=left)
            np.subtract(self.moves, left, out=left)
            np.divide(left, np.maximum(self.lengths, 1), out=each)
        return np.asarray(np.einsum("sp,sp->s", left, each))


def _measure_steps(values: Array) -> tuple[Places, Places, _Steps]:
    points = values.shape[1]
    if not has_gaps(values):
        # The same for all series, so said once.
        first, last = np.zeros(1, dtype=np.intp), np.full(1, points - 1)
        return first, last, _Steps(np.diff(values, axis=1), None)
    held = ~np.isnan(values)
    places = np.arange(points)
    seen = np.maximum.accumulate(np.where(held, places, -1), axis=1)
    before = seen[:, :-1]
    is_step = held[:, 1:] & (before >= 0)
    earlier = np.take_along_axis(values, np.maximum(before, 0), axis=1)
    moves = np.subtract(values[:, 1:], earlier, out=np.empty_like(values[:, 1:]))
    moves[~is_step] = 0.0
    lengths = np.where(is_step, places[1:] - before, 0).astype(float)
    return held.argmax(axis=1), points - 1 - held[:, ::-1].argmax(axis=1), _Steps(moves, lengths)


def _draw_line(level: Array, slope: Array, ahead: Array, values: Array) -> Array:
    """Return lines that start at a level, in an array that lies in memory as the values do."""
    line = np.empty_like(values, shape=(len(values), ahead.shape[1]))
    np.multiply(slope[:, None], ahead, out=line)
    line += level[:, None]
    return line


def _at(values: Array, places: Places) -> Array:
    return np.asarray(values[np.arange(len(values)), places])


def _carry(values: Array) -> tuple[Array, Places]:
    """Return the last value seen of each series, and how many are missing since."""
    late = (~np.isnan(values))[:, ::-1].argmax(axis=1)
    return _at(values, values.shape[1] - 1 - late), late


def _walk(mean: Array, scale: Array, late: Array, slope: Array | None) -> Component:
    """Errors that add up step by step; ``late`` are the periods since the last value seen."""
    steps = np.arange(1, mean.shape[1] + 1)
    directions = []
    if late.any():
        directions.append(np.repeat(np.sqrt(late)[:, None], mean.shape[1], axis=1))
    if slope is not None:
        directions.append(slope)
    return Component(
        mean=mean,
        scale=scale,
        shapes=np.minimum(steps[:, None], steps).astype(float)[None],
        place=np.zeros(len(mean), dtype=np.intp),
        freedom=np.full(len(mean), np.inf),
        extra=np.stack(directions, axis=1) if directions else None,
    )


def _apart(mean: Array, scale: Array, freedom: Array, unsure: Array) -> Component:
    """Errors that are independent, about something that is not known for sure itself."""
    return Component(
        mean=mean,
        scale=scale,
        shapes=np.eye(mean.shape[1])[None],
        place=np.zeros(len(mean), dtype=np.intp),
        freedom=np.asarray(freedom, dtype=float),
        extra=unsure,
    )

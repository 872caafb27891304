"""Where is a series heading, when later values tell more than earlier ones?

Exponential smoothing with one source of error (Hyndman, Koehler, Ord and Snyder 2008). For fixed
parameters the one-step errors are linear in the values and in the states at the start, so the
states are solved out exactly, the sum of squares is a quadratic form in the values, and the best
of a grid of parameters is found for many series with two matrix products.
"""

from functools import lru_cache

import numpy as np
from attrs import frozen

from obamodel.stats.forecasting.components import Array, Component, Places, settle_rounding
from obamodel.stats.forecasting.gaps import draw_lines_across, fill_gaps, find_gaps
from obamodel.stats.forecasting.straight_lines import find_slope

LEVEL_GRID = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99)
"""Values that the smoothing of the level may take."""
TREND_SHARES = (0.02, 0.1, 0.25, 0.5, 0.9)
"""Values that the smoothing of the trend may take, as a share of that of the level."""
DAMPINGS = (0.8, 0.9, 0.98)
"""Values that the damping of the trend may take."""

LEVEL_PARAMETERS = 2
DAMPED_PARAMETERS = 5

_TRUST = 1e-13
_AS_GOOD = 1e-9
_GAP_ROUNDS = 3


@frozen(kw_only=True, eq=False)
class SmoothingTables:
    """All that can be worked out for series of one length before any of them is seen.

    Parameters
    ----------
    sets
        The parameters: smoothing of the level, of the trend, and damping: (sets, 3).
    start
        The states before the first point as sums of the values: (sets, states, points).
    forms
        The sum of squares as a quadratic form, for each set of parameters: (sets, points, points).
    basis, weights
        The same in few directions: ``forms[k]`` is ``weights[k] @ basis``, over the products of
        two values each.
    reach
        By how much each forecast moves with each value: (sets, horizon, points).
    forward
        What each state adds to each forecast: (sets, horizon, states).
    shapes
        The covariance of the forecast errors over the variance of one step.
    """

    sets: Array
    start: Array
    forms: Array
    basis: Array
    weights: Array
    reach: Array
    forward: Array
    shapes: Array


def smooth_level(values: Array, horizon: int) -> Component:
    """Forecast by the level alone: simple exponential smoothing.

    Parameters
    ----------
    values
        Shape (series, points), at least three points; NaN where a value is missing.
    horizon
        How many steps ahead.
    """
    return _fit(values, horizon, trended=False)


def smooth_damped(values: Array, horizon: int) -> Component:
    """Forecast by a level and a trend that wears off (Gardner and McKenzie 1985)."""
    return _fit(values, horizon, trended=True)


def forecast_theta(values: Array, horizon: int) -> Component:
    r"""Forecast by the level and half the slope of a straight line: the theta method.

    The mean is that of Assimakopoulos and Nikolopoulos (2000) as Hyndman and Billah (2003) write
    it: :math:`\ell_n + \frac{b}{2}\left(h - 1 + \frac{1 - (1-\alpha)^n}{\alpha}\right)`.
    """
    level = _fit(values, horizon, trended=False)
    points = values.shape[1]
    # Each number of level.place is a place in the grid of the level.
    smoothing = np.asarray(LEVEL_GRID)[level.place]
    slope = find_slope(values)
    lag = (1 - (1 - smoothing) ** points) / smoothing
    steps = np.arange(horizon)
    mean = level.mean + slope[:, None] / 2 * (steps + lag[:, None])
    return Component(
        mean=mean,
        scale=level.scale,
        shapes=level.shapes,
        place=level.place,
        freedom=level.freedom,
        extra=level.extra,
    )


@lru_cache(maxsize=256)
def tabulate(points: int, horizon: int, *, trended: bool) -> SmoothingTables:
    """Work out the tables for series of one length."""
    if trended:
        sets = np.array(
            [
                (level, level * share, damping)
                for level in LEVEL_GRID
                for share in TREND_SHARES
                for damping in DAMPINGS
            ]
        )
    else:
        sets = np.array([(level, 0.0, 0.0) for level in LEVEL_GRID])
    number, size = len(sets), 2 if trended else 1
    level, trend, damping = sets.T
    # How far each error, and each state, depends on each value and on the states at the start.
    errors = np.zeros((number, points, points + size))
    state = np.zeros((number, 2, points + size))
    state[:, 0, points] = 1.0
    if trended:
        state[:, 1, points + 1] = 1.0
    for step in range(points):
        expected = state[:, 0] + damping[:, None] * state[:, 1]
        error = -expected
        error[:, step] += 1.0
        errors[:, step] = error
        state[:, 1] = damping[:, None] * state[:, 1] + trend[:, None] * error
        state[:, 0] = expected + level[:, None] * error
    by_value, by_start = errors[:, :, :points], errors[:, :, points:]
    start = -np.linalg.pinv(by_start) @ by_value
    left = by_value + by_start @ start
    forms = np.swapaxes(left, 1, 2) @ left
    rows, columns = np.triu_indices(points)
    flat = forms[:, rows, columns] * np.where(rows == columns, 1.0, 2.0)
    turned, sizes, basis = np.linalg.svd(flat, full_matrices=False)
    kept = sizes > _TRUST * sizes[0]
    steps = np.arange(1, horizon + 1)
    forward = np.ones((number, horizon, 1))
    echo = np.repeat(level[:, None], horizon, axis=1)
    if trended:
        worn = np.cumsum(damping[:, None] ** steps, axis=1)
        forward = np.stack([np.ones_like(worn), worn], axis=2)
        echo = echo + trend[:, None] * worn
    states = state[:, :size, :points] + state[:, :size, points:] @ start
    return SmoothingTables(
        sets=sets,
        start=start,
        forms=forms,
        basis=np.ascontiguousarray(basis[kept].T),
        weights=np.ascontiguousarray((turned[:, kept] * sizes[kept]).T),
        reach=forward @ states,
        forward=forward,
        shapes=make_shapes(echo),
    )


def make_shapes(echo: Array) -> Array:
    """Return the covariance of forecast errors from how an error lives on: its echo after 1, 2, ...

    Parameters
    ----------
    echo
        By how much a forecast one, two, ... steps later is moved: (sets, horizon).
    """
    number, horizon = echo.shape
    lived = np.concatenate([np.ones((number, 1)), echo[:, : horizon - 1]], axis=1)
    spread = np.zeros((number, horizon, horizon))
    for step in range(horizon):
        spread[:, step:, step] = lived[:, : horizon - step]
    return np.asarray(spread @ np.swapaxes(spread, 1, 2))


def _fit(values: Array, horizon: int, *, trended: bool) -> Component:
    tables = tabulate(values.shape[1], horizon, trended=trended)
    missing = np.isnan(values)
    middle = np.nanmean(values, axis=1)[:, None]
    # Neither model minds where zero lies; near it, least is lost to rounding.
    centred = values - middle
    extra = None
    if missing.any():
        gaps = find_gaps(missing)
        centred = draw_lines_across(centred, missing)
        # What fits best depends on what stood in the gaps, and the other way round.
        for _ in range(_GAP_ROUNDS):
            place = _search(centred, tables)
            centred, extra = fill_gaps(centred, gaps, place, tables.forms, tables.reach)
    else:
        place = _search(centred, tables)
    squares, states = _run(centred, place, tables)
    parameters = DAMPED_PARAMETERS if trended else LEVEL_PARAMETERS
    freedom = np.maximum((~missing).sum(axis=1) - parameters, 1).astype(float)
    squares = settle_rounding(squares, values)
    mean = np.einsum("shk,sk->sh", tables.forward[place], states) + middle
    return Component(
        mean=mean,
        scale=squares / freedom,
        shapes=tables.shapes,
        place=place,
        freedom=freedom,
        extra=extra,
    )


def _run(centred: Array, place: Places, tables: SmoothingTables) -> tuple[Array, Array]:
    """Go through each series once: the sum of squared errors, and the states after the end."""
    level_share, trend_share, damping = tables.sets[place].T
    start = np.einsum("skp,sp->sk", tables.start[place], centred)
    level = start[:, 0]
    trend = start[:, 1] if start.shape[1] > 1 else np.zeros_like(level)
    squares = np.zeros_like(level)
    for step in range(centred.shape[1]):
        worn = damping * trend
        expected = level + worn
        error = centred[:, step] - expected
        squares += error * error
        level = expected + level_share * error
        trend = worn + trend_share * error
    return squares, np.stack([level, trend], axis=1)[:, : start.shape[1]]


def _search(centred: Array, tables: SmoothingTables) -> Places:
    """Return the set of parameters with the smallest sum of squares for each series.

    Of sets that are as good but for rounding, the first is taken: the one that reacts least.
    """
    rows, columns = np.triu_indices(centred.shape[1])
    products = centred[:, rows] * centred[:, columns]
    squares = products @ tables.basis @ tables.weights
    size = np.einsum("sp,sp->s", centred, centred)
    good_enough = squares.min(axis=1) * (1 + _AS_GOOD) + _AS_GOOD**1.5 * size
    return np.asarray((squares <= good_enough[:, None]).argmax(axis=1))

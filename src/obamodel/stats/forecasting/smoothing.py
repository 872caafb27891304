"""Where is a series heading, when later values tell more than earlier ones?

Exponential smoothing with one source of error (Hyndman, Koehler, Ord and Snyder 2008). For fixed
parameters the one-step errors are linear in the values and in the states at the start, so the
states are solved out exactly, the sum of squares is a quadratic form in the values, and the best
of a grid of parameters is found for many series with two matrix products.
"""

from functools import lru_cache

import numpy as np
from attrs import evolve, frozen

from obamodel.stats.forecasting.components import (
    Array,
    Component,
    Places,
    round_up,
    settle_rounding,
)
from obamodel.stats.forecasting.gaps import draw_lines_across, fill_gaps, find_gaps
from obamodel.stats.forecasting.straight_lines import find_slope

LEVEL_GRID = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99)
"""Values that the smoothing of the level may take."""
DAMPED_LEVEL_GRID = (
    *(0.0001, 0.03, 0.08, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.93, 0.9999),
)
"""Values that the smoothing of the level may take beside a trend."""
TREND_SHARES = (0.0001, 0.05, 0.12, 0.25, 0.45, 0.7, 1.0)
"""Values that the smoothing of the trend may take, as a share of that of the level."""
DAMPINGS = (0.8, 0.84, 0.88, 0.92, 0.95, 0.98)
"""Values that the damping of the trend may take."""

LEVEL_PARAMETERS = 2
DAMPED_PARAMETERS = 5

_TRUST = 1e-13
_AS_GOOD = 1e-9
# The data hardly tell between sets that fit so nearly alike; the trend that wears off soonest
# promises least.
_NEARLY_AS_GOOD = 0.003
_GAP_ROUNDS = 3
_FEW = 32

_PRODUCTS = 2**17
_FEWEST = 16


@frozen(kw_only=True, eq=False)
class SmoothingTables:
    """All that can be worked out for series of one length before any of them is seen.

    Parameters
    ----------
    trended
        Whether there is a trend beside the level.
    sets
        The parameters: smoothing of the level, of the trend, and damping: (sets, 3).
    start
        The states before the first point as sums of the values: (sets, states, points).
    errors
        The one-step errors as sums of the values: (sets, points, points).
    reach
        By how much each forecast moves with each value: (sets, horizon, points).
    forward
        What each state adds to each forecast: (sets, horizon, states).
    shapes
        The covariance of the forecast errors over the variance of one step.
    """

    trended: bool
    sets: Array
    start: Array
    errors: Array
    reach: Array
    forward: Array
    shapes: Array

    @property
    def forms(self) -> Array:
        """The sum of squares as a quadratic form in the values: (sets, points, points)."""
        return _find_forms(self.errors.shape[1], trended=self.trended)


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


def tabulate(points: int, horizon: int, *, trended: bool) -> SmoothingTables:
    """Work out the tables for series of one length."""
    tables = _tabulate(points, round_up(horizon), trended=trended)
    return evolve(
        tables,
        reach=tables.reach[:, :horizon],
        forward=tables.forward[:, :horizon],
        shapes=tables.shapes[:, :horizon, :horizon],
    )


def _list_sets(*, trended: bool) -> Array:
    if not trended:
        return np.array([(level, 0.0, 0.0) for level in LEVEL_GRID])
    return np.array(
        [
            (level, level * share, damping)
            for damping in DAMPINGS
            for level in DAMPED_LEVEL_GRID
            for share in TREND_SHARES
        ]
    )


# Few are kept, for those of long histories are large; a batch goes from one length to the next.
@lru_cache(maxsize=8)
def _tabulate(points: int, horizon: int, *, trended: bool) -> SmoothingTables:
    sets = _list_sets(trended=trended)
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
    steps = np.arange(1, horizon + 1)
    forward = np.ones((number, horizon, 1))
    echo = np.repeat(level[:, None], horizon, axis=1)
    if trended:
        worn = np.cumsum(damping[:, None] ** steps, axis=1)
        forward = np.stack([np.ones_like(worn), worn], axis=2)
        echo = echo + trend[:, None] * worn
    states = state[:, :size, :points] + state[:, :size, points:] @ start
    return SmoothingTables(
        trended=trended,
        sets=sets,
        start=start,
        errors=by_value + by_start @ start,
        reach=np.einsum("shk,skp->shp", forward, states),
        forward=forward,
        shapes=make_shapes(echo),
    )


@lru_cache(maxsize=2)
def _find_forms(points: int, *, trended: bool) -> Array:
    errors = _tabulate(points, 1, trended=trended).errors
    return np.asarray(np.swapaxes(errors, 1, 2) @ errors)


@lru_cache(maxsize=8)
def _find_directions(points: int, *, trended: bool) -> tuple[Array, Array]:
    """Write the quadratic forms of all sets in few directions, over the products of two values.

    Returns the directions, and for each set the weight of each: ``weights @ directions`` are the
    upper triangles of the forms, with what lies off the diagonal counted twice.
    """
    forms = _find_forms(points, trended=trended)
    rows, columns = np.triu_indices(points)
    flat = forms[:, rows, columns] * np.where(rows == columns, 1.0, 2.0)
    turned, sizes, basis = np.linalg.svd(flat, full_matrices=False)
    kept = sizes > _TRUST * sizes[0]
    return np.ascontiguousarray(basis[kept]), np.ascontiguousarray(turned[:, kept] * sizes[kept])


def make_shapes(echo: Array) -> Array:
    """Return the covariance of forecast errors from how an error lives on: its echo after 1, 2, ...

    Parameters
    ----------
    echo
        By how much a forecast one, two, ... steps later is moved: (sets, horizon).
    """
    number, horizon = echo.shape
    lived = np.concatenate([np.ones((number, 1)), echo[:, : horizon - 1]], axis=1)
    together = lived[:, :, None] * lived[:, None, :]
    # What two errors have in common is what those a step earlier had, and one more: added up so,
    # no number depends on how many steps there are.
    for step in range(1, horizon):
        together[:, step, step:] += together[:, step - 1, step - 1 : -1]
        together[:, step:, step] = together[:, step, step:]
    return np.asarray(together)


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
        place = _search(centred, tables)
        # What fits best depends on what stood in the gaps, and the other way round.
        unsettled = np.arange(len(values))
        for _ in range(_GAP_ROUNDS - 1):
            some = gaps[0][unsettled], gaps[1][unsettled]
            filled, _nothing = fill_gaps(
                centred[unsettled], some, place[unsettled], tables.forms, None
            )
            better = _search(filled, tables)
            moved = better != place[unsettled]
            unsettled = unsettled[moved]
            if not len(unsettled):
                break
            place[unsettled] = better[moved]
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

    Of sets that are as good but for rounding, the first is taken: the one that reacts least. With
    a trend, also of those that are nearly as good: the one whose trend wears off soonest.
    """
    points = centred.shape[1]
    if len(centred) <= _FEW:
        # The directions are worth finding only for many series.
        left = np.einsum("kpq,sq->kps", tables.errors, centred)
        return _choose(np.einsum("kps,kps->ks", left, left), centred.T, trended=tables.trended)
    basis, weights = _find_directions(points, trended=tables.trended)
    pairs = points * (points + 1) // 2
    # So many series at a time that the products of their values stay close to the processor.
    size = min(max(_PRODUCTS // pairs, _FEWEST), len(centred))
    products = np.empty((pairs, size))
    found = np.empty(len(centred), dtype=np.intp)
    for begin in range(0, len(centred), size):
        values = np.ascontiguousarray(centred[begin : begin + size].T)
        made = products[:, : values.shape[1]]
        row = 0
        for point in range(points):
            np.multiply(values[point:], values[point], out=made[row : row + points - point])
            row += points - point
        found[begin : begin + size] = _choose(
            weights @ (basis @ made), values, trended=tables.trended
        )
    return found


def _choose(squares: Array, values: Array, *, trended: bool) -> Places:
    """Return for each series the first of the sets that are as good as any, or nearly.

    Parameters
    ----------
    squares
        The sum of squares: shape (sets, series).
    values
        Shape (points, series).
    """
    whole = np.einsum("ps,ps->s", values, values)
    nearly = _NEARLY_AS_GOOD if trended else _AS_GOOD
    good_enough = squares.min(axis=0) * (1 + nearly) + _AS_GOOD**1.5 * whole
    return np.asarray((squares <= good_enough).argmax(axis=0))

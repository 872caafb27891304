"""Where does a straight line lead?"""

from functools import lru_cache

import numpy as np
from attrs import frozen

from obamodel.stats.forecasting.components import (
    Array,
    Component,
    Flags,
    Places,
    has_gaps,
    round_up,
    settle_rounding,
)
from obamodel.stats.forecasting.gaps import draw_lines_across, fill_gaps, find_gaps

STRONGEST_ECHO = 0.95
ECHO_STEP = 0.01
ECHO_PARAMETERS = 3

_GAP_ROUNDS = 2


@frozen(kw_only=True, eq=False)
class LineTables:
    """All that can be worked out for lines through series of one length, for each echo.

    Parameters
    ----------
    line
        Start and slope as sums of the values: (echoes, 2, points).
    forms
        The sum of squares as a quadratic form in the values: (echoes, points, points).
    reach
        By how much each forecast moves with each value: (echoes, horizon, points).
    shapes
        The covariance of the forecast errors over the variance of one step.
    """

    line: Array
    forms: Array
    reach: Array
    shapes: Array


def forecast_trend_with_echo(values: Array, horizon: int) -> Component:
    r"""Forecast by a straight line off which this time's error is partly there the next time.

    Errors follow an AR(1) and the line is fitted by generalised least squares. The autocorrelation
    of the residuals of an ordinary line is too small in short series; it is raised to
    :math:`\min(\max(r_1 + (2 + 4 r_1)/n, 0), 0.95)`. The forecast is :math:`F b + G e` with
    :math:`G = T_{21} T_{11}^{-1}` (Goldberger 1962). The place of each series among the shapes
    of the answer is the strength of its echo in steps of 0.01.

    Parameters
    ----------
    values
        Shape (series, points), at least four points; NaN where a value is missing.
    horizon
        How many steps ahead.
    """
    points = values.shape[1]
    tables = tabulate_lines(points, horizon)
    missing = np.isnan(values)
    middle = np.nanmean(values, axis=1)[:, None]
    centred = values - middle
    seen = (~missing).sum(axis=1)
    extra = None
    if missing.any():
        gaps = find_gaps(missing)
        centred = draw_lines_across(centred, missing)
        place = np.zeros(len(values), dtype=np.intp)
        for _ in range(_GAP_ROUNDS):
            centred, _nothing = fill_gaps(centred, gaps, place, tables.forms, None)
            place = _find_echo(centred, tables, missing, seen)
        centred, extra = fill_gaps(centred, gaps, place, tables.forms, tables.reach)
    else:
        place = _find_echo(centred, tables, missing, seen)
    echo = place * ECHO_STEP
    line = np.einsum("skp,sp->sk", tables.line[place], centred)
    left = _take_off(centred, line)
    steps = left[:, 1:] - echo[:, None] * left[:, :-1]
    squares = np.einsum("sp,sp->s", steps, steps) + (1 - echo**2) * left[:, 0] ** 2
    squares = settle_rounding(squares, values)
    freedom = np.maximum(seen - ECHO_PARAMETERS, 1).astype(float)
    ahead = np.arange(points, points + horizon)
    faded = echo[:, None] ** np.arange(1, horizon + 1)
    return Component(
        mean=middle + line[:, :1] + line[:, 1:] * ahead + faded * left[:, -1:],
        scale=squares / freedom,
        shapes=tables.shapes,
        place=place,
        freedom=freedom,
        extra=extra,
    )


def find_slope(values: Array) -> Array:
    """Return the slope of a straight line through each series, by least squares.

    Examples
    --------
    >>> find_slope(np.array([[1.0, 3.0, 5.0], [0.0, np.nan, 1.0]])).tolist()
    [2.0, 0.5]
    """
    points = np.arange(values.shape[1], dtype=float)
    if not has_gaps(values):
        seen, time = values, (points - points.mean())[None]
    else:
        held = ~np.isnan(values)
        seen = np.where(held, values, 0.0)
        time = np.where(held, points, 0.0)
        time = np.where(held, time - (time.sum(axis=1) / held.sum(axis=1))[:, None], 0.0)
    return np.asarray(np.einsum("sp,sp->s", seen, time) / np.einsum("sp,sp->s", time, time))


def _find_echo(centred: Array, tables: LineTables, missing: Flags, seen: Places) -> Places:
    """Return how strongly one residual echoes in the next, as a place in the tables."""
    line = np.einsum("kp,sp->sk", tables.line[0], centred)
    left = np.where(missing, 0.0, _take_off(centred, line))
    squares = np.einsum("sp,sp->s", left, left)
    together = np.einsum("sp,sp->s", left[:, 1:], left[:, :-1])
    first = np.divide(together, squares, out=np.zeros_like(squares), where=squares > 0)
    raised = first + (2 + 4 * first) / seen
    rounded = np.rint(np.clip(raised, 0.0, STRONGEST_ECHO) / ECHO_STEP)
    return np.asarray(rounded.astype(np.intp))


def _take_off(values: Array, line: Array) -> Array:
    return np.asarray(values - line[:, :1] - line[:, 1:] * np.arange(values.shape[1]))


def tabulate_lines(points: int, horizon: int) -> LineTables:
    """Work out the tables for series of one length."""
    tables = _tabulate_lines(points, round_up(horizon))
    return LineTables(
        line=tables.line,
        forms=tables.forms,
        reach=tables.reach[:, :horizon],
        shapes=tables.shapes[:, :horizon, :horizon],
    )


# Few are kept, as of the tables of smoothing.
@lru_cache(maxsize=8)
def _tabulate_lines(points: int, horizon: int) -> LineTables:
    echoes = np.arange(round(STRONGEST_ECHO / ECHO_STEP) + 1, dtype=np.float64) * ECHO_STEP
    before = np.stack([np.ones(points), np.arange(points)], axis=1)
    ahead = np.arange(1, horizon + 1)
    later = np.stack([np.ones(horizon), points - 1 + ahead], axis=1)
    weighed = _weigh(np.broadcast_to(before, (len(echoes), *before.shape)), echoes)
    unsure = np.linalg.inv(np.einsum("pj,epk->ejk", before, weighed))
    line = np.einsum("ejk,epk->ejp", unsure, weighed)
    aside = np.eye(points) - np.einsum("pj,ejq->epq", before, line)
    # Of all that is known, only the last error lives on, weaker with every step.
    faded = echoes[:, None] ** ahead
    gone = later - faded[:, :, None] * before[-1]
    apart = np.abs(ahead[:, None] - ahead)
    wandered = echoes[:, None, None] ** apart - faded[:, :, None] * faded[:, None, :]
    return LineTables(
        line=line,
        forms=_weigh(aside, echoes),
        reach=np.einsum("hk,ekp->ehp", later, line) + np.einsum("eh,ep->ehp", faded, aside[:, -1]),
        shapes=wandered / (1 - echoes**2)[:, None, None]
        + np.einsum("ehj,ejk,egk->ehg", gone, unsure, gone),
    )


def _weigh(columns: Array, echoes: Array) -> Array:
    """Multiply by the inverse of the covariance of errors that echo: three bands, the rest nothing.

    Parameters
    ----------
    columns
        Shape (echoes, points, columns).
    echoes
        How strong each echo is.
    """
    echo = echoes[:, None, None]
    found = columns * (1 + echo**2)
    found[:, [0, -1]] = columns[:, [0, -1]]
    found[:, 1:] -= echo * columns[:, :-1]
    found[:, :-1] -= echo * columns[:, 1:]
    return np.asarray(found)

"""Which verdict does each series of a tile earn?"""

from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import frozen

from obamodel.domain.baselines import Method
from obamodel.stats.forecasting.components import Array, Flags, Places, count_marks, count_seen
from obamodel.stats.forecasting.forecasts import LEAST_POINTS, Forecasts, forecast_values
from obamodel.stats.forecasting.freezing import LEAST_FOR_LIMITS
from obamodel.stats.forecasting.widening import find_share, narrow, raise_echo, widen_method
from obamodel.stats.panels.choosing import NEVER, Whole
from obamodel.stats.panels.tiling import Tile
from obamodel.stats.turning.contrasts import Contrast, average_over, measure_contrast, weigh_all
from obamodel.stats.turning.judging import (
    CODES,
    END_CODES,
    Codes,
    judge,
    judge_after_end,
)
from obamodel.stats.turning.words import AfterEnd, Verdict

NUMBERS = ("observed", "expected", "departure", "lower", "upper")
"""The columns of the answer that hold numbers with an interval."""

Counts = npt.NDArray[np.int16]

_NO_END = -1


@frozen(kw_only=True, eq=False)
class Asked:
    """What is asked of every series: one thing for all, or one for each.

    Parameters
    ----------
    start
        The place of the first period that is judged.
    good
        1 where high is good, -1 where low is.
    method, cycle
        How a baseline is made, and how many periods make a year.
    worthwhile
        The smallest change worth having; NaN or none where no one was stated.
    end
        The place of the last period in which the initiative ran.
    sampling
        The sampling variance of one value, where it is known; 0 where it is not.
    """

    start: Whole
    good: Array
    method: Method
    cycle: int
    worthwhile: Array | None
    end: Whole | None
    sampling: Array | None


class Verdicts:
    """What is found of every series, in one place for all tiles."""

    def __init__(self, number: int, *, with_end: bool, with_freedom: bool) -> None:
        self.numbers: dict[str, Array] = {name: np.full(number, np.nan) for name in NUMBERS}
        self.before: Counts = np.zeros(number, dtype=np.int16)
        self.after: Counts = np.zeros(number, dtype=np.int16)
        self.verdict: Codes = np.zeros(number, dtype=np.int8)
        self.after_end: Codes | None = np.zeros(number, dtype=np.int8) if with_end else None
        self.freedom: Array | None = np.ones(number) if with_freedom else None


def judge_tile(asked: Asked, found: Verdicts, tile: Tile) -> None:
    """Judge the series of a tile, and keep what is found."""
    seen, later = _count(tile, tile.before), _count(tile, tile.after)
    found.before[tile.rows], found.after[tile.rows] = seen, later
    enough = seen >= max(LEAST_FOR_LIMITS, LEAST_POINTS.get(asked.method, 0))
    if enough.all() and later.all():
        _judge(asked, found, tile, asked.method, with_limits=True)
        return
    found.verdict[tile.rows] = np.where(
        seen < LEAST_FOR_LIMITS, CODES[Verdict.TOO_FEW], CODES[Verdict.TOO_EARLY]
    )
    if found.after_end is not None:
        found.after_end[tile.rows] = END_CODES[AfterEnd.TOO_EARLY]
        _leave_out(asked, found.after_end, tile.rows)
    # Where there are too few for the method, the last value shows at least the direction.
    # Its limits would promise too much.
    for part, method in ((enough, asked.method), (~enough & (seen > 0), Method.LAST)):
        chosen = part & (later > 0)
        if chosen.any():
            _judge(asked, found, tile.take(chosen), method, with_limits=part is enough)


def _count(tile: Tile, values: Array) -> Places:
    return count_seen(values) if tile.has_gaps else np.full(len(values), values.shape[1])


def _judge(asked: Asked, found: Verdicts, tile: Tile, method: Method, *, with_limits: bool) -> None:
    rows, after = tile.rows, tile.after
    good = _pick(asked.good, rows)
    sampling = None if asked.sampling is None else _pick(asked.sampling, rows)
    forecasts = forecast_values(tile.before, after.shape[1], method=method, cycle=asked.cycle)
    if sampling is not None:
        forecasts = forecasts.raise_scale(sampling)
    # In columns, as the values: a sum then has the same digits whatever others there are.
    expected = np.asfortranarray(forecasts.mean)
    statement = _Statement(
        forecasts=forecasts,
        departures=(after - expected) * good[:, None],
        method=method,
        sampling=sampling,
    )
    weights = average_over(after) if tile.has_gaps else weigh_all(after.shape[1])
    if asked.end is not None:
        # The verdict is about the time while the initiative ran.
        weights = _share(~np.isnan(after) & _find_during(asked, rows, after.shape[1]))
    whole, freedom = statement.measure(weights)
    count = found.before[rows]
    numbers = found.numbers
    numbers["observed"][rows] = _average(after, weights)
    numbers["expected"][rows] = _average(expected, weights)
    numbers["departure"][rows] = whole.value
    if with_limits:
        numbers["lower"][rows], numbers["upper"][rows] = whole.lower, whole.upper
    if found.freedom is not None:
        found.freedom[rows] = freedom
    worthwhile = None if asked.worthwhile is None else _pick(asked.worthwhile, rows)
    found.verdict[rows] = judge(whole, count, worthwhile)
    if found.after_end is not None:
        found.after_end[rows] = _judge_end(asked, rows, statement, count)
        _leave_out(asked, found.after_end, rows)


def _average(values: Array, weights: Array) -> Array:
    """Return the mean of what is weighed; NaN where nothing is."""
    if weights.ndim == 1:
        return np.asarray(np.einsum("si->s", values) / len(weights))
    used = weights != 0
    with np.errstate(invalid="ignore"):
        return np.asarray(np.einsum("si->s", np.where(used, values, 0.0)) / count_marks(used))


@frozen(kw_only=True, eq=False)
class _Statement:
    """What statements about a tile are made from: departures, and how sure the forecasts are."""

    forecasts: Forecasts
    departures: Array
    method: Method
    sampling: Array | None

    def measure(self, weights: Array) -> tuple[Contrast, Array]:
        """Measure a weighted sum of the departures; also return its degrees of freedom."""
        forecasts = self.forecasts
        if weights.ndim == 1:
            reach: Any = len(weights)
        else:
            # Where nothing is used, no limits are drawn either.
            steps = np.arange(1, weights.shape[1] + 1, dtype=np.int16)
            reach = ((weights != 0) * steps).max(axis=1)
        variance, freedom = forecasts.find_variance(weights), forecasts.freedom
        echo: Any = 0.0 if forecasts.echo is None else forecasts.echo
        if self.sampling is None:
            widening = widen_method(self.method, forecasts.seen, reach, echo)
        else:
            # As freeze_baseline and assess_curve do where numerators and denominators are known.
            sampling = np.broadcast_to(self.sampling, variance.shape)
            echo = raise_echo(echo, find_share(sampling, forecasts.find_scale()))
            widening = widen_method(self.method, forecasts.seen, reach, echo)
            known = sampling * np.einsum("...i->...", weights**2)
            widening, freedom = narrow(widening, freedom, find_share(known, variance))
        return measure_contrast(self.departures, weights, variance, freedom, widening), freedom


def _judge_end(asked: Asked, rows: Any, statement: _Statement, count: Any) -> Codes:
    departures = statement.departures
    is_during = _find_during(asked, rows, departures.shape[1])
    seen = ~np.isnan(departures)
    on, off = _share(seen & is_during), _share(seen & ~is_during)
    during, after, change = (statement.measure(weights)[0] for weights in (on, off, off - on))
    return judge_after_end(during, after, change, count)


def _leave_out(asked: Asked, codes: Codes, rows: Any) -> None:
    """Say nothing of what became of a curve where no end was said."""
    if asked.end is not None:
        codes[rows] = np.where(_pick(asked.end, rows) == NEVER, _NO_END, codes[rows])


def _find_during(asked: Asked, rows: Any, steps: int) -> Flags:
    assert asked.end is not None, "only asked where an end was said"
    length = _pick(asked.end, rows) - _pick(asked.start, rows) + 1
    # In columns, as the values.
    return np.asarray(np.arange(steps)[:, None] < np.atleast_1d(length)).T


def _share(seen: Flags) -> Array:
    return np.asarray(seen / np.maximum(count_marks(seen), 1)[:, None])


def _pick(array: Any, rows: Any) -> Any:
    return array if len(array) == 1 else array[rows]

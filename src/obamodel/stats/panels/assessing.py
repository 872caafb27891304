"""Which of very many curves have turned?"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from obamodel.domain.baselines import Method
from obamodel.errors import Fault, InvalidError
from obamodel.stats.forecasting.components import Array, count_seen
from obamodel.stats.forecasting.forecasts import LEAST_POINTS, Forecasts, forecast_values
from obamodel.stats.forecasting.freezing import CYCLES, LEAST_FOR_LIMITS
from obamodel.stats.forecasting.widening import widen_method
from obamodel.stats.panels.choosing import choose_periods, choose_values
from obamodel.stats.panels.laying import Laid, lay_out_panel, name_series
from obamodel.stats.turning.contrasts import (
    Contrast,
    average_over,
    find_chance,
    measure_contrast,
)
from obamodel.stats.turning.families import hold_back_families
from obamodel.stats.turning.judging import (
    CODES,
    END_CODES,
    ENDINGS,
    VERDICTS,
    Codes,
    judge,
    judge_after_end,
)
from obamodel.stats.turning.words import AfterEnd, Verdict

if TYPE_CHECKING:
    import pandas as pd

TILE = 4096
"""How many series are worked on at a time: few enough to stay close to the processor."""

_KEPT_BYTES = 16 * 2**20

_NUMBERS = ("observed", "expected", "departure", "lower", "upper")


@frozen(kw_only=True, eq=False)
class _Plan:
    """What is asked of every tile."""

    laid: Laid
    start: Any
    first: Any
    good: Array
    method: Method
    cycle: int
    worthwhile: Array | None
    end: Any


def assess_panel(
    frame: "pd.DataFrame",
    *,
    by: str | Sequence[str] = "series",
    period: str = "period",
    value: str = "value",
    starts: Any,
    high_is_good: Any,
    method: Method | str = Method.AVERAGE,
    calendar: Any = None,
    ended: Any = None,
    worthwhile: Any = None,
    family: str | None = None,
    variation: bool = False,
    gaps: str = "refuse",
    tile: int = TILE,
    n_jobs: int = 1,
    progress: bool = False,
) -> "pd.DataFrame":
    """Judge every series of a long frame against a baseline made from what came before its start.

    The same numbers as :func:`~obamodel.stats.forecasting.freeze_baseline` and
    :func:`~obamodel.stats.turning.assess_curve` give for one series, without a name under each:
    to look through many series, not to publish a verdict that somebody stands for.

    Parameters
    ----------
    frame
        One row for each series and period, in any order. A value that is missing is NaN.
    by
        The column, or columns, that name a series.
    period, value
        The columns of the period and of the value.
    starts
        The first period after the history: one for all, a mapping from series to period, or a
        column that says it in every row of the series.
    high_is_good
        True, False, a mapping from series to either, or a column.
    method
        One of the named methods, but not *given*.
    calendar
        The calendar of the periods, where they do not say it themselves.
    ended
        The last period in which the initiative ran; as ``starts``. The verdict, and the numbers
        with it, are then about the time while it ran.
    worthwhile
        The smallest change worth having: a number, a mapping or a column.
    family
        A column that names the family in which a series is judged together with others (Holm
        1979); without it, every series is judged alone.
    variation
        Whether to add the limits of a control chart of the whole series and its last signal.
    gaps
        What to do with a period inside a series that has no row: *refuse*, or *missing*.
    tile
        How many series are worked on at a time.
    n_jobs
        How many tiles are worked on side by side.
    progress
        Whether to show a progress bar, on a terminal.

    Returns
    -------
    pandas.DataFrame
        One row for each series, in the order of their names: the columns of ``by``;
        ``points_before`` and ``points_after``; ``observed`` and ``expected``, the means since the
        start; ``departure`` with ``lower`` and ``upper`` (95 %), above 0 better; ``verdict``; with
        ``ended``, ``after_end``; with a family, ``looked_at``; with ``variation``, ``centre``,
        ``lower_limit``, ``upper_limit``, ``signals`` (how many points) and ``last_signal``.

    Raises
    ------
    InvalidError
        Naming each thing that stands in the way, up to 100 at once.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({
    ...     "series": "falls", "period": range(2010, 2021),
    ...     "value": [50, 52, 49, 51, 50, 48, 51, 50, 30, 29, 31],
    ... })
    >>> found = assess_panel(frame, starts=2018, high_is_good=False)
    >>> found.loc[0, "verdict"], int(found.loc[0, "points_before"]), float(found.loc[0, "observed"])
    ('turned', 8, 30.0)
    """
    method = _check_options(method, gaps, tile, n_jobs)
    columns = [by] if isinstance(by, str) else list(by)
    laid = lay_out_panel(frame, columns, period, value, calendar)
    start, end = (
        choose_periods(frame, columns, laid, chosen, name, calendar)
        for chosen, name in ((starts, "starts"), (ended, "ended"))
    )
    assert start is not None, "a start is always wanted"
    good = np.where(choose_values(frame, columns, laid, high_is_good, "high_is_good"), 1.0, -1.0)
    wanted = choose_values(frame, columns, laid, worthwhile, "worthwhile")
    first = _find_first(laid)
    if gaps == "refuse":
        _refuse_gaps(laid, first)
    plan = _Plan(
        laid=laid,
        start=start,
        first=first,
        good=good,
        method=method,
        cycle=_find_cycle(laid),
        worthwhile=None if wanted is None else np.asarray(wanted, dtype=float),
        end=end,
    )
    found = _Found(len(laid.names), with_end=end is not None)
    _run(plan, found, tile=tile, n_jobs=n_jobs, progress=progress)
    table = _tabulate(plan, found, frame, columns, family)
    if variation:
        from obamodel.stats.panels.varying import add_variation

        add_variation(table, laid.values, tile)
    return table


def _check_options(method: Any, gaps: str, tile: int, n_jobs: int) -> Method:
    faults = []
    if method not in tuple(Method) or method == Method.GIVEN:
        known = ", ".join(one for one in Method if one is not Method.GIVEN)
        found = f"found {method!r}"
        faults.append(Fault("unknown-choice", found, f"choose one of: {known}", path=("method",)))
    if gaps not in ("refuse", "missing"):
        faults.append(
            Fault("unknown-choice", f"found {gaps!r}", "write refuse or missing", path=("gaps",))
        )
    for name, number in (("tile", tile), ("n_jobs", n_jobs)):
        if number < 1:
            faults.append(Fault("too-small", f"found {number}", "write 1 or more", path=(name,)))
    if faults:
        raise InvalidError("assess_panel", faults)
    return Method(method)


class _Found:
    """What is found, in one place for all tiles."""

    def __init__(self, number: int, *, with_end: bool) -> None:
        self.numbers = {name: np.full(number, np.nan) for name in _NUMBERS}
        self.before = np.zeros(number, dtype=np.int16)
        self.after = np.zeros(number, dtype=np.int16)
        self.verdict = np.zeros(number, dtype=np.int8)
        self.after_end = np.zeros(number, dtype=np.int8) if with_end else None
        self.freedom = np.ones(number, dtype=np.float32)


def _find_first(laid: Laid) -> Any:
    """Return the place of the first row of each series, or 0 where all begin together."""
    if laid.is_there is None:
        return np.zeros(1, dtype=np.intp)
    return laid.is_there.argmax(axis=1)


def _refuse_gaps(laid: Laid, first: Any) -> None:
    if laid.is_there is None:
        return
    width = laid.is_there.shape[1]
    last = width - 1 - laid.is_there[:, ::-1].argmax(axis=1)
    short = laid.is_there.sum(axis=1) != last - first + 1
    faults = []
    for place in np.flatnonzero(short)[: InvalidError.SHOWN]:
        inside = np.arange(first[place], last[place] + 1)
        gone = inside[~laid.is_there[place, inside]]
        told = ", ".join(_write_period(laid, int(one)) for one in gone[:3])
        more = "" if len(gone) <= 3 else f" and {len(gone) - 3} more"
        faults.append(
            Fault(
                "silent-gap",
                f"{name_series(laid.names, place)} has no row for {told}{more}",
                'add a row with NaN for each, or write gaps="missing"',
            )
        )
    if faults:
        raise InvalidError("assess_panel", faults)


def _write_period(laid: Laid, place: int) -> str:
    known = laid.periods.get(laid.first + place)
    if known is None:
        nearest = min(laid.periods, key=lambda one: abs(one - laid.first - place))
        known = laid.periods[nearest].shift(laid.first + place - nearest)
    return str(known)


def _find_cycle(laid: Laid) -> int:
    for one in laid.periods.values():
        return CYCLES[one.frequency]
    return 1


def _run(plan: _Plan, found: _Found, *, tile: int, n_jobs: int, progress: bool) -> None:
    work = list(_split(plan, tile))
    _keep_memory()
    task = partial(_assess_tile, plan, found)
    bar = _make_bar(len(plan.laid.names), progress)
    if n_jobs == 1:
        for part in work:
            task(*part)
            bar.update(_count(part[0]))
    else:
        # numpy lets go of the interpreter while it works, so threads are enough.
        with ThreadPoolExecutor(n_jobs) as pool:
            for part, _done in zip(work, pool.map(task, *zip(*work, strict=True)), strict=True):
                bar.update(_count(part[0]))
    bar.close()


def _keep_memory() -> None:
    """Ask for much memory once and give it back, so that less is kept where it is at hand.

    The C library of Linux gives back to the system what is freed in large blocks, and asks for it
    anew for the next tile, which takes longer than the sums; until it has seen a larger block
    freed, that is, from which it learns to keep such blocks. Nothing is ever written to this one.
    """
    np.empty(_KEPT_BYTES, dtype=np.uint8)


def _make_bar(total: int, progress: bool) -> Any:
    from tqdm import tqdm

    # disable=None shows nothing where there is no terminal.
    return tqdm(total=total, disable=None if progress else True, unit="series")


def _count(chosen: Any) -> int:
    return chosen.stop - chosen.start if isinstance(chosen, slice) else len(chosen)


def _split(plan: _Plan, tile: int) -> Iterator[tuple[Any, int]]:
    """Yield which series are worked on together, and how many periods their history has."""
    number = len(plan.laid.names)
    length = np.maximum(np.broadcast_to(plan.start - plan.first, number), 0)
    if not number:
        return
    if (length == length[0]).all() and len(plan.start) == 1:
        for begin in range(0, number, tile):
            yield slice(begin, min(begin + tile, number)), int(length[0])
        return
    # Sorted by length once, so that every tile holds series with histories of one length; series
    # of one length stay in their order, and so near each other in memory.
    order = np.argsort(length, kind="stable")
    ordered = length[order]
    edges = [0, *(np.flatnonzero(np.diff(ordered)) + 1).tolist(), number]
    for begin, end in pairwise(edges):
        for place in range(begin, end, tile):
            yield order[place : min(place + tile, end)], int(ordered[begin])


def _cut(plan: _Plan, chosen: Any, length: int) -> tuple[Array, Array]:
    """Return the history and what came after, for some of the series."""
    values = plan.laid.values
    width = values.shape[1]
    if len(plan.start) == 1 and isinstance(chosen, slice):
        start = int(np.clip(plan.start[0], 0, width))
        return values[chosen, max(start - length, 0) : start], values[chosen, start:]
    start = np.broadcast_to(plan.start, len(values))[chosen]
    reach = max(int((width - start).max()), 0)
    places = start[:, None] + np.arange(-length, reach)
    inside = (places >= 0) & (places < width)
    rows = np.arange(len(values))[chosen] if isinstance(chosen, slice) else chosen
    cut = np.where(inside, values[rows[:, None], places.clip(0, width - 1)], np.nan)
    return cut[:, :length], cut[:, length:]


def _assess_tile(plan: _Plan, found: _Found, chosen: Any, length: int) -> None:
    before, after = _cut(plan, chosen, length)
    seen, later = count_seen(before), count_seen(after)
    found.before[chosen], found.after[chosen] = seen, later
    found.verdict[chosen] = np.where(
        seen < LEAST_FOR_LIMITS, CODES[Verdict.TOO_FEW], CODES[Verdict.TOO_EARLY]
    )
    if found.after_end is not None:
        found.after_end[chosen] = END_CODES[AfterEnd.TOO_EARLY]
    enough = seen >= max(LEAST_FOR_LIMITS, LEAST_POINTS.get(plan.method, 0))
    if enough.all() and later.all():
        _judge_tile(plan, found, chosen, before, after, plan.method)
        return
    # Where there are too few for the method, the last value shows at least the direction.
    rows = np.arange(len(plan.laid.names))[chosen] if isinstance(chosen, slice) else chosen
    for part, method in ((enough, plan.method), (~enough & (seen > 0), Method.LAST)):
        part = part & (later > 0)
        if part.any():
            _judge_tile(plan, found, rows[part], before[part], after[part], method)


def _judge_tile(
    plan: _Plan, found: _Found, chosen: Any, before: Array, after: Array, method: Method
) -> None:
    good = _pick(plan.good, chosen)
    forecasts = forecast_values(before, after.shape[1], method=method, cycle=plan.cycle)
    departures = (after - forecasts.mean) * good[:, None]
    weights = average_over(after)
    if plan.end is not None:
        # The verdict is about the time while the initiative ran.
        weights = _share(~np.isnan(after) & _find_during(plan, chosen, after.shape[1]))
    whole = _contrast(forecasts, departures, weights, method)
    numbers = found.numbers
    sums = "si,i->s" if weights.ndim == 1 else "si,si->s"
    numbers["expected"][chosen] = np.einsum(sums, forecasts.mean, weights)
    known = after if weights.ndim == 1 else np.where(weights > 0, after, 0.0)
    numbers["observed"][chosen] = np.einsum(sums, known, weights)
    numbers["departure"][chosen] = whole.value
    numbers["lower"][chosen], numbers["upper"][chosen] = whole.lower, whole.upper
    found.freedom[chosen] = forecasts.freedom
    count = found.before[chosen]
    worthwhile = None if plan.worthwhile is None else _pick(plan.worthwhile, chosen)
    verdict = judge(whole, count, worthwhile)
    # The last value stands in where there are too few: its limits would promise too much.
    few = count < LEAST_FOR_LIMITS
    if few.any():
        for name in ("lower", "upper"):
            numbers[name][chosen] = np.where(few, np.nan, numbers[name][chosen])
    found.verdict[chosen] = verdict
    if found.after_end is not None:
        found.after_end[chosen] = _judge_end(plan, chosen, forecasts, departures, count)


def _judge_end(
    plan: _Plan, chosen: Any, forecasts: Forecasts, departures: Array, count: Any
) -> Any:
    is_during = _find_during(plan, chosen, departures.shape[1])
    seen = ~np.isnan(departures)
    on, off = _share(seen & is_during), _share(seen & ~is_during)
    during, after, change = (
        _contrast(forecasts, departures, weights, plan.method) for weights in (on, off, off - on)
    )
    return judge_after_end(during, after, change, count)


def _find_during(plan: _Plan, chosen: Any, steps: int) -> Any:
    length = _pick(plan.end, chosen) - _pick(plan.start, chosen) + 1
    return np.arange(steps) < np.atleast_1d(length)[:, None]


def _share(seen: Any) -> Array:
    return np.asarray(seen / np.maximum(seen.sum(axis=1), 1)[:, None])


def _contrast(forecasts: Forecasts, departures: Array, weights: Array, method: Method) -> Contrast:
    if weights.ndim == 1:
        reach: Any = len(weights)
    else:
        used = weights != 0
        reach = weights.shape[1] - used[:, ::-1].argmax(axis=1)
    return measure_contrast(
        departures,
        weights,
        forecasts.find_variance(weights),
        forecasts.freedom,
        widen_method(
            method,
            forecasts.seen,
            reach,
            0.0 if forecasts.echo is None else forecasts.echo,
        ),
    )


def _pick(array: Any, chosen: Any) -> Any:
    return array if len(array) == 1 else array[chosen]


def _tabulate(
    plan: _Plan, found: _Found, frame: "pd.DataFrame", columns: Sequence[str], family: str | None
) -> "pd.DataFrame":
    table = plan.laid.names
    table["points_before"] = found.before
    table["points_after"] = found.after
    for name in _NUMBERS:
        table[name] = found.numbers[name]
    if family is not None:
        groups = choose_values(frame, columns, plan.laid, family, "family")
        half = table["departure"].to_numpy() - table["lower"].to_numpy()
        chance = find_chance(table["departure"].to_numpy(), half, found.freedom.astype(float))
        found.verdict, looked_at = hold_back_families(found.verdict, chance, groups)
    table["verdict"] = _name_codes(found.verdict, VERDICTS)
    if family is not None:
        table["looked_at"] = looked_at
    if found.after_end is not None:
        table["after_end"] = _name_codes(found.after_end, ENDINGS)
    return table


def _name_codes(codes: Codes, words: Sequence[StrEnum]) -> "pd.Categorical":
    import pandas as pd

    dtype = pd.CategoricalDtype([str(one) for one in words])
    return pd.Categorical.from_codes(codes, dtype=dtype)

"""How well would each method have forecast this series in the past?"""

import html
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from obamodel.domain.baselines import Method
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import refuse_truth, say_number
from obamodel.stats.forecasting.components import Array
from obamodel.stats.forecasting.forecasts import FITS, LEAST_POINTS, forecast_values
from obamodel.stats.forecasting.freezing import (
    CYCLES,
    choose_history,
    find_overlaps,
    find_silent_gaps,
    read_choice,
)
from obamodel.stats.forecasting.quantiles import INNER, OUTER, find_quantile
from obamodel.stats.forecasting.widening import widen_method

if TYPE_CHECKING:
    import pandas as pd

LEAST_TRAINING = 6
LONGEST_REACH = 4


@frozen(kw_only=True)
class MethodRecord:
    """How one method would have done.

    Parameters
    ----------
    method
        The method.
    error
        The mean absolute scaled error (Hyndman and Koehler 2006): 1 is as good as the last value
        was within the history; smaller is better.
    held_80, held_95
        The share of values within the 80% and the 95% limits, widened as for a verdict.
    difference
        The mean difference of its scaled errors from those of the default, forecast by forecast;
        below 0 is better than the default.
    difference_error
        The standard error of that difference, over origins; none with fewer than two.
    """

    method: Method
    error: float
    held_80: float
    held_95: float
    difference: float
    difference_error: float | None


@frozen(kw_only=True)
class Backtest:
    """How each method would have done on one series, by forecasting from one origin after another.

    Parameters
    ----------
    series
        The series.
    origins
        From how many origins it was forecast.
    forecasts
        How many values were forecast by each method.
    records
        One for each method, the smallest error first.
    """

    series: Series
    origins: int
    forecasts: int
    records: tuple[MethodRecord, ...]

    __bool__ = refuse_truth

    @property
    def would_choose(self) -> Method:
        """The method with the smallest error; nothing switches to it by itself."""
        return self.records[0].method

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        kept = (
            "The default is kept whatever this says. Choosing the best of many on one short series "
            "mostly chooses luck: on series whose later values are known it did no better, and its "
            "limits held less often."
        )
        rests = (
            f"It rests on {say_number(self.forecasts, 'forecast')} from "
            f"{say_number(self.origins, 'origin')}, which overlap."
        )
        return kept, rests

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        best = self.records[0]
        if best.method is Method.AVERAGE:
            return (
                f"{self.series.name}: the default would have forecast best, from "
                f"{say_number(self.origins, 'origin')}."
            )
        default = next(one for one in self.records if one.method is Method.AVERAGE)
        return (
            f"{self.series.name}: {best.method} would have forecast best (error {best.error:.2f}, "
            f"the default {default.error:.2f}), from {say_number(self.origins, 'origin')}. "
            "The default stays unless you choose another."
        )

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each method, the smallest error first.

        Returns
        -------
        pandas.DataFrame
            Columns ``method``, ``error``, ``held_80``, ``held_95``, ``difference`` and
            ``difference_error``.
        """
        import attrs
        import pandas as pd

        table = pd.DataFrame([attrs.asdict(one) for one in self.records])
        return table.assign(method=[str(one.method) for one in self.records])

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>{self.to_frame().to_html(index=False)}"


def backtest(series: Series, *, methods: Iterable[Method | str] | None = None) -> Backtest:
    """Forecast a series from one origin after another, by each method, and compare.

    The first origin lies after 6 values or half of them, whichever is more; each forecast reaches
    up to 4 periods ahead. The default is always among the methods.

    Parameters
    ----------
    series
        The series; after a break, only what follows it is used.
    methods
        The methods to compare; without them, all but *given* (and *seasonal last* only where a
        year has more than one period).

    Raises
    ------
    InvalidError
        When there are too few values, or silent gaps, or the series is not of real values.
    """
    series.refuse_statistics("a backtest")
    history = choose_history(series, series.periods[-1]) if series.observations else ()
    faults = [*find_silent_gaps(history, series.step), *find_overlaps(history)]
    values = np.array([np.nan if one.value is None else one.value for one in history])
    first = max(LEAST_TRAINING, len(values) // 2)
    if int((~np.isnan(values)).sum()) < LEAST_TRAINING + 2:
        faults.append(
            Fault(
                "too-few-points",
                f"{say_number(int((~np.isnan(values)).sum()), 'value')}",
                f"a backtest needs {LEAST_TRAINING + 2} or more",
                path=("observations",),
            )
        )
    if faults:
        raise InvalidError("backtest", faults)
    cycle = CYCLES[series.frequency]
    tried = _choose(methods, cycle, first)
    errors = _roll(values, tried, first, cycle)
    default = errors[Method.AVERAGE][0]
    if np.isnan(default).all():
        fault = Fault(
            "nothing-to-compare",
            "no value could be forecast from earlier ones that vary",
            "give a longer series, or one that varies",
            path=("observations",),
        )
        raise InvalidError("backtest", [fault])
    records = [_record(method, *errors[method], default) for method in tried]
    return Backtest(
        series=series,
        origins=len(default),
        forecasts=int((~np.isnan(default)).sum()),
        records=tuple(sorted(records, key=lambda one: one.error)),
    )


def _choose(methods: Iterable[Method | str] | None, cycle: int, first: int) -> tuple[Method, ...]:
    if methods is not None:
        wanted = [read_choice(Method, one, "methods", of="backtest") for one in methods]
    else:
        wanted = list(FITS)
        if cycle > 1:
            wanted.append(Method.SEASONAL_LAST)
    if Method.GIVEN in wanted:
        fault = Fault("unknown-choice", "a given forecast has no method", "leave it out")
        raise InvalidError("backtest", [fault])
    # A season can only be repeated once it has been seen.
    return tuple(
        one
        for one in dict.fromkeys([Method.AVERAGE, *wanted])
        if LEAST_POINTS.get(one, 2) <= first
        and not (one is Method.SEASONAL_LAST and first <= cycle)
    )


def _roll(
    values: Array, methods: Sequence[Method], first: int, cycle: int
) -> dict[Method, tuple[Array, Array, Array]]:
    """Return for each method the scaled errors, and what held within 80% and 95%: by origin."""
    shape = (len(values) - first, LONGEST_REACH)
    found = {
        method: (np.full(shape, np.nan), np.full(shape, np.nan), np.full(shape, np.nan))
        for method in methods
    }
    # All methods from one origin, then from the next: they share what is worked out for a length.
    for row, origin in enumerate(range(first, len(values))):
        if np.isnan(values[:origin]).sum() > origin - LEAST_TRAINING:
            continue
        later = values[origin : origin + LONGEST_REACH]
        for method in methods:
            for table, told in zip(
                found[method], _try(values[:origin], later, method, cycle), strict=True
            ):
                table[row, : len(later)] = told
    return found


def _try(past: Array, later: Array, method: Method, cycle: int) -> tuple[Array, Array, Array]:
    """Return the scaled errors of one forecast, and which values lie within 80% and 95%."""
    found = forecast_values(past, len(later), method=method, cycle=cycle)
    left = np.abs(later - found.mean[0])
    scale = np.abs(np.diff(past[~np.isnan(past)])).mean()
    spread = np.sqrt(np.diagonal(found.find_covariance()[0]))
    echo = 0.0 if found.echo is None else found.echo
    wide = widen_method(method, found.seen, np.arange(1, len(later) + 1), echo)
    held = [
        np.where(
            np.isnan(left), np.nan, left <= find_quantile(level, found.freedom)[0] * spread * wide
        )
        for level in (INNER, OUTER)
    ]
    return (left / scale if scale > 0 else np.full(len(later), np.nan)), held[0], held[1]


def _record(
    method: Method, errors: Array, inner: Array, outer: Array, default: Array
) -> MethodRecord:
    apart = errors - default
    by_origin = np.array([row[~np.isnan(row)].mean() for row in apart if not np.isnan(row).all()])
    number = len(by_origin)
    return MethodRecord(
        method=method,
        error=float(np.nanmean(errors)),
        held_80=float(np.nanmean(inner)),
        held_95=float(np.nanmean(outer)),
        difference=float(np.nanmean(apart)),
        difference_error=float(by_origin.std(ddof=1) / np.sqrt(number)) if number > 1 else None,
    )

"""Where is this series heading, as agreed and frozen today?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
from attrs import frozen

from obamodel import __version__
from obamodel.domain.baselines import Baseline, Expected, Method, Scale, Scenario
from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import show
from obamodel.domain.judgements import Judgement
from obamodel.domain.periods import Frequency, Period
from obamodel.domain.series import Flag, Observation, Series, SeriesKind
from obamodel.errors import Fault, InvalidError
from obamodel.stats.forecasting.components import Array
from obamodel.stats.forecasting.forecasts import LEAST_POINTS, Forecasts, forecast_values
from obamodel.stats.forecasting.quantiles import OUTER, find_quantile
from obamodel.stats.forecasting.sampling import find_sampling_variances, put_on_scale
from obamodel.stats.forecasting.scales import Ruler, make_ruler
from obamodel.stats.forecasting.widening import find_share, narrow, raise_echo, widen_method

LEAST_FOR_LIMITS = 5
"""With fewer values a forecast has no limits."""
_LONGEST_FORECAST = 600

CYCLES: Mapping[Frequency, int] = {
    Frequency.YEAR: 1,
    Frequency.QUARTER: 4,
    Frequency.MONTH: 12,
    Frequency.WEEK: 52,
    Frequency.DAY: 7,
}
"""How many periods make a year; for days, a week."""

Given = Mapping[Any, Any] | Sequence[Any]
Choice = TypeVar("Choice", bound=StrEnum)


@frozen(kw_only=True, eq=False)
class _Fitted:
    """What a baseline keeps of a forecast, on its scale."""

    mean: Array
    covariance: Array
    freedom: float
    widening: Array
    sampling_variance: float | None


def freeze_baseline(
    series: Series,
    *,
    until: Period | str,
    periods: int,
    as_of: PartialDate | str,
    author: str,
    because: str,
    method: Method | str = Method.AVERAGE,
    given: Given | None = None,
    agreed_by: str = "",
    scale: Scale | str = Scale.NATURAL,
    events_at_random: bool = False,
    scenarios: Iterable[Scenario] = (),
    id: str = "",
    **about: Any,
) -> Baseline:
    """Freeze history and forecast of a series as they are seen today, by somebody with a reason.

    What lies after ``until`` is never looked at. With fewer than 5 values there are no limits, and
    the forecast is the last value whatever the method; with fewer than 8 a verdict will not be
    given. After a break in the series only what follows it is used.

    Parameters
    ----------
    series
        What is forecast.
    until
        The last period of the history; what is judged later begins with the next.
    periods
        How many periods to forecast, 1 or more.
    as_of, author, because
        When it was frozen, by whom (a role or a group), and why so.
    method
        One of the named methods; *average* is the one whose error rates are published.
    given
        For the method *given*: what people agreed for each period, in order or by period: numbers,
        or (value, lower, upper) with 95% limits.
    agreed_by
        Who agreed a given forecast.
    scale
        *natural*; or *logit* for shares and *log* or *square root* for counts and rates, so that
        limits bend before they reach what cannot be.
    events_at_random
        Whether a plain count is one of events that happen at random (Poisson).
    scenarios
        Other futures that partners thought possible.
    id
        The baseline's name; made from the series and the period where it is left out.
    about
        Any further field of :class:`~obamodel.domain.baselines.Baseline`: ``initiative``,
        ``ended``, ``worthwhile`` with ``worthwhile_judged``, ``comparisons``, ``family``,
        ``rivals``, ``replaces``, ``note``, ``source``.

    Raises
    ------
    InvalidError
        Naming each thing that stands in the way, and how to mend it.

    References
    ----------
    Assimakopoulos and Nikolopoulos (2000) for theta; Gardner and McKenzie (1985) for the damped
    trend; Makridakis and Hibon (2000) for averages of simple forecasts doing best.
    """
    chosen = read_choice(Method, method, "method")
    on_scale = read_choice(Scale, scale, "scale")
    series.refuse_statistics("a baseline")
    last = find_last(series, until)
    history = choose_history(series, last)
    ruler = _choose_ruler(series, on_scale)
    faults = [
        *_check_history(series, history, ruler, on_scale, chosen),
        *_check_horizon(periods, given),
    ]
    if chosen is Method.GIVEN and given is None:
        faults.append(
            Fault(
                "nothing-given",
                'the method is "given", and no forecast is given',
                "give the values agreed, one for each period",
                path=("given",),
            )
        )
    if chosen is not Method.GIVEN and given is not None:
        faults.append(
            Fault(
                "given-and-made",
                f'values are given, and the method is "{chosen}"',
                'write method="given", or leave the values out',
                path=("given",),
            )
        )
    if chosen is Method.GIVEN and on_scale is not Scale.NATURAL:
        faults.append(
            Fault(
                "given-on-a-scale",
                f"the limits that people give are in the unit of the series, not on a {on_scale} "
                "scale",
                "leave the scale out",
                path=("scale",),
            )
        )
    if faults:
        raise InvalidError("freeze_baseline", faults)
    step = series.step
    ahead = [last.shift(step * number) for number in range(1, periods + 1)]
    kept: dict[str, Any] = {}
    if given is not None:
        forecast = _read_given(series, ahead, given)
        kept = _keep_given(forecast)
    else:
        seen = sum(one.value is not None for one in history)
        if seen < LEAST_FOR_LIMITS:
            chosen = Method.LAST
        fitted = _fit(series, history, periods, chosen, on_scale, ruler, events_at_random)
        if seen < LEAST_FOR_LIMITS or not fitted.covariance.any():
            forecast = tuple(
                Expected(period=period, value=float(value))
                for period, value in zip(ahead, ruler.hold(ruler.back(fitted.mean)), strict=True)
            )
        else:
            forecast = _put_limits(ahead, fitted, ruler)
            kept = _keep(fitted)
    return Baseline(
        id=id or _name(series, last),
        series=series.id,
        frozen=Judgement(
            author=author,
            on=as_of if isinstance(as_of, PartialDate) else PartialDate.parse(as_of),
            reason=because,
        ),
        history=history,
        forecast=forecast,
        method=chosen,
        agreed_by=agreed_by,
        scale=on_scale,
        scenarios=tuple(scenarios),
        made_with=f"obamodel {__version__}",
        **kept,
        **about,
    )


def find_last(series: Series, until: Period | str) -> Period:
    """Return the last period of a history, which the series must say something of.

    Raises
    ------
    InvalidError
        When it does not, or the period is of another kind than those of the series.
    """
    last = series.read_period(until)
    if last not in series.periods:
        fault = Fault(
            "unknown-period",
            f"found {last}, of which {show(series.id)} says nothing",
            f"choose one of its periods, {series.periods[0]} to {series.periods[-1]}"
            if series.periods
            else "add its observations first",
            path=("until",),
        )
        raise InvalidError("freeze_baseline", [fault])
    return last


def choose_history(series: Series, last: Period) -> tuple[Observation, ...]:
    """Return what is known up to a period, since the last break."""
    history = [one for one in series.observations if one.period.ordinal <= last.ordinal]
    starts = [place for place, one in enumerate(history) if Flag.BREAK in one.flags]
    return tuple(history[starts[-1] if starts else 0 :])


def _check_history(
    series: Series, history: tuple[Observation, ...], ruler: Ruler, scale: Scale, method: Method
) -> Iterator[Fault]:
    yield from find_silent_gaps(history, series.step)
    yield from find_overlaps(history)
    seen = [one.value for one in history if one.value is not None]
    if not seen:
        found = "none of the periods has a value"
        yield Fault("no-history", found, "choose a later period", path=("until",))
    elif LEAST_FOR_LIMITS <= len(seen) < LEAST_POINTS.get(method, 0):
        yield Fault(
            "too-few-points",
            f"{len(seen)} values, and {method} needs {LEAST_POINTS[method]}",
            "choose another method",
            path=("method",),
        )
    elif method is Method.SEASONAL_LAST and len(seen) >= LEAST_FOR_LIMITS:
        yield from _check_seasons(history, CYCLES[series.frequency])
    if scale is not Scale.NATURAL:
        for place, one in enumerate(history):
            if one.value is not None and not np.isfinite(_try(ruler, one.value)):
                yield Fault(
                    "not-on-this-scale",
                    f"the value {one.value:g} of {one.period} has no place on the scale {scale}",
                    'use scale="natural"' + ("" if scale is not Scale.LOG else ' or "square root"'),
                    path=("history", place, "value"),
                )


def _check_seasons(history: tuple[Observation, ...], cycle: int) -> Iterator[Fault]:
    seen = [one.value is not None for one in history]
    each = all(any(seen[season::cycle]) for season in range(cycle))
    again = any(now and before for now, before in zip(seen[cycle:], seen, strict=False))
    if not (each and again):
        yield Fault(
            "too-few-points",
            "not every season was seen, or none in two years running",
            "choose another method, or a later period",
            path=("method",),
        )


def find_silent_gaps(observations: Sequence[Observation], step: int) -> Iterator[Fault]:
    """Name each stretch of periods of which nothing is said.

    Parameters
    ----------
    observations
        In the order of time.
    step
        How many periods lie from one value of the series to the next.
    """
    for place, (before, after) in enumerate(pairwise(observations)):
        number = after.period.ordinal - before.period.ordinal - step
        if number > 0:
            first, final = before.period.shift(step), after.period.shift(-step)
            stretch = f"{first}" if first == final else f"{first} to {final}"
            yield Fault(
                "silent-gap",
                f"nothing is said of {stretch}, between {before.period} and {after.period}",
                "add each period; where there is no value, say why under missing "
                "(series.with_gaps_as_missing does it for all)",
                path=("observations", place + 1, "period"),
            )


def find_overlaps(observations: Sequence[Observation]) -> Iterator[Fault]:
    """Name the first two periods that share days, as rolling pooled years do."""
    for place, (before, after) in enumerate(pairwise(observations)):
        if before.period.overlaps(after.period):
            yield Fault(
                "overlapping-periods",
                f"{before.period} and {after.period} share days, so their values move together",
                "use yearly values, or periods that follow each other",
                path=("observations", place + 1, "period"),
            )
            return


def _check_horizon(periods: Any, given: Given | None) -> Iterator[Fault]:
    is_whole = isinstance(periods, (int, np.integer)) and not isinstance(periods, bool)
    if not (is_whole and 1 <= periods <= _LONGEST_FORECAST):
        yield Fault(
            "bad-horizon",
            f"found {show(periods)}",
            f"say how many periods to forecast: 1 to {_LONGEST_FORECAST}",
            path=("periods",),
        )
    elif given is not None and len(given) != periods:
        yield Fault(
            "wrong-number",
            f"{len(given)} values are given for {periods} periods",
            "give one for each",
            path=("given",),
        )


def _fit(
    series: Series,
    history: tuple[Observation, ...],
    periods: int,
    method: Method,
    scale: Scale,
    ruler: Ruler,
    events_at_random: bool,
) -> _Fitted:
    values = np.array([np.nan if one.value is None else one.value for one in history])
    forecasts = forecast_values(
        ruler.put(values), periods, method=method, cycle=CYCLES[series.frequency]
    )
    natural = find_sampling_variances(series, history, events_at_random=events_at_random)
    held = ~np.isnan(values)
    known = put_on_scale(natural[held], values[held], ruler, scale)
    sampling = float(known.mean()) if len(known) and not np.isnan(known).any() else None
    return measure_fit(forecasts, sampling, method, periods)


def measure_fit(
    forecasts: Forecasts, sampling: float | None, method: Method, periods: int
) -> _Fitted:
    """Return what is kept of the forecast of one series whose sampling variance may be known.

    No variance of one step is less than that of sampling, and what is not sampling error echoes
    more strongly than the whole, which is a reason to widen more. What sampling error takes off
    the widening depends on the statement, so it is left to whoever makes one: see
    :func:`~obamodel.stats.forecasting.widening.narrow`.
    """
    share = np.zeros(1)
    if sampling is not None:
        forecasts = forecasts.raise_scale(np.array([sampling]))
        share = find_share(np.array([sampling]), forecasts.find_scale())
    echo = 0.0 if forecasts.echo is None else float(raise_echo(forecasts.echo, share)[0])
    steps = np.arange(1, periods + 1)
    return _Fitted(
        mean=forecasts.mean[0],
        covariance=forecasts.find_covariance()[0],
        freedom=float(forecasts.freedom[0]),
        widening=widen_method(method, int(forecasts.seen[0]), steps, echo),
        sampling_variance=sampling,
    )


def _put_limits(ahead: Sequence[Period], fitted: _Fitted, ruler: Ruler) -> tuple[Expected, ...]:
    variance = np.diagonal(fitted.covariance)
    share = find_share(np.full(len(variance), fitted.sampling_variance or 0.0), variance)
    widening, freedom = narrow(fitted.widening, fitted.freedom, share)
    half = find_quantile(OUTER, freedom) * widening * np.sqrt(variance)
    rows = [ruler.hold(ruler.back(fitted.mean + sign * half)) for sign in (0, -1, 1)]
    return tuple(
        Expected(period=period, value=float(value), lower=float(lower), upper=float(upper))
        for period, value, lower, upper in zip(ahead, *rows, strict=True)
    )


def _keep(fitted: _Fitted) -> dict[str, Any]:
    rows, columns = np.tril_indices(len(fitted.mean))
    return {
        "covariance": tuple(float(one) for one in fitted.covariance[rows, columns]),
        "freedom": None if np.isinf(fitted.freedom) else fitted.freedom,
        "widening": tuple(float(one) for one in fitted.widening),
        "sampling_variance": fitted.sampling_variance,
    }


def _keep_given(forecast: tuple[Expected, ...]) -> dict[str, Any]:
    """Turn the limits that people gave into a covariance.

    People who are wrong about one year are most likely wrong about the next in the same way, so the
    errors are taken to go together entirely: that never makes a mean look surer than its parts.
    """
    if any(one.lower is None for one in forecast):
        return {}
    widths = np.array([(one.upper or 0.0) - (one.lower or 0.0) for one in forecast])
    spread = widths / 2 / find_quantile(OUTER, np.array([np.inf]))[0]
    covariance = np.outer(spread, spread)
    rows, columns = np.tril_indices(len(forecast))
    return {
        "covariance": tuple(float(one) for one in covariance[rows, columns]),
        "widening": (1.0,) * len(forecast),
    }


def _read_given(series: Series, ahead: Sequence[Period], given: Given) -> tuple[Expected, ...]:
    if isinstance(given, Mapping):
        by_period = {series.read_period(period): value for period, value in given.items()}
        missing = [period for period in ahead if period not in by_period]
        if missing:
            fault = Fault(
                "wrong-periods",
                f"nothing is given for {', '.join(map(str, missing))}",
                f"give a value for each period from {ahead[0]} to {ahead[-1]}",
                path=("given",),
            )
            raise InvalidError("freeze_baseline", [fault])
        given = [by_period[period] for period in ahead]
    expected, faults = [], []
    for place, (period, value) in enumerate(zip(ahead, given, strict=True)):
        try:
            expected.append(_read_expected(period, value))
        except InvalidError as error:
            faults += [fault.under("given", place) for fault in error.faults]
    if faults:
        raise InvalidError("freeze_baseline", faults)
    return tuple(expected)


def _read_expected(period: Period, value: Any) -> Expected:
    if isinstance(value, Expected):
        return value
    if isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 3:
        middle, lower, upper = value
        return Expected(period=period, value=middle, lower=lower, upper=upper)
    return Expected(period=period, value=value)


def _choose_ruler(series: Series, scale: Scale) -> Ruler:
    lowest, highest = -np.inf, np.inf
    if series.kind in (SeriesKind.SHARE, SeriesKind.COUNT, SeriesKind.RATE):
        lowest = 0.0
    if series.kind is SeriesKind.SHARE:
        highest = float(series.per or 1.0)
    if scale is Scale.LOGIT and series.kind is not SeriesKind.SHARE:
        fault = Fault(
            "not-on-this-scale",
            f"the logit is for shares, and {show(series.id)} is a {series.kind}",
            'use scale="natural"',
            path=("scale",),
        )
        raise InvalidError("freeze_baseline", [fault])
    return make_ruler(scale, lowest=lowest, highest=highest)


def find_ruler(series: Series, baseline: Baseline) -> Ruler:
    """Return the ruler on which a baseline of a series was made."""
    return _choose_ruler(series, baseline.scale)


def _try(ruler: Ruler, value: float) -> float:
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(ruler.put(np.float64(value)))


def read_choice(
    options: type[Choice], written: str, name: str, *, of: str = "freeze_baseline"
) -> Choice:
    """Return the option that was written, or refuse what is none."""
    try:
        return options(written)
    except ValueError:
        mend = "choose one of: " + ", ".join(options)
        fault = Fault("unknown-choice", f"found {show(written)}", mend, path=(name,))
        raise InvalidError(of, [fault]) from None


def _name(series: Series, last: Period) -> str:
    end = re.sub(r"[^a-z0-9]+", "-", str(last).lower()).strip("-")
    return f"{series.id}-until-{end}"

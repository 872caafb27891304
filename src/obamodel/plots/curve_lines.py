"""What a large and a small picture of a curve share: its lines, its axes and its verdict."""

from collections.abc import Iterator, Sequence

from obamodel.domain.baselines import Baseline, Expected
from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, Observation
from obamodel.plots.marks import Mark
from obamodel.plots.observed import (
    Key,
    choose_series_scale,
    draw_observed,
    find_mark_size,
    list_values,
    say_amount,
    say_cut,
)
from obamodel.plots.plot import Place, Plot
from obamodel.plots.scale import Scale
from obamodel.plots.style import BLUE, INK, LIGHT_BLUE, SOFT
from obamodel.plots.timeline import find_ends
from obamodel.stats.turning.curves import CurveAnswer
from obamodel.stats.turning.words import AfterEnd

_BAND_EDGE = 0.35  # of a step: so that a forecast of one period has a band too
# A band wider than this many times all else is cut off, and it is said how far it goes.
_WIDEST_BAND = 3.0


def say_verdict(answer: CurveAnswer) -> str:
    """Say the verdict in its own words, and what became of it after the end."""
    if answer.after_end is None or answer.after_end is AfterEnd.TOO_EARLY:
        return str(answer.verdict)
    return f"{answer.verdict}; since it ended: {answer.after_end}"


def find_since(answer: CurveAnswer) -> tuple[Observation, ...]:
    """Find what the series says of the time after the history."""
    until = answer.baseline.until.ordinal
    return tuple(one for one in answer.series.observations if one.period.ordinal > until)


def find_curve_ends(answer: CurveAnswer) -> tuple[Period, Period]:
    """Find the first and the last period that a curve is drawn for."""
    baseline = answer.baseline
    observed = (*baseline.history, *find_since(answer))
    periods = [one.period for one in observed]
    periods += [one.period for one in baseline.forecast]
    periods += [one.period for scenario in baseline.scenarios for one in scenario.values]
    if baseline.ended is not None:
        periods.append(baseline.ended)
    return find_ends(periods, "the curve to draw")


def choose_curve_scale(answer: CurveAnswer, *, ticks: int = 5) -> tuple[Scale, list[str]]:
    """Choose the upright axis of a curve, and list what has to be said about it."""
    baseline = answer.baseline
    values = [value for _, value in list_values((*baseline.history, *find_since(answer)))]
    values += [one.value for one in baseline.forecast]
    values += [one.value for scenario in baseline.scenarios for one in scenario.values]
    band = [
        limit for one in baseline.forecast for limit in (one.lower, one.upper) if limit is not None
    ]
    reach = (max(values) - min(values)) or abs(values[0]) or 1.0
    far = min(values) - _WIDEST_BAND * reach, max(values) + _WIDEST_BAND * reach
    held = [min(max(limit, far[0]), far[1]) for limit in band]
    scale = choose_series_scale(answer.series, [*values, *held], ticks=ticks)
    notes = say_cut(scale)
    if held != band:
        low, high = (
            say_amount(answer.series, limit, worked_out=True) for limit in (min(band), max(band))
        )
        notes.append(f"The shaded band goes on beyond the picture: from {low} to {high}.")
    return scale, notes


def draw_forecast(plot: Plot, answer: CurveAnswer) -> None:
    """Draw the forecast as a dashed line in its band."""
    forecast = answer.baseline.forecast
    for run in _find_banded(forecast):
        plot.draw_band(
            [(at, limit) for at, limit, _ in run],
            [(at, limit) for at, _, limit in run],
            fill=LIGHT_BLUE,
        )
    expected = [find_place(one.period, one.value) for one in forecast]
    plot.draw_line([*find_last(answer.baseline), *expected], colour=SOFT, weight=1.3, dashed=True)


def draw_since(plot: Plot, answer: CurveAnswer, key: Key) -> None:
    """Draw the history, and what has happened since: heavier, and with squares."""
    since = find_since(answer)
    size = find_mark_size(plot, 3.0)
    last = find_last(answer.baseline)
    first = next((one for one in since if one.period == answer.baseline.starts), None)
    if last and first is not None and first.value is not None and Flag.BREAK not in first.flags:
        plot.draw_line([*last, find_place(first.period, first.value)], colour=BLUE, weight=1.2)
    draw_observed(plot, answer.baseline.history, key)
    draw_observed(plot, since, key, mark=Mark.SQUARE, colour=BLUE, weight=2.6, largest=3.0)
    for point in answer.points:
        if point.outside:
            plot.draw_mark(find_place(point.period, point.value), Mark.HALO, size=size, colour=INK)
            key.note(Mark.HALO, "outside the limits of its own period", str(point.period))


def find_place(period: Period, value: float) -> Place:
    """Find the place of a value of a period on a plot."""
    return period.ordinal, value


def find_last(baseline: Baseline) -> list[Place]:
    """Find the last value of the history, if its last period has one."""
    last = baseline.history[-1]
    return [] if last.value is None else [find_place(last.period, last.value)]


def _find_banded(forecast: Sequence[Expected]) -> Iterator[list[tuple[float, float, float]]]:
    """Find the stretches of a forecast that have limits, a part of a step wider at each end."""
    run: list[tuple[float, float, float]] = []
    ends: list[Expected | None] = [*forecast, None]
    for one in ends:
        if one is not None and one.lower is not None and one.upper is not None:
            run.append((one.period.ordinal, one.lower, one.upper))
        elif run:
            (first, *first_limits), (last, *last_limits) = run[0], run[-1]
            yield [
                (first - _BAND_EDGE, first_limits[0], first_limits[1]),
                *run,
                (last + _BAND_EDGE, last_limits[0], last_limits[1]),
            ]
            run = []

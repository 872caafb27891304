"""What a large and a small picture of a curve show, in a table."""

from collections.abc import Iterator

from attrs import frozen

from obamodel.domain.baselines import Expected, Method
from obamodel.domain.periods import Period
from obamodel.domain.series import Observation
from obamodel.plots.curve_lines import find_since
from obamodel.plots.observed_table import (
    NOTHING,
    fill_periods,
    head_numbers,
    list_periods,
    list_remarks,
    write_number,
    write_observed,
    write_remarks,
)
from obamodel.plots.wording import capitalise, without_stop
from obamodel.stats.turning.curves import CurveAnswer

HISTORY, SINCE, AHEAD = "history", "since the forecast", "still to come"
LIMITS = "Between the two limits it would lie 19 times in 20, if nothing changes."
OUTSIDE = "outside the limits of its own period"


@frozen(kw_only=True)
class CurveRow:
    """What a picture of a curve shows of one period.

    Parameters
    ----------
    period
        The period.
    kind
        Whether it is of the history, since, or ahead.
    seen
        What was observed.
    forecast, lower, upper
        What was forecast, and the limits.
    scenarios
        What others thought possible, one for each scenario.
    remarks
        What has to be said of it.
    """

    period: Period
    kind: str
    seen: str
    forecast: str
    lower: str
    upper: str
    scenarios: tuple[str, ...]
    remarks: str


def head_forecast(answer: CurveAnswer) -> str:
    """Name the forecast as the picture does."""
    if answer.baseline.method is Method.GIVEN:
        return f"Agreed by {without_stop(answer.baseline.agreed_by)}"
    return "Forecast if nothing changes"


def list_curve_rows(answer: CurveAnswer) -> Iterator[CurveRow]:
    """List what is drawn of each period, in the order of time."""
    baseline, series = answer.baseline, answer.series
    seen = dict(list_periods((*baseline.history, *find_since(answer))))
    expected = {one.period: one for one in baseline.forecast}
    scenarios = [{one.period: one for one in each.values} for each in baseline.scenarios]
    outside = {point.period for point in answer.points if point.outside}
    periods = [*seen, *expected, *(period for each in scenarios for period in each)]
    if baseline.ended is not None:
        periods.append(baseline.ended)
    for period in fill_periods(periods):
        known = period in seen
        remarks = list(list_remarks(seen[period])) if known else []
        if period in outside:
            remarks.append(OUTSIDE)
        if baseline.initiative and period == baseline.starts:
            remarks.append(f"start: {without_stop(baseline.initiative)}")
        if period == baseline.ended:
            remarks.append(f"end: {without_stop(baseline.initiative) or 'the initiative'}")
        ahead = expected.get(period)
        yield CurveRow(
            period=period,
            kind=_name_kind(period, answer, seen),
            seen=write_observed(series, seen[period]) if known else NOTHING,
            forecast=_write(answer, ahead),
            lower=write_number(series, ahead.lower if ahead else None, worked_out=True),
            upper=write_number(series, ahead.upper if ahead else None, worked_out=True),
            scenarios=tuple(_write(answer, each.get(period)) for each in scenarios),
            remarks=write_remarks(remarks),
        )


def head_curve(answer: CurveAnswer) -> list[str]:
    """Write the headings of the columns of numbers, from what was seen to the scenarios."""
    series = answer.series
    names = ["Seen", head_forecast(answer), "Lower limit", "Upper limit"]
    names += [
        f"{capitalise(without_stop(one.name))}, thought possible"
        for one in answer.baseline.scenarios
    ]
    return [head_numbers(name, series) for name in names]


def _name_kind(period: Period, answer: CurveAnswer, seen: dict[Period, Observation | None]) -> str:
    if period.ordinal <= answer.baseline.until.ordinal:
        return HISTORY
    return SINCE if period in seen else AHEAD


def _write(answer: CurveAnswer, expected: Expected | None) -> str:
    if expected is None:
        return NOTHING
    return write_number(answer.series, expected.value, worked_out=True)

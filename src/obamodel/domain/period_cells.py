"""What can one value of a column mean: a text, a number, a date or a period of pandas?"""

import datetime
import functools
from typing import Any

from attrs import evolve

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import show
from obamodel.domain.period import HOW_TO_WRITE_A_PERIOD, Frequency, Period
from obamodel.domain.period_notation import find_readings, split_aside
from obamodel.domain.period_readers import DAY_FIRST, MONTH_FIRST, Hints, Reading
from obamodel.domain.period_traps import explain_refusal
from obamodel.errors import Fault, InvalidError

LONGEST_TEXT = 200
"""No period is written with more signs, its calendar in brackets included."""

Meanings = tuple[tuple[Reading, ...], Fault | None]


def read_cell(value: Any, hints: Hints) -> Meanings:
    """Return everything a value can mean, or what is wrong with it.

    Examples
    --------
    >>> [str(reading.period.kind_in_words) for reading in read_cell("2014-15", Hints())[0]]
    ['a financial year', '2 calendar years together']
    """
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            found = f"found {show(value)}, of {len(value)} signs"
            return (), Fault("bad-period", found, HOW_TO_WRITE_A_PERIOD)
        return _read_text(value, hints)
    if isinstance(value, Period):
        return _keep(value, (Reading(value),), hints)
    if type(value).__name__ == "Period" and hasattr(value, "freqstr"):
        try:
            return _keep(value, (Reading(Period.from_pandas(value)),), hints)
        except InvalidError as error:
            return (), error.faults[0]
    if _is_nothing(value):
        mend = "write the period, or leave the row out"
        return (), Fault("missing-period", "there is no period", mend)
    if isinstance(value, datetime.datetime):
        return _read_moment(value, hints)
    if isinstance(value, datetime.date):
        return _keep(value, (_make_day(value),), hints)
    if isinstance(value, bool) or type(value).__name__ in ("bool", "bool_"):
        return (), Fault("bad-period", f"found {show(value)}", HOW_TO_WRITE_A_PERIOD)
    if hasattr(value, "__index__"):
        return _read_text(str(int(value)), hints)
    mend = HOW_TO_WRITE_A_PERIOD
    if isinstance(value, float) and value.is_integer():
        mend = f"write the year as a whole number, {value:.0f}"
    return (), Fault("bad-period", f"found {show(value)}", mend)


def _is_nothing(value: Any) -> bool:
    return value is None or type(value).__name__ in ("NaTType", "NAType") or value != value


def _read_moment(value: datetime.datetime, hints: Hints) -> Meanings:
    if value.time() != datetime.time() or value.tzinfo is not None:
        found = f"found {value.isoformat(sep=' ')}, a moment of a day"
        return (), Fault("bad-period", found, "give the day alone, with no hour and no time zone")
    return _keep(value.date(), (_make_day(value.date()),), hints)


def _make_day(day: datetime.date) -> Reading:
    return Reading(Period(frequency=Frequency.DAY, start=day))


# --- texts -------------------------------------------------------------------------------


@functools.lru_cache(maxsize=4096)
def _read_text(value: str, hints: Hints) -> Meanings:
    if not value.strip():
        mend = "write the period, or leave the row out"
        return (), Fault("missing-period", "there is no period", mend)
    written, aside = split_aside(value)
    if aside:
        for part in aside.split(","):
            added = _add_aside(part, hints)
            if isinstance(added, Fault):
                return (), added
            hints = added
    readings, fault = find_readings(written, hints)
    if fault is not None:
        return (), evolve(fault, found=f"found {show(value)}: {fault.found}")
    if not readings:
        return (), explain_refusal(value)
    kept, fault = _keep(value, readings, hints)
    shown = tuple(
        reading._replace(period=evolve(reading.period, written=written.strip()))
        if reading.period.written == ""
        else reading
        for reading in kept
    )
    return shown, fault


def _add_aside(aside: str, hints: Hints) -> Hints | Fault:
    """Add what a text says of itself in brackets to what is said of its column."""
    said = aside.strip().lower()
    if said == "pooled":
        if hints.pooled == 1:
            found = "it says that years are taken together, and pooled is 1"
            return Fault("bad-period", found, "leave pooled out, or correct it")
        return hints._replace(together=True)
    if said in (DAY_FIRST, MONTH_FIRST):
        return hints._replace(order=said)
    if said in list(Frequency):
        if hints.frequency not in (None, Frequency(said)):
            found = f"it says that it is a {said}, and the frequency given is {hints.frequency}"
            return Fault("bad-period", found, "leave the frequency out, or correct it")
        return hints._replace(frequency=Frequency(said))
    try:
        calendar = Calendar.parse(said)
    except InvalidError as error:
        return error.faults[0]
    if hints.calendar not in (None, calendar):
        found = f"it names the calendar {calendar}, and the calendar given is {hints.calendar}"
        return Fault("bad-period", found, "leave the calendar out, or correct it")
    return hints._replace(calendar=calendar)


# --- what was asked for ------------------------------------------------------------------


def _keep(value: object, readings: tuple[Reading, ...], hints: Hints) -> Meanings:
    """Keep the readings that agree with what was asked for."""
    kept = []
    for reading in readings:
        lengthened = _lengthen(reading, hints)
        if _agrees(lengthened.period, hints):
            kept.append(lengthened)
    if kept:
        return tuple(kept), None
    kinds = " or ".join(dict.fromkeys(reading.period.kind_in_words for reading in readings))
    asked = []
    if hints.frequency is not None:
        asked.append(f"a {hints.frequency}")
    if hints.pooled is not None:
        asked.append("a single year" if hints.pooled == 1 else f"{hints.pooled} years together")
    elif hints.together:
        asked.append("years taken together")
    if hints.calendar is not None:
        asked.append(f"the calendar {hints.calendar}")
    found = f"found {show(str(value))}, {kinds}, and asked for is {' and '.join(asked)}"
    mend = "correct the one or the other"
    if hints.frequency in (Frequency.YEAR, Frequency.QUARTER) and hints.calendar is None:
        mend += "; for years and quarters that do not begin with January, give the calendar"
    return (), Fault("other-kind", found, mend)


def _lengthen(reading: Reading, hints: Hints) -> Reading:
    """Let the first or last day of a longer period stand for it, where one was asked for."""
    period, wanted = reading.period, hints.frequency
    if period.frequency is not Frequency.DAY or wanted in (None, Frequency.DAY):
        return reading
    assert wanted is not None
    longer = Period.containing(period.start, wanted, hints.calendar)
    if period.start not in (longer.start, longer.end):
        return reading
    return reading._replace(period=longer)


def _agrees(period: Period, hints: Hints) -> bool:
    if hints.frequency not in (None, period.frequency):
        return False
    if hints.pooled not in (None, period.years):
        return False
    if hints.together and period.years == 1:
        return False
    return period.calendar is None or hints.calendar in (None, period.calendar)

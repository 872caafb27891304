"""When is each row of a table from Fingertips, whichever way its layout says so?"""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import show
from obamodel.domain.periods import Frequency, Period
from obamodel.errors import Fault, InvalidError
from obamodel.files.cells import read_dates
from obamodel.files.cells.seen import Place
from obamodel.files.fingertips.between import MOST_YEARS, find_between
from obamodel.files.fingertips.columns import Layout
from obamodel.files.fingertips.table import Codes, Table, Texts, combine

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)

Times = tuple[Codes, list[Period | None]]
Calendars = Calendar | str | Mapping[str, Calendar | str] | None
"""In which month the years begin, or those of each indicator by its id."""


def find_times(table: Table, rows: Codes, calendar: Calendars) -> Times:
    """Find the period of each row that is read; what cannot be a period is noted in the table.

    Returns
    -------
    tuple
        For each of the rows, which period it has; and the periods, each of them once, none for
        one at fault.
    """
    told = _read_calendars(table, calendar)
    if told is None:
        return np.zeros(len(rows), dtype=np.int64), [None]
    if table.layout is Layout.DOWNLOAD:
        codes, periods = _read_printed(table, rows, told)
    elif table.layout is Layout.OLD_UPLOAD:
        codes, periods = _read_numbers(table, rows, told)
    else:
        codes, periods = _read_days(table, rows)
    # One period may be written in several ways, and is still the same.
    places: dict[Any, int] = {}
    once = [places.setdefault(one or at, len(places)) for at, one in enumerate(periods)]
    return np.array(once, dtype=np.int64)[codes], [
        one if isinstance(one, Period) else None for one in places
    ]


def _read_calendars(table: Table, calendar: Calendars) -> Mapping[str, Calendar | None] | None:
    """Read when years begin, by indicator; under no name stands what is said of all others."""
    asked = calendar if isinstance(calendar, Mapping) else {"": calendar}
    told: dict[str, Calendar | None] = {"": None}
    before = len(table.faults)
    for name, one in asked.items():
        try:
            told[str(name)] = None if one is None else Calendar.parse(one)
        except InvalidError as error:
            table.faults += [
                Fault(fault.code, fault.found, fault.mend, ("calendar",), table.file)
                for fault in error.faults
            ]
    return told if len(table.faults) == before else None


def join(columns: list[Texts], rows: Codes) -> tuple[Codes, list[tuple[str, ...]], list[int]]:
    """Give rows that agree in some columns the same number.

    Returns
    -------
    tuple
        For each row its number; the texts of each number; and the first row that has it.
    """
    spots = combine(columns, rows)
    _, first, codes = np.unique(spots, return_index=True, return_inverse=True)
    places = rows[first].tolist()
    return codes.reshape(-1), [tuple(one.at(row) for one in columns) for row in places], places


# --- the download: a period as it is printed, and one to sort by ------------------------------


def _read_printed(table: Table, rows: Codes, told: Mapping[str, Calendar | None]) -> Times:
    codes, texts, first = join([table.read("indicator"), table.read("period")], rows)
    heading = table.heading[table.columns.places["period"]]
    times = np.bincount(codes, minlength=len(texts)).tolist()
    periods: list[Period | None] = [None] * len(texts)
    # A download may hold many indicators, and each has a kind of period of its own.
    groups: dict[str, list[int]] = {}
    for at, (indicator, _) in enumerate(texts):
        groups.setdefault(indicator, []).append(at)

    def place(at: int) -> Place:
        return at, (heading,)

    for indicator, group in groups.items():
        found, faults = read_dates(
            [texts[at][1] for at in group],
            [times[at] for at in group],
            place,
            calendar=told.get(indicator, told[""]),
        )
        for fault in faults:
            row = first[group[fault.line]] if fault.line is not None else None
            table.refuse(row, "period", fault.code, fault.found, fault.mend)
        for at, period in zip(group, found, strict=True):
            periods[at] = period
    if table.has("sortable"):
        _hold_against_order(table, rows, codes, periods)
    return codes, periods


def _hold_against_order(
    table: Table, rows: Codes, codes: Codes, periods: list[Period | None]
) -> None:
    """Hold what is printed against what it is sorted by: the year, the quarter and the month."""
    sortable = table.read("sortable")
    spots = codes * max(len(sortable.known), 1) + sortable.codes[rows]
    for at in np.unique(spots, return_index=True)[1].tolist():
        row, period = int(rows[at]), periods[int(codes[at])]
        order = sortable.at(row)
        if not order or period is None:
            continue
        if not re.fullmatch(r"\d{8}", order, re.ASCII):
            mend = "write eight digits: the year, the quarter and the month in which it begins"
            table.refuse(row, "sortable", "wrong-order", f"found {show(order)}", mend)
        elif not _agrees(period, order):
            text = table.read("period").at(row)
            found = f"{show(text)} begins on {period.start}, and is sorted by {order}"
            mend = "correct one of the two, or say with calendar= when its year begins"
            table.refuse(row, "sortable", "does-not-agree", found, mend)


def _agrees(period: Period, order: str) -> bool:
    year, quarter, month = int(order[:4]), int(order[4:6]), int(order[6:])
    begins = period.start.year
    if period.frequency is Frequency.QUARTER and period.calendar is not None:
        # The year of a quarter is the one that it is part of.
        begins -= period.start.month < period.calendar.month
        number = (period.start.month - period.calendar.month) % 12 // 3 + 1
        return (year, quarter) == (begins, number)
    if period.frequency is Frequency.MONTH:
        return year == begins and month in (0, period.start.month)
    return year == begins


# --- the older upload file: a year, how many years, a quarter, a month ------------------------


def _read_numbers(table: Table, rows: Codes, told: Mapping[str, Calendar | None]) -> Times:
    parts = ("indicator", "year", "years", "quarter", "month")
    codes, texts, first = join([table.read(part) for part in parts], rows)
    periods: list[Period | None] = []
    for (indicator, *said), row in zip(texts, first, strict=True):
        begins = told.get(indicator, told[""])
        faults = list(_find_wrong_number(table, row, said, begins))
        table.faults += faults
        periods.append(None if faults else _make_period(said, begins or Calendar()))
    return codes, periods


def _find_wrong_number(
    table: Table, row: int, said: list[str], begins: Calendar | None
) -> Iterator[Fault]:
    most = {"years": MOST_YEARS, "quarter": 4, "month": 12}
    for part, text in zip(("year", *most), said, strict=True):
        if part != "year" and not text:
            continue
        is_number = re.fullmatch(r"\d{1,4}", text, re.ASCII) is not None
        if part == "year" and not (is_number and 1800 <= int(text) <= 2200):
            mend = "write the year in four digits"
            yield table.say(row, part, "bad-period", f"found {show(text)}", mend)
        elif part != "year" and not (is_number and 1 <= int(text) <= most[part]):
            mend = f"write 1 to {most[part]}, or -1 where it does not apply"
            yield table.say(row, part, "bad-period", f"found {show(text)}", mend)
    _, years, quarter, month = said
    if month and quarter:
        found = "a quarter and a month are both given"
        yield table.say(row, "month", "bad-period", found, "write -1 for one of them")
    elif years not in ("", "1") and (quarter or month):
        found = "several years are given together with a part of a year"
        yield table.say(row, "years", "bad-period", found, "write 1, or -1 for the other two")
    if not month and begins is None:
        found = "the file does not say in which month its years begin"
        mend = 'give calendar="calendar", "financial" or "academic"'
        yield Fault("calendar-missing", found, mend, path=("calendar",), file=table.file)


def _make_period(said: list[str], begins: Calendar) -> Period:
    year, years, quarter, month = (int(text or 0) for text in said)
    if month:
        return Period(frequency=Frequency.MONTH, start=datetime.date(year, month, 1))
    if quarter:
        shifted = begins.month - 1 + 3 * (quarter - 1)
        start = datetime.date(year + shifted // 12, shifted % 12 + 1, begins.day)
        return Period(frequency=Frequency.QUARTER, start=start, calendar=begins)
    start = begins.first_day(year)
    return Period(frequency=Frequency.YEAR, start=start, calendar=begins, years=max(years, 1))


# --- the newer upload file: the first day and the last ----------------------------------------


def _read_days(table: Table, rows: Codes) -> Times:
    parts = ("begin", "end", "period_type")
    codes, texts, first = join([table.read(part) for part in parts], rows)
    periods: list[Period | None] = []
    for (begin, end, kind), row in zip(texts, first, strict=True):
        days = [
            _read_day(table, row, part, text) for part, text in (("begin", begin), ("end", end))
        ]
        if days[0] is None or days[1] is None:
            periods.append(None)
            continue
        period = find_between(days[0], days[1], kind)
        if period is None:
            found = f"from {begin} to {end} is no {show(kind)}" if kind else f"{begin} to {end}"
            mend = "give the first day and the last of a year, a quarter, a month or a day"
            table.refuse(row, "begin", "bad-period", found, mend)
        elif period.end > days[1]:
            found = "academic years that end on 31 July are taken to go on to 31 August"
            mend = "nothing is to be done: no other begins before that day"
            table.decided.append(table.say(None, "end", "school-year", found, mend))
        periods.append(period)
    return codes, periods


def _read_day(table: Table, row: int, part: str, text: str) -> datetime.date | None:
    match = _DAY.fullmatch(text)
    try:
        if match is not None:
            return datetime.date(*map(int, match.groups()))
    except ValueError:
        table.refuse(
            row, part, "bad-date", f"found {show(text)}: there is no such day", "correct it"
        )
        return None
    table.refuse(row, part, "bad-date", f"found {show(text)}", "write it as in 2014-04-01")
    return None

"""When is each row of a table from Fingertips, whichever way its layout says so?"""

import datetime
import re
from collections.abc import Iterator

import numpy as np

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import show
from obamodel.domain.periods import Frequency, Period
from obamodel.errors import Fault, InvalidError
from obamodel.files.cells import read_dates
from obamodel.files.cells.seen import Place
from obamodel.files.fingertips.columns import Layout
from obamodel.files.fingertips.table import Codes, Table, Texts

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
# The month in which the years of a kind of period begin, as its name says.
_BEGINS = {"calendar": 1, "financial": 4, "academic": 9, "yearly": 11}
_MISSING = ("", "-1")

Times = tuple[Codes, list[Period | None]]


def find_times(table: Table, rows: Codes, calendar: Calendar | str | None) -> Times:
    """Find the period of each row that is read; what cannot be a period is noted in the table.

    Returns
    -------
    codes, periods
        For each of the rows, which period it has; and the periods, none for one at fault.
    """
    if table.layout is Layout.DOWNLOAD:
        return _read_printed(table, rows, calendar)
    if table.layout is Layout.OLD_UPLOAD:
        return _read_numbers(table, rows, calendar)
    return _read_days(table, rows)


def join(columns: list[Texts], rows: Codes) -> tuple[Codes, list[tuple[str, ...]], list[int]]:
    """Give rows that agree in some columns the same number.

    Returns
    -------
    codes, texts, first
        For each row its number; the texts of each number; and the first row that has it.
    """
    spots = np.zeros(len(rows), dtype=np.int64)
    for column in columns:
        spots = spots * max(len(column.known), 1) + column.codes[rows]
    _, first, codes = np.unique(spots, return_index=True, return_inverse=True)
    places = rows[first].tolist()
    return codes.reshape(-1), [tuple(one.at(row) for one in columns) for row in places], places


# --- the download: a period as it is printed, and one to sort by ------------------------------


def _read_printed(table: Table, rows: Codes, calendar: Calendar | str | None) -> Times:
    codes, texts, first = join([table.read("period")], rows)
    heading = table.heading[table.columns.places["period"]]

    def place(at: int) -> Place:
        return at, (heading,)

    printed = [text for (text,) in texts]
    times = np.bincount(codes, minlength=len(printed)).tolist()
    periods, faults = read_dates(printed, times, place, calendar=calendar)
    for fault in faults:
        at = first[fault.line] if fault.line is not None else None
        table.refuse(at, "period", fault.code, fault.found, fault.mend)
    found = list(periods)
    if table.has("sortable"):
        _hold_against_order(table, rows, codes, found)
    return codes, found


def _hold_against_order(
    table: Table, rows: Codes, codes: Codes, periods: list[Period | None]
) -> None:
    """Hold what is printed against what it is sorted by: the year, the quarter and the month."""
    pairs = join([table.read("period"), table.read("sortable")], rows)
    by_text = {
        table.read("period").at(int(row)): periods[int(code)]
        for code, row in zip(codes.tolist(), rows.tolist(), strict=True)
    }
    for (text, order), row in zip(pairs[1], pairs[2], strict=True):
        period = by_text[text]
        if not order or period is None:
            continue
        if not re.fullmatch(r"\d{8}", order, re.ASCII):
            mend = "write eight digits: the year, the quarter and the month in which it begins"
            table.refuse(row, "sortable", "wrong-order", f"found {show(order)}", mend)
        elif not _agrees(period, order):
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


def _read_numbers(table: Table, rows: Codes, calendar: Calendar | str | None) -> Times:
    parts = ("year", "years", "quarter", "month")
    codes, texts, first = join([table.read(part) for part in parts], rows)
    begins = None if calendar is None else Calendar.parse(calendar)
    periods: list[Period | None] = []
    for said, row in zip(texts, first, strict=True):
        told = list(_find_wrong_number(table, row, said, begins))
        table.faults += told
        periods.append(None if told else _make_period(said, begins or Calendar()))
    return codes, periods


def _find_wrong_number(
    table: Table, row: int, said: tuple[str, ...], begins: Calendar | None
) -> Iterator[Fault]:
    most = {"years": 20, "quarter": 4, "month": 12}
    for part, text in zip(("year", *most), said, strict=True):
        if part != "year" and text in _MISSING:
            continue
        is_number = re.fullmatch(r"\d{1,4}", text, re.ASCII) is not None
        if part == "year" and not (is_number and 1800 <= int(text) <= 2200):
            mend = "write the year in four digits"
            yield table.say(row, part, "bad-period", f"found {show(text)}", mend)
        elif part != "year" and not (is_number and 1 <= int(text) <= most[part]):
            mend = f"write 1 to {most[part]}, or -1 where it does not apply"
            yield table.say(row, part, "bad-period", f"found {show(text)}", mend)
    _, years, quarter, month = said
    if month not in _MISSING and quarter not in _MISSING:
        found = "a quarter and a month are both given"
        yield table.say(row, "month", "bad-period", found, "write -1 for one of them")
    elif years not in (*_MISSING, "1") and (quarter, month) != ("-1", "-1"):
        found = "several years are given together with a part of a year"
        yield table.say(row, "years", "bad-period", found, "write 1, or -1 for the other two")
    if month in _MISSING and begins is None:
        found = "the file does not say in which month its years begin"
        mend = 'give calendar="calendar", "financial" or "academic"'
        yield Fault("calendar-missing", found, mend, path=("calendar",), file=table.file)


def _make_period(said: tuple[str, ...], begins: Calendar) -> Period:
    year, years, quarter, month = (-1 if text in _MISSING else int(text) for text in said)
    if month > 0:
        return Period(frequency=Frequency.MONTH, start=datetime.date(year, month, 1))
    if quarter > 0:
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
        period = _find_between(days[0], days[1])
        if period is None or not _is_of_kind(period, kind):
            found = f"from {begin} to {end} is no {show(kind)}" if kind else f"{begin} to {end}"
            mend = "give the first day and the last of a year, a quarter, a month or a day"
            table.refuse(row, "begin", "bad-period", found, mend)
            period = None
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


def _find_between(begin: datetime.date, end: datetime.date) -> Period | None:
    """Find the period that begins on one day and ends on another; none where there is none."""
    after = end + datetime.timedelta(days=1)
    months = 12 * (after.year - begin.year) + after.month - begin.month
    if begin == end:
        return Period(frequency=Frequency.DAY, start=begin)
    if after.day != begin.day or begin.day > 28 or months <= 0:
        return None
    calendar = Calendar(month=begin.month, day=begin.day)
    try:
        if months == 1 and begin.day == 1:
            return Period(frequency=Frequency.MONTH, start=begin)
        if months == 3:
            usual = Calendar() if begin.month % 3 == 1 and begin.day == 1 else calendar
            return Period(frequency=Frequency.QUARTER, start=begin, calendar=usual)
        if months % 12 == 0:
            years = months // 12
            return Period(frequency=Frequency.YEAR, start=begin, calendar=calendar, years=years)
    except InvalidError:
        return None
    return None


def _is_of_kind(period: Period, kind: str) -> bool:
    """Whether a period is what its kind says, as far as the name of the kind says anything."""
    word = kind.partition("_")[0].lower()
    month = _BEGINS.get(word)
    if kind.lower().endswith("end_point"):
        return period.frequency is Frequency.DAY
    if month is None or period.frequency is not Frequency.YEAR:
        return True
    return period.start.month == month

"""How a period is written: in our own notation, in its source's way, and in words."""

import datetime
import functools
import re

from obamodel.domain.calendars import FINANCIAL_YEAR
from obamodel.domain.dates import MONTHS
from obamodel.domain.period import Frequency, Period
from obamodel.domain.period_cells import read_cell
from obamodel.domain.period_notation import FORMS
from obamodel.domain.period_readers import DAY_FIRST, MONTH_FIRST, Hints, count_steps, month_number
from obamodel.errors import InvalidError

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def write_notation(period: Period) -> str:
    """Write a period so that it can be read in one way only.

    Examples
    --------
    >>> write_notation(Period.parse("w/e 09/01/2011")), write_notation(Period.parse("2014-01"))
    ('2011-W01', 'Jan 2014')
    """
    start = period.start
    if period.frequency is Frequency.DAY:
        return start.isoformat()
    if period.frequency is Frequency.MONTH:
        return f"{MONTHS[start.month - 1][:3]} {start.year:04d}"
    if period.frequency is Frequency.WEEK:
        if start.weekday() == 0:
            year, week, _ = start.isocalendar()
            return f"{year:04d}-W{week:02d}"
        return f"w/e {period.end.isoformat()}"
    calendar = period.calendar
    assert calendar is not None
    year = calendar.year_of(start)
    last = year + period.years - 1
    aside = ""
    if calendar.is_calendar_year:
        written = f"{year:04d}" if period.years == 1 else f"{year:04d}-{last:04d}"
        if period.years == 2:
            aside = " (pooled)"
    else:
        written = _pair(year) if period.years == 1 else f"{_pair(year)} - {_pair(last)}"
        if calendar != FINANCIAL_YEAR:
            aside = f" ({calendar})"
    return f"{written}{_quarter(period)}{aside}"


def _pair(year: int) -> str:
    return f"{year:04d}/{(year + 1) % 100:02d}"


def _quarter(period: Period) -> str:
    return f" Q{period.quarter}" if period.quarter else ""


def write_text(period: Period) -> str:
    """Write a period as its source does, with what it takes to read it in one way only.

    Examples
    --------
    >>> write_text(Period.parse("2009-11", pooled=3)), write_text(Period.parse("2014 Q1"))
    ('2009-11 (pooled)', '2014 Q1')
    """
    if not period.written:
        return period.notation
    asides = ["", "pooled", str(period.frequency), DAY_FIRST, MONTH_FIRST]
    if period.calendar is not None:
        asides.insert(2, str(period.calendar))
        asides += [f"{period.calendar}, {more}" for more in ("pooled", str(period.frequency))]
    for aside in asides:
        text = f"{period.written} ({aside})" if aside else period.written
        readings, _ = read_cell(text, Hints())
        # In a column with others, what it means must not depend on them.
        if {reading.period for reading in readings} == {period} and (
            readings[0].period.written == period.written
        ):
            return text
    return period.notation


def say(period: Period) -> str:
    """Say a period in words, in short.

    Examples
    --------
    >>> say(Period.parse("2015/16 - 19/20"))
    '2015/16 to 2019/20'
    """
    start, end = period.start, period.end
    if period.frequency is Frequency.DAY:
        return _say_day(start)
    if period.frequency is Frequency.WEEK:
        return f"the week ending {_say_day(end)}"
    if period.frequency is Frequency.MONTH:
        return f"{MONTHS[start.month - 1]} {start.year}"
    calendar = period.calendar
    assert calendar is not None
    if period.frequency is Frequency.QUARTER:
        if calendar.day != 1:
            return f"{_say_day(start)} to {_say_day(end)}"
        first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
        before = f" {start.year}" if start.year != end.year else ""
        return f"{first}{before} to {last} {end.year}"
    year = calendar.year_of(start)
    last_year = year + period.years - 1
    if calendar.is_calendar_year:
        return f"{year}" if period.years == 1 else f"{year} to {last_year}"
    return _pair(year) if period.years == 1 else f"{_pair(year)} to {_pair(last_year)}"


def say_kind(period: Period) -> str:
    """Say what kind of period one is.

    Examples
    --------
    >>> say_kind(Period.parse("2009-2011")), say_kind(Period.parse("w/e 2011-01-07"))
    ('3 calendar years together', 'a week that begins on a Saturday')
    """
    if period.frequency is Frequency.WEEK:
        return f"a week that begins on a {_WEEKDAYS[period.start.weekday()]}"
    if period.calendar is None:
        return f"a {period.frequency}"
    name = str(period.calendar)
    if name.startswith("from "):
        year, years = f"year {name}", f"years {name}"
    else:
        year, years = f"{name} year", f"{name} years"
    article = "an" if year.startswith("a") else "a"
    if period.years > 1:
        return f"{period.years} {years} together"
    return f"a quarter of {article} {year}" if period.quarter else f"{article} {year}"


def _say_day(day: datetime.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


# --- another period in the same way ------------------------------------------------------


def rewrite(model: Period, period: Period) -> str:
    """Write a period in the way another of its kind is printed; nothing where that cannot be.

    Examples
    --------
    >>> first = Period.parse("Jan 2014 - Dec 2014")
    >>> rewrite(first, Period.parse("2015"))
    'Jan 2015 - Dec 2015'
    """
    return _rewrite(model.written, model, period)


# The same few years are written again and again. Two periods are equal however they are written,
# so that what is written must be told apart by itself.
@functools.lru_cache(maxsize=4096)
def _rewrite(written_before: str, model: Period, period: Period) -> str:
    for form in FORMS:
        match = form.pattern.fullmatch(written_before)
        if match is None:
            continue
        written = _replace(match, model, period)
        try:
            read = Period.parse(
                written, period.calendar, frequency=period.frequency, pooled=period.years
            )
        except InvalidError:
            continue
        if read == period:
            return written
    return ""


def _replace(match: "re.Match[str]", model: Period, period: Period) -> str:
    written = match.string
    parts = sorted(
        ((match.span(name), name) for name in match.groupdict() if match[name]), reverse=True
    )
    for (begin, end), name in parts:
        number = _number_for(name, match, model, period)
        if number is not None:
            written = written[:begin] + _in_the_style_of(match[name], name, number) + written[end:]
    return written


def _number_for(name: str, match: "re.Match[str]", model: Period, period: Period) -> int | None:
    """Return the number that a part of a form has for a period; none where it stays as it is."""
    start, end = period.start, period.end
    calendar = period.calendar
    year = calendar.year_of(start) if calendar else start.year
    if period.frequency is Frequency.WEEK and "w" in match.groupdict():
        year, week, _ = start.isocalendar()
        if name == "w":
            return week
    if "fm" in match.groupdict():
        return {"fy": end.year, "fm": end.month, "fd": end.day}.get(name)
    named = end if period.frequency is Frequency.WEEK and not match.groupdict().get("c") else start
    if name in ("a", "b"):
        old = model.end if named is end else model.start
        day_first = (int(match["a"]), int(match["b"])) == (old.day, old.month)
        return named.day if (name == "a") == day_first else named.month
    second = year + 1
    if period.frequency is Frequency.MONTH:
        second = start.month
    elif match.groupdict().get("e"):
        second = year + count_steps(match["y"], match["e"])
    return {
        "y": year,
        "z": second,
        "e": second,
        "ey": year + period.years - 1,
        "ez": year + period.years,
        "q": period.quarter,
        "m": start.month,
        "n": end.month,
        "my": start.year,
        "ny": end.year,
        "dy": named.year,
        "iy": named.year,
        "im": named.month,
        "id": named.day,
        "wy": named.year,
        "wm": named.month,
        "wd": named.day,
    }.get(name)


def _in_the_style_of(old: str, name: str, number: int) -> str:
    if not old.isdigit():
        month = MONTHS[number - 1]
        full = old.lower() == MONTHS[month_number(old) - 1].lower() and len(old) > 3
        shown = month if full else month[:3]
        return shown.upper() if old.isupper() else shown.lower() if old.islower() else shown
    if len(old) == 4:
        return f"{number:04d}"
    # "7 Jan" after "14 Jan", but "07/01" after "14/01".
    is_padded = len(old) == 2 and (name not in ("wd", "fd") or old[0] == "0")
    return f"{number % 100:02d}" if is_padded else str(number)

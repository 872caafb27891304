"""What each form in which a period is printed can mean: every reading is given, none guessed."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from obamodel.domain.calendars import ACADEMIC_YEAR, CALENDAR_YEAR, FINANCIAL_YEAR, Calendar
from obamodel.domain.dates import MONTHS
from obamodel.domain.period import ONE_DAY, Frequency, Period
from obamodel.errors import Fault


class Hints(NamedTuple):
    """What the reader said of a column, or a text says of itself in brackets."""

    calendar: Calendar | None = None
    frequency: Frequency | None = None
    pooled: int | None = None
    together: bool = False
    order: str = ""


class Reading(NamedTuple):
    """One thing that a text can mean, and in which order it then writes day and month."""

    period: Period
    order: str = ""


Found = Iterator[Reading | Fault]
DAY_FIRST, MONTH_FIRST = "day first", "month first"
# Two digits of a second year reach this far: "2001-12" is December, never twelve years.
MOST_YEARS_IN_TWO_DIGITS = 10


def month_number(name: str) -> int:
    """Return the number of a month that is given by name, in full or by three letters."""
    return [month[:3].lower() for month in MONTHS].index(name[:3].lower()) + 1


def _year(calendar: Calendar, year: int, years: int = 1) -> Reading:
    start = calendar.first_day(year)
    return Reading(Period(frequency=Frequency.YEAR, start=start, calendar=calendar, years=years))


def _month(year: int, month: int) -> Reading:
    return Reading(Period(frequency=Frequency.MONTH, start=datetime.date(year, month, 1)))


def _calendar_of(match: "re.Match[str]", hints: Hints, else_from: Calendar) -> Calendar | Fault:
    """Return the calendar that a text or the reader names."""
    said = {"fy": FINANCIAL_YEAR, "ay": ACADEMIC_YEAR, "cy": CALENDAR_YEAR}
    named = next((calendar for name, calendar in said.items() if match[name]), None)
    if named is FINANCIAL_YEAR and hints.calendar not in (CALENDAR_YEAR, ACADEMIC_YEAR):
        # Outside the United Kingdom, financial years begin in other months.
        named = hints.calendar or named
    if named is not None and hints.calendar not in (None, named):
        return Fault(
            "bad-period",
            f"it names the {named} year itself, and the calendar given is {hints.calendar}",
            "leave the calendar out, or correct it",
        )
    return named or hints.calendar or else_from


def read_year(match: "re.Match[str]", hints: Hints) -> Found:
    """Read one number: a calendar year."""
    year = int(match["y"])
    calendar = _calendar_of(match, hints, CALENDAR_YEAR)
    if isinstance(calendar, Fault):
        yield calendar
    elif calendar.is_calendar_year:
        yield _year(calendar, year)
    else:
        yield _one_number_for_two_years(year, calendar, "")


def _one_number_for_two_years(year: int, calendar: Calendar, quarter: str) -> Fault:
    one, other = (f"{start:04d}/{(start + 1) % 100:02d}{quarter}" for start in (year - 1, year))
    return Fault(
        "ambiguous-period",
        f"of a year {_say_begin(calendar)} that could be {one} or {other}",
        f'write "{one}" or "{other}"',
    )


def _say_begin(calendar: Calendar) -> str:
    day = f"{calendar.day} " if calendar.day != 1 else ""
    return (
        f"that begins in {MONTHS[calendar.month - 1]}"
        if not day
        else (f"that begins on {day}{MONTHS[calendar.month - 1]}")
    )


def count_steps(first: str, second: str) -> int:
    """Return how many years a second year lies after a first, where it may be short."""
    return int(second) - int(first) if len(second) == 4 else (int(second) - int(first)) % 100


def read_slash(match: "re.Match[str]", hints: Hints) -> Found:
    """Read two years with a slash: one year that lies in both."""
    year, steps = int(match["y"]), count_steps(match["y"], match["z"])
    wants_pooled = hints.together or (hints.pooled or 1) > 1
    if wants_pooled:
        if 1 <= steps < MOST_YEARS_IN_TWO_DIGITS and hints.calendar in (None, CALENDAR_YEAR):
            yield _year(CALENDAR_YEAR, year, steps + 1)
        else:
            yield Fault(
                "bad-period",
                "a slash does not say which years are taken together",
                'write them as "2009-2011" or "2015/16 - 19/20"',
            )
        return
    calendar = _calendar_of(match, hints, FINANCIAL_YEAR)
    if isinstance(calendar, Fault):
        yield calendar
    elif steps != 1:
        yield Fault(
            "bad-period",
            "the second year does not follow the first",
            f'write "{year:04d}/{(year + 1) % 100:02d}", '
            'or for years taken together "2009-2011" or "2015/16 - 19/20"',
        )
    elif calendar.is_calendar_year:
        yield Fault(
            "bad-period",
            "a calendar year lies in one year, and this names two",
            f'write "{year:04d}", or give the calendar in which it is one year',
        )
    else:
        yield _year(calendar, year)


def read_dash(match: "re.Match[str]", hints: Hints) -> Found:
    """Read two numbers with a dash: a month, one year that lies in two, or years together."""
    year, second, steps = int(match["y"]), match["e"], count_steps(match["y"], match["e"])
    if match["hyphen"] and len(second) == 2 and 1 <= int(second) <= 12 and not _is_named(match):
        yield _month(year, int(second))
    most = MOST_YEARS_IN_TWO_DIGITS if len(second) == 2 else 10_000
    if not 1 <= steps < most:
        what = "the second year does not come after the first"
        yield Fault("bad-period", what, 'write the first year first, as in "2009-2011"')
        return
    calendar = _calendar_of(match, hints, FINANCIAL_YEAR)
    if isinstance(calendar, Fault):
        yield calendar
        return
    if hints.calendar is None and not _is_named(match):
        if steps == 1:
            yield _year(FINANCIAL_YEAR, year)
        # Years that are taken together are calendar years where nothing else is said.
        yield _year(CALENDAR_YEAR, year, steps + 1)
    elif calendar.is_calendar_year:
        yield _year(calendar, year, steps + 1)
    else:
        # From 2009 to 2011, there are two years that lie in two, and three that begin.
        yield _year(calendar, year, steps)
        if steps > 1 or hints.together or (hints.pooled or 1) > 1:
            yield _year(calendar, year, steps + 1)


def _is_named(match: "re.Match[str]") -> bool:
    return bool(match["fy"] or match["ay"] or match["cy"])


def read_pooled(match: "re.Match[str]", hints: Hints) -> Found:
    """Read two years with a slash each: the years from the one to the other."""
    first = int(match["y"])
    last = first + count_steps(match["y"], match["ey"])
    calendar = _calendar_of(match, hints, FINANCIAL_YEAR)
    if isinstance(calendar, Fault):
        yield calendar
    elif calendar.is_calendar_year:
        found = "a calendar year lies in one year, and this names two for each"
        yield Fault("bad-period", found, 'write "2009-2011", or give another calendar')
    elif count_steps(match["y"], match["z"]) != 1 or (int(match["ez"]) - last) % 100 != 1:
        found = "the second year does not follow the first"
        yield Fault("bad-period", found, 'write both as single years, as in "2015/16 - 19/20"')
    elif last <= first:
        found = "the last year does not come after the first"
        yield Fault("bad-period", found, "write the first year first")
    else:
        yield _year(calendar, first, last - first + 1)


def read_quarter(match: "re.Match[str]", hints: Hints) -> Found:
    """Read a quarter of one year, or of one that lies in two."""
    year, quarter = int(match["y"]), int(match["q"])
    calendar = _calendar_of(match, hints, FINANCIAL_YEAR if match["z"] else CALENDAR_YEAR)
    if isinstance(calendar, Fault):
        yield calendar
        return
    if match["z"] is None and not calendar.is_calendar_year:
        yield _one_number_for_two_years(year, calendar, f" Q{quarter}")
    elif match["z"] and calendar.is_calendar_year:
        found = "a quarter of a calendar year lies in one year, and this names two"
        yield Fault("bad-period", found, f'write "{year:04d} Q{quarter}", or correct the calendar')
    elif match["z"] and count_steps(match["y"], match["z"]) != 1:
        found = "the second year does not follow the first"
        mend = f'write "{year:04d}/{(year + 1) % 100:02d} Q{quarter}"'
        yield Fault("bad-period", found, mend)
    else:
        first = Period(
            frequency=Frequency.QUARTER, start=calendar.first_day(year), calendar=calendar
        )
        yield Reading(first.shift(quarter - 1))


def read_month(match: "re.Match[str]", _: Hints) -> Found:
    """Read a month by its name or its number."""
    name = match["m"]
    yield _month(int(match["y"]), int(name) if name.isdigit() else month_number(name))


def read_year_named_by_month(match: "re.Match[str]", _: Hints) -> Found:
    """Read a year by its first month."""
    # DHIS2 does so: 2024April, 2024July, 2024Sep, 2024Oct, 2024Nov.
    month = month_number(match["m"])
    yield _year(Calendar(month=month), int(match["y"]))
    if len(match["m"]) == 3:
        yield _month(int(match["y"]), month)


def read_six_digits(match: "re.Match[str]", hints: Hints) -> Found:
    """Read a year with two digits more: a month, or a year that lies in two."""
    year, second = int(match["y"]), match["e"]
    if 1 <= int(second) <= 12:
        yield _month(year, int(second))
    if count_steps(match["y"], second) == 1:
        # Schools' figures print the academic year 2014/15 as 201415, others a financial year.
        named = [hints.calendar] if hints.calendar else [FINANCIAL_YEAR, ACADEMIC_YEAR]
        for calendar in named:
            if not calendar.is_calendar_year:
                yield _year(calendar, year)


def read_range(match: "re.Match[str]", hints: Hints) -> Found:
    """Read the months from one to another: a month, a quarter or whole years."""
    first, last = month_number(match["m"]), month_number(match["n"])
    until = int(match["ny"])
    year = int(match["my"] or until)
    months = (until - year) * 12 + last - first + 1
    if months < 1:
        yield Fault("bad-period", "it ends before it begins", "write the first month first")
    elif months == 1:
        yield _month(year, first)
    elif months == 3:
        calendar = hints.calendar or CALENDAR_YEAR
        if (first - calendar.month) % 3 or calendar.day != 1:
            yield Fault(
                "bad-period",
                f"these three months are no quarter of a year {_say_begin(calendar)}",
                'give the calendar in which they are one, such as "from November"',
            )
        else:
            start = datetime.date(year, first, 1)
            yield Reading(Period(frequency=Frequency.QUARTER, start=start, calendar=calendar))
    elif months % 12 == 0:
        yield from _agree(_year(Calendar(month=first), year, months // 12), hints)
    else:
        found = f"{months} months are neither a month, a quarter nor whole years"
        yield Fault("bad-period", found, "write each period on a line of its own")


def _agree(reading: Reading, hints: Hints) -> Found:
    """Give a year whose calendar is written out, unless the reader named another."""
    calendar = reading.period.calendar
    if hints.calendar in (None, calendar):
        yield reading
    else:
        yield Fault(
            "bad-period",
            f"it is a year by the calendar {calendar}, and the calendar given is {hints.calendar}",
            "leave the calendar out, or correct it",
        )


def read_ending(match: "re.Match[str]", hints: Hints) -> Found:
    """Read a year by the month, or the day, with which it ends."""
    year, name, day = int(match["fy"]), match["fm"], match["fd"]
    if name is None:
        calendar = hints.calendar or (FINANCIAL_YEAR if match["financial"] else None)
        if calendar is None:
            found = "nothing says in which month the year ends"
            yield Fault("ambiguous-period", found, f'write "FYE Mar {year:04d}", or the calendar')
            return
        yield _year(calendar, year if calendar.is_calendar_year else year - 1)
        return
    month = month_number(name)
    if day is None:
        after = datetime.date(year + month // 12, month % 12 + 1, 1)
    else:
        after = datetime.date(year, month, int(day)) + ONE_DAY
    if after.day > 28:
        yield Fault("bad-period", "a year cannot end on that day", "check the day")
        return
    calendar = Calendar(month=after.month, day=after.day)
    yield from _agree(_year(calendar, after.year - 1), hints)


def read_iso_week(match: "re.Match[str]", _: Hints) -> Found:
    """Read a week by its number (ISO 8601)."""
    start = datetime.date.fromisocalendar(int(match["y"]), int(match["w"]), 1)
    yield Reading(Period(frequency=Frequency.WEEK, start=start))


def read_week_of_day(match: "re.Match[str]", hints: Hints) -> Found:
    """Read a week by its first or its last day."""
    for found in read_day(match, hints):
        if isinstance(found, Fault):
            yield found
        else:
            day = found.period.start
            start = day if match["c"] else day - 6 * ONE_DAY
            yield Reading(Period(frequency=Frequency.WEEK, start=start), found.order)


def read_day(match: "re.Match[str]", hints: Hints) -> Found:
    """Read a day; two short numbers can be day and month either way."""
    if match["iy"]:
        days = [(match["iy"], int(match["im"]), match["id"], "")]
    elif match["wm"]:
        days = [(match["wy"], month_number(match["wm"]), match["wd"], "")]
    else:
        days = [
            (match["dy"], int(match["b"]), match["a"], DAY_FIRST),
            (match["dy"], int(match["a"]), match["b"], MONTH_FIRST),
        ]
    sound = 0
    for year, month, day, order in days:
        if hints.order and order and order != hints.order:
            continue
        try:
            start = datetime.date(int(year), month, int(day))
        except ValueError:
            continue
        sound += 1
        yield Reading(Period(frequency=Frequency.DAY, start=start), order)
    if not sound:
        yield Fault("bad-period", "there is no such day", "check the day and the month")

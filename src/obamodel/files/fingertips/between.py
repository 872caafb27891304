"""Which period lies between two days, when somebody says what kind of period it is?"""

import datetime
import re
from contextlib import suppress

from obamodel.domain.calendars import ACADEMIC_YEAR, CALENDAR_YEAR, FINANCIAL_YEAR, Calendar
from obamodel.domain.periods import Frequency, Period
from obamodel.errors import InvalidError

MOST_YEARS = 20
"""The most years that a period may hold together."""

_CALENDARS = {
    "calendar": CALENDAR_YEAR,
    "financial": FINANCIAL_YEAR,
    "academic": ACADEMIC_YEAR,
}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_YEAR = ("year", "years", "yearly")
_PARTS = {
    "quarter": Frequency.QUARTER,
    "quarterly": Frequency.QUARTER,
    "month": Frequency.MONTH,
    "monthly": Frequency.MONTH,
}


def find_between(begin: datetime.date, end: datetime.date, kind: str) -> Period | None:
    """Find the period between two days; none where there is none, or it is not of that kind.

    Parameters
    ----------
    begin, end
        Its first day and its last.
    kind
        What is said of its kind, such as "financial_year"; a word that is not known says nothing.

    Examples
    --------
    >>> day = datetime.date
    >>> print(find_between(day(2014, 4, 1), day(2017, 3, 31), "three_year"))
    2014/15 - 2016/17
    >>> find_between(day(2014, 4, 1), day(2017, 3, 31), "quarter") is None
    True
    """
    words = [word for word in re.split(r"[^a-z0-9]+", kind.lower()) if word]
    calendar = next((_CALENDARS[word] for word in words if word in _CALENDARS), None)
    if calendar is ACADEMIC_YEAR and (begin.month, begin.day, end.month, end.day) == (9, 1, 7, 31):
        # Schools are closed in August, and the public service lets their year end before it.
        end = end.replace(month=8)
    period = _find(begin, end, calendar)
    return period if period is not None and _is_of_kind(period, words, calendar) else None


def _find(begin: datetime.date, end: datetime.date, calendar: Calendar | None) -> Period | None:
    if begin > end or end == datetime.date.max:
        return None
    after = end + datetime.timedelta(days=1)
    months = 12 * (after.year - begin.year) + after.month - begin.month
    is_whole = after.day == begin.day and begin.day <= 28
    with suppress(InvalidError):
        if begin == end:
            return Period(frequency=Frequency.DAY, start=begin)
        if not is_whole:
            return None
        own = Calendar(month=begin.month, day=begin.day)
        if months == 1 and begin.day == 1:
            return Period(frequency=Frequency.MONTH, start=begin)
        if months == 3:
            usual = calendar or CALENDAR_YEAR
            if begin.day != usual.day or (begin.month - usual.month) % 3:
                usual = own
            return Period(frequency=Frequency.QUARTER, start=begin, calendar=usual)
        if months % 12 == 0 and months // 12 <= MOST_YEARS:
            years = months // 12
            return Period(frequency=Frequency.YEAR, start=begin, calendar=own, years=years)
    return None


def _is_of_kind(period: Period, words: list[str], calendar: Calendar | None) -> bool:
    """Whether a period is what its kind says, as far as the name of the kind says anything."""
    if words[-2:] == ["end", "point"]:
        return period.frequency is Frequency.DAY
    many = [_NUMBERS.get(word) or int(word) for word in words if word in _NUMBERS or _is_few(word)]
    for word in words:
        if word in _PARTS and not many:
            return period.frequency is _PARTS[word]
        if word in _YEAR:
            is_long = period.years in many if many else "multi" not in words or period.years > 1
            begins = calendar is None or period.start.month == calendar.month
            return period.frequency is Frequency.YEAR and is_long and begins
    return True


def _is_few(word: str) -> bool:
    return re.fullmatch(r"[1-9]\d?", word, re.ASCII) is not None

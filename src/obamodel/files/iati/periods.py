"""Which of our periods is it from one day to another, and which days are a period of ours?"""

import datetime

from obamodel.domain.calendars import CALENDAR_YEAR, Calendar
from obamodel.domain.periods import Frequency, Period
from obamodel.errors import Fault

ONE_DAY = datetime.timedelta(days=1)


def find_period(
    start: datetime.date, end: datetime.date, calendar: Calendar | None = None
) -> Period | Fault:
    """Find the period that begins and ends on two days.

    Nothing is moved or rounded: there is such a period to the day, or there is none.

    Parameters
    ----------
    start, end
        The first and the last day.
    calendar
        On which day the year begins, for a quarter; quarters that begin in January, April, July
        or October need none.

    Returns
    -------
    Period or Fault
        The fault says why there is no such period, or what must be known to say which.

    Examples
    --------
    >>> print(find_period(datetime.date(2013, 1, 1), datetime.date(2013, 3, 31)))
    2013 Q1
    >>> print(find_period(datetime.date(2014, 4, 1), datetime.date(2017, 3, 31)))
    2014/15 - 2016/17
    >>> find_period(datetime.date(2014, 4, 1), datetime.date(2014, 9, 30)).found
    'it runs from 2014-04-01 to 2014-09-30'
    """
    if end.year >= datetime.MAXYEAR:
        return Fault("no-such-period", f"it ends on {end}", "check the year")
    days = (end - start).days + 1
    months = _count_months(start, end)
    if days == 1:
        return Period(frequency=Frequency.DAY, start=start)
    if days == 7:
        return Period(frequency=Frequency.WEEK, start=start)
    if months == 1 and start.day == 1:
        return Period(frequency=Frequency.MONTH, start=start)
    if months == 3:
        return _find_quarter(start, calendar)
    # No year here begins on the 29th of a month, for it would not begin in every year.
    if months and months % 12 == 0 and start.day <= 28:
        return Period(
            frequency=Frequency.YEAR,
            start=start,
            calendar=Calendar(month=start.month, day=start.day),
            years=months // 12,
        )
    return Fault(
        "no-such-period",
        f"it runs from {start} to {end}",
        "only days, weeks, months, quarters and whole years are carried; "
        "check the days, or keep its values by other means",
    )


def _find_quarter(start: datetime.date, calendar: Calendar | None) -> Period | Fault:
    named = calendar or CALENDAR_YEAR
    if start.day == named.day and (start.month - named.month) % 3 == 0:
        return Period(frequency=Frequency.QUARTER, start=start, calendar=named)
    found = f"the quarter from {start} is none of a year that begins as {named} years do"
    mend = 'say with calendar= on which day the year begins, such as "academic"'
    return Fault("calendar-missing", found, mend)


def _count_months(start: datetime.date, end: datetime.date) -> int | None:
    """Count the whole months from one day to another, if it is whole months."""
    after = end + ONE_DAY
    months = (after.year - start.year) * 12 + after.month - start.month
    return months if after.day == start.day else None

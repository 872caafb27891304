"""Periods as sources print them, one by one and by the column."""

from typing import Any

from obamodel.domain.calendars import ACADEMIC_YEAR as ACADEMIC_YEAR
from obamodel.domain.calendars import CALENDAR_YEAR as CALENDAR_YEAR
from obamodel.domain.calendars import FINANCIAL_YEAR as FINANCIAL_YEAR
from obamodel.domain.calendars import Calendar as Calendar
from obamodel.domain.period import HOW_TO_WRITE_A_PERIOD as HOW_TO_WRITE_A_PERIOD
from obamodel.domain.period import Frequency as Frequency
from obamodel.domain.period import Period as Period
from obamodel.domain.period_columns import read_column


def read_periods(
    column: Any,
    calendar: Calendar | str | None = None,
    *,
    frequency: Frequency | str | None = None,
    pooled: int | None = None,
) -> tuple[Period, ...]:
    """Read a whole column of periods, decided as one: all are of the same kind or none is read.

    What one text leaves open, the others may settle: a day over 12 shows which number is the month,
    and "2009-11" beside "2011-13" shows three years together. What the column leaves open as well
    is refused, and the message says what to give.

    Parameters
    ----------
    column
        Texts, whole numbers (years), dates, pandas periods; or a pandas Series, Index, PeriodIndex
        or DatetimeIndex. Dates that stand for longer periods need ``frequency``, unless their
        index has one.
    calendar, frequency, pooled
        As for :meth:`Period.parse`, for all of them.

    Returns
    -------
    tuple of Period
        In the order of the column, as many as it has.

    Raises
    ------
    InvalidError
        With every fault at once, each with its row: the label in a pandas Series, else the number
        counted from 0.

    Examples
    --------
    >>> [period.in_words() for period in read_periods(["2009-11", "2010-12", "2011-13"])]
    ['2009 to 2011', '2010 to 2012', '2011 to 2013']
    >>> read_periods(["2014-15", "2015-16"], calendar="financial")[1].end
    datetime.date(2016, 3, 31)
    """
    return read_column(column, calendar, frequency=frequency, pooled=pooled)

"""Two days are a period of ours to the day, or they are none."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.calendars import ACADEMIC_YEAR, CALENDAR_YEAR, FINANCIAL_YEAR, Calendar
from obamodel.domain.periods import Frequency, Period
from obamodel.errors import Fault
from obamodel.files.iati.periods import find_period


def find(start: str, end: str, calendar: Calendar | None = None) -> Period | Fault:
    first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    return find_period(first, last, calendar)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2013-01-01", "2013-12-31", "2013"),
        ("2013-04-01", "2014-03-31", "2013/14"),
        ("2013-04-06", "2014-04-05", "2013/14 (from 6 April)"),
        ("2013-09-01", "2014-08-31", "2013/14 (academic)"),
        ("2013-01-01", "2015-12-31", "2013-2015"),
        ("2013-01-01", "2013-03-31", "2013 Q1"),
        ("2013-10-01", "2013-12-31", "2013 Q4"),
        ("2012-02-01", "2012-02-29", "Feb 2012"),
        ("2013-12-01", "2013-12-31", "Dec 2013"),
        ("2013-01-07", "2013-01-13", "2013-W02"),
        ("2013-01-05", "2013-01-11", "w/e 2013-01-11"),
        ("2013-01-05", "2013-01-05", "2013-01-05"),
    ],
)
def test_days_that_are_a_period_are_found_to_be_it(start: str, end: str, expected: str) -> None:
    assert str(find(start, end)) == expected


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2013-01-01", "2013-06-30"),
        ("2013-01-01", "2013-12-30"),
        ("2013-01-02", "2013-12-31"),
        ("2013-01-15", "2013-02-14"),
        ("2012-02-29", "2013-02-28"),
        ("2013-01-29", "2014-01-28"),
        ("2013-01-01", "2014-06-30"),
        ("9999-01-01", "9999-12-31"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_days_that_are_none_are_not_rounded_to_one(start: str, end: str) -> None:
    answer = find(start, end)
    assert isinstance(answer, Fault)
    assert answer.code == "no-such-period"


def test_a_quarter_is_of_the_year_that_is_named() -> None:
    assert str(find("2013-04-01", "2013-06-30")) == "2013 Q2"
    assert str(find("2013-04-01", "2013-06-30", FINANCIAL_YEAR)) == "2013/14 Q1"
    assert str(find("2013-12-01", "2014-02-28", ACADEMIC_YEAR)) == "2013/14 Q2 (academic)"
    asked = find("2013-12-01", "2014-02-28")
    assert isinstance(asked, Fault)
    assert asked.code == "calendar-missing"


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    st.sampled_from(Frequency),
    st.sampled_from([CALENDAR_YEAR, FINANCIAL_YEAR, ACADEMIC_YEAR, Calendar(month=4, day=6)]),
    st.integers(1, 5),
)
def test_every_period_is_found_again_by_its_days(
    day: datetime.date, frequency: Frequency, calendar: Calendar, years: int
) -> None:
    has_calendar = frequency in (Frequency.YEAR, Frequency.QUARTER)
    period = Period.containing(day, frequency, calendar if has_calendar else None)
    if frequency is Frequency.YEAR:
        period = Period(frequency=frequency, start=period.start, calendar=calendar, years=years)
    assert find_period(period.start, period.end, calendar) == period

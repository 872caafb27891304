"""Periods as stretches of time: where they lie, what follows, what compares."""

import datetime
import math

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from obamodel.domain.period_notation import split_aside
from obamodel.domain.periods import (
    ACADEMIC_YEAR,
    FINANCIAL_YEAR,
    Calendar,
    Frequency,
    Period,
)
from obamodel.errors import InvalidError
from tests.domain.building import refuse
from tests.strategies import periods

ONE_DAY = datetime.timedelta(days=1)
STEPS = st.integers(-40, 40)


def day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written)


# --- laws --------------------------------------------------------------------------------


@given(periods())
def test_our_own_notation_is_read_back_as_the_same_period(period: Period) -> None:
    assert Period.parse(period.notation) == period
    assert str(attrs.evolve(period, written="")) == period.notation


@given(periods())
def test_what_a_file_keeps_is_read_back_as_the_same_period_and_prints_alike(
    period: Period,
) -> None:
    read = Period.parse(period.text)
    assert read == period
    # What is added in brackets is no part of what is printed.
    assert str(read) == split_aside(str(period))[0]


@given(periods())
def test_what_is_printed_can_be_read_again_by_who_knows_what_kind_it_is(period: Period) -> None:
    read = Period.parse(
        str(period), period.calendar, frequency=period.frequency, pooled=period.years
    )
    assert read == period


@given(periods(), STEPS)
def test_going_on_and_back_again_comes_to_the_same_period(period: Period, steps: int) -> None:
    assume(period.start.year + steps > 1)
    moved = period.shift(steps)
    assert moved.shift(-steps) == period
    assert moved.ordinal - period.ordinal == steps
    assert moved.comparable_with(period)


@given(periods())
def test_single_periods_tile_time_without_a_hole_or_an_overlap(period: Period) -> None:
    single = attrs.evolve(period, years=1)
    after = single.shift(1)
    assert after.start - single.end == ONE_DAY
    assert not single.overlaps(after)
    assert single.overlaps(single)


@given(periods())
def test_pooled_years_step_by_a_year_and_overlap_until_they_have_all_passed(
    period: Period,
) -> None:
    assume(period.frequency is Frequency.YEAR)
    for step in range(1, period.years):
        assert period.overlaps(period.shift(step))
    after = period.shift(period.years)
    assert after.start - period.end == ONE_DAY


@given(periods(), STEPS)
def test_the_order_is_the_order_of_the_first_days(period: Period, steps: int) -> None:
    assume(period.start.year + steps > 1)
    other = period.shift(steps)
    assert (period < other) == (period.start < other.start)
    assert (period <= other) == (period.start <= other.start)
    assert (period > other) == (period.start > other.start)
    assert (period >= other) == (period.start >= other.start)


@given(periods())
def test_how_a_source_prints_it_is_no_part_of_what_it_is(period: Period) -> None:
    other = attrs.evolve(period, written="as another source prints it")
    assert other == period
    assert hash(other) == hash(period)


# --- places worked out by hand -----------------------------------------------------------


@pytest.mark.parametrize(
    ("frequency", "calendar", "inside", "first", "last"),
    [
        (Frequency.YEAR, FINANCIAL_YEAR, "2015-03-31", "2014-04-01", "2015-03-31"),
        (Frequency.YEAR, ACADEMIC_YEAR, "2014-09-01", "2014-09-01", "2015-08-31"),
        (Frequency.YEAR, Calendar(month=4, day=6), "2015-04-05", "2014-04-06", "2015-04-05"),
        (Frequency.YEAR, None, "2012-12-31", "2012-01-01", "2012-12-31"),
        (Frequency.QUARTER, None, "2012-02-29", "2012-01-01", "2012-03-31"),
        (Frequency.QUARTER, ACADEMIC_YEAR, "2012-02-29", "2011-12-01", "2012-02-29"),
        (Frequency.QUARTER, Calendar(month=4, day=6), "2012-01-07", "2012-01-06", "2012-04-05"),
        (Frequency.MONTH, None, "2012-02-29", "2012-02-01", "2012-02-29"),
        (Frequency.WEEK, None, "2011-01-01", "2010-12-27", "2011-01-02"),
        (Frequency.DAY, None, "2012-02-29", "2012-02-29", "2012-02-29"),
    ],
)
def test_the_period_that_holds_a_day_begins_and_ends_where_a_calendar_on_the_wall_says(
    frequency: Frequency, calendar: Calendar | None, inside: str, first: str, last: str
) -> None:
    period = Period.containing(day(inside), frequency, calendar)
    assert (period.start, period.end) == (day(first), day(last))


def test_quarters_are_numbered_within_their_own_year() -> None:
    may = day("2014-05-03")
    assert Period.containing(may, "quarter").quarter == 2
    assert Period.containing(may, "quarter", "financial").quarter == 1
    assert Period.containing(may, "quarter", "academic").quarter == 3
    assert Period.containing(may, "year").quarter is None


def test_the_same_months_in_another_calendar_are_another_period() -> None:
    calendar, financial = Period.parse("2014 Q2"), Period.parse("2014/15 Q1")
    assert (calendar.start, calendar.end) == (financial.start, financial.end)
    assert calendar != financial
    assert not calendar.comparable_with(financial)


def test_weeks_that_begin_on_different_days_do_not_compare() -> None:
    friday, sunday = Period.parse("w/e 07/01/2011"), Period.parse("2011-W01")
    assert not friday.comparable_with(sunday)
    assert friday.comparable_with(Period.parse("w/c 08/01/2011"))


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("2014", "2014/15", "one is a calendar year, the other a financial year"),
        ("2014", "2014 Q1", "one is a calendar year, the other a quarter of a calendar year"),
        ("2009-2011", "2014", "one is 3 calendar years together, the other a calendar year"),
    ],
)
def test_periods_of_different_kinds_have_no_order_and_it_is_said_why(
    one: str, other: str, says: str
) -> None:
    with pytest.raises(TypeError, match=says):
        _ = Period.parse(one) < Period.parse(other)


def test_a_period_has_no_order_beside_anything_else() -> None:
    with pytest.raises(TypeError, match="Period < int"):
        _ = Period.parse("2014") < 2015  # type: ignore[operator]  # that is the test


# --- made from parts ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        (
            {"start": day("2014-04-02")},
            "start: no year of this calendar begins on 2014-04-02; give its first day [bad-period]",
        ),
        (
            {"start": datetime.datetime(2014, 4, 1, 12)},  # noqa: DTZ001  # that is the test
            "start: found 2014-04-01 12:00:00, a moment of a day; give the day alone, as a date",
        ),
        (
            {"calendar": None},
            "calendar: nothing says when the year of this year begins; give a Calendar, such as",
        ),
        (
            {"frequency": Frequency.MONTH},
            "calendar: a month is the same in every calendar; leave the calendar out [bad-period]",
        ),
        (
            {"frequency": Frequency.QUARTER, "years": 2},
            "years: 2 years of a quarter; only years are taken together [bad-period]",
        ),
        (
            {"start": day("9999-04-01")},
            "start: it is not within the years 1 to 9998; check the year [bad-period]",
        ),
        (
            {"years": 9000},
            "start: it is not within the years 1 to 9998; check the year [bad-period]",
        ),
    ],
)
def test_parts_that_make_no_period_are_refused_by_place(
    parts: dict[str, object], fault: str
) -> None:
    (found,) = refuse(Period, **parts)
    assert str(found).startswith(fault)


def test_there_is_no_period_beyond_the_last_year() -> None:
    with pytest.raises(InvalidError, match="9998/99 has no period \\+5 steps from it"):
        Period.parse("2014/15").shift(7984).shift(5)
    with pytest.raises(InvalidError, match="stay within the years 1 to 9998"):
        Period.parse("2014").shift(-(10**12))


def test_months_are_numbered_through() -> None:
    december, january = Period.parse("Dec 2013"), Period.parse("Jan 2014")
    assert january.ordinal - december.ordinal == 1
    assert math.gcd(january.ordinal, 12) == 12

"""Years that begin on different days: named, refused and found for a day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.calendars import (
    ACADEMIC_YEAR,
    CALENDAR_YEAR,
    FINANCIAL_YEAR,
    HOW_TO_NAME,
    Calendar,
)
from obamodel.errors import InvalidError
from tests.domain.building import refuse


@pytest.mark.parametrize(
    ("written", "month", "day"),
    [
        ("calendar", 1, 1),
        ("financial", 4, 1),
        ("academic", 9, 1),
        ("Financial", 4, 1),
        ("from November", 11, 1),
        ("from 6 April", 4, 6),
        ("from april", 4, 1),
    ],
)
def test_a_calendar_is_known_by_its_name_or_by_the_day_it_begins_on(
    written: str, month: int, day: int
) -> None:
    assert Calendar.parse(written) == Calendar(month=month, day=day)


@pytest.mark.parametrize(
    "written", ["", "tax", "April", "from Apr", "from 31 April", "from 0 April", "from 29 March", 4]
)
def test_a_name_that_nobody_knows_is_refused_with_those_there_are(written: object) -> None:
    with pytest.raises(InvalidError) as caught:
        Calendar.parse(written)  # type: ignore[arg-type]  # that is the test
    (fault,) = caught.value.faults
    assert (fault.code, fault.mend) == ("unknown-calendar", HOW_TO_NAME)


def test_a_calendar_is_taken_as_it_is() -> None:
    assert Calendar.parse(ACADEMIC_YEAR) is ACADEMIC_YEAR


@given(st.integers(1, 12), st.integers(1, 28))
def test_whatever_a_calendar_is_called_it_is_found_by_that_name(month: int, day: int) -> None:
    calendar = Calendar(month=month, day=day)
    assert Calendar.parse(str(calendar)) == calendar


def test_a_month_or_a_day_that_not_every_year_has_is_refused_both_at_once() -> None:
    assert [str(fault) for fault in refuse(Calendar, month=13, day=29)] == [
        "month: found 13; write 12 or less [too-large]",
        "day: found 29; write 28 or less [too-large]",
    ]


@given(st.dates(datetime.date(2, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_a_day_lies_in_the_year_that_begins_last_before_it(
    day: datetime.date, month: int, first: int
) -> None:
    calendar = Calendar(month=month, day=first)
    begun = [year for year in (day.year - 1, day.year) if calendar.first_day(year) <= day]
    assert calendar.year_of(day) == max(begun)


def test_only_the_year_from_january_has_one_number() -> None:
    assert CALENDAR_YEAR.is_calendar_year
    assert not FINANCIAL_YEAR.is_calendar_year
    assert not Calendar(day=5).is_calendar_year

"""Periods to and from pandas."""

import datetime

import attrs
import pandas as pd
import pytest
from hypothesis import assume, given

from obamodel.domain.periods import Frequency, Period, read_periods
from obamodel.errors import InvalidError
from tests.strategies import periods


@given(periods())
def test_what_pandas_can_hold_comes_back_the_same(period: Period) -> None:
    assume(period.years == 1 and (period.calendar is None or period.calendar.day == 1))
    # pandas counts nanoseconds from 1970, which do not reach further.
    assume(1700 < period.start.year < 2250)
    held = period.to_pandas()
    assert held.start_time.date() == period.start
    assert held.end_time.date() == period.end
    assert Period.from_pandas(held) == period


@pytest.mark.parametrize(
    ("written", "frequency"),
    [
        ("2014", "Y-DEC"),
        ("2014/15", "Y-MAR"),
        ("2014/15 (academic)", "Y-AUG"),
        ("2014 Q1", "Q-DEC"),
        ("2014/15 Q1", "Q-MAR"),
        ("Jan 2014", "M"),
        ("2011-W01", "W-SUN"),
        ("w/e 07/01/2011", "W-FRI"),
        ("2011-01-07", "D"),
    ],
)
def test_a_period_has_the_name_that_pandas_gives_its_frequency(
    written: str, frequency: str
) -> None:
    held = Period.parse(written).to_pandas()
    assert held.freqstr == frequency
    assert Period.from_pandas(held) == Period.parse(written)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("2009-2011", "3 years together"),
        ("2014/15 (from 6 April)", "a year that begins within a month"),
    ],
)
def test_what_pandas_cannot_hold_is_refused_and_its_days_offered(written: str, says: str) -> None:
    with pytest.raises(InvalidError, match=says) as caught:
        Period.parse(written).to_pandas()
    assert "take its first and last day" in caught.value.faults[0].mend


def test_a_period_of_several_months_is_none_of_ours() -> None:
    with pytest.raises(InvalidError, match="give years, quarters, months, weeks or days"):
        Period.from_pandas(pd.Period("2014-01", freq="3M"))


@pytest.mark.parametrize("value", [pd.NaT, None, "2014"])
def test_what_is_no_period_of_pandas_is_refused(value: object) -> None:
    with pytest.raises(InvalidError, match="give a period of pandas"):
        Period.from_pandas(value)  # type: ignore[arg-type]  # that is the test


def test_dates_within_the_periods_they_are_said_to_stand_for_are_refused_each() -> None:
    stamps = pd.date_range("2014-04-01 12:00", periods=2, freq="MS")
    with pytest.raises(InvalidError) as caught:
        read_periods(stamps)
    assert [fault.path for fault in caught.value.faults] == [(0,), (1,)]


def test_dates_by_the_hour_are_refused() -> None:
    with pytest.raises(InvalidError, match="give years, quarters, months, weeks or days"):
        read_periods(pd.date_range("2014-04-01", periods=2, freq="h"))


def test_a_period_is_made_of_plain_dates_not_of_those_of_pandas() -> None:
    period = Period.from_pandas(pd.Period("2014-04", freq="M"))
    assert type(period.start) is datetime.date
    assert attrs.evolve(period, frequency=Frequency.DAY).end == datetime.date(2014, 4, 1)

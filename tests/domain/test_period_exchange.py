"""Periods to and from pandas."""

import datetime

import attrs
import pandas as pd
import pytest
from hypothesis import assume, given

from obamodel.domain.period_exchange import from_stamps
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


def find_fault(error: InvalidError) -> tuple[str, str, str, str]:
    (fault,) = error.faults
    return error.what, fault.code, fault.found, fault.mend


def test_each_refusal_says_what_was_found_and_how_to_mend_it() -> None:
    days = "take its first and last day, start and end, instead"
    lengths = "give years, quarters, months, weeks or days"
    for ask, found, mend in (
        (
            lambda: Period.parse("2009-2010", calendar="calendar").to_pandas(),
            "2009-2010 is 2 years together",
            days,
        ),
        (
            lambda: Period.parse("2014/15 (from 6 April)").to_pandas(),
            "2014/15 is of a year that begins within a month",
            days,
        ),
        (
            lambda: Period.from_pandas("2014"),  # type: ignore[arg-type]  # that is the test
            'found "2014"',
            "give a period of pandas",
        ),
        (
            lambda: Period.from_pandas(pd.Period("2014-01", freq="3M")),
            'found "2014-01", a period of the length 3M',
            lengths,
        ),
        (
            lambda: from_stamps(pd.date_range("2014-04-01", periods=2, freq="SMS")),
            "found dates with the frequency SMS-15",
            lengths,
        ),
    ):
        with pytest.raises(InvalidError) as caught:
            ask()
        assert find_fault(caught.value) == ("Period", "bad-period", found, mend)


def test_a_date_within_its_period_is_told_with_its_place() -> None:
    with pytest.raises(InvalidError) as caught:
        from_stamps(pd.date_range("2014-04-01 12:00", periods=1, freq="MS"))
    assert find_fault(caught.value) == (
        "periods",
        "bad-period",
        'found "2014-04-01 12:00:00", within a period of the length MS',
        "give its first or last day",
    )
    assert caught.value.faults[0].path == (0,)


@pytest.mark.parametrize(
    ("frequency", "first", "ending"),
    [
        # By the month in which a year or quarter begins, and pandas' name for the one it ends in.
        ("YS", "2014-01-01", "Y-DEC"),
        ("YS-APR", "2014-04-01", "Y-MAR"),
        ("QS-JAN", "2014-01-01", "Q-DEC"),
        ("QS-FEB", "2014-02-01", "Q-JAN"),
        ("YE-MAR", "2014-03-31", "Y-MAR"),
        ("MS", "2014-01-01", "M"),
        ("D", "2014-01-01", "D"),
    ],
)
def test_dates_that_say_their_length_are_the_periods_they_begin_or_end(
    frequency: str, first: str, ending: str
) -> None:
    made = from_stamps(pd.date_range(first, periods=2, freq=frequency))
    assert [period.freqstr for period in made] == [ending, ending]
    edges = {made[0].start_time.date(), made[0].end_time.date()}
    assert datetime.date.fromisoformat(first) in edges


def test_dates_that_say_no_length_stay_dates() -> None:
    stamps = [pd.Timestamp("2014-01-01"), pd.Timestamp("2014-01-03")]
    assert from_stamps(stamps) == stamps

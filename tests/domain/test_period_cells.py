"""Single values of a column that are no text: numbers, dates, nothing."""

import datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest

from obamodel.domain.calendars import FINANCIAL_YEAR
from obamodel.domain.period import Frequency
from obamodel.domain.period_cells import read_cell
from obamodel.domain.period_readers import Hints
from obamodel.errors import Fault

DAY = datetime.date(2014, 4, 1)


@pytest.mark.parametrize(
    ("value", "notation"),
    [
        (2014, "2014"),
        (np.int64(2014), "2014"),
        (DAY, "2014-04-01"),
        (datetime.datetime(2014, 4, 1), "2014-04-01"),  # noqa: DTZ001  # as spreadsheets give them
        (pd.Timestamp("2014-04-01"), "2014-04-01"),
        (pd.Period("2014-04", freq="M"), "Apr 2014"),
    ],
)
def test_a_number_a_date_and_a_period_of_pandas_mean_what_they_say(
    value: Any, notation: str
) -> None:
    ((reading,), fault) = read_cell(value, Hints())
    assert fault is None
    assert reading.period.notation == notation


@pytest.mark.parametrize("value", [None, float("nan"), pd.NaT, pd.NA, "", "  "])
def test_nothing_is_no_period(value: Any) -> None:
    readings, fault = read_cell(value, Hints())
    assert readings == ()
    assert fault is not None
    assert fault.code == "missing-period"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (True, "found True"),
        (np.bool_(True), "found "),
        (2014.0, "write the year as a whole number, 2014"),
        (2014.5, "found 2014.5"),
        (20140401, 'found "20140401"'),
        (-2014, 'found "-2014"'),
        (pd.Timestamp("2014-04-01 12:30"), "found 2014-04-01 12:30:00, a moment of a day"),
        (pd.Timestamp("2014-04-01", tz="Europe/London"), "with no hour and no time zone"),
        (pd.Period("2014-04-01 10:00", freq="h"), "a period of the length h"),
        (("2014", "Q1"), "found ('2014', 'Q1')"),
        (b"2014", "found b'2014'"),
    ],
)
def test_what_is_no_period_is_refused_as_what_it_is(value: Any, says: str) -> None:
    readings, fault = read_cell(value, Hints())
    assert readings == ()
    assert fault is not None
    assert says in f"{fault.found}; {fault.mend}"


@pytest.mark.parametrize(
    ("written", "hints", "found", "mend"),
    [
        (
            "2009-2011 (pooled)",
            Hints(pooled=1),
            "it says that years are taken together, and pooled is 1",
            "leave pooled out, or correct it",
        ),
        (
            "2014-04-01 (month)",
            Hints(frequency=Frequency.QUARTER),
            "it says that it is a month, and the frequency given is quarter",
            "leave the frequency out, or correct it",
        ),
        (
            "2014/15 (academic)",
            Hints(calendar=FINANCIAL_YEAR),
            "it names the calendar academic, and the calendar given is financial",
            "leave the calendar out, or correct it",
        ),
        (
            pd.Timestamp("2014-04-01 12:30"),
            Hints(),
            "found 2014-04-01 12:30:00, a moment of a day",
            "give the day alone, with no hour and no time zone",
        ),
    ],
)
def test_what_speaks_against_what_was_asked_for_is_said_word_for_word(
    written: Any, hints: Hints, found: str, mend: str
) -> None:
    assert read_cell(written, hints) == ((), Fault("bad-period", found, mend))


def test_a_day_of_a_spreadsheet_that_is_no_month_is_told_as_a_day() -> None:
    hints = Hints(frequency=Frequency.MONTH)
    readings, fault = read_cell(datetime.datetime(2014, 4, 2), hints)  # noqa: DTZ001
    assert readings == ()
    assert fault is not None
    assert fault.found == 'found "2014-04-02", a day, and asked for is a month'


def test_a_text_longer_than_any_period_is_refused_before_it_is_looked_through() -> None:
    readings, fault = read_cell("2014" + " " * 20_000_000 + "/15", Hints())
    assert readings == ()
    assert fault is not None
    assert fault.found.endswith("of 20000007 signs")

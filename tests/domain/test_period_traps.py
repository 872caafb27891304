"""Texts that other programs read, and read wrongly."""

import pytest

from obamodel.domain.period_traps import was_year
from obamodel.domain.periods import HOW_TO_WRITE_A_PERIOD, Period
from obamodel.errors import Fault, InvalidError


def refuse(written: str) -> Fault:
    with pytest.raises(InvalidError) as caught:
        Period.parse(written)
    (fault,) = caught.value.faults
    return fault


@pytest.mark.parametrize("written", ["Nov-10", "nov-10", "10-Nov", "Nov 10", "Nov/10"])
def test_the_month_that_a_spreadsheet_makes_of_a_financial_year_is_known_for_it(
    written: str,
) -> None:
    assert str(refuse(written)) == (
        f'found "{written}", which spreadsheets make of a typed "2010/11"; '
        'write "2010/11" for the year or "Nov 2010" for the month [spreadsheet-date]'
    )


def test_a_month_with_two_digits_could_be_a_day() -> None:
    assert str(refuse("Apr-11")) == (
        'found "Apr-11", which could be April 2011 or 11 April of some year; '
        'write "Apr 2011" for the month, or the day with its year [spreadsheet-date]'
    )
    assert "of some year" not in refuse("Apr-99").found
    # No month has a day before the first or after the thirty-first.
    assert ["of some year" in refuse(f"Aug-{year}").found for year in ("00", "01", "31", "32")] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(("month", "year"), [(3, 2), (10, 9), (12, 11), (11, 2010)])
def test_a_spreadsheet_takes_the_second_year_for_a_month(month: int, year: int) -> None:
    assert was_year(month, year)
    assert not was_year(month % 12 + 1, year)


@pytest.mark.parametrize("written", ["now", "today", "Today", "YTD", "latest"])
def test_a_time_that_is_another_whenever_it_is_read_is_refused(written: str) -> None:
    fault = refuse(written)
    assert fault.found == f'found "{written}", which is another time whenever it is read'
    assert (fault.code, fault.mend) == ("bad-period", HOW_TO_WRITE_A_PERIOD)


@pytest.mark.parametrize("written", ["14/15", "14-15", "FY14/15"])
def test_a_year_without_its_century_is_refused(written: str) -> None:
    assert str(refuse(written)) == (
        f'found "{written}", which does not say the century; '
        'write the first year in full, as in "2014/15" [bad-period]'
    )


@pytest.mark.parametrize("written", ["01/02/03", "1-2-2011", "w/e 01/02/11"])
def test_a_date_whose_numbers_could_stand_for_different_things_is_refused(written: str) -> None:
    assert str(refuse(written)) == (
        f'found "{written}", whose numbers could stand for different things; '
        'write the day as "2011-01-07" [bad-period]'
    )


@pytest.mark.parametrize(
    "written",
    ["2014/04", "2014//15", "20144", "Q5 2014", "2014 Q0", "2014-W", "Januar 2014", "H1 2014",
     "2014 Q1 Q2", "2014,5", "1e3", "2014-15-16", "?", "2014/15 2015/16"],
)  # fmt: skip
def test_any_other_text_is_refused_with_the_forms_there_are(written: str) -> None:
    assert refuse(written).code == "bad-period"


@pytest.mark.parametrize("written", ["20144", "Q5 2014", "Januar 2014", "H1 2014", "1e3", "?"])
def test_what_is_like_no_form_at_all_is_refused_with_nothing_but_the_forms(written: str) -> None:
    assert refuse(written) == Fault("bad-period", f'found "{written}"', HOW_TO_WRITE_A_PERIOD)

"""How periods are said, and written in the way of another."""

import pytest

from obamodel.domain.period_writing import rewrite
from obamodel.domain.periods import Period, read_periods


@pytest.mark.parametrize(
    ("written", "said", "kind"),
    [
        ("2014", "2014", "a calendar year"),
        ("2014/15", "2014/15", "a financial year"),
        ("2014/15 (academic)", "2014/15", "an academic year"),
        ("2014/15 (from 6 April)", "2014/15", "a year from 6 April"),
        ("2009 - 11", "2009 to 2011", "3 calendar years together"),
        ("2015/16 - 19/20", "2015/16 to 2019/20", "5 financial years together"),
        ("Nov 2013 - Oct 2015", "2013/14 to 2014/15", "2 years from November together"),
        ("2014/15 Q1", "April to June 2014", "a quarter of a financial year"),
        ("2014 Q1 (calendar)", "January to March 2014", "a quarter of a calendar year"),
        (
            "2014/15 Q2 (academic)",
            "December 2014 to February 2015",
            "a quarter of an academic year",
        ),
        (
            "2014/15 Q1 (from 6 April)",
            "6 April 2014 to 5 July 2014",
            "a quarter of a year from 6 April",
        ),
        ("2014-01", "January 2014", "a month"),
        ("w/e 07/01/2011", "the week ending 7 January 2011", "a week that begins on a Saturday"),
        ("2011-01-07", "7 January 2011", "a day"),
    ],
)
def test_a_period_and_its_kind_are_said_in_words(written: str, said: str, kind: str) -> None:
    period = Period.parse(written)
    assert period.in_words() == said
    assert period.kind_in_words == kind


@pytest.mark.parametrize(
    ("written", "given", "notation", "text"),
    [
        ("2014-15", {"calendar": "academic"}, "2014/15 (academic)", "2014-15 (academic)"),
        ("2014-15", {"pooled": 2}, "2014-2015 (pooled)", "2014-15 (pooled)"),
        ("2009-11", {"frequency": "month"}, "Nov 2009", "2009-11 (month)"),
        ("w/e 07/01/2011", {}, "w/e 2011-01-07", "w/e 07/01/2011 (day first)"),
        ("w/e 14/01/2011", {}, "w/e 2011-01-14", "w/e 14/01/2011"),
        ("2024Oct", {"frequency": "year"}, "2024/25 (from October)", "2024Oct (year)"),
        ("FYE Mar 2015", {}, "2014/15", "FYE Mar 2015"),
    ],
)
def test_a_file_keeps_what_is_printed_and_adds_what_it_takes_to_read_it_in_one_way(
    written: str, given: dict[str, object], notation: str, text: str
) -> None:
    period = Period.parse(written, **given)  # type: ignore[arg-type]  # parts of every kind
    assert (period.notation, period.text, str(period)) == (notation, text, written)


def test_a_month_first_column_says_so_in_a_file() -> None:
    first, _ = read_periods(["w/e 01/07/2011", "w/e 01/14/2011"])
    assert first.text == "w/e 01/07/2011 (month first)"
    assert str(first.shift(1)) == "w/e 01/14/2011"


def test_a_way_to_write_that_would_be_read_otherwise_is_given_up_for_our_own() -> None:
    thirteenth = Period.parse("13/04/2011")
    assert str(thirteenth.shift(-10)) == "2011-04-03"
    # These three months lie in two years, which a form with one of them cannot say.
    assert str(Period.parse("Oct - Dec 2014").shift(1)) == "Jan - Mar 2015"
    assert str(Period.parse("Aug - Oct 2014", "from November").shift(1)) == (
        "2014/15 Q1 (from November)"
    )


def test_a_period_without_a_way_of_its_own_moves_in_our_notation() -> None:
    period = Period.containing(Period.parse("2014/15").start, "year", "financial")
    assert period.written == ""
    assert str(period.shift(1)) == "2015/16"


def test_a_form_that_cannot_say_a_period_says_nothing() -> None:
    assert rewrite(Period.parse("2014"), Period.parse("2014 Q1")) == ""

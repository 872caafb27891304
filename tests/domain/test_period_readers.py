"""What does a reader get told, word for word, of a text that is no period?"""

import operator
from typing import Any

import pytest

from obamodel.domain.calendars import Calendar
from obamodel.domain.periods import Frequency, Period
from obamodel.errors import InvalidError

NO_FOLLOW = "the second year does not follow the first"
QUARTER = (Frequency.QUARTER, "2014-02-01", 11, 1)
FORMS = 'write both as single years, as in "2015/16 - 19/20"'


@pytest.mark.parametrize(
    ("written", "given", "code", "found", "mend"),
    [
        (
            "2015/17",
            {},
            "bad-period",
            NO_FOLLOW,
            'write "2015/16", or for years taken together "2009-2011" or "2015/16 - 19/20"',
        ),
        (
            "2015/16",
            {"calendar": "calendar"},
            "bad-period",
            "a calendar year lies in one year, and this names two",
            'write "2015", or give the calendar in which it is one year',
        ),
        (
            "2015/16",
            {"calendar": "financial", "pooled": 2},
            "bad-period",
            "a slash does not say which years are taken together",
            'write them as "2009-2011" or "2015/16 - 19/20"',
        ),
        (
            "2015/15",
            {"pooled": 2},
            "bad-period",
            "a slash does not say which years are taken together",
            'write them as "2009-2011" or "2015/16 - 19/20"',
        ),
        (
            "2015/25",
            {"pooled": 2},
            "bad-period",
            "a slash does not say which years are taken together",
            'write them as "2009-2011" or "2015/16 - 19/20"',
        ),
        (
            "2015/16-19/20",
            {"calendar": "calendar"},
            "bad-period",
            "a calendar year lies in one year, and this names two for each",
            'write "2009-2011", or give another calendar',
        ),
        ("2015/16 - 19/21", {}, "bad-period", NO_FOLLOW, FORMS),
        ("2015/17 - 19/20", {}, "bad-period", NO_FOLLOW, FORMS),
        (
            "2015/16 - 15/16",
            {},
            "bad-period",
            "the last year does not come after the first",
            "write the first year first",
        ),
        (
            "2011-2009",
            {},
            "bad-period",
            "the second year does not come after the first",
            'write the first year first, as in "2009-2011"',
        ),
        (
            "2014/15 Q1",
            {"calendar": "calendar"},
            "bad-period",
            "a quarter of a calendar year lies in one year, and this names two",
            'write "2014 Q1", or correct the calendar',
        ),
        ("2014/16 Q1", {}, "bad-period", NO_FOLLOW, 'write "2014/15 Q1"'),
        (
            "2014 Q1",
            {"calendar": "from 6 April"},
            "ambiguous-period",
            "of a year that begins on 6 April that could be 2013/14 Q1 or 2014/15 Q1",
            'write "2013/14 Q1" or "2014/15 Q1"',
        ),
        (
            "2014",
            {"calendar": "from December"},
            "ambiguous-period",
            "of a year that begins in December that could be 2013/14 or 2014/15",
            'write "2013/14" or "2014/15"',
        ),
        (
            "Mar 2014 - Jan 2014",
            {},
            "bad-period",
            "it ends before it begins",
            "write the first month first",
        ),
        (
            "Feb 2014 - Apr 2014",
            {},
            "bad-period",
            "these three months are no quarter of a year that begins in January",
            'give the calendar in which they are one, such as "from November"',
        ),
        (
            "Jan 2014 - Mar 2014",
            {"calendar": "from 6 January"},
            "bad-period",
            "these three months are no quarter of a year that begins on 6 January",
            'give the calendar in which they are one, such as "from November"',
        ),
        (
            "Feb 2014 - May 2014",
            {},
            "bad-period",
            "4 months are neither a month, a quarter nor whole years",
            "write each period on a line of its own",
        ),
        (
            "Apr 2014 - Mar 2015",
            {"calendar": "academic"},
            "bad-period",
            "it is a year by the calendar financial, and the calendar given is academic",
            "leave the calendar out, or correct it",
        ),
        (
            "FY 2014/15",
            {"calendar": "academic"},
            "bad-period",
            "it names the financial year itself, and the calendar given is academic",
            "leave the calendar out, or correct it",
        ),
        (
            "year ending 2014",
            {},
            "ambiguous-period",
            "nothing says in which month the year ends",
            'write "FYE Mar 2014", or the calendar',
        ),
        (
            "year ending 28 Jan 2014",
            {},
            "bad-period",
            "a year cannot end on that day",
            "check the day",
        ),
        (
            "30/02/2014",
            {},
            "bad-period",
            "there is no such day",
            "check the day and the month",
        ),
    ],
)
def test_a_refusal_says_what_is_wrong_and_how_to_mend_it(
    written: str, given: dict[str, Any], code: str, found: str, mend: str
) -> None:
    with pytest.raises(InvalidError) as caught:
        Period.parse(written, **given)
    (fault,) = caught.value.faults
    assert (fault.code, fault.mend) == (code, mend)
    assert fault.found == f'found "{written}": {found}'


@pytest.mark.parametrize(
    ("written", "given", "means"),
    [
        # The first and the last that are still read, at the edge of what is refused above.
        ("2015/16", {"pooled": 2}, (Frequency.YEAR, "2015-01-01", 1, 2)),
        ("2015/24", {"pooled": 10}, (Frequency.YEAR, "2015-01-01", 1, 10)),
        ("Mar 2014 - Mar 2014", {}, (Frequency.MONTH, "2014-03-01", None, 1)),
        ("Dec 2014", {}, (Frequency.MONTH, "2014-12-01", None, 1)),
        ("201412", {}, (Frequency.MONTH, "2014-12-01", None, 1)),
        ("201314", {"calendar": "academic"}, (Frequency.YEAR, "2013-09-01", 9, 1)),
        ("year ending 27 Jan 2014", {}, (Frequency.YEAR, "2013-01-28", 1, 1)),
        ("year ending 2014", {"calendar": "calendar"}, (Frequency.YEAR, "2014-01-01", 1, 1)),
        ("year ending 2014", {"calendar": "financial"}, (Frequency.YEAR, "2013-04-01", 4, 1)),
        ("Feb 2014 - Apr 2014", {"calendar": "from November"}, QUARTER),
    ],
)
def test_what_lies_just_within_is_read(
    written: str, given: dict[str, Any], means: tuple[Frequency, str, int | None, int]
) -> None:
    period = Period.parse(written, **given)
    month = None if period.calendar is None else period.calendar.month
    assert (period.frequency, str(period.start), month, period.years) == means


def test_a_period_too_far_away_is_refused_with_the_years_there_are() -> None:
    with pytest.raises(InvalidError) as caught:
        Period.parse("9998").shift(5)
    assert caught.value.what == "Period"
    (fault,) = caught.value.faults
    assert (fault.code, fault.mend) == ("bad-period", "stay within the years 1 to 9998")


def test_periods_of_other_kinds_are_not_put_in_order() -> None:
    year, month = Period.parse("2014"), Period.parse("Jan 2014")
    for sign, compare in (
        ("<", operator.lt),
        ("<=", operator.le),
        (">", operator.gt),
        (">=", operator.ge),
    ):
        with pytest.raises(TypeError) as caught:
            compare(year, month)
        assert str(caught.value).startswith(f"cannot ask whether 2014 {sign} Jan 2014: ")


def test_a_calendar_says_on_which_day_its_year_begins() -> None:
    with pytest.raises(InvalidError, match="that begins on 6 April that could be"):
        Period.parse("2014", calendar=Calendar(month=4, day=6))

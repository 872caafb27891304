"""Every form in which sources print periods: read, printed back the same, and carried on."""

import datetime
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.period_notation import find_readings, split_aside
from obamodel.domain.period_readers import Hints
from obamodel.domain.periods import Frequency, Period
from obamodel.errors import InvalidError

YEAR, QUARTER, MONTH = Frequency.YEAR, Frequency.QUARTER, Frequency.MONTH
WEEK, DAY = Frequency.WEEK, Frequency.DAY

# Written by hand: how it is printed, how long it is, its first and last day, and the next one.
FORMS = [
    # years
    ("2014", YEAR, "2014-01-01", "2014-12-31", "2015"),
    ("2014-A1", YEAR, "2014-01-01", "2014-12-31", "2015-A1"),
    ("2014/15", YEAR, "2014-04-01", "2015-03-31", "2015/16"),
    ("2014/2015", YEAR, "2014-04-01", "2015-03-31", "2015/2016"),
    ("1999/00", YEAR, "1999-04-01", "2000-03-31", "2000/01"),
    ("1999/2000", YEAR, "1999-04-01", "2000-03-31", "2000/2001"),
    ("FY2014/15", YEAR, "2014-04-01", "2015-03-31", "FY2015/16"),
    ("FY 2014-15", YEAR, "2014-04-01", "2015-03-31", "FY 2015-16"),
    ("financial year 2014/15", YEAR, "2014-04-01", "2015-03-31", "financial year 2015/16"),
    ("academic year 2014/15", YEAR, "2014-09-01", "2015-08-31", "academic year 2015/16"),
    ("AY2014-15", YEAR, "2014-09-01", "2015-08-31", "AY2015-16"),
    ("FYE Mar 2015", YEAR, "2014-04-01", "2015-03-31", "FYE Mar 2016"),
    ("FYE March 2015", YEAR, "2014-04-01", "2015-03-31", "FYE March 2016"),
    ("FYE 2015", YEAR, "2014-04-01", "2015-03-31", "FYE 2016"),
    ("FYE Dec 2014", YEAR, "2014-01-01", "2014-12-31", "FYE Dec 2015"),
    ("year ending June 2020", YEAR, "2019-07-01", "2020-06-30", "year ending June 2021"),
    ("YE 5 April 2015", YEAR, "2014-04-06", "2015-04-05", "YE 5 April 2016"),
    ("12 months to Sept 2015", YEAR, "2014-10-01", "2015-09-30", "12 months to Sep 2016"),
    ("Jan 2014 - Dec 2014", YEAR, "2014-01-01", "2014-12-31", "Jan 2015 - Dec 2015"),
    ("Apr 2014 to Mar 2015", YEAR, "2014-04-01", "2015-03-31", "Apr 2015 to Mar 2016"),
    ("Nov 2013 - Oct 2014", YEAR, "2013-11-01", "2014-10-31", "Nov 2014 - Oct 2015"),
    ("January \u2013 December 2014", YEAR, "2014-01-01", "2014-12-31", None),
    ("2024April", YEAR, "2024-04-01", "2025-03-31", "2025April"),
    ("2024July", YEAR, "2024-07-01", "2025-06-30", "2025July"),
    # years together
    ("2009 - 11", YEAR, "2009-01-01", "2011-12-31", "2010 - 12"),
    ("2009-2011", YEAR, "2009-01-01", "2011-12-31", "2010-2012"),
    ("2009\u201311", YEAR, "2009-01-01", "2011-12-31", "2010\u201312"),
    ("1998 - 00", YEAR, "1998-01-01", "2000-12-31", "1999 - 01"),
    ("2009 to 2011", YEAR, "2009-01-01", "2011-12-31", "2010 to 2012"),
    ("2015/16 - 19/20", YEAR, "2015-04-01", "2020-03-31", "2016/17 - 20/21"),
    ("2015/16 - 2019/20", YEAR, "2015-04-01", "2020-03-31", "2016/17 - 2020/21"),
    ("1998/99-00/01", YEAR, "1998-04-01", "2001-03-31", "1999/00-01/02"),
    ("Jan 2009 - Dec 2011", YEAR, "2009-01-01", "2011-12-31", "Jan 2010 - Dec 2012"),
    # quarters
    ("2021 Q1", QUARTER, "2021-01-01", "2021-03-31", "2021 Q2"),
    ("2021Q4", QUARTER, "2021-10-01", "2021-12-31", "2022Q1"),
    ("2021-Q4", QUARTER, "2021-10-01", "2021-12-31", "2022-Q1"),
    ("Q1 2021", QUARTER, "2021-01-01", "2021-03-31", "Q2 2021"),
    ("Quarter 1 2021", QUARTER, "2021-01-01", "2021-03-31", "Quarter 2 2021"),
    ("2021/22 Q1", QUARTER, "2021-04-01", "2021-06-30", "2021/22 Q2"),
    ("2021/22 Q4", QUARTER, "2022-01-01", "2022-03-31", "2022/23 Q1"),
    ("Q4 2021/22", QUARTER, "2022-01-01", "2022-03-31", "Q1 2022/23"),
    ("2021-22 Q4", QUARTER, "2022-01-01", "2022-03-31", "2022-23 Q1"),
    ("Q4 2021-22", QUARTER, "2022-01-01", "2022-03-31", "Q1 2022-23"),
    ("Apr - Jun 2014", QUARTER, "2014-04-01", "2014-06-30", "Jul - Sep 2014"),
    # months
    ("Jan 2014", MONTH, "2014-01-01", "2014-01-31", "Feb 2014"),
    ("February 2012", MONTH, "2012-02-01", "2012-02-29", "March 2012"),
    ("DEC 2014", MONTH, "2014-12-01", "2014-12-31", "JAN 2015"),
    ("2014 Dec", MONTH, "2014-12-01", "2014-12-31", "2015 Jan"),
    ("Jan-2014", MONTH, "2014-01-01", "2014-01-31", "Feb-2014"),
    ("2014-01", MONTH, "2014-01-01", "2014-01-31", "2014-02"),
    ("2014-M12", MONTH, "2014-12-01", "2014-12-31", "2015-M01"),
    ("202404", MONTH, "2024-04-01", "2024-04-30", "202405"),
    # weeks: 7 January 2011 was a Friday, 3 January 2011 a Monday
    ("w/e 07/01/2011", WEEK, "2011-01-01", "2011-01-07", "w/e 14/01/2011"),
    ("w/e 7 January 2011", WEEK, "2011-01-01", "2011-01-07", "w/e 14 January 2011"),
    ("week ending 2011-01-07", WEEK, "2011-01-01", "2011-01-07", "week ending 2011-01-14"),
    ("w/c 28/02/2011", WEEK, "2011-02-28", "2011-03-06", "w/c 07/03/2011"),
    ("2011-W01", WEEK, "2011-01-03", "2011-01-09", "2011-W02"),
    ("2009-W53", WEEK, "2009-12-28", "2010-01-03", "2010-W01"),
    ("2011W9", WEEK, "2011-02-28", "2011-03-06", "2011W10"),
    # days
    ("2011-01-07", DAY, "2011-01-07", "2011-01-07", "2011-01-08"),
    ("31 Dec 2011", DAY, "2011-12-31", "2011-12-31", "1 Jan 2012"),
    ("13/04/2011", DAY, "2011-04-13", "2011-04-13", "14/04/2011"),
    ("13.04.2011", DAY, "2011-04-13", "2011-04-13", "14.04.2011"),
    ("04/13/2011", DAY, "2011-04-13", "2011-04-13", "04/14/2011"),
]


@pytest.mark.parametrize(("written", "frequency", "first", "last", "following"), FORMS)
def test_a_form_is_read_and_printed_back_the_same(
    written: str, frequency: Frequency, first: str, last: str, following: str | None
) -> None:
    period = Period.parse(written)
    assert period.frequency is frequency
    assert (period.start.isoformat(), period.end.isoformat()) == (first, last)
    assert str(period) == written
    assert Period.parse(period.text) == period


@pytest.mark.parametrize(
    ("written", "following"), [(form[0], form[4]) for form in FORMS if form[4]]
)
def test_the_next_period_is_written_in_the_same_way(written: str, following: str) -> None:
    assert str(Period.parse(written).shift(1)) == following
    before = Period.parse(following).shift(-1)
    assert before == Period.parse(written)


@pytest.mark.parametrize("written", [" 2014/15", "2014/15 ", "\u00a02014 / 15", "2014\u00a0Q1"])
def test_spaces_around_and_between_change_nothing(written: str) -> None:
    plain = written.replace("\u00a0", " ").strip().replace(" / ", "/")
    assert Period.parse(written) == Period.parse(plain)


@pytest.mark.parametrize(
    ("written", "given", "first", "last"),
    [
        ("2014/15", {"calendar": "academic"}, "2014-09-01", "2015-08-31"),
        ("2014/15", {"calendar": "from November"}, "2014-11-01", "2015-10-31"),
        ("2014/15", {"calendar": "from 6 April"}, "2014-04-06", "2015-04-05"),
        ("FY2014/15", {"calendar": "from July"}, "2014-07-01", "2015-06-30"),
        ("2014-15", {"calendar": "financial"}, "2014-04-01", "2015-03-31"),
        ("2014-15", {"calendar": "calendar"}, "2014-01-01", "2015-12-31"),
        ("2014-15", {"pooled": 2}, "2014-01-01", "2015-12-31"),
        ("2014-15", {"pooled": 1}, "2014-04-01", "2015-03-31"),
        ("2014-2015", {"calendar": "academic"}, "2014-09-01", "2015-08-31"),
        ("2014/16", {"pooled": 3}, "2014-01-01", "2016-12-31"),
        ("2009-11", {"pooled": 3}, "2009-01-01", "2011-12-31"),
        ("2009-11", {"frequency": "month"}, "2009-11-01", "2009-11-30"),
        ("2009-11", {"calendar": "calendar"}, "2009-01-01", "2011-12-31"),
        ("2009-11", {"calendar": "financial", "pooled": 3}, "2009-04-01", "2012-03-31"),
        ("2009-11", {"calendar": "financial", "pooled": 2}, "2009-04-01", "2011-03-31"),
        ("2014-15", {"calendar": "financial", "pooled": 2}, "2014-04-01", "2016-03-31"),
        ("201415", {"calendar": "academic"}, "2014-09-01", "2015-08-31"),
        ("2021/22 Q1", {"calendar": "academic"}, "2021-09-01", "2021-11-30"),
        ("FYE 2015", {"calendar": "academic"}, "2014-09-01", "2015-08-31"),
        ("Apr - Jun 2014", {"calendar": "financial"}, "2014-04-01", "2014-06-30"),
        ("Nov 2013 - Jan 2014", {"calendar": "from November"}, "2013-11-01", "2014-01-31"),
        ("2015/16 - 17/18", {"calendar": "academic"}, "2015-09-01", "2018-08-31"),
        ("2024Oct", {"frequency": "year"}, "2024-10-01", "2025-09-30"),
        ("2014-04-01", {"frequency": "month"}, "2014-04-01", "2014-04-30"),
        ("2014-04-30", {"frequency": "month"}, "2014-04-01", "2014-04-30"),
        (
            "2015-03-31",
            {"frequency": "year", "calendar": "financial"},
            "2014-04-01",
            "2015-03-31",
        ),
    ],
)
def test_what_a_text_leaves_open_is_settled_by_what_is_given(
    written: str, given: dict[str, object], first: str, last: str
) -> None:
    period = Period.parse(written, **given)  # type: ignore[arg-type]  # parts of every kind
    assert (period.start.isoformat(), period.end.isoformat()) == (first, last)
    assert str(period) == written
    # And a file keeps it so that nothing is left open.
    assert Period.parse(period.text) == period
    if given.keys() != {"calendar", "pooled"}:
        assert str(Period.parse(period.text)) == written


@pytest.mark.parametrize(
    ("written", "code", "says"),
    [
        ("2014-15", "ambiguous-period", 'give calendar="financial" or pooled=2'),
        ("2014 - 15", "ambiguous-period", 'give calendar="financial" or pooled=2'),
        ("2014 to 2015", "ambiguous-period", 'give calendar="financial" or pooled=2'),
        ("2009-11", "ambiguous-period", 'give frequency="month" or pooled=3'),
        ("2009-10", "ambiguous-period", 'frequency="month" or calendar="financial" or pooled=2'),
        ("201415", "ambiguous-period", 'give calendar="financial" or calendar="academic"'),
        ("FY2015", "ambiguous-period", 'write "2014/15" or "2015/16"'),
        ("year ending 2015", "ambiguous-period", 'write "FYE Mar 2015", or the calendar'),
        ("03/04/2011", "ambiguous-period", "write the days as 2011-01-07"),
        ("2014/16", "bad-period", "the second year does not follow the first"),
        ("2014/14", "bad-period", "the second year does not follow the first"),
        ("2015/14", "bad-period", "the second year does not follow the first"),
        ("2014-13", "bad-period", "the second year does not come after the first"),
        ("2011-2009", "bad-period", "the second year does not come after the first"),
        ("2015/16 - 19/21", "bad-period", "the second year does not follow the first"),
        ("2015/16 - 15/16", "bad-period", "the last year does not come after the first"),
        ("2021/23 Q1", "bad-period", 'write "2021/22 Q1"'),
        ("Dec 2014 - Jan 2014", "bad-period", "it ends before it begins"),
        ("Jan 2014 - Jul 2014", "bad-period", "7 months are neither a month, a quarter"),
        ("Feb - Apr 2014", "bad-period", "no quarter of a year that begins in January"),
        ("2011-02-30", "bad-period", "there is no such day"),
        ("31/02/2011", "bad-period", "there is no such day"),
        ("w/e 31/02/2011", "bad-period", "there is no such day"),
        ("2011-W53", "bad-period", "check the numbers"),
        ("0000", "bad-period", "check the numbers"),
        ("YE 30 March 2015", "bad-period", "a year cannot end on that day"),
    ],
)
def test_what_means_two_things_or_none_is_refused_with_its_mend(
    written: str, code: str, says: str
) -> None:
    with pytest.raises(InvalidError) as caught:
        Period.parse(written)
    (fault,) = caught.value.faults
    assert fault.code == code
    assert says in f"{fault.found}; {fault.mend}"
    assert fault.found.startswith(f'found "{written}"')


@pytest.mark.parametrize(
    ("written", "given", "says"),
    [
        ("2014", {"calendar": "financial"}, "could be 2013/14 or 2014/15"),
        ("2014 Q1", {"calendar": "academic"}, "could be 2013/14 Q1 or 2014/15 Q1"),
        ("2014/15", {"calendar": "calendar"}, "a calendar year lies in one year"),
        ("2014/15 Q1", {"calendar": "calendar"}, 'write "2014 Q1"'),
        ("2015/16 - 17/18", {"calendar": "calendar"}, "this names two for each"),
        ("2009-11", {"calendar": "financial"}, "2009/10 to 2010/11 (2 financial years together)"),
        ("2009 - 11", {"calendar": "academic"}, "give pooled=2 or pooled=3"),
        ("FYE Mar 2015", {"calendar": "academic"}, "it is a year by the calendar financial"),
        ("AY2014/15", {"calendar": "financial"}, "it names the academic year itself"),
        ("2014/15 (academic)", {"calendar": "financial"}, "it names the calendar academic"),
        ("2014 (month)", {}, "a calendar year, and asked for is a month"),
        ("2014 (month)", {"frequency": "year"}, "it says that it is a month"),
        ("2014-15 (pooled)", {"pooled": 1}, "years are taken together, and pooled is 1"),
        ("2014/15 (autumn)", {}, 'found "autumn"'),
        ("2014", {"frequency": "quarter"}, "asked for is a quarter"),
        ("2014", {"pooled": 3}, "asked for is 3 years together"),
        ("2009-2011", {"pooled": 1}, "asked for is a single year"),
        ("2014-04-02", {"frequency": "month"}, "a day, and asked for is a month"),
        ("2014-04-01", {"frequency": "year"}, "that do not begin with January, give the calendar"),
        ("2014/15", {"calendar": "tax"}, 'calendar: found "tax"'),
        ("2014/15", {"frequency": "decade"}, 'frequency: found "decade"; choose one of: year'),
        ("2014/15", {"pooled": 0}, "pooled: found 0"),
    ],
)
def test_what_is_given_and_does_not_fit_is_refused(
    written: str, given: dict[str, object], says: str
) -> None:
    with pytest.raises(InvalidError) as caught:
        Period.parse(written, **given)  # type: ignore[arg-type]  # parts of every kind
    assert says in str(caught.value)


@given(st.text(st.sampled_from("0123456789-/ ()QWMwec" + "FYEAprilJan\u2013.")))
def test_any_text_is_read_and_printed_back_or_refused_and_nothing_else(written: str) -> None:
    try:
        period = Period.parse(written)
    except InvalidError:
        return
    assert str(period) == split_aside(written)[0].strip()
    assert Period.parse(period.notation) == period


@given(st.text(string.printable + "\u0662\u0660\u0661\uff11\u00b9\u2212", max_size=20))
def test_no_text_whatever_breaks_the_grammar(written: str) -> None:
    readings, fault = find_readings(written, Hints())
    assert not (readings and fault)


@pytest.mark.parametrize(
    "written", ["\uff12\uff10\uff11\uff14", "\u0662\u0660\u0661\u0664", "201\u00b9"]
)
def test_digits_of_other_scripts_are_not_taken_for_a_year(written: str) -> None:
    with pytest.raises(InvalidError):
        Period.parse(written)


def test_the_first_day_of_every_month_is_found_by_each_way_to_print_a_month() -> None:
    names = (
        "January February March April May June July August September October November December"
    ).split()
    for number, name in enumerate(names, 1):
        start = datetime.date(2014, number, 1)
        forms = (f"{name} 2014", f"{name[:3]} 2014", f"2014-M{number:02d}", f"2014{number:02d}")
        for written in forms:
            given = {"frequency": "month"}
            assert Period.parse(written, **given).start == start  # type: ignore[arg-type]  # a name

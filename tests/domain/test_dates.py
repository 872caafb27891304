"""Dates as people know them: read, refused, printed back and said in words."""

import calendar
import datetime
import itertools
import runpy

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from obamodel.domain import dates
from obamodel.domain.dates import DatePrecision, PartialDate, Season
from obamodel.errors import InvalidError
from tests.domain.building import refuse

DAY, MONTH, YEAR = DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR
SEASON, UNKNOWN = DatePrecision.SEASON, DatePrecision.UNKNOWN
MONTHS = (
    "January February March April May June July August September October November December".split()
)
ONE_DAY = datetime.timedelta(days=1)


def first_of_next_month(day: datetime.date) -> datetime.date:
    return (day.replace(day=1) + 31 * ONE_DAY).replace(day=1)


def make_dates() -> st.SearchStrategy[PartialDate]:
    """Make dates of every precision, from parts and never from text."""
    # Winter of 9999 would end in a year that no calendar has.
    years = st.integers(1, 9998)
    about = st.booleans()
    reasons = st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=30
    ).filter(lambda text: text == text.strip())
    return st.one_of(
        st.builds(
            lambda day, about: PartialDate(
                precision=DAY, year=day.year, month=day.month, day=day.day, about=about
            ),
            st.dates(),
            about,
        ),
        st.builds(
            PartialDate,
            precision=st.just(MONTH),
            year=years,
            month=st.integers(1, 12),
            about=about,
        ),
        st.builds(
            PartialDate,
            precision=st.just(SEASON),
            year=years,
            season=st.sampled_from(list(Season)),
            about=about,
        ),
        st.builds(PartialDate, precision=st.just(YEAR), year=years, about=about),
        st.builds(PartialDate, precision=st.just(UNKNOWN), reason=reasons),
    )


# --- reading and printing ------------------------------------------------------------------------

# Written by hand: notation, its parts, the first and last day it can mean, and how it is said.
FORMS = [
    ("2011-08-05", DAY, "2011-08-05", "2011-08-05", "5 August 2011"),
    ("2012-02-29", DAY, "2012-02-29", "2012-02-29", "29 February 2012"),
    ("2011-12-31", DAY, "2011-12-31", "2011-12-31", "31 December 2011"),
    ("2011-08", MONTH, "2011-08-01", "2011-08-31", "August 2011"),
    ("2011-02", MONTH, "2011-02-01", "2011-02-28", "February 2011"),
    ("2012-02", MONTH, "2012-02-01", "2012-02-29", "February 2012"),
    ("1900-02", MONTH, "1900-02-01", "1900-02-28", "February 1900"),
    ("2011-12", MONTH, "2011-12-01", "2011-12-31", "December 2011"),
    ("2011", YEAR, "2011-01-01", "2011-12-31", "2011"),
    ("spring 2011", SEASON, "2011-03-01", "2011-05-31", "spring 2011"),
    ("summer 2011", SEASON, "2011-06-01", "2011-08-31", "summer 2011"),
    ("autumn 2009", SEASON, "2009-09-01", "2009-11-30", "autumn 2009"),
    ("winter 2010/11", SEASON, "2010-12-01", "2011-02-28", "winter 2010/11"),
    ("winter 2011/12", SEASON, "2011-12-01", "2012-02-29", "winter 2011/12"),
    ("winter 1999/00", SEASON, "1999-12-01", "2000-02-29", "winter 1999/00"),
    ("winter 2009/10", SEASON, "2009-12-01", "2010-02-28", "winter 2009/10"),
]


@pytest.mark.parametrize(("written", "precision", "first", "last", "said"), FORMS)
def test_each_form_is_read_printed_back_and_said_in_words(
    written: str, precision: DatePrecision, first: str, last: str, said: str
) -> None:
    for about in ("", "about "):
        date = PartialDate.parse(about + written)
        assert str(date) == about + written
        assert date.precision is precision
        assert date.about is bool(about)
        assert date.is_known
        assert date.earliest() == datetime.date.fromisoformat(first)
        assert date.latest() == datetime.date.fromisoformat(last)
        assert date.in_words() == about + said


def test_the_parts_of_a_date_are_read_into_their_own_fields() -> None:
    assert PartialDate.parse("about 2011-08-05") == PartialDate(
        precision=DAY, year=2011, month=8, day=5, about=True
    )
    assert PartialDate.parse("2011-08") == PartialDate(precision=MONTH, year=2011, month=8)
    assert PartialDate.parse("2011") == PartialDate(precision=YEAR, year=2011)
    assert PartialDate.parse("autumn 2009") == PartialDate(
        precision=SEASON, year=2009, season=Season.AUTUMN
    )
    # A winter is known by the year it begins in.
    assert PartialDate.parse("winter 2010/11") == PartialDate(
        precision=SEASON, year=2010, season=Season.WINTER
    )


def test_an_unknown_date_keeps_its_reason_and_has_no_day() -> None:
    date = PartialDate.parse("unknown: the form was not dated")
    assert date == PartialDate(precision=UNKNOWN, reason="the form was not dated")
    assert not date.is_known
    assert (date.earliest(), date.latest()) == (None, None)
    assert str(date) == "unknown: the form was not dated"
    assert date.in_words() == "not known: the form was not dated"


def test_space_around_the_reason_of_an_unknown_date_says_nothing() -> None:
    for written in ("unknown:nobody asked", "unknown:   nobody asked  "):
        assert str(PartialDate.parse(written)) == "unknown: nobody asked"


@given(make_dates())
def test_what_is_printed_is_read_back_the_same(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(st.dates())
def test_a_day_is_read_as_the_calendar_has_it(day: datetime.date) -> None:
    date = PartialDate.parse(day.isoformat())
    assert date.earliest() == date.latest() == day
    assert date.in_words() == f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def test_the_months_are_said_in_english_wherever_the_library_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Python's calendar speaks the language that the program around us has set.
    monkeypatch.setattr(calendar, "month_name", ["", *(f"{number}月" for number in range(1, 13))])
    there = runpy.run_path(str(dates.__file__))["PartialDate"]
    assert there.parse("2011-01-26").in_words() == "26 January 2011"


@given(st.dates(max_value=datetime.date(9999, 11, 30)))
def test_a_month_lasts_until_the_day_before_the_next(day: datetime.date) -> None:
    date = PartialDate.parse(day.isoformat()[:7])
    assert date.earliest() == day.replace(day=1)
    assert date.latest() == first_of_next_month(day) - ONE_DAY


@given(st.integers(1, 9998))
def test_the_four_seasons_follow_each_other_without_a_gap(year: int) -> None:
    winter = f"winter {year:04d}/{(year + 1) % 100:02d}"
    seasons = [
        PartialDate.parse(written)
        for written in (f"spring {year:04d}", f"summer {year:04d}", f"autumn {year:04d}", winter)
    ]
    assert seasons[0].earliest() == datetime.date(year, 3, 1)
    for one, following in itertools.pairwise(seasons):
        last = one.latest()
        assert last is not None
        assert following.earliest() == last + ONE_DAY
    last = seasons[-1].latest()
    assert last is not None
    assert last + ONE_DAY == datetime.date(year + 1, 3, 1)


@given(make_dates())
def test_a_date_never_ends_before_it_begins(date: PartialDate) -> None:
    first, last = date.earliest(), date.latest()
    if date.is_known:
        assert first is not None
        assert last is not None
        assert first <= last
        # Being only about right does not change which days the words name.
        assert (last - first).days <= {DAY: 0, MONTH: 30, SEASON: 91, YEAR: 365}[date.precision]
    else:
        assert (first, last) == (None, None)


# --- refusing ------------------------------------------------------------------------------------

AMBIGUOUS = [
    "winter 2011",  # which of two winters?
    "winter 2010/12",
    "winter 2010/10",
    "winter 2010/2011",
    "winter 2010-11",
    "winter 10/11",
    "summer 2011/12",
    "autumn 2009/10",
    "05/08/2011",  # 5 August or 8 May?
    "2011/12",  # a financial year or December?
    "2010/11",
    "2010-2011",
    "2009-11-",
    "11-08-05",
    "5 August 2011",
    "Aug 2011",
    "August 2011",
    "2011-8",
    "2011-8-5",
    "2011-08-5",
    "20110805",
    "201108",
    "11",
    "2011-08-05T00:00:00",
    "2011-08-05 10:00",
    "2011-W31",
    "2011-Q3",
    "Q3 2011",
    "2011.5",
    "-2011",
    "+2011",
    "12011",
]
NO_SUCH_DAY = [
    "2011-13",
    "2011-00",
    "2011-02-30",
    "2011-02-29",
    "1900-02-29",
    "2011-04-31",
    "2011-08-00",
    "2011-08-32",
    "2011-13-01",
    "0000",
    "0000-01-01",
]
NOT_THE_NOTATION = [
    "",
    " ",
    "about",
    "about ",
    "about about 2011",
    "About 2011",
    "ABOUT 2011",
    "about  2011",
    "about2011",
    "c. 2011",
    "~2011",
    "2011?",
    "Summer 2011",
    "summer, 2011",
    "summer  2011",
    "fall 2011",
    "last summer",
    "harvest 2011",
    " 2011",
    "2011 ",
    "2011\n",
    "2011-08-05\n",
    "summer 2011\n",
    "unknown",
    "unknown:",
    "unknown: ",
    "unknown:\n",
    "Unknown: why",
    "unknown why",
    "about unknown: why",
    "not known: why",
    "n/a",
    "TBC",
]
OTHER_DIGITS = [
    "\uff12\uff10\uff11\uff11",  # full-width
    "\uff12\uff10\uff11\uff11-\uff10\uff18-\uff10\uff15",
    "summer \uff12\uff10\uff11\uff11",
    "winter 2010/\uff11\uff11",
    "\u0662\u0660\u0661\u0661",  # Arabic
    "201\u00b9",  # superscript
    "2011\u201308",  # a dash that is not a hyphen
    "2011\u221208",
    "summer\u00a02011",
    "2011\u200b",
]
HOW = (
    'write a day "2011-08-05", a month "2011-08", a season "summer 2011" or "winter 2010/11", '
    'a year "2011", any of them after "about ", or "unknown: " and why'
)


@pytest.mark.parametrize("written", [*AMBIGUOUS, *NO_SUCH_DAY, *NOT_THE_NOTATION, *OTHER_DIGITS])
def test_what_could_mean_two_things_or_nothing_is_refused_with_every_form_to_choose_from(
    written: str,
) -> None:
    with pytest.raises(InvalidError) as caught:
        PartialDate.parse(written)
    (fault,) = caught.value.faults
    assert fault.code == "bad-date"
    assert fault.mend == HOW
    shown = written.replace("\n", "<U+000A>").replace("\u200b", "<U+200B>")
    assert fault.found == f'found "{shown}"'


@pytest.mark.parametrize("written", ["spring 0000", "winter 0000/01", "winter 9999/00"])
def test_a_season_of_a_year_that_no_calendar_has_is_refused(written: str) -> None:
    with pytest.raises(InvalidError):
        PartialDate.parse(written)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2011, "2011"),
        (None, "None"),
        (b"2011", "b'2011'"),
        (["2011"], "['2011']"),
        (datetime.date(2011, 8, 5), "datetime.date(2011, 8, 5)"),
    ],
)
def test_what_is_not_text_is_refused_as_what_it_is(value: object, shown: str) -> None:
    with pytest.raises(InvalidError) as caught:
        PartialDate.parse(value)  # type: ignore[arg-type]  # that is the test
    (fault,) = caught.value.faults
    assert (fault.found, fault.mend, fault.code) == (f"found {shown}", HOW, "bad-date")


@given(st.text(st.sampled_from("0123456789-/ :abceghimnoprstuwy"), max_size=18))
def test_whatever_is_read_prints_back_as_it_was_written(written: str) -> None:
    try:
        date = PartialDate.parse(written)
    except InvalidError:
        return
    assert not written.startswith("unknown:")
    assert str(date) == written


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_and_nothing_else(written: str) -> None:
    try:
        date = PartialDate.parse(written)
    except InvalidError:
        return
    assert PartialDate.parse(str(date)) == date


@given(make_dates(), make_dates())
def test_two_dates_are_written_alike_only_if_they_are_the_same(
    one: PartialDate, other: PartialDate
) -> None:
    assume(one != other)
    assert str(one) != str(other)


# --- made from parts -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "parts",
    [
        {"precision": DAY, "year": 2011, "month": 8},
        {"precision": DAY, "month": 8, "day": 5},
        {"precision": DAY, "year": 2011, "month": 8, "day": 5, "season": Season.SUMMER},
        {"precision": DAY, "year": 2011, "month": 8, "day": 5, "reason": "who knows"},
        {"precision": MONTH, "year": 2011},
        {"precision": MONTH, "year": 2011, "month": 8, "day": 5},
        {"precision": SEASON, "year": 2011},
        {"precision": SEASON, "year": 2011, "season": Season.SUMMER, "month": 6},
        {"precision": YEAR},
        {"precision": YEAR, "year": 2011, "month": 8},
        {"precision": UNKNOWN},
        {"precision": UNKNOWN, "reason": "nobody asked", "year": 2011},
        {"precision": UNKNOWN, "reason": "nobody asked", "about": True},
    ],
)
def test_a_date_has_the_parts_of_its_precision_and_no_other(parts: dict[str, object]) -> None:
    with pytest.raises(InvalidError) as caught:
        PartialDate(**parts)  # type: ignore[arg-type]  # parts of every kind
    assert [fault.code for fault in caught.value.faults] == ["bad-date"]


def test_a_date_with_a_part_too_few_names_what_it_has_and_what_it_needs() -> None:
    (fault,) = refuse(PartialDate, precision=DAY, year=2011, month=8)
    assert fault.found == "a date known to the day has month, year"
    assert fault.mend == "give day, month, year and nothing else"


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        ({}, "reason"),
        ({"year": 2011}, "reason"),
        ({"reason": "nobody asked", "year": 2011}, "year"),
        ({"reason": "nobody asked", "about": True}, "about"),
    ],
)
def test_an_unknown_date_that_is_refused_reads_well_and_names_the_part_at_fault(
    parts: dict[str, object], named: str
) -> None:
    (fault,) = refuse(PartialDate, **({"precision": UNKNOWN, "year": None} | parts))
    assert fault.code == "bad-date"
    assert "known to the unknown" not in fault.found
    assert named in fault.found + fault.mend


@pytest.mark.parametrize(
    "parts",
    [
        {"precision": DAY, "month": 2, "day": 30},
        {"precision": DAY, "month": 2, "day": 29},
        {"precision": DAY, "month": 13, "day": 1},
        {"precision": DAY, "month": 4, "day": 31},
        {"precision": MONTH, "month": 13},
        {"precision": YEAR, "year": 10_000},
        {"precision": SEASON, "season": Season.WINTER, "year": 9999},
    ],
)
def test_a_day_that_no_calendar_has_is_refused(parts: dict[str, object]) -> None:
    assert [str(fault) for fault in refuse(PartialDate, **parts)] == [
        "there is no such day; check the day and the month [bad-date]"
    ]


@pytest.mark.parametrize("part", ["year", "month", "day"])
def test_there_is_no_year_month_or_day_nought(part: str) -> None:
    parts = {"precision": DAY, "year": 2011, "month": 8, "day": 5} | {part: 0}
    assert [str(fault) for fault in refuse(PartialDate, **parts)] == [
        f"{part}: found 0; write 1 or more [too-small]"
    ]


def test_a_reason_that_would_not_come_back_the_same_is_refused() -> None:
    (fault,) = refuse(PartialDate, precision=UNKNOWN, year=None, reason=" nobody asked")
    assert fault.found == "the reason begins or ends with a space"


def test_a_reason_must_be_one_that_every_file_can_hold() -> None:
    with pytest.raises(InvalidError) as caught:
        PartialDate.parse("unknown: a\x00b")
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        (("reason",), "unwritable-character")
    ]

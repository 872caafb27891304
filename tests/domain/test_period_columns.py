"""Columns of periods: decided as one, in any order, with every fault by its row."""

import datetime
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain import period_cells, period_columns
from obamodel.domain.periods import Frequency, Period, read_periods
from obamodel.errors import InvalidError
from tests.strategies import periods


def notations(column: Any, **given: Any) -> list[str]:
    return [period.notation for period in read_periods(column, **given)]


def faults(column: Any, **given: Any) -> list[str]:
    with pytest.raises(InvalidError) as caught:
        read_periods(column, **given)
    return [str(fault) for fault in caught.value.faults]


# --- what the others settle --------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "read"),
    [
        # Thirteen is no month, so that these are three years together.
        (["2009-11", "2010-12", "2011-13"], ["2009-2011", "2010-2012", "2011-2013"]),
        # Years together follow each other; those months would lie thirteen months apart.
        (["2009-11", "2010-12"], ["2009-2011", "2010-2012"]),
        (["2001-03", "2004-06", "2007-09"], ["2001-2003", "2004-2006", "2007-2009"]),
        # One month after the other.
        (["2009-10", "2009-11", "2009-12"], ["Oct 2009", "Nov 2009", "Dec 2009"]),
        (["2009-11", "2010-01"], ["Nov 2009", "Jan 2010"]),
        (["2009-11", "2010-11"], ["Nov 2009", "Nov 2010"]),
        # The fourteenth cannot be a month.
        (["w/e 07/01/2011", "w/e 14/01/2011"], ["w/e 2011-01-07", "w/e 2011-01-14"]),
        (["w/e 01/07/2011", "w/e 01/14/2011"], ["w/e 2011-01-07", "w/e 2011-01-14"]),
        # Weeks end on the same day of the week: the 7th and the 8th of one month cannot both.
        (["w/e 01/07/2011", "w/e 08/07/2011"], ["w/e 2011-07-01", "w/e 2011-07-08"]),
        (["w/e 07/01/2011", "w/e 07/08/2011"], ["w/e 2011-07-01", "w/e 2011-07-08"]),
        (["03/04/2011", "13/04/2011"], ["2011-04-03", "2011-04-13"]),
        (["04/03/2011", "04/13/2011"], ["2011-04-03", "2011-04-13"]),
        (["2011-04-03", "13/04/2011", "03/04/2011"], ["2011-04-03", "2011-04-13", "2011-04-03"]),
        (["2024Oct", "2025Oct"], ["2024/25 (from October)", "2025/26 (from October)"]),
        (["2024Oct", "2024Nov"], ["Oct 2024", "Nov 2024"]),
        (["2014/15", "FYE Mar 2016", "FY2016/17"], ["2014/15", "2015/16", "2016/17"]),
        (["04/04/2011"], ["2011-04-04"]),
    ],
)
def test_what_one_text_leaves_open_the_others_settle(column: list[str], read: list[str]) -> None:
    assert notations(column) == read
    # In whatever order they stand.
    assert notations(column[::-1]) == read[::-1]


@pytest.mark.parametrize(
    ("column", "mend"),
    [
        (["2014-15", "2015-16"], 'give calendar="financial" or pooled=2'),
        (["2009-10", "2010-11", "2011-12"], 'give calendar="financial" or pooled=2'),
        (["2009-11", "2009-11"], 'give frequency="month" or pooled=3'),
        (["2001-03", "2007-09"], 'give frequency="month" or pooled=3'),
        (["03/04/2011", "04/04/2011", "05/04/2011"], "write the days as 2011-01-07"),
        (["201415", "201516"], 'give calendar="financial" or calendar="academic"'),
    ],
)
def test_what_the_whole_column_leaves_open_is_asked_once(column: list[str], mend: str) -> None:
    (fault,) = faults(column)
    assert fault.startswith("[0]: found ")
    assert f"; {mend} [ambiguous-period]" in fault


def test_a_calendar_makes_a_column_of_years_plain() -> None:
    assert notations(["2009-10", "2010-11"], calendar="academic") == [
        "2009/10 (academic)",
        "2010/11 (academic)",
    ]
    assert notations(["2009-10", "2010-11"], pooled=2) == [
        "2009-2010 (pooled)",
        "2010-2011 (pooled)",
    ]


def test_months_stay_months_when_a_calendar_is_named_for_them() -> None:
    column = ["2009-10", "2009-11", "2009-12", "2010-01"]
    assert notations(column, calendar="financial")[0] == "Oct 2009"


@given(
    st.lists(st.sampled_from(["2009-11", "2010-12", "2011-13", "2012 - 14"]), min_size=1),
    st.randoms(),
)
def test_shuffling_a_column_changes_nothing_but_the_order(column: list[str], random: Any) -> None:
    order = list(range(len(column)))
    random.shuffle(order)
    shuffled = [column[at] for at in order]
    try:
        read = read_periods(column)
    except InvalidError:
        assert [fault.split("; ")[-1] for fault in faults(shuffled)] == [
            fault.split("; ")[-1] for fault in faults(column)
        ]
        return
    assert read_periods(shuffled) == tuple(read[at] for at in order)


@given(periods(), st.lists(st.integers(0, 20), min_size=1, max_size=8))
def test_a_column_as_files_keep_it_is_read_back_whatever_stands_in_it(
    first: Period, steps: list[int]
) -> None:
    column = [first.shift(step) for step in steps]
    assert list(read_periods([period.text for period in column])) == column
    assert list(read_periods([period.notation for period in column])) == column
    assert list(read_periods(column)) == column


# --- faults ------------------------------------------------------------------------------


def test_all_faults_are_named_at_once_each_with_its_row_and_how_often_it_stands_there() -> None:
    column = ["2014/15", "2014/16", "Nov-10", "", "2014/16", "2014/15", "2014/16", None]
    assert faults(column) == [
        (
            '[1]: found "2014/16": the second year does not follow the first (and in 2 more rows); '
            'write "2014/15", or for years taken together "2009-2011" or "2015/16 - 19/20" '
            "[bad-period]"
        ),
        (
            '[2]: found "Nov-10", which spreadsheets make of a typed "2010/11"; '
            'write "2010/11" for the year or "Nov 2010" for the month [spreadsheet-date]'
        ),
        "[3]: there is no period; write the period, or leave the row out [missing-period]",
        "[7]: there is no period; write the period, or leave the row out [missing-period]",
    ]


def test_periods_of_different_kinds_in_one_column_are_named_beside_what_most_are() -> None:
    column = ["2014/15", "2015/16", "2016", "2015/16 Q1", "2015/16"]
    assert faults(column) == [
        (
            '[2]: found "2016", a calendar year, where most others, such as "2014/15", are '
            "a financial year; give periods of one kind only, each kind in a column of its own "
            "[mixed-periods]"
        ),
        (
            '[3]: found "2015/16 Q1", a quarter of a financial year, where most others, such as '
            '"2014/15", are a financial year; give periods of one kind only, each kind in a column '
            "of its own [mixed-periods]"
        ),
    ]


def test_a_date_that_a_spreadsheet_made_among_financial_years_is_known_for_one() -> None:
    (fault,) = faults(["2008/09", "2009/10", datetime.date(2010, 11, 1)])
    assert 'write "2010/11" if a spreadsheet made a date of that [mixed-periods]' in fault


def test_weeks_that_end_on_different_days_are_different_kinds() -> None:
    (fault,) = faults(["w/e 2011-01-07", "w/e 2011-01-14", "w/e 2011-01-20"])
    assert fault.startswith('[2]: found "w/e 2011-01-20", a week that begins on a Friday')


def test_the_label_of_a_row_is_its_place_where_there_are_labels() -> None:
    column = pd.Series(["2014", "now"], index=["first", "second"])
    (fault,) = faults(column)
    assert fault.startswith('second: found "now", which is another time whenever it is read')
    (fault,) = faults(pd.Series(["2014", "now"], index=[7, 9]))
    assert fault.startswith("[9]: ")


@pytest.mark.parametrize("column", ["2014", b"2015", 2016, None, Period.parse("2014")])
def test_what_is_no_column_is_refused(column: object) -> None:
    (fault,) = faults(column)
    assert "give a list, or read one period with Period.parse [wrong-type]" in fault


def test_an_empty_column_has_no_periods() -> None:
    assert read_periods([]) == ()
    assert read_periods(pd.Series([], dtype=str)) == ()


# --- what a column can be ----------------------------------------------------------------


@pytest.mark.parametrize(
    "column",
    [
        ["2014", "2015"],
        ("2014", "2015"),
        [2014, 2015],
        (year for year in ("2014", "2015")),
        pd.Series(["2014", "2015"], index=[5, 6]),
        pd.Series([2014, 2015], dtype="Int64"),
        pd.Series(["2014", "2015"], dtype="category"),
        pd.Series(["2014", "2015"], dtype="string"),
        pd.Series(["2014", "2015"], dtype=object),
        pd.Index(["2014", "2015"]),
        pd.Index([2014, 2015]),
        pd.Index([2014, 2015]).to_numpy(),
        pd.period_range("2014", periods=2, freq="Y"),
        pd.Series(pd.period_range("2014", periods=2, freq="Y")),
        pd.date_range("2014-01-01", periods=2, freq="YS"),
        pd.date_range("2014-12-31", periods=2, freq="YE"),
        [Period.parse("2014"), "2015"],
    ],
)
def test_a_column_may_be_any_list_that_people_have(column: Any) -> None:
    assert notations(column) == ["2014", "2015"]


def test_dates_that_stand_for_longer_periods_need_to_say_how_long() -> None:
    days = [datetime.date(2014, 4, 1), datetime.date(2014, 7, 1)]
    assert notations(days) == ["2014-04-01", "2014-07-01"]
    assert notations(days, frequency="quarter") == ["2014 Q2", "2014 Q3"]
    assert notations(days, frequency="quarter", calendar="financial") == [
        "2014/15 Q1",
        "2014/15 Q2",
    ]
    stamps = pd.DatetimeIndex(["2014-04-01", "2014-07-01"])
    assert notations(stamps, frequency="month") == ["Apr 2014", "Jul 2014"]
    assert notations(pd.Series(stamps), frequency="month") == ["Apr 2014", "Jul 2014"]
    assert notations(stamps.to_numpy(), frequency="month") == ["Apr 2014", "Jul 2014"]


def test_an_index_of_dates_that_says_how_far_they_lie_apart_says_how_long_they_are() -> None:
    april = pd.date_range("2014-04-01", periods=2, freq="YS-APR")
    assert notations(april) == ["2014/15", "2015/16"]
    assert notations(pd.date_range("2014-04-01", periods=2, freq="QS")) == ["2014 Q2", "2014 Q3"]
    assert notations(pd.date_range("2014-04-30", periods=2, freq="ME")) == ["Apr 2014", "May 2014"]
    assert notations(pd.date_range("2011-01-07", periods=2, freq="W-FRI")) == [
        "w/e 2011-01-07",
        "w/e 2011-01-14",
    ]
    assert read_periods(pd.date_range("2014-04-01", periods=2, freq="D"))[0].frequency is (
        Frequency.DAY
    )


def test_each_distinct_value_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def count(value: object, hints: Any) -> Any:
        read.append(value)
        return period_cells.read_cell(value, hints)

    monkeypatch.setattr(period_columns, "read_cell", count)
    column = ["2014/15", "2015/16"] * 5000
    for kept in (column, pd.Series(column), pd.Series(column, dtype="category")):
        read.clear()
        assert len(read_periods(kept)) == 10_000
        assert sorted(map(str, read)) == ["2014/15", "2015/16"]


def test_of_very_many_values_that_are_no_period_a_thousand_are_told_and_that_there_are_more() -> (
    None
):
    with pytest.raises(InvalidError) as caught:
        read_periods([f"q{number}" for number in range(5_000)])
    *told, last = caught.value.faults
    assert len(told) == 1_001
    assert (last.code, last.path) == ("more-problems", (1_000,))


# --- word for word: what somebody is told -------------------------------------------------


def test_each_hint_that_is_none_is_told_with_all_that_could_stand_there() -> None:
    with pytest.raises(InvalidError) as caught:
        read_periods(["2014"], frequency="yearly", pooled=0)
    assert caught.value.what == "periods"
    frequencies = ", ".join(Frequency)
    assert [str(fault) for fault in caught.value.faults] == [
        f'frequency: found "yearly"; choose one of: {frequencies} [unknown-choice]',
        (
            "pooled: found 0; write how many years are taken together, or 1 for single years "
            "[bad-number]"
        ),
    ]


@pytest.mark.parametrize(
    "column",
    ["2014", b"2014", Period.parse("2014"), 2014],
    ids=["text", "bytes", "period", "number"],
)
def test_one_period_is_no_column(column: Any) -> None:
    with pytest.raises(InvalidError) as caught:
        read_periods(column)
    (fault,) = caught.value.faults
    assert (caught.value.what, fault.code) == ("periods", "wrong-type")
    assert fault.found.startswith("found ")
    assert fault.mend == "give a list, or read one period with Period.parse"


def test_a_doubt_names_both_meanings_and_whether_others_could_have_settled_it() -> None:
    alone = faults(["2014-15"])
    assert alone == [
        (
            '[0]: found "2014-15", which can be 2014/15 (a financial year) or '
            "2014 to 2015 (2 calendar years together); "
            'give calendar="financial" or pooled=2 [ambiguous-period]'
        )
    ]
    (beside,) = faults(["2014-15", "2015-16", "2015-16"])
    assert "together), and the others do not settle it; give " in beside


@pytest.mark.parametrize(
    ("rows", "told"), [(1, ""), (2, " (and in 1 more row)"), (3, " (and in 2 more rows)")]
)
def test_a_fault_says_in_how_many_more_rows_it_is(rows: int, told: str) -> None:
    (fault,) = faults(["2014", *["some time"] * rows])
    assert fault.startswith(f'[1]: found "some time"{told}; ')

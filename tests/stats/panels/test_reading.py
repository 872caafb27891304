"""Whether columns that cannot be read are refused, each by its name and rows."""

import numpy as np
import pandas as pd
import pytest

from obamodel.errors import InvalidError
from obamodel.stats.panels import assess_panel
from tests.stats.panels.building import FIRST, make_frame, make_values

ASK = 'write a year "2014", "2014/15" or "FYE Mar 2015", a quarter'


@pytest.fixture
def frame() -> pd.DataFrame:
    return make_frame(make_values(3, 16))


def refuse(frame: pd.DataFrame, **about: object) -> str:
    how = {"starts": FIRST + 10, "high_is_good": True} | about
    with pytest.raises(InvalidError) as caught:
        assess_panel(frame, **how)  # type: ignore[arg-type]  # wrong on purpose
    return str(caught.value)


def test_columns_that_are_not_there_are_named_with_those_that_are(frame: pd.DataFrame) -> None:
    assert refuse(frame.rename(columns={"series": "s", "period": "p"})) == (
        "assess_panel: 2 problems to mend\n"
        '  there is no column "series"; the columns are: s, p, value [missing]\n'
        '  there is no column "period"; the columns are: s, p, value [missing]'
    )


def test_a_column_that_is_there_twice_is_not_chosen_from(frame: pd.DataFrame) -> None:
    assert refuse(pd.concat([frame, frame[["value"]]], axis=1)) == (
        "assess_panel: 1 problem to mend\n"
        '  there are two columns "value"; keep one of them [written-twice]'
    )


def test_a_column_cannot_stand_for_two_things(frame: pd.DataFrame) -> None:
    assert refuse(frame, by=["series", "period"]) == (
        "assess_panel: 1 problem to mend\n"
        '  the column "period" is given for two things; give by, period and value a column each '
        "[named-twice]"
    )


def test_some_column_must_name_the_series(frame: pd.DataFrame) -> None:
    assert refuse(frame, by=[]) == (
        "assess_panel: 1 problem to mend\n"
        "  by: no column names the series; give one or more [missing]"
    )


def test_a_column_of_names_cannot_have_the_name_of_a_column_of_the_answer(
    frame: pd.DataFrame,
) -> None:
    other = frame.rename(columns={"series": "verdict"})
    assert refuse(other, by="verdict") == (
        "assess_panel: 1 problem to mend\n"
        '  by: the answer has a column "verdict" itself; name the column of the series otherwise '
        "[taken]"
    )
    # Only where the answer has it.
    named = frame.rename(columns={"series": "centre"})
    assess_panel(named, by="centre", starts=FIRST + 10, high_is_good=True)
    assert "[taken]" in refuse(named, by="centre", variation=True)


@pytest.mark.parametrize(
    ("values", "told"),
    [("12", 'such as "12"'), (True, "such as True"), (1j, "such as 1j")],
)
def test_values_that_are_no_numbers_are_not_made_into_some(
    frame: pd.DataFrame, values: str | complex, told: str
) -> None:
    assert refuse(frame.assign(value=values)) == (
        "assess_panel: 1 problem to mend\n"
        f"  value: the values are not numbers, {told}; make them numbers first, with NaN where "
        "there is no value [wrong-type]"
    )


def test_numbers_in_a_column_of_things_are_asked_to_be_made_numbers(frame: pd.DataFrame) -> None:
    assert "value: the values are not numbers, but object;" in refuse(
        frame.astype({"value": object})
    )


@pytest.mark.parametrize("wrong", [np.inf, -np.inf, 1e200])
def test_infinite_and_absurd_values_are_named_by_their_rows(
    frame: pd.DataFrame, wrong: float
) -> None:
    one = frame.assign(value=frame["value"].where(frame.index != 7, wrong))
    assert refuse(one) == (
        "assess_panel: 1 problem to mend\n"
        "  value: a value that is infinite, or as good as that, stands in row 7; write an ordinary "
        "number, or NaN where there is no value [not-finite]"
    )
    many = frame.assign(value=frame["value"].where(frame.index % 5 > 0, wrong))
    assert "stands in rows 0, 5, 10, 15, 20 and 5 more;" in refuse(many)


def test_rows_without_a_name_or_a_period_are_named_all_at_once(frame: pd.DataFrame) -> None:
    wrong = frame.assign(
        value="many",
        series=frame["series"].where(frame.index != 5),
        period=frame["period"].astype("Int64").where(~frame.index.isin([2, 9])),
    )
    assert refuse(wrong) == (
        "assess_panel: 3 problems to mend\n"
        '  value: the values are not numbers, such as "many"; make them numbers first, with NaN '
        "where there is no value [wrong-type]\n"
        "  series: no series is named in row 5; write it in every row [missing]\n"
        "  period: no period is given in rows 2, 9; write it in every row [missing]"
    )


@pytest.mark.parametrize("row", [0, 1, 30, 47])
@pytest.mark.parametrize("kind", ["its own", "category", "object", "string", "string[python]"])
def test_a_missing_name_is_seen_wherever_it_stands(
    frame: pd.DataFrame, kind: str, row: int
) -> None:
    wrong = frame.assign(series=frame["series"].where(frame.index != row))
    if kind != "its own":
        wrong = wrong.astype({"series": kind})
    assert f"no series is named in row {row};" in refuse(wrong)


def test_a_period_that_cannot_be_read_is_named_by_the_row_it_first_stands_in(
    frame: pd.DataFrame,
) -> None:
    years = frame["period"].astype(str)
    named = frame.assign(period=years.where(~frame.index.isin([7, 9]), "soon"))
    named.index = pd.Index([f"row {place}" for place in range(len(named))])
    assert f'\n  period.row 7: found "soon"; {ASK}' in refuse(named)
    mixed = frame.assign(period=years.where(frame.index != 7, "2010 Q1"))
    assert '\n  period[7]: found "2010 Q1", a quarter of a calendar year, where most' in refuse(
        mixed
    )


def test_years_that_became_decimals_are_not_guessed_at(frame: pd.DataFrame) -> None:
    told = refuse(frame.astype({"period": float}))
    assert told.startswith(
        "assess_panel: 16 problems to mend\n"
        "  period[0]: found 1990.0; write the year as a whole number, 1990 [bad-period]\n"
    )


@pytest.mark.parametrize("kind", ["int16", "uint16", "uint64", "Int32"])
def test_years_are_years_in_whatever_type_of_whole_numbers(kind: str, frame: pd.DataFrame) -> None:
    shuffled = frame.sample(frac=1, random_state=3).astype({"period": "int64"})
    one, other = (
        assess_panel(each, starts=FIRST + 10, high_is_good=True)
        for each in (shuffled, shuffled.astype({"period": kind}))
    )
    pd.testing.assert_frame_equal(one, other)


def test_a_year_far_off_is_most_likely_a_slip(frame: pd.DataFrame) -> None:
    days = frame.assign(period=[f"2019-01-{place % 16 + 1:02d}" for place in range(48)])
    days.loc[3, "period"] = "1819-01-04"
    assert refuse(days, starts="2019-01-10") == (
        "assess_panel: 1 problem to mend\n"
        "  period: it is 73062 periods from 1819-01-04 to 2019-01-16; check the first and the "
        "last; 20000 is the most [too-long]"
    )


def test_of_very_many_faults_a_thousand_are_listed_and_the_others_counted() -> None:
    frame = make_frame(make_values(1200, 6))
    twice = pd.concat([frame, frame[frame["period"] == FIRST]])
    with pytest.raises(InvalidError) as caught:
        assess_panel(twice, starts=FIRST + 4, high_is_good=True)
    faults = caught.value.faults
    assert len(faults) == 1001
    assert faults[-1].found == "200 more are like these"

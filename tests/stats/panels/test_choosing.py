"""Whether what is said of each series is found, and what is not said or wrongly said is refused."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from obamodel.domain.periods import Period
from obamodel.errors import InvalidError
from obamodel.stats.panels import assess_panel
from tests.stats.panels.building import FIRST, make_frame, make_values, name

STARTS = {name(0): FIRST + 9, name(1): FIRST + 10, name(2): FIRST + 11}


@pytest.fixture
def frame() -> pd.DataFrame:
    return make_frame(make_values(3, 16))


def refuse(frame: pd.DataFrame, **about: object) -> str:
    how = {"starts": FIRST + 10, "high_is_good": True} | about
    with pytest.raises(InvalidError) as caught:
        assess_panel(frame, **how)  # type: ignore[arg-type]  # wrong on purpose
    return str(caught.value)


@pytest.mark.parametrize("order", ["as it is", "shuffled"])
@pytest.mark.parametrize("kind", ["int64", "Int64", "str", "category", "object", "dates"])
def test_starts_may_be_said_by_a_mapping_a_series_or_a_column(
    frame: pd.DataFrame, kind: str, order: str
) -> None:
    wanted = assess_panel(frame, starts=STARTS, high_is_good=True)
    assert wanted["points_before"].tolist() == [9, 10, 11]
    said = frame["series"].map(STARTS)
    if kind == "dates":
        column: Any = pd.to_datetime(said.astype(str))
        frame = frame.assign(period=pd.to_datetime(frame["period"].astype(str)))
        how: dict[str, Any] = {"frequency": "year"}
    else:
        column, how = said.astype(kind), {}  # type: ignore[call-overload]  # one of many kinds
    frame = frame.assign(start=column)
    if order == "shuffled":
        frame = frame.sample(frac=1, random_state=1)
    found = assess_panel(frame, starts="start", high_is_good=True, **how)
    pd.testing.assert_frame_equal(found, wanted, check_exact=True)


def test_starts_may_be_texts_or_periods_and_stand_in_a_pandas_series(frame: pd.DataFrame) -> None:
    wanted = assess_panel(frame, starts=STARTS, high_is_good=True)
    for starts in (
        pd.Series(STARTS),
        {key: str(start) for key, start in STARTS.items()},
        {key: Period.parse(str(start)) for key, start in STARTS.items()},
    ):
        found = assess_panel(frame, starts=starts, high_is_good=True)
        pd.testing.assert_frame_equal(found, wanted, check_exact=True)


def test_where_two_columns_name_a_series_a_mapping_has_pairs(frame: pd.DataFrame) -> None:
    two = frame.assign(town=frame["series"].str[-1], sex="f")
    starts = {(key[-1], "f"): start for key, start in STARTS.items()}
    for said in (starts, pd.Series(starts)):
        found = assess_panel(two, by=["town", "sex"], starts=said, high_is_good=True)
        assert found["points_before"].tolist() == [9, 10, 11]


@pytest.mark.parametrize("order", ["as it is", "shuffled"])
@pytest.mark.parametrize("kind", ["bool", "boolean", "object", "category"])
def test_whether_high_is_good_may_be_said_of_each(
    frame: pd.DataFrame, kind: str, order: str
) -> None:
    said = {name(0): True, name(1): False, name(2): True}
    frame = frame.assign(good=frame["series"].map(said).astype(kind))  # type: ignore[call-overload]  # any of them
    if order == "shuffled":
        frame = frame.sample(frac=1, random_state=1)
    high, low = (
        assess_panel(frame, starts=FIRST + 10, high_is_good=good)["departure"]
        for good in (True, False)
    )
    assert high.tolist() == (-low).tolist()
    for chosen in (said, "good"):
        found = assess_panel(frame, starts=FIRST + 10, high_is_good=chosen)
        assert found["departure"].tolist() == [high[0], low[1], high[2]]


def test_series_of_which_nothing_is_said_are_named(frame: pd.DataFrame) -> None:
    assert refuse(frame, starts={name(1): 2000}, high_is_good={name(0): True}) == (
        "assess_panel: 4 problems to mend\n"
        "  starts: nothing is said of area 0000; say it for each series [missing]\n"
        "  starts: nothing is said of area 0002; say it for each series [missing]\n"
        "  high_is_good: nothing is said of area 0001; say it for each series [missing]\n"
        "  high_is_good: nothing is said of area 0002; say it for each series [missing]"
    )


def test_a_start_and_a_direction_must_be_said(frame: pd.DataFrame) -> None:
    assert refuse(frame, starts=None, high_is_good=None) == (
        "assess_panel: 2 problems to mend\n"
        "  starts: nothing says when it starts; write a period, a mapping or a column [missing]\n"
        "  high_is_good: nothing says whether high is good; write True or False, a mapping or a "
        "column [missing]"
    )
    column = frame.assign(start=frame["series"].map(STARTS | {name(1): np.nan}).astype("Int64"))
    assert "  starts: found None for area 0001; say it for each series" in refuse(
        column, starts="start"
    )


@pytest.mark.parametrize("order", ["as it is", "shuffled"])
@pytest.mark.parametrize("kind", ["int64", "float64", "str"])
def test_a_column_that_says_two_things_of_a_series_is_refused(
    frame: pd.DataFrame, kind: str, order: str
) -> None:
    said = pd.Series(np.where(frame.index % 16 < 5, 7, 8)).where(frame["series"] != name(1), 9)
    frame = frame.assign(least=said.astype(kind))  # type: ignore[call-overload]  # any of them
    if order == "shuffled":
        frame = frame.sample(frac=1, random_state=1)
    assert refuse(frame, worthwhile="least") == (
        "assess_panel: 2 problems to mend\n"
        '  worthwhile: area 0000 has 2 different values in the column "least"; write the same in '
        "every row of a series [two-things-said]\n"
        '  worthwhile: area 0002 has 2 different values in the column "least"; write the same in '
        "every row of a series [two-things-said]"
    )


def test_a_column_that_says_nothing_in_every_row_of_a_series_says_one_thing(
    frame: pd.DataFrame,
) -> None:
    least = frame["series"].map({name(0): 3.0, name(1): np.nan, name(2): 1.0})
    found = assess_panel(
        frame.assign(least=least), starts=FIRST + 10, high_is_good=True, worthwhile="least"
    )
    assert len(found) == 3
    half = least.where(frame.index != 3)
    assert "area 0000 has 2 different values" in refuse(
        frame.assign(least=half), worthwhile="least"
    )


def test_texts_are_not_taken_for_true_or_false_and_what_is_no_size_is_named(
    frame: pd.DataFrame,
) -> None:
    wrong = frame.assign(good="low")
    sizes = {name(0): "much", name(1): 0, name(2): 1}
    assert refuse(wrong, high_is_good="good", worthwhile=sizes, sampling_variance=-1) == (
        "assess_panel: 6 problems to mend\n"
        '  high_is_good: found "low" for area 0000; write True or False [wrong-type]\n'
        '  high_is_good: found "low" for area 0001; write True or False [wrong-type]\n'
        '  high_is_good: found "low" for area 0002; write True or False [wrong-type]\n'
        '  worthwhile: found "much" for area 0000; write a number above 0 [too-small]\n'
        "  worthwhile: found 0 for area 0001; write a number above 0 [too-small]\n"
        "  sampling_variance: found -1; write a number above 0 [too-small]"
    )
    assert refuse(frame, high_is_good=1).endswith("found 1; write True or False [wrong-type]")


def test_a_column_that_is_not_there_is_named_with_those_that_are(frame: pd.DataFrame) -> None:
    assert refuse(frame, high_is_good="good", family="outcome") == (
        "assess_panel: 2 problems to mend\n"
        '  high_is_good: there is no column "good"; the columns are: series, period, value '
        "[missing]\n"
        '  family: there is no column "outcome"; the columns are: series, period, value [missing]'
    )


def test_a_start_that_cannot_be_read_may_have_been_meant_as_a_column(frame: pd.DataFrame) -> None:
    told = refuse(frame, starts="begin", ended="end")
    assert told.startswith('assess_panel: 2 problems to mend\n  starts: found "begin"; write a')
    assert "; or name a column that says it [bad-period]\n  ended: found" in told


@pytest.mark.parametrize("start", ["2000 Q1", "2000/01", Period.parse("Jan 2000")])
def test_a_start_of_another_kind_than_the_periods_is_refused(
    frame: pd.DataFrame, start: object
) -> None:
    assert refuse(frame, starts=start) == (
        "assess_panel: 1 problem to mend\n"
        f"  starts: {start} is not a period like those of the frame, such as 1990; write it as "
        "they are written there [other-periods]"
    )


def test_a_start_between_two_pooled_periods_is_refused(frame: pd.DataFrame) -> None:
    years = [f"{1960 + 3 * place}-{1962 + 3 * place}" for place in frame["period"] - FIRST]
    told = refuse(frame.assign(period=years), starts="1991-1993")
    assert "starts: 1991-1993 is not a period like those of the frame, such as 1960-1962" in told


def test_every_series_must_have_a_family_where_there_are_families(frame: pd.DataFrame) -> None:
    families = {name(0): "crime", name(1): None, name(2): "crime"}
    assert refuse(frame, family=families) == (
        "assess_panel: 1 problem to mend\n"
        "  family: found None for area 0001; name the family of each series [missing]"
    )

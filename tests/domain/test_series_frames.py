"""Long frames: read whole, with every fault by the label of its row and its column."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from obamodel.domain.series import Flag, Polarity, Series, SeriesKind
from obamodel.errors import InvalidError

ABOUT: dict[str, Any] = {
    "id": "cautioned",
    "name": "Children cautioned",
    "kind": SeriesKind.COUNT,
    "unit": "children",
    "polarity": Polarity.LOW,
}


def faults(frame: pd.DataFrame, **given: Any) -> list[str]:
    with pytest.raises(InvalidError) as caught:
        Series.from_frame(frame, **{**ABOUT, **given})
    return [str(fault) for fault in caught.value.faults]


def test_rows_may_stand_in_any_order_under_any_names() -> None:
    frame = pd.DataFrame({"Time period": ["2015/16", "2014/15"], "Value": [5, 6], "Area": "Bury"})
    series = Series.from_frame(frame, columns={"period": "Time period", "value": "Value"}, **ABOUT)
    assert series.values == (6, 5)
    assert type(series.values[0]) is int


def test_marks_and_reasons_are_read_where_there_are_any() -> None:
    frame = pd.DataFrame(
        {
            "period": ["2014", "2015", "2016"],
            "value": [5.0, np.nan, 7.0],
            "flags": ["provisional, break", None, ""],
            "note": ["counted by hand", None, np.nan],
            "missing": [None, "nobody counted", None],
        }
    )
    first, second, third = Series.from_frame(frame, **ABOUT).observations
    assert (first.flags, first.note) == ((Flag.PROVISIONAL, Flag.BREAK), "counted by hand")
    assert (second.value, second.missing) == (None, "nobody counted")
    assert (third.flags, third.note, third.missing) == ((), "", "")


def test_every_fault_is_named_at_once_by_the_label_of_its_row_and_its_column() -> None:
    frame = pd.DataFrame(
        {
            "when": ["2014/15", "2014/16", "2014/15", "2016/17", "2017/18", "2018/19"],
            "n": [5, 6, 7, "*", float("inf"), None],
            "flags": ["", "", "", "doubtful", "", ""],
        },
        index=["a", "b", "c", "d", "e", "f"],
    )
    assert faults(frame, columns={"period": "when", "value": "n"}) == [
        (
            'b.when: found "2014/16": the second year does not follow the first; write "2014/15", '
            'or for years taken together "2009-2011" or "2015/16 - 19/20" [bad-period]'
        ),
        'd.n: found "*"; write a number, or leave it empty and say why under missing [wrong-type]',
        (
            'd.flags[0]: found "doubtful"; '
            "choose one of: estimated, provisional, revised, break [unknown-choice]"
        ),
        "e.n: found inf; write an ordinary number [not-finite]",
        (
            "f.n: there is no value, and nothing says why; write the value, or under missing the "
            "reason; an empty place is not zero [number-missing]"
        ),
    ]


def test_rows_of_one_period_are_refused_with_both_labels_and_never_averaged() -> None:
    frame = pd.DataFrame({"period": ["2014/15", "2015/16", "2014/15"], "value": [5, 6, 5]})
    frame.index = pd.Index([10, 20, 30])
    assert faults(frame) == [
        (
            "[30].period: 2014/15 is already at [10]; keep the one that is right, or say with `by` "
            "which series each belongs to; they are never added or averaged [duplicate-period]"
        )
    ]


def test_what_is_wrong_with_the_series_as_a_whole_is_named_by_row_as_well() -> None:
    frame = pd.DataFrame({"period": ["2015", "2014"], "value": [5.5, -1]}, index=["x", "y"])
    assert faults(frame) == [
        "y.value: found -1; a count is 0 or more [negative]",
        (
            "x.value: found 5.5; write a whole number, or choose the kind mean, rate or score "
            "[not-whole]"
        ),
    ]


@pytest.mark.parametrize(
    ("columns", "given", "says"),
    [
        (["year", "value"], {}, 'there is no column "period"; choose one of: year, value'),
        (["periods", "value"], {}, 'there is no column "period"; did you mean "periods"?'),
        (["period", "value"], {"by": "area"}, 'there is no column "area"'),
        (["period", "value"], {"columns": {"val": "value"}}, 'did you mean "value"?'),
        (["period", "value"], {"columns": {"upper": "ucl"}}, 'there is no column "ucl"'),
        (["period", "value", "value"], {"columns": {"value": "value"}}, "2 columns are called"),
    ],
)
def test_a_column_that_is_not_there_is_named_with_the_nearest(
    columns: list[str], given: dict[str, Any], says: str
) -> None:
    frame = pd.DataFrame([["2014"] * len(columns)], columns=columns)
    assert any(says in fault for fault in faults(frame, **given))


# --- many series -------------------------------------------------------------------------


@pytest.fixture
def panel() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "area": ["Bury", "Trafford", "Bury", "Trafford"],
            "sex": ["all", "all", "all", "girls"],
            "period": ["2014/15", "2014/15", "2013/14", "2014/15"],
            "value": [60, 54, 58, 9],
        }
    )


def test_one_series_is_made_for_each_key(panel: pd.DataFrame) -> None:
    made = Series.from_frame(panel, by=["area", "sex"], **ABOUT)
    assert list(made) == [("Bury", "all"), ("Trafford", "all"), ("Trafford", "girls")]
    bury = made["Bury", "all"]
    assert (bury.id, bury.name) == ("cautioned-bury-all", "Children cautioned: Bury all")
    assert bury.values == (58, 60)


def test_keys_that_leave_rows_of_one_period_together_are_refused(panel: pd.DataFrame) -> None:
    (fault,) = faults(panel, by="area")
    assert fault.startswith("[3].period: 2014/15 is already at [1]; keep the one that is right")


def test_categories_and_numbers_are_keys_as_well(panel: pd.DataFrame) -> None:
    panel["area"] = panel["area"].astype("category")
    made = Series.from_frame(panel[panel["sex"] == "all"], by="area", **ABOUT)
    assert list(made) == ["Bury", "Trafford"]
    panel["area"] = [1, 2, 1, 3]
    assert list(Series.from_frame(panel, by="area", **ABOUT)) == [1, 2, 3]


def test_a_row_that_belongs_to_no_series_is_refused(panel: pd.DataFrame) -> None:
    panel["area"] = ["Bury", None, "Bury", np.nan]
    assert [fault.split(";")[0] for fault in faults(panel, by="area")] == [
        "[1].area: it is empty",
        "[3].area: it is empty",
    ]


def test_names_that_come_to_the_same_are_refused() -> None:
    frame = pd.DataFrame({"area": ["St. Ives", "St Ives"], "period": "2014", "value": 5})
    (fault,) = faults(frame, by="area")
    assert "both come to cautioned-st-ives; give them names that differ more" in fault


def test_faults_of_several_series_are_named_at_once_with_what_is_wrong_for_all(
    panel: pd.DataFrame,
) -> None:
    panel["value"] = [60.5, 54, 58, -9]
    found = faults(panel, by=["area", "sex"], unit=" ", polarity="low is good")
    assert [fault.partition(":")[0] for fault in found][:2] == ["unit", "polarity"]
    found = faults(panel, by=["area", "sex"])
    assert [fault.partition(":")[0] for fault in found] == ["[0].value", "[3].value"]


def test_what_is_wrong_with_one_series_names_it() -> None:
    frame = pd.DataFrame({"area": ["A", "A", "B"], "period": [2014, 2015, 2014]})
    frame["value"] = [0.2, 0.3, 20]
    share = {"kind": SeriesKind.SHARE, "per": 100, "unit": "%"}
    (fault,) = faults(frame, by="area", **share)
    assert fault.startswith("A.per: no value is above 1, the largest is 0.3")


def test_one_column_of_periods_is_decided_for_all_series_together() -> None:
    frame = pd.DataFrame(
        {"area": ["A", "A", "B"], "period": ["2009-11", "2010-12", "2011-13"], "value": [5, 6, 7]}
    )
    made = Series.from_frame(frame, by="area", **ABOUT)
    assert made["A"].years == made["B"].years == 3

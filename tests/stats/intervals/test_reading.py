"""Whether what is given is read as it is meant, and refused with everything wrong at once."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from obamodel.errors import InvalidError
from obamodel.stats.intervals.reading import Reader, add_up_rows, say_shape


@pytest.mark.parametrize("given", [3, 3.0, [3], (3,), np.array([3]), pd.Series([3]), np.int64(3)])
def test_one_number_is_read_as_a_row_of_one(given: Any) -> None:
    reader = Reader("a question")
    assert reader.row(given, "counts").tolist() == [3.0]
    reader.finish()


def test_whole_numbers_of_pandas_with_one_missing_are_read_and_the_missing_one_is_named() -> None:
    reader = Reader("a question")
    read = reader.row(pd.Series([3, None]), "counts")
    reader.whole(read, "counts")
    with pytest.raises(InvalidError, match=r"counts\[1\]: there is no number; leave it out"):
        reader.finish()


@pytest.mark.parametrize("given", ["3", [True, False], {"a": 3}, [1, "b"], [1 + 2j]])
def test_what_is_not_numbers_is_refused(given: Any) -> None:
    reader = Reader("a question")
    reader.row(given, "counts")
    assert [fault.code for fault in reader.faults] == ["wrong-type"]


def test_an_array_of_other_dimensions_is_refused() -> None:
    reader = Reader("a question")
    reader.row([[1, 2], [3, 4]], "counts")
    reader.table([[[1]]], "populations")
    assert [str(fault) for fault in reader.faults] == [
        "counts: it is an array of 2 dimensions; one number for each [wrong-shape]",
        "populations: it is an array of 3 dimensions; one row of numbers for each [wrong-shape]",
    ]


def test_rows_of_different_length_are_no_table() -> None:
    reader = Reader("a question")
    reader.table([[1, 2], [3]], "counts")
    assert "each row as long as the others" in str(reader.faults[0])


def test_nothing_at_all_is_refused() -> None:
    reader = Reader("a question")
    reader.row([], "counts")
    assert [fault.code for fault in reader.faults] == ["nothing-given"]


def test_a_place_is_told_by_its_name_and_what_has_none_by_its_number() -> None:
    reader = Reader("a question", ["Essex"])
    assert reader.at("counts", 0, 2) == ("counts", "Essex", 2)
    assert reader.at("counts", 1) == ("counts", 1)
    assert reader.at("standard", 0, named=False) == ("standard", 0)


def test_names_are_text_and_each_is_given_once() -> None:
    names: Any = ["Essex", 7, "Essex"]
    reader = Reader("a question", names)
    assert [str(fault) for fault in reader.faults] == [
        "names[1]: found 7; write each name as text [wrong-type]",
        'names[2]: "Essex" is already at names[0]; give each a name of its own [named-twice]',
    ]


def test_one_name_may_be_given_as_text() -> None:
    assert Reader("a question", "Essex").names == ("Essex",)


@pytest.mark.parametrize("given", [0, 1, -0.5, 95, float("nan"), True, "0.95", None])
def test_confidence_is_a_share_between_none_and_all(given: Any) -> None:
    reader = Reader("a question")
    reader.confidence(given)
    with pytest.raises(InvalidError, match="give a share between 0 and 1"):
        reader.finish()


def test_whole_numbers_and_units_are_read_or_refused() -> None:
    reader = Reader("a question")
    assert reader.integer(np.int64(4), "number", at_least=2) == 4
    assert reader.number(100, "per", "say what per") == 100.0
    reader.integer(1, "number", at_least=2)
    reader.integer(2.0, "number", at_least=2)
    reader.number(float("inf"), "per", "say what per")
    assert [fault.code for fault in reader.faults] == ["too-small", "wrong-type", "out-of-range"]


def test_rows_are_added_up_exactly() -> None:
    assert add_up_rows(np.array([[1e16, 1.0, -1e16], [0.1, 0.2, 0.3]])).tolist() == [1.0, 0.6]
    assert say_shape((2, 3)) == "2 x 3"

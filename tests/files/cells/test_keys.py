"""A name is read as it stands, unless a spreadsheet or a slip has made something else of it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import Fault
from obamodel.files.cells import are_usual, find_lost_zeros, read_key

ANY = st.text(max_size=12) | st.sampled_from(["05-Sep", "Sep-05", "1E+5", "a\nb", "#REF!", "a  b"])


@given(st.lists(ANY | st.floats() | st.booleans() | st.none(), max_size=4))
def test_names_that_are_passed_over_together_are_such_as_would_be_kept_one_by_one(
    cells: list[str],
) -> None:
    if are_usual(cells):
        assert [read_key(cell) for cell in cells] == cells


@pytest.mark.parametrize("name", ["E06000001", "Barking and Dagenham", "a_b-c.d", "2014", "May"])
def test_codes_and_plain_words_are_passed_over_together(name: str) -> None:
    assert are_usual([name])


@pytest.mark.parametrize(
    "name", ["05-Sep", "May-01", "a\nb", " a", "a ", "St. Ives", "", "x" * 301]
)
def test_what_has_to_be_looked_at_is_looked_at(name: str) -> None:
    assert not are_usual([name])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("", "missing-key"),
        ("   ", "missing-key"),
        ("05-Sep", "spreadsheet-date"),
        ("1.23E+05", "written-in-short"),
        (1.5e15, "written-in-short"),
        (datetime.date(2026, 5, 1), "spreadsheet-date"),
        ("#REF!", "spreadsheet-error"),
        ("#GETTING_DATA", "not-worked-out"),
        ("a\u202eb", "hidden-character"),
        ("x" * 301, "too-large"),
    ],
)
def test_a_name_that_may_have_been_another_is_refused(cell: object, code: str) -> None:
    told = read_key(cell)  # type: ignore[arg-type]  # what people give is what is tested
    assert isinstance(told, Fault)
    assert told.code == code


def test_spaces_around_a_name_and_two_between_words_are_nothing() -> None:
    assert read_key("  North   Essex ") == "North Essex"
    assert read_key(123.0) == "123"


def test_zeros_in_front_are_missed_where_they_may_have_been_lost() -> None:
    assert [one.code for one in find_lost_zeros(["00123", "456"], "school")] == ["mixed-zeros"]
    assert [one.code for one in find_lost_zeros(["123", "4567"], "school")] == ["zeros-lost"]
    assert list(find_lost_zeros(["123", "456"], "school")) == []
    assert list(find_lost_zeros(["1", "12", "123"], "ward")) == []
    assert list(find_lost_zeros(["123", "N"], "school")) == []

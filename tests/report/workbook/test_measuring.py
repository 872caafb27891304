"""Is there room for the words?"""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from obamodel.report.workbook.cells import Cell, Number, Shorthand
from obamodel.report.workbook.measuring import choose_sides, find_height, find_width


@given(st.text(alphabet="abc ", max_size=400))
def test_a_row_is_high_enough_for_its_words_and_no_line_higher(text: str) -> None:
    lines = max(len(textwrap.wrap(text, 44)), 1)
    assert find_height([text], [40]) == lines * 15.5 + 1


def test_no_row_is_higher_than_a_spreadsheet_lets_it_be() -> None:
    assert find_height(["word " * 5000], [12]) == 409


def test_a_column_is_as_wide_as_it_needs_within_reason() -> None:
    assert find_width("A", ["b"]) == 12
    assert find_width("A", ["word " * 100]) == 60
    assert find_width("A" * 25, ["b"]) == 28


def test_numbers_stand_on_the_right_where_no_words_stand_among_them() -> None:
    number, hidden = Number(4, "0"), Shorthand.CONFIDENTIAL
    columns: list[list[Cell]] = [
        ["Bury", "Wigan"],
        [number, hidden],
        ["a", "b"],
        [number, "about 40"],
        [hidden] * 2,
    ]
    assert choose_sides(columns) == ["left", "right", "apart", "left", "left"]

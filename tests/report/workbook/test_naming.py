"""Can a workbook bear the names?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.report.workbook.naming import (
    COVER,
    NOTES,
    name_columns,
    name_sheet,
    name_sheets,
    name_table,
)


@given(st.lists(st.text(), max_size=8))
def test_names_of_sheets_are_short_legal_and_each_there_once(titles: list[str]) -> None:
    names = name_sheets(titles)
    assert len({name.casefold() for name in (COVER, NOTES, *names)}) == len(titles) + 2
    for name in names:
        assert 0 < len(name.encode("utf-16-le", "surrogatepass")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\'")
        assert name.strip() == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Who came", "1 Who came"),
        ("What pushes the curve, and which way", "1 What pushes the curve"),
        ("Users' and carers' views", "1 Users and carers views"),
        ("Wordthatgoesonwithoutanyspaceatallforever", "1"),
        ("", "1"),
    ],
)
def test_a_name_ends_with_a_whole_word_of_some_weight(title: str, name: str) -> None:
    assert name_sheet(1, title) == name


@given(st.integers(1, 10_000), st.text())
def test_names_of_tables_are_such_as_programs_can_bear(number: int, title: str) -> None:
    assert re.fullmatch(r"table_\d+(_[a-z0-9]+)*", name_table(number, title))


@given(st.lists(st.text(max_size=300), max_size=8))
def test_every_column_has_a_heading_of_its_own(headings: list[str]) -> None:
    names = name_columns(headings)
    assert len({name.casefold() for name in names}) == len(headings)
    assert all(0 < len(name) <= 255 for name in names)

"""What a workbook holds besides plain values is found out, in each of its four forms."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import Fault, InvalidError
from obamodel.files.grids import open_grid
from tests.files.handmade_books import Failed, Percent, make_ods, make_xls, make_xlsb
from tests.files.tables.awkward import make_xlsx

ROWS: list[list[Any]] = [["year", "value"], [2014, 1], [2015, 2.5]]
FORMS: dict[str, Callable[[list[list[Any]]], bytes]] = {
    ".xlsx": make_xlsx,
    ".ods": lambda rows: make_ods({"Data": rows}),
    ".xlsb": make_xlsb,
    ".xls": lambda rows: make_xls({"Data": rows}),
}
forms = pytest.mark.parametrize("form", list(FORMS))


def open_book(content: bytes, form: str, folder: Path) -> Any:
    place = folder / f"book{form}"
    place.write_bytes(content)
    return open_grid(place, wanted=("year", "value"))


def find_faults(content: bytes, form: str, folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(InvalidError) as caught:
        open_book(content, form, folder)
    return caught.value.faults


@forms
def test_the_same_table_is_the_same_grid_whatever_its_form(form: str, tmp_path: Path) -> None:
    grid = open_book(FORMS[form](ROWS), form, tmp_path)
    assert (grid.heading, grid.heading_line, grid.size) == (("year", "value"), 1, 2)
    assert [float(cell) for cell in grid.take(0)] == [2014, 2015]
    assert [float(cell) for cell in grid.take(1)] == [1, 2.5]
    assert grid.lines.tolist() == [2, 3]


@pytest.mark.parametrize("form", [".ods", ".xls"])
def test_a_formula_that_failed_shows_what_a_person_sees(form: str, tmp_path: Path) -> None:
    grid = open_book(FORMS[form]([["year", "value"], [2014, Failed()]]), form, tmp_path)
    assert grid.take(1) == ["#DIV/0!"]


def test_a_number_shown_in_percent_is_known_as_such(tmp_path: Path) -> None:
    grid = open_book(FORMS[".ods"]([["year", "value"], [2014, Percent(0.12)]]), ".ods", tmp_path)
    assert type(grid.take(1)[0]).__name__ == "ShownInPercent"


@pytest.mark.parametrize(
    ("form", "content"),
    [
        (".xlsb", make_xlsb(ROWS, far=(1_048_575, 16_383))),
        (".xls", make_xls({"Data": ROWS}, far=(65_535, 255))),
        (
            ".ods",
            make_ods(
                {"Data": ROWS},
                body='<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
                'office:value-type="float" office:value="1" '
                'table:number-columns-repeated="16384"/></table:table-row>',
            ),
        ),
    ],
    ids=[".xlsb", ".xls", ".ods"],
)
def test_a_cell_far_away_is_refused_before_room_is_made_for_it(
    form: str, content: bytes, tmp_path: Path
) -> None:
    (fault,) = find_faults(content, form, tmp_path)
    assert fault.code == "too-large"


def test_a_declared_entity_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    told = find_faults(make_ods({"Data": ROWS}, front=bomb), ".ods", tmp_path)
    assert len(told) == 1
    assert told[0].code == "doctype"


def test_a_book_locked_with_a_password_is_refused(tmp_path: Path) -> None:
    (fault,) = find_faults(make_xls({"Data": ROWS}, locked=True), ".xls", tmp_path)
    assert fault.code == "locked"


def test_a_hidden_sheet_is_not_taken_for_the_table(tmp_path: Path) -> None:
    book = make_ods({"Data": ROWS, "Old": ROWS}, hidden=["Old"])
    grid = open_book(book, ".ods", tmp_path)
    assert grid.sheet == "Data"
    assert [fault.code for fault in (*grid.decided, *grid.left_behind)]


@forms
@given(spoilt=st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=6)), min_size=1))
def test_a_damaged_book_is_read_or_refused(
    form: str, spoilt: list[tuple[int, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = FORMS[form](ROWS)
    for at, new in spoilt:
        at %= len(content)
        content = content[:at] + new + content[at + len(new) :]
    with contextlib.suppress(InvalidError):
        open_book(content, form, tmp_path_factory.mktemp("spoilt"))

"""A workbook as people leave it is read; what would have to be guessed is named by its place."""

import copy
import datetime
import io
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import obamodel as oba
from obamodel.files.workbook import read_workbook, write_workbook
from tests.files.workbook.making import SMALL, change_part, make_book, tell

POINTS = "Series - observations"
CALLS: dict[str, list[list[Any]]] = {
    **SMALL,
    "Series": [
        ["Id", "Name", "Kind", "Unit", "Per", "Polarity", "Counted"],
        ["calls", "Calls", "count", "calls", None, "no judgement", "things"],
    ],
    POINTS: [["Series", "Period", "Value"], ["calls", "2014/15", 54], ["calls", "2015/16", 60]],
}


def change(sheet: str, row: int, column: int, cell: Any) -> dict[str, list[list[Any]]]:
    sheets = copy.deepcopy(CALLS)
    sheets[sheet][row][column] = cell
    return sheets


def read(sheets: dict[str, list[list[Any]]]) -> oba.Evaluation:
    reading = read_workbook(make_book(sheets), "small.xlsx")
    assert reading.faults == ()
    assert reading.evaluation is not None
    return reading.evaluation


def test_what_a_person_typed_is_read() -> None:
    evaluation = read(CALLS)
    assert evaluation.find("heard").statement == "Views are heard."
    (calls,) = evaluation.series
    assert [str(period) for period in calls.periods] == ["2014/15", "2015/16"]
    assert calls.values == (54, 60)


def test_the_order_of_sheets_and_columns_and_empty_rows_do_not_matter() -> None:
    sheets = {name: [list(reversed(row)) for row in rows] for name, rows in CALLS.items()}
    sheets["Evaluation"] = CALLS["Evaluation"]
    turned = dict(reversed(sheets.items()))
    turned[POINTS] = [*turned[POINTS][:2], [None] * 3, ["  "] * 3, *turned[POINTS][2:], ["", " "]]
    assert read(turned) == read(CALLS)


def test_headings_are_known_however_they_are_written() -> None:
    sheets = change("Outcomes", 0, 1, " STATEMENT ")
    sheets["Series"][0][1] = "name"
    assert read(sheets) == read(CALLS)


def test_numbers_typed_as_text_and_years_typed_as_numbers_mean_one_thing_only() -> None:
    assert read(change(POINTS, 1, 2, "54")) == read(CALLS)
    years = change(POINTS, 1, 1, 2014)
    years[POINTS][2][1] = 2015
    assert [str(period) for period in read(years).series[0].periods] == ["2014", "2015"]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "cell", "said"),
    [
        ("Outcomes", 1, 1, "=A1&B1", "Outcomes.Statement: found a formula; copy the cell"),
        (POINTS, 1, 2, "=27*2", f'"{POINTS}".Value: found a formula; copy the cell'),
        (
            POINTS,
            1,
            1,
            datetime.date(2010, 11, 1),
            f'"{POINTS}".Period: found the date 2010-11-01, which a spreadsheet may have made ',
        ),
        (POINTS, 1, 2, "1,054", f'"{POINTS}".Value: found "1,054"; write a number such as 12.3'),
        (POINTS, 1, 2, (0.54, "0%"), f'"{POINTS}".Value: found 54%, which the spreadsheet keeps'),
        (POINTS, 1, 2, True, f'"{POINTS}".Value: found true; write a number [wrong-type]'),
        (
            POINTS,
            1,
            0,
            "cals",
            f'"{POINTS}".Series: "cals" is not one of the names in "Series"; did you mean "calls"?',
        ),
        ("Series", 1, 2, "counts", 'Series.Kind: found "counts"; did you mean "count"?'),
        ("Outcomes", 1, 2, "adult", 'Outcomes.Population: "adult" is not the name of one of the'),
    ],
)
def test_what_would_have_to_be_guessed_is_named_by_sheet_row_and_column(
    sheet: str, row: int, column: int, cell: Any, said: str
) -> None:
    (told,) = tell(change(sheet, row, column, cell))
    assert told.startswith(f"small.xlsx:{row + 1} {said}")


def test_a_sheet_or_a_heading_that_is_not_known_is_named_with_the_nearest() -> None:
    sheets = change("Outcomes", 0, 1, "Statment")
    sheets["Seris"] = sheets.pop("Series")
    sheets["Rota"] = [["Who"], ["Ann"]]
    told = "\n".join(tell(sheets))
    assert '"Statment" is not a column here; did you mean "Statement"?' in told
    assert "Seris: an evaluation has no sheet of this name; did you mean" in told
    assert "Rota: an evaluation has no sheet of this name; put what is not part of" in told


def test_ten_problems_are_ten_complaints_in_one_go() -> None:
    sheets = copy.deepcopy(CALLS)
    sheets[POINTS] += [["calls", f"20{year}/{year + 1}", f"about {year}"] for year in range(16, 26)]
    told = tell(sheets)
    assert [line.partition(" ")[0] for line in told] == [
        f"small.xlsx:{row}" for row in range(4, 14)
    ]
    assert all(line.endswith("[not-a-number]") for line in told)


@pytest.mark.parametrize("content", [b"", b"id,of\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    (told,) = tell(content)
    assert told.endswith(("[not-a-workbook]", "[damaged]"))


def test_a_workbook_that_declares_entities_is_refused_before_it_is_parsed() -> None:
    def declare(xml: bytes) -> bytes:
        bomb = b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
        head, _, rest = xml.partition(b"?>")
        return head + b"?>" + bomb + rest

    book = make_book(SMALL)
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
        (told,) = tell(change_part(book, part, declare))
        assert "document type" in told or "[damaged]" in told


def test_a_workbook_that_holds_a_program_is_refused() -> None:
    content = io.BytesIO(make_book(SMALL))
    with zipfile.ZipFile(content, "a") as book:
        book.writestr("xl/vbaProject.bin", b"a program")
    (told,) = tell(content.getvalue())
    assert "it holds a program (macros); save it as .xlsx, which holds none" in told


def test_a_part_that_unpacks_to_gigabytes_is_refused() -> None:
    book = change_part(make_book(SMALL), "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * 10**8)
    (told,) = tell(book)
    assert "[too-large]" in told


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(content: bytes) -> None:
    assert tell(content)


BOOK = write_workbook(oba.load_example("trafford"))


@given(st.lists(st.tuples(st.integers(0, len(BOOK) - 1), st.binary(max_size=6)), min_size=1))
def test_a_damaged_workbook_is_read_or_refused(spoilt: list[tuple[int, bytes]]) -> None:
    content = BOOK
    for at, new in spoilt:
        content = content[:at] + new + content[at + len(new) :]
    tell(content)


@given(
    st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml"]),
    st.integers(0, 4_000),
    st.sampled_from([b"", b"<", b">", b'"', b"&", b"0", b"-", b"</c>", b"r=", b"\x00", b"1e9"]),
)
def test_a_workbook_with_a_spoilt_part_is_read_or_refused(part: str, at: int, new: bytes) -> None:
    tell(change_part(BOOK, part, lambda xml: xml[: at % len(xml)] + new + xml[at % len(xml) + 1 :]))

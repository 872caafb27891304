"""A CSV text is taken apart as others take it apart, with the place of every record."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.files.records import find_line_end, split_records, write_record
from tests.strategies import texts

ROWS = st.lists(st.lists(texts() | st.just(""), min_size=2, max_size=4), min_size=1, max_size=4)


@given(ROWS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_pythons_own_writer_writes_is_read_cell_by_cell(
    rows: list[list[str]], line_end: str, all_quoted: bool
) -> None:
    written = io.StringIO(newline="")
    csv.writer(
        written,
        lineterminator=line_end,
        quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL,
    ).writerows(rows)
    records, faults = split_records(written.getvalue())
    assert faults == ()
    assert [list(record.cells) for record in records] == rows
    for record in records:
        assert written.getvalue()[record.start : record.end] == ",".join(record.written)


@given(ROWS)
def test_what_is_written_is_read_by_pythons_own_reader(rows: list[list[str]]) -> None:
    text = "".join(f"{write_record(row)}\n" for row in rows)
    assert list(csv.reader(io.StringIO(text, newline=""), strict=True)) == rows


def test_a_record_has_the_line_on_which_it_begins() -> None:
    records, _ = split_records('id,of\nfirst,"two\nlines"\n\nsecond,x')
    assert [(record.line, record.cells) for record in records] == [
        (1, ("id", "of")),
        (2, ("first", "two\nlines")),
        (4, ("",)),
        (5, ("second", "x")),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [('id,of\nfirst,"open\nsecond,x\n', 2), ('id\n"a"b\n', 2), ('id,of\n\nx,"a" ,y\n', 3)],
)
def test_a_quotation_that_goes_wrong_is_named_by_its_line(text: str, line: int) -> None:
    (fault,) = split_records(text)[1]
    assert (fault.code, fault.line) == ("open-quotation", line)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_kind_of_line_end_is_known(line_end: str) -> None:
    assert find_line_end(f"id,of{line_end}a,b{line_end}") == line_end


def test_a_very_long_cell_is_read_whole() -> None:
    # Python's own reader stops at 131072 signs.
    records, _ = split_records(f"id,of\nfirst,{'x' * 200_000}\n")
    assert len(records[1].cells[1]) == 200_000


def test_a_hundred_thousand_rows_of_a_thousand_cells_are_the_most() -> None:
    records, faults = split_records("a\n" * 100_000)
    assert (len(records), faults) == (100_000, ())
    records, (fault,) = split_records("a\n" * 100_001)
    assert len(records) == 100_000
    assert (fault.found, fault.line) == ("the table has more than 100,000 rows", 100_001)
    records, faults = split_records("," * 999)
    assert (len(records[0].cells), faults) == (1_000, ())
    records, (fault,) = split_records("a\n" + "," * 1_000)
    assert len(records) == 1
    assert (fault.found, fault.line) == ("it has more than 1,000 cells", 2)

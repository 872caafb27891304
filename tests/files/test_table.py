"""A table: what its form asks for is read, told and written over, whatever it is a table of."""

from obamodel.errors import Fault
from obamodel.files.table import Form, Row, edit_table, read_table, write_rows


def read_size(written: str) -> int | Fault:
    return int(written) if written.isdigit() else Fault("bad", f"found {written}", "write digits")


HATS = Form(
    rows="hats",
    columns=("id", "colour", "size"),
    needed=("id", "size"),
    names=("id",),
    readers={"size": read_size},
)


def test_a_column_with_a_reader_holds_what_it_reads_and_the_others_hold_words() -> None:
    assert read_table("size,id,colour\n5,first,7\n", HATS).rows == [
        {"id": "first", "colour": "7", "size": 5}
    ]


def test_what_a_reader_refuses_stays_as_text_and_is_told_with_its_place() -> None:
    reading = read_table("id,size\nfirst,5\n\nsecond,big\n", HATS)
    assert reading.rows[1] == {"id": "second", "size": "big"}
    (fault,) = reading.faults
    assert (fault.path, fault.line) == (("hats", 1, "size"), 4)


def test_a_column_that_is_needed_is_missed_once_and_without_names_no_row_is_read() -> None:
    reading = read_table("id,colour\nfirst,red\n", HATS)
    assert (reading.missing, len(reading.rows), reading.is_whole) == (("size",), 1, True)
    reading = read_table("colour,size\nred,5\n", HATS)
    assert (reading.rows, reading.is_whole) == ([], False)


def test_a_row_is_written_over_only_where_it_changed() -> None:
    text = 'id,size,colour\n"first",05,red\nsecond,6,blue\n'
    rows = [
        Row(cells={"id": "second", "size": "6", "colour": "blue"}, source=1),
        Row(cells={"id": "new", "size": "1"}),
        Row(cells={"id": "first", "size": "5", "colour": "pink"}, source=0, changed={"colour"}),
    ]
    assert edit_table(text, rows, HATS) == (
        'id,size,colour\nsecond,6,blue\nnew,1,\n"first",05,pink\n'
    )


def test_a_table_that_holds_nothing_is_written_anew() -> None:
    cells = {"id": "first", "size": "5"}
    assert edit_table("\n\n", [Row(cells=cells)], HATS) == write_rows([cells], HATS)


def test_of_very_many_wrong_rows_a_thousand_are_told_and_that_there_are_more() -> None:
    reading = read_table("id,size\n" + "first,big\n" * 3_000, HATS)
    *told, last = reading.faults
    assert len(told) == 1_001
    assert {fault.code for fault in told} == {"bad"}
    assert (last.code, last.line) == ("more-problems", 1_003)
    assert last.found == "it has more than 1,000 problems, and the rest of it was not looked at"
    assert not reading.is_whole


def test_of_a_table_longer_than_anybody_needs_the_rest_is_left_out_and_that_is_told() -> None:
    reading = read_table("id,size\n" + "first,5\n" * 100_000, HATS)
    (fault,) = reading.faults
    assert (fault.code, fault.line) == ("too-large", 100_001)
    assert not reading.is_whole

"""The table of counts: what is meant by a number is asked, never guessed."""

import pytest

from obamodel.domain.quantities import Count, Counted, Precision
from obamodel.files.counts import COLUMNS, edit_counts, read_counts, write_counts

HEAD = "id,of,counted,value,precision\n"
FIRST = Count(id="first", of="people who came", counted=Counted.PEOPLE, value=12)
SECOND = Count(
    id="second",
    of="tea, and cake",
    counted=Counted.THINGS,
    value=45,
    precision=Precision.ABOUT,
)


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("~45", 'write 45, and "about" under precision'),
        ("c. 45", 'write 45, and "about" under precision'),
        ("About 45", 'write 45, and "about" under precision'),
        ("45+", 'write 45, and "at least" under precision'),
        ("at least 45", 'write 45, and "at least" under precision'),
        ('"1,000"', "write 1000"),
        ("1 000", "write 1000"),
        ("45.0", "write 45"),
        ("007", "write 7"),
        ('" 45"', "write 45, without a space"),
        ("n/a", 'leave the cell empty, write "unknown" under precision, and why under reason'),
        ("?", 'leave the cell empty, write "unknown" under precision, and why under reason'),
        ("-", 'leave the cell empty, write "unknown" under precision, and why under reason'),
        ("4.5", "write a whole number in the digits 0 to 9, or leave the cell empty"),
        ("1_000", "write a whole number in the digits 0 to 9, or leave the cell empty"),
        ("\uff11\uff12", "write a whole number in the digits 0 to 9, or leave the cell empty"),
        ("twelve", "write a whole number in the digits 0 to 9, or leave the cell empty"),
        ("1e3", "write a whole number in the digits 0 to 9, or leave the cell empty"),
        ("=3+4", "write a whole number in the digits 0 to 9, or leave the cell empty"),
        ("9" * 50, "check the number"),
    ],
)
def test_a_value_that_is_not_plainly_a_whole_number_is_answered_with_what_to_write(
    written: str, mend: str
) -> None:
    (fault,) = read_counts(f"{HEAD}first,people,people,{written},\n").faults
    assert (fault.path, fault.line, fault.mend) == (("counts", 0, "value"), 2, mend)


def test_an_empty_cell_says_nothing_and_words_stand_as_they_are() -> None:
    (row,) = read_counts(f"{HEAD}first, =people ,,,\n").rows
    assert row == {"id": "first", "of": " =people "}


def test_columns_may_stand_in_any_order_and_rows_may_stop_early() -> None:
    assert read_counts("value,counted,of,id,note\n12,people,x,first\n").rows == [
        {"id": "first", "of": "x", "counted": "people", "value": 12}
    ]


@pytest.mark.parametrize("text", ["", "\n\n", ",,,\r\n"])
def test_a_table_with_nothing_in_it_holds_no_counts(text: str) -> None:
    reading = read_counts(text)
    assert (reading.rows, reading.faults, reading.is_whole) == ([], (), True)


def test_a_spreadsheets_empty_rows_and_empty_columns_are_passed_over() -> None:
    reading = read_counts(f"{HEAD[:-1]},,\nfirst,x,people,12,,,\n,,,,,,\nsecond,y,people,3,,,\n")
    assert reading.faults == ()
    assert [row["id"] for row in reading.rows] == ["first", "second"]
    assert reading.lines == [2, 4]


@pytest.mark.parametrize(
    ("text", "codes", "is_whole"),
    [
        ("id;of;counted\na;b;people\n", ["not-commas"], False),
        ("id\tof\tcounted\na\tb\tpeople\n", ["not-commas"], False),
        ("id;of,counted;value\na;b,people\n", ["not-commas"], False),
        ('id,"of,counted\na,b,people\n', ["open-quotation"], False),
        ("of,counted\nb,people\n", ["missing"], False),
        ("id,of,countd\na,b,people\n", ["unknown-key", "missing"], True),
        ("id,of,counted,of\na,b,people,c\n", ["written-twice"], True),
    ],
)
def test_what_is_wrong_with_the_heading_is_told_once_and_not_for_every_row(
    text: str, codes: list[str], is_whole: bool
) -> None:
    reading = read_counts(text)
    assert [fault.code for fault in reading.faults] == codes
    assert reading.is_whole is is_whole


# --- writing over a table -------------------------------------------------------------------

TABLE = (
    'of,id,"value",counted,precision\r\n'
    '"people who came",first,12,people,exact\r\n'
    ",,,,\r\n"
    '"tea, and cake",second,45,things,about\r\n'
)


def test_counts_that_say_the_same_leave_every_byte_as_it_was() -> None:
    assert edit_counts(TABLE, (FIRST, SECOND), (FIRST, SECOND)) == TABLE


def test_one_new_number_changes_one_cell() -> None:
    more = Count(id="first", of="people who came", counted=Counted.PEOPLE, value=13)
    assert edit_counts(TABLE, (FIRST, SECOND), (more, SECOND)) == TABLE.replace(",12,", ",13,")


def test_a_new_row_has_the_columns_and_the_line_end_of_the_table() -> None:
    third = Count(id="third", of="hats", counted=Counted.THINGS, value=2)
    edited = edit_counts(TABLE, (FIRST, SECOND), (FIRST, third, SECOND))
    assert edited.split("\r\n")[2] == "hats,third,2,things,"
    assert edited.replace("hats,third,2,things,\r\n", "") == TABLE


def test_a_row_that_is_taken_out_leaves_the_others() -> None:
    edited = edit_counts(TABLE, (FIRST, SECOND), (SECOND,))
    assert edited == TABLE.replace('"people who came",first,12,people,exact\r\n', "")


def test_a_new_order_moves_whole_rows() -> None:
    lines = TABLE.split("\r\n")
    lines[1], lines[3] = lines[3], lines[1]
    assert edit_counts(TABLE, (FIRST, SECOND), (SECOND, FIRST)) == "\r\n".join(lines)


def test_something_said_for_the_first_time_gets_a_column_at_the_end() -> None:
    noted = Count(
        id="first", of="people who came", counted=Counted.PEOPLE, value=12, note='a "note"'
    )
    edited = edit_counts(TABLE, (FIRST, SECOND), (noted, SECOND))
    assert edited == TABLE.replace("precision\r\n", "precision,note\r\n").replace(
        "exact\r\n", 'exact,"a ""note"""\r\n'
    )


def test_a_table_without_a_last_line_end_takes_a_row_more() -> None:
    text = "id,of,counted,value\nfirst,people who came,people,12"
    edited = edit_counts(text, (FIRST,), (FIRST, SECOND))
    assert read_counts(edited).rows[1] == {
        "id": "second",
        "of": "tea, and cake",
        "counted": "things",
        "value": 45,
        "precision": "about",
    }


def test_a_table_from_which_every_row_is_taken_keeps_its_heading() -> None:
    assert edit_counts(TABLE, (FIRST, SECOND), ()).split("\r\n")[0] == TABLE.split("\r\n")[0]
    assert read_counts(edit_counts(TABLE, (FIRST, SECOND), ())).rows == []


def test_a_new_table_has_all_columns() -> None:
    assert write_counts([]).strip().split(",") == list(COLUMNS)

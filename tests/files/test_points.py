"""The table of points: what a cell means is asked, never guessed; rows stay where they are."""

import attrs
import pytest

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, Observation, Polarity, Series, SeriesKind
from obamodel.files.points import (
    COLUMNS,
    edit_points,
    leave_out_points,
    read_points,
    write_points,
)

ANY_NUMBER = "write a number such as 12.3 in the digits 0 to 9, or leave the cell empty"
HEAD = "series,period,value,lower,flags,missing\n"


def observe(period: str, value: float | None = None, **parts: object) -> Observation:
    return Observation(period=Period.parse(period), value=value, **parts)  # type: ignore[arg-type]


def make_series(*observations: Observation, id: str = "cautioned") -> Series:
    return Series(
        id=id,
        name="Children cautioned",
        kind=SeriesKind.SCORE,
        unit="points",
        polarity=Polarity.LOW,
        observations=observations,
    )


# --- reading ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("12.30", 12.3),
        ("-0.5", -0.5),
        ("1e-07", 1e-07),
        ("1.5E+20", 1.5e20),
    ],
)
def test_a_number_is_read_as_it_is_written_and_a_whole_one_stays_whole(
    written: str, value: float
) -> None:
    (row,) = read_points(f"{HEAD}cautioned,2014/15,{written},,,\n").rows
    assert row["value"] == value
    assert type(row["value"]) is type(value)


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("12 %", "write 12, and per = 100 in series.toml"),
        ("12.5%", "write 12.5, and per = 100 in series.toml"),
        ('"1,234"', "write 1234"),
        ('"1,234,567.8"', "write 1234567.8"),
        ("1 234", "write 1234"),
        ("1\u00a0234", "write 1234"),
        ('"12,5"', "write 12.5, with a point"),
        ("£3.50", "write 3.50; the unit stands in series.toml"),
        ("*", "leave the cell empty, and say why under missing"),
        ("..", "leave the cell empty, and say why under missing"),
        (":", "leave the cell empty, and say why under missing"),
        ("-", "leave the cell empty, and say why under missing"),
        ("n/a", "leave the cell empty, and say why under missing"),
        ("NaN", "leave the cell empty, and say why under missing"),
        ("#DIV/0!", "leave the cell empty, and say why under missing"),
        ("[c]", "leave the cell empty, and say why under missing: confidential"),
        ("[x]", "leave the cell empty, and say why under missing: not available"),
        ("[z]", "leave the cell empty, and say why under missing: not applicable"),
        ("[low]", "leave the cell empty, and say why under missing"),
        ("<5", "leave the cell empty, and say why under missing: <5"),
        ("12.3 [e]", 'write 12.3, and "estimated" under flags'),
        ("12 p", 'write 12, and "provisional" under flags'),
        ("12r", 'write 12, and "revised" under flags'),
        ("~12", 'write 12, and "estimated" under flags'),
        ("+12", "write 12"),
        ("\u221212", "write -12"),
        ("007", "write 7"),
        (".5", "write 0.5"),
        ("5.", "write 5"),
        ('" 12"', "write 12, without a space"),
        ("1e999", "check the number"),
        ("9" * 60, "check the number"),
        *((odd, ANY_NUMBER) for odd in ("twelve", "1_000", "\uff11\uff12", "=3+4", "1.2.3")),
    ],
)  # fmt: skip
def test_a_value_that_is_not_plainly_a_number_is_answered_with_what_to_write(
    written: str, mend: str
) -> None:
    (fault,) = read_points(f"{HEAD}cautioned,2014/15,{written},,,\n").faults
    assert (fault.path, fault.line, fault.mend) == (("points", 0, "value"), 2, mend)


@pytest.mark.parametrize("written", ["*", "[c]", "<5"])
def test_a_limit_that_is_no_number_is_left_empty_and_needs_no_reason(written: str) -> None:
    (fault,) = read_points(f"{HEAD}cautioned,2014/15,12,{written},,\n").faults
    assert (fault.path, fault.mend) == (("points", 0, "lower"), "leave the cell empty")


@pytest.mark.parametrize(
    "written",
    ["estimated revised", "estimated; revised", '"estimated,revised"', " estimated revised "],
)
def test_flags_are_parted_by_spaces_commas_or_semicolons(written: str) -> None:
    (row,) = read_points(f"{HEAD}cautioned,2014/15,12,,{written},\n").rows
    assert row["flags"] == ["estimated", "revised"]


def test_every_fault_of_every_row_is_told_at_once() -> None:
    faults = read_points(f"{HEAD}cautioned,2014/15,*,x,,\nothers,2015/16,1 000,,,\n").faults
    assert [(fault.path, fault.line) for fault in faults] == [
        (("points", 0, "value"), 2),
        (("points", 0, "lower"), 2),
        (("points", 1, "value"), 3),
    ]


# --- writing ---------------------------------------------------------------------------------


def test_a_new_table_has_all_columns_and_each_series_in_the_order_of_time() -> None:
    some = make_series(
        observe("2014/15", 54, numerator=108, flags=[Flag.ESTIMATED, Flag.BREAK], note="a, b"),
        observe("2015/16", missing="the form was lost"),
    )
    assert write_points([some, make_series(observe("2014", 0.1), id="others")]) == (
        f"{','.join(COLUMNS)}\n"
        'cautioned,2014/15,54,108,,,,estimated break,"a, b",\n'
        "cautioned,2015/16,,,,,,,,the form was lost\n"
        "others,2014,0.1,,,,,,,\n"
    )


def test_a_number_is_written_so_that_it_reads_back_to_the_very_same() -> None:
    numbers = [0.1 + 0.2, 1 / 3, 5e-324, 1.7976931348623157e299, -0.0, 12, 2**53 + 1]
    # Each with a note, for one so much larger than the others is asked about.
    series = make_series(
        *(observe(str(2001 + at), each, note="so") for at, each in enumerate(numbers))
    )
    rows = read_points(write_points([series])).rows
    assert [repr(row["value"]) for row in rows] == [repr(each) for each in numbers]


# --- writing over a table --------------------------------------------------------------------

A, B, C = observe("2013/14", 54), observe("2014/15", 51.5), observe("2015/16", 49)
# In no order, with a blank row, a number written longer than we would, and a quotation.
TABLE = (
    "period,series,value,flags\r\n"
    "2015/16,cautioned,49.0,\r\n"
    ",,,\r\n"
    '"2014",others,7,\r\n'
    '2013/14,"cautioned",54,\r\n'
    "FYE Mar 2015,cautioned,51.50,\r\n"
)
OLD = (make_series(A, B, C), make_series(observe("2014", 7), id="others"))


def test_points_that_say_the_same_leave_every_byte_as_it_was() -> None:
    assert edit_points(TABLE, OLD, OLD) == TABLE


def test_one_new_number_changes_one_cell_wherever_its_row_stands() -> None:
    new = (make_series(A, attrs.evolve(B, value=52), C), OLD[1])
    assert edit_points(TABLE, OLD, new) == TABLE.replace("51.50", "52")


def test_a_row_that_is_taken_out_leaves_the_others_where_they_are() -> None:
    new = (make_series(A, C), OLD[1])
    assert edit_points(TABLE, OLD, new) == TABLE.replace("FYE Mar 2015,cautioned,51.50,\r\n", "")


def test_a_new_point_comes_behind_the_one_before_it_in_time() -> None:
    text = "series,period,value\ncautioned,2013/14,54\ncautioned,2014/15,51.5\nothers,2014,7\n"
    old = (make_series(A, B), OLD[1])
    assert edit_points(text, old, OLD) == text.replace("others", "cautioned,2015/16,49\nothers", 1)


def test_a_new_point_comes_on_top_where_the_latest_stand_at_the_top() -> None:
    text = "series,period,value\ncautioned,2014/15,51.5\ncautioned,2013/14,54\n"
    new = make_series(A, B, C)
    assert edit_points(text, (make_series(A, B),), (new,)) == text.replace(
        "value\n", "value\ncautioned,2015/16,49\n"
    )


def test_points_before_the_first_come_in_front_of_it() -> None:
    text = "series,period,value\nothers,2014,7\ncautioned,2015/16,49\n"
    assert edit_points(text, (make_series(C), OLD[1]), OLD) == text.replace(
        "cautioned", "cautioned,2013/14,54\ncautioned,2014/15,51.5\ncautioned", 1
    )


def test_the_points_of_a_new_series_come_at_the_end() -> None:
    third = make_series(observe("2014", 3), observe("2015", 4), id="third")
    edited = edit_points(TABLE, OLD, (third, *OLD))
    assert edited == TABLE + "2014,third,3,\r\n2015,third,4,\r\n"


def test_a_series_of_another_name_keeps_its_rows_in_their_places() -> None:
    new = (attrs.evolve(OLD[0], id="warned"), OLD[1])
    assert edit_points(TABLE, OLD, new) == TABLE.replace('"cautioned"', "cautioned").replace(
        "cautioned", "warned"
    )


def test_something_said_for_the_first_time_gets_a_column_at_the_end() -> None:
    new = (make_series(A, B, attrs.evolve(C, value=None, missing="lost")), OLD[1])
    edited = edit_points(TABLE, OLD, new)
    heading, first, *rest = edited.split("\r\n")
    assert (heading, first) == ("period,series,value,flags,missing", "2015/16,cautioned,,,lost")
    assert rest == TABLE.split("\r\n")[2:]


def test_a_table_from_which_every_row_is_taken_keeps_its_heading() -> None:
    assert read_points(edit_points(TABLE, OLD, ())).rows == []
    assert edit_points(TABLE, OLD, ()).startswith("period,series,value,flags\r\n")


def test_series_without_their_points_are_the_same_but_for_them() -> None:
    evaluation = Evaluation(id="small", title="Small", series=OLD)
    bare = leave_out_points(evaluation)
    assert [each.observations for each in bare.series] == [(), ()]
    assert [each.id for each in bare.series] == ["cautioned", "others"]
    assert leave_out_points(bare) is bare

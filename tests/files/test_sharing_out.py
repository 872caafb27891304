"""Which row of the table of points belongs to which series, and what is wrong with the others."""

from obamodel.errors import Fault
from obamodel.files.points import read_points
from obamodel.files.sharing_out import Shares, share_out

HEAD = "series,period,value,flags\n"
SERIES = {"cautioned": 0, "others": 1}


def share(rows: str, *, is_sure: bool = True) -> Shares:
    return share_out(read_points(HEAD + rows), SERIES, is_sure=is_sure)


def say(fault: Fault) -> tuple[int | None, str, str]:
    return fault.line, fault.code, str(fault)


def test_each_series_gets_its_rows_in_the_order_of_time_and_they_are_found_again() -> None:
    shares = share("cautioned,2015,3,\nothers,2014/15,7,\ncautioned,2013,1,\ncautioned,2014,2,\n")
    assert shares.observations == {
        0: [
            {"period": "2013", "value": 1},
            {"period": "2014", "value": 2},
            {"period": "2015", "value": 3},
        ],
        1: [{"period": "2014/15", "value": 7}],
    }
    assert shares.rows == {(0, 0): 2, (0, 1): 3, (0, 2): 0, (1, 0): 1}
    assert shares.faults == ()


def test_rows_whose_time_cannot_be_told_or_compared_come_behind_the_others() -> None:
    for odd in ("2014 or so", "2014/15"):
        shares = share(f"cautioned,2015,3,\ncautioned,{odd},2,\ncautioned,2013,1,\n")
        assert [row["period"] for row in shares.observations[0]] == ["2013", "2015", odd]


def test_a_name_of_no_series_is_told_once_at_the_first_of_its_rows() -> None:
    shares = share("others,2014,1,\ncautiond,2014,1,\ncautiond,2015,2,\ncautiond,2016,2,\n")
    assert [say(fault) for fault in shares.faults] == [
        (
            3,
            "refers-to-nothing",
            (
                'points[1].series: "cautiond" is not the name of one of the series, here and in 2 '
                'more rows; did you mean "cautioned"? [refers-to-nothing]'
            ),
        )
    ]


def test_a_name_like_none_is_given_them_all() -> None:
    (fault,) = share("zzz,2014,1,\n").faults
    assert fault.mend == "choose from: cautioned, others"


def test_a_name_is_no_mistake_where_not_all_series_could_be_read() -> None:
    assert share("weather,2014,1,\n", is_sure=False).faults == ()


def test_a_row_of_no_series_has_its_other_faults_told_too_each_once() -> None:
    shares = share(",2014,12 %,estimatd\n")
    assert [(fault.path, fault.code) for fault in shares.faults] == [
        (("points", 0, "series"), "missing"),
        (("points", 0, "flags", 0), "unknown-choice"),
    ]

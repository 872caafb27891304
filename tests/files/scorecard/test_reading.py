"""A Scorecard table is read, or everything in it that is wrong is named."""

import datetime
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.observations import Observation
from obamodel.domain.periods import Period
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.errors import InvalidError
from obamodel.files.carrying import Imported
from obamodel.files.scorecard import read_scorecard

HEADING = "id,measure_type,actual_value_date,target_value,actual_value,comment\n"
CALLS = Series(
    id="calls", name="Calls", kind=SeriesKind.COUNT, unit="calls", polarity=Polarity.NONE
)
SURE = Series(
    id="sure",
    name="Feel surer",
    kind=SeriesKind.SHARE,
    unit="%",
    per=100,
    polarity=Polarity.HIGH,
)


def read(folder: Path, rows: str, heading: str = HEADING, **more: Any) -> Imported:
    file = folder / "values.csv"
    file.write_text(heading + rows, encoding="utf-8")
    options: dict[str, Any] = {
        "series": {"7": CALLS, "PM 8": SURE},
        "frequency": "year",
        "calendar": "financial",
    }
    return read_scorecard(file, **(options | more))


def refuse(folder: Path, rows: str, heading: str = HEADING, **more: Any) -> list[str]:
    with pytest.raises(InvalidError) as caught:
        read(folder, rows, heading, **more)
    return [str(fault) for fault in caught.value.faults]


def test_any_day_of_a_period_stands_for_it_and_rows_may_stand_in_any_order(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        '7,p,03/31/2016,,120,"new, and larger"\n7,p,4/1/2014,,90,\nPM 8,i,12/25/2015,,62,\n',
    )
    (calls, sure) = found.series
    assert calls.observations == (
        Observation(period=Period.parse("2014/15"), value=90),
        Observation(period=Period.parse("2015/16"), value=120, note="new, and larger"),
    )
    assert (sure.id, sure.values, str(sure.periods[0])) == ("sure", (62,), "2015/16")


def test_it_says_what_is_population_and_what_is_performance_accountability(tmp_path: Path) -> None:
    found = read(tmp_path, "7,p,03/31/2016,,1,\n7,p,03/31/2017,,2,\nPM 8,i,03/31/2016,,3,\n")
    assert [one.found for one in found.decided] == [
        '"7" is a performance measure (performance accountability)',
        '"PM 8" is an indicator (population accountability)',
    ]


def test_a_target_comes_over_with_a_reason_and_is_left_behind_without_one(tmp_path: Path) -> None:
    rows = "7,p,03/31/2016,150,120,\n7,p,03/31/2017,160,,we hope so\n"
    found = read(tmp_path, rows, target_reason="The board's plan.")
    assert [(one.id, one.value, str(one.period)) for one in found.targets] == [
        ("calls-target-2015-16", 150, "2015/16"),
        ("calls-target-2016-17", 160, "2016/17"),
    ]
    assert [one.code for one in found.left_behind] == ["comment-on-a-target"]
    # A target for a year to come is no value, and no missing one either.
    assert list(found.series[0].values) == [120]
    without = read(tmp_path, rows)
    assert [one.code for one in without.left_behind] == [
        "target-without-reason",
        "target-without-reason",
        "comment-on-a-target",
    ]
    assert len(without.targets) == 0
    assert str(without.left_behind[0]) == (
        "values.csv:2 target_value: a target of 150 for 2015/16, and not why; say why in "
        "target_reason= [target-without-reason]"
    )


def test_a_comment_without_a_value_says_why_there_is_none(tmp_path: Path) -> None:
    found = read(tmp_path, "7,p,03/31/2016,,,the line was down\n")
    assert found.series[0].observations[0].missing == "the line was down"


def test_everything_wrong_is_said_in_one_go_with_its_line_and_column(tmp_path: Path) -> None:
    rows = (
        "9,x,31/03/2016,,12%,\n"
        "7,p,03/31/2016,,,\n"
        '7,p,02/30/2016,"1,000",1,\n'
        "7,p,03/31/2016,1\n"
        "7,p,2016-03-31,,nan,\n"
    )
    day = "write month, day and year, such as 03/31/2015 for the last day of March [bad-date]"
    number = "write digits, with a point and without commas or signs, such as 1234.5 [not-a-number]"
    said = refuse(tmp_path, rows)
    assert len(said) == 10
    assert set(said) == {
        'values.csv:2 id: found "9"; say what it stands for in series=: 7, PM 8 [unknown-series]',
        (
            'values.csv:2 measure_type: found "x"; '
            "write i for an indicator, p for a performance measure [unknown-choice]"
        ),
        f'values.csv:2 actual_value_date: found "31/03/2016"; {day}',
        f'values.csv:2 actual_value: found "12%"; {number}',
        (
            "values.csv:3 actual_value: there is no value, no target and no comment; "
            "write the value, or in the comment why there is none [nothing-said]"
        ),
        f'values.csv:4 actual_value_date: found "02/30/2016"; {day}',
        f'values.csv:4 target_value: found "1,000"; {number}',
        (
            "values.csv:5: the row has 4 cells and the heading 6; "
            "put words that hold a comma in quotation marks [wrong-number-of-cells]"
        ),
        f'values.csv:6 actual_value_date: found "2016-03-31"; {day}',
        f'values.csv:6 actual_value: found "nan"; {number}',
    }
    assert [one.split(":")[1][0] for one in said] == list("2222344566")


def test_two_rows_for_one_period_are_refused_and_not_added(tmp_path: Path) -> None:
    assert refuse(tmp_path, "7,p,04/01/2015,,1,\n7,p,03/31/2016,,2,\n") == [
        (
            'values.csv:3 actual_value_date: "7" has a row for 2015/16 on line 2 already; '
            "keep one of them; they are not added, nor averaged [duplicate-period]"
        )
    ]


def test_one_id_is_an_indicator_or_a_measure_and_not_both(tmp_path: Path) -> None:
    assert refuse(tmp_path, "7,p,04/01/2015,,1,\n7,i,03/31/2017,,2,\n") == [
        (
            'values.csv:3 measure_type: "7" is "i" here and "p" on line 2; one id is either an '
            "indicator or a performance measure [two-types]"
        )
    ]


@pytest.mark.parametrize(
    "heading", ["", "id,type\n", HEADING.replace("id,", "id;"), HEADING.replace("comment", "note")]
)
def test_other_columns_are_refused_by_name(tmp_path: Path, heading: str) -> None:
    (said,) = refuse(tmp_path, "", heading)
    assert "id,measure_type,actual_value_date,target_value,actual_value,comment" in said


def test_values_that_cannot_be_of_the_series_are_refused(tmp_path: Path) -> None:
    (said,) = refuse(tmp_path, "7,p,03/31/2016,,-4,\n")
    assert said.startswith("values.csv:2 ")


def test_the_kind_of_period_is_asked_for() -> None:
    with pytest.raises(TypeError, match="frequency"):
        read_scorecard("values.csv", series={})  # type: ignore[call-arg]


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode()))
def test_no_bytes_bring_the_reader_down(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "values.csv"
        for start in (b"", HEADING.encode()):
            file.write_bytes(start + content)
            try:
                read_scorecard(file, series={"7": CALLS}, frequency="month")
            except InvalidError:
                continue


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1)))
def test_every_day_falls_into_the_period_that_holds_it(day: datetime.date) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = read(Path(folder), f"7,p,{day:%m/%d/%Y},,1,\n", frequency="quarter")
    (period,) = found.series[0].periods
    assert period.start <= day <= period.end

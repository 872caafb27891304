"""Published series become a Scorecard table, and what has no place is named."""

from pathlib import Path
from typing import Any

import attrs
import pytest

from obamodel.domain.observations import Flag, Observation
from obamodel.domain.periods import Period
from obamodel.domain.series import Series, SeriesKind
from obamodel.domain.targets import Target
from obamodel.errors import InvalidError
from obamodel.files.carrying import Exported
from obamodel.files.scorecard import read_scorecard, write_scorecard
from tests.files.scorecard.test_reading import CALLS, SURE

PUBLIC = attrs.evolve(
    CALLS,
    kind=SeriesKind.MEAN,
    published="annual report",
    observations=[
        Observation(period=Period.parse("2014/15"), value=90, flags=[Flag.PROVISIONAL]),
        Observation(period=Period.parse("2015/16"), value=1 / 3, note="=cmd()"),
        Observation(period=Period.parse("2016/17"), missing="the line was down"),
    ],
)
WISH = Target(
    id="wish", series="calls", value=100, period=Period.parse("2017/18"), reason="The plan."
)


def write(folder: Path, *series: Series, **more: Any) -> Exported:
    options: dict[str, Any] = {"types": {"calls": "p", "sure": "i"}}
    return write_scorecard(series, folder / "out.csv", **(options | more))


def test_the_columns_are_those_of_scorecard_and_a_row_has_the_last_day(tmp_path: Path) -> None:
    write(tmp_path, PUBLIC, ids={"calls": "7"}, targets=[WISH])
    assert (tmp_path / "out.csv").read_bytes().decode().split("\r\n") == [
        "id,measure_type,actual_value_date,target_value,actual_value,comment",
        "7,p,03/31/2015,,90,provisional",
        "7,p,03/31/2016,,0.333333,'=cmd()",
        "7,p,03/31/2017,,,the line was down",
        "7,p,03/31/2018,100,,",
        "",
    ]


def test_what_has_no_place_is_named(tmp_path: Path) -> None:
    said = [(one.code, one.found) for one in write(tmp_path, PUBLIC).dropped]
    assert said == [
        ("rounded", "calls: 0.3333333333333333 is written as 0.333333"),
        ("no-place", "calls: what it is, its unit and which way is good"),
    ]


def test_a_comment_has_255_signs_at_the_most(tmp_path: Path) -> None:
    seen = Observation(period=Period.parse("2014/15"), value=1, note="x" * 300)
    answer = write(tmp_path, attrs.evolve(PUBLIC, observations=[seen]))
    assert answer.dropped[0].code == "cut-short"
    line = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[1]
    assert len(line.rpartition(",")[2]) == 255


def test_what_is_written_is_read_back_equal(tmp_path: Path) -> None:
    series = attrs.evolve(PUBLIC, observations=[PUBLIC.observations[0], PUBLIC.observations[2]])
    plain = attrs.evolve(
        series,
        observations=[
            attrs.evolve(series.observations[0], flags=[], note="provisional"),
            series.observations[1],
        ],
    )
    write(tmp_path, series, targets=[WISH])
    found = read_scorecard(
        tmp_path / "out.csv",
        series={"calls": CALLS},
        frequency="year",
        calendar="financial",
        target_reason="The plan.",
    )
    assert found.series[0].observations == plain.observations
    assert [(one.value, one.period) for one in found.targets] == [(WISH.value, WISH.period)]


def test_only_what_is_published_is_written_and_nothing_else_is_touched(tmp_path: Path) -> None:
    secret = attrs.evolve(PUBLIC, published="")
    with pytest.raises(InvalidError) as caught:
        write(tmp_path, secret, attrs.evolve(SURE, published="x"), types={"calls": "p"})
    assert [str(fault) for fault in caught.value.faults] == [
        (
            "series[0]: calls has not been published; publish it first: obamodel.publish(series) "
            "[not-published]"
        ),
        (
            "series[1]: of sure nobody says whether it is an indicator or a measure; write "
            '"i" or "p" for it in types= [type-missing]'
        ),
    ]
    assert list(tmp_path.iterdir()) == []


def test_two_series_of_one_name_and_another_ending_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidError) as caught:
        write_scorecard([PUBLIC, PUBLIC], tmp_path / "out.txt", types={"calls": "p"})
    assert [fault.code for fault in caught.value.faults] == ["unknown-ending", "named-twice"]

"""Published series in the layout of Open SDG."""

import csv
import json
from pathlib import Path

import attrs
import pytest

import obamodel as oba
from obamodel.domain.series import Series
from obamodel.errors import InvalidError
from obamodel.files.open_sdg import write_open_sdg

ALL = Series.from_dict(
    {"2014": 12, "2015": None, "2016": 9.5},
    why_missing="no survey",
    id="all",
    name='Feel "heard": all',
    kind=oba.SeriesKind.MEAN,
    unit="points",
    polarity=oba.Polarity.HIGH,
    published="annual report",
    source="Survey team",
)
WOMEN = attrs.evolve(ALL, id="women", name="Feel heard: women")


def read(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))


def test_parts_have_columns_of_their_own_and_the_whole_leaves_them_empty(tmp_path: Path) -> None:
    answer = write_open_sdg(
        tmp_path / "out", indicators={"3.4.1": [ALL, WOMEN]}, slices={"women": {"Sex": "Female"}}
    )
    assert read(tmp_path / "out" / "data" / "indicator_3-4-1.csv") == [
        ["Year", "Sex", "Value"],
        ["2014", "", "12"],
        ["2016", "", "9.5"],
        ["2014", "Female", "12"],
        ["2016", "Female", "9.5"],
    ]
    assert [one.found for one in answer.dropped] == [
        "all: why values are missing",
        "women: why values are missing",
    ]


def test_a_year_that_does_not_begin_in_january_is_told_in_full(tmp_path: Path) -> None:
    series = Series.from_dict(
        {"2014/15": 3},
        id="a",
        name="A",
        kind=oba.SeriesKind.MEAN,
        unit="points",
        polarity=oba.Polarity.HIGH,
        published="yes",
    )
    write_open_sdg(tmp_path, indicators={"1.1": [series]})
    rows = read(tmp_path / "data" / "indicator_1-1.csv")
    assert rows == [["Year", "TimeDetail", "Value"], ["2014", "2014/15", "3"]]


def test_words_in_the_metadata_stay_words(tmp_path: Path) -> None:
    sly = attrs.evolve(ALL, name='x: "y"\n---\nlayout: evil', note="# no note")
    write_open_sdg(tmp_path, indicators={"3.4.1": [sly]})
    text = (tmp_path / "meta" / "3-4-1.md").read_text(encoding="utf-8")
    lines = text.splitlines()
    assert (lines[0], lines[-1]) == ("---", "---")
    assert "---" not in lines[1:-1]
    # Each line is a key, and a value that any reader of YAML reads as it reads JSON.
    found = {line.partition(": ")[0]: json.loads(line.partition(": ")[2]) for line in lines[1:-1]}
    assert found["indicator_name"] == sly.name
    assert found["data_non_statistical"] is False
    assert found["source_organisation_1"] == "Survey team"


def test_everything_in_the_way_is_named_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    secret = attrs.evolve(ALL, id="secret", published="")
    monthly = Series.from_dict(
        {"2014-01": 3},
        id="monthly",
        name="M",
        kind=oba.SeriesKind.MEAN,
        unit="points",
        polarity=oba.Polarity.HIGH,
        published="yes",
    )
    with pytest.raises(InvalidError) as caught:
        write_open_sdg(
            tmp_path / "out",
            indicators={"3.4.1": [ALL, secret], "three": [monthly], "1.2": []},
            slices={"monthly": {"Year": "1"}},
        )
    assert [(fault.path[0], fault.code) for fault in caught.value.faults] == [
        ("3.4.1", "not-published"),
        ("3.4.1", "same-people"),
        ("three", "bad-name"),
        ("three", "wrong-periods"),
        ("three", "taken"),
        ("1.2", "nothing-to-write"),
    ]
    assert list(tmp_path.iterdir()) == []

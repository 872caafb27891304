"""Published numbers as a Data Package, and back."""

import csv
import datetime
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import obamodel as oba
from obamodel.domain.publishing import Mark, PublishedRow, PublishedTable
from obamodel.domain.series import Series
from obamodel.errors import InvalidError
from obamodel.files.data_package import check_descriptor, read_data_package, write_data_package
from obamodel.files.inert import make_inert, read_inert
from tests.domain.building import make
from tests.strategies import nouns

HELD = Series.from_dict(
    {"2014/15": 12, "2015/16": None, "2016/17": 9},
    why_missing="the room was closed",
    id="held",
    name="Sessions held",
    kind=oba.SeriesKind.COUNT,
    unit="sessions",
    polarity=oba.Polarity.NONE,
    counted=oba.Counted.THINGS,
)
TABLE = PublishedTable(
    title="Who came",
    columns=["Place", "People", "Place"],
    rows=[
        PublishedRow(
            cells=["Colchester", "1,200", "=x"], marks=[Mark.WORDS, Mark.SHOWN, Mark.WORDS]
        ),
        PublishedRow(cells=["Thurrock", "*", "-"], marks=[Mark.WORDS, Mark.WITHHELD, Mark.WORDS]),
    ],
    notes=["Counts of people from 1 to 10 are not shown (*)."],
)


def write(folder: Path, **more: Any) -> Path:
    write_data_package(folder, **({"name": "ours", "title": "Our numbers"} | more))
    return folder


def read_as_others_do(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Read a package with nothing but its own description, as another program would."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    casts: dict[str, Callable[[str], Any]] = {
        "string": str,
        "number": float,
        "integer": int,
        "date": datetime.date.fromisoformat,
        "boolean": lambda text: {"true": True, "false": False}[text],
    }
    found = {}
    for resource in package["resources"]:
        schema = resource["schema"]
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            heading, *rows = csv.reader(file)
        assert heading == [field["name"] for field in schema["fields"]]
        found[resource["name"]] = [
            {
                field["name"]: None
                if cell in field.get("missingValues", schema["missingValues"])
                else casts[field["type"]](cell)
                for field, cell in zip(schema["fields"], row, strict=True)
            }
            for row in rows
        ]
        for field in schema["fields"]:
            for row in found[resource["name"]]:
                rules = field.get("constraints", {})
                assert row[field["name"]] is not None or not rules.get("required")
                assert row[field["name"]] in rules.get("enum", [row[field["name"]]])
        keys = [
            tuple(row[key] for key in schema.get("primaryKey", []))
            for row in found[resource["name"]]
        ]
        assert len(set(keys)) == len(keys) or not schema.get("primaryKey")
    return found


def test_another_program_can_read_it_by_its_description_alone(tmp_path: Path) -> None:
    found = read_as_others_do(write(tmp_path / "out", series=[HELD], tables=[TABLE]))
    assert found["series"][0] == {
        **dict.fromkeys(("numerator", "denominator", "lower", "upper", "flags", "note")),
        "series": "held",
        "period": "2014/15",
        "start": datetime.date(2014, 4, 1),
        "end": datetime.date(2015, 3, 31),
        "value": 12.0,
        "missing": None,
    }
    assert found["series"][1]["missing"] == "the room was closed"
    assert found["series-definitions"][0]["name"] == "Sessions held"
    assert found["table-who-came"] == [
        {"Place": "Colchester", "People": 1200, "Place (2)": "'=x"},
        {"Place": "Thurrock", "People": None, "Place (2)": "'-"},
    ]


def test_its_description_is_as_the_standard_asks(tmp_path: Path) -> None:
    licence = {"name": "OGL-UK-3.0", "title": "Open Government Licence v3.0"}
    write(tmp_path, series=[HELD], tables=[TABLE], licence=licence, sources=[{"title": "Us"}])
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert check_descriptor(package) == ()
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["licenses"] == [licence]
    assert package["resources"][2]["description"] == TABLE.notes[0]
    assert {one["type"] for one in package["resources"]} == {"table"}


def test_its_series_come_back_equal_and_its_tables_are_named_as_left_behind(tmp_path: Path) -> None:
    write(tmp_path, series=[HELD], tables=[TABLE])
    for path in (tmp_path, tmp_path / "datapackage.json"):
        found = read_data_package(path)
        assert found.series == (HELD,)
        assert [one.found for one in found.left_behind] == ['the table "table-who-came"']


@given(st.lists(nouns(Series, {"indicators": ["first", "second"]}), min_size=1, max_size=3))
def test_whatever_series_are_written_come_back_equal(series: list[Series]) -> None:
    shown = [
        attrs.evolve(one, id=f"series-{number}", published="public")
        for number, one in enumerate(series)
    ]
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), series=shown)
        found = read_data_package(folder).series
    assert list(found) == [see(one) for one in shown]


def see(one: Series) -> Series:
    """Return a series with the unseen signs in its words written out, as the package has them."""

    def write_out(thing: Any, *names: str) -> Any:
        return attrs.evolve(
            thing, **{name: read_inert(make_inert(getattr(thing, name))) for name in names}
        )

    plain = write_out(one, "name", "unit", "published", "definition", "note", "source")
    seen = [write_out(each, "note", "missing") for each in one.observations]
    return attrs.evolve(plain, observations=seen)  # type: ignore[no-any-return]


def test_only_what_is_published_is_written_and_no_folder_is_made(tmp_path: Path) -> None:
    people = attrs.evolve(HELD, counted=oba.Counted.PEOPLE)
    with pytest.raises(InvalidError) as caught:
        write(tmp_path / "out", name="Our Name", series=[HELD, HELD, people], tables=[{"a": 1}])
    assert [str(fault) for fault in caught.value.faults] == [
        'name: found "Our Name"; write small letters, digits, points and hyphens [bad-name]',
        'series[1]: two series are called "held"; give each its own id [named-twice]',
        (
            "series[2]: held has not been published; publish it first: obamodel.publish(series) "
            "[not-published]"
        ),
        'series[2]: two series are called "held"; give each its own id [named-twice]',
        (
            "tables[0]: found a dict; publish it first: obamodel.publish(table).tables "
            "[not-published]"
        ),
    ]
    assert list(tmp_path.iterdir()) == []


def test_the_same_numbers_give_the_same_bytes(tmp_path: Path) -> None:
    folders = [write(tmp_path / name, series=[HELD], tables=[TABLE]) for name in ("a", "b")]
    first, second = (
        {file.name: file.read_bytes() for file in folder.iterdir()} for folder in folders
    )
    assert first == second


# --- what is wrong -------------------------------------------------------------------------------


def spoil(folder: Path, file: str, old: str, new: str) -> list[str]:
    write(folder, series=[HELD])
    place = folder / file
    text = place.read_bytes().decode()
    assert old in text
    place.write_bytes(text.replace(old, new, 1).encode())
    with pytest.raises(InvalidError) as caught:
        read_data_package(folder)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("series.csv", ",12,", ",twelve,", 'series.csv:2 value: found "twelve"; write digits'),
        ("series.csv", "2014/15", "2014/17", "series.csv:2 period: "),
        ("series.csv", "held,2014", "hold,2014", 'series.csv:2 series: "hold" has no definition'),
        ("series.csv", "period", "when", "series.csv:1: the columns are"),
        ("series.csv", "held,2014/15", "held", "series.csv:2: the row has 11 cells"),
        ("series-definitions.csv", ",count,", ",cuont,", "series-definitions.csv:2 kind: "),
        ("datapackage.json", '"series.csv"', '"../series.csv"', "datapackage.json:"),
        (
            "datapackage.json",
            '"name": "series"',
            '"name": "values"',
            "datapackage.json resources: ",
        ),
        ("datapackage.json", "{", "[", "datapackage.json"),
    ],
)
def test_what_is_wrong_is_named_by_its_place(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    first = spoil(tmp_path, file, old, new)[0]
    assert first.startswith(said), first


def test_several_mistakes_are_said_in_one_go(tmp_path: Path) -> None:
    write(tmp_path, series=[HELD])
    text = (tmp_path / "series.csv").read_bytes().decode()
    text = text.replace(",12,", ",1 2,").replace(",9,", ",9%,")
    (tmp_path / "series.csv").write_bytes(text.encode())
    with pytest.raises(InvalidError) as caught:
        read_data_package(tmp_path)
    assert [fault.line for fault in caught.value.faults] == [2, 4]


@given(st.binary(max_size=120), st.sampled_from(["datapackage.json", "series.csv"]))
def test_no_bytes_bring_the_reader_down(content: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), series=[HELD])
        (Path(folder) / name).write_bytes(content)
        with pytest.raises(InvalidError):
            read_data_package(folder)


def test_a_published_evaluation_becomes_a_package(tmp_path: Path) -> None:
    few = make(oba.Count)
    evaluation = oba.Evaluation(id="small", title="Small", counts=[few], series=[HELD])
    publication = oba.publish(evaluation)
    answer = write_data_package(
        tmp_path,
        name="small",
        title="Small",
        series=publication.evaluation.series,
        tables=publication.release.tables,
    )
    assert answer.files == ("datapackage.json", "series.csv", "series-definitions.csv")
    assert read_data_package(tmp_path).series == publication.evaluation.series

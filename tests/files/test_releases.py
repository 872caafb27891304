"""What left the house, kept in a file for the next time."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.dates import PartialDate
from obamodel.domain.periods import Period
from obamodel.domain.publishing import Mark, PublishedTable
from obamodel.domain.releases import Release, ReleasedCell, ReleasedTable
from obamodel.domain.tables import Adding
from obamodel.errors import InvalidError
from obamodel.files.releases import load_release, read_release, save_release, write_release
from tests.domain.building import LEAST, make


def make_release() -> Release:
    table = make(
        ReleasedTable,
        period=Period.parse("2014/15"),
        adding=Adding.ADDS,
        cells=[
            ReleasedCell(at=["Basildon"], number=15, mark=Mark.ROUNDED),
            ReleasedCell(at=["Thurrock"], mark=Mark.WITHHELD),
        ],
    )
    return Release(
        protection=LEAST[Release]["protection"],
        counts=[table],
        tables=[make(PublishedTable, notes=["A note."])],
        notes=["The rule."],
        on=PartialDate.parse("2015-06"),
    )


def test_a_release_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    release = make_release()
    save_release(release, tmp_path / "spring.json")
    assert load_release(tmp_path / "spring.json") == release
    data = json.loads((tmp_path / "spring.json").read_text(encoding="utf-8"))
    assert data["kind"] == "release"
    assert data["counts"][0]["period"] == "2014/15"
    assert data["counts"][0]["cells"][1] == {"at": ["Thurrock"], "mark": "withheld"}
    assert data["on"] == "2015-06"


def spoil(text: str) -> str:
    data: dict[str, Any] = json.loads(text)
    data["counts"][0]["cells"][1]["number"] = 3
    data["counts"][0]["period"] = "2011/12/13"
    data["nonsense"] = 1
    del data["protection"]["preset"]
    return json.dumps(data, indent=2)


def test_everything_wrong_with_the_file_is_named_at_once_with_its_line() -> None:
    text = spoil(write_release(make_release()))
    with pytest.raises(InvalidError) as caught:
        read_release(text, "spring.json")
    lines = text.splitlines()
    found = {(one.code, lines[(one.line or 1) - 1].strip()[:12]) for one in caught.value.faults}
    assert ("unknown-key", '"nonsense": ') in found
    assert ("missing", '"protection"') in found
    assert ("hidden-number", '"number": 3') in found
    assert ("bad-period", '"period": "2') in found
    assert {one.file for one in caught.value.faults} == {"spring.json"}


@pytest.mark.parametrize("text", ["[1]", "{}", '{"schema_version": 1, "id": "a", "title": "A"}'])
def test_what_is_no_release_at_all_is_refused(text: str) -> None:
    with pytest.raises(InvalidError) as caught:
        read_release(text)
    assert caught.value.faults[0].code in ("wrong-type", "not-a-release")


def test_a_release_from_a_newer_library_is_not_judged() -> None:
    text = write_release(make_release()).replace('"schema_version": 1', '"schema_version": 9')
    with pytest.raises(InvalidError, match="upgrade obamodel"):
        read_release(text)


def test_a_release_is_kept_as_json_and_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match=r"end the name in \.json"):
        save_release(make_release(), tmp_path / "spring.txt")
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=80) | st.sampled_from(['{"kind": "release"', "null", '{"kind": 1e999}']))
def test_no_text_brings_the_reader_down(text: str) -> None:
    with pytest.raises(InvalidError):
        read_release(text)

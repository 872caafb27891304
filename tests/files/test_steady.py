"""A folder is read as it was at one moment."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from obamodel.errors import Fault, InvalidError
from obamodel.files import steady
from obamodel.files.steady import read_steady


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.toml").write_text("old", "utf-8")
    (tmp_path / "b.toml").write_text("old", "utf-8")
    (tmp_path / "c.txt").write_text("old", "utf-8")
    return tmp_path


def test_only_the_files_that_matter_are_handed_out(folder: Path) -> None:
    places = read_steady(folder, (".toml",), dict)
    assert places == {"a.toml": folder / "a.toml", "b.toml": folder / "b.toml"}


@pytest.mark.parametrize("name", ["a.toml", "b.toml", "new.toml"])
def test_files_that_were_replaced_meanwhile_are_read_again(folder: Path, name: str) -> None:
    times: list[object] = []

    def read(places: Mapping[str, Path]) -> list[str]:
        found = [path.read_text("utf-8") for _, path in sorted(places.items())]
        if not times:
            # Another program puts a new file in its place while we are reading.
            (folder / "c.txt").replace(folder / name)
            (folder / name).write_text("new", "utf-8")
        times.append(found)
        return found

    found = read_steady(folder, (".toml",), read)
    assert len(times) == 2
    assert found.count("new") == 1


def test_a_refusal_counts_only_if_nothing_changed_meanwhile(folder: Path) -> None:
    times: list[object] = []

    def read(places: Mapping[str, Path]) -> int:
        times.append(1)
        if len(times) == 1:
            (folder / "a.toml").unlink()
            raise InvalidError("a.toml", [Fault("half", "it is half a file", "mend it")])
        return len(places)

    assert read_steady(folder, (".toml",), read) == 1

    def refuse(_: Mapping[str, Path]) -> int:
        raise InvalidError("a.toml", [Fault("half", "it is half a file", "mend it")])

    with pytest.raises(InvalidError, match="it is half a file"):
        read_steady(folder, (".toml",), refuse)


def test_a_folder_that_never_rests_is_told_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steady, "_PAUSE", 0)
    times: list[object] = []

    def read(_: Mapping[str, Path]) -> None:
        times.append(1)
        (folder / "a.toml").write_text("x" * len(times), "utf-8")

    with pytest.raises(InvalidError, match="the files change all the while"):
        read_steady(folder, (".toml",), read)
    assert 10 < len(times) < 1000


def test_a_folder_that_goes_away_is_missed(folder: Path) -> None:
    with pytest.raises(InvalidError, match="there is no such file or folder"):
        read_steady(folder, (".toml",), lambda _: shutil.rmtree(folder))

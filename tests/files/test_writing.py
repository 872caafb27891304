"""A file is the old one or the new one, whatever happens on the way."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from obamodel.errors import InvalidError
from obamodel.files.writing import write_files, write_folder_of_files

OLD = {"a.toml": b"old a", "b.toml": b"old b"}
NEW = {"a.toml": b"new a", "b.toml": b"new b", "c.toml": b"new c"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in OLD.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def read_all(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_files_are_written_and_nothing_is_left_beside_them(folder: Path) -> None:
    write_files(folder, NEW)
    assert read_all(folder) == NEW


@pytest.mark.parametrize("step", ["open", "fsync", "fdopen", "fchmod"])
@pytest.mark.parametrize("time", [1, 2])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_crash_before_all_is_on_the_disk_leaves_every_old_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, time: int, error: BaseException
) -> None:
    done = getattr(os, step)
    calls = []

    def break_off(*arguments: Any, **options: Any) -> Any:
        calls.append(arguments)
        if len(calls) == time:
            raise error
        return done(*arguments, **options)

    monkeypatch.setattr(os, step, break_off)
    with pytest.raises((InvalidError, KeyboardInterrupt)):
        write_files(folder, NEW)
    monkeypatch.undo()
    assert len(calls) == time
    assert read_all(folder) == OLD


@pytest.mark.parametrize("time", [1, 2, 3])
def test_a_crash_while_files_take_their_places_leaves_each_old_or_new_and_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, time: int
) -> None:
    replace = Path.replace
    calls = []

    def break_off(path: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == time:
            raise OSError(5, "Input/output error")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", break_off)
    with pytest.raises(InvalidError, match="Input/output error"):
        write_files(folder, NEW)
    names = sorted(NEW)
    new = {name: NEW[name] for name in names[: time - 1]}
    old = {name: OLD[name] for name in names[time - 1 :] if name in OLD}
    assert read_all(folder) == {**old, **new}


def test_who_may_read_a_file_stays_as_it_was(folder: Path) -> None:
    (folder / "a.toml").chmod(0o640)
    write_files(folder, NEW)
    assert stat.S_IMODE((folder / "a.toml").stat().st_mode) == 0o640


def test_a_new_file_can_be_read_by_those_who_can_read_other_new_files(folder: Path) -> None:
    (folder / "other").touch()
    write_files(folder, NEW)
    assert (folder / "c.toml").stat().st_mode == (folder / "other").stat().st_mode


def test_a_link_in_the_place_of_a_file_is_not_written_through(folder: Path) -> None:
    (folder / "c.toml").symlink_to(folder / "a.toml")
    with pytest.raises(InvalidError, match="it is a link to somewhere else"):
        write_files(folder, NEW)
    assert (folder / "a.toml").read_bytes() == b"old a"


def test_a_folder_that_could_not_be_filled_is_gone_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", break_off)
    with pytest.raises(InvalidError, match="No space left on device"):
        write_folder_of_files(tmp_path / "new", NEW)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_made_where_its_own_folder_is_and_nowhere_else(tmp_path: Path) -> None:
    write_folder_of_files(tmp_path / "new", NEW)
    assert read_all(tmp_path / "new") == NEW
    with pytest.raises(InvalidError, match="nowhere: there is no such file or folder"):
        write_folder_of_files(tmp_path / "nowhere" / "new", NEW)

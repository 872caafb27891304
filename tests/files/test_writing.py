"""Files are the old ones or the new ones, whatever happens on the way."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from obamodel.errors import InvalidError
from obamodel.files.journal import JOURNAL
from obamodel.files.locking import LOCK_FILE
from obamodel.files.writing import (
    finish_saves,
    hold_folder,
    write_files,
    write_folder_of_files,
)

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


@pytest.mark.parametrize("step", ["open", "fsync", "write", "fchmod"])
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
    assert len(calls) >= time
    assert read_all(folder) == OLD


def test_a_system_that_takes_a_few_bytes_at_a_time_is_given_the_others_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = os.write
    monkeypatch.setattr(os, "write", lambda place, content: done(place, content[:2]))
    write_files(folder, NEW)
    assert read_all(folder) == NEW


def test_a_disk_that_takes_a_part_and_then_has_no_room_leaves_every_old_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = os.write
    room = [8]

    def fill(place: int, content: memoryview) -> int:
        if not room[0]:
            raise OSError(28, "No space left on device")
        written = done(place, content[: room[0]])
        room[0] -= written
        return written

    monkeypatch.setattr(os, "write", fill)
    with pytest.raises(InvalidError, match="No space left on device"):
        write_files(folder, NEW)
    assert room == [0]
    assert read_all(folder) == OLD


# The first name is that of the note.
@pytest.mark.parametrize(("time", "expected"), [(1, OLD), (2, OLD), (3, NEW), (4, NEW)])
@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), KeyboardInterrupt()])
def test_an_error_while_files_take_their_places_is_undone_or_got_over(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    time: int,
    expected: dict[str, bytes],
    error: BaseException,
) -> None:
    replace = Path.replace
    calls = []

    def break_off(path: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == time:
            raise error
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", break_off)
    if isinstance(error, OSError) and expected is NEW:
        write_files(folder, NEW)
    else:
        with pytest.raises((InvalidError, KeyboardInterrupt)):
            write_files(folder, NEW)
    finish_saves(folder)
    kept = {name: content for name, content in read_all(folder).items() if name != JOURNAL}
    assert kept == expected


def test_a_file_that_another_program_holds_is_named_and_the_save_is_finished_later(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def hold(path: Path, target: Path) -> Path:
        if target.name == "b.toml":
            raise PermissionError(13, "It is open in another program")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", hold)
    with pytest.raises(InvalidError) as caught:
        write_files(folder, NEW)
    (fault,) = caught.value.faults
    assert (fault.code, fault.file) == ("not-finished", "b.toml")
    assert "what you saved is kept" in fault.found
    assert "close the file where it is open" in fault.mend
    finish_saves(folder)
    assert (folder / "b.toml").read_bytes() == b"old b"
    monkeypatch.undo()
    finish_saves(folder)
    assert read_all(folder) == NEW


def test_everything_is_flushed_before_the_next_step_counts_on_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = {name: getattr(os, name) for name in ("fsync", "replace", "unlink")}
    steps: list[str] = []

    def flush(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        steps.append("flush the folder" if is_folder else "flush a file")
        done["fsync"](descriptor)

    def replace(source: Path, target: Path) -> None:
        steps.append(f"place {Path(target).name}")
        done["replace"](source, target)

    def unlink(path: Path) -> None:
        steps.append(f"delete {Path(path).name}")
        done["unlink"](path)

    for name, stand_in in (("fsync", flush), ("replace", replace), ("unlink", unlink)):
        monkeypatch.setattr(os, name, stand_in)
    write_files(folder, NEW)
    assert steps == [
        *("flush a file", "flush a file", "flush a file", "flush the folder"),
        *("flush a file", f"place {JOURNAL}", "flush the folder"),
        *("place a.toml", "place b.toml", "place c.toml", "flush the folder"),
        *(f"delete {JOURNAL}", "flush the folder", f"delete {LOCK_FILE}"),
    ]
    steps.clear()
    write_files(folder, {"a.toml": b"newer"})
    assert steps == [
        *("flush a file", "flush the folder", "place a.toml", "flush the folder"),
        f"delete {LOCK_FILE}",
    ]


def test_a_system_without_rights_for_files_or_flushing_of_folders_will_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = os.open

    def refuse_folders(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied")
        return done(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse_folders)
    monkeypatch.delattr(os, "fchmod")
    for name in ("O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC"):
        monkeypatch.delattr(os, name, raising=False)
    write_files(folder, NEW)
    assert read_all(folder) == NEW


def test_a_file_changed_by_hand_since_it_was_read_is_not_written_over(folder: Path) -> None:
    with hold_folder(folder) as held:
        (folder / "a.toml").write_bytes(b"by hand")
        with pytest.raises(InvalidError, match="somebody changed it while") as caught:
            held.write(NEW, before=OLD)
    assert [(fault.code, fault.file) for fault in caught.value.faults] == [
        ("changed-meanwhile", "a.toml")
    ]
    assert read_all(folder) == {**OLD, "a.toml": b"by hand"}


@pytest.mark.parametrize("names", [("a.toml", "CON"), ("a.toml", "A.toml"), ("a", "../b")])
def test_names_that_not_every_computer_has_are_refused_in_a_save_of_several(
    folder: Path, names: tuple[str, str]
) -> None:
    with pytest.raises(InvalidError) as caught:
        write_files(folder, dict.fromkeys(names, b""))
    assert {fault.code for fault in caught.value.faults} == {"bad-file-name"}
    assert read_all(folder) == OLD


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

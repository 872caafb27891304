"""Those who save at once take turns, and nobody has to clear up after one who was stopped."""

import os
import runpy
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import cast

import attrs
import pytest

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.risks import Risk
from obamodel.errors import InvalidError
from obamodel.files import load, locking, save
from obamodel.files.locking import LOCK_FILE, keep_others_out

fcntl = pytest.importorskip("fcntl", reason="this system locks in another way")

ONE = Evaluation(id="small", title="One", risks=[Risk(id="frost", name="One")])
TWO = attrs.evolve(ONE, title="Two", risks=[Risk(id="frost", name="Two")], summary="Two.")

HOLD = """
import sys, time
from pathlib import Path
from obamodel.files.locking import keep_others_out
with keep_others_out(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
SAVE = """
import sys
import attrs
from obamodel.files import load, save
evaluation = load(sys.argv[1])
for _ in range(int(sys.argv[3])):
    save(evaluation, sys.argv[2])
"""


@contextmanager
def held_by_another(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield holder
        finally:
            holder.kill()


def test_nothing_is_left_when_nobody_holds_a_folder(tmp_path: Path) -> None:
    with keep_others_out(tmp_path) as alone:
        assert alone
        assert [path.name for path in tmp_path.iterdir()] == [LOCK_FILE]
    assert list(tmp_path.iterdir()) == []


def test_whoever_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(ONE, tmp_path / "small")
    monkeypatch.setattr(locking, "PATIENCE", 0.1)
    with held_by_another(tmp_path / "small"):
        with pytest.raises(InvalidError, match="somebody else is saving into this folder"):
            save(TWO, tmp_path / "small")
        # Reading needs no turn.
        assert load(tmp_path / "small") == ONE
    save(TWO, tmp_path / "small")
    assert load(tmp_path / "small") == TWO


def test_one_who_was_stopped_holds_nothing_any_more(tmp_path: Path) -> None:
    with held_by_another(tmp_path) as holder:
        holder.kill()
        holder.wait()
        assert (tmp_path / LOCK_FILE).exists()
        with keep_others_out(tmp_path, patience=1) as alone:
            assert alone
    assert list(tmp_path.iterdir()) == []


def test_two_threads_take_turns(tmp_path: Path) -> None:
    inside: list[int] = []
    most = []

    def hold() -> None:
        for _ in range(20):
            with keep_others_out(tmp_path):
                inside.append(1)
                most.append(len(inside))
                time.sleep(0.001)
                inside.pop()

    threads = [threading.Thread(target=hold) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 80
    assert list(tmp_path.iterdir()) == []


def test_a_lock_whose_file_was_taken_away_meanwhile_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = fcntl.flock
    taken: list[int] = []

    def lose_once(descriptor: int, what: int) -> None:
        # As if the holder before had let go between our opening the file and our holding it.
        if not taken:
            (tmp_path / LOCK_FILE).unlink()
        done(descriptor, what)
        taken.append(os.fstat(descriptor).st_nlink)

    monkeypatch.setattr(fcntl, "flock", lose_once)
    with keep_others_out(tmp_path):
        assert taken == [0, 1]
        monkeypatch.undo()
        with pytest.raises(InvalidError), keep_others_out(tmp_path, patience=0):
            pytest.fail("two hold the folder at once")


def test_a_disk_without_locks_is_saved_to_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int, __: int) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    save(ONE, tmp_path / "small")
    left = tmp_path / "small" / ".obamodel-0123456789abcdef.new"
    left.touch()
    save(TWO, tmp_path / "small")
    assert load(tmp_path / "small") == TWO
    # It may be somebody's who saves this moment.
    assert left.exists()
    assert not (tmp_path / "small" / LOCK_FILE).exists()


def test_on_windows_the_first_byte_is_held_and_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: dict[int, os.stat_result] = {}

    def lock(descriptor: int, mode: int, count: int) -> None:
        # What Microsoft's page on _locking says: the same bytes cannot be held twice.
        assert (os.lseek(descriptor, 0, os.SEEK_CUR), count) == (0, 1)
        seen = os.fstat(descriptor)
        if mode == 0:
            del held[descriptor]
        elif any(os.path.samestat(seen, other) for other in held.values()):
            raise PermissionError(13, "Permission denied")
        else:
            held[descriptor] = seen

    stand_in = SimpleNamespace(LK_UNLCK=0, LK_NBLCK=2, locking=lock)
    monkeypatch.setitem(sys.modules, "msvcrt", cast("ModuleType", stand_in))
    monkeypatch.setattr(sys, "platform", "win32")
    there = runpy.run_path(str(locking.__file__))["keep_others_out"]
    with there(tmp_path) as alone:
        assert alone
        with pytest.raises(InvalidError, match="somebody else"), there(tmp_path, patience=0):
            pytest.fail("two hold the folder at once")
        assert len(held) == 1
    assert held == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_a_strange_thing_in_the_place_of_the_lock_is_not_opened(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "small"
    save(ONE, folder)
    place = folder / LOCK_FILE
    if kind == "link":
        place.symlink_to(tmp_path / "elsewhere")
    elif kind == "folder":
        place.mkdir()
    else:
        os.mkfifo(place)
    with pytest.raises(InvalidError) as caught:
        save(TWO, folder)
    assert [fault.file for fault in caught.value.faults] == [LOCK_FILE]
    assert not (tmp_path / "elsewhere").exists()
    assert load(folder) == ONE


@pytest.mark.parametrize("name", ["small", "small.json"])
def test_two_programs_that_save_at_once_leave_one_whole_and_readers_see_nothing_else(
    tmp_path: Path, name: str
) -> None:
    save(ONE, tmp_path / "one.json")
    save(TWO, tmp_path / "two.json")
    place = tmp_path / name
    save(ONE, place)
    savers = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", SAVE, tmp_path / f"{each}.json", place, "25"]
        )
        for each in ("one", "two")
    ]
    seen = []
    while any(saver.poll() is None for saver in savers):
        seen.append(load(place))
    assert [saver.returncode for saver in savers] == [0, 0]
    assert all(each in (ONE, TWO) for each in seen)
    assert ONE in seen
    assert TWO in seen
    assert load(place) in (ONE, TWO)
    held = tmp_path / "small" if name == "small" else tmp_path
    assert [path.name for path in held.iterdir() if path.name.startswith(".")] == []

"""A program that breaks a save off at each of its steps, and tells what the next load finds.

    python tests/files/breaking_off.py SCENARIO

Each attempt is a process of its own, which is stopped at its n-th step (as by a power cut to the
program), or to which the system says that there is no room left. What is found afterwards is
written as JSON, one line for each attempt.
"""

import errno
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.learning import Lesson
from obamodel.domain.method import Abbreviation
from obamodel.domain.quantities import Count, Counted
from obamodel.domain.risks import Risk
from obamodel.errors import InvalidError
from obamodel.files import load, save

STEPS = ("open", "write", "fsync", "close", "fchmod", "replace", "unlink", "mkdir", "rmdir")
NEEDS_ROOM = ("open", "write", "fsync", "replace", "mkdir")
HOW = ("stop before", "stop half-way", "no room", "no room any more", "interrupt")

OLD = Evaluation(
    id="small",
    title="Small",
    risks=[Risk(id="frost", name="Frost")],
    counts=[Count(id="few", of="members", counted=Counted.PEOPLE, value=3)],
    abbreviations=[Abbreviation(id="gp", short="GP")],
)
NEW = attrs.evolve(
    OLD,
    title="New",
    risks=[Risk(id="frost", name="Snow"), Risk(id="flood", name="Flood")],
    counts=[Count(id="few", of="members", counted=Counted.PEOPLE, value=4)],
    # One file has nothing to say any more, and one was not there before.
    abbreviations=[],
    lessons=[Lesson(id="wait", text="Wait for the thaw.")],
    summary="Something new.",
)
NOTE = "# We wrote this ourselves.\n"
BESIDE = {"README.md": b"ours", ".obamodel-notes.new": b"ours", ".a.toml.0123456789ab.tmp": b"ours"}
# Nothing is kept through a power cut here, so a disk that is only memory will do, and is quicker.
QUICK = Path("/dev/shm")

Contents = dict[str, bytes]


class Breaker:
    """Stands in for the functions of the system, and breaks off at one call."""

    def __init__(self, number: int, how: str) -> None:
        self.number = number
        self.how = how
        self.count = 0
        self.seen: list[tuple[str, bool]] = []
        self.done = {step: getattr(os, step) for step in STEPS if hasattr(os, step)}

    def install(self) -> None:
        for step in self.done:
            setattr(os, step, self._stand_in(step))

    def uninstall(self) -> None:
        for step, do in self.done.items():
            setattr(os, step, do)

    def _stand_in(self, step: str) -> Callable[..., Any]:
        def do(*arguments: Any, **options: Any) -> Any:
            self.count += 1
            self.seen.append((step, self._fills(step, arguments)))
            if self.count == self.number:
                return self._break(step, *arguments, **options)
            is_full = self.how == "no room any more" and self.count > self.number
            if is_full and self._fills(step, arguments):
                raise OSError(errno.ENOSPC, "No space left on device")
            return self.done[step](*arguments, **options)

        return do

    @staticmethod
    def _fills(step: str, arguments: tuple[Any, ...]) -> bool:
        if step == "open":
            return bool(arguments[1] & os.O_CREAT)
        return step in NEEDS_ROOM

    def _break(self, step: str, *arguments: Any, **options: Any) -> Any:
        do = self.done[step]
        if step == "write" and self.how != "stop before":
            descriptor, content = arguments
            do(descriptor, bytes(content)[: len(content) // 2])
        if self.how.startswith("no room"):
            if self._fills(step, arguments):
                raise OSError(errno.ENOSPC, "No space left on device")
            return do(*arguments, **options)
        if self.how == "interrupt":
            do(*arguments, **options)
            raise KeyboardInterrupt
        os._exit(9)


def makes_sense(how: str, step: str, fills: bool) -> bool:
    """Whether a step that is broken off in this way leaves anything that no other way leaves."""
    if how == "stop half-way":
        return step == "write"
    return fills or not how.startswith("no room")


def main(scenario: str) -> None:
    """Tell what is found after each attempt; "twice" breaks the load that follows off as well."""
    scenario, _, twice = scenario.partition(", ")
    with tempfile.TemporaryDirectory(dir=QUICK if os.access(QUICK, os.W_OK) else None) as made:
        root = Path(made)
        start(root / "old", scenario)
        shutil.copytree(root / "old", root / "new")
        counter = Breaker(0, "")
        counter.install()
        save(NEW, find_path(root / "new", scenario))
        counter.uninstall()
        sides = {"old": look(root / "old"), "new": look(root / "new")}
        kept = sum(content.startswith(NOTE.encode()) for content in sides["new"].values())
        tell(steps=counter.count, notes=kept, files=compare(**sides))
        for how in ("stop before",) if twice else HOW:
            numbers = [
                number
                for number, (step, fills) in enumerate(counter.seen, 1)
                if makes_sense(how, step, fills)
            ]
            for number in numbers[:: 5 if "some" in twice else 1]:
                place = root / "place"
                shutil.copytree(root / "old", place)
                path = find_path(place, scenario)
                ended = run_apart(partial(save, NEW, path), number, how)
                if twice:
                    stop_again(root, scenario, sides)
                else:
                    tell(how=how, number=number, ended=ended, found=judge(place, path, sides))
                shutil.rmtree(place)


def start(place: Path, scenario: str) -> None:
    place.mkdir()
    if scenario.startswith("new"):
        return
    save(OLD, find_path(place, scenario))
    if scenario == "folder":
        for name in ("evaluation.toml", "recommendations.toml", "method.toml"):
            file = find_path(place, scenario) / name
            file.write_text(NOTE + file.read_text("utf-8"), "utf-8")
    for name, content in BESIDE.items():
        ((place / "small") if scenario == "folder" else place).joinpath(name).write_bytes(content)


def find_path(place: Path, scenario: str) -> Path:
    endings = {"folder": "", "file": ".json", "workbook": ".xlsx"}
    return place / f"small{endings[scenario.split()[-1]]}"


def run_apart(do: Callable[[], object], number: int, how: str) -> str:
    """Do something in a process of its own that is broken off, and tell how it ended."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        codes = {0: "well", 3: "refused", 4: "interrupted", 9: "stopped"}
        return codes.get(os.waitstatus_to_exitcode(status), "crashed")
    code = 1
    try:
        Breaker(number, how).install()
        do()
        code = 0
    except InvalidError:
        code = 3
    except KeyboardInterrupt:
        code = 4
    finally:
        os._exit(code)


def stop_again(root: Path, scenario: str, sides: dict[str, Contents]) -> None:
    """Break off the load that follows a broken save, at each of its steps."""
    for how in ("stop before", "no room any more"):
        # Each load has fewer steps than this, and one that is not stopped ends the search.
        for number in range(1, 60):
            again = root / "again"
            shutil.copytree(root / "place", again)
            path = find_path(again, scenario)
            ended = run_apart(partial(load_whole, path), number, how)
            tell(how=how, number=number, ended=ended, found=judge(again, path, sides))
            shutil.rmtree(again)
            if ended != "stopped" and (how == "stop before" or number > 6):
                break


def load_whole(path: Path) -> None:
    assert load(path) in (OLD, NEW)


def judge(place: Path, path: Path, sides: dict[str, Contents]) -> str:
    """Load, and tell which of the two evaluations there is; all files must agree with it."""
    try:
        loaded = load(path)
    except InvalidError as error:
        codes = {fault.code for fault in error.faults}
        loaded = None
        if codes != {"not-there"}:
            return f"refused: {error}"
    found = "new" if loaded == NEW else "old" if loaded == OLD or loaded is None else "neither"
    held = look(place)
    if found == "old" and held != sides["old"] and not (loaded is None and held == {"small/": b""}):
        return f"the old one, with other files: {list(held)}"
    if found == "new" and held != sides["new"]:
        return f"the new one, with other files: {list(held)}"
    # What is there now can be saved over.
    save(NEW, path)
    return found if look(place) == sides["new"] else "saved again, and not whole"


def look(place: Path) -> Contents:
    found = {}
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_dir():
            found[f"{name}/"] = b""
        else:
            found[name] = path.read_bytes()
    return found


def compare(old: Contents, new: Contents) -> dict[str, str]:
    """Tell what became of each file that is not the same on both sides."""
    changed = {name: "changed" for name in old.keys() & new.keys() if old[name] != new[name]}
    added = dict.fromkeys(new.keys() - old.keys(), "added")
    emptied = {name: "emptied" for name in changed if new[name] in (b"", NOTE.encode())}
    return {**changed, **added, **emptied, **dict.fromkeys(old.keys() - new.keys(), "gone")}


def tell(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])

"""What does a save note down, so that one that was cut short can be finished or undone?

The files of one save lie ready beside their places, and are safely on the disk, before the note is
written; from the moment it has its name, the save counts as done. Whoever comes next puts the files
in their places, or takes everything away again where the save did not get that far.

The note is not believed: it names files of one folder by plain names, and every file is held
against the sum (SHA-256) of what it should hold.
"""

import contextlib
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path

from attrs import frozen

from obamodel.errors import Fault, InvalidError
from obamodel.files.plain_names import OURS, is_plain
from obamodel.files.reading import open_file, read_file, refuse_path

JOURNAL = f"{OURS}.journal"
"""The name of the note."""

MOST_FILES = 2_000
LARGEST_SAVE = 2**30
"""The most bytes that the files of one save may have together."""

READY = re.compile(re.escape(OURS) + r"-[0-9a-f]{16}\.new")
"""What the files are called that lie ready."""

_FIRST = f"{OURS[1:]} save 1"
_ENTRY = re.compile(
    r"(?P<new>[0-9a-f]{64}) (?P<size>0|[1-9][0-9]{0,9}) (?P<old>[0-9a-f]{64}|-) "
    r"(?P<ready>[^ ]+) (?P<name>.+)"
)
_LARGEST_JOURNAL = 4_000_000
_MEND = f'look whether the files are as you want them, then delete "{JOURNAL}"'


@frozen
class Entry:
    """One file of a save: its name, where it lies ready, and the sums of what is in it."""

    name: str
    ready: str
    size: int
    new: str
    old: str | None


class State(Enum):
    """How far one file of a save got."""

    DONE = "in its place"
    READY = "waiting, and the old one is as it was"
    CHANGED = "waiting, and somebody changed the old one since"
    LOST = "gone, and the old one is as it was"
    SETTLED = "gone, and somebody changed the old one since"


class Course(Enum):
    """What is to become of a save that was cut short."""

    FINISH = "put every file in its place"
    UNDO = "leave everything as it was"


def sum_up(content: bytes) -> str:
    """Return the sum by which the content of a file is known again."""
    return hashlib.sha256(content).hexdigest()


def write_journal(entries: Iterable[Entry]) -> bytes:
    """Write the note of a save.

    Examples
    --------
    >>> entry = Entry("a.toml", f"{OURS}-{'0' * 16}.new", 0, sum_up(b""), None)
    >>> read_journal(write_journal([entry])) == (entry,)
    True
    """
    lines = [f"{one.new} {one.size} {one.old or '-'} {one.ready} {one.name}" for one in entries]
    whole = "\n".join([_FIRST, *lines]) + "\n"
    return f"{whole}end {sum_up(whole.encode())}\n".encode()


def read_journal(content: bytes) -> tuple[Entry, ...]:
    """Read the note of a save.

    Raises
    ------
    InvalidError
        When it is not whole, or says anything that a save of ours would not have written.
    """
    try:
        lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise _refuse("it is not UTF-8 text") from None
    whole = "\n".join(lines[:-2]) + "\n"
    if lines[0] != _FIRST or lines[-2:] != [f"end {sum_up(whole.encode())}", ""]:
        raise _refuse("it is not whole, or was changed")
    entries = []
    for line in lines[1:-2]:
        match = _ENTRY.fullmatch(line)
        if match is None or not READY.fullmatch(match["ready"]) or not is_plain(match["name"]):
            raise _refuse("it names a file as no save would")
        old = None if match["old"] == "-" else match["old"]
        entries.append(Entry(match["name"], match["ready"], int(match["size"]), match["new"], old))
    names = [each.name.casefold() for each in entries] + [each.ready for each in entries]
    if len(set(names)) < len(names) or len(entries) > MOST_FILES:
        raise _refuse("it names a file twice, or too many of them")
    if sum(each.size for each in entries) > LARGEST_SAVE:
        raise _refuse("its files would be too large")
    return tuple(entries)


def find_journal(folder: Path) -> tuple[Entry, ...]:
    """Read the note of a save that was cut short, or is under way; nothing where there is none.

    Raises
    ------
    InvalidError
        When there is one, and it cannot be read.
    """
    place = folder / JOURNAL
    if not os.path.lexists(place):
        return ()
    try:
        content = read_file(place, largest=_LARGEST_JOURNAL)
    except InvalidError as error:
        if any(fault.code == "not-there" for fault in error.faults):
            return ()
        raise _refuse(error.faults[0].found) from None
    return read_journal(content)


def judge(folder: Path, entries: tuple[Entry, ...]) -> tuple[Course, dict[str, State]]:
    """Find how far each file of a save got, and what is to become of it.

    Raises
    ------
    InvalidError
        When it can neither be finished nor undone without losing what somebody wrote.
    """
    states = {each.name: _find_state(folder, each) for each in entries}
    faults = list(_find_changed(entries, states))
    if faults:
        raise InvalidError(f"{folder}: a save was cut short", faults)
    if State.LOST not in states.values():
        return Course.FINISH, states
    # A file that is to hold what it held before says nothing of how far the save got.
    told = [states[each.name] for each in entries if each.new != each.old]
    if State.DONE not in told:
        return Course.UNDO, states
    found = "a save was cut short, and what this file was to hold is gone"
    mend = f'put it right from a copy, or by hand, then delete "{JOURNAL}"'
    faults = [
        Fault("half-saved", found, mend, file=each.name)
        for each in entries
        if states[each.name] is State.LOST
    ]
    raise InvalidError(f"{folder}: a save was cut short", faults)


def find_sum(path: Path, size: int | None = None) -> str | None:
    """Return the sum of what is in a file, or nothing where there is no such file.

    Parameters
    ----------
    path
        The file.
    size
        How many bytes it should have; one that has not is not looked into.
    """
    try:
        descriptor = open_file(path)
    except InvalidError as error:
        if any(fault.code == "not-there" for fault in error.faults):
            return None
        raise
    counted = hashlib.sha256()
    try:
        with os.fdopen(descriptor, "rb") as opened:
            left = os.fstat(descriptor).st_size
            if left > LARGEST_SAVE or (size is not None and left != size):
                return ""
            while left > 0 and (part := opened.read(min(left, 1 << 20))):
                counted.update(part)
                left -= len(part)
    except OSError as error:
        raise refuse_path(path, error) from None
    return counted.hexdigest()


def find_left_behind(folder: Path) -> Iterator[Path]:
    """Go through the files that saves of ours laid ready in a folder, and no others."""
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if READY.fullmatch(entry.name))
    for name in names:
        with contextlib.suppress(OSError):
            if stat.S_ISREG((folder / name).lstat().st_mode):
                yield folder / name


def _find_state(folder: Path, entry: Entry) -> State:
    # In this order: a file that is put in its place meanwhile is seen in one of the two.
    try:
        is_ready = find_sum(folder / entry.ready, entry.size) == entry.new
    except InvalidError as error:
        raise _refuse(f"{entry.ready}: {error.faults[0].found}") from None
    held = find_sum(folder / entry.name)
    if held == entry.new:
        return State.DONE
    if is_ready:
        # One that is gone holds nothing that could be lost.
        return State.READY if held in (entry.old, None) else State.CHANGED
    return State.LOST if held == entry.old else State.SETTLED


def _find_changed(entries: Iterable[Entry], states: dict[str, State]) -> Iterator[Fault]:
    for each in entries:
        if states[each.name] is State.CHANGED:
            found = "a save was cut short, and this file was changed before it could be finished"
            mend = (
                f'what was saved is in "{each.ready}"; keep it by deleting this file, '
                "or keep this file by deleting that one"
            )
            yield Fault("changed-since", found, mend, file=each.name)


def _refuse(found: str) -> InvalidError:
    what = "the note of a save that was cut short"
    return InvalidError(what, [Fault("bad-journal", found, _MEND, file=JOURNAL)])

"""How are files written, so that a save is there whole or not at all?

Every file is first written beside its place, and flushed. Where a save is of several files, a note
says which (see :mod:`obamodel.files.journal`), so that whoever comes next can finish it.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from obamodel.errors import Fault, InvalidError
from obamodel.files.journal import (
    JOURNAL,
    LARGEST_SAVE,
    MOST_FILES,
    Course,
    Entry,
    State,
    find_journal,
    find_left_behind,
    judge,
    sum_up,
    write_journal,
)
from obamodel.files.locking import LOCK_FILE, keep_others_out
from obamodel.files.one_file import (
    Ready,
    flush_folder,
    flush_if_possible,
    lay_ready,
    put_in_place,
    replace_file,
    take_away_at_end,
)
from obamodel.files.plain_names import is_plain
from obamodel.files.reading import refuse_path


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder; whatever happens on the way, all are the old ones or the new.

    Where it is stopped between the first file and the last, the next to load from the folder or to
    save into it finishes what was begun.

    Parameters
    ----------
    folder
        A folder that exists.
    contents
        The bytes of each file, by its name.

    Raises
    ------
    InvalidError
        When a file cannot be written, something that is not a file has its name, or somebody
        else is saving into the folder all the while.
    """
    with hold_folder(folder) as held:
        held.write(contents)


def write_folder_of_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made where it is not there yet.

    Raises
    ------
    InvalidError
        When the folder cannot be made, or a file not written; a folder made here is gone again.
    """
    with hold_folder(folder, make=True) as held:
        held.write(contents)


@contextlib.contextmanager
def hold_folder(folder: Path, *, make: bool = False) -> Iterator["HeldFolder"]:
    """Hold a folder, so that what is read from it is still so when it is written.

    A save that was cut short is finished or undone first.

    Parameters
    ----------
    folder
        The folder.
    make
        Whether to make it where it is not there yet; it is gone again if something goes wrong.

    Raises
    ------
    InvalidError
        When nothing can be written there, or somebody else is saving there all the while.
    """
    is_new = make and not os.path.lexists(folder)
    if make:
        _make(folder, is_new=is_new)
    try:
        with keep_others_out(folder) as alone:
            _settle_saves(folder, alone=alone)
            yield HeldFolder(folder)
    except BaseException:
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def finish_saves(folder: Path) -> None:
    """Finish or undo a save into a folder that was cut short, as far as this can be done now.

    Where somebody is saving this moment, or nothing can be written, all stays as it is.
    """
    if not any(os.path.lexists(folder / name) for name in (JOURNAL, LOCK_FILE)):
        return
    with (
        contextlib.suppress(InvalidError, OSError),
        keep_others_out(folder, patience=0) as alone,
    ):
        _settle_saves(folder, alone=alone)


@frozen
class HeldFolder:
    """A folder that nobody else saves into for the time being."""

    folder: Path

    def write(
        self, contents: Mapping[str, bytes], before: Mapping[str, bytes] | None = None
    ) -> None:
        """Write files into it: all of them, or none.

        Parameters
        ----------
        contents
            The bytes of each file, by its name.
        before
            What the files held when they were read, where what is written follows from that.

        Raises
        ------
        InvalidError
            When a file cannot be written, something that is not a file has its name, or somebody
            has changed it by hand since it was read.
        """
        _refuse_names(self.folder, contents)
        with take_away_at_end() as ready:
            entries = [
                lay_ready(self.folder / name, content, ready) for name, content in contents.items()
            ]
            if before is not None:
                _refuse_changed(self.folder, entries, before)
            try:
                flush_folder(self.folder)
            except OSError as error:
                raise refuse_path(self.folder, error) from None
            if len(entries) == 1:
                put_in_place(self.folder, entries[0])
                flush_if_possible(self.folder)
            elif entries:
                _write_together(self.folder, entries, ready)
            ready.paths.clear()


# --- several files as one -----------------------------------------------------------------


def _write_together(folder: Path, entries: list[Entry], ready: Ready) -> None:
    place = folder / JOURNAL
    note = lay_ready(place, write_journal(entries), ready)
    try:
        replace_file(folder / note.ready, place)
        flush_folder(folder)
        _put_all(folder, entries)
    except BaseException as error:
        if _take_back(folder, entries):
            if isinstance(error, OSError):
                raise refuse_path(place, error) from None
            raise
        # The note stays, and the files with it: from now on the save is kept, come what may.
        ready.paths.clear()
        if not isinstance(error, (InvalidError, OSError)):
            with contextlib.suppress(InvalidError):
                _try_again(folder, entries)
            raise
        _try_again(folder, entries)
    _forget(folder)


def _put_all(folder: Path, entries: list[Entry]) -> None:
    for each in entries:
        put_in_place(folder, each)
    flush_folder(folder)


def _try_again(folder: Path, entries: list[Entry]) -> None:
    try:
        _put_all(folder, entries)
    except (InvalidError, OSError) as error:
        kept = refuse_path(folder, error)
        fault = kept.faults[0]
        found = f"what you saved is kept, but not all of it is in its place yet: {fault.found}"
        mend = "close the file where it is open, then load or save again"
        raise InvalidError(
            kept.what, [Fault("not-finished", found, mend, file=fault.file)]
        ) from None


def _take_back(folder: Path, entries: list[Entry]) -> bool:
    """Undo a save of which no file is in its place yet; say whether that could be done."""
    if not all(os.path.lexists(folder / each.ready) for each in entries):
        return False
    try:
        (folder / JOURNAL).unlink(missing_ok=True)
    except OSError:
        return False
    flush_if_possible(folder)
    return True


def _settle_saves(folder: Path, *, alone: bool) -> None:
    """Finish or undo a save that was cut short, and clear away what is left of others."""
    entries = find_journal(folder)
    if entries:
        course, states = judge(folder, entries)
        waiting = [each for each in entries if states[each.name] is State.READY]
        if course is Course.FINISH:
            for each in waiting:
                put_in_place(folder, each)
    try:
        if entries:
            # Only when the new names are safe may the note go.
            flush_folder(folder)
        if os.path.lexists(folder / JOURNAL):
            _forget(folder)
        # Where there are no locks, a file that lies ready may be somebody's who is at work.
        for path in find_left_behind(folder) if alone else ():
            path.unlink(missing_ok=True)
    except OSError as error:
        raise refuse_path(folder, error) from None


def _make(folder: Path, *, is_new: bool) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except FileNotFoundError:
        raise refuse_path(folder.parent, FileNotFoundError()) from None
    except (OSError, ValueError) as error:
        raise refuse_path(folder, error) from None
    if is_new:
        flush_if_possible(folder.parent)


def _refuse_names(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Refuse what a note could not say; a file that is saved alone needs none."""
    if len(contents) == 1:
        return
    faults = [
        Fault("bad-file-name", "not every computer can have this name", "choose another", file=name)
        for name in contents
        if not is_plain(name)
    ]
    if len({name.casefold() for name in contents}) < len(contents):
        found = "two files have names that some computers take for one"
        faults.append(Fault("bad-file-name", found, "choose other names"))
    if len(contents) > MOST_FILES or sum(map(len, contents.values())) > LARGEST_SAVE:
        faults.append(Fault("too-large", "it is too much to save at once", "save less of it"))
    if faults:
        raise InvalidError(str(folder), faults)


def _refuse_changed(folder: Path, entries: list[Entry], before: Mapping[str, bytes]) -> None:
    found = "somebody changed it while it was being saved"
    mend = "look at what was changed, then save again"
    faults = [
        Fault("changed-meanwhile", found, mend, file=each.name)
        for each in entries
        if each.old != (sum_up(before[each.name]) if each.name in before else None)
    ]
    if faults:
        raise InvalidError(str(folder), faults)


def _forget(folder: Path) -> None:
    """Take the note away: everything is where it belongs."""
    with contextlib.suppress(OSError):
        (folder / JOURNAL).unlink(missing_ok=True)
        flush_folder(folder)

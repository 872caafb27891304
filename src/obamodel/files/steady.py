"""How is a folder read while somebody may be saving into it, so that nothing is half of each?"""

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from obamodel.errors import Fault, InvalidError
from obamodel.files.journal import JOURNAL, Course, State, find_journal, judge
from obamodel.files.reading import refuse_path
from obamodel.files.writing import finish_saves

Told = TypeVar("Told")
Stock = dict[str, tuple[int, ...]]

_TRIES = 100
_PAUSE = 0.02


def read_steady(
    folder: Path, endings: tuple[str, ...], read: Callable[[Mapping[str, Path]], Told]
) -> Told:
    """Read a folder as it was at one moment, with a save that was cut short taken for done.

    Nothing needs to be written for that: a folder that is only for reading is read like others.

    Parameters
    ----------
    folder
        The folder.
    endings
        How the names end of the files that matter, in small letters.
    read
        What is to be read, told where each file lies by its name; done again where a file
        changed meanwhile.

    Raises
    ------
    InvalidError
        What `read` raises; or when somebody saves so often that no moment was found.
    """
    finish_saves(folder)
    for _ in range(_TRIES):
        stock = _take_stock(folder, endings)
        refused = None
        try:
            told = read(_find_places(folder, stock))
        except InvalidError as error:
            refused = error
        if _take_stock(folder, endings) == stock:
            if refused is not None:
                raise refused
            return told
        time.sleep(_PAUSE)
    found = "the files change all the while"
    mend = "wait until nobody saves there, then try again"
    raise InvalidError(str(folder), [Fault("busy", found, mend)])


def _take_stock(folder: Path, endings: tuple[str, ...]) -> Stock:
    """Note what would be different if a file had been changed or replaced."""
    stock: Stock = {}
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
        for name in names:
            if name == JOURNAL or name.lower().endswith(endings):
                seen = (folder / name).lstat()
                stock[name] = (
                    *(seen.st_ino, seen.st_mode, seen.st_size),
                    *(seen.st_mtime_ns, seen.st_ctime_ns),
                )
    except FileNotFoundError:
        if not folder.is_dir():
            raise refuse_path(folder, FileNotFoundError()) from None
        # One was taken away since; then this stock is like no other.
        return {"": (time.monotonic_ns(),)}
    except (OSError, ValueError) as error:
        raise refuse_path(folder, error) from None
    return stock


def _find_places(folder: Path, stock: Stock) -> dict[str, Path]:
    places = {name: folder / name for name in stock if name not in (JOURNAL, "")}
    entries = find_journal(folder)
    if entries:
        course, states = judge(folder, entries)
        if course is Course.FINISH:
            for each in entries:
                if states[each.name] is State.READY:
                    places[each.name] = folder / each.ready
    return places

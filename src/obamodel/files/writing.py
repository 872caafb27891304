"""How are files written, so that each is there whole or not at all?"""

import contextlib
import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from obamodel.files.reading import refuse_path, refuse_strange


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder; whatever happens on the way, each is the old one or the new one.

    Every file is first written beside its place under a name that nothing has, and only when all
    of them are safely on the disk do they take their places, one after the other.

    Parameters
    ----------
    folder
        A folder that exists.
    contents
        The bytes of each file, by its name.

    Raises
    ------
    InvalidError
        When a file cannot be written, or something that is not a file has its name.
    """
    with _take_away_at_end() as waiting:
        for name, content in contents.items():
            place = folder / name
            try:
                mode = _find_mode(place)
                waiting[place] = _write_beside(place, content, mode, waiting)
            except (OSError, ValueError) as error:
                raise refuse_path(place, error) from None
        for place in [folder / name for name in contents]:
            try:
                waiting[place].replace(place)
            except OSError as error:
                raise refuse_path(place, error) from None
            del waiting[place]
    _settle(folder)


def write_folder_of_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made where it is not there yet.

    Raises
    ------
    InvalidError
        When the folder cannot be made, or a file not written; a folder made here is gone again.
    """
    is_new = not os.path.lexists(folder)
    try:
        folder.mkdir(exist_ok=True)
    except FileNotFoundError:
        raise refuse_path(folder.parent, FileNotFoundError()) from None
    except (OSError, ValueError) as error:
        raise refuse_path(folder, error) from None
    try:
        write_files(folder, contents)
    except BaseException:
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


@contextlib.contextmanager
def _take_away_at_end() -> Iterator[dict[Path, Path]]:
    waiting: dict[Path, Path] = {}
    try:
        yield waiting
    finally:
        for left in waiting.values():
            left.unlink(missing_ok=True)


def _find_mode(place: Path) -> int | None:
    """Return who may read and write the file that has this place, if there is one."""
    try:
        refuse_strange(place)
    except FileNotFoundError:
        return None
    return stat.S_IMODE(place.stat().st_mode)


def _write_beside(place: Path, content: bytes, mode: int | None, waiting: dict[Path, Path]) -> Path:
    # O_EXCL: a file or link that somebody put there under this name is never opened.
    beside = place.with_name(f".{place.name}.{secrets.token_hex(6)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(beside, flags | getattr(os, "O_BINARY", 0), 0o666)
    waiting[place] = beside
    with os.fdopen(descriptor, "wb") as opened:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        opened.write(content)
        opened.flush()
        os.fsync(descriptor)
    return beside


def _settle(folder: Path) -> None:
    """Ask the disk to keep the new names too, on systems where a folder can be asked."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

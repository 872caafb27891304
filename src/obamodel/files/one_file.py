"""How is one file written, so that it is there whole or not at all?"""

import contextlib
import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen

from obamodel.files.journal import Entry, find_sum, sum_up
from obamodel.files.plain_names import OURS
from obamodel.files.reading import refuse_path, refuse_strange

# Windows does not replace a file that another program looks at, if only for a moment.
_MUST_WAIT = os.name == "nt"
_TRIES = 20
_PAUSE = 0.05
# What some systems answer when asked to flush a folder, which they do of themselves.
_NOT_FOR_FOLDERS = {errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.EACCES, errno.EPERM}


@frozen
class Ready:
    """The files that lie ready, and go away in the end unless somebody counts on them."""

    paths: set[Path] = field(factory=set)


@contextlib.contextmanager
def take_away_at_end() -> Iterator[Ready]:
    """Keep a list of files that lie ready, and take away those still on it at the end."""
    ready = Ready()
    try:
        yield ready
    finally:
        for path in ready.paths:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def lay_ready(place: Path, content: bytes, ready: Ready) -> Entry:
    """Write a file beside its place, under a name that nothing has, and flush it.

    Parameters
    ----------
    place
        Where the file is to be in the end.
    content
        Its bytes.
    ready
        The list on which it is put.

    Raises
    ------
    InvalidError
        When it cannot be written, or something that is not a file has the place.
    """
    beside = place.with_name(f"{OURS}-{secrets.token_hex(8)}.new")
    # O_EXCL: a file or link that somebody put there under this name is never opened.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        mode = _find_mode(place)
        old = None if mode is None else find_sum(place)
        ready.paths.add(beside)
        descriptor = os.open(beside, flags, 0o666)
        try:
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(descriptor, mode)
            left = memoryview(content)
            while left:
                left = left[os.write(descriptor, left) :]
            _flush(descriptor)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise refuse_path(place, error) from None
    return Entry(place.name, beside.name, len(content), sum_up(content), old)


def _find_mode(place: Path) -> int | None:
    """Return who may read and write the file that has this place, if there is one."""
    try:
        refuse_strange(place)
    except FileNotFoundError:
        return None
    return stat.S_IMODE(place.stat().st_mode)


def put_in_place(folder: Path, entry: Entry) -> None:
    """Put a file that lies ready in its place, in one step.

    Raises
    ------
    InvalidError
        When the system does not let us.
    """
    place = folder / entry.name
    try:
        replace_file(folder / entry.ready, place)
    except OSError as error:
        # Where there are no locks, another may have done it this moment.
        if isinstance(error, FileNotFoundError) and find_sum(place) == entry.new:
            return
        raise refuse_path(place, error) from None


def replace_file(source: Path, place: Path) -> None:
    """Give a file another name, in one step, whatever has that name now."""
    for left in reversed(range(_TRIES)):
        try:
            source.replace(place)
        except PermissionError:
            if not _MUST_WAIT or not left:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _flush(descriptor: int) -> None:
    """Ask the disk to keep what was written."""
    if sys.platform == "darwin":
        import fcntl

        # There, the usual way reaches only the memory of the disk.
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    """Ask the disk to keep the new names too, on systems where a folder can be asked."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(descriptor)


def flush_if_possible(folder: Path) -> None:
    """Ask the disk to keep the new names, where nothing depends on the answer."""
    with contextlib.suppress(OSError):
        flush_folder(folder)

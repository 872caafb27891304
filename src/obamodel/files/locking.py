"""How do two that save at once take turns, even when one of them is stopped half-way?"""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from obamodel.errors import Fault, InvalidError
from obamodel.files.plain_names import OURS
from obamodel.files.reading import refuse_path, refuse_strange

LOCK_FILE = f"{OURS}.lock"
"""The file that whoever saves into a folder holds; it is gone when nobody does."""

PATIENCE = 10.0
"""For how many seconds a save waits for another one."""

_PAUSE = 0.01
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK, errno.EINTR}


class _NoLocksError(Exception):
    """The disk that the folder is on has no locks."""


@contextlib.contextmanager
def keep_others_out(folder: Path, *, patience: float | None = None) -> Iterator[bool]:
    """Hold a folder, so that nobody else saves into it; wait a while for those who hold it.

    The system lets go of the folder when whoever holds it is stopped, whatever the reason.

    Parameters
    ----------
    folder
        A folder that exists.
    patience
        For how many seconds to wait; :data:`PATIENCE` where nothing is said.

    Yields
    ------
    bool
        Whether the folder is held; false only on a disk that does not know of locks.

    Raises
    ------
    InvalidError
        When others still hold the folder after that time, or nothing can be written there.
    """
    until = time.monotonic() + (PATIENCE if patience is None else patience)
    place = folder / LOCK_FILE
    descriptor = None
    try:
        descriptor = _take(place, until)
    except _NoLocksError:
        with contextlib.suppress(OSError):
            place.unlink()
    except (OSError, ValueError) as error:
        raise refuse_path(folder, error) from None
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            _let_go(place, descriptor)


def _take(place: Path, until: float) -> int:
    while True:
        descriptor = _open(place, until)
        if descriptor is not None:
            held = False
            try:
                # Whoever held it before took the file away: then this is no longer the one that
                # the others ask for.
                held = _lock(descriptor) and _is_still_there(place, descriptor)
            finally:
                if not held:
                    os.close(descriptor)
            if held:
                return descriptor
        if time.monotonic() >= until:
            found = "somebody else is saving into this folder"
            mend = "wait until they are done, then try again"
            raise InvalidError(str(place.parent), [Fault("busy", found, mend)])
        time.sleep(_PAUSE)


def _open(place: Path, until: float) -> int | None:
    with contextlib.suppress(FileNotFoundError):
        refuse_strange(place)
    flags = os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    flags |= getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(place, flags | os.O_RDWR, 0o666)
    except PermissionError:
        # Windows says this of a file that is about to go.
        if os.name == "nt" and time.monotonic() < until:
            return None
    # One that somebody else left behind may be there for reading only, which will do.
    return os.open(place, flags | os.O_RDONLY, 0o666)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _HELD:
                return False
            raise _NoLocksError from None
        return True

    def _let_go(place: Path, descriptor: int) -> None:
        with contextlib.suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        os.close(descriptor)
        # It cannot go while another has it open, and then need not: they take it over.
        with contextlib.suppress(OSError):
            place.unlink()

    def _is_still_there(_place: Path, _descriptor: int) -> bool:
        # Nobody can take away a file that Python has open there.
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _HELD:
                return False
            raise _NoLocksError from None
        return True

    def _let_go(place: Path, descriptor: int) -> None:
        # Taken away before it is let go: the next one makes a new file, and nobody's is deleted.
        with contextlib.suppress(OSError):
            place.unlink()
        os.close(descriptor)

    def _is_still_there(place: Path, descriptor: int) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), os.lstat(place))
        except FileNotFoundError:
            return False

"""How is a file opened, so that nothing but an ordinary text file is ever read?"""

import os
import re
import stat
from pathlib import Path

from obamodel.errors import Fault, InvalidError
from obamodel.files.plain_names import is_device

LARGEST_FILE = 5_000_000
"""The most bytes that a file may have; more than fifty times what a long evaluation needs."""

_BYTE_ORDER_MARK = "\ufeff"
# A path has lost one of the two strokes; one letter before the colon would be a disk.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:[/\\]")


def read_file(path: Path, *, largest: int = LARGEST_FILE) -> bytes:
    """Read an ordinary file whole; a link, a pipe or anything larger than it may be is refused.

    Parameters
    ----------
    path
        The file.
    largest
        The most bytes that it may have.

    Raises
    ------
    InvalidError
        Naming the file and what it is instead.
    """
    with os.fdopen(open_file(path), "rb") as opened:
        try:
            content = opened.read(largest + 1)
        except OSError as error:
            raise refuse_path(path, error) from None
    if len(content) > largest:
        found = f"it is larger than {largest // 1_000_000} MB"
        raise _refuse(path, "too-large", found, "keep only what is needed in it")
    return content


def open_file(path: Path) -> int:
    """Open an ordinary file for reading, and nothing else; whoever asks for it closes it.

    Raises
    ------
    InvalidError
        Naming the file and what it is instead.
    """
    # Without O_NONBLOCK, opening a pipe would wait for ever for somebody to write into it.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        refuse_strange(path)
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise refuse_path(path, error) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _refuse(path, "not-a-file", "it is not an ordinary file", "take it away")
    return descriptor


def is_folder(path: Path) -> bool:
    """Whether there is a folder at this path; a path that no file can have has none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def refuse_strange(path: Path) -> None:
    """Refuse a link, a pipe, a device or a folder where a file should be.

    Raises
    ------
    InvalidError
        Naming the file and what it is instead.
    OSError
        Where there is nothing at all, or it may not be looked at.
    """
    if is_device(path.name):
        found = "some computers keep this name for a device"
        raise _refuse(path, "device-name", found, "give the file another name")
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        raise _refuse(path, "link", "it is a link to somewhere else", "put the file itself here")
    if stat.S_ISDIR(mode):
        raise _refuse(path, "not-a-file", "it is a folder", "put a file of that name here")
    if not stat.S_ISREG(mode):
        raise _refuse(path, "not-a-file", "it is not an ordinary file", "take it away")


def refuse_path(path: Path, error: OSError | ValueError) -> InvalidError:
    """Put into words why the system would not let us have a file or folder."""
    if isinstance(error, InvalidError):
        return error
    if _ADDRESS.match(str(path)):
        found = "it is an address on a network, and nothing is fetched from there"
        return _refuse(path, "address", found, "save it on this computer, and give that file")
    if isinstance(error, FileNotFoundError):
        return _refuse(path, "not-there", "there is no such file or folder", "check the name")
    if isinstance(error, PermissionError):
        return _refuse(
            path, "not-allowed", "this computer does not let you use it", "ask for permission"
        )
    reason = getattr(error, "strerror", None) or str(error)
    return _refuse(path, "not-readable", f"the computer says: {reason}", "check the name")


def decode(content: bytes, name: str) -> str:
    """Turn the bytes of a file into text; a byte-order mark at its start says nothing.

    Raises
    ------
    InvalidError
        With the line of the first byte that is not UTF-8.
    """
    try:
        return content.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
    mend = 'save it as UTF-8; in a spreadsheet choose "CSV UTF-8"'
    fault = Fault("not-utf-8", "it is not UTF-8 text", mend, file=name, line=line)
    raise InvalidError(name, [fault])


def _refuse(path: Path, code: str, found: str, mend: str) -> InvalidError:
    return InvalidError(str(path), [Fault(code, found, mend, file=path.name or str(path))])

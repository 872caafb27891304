"""What is in a packed file, taken out within limits, before anybody else is given it?"""

import io
import zipfile
import zlib
from collections.abc import Mapping

from obamodel.errors import Fault, InvalidError

MOST_ENTRIES = 2000
"""No workbook needs more parts."""

MOST_UNPACKED = 150_000_000
"""The most bytes that all parts may have together, when they are unpacked."""

MOST_RATIO = 400
"""A part of more than a megabyte that grows by more than this is no table."""

_LARGE = 1_000_000
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 1
# What a workbook shows beside its cells: never looked at.
_LEFT_OUT = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".vml", ".svg", ".tif", ".tiff")
_MEND = "open it in a spreadsheet program and save it anew"


def unpack(content: bytes, name: str) -> dict[str, bytes]:
    """Return the parts of a packed file, without its pictures.

    What a part says of its own size is not believed: it is unpacked up to that and no further.

    Raises
    ------
    InvalidError
        When it is not packed as it should be, or would grow beyond what a table needs.

    Examples
    --------
    >>> kept = io.BytesIO()
    >>> with zipfile.ZipFile(kept, "w") as packed:
    ...     packed.writestr("a.xml", "<a/>")
    >>> unpack(kept.getvalue(), "a.xlsx")
    {'a.xml': b'<a/>'}
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            _check(entries, name)
            return {
                entry.filename: _take(content, entry, name)
                for entry in entries
                if not entry.is_dir() and not entry.filename.lower().endswith(_LEFT_OUT)
            }
    except InvalidError:
        raise
    # The module raises all of these on what is no archive.
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError):
        raise _refuse(name, "not-a-workbook", "it cannot be unpacked", _MEND) from None


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts anew, as plainly as can be.

    Examples
    --------
    >>> unpack(pack({"a": b"1"}), "a.xlsx")
    {'a': b'1'}
    """
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as packed:
        for place, part in parts.items():
            packed.writestr(zipfile.ZipInfo(place), part)
    return kept.getvalue()


def _check(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MOST_ENTRIES:
        found = f"it has {len(entries)} parts"
        raise _refuse(name, "too-large", found, f"a workbook has at most {MOST_ENTRIES}")
    size = sum(entry.file_size for entry in entries)
    if size > MOST_UNPACKED:
        found = f"unpacked, it has {size // 1_000_000} MB"
        mend = f"give at most {MOST_UNPACKED // 1_000_000} MB, or save the sheet as .csv"
        raise _refuse(name, "too-large", found, mend)
    seen = set()
    for entry in entries:
        if entry.filename in seen:
            raise _refuse(name, "not-a-workbook", "two of its parts have one name", _MEND)
        seen.add(entry.filename)
        if entry.flag_bits & _ENCRYPTED:
            mend = "open it with its password and save it without"
            raise _refuse(name, "locked", "it is locked with a password", mend)
        if entry.compress_type not in (_STORED, _DEFLATED):
            raise _refuse(name, "not-a-workbook", "it is packed in an unusual way", _MEND)
        if entry.file_size > _LARGE and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            found = f"a part of it grows {entry.file_size // max(entry.compress_size, 1)} times"
            raise _refuse(name, "too-large", found, "a table grows much less; " + _MEND)


def _take(content: bytes, entry: zipfile.ZipInfo, name: str) -> bytes:
    """Unpack one part, straight from its place in the file."""
    at = entry.header_offset
    head = content[at : at + 30]
    if len(head) < 30 or head[:4] != b"PK\x03\x04":
        raise _refuse(name, "not-a-workbook", "it cannot be unpacked", _MEND)
    begin = at + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    packed = content[begin : begin + entry.compress_size]
    if entry.compress_type == _STORED:
        part = packed
    else:
        # One byte more than is said to be there shows that there are more.
        part = zlib.decompressobj(-15).decompress(packed, entry.file_size + 1)
    if len(part) != entry.file_size or zlib.crc32(part) != entry.CRC:
        found = "a part of it is not what it is said to be"
        raise _refuse(name, "not-a-workbook", found, _MEND)
    return part


def _refuse(name: str, code: str, found: str, mend: str) -> InvalidError:
    return InvalidError(name, [Fault(code, found, mend, file=name)])

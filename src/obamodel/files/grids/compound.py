"""One stream out of a compound file, the small file system in which .xls lives ([MS-CFB])."""

import struct
from collections.abc import Callable, Sequence

from obamodel.errors import Fault, InvalidError
from obamodel.files.grids.records import read_whole

_END = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_IN_HEADER = 109
_ENTRY = 128
_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IS_TABLE, _IS_MORE = 0xFFFFFFFD, 0xFFFFFFFC
# The size of a piece as we write it, how many links it has room for, and below what a stream goes
# into smaller pieces.
_SIZE, _LINKS, _SMALL = 512, 128, 4096
_LOCKED = ("EncryptedPackage", "EncryptionInfo")
_MEND = "open it in a spreadsheet program and save it as .xlsx"


def take_stream(content: bytes, wanted: str, name: str) -> bytes:
    """Take a stream out of a compound file.

    Parameters
    ----------
    content
        The bytes of the file.
    wanted
        The name of the stream.
    name
        The name of the file, for the message.

    Raises
    ------
    InvalidError
        When it is not there, is locked with a password, or the file is torn.
    """
    if len(content) < 512:
        raise _refuse(name, "not-a-workbook", "it breaks off")
    power, small_power = read_whole(content, 30, 2), read_whole(content, 32, 2)
    if power not in (9, 12) or small_power != 6:
        raise _refuse(name, "not-a-workbook", "it is not laid out as it should be")
    size = 1 << power
    sectors = _Sectors(content, size, name)
    directory = sectors.follow(read_whole(content, 48, 4))
    entries = {}
    root = b""
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[at : at + _ENTRY]
        length = min(max(read_whole(entry, 64, 2) - 2, 0), 62)
        title = entry[:length].decode("utf-16-le", errors="replace")
        if entry[66] == 5:
            root = entry
        elif entry[66] == 2:
            entries[title] = entry
    if any(title in entries for title in _LOCKED):
        raise _refuse(name, "locked", "it is locked with a password")
    if wanted not in entries:
        raise _refuse(name, "not-a-workbook", "it holds no workbook of Excel 97 or later")
    entry = entries[wanted]
    length, first = read_whole(entry, 120, 4), read_whole(entry, 116, 4)
    if length >= read_whole(content, 56, 4):
        return sectors.follow(first)[:length]
    small = sectors.follow(read_whole(root, 116, 4)) if root else b""
    table = sectors.follow(read_whole(content, 60, 4))
    links = [read_whole(table, at, 4) for at in range(0, len(table) - 3, 4)]
    return _follow(first, links, lambda one: small[one * 64 : one * 64 + 64], name)[:length]


def write_stream(title: str, stream: bytes) -> bytes:
    """Write a compound file with one stream in it, and nothing else.

    Examples
    --------
    >>> take_stream(write_stream("Workbook", b"abc" * 2000), "Workbook", "a.xls")[:3]
    b'abc'
    """
    # What is shorter would have to go into smaller pieces.
    filled = stream.ljust(_SMALL, b"\0")
    filled += bytes(-len(filled) % _SIZE)
    number = len(filled) // _SIZE
    tables = 1
    more = 0
    while tables * _LINKS < number + tables + more + 1:
        tables += 1
        more = -(-max(tables - _IN_HEADER, 0) // (_LINKS - 1))
    begin = tables + more + 1
    links = [_IS_TABLE] * tables + [_IS_MORE] * more + [_END]
    links += [*range(begin + 1, begin + number), _END]
    links += [_FREE] * (tables * _LINKS - len(links))
    places = [*range(tables)]
    header = _MARK + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, tables, tables + more, 0, _SMALL, _END, 0, tables, more)
    if not more:
        header = header[:-8] + struct.pack("<II", _END, 0)
    header += _list_links(places[:_IN_HEADER], _IN_HEADER)
    beyond = b""
    for at in range(more):
        first = _IN_HEADER + at * (_LINKS - 1)
        after = tables + at + 1 if at + 1 < more else _END
        beyond += _list_links(places[first : first + _LINKS - 1], _LINKS - 1)
        beyond += struct.pack("<I", after)
    directory = _write_entry("Root Entry", 5, 1, _END, 0)
    directory += _write_entry(title, 2, _FREE, begin, len(filled))
    table = struct.pack(f"<{len(links)}I", *links)
    return header + table + beyond + directory.ljust(_SIZE, b"\0") + filled


def _list_links(links: list[int], number: int) -> bytes:
    return struct.pack(f"<{number}I", *links, *[_FREE] * (number - len(links)))


def _write_entry(title: str, kind: int, child: int, first: int, size: int) -> bytes:
    text = title.encode("utf-16-le") + b"\0\0"
    start = struct.pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, child)
    return text.ljust(64, b"\0") + start + bytes(36) + struct.pack("<III", first, size, 0)


class _Sectors:
    """The pieces of the file, and which piece follows which."""

    def __init__(self, content: bytes, size: int, name: str) -> None:
        self.content, self.size, self.name = content, size, name
        places = [read_whole(content, 76 + 4 * at, 4) for at in range(_IN_HEADER)]
        more, seen = read_whole(content, 68, 4), set()
        while more not in (_END, _FREE):
            if more in seen or len(self.take(more)) < size:
                raise _refuse(name, "not-a-workbook", "it is torn")
            seen.add(more)
            sector = self.take(more)
            places += [read_whole(sector, at, 4) for at in range(0, size - 4, 4)]
            more = read_whole(sector, size - 4, 4)
        # Each of these tells of as many pieces as a piece has room for; no file needs more of them.
        if sum(place != _FREE for place in places) > len(content) // (size * size // 4) + 2:
            raise _refuse(name, "not-a-workbook", "it is torn")
        self.links: list[int] = []
        for place in places:
            if place != _FREE:
                sector = self.take(place)
                self.links += [read_whole(sector, at, 4) for at in range(0, len(sector) - 3, 4)]

    def take(self, number: int) -> bytes:
        begin = (number + 1) * self.size
        return self.content[begin : begin + self.size]

    def follow(self, first: int) -> bytes:
        return _follow(first, self.links, self.take, self.name)


def _follow(first: int, links: Sequence[int], take: Callable[[int], bytes], name: str) -> bytes:
    """Put the pieces that follow each other together; a circle is refused."""
    found: list[bytes] = []
    seen: set[int] = set()
    at = first
    while at not in (_END, _FREE):
        if at in seen or at >= len(links):
            raise _refuse(name, "not-a-workbook", "it is torn")
        seen.add(at)
        found.append(take(at))
        at = links[at]
    return b"".join(found)


def _refuse(name: str, code: str, found: str) -> InvalidError:
    return InvalidError(name, [Fault(code, found, _MEND, file=name)])

"""One stream out of a compound file, the small file system in which .xls lives ([MS-CFB])."""

from obamodel.errors import Fault, InvalidError
from obamodel.files.grids.records import read_whole

_END = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_IN_HEADER = 109
_ENTRY = 128
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


def _follow(first: int, links: "list[int]", take: "object", name: str) -> bytes:
    """Put the pieces that follow each other together; a circle is refused."""
    found: list[bytes] = []
    seen: set[int] = set()
    at = first
    while at not in (_END, _FREE):
        if at in seen or at >= len(links):
            raise _refuse(name, "not-a-workbook", "it is torn")
        seen.add(at)
        found.append(take(at))  # type: ignore[operator]
        at = links[at]
    return b"".join(found)


def _refuse(name: str, code: str, found: str) -> InvalidError:
    return InvalidError(name, [Fault(code, found, _MEND, file=name)])

"""The records of binary workbooks: a number, a length, and so many bytes."""

from collections.abc import Iterator

from attrs import define

from obamodel.errors import Fault, InvalidError

Bytes = bytes | memoryview

MOST_RECORDS = 2_500_000
"""The most records of a workbook; to look at each takes its time."""


# From here on, a byte says that the number goes on in the next.
_MORE = 0x80


@define
class Allowance:
    """How many more records of a workbook are looked at, however many sheets say they have them."""

    name: str
    left: int = MOST_RECORDS

    def refuse(self) -> InvalidError:
        """Say that there are more."""
        found = f"it has more than {MOST_RECORDS:,} records"
        mend = "keep only what is needed in it, or save the sheet as .csv"
        return InvalidError(self.name, [Fault("too-large", found, mend, file=self.name)])


def read_whole(part: Bytes, at: int, size: int) -> int:
    """Read a whole number, its lowest byte first; 0 where the bytes have come to an end.

    Examples
    --------
    >>> read_whole(bytes([1, 2]), 0, 2), read_whole(b"", 0, 4)
    (513, 0)
    """
    return int.from_bytes(part[at : at + size], "little")


def split_xls(
    stream: bytes, allowance: Allowance, begin: int = 0
) -> Iterator[tuple[int, memoryview]]:
    r"""Go through the records of an .xls workbook from a place on.

    Raises
    ------
    InvalidError
        When there are more of them than are allowed.

    Examples
    --------
    >>> stream = bytes([6, 0, 1, 0, 9])
    >>> [(kind, bytes(record)) for kind, record in split_xls(stream, Allowance("a.xls"))]
    [(6, b'\t')]
    """
    view, at = memoryview(stream), begin
    while at + 4 <= len(stream):
        size = read_whole(stream, at + 2, 2)
        allowance.left -= 1
        if allowance.left < 0:
            raise allowance.refuse()
        yield read_whole(stream, at, 2), view[at + 4 : at + 4 + size]
        at += 4 + size


def split_xlsb(part: bytes, allowance: Allowance) -> Iterator[tuple[int, memoryview]]:
    r"""Go through the records of a part of an .xlsb workbook.

    Raises
    ------
    InvalidError
        When there are more of them than are allowed.

    Examples
    --------
    >>> part = bytes([0xE9, 4, 1, 9])
    >>> [(kind, bytes(record)) for kind, record in split_xlsb(part, Allowance("a.xlsb"))]
    [(617, b'\t')]
    """
    view, at, end = memoryview(part), 0, len(part)
    while at < end:
        kind, size = part[at], part[at + 1] if at + 1 < end else 0
        if kind < _MORE and size < _MORE:
            at += 2
        else:
            kind, at = _read_sevens(part, at, 2)
            size, at = _read_sevens(part, at, 4)
        allowance.left -= 1
        if allowance.left < 0:
            raise allowance.refuse()
        yield kind, view[at : at + size]
        at += size


def _read_sevens(part: bytes, at: int, most: int) -> tuple[int, int]:
    """Read a number of which each byte holds seven bits, and says whether more follow."""
    number = shift = 0
    while at < len(part) and most:
        byte = part[at]
        number |= (byte & 0x7F) << shift
        at, shift, most = at + 1, shift + 7, most - 1
        if not byte & 0x80:
            break
    return number, at

"""The records of binary workbooks: a number, a length, and so many bytes."""

from collections.abc import Iterator

Bytes = bytes | memoryview


def read_whole(part: Bytes, at: int, size: int) -> int:
    """Read a whole number, its lowest byte first; 0 where the bytes have come to an end.

    Examples
    --------
    >>> read_whole(bytes([1, 2]), 0, 2), read_whole(b"", 0, 4)
    (513, 0)
    """
    return int.from_bytes(part[at : at + size], "little")


def split_xls(stream: bytes, begin: int = 0) -> Iterator[tuple[int, memoryview]]:
    r"""Go through the records of an .xls workbook from a place on.

    Examples
    --------
    >>> [(kind, bytes(record)) for kind, record in split_xls(bytes([6, 0, 1, 0, 9]))]
    [(6, b'\t')]
    """
    view, at = memoryview(stream), begin
    while at + 4 <= len(stream):
        size = read_whole(stream, at + 2, 2)
        yield read_whole(stream, at, 2), view[at + 4 : at + 4 + size]
        at += 4 + size


def split_xlsb(part: bytes) -> Iterator[tuple[int, memoryview]]:
    r"""Go through the records of a part of an .xlsb workbook.

    Examples
    --------
    >>> [(kind, bytes(record)) for kind, record in split_xlsb(bytes([0xE9, 4, 1, 9]))]
    [(617, b'\t')]
    """
    view, at, end = memoryview(part), 0, len(part)
    while at < end:
        kind, at = _read_sevens(part, at, 2)
        size, at = _read_sevens(part, at, 4)
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

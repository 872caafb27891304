"""Where does each cell of a text begin and end, and which rows fit the heading?

The whole text is looked at by arrays: a table of a million rows has too many cells to take them one
by one.
"""

import bisect
import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from attrs import frozen

from obamodel.errors import Fault

Places = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

QUOTE, NEWLINE = ord('"'), ord("\n")
MOST_FAULTS = 1000
"""So many faults of a kind are told; nobody mends more of them one by one."""

# So much of a text is looked at in one go that what is made of it is still close at hand.
_BLOCK = 1 << 20


@frozen(kw_only=True, eq=False)
class Split:
    """Where the cells and rows of a text are.

    Parameters
    ----------
    marks
        The place before the first cell, and then where each cell ends.
    first, cells
        For each row, the number of its first cell, and how many it has.
    faults
        Quotation marks that are not as they should be, with their lines.
    is_whole
        Whether every quotation that was opened was closed.
    """

    marks: Places
    first: Places
    cells: Places
    faults: tuple[Fault, ...] = ()
    is_whole: bool = True


def split_text(
    content: Bytes, begin: int, end: int, delimiter: int, line: int = 1, *, has_quotes: bool = True
) -> Split:
    r"""Find the cells and rows of a part of a text.

    Parameters
    ----------
    content
        The bytes of the text, with ``\n`` alone as the end of a line.
    begin, end
        Which part of it.
    delimiter
        What stands between two cells.
    line
        The number of the first line of that part.
    has_quotes
        Whether there can be quotation marks.

    Examples
    --------
    >>> text = np.frombuffer(b'a,b\n"c,d",e\n', np.uint8)
    >>> found = split_text(text, 0, len(text), ord(","))
    >>> found.cells.tolist(), found.marks.tolist()
    ([2, 2], [-1, 1, 3, 9, 11])
    """
    quotes = _find(content, begin, end, QUOTE) if has_quotes else np.empty(0, dtype=np.int64)
    faults: tuple[Fault, ...] = ()
    is_whole = True
    if len(quotes) and not _are_plain(content, quotes, begin, end, delimiter):
        quotes, found, is_whole = _walk(content, quotes, (begin, end), delimiter, line)
        faults = tuple(found)
    places = [np.array([begin - 1], dtype=np.int64)]
    rows = []
    number, latest = 0, begin - 1
    for found_here, last_here in _find_marks(content, begin, end, delimiter, quotes):
        places.append(found_here)
        rows.append(last_here + number)
        number += len(found_here)
        latest = int(found_here[-1]) if len(found_here) else latest
    if end > begin and (latest != end - 1 or content[end - 1] != NEWLINE):
        # The last row ends with the text.
        places.append(np.array([end], dtype=np.int64))
        rows.append(np.array([number], dtype=np.int64))
    marks = np.concatenate(places)
    last = np.concatenate(rows) if rows else np.empty(0, dtype=np.int64)
    first = np.concatenate([np.zeros(1, dtype=np.int64), last[:-1] + 1])[: len(last)]
    return Split(marks=marks, first=first, cells=last - first + 1, faults=faults, is_whole=is_whole)


def count_lines(text: bytes) -> int:
    r"""Count the lines that end in a text; sooner than one by one, where there are very many.

    Examples
    --------
    >>> count_lines(b"a\n\nb")
    2
    """
    content = np.frombuffer(text, np.uint8)
    return sum(
        int(np.count_nonzero(content[at : at + _BLOCK] == NEWLINE))
        for at in range(0, len(content), _BLOCK)
    )


def _find(content: Bytes, begin: int, end: int, sign: int) -> Places:
    found = [
        np.flatnonzero(content[at : min(at + _BLOCK, end)] == sign) + at
        for at in range(begin, end, _BLOCK)
    ]
    return np.concatenate(found) if found else np.empty(0, dtype=np.int64)


def _find_marks(
    content: Bytes, begin: int, end: int, delimiter: int, quotes: Places
) -> Iterator[tuple[Places, Places]]:
    """Find what ends a cell, outside of quotations, and which of that ends a row."""
    for at in range(begin, end, _BLOCK):
        part = content[at : min(at + _BLOCK, end)]
        is_newline = part == NEWLINE
        places = np.flatnonzero((part == delimiter) | is_newline)
        if len(quotes):
            # Within a quotation, an odd number of marks has gone before.
            places = places[np.searchsorted(quotes, places + at) % 2 == 0]
        yield places + at, np.flatnonzero(is_newline[places])


def _are_plain(content: Bytes, quotes: Places, begin: int, end: int, delimiter: int) -> bool:
    """Whether every quotation fills a whole cell, and is closed."""
    if len(quotes) % 2:
        return False
    opening, closing = quotes[::2], quotes[1::2]
    before = content[np.maximum(opening - 1, begin)]
    opens = (opening == begin) | (before == delimiter) | (before == NEWLINE)
    # Two marks that touch stand for one inside a quotation.
    opens[1:] |= opening[1:] == closing[:-1] + 1
    after = content[np.minimum(closing + 1, end - 1)]
    closes = (closing == end - 1) | (after == delimiter) | (after == NEWLINE)
    closes[:-1] |= opening[1:] == closing[:-1] + 1
    return bool(opens.all() and closes.all())


def _walk(
    content: Bytes, quotes: Places, part: tuple[int, int], delimiter: int, line: int
) -> tuple[Places, list[Fault], bool]:
    """Go from mark to mark: one that does not begin a cell is a sign like any other."""
    begin, end = part
    # Single bytes are had from bytes much sooner than from an array.
    text = content.tobytes()
    around = (delimiter, NEWLINE)
    ends = re.compile(b"[%s\n]" % re.escape(bytes([delimiter])))
    kept: list[int] = []
    stray: list[int] = []
    places = quotes.tolist()
    number, at = len(places), 0
    open_at = None
    while at < number:
        place = places[at]
        at += 1
        if place > begin and text[place - 1] not in around:
            continue
        kept.append(place)
        while at + 1 < number and places[at + 1] == places[at] + 1:
            at += 2
        if at == number:
            open_at = place
            kept.append(end)
            break
        close = places[at]
        kept.append(close)
        at += 1
        if close + 1 < end and text[close + 1] not in around:
            stray.append(close)
            # What follows belongs to the same cell, whatever marks it holds.
            stop = ends.search(text, close + 1, end)
            at = bisect.bisect_left(places, stop.start() if stop else end, at)
    told = [
        Fault("open-quotation", found, mend, line=line + int(np.searchsorted(newlines, place)))
        for newlines in [_find(content, begin, end, NEWLINE)]
        for found, mend, where in (
            (
                "a quotation mark stands inside a quotation",
                'write two of them, "", for one inside words',
                stray,
            ),
            (
                "a quotation mark is opened and not closed",
                "close it",
                [] if open_at is None else [open_at],
            ),
        )
        for place in where[:MOST_FAULTS]
    ]
    return np.array(kept, dtype=np.int64), told, open_at is None

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
    marks = np.concatenate(
        [
            np.array([begin - 1], dtype=np.int64),
            *_find_marks(content, begin, end, delimiter, quotes),
        ]
    )
    if end > begin and (marks[-1] != end - 1 or content[end - 1] != NEWLINE):
        marks = np.append(marks, end)
    ends_a_row = np.ones(len(marks) - 1, dtype=bool)
    # Only the last of them can lie behind the text.
    inner = len(marks) - 1 - int(len(marks) > 1 and marks[-1] >= end)
    ends_a_row[:inner] = content[marks[1 : inner + 1]] == NEWLINE
    last = np.flatnonzero(ends_a_row)
    first = np.concatenate([np.zeros(1, dtype=np.int64), last[:-1] + 1])[: len(last)]
    return Split(marks=marks, first=first, cells=last - first + 1, faults=faults, is_whole=is_whole)


def _find(content: Bytes, begin: int, end: int, sign: int) -> Places:
    found = [
        np.flatnonzero(content[at : min(at + _BLOCK, end)] == sign) + at
        for at in range(begin, end, _BLOCK)
    ]
    return np.concatenate(found) if found else np.empty(0, dtype=np.int64)


def _find_marks(
    content: Bytes, begin: int, end: int, delimiter: int, quotes: Places
) -> Iterator[Places]:
    """Find what ends a cell, outside of quotations."""
    for at in range(begin, end, _BLOCK):
        part = content[at : min(at + _BLOCK, end)]
        places = np.flatnonzero((part == delimiter) | (part == NEWLINE)) + at
        if len(quotes):
            # Within a quotation, an odd number of marks has gone before.
            places = places[np.searchsorted(quotes, places) % 2 == 0]
        yield places


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

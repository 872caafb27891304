"""The bytes of many cells at once, eight to a word.

A column of short texts is told apart by what its words are worth, so that none of its million cells
need become an object of its own.
"""

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

WIDEST = 32
"""Longer cells are taken one by one."""

ROWS = 1 << 15
"""So many rows are worked on at a time that what is made of them stays close to the processor."""

_SIZE = 8
_KEPT = np.array([(1 << (8 * number)) - 1 for number in range(_SIZE + 1)], dtype=np.uint64)
_BEYOND_ASCII = np.uint64(0x8080808080808080)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(29)


def view_words(text: bytes) -> Words:
    """Show a text as the word that begins at each of its bytes, up to the last whole one."""
    whole = text if len(text) >= _SIZE else text + b"\0" * (_SIZE - len(text))
    return np.ndarray((len(whole) - _SIZE + 1,), dtype="<u8", buffer=whole, strides=(1,))


def gather_words(words: Words, starts: Places, ends: Places, number: int) -> list[Words]:
    r"""Return the bytes of cells as columns of words, with nothing behind the end of a cell.

    Examples
    --------
    >>> words = view_words(b"ab,cde")
    >>> (both,) = gather_words(words, np.array([0, 3]), np.array([2, 6]), 1)
    >>> [bytes(one.tobytes()).rstrip(b"\0") for one in both]
    [b'ab', b'cde']
    """
    lengths = ends - starts
    shortest = int(lengths.min(initial=WIDEST))
    last = len(words) - 1
    found = []
    for at in range(number):
        places = starts + _SIZE * at if at else starts
        is_inside = int(places.max(initial=0)) <= last
        if is_inside and shortest >= _SIZE * (at + 1):
            found.append(words[places])
            continue
        kept = np.take(_KEPT, lengths - _SIZE * at, mode="clip")
        if is_inside:
            found.append(words[places] & kept)
            continue
        # Near the end of the text, the last whole word is taken and what is before it pushed out.
        over = np.clip(places - last, 0, _SIZE - 1)
        pushed = words[np.minimum(places, last)] >> (over * 8).astype(np.uint64)
        found.append(pushed & kept)
    return found


def cut_plain(words: Words, starts: Places, ends: Places) -> list[str] | None:
    r"""Return short cells of plain letters as texts; nothing where one of them is not such.

    Examples
    --------
    >>> words = view_words(b"ab,cde,\xc3\xa9")
    >>> cut_plain(words, np.array([0, 3]), np.array([2, 6]))
    ['ab', 'cde']
    >>> cut_plain(words, np.array([7]), np.array([9]))
    """
    lengths = ends - starts
    number = -(-int(lengths.max(initial=1)) // _SIZE)
    if number * _SIZE > WIDEST:
        return None
    table = np.empty((len(starts), number), dtype="<u8")
    for at, column in enumerate(gather_words(words, starts, ends, number)):
        table[:, at] = column
    if (table & _BEYOND_ASCII).any():
        return None
    texts = table.view(f"S{number * _SIZE}").ravel()
    # A letter that is nothing, at the end of a cell, would be lost.
    if (np.char.str_len(texts) != lengths).any():
        return None
    found: list[str] = texts.astype(f"U{number * _SIZE}").tolist()
    return found


def number_cells(words: Words, starts: Places, ends: Places) -> tuple[Places, Places]:
    """Give each cell the number of its text, in the order of their first places.

    Parameters
    ----------
    words
        The text; see :func:`view_words`.
    starts, ends
        Where each cell lies; none may be longer than :data:`WIDEST`.

    Returns
    -------
    codes, first
        For each cell, which of the texts it has; for each text, the first cell that has it.

    Examples
    --------
    >>> words = view_words(b"ab,cde,ab")
    >>> codes, first = number_cells(words, np.array([0, 3, 7]), np.array([2, 6, 9]))
    >>> codes.tolist(), first.tolist()
    ([0, 1, 0], [0, 1])
    """
    number = max(-(-int((ends - starts).max(initial=0)) // _SIZE), 1)
    columns = [np.empty(len(starts), dtype=np.uint64) for _ in range(number)]
    for at in range(0, len(starts), ROWS):
        rows = slice(at, at + ROWS)
        for column, part in zip(
            columns, gather_words(words, starts[rows], ends[rows], number), strict=True
        ):
            column[rows] = part
    is_new = np.zeros(len(starts), dtype=bool)
    is_new[:1] = True
    for column in columns:
        is_new[1:] |= column[1:] != column[:-1]
    runs = np.flatnonzero(is_new)
    if 2 * len(runs) > len(starts):
        return _number(columns)
    # The rows of a series mostly follow each other: only the first of a run is looked up.
    codes, first = _number([column[runs] for column in columns])
    lengths = np.diff(runs, append=len(starts))
    return np.repeat(codes, lengths), runs[first]


def _number(columns: list[Words]) -> tuple[Places, Places]:
    """Give each row of words a number, in the order of their first places."""
    import pandas as pd

    codes, _ = pd.factorize(columns[0] if len(columns) == 1 else _mix(columns))
    first = find_first(codes)
    if len(columns) == 1 or all((one == one[first][codes]).all() for one in columns):
        return codes, first
    # Two texts were mixed to the same number: told apart by sorting, which never errs.
    table = np.stack(columns, axis=1)
    _, first, codes = np.unique(table, axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return place[codes.reshape(-1)], first[order]


def _mix(columns: list[Words]) -> Words:
    mixed = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        mixed ^= column
        mixed *= _SPREAD
        mixed ^= mixed >> _HALF
    return mixed


def find_first(codes: Places) -> Places:
    """Find where each number first stands, among numbers given in the order in which they do.

    Examples
    --------
    >>> find_first(np.array([0, 0, 1, 0, 2])).tolist()
    [0, 2, 4]
    """
    if not len(codes):
        return np.empty(0, dtype=np.int64)
    highest = np.maximum.accumulate(codes)
    is_first = np.ones(len(codes), dtype=bool)
    np.not_equal(highest[1:], highest[:-1], out=is_first[1:])
    return np.flatnonzero(is_first)

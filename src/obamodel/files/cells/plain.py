"""Numbers written plainly, very many at once; what is written otherwise is left to careful eyes.

Plain is a minus or none, digits without a needless 0 before them, and perhaps a point with digits
behind it. Up to 15 digits make a whole number that a float holds exactly, and so does the power of
ten it is divided by: the one division rounds as it should (Clinger 1990).
"""

import numpy as np
import numpy.typing as npt
from attrs import frozen

from obamodel.files.grids.words import ROWS, Places, Words, gather_words

WIDEST_PLAIN = 24
"""A plain number has no more signs."""

_EXACT = 15
_MOST_DIGITS = 18
_TENS = 10.0 ** np.arange(WIDEST_PLAIN)
_ZERO, _POINT, _MINUS = ord("0"), ord("."), ord("-")

# Numbers that hold the same in each of their eight bytes, and how far bytes are moved.
_ONES = np.uint64(0x0101010101010101)
_TOPS, _SIXES = _ONES * np.uint64(0x80), _ONES * np.uint64(6)
_HIGH, _LOW, _ZEROS = _ONES * np.uint64(0xF0), _ONES * np.uint64(0x0F), _ONES * np.uint64(_ZERO)
_IN_FOURS, _IN_EIGHTS = np.uint64(0x00FF00FF00FF00FF), np.uint64(0x0000FFFF0000FFFF)
_ORDINALS = np.uint64(0x0001020304050607)
_NONE, _ONE, _SEVEN, _ONE_BYTE, _BYTE = (np.uint64(one) for one in (0, 1, 7, 8, 0xFF))
_ONE_BYTE_LOG, _LAST_BYTE, _WORD = np.uint64(3), np.uint64(56), np.uint64(64)


@frozen(kw_only=True, eq=False)
class Plain:
    """What was read of a column.

    Parameters
    ----------
    values
        The numbers; NaN where the cell is not plain.
    is_plain
        Whether it is.
    settled
        How many of them have a point that parts no thousands, as 0.5 and 12.25 have.
    has_point
        Whether one of them has a point at all.
    """

    values: npt.NDArray[np.float64]
    is_plain: npt.NDArray[np.bool_]
    settled: int
    has_point: bool


def read_plain(words: Words, starts: Places, ends: Places, point: str = ".") -> Plain:
    """Read the plain numbers of a column.

    Parameters
    ----------
    words
        The text; see :func:`~obamodel.files.grids.words.view_words`.
    starts, ends
        Where each cell lies.
    point
        What comes before decimals.

    Examples
    --------
    >>> from obamodel.files.grids.words import view_words
    >>> words = view_words(b"12.5,007,-3")
    >>> found = read_plain(words, np.array([0, 5, 9]), np.array([4, 8, 11]))
    >>> found.values.tolist(), found.settled
    ([12.5, nan, -3.0], 1)
    """
    values = np.full(len(starts), np.nan)
    is_plain = np.zeros(len(starts), dtype=bool)
    settled, pointed = 0, False
    for at in range(0, len(starts), ROWS):
        rows = slice(at, at + ROWS)
        settled_here, pointed_here = _read_block(
            words, starts[rows], ends[rows], ord(point), values[rows], is_plain[rows]
        )
        settled, pointed = settled + settled_here, pointed or pointed_here
    return Plain(values=values, is_plain=is_plain, settled=settled, has_point=pointed)


def _read_block(
    words: Words,
    starts: Places,
    ends: Places,
    point: int,
    values: npt.NDArray[np.float64],
    is_plain: npt.NDArray[np.bool_],
) -> tuple[int, bool]:
    """Read some rows into ``values`` and ``is_plain``; return what they say of the point."""
    lengths = ends - starts
    width = min(int(lengths.max(initial=0)), WIDEST_PLAIN)
    if not width:
        return 0, False
    columns = gather_words(words, starts, ends, -(-width // 8))
    if width <= 8:
        return _read_short(columns[0], lengths, point, values, is_plain)
    number = len(starts)
    whole = np.zeros(number, dtype=np.int64)
    digits = np.zeros(number, dtype=np.int8)
    before = np.zeros(number, dtype=np.int8)
    points = np.zeros(number, dtype=np.int8)
    first = (columns[0] & np.uint64(255)).astype(np.uint8)
    minus = first == _MINUS
    for at in range(width):
        sign = (columns[at // 8] >> np.uint64(8 * (at % 8))).astype(np.uint8)
        digit = sign - np.uint8(_ZERO)
        is_digit = digit < 10
        whole = np.where(is_digit, whole * 10 + digit, whole)
        digits += is_digit
        is_point = sign == point
        points += is_point
        before += is_digit & (points == 0)
    behind = digits - before
    is_good = (digits + points + minus == lengths) & (before > 0) & (points <= 1)
    # No point without a digit behind it.
    is_good &= (points == 0) | (behind > 0)
    # No needless zero in front, and no nothing with a minus.
    lead = np.where(minus, (columns[0] >> np.uint64(8)).astype(np.uint8), first)
    is_good &= (lead != _ZERO) | (before == 1)
    is_good &= ~(minus & (whole == 0))
    # What a whole number of more digits would be worth, these sums could not say.
    is_good &= (digits <= _MOST_DIGITS) | (points == 1)
    exact = is_good & (digits <= _EXACT)
    found = np.where(minus, -whole, whole) / _TENS[behind]
    values[exact] = found[exact]
    long = np.flatnonzero(is_good & ~exact)
    if len(long):
        _read_long(columns, long, behind, point, values, is_good, whole)
    is_plain[:] = is_good
    pointed = is_good & (points == 1)
    settles = pointed & ((behind != 3) | (before > 3) | (lead == _ZERO))
    return int(np.count_nonzero(settles)), bool(pointed.any())


def _read_short(
    cells: Words,
    lengths: Places,
    point: int,
    values: npt.NDArray[np.float64],
    is_plain: npt.NDArray[np.bool_],
) -> tuple[int, bool]:
    """Read cells that fit into a word each, all their signs at once (Lemire 2018 for the sums)."""
    minus = (cells & _BYTE) == _MINUS
    shift = minus.astype(np.uint64) << _ONE_BYTE_LOG
    cells = cells >> shift
    number = (lengths - minus).astype(np.uint64)
    # The lowest byte of this that is nothing is the first point.
    other = cells ^ (np.uint64(point) * _ONES)
    hits = (other - _ONES) & ~other & _TOPS
    hit = hits & (~hits + _ONE)
    has_point = hit != 0
    at = hit >> _SEVEN
    below = at - _ONE
    digits = number - has_point
    joined = (cells & below) | ((cells >> _ONE_BYTE) & ~below)
    # Zeros are put in front, so that every cell has eight digits.
    wide = digits << _ONE_BYTE_LOG
    padded = (joined << (_WORD - wide)) | (_ZEROS >> wide)
    is_good = (padded & _HIGH) == _ZEROS
    is_good &= ((padded + _SIXES) & _HIGH) == _ZEROS
    before = np.where(has_point, (at * _ORDINALS) >> _LAST_BYTE, digits)
    is_good &= (before > 0) & (~has_point | (before < digits))
    lead = cells & _BYTE
    is_good &= (lead != _ZERO) | (before == 1)
    pairs = ((padded & _LOW) * np.uint64(10 * 256 + 1)) >> _ONE_BYTE
    fours = ((pairs & _IN_FOURS) * np.uint64(100 * 65536 + 1)) >> np.uint64(16)
    whole = ((fours & _IN_EIGHTS) * np.uint64(10000 * 2**32 + 1)) >> np.uint64(32)
    is_good &= ~(minus & (whole == 0))
    behind = np.where(has_point, digits - before, _NONE)
    found = np.where(is_good, whole, _NONE).astype(np.float64)
    found /= _TENS[np.where(is_good, behind, _NONE).astype(np.intp)]
    np.negative(found, out=found, where=minus)
    np.copyto(values, found, where=is_good)
    is_plain[:] = is_good
    pointed = is_good & has_point
    settles = pointed & ((behind != 3) | (before > 3) | (lead == _ZERO))
    return int(np.count_nonzero(settles)), bool(pointed.any())


def _read_long(
    columns: list[Words],
    rows: Places,
    behind: npt.NDArray[np.int8],
    point: int,
    values: npt.NDArray[np.float64],
    is_good: npt.NDArray[np.bool_],
    whole: npt.NDArray[np.int64],
) -> None:
    """Read numbers of more digits than one division can round, as Python itself does."""
    table = np.stack([column[rows] for column in columns], axis=1)
    signs = table.view(np.uint8)
    signs[signs == point] = _POINT
    texts = table.view(f"S{table.shape[1] * 8}").ravel()
    values[rows] = texts.astype(np.float64)
    # A whole number that a float cannot hold is not quietly made into another.
    lost = (behind[rows] == 0) & (np.abs(values[rows]).astype(np.int64) != whole[rows])
    is_good[rows[lost]] = False
    values[rows[lost]] = np.nan

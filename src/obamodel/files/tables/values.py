"""The values of a column of very many rows: what is plain at once, what is not with care."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import define, field

from obamodel.domain.fields import show
from obamodel.errors import Fault
from obamodel.files.cells import (
    COMMA,
    POINT,
    Choices,
    Column,
    Read,
    Reading,
    ShownInPercent,
    read_columns,
)
from obamodel.files.cells.plain import Plain, read_plain
from obamodel.files.cells.seen import Place
from obamodel.files.grids import TextGrid
from obamodel.files.grids.grid import Places
from obamodel.files.tables.laying import Laid

_MANY = 0.1
_NONE: dict[str, int] = {}


@define(kw_only=True, eq=False)
class Values:
    """The values of a column, and what is said where there is none, or beside one.

    Parameters
    ----------
    numbers
        The values, NaN where there is none.
    rows, readings
        The rows that are not plain, and what each of them says.
    read
        What was found out about those rows together.
    """

    numbers: npt.NDArray[np.float64]
    rows: Places
    readings: Sequence[Reading]
    read: Read
    faults: list[Fault] = field(factory=list)


def read_values(laid: Laid, name: str, told_at_most: int | None = None) -> Values:
    """Read the values of a column in the rows that are read.

    Parameters
    ----------
    laid
        The table.
    name
        The column.
    told_at_most
        How many cells at fault are enough to refuse the table.
    """
    column = laid.columns[name]
    plain, sign = _read_plainly(laid, column)
    doubtful = np.flatnonzero(~plain.is_plain)
    read = _read_with_care(laid, column, doubtful, plain, sign, told_at_most)
    if _contradicts(laid, plain, sign, read):
        # What was read at once could mean something else: all cells are read together.
        plain = _nothing(len(laid.rows))
        doubtful = np.arange(len(laid.rows))
        read = _read_with_care(laid, column, doubtful, plain, POINT, told_at_most)
    values = Values(numbers=plain.values, rows=doubtful, readings=read.readings, read=read)
    for row, reading in zip(doubtful.tolist(), read.readings, strict=True):
        if reading.value is None:
            continue
        number = float(reading.value)
        if isinstance(reading.value, int) and int(number) != reading.value:
            line, path = laid.place(column, row)
            found = f"found {show(str(reading.value))}, which would be rounded"
            mend = "check the number, or read it with read_series"
            values.faults.append(Fault("too-many-digits", found, mend, path, line=line))
        values.numbers[row] = number
    values.faults += read.faults
    return values


def _nothing(number: int) -> Plain:
    return Plain(
        values=np.full(number, np.nan),
        is_plain=np.zeros(number, dtype=bool),
        settled=0,
        has_point=False,
    )


def _read_plainly(laid: Laid, column: int) -> tuple[Plain, str]:
    """Read what is plain, and return it with the sign before its decimals."""
    grid, asked = laid.grid, laid.asked
    number = len(laid.rows)
    if not isinstance(grid, TextGrid):
        return _read_sheet(grid.take(column, laid.rows)), POINT
    starts, ends = grid.place(column, None if number == grid.size else laid.rows)
    sign = asked.decimal or POINT
    plain = read_plain(grid.words, starts, ends, sign)
    if number and np.count_nonzero(plain.is_plain) < (1 - _MANY) * number:
        starts, ends = _trim(grid, starts, ends)
        plain = read_plain(grid.words, starts, ends, sign)
        if asked.decimal is None and grid.delimiter != COMMA:
            other = read_plain(grid.words, starts, ends, COMMA)
            if np.count_nonzero(other.is_plain) > np.count_nonzero(plain.is_plain):
                return other, COMMA
    return plain, sign


def _trim(grid: TextGrid, starts: Places, ends: Places) -> tuple[Places, Places]:
    """Leave out spaces around cells."""
    content = grid.content
    edge = len(content) - 1
    for _ in range(8):
        before = (starts < ends) & (content[np.minimum(starts, edge)] == ord(" "))
        after = (starts < ends) & (content[ends - 1] == ord(" ")) & ~before
        if not (before.any() or after.any()):
            break
        starts, ends = starts + before, ends - after
    return starts, ends


def _read_sheet(cells: Sequence[Any]) -> Plain:
    """Take the numbers of a sheet, which are numbers already."""
    is_plain = np.array(
        [isinstance(cell, float) and not isinstance(cell, ShownInPercent) for cell in cells],
        dtype=bool,
    )
    values = np.array(
        [cell if plain else np.nan for cell, plain in zip(cells, is_plain.tolist(), strict=True)],
        dtype=np.float64,
    )
    return Plain(values=values, is_plain=is_plain, settled=0, has_point=False)


def _read_with_care(
    laid: Laid, column: int, rows: Places, plain: Plain, sign: str, told_at_most: int | None
) -> Read:
    def place(at: int) -> Place:
        return laid.place(column, int(rows[at]))

    whole = laid.rows if len(rows) == len(laid.rows) else laid.rows[rows]
    doubtful = Column(
        name=laid.grid.heading[column],
        cells=laid.grid.take(column, whole),
        place=place,
        settled={sign: plain.settled} if plain.settled else _NONE,
        has_point=plain.has_point and not plain.settled,
    )
    choices = Choices(
        decimal=laid.asked.decimal,
        delimiter=laid.grid.delimiter,
        marks=laid.asked.marks,
        told_at_most=told_at_most,
    )
    (read,) = read_columns([doubtful], choices)
    return read


def _contradicts(laid: Laid, plain: Plain, sign: str, read: Read) -> bool:
    """Whether numbers read at once with one sign stand beside others with another, or in doubt."""
    if not plain.has_point or read.sign == sign:
        return False
    return len(read.readings) > 0 or read.sign is None or not isinstance(laid.grid, TextGrid)

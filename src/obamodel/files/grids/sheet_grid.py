"""A table in a sheet of a workbook."""

from functools import cached_property

import numpy as np
from attrs import field, frozen

from obamodel.errors import Fault
from obamodel.files.cells.cell import Cell
from obamodel.files.grids.grid import Places
from obamodel.files.grids.words import find_first


@frozen(kw_only=True, eq=False, slots=False)
class SheetGrid:
    """A table in a sheet; see :class:`~obamodel.files.grids.grid.Grid`.

    ``rows`` are its rows below the heading, and ``numbers`` which row of the sheet each of them is,
    from 1.
    """

    file: str
    sheet: str
    rows: tuple[list[Cell], ...] = field(repr=False)
    numbers: tuple[int, ...] = field(repr=False)
    heading: tuple[str, ...]
    heading_line: int
    delimiter: str = ""
    decided: tuple[Fault, ...] = ()
    left_behind: tuple[Fault, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @cached_property
    def lines(self) -> Places:
        """The row of the sheet of each row."""
        return np.array(self.numbers, dtype=np.int64)

    def take(self, column: int, rows: Places | None = None) -> list[Cell]:
        """Return the cells of a column, in some rows or all."""
        if rows is None:
            return [row[column] for row in self.rows]
        return [self.rows[at][column] for at in rows.tolist()]

    def number(self, column: int) -> tuple[Places, list[Cell], Places]:
        """Return what :meth:`~obamodel.files.grids.grid.Grid.number` says."""
        numbers: dict[tuple[type, Cell], int] = {}
        codes = np.array(
            [
                numbers.setdefault((type(row[column]), row[column]), len(numbers))
                for row in self.rows
            ],
            dtype=np.int64,
        )
        return codes, [cell for _, cell in numbers], find_first(codes)

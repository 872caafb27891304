"""What a sheet holds besides its values, and what its values are not: found before it is opened.

A reader of workbooks makes room for every cell up to the last one used, shows a formula that failed
as an empty cell, and says nothing of percent. What it leaves unsaid is found out here.
"""

from array import array
from collections.abc import Callable, Iterator

from attrs import define, field

from obamodel.errors import Fault, InvalidError

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""No sheet has more."""

BUILT_IN_PERCENT = (9, 10)
"""The formats in percent that every workbook has, by number."""

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""What a formula that failed shows, by the number that a binary workbook keeps."""

MOST_MERGED = 100_000
"""The most places in a sheet where cells were made one."""

MOST_CELLS = 1_000_000
"""The most cells of a workbook up to the last one used; each takes room, filled or not."""

Spot = tuple[int, int]
"""A cell, by its row and column from 0."""


@define(kw_only=True)
class Facts:
    """What was found out about a sheet.

    Parameters
    ----------
    name
        What it is called.
    is_hidden
        Whether its readers do not see it.
    last
        The last row and the last column used.
    errors
        Cells in which a formula failed, with what they show.
    formulas
        How many cells have a formula.
    unworked, percent
        Cells with a formula of which no outcome is kept, and cells that are shown in percent: each
        as one number, for there can be very many; see :meth:`list_spots`.
    hidden_rows, hidden_columns
        Those that nobody sees, as first and last of each run.
    merged
        Cells that were made one: their first and last.
    is_unworked
        Whether formulas were not worked out since something changed.
    """

    name: str
    is_hidden: bool = False
    last: Spot | None = None
    errors: dict[Spot, str] = field(factory=dict)
    formulas: int = 0
    unworked: "array[int]" = field(factory=lambda: array("q"))
    percent: "array[int]" = field(factory=lambda: array("q"))
    hidden_rows: list[tuple[int, int]] = field(factory=list)
    hidden_columns: list[tuple[int, int]] = field(factory=list)
    merged: list[tuple[Spot, Spot]] = field(factory=list)
    is_unworked: bool = False

    def hide(self, runs: list[tuple[int, int]], first: int, last: int | None = None) -> None:
        """Note rows or columns that nobody sees, as one run with those before them."""
        end = first if last is None else last
        if runs and runs[-1][1] == first - 1:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((first, end))

    def merge(self, first: Spot, last: Spot) -> None:
        """Note cells that were made one.

        Raises
        ------
        InvalidError
            When there are more such places than anybody would look at.
        """
        if len(self.merged) >= MOST_MERGED:
            found = f"cells are merged in more than {MOST_MERGED:,} places"
            raise InvalidError(self.name, [Fault("too-large", found, "unmerge them", (self.name,))])
        self.merged.append((first, last))

    @staticmethod
    def note(noted: "array[int]", row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Note a cell, or a block of cells that are alike."""
        for at in range(row, row + rows):
            begin = at * MOST_COLUMNS + column
            noted.extend(range(begin, begin + columns))

    @staticmethod
    def list_spots(noted: "array[int]") -> Iterator[Spot]:
        """Go through the cells that were noted."""
        for one in noted:
            yield divmod(one, MOST_COLUMNS)

    @property
    def area(self) -> int:
        """How many cells there are up to the last one used."""
        return 0 if self.last is None else (self.last[0] + 1) * (self.last[1] + 1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it."""
        return self.last is None

    def use(self, row: int, column: int) -> None:
        """Note that a cell is used.

        Raises
        ------
        InvalidError
            When it lies outside of every sheet, or so far out that the room would not suffice.
        """
        if not (0 <= row < MOST_ROWS and 0 <= column < MOST_COLUMNS):
            found = f"there is a cell in row {row + 1}, column {column + 1}"
            mend = f"a sheet has at most {MOST_ROWS} rows and {MOST_COLUMNS} columns"
            raise InvalidError(self.name, [Fault("too-large", found, mend, (self.name,))])
        bottom, right = self.last or (-1, -1)
        if row <= bottom and column <= right:
            return
        self.last = (max(bottom, row), max(right, column))
        if self.area > MOST_CELLS:
            found = f"its cells reach over {self.last[0] + 1} rows and {self.last[1] + 1} columns"
            mend = "delete what stands far away from the table, or save the table as .csv"
            raise InvalidError(self.name, [Fault("too-large", found, mend, (self.name,))])


@define(kw_only=True)
class Book:
    """What a workbook says of itself.

    Parameters
    ----------
    sheets
        Its sheets of cells, in their order: what is known before they are looked at, and how to
        look at one.
    is_unworked
        Whether it asks for all formulas to be worked out when it is opened, so that what is kept
        of them may be anything.
    """

    sheets: list[tuple[Facts, Callable[[Facts], None]]] = field(factory=list)
    is_unworked: bool = False


def refuse_many_cells(area: int, name: str) -> None:
    """Refuse a workbook of which all sheets together reach over too many cells.

    Raises
    ------
    InvalidError
        When they reach over more than :data:`MOST_CELLS`.
    """
    if area > MOST_CELLS:
        found = f"its sheets reach over {area:,} cells together"
        mend = "keep only the sheets that are needed, or save the table as .csv"
        raise InvalidError(name, [Fault("too-large", found, mend, file=name)])


def is_percent_format(code: str) -> bool:
    """Whether a format of numbers shows them in percent.

    Examples
    --------
    >>> is_percent_format("0.0%"), is_percent_format('0" %"'), is_percent_format("0.00")
    (True, False, False)
    """
    plain, quoted, skip = "", False, False
    for sign in code.partition(";")[0]:
        if skip:
            skip = False
        elif sign == "\\":
            skip = True
        elif sign == '"':
            quoted = not quoted
        elif not quoted:
            plain += sign
    return "%" in plain

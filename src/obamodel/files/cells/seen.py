"""A column of numbers, of which each different cell is looked at once."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from attrs import field, frozen

from obamodel.errors import Fault, Step, tell_of_more
from obamodel.files.cells.cell import Cell, NoNumber, Written
from obamodel.files.cells.notation import read_cell

POINT, COMMA = ".", ","
"""What may come before decimals."""

Place = tuple[int, tuple[Step, ...]]
"""Where a cell stands: its line, and the steps to it in the line."""


@frozen(kw_only=True)
class Column:
    """The cells of one column, or of several that hold the same thing.

    Parameters
    ----------
    name
        What it is called in messages.
    cells
        What stands in each of its cells.
    place
        Where the cell of a number stands.
    is_whole
        Whether its numbers are whole, as counts are.
    settled, has_point
        What is known of cells that were read already: how many can only be read with each sign
        before decimals, and whether one has a point that may also part thousands.
    """

    name: str
    cells: Sequence[Cell]
    place: Callable[[int], Place]
    is_whole: bool = False
    settled: Mapping[str, int] = field(factory=dict)
    has_point: bool = False


@frozen(kw_only=True)
class Choices:
    """What is said about the numbers of a file as a whole.

    Parameters
    ----------
    decimal
        The sign before decimals, where it was said.
    delimiter
        What stands between two cells, where the file is a text.
    marks
        Further signs that stand in the place of a number, and what they mean.
    told_at_most
        How many cells at fault are enough to refuse the file; where none is given, all are told.
    """

    decimal: str | None = None
    delimiter: str = ""
    marks: Mapping[str, str] = field(factory=dict)
    told_at_most: int | None = None


MORE = tell_of_more()
"""What is said of cells that were not looked at, once there is enough to refuse the file."""


class Seen(NamedTuple):
    """A column, with what each different cell of it can be, and which of them each cell is."""

    column: Column
    codes: list[int]
    readings: list[Written | NoNumber | Fault]
    first: list[int]
    rows: list[int]

    def written(self) -> Iterator[tuple[Written, int]]:
        """Go through the different numbers, and in how many rows each stands."""
        for reading, rows in zip(self.readings, self.rows, strict=True):
            if isinstance(reading, Written):
                yield reading, rows

    def tell(self, fault: Fault, at: int) -> Fault:
        """Say of the cell of a number where it stands."""
        line, path = self.column.place(at)
        return Fault(fault.code, fault.found, fault.mend, (*path, *fault.path), line=line)


def look_at(column: Column, choices: Choices) -> Seen:
    """Look at each different cell of a column once."""
    numbers: dict[tuple[type, Cell], int] = {}
    codes = [numbers.setdefault((type(cell), cell), len(numbers)) for cell in column.cells]
    first = [-1] * len(numbers)
    for at in range(len(codes) - 1, -1, -1):
        first[codes[at]] = at
    times = Counter(codes)
    return Seen(
        column=column,
        codes=codes,
        readings=list(_read([cell for _, cell in numbers], choices)),
        first=first,
        rows=[times[code] for code in range(len(numbers))],
    )


def _read(cells: Iterable[Cell], choices: Choices) -> Iterator[Written | NoNumber | Fault]:
    wrong = 0
    for cell in cells:
        if choices.told_at_most is not None and wrong > choices.told_at_most:
            yield MORE
            continue
        reading = read_cell(cell, choices.marks)
        wrong += isinstance(reading, Fault)
        yield reading


def read_with(written: Written, sign: str) -> str | None:
    """Return what a number is with a sign before its decimals; none where it cannot be that."""
    return written.with_point if sign == POINT else written.with_comma

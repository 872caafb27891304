"""A table from Fingertips, whether it is in a file or in a frame: its columns as texts."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from attrs import define, field, frozen

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError, Step
from obamodel.files.fingertips.columns import NUMBERS, Columns, Layout, find_columns
from obamodel.files.grids import Grid, open_grid

if TYPE_CHECKING:
    import pandas as pd

Codes = npt.NDArray[np.int64]

MOST_FAULTS = 1000
"""So many faults of a kind are told; nobody mends more of them one by one."""

_FRAME = "the frame"
_LARGEST_WHOLE = 1e15
_LARGEST_CODE = 2**62
# What pandas makes of whole numbers where some are missing.
_WHOLE = re.compile(r"(-?\d+)\.0+", re.ASCII)
_NOTHING = "-1"


@frozen(kw_only=True, eq=False)
class Texts:
    """What stands in a column: for each row the number of its text, and the different texts."""

    codes: Codes
    known: tuple[str, ...]

    def at(self, row: int) -> str:
        """Return the text of a row."""
        return self.known[int(self.codes[row])]


@define(kw_only=True, eq=False, slots=False)
class Table:
    """A table from Fingertips.

    Parameters
    ----------
    file
        The name of the file, for the messages.
    heading
        What its columns are called.
    columns
        In which column each part stands.
    size
        How many rows there are.
    number
        Gives the texts of a column.
    lines
        The line of each row; none for a frame, whose rows have labels.
    labels
        The label of each row of a frame.
    decided, left_behind, faults
        What is to be said of it.
    """

    file: str
    heading: tuple[str, ...]
    columns: Columns
    size: int
    number: Callable[[int], Texts]
    lines: Codes | None = None
    labels: Sequence[Any] = ()
    decided: list[Fault] = field(factory=list)
    left_behind: list[Fault] = field(factory=list)
    faults: list[Fault] = field(factory=list)

    @property
    def layout(self) -> Layout:
        """In which layout it is."""
        return self.columns.layout

    @cached_property
    def _read(self) -> dict[str, Texts]:
        return {}

    def has(self, part: str) -> bool:
        """Whether there is a column for a part."""
        return part in self.columns.places

    def read(self, part: str) -> Texts:
        """Return the texts of a part; nothing in every row where there is no column for it."""
        if part not in self._read:
            if self.has(part):
                texts = self.number(self.columns.places[part])
                if self.layout is Layout.OLD_UPLOAD:
                    words = (_read_old(text, part) for text in texts.known)
                    texts = settle(texts.codes, words)
            else:
                texts = Texts(codes=np.zeros(self.size, dtype=np.int64), known=("",))
            self._read[part] = texts
        return self._read[part]

    def say(self, row: int | None, part: str | None, code: str, found: str, mend: str) -> Fault:
        """Make a fault that says in which row and column it is."""
        steps: list[Step] = []
        line = None
        if row is not None and self.lines is not None:
            line = int(self.lines[row])
        elif row is not None:
            label = self.labels[row]
            steps.append(int(label) if isinstance(label, (int, np.integer)) else str(label))
        if part is not None:
            steps.append(self.heading[self.columns.places[part]] if self.has(part) else part)
        return Fault(code, found, mend, path=steps, file=self._name, line=line)

    @property
    def _name(self) -> str:
        return "" if self.lines is None else self.file

    def refuse(self, row: int | None, part: str | None, code: str, found: str, mend: str) -> None:
        """Note something that is wrong in a row."""
        self.faults.append(self.say(row, part, code, found, mend))

    def refuse_rows(
        self, rows: Sequence[int], part: str, code: str, say: Callable[[int], tuple[str, str]]
    ) -> None:
        """Note something that is wrong in many rows, up to a thousand of them."""
        for row in rows[:MOST_FAULTS]:
            self.refuse(row, part, code, *say(row))
        if len(rows) > MOST_FAULTS:
            found = f"{len(rows) - MOST_FAULTS} more rows are like these"
            self.refuse(rows[MOST_FAULTS], part, code, found, "mend the others first")

    def check(self) -> None:
        """Refuse the table where anything was noted as wrong.

        Raises
        ------
        InvalidError
            With all of it, in the order of places.
        """
        if self.faults:
            raise InvalidError(self.file, self.arrange(self.faults))

    def arrange(self, faults: Iterable[Fault]) -> tuple[Fault, ...]:
        """Put faults in the order of their lines and columns, each of them once."""
        places = {name: place for place, name in enumerate(self.heading)}

        def find_order(fault: Fault) -> tuple[int, int]:
            column = fault.path[-1] if fault.path else ""
            return fault.line or 0, places.get(str(column), -1)

        return tuple(sorted(dict.fromkeys(faults), key=find_order))

    def leave_unread(self, parts: Iterable[str] = ()) -> None:
        """Note which columns that hold anything are not read, or come over nowhere."""
        more = [self.columns.places[part] for part in parts if self.has(part)]
        for place in sorted({*self.columns.unread, *more}):
            if any(text and text != "NA" for text in self.number(place).known):
                name = self.heading[place] or f"column {place + 1}"
                found = f"the column {show(name)} is not read"
                mend = "nothing is to be done if it is not needed; it stays in the file"
                fault = Fault("unread-column", found, mend, path=(name,), file=self._name)
                self.left_behind.append(fault)


def combine(columns: Iterable[Texts], rows: Codes) -> Codes:
    """Give rows that agree in all of some columns the same number.

    Examples
    --------
    >>> area = Texts(codes=np.array([0, 0, 1]), known=("N", "S"))
    >>> sex = Texts(codes=np.array([0, 1, 0]), known=("Persons", "Female"))
    >>> combine([area, sex], np.array([0, 1, 2])).tolist()
    [0, 1, 2]
    """
    codes, size = np.zeros(len(rows), dtype=np.int64), 1
    for column in columns:
        if size * len(column.known) > _LARGEST_CODE:
            # Numbers that ran over would give different rows the same one.
            codes, size = pack(codes), len(rows)
        codes = codes * max(len(column.known), 1) + column.codes[rows]
        size *= max(len(column.known), 1)
    return pack(codes)


def pack(codes: Codes) -> Codes:
    """Write numbers as 0, 1, 2 and so on, in their order."""
    return np.unique(codes, return_inverse=True)[1].reshape(-1).astype(np.int64)


def open_table(
    source: "str | os.PathLike[str] | pd.DataFrame", *, encoding: str = "utf-8"
) -> Table:
    """Open a file, or a frame such as ``fingertips_py`` gives.

    Raises
    ------
    InvalidError
        When there is no table in it, or none from Fingertips.
    """
    if isinstance(source, (str, os.PathLike)):
        return _open_file(Path(source), encoding)
    if hasattr(source, "columns") and hasattr(source, "iloc"):
        return _open_frame(source)
    fault = Fault("wrong-type", f"found {show(source)}", "give the path of a file, or a DataFrame")
    raise InvalidError("read_fingertips", [fault])


def _open_file(place: Path, encoding: str) -> Table:
    grid = open_grid(place, wanted=(), encoding=encoding)
    columns = find_columns(grid.heading)
    if isinstance(columns, list):
        faults = [
            Fault(one.code, one.found, one.mend, one.path, grid.file, grid.heading_line)
            for one in columns
        ]
        raise InvalidError(grid.file, faults)
    table = Table(
        file=grid.file,
        heading=grid.heading,
        columns=columns,
        size=grid.size,
        number=lambda column: _number_cells(grid, column),
        lines=grid.lines,
    )
    table.decided += grid.decided
    table.left_behind += grid.left_behind
    table.faults += grid.faults
    if not grid.size:
        mend = "give at least one"
        table.refuse(None, None, "empty", "there is no row below the heading", mend)
    table.check()
    return table


def _number_cells(grid: Grid, column: int) -> Texts:
    codes, cells, _ = grid.number(column)
    return settle(codes, (write_cell(cell) for cell in cells))


def _open_frame(frame: "pd.DataFrame") -> Table:
    heading = tuple(str(name).strip() for name in frame.columns)
    columns = find_columns(heading)
    if isinstance(columns, list):
        raise InvalidError(_FRAME, columns)
    table = Table(
        file=_FRAME,
        heading=heading,
        columns=columns,
        size=len(frame),
        number=lambda column: _number_values(frame, column),
        labels=list(frame.index),
    )
    if not len(frame):
        table.refuse(None, None, "empty", "it has no row", "give at least one")
    table.check()
    return table


def _number_values(frame: "pd.DataFrame", column: int) -> Texts:
    import pandas as pd

    values = frame.iloc[:, column]
    try:
        codes, known = pd.factorize(values, use_na_sentinel=True)
    except TypeError:
        # A list or a mapping in a cell: it will be refused as the text that it shows.
        texts_of = values.map(repr, na_action="ignore")
        codes, known = pd.factorize(texts_of, use_na_sentinel=True)
    texts = [write_cell(value) for value in known]
    # What pandas holds for nothing has the number -1: the last.
    return settle(np.where(codes < 0, len(texts), codes), [*texts, ""])


def settle(codes: Any, texts: Iterable[str]) -> Texts:
    """Give cells that are the same text the same number."""
    known: dict[str, int] = {}
    numbers = np.array([known.setdefault(text, len(known)) for text in texts], dtype=np.int64)
    return Texts(codes=numbers[codes], known=tuple(known))


def _read_old(text: str, part: str) -> str:
    """Read a cell of the older upload file, where -1 stands for nothing."""
    whole = match[1] if (match := _WHOLE.fullmatch(text)) else text
    return "" if whole == _NOTHING else text if part in NUMBERS else whole


def write_cell(cell: Any) -> str:
    """Write what stands in a cell as a file would have it.

    Examples
    --------
    >>> write_cell(20140000.0), write_cell(12.5), write_cell(" Persons "), write_cell(None)
    ('20140000', '12.5', 'Persons', '')
    """
    if isinstance(cell, str):
        return cell.strip()
    if cell is None or cell != cell:
        return ""
    if isinstance(cell, (float, np.floating)):
        number = float(cell)
        if number.is_integer() and abs(number) < _LARGEST_WHOLE:
            return str(int(number))
        return repr(number)
    return str(cell)

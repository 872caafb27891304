"""Where do the period, the value and the names of each observation stand in a table?"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import numpy as np
from attrs import define, field

from obamodel.domain.fields import show
from obamodel.domain.periods import Frequency, Period
from obamodel.errors import Fault
from obamodel.files.cells import Cell, are_usual, find_lost_zeros, read_dates, read_key
from obamodel.files.cells.seen import Place
from obamodel.files.grids import Grid
from obamodel.files.grids.grid import Places
from obamodel.files.grids.splitting import MOST_FAULTS
from obamodel.files.tables.asking import Asked, Layout


@define(kw_only=True, eq=False, slots=False)
class Laid:
    """The observations of a table: for each, its row, and the column in which its value stands.

    Parameters
    ----------
    grid, asked, columns
        The table, what was asked of it, and where the named columns are.
    rows
        The rows that are read.
    value_columns
        The columns with values: those named, or one for each period.
    is_count
        Whether the values are whole numbers.
    """

    grid: Grid
    asked: Asked
    columns: dict[str, int]
    rows: Places
    value_columns: tuple[int, ...]
    is_count: bool = False
    faults: list[Fault] = field(factory=list)
    decided: list[Fault] = field(factory=list)

    @cached_property
    def lines(self) -> Places:
        """The line of each row that is read."""
        return self.grid.lines[self.rows]

    def place(self, column: int, at: int) -> Place:
        """Say where the cell of a row that is read stands."""
        return int(self.lines[at]), (self.grid.heading[column],)

    def distinct(self, column: int) -> tuple[Places, list[Cell], Places]:
        """Return for each row read the number of its cell, the different cells, and their rows."""
        codes, cells, first = self.grid.number(column)
        if len(codes) == len(self.rows):
            return codes, cells, first
        used, first, codes = np.unique(codes[self.rows], return_index=True, return_inverse=True)
        return codes.reshape(-1), [cells[code] for code in used.tolist()], first


def keep_rows(grid: Grid, asked: Asked, columns: dict[str, int]) -> tuple[Places, list[Fault]]:
    """Find the rows that are asked for; a text that no row has is a fault."""
    kept = np.ones(grid.size, dtype=bool)
    faults = []
    for name, texts in asked.where.items():
        codes, cells, _ = grid.number(columns[name])
        known = [read if isinstance(read := read_key(cell), str) else "" for cell in cells]
        for text in texts:
            if text not in known:
                shown = ", ".join(show(one) for one in dict.fromkeys(known[:10]) if one)
                found = f"no row has {show(text)} in the column {show(name)}"
                faults.append(Fault("nothing-left", found, f"there are: {shown}", path=("where",)))
        wanted = np.array([one in texts for one in known], dtype=bool)
        kept &= wanted[codes] if len(cells) else False
    return np.flatnonzero(kept), faults


def find_value_columns(
    grid: Grid, asked: Asked, columns: dict[str, int]
) -> tuple[tuple[int, ...], list[Fault]]:
    """Find the columns in which values stand."""
    if asked.layout is Layout.LONG:
        return tuple(columns[name] for name in asked.value), []
    if asked.period:
        return tuple(columns[name] for name in asked.period), []
    taken = {columns[name] for name in (*asked.by, *asked.where, *asked.ignore)}
    left = tuple(
        place
        for place, name in enumerate(grid.heading)
        # A column without a heading and without anything in it only parts others.
        if place not in taken and (name or not _is_bare(grid, place))
    )
    if left:
        return left, []
    mend = "give a column for each period"
    found = "no column is left for the values"
    return (), [Fault("nothing-left", found, mend, line=grid.heading_line)]


def _is_bare(grid: Grid, column: int) -> bool:
    return all(isinstance(cell, str) and not cell.strip() for cell in grid.number(column)[1])


def read_periods_of(laid: Laid) -> tuple[Places, tuple[Period | None, ...]]:
    """Read the periods, each different one once.

    Returns
    -------
    tuple
        For each row read (long), or for each value column (wide), which period it has; and the
        periods, none for one that cannot be read: the faults are then in ``laid``.
    """
    asked = laid.asked
    if asked.layout is Layout.WIDE:
        cells: list[Cell] = [laid.grid.heading[place] for place in laid.value_columns]
        codes = np.arange(len(cells))
        rows = [1] * len(cells)

        def place(at: int) -> Place:
            name = (
                laid.grid.heading[laid.value_columns[at]] or f"column {laid.value_columns[at] + 1}"
            )
            return laid.grid.heading_line, (name,)

    else:
        column = laid.columns[asked.period[0]]
        codes, cells, first = laid.distinct(column)
        rows = np.bincount(codes, minlength=len(cells)).tolist()

        def place(at: int) -> Place:
            return laid.place(column, int(first[at]))

    periods, faults = read_dates(
        cells,
        rows,
        place,
        calendar=asked.calendar,
        frequency=asked.frequency,
        pooled=asked.pooled,
    )
    laid.faults += faults
    laid.faults += _doubt_days([one for one in periods if one is not None], asked, place)
    return codes, periods


def _doubt_days(
    periods: Sequence[Period], asked: Asked, place: Callable[[int], Place]
) -> Iterator[Fault]:
    """Ask what dates stand for that are all the first, or the last, day of a month."""
    if asked.frequency is not None or len(periods) < 2:
        return
    if any(one.frequency is not Frequency.DAY for one in periods):
        return
    is_first = all(one.start.day == 1 for one in periods)
    is_last = all(one.shift(1).start.day == 1 for one in periods)
    if is_first or is_last:
        line, path = place(0)
        which = "first" if is_first else "last"
        found = f"every date is the {which} day of a month, and may stand for more than a day"
        mend = 'say frequency="month", "quarter" or "year", or "day" if days are meant'
        yield Fault("ambiguous-period", found, mend, path=path, line=line)


def read_keys_of(laid: Laid, names: tuple[str, ...]) -> list[tuple[Places, list[str]]]:
    """Read the names that tell series apart.

    Returns
    -------
    list
        For each column: which name each row read has, and the names; an empty one where a cell
        cannot be read, which the faults in ``laid`` then say.
    """
    found = []
    for name in names:
        column = laid.columns[name]
        codes, cells, _ = laid.distinct(column)
        if are_usual(cells):
            names_of, known = codes, cells
        else:
            names_of, known = _read_keys(laid, column, codes, cells)
        for doubt in find_lost_zeros([one for one in known if one], laid.grid.heading[column]):
            placed = Fault(
                doubt.code, doubt.found, doubt.mend, doubt.path, line=laid.grid.heading_line
            )
            (laid.decided if doubt.code == "zeros-lost" else laid.faults).append(placed)
        found.append((names_of, known))
    return found


def _read_keys(
    laid: Laid, column: int, codes: Places, cells: list[Cell]
) -> tuple[Places, list[str]]:
    """Read names one by one; several cells can say the same name."""
    read = [read_key(cell) for cell in cells]
    known: dict[str, int] = {}
    numbers = [known.setdefault("" if isinstance(one, Fault) else one, len(known)) for one in read]
    wrong = np.array([isinstance(one, Fault) for one in read], dtype=bool)
    if wrong.any():
        _tell_keys(laid, column, codes, read, np.flatnonzero(wrong[codes]))
    joined = np.array(numbers, dtype=np.int64)
    return joined[codes] if len(numbers) else codes, list(known)


def _tell_keys(
    laid: Laid, column: int, codes: Places, read: "list[str | Fault]", rows: Places
) -> None:
    for at in rows[:MOST_FAULTS].tolist():
        fault = read[int(codes[at])]
        assert isinstance(fault, Fault)
        line, path = laid.place(column, at)
        laid.faults.append(Fault(fault.code, fault.found, fault.mend, path, line=line))
    if len(rows) > MOST_FAULTS:
        found = f"{len(rows) - MOST_FAULTS} more cells are like these"
        laid.faults.append(
            Fault("missing-key", found, "mend the others first", (laid.grid.heading[column],))
        )


def tell_unread(laid: Laid) -> Iterator[Fault]:
    """Say which columns and rows are not read."""
    used = {*laid.columns.values(), *laid.value_columns}
    used -= {laid.columns[name] for name in laid.asked.ignore}
    for column, name in enumerate(laid.grid.heading):
        if column not in used:
            found = f"the column {show(name)} is not read"
            mend = "nothing, if it is not needed; it stays in the file"
            yield Fault("unread-column", found, mend, (name,), line=laid.grid.heading_line)
    left = laid.grid.size - len(laid.rows)
    if left:
        rows = "1 row is" if left == 1 else f"{left} rows are"
        said = " and ".join(
            f"{name} is {' or '.join(show(text) for text in texts)}"
            for name, texts in laid.asked.where.items()
        )
        yield Fault("unread-rows", f"{rows} not read", f"only those where {said} are")

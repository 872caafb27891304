"""The periods of a table, each different cell read once, and what a spreadsheet made of years."""

import datetime
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import attrs

from obamodel.domain.calendars import Calendar
from obamodel.domain.dates import MONTHS
from obamodel.domain.fields import show
from obamodel.domain.period_columns import read_column
from obamodel.domain.period_traps import was_year
from obamodel.domain.periods import Frequency, Period
from obamodel.errors import Fault, InvalidError
from obamodel.files.cells.cell import Cell
from obamodel.files.cells.seen import Place

# After these, to read the others without those at fault would tell nothing more.
_ENDS = ("ambiguous-period", "more-problems")
_LONGEST = 100


def read_dates(
    cells: Sequence[Cell],
    rows: Sequence[int],
    place: Callable[[int], Place],
    *,
    calendar: Calendar | str | None = None,
    frequency: Frequency | str | None = None,
    pooled: int | None = None,
) -> tuple[tuple[Period | None, ...], tuple[Fault, ...]]:
    """Read periods, decided together.

    Parameters
    ----------
    cells
        The different cells.
    rows
        In how many rows each of them stands.
    place
        Where the cell of a number first stands.
    calendar, frequency, pooled
        As for :func:`obamodel.domain.periods.read_periods`.

    Returns
    -------
    tuple
        The periods, one for each cell and none for a cell that cannot be read; and the faults.

    Examples
    --------
    >>> periods, _ = read_dates(["2014/15", "2015/16"], [1, 1], lambda at: (at + 2, ("year",)))
    >>> str(periods[1])
    '2015/16'
    """
    plain = [_simplify(cell) for cell in cells]
    long = [at for at, cell in enumerate(plain) if isinstance(cell, str) and len(cell) > _LONGEST]
    told: list[tuple[int, Fault]] = []
    for at in long:
        found = f"found {show(str(plain[at])[:50])}, of {len(str(plain[at]))} signs"
        told.append((at, Fault("bad-period", found, "write a period")))
    kept = sorted(set(range(len(plain))).difference(long))
    periods: dict[int, Period] = {}
    damaged = _find_damaged([plain[at] for at in kept], frequency)
    told += [(kept[at], fault) for at, fault in damaged]
    # Those that cannot be read are told, and the others are read without them.
    while kept and not damaged:
        try:
            read = read_column(
                [plain[at] for at in kept],
                calendar,
                frequency=frequency,
                pooled=pooled,
                places=[(at,) for at in kept],
            )
        except InvalidError as error:
            if any(not (fault.path and isinstance(fault.path[0], int)) for fault in error.faults):
                # It is about what was asked for, and not about a cell.
                return (None,) * len(cells), error.faults
            found_at = [(int(fault.path[0]), fault) for fault in error.faults]
            told += [(at, attrs.evolve(fault, path=fault.path[1:])) for at, fault in found_at]
            if any(fault.code in _ENDS for _, fault in found_at):
                break
            wrong = {at for at, _ in found_at}
            kept = [at for at in kept if at not in wrong]
        else:
            periods = dict(zip(kept, read, strict=True))
            break
    faults = []
    for at, fault in sorted(told, key=lambda pair: pair[0]):
        line, path = place(at)
        more = rows[at] - 1
        found = fault.found
        if more:
            found += f" (and in {'1 more row' if more == 1 else f'{more} more rows'})"
        faults.append(Fault(fault.code, found, fault.mend, (*path, *fault.path), line=line))
    return tuple(periods.get(at) for at in range(len(cells))), tuple(faults)


def _simplify(cell: Cell) -> Any:
    """Return a cell as a person would read it out: 2014, not 2014.0; a day, not its midnight."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e9:
        return int(cell)
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date()
    if isinstance(cell, (datetime.time, datetime.timedelta)):
        return f"the time {cell}"
    return cell


def _find_damaged(
    cells: Sequence[Any], frequency: Frequency | str | None
) -> list[tuple[int, Fault]]:
    """Find years such as 2010/11 that a spreadsheet made dates of, where all of them are dates.

    Where only some are, they do not fit the others, and that is told when they are read.
    """
    if not cells or not all(type(cell) is datetime.date and cell.day == 1 for cell in cells):
        return []
    if frequency is not None and frequency != Frequency.YEAR:
        return []
    days = sorted(set(cells))
    apart = {
        (after.year - before.year) * 12 + after.month - before.month
        for before, after in pairwise(days)
    }
    # From one such year to the next, the date moves on by a year and a month.
    moves_so = len(days) > 1 and apart == {13}
    if not moves_so and not all(was_year(day.month, day.year) for day in days):
        return []
    return [(at, _explain(cell)) for at, cell in enumerate(cells)]


def _explain(day: datetime.date) -> Fault:
    typed = f"{day.year}/{day.month:02d}"
    name = f"{MONTHS[day.month - 1][:3]} {day.year}"
    return Fault(
        "spreadsheet-date",
        f'found the date {day}, which spreadsheets make of a typed "{typed}"',
        f'write "{typed}" into a cell that is set to text, '
        f'or say frequency="month" if it is {name}',
    )

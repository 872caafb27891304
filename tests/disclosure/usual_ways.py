"""The usual ways of hiding small numbers, which give many of them away."""

from collections.abc import Set

from obamodel.domain.tables import CountTable
from tests.disclosure.attacker import Seen
from tests.disclosure.small_tables import make_lines

At = tuple[str, ...]


def print_hidden(table: CountTable, hidden: Set[At]) -> Seen:
    """Print a table with stars where we say, whatever comes of it."""
    printed = {cell.at: "*" if cell.at in hidden else str(cell.number) for cell in table.cells}
    return Seen(tuple(make_lines(table)), printed)


def hide_small(table: CountTable) -> set[At]:
    """Hide 1 to 4, and nothing else."""
    return {cell.at for cell in table.cells if 1 <= (cell.number or 0) <= 4}


def hide_two(table: CountTable) -> set[At]:
    """Hide 1 to 4, and the next smallest of each line in which one is hidden alone."""
    hidden = hide_small(table)
    numbers = {cell.at: cell.number or 0 for cell in table.cells}
    rows, columns = table.dimensions
    lines = [[(row, column) for column in columns.names] for row in rows.names]
    lines += [[(row, column) for row in rows.names] for column in columns.names]
    while lonely := [line for line in lines if len(hidden & set(line)) == 1]:
        others = [at for at in lonely[0] if at not in hidden]
        hidden.add(min(others, key=lambda at: (numbers[at] == 0, numbers[at], at)))
    return hidden

"""The numbers of a table, a block at a time: those that are decided together."""

from collections.abc import Iterable
from typing import Any

from attrs import define, evolve

from obamodel.errors import Fault
from obamodel.files.cells import Choices, Column, Place, Read, decide_per, read_columns, read_flags
from obamodel.files.tables.asking import PARTS, Asked
from obamodel.files.tables.laying import Laid


@define(kw_only=True)
class Block:
    """Values that are decided together: a column, or all columns of a wide table.

    Parameters
    ----------
    name
        What it is called in messages.
    numbers
        The values, and the numbers beside them, by what they are.
    flags, notes
        What is said of each value in columns of its own.
    """

    name: str
    numbers: dict[str, Read]
    flags: list[Any] | None = None
    notes: list[str] | None = None


def read_long(laid: Laid) -> list[Block]:
    """Read the numbers of a long table, a block for each column of values."""
    asked, grid = laid.asked, laid.grid
    named = {name: name for name in asked.value}
    beside = {part: asked.beside[part] for part in PARTS if part in asked.beside}
    wanted = [*named.values(), *beside.values()]
    columns = [_take_column(laid, name, part) for name, part in _name_parts(asked, wanted)]
    read = dict(zip(wanted, read_columns(columns, _choose(laid)), strict=True))
    blocks = []
    for name in asked.value:
        heading = grid.heading[laid.columns[name]]
        block = Block(name=heading, numbers={"value": read[name]})
        block.numbers |= {part: read[column] for part, column in beside.items()}
        blocks.append(block)
    if "flags" in asked.beside:
        blocks[0].flags = _read_flags(laid, asked.beside["flags"])
    if "note" in asked.beside:
        cells = grid.take(laid.columns[asked.beside["note"]], laid.rows)
        blocks[0].notes = [str(cell).strip() for cell in cells]
    return blocks


def _name_parts(asked: Asked, wanted: Iterable[str]) -> list[tuple[str, str]]:
    parts = {column: part for part, column in asked.beside.items()}
    return [(name, parts.get(name, "value")) for name in wanted]


def _take_column(laid: Laid, name: str, part: str) -> Column:
    column = laid.columns[name]

    def place(at: int) -> Place:
        return laid.place(column, at)

    return Column(
        name=laid.grid.heading[column],
        cells=laid.grid.take(column, laid.rows),
        place=place,
        is_whole=part == "value" and laid.is_count,
    )


def _choose(laid: Laid) -> Choices:
    asked = laid.asked
    return Choices(decimal=asked.decimal, delimiter=laid.grid.delimiter, marks=asked.marks)


def read_wide(laid: Laid) -> list[Block]:
    """Read the numbers of a wide table, all of them one block."""
    columns, number = laid.value_columns, len(laid.value_columns)
    taken = [laid.grid.take(column, laid.rows) for column in columns]
    cells = [cell for row in zip(*taken, strict=True) for cell in row]

    def place(at: int) -> Place:
        row, column = divmod(at, number)
        return laid.place(columns[column], row)

    block = Column(name="the values", cells=cells, place=place, is_whole=laid.is_count)
    (read,) = read_columns([block], _choose(laid))
    return [Block(name="the values", numbers={"value": read})]


def _read_flags(laid: Laid, name: str) -> list[Any]:
    column = laid.columns[name]
    found = []
    for at, cell in enumerate(laid.grid.take(column, laid.rows)):
        read = read_flags(str(cell))
        if isinstance(read, Fault):
            line, path = laid.place(column, at)
            laid.faults.append(evolve(read, path=path, line=line))
            read = ()
        found.append(read)
    return found


def settle_per(laid: Laid, block: Block, said: dict[str, Any]) -> dict[str, Any]:
    """Decide what the values of a block are per, together with their limits."""
    scaled = [block.numbers[part] for part in ("value", "lower", "upper") if part in block.numbers]
    signs = tuple(sum(read.in_percent[which] for read in scaled) for which in (0, 1))
    per, decided, faults = decide_per(
        [one.value for read in scaled for one in read.readings],
        (signs[0], signs[1]),
        kind=said["kind"],
        unit=said["unit"],
        per=said.get("per"),
        name=block.name,
    )
    line = laid.grid.heading_line
    laid.decided += [evolve(one, line=line) for one in decided]
    laid.faults += [evolve(one, line=line) for one in faults]
    for part in ("numerator", "denominator"):
        if part in block.numbers and block.numbers[part].in_percent[0]:
            found, mend = f"a {part} has a % sign", "give the number it stands for"
            path = (laid.asked.beside[part],)
            laid.faults.append(Fault("percent-of-none", found, mend, path, line=line))
    return {**said, "per": per, "undecided": bool(faults)}

"""A table in a CSV text: one row for each thing, one column for each thing said about it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
from attrs import field, frozen

from obamodel.domain.fields import show
from obamodel.errors import MOST_TOLD, Fault, tell_of_more
from obamodel.files.homes import suggest_key
from obamodel.files.records import (
    Record,
    find_line_end,
    split_records,
    write_cell,
    write_record,
)
from obamodel.files.splicing import Splices

# Turns a cell into a value, or names what is wrong with it.
CellReader = Callable[[str], Any]

_OTHER_SEPARATOR = re.compile(r'"?\w+"?[;\t|]')


@frozen(kw_only=True)
class Form:
    """What a table holds.

    ``rows`` is what its rows are called; ``columns`` are all that it may have; ``needed`` those
    that it must have, and ``names`` those of them without which nothing can be said of a row.
    ``readers`` are for the columns that hold something else than words.
    """

    rows: str
    columns: tuple[str, ...]
    needed: tuple[str, ...]
    names: tuple[str, ...]
    readers: Mapping[str, CellReader] = field(factory=dict)


@frozen
class TableReading:
    """The rows as plain mappings, the line of each, and what was wrong with the writing.

    ``missing`` are the columns a row cannot do without and the table lacks; ``broken`` the rows
    of which nothing can be said for sure; ``is_whole`` whether all rows were found.
    """

    rows: list[dict[str, Any]]
    lines: list[int]
    faults: tuple[Fault, ...]
    missing: tuple[str, ...] = ()
    broken: tuple[int, ...] = ()
    is_whole: bool = True


@frozen(kw_only=True)
class Row:
    """A row as it is to be: its cells, which row of the table it was, and what changed in it."""

    cells: Mapping[str, str]
    source: int | None = None
    changed: Collection[str] = ()


def read_table(text: str, form: Form) -> TableReading:
    r"""Read a table; an empty cell says nothing, and nothing is guessed.

    Examples
    --------
    >>> form = Form(rows="hats", columns=("id", "colour"), needed=("id",), names=("id",))
    >>> read_table("id,colour\nfirst,red\nsecond,\n", form).rows
    [{'id': 'first', 'colour': 'red'}, {'id': 'second'}]
    """
    records, faults = split_records(text)
    filled = [record for record in records if not record.is_blank]
    if not filled:
        return TableReading([], [], faults, is_whole=not faults)
    heading, *body = filled
    if _OTHER_SEPARATOR.match(heading.written[0]):
        found = "the columns are not parted by commas"
        fault = Fault("not-commas", found, "save it with commas between them", line=heading.line)
        return TableReading([], [], (*faults, fault), is_whole=False)
    stray = {fault.line for fault in faults}
    missing = tuple(name for name in form.needed if name not in heading.cells)
    is_torn = bool(stray & _find_lines(heading))
    told = [*faults, *(() if is_torn else _check_heading(heading, form))]
    if is_torn or any(name in missing for name in form.names):
        # Without names, or with columns run together, nothing can be said of the rows.
        return TableReading([], [], tuple(told), is_whole=False)
    rows, broken = [], []
    is_whole = not any(_ends_reading(fault) for fault in faults)
    for index, record in enumerate(body):
        if len(told) > MOST_TOLD:
            told.append(attrs.evolve(tell_of_more(), path=(form.rows,), line=record.line))
            is_whole = False
            break
        row = _read_row(record, heading, form)
        rows.append(row)
        last = max(position for position, cell in enumerate(record.cells) if cell)
        if last >= len(heading.cells):
            found = f"the row has {last + 1} cells and the heading {len(heading.cells)}"
            mend = "put words that hold a comma in quotation marks"
            path = (form.rows, index)
            told.append(Fault("too-many-cells", found, mend, path=path, line=record.line))
        if last >= len(heading.cells) or stray & _find_lines(record):
            broken.append(index)
        else:
            told += [
                attrs.evolve(fault, path=(form.rows, index, *fault.path), line=record.line)
                for fault in _read_cells(row, form)
            ]
    return TableReading(
        rows,
        [record.line for record in body],
        tuple(told),
        missing,
        tuple(broken),
        is_whole=is_whole,
    )


def write_rows(rows: Iterable[Mapping[str, str]], form: Form) -> str:
    """Write a table with all its columns.

    Examples
    --------
    >>> form = Form(rows="hats", columns=("id", "colour"), needed=("id",), names=("id",))
    >>> print(write_rows([{"id": "first"}], form), end="")
    id,colour
    first,
    """
    lines = [form.columns, *([row.get(name, "") for name in form.columns] for row in rows)]
    return "".join(f"{write_record(line)}\n" for line in lines)


def edit_table(text: str, rows: Sequence[Row], form: Form) -> str:
    """Write rows over a table, leaving every cell as it is in which nothing changed.

    Parameters
    ----------
    text
        The table as it is, without fault.
    rows
        The rows it is to hold, in their order.
    form
        What the table holds.
    """
    records = [record for record in split_records(text)[0] if not record.is_blank]
    if not records:
        return write_rows((row.cells for row in rows), form)
    heading, *body = records
    splices = Splices()
    wanted = {name for row in rows for name in row.cells}
    added = [name for name in form.columns if name in wanted and name not in heading.cells]
    columns = (*heading.cells, *added)
    if added:
        splices.add(heading.end, heading.end, "," + write_record(added))
    kept = sorted(row.source for row in rows if row.source is not None)
    for index in set(range(len(body))).difference(kept):
        record = body[index]
        following = re.compile(r"\r\n|\n|\r|\Z").match(text, record.end)
        splices.add(record.start, following.end() if following else record.end, "")
    line_end = find_line_end(text)
    slots = iter(kept)
    before = heading
    for row in rows:
        if row.source is None:
            written = write_record(row.cells.get(name, "") for name in columns)
            splices.add(before.end, before.end, line_end + written)
        else:
            before = body[next(slots)]
            written = _edit_record(body[row.source], columns, row, form)
            if written != text[before.start : before.end]:
                splices.add(before.start, before.end, written)
    return splices.apply(text)


def _read_row(record: Record, heading: Record, form: Form) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, cell in zip(heading.cells, record.cells, strict=False):
        if cell and name in form.columns:
            row.setdefault(name, cell)
    return row


def _read_cells(row: dict[str, Any], form: Form) -> Iterator[Fault]:
    """Turn cells into values where they can be read; the text stays where they cannot."""
    for name, read in form.readers.items():
        if name in row:
            value = read(row[name])
            if isinstance(value, Fault):
                yield value.under(name)
            else:
                row[name] = value


def _edit_record(record: Record, columns: tuple[str, ...], row: Row, form: Form) -> str:
    written = list(record.written)
    for position, name in enumerate(columns):
        if name in form.columns and name in row.changed:
            written += [""] * (position + 1 - len(written))
            written[position] = write_cell(row.cells.get(name, ""))
    return ",".join(written)


def _ends_reading(fault: Fault) -> bool:
    return fault.code == "too-large" or fault.found.endswith("not closed")


def _find_lines(record: Record) -> set[int]:
    number = 1 + sum(cell.count("\n") for cell in record.cells)
    return set(range(record.line, record.line + number))


def _check_heading(heading: Record, form: Form) -> Iterator[Fault]:
    path = (form.rows,)
    for position, name in enumerate(heading.cells):
        if name in heading.cells[:position] and name:
            found = f"the column {show(name)} stands here twice"
            yield Fault("written-twice", found, "keep one of them", path=path, line=heading.line)
        elif name not in form.columns and name:
            found = f"{show(name)} is not a column here"
            mend = suggest_key(name, form.columns).replace("keys", "columns")
            yield Fault("unknown-key", found, mend, path=path, line=heading.line)
    for name in form.needed:
        if name not in heading.cells:
            found = f'there is no column "{name}"'
            mend = f"write {name} into the first line"
            yield Fault("missing", found, mend, path=path, line=heading.line)

"""The table of counts: one row for each count, one column for each thing said about it."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from attrs import frozen

from obamodel.domain.fields import show
from obamodel.domain.quantities import Count
from obamodel.errors import Fault
from obamodel.files.aligning import align
from obamodel.files.conversion import unstructure
from obamodel.files.homes import suggest_key
from obamodel.files.records import (
    Record,
    find_line_end,
    split_records,
    write_cell,
    write_record,
)
from obamodel.files.splicing import Splices

COLUMNS = tuple(attribute.name for attribute in attrs.fields(Count))
_NEEDED = tuple(
    attribute.name for attribute in attrs.fields(Count) if attribute.default is attrs.NOTHING
)

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)", re.ASCII)
_LONGEST_WHOLE = 40
_HINTS = (
    (re.compile(r"(?:~|≈|c\.?|ca\.?|circa|about|approx\.?|around)\s*(\d+)", re.I), "about"),
    (re.compile(r"(?:≥|>=|at least)\s*(\d+)|(\d+)\s*\+", re.I), "at least"),
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[, ]\d{3})+")
_OTHER_SEPARATOR = re.compile(r'"?\w+"?[;\t|]')
_ZEROS = re.compile(r"0*(\d+)\.0+|0+(\d+)")
_NOTHING = re.compile(r"[-\u2013\u2014?*.:]+|n/?a|nk|none|null|unknown|not known|missing|tbc", re.I)


@frozen
class CountsReading:
    """The rows as plain mappings, the line of each, and what was wrong with the writing.

    ``missing`` are the columns a count cannot do without and the table lacks; ``broken`` the rows
    of which nothing can be said for sure; ``is_whole`` whether all rows were found.
    """

    rows: list[dict[str, Any]]
    lines: list[int]
    faults: tuple[Fault, ...]
    missing: tuple[str, ...] = ()
    broken: tuple[int, ...] = ()
    is_whole: bool = True


def read_counts(text: str) -> CountsReading:
    r"""Read a table of counts; an empty cell says nothing, and nothing is guessed.

    Examples
    --------
    >>> reading = read_counts("id,of,counted,value\nfirst,people who came,people,~45\n")
    >>> print(*reading.faults)
    counts[0].value: found "~45"; write 45, and "about" under precision [not-a-whole-number]
    """
    records, faults = split_records(text)
    filled = [record for record in records if not record.is_blank]
    if not filled:
        return CountsReading([], [], faults, is_whole=not faults)
    heading, *body = filled
    if _OTHER_SEPARATOR.match(heading.written[0]):
        found = "the columns are not parted by commas"
        fault = Fault("not-commas", found, "save it with commas between them", line=heading.line)
        return CountsReading([], [], (*faults, fault), is_whole=False)
    stray = {fault.line for fault in faults}
    missing = tuple(name for name in _NEEDED if name not in heading.cells)
    is_torn = bool(stray & _find_lines(heading))
    told = [*faults, *(() if is_torn else _check_heading(heading))]
    if is_torn or "id" in missing:
        # Without names, or with columns run together, nothing can be said of the rows.
        return CountsReading([], [], tuple(told), is_whole=False)
    rows, broken = [], []
    for index, record in enumerate(body):
        row: dict[str, Any] = {}
        last = max(position for position, cell in enumerate(record.cells) if cell)
        for name, cell in zip(heading.cells, record.cells, strict=False):
            if cell and name in COLUMNS:
                row.setdefault(name, cell)
        rows.append(row)
        if last >= len(heading.cells):
            found = f"the row has {last + 1} cells and the heading {len(heading.cells)}"
            mend = "put words that hold a comma in quotation marks"
            path = ("counts", index)
            told.append(Fault("too-many-cells", found, mend, path=path, line=record.line))
        if last >= len(heading.cells) or stray & _find_lines(record):
            broken.append(index)
        elif "value" in row:
            told += [
                attrs.evolve(fault, path=("counts", index, "value"), line=record.line)
                for fault in _read_value(row)
            ]
    return CountsReading(
        rows,
        [record.line for record in body],
        tuple(told),
        missing,
        tuple(broken),
        is_whole=not any(fault.found.endswith("not closed") for fault in faults),
    )


def write_counts(counts: Iterable[Count]) -> str:
    """Write a table of counts with all its columns.

    Examples
    --------
    >>> from obamodel.domain.quantities import Counted
    >>> first = Count(id="first", of="people who came", counted=Counted.PEOPLE, value=12)
    >>> print(write_counts([first]), end="")
    id,of,counted,value,precision,reason,subset_of,activity,group,when,published,note,source
    first,people who came,people,12,,,,,,,,,
    """
    rows = [_write_cells(count) for count in counts]
    lines = [COLUMNS, *([row.get(name, "") for name in COLUMNS] for row in rows)]
    return "".join(f"{write_record(line)}\n" for line in lines)


def edit_counts(text: str, old: tuple[Count, ...], new: tuple[Count, ...]) -> str:
    """Write counts over a table, leaving every row and cell as it is that says the same as before.

    Parameters
    ----------
    text
        The table as it is, without fault.
    old, new
        The counts it holds, and those it is to hold.
    """
    records = [record for record in split_records(text)[0] if not record.is_blank]
    if not records:
        return write_counts(new)
    heading, *body = records
    splices = Splices()
    wanted = {name for count in new for name in _write_cells(count)}
    added = [name for name in COLUMNS if name in wanted and name not in heading.cells]
    columns = (*heading.cells, *added)
    if added:
        splices.add(heading.end, heading.end, "," + write_record(added))
    matches = align([count.id for count in old], [count.id for count in new])
    kept = sorted(match for match in matches if match is not None)
    for index, record in enumerate(body):
        if index not in kept:
            following = re.compile(r"\r\n|\n|\r|\Z").match(text, record.end)
            splices.add(record.start, following.end() if following else record.end, "")
    line_end = find_line_end(text)
    slots = iter(kept)
    before = heading
    for match, count in zip(matches, new, strict=True):
        if match is None:
            cells = _write_cells(count)
            row = write_record(cells.get(name, "") for name in columns)
            splices.add(before.end, before.end, line_end + row)
        else:
            before = body[next(slots)]
            row = _edit_row(body[match], columns, old[match], count)
            if row != text[before.start : before.end]:
                splices.add(before.start, before.end, row)
    return splices.apply(text)


def _edit_row(record: Record, columns: tuple[str, ...], old: Count, new: Count) -> str:
    written = list(record.written)
    cells = _write_cells(new)
    for position, name in enumerate(columns):
        if name in COLUMNS and getattr(old, name) != getattr(new, name):
            written += [""] * (position + 1 - len(written))
            written[position] = write_cell(cells.get(name, ""))
    return ",".join(written)


def _write_cells(count: Count) -> dict[str, str]:
    return {name: str(value) for name, value in unstructure(count).items()}


def _find_lines(record: Record) -> set[int]:
    number = 1 + sum(cell.count("\n") for cell in record.cells)
    return set(range(record.line, record.line + number))


def _check_heading(heading: Record) -> Iterator[Fault]:
    path = ("counts",)
    for position, name in enumerate(heading.cells):
        if name in heading.cells[:position] and name:
            found = f"the column {show(name)} stands here twice"
            yield Fault("written-twice", found, "keep one of them", path=path, line=heading.line)
        elif name not in COLUMNS and name:
            found = f"{show(name)} is not a column here"
            mend = suggest_key(name, COLUMNS).replace("keys", "columns")
            yield Fault("unknown-key", found, mend, path=path, line=heading.line)
    for name in _NEEDED:
        if name not in heading.cells:
            found = f'there is no column "{name}"'
            mend = f"write {name} into the first line"
            yield Fault("missing", found, mend, path=path, line=heading.line)


def _read_value(row: dict[str, Any]) -> Iterator[Fault]:
    """Turn the value into a number where it is one; the text stays where it is not."""
    written = row["value"]
    if _WHOLE.fullmatch(written) and len(written) <= _LONGEST_WHOLE:
        row["value"] = int(written)
        return
    mend = "write a whole number in the digits 0 to 9, or leave the cell empty"
    if _WHOLE.fullmatch(written):
        mend = "check the number"
    elif _THOUSANDS.fullmatch(written):
        mend = f"write {re.sub('[, ]', '', written)}"
    elif match := _ZEROS.fullmatch(written):
        mend = f"write {match[1] or match[2]}"
    elif _WHOLE.fullmatch(written.strip()):
        mend = f"write {written.strip()}, without a space"
    elif _NOTHING.fullmatch(written.strip()):
        mend = 'leave the cell empty, write "unknown" under precision, and why under reason'
    for pattern, precision in _HINTS:
        if match := pattern.fullmatch(written.strip()):
            number = next(group for group in match.groups() if group)
            mend = f'write {number}, and "{precision}" under precision'
    yield Fault("not-a-whole-number", f"found {show(written)}", mend)

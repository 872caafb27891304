"""From the one mapping of an evaluation to the rows of each sheet."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from obamodel.errors import Fault, Step
from obamodel.files.workbook.lines import write_lines
from obamodel.files.workbook.plan import (
    ORDER,
    Column,
    Holds,
    Sheet,
    find_parts,
    plan_main,
    plan_sheets,
)

LONGEST_TEXT = 32_767
"""The most characters that a cell holds, counted as spreadsheets do: in units of UTF-16."""
MOST_ROWS = 1_048_576
"""The most rows that a sheet has, its heading among them."""

# Beyond that, a cell would hold the nearest number that has 53 binary digits.
_LARGEST_WHOLE = 2**53

Written = str | int | float
Row = dict[str, Written]


@frozen
class Layout:
    """What stands in the cells: for the evaluation itself by heading, else row by row."""

    main: Row = field(factory=dict)
    rows: dict[str, list[Row]] = field(factory=dict)


def lay_out(document: Mapping[str, Any]) -> tuple[Layout, tuple[Fault, ...]]:
    """Lay an evaluation out in rows, and find what no cell or sheet can hold.

    Parameters
    ----------
    document
        The one mapping of the evaluation, without fault.

    Returns
    -------
    tuple
        The layout, and the faults: texts that are too long for a cell, lists for a sheet.

    Examples
    --------
    >>> layout, _ = lay_out({"risks": [{"id": "frost", "name": "Frost", "eased_by": ["salt"]}]})
    >>> layout.rows["Risks"]
    [{'Id': 'frost', 'Name': 'Frost', 'Eased by': 'salt'}]
    """
    layout = Layout()
    faults: list[Fault] = []
    for column in plan_main():
        faults += _fill(layout.main, column, document, ())
    for sheet in plan_sheets():
        layout.rows[sheet.name] = []
    for sheet in plan_sheets():
        if len(sheet.steps) == 1:
            faults += _lay_out_kind(layout, sheet, document.get(sheet.kind))
    for sheet in plan_sheets():
        if len(layout.rows[sheet.name]) >= MOST_ROWS:
            found = f"there are {len(layout.rows[sheet.name])} of them"
            mend = f"a sheet has room for {MOST_ROWS - 1}; save it as a folder, or as .json"
            faults.append(Fault("too-large", found, mend, path=(sheet.name,)))
    return layout, tuple(faults)


def _lay_out_kind(layout: Layout, sheet: Sheet, held: Any) -> Iterator[Fault]:
    things = [] if held is None else [held] if sheet.is_single else held
    for index, thing in enumerate(things):
        path: tuple[Step, ...] = (sheet.kind,) if sheet.is_single else (sheet.kind, index)
        yield from _lay_out_thing(layout, sheet, thing, path, {})
        yield from _lay_out_parts(layout, sheet, thing, path, (thing.get("id", ""),))


def _lay_out_parts(
    layout: Layout, sheet: Sheet, thing: Mapping[str, Any], path: tuple[Step, ...], names: Any
) -> Iterator[Fault]:
    """Lay out the lists of a thing, whose names say to what their rows belong."""
    for below in find_parts(sheet):
        key = below.steps[-1]
        for index, part in enumerate(thing.get(key, ())):
            before: Row = dict(zip(below.above, names, strict=True))
            if below.is_ordered:
                before[ORDER] = index + 1
            inner = (*path, key, index)
            yield from _lay_out_thing(layout, below, part, inner, before)
            if isinstance(part, Mapping):
                yield from _lay_out_parts(layout, below, part, inner, (*names, index + 1))


def _lay_out_thing(
    layout: Layout, sheet: Sheet, thing: Any, path: tuple[Step, ...], before: Row
) -> Iterator[Fault]:
    row = dict(before)
    for column in sheet.columns:
        yield from _fill(row, column, thing, path)
    layout.rows[sheet.name].append(row)


def _fill(row: Row, column: Column, thing: Any, path: tuple[Step, ...]) -> Iterator[Fault]:
    value = thing
    for key in column.keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    if value is None:
        return
    written = _write(value, column.holds)
    if written == "":
        return
    row[column.heading] = written
    if isinstance(written, str) and (length := _measure(written)) > LONGEST_TEXT:
        found = f"the text has {length} characters, and a cell holds {LONGEST_TEXT}"
        mend = "make it shorter, or save it as a folder or as .json"
        yield Fault("too-large", found, mend, path=(*path, *column.keys))


def _write(value: Any, holds: Holds) -> Written:
    if isinstance(value, list):
        return write_lines(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) <= _LARGEST_WHOLE:
        # A cell knows no difference between 54.0 and 54, and is read as 54.
        return int(value)
    if isinstance(value, int) and abs(value) > _LARGEST_WHOLE:
        # As text: no digit of it would be lost.
        return str(value)
    assert isinstance(value, (str, int, float)), f"{holds} of a mapping"
    return value


def _measure(text: str) -> int:
    return len(text) + sum(sign > "\uffff" for sign in text)

"""How do the observations of a table become series, with every fault at its place in the file?"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from attrs import evolve

from obamodel.domain.periods import Period
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError
from obamodel.files.cells import Place
from obamodel.files.grids.grid import Places
from obamodel.files.tables.asking import Layout
from obamodel.files.tables.blocks import Block
from obamodel.files.tables.laying import Laid

# What follows only from not knowing what the values are per.
_UNDECIDED = ("per-missing", "above-all", "percent-as-fraction")


def make_block(
    laid: Laid,
    block: Block,
    said: dict[str, Any],
    codes: Places,
    periods: tuple[Period | None, ...],
    keys: list[tuple[Places, list[str]]],
) -> list[Series]:
    """Make the series of a block; what is wrong with them goes to the faults of the table.

    Parameters
    ----------
    laid
        The table.
    block
        The values.
    said
        What is said about the series; and under ``undecided`` whether what they are per is open.
    codes, periods
        For each row (long) or column (wide), which period it has; and the periods.
    keys
        For each column that tells series apart, which name each row has; and the names.
    """
    import pandas as pd

    is_wide = laid.asked.layout is Layout.WIDE
    number = len(laid.value_columns) if is_wide else 1
    rows = np.repeat(np.arange(len(laid.rows)), number)
    which = np.tile(codes, len(laid.rows)) if is_wide else codes
    columns = laid.value_columns if is_wide else (laid.columns[laid.asked.period[0]],)
    labels = [
        f"line {line}, {laid.grid.heading[column]}" if is_wide else f"line {line}"
        for line in laid.lines.tolist()
        for column in columns
    ]
    frame: dict[str, Any] = {"period": [periods[code] for code in which.tolist()]}
    frame |= _list_parts(block)
    names = dict.fromkeys(frame, block.name)
    frame |= {
        f"key {at}": [known[code] for code in numbers[rows].tolist()]
        for at, (numbers, known) in enumerate(keys)
    }
    several = len(laid.asked.value) > 1
    if several:
        frame["key of column"] = [block.name] * len(labels)
    by = [column for column in frame if column.startswith("key ")]
    undecided = said.pop("undecided")
    table = pd.DataFrame(
        {column: pd.Series(cells, dtype="object") for column, cells in frame.items()}
    )
    table.index = pd.Index(labels)
    # Rows whose period, or name, cannot be read were told; the others are checked without them.
    is_sound = table["period"].notna()
    for column in by:
        is_sound &= table[column] != ""
    table = table[is_sound]
    if table.empty:
        return []
    try:
        if not by:
            return [Series.from_frame(table, **said)]
        one_or_more = by[0] if len(by) == 1 else by
        return list(Series.from_frame(table, by=one_or_more, **said).values())
    except InvalidError as error:
        places = {
            label: laid.place(column, at // number)
            for at, (label, column) in enumerate(
                zip(labels, (*columns,) * len(laid.rows), strict=True)
            )
        }
        laid.faults += [
            _place(fault, places, laid, names)
            for fault in error.faults
            if not (undecided and fault.code in _UNDECIDED)
        ]
        return []


def _list_parts(block: Block) -> dict[str, list[Any]]:
    """List the parts of observations, one list each."""
    values = block.numbers["value"].readings
    # A cell that could not be read was told already; it is not told again as one without number.
    parts: dict[str, list[Any]] = {
        "value": [one.value for one in values],
        "missing": [
            "" if one.value is not None else (one.missing or "not readable") for one in values
        ],
        "flags": [tuple(one.flags) for one in values],
        "note": [one.note for one in values],
    }
    for part, read in block.numbers.items():
        if part != "value":
            parts[part] = [one.value for one in read.readings]
    if block.flags is not None:
        pairs = zip(parts["flags"], block.flags, strict=True)
        parts["flags"] = [tuple(dict.fromkeys((*own, *beside))) for own, beside in pairs]
    if block.notes is not None:
        notes = zip(parts["note"], block.notes, strict=True)
        parts["note"] = ["; ".join(filter(None, pair)) for pair in notes]
    return parts


def _place(
    fault: Fault, places: Mapping[str, Place], laid: Laid, names: Mapping[str, str]
) -> Fault:
    """Say of a fault in a frame where in the file it stands."""
    if fault.code == "named-twice":
        return evolve(fault, path=laid.asked.by[:1], line=laid.grid.heading_line)
    label = fault.path[0] if fault.path else ""
    if not isinstance(label, str) or label not in places:
        return fault
    line, path = places[label]
    part = str(fault.path[1]) if len(fault.path) > 1 else ""
    if laid.asked.layout is Layout.LONG and part != "period":
        path = (laid.asked.beside.get(part, names.get(part, path[0])),)
    return evolve(fault, line=line, path=path)

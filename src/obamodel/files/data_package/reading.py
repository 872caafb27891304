"""How do the series of a Data Package come back?"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from obamodel.domain.fields import show
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Imported
from obamodel.files.conversion import structure
from obamodel.files.data_package.checking import check_descriptor
from obamodel.files.data_package.describing import (
    DEFINITION_COLUMNS,
    DEFINITIONS,
    DESCRIPTOR,
    NUMBERS,
    SERIES,
    SERIES_COLUMNS,
)
from obamodel.files.inert import read_inert
from obamodel.files.placing import arrange_faults
from obamodel.files.reading import decode, is_folder, read_file
from obamodel.files.records import Record, split_records
from obamodel.files.single_file import find_lines, read_json

_NUMBER = re.compile(r"-?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,3})?", re.ASCII)
LARGEST_TABLE = 20_000_000


def read_data_package(path: str | os.PathLike[str]) -> Imported:
    """Read the series of a Data Package that this library wrote.

    Parameters
    ----------
    path
        The folder of the package, or its ``datapackage.json``.

    Returns
    -------
    Imported
        The series. Other tables are left behind, each by name.

    Raises
    ------
    InvalidError
        With everything that is wrong in the package at once, by file, line and column.
    """
    place = Path(path)
    folder, name = (place, DESCRIPTOR) if is_folder(place) else (place.parent, place.name)
    descriptor = _read_descriptor(folder / name)
    resources = {one["name"]: one for one in descriptor["resources"]}
    missing = [one for one in (SERIES, DEFINITIONS) if one not in resources]
    if missing:
        found = f"there is no resource {show(missing[0])}"
        mend = "read tables of another form with obamodel.files.tables, naming their columns"
        raise InvalidError(
            str(place), [Fault("no-series", found, mend, path=("resources",), file=name)]
        )
    faults: list[Fault] = []
    values = _read_rows(folder, resources[SERIES], SERIES_COLUMNS, faults)
    definitions = _read_rows(folder, resources[DEFINITIONS], DEFINITION_COLUMNS, faults)
    series = [] if faults else list(_make_series(resources, values, definitions, faults))
    if faults:
        raise InvalidError(str(place), arrange_faults(faults))
    others = [one for one in resources if one not in (SERIES, DEFINITIONS)]
    return Imported(
        source=folder.name or name,
        series=series,
        left_behind=[
            Fault("table-for-readers", f"the table {show(one)}", "open it by itself", file=name)
            for one in others
        ],
    )


def _read_descriptor(place: Path) -> Mapping[str, Any]:
    text = decode(read_file(place), place.name)
    reading = read_json(text)
    faults = list(reading.faults)
    if reading.document is not None and not faults:
        lines = None
        for fault in check_descriptor(reading.document):
            lines = lines or find_lines(text)
            faults.append(attrs.evolve(fault, line=lines.find_line(fault.path)))
    if reading.document is None or faults:
        placed = arrange_faults(attrs.evolve(fault, file=place.name) for fault in faults)
        raise InvalidError(str(place), placed)
    return reading.document


def _read_rows(
    folder: Path, resource: Mapping[str, Any], columns: tuple[str, ...], faults: list[Fault]
) -> list[tuple[int, dict[str, str]]]:
    """Read the rows of a table, each with its line; what is wrong is added to the faults."""
    file = str(resource["path"])
    try:
        text = decode(read_file(folder / file, largest=LARGEST_TABLE), file)
    except InvalidError as error:
        faults += error.faults
        return []
    records, told = split_records(text)
    faults += [attrs.evolve(fault, file=file) for fault in told]
    filled = [record for record in records if not record.is_blank]
    heading = filled[0].cells if filled else ()
    if heading != columns:
        found = f"the columns are {show(','.join(heading))}"
        mend = f"they have to be {','.join(columns)}"
        faults.append(Fault("wrong-columns", found, mend, file=file, line=1))
        return []
    return list(_pair(filled[1:], columns, file, faults))


def _pair(
    records: list[Record], columns: tuple[str, ...], file: str, faults: list[Fault]
) -> Iterator[tuple[int, dict[str, str]]]:
    for record in records:
        if len(record.cells) != len(columns):
            found = f"the row has {len(record.cells)} cells and the heading {len(columns)}"
            mend = "put words that hold a comma in quotation marks"
            faults.append(Fault("wrong-number-of-cells", found, mend, file=file, line=record.line))
            continue
        cells = dict(zip(columns, record.cells, strict=True))
        yield record.line, {name: cell for name, cell in cells.items() if cell}


def _make_series(
    resources: Mapping[str, Mapping[str, Any]],
    values: list[tuple[int, dict[str, str]]],
    definitions: list[tuple[int, dict[str, str]]],
    faults: list[Fault],
) -> Iterator[Series]:
    file, defined = str(resources[SERIES]["path"]), str(resources[DEFINITIONS]["path"])
    seen: dict[str, list[tuple[int, dict[str, Any]]]] = {}
    broken: set[str] = set()
    for line, cells in values:
        plain, wrong = _read_numbers(cells, NUMBERS)
        faults += [attrs.evolve(fault, file=file, line=line) for fault in wrong]
        broken |= {cells.get("series", "")} if wrong else set()
        for name in ("note", "missing"):
            if name in plain:
                plain[name] = read_inert(plain[name])
        plain["flags"] = [flag for flag in plain.pop("flags", "").split(", ") if flag]
        own = plain.pop("series", "")
        for name in ("start", "end"):
            plain.pop(name, None)
        seen.setdefault(own, []).append((line, plain))
    known = [cells.get("id", "") for _, cells in definitions]
    for own, rows in seen.items():
        if own not in known:
            found, mend = f"{show(own)} has no definition", f"add it to {defined}"
            faults.append(
                Fault("refers-to-nothing", found, mend, ("series",), file=file, line=rows[0][0])
            )
    for line, cells in definitions:
        plain, wrong = _read_numbers(cells, ("per",))
        faults += [attrs.evolve(fault, file=defined, line=line) for fault in wrong]
        if wrong or cells.get("id", "") in broken:
            continue  # nothing more can be said of it for sure
        plain = {
            name: read_inert(cell) if isinstance(cell, str) else cell
            for name, cell in plain.items()
        }
        if "running_total" in plain:
            plain["running_total"] = plain["running_total"] == "true"
        plain["about"] = plain.pop("about", "").split()
        rows = seen.get(cells.get("id", ""), [])
        plain["observations"] = [row for _, row in rows]
        try:
            yield structure(plain, Series)
        except InvalidError as error:
            faults += [_place(fault, rows, line, file, defined) for fault in error.faults]


def _place(
    fault: Fault,
    rows: list[tuple[int, dict[str, Any]]],
    line: int,
    file: str,
    defined: str,
) -> Fault:
    """Say of a fault in a series in which file and on which line it stands."""
    match fault.path:
        case ("observations", int(index), *rest) if index < len(rows):
            return attrs.evolve(fault, path=rest, file=file, line=rows[index][0])
    return attrs.evolve(fault, file=defined, line=line)


def _read_numbers(
    cells: Mapping[str, str], names: tuple[str, ...]
) -> tuple[dict[str, Any], list[Fault]]:
    plain: dict[str, Any] = dict(cells)
    faults = []
    for name in names:
        cell = cells.get(name)
        if cell is None:
            continue
        if not _NUMBER.fullmatch(cell):
            mend = "write digits, with a point and without commas or signs, such as 1234.5"
            faults.append(Fault("not-a-number", f"found {show(cell)}", mend, path=(name,)))
            continue
        plain[name] = int(cell) if cell.lstrip("-").isdecimal() else float(cell)
    return plain, faults

"""How do published series and tables become a Data Package?"""

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from obamodel.domain.fields import show
from obamodel.domain.publishing import Mark, PublishedTable
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Exported
from obamodel.files.data_package.describing import (
    DEFINITION_COLUMNS,
    DEFINITIONS,
    DESCRIPTOR,
    NUMBERS,
    PACKAGE_PROFILE,
    RESOURCE_PROFILE,
    SCHEMA_PROFILE,
    SERIES,
    SERIES_COLUMNS,
    describe_definitions,
    describe_series,
)
from obamodel.files.inert import make_inert
from obamodel.files.writing import write_folder_of_files

_WHOLE = re.compile(r"-?\d{1,3}(,\d{3})+|-?\d+", re.ASCII)
_NAME = re.compile(r"[a-z0-9._-]+", re.ASCII)
_LONGEST_NAME = 60


def write_data_package(
    folder: str | os.PathLike[str],
    *,
    name: str,
    title: str,
    series: Iterable[Series] = (),
    tables: Iterable[PublishedTable] = (),
    description: str = "",
    licence: Mapping[str, str] | None = None,
    sources: Iterable[Mapping[str, str]] = (),
) -> Exported:
    """Write published numbers as a Data Package: tidy CSV files, and a description of each.

    Parameters
    ----------
    folder
        The folder, which is made where it is not there yet.
    name, title, description
        What the package is called: the name in small letters, digits, points and hyphens.
    series
        Series that may be shown as they are: published by :func:`obamodel.publish`, public
        already, or not about people. One file has their values, one row for each period; another
        what each of them is.
    tables
        Tables as :func:`obamodel.publish` leaves them; each gets a file.
    licence
        Its ``name`` (such as ``"OGL-UK-3.0"``), and its ``path`` (an address) or ``title``.
    sources
        Of each a ``title``, and where there is one a ``path``.

    Raises
    ------
    InvalidError
        Naming each series that is not published, and whatever else stands in the way.

    Notes
    -----
    The form is that of the Data Package standard, version 2 (2024).

    Examples
    --------
    >>> import tempfile
    >>> from obamodel.domain.quantities import Counted
    >>> from obamodel.domain.series import Polarity, SeriesKind
    >>> held = Series.from_dict(
    ...     {"2014/15": 12}, id="held", name="Sessions held", kind=SeriesKind.COUNT,
    ...     unit="sessions", polarity=Polarity.NONE, counted=Counted.THINGS,
    ... )
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print(write_data_package(folder, name="ours", title="Our numbers", series=[held]))
    datapackage.json, series.csv, series-definitions.csv: written, and nothing was dropped.
    """
    given, shown = tuple(series), tuple(tables)
    faults = list(_find_faults(name, title, given, shown))
    if faults:
        raise InvalidError(f"the data package {show(name)}", faults)
    contents: dict[str, bytes] = {}
    resources: list[dict[str, Any]] = []
    if given:
        rows = [SERIES_COLUMNS, *(row for one in given for row in _list_values(one))]
        contents[f"{SERIES}.csv"] = _write_csv(rows)
        resources.append(
            _describe(SERIES, "The values", describe_series([one.id for one in given]))
        )
        rows = [DEFINITION_COLUMNS, *map(_list_definition, given)]
        contents[f"{DEFINITIONS}.csv"] = _write_csv(rows)
        resources.append(_describe(DEFINITIONS, "What each series is", describe_definitions()))
    for table, own in zip(shown, _name_tables(shown), strict=True):
        headings = _name_columns(table.columns)
        kinds = [_is_whole(table, place) for place in range(len(headings))]
        body = [
            [
                _plain(cell) if whole else make_inert(cell)
                for cell, whole in zip(row.cells, kinds, strict=True)
            ]
            for row in table.rows
        ]
        contents[f"{own}.csv"] = _write_csv([headings, *body])
        described = _describe(own, table.title, _describe_table(table, headings, kinds))
        if table.notes:
            described["description"] = " ".join(table.notes)
        resources.append(described)
    descriptor: dict[str, Any] = {"$schema": PACKAGE_PROFILE, "name": name, "title": title}
    if description:
        descriptor["description"] = description
    if licence:
        descriptor["licenses"] = [dict(licence)]
    if listed := [dict(source) for source in sources]:
        descriptor["sources"] = listed
    descriptor["resources"] = resources
    text = json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n"
    contents = {DESCRIPTOR: text.encode(), **contents}
    write_folder_of_files(Path(folder), contents)
    return Exported(files=list(contents))


def _find_faults(
    name: str, title: str, series: Sequence[Series], tables: Sequence[Any]
) -> Iterator[Fault]:
    if not _NAME.fullmatch(name):
        mend = "write small letters, digits, points and hyphens"
        yield Fault("bad-name", f"found {show(name)}", mend, path=("name",))
    if not title.strip():
        yield Fault("blank", "it is empty", "say it in a few words", path=("title",))
    if not series and not tables:
        yield Fault("nothing-to-write", "no series and no table is given", "give at least one")
    ids = [one.id for one in series]
    for index, one in enumerate(series):
        if not one.is_public:
            mend = "publish it first: obamodel.publish(series)"
            found = f"{one.id} has not been published"
            yield Fault("not-published", found, mend, path=("series", index))
        if ids.index(one.id) != index:
            found = f"two series are called {show(one.id)}"
            yield Fault("named-twice", found, "give each its own id", path=("series", index))
    for index, table in enumerate(tables):
        if not isinstance(table, PublishedTable):
            found = f"found a {type(table).__name__}"
            mend = "publish it first: obamodel.publish(table).tables"
            yield Fault("not-published", found, mend, path=("tables", index))


# --- rows --------------------------------------------------------------------------------


def _list_values(one: Series) -> Iterator[list[str]]:
    for seen in one.observations:
        yield [
            one.id,
            seen.period.text,
            seen.period.start.isoformat(),
            seen.period.end.isoformat(),
            *("" if (n := getattr(seen, part)) is None else repr(n) for part in NUMBERS),
            ", ".join(seen.flags),
            make_inert(seen.note),
            make_inert(seen.missing),
        ]


def _list_definition(one: Series) -> list[str]:
    cells = []
    for name in DEFINITION_COLUMNS:
        value = getattr(one, name)
        if isinstance(value, bool):
            cells.append(str(value).lower())
        elif isinstance(value, tuple):
            cells.append(" ".join(value))
        elif isinstance(value, (int, float)):
            cells.append(repr(value))
        else:
            cells.append("" if value is None else make_inert(str(value)))
    return cells


def _write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


# --- tables for readers ------------------------------------------------------------------


def _name_tables(tables: Sequence[PublishedTable]) -> Iterator[str]:
    taken = {SERIES, DEFINITIONS}
    for table in tables:
        slug = re.sub(r"[^a-z0-9]+", "-", table.title.lower()).strip("-")[:_LONGEST_NAME]
        name, number = f"table-{slug or 'untitled'}", 1
        while name in taken:
            number += 1
            name = f"table-{slug or 'untitled'}-{number}"
        taken.add(name)
        yield name


def _name_columns(columns: Sequence[str]) -> list[str]:
    names: list[str] = []
    for column in columns:
        plain = make_inert(column)
        name, number = plain, 1
        while name in names:
            number += 1
            name = f"{plain} ({number})"
        names.append(name)
    return names


def _is_whole(table: PublishedTable, place: int) -> bool:
    """Whether a column holds whole numbers and what stands where there is none."""
    cells = [row.cells[place] for row in table.rows]
    unshown = [_is_unshown(row.marks, place) for row in table.rows]
    figures = [cell for cell, gone in zip(cells, unshown, strict=True) if not gone]
    return bool(figures) and all(_WHOLE.fullmatch(cell) for cell in figures)


def _is_unshown(marks: Sequence[Mark], place: int) -> bool:
    return bool(marks) and marks[place] in (Mark.WITHHELD, Mark.UNKNOWN)


def _plain(cell: str) -> str:
    return cell.replace(",", "") if _WHOLE.fullmatch(cell) else make_inert(cell)


def _describe(name: str, title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": RESOURCE_PROFILE,
        "name": name,
        "title": title,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _describe_table(
    table: PublishedTable, headings: Sequence[str], kinds: Sequence[bool]
) -> dict[str, Any]:
    fields = []
    for place, (heading, whole) in enumerate(zip(headings, kinds, strict=True)):
        one: dict[str, Any] = {"name": heading, "type": "integer" if whole else "string"}
        gone = [
            make_inert(row.cells[place])
            for row in table.rows
            if whole and _is_unshown(row.marks, place)
        ]
        if gone:
            one["missingValues"] = ["", *dict.fromkeys(gone)]
        fields.append(one)
    return {"$schema": SCHEMA_PROFILE, "fields": fields, "missingValues": [""]}

"""Workbooks as other people's programs make them, for the tests."""

import datetime
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import xlsxwriter

from obamodel.errors import Fault, InvalidError
from obamodel.files.workbook import read_workbook

Rows = Sequence[Sequence[Any]]

SMALL: dict[str, list[list[Any]]] = {
    "Evaluation": [
        ["What", "Value"],
        ["Schema version", 1],
        ["Id", "small"],
        ["Title", "A small one"],
    ],
    "Populations": [["Id", "Name", "Who"], ["adults", "Adults", "all adults in Essex"]],
    "Outcomes": [["Id", "Statement", "Population"], ["heard", "Views are heard.", "adults"]],
}
"""The least evaluation that has something in it, as a person would type it."""


def make_book(
    sheets: Mapping[str, Rows],
    finish: Callable[[xlsxwriter.Workbook], object] = lambda book: None,
) -> bytes:
    """Make a workbook; a text that begins with = is a formula, None an empty cell."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": "mmm-yy"})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, (datetime.date, datetime.time)):
                    page.write_datetime(row, column, cell)
                elif isinstance(cell, tuple):
                    number, shown_as = cell
                    page.write_number(
                        row, column, number, book.add_format({"num_format": shown_as})
                    )
                elif cell is not None:
                    page.write(row, column, cell)
    finish(book)
    book.close()
    return content.getvalue()


def change_part(book: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Change one part of a workbook; nothing else in it is touched."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for entry in before.infolist():
            content = before.read(entry)
            after.writestr(entry, change(content) if entry.filename == name else content)
    return packed.getvalue()


def find_faults(sheets: Mapping[str, Rows] | bytes) -> tuple[Fault, ...]:
    """Return what is told about a workbook; nothing where it can be read."""
    content = sheets if isinstance(sheets, bytes) else make_book(sheets)
    try:
        reading = read_workbook(content, "small.xlsx")
    except InvalidError as error:
        return error.faults
    assert (reading.evaluation is None) is bool(reading.faults)
    return reading.faults


def tell(sheets: Mapping[str, Rows] | bytes) -> list[str]:
    """Return what is told about a workbook, as a person reads it."""
    return [str(fault) for fault in find_faults(sheets)]

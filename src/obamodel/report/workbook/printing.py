"""A document's tables printed as a workbook.

It follows the guidance of the United Kingdom's Government Analysis Function (2021, Releasing
statistics in spreadsheets): a cover, a sheet of notes, one table a sheet from column A, marked up
as a table, without merged or empty cells, filters, frozen panes or colours that mean something.
"""

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from obamodel.domain.fields import to_tuple
from obamodel.files.workbook.texts import pack
from obamodel.report.document import Document
from obamodel.report.workbook.cells import MEANINGS, Cell, Shorthand, clean, read_rows
from obamodel.report.workbook.drawing import FONT, Drawing
from obamodel.report.workbook.gathering import FoundTable, gather_tables
from obamodel.report.workbook.naming import (
    COVER,
    NOTES,
    name_columns,
    name_sheets,
    name_table,
)
from obamodel.report.workbook.noting import Notes, write_markers

WHAT_IT_IS = "The tables of this report, one to a sheet. Each number stands as it was published."
NO_TABLES = "This report has no tables."
TO_COVER = "Go to the cover, with the list of tables"
TO_NOTES = "Go to the notes"
_NO_TIME = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": FONT,
}
# What spreadsheets read as a sign that XML cannot hold (ECMA-376, 22.9.2.19).
_LOOKS_ESCAPED = re.compile(r"_(?=[xX][0-9a-fA-F]{4}_)")


@frozen(kw_only=True)
class _Page:
    """One table with its names, ready to be drawn."""

    number: int
    title: str
    part: str
    sheet: str
    table: str
    columns: tuple[str, ...] = field(converter=to_tuple)
    rows: tuple[tuple[Cell, ...], ...] = field(converter=to_tuple)
    used: tuple[Shorthand, ...] = field(converter=to_tuple)
    notes: tuple[int, ...] = field(converter=to_tuple, default=())

    @property
    def heading(self) -> str:
        """The title with its number and the markers of its notes."""
        return f"Table {self.number}: {self.title} {write_markers(self.notes)}".strip()


def print_workbook(document: Document) -> bytes:
    """Print the tables of a document as an Excel workbook, one to a sheet.

    The same document gives the same bytes. Whatever people wrote stays words: nothing in it is
    reckoned with or followed. A number is written as a number, with the decimals it has.

    Parameters
    ----------
    document
        The document. Its pictures are there as their tables; what is neither is left out.

    Examples
    --------
    >>> from obamodel.report.document import Section, Table
    >>> came = Table(title="Who came", columns=("Place", "People"), rows=(("Harlow", "40"),))
    >>> whole = Document(title="Ours", sections=[Section(id="a", title="A", blocks=[came])])
    >>> print_workbook(whole)[:2]
    b'PK'
    """
    from xlsxwriter import Workbook

    notes = Notes()
    tables = gather_tables(document)
    sheets = name_sheets([clean(table.title) for table in tables])
    pages = [
        _lay_out(number, table, sheet, notes)
        for number, (table, sheet) in enumerate(zip(tables, sheets, strict=True), start=1)
    ]
    content = io.BytesIO()
    book = Workbook(content, _SETTINGS)
    book.set_properties({"title": clean(document.title), "created": _NO_TIME})
    drawing = Drawing(book, internal=document.internal)
    _draw_cover(drawing, document, pages, notes)
    if notes.numbers:
        _draw_notes(drawing, notes)
    for page in pages:
        _draw_page(drawing, page)
    book.close()
    return _settle(content.getvalue())


def _lay_out(number: int, table: FoundTable, sheet: str, notes: Notes) -> _Page:
    read = read_rows(table.columns, table.rows, drawn=table.drawn)
    title = clean(table.title)
    return _Page(
        number=number,
        title=title,
        part=clean(table.part),
        sheet=sheet,
        table=name_table(number, title),
        columns=name_columns(map(clean, table.columns)),
        rows=read.rows,
        used=read.used,
        notes=notes.refer((*map(clean, table.notes), *read.meant), number),
    )


# --- the sheets --------------------------------------------------------------------------


def _draw_cover(drawing: Drawing, document: Document, pages: Sequence[_Page], notes: Notes) -> None:
    sheet = drawing.open(COVER, clean(document.title))
    used = [one for one in Shorthand if any(one in page.used for page in pages)]
    lines = [clean(document.subtitle)] if document.subtitle else []
    lines += [WHAT_IT_IS if pages else NO_TABLES]
    lines += [_explain(used)] if used else []
    if notes.numbers:
        lines.append("A mark such as [note 1] after a title leads to the sheet of notes.")
    top = drawing.write_lines(sheet, lines)
    if not pages:
        return
    drawing.write_table(
        sheet,
        top,
        "contents",
        ("Sheet", "What it shows", "Part of the report"),
        [
            *(
                [(NOTES, "What a reader must know to read the tables", "All")]
                if notes.numbers
                else []
            ),
            *((page.sheet, page.title, page.part) for page in pages),
        ],
        (36, 60, 60),
    )
    names = [*([NOTES] if notes.numbers else []), *(page.sheet for page in pages)]
    for row, name in enumerate(names, start=top + 1):
        drawing.write_link(sheet, row, 0, name, name)


def _draw_notes(drawing: Drawing, notes: Notes) -> None:
    sheet = drawing.open(NOTES, "Notes")
    top = drawing.write_lines(sheet, ["This sheet has one table: every note, with its number."])
    drawing.write_link(sheet, top, 0, COVER, TO_COVER)
    drawing.write_table(
        sheet,
        top + 1,
        "notes",
        ("Note", "What it says", "For table"),
        [
            (
                f"[note {number}]",
                note,
                ", ".join(f"{table}" for table in notes.places[number]),
            )
            for note, number in notes.numbers.items()
        ],
        (12, 100, 20),
    )


def _draw_page(drawing: Drawing, page: _Page) -> None:
    sheet = drawing.open(page.sheet, page.heading)
    lines = [f"This sheet has one table. It is from this part of the report: {page.part}."]
    lines += [_explain(page.used)] if page.used else []
    top = drawing.write_lines(sheet, lines)
    drawing.write_link(sheet, top, 0, COVER, TO_COVER)
    if page.notes:
        top += 1
        drawing.write_link(sheet, top, 0, NOTES, TO_NOTES)
    drawing.write_table(sheet, top + 1, page.table, page.columns, page.rows)


def _explain(used: Iterable[Shorthand]) -> str:
    told = "; ".join(f"{one.value} {MEANINGS[one]}" for one in used)
    return f"Shorthand in place of a number: {told}."


def _settle(workbook: bytes) -> bytes:
    """Make the file settled, and have names of columns read as they are written."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(workbook)) as packed:
        for name in packed.namelist():
            content = packed.read(name)
            if name.startswith("xl/tables/"):
                content = _LOOKS_ESCAPED.sub("_x005F_", content.decode()).encode()
            parts[name] = content
    return pack(parts)

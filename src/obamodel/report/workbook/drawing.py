"""Sheets as they are drawn: lines, links and tables, each cell as what it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from obamodel.report.document import NOT_FOR_PUBLICATION
from obamodel.report.workbook.cells import Cell, Number, Shorthand
from obamodel.report.workbook.measuring import choose_sides, find_height, find_width

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT: dict[str, str | int] = {"font_name": "Arial", "font_size": 12, "font_scheme": ""}
_INTERNAL = "Not for publication. "
_ALL_CELLS = "A1:XFD1048576"
# The formats that no number has.
_HEADING, _WORDS = "heading", "words"
# A spreadsheet would reckon with these if somebody typed the text again.
_RISKY = ("=", "+", "-", "@", "'", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class Drawing:
    """A workbook that is being drawn.

    Parameters
    ----------
    book
        The workbook.
    internal
        Whether it shows what may not be published, and says so on every sheet.
    """

    title: "Format"
    line: "Format"
    link: "Format"

    def __init__(self, book: "Workbook", *, internal: bool) -> None:
        self.book = book
        self.internal = internal
        self._formats: dict[tuple[str, str], Format] = {}
        self.title = book.add_format({**FONT, "bold": True, "font_size": 16})
        self.line = book.add_format({**FONT, "valign": "top"})
        self.link = book.add_format(
            {**FONT, "underline": 1, "font_color": "#0000EE", "valign": "top"}
        )

    def find_format(self, form: str = "", align: str = "left") -> "Format":
        """Find the format of cells in a table; risky words are kept as words when typed again."""
        key = (form, align)
        if key not in self._formats:
            made: dict[str, object] = {**FONT, "text_wrap": True, "valign": "top"}
            # Words do not touch the numbers that stand on the right of the column before.
            made |= {"align": "left", "indent": 1} if align == "apart" else {"align": align}
            if form == _HEADING:
                made |= {"bold": True, "valign": "bottom", "bottom": 1}
            elif form == _WORDS:
                made["quote_prefix"] = True
            elif form:
                made |= {"num_format": form, "text_wrap": False}
            self._formats[key] = self.book.add_format(made)
        return self._formats[key]

    def open(self, name: str, title: str) -> "Worksheet":
        """Open a sheet with its title in A1."""
        sheet = self.book.add_worksheet(name)
        stamp = _INTERNAL if self.internal else ""
        self.write_line(sheet, 0, f"{stamp}{title}", self.title)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.ignore_errors({"number_stored_as_text": _ALL_CELLS})
        if self.internal:
            sheet.set_header(f"&C{NOT_FOR_PUBLICATION}")
        return sheet

    def write_lines(self, sheet: "Worksheet", lines: Sequence[str]) -> int:
        """Write lines under the title; return the row that comes next."""
        told = [NOT_FOR_PUBLICATION, *lines] if self.internal else lines
        for row, line in enumerate(told, start=1):
            self.write_line(sheet, row, line, self.line)
        return 1 + len(told)

    def write_line(self, sheet: "Worksheet", row: int, text: str, form: "Format") -> None:
        """Write a line of words into column A."""
        done = sheet.write_string(row, 0, text, form)
        assert done == 0, f"row {row} of {sheet.name}"

    def write_link(self, sheet: "Worksheet", row: int, column: int, to: str, text: str) -> None:
        """Write a link to the top of another sheet of the workbook."""
        done = sheet.write_url(row, column, f"internal:'{to}'!A1", self.link, text)
        assert done == 0, f"link in {row}, {column} of {sheet.name}"

    def write_cell(self, sheet: "Worksheet", row: int, column: int, cell: Cell, align: str) -> None:
        """Write a cell of a table as what it is: a number, a shorthand or words."""
        if isinstance(cell, Number):
            done = sheet.write_number(row, column, cell.value, self.find_format(cell.form, align))
        elif isinstance(cell, Shorthand):
            done = sheet.write_string(row, column, cell.value, self.find_format("", align))
        else:
            form = _WORDS if cell.startswith(_RISKY) else ""
            done = sheet.write_string(row, column, cell, self.find_format(form, align))
        assert done == 0, f"cell {row}, {column} of {sheet.name}"

    def write_table(
        self,
        sheet: "Worksheet",
        top: int,
        name: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[int] = (),
    ) -> None:
        """Write a table and mark it up as one.

        Parameters
        ----------
        sheet, top
            The sheet, and the row of the headings.
        name
            The name of the table, for programs.
        columns, rows
            What stands in it.
        widths
            How wide the columns are, in signs; left out, they are as wide as they need.
        """
        given = list(zip(*rows, strict=True))
        wide = widths or [find_width(*pair) for pair in zip(columns, given, strict=True)]
        aligned = choose_sides(given)
        for place, cells in enumerate(given):
            for row, cell in enumerate(cells, start=top + 1):
                self.write_cell(sheet, row, place, cell, aligned[place])
            sheet.set_column(place, place, wide[place])
        for row, told in enumerate((columns, *rows), start=top):
            # Some programs do not make a row as high as its words when they open a workbook.
            sheet.set_row(row, find_height(told, wide, bold=row == top))
        headings = [
            {"header": heading, "header_format": self.find_format(_HEADING, side)}
            for heading, side in zip(columns, aligned, strict=True)
        ]
        sheet.add_table(
            *(top, 0, top + len(rows), len(columns) - 1),
            {
                "name": name,
                "style": None,
                "autofilter": False,
                "banded_rows": False,
                "columns": headings,
            },
        )
        sheet.repeat_rows(top)

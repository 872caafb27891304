"""The sheets as they are drawn: headings, widths, and lists to choose from."""

import datetime
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from attrs import field, frozen
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from obamodel.files.workbook.explaining import (
    COLUMN_HEADINGS,
    HOW_IT_WORKS,
    explain_above,
    explain_columns,
    explain_order,
    explain_sheets,
    list_choices,
)
from obamodel.files.workbook.laying_out import MOST_ROWS, Layout, Row, Written
from obamodel.files.workbook.plan import (
    CHOICES_SHEET,
    COLUMNS_SHEET,
    MAIN_HEADINGS,
    MAIN_SHEET,
    ORDER,
    START_SHEET,
    Column,
    Holds,
    Sheet,
    find_sheet,
    plan_main,
    plan_sheets,
)
from obamodel.files.workbook.texts import SharedTexts

# The lists to choose from go on for so many empty rows, for what people add.
_ROWS_TO_COME = 500
_NARROWEST, _WIDEST = 10, 60
_ALL_CELLS = "A1:XFD1048576"
# What a spreadsheet shows beside a cell that is chosen.
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255
_NO_TIME = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_PALE, _DARK, _GREY = "#E8EEF4", "#1F3A5F", "#BFBFBF"


class _ExactNumber(float):
    """A number that is written with as many digits as it takes to read the same one back."""

    def __format__(self, _: str) -> str:
        return repr(float(self))


@frozen
class _Drawing:
    """A workbook that is being drawn."""

    book: Workbook
    texts: SharedTexts
    plain: Format
    words: Format
    numbers: Format
    strong: Format
    title: Format
    heading: Format
    choices: dict[type[Enum], str] = field(factory=dict, init=False)

    def write(self, sheet: Worksheet, row: int, column: int, value: Written, form: Format) -> None:
        if isinstance(value, str):
            done = sheet.write_string(row, column, self.texts.keep(value), form)
        else:
            number = value if isinstance(value, int) else _ExactNumber(value)
            done = sheet.write_number(row, column, number, form)
        assert done == 0, f"cell {row}, {column} of {sheet.name}"


def draw(layout: Layout) -> bytes:
    """Draw the workbook of an evaluation; the same layout always gives the same bytes."""
    content = io.BytesIO()
    book = Workbook(content, _SETTINGS)
    book.set_properties({"created": _NO_TIME})
    texts = SharedTexts()
    drawing = _Drawing(
        book,
        texts,
        plain=book.add_format({"text_wrap": True, "valign": "top"}),
        words=book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        numbers=book.add_format({"valign": "top"}),
        strong=book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        title=book.add_format({"bold": True, "font_size": 16, "font_color": _DARK}),
        heading=book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": _PALE, "bottom": 1}
        ),
    )
    start = book.add_worksheet(START_SHEET)
    main = book.add_worksheet(MAIN_SHEET)
    sheets = [(sheet, book.add_worksheet(sheet.name)) for sheet in plan_sheets()]
    _draw_choices(drawing, book.add_worksheet(CHOICES_SHEET))
    _draw_columns(drawing, book.add_worksheet(COLUMNS_SHEET))
    numbers = {name: len(rows) for name, rows in layout.rows.items()}
    _draw_start(drawing, start, numbers)
    _draw_main(drawing, main, layout.main)
    for sheet, page in sheets:
        _draw_sheet(drawing, page, sheet, layout.rows[sheet.name], numbers)
    book.close()
    return texts.put_into(content.getvalue())


# --- the sheets that explain -------------------------------------------------------------


def _draw_start(drawing: _Drawing, page: Worksheet, numbers: Mapping[str, int]) -> None:
    for place, width in enumerate((34, 90, 14)):
        page.set_column(place, place, width)
    page.hide_gridlines(2)
    drawing.write(page, 0, 0, "An evaluation in a workbook", drawing.title)
    row = 2
    for topic, words in HOW_IT_WORKS:
        drawing.write(page, row, 0, topic, drawing.strong)
        drawing.write(page, row, 1, words, drawing.plain)
        row += 1
    row += 1
    for place, heading in enumerate(("Sheet", "What is in it", "How much")):
        drawing.write(page, row, place, heading, drawing.heading)
    for name, says, said in explain_sheets(numbers):
        row += 1
        page.write_url(row, 0, f"internal:'{name}'!A1", None, drawing.texts.keep(name))
        drawing.write(page, row, 1, says, drawing.plain)
        drawing.write(page, row, 2, said, drawing.plain)
    _set_print(page)


def _draw_choices(drawing: _Drawing, page: Worksheet) -> None:
    """List each choice once, and remember where it stands."""
    for name, columns in (
        (MAIN_SHEET, plan_main()),
        *((sheet.name, sheet.columns) for sheet in plan_sheets()),
    ):
        for column in columns:
            if column.choices is None or column.choices in drawing.choices:
                continue
            place = len(drawing.choices)
            options = list_choices(column.choices)
            # The same words are offered wherever they are asked for.
            heading = f"{name}, {column.heading}"
            page.set_column(place, place, _find_width((heading, *options)))
            drawing.write(page, 0, place, heading, drawing.heading)
            for row, option in enumerate(options):
                drawing.write(page, 1 + row, place, option, drawing.plain)
            drawing.choices[column.choices] = _write_range(CHOICES_SHEET, place, 1, len(options))
    page.freeze_panes(1, 0)
    _set_print(page)


def _draw_columns(drawing: _Drawing, page: Worksheet) -> None:
    for place, (heading, width) in enumerate(
        zip(COLUMN_HEADINGS, (30, 30, 60, 60, 24), strict=True)
    ):
        page.set_column(place, place, width)
        drawing.write(page, 0, place, heading, drawing.heading)
    for index, cells in enumerate(explain_columns()):
        for place, cell in enumerate(cells):
            drawing.write(page, 1 + index, place, cell, drawing.plain)
    page.freeze_panes(1, 0)
    _set_print(page)


# --- the sheets that hold the evaluation -------------------------------------------------


def _draw_main(drawing: _Drawing, page: Worksheet, cells: Row) -> None:
    for place, (heading, width) in enumerate(zip(MAIN_HEADINGS, (24, 100, 60), strict=True)):
        page.set_column(place, place, width, drawing.words if place == 1 else drawing.plain)
        drawing.write(page, 0, place, heading, drawing.heading)
    for index, column in enumerate(plan_main()):
        row = 1 + index
        drawing.write(page, row, 0, column.heading, drawing.plain)
        form = drawing.numbers if column.holds.is_number else drawing.words
        if column.heading in cells:
            drawing.write(page, row, 1, cells[column.heading], form)
        else:
            page.write_blank(row, 1, None, form)
        drawing.write(page, row, 2, column.says, drawing.plain)
        _offer(drawing, page, column, (row, 1, row, 1))
    _finish(page)


def _draw_sheet(
    drawing: _Drawing,
    page: Worksheet,
    sheet: Sheet,
    rows: Sequence[Row],
    numbers: Mapping[str, int],
) -> None:
    last = min(len(rows) + _ROWS_TO_COME, MOST_ROWS - 1)
    for place, (heading, says, is_number) in enumerate(_go_through_columns(sheet)):
        cells = [row[heading] for row in rows if heading in row]
        form = drawing.numbers if is_number else drawing.words
        page.set_column(place, place, _find_width((heading, *cells)), form)
        drawing.write(page, 0, place, heading, drawing.heading)
        page.data_validation(
            *(0, place, 0, place),
            {
                "validate": "any",
                "input_title": heading[:_LONGEST_TITLE],
                "input_message": says[:_LONGEST_MESSAGE],
            },
        )
        for index, row in enumerate(rows):
            if heading in row:
                drawing.write(page, 1 + index, place, row[heading], form)
    if sheet.above:
        _offer_names(page, sheet.kind, numbers, (1, 0, last, 0))
    for place, column in enumerate(sheet.columns, start=len(sheet.before)):
        _offer(drawing, page, column, (1, place, last, place), numbers)
    page.set_tab_color(_DARK if rows else _GREY)
    _finish(page)


def _go_through_columns(sheet: Sheet) -> Iterator[tuple[str, str, bool]]:
    """Go through the headings of a sheet, with what each means and whether it is of numbers."""
    for place, heading in enumerate(sheet.above):
        yield heading, explain_above(sheet, heading)[0], place > 0
    if sheet.is_ordered:
        yield ORDER, explain_order(sheet)[0], True
    for column in sheet.columns:
        yield column.heading, column.says, column.holds.is_number


def _offer(
    drawing: _Drawing,
    page: Worksheet,
    column: Column,
    cells: tuple[int, int, int, int],
    numbers: Mapping[str, int] | None = None,
) -> None:
    """Give some cells a list to choose from, where they hold one of a few words or names."""
    if column.holds is Holds.YES_NO:
        page.data_validation(*cells, {"validate": "list", "source": ["yes", "no"]})
    elif column.holds is Holds.CHOICE and column.choices is not None:
        source = drawing.choices[column.choices]
        page.data_validation(*cells, {"validate": "list", "source": source})
    elif column.holds is Holds.NAME and len(column.refers_to) == 1 and numbers is not None:
        _offer_names(page, column.refers_to[0], numbers, cells)


def _offer_names(
    page: Worksheet, kind: str, numbers: Mapping[str, int], cells: tuple[int, int, int, int]
) -> None:
    sheet = find_sheet((kind,))
    if sheet is None or sheet.headings[0] != "Id":
        return
    last = min(numbers.get(sheet.name, 0) + _ROWS_TO_COME, MOST_ROWS - 1)
    page.data_validation(
        *cells,
        {
            "validate": "list",
            "source": _write_range(sheet.name, 0, 1, last),
            # A name that is to be given in a moment can be used already.
            "error_type": "warning",
            "error_title": "Not known yet",
            "error_message": f'The sheet "{sheet.name}" has no such name so far.',
        },
    )


def _finish(page: Worksheet) -> None:
    page.freeze_panes(1, 0)
    # Names such as 2014 are meant to be text.
    page.ignore_errors({"number_stored_as_text": _ALL_CELLS})
    _set_print(page)


def _set_print(page: Worksheet) -> None:
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _write_range(sheet: str, column: int, first: int, last: int) -> str:
    start = xl_rowcol_to_cell(first, column, row_abs=True, col_abs=True)
    end = xl_rowcol_to_cell(last, column, row_abs=True, col_abs=True)
    return f"='{sheet}'!{start}:{end}"


def _find_width(cells: Iterable[Written]) -> int:
    """Find how wide a column must be for the longest line in it, within reason."""
    lines = (line for cell in cells for line in str(cell).split("\n"))
    return min(max(_NARROWEST, 2 + max(map(len, lines))), _WIDEST)

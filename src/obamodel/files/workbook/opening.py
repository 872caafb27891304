"""The cells of each sheet of a workbook, as its file has them."""

import datetime
import io

from attrs import field, frozen
from python_calamine import CalamineWorkbook

from obamodel.errors import Fault, InvalidError
from obamodel.files.workbook.unpacking import unpack

Moment = datetime.date | datetime.datetime | datetime.time | datetime.timedelta
Cell = str | int | float | bool | Moment
Grid = list[list[Cell]]


@frozen
class Page:
    """The cells of a sheet from its first row and column on, and which of them are odd, by place.

    An odd one shows something that is not its value: a formula, an error, a number in per cent.
    """

    name: str
    cells: Grid
    odd: dict[tuple[int, int], str] = field(factory=dict)

    def is_filled(self, row: int, column: int) -> bool:
        """Whether anything stands in a cell; spaces alone are nothing."""
        if (row, column) in self.odd:
            return True
        cells = self.cells[row] if row < len(self.cells) else []
        cell = cells[column] if column < len(cells) else ""
        return bool(cell.strip()) if isinstance(cell, str) else True

    def is_row_filled(self, row: int) -> bool:
        """Whether anything stands in a row."""
        return any(self.is_filled(row, column) for column in range(len(self.cells[row])))


@frozen
class Book:
    """The sheets of a workbook, and which notes, pictures and charts are beside them."""

    pages: tuple[Page, ...]
    beside: tuple[str, ...]


def open_book(content: bytes, name: str) -> Book:
    """Open a workbook.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        Its name, for the messages.

    Raises
    ------
    InvalidError
        When it is no workbook, is damaged, too large, or holds a program.
    """
    unpacked = unpack(content, name)
    pages = []
    for sheet, cells in _read_cells(unpacked.content, name).items():
        shape = unpacked.shapes.get(sheet)
        odd = {(one.row, one.column): one.code for one in shape.oddities} if shape else {}
        pages.append(Page(sheet, _fill_up(cells, odd), odd))
    return Book(tuple(pages), unpacked.beside)


def _read_cells(content: bytes, name: str) -> dict[str, Grid]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return {
                sheet: book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
                for sheet in book.sheet_names
            }
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    # What goes wrong in the reader's own language is no ordinary error of this one.
    except BaseException:
        found, mend = "it is damaged, and cannot be read", "open it and save it again as .xlsx"
        raise InvalidError(name, [Fault("damaged", found, mend, file=name)]) from None


def _fill_up(cells: Grid, odd: dict[tuple[int, int], str]) -> Grid:
    """Let the cells reach as far as the odd ones, some of which have no value."""
    for row, column in odd:
        cells.extend([] for _ in range(len(cells), row + 1))
        cells[row].extend("" for _ in range(len(cells[row]), column + 1))
    return cells

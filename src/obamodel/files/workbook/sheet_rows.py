"""From the cells of one sheet to its rows, each with what it belongs to and what it says."""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from attrs import Factory, define, frozen

from obamodel.domain.fields import show
from obamodel.errors import Fault, find_nearest
from obamodel.files.workbook.opening import Page
from obamodel.files.workbook.plan import MAIN_HEADINGS, ORDER, Column, Holds, Sheet
from obamodel.files.workbook.reading_cells import Reading, read_cell

Name = tuple[str | int | None, ...]

_NAME = Column(heading="", keys=(), holds=Holds.NAME, says="", is_needed=True)
_NUMBER = Column(heading="", keys=(), holds=Holds.WHOLE, says="", is_needed=True)


@frozen(kw_only=True)
class FoundRow:
    """A row as it was read: its number in the sheet, and what it says.

    ``names`` say what it belongs to, where it is a part; ``order`` its number among the parts;
    ``faults`` are those of its cells, with the path from the thing to each.
    """

    row: int
    thing: Any
    names: Name = ()
    order: int | None = None
    faults: tuple[Fault, ...] = ()


@define
class SheetReading:
    """The rows of a sheet, what is wrong with the sheet, and which headings it lacks.

    Where ``is_sure`` is false, there may be more in it than could be read.
    """

    rows: list[FoundRow] = Factory(list)
    faults: list[Fault] = Factory(list)
    absent: list[str] = Factory(list)
    is_sure: bool = True

    def tell(self, code: str, found: str, mend: str, path: Iterable[str], row: int) -> None:
        """Note down what is wrong with the sheet itself."""
        self.faults.append(Fault(code, found, mend, path=path, line=row))


def read_sheet(page: Page, sheet: Sheet) -> SheetReading:
    """Read the rows of a sheet; empty rows are passed over.

    Examples
    --------
    >>> from obamodel.files.workbook.plan import find_sheet
    >>> page = Page("Requests", [["Id", "Text", "Made to"], ["tell", "Tell us.", "everybody"]])
    >>> read_sheet(page, find_sheet(("requests",))).rows[0].thing
    {'id': 'tell', 'text': 'Tell us.', 'made_to': 'everybody'}
    """
    reading = SheetReading()
    filled = [row for row in range(1, len(page.cells)) if page.is_row_filled(row)]
    columns = _read_heading(reading, page, sheet, filled)
    reading.rows += [_read_row(reading, page, sheet, columns, row) for row in filled if columns]
    return reading


def read_main(page: Page, columns: Iterable[Column]) -> tuple[SheetReading, dict[str, int]]:
    """Read the sheet of the evaluation itself, which says one thing in each row.

    Returns
    -------
    tuple
        A reading with one row for all of it, and the row of each heading.
    """
    reading = SheetReading()
    heading = [tidy(str(cell)) for cell in (page.cells[0] if page.cells else [])]
    what, value = MAIN_HEADINGS[:2]
    if heading[:2] != [tidy(what), tidy(value)]:
        found = f'the first row does not say "{what}" and "{value}"'
        mend = f"write {what} and {value} into its first two cells"
        reading.tell("missing", found, mend, (page.name,), 1)
        reading.is_sure = False
        return reading, {}
    known = {tidy(column.heading): column for column in columns}
    thing: dict[str, Any] = {}
    faults: list[Fault] = []
    rows: dict[str, int] = {}
    for row in range(1, len(page.cells)):
        if not (page.is_filled(row, 0) or page.is_filled(row, 1)):
            continue
        written = str(page.cells[row][0]) if page.is_filled(row, 0) else ""
        column = known.get(tidy(written))
        if column is None:
            headings = [one.heading for one in known.values() if one.heading not in rows]
            reading.faults.append(_refuse_heading(page.name, row, written, headings, "row"))
            reading.is_sure = False
        elif column.heading in rows:
            found, mend = "this stands here twice", "keep one of the two rows"
            reading.tell("written-twice", found, mend, (page.name, column.heading), row + 1)
        else:
            rows[column.heading] = row + 1
            if page.is_filled(row, 1):
                faults += _put(thing, column, page, row, 1)
    reading.rows.append(FoundRow(row=1, thing=thing, faults=tuple(faults)))
    return reading, rows


def tidy(name: str) -> str:
    """Write a heading so that it is known again however people write it.

    Examples
    --------
    >>> tidy(" Better  Off"), tidy("better_off")
    ('better off', 'better off')
    """
    return " ".join(name.replace("_", " ").split()).casefold()


def _read_heading(
    reading: SheetReading, page: Page, sheet: Sheet, filled: list[int]
) -> dict[int, str]:
    """Find which heading each column has; none where no row can be read."""
    known = {tidy(heading): heading for heading in sheet.headings}
    columns: dict[int, str] = {}
    strange = []
    for place in range(max(map(len, page.cells), default=0)):
        written = str(page.cells[0][place]) if page.is_filled(0, place) else ""
        heading = known.get(tidy(written))
        if heading is None:
            if written or any(page.is_filled(row, place) for row in filled):
                strange.append(written)
        elif heading in columns.values():
            found, mend = f"the column {show(heading)} stands here twice", "keep one of them"
            reading.tell("written-twice", found, mend, (page.name,), 1)
        else:
            columns[place] = heading
    if not columns and filled:
        found = "the first row does not hold the headings"
        mend = "write them there: " + ", ".join(sheet.headings)
        reading.tell("missing", found, mend, (page.name,), 1)
        reading.is_sure = False
        return {}
    absent = [heading for heading in sheet.headings if heading not in columns.values()]
    for written in strange:
        reading.faults.append(_refuse_heading(page.name, 0, written, absent, "column"))
        reading.is_sure = False
    for heading in absent if filled else ():
        if heading in sheet.needed:
            found = f'there is no column "{heading}"'
            mend = f"write {heading} into the first row, and fill the column"
            reading.tell("missing", found, mend, (sheet.name, heading), 1)
            reading.absent.append(heading)
            reading.is_sure = False
    return columns


def _refuse_heading(sheet: str, row: int, written: str, headings: list[str], what: str) -> Fault:
    nearest = find_nearest(written, headings)
    found = f"{show(written)} is not a {what} here" if written else f"a {what} has no name"
    mend = f'did you mean "{nearest}"?' if nearest else f"take it away; what a {what} can be "
    if not nearest:
        mend += 'called stands in the sheet "Columns"'
    return Fault("unknown-key", found, mend, path=(sheet,), line=row + 1)


def _read_row(
    reading: SheetReading, page: Page, sheet: Sheet, columns: dict[int, str], row: int
) -> FoundRow:
    by_heading = {column.heading: column for column in sheet.columns}
    thing: dict[str, Any] = {}
    before: dict[str, Any] = {}
    faults: list[Fault] = []
    for place, heading in columns.items():
        if not page.is_filled(row, place):
            continue
        if heading in by_heading:
            faults += _put(thing, by_heading[heading], page, row, place)
            continue
        wanted = _NAME if heading in sheet.above[:1] else _NUMBER
        said = _read(page, row, place, wanted)
        before[heading] = said.value
        if said.fault is not None:
            before[heading] = None
            path = (sheet.name, heading)
            reading.faults.append(attrs.evolve(said.fault, path=path, line=row + 1))
            reading.is_sure = False
    if sheet.noun is None and "" not in thing and sheet.columns[0].heading not in reading.absent:
        faults.append(Fault("missing", "it is missing", "write a number, or delete the row"))
    return FoundRow(
        row=row + 1,
        thing=thing.get("") if sheet.noun is None else thing,
        names=tuple(before.get(heading) for heading in sheet.above),
        order=before.get(ORDER),
        faults=tuple(faults),
    )


def _put(
    thing: dict[str, Any], column: Column, page: Page, row: int, place: int
) -> Iterator[Fault]:
    """Put what a cell says where it belongs."""
    said = _read(page, row, place, column)
    *above, last = column.keys or ("",)
    for key in above:
        thing = thing.setdefault(key, {})
    thing[last] = said.value
    if said.fault is not None:
        yield said.fault.under(*column.keys)


def _read(page: Page, row: int, place: int, column: Column) -> Reading:
    return read_cell(page.cells[row][place], column, page.odd.get((row, place)))

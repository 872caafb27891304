"""How does a sheet of a workbook become a grid?"""

import contextlib
import io
import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.files.cells.cell import Cell, ShownInPercent
from obamodel.files.cells.refusing import UNWORKED
from obamodel.files.grids.archives import pack, unpack
from obamodel.files.grids.facts import Book, Facts, refuse_many_cells
from obamodel.files.grids.grid import tidy
from obamodel.files.grids.opening import Frame
from obamodel.files.grids.sheet_grid import SheetGrid
from obamodel.files.grids.splitting import MOST_FAULTS
from obamodel.files.grids.xlsx import write_letters

_MOST_ROWS_ABOVE = 60
_ANEW = "open it in a spreadsheet program and save it anew"


def open_workbook(
    content: bytes,
    name: str,
    *,
    wanted: Collection[str],
    around: Frame,
    sheet: str | None = None,
) -> SheetGrid:
    """Open a table in a workbook, which is looked through before it is opened.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        Its name, for messages.
    wanted
        The columns that are asked for.
    around
        How many rows above and below are not part of the table.
    sheet
        The sheet, where more than one holds something.

    Raises
    ------
    InvalidError
        When it cannot be opened, reaches too far, or leaves open which sheet is meant.
    """
    book, clean = _look_into(content, name)
    area = 0
    for facts, look in book.sheets:
        with _naming(name):
            look(facts)
        area += facts.area
        refuse_many_cells(area, name)
    chosen, decided = _choose_sheet(book, name, sheet)
    if chosen.formulas and (book.is_unworked or chosen.is_unworked):
        number = chosen.formulas
        are = "1 formula was" if number == 1 else f"{number} formulas were"
        found = f"its {are} not worked out when it was saved"
        fault = Fault("not-worked-out", found, _ANEW, (chosen.name,), name)
        raise InvalidError(name, [fault])
    cells = _read_cells(clean, name, chosen)
    return _make_grid(cells, chosen, name, wanted, around, decided)


def _look_into(content: bytes, name: str) -> tuple[Book, bytes]:
    """Return what a workbook says of itself, and its bytes as they may be opened."""
    if not content.startswith(b"PK"):
        from obamodel.files.grids.xls import look_into_xls

        return look_into_xls(content, name)
    parts = unpack(content, name)
    clean = pack(parts)
    if "content.xml" in parts:
        from obamodel.files.grids.ods import look_into_ods

        with _naming(name):
            return look_into_ods(parts, name), clean
    if any(place.endswith("workbook.bin") for place in parts):
        from obamodel.files.grids.xlsb import look_into_xlsb

        return look_into_xlsb(parts, name), clean
    from obamodel.files.grids.xlsx import look_into_xlsx

    return look_into_xlsx(parts, name), clean


@contextlib.contextmanager
def _naming(name: str) -> Iterator[None]:
    """Name the file in what is wrong with a sheet of it."""
    try:
        yield
    except InvalidError as error:
        raise InvalidError(
            name,
            [
                Fault(one.code, one.found, one.mend, one.path, one.file or name)
                for one in error.faults
            ],
        ) from None


# --- which sheet -------------------------------------------------------------------------


def _choose_sheet(book: Book, name: str, sheet: str | None) -> tuple[Facts, list[Fault]]:
    sheets = [facts for facts, _ in book.sheets]
    filled = [facts for facts in sheets if not facts.is_empty]
    shown = ", ".join(show(facts.name) for facts in filled)
    if sheet is not None:
        named = [facts for facts in sheets if facts.name == sheet]
        if len(named) != 1:
            found = f"there is no sheet {show(sheet)}"
            fault = Fault("unknown-sheet", found, f"the sheets are: {shown}", ("sheet",), name)
            raise InvalidError(name, [fault])
        chosen = named[0]
    else:
        seen = [facts for facts in filled if not facts.is_hidden]
        if len(seen) > 1:
            found = f"{len(seen)} sheets hold something"
            mend = f"say sheet=, one of: {', '.join(show(facts.name) for facts in seen)}"
            raise InvalidError(name, [Fault("several-sheets", found, mend, file=name)])
        if not seen:
            found = "there is no table in it"
            mend = "give a file with a heading and rows"
            if filled:
                found = "only hidden sheets hold something"
                mend = f"say sheet=, one of: {shown}"
            raise InvalidError(name, [Fault("empty", found, mend, file=name)])
        chosen = seen[0]
    decided = []
    if chosen.is_hidden:
        found = "the sheet is hidden, and is read all the same"
        decided.append(Fault("hidden-sheet", found, "see whether it is the right one"))
    for facts in filled:
        if facts is not chosen and facts.is_hidden:
            found = f"there is a hidden sheet {show(facts.name)}, which is not read"
            decided.append(Fault("hidden-sheet", found, "say sheet= if it is the right one"))
    return chosen, decided


def _read_cells(content: bytes, name: str, facts: Facts) -> list[list[Cell]]:
    """Read all cells from the first of the sheet, with what its reader leaves unsaid."""
    if facts.is_empty:
        return []
    from python_calamine import CalamineError, load_workbook

    try:
        with load_workbook(io.BytesIO(content)) as book:
            sheet = book.get_sheet_by_name(facts.name)
            top, left = sheet.start or (0, 0)
            rows: list[list[Any]] = sheet.to_python(skip_empty_area=True)
    except (CalamineError, OSError, ValueError) as error:
        found = f"it cannot be opened ({str(error)[:80]})"
        raise InvalidError(name, [Fault("not-a-workbook", found, _ANEW, file=name)]) from None
    except BaseException as error:
        # A panic of the reader comes as an exception that is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        fault = Fault("not-a-workbook", "it cannot be opened", _ANEW, file=name)
        raise InvalidError(name, [fault]) from None
    width = left + max((len(row) for row in rows), default=0)
    empty: list[list[Cell]] = [[""] * width for _ in range(top)]
    cells = empty + [[""] * left + row + [""] * (width - left - len(row)) for row in rows]
    for (row, column), shown in facts.errors.items():
        if row < len(cells) and column < width:
            cells[row][column] = shown or "#ERROR!"
    for row, column in facts.list_spots(facts.unworked):
        if row < len(cells) and column < width:
            cells[row][column] = UNWORKED
    for row, column in facts.list_spots(facts.percent):
        if row < len(cells) and column < width:
            cell = cells[row][column]
            if isinstance(cell, float):
                cells[row][column] = ShownInPercent(cell)
    return cells


# --- the table in the sheet --------------------------------------------------------------


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()


def _name(cell: Cell) -> str:
    """Write a heading: a year is 2014 and not 2014.0."""
    if isinstance(cell, float) and not isinstance(cell, ShownInPercent) and cell.is_integer():
        return str(int(cell))
    return tidy(str(cell))


def _make_grid(
    cells: list[list[Cell]],
    facts: Facts,
    name: str,
    wanted: Collection[str],
    around: Frame,
    decided: list[Fault],
) -> SheetGrid:
    filled = [at for at, row in enumerate(cells) if not all(_is_blank(cell) for cell in row)]
    last = (filled[-1] + 1 if filled else 0) - around.footnote_rows
    inside = [at for at in filled if around.skip_rows <= at < last]
    if not inside:
        found, mend = "there is no table in it", "give a file with a heading and rows"
        if filled:
            found, mend = "skip_rows and footnote_rows leave nothing of the sheet", "give less"
        raise InvalidError(name, [Fault("empty", found, mend, (facts.name,), name)])
    top, *body = inside
    heading = [_name(cell) for cell in cells[top]]
    _refuse_rows_above(cells, inside, facts, name, wanted)
    while heading and not heading[-1]:
        heading.pop()
    width = len(heading)
    rows = [cells[at][:width] for at in body]
    beyond = [
        column
        for column in range(width, len(cells[top]))
        if not all(_is_blank(cells[at][column]) for at in body)
    ]
    left = [*_leave_rows(cells, filled, inside), *_leave_columns(beyond, top)]
    faults = list(_find_merged(facts, top, body, width))
    decided += _tell_hidden(facts, body, heading)
    return SheetGrid(
        file=name,
        sheet=facts.name,
        rows=tuple(rows),
        numbers=tuple(at + 1 for at in body),
        heading=tuple(heading),
        heading_line=top + 1,
        decided=tuple(decided),
        left_behind=tuple(left),
        faults=tuple(faults),
    )


def _refuse_rows_above(
    cells: list[list[Cell]], inside: list[int], facts: Facts, name: str, wanted: Collection[str]
) -> None:
    for at in inside[:_MOST_ROWS_ABOVE]:
        names = {_name(cell) for cell in cells[at]}
        if wanted and all(tidy(one) in names for one in wanted):
            if at != inside[0]:
                found = f"the heading with these columns stands in row {at + 1}"
                mend = f"say skip_rows={at} if the rows above are not part of the table"
                fault = Fault("rows-above", found, mend, (facts.name,), name, inside[0] + 1)
                raise InvalidError(name, [fault])
            return


def _find_merged(facts: Facts, top: int, body: Sequence[int], width: int) -> Iterator[Fault]:
    """Find cells of the table that were made one: which of them holds the value, nobody knows."""
    last = body[-1] if body else top
    inside = (
        one for one in facts.merged if one[1][0] >= top and one[0][0] <= last and one[0][1] < width
    )
    for (first_row, first_column), (last_row, last_column) in itertools.islice(inside, MOST_FAULTS):
        begin = f"{write_letters(first_column)}{first_row + 1}"
        end = f"{write_letters(last_column)}{last_row + 1}"
        found = f"the cells {begin} to {end} are merged"
        mend = "unmerge them, and write into each what belongs there"
        path = (write_letters(first_column),)
        yield Fault("merged-cells", found, mend, path, line=first_row + 1)


def _tell_hidden(facts: Facts, body: Sequence[int], heading: Sequence[str]) -> Iterator[Fault]:
    is_body = set(body)
    hidden = [at for at in _list_hidden(facts.hidden_rows, max(body, default=-1)) if at in is_body]
    if hidden:
        shown = ", ".join(str(at + 1) for at in hidden[:10])
        more = f" and {len(hidden) - 10} more" if len(hidden) > 10 else ""
        found = f"hidden in the sheet and read all the same: row {shown}{more}"
        yield Fault("hidden-rows", found, "delete them if they do not belong to the table")
    for column in _list_hidden(facts.hidden_columns, len(heading) - 1):
        found = f"column {write_letters(column)} is hidden in the sheet"
        yield Fault("hidden-column", found, "see whether it is needed", (heading[column],))


def _list_hidden(runs: Iterable[tuple[int, int]], end: int) -> Iterator[int]:
    """Go through what is hidden up to an end, each once, however often it is said to be so."""
    at = 0
    for first, last in sorted(set(runs)):
        yield from range(max(first, at), min(last, end) + 1)
        at = max(at, last + 1)


def _leave_columns(beyond: Sequence[int], top: int) -> Iterator[Fault]:
    if beyond:
        letters = ", ".join(write_letters(column) for column in beyond[:10])
        found = f"there is something in column {letters}, which has no heading, and is not read"
        yield Fault("unread-column", found, "write a heading if it is needed", line=top + 1)


def _leave_rows(
    cells: list[list[Cell]], filled: Sequence[int], inside: Sequence[int]
) -> Iterator[Fault]:
    for which, left in (
        ("above the heading", [at for at in filled if at < inside[0]]),
        ("below the table", [at for at in filled if at > inside[-1]]),
    ):
        if left:
            words = " ".join(str(cell) for at in left for cell in cells[at] if not _is_blank(cell))
            found = f"the rows {which} are not read: {show(tidy(words))}"
            yield Fault("rows-around", found, "say what matters of them in note=", line=left[0] + 1)

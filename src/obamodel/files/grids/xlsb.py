"""What an .xlsb workbook says of its sheets besides their values ([MS-XLSB])."""

from collections.abc import Callable, Mapping

from obamodel.errors import Fault, InvalidError
from obamodel.files.grids.facts import BUILT_IN_PERCENT, ERRORS, Book, Facts, is_percent_format
from obamodel.files.grids.markup import refuse_doctypes
from obamodel.files.grids.records import Allowance, Bytes, read_whole, split_xlsb
from obamodel.files.grids.xlsx import find_part, find_targets, refuse_again

_ROW, _BLANK, _ERROR, _FORMULA_ERROR = 0, 1, 3, 11
_CELLS = range(1, 12)
_FORMULAS = range(8, 12)
_FORMAT, _STYLE, _COLUMN, _SHEET, _CALCULATION, _MERGED = 44, 47, 60, 156, 157, 176
_STYLES_BEGIN, _STYLES_END = 617, 618
_HIDDEN_ROW = 0x10


def look_into_xlsb(parts: Mapping[str, bytes], name: str) -> Book:
    """Find the sheets of an .xlsb workbook.

    Parameters
    ----------
    parts
        Its parts, unpacked.
    name
        The name of the file, for messages.

    Raises
    ------
    InvalidError
        When it is no workbook.
    """
    xml = [part for where, part in parts.items() if where.endswith((".xml", ".rels"))]
    refuse_doctypes(xml, name)
    place = find_part(parts, "/officeDocument", name)
    targets = find_targets(parts, place, name)
    where = next((target for kind, target in targets.values() if kind.endswith("/styles")), "")
    allowance = Allowance(name)
    percent = _find_percent(parts.get(where, b""), allowance)
    book = Book()
    seen: set[str] = set()
    for kind, record in split_xlsb(parts[place], allowance):
        if kind == _CALCULATION:
            book.is_unworked = bool(read_whole(record, 24, 2) & 1)
        elif kind == _SHEET:
            link, after = _read_text(record, 8)
            title, _ = _read_text(record, after)
            role, target = targets.get(link, ("", ""))
            if role.endswith("/worksheet") and target in parts:
                refuse_again(target, seen, name)
                facts = Facts(name=title, is_hidden=read_whole(record, 0, 4) & 3 != 0)
                book.sheets.append((facts, _make_look(parts[target], percent, allowance)))
    if not book.sheets:
        found, mend = (
            "it has no sheet of cells",
            "open it in a spreadsheet program and save it anew",
        )
        raise InvalidError(name, [Fault("not-a-workbook", found, mend, file=name)])
    return book


def _read_text(record: Bytes, at: int) -> tuple[str, int]:
    """Read a text of two bytes a sign, and where it ends."""
    length = read_whole(record, at, 4)
    if length == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * length
    return bytes(record[at + 4 : end]).decode("utf-16-le", errors="replace"), end


def _find_percent(part: bytes, allowance: Allowance) -> frozenset[int]:
    """Find the styles of cells that show percent, by number."""
    formats: dict[int, str] = {}
    styles: list[int] = []
    is_inside = False
    for kind, record in split_xlsb(part, allowance):
        if kind == _FORMAT:
            formats[read_whole(record, 0, 2)] = _read_text(record, 2)[0]
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            is_inside = kind == _STYLES_BEGIN
        elif kind == _STYLE and is_inside:
            styles.append(read_whole(record, 2, 2))
    return frozenset(
        number
        for number, one in enumerate(styles)
        if (is_percent_format(formats[one]) if one in formats else one in BUILT_IN_PERCENT)
    )


def _make_look(
    part: bytes, percent: frozenset[int], allowance: Allowance
) -> Callable[[Facts], None]:
    def look(facts: Facts) -> None:
        row = 0
        for kind, record in split_xlsb(part, allowance):
            if kind == _ROW:
                row = read_whole(record, 0, 4)
                if read_whole(record, 11, 1) & _HIDDEN_ROW:
                    facts.hide(facts.hidden_rows, row)
            elif kind in _CELLS:
                _look_at_cell(facts, kind, record, row, percent)
            elif kind == _COLUMN and read_whole(record, 16, 2) & 1:
                facts.hide(facts.hidden_columns, read_whole(record, 0, 4), read_whole(record, 4, 4))
            elif kind == _MERGED:
                top, bottom, left, right = (read_whole(record, at, 4) for at in (0, 4, 8, 12))
                facts.merge((top, left), (bottom, right))

    return look


def _look_at_cell(
    facts: Facts, kind: int, record: Bytes, row: int, percent: frozenset[int]
) -> None:
    column = read_whole(record, 0, 4)
    if kind == _BLANK:
        return
    facts.use(row, column)
    facts.formulas += kind in _FORMULAS
    if kind in (_ERROR, _FORMULA_ERROR):
        facts.errors[row, column] = ERRORS.get(read_whole(record, 8, 1), "#ERROR!")
    elif read_whole(record, 4, 3) in percent:
        facts.note(facts.percent, row, column)

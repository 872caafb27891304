"""What an .xls workbook says of its sheets besides their values ([MS-XLS])."""

from collections.abc import Callable

from obamodel.errors import Fault, InvalidError
from obamodel.files.grids.compound import take_stream, write_stream
from obamodel.files.grids.facts import BUILT_IN_PERCENT, ERRORS, Book, Facts, is_percent_format
from obamodel.files.grids.records import Allowance, Bytes, read_whole, split_xls

_BEGIN, _END, _LOCKED, _UNWORKED = 0x809, 0x0A, 0x2F, 0x5E
_SHEET, _STYLE, _FORMAT, _SIZE, _TEXTS = 0x85, 0xE0, 0x41E, 0x200, 0xFC
_ROW, _COLUMN, _MERGED, _FORMULA, _MISTAKE = 0x208, 0x7D, 0xE5, 0x06, 0x205
# Records of one cell: a number twice, a shared text, a text twice.
_CELLS = (0x203, 0x27E, 0xFD, 0x204, 0xD6, _MISTAKE, _FORMULA)
_MANY, _BLANKS, _BLANK = 0xBD, 0xBE, 0x201
_HIDDEN_ROW = 0x20
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
_MEND = "open it in a spreadsheet program and save it as .xlsx"


def look_into_xls(content: bytes, name: str) -> tuple[Book, bytes]:
    """Find the sheets of an .xls workbook, and its bytes with nothing in them but its cells.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        Its name, for messages.

    Raises
    ------
    InvalidError
        When it is no such workbook, or locked.
    """
    stream = take_stream(content, "Workbook", name)
    allowance = Allowance(name)
    book = Book()
    formats: dict[int, str] = {}
    styles: list[int] = []
    listed: list[tuple[int, Facts]] = []
    for kind, record in split_xls(stream, allowance):
        if kind == _END:
            break
        if kind == _LOCKED:
            mend = "open it with its password and save it without"
            raise InvalidError(
                name, [Fault("locked", "it is locked with a password", mend, file=name)]
            )
        if kind == _TEXTS and read_whole(record, 4, 4) * 3 > len(stream):
            # The reader of the cells makes room for as many texts as are said to be there.
            raise _refuse(name, "it says that it has more texts than it can hold")
        if kind == _FORMAT:
            formats[read_whole(record, 0, 2)] = _read_text(record, 2, 2)
        elif kind == _STYLE:
            styles.append(read_whole(record, 2, 2))
        elif kind == _SHEET and read_whole(record, 5, 1) == 0:
            facts = Facts(name=_read_text(record, 6, 1), is_hidden=bool(record[4] & 3))
            listed.append((read_whole(record, 0, 4), facts))
    percent = frozenset(
        number
        for number, one in enumerate(styles)
        if (is_percent_format(formats[one]) if one in formats else one in BUILT_IN_PERCENT)
    )
    for begin, facts in listed:
        book.sheets.append((facts, _make_look(stream, begin, percent, allowance)))
    if not book.sheets:
        raise _refuse(name, "it has no sheet of cells")
    return book, write_stream("Workbook", stream)


def _refuse(name: str, found: str) -> InvalidError:
    return InvalidError(name, [Fault("not-a-workbook", found, _MEND, file=name)])


def _read_text(record: Bytes, at: int, size: int) -> str:
    """Read a text that says first how long it is, and then whether a sign takes two bytes."""
    length = read_whole(record, at, size)
    at += size
    is_wide = read_whole(record, at, 1) & 1
    part = bytes(record[at + 1 : at + 1 + length * (1 + is_wide)])
    return part.decode("utf-16-le" if is_wide else "latin-1", errors="replace")


def _make_look(
    stream: bytes, begin: int, percent: frozenset[int], allowance: Allowance
) -> Callable[[Facts], None]:
    def look(facts: Facts) -> None:
        depth = 0
        for kind, record in split_xls(stream, allowance, begin):
            # Charts in a sheet have a beginning and an end of their own.
            depth += (kind == _BEGIN) - (kind == _END)
            if depth < 1:
                return
            if depth == 1:
                _look_at(facts, kind, record, percent, allowance.name)

    return look


def _look_at(facts: Facts, kind: int, record: Bytes, percent: frozenset[int], name: str) -> None:
    row, column = read_whole(record, 0, 2), read_whole(record, 2, 2)
    spot = (row, column)
    if kind in _CELLS:
        facts.use(row, column)
        if kind == _FORMULA:
            facts.formulas += 1
            if record[12:14] == b"\xff\xff" and read_whole(record, 6, 1) == 2:
                facts.errors[spot] = ERRORS.get(read_whole(record, 8, 1), "#ERROR!")
        if kind == _MISTAKE and read_whole(record, 7, 1):
            facts.errors[spot] = ERRORS.get(read_whole(record, 6, 1), "#ERROR!")
        elif read_whole(record, 4, 2) in percent:
            facts.note(facts.percent, row, column)
    elif kind == _MANY:
        for at in range((len(record) - 6) // 6):
            facts.use(row, column + at)
            if read_whole(record, 4 + 6 * at, 2) in percent:
                facts.note(facts.percent, row, column + at)
    elif kind == _SIZE:
        if read_whole(record, 4, 4) > _MOST_ROWS or read_whole(record, 10, 2) > _MOST_COLUMNS:
            found = "it says that it has more rows or columns than there can be"
            raise InvalidError(name, [Fault("too-large", found, _MEND, file=name)])
    elif kind == _ROW and read_whole(record, 12, 2) & _HIDDEN_ROW:
        facts.hide(facts.hidden_rows, row)
    elif kind == _COLUMN and read_whole(record, 8, 2) & 1:
        facts.hide(facts.hidden_columns, row, column)
    elif kind == _MERGED:
        for at in range(2, 2 + 8 * row, 8):
            top, bottom, left, right = (read_whole(record, at + 2 * one, 2) for one in range(4))
            facts.merge((top, left), (bottom, right))
    elif kind == _UNWORKED:
        facts.is_unworked = True

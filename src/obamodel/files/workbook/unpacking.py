"""What is in a workbook, and what must be known of it before a program is let near it?

A workbook is a packed folder of XML files. Small ones can unpack to something huge, a few lines can
claim cells in the farthest corner of a sheet, and a formula or an error shows a value that is not
there. All that is found here first; what goes on to the reader is packed anew from what was looked
at, so that it sees nothing else.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from typing import NoReturn

from attrs import Factory, define, frozen

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.files.workbook.markup import read_markup
from obamodel.files.workbook.texts import pack

MOST_PARTS = 2_000
LARGEST_WHOLE = 60_000_000
"""The most bytes that the parts may have together, unpacked."""
LARGEST_RATIO = 200
"""How many times larger than the file its parts may be; ours are about ten times larger."""
MOST_CELLS = 5_000_000
"""The most cells that a sheet may have, up to its last row and column that are used."""
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384

_BOOK = "xl/workbook.xml"
_BOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_OLD_FORM = b"\xd0\xcf\x11\xe0"
_REFERENCE = re.compile(r"([A-Za-z]{1,4})([0-9]{1,8})", re.ASCII)
_PLACED = re.compile(r'"[^"]*"|\\.')
_PERCENT_FORMATS = (9, 10)
_KEPT_BESIDE = re.compile(
    r"xl/(?:threadedcomments|comments|charts|media|embeddings|drawings/drawing)", re.IGNORECASE
)
_SAVE_ANEW = "open it in a spreadsheet program, and save it again as .xlsx"


@frozen
class Oddity:
    """Something about a cell that its value does not show: its row and column, from 0."""

    row: int
    column: int
    code: str


@define
class SheetShape:
    """How far a sheet reaches, and which of its cells are odd."""

    rows: int = 0
    columns: int = 0
    oddities: list[Oddity] = Factory(list)


@frozen
class Unpacked:
    """A workbook that is safe to read: packed anew, the shape of each sheet, and what is beside.

    ``beside`` are the parts that hold notes, pictures or charts: nothing reads them.
    """

    content: bytes
    shapes: Mapping[str, SheetShape]
    beside: tuple[str, ...]


def unpack(content: bytes, name: str) -> Unpacked:
    """Look through a workbook before it is read.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        Its name, for the messages.

    Raises
    ------
    InvalidError
        When it is not an .xlsx workbook, is damaged, too large, or holds a program.
    """
    if content.startswith(_OLD_FORM):
        found = "it is a workbook of the older kind, or one with a password"
        _refuse(name, "not-a-workbook", found, "save it as .xlsx, without a password")
    if not content.startswith(b"PK"):
        found = "it is not a workbook in the .xlsx form"
        _refuse(name, "not-a-workbook", found, "save it as .xlsx in a spreadsheet program")
    parts, beside = _take_out(content, name)
    styles = _find_percents(parts.get(_STYLES), name)
    shapes = {}
    for sheet, part in _find_sheets(parts, name).items():
        if part in parts:
            shapes[sheet] = _Cells(name, sheet, styles).read(parts[part])
    for part in set(parts).difference((_BOOK, _STYLES)):
        if not part.startswith("xl/worksheets/") or part.endswith(".rels"):
            for _ in read_markup(parts[part], name, part):
                pass
    return Unpacked(pack(parts), shapes, beside)


def list_sheets(content: bytes, name: str) -> tuple[str, ...]:
    """List the names of the sheets of a workbook.

    Raises
    ------
    InvalidError
        When it is not an .xlsx workbook, is damaged or too large.
    """
    parts, _ = _take_out(content, name)
    return tuple(_find_sheets(parts, name))


# --- the packed folder -------------------------------------------------------------------


def _take_out(content: bytes, name: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            _check_entries(entries, len(content), name)
            parts = {}
            for entry in entries:
                if entry.filename.lower().endswith((".xml", ".rels")):
                    parts[entry.filename] = _read_entry(packed, entry, name)
    except InvalidError:
        raise
    # The program that unpacks has a dozen ways to say that a file is damaged.
    except Exception:
        _refuse(name, "damaged", "it is damaged, and cannot be unpacked", "take an earlier copy")
    if "content.xml" in parts:
        found = "it is a workbook in the .ods form"
        _refuse(name, "not-a-workbook", found, "save it as .xlsx in a spreadsheet program")
    if _BOOK not in parts:
        found = "it is a packed file, but no workbook in the .xlsx form"
        _refuse(name, "not-a-workbook", found, _SAVE_ANEW)
    beside = tuple(entry.filename for entry in entries if _KEPT_BESIDE.match(entry.filename))
    return {key: part for key, part in parts.items() if key not in beside}, beside


def _check_entries(entries: list[zipfile.ZipInfo], size: int, name: str) -> None:
    if len(entries) > MOST_PARTS:
        found = f"it has {len(entries)} parts"
        _refuse(name, "too-large", found, f"a workbook of at most {MOST_PARTS} parts can be read")
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) != len(names):
        found = "two of its parts have the same name"
        _refuse(name, "damaged", found, _SAVE_ANEW)
    if any("vbaproject" in part or part.startswith("xl/macrosheets") for part in names):
        found = "it holds a program (macros)"
        _refuse(name, "holds-a-program", found, "save it as .xlsx, which holds none")
    whole = sum(entry.file_size for entry in entries)
    if whole > LARGEST_WHOLE:
        found = f"unpacked it would have more than {LARGEST_WHOLE // 1_000_000} MB"
        _refuse(name, "too-large", found, "keep only what is needed in it")
    if whole > LARGEST_RATIO * size:
        found = f"unpacked it would be more than {LARGEST_RATIO} times larger"
        _refuse(name, "too-large", found, _SAVE_ANEW)


def _read_entry(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    with packed.open(entry) as part:
        read = part.read(entry.file_size + 1)
    if len(read) != entry.file_size:
        _refuse(name, "damaged", "a part of it is not as large as it says", _SAVE_ANEW)
    return read


# --- which sheets there are --------------------------------------------------------------


def _find_sheets(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Find the part in which each sheet stands."""
    targets: dict[str, str] = {}
    for event in read_markup(parts.get(_BOOK_RELATIONS, b""), name, _BOOK_RELATIONS, optional=True):
        if event.opens == "Relationship":
            target = event.attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.join("xl", target)
            targets[event.attributes.get("Id", "")] = posixpath.normpath(path)
    sheets = {}
    for event in read_markup(parts[_BOOK], name, _BOOK):
        if event.opens == "sheet":
            sheets[event.attributes.get("name", "")] = targets.get(
                event.attributes.get("id", ""), ""
            )
    return sheets


def _find_percents(styles: bytes | None, name: str) -> frozenset[int]:
    """Find the styles that show a number a hundred times as large, with a sign behind it."""
    if styles is None:
        return frozenset()
    formats = set(map(str, _PERCENT_FORMATS))
    found = set()
    number, inside = 0, False
    for event in read_markup(styles, name, _STYLES):
        if event.opens == "numFmt":
            written = _PLACED.sub("", event.attributes.get("formatCode", ""))
            if "%" in written:
                formats.add(event.attributes.get("numFmtId", ""))
        elif event.opens == "cellXfs":
            inside = True
        elif event.closes == "cellXfs":
            inside = False
        elif event.opens == "xf" and inside:
            if event.attributes.get("numFmtId") in formats:
                found.add(number)
            number += 1
    return frozenset(found)


# --- which cells there are ---------------------------------------------------------------


@define
class _Cells:
    """Goes through the cells of one sheet."""

    file: str
    sheet: str
    percents: frozenset[int]
    shape: SheetShape = Factory(SheetShape)
    _row: int = -1
    _column: int = -1

    def read(self, content: bytes) -> SheetShape:
        given: Mapping[str, str] = {}
        is_open = False
        for event in read_markup(content, self.file, f"the sheet {show(self.sheet)}"):
            if event.opens == "row":
                self._row = self._read_row(event.attributes.get("r"))
                self._column = -1
            elif event.opens == "c":
                given, is_open = event.attributes, True
                self._go_to(given.get("r"))
            elif event.closes == "c":
                is_open = False
            elif is_open and event.opens in ("v", "is", "f"):
                self._note(event.opens, given)
        return self.shape

    def _read_row(self, written: str | None) -> int:
        if written is None:
            return self._row + 1
        if not written.isdecimal() or not 1 <= int(written[:9]) <= MOST_ROWS:
            self._refuse_place(written)
        return int(written) - 1

    def _go_to(self, written: str | None) -> None:
        self._column += 1
        if written is None:
            return
        match = _REFERENCE.fullmatch(written)
        if match is None:
            self._refuse_place(written)
        column = 0
        for letter in match[1].upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        row = int(match[2])
        if not 1 <= row <= MOST_ROWS or column > MOST_COLUMNS:
            self._refuse_place(written)
        self._row, self._column = row - 1, column - 1

    def _note(self, opened: str, given: Mapping[str, str]) -> None:
        shape = self.shape
        shape.rows = max(shape.rows, self._row + 1)
        shape.columns = max(shape.columns, self._column + 1)
        if shape.rows * shape.columns > MOST_CELLS:
            found = f"the sheet {show(self.sheet)} reaches to row {shape.rows}, "
            found += f"column {shape.columns}"
            mend = "delete what stands far away from the rest"
            _refuse(self.file, "too-large", found, mend)
        if opened == "f":
            self._add("formula")
        elif opened == "v" and given.get("t") == "e":
            self._add("error")
        elif opened == "v" and given.get("t", "n") == "n" and self._is_percent(given.get("s")):
            self._add("percent")

    def _is_percent(self, style: str | None) -> bool:
        return style is not None and style.isdecimal() and int(style[:9]) in self.percents

    def _add(self, code: str) -> None:
        if len(self.shape.oddities) < MOST_CELLS:
            self.shape.oddities.append(Oddity(self._row, self._column, code))

    def _refuse_place(self, written: str) -> NoReturn:
        found = f"the sheet {show(self.sheet)} has a cell in no place: {show(written)}"
        _refuse(self.file, "damaged", found, _SAVE_ANEW)


def _refuse(name: str, code: str, found: str, mend: str) -> NoReturn:
    raise InvalidError(name, [Fault(code, found, mend, file=name)])

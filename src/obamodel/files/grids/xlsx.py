"""What an .xlsx workbook says of its sheets besides their values."""

import posixpath
import re
from collections.abc import Callable, Mapping

from obamodel.errors import Fault, InvalidError
from obamodel.files.grids.facts import BUILT_IN_PERCENT, Book, Facts, Spot, is_percent_format
from obamodel.files.grids.markup import go_through

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_HIDDEN = ("hidden", "veryHidden")
_TRUE = ("1", "true")


def look_into_xlsx(parts: Mapping[str, bytes], name: str) -> Book:
    """Find the sheets of an .xlsx workbook.

    Parameters
    ----------
    parts
        Its parts, unpacked.
    name
        The name of the file, for messages.

    Raises
    ------
    InvalidError
        When it is no workbook, or declares a doctype.
    """
    refuse_doctypes(parts, name)
    place = find_part(parts, "/officeDocument", name)
    book = Book()
    listed: list[tuple[str, str, str]] = []

    def start(element: str, given: Mapping[str, str]) -> None:
        if element == "sheet":
            listed.append((given.get("name", ""), given.get("id", ""), given.get("state", "")))
        elif element == "calcPr":
            book.is_unworked = given.get("fullCalcOnLoad") in _TRUE

    go_through(parts[place], name, start)
    targets = find_targets(parts, place, name)
    percent = _find_percent(parts, targets, name)
    for title, link, state in listed:
        kind, target = targets.get(link, ("", ""))
        if kind.endswith("/worksheet") and target in parts:
            facts = Facts(name=title, is_hidden=state in _HIDDEN)
            book.sheets.append((facts, _make_look(parts[target], name, percent)))
    return book


def refuse_doctypes(parts: Mapping[str, bytes], name: str) -> None:
    """Refuse a part that declares a doctype; the sheets themselves are looked at later.

    Raises
    ------
    InvalidError
        When one does, or is no XML.
    """
    for place, part in parts.items():
        if place.endswith((".xml", ".rels")) and not place.startswith("xl/worksheets/"):
            go_through(part, name, lambda *_: None)


def find_part(parts: Mapping[str, bytes], role: str, name: str) -> str:
    """Find the part that has a role in the package.

    Raises
    ------
    InvalidError
        When there is none.
    """
    for kind, target in _read_links(parts.get("_rels/.rels", b""), "", name).values():
        if kind.endswith(role) and target in parts:
            return target
    found, mend = "it holds no workbook", "open it in a spreadsheet program and save it anew"
    raise InvalidError(name, [Fault("not-a-workbook", found, mend, file=name)])


def find_targets(parts: Mapping[str, bytes], place: str, name: str) -> dict[str, tuple[str, str]]:
    """Find what a part refers to: for each name of a link, its kind and the part."""
    folder, _, last = place.rpartition("/")
    links = parts.get(f"{folder}/_rels/{last}.rels".lstrip("/"), b"")
    return _read_links(links, folder, name)


def _read_links(part: bytes, folder: str, name: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, given: Mapping[str, str]) -> None:
        if element == "Relationship" and given.get("TargetMode") != "External":
            target = given.get("Target", "")
            whole = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            found[given.get("Id", "")] = (given.get("Type", ""), posixpath.normpath(whole))

    if part:
        go_through(part, name, start)
    return found


def _find_percent(
    parts: Mapping[str, bytes], targets: Mapping[str, tuple[str, str]], name: str
) -> frozenset[int]:
    """Find the styles of cells that show percent, by number."""
    place = next((where for kind, where in targets.values() if kind.endswith("/styles")), "")
    formats: dict[str, str] = {}
    styles: list[str] = []
    is_inside = False

    def start(element: str, given: Mapping[str, str]) -> None:
        nonlocal is_inside
        if element == "numFmt":
            formats[given.get("numFmtId", "")] = given.get("formatCode", "")
        elif element == "cellXfs":
            is_inside = True
        elif element == "xf" and is_inside:
            styles.append(given.get("numFmtId", "0"))

    def end(element: str) -> None:
        nonlocal is_inside
        if element == "cellXfs":
            is_inside = False

    if place in parts:
        go_through(parts[place], name, start, end)
    built_in = {str(number) for number in BUILT_IN_PERCENT}
    return frozenset(
        number
        for number, style in enumerate(styles)
        if (is_percent_format(formats[style]) if style in formats else style in built_in)
    )


def _make_look(part: bytes, name: str, percent: frozenset[int]) -> Callable[[Facts], None]:
    def look(facts: Facts) -> None:
        _Sheet(facts, percent).go(part, name)

    return look


class _Sheet:
    """Goes through the cells of one sheet."""

    def __init__(self, facts: Facts, percent: frozenset[int]) -> None:
        self.facts = facts
        self.percent = {str(number) for number in percent}
        self.row = self.column = -1
        self.type = self.style = ""
        self.has_formula = self.has_value = self.is_value = False
        self.shown = ""

    def go(self, part: bytes, name: str) -> None:
        go_through(part, name, self.start, self.end, self.text)

    def start(self, element: str, given: Mapping[str, str]) -> None:
        if element == "c":
            spot = read_reference(given.get("r", ""))
            self.row, self.column = spot if spot is not None else (self.row, self.column + 1)
            self.type, self.style = given.get("t", ""), given.get("s", "")
            self.has_formula = self.has_value = False
            self.shown = ""
        elif element == "v":
            self.has_value = True
            self.is_value = self.type == "e"
        elif element == "is":
            self.has_value = True
        elif element == "f":
            self.has_formula = True
        elif element == "row":
            number = given.get("r", "")
            self.row = int(number) - 1 if number.isdecimal() and len(number) < 9 else self.row + 1
            self.column = -1
            if given.get("hidden") in _TRUE:
                self.facts.hide(self.facts.hidden_rows, self.row)
        elif element == "col" and given.get("hidden") in _TRUE:
            first, last = given.get("min", ""), given.get("max", "")
            if first.isdecimal() and last.isdecimal() and max(len(first), len(last)) < 9:
                self.facts.hidden_columns.append((int(first) - 1, int(last) - 1))
        elif element == "mergeCell":
            ends = [read_reference(one) for one in given.get("ref", "").split(":")]
            if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
                self.facts.merged.append((ends[0], ends[1]))

    def end(self, element: str) -> None:
        if element == "v":
            self.is_value = False
        if element != "c":
            return
        spot = (self.row, self.column)
        if self.has_value or self.has_formula:
            self.facts.use(*spot)
        if self.has_formula:
            self.facts.formulas += 1
            if not self.has_value:
                self.facts.unworked.add(spot)
        if self.type == "e":
            self.facts.errors[spot] = self.shown[:20]
        elif self.style in self.percent and self.has_value:
            self.facts.percent.add(spot)

    def text(self, words: str) -> None:
        if self.is_value:
            self.shown += words


def read_reference(written: str) -> Spot | None:
    """Read where a cell is, from 0.

    Examples
    --------
    >>> read_reference("AB3")
    (2, 27)
    """
    match = _REFERENCE.fullmatch(written)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def write_letters(column: int) -> str:
    """Write the letters of a column.

    Examples
    --------
    >>> write_letters(0), write_letters(27)
    ('A', 'AB')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

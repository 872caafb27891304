"""What an .xlsx workbook says of its sheets besides their values."""

import posixpath
import re
from collections.abc import Callable, Mapping

from obamodel.errors import Fault, InvalidError
from obamodel.files.grids.facts import (
    BUILT_IN_PERCENT,
    MOST_COLUMNS,
    Book,
    Facts,
    Spot,
    is_percent_format,
)
from obamodel.files.grids.markup import Starts, go_through, refuse_doctypes, refuse_many_tags

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_HIDDEN = ("hidden", "veryHidden")
_TRUE = ("1", "true")
_DIGITS = "0123456789"


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
    refuse_doctypes(parts.values(), name)
    refuse_many_tags(parts.values(), name)
    place = find_part(parts, "/officeDocument", name)
    book = Book()
    listed: list[tuple[str, str, str]] = []

    def list_sheet(given: Mapping[str, str]) -> None:
        listed.append((given.get("name", ""), given.get("id", ""), given.get("state", "")))

    def look_at_calculation(given: Mapping[str, str]) -> None:
        book.is_unworked = given.get("fullCalcOnLoad") in _TRUE

    go_through(parts[place], name, {"sheet": list_sheet, "calcPr": look_at_calculation})
    targets = find_targets(parts, place, name)
    percent = _find_percent(parts, targets, name)
    seen: set[str] = set()
    for title, link, state in listed:
        kind, target = targets.get(link, ("", ""))
        if kind.endswith("/worksheet") and target in parts:
            refuse_again(target, seen, name)
            facts = Facts(name=title, is_hidden=state in _HIDDEN)
            book.sheets.append((facts, _make_look(parts[target], name, percent)))
    return book


def refuse_again(target: str, seen: set[str], name: str) -> None:
    """Refuse a part that is a second sheet too: each is looked at, and all might be the same one.

    Raises
    ------
    InvalidError
        When the part was seen before.
    """
    if target in seen:
        found, mend = "two of its sheets are one part", "open it and save it anew"
        raise InvalidError(name, [Fault("not-a-workbook", found, mend, file=name)])
    seen.add(target)


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

    def list_link(given: Mapping[str, str]) -> None:
        if given.get("TargetMode") != "External":
            target = given.get("Target", "")
            whole = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            found[given.get("Id", "")] = (given.get("Type", ""), posixpath.normpath(whole))

    if part:
        go_through(part, name, {"Relationship": list_link})
    return found


def _find_percent(
    parts: Mapping[str, bytes], targets: Mapping[str, tuple[str, str]], name: str
) -> frozenset[int]:
    """Find the styles of cells that show percent, by number."""
    place = next((where for kind, where in targets.values() if kind.endswith("/styles")), "")
    formats: dict[str, str] = {}
    styles: list[str] = []
    is_inside = False

    def list_format(given: Mapping[str, str]) -> None:
        formats[given.get("numFmtId", "")] = given.get("formatCode", "")

    def enter(_: Mapping[str, str]) -> None:
        nonlocal is_inside
        is_inside = True

    def leave() -> None:
        nonlocal is_inside
        is_inside = False

    def list_style(given: Mapping[str, str]) -> None:
        if is_inside:
            styles.append(given.get("numFmtId", "0"))

    if place in parts:
        starts = {"numFmt": list_format, "cellXfs": enter, "xf": list_style}
        go_through(parts[place], name, starts, {"cellXfs": leave})
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
        self.known: dict[str, int] = {}
        self.row = self.column = -1
        self.type = self.style = ""
        self.has_formula = self.has_value = self.is_value = False
        self.shown = ""

    def go(self, part: bytes, name: str) -> None:
        starts: Starts = {
            "c": self.start_cell,
            "v": self.start_value,
            "is": self.start_text,
            "f": self.start_formula,
            "row": self.start_row,
            "col": self.look_at_column,
            "mergeCell": self.look_at_merged,
        }
        go_through(part, name, starts, {"c": self.end_cell, "v": self.end_value}, self.text)

    def start_cell(self, given: Mapping[str, str]) -> None:
        self.move_to(given.get("r", ""))
        self.type, self.style = given.get("t", ""), given.get("s", "")
        self.has_formula = self.has_value = False
        self.shown = ""

    def start_value(self, _: Mapping[str, str]) -> None:
        self.has_value = True
        self.is_value = self.type == "e"

    def end_value(self) -> None:
        self.is_value = False

    def start_text(self, _: Mapping[str, str]) -> None:
        self.has_value = True

    def start_formula(self, _: Mapping[str, str]) -> None:
        self.has_formula = True

    def start_row(self, given: Mapping[str, str]) -> None:
        number = given.get("r", "")
        self.row = int(number) - 1 if number.isdecimal() and len(number) < 9 else self.row + 1
        self.column = -1
        if given.get("hidden") in _TRUE:
            self.facts.hide(self.facts.hidden_rows, self.row)

    def look_at_column(self, given: Mapping[str, str]) -> None:
        if given.get("hidden") not in _TRUE:
            return
        first, last = given.get("min", ""), given.get("max", "")
        if first.isdecimal() and last.isdecimal() and max(len(first), len(last)) < 9:
            self.facts.hidden_columns.append((int(first) - 1, int(last) - 1))
        if len(self.facts.hidden_columns) > MOST_COLUMNS:
            found = f"more than {MOST_COLUMNS} runs of columns are hidden"
            mend = "open it in a spreadsheet program and save it anew"
            raise InvalidError(self.facts.name, [Fault("too-large", found, mend)])

    def look_at_merged(self, given: Mapping[str, str]) -> None:
        ends = [read_reference(one) for one in given.get("ref", "").split(":")]
        if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
            self.facts.merge(ends[0], ends[1])

    def move_to(self, reference: str) -> None:
        """Go to a cell, or to the next where nothing is said."""
        letters = reference.rstrip(_DIGITS)
        column = self.known.get(letters)
        number = reference[len(letters) :]
        if column is not None and 0 < len(number) < 8:
            self.row, self.column = int(number) - 1, column
            return
        spot = read_reference(reference)
        if spot is None:
            self.column += 1
            return
        self.row, self.column = spot
        self.known[letters] = self.column

    def end_cell(self) -> None:
        facts = self.facts
        if self.has_value or self.has_formula:
            facts.use(self.row, self.column)
        if self.has_formula:
            facts.formulas += 1
            if not self.has_value:
                facts.note(facts.unworked, self.row, self.column)
        if self.type == "e":
            facts.errors[self.row, self.column] = self.shown[:20]
        elif self.style in self.percent and self.has_value:
            facts.note(facts.percent, self.row, self.column)

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

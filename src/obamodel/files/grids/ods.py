"""What an .ods workbook says of its sheets besides their values."""

from collections.abc import Mapping

from obamodel.errors import Fault, InvalidError
from obamodel.files.grids.facts import MOST_COLUMNS, MOST_ROWS, Book, Facts
from obamodel.files.grids.markup import go_through

_HIDDEN = ("collapse", "filter")
_CELLS = ("table-cell", "covered-table-cell")


def look_into_ods(parts: Mapping[str, bytes], name: str) -> Book:
    """Find the sheets of an .ods workbook, each looked at already: they stand in one part.

    Parameters
    ----------
    parts
        Its parts, unpacked.
    name
        The name of the file, for messages.

    Raises
    ------
    InvalidError
        When it is locked, declares a doctype, or reaches too far.
    """
    reader = _Content()
    for place, part in parts.items():
        if place.endswith((".xml", ".rdf")) and place != "content.xml":
            go_through(part, name, reader.look_at_manifest if "manifest" in place else _pass)
    if reader.is_locked:
        found, mend = "it is locked with a password", "open it and save it without one"
        raise InvalidError(name, [Fault("locked", found, mend, file=name)])
    # Which styles hide a sheet is said in front of the sheets.
    go_through(parts["content.xml"], name, reader.start, reader.end, reader.text)
    return Book(sheets=[(facts, lambda _: None) for facts in reader.sheets])


def _pass(*_: object) -> None:
    pass


class _Content:
    """Goes through all sheets."""

    def __init__(self) -> None:
        self.sheets: list[Facts] = []
        self.hiding: set[str] = set()
        self.style = ""
        self.is_locked = False
        self.row = self.column = 0
        self.rows = self.columns = 1
        self.given: Mapping[str, str] = {}
        self.is_filled = False
        self.aside = 0
        self.depth = 0

    def look_at_manifest(self, element: str, _: Mapping[str, str]) -> None:
        if element == "encryption-data":
            self.is_locked = True

    def start(self, element: str, given: Mapping[str, str]) -> None:
        if element == "style":
            self.style = given.get("name", "")
        elif element == "table-properties" and given.get("display") == "false":
            self.hiding.add(self.style)
        elif element == "table":
            self.depth += 1
            if self.depth == 1:
                hidden = given.get("style-name", "") in self.hiding
                self.sheets.append(Facts(name=given.get("name", ""), is_hidden=hidden))
                self.row = self.column = 0
        elif self.depth != 1:
            return
        elif element == "table-column":
            number = _read_number(given, "number-columns-repeated", MOST_COLUMNS)
            if given.get("visibility") in _HIDDEN:
                facts = self.sheets[-1]
                facts.hide(facts.hidden_columns, self.column, self.column + number - 1)
            self.column += number
        elif element == "table-row":
            self.column = 0
            self.rows = _read_number(given, "number-rows-repeated", MOST_ROWS)
            if given.get("visibility") in _HIDDEN:
                facts = self.sheets[-1]
                facts.hide(facts.hidden_rows, self.row, self.row + self.rows - 1)
        elif element in _CELLS:
            self.given = given
            self.is_filled = "value-type" in given
            self.columns = _read_number(given, "number-columns-repeated", MOST_COLUMNS)
        elif element in ("annotation", "shapes"):
            self.aside += 1

    def text(self, words: str) -> None:
        if self.depth == 1 and not self.aside and words.strip():
            self.is_filled = True

    def end(self, element: str) -> None:
        if element == "table":
            self.depth -= 1
        elif self.depth != 1:
            return
        elif element in ("annotation", "shapes"):
            self.aside -= 1
        elif element == "table-row":
            self.row += self.rows
            self.rows = 1
        elif element in _CELLS:
            self._end_cell(self.sheets[-1])
            self.column += self.columns
            self.columns = 1

    def _end_cell(self, facts: Facts) -> None:
        bottom, right = self.row + self.rows - 1, self.column + self.columns - 1
        has_formula = "formula" in self.given
        if self.is_filled or has_formula:
            facts.use(bottom, right)
            spots = [
                (row, column)
                for row in range(self.row, bottom + 1)
                for column in range(self.column, right + 1)
            ]
            if has_formula:
                facts.formulas += len(spots)
                if not self.is_filled:
                    facts.unworked.update(spots)
            if self.given.get("value-type") == "percentage":
                facts.percent.update(spots)
        high = _read_number(self.given, "number-rows-spanned", MOST_ROWS)
        wide = _read_number(self.given, "number-columns-spanned", MOST_COLUMNS)
        if high > 1 or wide > 1:
            end = (self.row + high - 1, self.column + wide - 1)
            facts.merged.append(((self.row, self.column), end))
        self.given = {}


def _read_number(given: Mapping[str, str], key: str, most: int) -> int:
    """Read how often something is repeated; what is no number, or beyond any sheet, is the most."""
    written = given.get(key, "1")
    if not written.isdecimal() or len(written) > 8:
        return most
    return max(1, min(int(written), most))

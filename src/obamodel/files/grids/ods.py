"""What an .ods workbook says of its sheets besides their values."""

from collections.abc import Mapping

from obamodel.errors import Fault, InvalidError
from obamodel.files.grids.facts import MOST_COLUMNS, MOST_ROWS, Book, Facts, refuse_many_cells
from obamodel.files.grids.markup import Ends, Starts, go_through, refuse_doctypes, refuse_many_tags

_HIDDEN = ("collapse", "filter")


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
    refuse_doctypes(parts.values(), name)
    refuse_many_tags(parts.values(), name)
    reader = _Content(name)
    manifest = parts.get("META-INF/manifest.xml", b"<none/>")
    locked: list[Mapping[str, str]] = []
    go_through(manifest, name, {"encryption-data": locked.append})
    if locked:
        found, mend = "it is locked with a password", "open it and save it without one"
        raise InvalidError(name, [Fault("locked", found, mend, file=name)])
    # Which styles hide a sheet is said in front of the sheets.
    go_through(parts["content.xml"], name, reader.starts, reader.ends, reader.text)
    return Book(sheets=[(facts, lambda _: None) for facts in reader.sheets])


class _Content:
    """Goes through all sheets."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.area = 0
        self.sheets: list[Facts] = []
        self.facts = Facts(name="")
        self.hiding: set[str] = set()
        self.style = ""
        self.row = self.column = 0
        self.rows = self.columns = 1
        self.given: Mapping[str, str] = {}
        self.is_filled = self.is_error = False
        self.shown = ""
        self.aside = 0
        self.depth = 0
        self.starts: Starts = {
            "style": self.start_style,
            "table-properties": self.look_at_properties,
            "table": self.start_table,
            "table-column": self.look_at_column,
            "table-row": self.start_row,
            "table-cell": self.start_cell,
            "covered-table-cell": self.start_cell,
            "annotation": self.go_aside,
            "shapes": self.go_aside,
        }
        self.ends: Ends = {
            "table": self.end_table,
            "table-row": self.end_row,
            "table-cell": self.end_cell,
            "covered-table-cell": self.end_cell,
            "annotation": self.come_back,
            "shapes": self.come_back,
        }

    def start_style(self, given: Mapping[str, str]) -> None:
        self.style = given.get("name", "")

    def look_at_properties(self, given: Mapping[str, str]) -> None:
        if given.get("display") == "false":
            self.hiding.add(self.style)

    def start_table(self, given: Mapping[str, str]) -> None:
        self.depth += 1
        if self.depth == 1:
            hidden = given.get("style-name", "") in self.hiding
            self.facts = Facts(name=given.get("name", ""), is_hidden=hidden)
            self.sheets.append(self.facts)
            self.row = self.column = 0

    def end_table(self) -> None:
        self.depth -= 1
        if not self.depth:
            # The reader of the cells makes room for all sheets.
            self.area += self.facts.area
            refuse_many_cells(self.area, self.name)

    def look_at_column(self, given: Mapping[str, str]) -> None:
        if self.depth != 1:
            return
        number = _read_number(given, "number-columns-repeated", MOST_COLUMNS)
        if given.get("visibility") in _HIDDEN:
            facts = self.facts
            facts.hide(facts.hidden_columns, self.column, self.column + number - 1)
        self.column += number

    def start_row(self, given: Mapping[str, str]) -> None:
        if self.depth != 1:
            return
        self.column = 0
        if not given:
            return
        self.rows = _read_number(given, "number-rows-repeated", MOST_ROWS)
        if given.get("visibility") in _HIDDEN:
            facts = self.facts
            facts.hide(facts.hidden_rows, self.row, self.row + self.rows - 1)

    def end_row(self) -> None:
        if self.depth == 1:
            self.row += self.rows
            self.rows = 1

    def start_cell(self, given: Mapping[str, str]) -> None:
        if self.depth != 1:
            return
        self.given = given
        kind = given.get("value-type")
        self.is_filled = kind is not None
        self.is_error = kind == "error"
        self.shown = ""
        if "number-columns-repeated" in given:
            self.columns = _read_number(given, "number-columns-repeated", MOST_COLUMNS)

    def text(self, words: str) -> None:
        if self.depth == 1 and not self.aside and words.strip():
            self.is_filled = True
            if self.is_error:
                self.shown += words

    def go_aside(self, _: Mapping[str, str]) -> None:
        self.aside += 1

    def come_back(self) -> None:
        self.aside -= 1

    def end_cell(self) -> None:
        if self.depth != 1:
            return
        facts, given = self.facts, self.given
        has_formula = "formula" in given
        if self.is_filled or has_formula:
            bottom, right = self.row + self.rows - 1, self.column + self.columns - 1
            facts.use(bottom, right)
            block = (self.row, self.column, self.rows, self.columns)
            if has_formula:
                facts.formulas += self.rows * self.columns
                if not self.is_filled:
                    facts.note(facts.unworked, *block)
            if self.is_error:
                for row in range(self.row, bottom + 1):
                    for column in range(self.column, right + 1):
                        facts.errors[row, column] = self.shown[:20]
            elif given.get("value-type") == "percentage":
                facts.note(facts.percent, *block)
        if "number-rows-spanned" in given or "number-columns-spanned" in given:
            high = _read_number(given, "number-rows-spanned", MOST_ROWS)
            wide = _read_number(given, "number-columns-spanned", MOST_COLUMNS)
            if high > 1 or wide > 1:
                end = (self.row + high - 1, self.column + wide - 1)
                facts.merge((self.row, self.column), end)
        self.column += self.columns
        self.columns = 1


def _read_number(given: Mapping[str, str], key: str, most: int) -> int:
    """Read how often something is repeated; what is no number, or beyond any sheet, is the most."""
    written = given.get(key)
    if written is None:
        return 1
    if not written.isdecimal() or len(written) > 8:
        return most
    return max(1, min(int(written), most))

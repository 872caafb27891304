"""The records of a CSV text, cell by cell, with where each of them stands."""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from obamodel.errors import Fault

MOST_ROWS = 100_000
MOST_CELLS = 1_000
"""The most rows of a table that is read cell by cell, and the most cells of one of its rows."""

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')
_BARE = re.compile(r"[^,\r\n]*")
_LINE_END = re.compile(r"\r\n|\n|\r")
_NEEDS_QUOTING = re.compile(r'[",\r\n]|^\s|\s$')


@frozen
class Record:
    """One row: its cells as they are meant and as they are written, and its place in the text."""

    cells: tuple[str, ...]
    written: tuple[str, ...]
    start: int
    end: int
    line: int

    @property
    def is_blank(self) -> bool:
        """Whether it holds nothing at all, as the rows below a table in a spreadsheet do."""
        return not any(self.cells)


def split_records(text: str) -> tuple[tuple[Record, ...], tuple[Fault, ...]]:
    r"""Take a CSV text apart; nothing in a cell is changed but the kind of its line ends.

    Where a quotation stays open, or there is more than anybody needs, the rest is left out.

    Examples
    --------
    >>> records, _ = split_records('id,of\nfirst,"tea, and cake"\n')
    >>> [record.cells for record in records]
    [('id', 'of'), ('first', 'tea, and cake')]
    """
    faults: list[Fault] = []
    records = tuple(_split(text, faults))
    return records, tuple(faults)


def find_line_end(text: str) -> str:
    """Return the kind of line end that a text uses."""
    match = _LINE_END.search(text)
    return match[0] if match else "\n"


def write_cell(value: str) -> str:
    """Write a cell, in quotation marks where it needs them.

    Examples
    --------
    >>> write_cell("tea, and cake")
    '"tea, and cake"'
    """
    if _NEEDS_QUOTING.search(value):
        return '"' + value.replace('"', '""') + '"'
    return value


def write_record(cells: Iterable[str]) -> str:
    """Write the cells of a row, without the end of its line.

    Examples
    --------
    >>> write_record(["first", "tea, and cake"])
    'first,"tea, and cake"'
    """
    return ",".join(write_cell(cell) for cell in cells)


def _split(text: str, faults: list[Fault]) -> Iterator[Record]:
    at, line, rows = 0, 1, 0
    while at < len(text):
        start, first_line = at, line
        cells, written = [], []
        while True:
            quoted = _QUOTED.match(text, at)
            if quoted is None and text.startswith('"', at):
                found, mend = "a quotation mark is opened and not closed", "close it"
                faults.append(Fault("open-quotation", found, mend, line=line))
                return
            after = quoted.end() if quoted else at
            bare = _BARE.match(text, after)
            assert bare is not None
            if quoted and bare[0]:
                found = "a quotation mark stands inside a quotation"
                mend = 'write two of them, "", for one inside words'
                faults.append(Fault("open-quotation", found, mend, line=line))
            cell = quoted[1].replace('""', '"') if quoted else ""
            cells.append(_LINE_END.sub("\n", cell) + bare[0])
            written.append(text[at : bare.end()])
            line += len(_LINE_END.findall(text, at, bare.end()))
            at = bare.end()
            if not text.startswith(",", at):
                break
            at += 1
            if len(cells) == MOST_CELLS:
                found = f"it has more than {MOST_CELLS:,} cells"
                faults.append(Fault("too-large", found, "take the empty columns away", line=line))
                return
        if rows == MOST_ROWS:
            found = f"the table has more than {MOST_ROWS:,} rows"
            mend = "keep only what is needed in it"
            faults.append(Fault("too-large", found, mend, line=first_line))
            return
        rows += 1
        yield Record(tuple(cells), tuple(written), start, at, first_line)
        end = _LINE_END.match(text, at)
        if end is not None:
            at = end.end()
            line += 1

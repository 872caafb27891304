"""What stands between the cells of a text, and where does its heading?"""

import itertools
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.files.grids.grid import find_column, tidy
from obamodel.files.grids.splitting import split_text

DELIMITERS = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a bar"}
"""What may stand between two cells, and what it is called."""

MOST_COLUMNS = 16_384
"""No spreadsheet has more columns."""

LONGEST_HEADING = 1_000_000
"""The most bytes of a heading."""

_MOST_ROWS_ABOVE = 60


class Part(NamedTuple):
    """Where the table lies in a text, and the number of its first line."""

    begin: int
    end: int
    line: int


def refuse_rows_above(
    text: bytes, name: str, part: Part, wanted: Collection[str], delimiter: str | None
) -> None:
    """Refuse a table above whose heading there is something else, and say how much.

    Raises
    ------
    InvalidError
        Naming the line of the heading.
    """
    sample = text[part.begin : min(part.end, part.begin + LONGEST_HEADING)]
    signs = [delimiter] if delimiter in DELIMITERS else [*DELIMITERS]
    for number, line in enumerate(sample.split(b"\n", _MOST_ROWS_ABOVE)[:_MOST_ROWS_ABOVE]):
        if any(_has_all(_read_heading(line, sign), wanted) for sign in signs if sign):
            if number:
                above = part.line + number - 1
                found = f"the heading with these columns stands on line {above + 1}"
                mend = f"say skip_rows={above} if the lines above are not part of the table"
                fault = Fault("rows-above", found, mend, file=name, line=part.line)
                raise InvalidError(name, [fault])
            return


def _has_all(heading: Sequence[str], wanted: Collection[str]) -> bool:
    return bool(wanted) and all(tidy(one) in heading for one in wanted)


def find_delimiter(
    text: bytes, name: str, part: Part, wanted: Collection[str], delimiter: str | None
) -> str:
    """Find what stands between cells: that with which the heading has the columns asked for.

    Raises
    ------
    InvalidError
        When it is open, or what was said is no such sign.
    """
    if delimiter is not None:
        if delimiter not in DELIMITERS:
            mend = "give one of: " + ", ".join(repr(one) for one in DELIMITERS)
            fault = Fault("unknown-choice", f"found {show(delimiter)}", mend, ("delimiter",))
            raise InvalidError(name, [fault])
        return delimiter
    sample = text[part.begin : min(part.end, part.begin + LONGEST_HEADING)]
    headings = {sign: _read_heading(sample, sign) for sign in DELIMITERS}
    counts = {
        sign: sum(isinstance(find_column(heading, one), int) for one in wanted)
        for sign, heading in headings.items()
    }
    most = max(counts.values())
    best = [sign for sign in DELIMITERS if counts[sign] == most and len(headings[sign]) > 1]
    if len(best) > 1:
        # The same columns are found either way: the rows tell, as far as they agree.
        best = [sign for sign in best if _fits(sample, sign)] or best
    if len(best) > 1 and not most:
        # None is right; with the most columns, the message says the most.
        best = [max(best, key=lambda sign: len(headings[sign]))]
    if len(best) > 1:
        said = " or ".join(DELIMITERS[sign] for sign in best)
        found = f"{said} can stand between its cells"
        mend = " or ".join(f"delimiter={sign!r}" for sign in best)
        fault = Fault("ambiguous-delimiter", found, f"say {mend}", file=name, line=part.line)
        raise InvalidError(name, [fault])
    return best[0] if best else ","


def _read_heading(sample: bytes, sign: str) -> tuple[str, ...]:
    first, newline, _ = sample.partition(b"\n")
    if b'"' not in first:
        # Only a quotation can go on over a line.
        sample = first + newline
    split = split_text(np.frombuffer(sample, np.uint8), 0, len(sample), ord(sign))
    if not len(split.first):
        return ()
    marks = split.marks[: int(split.cells[0]) + 1]
    return name_columns(sample, marks.tolist())


def _fits(sample: bytes, sign: str) -> bool:
    """Whether most rows have as many cells as the heading."""
    split = split_text(np.frombuffer(sample, np.uint8), 0, len(sample), ord(sign))
    filled = split.cells[1:]
    return bool(len(filled)) and float(np.mean(filled == split.cells[0])) > 0.5


def name_columns(text: bytes, marks: Sequence[int]) -> tuple[str, ...]:
    """Return the names of the columns, the cells of which lie between these marks."""
    names = []
    for before, end in itertools.pairwise(marks[: MOST_COLUMNS + 1]):
        cell = text[before + 1 : end]
        if cell.startswith(b'"'):
            cell = cell[1:-1].replace(b'""', b'"')
        names.append(tidy(cell.decode(errors="replace")))
    while names and not names[-1]:
        names.pop()
    return tuple(names)

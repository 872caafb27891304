"""How does a text become a grid: which lines are the table, and what stands between its cells?"""

import re
from collections.abc import Collection, Iterator

import attrs
import numpy as np

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.files.grids.delimiters import (
    DELIMITERS,
    LONGEST_HEADING,
    MOST_COLUMNS,
    Part,
    find_delimiter,
    name_columns,
    refuse_rows_above,
)
from obamodel.files.grids.encoding import settle_bytes
from obamodel.files.grids.grid import tidy
from obamodel.files.grids.opening import Frame
from obamodel.files.grids.splitting import MOST_FAULTS, Places, Split, count_lines, split_text
from obamodel.files.grids.text_grid import TextGrid

MOST_LINES = 12_000_000
"""The most lines of a text; for each, a place has to be noted."""

_SAID = re.compile(rb"sep=([,;\t|])\n", re.IGNORECASE)


def open_text(
    content: bytes,
    name: str,
    *,
    wanted: Collection[str],
    around: Frame | None = None,
    encoding: str = "utf-8",
    delimiter: str | None = None,
) -> TextGrid:
    r"""Open a table in a text.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        Its name, for the messages.
    wanted
        The columns that are asked for: they tell what stands between two cells.
    around
        How many rows above and below are not part of the table.
    encoding
        One of :data:`~obamodel.files.grids.encoding.ENCODINGS`.
    delimiter
        One of :data:`~obamodel.files.grids.delimiters.DELIMITERS`, where that is open.

    Raises
    ------
    InvalidError
        When there is no table, or more than one way to see it.

    Examples
    --------
    >>> grid = open_text(b"year;value\n2014;1,5\n", "a.csv", wanted=["year", "value"])
    >>> grid.heading, grid.delimiter, grid.take(1), grid.lines.tolist()
    (('year', 'value'), ';', ['1,5'], [2])
    """
    kept = around or Frame()
    settled = settle_bytes(content, name, encoding)
    if len(settled) > MOST_LINES and count_lines(settled) > MOST_LINES:
        found = f"it has more than {MOST_LINES:,} lines"
        mend = "take the empty ones away, or split the file"
        raise InvalidError(name, [Fault("too-large", found, mend, file=name)])
    decided: list[Fault] = []
    part = _find_part(settled, name, kept)
    if said := _SAID.match(settled, part.begin):
        sign = said[1].decode()
        part = Part(said.end(), part.end, part.line + 1)
        if delimiter is None:
            delimiter = sign
            found = f"the file says that {DELIMITERS[sign]} stands between cells"
            decided.append(Fault("delimiter", found, "nothing is to be done", file=name))
    part = _pass_blank_lines(settled, part)
    if part.begin >= part.end:
        mend = "give a file with a heading and rows"
        raise InvalidError(name, [Fault("empty", "there is no table in it", mend, file=name)])
    refuse_rows_above(settled, name, part, wanted, delimiter)
    sign = find_delimiter(settled, name, part, wanted, delimiter)
    split = split_text(
        np.frombuffer(settled, np.uint8),
        part.begin,
        part.end,
        ord(sign),
        part.line,
        has_quotes=b'"' in settled,
    )
    heading = _take_heading(settled, split, name, part)
    grid = TextGrid(
        file=name,
        text=settled,
        marks=split.marks,
        first=split.first[1:],
        heading=heading,
        heading_line=part.line,
        delimiter=sign,
        decided=tuple(decided),
        left_behind=tuple(_leave_lines(settled, name, part, kept)),
    )
    return _keep_rows(grid, split)


# --- which part of the text is the table -------------------------------------------------


def _find_part(text: bytes, name: str, around: Frame) -> Part:
    begin = 0
    for _ in range(around.skip_rows):
        after = text.find(b"\n", begin)
        if after < 0:
            raise _refuse_rows(name, "skip_rows", around.skip_rows)
        begin = after + 1
    end = len(text)
    if around.footnote_rows:
        end = len(text.rstrip(b"\n \t,;|"))
        end = len(text) if text.find(b"\n", end) < 0 else text.find(b"\n", end)
        for _ in range(around.footnote_rows):
            end = text.rfind(b"\n", 0, end)
            if end < begin:
                raise _refuse_rows(name, "footnote_rows", around.footnote_rows)
        end += 1
    return Part(begin, end, around.skip_rows + 1)


def _refuse_rows(name: str, which: str, number: int) -> InvalidError:
    found = f"{which} is {number}, and nothing is left of the file"
    return InvalidError(name, [Fault("nothing-left", found, "give less", file=name)])


def _pass_blank_lines(text: bytes, part: Part) -> Part:
    begin, line = part.begin, part.line
    while begin < part.end:
        after = text.find(b"\n", begin, part.end)
        stop = part.end if after < 0 else after
        if text[begin:stop].strip(b" \t,;|"):
            break
        begin, line = stop + 1, line + 1
    return Part(begin, part.end, line)


def _leave_lines(text: bytes, name: str, part: Part, around: Frame) -> Iterator[Fault]:
    if not (around.skip_rows or around.footnote_rows):
        return
    below = part.line + text.count(b"\n", part.begin, part.end)
    for which, where, line in (
        ("above the heading", text[: part.begin], 1),
        ("below the table", text[part.end :], below),
    ):
        words = tidy(where.decode(errors="replace"))
        if words:
            found = f"the lines {which} are not read: {show(words)}"
            mend = "say what matters of them in note="
            yield Fault("rows-around", found, mend, file=name, line=line)


def _take_heading(text: bytes, split: Split, name: str, part: Part) -> tuple[str, ...]:
    number = int(split.cells[0])
    if number > MOST_COLUMNS or int(split.marks[number]) - part.begin > LONGEST_HEADING:
        found = f"the heading has {number} cells, or is very long"
        mend = f"give a table of at most {MOST_COLUMNS} columns"
        raise InvalidError(name, [Fault("too-large", found, mend, file=name, line=part.line)])
    return name_columns(text, split.marks[: number + 1].tolist())


# --- which rows fit the heading ----------------------------------------------------------


def _keep_rows(grid: TextGrid, split: Split) -> TextGrid:
    """Leave out blank rows, and those of which nobody can say which cell is in which column."""
    width = len(grid.heading)
    cells = split.cells[1:]
    starts = split.marks[grid.first] + 1
    ends = split.marks[grid.first + cells]
    faults = list(split.faults)
    # A row with nothing but delimiters, as spreadsheets leave them below a table.
    blank = ends - starts == cells - 1
    blank |= _are_blank(grid, starts, ends)
    good = cells == width
    spare = np.flatnonzero((cells > width) & ~blank)
    if len(spare):
        # Empty cells beyond the heading say nothing.
        beyond = (
            split.marks[grid.first[spare] + cells[spare]] - split.marks[grid.first[spare] + width]
        )
        good[spare] = beyond == cells[spare] - width
    good &= ~blank
    bad = np.flatnonzero(~(good | blank))
    if not split.is_whole and len(bad) and bad[-1] == len(cells) - 1:
        # What an open quotation swallowed was told already.
        bad = bad[:-1]
    if not split.is_whole and len(good):
        good[-1] = False
    faults += _tell_widths(grid, cells, bad, int(np.count_nonzero(good)))
    if not good.all():
        grid = attrs.evolve(grid, first=grid.first[good])
    placed = [attrs.evolve(fault, file=grid.file) for fault in faults]
    return attrs.evolve(grid, faults=tuple(placed))


def _are_blank(grid: TextGrid, starts: Places, ends: Places) -> Places:
    """Find rows of spaces: only short ones are looked at, for what else is filled."""
    found = np.zeros(len(starts), dtype=bool)
    first = grid.content[np.minimum(starts, len(grid.content) - 1)]
    for row in np.flatnonzero((first == ord(" ")) | (first == ord("\t"))).tolist():
        found[row] = not grid.text[starts[row] : ends[row]].strip(b" \t,;|")
    return found


def _tell_widths(grid: TextGrid, cells: Places, bad: Places, good: int) -> Iterator[Fault]:
    if not len(bad):
        return
    width = len(grid.heading)
    lines = grid.lines
    some = set(cells[bad].tolist())
    if not good and len(some) == 1 and len(bad) > 1:
        (number,) = some
        found = f"every row has {number} cells, and the heading {width}"
        mend = "give each column a name in the heading"
        if number == width + 1:
            mend += "; most often the first has none, for it numbers the rows"
        yield Fault("wrong-number-of-cells", found, mend, line=grid.heading_line)
        return
    for row in bad[:MOST_FAULTS].tolist():
        number = int(cells[row])
        found = f"the row has {number} cell{'s' * (number != 1)} and the heading {width}"
        mend = "put words that hold a comma in quotation marks"
        if number < width:
            mend = "fill the row up; if it is a note below the table, say footnote_rows="
        yield Fault("wrong-number-of-cells", found, mend, line=int(lines[row]))
    if len(bad) > MOST_FAULTS:
        more = len(bad) - MOST_FAULTS
        yield Fault(
            "wrong-number-of-cells", f"{more} more rows are like these", "mend the others first"
        )

"""A table in a text, of which a column is taken out only when somebody asks for it."""

from functools import cached_property

import numpy as np
from attrs import field, frozen

from obamodel.errors import Fault
from obamodel.files.cells.cell import Cell
from obamodel.files.grids.grid import Places
from obamodel.files.grids.splitting import QUOTE, Bytes
from obamodel.files.grids.words import (
    WIDEST,
    Words,
    cut_plain,
    find_first,
    number_cells,
    view_words,
)


@frozen(kw_only=True, eq=False, slots=False)
class TextGrid:
    """A table in a text; see :class:`~obamodel.files.grids.grid.Grid`.

    ``text`` are the bytes of the file as UTF-8; ``marks`` where each cell ends, after the place
    before the first; and ``first`` for each row the number of its first cell.
    """

    file: str
    text: bytes = field(repr=False)
    marks: Places = field(repr=False)
    first: Places = field(repr=False)
    heading: tuple[str, ...]
    heading_line: int
    delimiter: str
    sheet: str | None = None
    decided: tuple[Fault, ...] = ()
    left_behind: tuple[Fault, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.first)

    @cached_property
    def lines(self) -> Places:
        """The line of each row."""
        newlines = np.flatnonzero(self.content == ord("\n"))
        return np.searchsorted(newlines, self.marks[self.first] + 1) + 1

    @cached_property
    def content(self) -> Bytes:
        """The bytes of the text."""
        return np.frombuffer(self.text, np.uint8)

    @cached_property
    def words(self) -> Words:
        """The bytes of the text, eight to a word."""
        return view_words(self.text)

    @cached_property
    def has_quotes(self) -> bool:
        """Whether there is a quotation mark anywhere."""
        return b'"' in self.text

    def place(self, column: int, rows: Places | None = None) -> tuple[Places, Places]:
        """Return where the cells of a column begin and end, without quotation marks around them."""
        if rows is None and self.step:
            begin = int(self.first[0]) + column
            end = begin + self.step * (self.size - 1) + 1
            starts = self.marks[begin : end : self.step] + 1
            ends = np.ascontiguousarray(self.marks[begin + 1 : end + 1 : self.step])
        else:
            cells = (self.first if rows is None else self.first[rows]) + column
            starts, ends = self.marks[cells] + 1, self.marks[cells + 1]
        if self.has_quotes:
            inside = np.minimum(starts, len(self.text) - 1)
            quoted = (self.content[inside] == QUOTE) & (starts < ends)
            starts, ends = starts + quoted, ends - quoted
        return starts, ends

    @cached_property
    def step(self) -> int:
        """How many cells each row has, where all have as many; else 0."""
        if self.size < 2:
            return 0
        steps = self.first[1:] - self.first[:-1]
        return int(steps[0]) if (steps == steps[0]).all() else 0

    def take(self, column: int, rows: Places | None = None) -> list[Cell]:
        """Return the cells of a column, in some rows or all."""
        return self._cut(*self.place(column, rows))

    def _cut(self, starts: Places, ends: Places) -> list[Cell]:
        if not self.has_quotes and (found := cut_plain(self.words, starts, ends)) is not None:
            return [*found]
        text = self.text
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        found = [text[start:end].decode() for start, end in spans]
        if not self.has_quotes:
            return [*found]
        return [
            cell.replace('""', '"') if '""' in cell and text[start - 1] == QUOTE else cell
            for cell, start in zip(found, starts.tolist(), strict=True)
        ]

    def number(self, column: int) -> tuple[Places, list[Cell], Places]:
        """Return what :meth:`~obamodel.files.grids.grid.Grid.number` says."""
        starts, ends = self.place(column)
        if int((ends - starts).max(initial=0)) <= WIDEST:
            codes, first = number_cells(self.words, starts, ends)
            return codes, self._cut(starts[first], ends[first]), first
        import pandas as pd

        codes, different = pd.factorize(np.array(self._cut(starts, ends), dtype=object))
        return codes, list(different), find_first(codes)

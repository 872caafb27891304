"""A table that may leave the house."""

import re
from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    choices,
    documented,
    many,
    prose,
    prose_list,
    show,
    to_tuple,
    whole,
)
from obamodel.errors import Fault


class Mark(StrEnum):
    """What a cell of a published table is: words, or a number and what was done to it."""

    WORDS = "words"
    SHOWN = "shown"
    ROUNDED = "rounded"
    WITHHELD = "withheld"
    UNKNOWN = "not known"
    UNRELIABLE = "shown, unreliable"
    PUBLIC = "already public"


_NO_NUMBER = (Mark.WITHHELD, Mark.UNKNOWN)
_DIGIT = re.compile(r"\d")


@documented
@frozen(kw_only=True)
class PublishedRow:
    """One line: its words, and the number that may be drawn where there is one.

    A cell that is marked as withheld cannot hold a figure.

    Examples
    --------
    >>> row = PublishedRow(cells=["Thurrock", "*"], marks=[Mark.WORDS, Mark.WITHHELD])
    >>> row.number is None
    True
    """

    cells: tuple[str, ...] = field(
        converter=to_tuple, metadata=prose_list("What each column says.")
    )
    number: int | None = field(
        default=None, metadata=whole("The number that may be drawn; none where it is withheld.")
    )
    marks: tuple[Mark, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=choices(Mark, "What each cell is, where that matters: one mark a cell."),
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if not self.marks:
            return
        if len(self.marks) != len(self.cells):
            yield Fault(
                "ragged-row",
                f"there are {len(self.marks)} marks for {len(self.cells)} cells",
                "give each cell a mark, or none at all",
                path=("marks",),
            )
            return
        for index, (cell, mark) in enumerate(zip(self.cells, self.marks, strict=True)):
            if mark is Mark.WITHHELD and _DIGIT.search(cell):
                # What stands there is not said: the message may end up in a log.
                found = "a cell that is withheld has a figure in it"
                yield Fault("hidden-number", found, 'write "*"', path=("cells", index))
        figures = [mark for mark in self.marks if mark is not Mark.WORDS]
        if self.number is not None and figures and all(mark in _NO_NUMBER for mark in figures):
            found = "a row whose number is withheld or not known has a number to draw"
            yield Fault("hidden-number", found, "leave the number out", path=("number",))
        rounded = [
            int(cell)
            for cell, mark in zip(self.cells, self.marks, strict=True)
            if mark is Mark.ROUNDED and cell.isdecimal()
        ]
        if self.number is not None and figures == [Mark.ROUNDED] and rounded != [self.number]:
            found = "the number to draw is not the rounded one that is written"
            yield Fault("hidden-number", found, "give the rounded number", path=("number",))


@documented
@frozen(kw_only=True)
class PublishedTable:
    """A table from which everything that may not be shown has been taken.

    The room that decides what may be shown makes it; pictures and reports take nothing else. It
    cannot hold a hidden value: what is withheld has no figure, and what is rounded is round.

    Examples
    --------
    >>> table = PublishedTable(
    ...     title="Who came",
    ...     columns=["Place", "People"],
    ...     rows=[
    ...         PublishedRow(
    ...             cells=["Colchester", "40"], number=40, marks=[Mark.WORDS, Mark.ROUNDED]
    ...         ),
    ...         PublishedRow(cells=["Thurrock", "*"], marks=[Mark.WORDS, Mark.WITHHELD]),
    ...     ],
    ...     rounded_to=5,
    ... )
    >>> [row.number for row in table.rows]
    [40, None]
    """

    title: str = field(metadata=prose("What the table shows."))
    columns: tuple[str, ...] = field(
        converter=to_tuple, metadata=prose_list("The columns' headings.")
    )
    rows: tuple[PublishedRow, ...] = field(
        converter=to_tuple, default=(), metadata=many(PublishedRow, "The lines.")
    )
    notes: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("What a reader must know to read it.")
    )
    rounded_to: int = field(
        default=1, metadata=whole("What its rounded numbers are multiples of.", at_least=1)
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        for index, row in enumerate(self.rows):
            if len(row.cells) != len(self.columns):
                yield Fault(
                    "ragged-table",
                    f"{len(row.cells)} cells stand under {len(self.columns)} headings",
                    "give each row a cell for each heading",
                    path=("rows", index, "cells"),
                )
            for place, (cell, mark) in enumerate(zip(row.cells, row.marks, strict=False)):
                if mark is Mark.ROUNDED and not self._is_round(cell):
                    yield Fault(
                        "hidden-number",
                        f"a rounded number is no multiple of {show(self.rounded_to)}",
                        "round it before it gets here",
                        path=("rows", index, "cells", place),
                    )

    def _is_round(self, cell: str) -> bool:
        plain = cell.replace(",", "")
        return plain.isdecimal() and int(plain) % self.rounded_to == 0

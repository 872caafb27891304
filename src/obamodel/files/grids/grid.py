"""What a table is before anybody says what its columns mean: a heading, and rows of cells."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from obamodel.domain.fields import show
from obamodel.errors import Fault, find_nearest
from obamodel.files.cells.cell import Cell

Places = npt.NDArray[np.int64]


class Grid(Protocol):
    """A table as a file has it."""

    @property
    def file(self) -> str:
        """The name of the file."""
        ...

    @property
    def sheet(self) -> str | None:
        """The name of the sheet, where it has sheets."""
        ...

    @property
    def heading(self) -> tuple[str, ...]:
        """The cells of the heading, without spaces around them."""
        ...

    @property
    def heading_line(self) -> int:
        """On which line, or in which row of the sheet, the heading stands."""
        ...

    @property
    def delimiter(self) -> str:
        """What stands between two cells, where the file is a text."""
        ...

    @property
    def decided(self) -> tuple[Fault, ...]:
        """What was settled when it was opened."""
        ...

    @property
    def left_behind(self) -> tuple[Fault, ...]:
        """What of the file is not read."""
        ...

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with its rows."""
        ...

    @property
    def size(self) -> int:
        """How many rows there are."""
        ...

    @property
    def lines(self) -> Places:
        """The line of each row."""
        ...

    def take(self, column: int, rows: Places | None = None) -> list[Cell]:
        """Return the cells of a column, in some rows or all."""
        ...

    def number(self, column: int) -> tuple[Places, list[Cell], Places]:
        """Give what the cells of a column hold numbers, in the order in which it first stands.

        Returns
        -------
        codes, cells, first
            For each row, the number of what its cell holds; the different cells; and the first row
            of each.
        """
        ...


def find_column(heading: Sequence[str], name: str) -> int | Fault:
    """Find the one column of a name.

    Examples
    --------
    >>> find_column(["year", "value"], "value")
    1
    >>> print(find_column(["year", "value"], "valeu"))
    there is no column "valeu"; did you mean "value"? [no-such-column]
    """
    wanted = tidy(name)
    times = [place for place, one in enumerate(heading) if one == wanted]
    if len(times) == 1:
        return times[0]
    if times:
        found = f"{len(times)} columns are called {show(name)}"
        return Fault("written-twice", found, "give each a name of its own")
    named = [one for one in heading if one]
    nearest = find_nearest(wanted, named)
    shown = ", ".join(show(one) for one in named[:20])
    mend = f"did you mean {show(nearest)}?" if nearest else f"the columns are: {shown}"
    return Fault("no-such-column", f"there is no column {show(name)}", mend)


def tidy(name: str) -> str:
    """Write a heading without what is only there to make it fit its cell."""
    return " ".join(name.split())

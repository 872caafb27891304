"""A picture in a table: the same numbers, for whoever cannot or would rather not look."""

from typing import TYPE_CHECKING

from attrs import field, frozen

from obamodel.domain.fields import to_tuple

if TYPE_CHECKING:
    import pandas as pd


@frozen(kw_only=True)
class PictureTable:
    """What a picture shows, in rows and columns.

    Parameters
    ----------
    columns
        The headings.
    rows
        One cell for each heading; the first says what the row is about.
    notes
        What a reader must know to read it.

    Examples
    --------
    >>> print(PictureTable(columns=["Year", "Calls"], rows=[["2014", "54"], ["2015", "60"]]))
    Year Calls
    2014    54
    2015    60
    """

    columns: tuple[str, ...] = field(converter=to_tuple)
    rows: tuple[tuple[str, ...], ...] = field(converter=to_tuple)
    notes: tuple[str, ...] = field(converter=to_tuple, default=())

    def to_frame(self) -> "pd.DataFrame":
        """Return the table as a frame of texts, as they are written in it."""
        import pandas as pd

        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def __str__(self) -> str:
        lines = [self.to_frame().to_string(index=False), *self.notes]
        return "\n".join(line.rstrip() for line in lines)

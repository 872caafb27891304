"""A picture in a table: the same numbers, for whoever cannot or would rather not look."""

from attrs import field, frozen

from obamodel.domain.fields import to_tuple


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
    """

    columns: tuple[str, ...] = field(converter=to_tuple)
    rows: tuple[tuple[str, ...], ...] = field(converter=to_tuple)
    notes: tuple[str, ...] = field(converter=to_tuple, default=())

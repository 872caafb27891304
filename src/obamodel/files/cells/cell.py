"""What a cell can hold, and what was seen in one where a number was to be."""

import datetime

from attrs import field, frozen

from obamodel.domain.fields import to_tuple
from obamodel.domain.observations import Flag

Cell = (
    str
    | int
    | float
    | bool
    | datetime.date
    | datetime.datetime
    | datetime.time
    | datetime.timedelta
)
"""What stands in a cell: always a text where the file is a text; an empty one where nothing is."""


class ShownInPercent(float):
    """A number that its sheet shows in percent: 0.54 is shown as 54 %.

    Examples
    --------
    >>> ShownInPercent(0.54) == 0.54
    True
    """


@frozen(kw_only=True)
class NoNumber:
    """A cell that says why there is no number.

    Parameters
    ----------
    reason
        Why, in a few words.
    mark
        What stands in the cell.
    flags
        What is said of the number that is not there.
    """

    reason: str
    mark: str = ""
    flags: tuple[Flag, ...] = field(converter=to_tuple, default=())


@frozen(kw_only=True)
class Written:
    """A number as it is written, before its column is decided.

    Parameters
    ----------
    cell
        The cell, as it stands in the file.
    with_point, with_comma
        What it is where a point, or a comma, comes before decimals, in plain digits; none where it
        cannot be read so.
    in_percent
        Whether it has a sign for percent.
    currency
        The sign of its money.
    is_grouped, is_bracketed
        Whether its thousands are parted, and whether brackets make it negative.
    flags, note
        What is said of it.
    is_forecast
        Whether it is a forecast, and so nothing that was seen.
    """

    cell: Cell
    with_point: str | None
    with_comma: str | None
    in_percent: bool = False
    currency: str = ""
    is_grouped: bool = False
    is_bracketed: bool = False
    flags: tuple[Flag, ...] = field(converter=to_tuple, default=())
    note: str = ""
    is_forecast: bool = False


@frozen(kw_only=True)
class Reading:
    """What a cell says: a number, or why there is none.

    Parameters
    ----------
    value
        The number; none where there is none.
    missing
        Why there is none.
    flags, note
        What is said of it.
    """

    value: float | None = None
    missing: str = ""
    flags: tuple[Flag, ...] = field(converter=to_tuple, default=())
    note: str = ""

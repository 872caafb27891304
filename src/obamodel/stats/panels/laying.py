"""How does a long frame become one row for each series?"""

from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from obamodel.errors import Fault, InvalidError
from obamodel.stats.forecasting.components import Array, Flags, Places
from obamodel.stats.panels.reading import (
    MOST_PERIODS,
    Codes,
    Columns,
    PeriodCodes,
    check_columns,
    chunk,
    list_faults,
    number_periods,
    number_series,
    read_values,
)

if TYPE_CHECKING:
    import pandas as pd

    from obamodel.stats.panels.reading import ReadPeriods


@frozen(kw_only=True, eq=False)
class Laid:
    """A long frame laid out as one row for each series.

    Parameters
    ----------
    names
        One row for each series, with the columns that name it.
    values
        Shape (series, periods): NaN where there is no value.
    is_there
        Where the frame has a row at all; nothing where it has one everywhere.
    has_gaps
        Whether any value is NaN.
    first
        The ordinal of the first period.
    step
        How far the periods lie apart: 1, or more for pooled years that do not overlap.
    periods
        Each period of the frame, by its ordinal: how it is written.
    codes
        The series of each row of the frame; nothing where each fills a block of rows.
    """

    names: "pd.DataFrame"
    values: Array
    is_there: Flags | None
    has_gaps: bool
    first: int
    step: int
    periods: "ReadPeriods"
    codes: Codes | None

    def name(self, place: int) -> str:
        """Return the name of a series as a message shows it."""
        return ", ".join(str(one) for one in self.names.iloc[place])

    def write_period(self, place: int) -> str:
        """Return how the period of a column is written, also where the frame does not have it."""
        wanted = self.first + place * self.step
        nearest = min(self.periods, key=lambda one: abs(one - wanted))
        return str(self.periods[nearest].shift(wanted - nearest))


def lay_out_panel(frame: "pd.DataFrame", columns: Columns, made: tuple[str, ...] = ()) -> Laid:
    """Lay out a long frame, whatever the order of its rows.

    Parameters
    ----------
    frame
        One row for each series and period.
    columns
        Which column says what.
    made
        The columns that the answer will have beside the names.

    Raises
    ------
    InvalidError
        Naming columns that are not there, values that are no numbers, rows without a name or a
        period, periods that overlap, and periods that stand twice for one series.
    """
    faults = list(check_columns(frame, columns, made))
    if faults:
        raise InvalidError("assess_panel", faults)
    found: list[Any] = []
    for read in (
        lambda: read_values(frame, columns.value),
        lambda: _read_ordered(frame, columns) or _read_unordered(frame, columns),
    ):
        try:
            found.append(read())
        except InvalidError as error:
            faults += error.faults
    if faults:
        raise InvalidError("assess_panel", faults)
    (values, is_whole), (codes, names, periods) = found
    first, width, step = _measure_time(periods, columns.period)
    is_there = None
    if codes is None:
        laid = values.reshape(len(names), width)
        # What belongs to the frame is only looked at.
        laid.flags.writeable = False
    else:
        laid, is_there = _scatter(values, codes, periods, len(names), width, first, step, is_whole)
        if int(np.count_nonzero(is_there)) != len(values):
            _refuse_doubles(codes, names, periods)
        if is_there.all():
            is_there = None
    return Laid(
        names=names,
        values=laid,
        is_there=is_there,
        has_gaps=not is_whole or is_there is not None,
        first=first,
        step=step,
        periods=periods.periods,
        codes=codes,
    )


def _measure_time(periods: PeriodCodes, column: str) -> tuple[int, int, int]:
    """Return the first ordinal, how many places there are from first to last, and their step."""
    from obamodel.domain.series_checks import find_step

    if not len(periods.ordinals):
        return 0, 0, 1
    ordered = [periods.periods[one] for one in sorted(periods.periods)]
    step = find_step(tuple(ordered))
    first, last = ordered[0], ordered[-1]
    width = (last.ordinal - first.ordinal) // step + 1
    faults = []
    if first.overlaps(first.shift(step)):
        faults.append(
            Fault(
                "overlapping-periods",
                f"{first} and {first.shift(step)} share days, so their values move together",
                "use yearly values, or periods that follow each other, the same for all series",
                path=(column,),
            )
        )
    if width > MOST_PERIODS:
        faults.append(
            Fault(
                "too-long",
                f"it is {width} periods from {first} to {last}",
                f"check the first and the last; {MOST_PERIODS} is the most",
                path=(column,),
            )
        )
    if faults:
        raise InvalidError("assess_panel", faults)
    return first.ordinal, width, step


def _read_unordered(
    frame: "pd.DataFrame", columns: Columns
) -> "tuple[Any, pd.DataFrame, PeriodCodes]":
    found: list[Any] = []
    faults: list[Fault] = []
    for read in (
        lambda: number_series(frame, columns.by),
        lambda: number_periods(frame, columns),
    ):
        try:
            found.append(read())
        except InvalidError as error:
            faults += error.faults
    if faults:
        raise InvalidError("assess_panel", faults)
    (codes, names), periods = found
    return codes, names, periods


def _read_ordered(
    frame: "pd.DataFrame", columns: Columns
) -> "tuple[None, pd.DataFrame, PeriodCodes] | None":
    """Read a frame that is in order and complete, so that nothing need be moved; else nothing."""
    if len(columns.by) != 1 or not len(frame):
        return None
    by = frame[columns.by[0]]
    width = _find_width(by)
    number = len(frame) // width if width else 0
    if not number or not _names_in_blocks(by, number, width):
        return None
    if not _repeats(frame[columns.period], number, width):
        return None
    periods = number_periods(frame.iloc[:width], columns)
    if len(periods.ordinals) < width or _measure_time(periods, columns.period)[1] != width:
        return None
    if not (np.diff(periods.ordinals[periods.codes]) > 0).all():
        return None
    return None, by.iloc[::width].reset_index(drop=True).to_frame(), periods


def _find_width(by: "pd.Series[Any]") -> int:
    """Return how many rows there are before the name changes for the first time.

    Where the first name is missing, no row has the same, and it is 0.
    """
    import pandas as pd

    if pd.isna(by.iloc[0]):
        return 0
    reach = 64
    while True:
        start = by.iloc[:reach]
        other = np.flatnonzero(~_see(start.array == start.iloc[0]))
        if len(other):
            return int(other[0])
        if reach >= len(by):
            return len(by)
        reach *= 8


def _names_in_blocks(by: "pd.Series[Any]", number: int, width: int) -> bool:
    """Whether each name fills a block of so many rows, and the names are in order."""
    import pandas as pd

    if number * width != len(by):
        return False
    if isinstance(by.dtype, pd.CategoricalDtype):
        codes = by.array.codes
        first = codes[::width]
        return bool(first[0] >= 0 and (first[1:] > first[:-1]).all()) and all(
            _change_at_edges(codes[rows][1:] == codes[rows][:-1], width)
            for rows in chunk(number, width)
        )
    names = by.iloc[::width]
    if names.hasnans or not names.is_monotonic_increasing:
        return False
    # In order, and each other than the one before: so none stands twice.
    if _find_same(names.array).any():
        return False
    return _change_at_edges(_find_same(by.array), width)


def _find_same(column: Any) -> Flags:
    """Find which names are the same as the one before."""
    import pandas as pd

    if isinstance(column, pd.arrays.NumpyExtensionArray):
        plain = np.asarray(column)
        try:
            # Of objects, numpy compares one with itself at once, which most names here are.
            return np.asarray(plain[1:] == plain[:-1], dtype=bool)
        except TypeError:  # what is missing cannot be compared
            return np.zeros(max(len(plain) - 1, 0), dtype=bool)
    return _see(column[1:] == column[:-1])


def _see(same: Any) -> Flags:
    """Take what cannot be said, because a name is missing, for not the same."""
    if isinstance(same, np.ndarray):
        return same
    return np.asarray(same.to_numpy(dtype=bool, na_value=False))


def _change_at_edges(same: Flags, width: int) -> bool:
    """Whether, of rows that are the same as the one before, those at the edges alone are not."""
    inside = len(same) - len(same[width - 1 :: width])
    return not same[width - 1 :: width].any() and int(np.count_nonzero(same)) == inside


def _repeats(column: "pd.Series[Any]", number: int, width: int) -> bool:
    """Whether the same periods follow one another in every series."""
    import pandas as pd

    values: Any = column.array
    if isinstance(column.dtype, pd.CategoricalDtype):
        values = values.codes
    elif hasattr(values, "asi8"):
        values = values.asi8
    elif isinstance(values, pd.arrays.NumpyExtensionArray) and values.dtype.kind in "iu":
        values = column.to_numpy()
    else:
        values, _ = pd.factorize(column)
    # Each the same as the one a block before: then all blocks are as the first.
    return all(
        bool((values[rows.start + width : rows.stop + width] == values[rows]).all())
        for rows in chunk(number - 1, width)
    )


def _scatter(
    values: Array,
    codes: Any,
    periods: PeriodCodes,
    number: int,
    width: int,
    first: int,
    step: int,
    is_whole: bool,
) -> tuple[Array, Flags]:
    """Put each value into its place; also say which places have a row."""
    laid = np.full(number * width, np.nan)
    is_there = None if is_whole else np.zeros(number * width, dtype=bool)
    columns = (periods.ordinals - first) // step
    for rows in chunk(len(values)):
        places = codes[rows].astype(np.intp)
        places *= width
        places += columns[periods.codes[rows].astype(np.intp)]
        laid[places] = values[rows]
        if is_there is not None:
            is_there[places] = True
    rows_laid = laid.reshape(number, width)
    # Where every row has a value, a place without one has no row.
    return (
        rows_laid,
        ~np.isnan(rows_laid) if is_there is None else is_there.reshape(number, width),
    )


def _refuse_doubles(codes: Any, names: "pd.DataFrame", periods: PeriodCodes) -> None:
    number = len(periods.ordinals)
    places: Places = codes.astype(np.intp) * number + periods.codes
    distinct, times = np.unique(places, return_counts=True)
    twice = times > 1
    order = np.lexsort((periods.ordinals[distinct[twice] % number], distinct[twice] // number))
    cells, counts = distinct[twice][order].tolist(), times[twice][order].tolist()

    def refuse(cell: int) -> Fault:
        named = ", ".join(str(part) for part in names.iloc[cells[cell] // number])
        written = periods.periods[int(periods.ordinals[cells[cell] % number])]
        found = f"{named} has {counts[cell]} rows for {written}"
        return Fault("named-twice", found, "keep one of them")

    faults = list_faults(range(len(cells)), refuse)
    raise InvalidError("assess_panel", faults)

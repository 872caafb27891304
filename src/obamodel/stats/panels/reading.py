"""What stands in the columns of a long frame?"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from attrs import evolve, frozen

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.stats.forecasting.components import Array

if TYPE_CHECKING:
    import pandas as pd

    from obamodel.domain.calendars import Calendar
    from obamodel.domain.period import Frequency, Period

    ReadPeriods = dict[int, Period]

Codes = npt.NDArray[Any]

MOST_PERIODS = 20_000
"""A frame that reaches over more than this many periods is most likely a slip of the pen."""

MOST_VALUE = 1e100
"""The squares of larger values could not be held."""

_SHOWN = 5
_MOST_FAULTS = 1000

# So many rows of a frame are worked on at a time that what is made of them is still at hand.
_ROWS = 2**17


def list_faults(places: Sequence[int], make: Callable[[int], Fault]) -> list[Fault]:
    """Make a fault for each place, up to 1000; then one that says how many more there are."""
    faults = [make(place) for place in places[:_MOST_FAULTS]]
    more = len(places) - len(faults)
    if more:
        faults.append(evolve(faults[0], found=f"{more} more are like these"))
    return faults


def chunk(number: int, width: int = 1) -> Iterator[slice]:
    """Yield the rows of a long frame, many at a time, as whole blocks of a width."""
    size = max(_ROWS // width, 1)
    for begin in range(0, number, size):
        yield slice(begin * width, min(begin + size, number) * width)


@frozen(kw_only=True, eq=False)
class Columns:
    """Which columns of a long frame say what.

    Parameters
    ----------
    by
        Those that name a series.
    period, value
        Those of the period and of the value.
    calendar, frequency
        What the periods do not say themselves.
    """

    by: tuple[str, ...]
    period: str
    value: str
    calendar: "Calendar | str | None" = None
    frequency: "Frequency | str | None" = None


@frozen(kw_only=True, eq=False)
class PeriodCodes:
    """The periods of a frame, each written once.

    Parameters
    ----------
    codes
        For each row, which of the periods it has.
    ordinals
        The ordinal of each period.
    periods
        How each is written, by its ordinal.
    """

    codes: Codes
    ordinals: npt.NDArray[np.int64]
    periods: "ReadPeriods"


def check_columns(frame: "pd.DataFrame", columns: Columns, made: Sequence[str]) -> Iterator[Fault]:
    """Name columns that are not there, or there twice, or that the answer will have itself."""
    known = ", ".join(map(str, frame.columns))
    if not columns.by:
        yield Fault("missing", "no column names the series", "give one or more", path=("by",))
    wanted = [*columns.by, columns.period, columns.value]
    for name in dict.fromkeys(wanted):
        if name not in frame.columns:
            yield Fault("missing", f"there is no column {show(name)}", f"the columns are: {known}")
        elif list(frame.columns).count(name) > 1:
            yield Fault("written-twice", f"there are two columns {show(name)}", "keep one of them")
        if wanted.count(name) > 1:
            yield Fault(
                "named-twice",
                f"the column {show(name)} is given for two things",
                "give by, period and value a column each",
            )
        if name in columns.by and name in made:
            yield Fault(
                "taken",
                f"the answer has a column {show(name)} itself",
                "name the column of the series otherwise",
                path=("by",),
            )


def read_values(frame: "pd.DataFrame", value: str) -> tuple[Array, bool]:
    """Return the values as numbers, and whether none is missing.

    Raises
    ------
    InvalidError
        Where they are no numbers, or infinite.
    """
    import pandas as pd

    column = frame[value]
    kinds = pd.api.types
    if (
        not kinds.is_numeric_dtype(column)
        or kinds.is_bool_dtype(column)
        or kinds.is_complex_dtype(column)
    ):
        wrong = next((one for one in column if not isinstance(one, (int, float))), None)
        if wrong is None:
            wrong = next((one for one in column if isinstance(one, bool)), None)
        found = f", but {column.dtype}" if wrong is None else f", such as {show(wrong)}"
        fault = Fault(
            "wrong-type",
            f"the values are not numbers{found}",
            "make them numbers first, with NaN where there is no value",
            path=(value,),
        )
        raise InvalidError("assess_panel", [fault])
    values = column.to_numpy(dtype=float, na_value=np.nan)
    # One sum finds out about all of them.
    with np.errstate(invalid="ignore", over="ignore"):
        whole = values.sum()
    if abs(whole) < MOST_VALUE:
        return values, True
    rows = np.flatnonzero(np.abs(values) >= MOST_VALUE)
    if len(rows):
        fault = Fault(
            "not-finite",
            f"a value that is infinite, or as good as that, stands in {_list_rows(frame, rows)}",
            "write an ordinary number, or NaN where there is no value",
            path=(value,),
        )
        raise InvalidError("assess_panel", [fault])
    return values, not np.isnan(whole)


def number_series(frame: "pd.DataFrame", by: Sequence[str]) -> "tuple[Codes, pd.DataFrame]":
    """Give each series a number, in the order of their names.

    Raises
    ------
    InvalidError
        Where a row does not say which series it belongs to.
    """
    import pandas as pd

    parts, known, faults = [], [], []
    for name in by:
        column = frame[name]
        if isinstance(column.dtype, pd.CategoricalDtype):
            codes, names = column.array.codes, column.cat.categories
        else:
            codes, names = pd.factorize(column, sort=True)
        faults += _find_unnamed(frame, codes, name, "no series is named")
        parts.append(codes)
        known.append(names)
    if faults:
        raise InvalidError("assess_panel", faults)
    if len(by) == 1:
        codes, names = parts[0], known[0]
        if isinstance(frame[by[0]].dtype, pd.CategoricalDtype):
            codes, names = _drop_unseen(codes, names)
        return codes, pd.DataFrame({by[0]: pd.Series(names, dtype=frame[by[0]].dtype)})
    joined = parts[0].astype(np.int64)
    for codes, names in zip(parts[1:], known[1:], strict=True):
        joined = joined * max(len(names), 1) + codes
    codes, order = pd.factorize(joined, sort=True)
    columns: dict[str, Any] = {}
    for name, names in reversed(list(zip(by, known, strict=True))):
        number = max(len(names), 1)
        columns[name] = pd.Series(names[order % number], dtype=frame[name].dtype)
        order = order // number
    return codes, pd.DataFrame({name: columns[name] for name in by})


def _drop_unseen(codes: Codes, names: Any) -> tuple[Codes, Any]:
    """Leave out the categories that no row has."""
    seen = np.zeros(len(names), dtype=bool)
    for rows in chunk(len(codes)):
        # numpy is twice as quick with places of its own kind.
        seen[codes[rows].astype(np.intp)] = True
        if seen.all():
            return codes, names
    return (np.cumsum(seen) - 1)[codes], names[seen]


def number_periods(frame: "pd.DataFrame", columns: Columns) -> PeriodCodes:
    """Read the periods, each distinct one once.

    Raises
    ------
    InvalidError
        Where a row has no period, or one that cannot be read.
    """
    import pandas as pd

    from obamodel.domain.periods import read_periods

    column = frame[columns.period]
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes, known = column.array.codes, column.cat.categories
    elif (years := _find_short_range(column)) is not None:
        # Years as numbers, the plainest case, are their own places.
        known = pd.Index(years)
        codes = np.empty(len(column), dtype=np.int16)
        numbers = column.to_numpy()
        np.subtract(numbers, years.start, out=codes, dtype=np.int64, casting="unsafe")
    else:
        codes, known = pd.factorize(column)
    faults = _find_unnamed(frame, codes, columns.period, "no period is given")
    if faults:
        raise InvalidError("assess_panel", faults)
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes, known = _drop_unseen(codes, known)
    try:
        read = read_periods(known, columns.calendar, frequency=columns.frequency)
    except InvalidError as error:
        raise InvalidError(
            "assess_panel",
            [_place_fault(one, frame, codes, columns.period) for one in error.faults],
        ) from None
    ordinals = np.array([one.ordinal for one in read], dtype=np.int64)
    return PeriodCodes(codes=codes, ordinals=ordinals, periods={one.ordinal: one for one in read})


def _find_short_range(column: "pd.Series[Any]") -> range | None:
    import pandas as pd

    if not pd.api.types.is_integer_dtype(column) or not len(column) or column.hasnans:
        return None
    numbers = column.to_numpy()
    years = range(int(numbers.min()), int(numbers.max()) + 1)
    return years if len(years) <= MOST_PERIODS else None


def _place_fault(fault: Fault, frame: "pd.DataFrame", codes: Codes, period: str) -> Fault:
    """Say of a fault in the list of distinct periods in which row it first stands."""
    if not fault.path or not isinstance(fault.path[0], int):
        return fault.under(period)
    row = frame.index[int(np.argmax(codes == fault.path[0]))]
    step = int(row) if isinstance(row, (int, np.integer)) else str(row)
    return evolve(fault, path=(period, step, *fault.path[1:]))


def _find_unnamed(frame: "pd.DataFrame", codes: Codes, name: str, what: str) -> list[Fault]:
    if not len(codes) or codes.min() >= 0:
        return []
    rows = np.flatnonzero(codes < 0)
    told = f"{what} in {_list_rows(frame, rows)}"
    return [Fault("missing", told, "write it in every row", path=(name,))]


def _list_rows(frame: "pd.DataFrame", rows: npt.NDArray[np.intp]) -> str:
    named = ", ".join(show(frame.index[row]) for row in rows[:_SHOWN])
    more = "" if len(rows) <= _SHOWN else f" and {len(rows) - _SHOWN} more"
    return f"row{'s' if len(rows) > 1 else ''} {named}{more}"

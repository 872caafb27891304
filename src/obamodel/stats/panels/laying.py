"""How does a long frame become one row for each series?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from attrs import frozen

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.stats.forecasting.components import Array, Flags

if TYPE_CHECKING:
    import pandas as pd

Whole = npt.NDArray[np.int64]


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
    first
        The ordinal of the first period.
    periods
        Each period of the frame, by its ordinal: how it is written.
    """

    names: "pd.DataFrame"
    values: Array
    is_there: Flags | None
    first: int
    periods: dict[int, Any]


def lay_out_panel(
    frame: "pd.DataFrame", by: Sequence[str], period: str, value: str, calendar: Any = None
) -> Laid:
    """Lay out a long frame, whatever the order of its rows.

    Parameters
    ----------
    frame
        One row for each series and period.
    by
        The columns that name a series.
    period, value
        The columns of the period and of the value.
    calendar
        The calendar of the periods, where they do not say it themselves.

    Raises
    ------
    InvalidError
        Naming columns that are not there, values that are no numbers, rows without a name or a
        period, and periods that stand twice for one series.
    """
    faults = list(_check_columns(frame, [*by, period, value]))
    if faults:
        raise InvalidError("assess_panel", faults)
    values = _read_values(frame, value)
    ordered = _lay_out_ordered(frame, by, period, values, calendar)
    if ordered is not None:
        return ordered
    codes, names = _number_series(frame, by)
    ordinals, periods = _number_periods(frame, period, calendar)
    first = int(ordinals.min()) if len(ordinals) else 0
    width = int(ordinals.max()) - first + 1 if len(ordinals) else 0
    if width > _MOST_PERIODS:
        fault = Fault(
            "too-long",
            f"the periods reach from {periods[first]} over {width} periods",
            "check the first and the last of them",
            path=(period,),
        )
        raise InvalidError("assess_panel", [fault])
    laid, is_there = _scatter(values, codes, ordinals, names, width, first, periods)
    return Laid(names=names, values=laid, is_there=is_there, first=first, periods=periods)


_MOST_PERIODS = 20_000


def _check_columns(frame: "pd.DataFrame", wanted: Sequence[str]) -> Iterator[Fault]:
    for name in wanted:
        if name not in frame.columns:
            known = ", ".join(map(str, frame.columns))
            yield Fault("missing", f"there is no column {show(name)}", f"the columns are: {known}")
        elif list(frame.columns).count(name) > 1:
            yield Fault("written-twice", f"there are two columns {show(name)}", "keep one of them")


def _read_values(frame: "pd.DataFrame", value: str) -> Array:
    import pandas as pd

    column = frame[value]
    if not pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column):
        wrong = [one for one in column if isinstance(one, (str, bool))][:1]
        found = f", such as {show(wrong[0])}" if wrong else ""
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
    if not np.isfinite(whole):
        rows = np.flatnonzero(np.isinf(values))
        if len(rows):
            faults = [
                Fault("not-finite", f"found {values[row]}", "write an ordinary number", (value,))
                for row in rows[:100]
            ]
            told = ", ".join(show(frame.index[row]) for row in rows[:5])
            raise InvalidError(f"assess_panel, row {told}", faults)
    return values


def _number_series(
    frame: "pd.DataFrame", by: Sequence[str]
) -> "tuple[npt.NDArray[Any], pd.DataFrame]":
    """Give each series a number, in the order of their names."""
    import pandas as pd

    parts, known = [], []
    for name in by:
        column = frame[name]
        if isinstance(column.dtype, pd.CategoricalDtype):
            codes, names = column.cat.codes.to_numpy(), column.cat.categories
        else:
            codes, names = pd.factorize(column, sort=True)
        if len(codes) and codes.min() < 0:
            row = frame.index[int(np.argmin(codes))]
            fault = Fault(
                "missing",
                f"row {show(row)} does not say which series it belongs to",
                "name it in every row",
                path=(name,),
            )
            raise InvalidError("assess_panel", [fault])
        parts.append(codes)
        known.append(names)
    if len(by) == 1:
        codes, names = parts[0], known[0]
        seen = _find_seen(codes, len(names))
        if seen is not None:
            moved = np.cumsum(seen) - 1
            codes, names = moved[codes], names[seen]
        dtype = frame[by[0]].dtype
        return codes, pd.DataFrame({by[0]: pd.Series(names, dtype=dtype)})
    joined = parts[0].astype(np.int64)
    for codes, names in zip(parts[1:], known[1:], strict=True):
        joined = joined * max(len(names), 1) + codes
    order, codes = np.unique(joined, return_inverse=True)
    columns: dict[str, Any] = {}
    for name, names in reversed(list(zip(by, known, strict=True))):
        columns[name] = pd.Series(names[order % len(names)], dtype=frame[name].dtype)
        order = order // len(names)
    return codes, pd.DataFrame({name: columns[name] for name in by})


def _find_seen(codes: npt.NDArray[Any], number: int) -> Flags | None:
    """Return which categories have a row; nothing where all have."""
    seen = np.zeros(number, dtype=bool)
    seen[codes] = True
    return None if seen.all() else seen


def _number_periods(
    frame: "pd.DataFrame", period: str, calendar: Any
) -> tuple[npt.NDArray[Any], dict[int, Any]]:
    import pandas as pd

    from obamodel.domain.periods import read_periods

    column = frame[period]
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes, known = column.cat.codes.to_numpy(), column.cat.categories
    elif _is_short_range(column):
        # Years as numbers, the plainest case, are their own places.
        lowest = int(column.min())
        known = pd.Index(range(lowest, int(column.max()) + 1))
        codes = column.to_numpy() - lowest
    else:
        codes, known = pd.factorize(column)
    if len(codes) and codes.min() < 0:
        row = frame.index[int(np.argmin(codes))]
        fault = Fault(
            "missing", f"row {show(row)} has no period", "write it in every row", path=(period,)
        )
        raise InvalidError("assess_panel", [fault])
    read = read_periods(known, calendar=calendar)
    ordinals = np.array([one.ordinal for one in read], dtype=np.int64)
    return ordinals[codes] if len(read) else codes.astype(np.int64), {
        one.ordinal: one for one in read
    }


def _is_short_range(column: "pd.Series[Any]") -> bool:
    import pandas as pd

    if not pd.api.types.is_integer_dtype(column) or not len(column) or column.hasnans:
        return False
    return int(column.max()) - int(column.min()) < _MOST_PERIODS


def _lay_out_ordered(
    frame: "pd.DataFrame", by: Sequence[str], period: str, values: Array, calendar: Any
) -> Laid | None:
    """Lay out a frame that is in order and complete without moving anything; else nothing."""
    if len(by) != 1 or not len(values):
        return None
    changes = _find_changes(frame[by[0]])
    number = len(changes) + 1
    width = len(values) // number
    if number * width != len(values) or not (changes == np.arange(width, len(values), width)).all():
        return None
    if not _repeats(frame[period], number, width):
        return None
    names = frame[by[0]].iloc[::width].reset_index(drop=True)
    # Each name once, and in order: for categories, theirs.
    if not (names.is_unique and names.is_monotonic_increasing) or names.hasnans:
        return None
    ordinals, periods = _number_periods(frame.iloc[:width], period, calendar)
    first = int(ordinals[0])
    if not (ordinals == np.arange(first, first + width)).all():
        return None
    return Laid(
        names=names.to_frame(),
        values=values.reshape(number, width),
        is_there=None,
        first=first,
        periods=periods,
    )


def _find_changes(column: "pd.Series[Any]") -> Whole:
    """Return the rows in which another value stands than in the row before."""
    import pandas as pd

    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = column.cat.codes.to_numpy()
        return np.flatnonzero(codes[1:] != codes[:-1]) + 1
    values = column.array
    return np.flatnonzero(np.asarray(values[1:] != values[:-1], dtype=bool)) + 1


def _repeats(column: "pd.Series[Any]", number: int, width: int) -> bool:
    """Whether the same periods follow one another in every series."""
    import pandas as pd

    if isinstance(column.dtype, pd.CategoricalDtype):
        column = column.cat.codes
    values = column.array
    if isinstance(values, pd.arrays.NumpyExtensionArray) or hasattr(values, "_ndarray"):
        across = np.asarray(column).reshape(number, width)
        return bool((across == across[0]).all())
    codes, _ = pd.factorize(column)
    across = codes.reshape(number, width)
    return bool((across == across[0]).all())


def _scatter(
    values: Array,
    codes: Any,
    ordinals: Any,
    names: "pd.DataFrame",
    width: int,
    first: int,
    periods: dict[int, Any],
) -> tuple[Array, Flags | None]:
    number = len(names)
    laid = np.full(number * width, np.nan)
    is_there = np.zeros(number * width, dtype=bool)
    places = codes.astype(np.int64) * width + (ordinals - first)
    laid[places] = values
    is_there[places] = True
    if int(is_there.sum()) != len(values):
        _refuse_doubles(places, names, width, first, periods)
    whole = bool(is_there.all())
    return laid.reshape(number, width), None if whole else is_there.reshape(number, width)


def _refuse_doubles(
    places: Whole, names: "pd.DataFrame", width: int, first: int, periods: dict[int, Any]
) -> None:
    distinct, number = np.unique(places, return_counts=True)
    faults = [
        Fault(
            "named-twice",
            f"{name_series(names, place // width)} has {times} rows for "
            f"{periods[first + place % width]}",
            "keep one of them",
        )
        for place, times in zip(
            distinct[number > 1].tolist(), number[number > 1].tolist(), strict=True
        )
    ]
    raise InvalidError("assess_panel", faults)


def name_series(names: "pd.DataFrame", place: int) -> str:
    """Return the name of a series as a message shows it."""
    return ", ".join(str(one) for one in names.iloc[place])

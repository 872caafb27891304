"""What holds for each series: one thing for all, a mapping, or a column of the frame?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.stats.forecasting.components import Array, Flags
from obamodel.stats.panels.laying import Laid
from obamodel.stats.panels.reading import Columns, chunk, list_faults

if TYPE_CHECKING:
    import pandas as pd

Whole = npt.NDArray[np.int64]

NEVER = 2**40
"""The place of a period that was not said: later than any."""

_MAY_BE_PERIODS = ("starts", "ended")


def choose_values(
    frame: "pd.DataFrame", columns: Columns, laid: Laid, chosen: Any, name: str
) -> Any:
    """Return what was chosen for each series: an array of one for all, or one for each.

    Parameters
    ----------
    frame, columns, laid
        The long frame, what its columns say, and what was made of it.
    chosen
        One thing for all; a mapping from the name of each series (a tuple where several columns
        name it), or a pandas Series with the names as its index; or the name of a column that
        says the same in every row of a series.
    name
        What the choice is called in an error.

    Raises
    ------
    InvalidError
        Naming series of which nothing is said, or of which two things are.
    """
    import pandas as pd

    if chosen is None:
        return None
    if isinstance(chosen, pd.Series):
        chosen = chosen.to_dict()
    if isinstance(chosen, Mapping):
        return _look_up(laid, columns, chosen, name)
    if isinstance(chosen, str) and chosen in frame.columns:
        return _look_in_column(frame[chosen], laid, name)
    if isinstance(chosen, str) and name not in _MAY_BE_PERIODS:
        fault = Fault(
            "missing",
            f"there is no column {show(chosen)}",
            f"the columns are: {', '.join(map(str, frame.columns))}",
            path=(name,),
        )
        raise InvalidError("assess_panel", [fault])
    one = np.empty(1, dtype=object)
    one[0] = chosen
    return one


def choose_good(values: Any, laid: Laid) -> Array:
    """Return 1 where high is good and -1 where low is.

    Raises
    ------
    InvalidError
        Where it is neither True nor False.
    """
    if values is None:
        fault = Fault(
            "missing",
            "nothing says whether high is good",
            "write True or False, a mapping or a column",
            path=("high_is_good",),
        )
        raise InvalidError("assess_panel", [fault])
    if values.dtype != bool:
        wrong = [place for place, one in enumerate(values) if not isinstance(one, (bool, np.bool_))]
        _refuse(values, laid, wrong, "high_is_good", "wrong-type", "write True or False")
    return np.where(values.astype(bool), 1.0, -1.0)


def choose_sizes(values: Any, laid: Laid, name: str) -> Array | None:
    """Return numbers above 0; NaN where nothing was said of a series.

    Parameters
    ----------
    values, laid
        What was chosen, and for which series.
    name
        What the choice is called in an error.

    Raises
    ------
    InvalidError
        Naming what is no number, or too small a one.
    """
    if values is None:
        return None
    numbers = np.full(len(values), np.nan)
    wrong = []
    for place, one in enumerate(values):
        try:
            numbers[place] = np.nan if one is None else float(one)
        except (TypeError, ValueError):
            wrong.append(place)
    wrong += np.flatnonzero((numbers <= 0) | np.isinf(numbers)).tolist()
    _refuse(values, laid, sorted(wrong), name, "too-small", "write a number above 0")
    return numbers


def choose_families(values: Any, laid: Laid) -> Whole | None:
    """Return the number of the family of each series.

    Raises
    ------
    InvalidError
        Naming the series that have none.
    """
    import pandas as pd

    if values is None:
        return None
    codes, _ = pd.factorize(values)
    wrong = np.flatnonzero(codes < 0).tolist()
    _refuse(values, laid, wrong, "family", "missing", "name the family of each series")
    return np.asarray(codes, dtype=np.int64)


def choose_periods(
    values: Any, laid: Laid, columns: Columns, name: str, *, for_all: bool
) -> Whole | None:
    """Return the place of a period in the rows laid out, for all series or for each.

    Parameters
    ----------
    values, laid, columns
        What was chosen, for which series, and how the periods of the frame are to be read.
    name
        What the choice is called in an error.
    for_all
        Whether it must be said of every series; where it need not, it is :data:`NEVER`.

    Raises
    ------
    InvalidError
        Naming what cannot be read, or is no period like those of the frame.
    """
    import pandas as pd

    from obamodel.domain.periods import read_periods

    if values is None and for_all:
        mend = "write a period, a mapping or a column"
        fault = Fault("missing", "nothing says when it starts", mend, path=(name,))
        raise InvalidError("assess_panel", [fault])
    if values is None:
        return None
    codes, known = pd.factorize(values)
    if for_all:
        missing = np.flatnonzero(codes < 0).tolist()
        _refuse(values, laid, missing, name, "missing", "say it for each series")
    try:
        read = read_periods(pd.Index(known), columns.calendar, frequency=columns.frequency)
    except InvalidError as error:
        faults = [
            Fault(one.code, one.found, f"{one.mend}; or name a column that says it", path=(name,))
            for one in error.faults
        ]
        raise InvalidError("assess_panel", faults) from None
    if laid.periods:
        like = next(iter(laid.periods.values()))
        faults = [
            Fault(
                "other-periods",
                f"{one} is not a period like those of the frame, such as {like}",
                "write it as they are written there",
                path=(name,),
            )
            for one in read
            if not one.comparable_with(like) or (one.ordinal - laid.first) % laid.step
        ]
        if faults:
            raise InvalidError("assess_panel", faults)
    places = np.array([(one.ordinal - laid.first) // laid.step for one in read] + [NEVER])
    return np.asarray(places[codes], dtype=np.int64)


def _refuse(values: Any, laid: Laid, wrong: list[int], name: str, code: str, mend: str) -> None:
    def refuse(place: int) -> Fault:
        of_whom = "" if len(values) == 1 else f" for {laid.name(place)}"
        return Fault(code, f"found {show(values[place])}{of_whom}", mend, path=(name,))

    if wrong:
        raise InvalidError("assess_panel", list_faults(wrong, refuse))


def _look_up(laid: Laid, columns: Columns, chosen: Mapping[Any, Any], name: str) -> Any:
    parts = [laid.names[column] for column in columns.by]
    keys = list(parts[0]) if len(parts) == 1 else list(zip(*parts, strict=True))
    missing = [place for place, key in enumerate(keys) if key not in chosen]
    if missing:

        def refuse(place: int) -> Fault:
            found = f"nothing is said of {laid.name(place)}"
            return Fault("missing", found, "say it for each series", path=(name,))

        raise InvalidError("assess_panel", list_faults(missing, refuse))
    found = np.empty(len(keys), dtype=object)
    found[:] = [chosen[key] for key in keys]
    return found


def _look_in_column(column: "pd.Series[Any]", laid: Laid, name: str) -> Any:
    """Return what a column says of each series, the same in every row of it."""
    import pandas as pd

    number = len(laid.names)
    values: Any = column.array
    if isinstance(values, pd.arrays.NumpyExtensionArray) and values.dtype.kind in "iufb":
        values, known = column.to_numpy(), None
    elif isinstance(column.dtype, pd.CategoricalDtype):
        values, known = column.array.codes, column.cat.categories
    else:
        values, known = pd.factorize(column)
    if laid.codes is None:
        blocks = values.reshape(number, -1)
        found = blocks[:, 0].copy() if values.size else values
        differs = ~_same(blocks, found[:, None]).all(axis=1) if values.size else np.zeros(0, bool)
    else:
        found = np.empty(number, dtype=values.dtype)
        differs = np.zeros(number, dtype=bool)
        for rows in chunk(len(values)):
            found[laid.codes[rows]] = values[rows]
        for rows in chunk(len(values)):
            codes = laid.codes[rows]
            differs[codes[~_same(values[rows], found[codes])]] = True
    if differs.any():

        def refuse(place: int) -> Fault:
            number = _count(values, laid, place)
            told = f"{laid.name(place)} has {number} different values in the column"
            return Fault(
                "two-things-said",
                f"{told} {show(column.name)}",
                "write the same in every row of a series",
                path=(name,),
            )

        raise InvalidError("assess_panel", list_faults(np.flatnonzero(differs).tolist(), refuse))
    if known is None:
        return found
    named = np.empty(number, dtype=object)
    said = found >= 0
    named[said] = np.asarray(known, dtype=object)[found[said]]
    return named


def _same(values: Any, others: Any) -> Flags:
    with_nothing = values.dtype.kind == "f"
    same = values == others
    return np.asarray(same | (np.isnan(values) & np.isnan(others)) if with_nothing else same)


def _count(values: Any, laid: Laid, place: int) -> int:
    if laid.codes is None:
        width = len(values) // len(laid.names)
        return len(np.unique(values[place * width : (place + 1) * width]))
    return len(np.unique(values[laid.codes == place]))

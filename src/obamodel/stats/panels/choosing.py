"""What holds for each series: one thing for all, a mapping, or a column of the frame?"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.stats.panels.laying import Laid, name_series

if TYPE_CHECKING:
    import pandas as pd


def choose_values(
    frame: "pd.DataFrame", by: Sequence[str], laid: Laid, chosen: Any, name: str
) -> Any:
    """Return what was chosen for each series: an array of one for all, or one for each.

    Parameters
    ----------
    frame, by, laid
        The long frame, the columns that name its series, and what was made of it.
    chosen
        One thing for all; a mapping from the name of each series (a tuple where several columns
        name it); or the name of a column that says the same in every row of a series.
    name
        What the choice is called in an error.

    Raises
    ------
    InvalidError
        Naming series of which nothing is said, or of which two things are.
    """
    if chosen is None:
        return None
    if isinstance(chosen, Mapping):
        return _look_up(laid, by, chosen, name)
    if isinstance(chosen, str) and chosen in frame.columns:
        return _look_in_column(frame, by, laid, chosen, name)
    if isinstance(chosen, str) and name in ("high_is_good", "worthwhile", "family"):
        fault = Fault(
            "missing",
            f"there is no column {show(chosen)}",
            f"the columns are: {', '.join(map(str, frame.columns))}",
            path=(name,),
        )
        raise InvalidError("assess_panel", [fault])
    return np.array([chosen])


def choose_periods(
    frame: "pd.DataFrame", by: Sequence[str], laid: Laid, chosen: Any, name: str, calendar: Any
) -> Any:
    """Return the place of a period in the rows laid out, for all series or for each."""
    values = choose_values(frame, by, laid, chosen, name)
    if values is None:
        return None
    return _read_ordinals(laid, values, name, calendar) - laid.first


def _read_ordinals(laid: Laid, values: Any, name: str, calendar: Any) -> Any:
    from obamodel.domain.periods import Period, read_periods

    if isinstance(values[0], Period):
        read = {one: one for one in set(values.tolist())}
    else:
        distinct = list(dict.fromkeys(values.tolist()))
        read = dict(zip(distinct, read_periods(distinct, calendar=calendar), strict=True))
    if laid.periods:
        like = next(iter(laid.periods.values()))
        wrong = [one for one in read.values() if not one.comparable_with(like)]
        if wrong:
            fault = Fault(
                "other-periods",
                f"{wrong[0]} is not a period like those of the frame, such as {like}",
                "write it as they are written there",
                path=(name,),
            )
            raise InvalidError("assess_panel", [fault])
    ordinals = {key: one.ordinal for key, one in read.items()}
    return np.array([ordinals[one] for one in values.tolist()], dtype=np.int64)


def _look_up(laid: Laid, by: Sequence[str], chosen: Mapping[Any, Any], name: str) -> Any:
    columns = [laid.names[column] for column in by]
    keys = list(columns[0]) if len(by) == 1 else list(zip(*columns, strict=True))
    missing = [place for place, key in enumerate(keys) if key not in chosen]
    if missing:
        faults = [
            Fault(
                "missing",
                f"nothing is said of {name_series(laid.names, place)}",
                "say it for each series",
                path=(name,),
            )
            for place in missing
        ]
        raise InvalidError("assess_panel", faults)
    found = np.empty(len(keys), dtype=object)
    found[:] = [chosen[key] for key in keys]
    return found


def _look_in_column(
    frame: "pd.DataFrame", by: Sequence[str], laid: Laid, column: str, name: str
) -> Any:
    groups = frame.groupby(list(by), observed=True, sort=True)[column]
    number = groups.nunique(dropna=False)
    wrong = np.flatnonzero(number.to_numpy() != 1)
    if len(wrong):
        faults = [
            Fault(
                "two-things-said",
                f"{name_series(laid.names, place)} has {number.iloc[place]} different values in "
                f"the column {show(column)}",
                "write the same in every row of a series",
                path=(name,),
            )
            for place in wrong.tolist()
        ]
        raise InvalidError("assess_panel", faults)
    return groups.first().to_numpy()

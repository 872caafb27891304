"""Series from long frames and back, with every fault by the label of its row."""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
from attrs import evolve

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import LONGEST_IDENTIFIER, check_field, show
from obamodel.domain.observations import NUMBERS, Flag, Observation
from obamodel.domain.period_columns import make_step, read_column
from obamodel.domain.periods import Frequency, Period
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError, Step, find_nearest

if TYPE_CHECKING:
    import pandas as pd

TEXTS = ("note", "missing")
PARTS = ("period", *NUMBERS, "flags", *TEXTS)


class _Row(NamedTuple):
    """One row: where it stands, its period where that could be read, and its other parts."""

    label: Step
    period: Period | None
    parts: dict[str, Any]


def write_frame(series: Series) -> "pd.DataFrame":
    """Write a series as a long frame; see :meth:`Series.to_frame`."""
    import pandas as pd

    rows = series.observations
    frame: dict[str, Any] = {
        "series": [series.id] * len(rows),
        "period": [row.period.text for row in rows],
        "start": [row.period.start for row in rows],
        "end": [row.period.end for row in rows],
    }
    for name in NUMBERS:
        frame[name] = pd.Series([getattr(row, name) for row in rows], dtype="float64")
    frame["flags"] = [",".join(row.flags) for row in rows]
    for name in TEXTS:
        frame[name] = [getattr(row, name) for row in rows]
    return pd.DataFrame(frame)


# --- from values by their periods --------------------------------------------------------


def make_from_values(
    periods: Any,
    values: Sequence[Any],
    *,
    calendar: Calendar | str | None = None,
    frequency: Frequency | str | None = None,
    pooled: int | None = None,
    why_missing: str = "",
    **about: Any,
) -> Series:
    """Make a series of periods and values in any order; see :meth:`Series.from_dict`."""
    read, faults = _read_periods(periods, None, calendar, frequency, pooled)
    rows = [
        _Row(str(label), period, _fill({"value": _as_number(value)}, why_missing))
        for label, period, value in zip(list(periods), read, values, strict=True)
    ]
    series, more = _make_series(rows, about)
    if faults or more:
        raise InvalidError("Series", [*faults, *more])
    assert series is not None
    return series


def _read_periods(
    column: Any,
    places: Sequence[tuple[Step, ...]] | None,
    calendar: Calendar | str | None,
    frequency: Frequency | str | None,
    pooled: int | None,
) -> tuple[Sequence[Period | None], list[Fault]]:
    try:
        periods = read_column(column, calendar, frequency=frequency, pooled=pooled, places=places)
    except InvalidError as error:
        return [None] * len(column), list(error.faults)
    return periods, []


def _is_nothing(value: Any) -> bool:
    return value is None or type(value).__name__ in ("NAType", "NaTType") or value != value


def _as_number(value: Any) -> Any:
    """Return a number as Python holds it, and none for what stands for no value."""
    if _is_nothing(value):
        return None
    return value.item() if hasattr(value, "item") else value


def _fill(parts: dict[str, Any], why_missing: str) -> dict[str, Any]:
    if parts.get("value") is None and not parts.get("missing"):
        parts["missing"] = why_missing
    return parts


# --- from a frame ------------------------------------------------------------------------


def make_from_frame(
    frame: "pd.DataFrame",
    *,
    by: str | Iterable[str] | None = None,
    columns: Mapping[str, str] | None = None,
    calendar: Calendar | str | None = None,
    frequency: Frequency | str | None = None,
    pooled: int | None = None,
    why_missing: str = "",
    **about: Any,
) -> "Series | dict[Any, Series]":
    """Make one series of a long frame, or one for each key; see :meth:`Series.from_frame`."""
    keys = [by] if isinstance(by, str) else list(by or ())
    named = _find_columns(frame, dict(columns or {}), keys)
    labels = [make_step(label) for label in frame.index]
    faults = [
        fault.under(field.name)
        for field in attrs.fields(Series)
        if field.name in about
        for fault in check_field(field, about[field.name])
    ]
    places = [(label, named["period"]) for label in labels]
    periods, wrong = _read_periods(
        frame[named["period"]].tolist(), places, calendar, frequency, pooled
    )
    faults += wrong
    cells = {
        part: [_read_part(part, value) for value in frame[column].tolist()]
        for part, column in named.items()
        if part != "period"
    }
    rows = [
        _Row(label, periods[at], _fill({part: cells[part][at] for part in cells}, why_missing))
        for at, label in enumerate(labels)
    ]
    if by is None:
        series, wrong = _make_series(rows, about, named)
        if faults or wrong:
            raise InvalidError("Series", [*faults, *wrong])
        assert series is not None
        return series
    made: dict[Any, Series] = {}
    ids: dict[str, Any] = {}
    for key, group in _split(frame, keys, rows).items():
        shown = key if isinstance(by, str) else " ".join(str(part) for part in key)
        own = dict(about)
        if not any(fault.path[:1] == ("id",) for fault in faults):
            own["id"] = _add_to_id(str(about.get("id", "")), str(shown))
            if own["id"] in ids:
                found = f"{show(str(ids[own['id']]))} and {show(str(key))} both come to {own['id']}"
                faults.append(Fault("named-twice", found, "give them names that differ more"))
            ids[own["id"]] = key
        if isinstance(about.get("name"), str):
            own["name"] = f"{about['name']}: {shown}"
        series, wrong = _make_series(group, own, named)
        # What is wrong with a row is found by its label; the rest needs the name of the series.
        here = {row.label for row in group}
        faults += [
            fault if fault.path[:1] and fault.path[0] in here else fault.under(str(shown))
            for fault in wrong
        ]
        if series is not None:
            made[key] = series
    if faults:
        raise InvalidError("Series", faults)
    return made


def _find_columns(
    frame: "pd.DataFrame", columns: dict[str, str], keys: list[str]
) -> dict[str, str]:
    """Return the name of the column for each part that is there."""
    there = list(frame.columns)
    faults = [
        Fault("unknown-key", f"{show(part)} is no part of an observation", _suggest(part, PARTS))
        for part in columns
        if part not in PARTS
    ]
    named = {part: columns.get(part, part) for part in PARTS}
    wanted = {"period": named["period"], **columns, **{key: key for key in keys}}
    for column in dict.fromkeys(wanted.values()):
        times = there.count(column)
        if times != 1:
            found = (
                f"there is no column {show(column)}"
                if not times
                else (f"{times} columns are called {show(column)}")
            )
            mend = _suggest(column, there) if not times else "give each a name of its own"
            faults.append(Fault("no-such-column", found, mend))
    if faults:
        raise InvalidError("Series", faults)
    return {part: column for part, column in named.items() if column in there}


def _suggest(word: str, known: Iterable[Any]) -> str:
    texts = [str(one) for one in known]
    nearest = find_nearest(str(word), texts)
    return f'did you mean "{nearest}"?' if nearest else "choose one of: " + ", ".join(texts)


def _read_part(part: str, value: Any) -> Any:
    if part in NUMBERS:
        return _as_number(value)
    if _is_nothing_or_empty(value):
        return () if part == "flags" else ""
    if part == "flags":
        words = value.split(",") if isinstance(value, str) else value
        if isinstance(words, (list, tuple)):
            known = {str(flag): flag for flag in Flag}
            return tuple(known.get(str(word).strip(), word) for word in words)
    return value


def _is_nothing_or_empty(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return not value
    return _is_nothing(value) or value == ""


def _split(frame: "pd.DataFrame", keys: list[str], rows: list[_Row]) -> dict[Any, list[_Row]]:
    parts = [frame[key].tolist() for key in keys]
    faults = [
        Fault("missing-key", "it is empty", "say to which series the row belongs").under(
            rows[at].label, key
        )
        for key, values in zip(keys, parts, strict=True)
        for at, value in enumerate(values)
        if _is_nothing(value)
    ]
    if faults:
        raise InvalidError("Series", faults)
    groups: dict[Any, list[_Row]] = {}
    for at, row in enumerate(rows):
        key = parts[0][at] if len(keys) == 1 else tuple(values[at] for values in parts)
        groups.setdefault(key, []).append(row)
    return groups


def _add_to_id(start: str, key: str) -> str:
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode().lower()
    ending = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return "-".join(part for part in (start, ending) if part)[:LONGEST_IDENTIFIER].strip("-")


# --- one series --------------------------------------------------------------------------

# Stands in where a period could not be read, so that the rest of its row is checked all the same.
_ANY = Period.containing(datetime.date(2000, 1, 1), Frequency.YEAR)


def _make_series(
    rows: list[_Row], about: Mapping[str, Any], named: Mapping[str, str] | None = None
) -> tuple[Series | None, list[Fault]]:
    """Make a series of rows in any order, or find everything that is wrong with them."""
    faults: list[Fault] = []
    made: list[tuple[Step, Observation]] = []
    first: dict[Period, Step] = {}
    names = named or {}
    for row in rows:
        try:
            made.append((row.label, Observation(period=row.period or _ANY, **row.parts)))
        except InvalidError as error:
            faults += [_place(fault, row.label, names) for fault in error.faults]
        if row.period is None:
            continue
        if row.period in first:
            found = f"{row.period} is already at {_say(first[row.period])}"
            mend = "keep the one that is right, or say with `by` which series each belongs to; "
            mend += "they are never added or averaged"
            fault = Fault("duplicate-period", found, mend, path=("period",))
            faults.append(_place(fault, row.label, names))
        first.setdefault(row.period, row.label)
    if faults or any(row.period is None for row in rows):
        return None, faults
    made.sort(key=lambda pair: pair[1].period.ordinal)
    try:
        return Series(**{**about, "observations": [one for _, one in made]}), []
    except InvalidError as error:
        for fault in error.faults:
            if fault.path[:1] == ("observations",) and len(fault.path) > 1:
                label = made[int(fault.path[1])][0]
                fault = _place(evolve(fault, path=fault.path[2:]), label, names)
            faults.append(fault)
        return None, faults


def _place(fault: Fault, label: Step, names: Mapping[str, str]) -> Fault:
    """Name the row of a fault, and its column as it is called in the frame."""
    if not fault.path:
        return fault.under(label)
    column, *rest = fault.path
    if fault.code == "wrong-type" and column in NUMBERS and 'found "' in fault.found:
        fault = evolve(fault, mend="write a number, or leave it empty and say why under missing")
    return evolve(fault, path=(label, names.get(str(column), column), *rest))


def _say(label: Step) -> str:
    return f"[{label}]" if isinstance(label, int) else str(label)

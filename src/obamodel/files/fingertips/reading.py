"""How does a table from Fingertips become series?"""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import show
from obamodel.domain.series import Observation, Polarity, Series, SeriesKind
from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Imported
from obamodel.files.fingertips.columns import Layout
from obamodel.files.fingertips.panel import say_why
from obamodel.files.fingertips.rows import Rows, Where, read_rows
from obamodel.files.fingertips.table import Table, open_table
from obamodel.files.naming import Names
from obamodel.files.tables.asking import check_about

if TYPE_CHECKING:
    import pandas as pd

MOST_SERIES = 2_000
"""The most series; each becomes an object that is checked, which takes its time."""

_LIMITS = ("lower", "upper")
_COUNTS = {"count": "numerator", "denominator": "denominator"}


def read_fingertips(
    source: "str | os.PathLike[str] | pd.DataFrame",
    *,
    polarity: Polarity | str | Mapping[str, Polarity | str],
    kind: SeriesKind | str | Mapping[str, SeriesKind | str],
    unit: str | Mapping[str, str],
    per: float | Mapping[str, float] | None = None,
    where: Where | None = None,
    calendar: Calendar | str | None = None,
    encoding: str = "utf-8",
    **about: Any,
) -> Imported:
    r"""Read series from a table from Fingertips: one for each area, sex, age and category.

    Parameters
    ----------
    source, where, calendar, encoding
        As for :func:`~obamodel.read_fingertips_panel`.
    polarity, kind, unit, per
        Which way is good, what sort of number the value is, its unit and what it is per. The file
        says none of it. Where it holds several indicators, a mapping from the id of each.
    **about
        Whatever else is said of the series, such as ``counted`` or ``trait``: see
        :class:`~obamodel.Series`.

    Returns
    -------
    Imported
        The series; what was decided; and what the file says and no series can hold. The values of
        a public download are public already, and the series say so.

    Raises
    ------
    InvalidError
        With everything that is wrong, by line and column; when two values stand for one series and
        period; or when there are more than 2,000 series, for which the frame is made.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({
    ...     "Indicator ID": 92443, "Indicator Name": "Adults who smoke",
    ...     "Area Code": "E06000001", "Area Name": "Hartlepool", "Sex": "Persons",
    ...     "Age": "18+ yrs", "Category Type": None, "Category": None,
    ...     "Time period": ["2014", "2015"], "Value": [20.1, None],
    ...     "Lower CI 95.0 limit": None, "Upper CI 95.0 limit": None, "Count": None,
    ...     "Denominator": None, "Value note": [None, "Too few answers"],
    ...     "Time period Sortable": [20140000, 20150000],
    ... })
    >>> (series,) = read_fingertips(
    ...     frame, polarity="low is good", kind="share", unit="%", per=100
    ... ).series
    >>> series.id, series.name
    ('92443-e06000001', 'Adults who smoke: Hartlepool, Persons, 18+ yrs')
    >>> series.values, series.observations[1].missing
    ((20.1, None), 'Too few answers')
    """
    table = open_table(source, encoding=encoding)
    rows = read_rows(table, where, calendar)
    asked = {"polarity": polarity, "kind": kind, "unit": unit, "per": per}
    said = {
        name: _say_of(name, asked, about, table) for name in dict.fromkeys(_list_indicators(rows))
    }
    table.check()
    groups = _group(rows)
    if len(groups) > MOST_SERIES:
        mend = "read so many with read_fingertips_panel, or choose some with where="
        table.refuse(None, None, "too-large", f"it holds {len(groups)} series", mend)
        table.check()
    named = _name(rows, groups)
    series = [
        made
        for at, (name, label) in zip(groups, named, strict=True)
        if (made := _make(rows, at, name, label, said)) is not None
    ]
    table.check()
    return Imported(
        source=table.file,
        series=series,
        decided=table.arrange(table.decided),
        left_behind=table.arrange(table.left_behind),
    )


def _list_indicators(rows: Rows) -> list[str]:
    if "indicator" not in rows.keys:
        return [""]
    texts = rows.keys["indicator"]
    return [texts.known[code] for code in texts.codes[rows.places].tolist()]


def _say_of(
    indicator: str, asked: Mapping[str, Any], about: Mapping[str, Any], table: Table
) -> dict[str, Any]:
    """Say what is said about the series of one indicator."""
    said: dict[str, Any] = {}
    for name, answer in asked.items():
        if not isinstance(answer, Mapping):
            said[name] = answer
        elif indicator in answer:
            said[name] = answer[indicator]
        elif name != "per":
            found = f"nothing is said of the indicator {show(indicator)}"
            mend = f'give {name}={{"{indicator}": ...}}'
            fault = Fault("not-said", found, mend, path=(name,), file=table.file)
            table.faults.append(fault)
    if said.get("per") is None:
        said.pop("per", None)
    source = f"Fingertips, indicator {indicator}" if indicator else "Fingertips"
    usual = {"source": source}
    if table.layout is Layout.DOWNLOAD:
        usual["published"] = source
    return check_about({**usual, **said, **about})


def _group(rows: Rows) -> list[list[int]]:
    """Put together the rows of each series, in the order of the file."""
    spots = np.zeros(len(rows.places), dtype=np.int64)
    for texts in rows.keys.values():
        spots = spots * max(len(texts.known), 1) + texts.codes[rows.places]
    groups: dict[int, list[int]] = {}
    for at, spot in enumerate(spots.tolist()):
        groups.setdefault(spot, []).append(at)
    return list(groups.values())


def _name(rows: Rows, groups: list[list[int]]) -> list[tuple[str, str]]:
    """Give each series a short name of what tells it from the others, and one to read."""
    firsts = [int(rows.places[at[0]]) for at in groups]
    keys = [{part: texts.at(row) for part, texts in rows.keys.items()} for row in firsts]
    telling = [
        part
        for part in rows.keys
        if part in ("indicator", "area") or len({key[part] for key in keys}) > 1
    ]
    table, names = rows.table, Names()
    named = []
    for key, row in zip(keys, firsts, strict=True):
        slug = names.give(*(key[part] for part in telling), instead="series")
        what = table.read("name").at(row) if table.has("name") else ""
        area = table.read("area_name").at(row) if table.has("area_name") else ""
        parts = (area or key.get("area", ""), *(key.get(one, "") for one in ("sex", "age")))
        category = ": ".join(filter(None, (key.get("category_type"), key.get("category"))))
        whom = ", ".join(filter(None, (*parts, category)))
        named.append((slug, f"{what or key.get('indicator') or 'Values'}: {whom}"))
    return named


def _make(
    rows: Rows, at: list[int], name: str, label: str, said: Mapping[str, dict[str, Any]]
) -> Series | None:
    """Make a series; what is wrong with it goes to the faults of the table."""
    table = rows.table
    ordered = sorted(at, key=lambda one: rows.periods[int(rows.when[one])].start)
    row = int(rows.places[ordered[0]])
    texts = rows.keys.get("indicator")
    told = said[texts.at(row) if texts is not None else ""]
    seen = [_observe(rows, one, counts=True) for one in ordered]
    faults = _find_faults(name, label, told, seen)
    if {fault.code for fault in faults} == {"does-not-agree"}:
        # Standardised rates and modelled values are not the one number divided by the other.
        seen = [_observe(rows, one, counts=False) for one in ordered]
        found = f"the counts of {show(label)} do not give its values, and are not read"
        mend = "nothing is to be done where the values are standardised or modelled"
        table.left_behind.append(table.say(row, "count", "counts-apart", found, mend))
        faults = _find_faults(name, label, told, seen)
    if not faults:
        return Series(id=name, name=label, observations=seen, **told)
    for fault in faults:
        where = fault.path[1] if fault.path[:1] == ("observations",) and len(fault.path) > 1 else 0
        spot = int(rows.places[ordered[where if isinstance(where, int) else 0]])
        part = str(fault.path[-1]) if fault.path else "value"
        part = {"numerator": "count"}.get(part, part)
        column = part if table.has(part) else "value"
        table.faults.append(table.say(spot, column, fault.code, fault.found, fault.mend))
    return None


def _observe(rows: Rows, at: int, *, counts: bool) -> Observation:
    reading = rows.numbers["value"].readings[at]
    told: dict[str, Any] = {
        part: rows.numbers[part].readings[at].value
        for part in _LIMITS
        if part in rows.numbers and reading.value is not None
    }
    if counts and reading.value is not None:
        both = {
            ours: rows.numbers[part].readings[at].value
            for part, ours in _COUNTS.items()
            if part in rows.numbers
        }
        told |= both if None not in both.values() else {}
    if None in (told.get("lower"), told.get("upper")):
        told = {part: number for part, number in told.items() if part not in _LIMITS}
    return Observation(
        period=rows.periods[int(rows.when[at])],
        value=reading.value,
        missing=say_why(reading, rows.notes[at]),
        flags=reading.flags,
        note=rows.notes[at] if reading.value is not None else "",
        **told,
    )


def _find_faults(
    name: str, label: str, told: Mapping[str, Any], seen: list[Observation]
) -> tuple[Fault, ...]:
    try:
        Series(id=name, name=label, observations=seen, **told)
    except InvalidError as error:
        return error.faults
    return ()

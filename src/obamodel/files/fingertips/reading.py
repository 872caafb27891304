"""How does a table from Fingertips become series?"""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from obamodel.domain.fields import show
from obamodel.domain.series import Polarity, SeriesKind
from obamodel.errors import Fault
from obamodel.files.carrying import Imported
from obamodel.files.fingertips.columns import Layout
from obamodel.files.fingertips.indicators import Outcomes, make_indicators
from obamodel.files.fingertips.making import leave_behind, make_series
from obamodel.files.fingertips.rows import Rows, Where, read_rows
from obamodel.files.fingertips.table import Table, combine, open_table
from obamodel.files.fingertips.times import Calendars
from obamodel.files.naming import Names
from obamodel.files.tables.asking import check_about

if TYPE_CHECKING:
    import pandas as pd

MOST_SERIES = 2_000
"""The most series; each becomes an object that is checked, which takes its time."""

_NAMED = ("name", "area_name")


def read_fingertips(
    source: "str | os.PathLike[str] | pd.DataFrame",
    *,
    polarity: Polarity | str | Mapping[str, Polarity | str],
    kind: SeriesKind | str | Mapping[str, SeriesKind | str],
    unit: str | Mapping[str, str],
    per: float | Mapping[str, float] | None = None,
    outcome: Outcomes = None,
    where: Where | None = None,
    calendar: Calendars = None,
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
    outcome
        The id of the outcome that the indicator helps to recognise; or a mapping from the id of
        each indicator. Without it the series come over, and no indicator does.
    **about
        Whatever else is said of the series, such as ``counted`` or ``trait``: see
        :class:`~obamodel.Series`.

    Returns
    -------
    Imported
        The series; the indicators; what was decided; and what the file says and nothing here can
        hold. The values of a public download are public already, and the series say so.

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
    rows = read_rows(table, where, calendar, carried=_NAMED)
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
    units = {name: one["unit"] for name, one in said.items()}
    indicators = make_indicators(rows, outcome, units)
    for name, indicator in indicators.items():
        said[name].setdefault("about", (indicator.id,))
    made = [
        make_series(rows, at, name, label, said[_find_indicator(rows, at)])
        for at, (name, label) in zip(groups, named, strict=True)
    ]
    leave_behind(rows, made)
    table.check()
    return Imported(
        source=table.file,
        series=[one.series for one in made if one.series is not None],
        indicators=indicators.values(),
        decided=table.arrange(table.decided),
        left_behind=table.arrange(table.left_behind),
    )


def _list_indicators(rows: Rows) -> list[str]:
    if "indicator" not in rows.keys:
        return [""]
    texts = rows.keys["indicator"]
    return [texts.known[code] for code in texts.codes[rows.places].tolist()]


def _find_indicator(rows: Rows, at: list[int]) -> str:
    return rows.keys["indicator"].at(int(rows.places[at[0]])) if "indicator" in rows.keys else ""


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
    groups: dict[int, list[int]] = {}
    for at, spot in enumerate(combine(rows.keys.values(), rows.places).tolist()):
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

"""The layout of Open SDG, a platform on which places publish indicators: data and metadata.

For each indicator there is ``data/indicator_1-1-1.csv`` (Year, one column for each disaggregation,
Value) and ``meta/1-1-1.md`` (YAML between two lines of hyphens), as its documentation asks.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from obamodel.domain.fields import show
from obamodel.domain.periods import CALENDAR_YEAR, Frequency, Period
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Exported
from obamodel.files.inert import make_inert
from obamodel.files.records import write_record
from obamodel.files.writing import write_folder_of_files

_NUMBER = re.compile(r"[0-9a-z]{1,4}(\.[0-9a-z]{1,4}){1,3}", re.ASCII)
_TAKEN = ("Year", "Value", "Units", "TimeDetail")


def write_open_sdg(
    folder: str | os.PathLike[str],
    *,
    indicators: Mapping[str, Sequence[Series]],
    slices: Mapping[str, Mapping[str, str]] | None = None,
) -> Exported:
    """Write published series in the layout of Open SDG.

    Parameters
    ----------
    folder
        The folder, which is made where it is not there yet.
    indicators
        The series of each indicator, by its number such as ``"3.4.1"``: published by
        :func:`obamodel.publish`, public already, or not about people; by years. The first of them
        gives the title and the unit.
    slices
        For a series that is of a part of the people, by its id: of which part, such as
        ``{"Sex": "Female"}``. A series without is of all of them, as the platform's headline is.

    Returns
    -------
    Exported
        What was written, and what has no place there.

    Raises
    ------
    InvalidError
        Naming each series that is not published, is not by years, or cannot stand beside another.

    Examples
    --------
    >>> import tempfile
    >>> from obamodel.domain.quantities import Counted
    >>> from obamodel.domain.series import Polarity, SeriesKind
    >>> held = Series.from_dict(
    ...     {"2014": 12, "2015": 9}, id="held", name="Sessions held", kind=SeriesKind.COUNT,
    ...     unit="sessions", polarity=Polarity.NONE, counted=Counted.THINGS,
    ... )
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     answer = write_open_sdg(folder, indicators={"3.4.1": [held]})
    ...     print((Path(folder) / "data" / "indicator_3-4-1.csv").read_text(), end="")
    Year,Value
    2014,12
    2015,9
    >>> answer.files
    ('data/indicator_3-4-1.csv', 'meta/3-4-1.md')
    """
    parts = slices or {}
    faults = list(_find_faults(indicators, parts))
    if faults:
        raise InvalidError("Open SDG", faults)
    data: dict[str, bytes] = {}
    meta: dict[str, bytes] = {}
    dropped: list[Fault] = []
    for number, series in indicators.items():
        name = number.replace(".", "-")
        data[f"indicator_{name}.csv"] = _write_data(series, parts).encode()
        meta[f"{name}.md"] = _write_meta(number, series[0]).encode()
        dropped += [fault for one in series for fault in _find_dropped(one)]
    place = Path(folder)
    write_folder_of_files(place, {})
    write_folder_of_files(place / "data", data)
    write_folder_of_files(place / "meta", meta)
    files = [*(f"data/{name}" for name in data), *(f"meta/{name}" for name in meta)]
    return Exported(files=files, dropped=dropped)


def _find_faults(
    indicators: Mapping[str, Sequence[Series]], slices: Mapping[str, Mapping[str, str]]
) -> Iterator[Fault]:
    if not indicators:
        yield Fault("nothing-to-write", "no indicator is given", "give at least one")
    for number, series in indicators.items():
        path = (number,)
        if not _NUMBER.fullmatch(number):
            found = f"found {show(number)}"
            yield Fault("bad-name", found, 'write a number such as "3.4.1"', path=path)
        if not series:
            yield Fault("nothing-to-write", "it has no series", "give at least one", path=path)
        seen: dict[tuple[tuple[str, str], ...], str] = {}
        for one in series:
            yield from (fault.under(number) for fault in _check_series(one))
            part = slices.get(one.id, {})
            other = seen.setdefault(tuple(sorted(part.items())), one.id)
            if other != one.id:
                found = f"{one.id} and {other} are of the same people"
                mend = "say in slices= of which part each is; they are not added"
                yield Fault("same-people", found, mend, path=path)
            taken = [name for name in part if name in _TAKEN]
            if taken:
                found = f"a slice is called {show(taken[0])}"
                yield Fault("taken", found, "call it otherwise", path=path)


def _check_series(one: Series) -> Iterator[Fault]:
    if not one.is_public:
        mend = "publish it first: obamodel.publish(series)"
        yield Fault("not-published", f"{one.id} has not been published", mend)
    others = [each for each in one.periods if each.frequency is not Frequency.YEAR]
    if others or (one.observations and one.years > 1):
        found = f"{one.id} is by {one.observations[0].period.kind_in_words}"
        yield Fault("wrong-periods", found, "the platform has years; give those")


def _write_data(series: Sequence[Series], slices: Mapping[str, Mapping[str, str]]) -> str:
    names = list(dict.fromkeys(name for one in series for name in slices.get(one.id, {})))
    is_detailed = any(_write_detail(period) for one in series for period in one.periods)
    heading = ["Year", *(["TimeDetail"] if is_detailed else []), *map(make_inert, names), "Value"]
    lines = [heading]
    for one in series:
        part = slices.get(one.id, {})
        for seen in one.observations:
            if seen.value is not None:
                detail = [_write_detail(seen.period)] if is_detailed else []
                cells = [make_inert(part.get(name, "")) for name in names]
                value = f"{seen.value:.15g}"
                lines.append([str(seen.period.start.year), *detail, *cells, value])
    return "".join(f"{write_record(line)}\n" for line in lines)


def _write_detail(period: Period) -> str:
    """Write the period as it is printed, where a year alone would not say which it is."""
    return "" if period.calendar == CALENDAR_YEAR else str(period)


def _write_meta(number: str, one: Series) -> str:
    fields = {
        "indicator_number": number,
        "indicator_name": one.name,
        "graph_title": one.name,
        "computation_units": one.unit,
        "national_metadata_definition": one.definition,
        "source_active_1": True,
        "source_organisation_1": one.source,
        "data_footnote": one.note,
        "data_non_statistical": False,
        "graph_type": "line",
        "published": True,
        "reporting_status": "complete",
    }
    if not one.source:
        fields["source_active_1"] = False
    # A JSON text is a YAML text too, whatever stands in it.
    lines = [f"{name}: {json.dumps(value)}" for name, value in fields.items() if value != ""]
    return "\n".join(["---", *lines, "---", ""])


def _find_dropped(one: Series) -> Iterator[Fault]:
    gone = [
        ("why values are missing", any(each.missing for each in one.observations)),
        ("notes on values", any(each.note for each in one.observations)),
        ("flags", any(each.flags for each in one.observations)),
        ("limits", any(each.lower is not None for each in one.observations)),
        ("numerators", any(each.numerator is not None for each in one.observations)),
        ("denominators", any(each.denominator is not None for each in one.observations)),
    ]
    if words := [word for word, is_there in gone if is_there]:
        mend = "give a Data Package beside it: write_data_package"
        yield Fault("no-place", f"{one.id}: {', '.join(words)}", mend)

"""How do published series become a Scorecard table, and what has no place in it?"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from obamodel.domain.fields import show
from obamodel.domain.observations import Observation
from obamodel.domain.period import Period
from obamodel.domain.series import Series
from obamodel.domain.targets import Target
from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Exported
from obamodel.files.inert import make_inert
from obamodel.files.records import write_record
from obamodel.files.scorecard.columns import (
    COLUMNS,
    LONGEST_COMMENT,
    MOST_DECIMALS,
    MeasureType,
)
from obamodel.files.writing import write_files


def write_scorecard(
    series: Iterable[Series],
    path: str | os.PathLike[str],
    *,
    types: Mapping[str, MeasureType | str],
    ids: Mapping[str, str] | None = None,
    targets: Iterable[Target] = (),
) -> Exported:
    """Write published series and their targets as a Scorecard table.

    The day of a row is the last day of its period.

    Parameters
    ----------
    series
        Series that may be shown as they are: published by :func:`obamodel.publish`, public
        already, or not about people.
    path
        A file ending in .csv; one that is there already is replaced, whole or not at all.
    types
        For each series, by its id, whether it is an indicator (``i``) or a performance measure
        (``p``).
    ids
        For each series, by its id, what Scorecard calls it; its own id where none is given.
    targets
        What is wished for; those of other series are left out.

    Returns
    -------
    Exported
        What was written, and what has no place in the table.

    Raises
    ------
    InvalidError
        Naming each series that is not published, or of which the type is not given.
    """
    place, given, wished = Path(path), tuple(series), tuple(targets)
    named = {one.id: (ids or {}).get(one.id, one.id) for one in given}
    faults = list(_find_faults(given, types, named, place))
    if faults:
        raise InvalidError(str(place), faults)
    dropped: list[Fault] = []
    lines = [write_record(COLUMNS)]
    for one in given:
        by_period = {each.period: each for each in wished if each.series == one.id}
        start = [make_inert(named[one.id]), str(MeasureType(types[one.id]))]
        for observation in one.observations:
            target = by_period.pop(observation.period, None)
            lines.append(
                write_record(
                    [
                        *start,
                        _write_day(observation.period),
                        _write_number(target.value if target else None, one, dropped),
                        _write_number(observation.value, one, dropped),
                        _write_comment(observation, one, dropped),
                    ]
                )
            )
        for period, target in by_period.items():
            wish = _write_number(target.value, one, dropped)
            lines.append(write_record([*start, _write_day(period), wish, "", ""]))
        dropped += _find_dropped(one)
    content = "".join(f"{line}\r\n" for line in lines).encode()
    write_files(place.parent, {place.name: content})
    return Exported(files=[place.name], dropped=dropped)


def _find_faults(
    given: Sequence[Series],
    types: Mapping[str, Any],
    named: Mapping[str, str],
    place: Path,
) -> Iterator[Fault]:
    if place.suffix.lower() != ".csv":
        yield Fault("unknown-ending", f"the name ends in {show(place.suffix)}", "end it in .csv")
    for index, one in enumerate(given):
        path = ("series", index)
        if not one.is_public:
            mend = "publish it first: obamodel.publish(series)"
            yield Fault("not-published", f"{one.id} has not been published", mend, path=path)
        if types.get(one.id) not in list(MeasureType):
            found = f"of {one.id} nobody says whether it is an indicator or a measure"
            yield Fault("type-missing", found, 'write "i" or "p" for it in types=', path=path)
    names = [named[one.id] for one in given]
    for name in sorted({each for each in names if names.count(each) > 1}):
        yield Fault("named-twice", f"two series are called {show(name)}", "give each its own id")


def _write_day(period: Period) -> str:
    return period.end.strftime("%m/%d/") + f"{period.end.year:04d}"


def _write_number(value: float | None, one: Series, dropped: list[Fault]) -> str:
    if value is None:
        return ""
    written = f"{value:.{MOST_DECIMALS}f}".rstrip("0").rstrip(".")
    if float(written) != value:
        found = f"{one.id}: {value!r} is written as {written}"
        mend = f"nothing: the table holds {MOST_DECIMALS} decimals"
        dropped.append(Fault("rounded", found, mend, path=("actual_value",)))
    return "0" if written == "-0" else written


def _write_comment(observation: Observation, one: Series, dropped: list[Fault]) -> str:
    flags = ", ".join(observation.flags)
    parts = [part for part in (observation.missing, flags, observation.note) if part]
    said = make_inert("; ".join(parts))
    if len(said) > LONGEST_COMMENT:
        found = f"{one.id}: a note on {observation.period} is longer than {LONGEST_COMMENT} signs"
        dropped.append(Fault("cut-short", found, "shorten the note", path=("comment",)))
        said = f"{said[: LONGEST_COMMENT - 4].rstrip()} ..."
    return said


def _find_dropped(one: Series) -> Iterator[Fault]:
    what = [
        word
        for word, is_there in (
            ("limits", any(each.lower is not None for each in one.observations)),
            ("numerators", any(each.numerator is not None for each in one.observations)),
            ("denominators", any(each.denominator is not None for each in one.observations)),
            ("what it is, its unit and which way is good", True),
        )
        if is_there
    ]
    found = f"{one.id}: {', '.join(what)}"
    yield Fault("no-place", found, "keep the evaluation beside the table")

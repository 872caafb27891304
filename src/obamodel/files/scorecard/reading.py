"""How does a Scorecard table become series and targets?"""

import datetime
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs
from attrs import frozen

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import show
from obamodel.domain.observations import Observation
from obamodel.domain.period import Frequency, Period
from obamodel.domain.series import Series
from obamodel.domain.targets import Target
from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Imported
from obamodel.files.placing import arrange_faults
from obamodel.files.reading import decode, read_file
from obamodel.files.records import Record, split_records
from obamodel.files.scorecard.columns import COLUMNS, MeasureType

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)
_HOW_TO_WRITE_A_NUMBER = "write digits, with a point and without commas or signs, such as 1234.5"
_IN_WORDS = {
    MeasureType.INDICATOR: "an indicator (population accountability)",
    MeasureType.PERFORMANCE_MEASURE: "a performance measure (performance accountability)",
}


@frozen(kw_only=True)
class _Row:
    """A row that can be read, with its line."""

    line: int
    name: str
    type: MeasureType
    period: Period
    target: float | None
    actual: float | None
    comment: str


def read_scorecard(
    path: str | os.PathLike[str],
    *,
    series: Mapping[str, Series],
    frequency: Frequency | str,
    calendar: Calendar | str | None = None,
    target_reason: str = "",
) -> Imported:
    r"""Read a Scorecard table: the values of each series, and the targets.

    Parameters
    ----------
    path
        The file, ending in .csv.
    series
        What each ``id`` of the file stands for: the series as it is defined, with or without
        values of its own. The file does not say what is measured, in what unit, or which way is
        good.
    frequency, calendar
        How long a period is, and on which day its years begin: the file gives one day in each.
    target_reason
        Why the targets were set. Without it they are left behind: a target has a reason.

    Returns
    -------
    Imported
        The series with the values of the file in place of their own; the targets, named after
        series and period; and what each id is.

    Raises
    ------
    InvalidError
        With everything that is wrong in the file at once, by line and column.

    Examples
    --------
    >>> import tempfile
    >>> from obamodel.domain.series import Polarity, SeriesKind
    >>> calls = Series(
    ...     id="calls", name="Calls", kind=SeriesKind.COUNT, unit="calls", polarity=Polarity.NONE
    ... )
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "values.csv"
    ...     _ = file.write_text(
    ...         "id,measure_type,actual_value_date,target_value,actual_value,comment\n"
    ...         "7,p,03/31/2015,,120,\n"
    ...     )
    ...     found = read_scorecard(
    ...         file, series={"7": calls}, frequency="year", calendar="financial"
    ...     )
    >>> print(found.series[0].periods[0], found.series[0].values)
    2014/15 (120,)
    """
    place = Path(path)
    length, named = Frequency(frequency), Calendar.parse(calendar) if calendar is not None else None
    records, faults = split_records(decode(read_file(place), place.name))
    told = list(faults)
    filled = [record for record in records if not record.is_blank]
    told += _check_heading(filled)
    rows: list[_Row] = []
    if not told:
        for record in filled[1:]:
            row = _read_row(record, series, length, named)
            if isinstance(row, _Row):
                rows.append(row)
            else:
                told += row
    told += _check_together(rows)
    made: list[Series] = []
    targets: list[Target] = []
    if not told:
        for name in dict.fromkeys(row.name for row in rows):
            own = [row for row in rows if row.name == name]
            try:
                made.append(_make_series(series[name], own))
            except InvalidError as error:
                line = own[0].line
                told += [
                    attrs.evolve(fault, path=(name, *fault.path), line=line)
                    for fault in error.faults
                ]
            if target_reason:
                targets += [
                    _make_target(series[name], row, target_reason)
                    for row in own
                    if row.target is not None
                ]
    if told:
        placed = arrange_faults(attrs.evolve(fault, file=place.name) for fault in told)
        raise InvalidError(str(place), placed)
    return Imported(
        source=place.name,
        series=made,
        targets=targets,
        decided=[attrs.evolve(one, file=place.name) for one in _tell_types(rows)],
        left_behind=[
            attrs.evolve(one, file=place.name) for one in _leave_targets(rows, target_reason)
        ],
    )


def _check_heading(filled: Sequence[Record]) -> Iterator[Fault]:
    if not filled:
        yield Fault("empty", "there is nothing in it", f"begin it with {','.join(COLUMNS)}")
        return
    found = tuple(cell.strip() for cell in filled[0].cells)
    if found != COLUMNS:
        yield Fault(
            "wrong-columns",
            f"the columns are {show(','.join(found))}",
            f"a Scorecard table has these, in this order: {','.join(COLUMNS)}",
            line=filled[0].line,
        )


def _read_row(
    record: Record,
    series: Mapping[str, Series],
    length: Frequency,
    calendar: Calendar | None,
) -> "_Row | list[Fault]":
    if len(record.cells) != len(COLUMNS):
        found = f"the row has {len(record.cells)} cells and the heading {len(COLUMNS)}"
        mend = "put words that hold a comma in quotation marks"
        return [Fault("wrong-number-of-cells", found, mend, line=record.line)]
    cells = dict(zip(COLUMNS, (cell.strip() for cell in record.cells), strict=True))
    faults: list[Fault] = []

    def refuse(column: str, code: str, found: str, mend: str) -> None:
        faults.append(Fault(code, found, mend, path=(column,), line=record.line))

    name, kind, day = cells["id"], cells["measure_type"], None
    if name not in series:
        known = ", ".join(series) or "none was given"
        refuse(
            "id",
            "unknown-series",
            f"found {show(name)}",
            f"say what it stands for in series=: {known}",
        )
    if kind not in list(MeasureType):
        mend = "write i for an indicator, p for a performance measure"
        refuse("measure_type", "unknown-choice", f"found {show(kind)}", mend)
    match = _DATE.fullmatch(cells["actual_value_date"])
    try:
        day = datetime.date(int(match[3]), int(match[1]), int(match[2])) if match else None
    except ValueError:
        day = None
    if day is None:
        mend = "write month, day and year, such as 03/31/2015 for the last day of March"
        refuse("actual_value_date", "bad-date", f"found {show(cells['actual_value_date'])}", mend)
    numbers: dict[str, float | None] = {}
    for column in ("target_value", "actual_value"):
        cell = cells[column]
        if cell and not _NUMBER.fullmatch(cell):
            refuse(column, "not-a-number", f"found {show(cell)}", _HOW_TO_WRITE_A_NUMBER)
        numbers[column] = None if not cell or not _NUMBER.fullmatch(cell) else _read_number(cell)
    is_bare = not any(cells[column] for column in ("target_value", "actual_value", "comment"))
    if is_bare:
        mend = "write the value, or in the comment why there is none"
        refuse("actual_value", "nothing-said", "there is no value, no target and no comment", mend)
    if faults or day is None:
        return faults
    return _Row(
        line=record.line,
        name=name,
        type=MeasureType(kind),
        period=Period.containing(day, length, calendar),
        target=numbers["target_value"],
        actual=numbers["actual_value"],
        comment=cells["comment"],
    )


def _read_number(cell: str) -> float:
    return float(cell) if "." in cell else int(cell)


def _check_together(rows: Sequence[_Row]) -> Iterator[Fault]:
    """Find two rows for one period, and an id that is now an indicator and now a measure."""
    first: dict[tuple[str, Period], int] = {}
    types: dict[str, _Row] = {}
    for row in rows:
        before = first.setdefault((row.name, row.period), row.line)
        if before != row.line:
            found = f"{show(row.name)} has a row for {row.period} on line {before} already"
            mend = "keep one of them; they are not added, nor averaged"
            yield Fault("duplicate-period", found, mend, path=("actual_value_date",), line=row.line)
        other = types.setdefault(row.name, row)
        if other.type is not row.type:
            found = (
                f"{show(row.name)} is {show(str(row.type))} here and "
                f"{show(str(other.type))} on line {other.line}"
            )
            mend = "one id is either an indicator or a performance measure"
            yield Fault("two-types", found, mend, path=("measure_type",), line=row.line)


def _make_series(definition: Series, rows: Sequence[_Row]) -> Series:
    seen = [
        Observation(period=row.period, missing=row.comment)
        if row.actual is None
        else Observation(period=row.period, value=row.actual, note=row.comment)
        for row in sorted(rows, key=lambda row: row.period.ordinal)
        if row.actual is not None or (row.comment and row.target is None)
    ]
    return attrs.evolve(definition, observations=seen)


def _make_target(definition: Series, row: _Row, reason: str) -> Target:
    assert row.target is not None
    slug = re.sub(r"[^a-z0-9]+", "-", row.period.text.lower()).strip("-")
    return Target(
        id=f"{definition.id}-target-{slug}",
        series=definition.id,
        value=row.target,
        period=row.period,
        reason=reason,
    )


def _tell_types(rows: Sequence[_Row]) -> Iterator[Fault]:
    first: dict[str, _Row] = {}
    for row in rows:
        first.setdefault(row.name, row)
    for name, row in first.items():
        mend = (
            "let the series be about an indicator"
            if row.type is MeasureType.INDICATOR
            else ("let the series be about a performance measure")
        )
        yield Fault("measure-type", f"{show(name)} is {_IN_WORDS[row.type]}", mend)


def _leave_targets(rows: Sequence[_Row], reason: str) -> Iterator[Fault]:
    for row in rows:
        if row.target is not None and not reason:
            found = f"a target of {row.target:g} for {row.period}, and not why"
            mend = "say why in target_reason="
            yield Fault("target-without-reason", found, mend, path=("target_value",), line=row.line)
        if row.target is not None and row.actual is None and row.comment:
            found = f"a comment beside a target: {show(row.comment)}"
            mend = "write it into the reason of the target"
            yield Fault("comment-on-a-target", found, mend, path=("comment",), line=row.line)

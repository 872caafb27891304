"""Which row of the table of points belongs to which series?"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import frozen

from obamodel.domain.fields import show
from obamodel.domain.periods import Period
from obamodel.domain.series import Observation
from obamodel.errors import Fault, InvalidError, Step, find_nearest
from obamodel.files.conversion import structure
from obamodel.files.table import TableReading


@frozen
class Shares:
    """The observations of each series in the order of time, and from which row each comes.

    ``observations`` are by the place of their series in the list of all; ``rows`` by that and
    their place among its observations; ``faults`` are those of rows that belong to no series.
    """

    observations: dict[int, list[dict[str, Any]]]
    rows: dict[tuple[Step, Step], int]
    faults: tuple[Fault, ...]


def share_out(reading: TableReading, series: Mapping[str, int], *, is_sure: bool = True) -> Shares:
    """Give each series its rows.

    Parameters
    ----------
    reading
        The table of points.
    series
        The place of each series in the list of all, by its name.
    is_sure
        Whether these are all the series there are, so that any other name is a mistake.
    """
    by_name: dict[str | None, list[int]] = {}
    for row, cells in enumerate(reading.rows):
        by_name.setdefault(cells.get("series"), []).append(row)
    observations: dict[int, list[dict[str, Any]]] = {}
    rows: dict[tuple[Step, Step], int] = {}
    faults: list[Fault] = []
    for name, held in by_name.items():
        points = [_leave_out_name(reading.rows[row]) for row in held]
        if name is not None and name in series:
            index = series[name]
            order = find_order(points)
            observations[index] = [points[place] for place in order]
            rows |= {(index, at): held[place] for at, place in enumerate(order)}
            continue
        if name is None:
            faults += [_miss_name(row) for row in held]
        elif is_sure:
            faults += _refuse_name(name, [row for row in held if row not in reading.broken], series)
        for row, point in zip(held, points, strict=True):
            faults += _check_alone(row, point)
    told = {fault.path for fault in reading.faults}
    placed = (attrs.evolve(fault, line=reading.lines[int(fault.path[1])]) for fault in faults)
    return Shares(observations, rows, tuple(one for one in placed if one.path not in told))


def _leave_out_name(cells: Mapping[str, Any]) -> dict[str, Any]:
    return {name: cell for name, cell in cells.items() if name != "series"}


def find_order(points: list[dict[str, Any]]) -> list[int]:
    """Put points in the order of time; last those of another kind, or of no time to be told."""
    periods = [_read_period(point) for point in points]
    kinds = Counter(period.kind for period in periods if period is not None)
    usual = kinds.most_common(1)[0][0] if kinds else None

    def find_time(place: int) -> tuple[bool, int]:
        period = periods[place]
        if period is None or period.kind != usual:
            return True, place
        return False, period.ordinal

    return sorted(range(len(points)), key=find_time)


def _read_period(point: Mapping[str, Any]) -> Period | None:
    try:
        return structure(point.get("period"), Period)
    except InvalidError:
        return None


def _miss_name(row: int) -> Fault:
    mend = "write the id of a series in series.toml"
    return Fault("missing", "it is missing", mend, path=("points", row, "series"))


def _refuse_name(name: str, rows: list[int], series: Mapping[str, int]) -> Iterator[Fault]:
    """Refuse a name once, at the first of its rows: a slip in one name is one slip."""
    if not rows:
        return
    more = f", here and in {len(rows) - 1} more rows" if len(rows) > 1 else ""
    nearest = find_nearest(name, series)
    if nearest:
        mend = f'did you mean "{nearest}"?'
    elif 0 < len(series) <= 6:
        mend = "choose from: " + ", ".join(series)
    else:
        mend = "write the id of a series in series.toml, or add it there"
    found = f"{show(name)} is not the name of one of the series{more}"
    yield Fault("refers-to-nothing", found, mend, path=("points", rows[0], "series"))


def _check_alone(row: int, point: dict[str, Any]) -> Iterator[Fault]:
    try:
        structure(point, Observation)
    except InvalidError as error:
        for fault in error.faults:
            yield fault.under("points", row)

"""How do the rows of one series become it, and what of them can it not hold?"""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from obamodel.domain.fields import show
from obamodel.domain.series import Observation, Series
from obamodel.errors import Fault, InvalidError
from obamodel.files.fingertips.panel import say_why
from obamodel.files.fingertips.rows import Rows

_LIMITS = ("lower", "upper")
_PARTS = {"count": "numerator", "denominator": "denominator", "lower": "lower", "upper": "upper"}
_COLUMNS = {ours: part for part, ours in _PARTS.items()}


@frozen(kw_only=True, eq=False)
class Made:
    """A series, and what its rows say and it cannot hold.

    Parameters
    ----------
    label
        What it is called, for a reader.
    at
        Its rows, in the order of time.
    series
        The series; none where something in it is wrong.
    leaves_counts
        Whether its counts are left behind, since they do not give its values.
    """

    label: str
    at: Sequence[int]
    series: Series | None
    leaves_counts: bool = False


def make_series(
    rows: Rows, at: Sequence[int], name: str, label: str, told: Mapping[str, Any]
) -> Made:
    """Make a series of some rows; what is wrong with it goes to the faults of the table."""
    ordered = sorted(at, key=lambda one: rows.periods[int(rows.when[one])].start)
    says: dict[str, Any] = {"id": name, "name": label, **told}
    answer = _try(rows, ordered, says, counts=True)
    leaves = False
    if not isinstance(answer, Series) and any(one.code == "does-not-agree" for one in answer):
        # Standardised rates and modelled values are not the one number divided by the other.
        answer, leaves = _try(rows, ordered, says, counts=False), True
    if isinstance(answer, Series):
        return Made(label=label, at=ordered, series=answer, leaves_counts=leaves)
    for fault in answer:
        where = fault.path[1] if fault.path[:1] == ("observations",) and len(fault.path) > 1 else 0
        spot = int(rows.places[ordered[where if isinstance(where, int) else 0]])
        part = str(fault.path[-1]) if fault.path else "value"
        part = _COLUMNS.get(part, part)
        column = part if rows.table.has(part) else "value"
        rows.table.faults.append(rows.table.say(spot, column, fault.code, fault.found, fault.mend))
    return Made(label=label, at=ordered, series=None)


def leave_behind(rows: Rows, made: Sequence[Made]) -> None:
    """Say what the rows hold that no series can, once for each kind of thing."""
    table, left = rows.table, [one for one in made if one.leaves_counts]
    mend = "nothing is to be done where the values are standardised or modelled"
    if left:
        whose, its = show(left[0].label), "its"
        if len(left) > 1:
            whose, its = f"{len(left)} series, such as {whose},", "their"
        found = f"the counts of {whose} do not give {its} values, and are not read"
        spot = int(rows.places[left[0].at[0]])
        table.left_behind.append(table.say(spot, "count", "counts-apart", found, mend))
    gone = [at for one in made for at in one.at if rows.numbers["value"].readings[at].value is None]
    for part in _LIMITS:
        _leave(rows, part, [at for at in gone if _read(rows, part, at) is not None])
    _leave(rows, "denominator", [at for at in gone if _is_nobody(rows, at)])


def _leave(rows: Rows, part: str, at: Sequence[int]) -> None:
    if at:
        cells = "1 row" if len(at) == 1 else f"{len(at)} rows"
        number = _read(rows, part, at[0])
        found = f"there is no value beside {number:g}, in {cells}, so it is not read"
        mend = "nothing is to be done if the value is meant to be missing"
        spot = int(rows.places[at[0]])
        fault = rows.table.say(spot, part, "beside-nothing", found, mend)
        rows.table.left_behind.append(fault)


def _try(
    rows: Rows, at: Sequence[int], says: Mapping[str, Any], *, counts: bool
) -> Series | tuple[Fault, ...]:
    """Make a series, or say everything that is wrong with it."""
    seen: list[Observation] = []
    faults: list[Fault] = []
    for place, one in enumerate(at):
        try:
            seen.append(_observe(rows, one, counts=counts))
        except InvalidError as error:
            faults += [fault.under("observations", place) for fault in error.faults]
    if faults:
        return tuple(faults)
    try:
        return Series(observations=seen, **says)
    except InvalidError as error:
        return error.faults


def _observe(rows: Rows, at: int, *, counts: bool) -> Observation:
    reading = rows.numbers["value"].readings[at]
    is_there = reading.value is not None
    told: dict[str, Any] = {
        ours: _read(rows, part, at)
        for part, ours in _PARTS.items()
        if (is_there if part in _LIMITS else counts)
    }
    if not is_there and _is_nobody(rows, at):
        told.pop("denominator", None)
    return Observation(
        period=rows.periods[int(rows.when[at])],
        value=reading.value,
        missing=say_why(reading, rows.notes[at]),
        flags=reading.flags,
        note=rows.notes[at] if is_there else "",
        **told,
    )


def _read(rows: Rows, part: str, at: int) -> float | None:
    return rows.numbers[part].readings[at].value if part in rows.numbers else None


def _is_nobody(rows: Rows, at: int) -> bool:
    """Whether there is nobody of whom there could be a value."""
    return _read(rows, "denominator", at) == 0

"""A column of periods, decided as one whole: a text is read only as all of them can be."""

import itertools
import operator
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Any, NamedTuple

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import show
from obamodel.domain.period import Frequency, Period
from obamodel.domain.period_cells import read_cell
from obamodel.domain.period_readers import MONTH_FIRST, Hints, Reading
from obamodel.domain.period_traps import was_year
from obamodel.errors import MOST_TOLD, Fault, InvalidError, Step, tell_of_more

Place = tuple[Step, ...]
# The kind of period, and in which order a text writes the day and the month.
Kind = tuple[tuple[Frequency, Calendar | None, int, int | None], str]


class _Cell(NamedTuple):
    """A value that occurs in a column: what it can mean, and where it stands."""

    value: object
    readings: tuple[Reading, ...]
    fault: Fault | None
    row: int
    rows: int


def read_column(
    column: Any,
    calendar: Calendar | str | None = None,
    *,
    frequency: Frequency | str | None = None,
    pooled: int | None = None,
    what: str = "periods",
    places: Sequence[Place] | None = None,
) -> tuple[Period, ...]:
    """Read a column, each distinct value once.

    Parameters
    ----------
    column, calendar, frequency, pooled
        As for :func:`obamodel.domain.periods.read_periods`.
    what
        What is refused, for the message.
    places
        Where each row stands, for the message; its label or number where none are given.

    Raises
    ------
    InvalidError
        With every fault, each distinct value named at its first row.

    Examples
    --------
    >>> [str(period) for period in read_column([2013, 2014])]
    ['2013', '2014']
    """
    hints = _make_hints(calendar, frequency, pooled)
    values, labels = _take_apart(column)
    codes, distinct = _find_distinct(values)
    how_many = Counter(codes)
    first: dict[int, int] = {}
    for row, code in enumerate(codes):
        first.setdefault(code, row)
    cells: list[_Cell] = []
    faults: list[tuple[_Cell, Fault]] = []
    for code, value in enumerate(distinct):
        cell = _Cell(value, *read_cell(value, hints), row=first[code], rows=how_many[code])
        cells.append(cell)
        if cell.fault is not None:
            faults.append((cell, cell.fault))
        if len(faults) > MOST_TOLD:
            faults.append((cell, tell_of_more()))
            break
    sound = [cell for cell in cells if cell.readings]
    kind, more = _decide(sound, hints)
    faults += more
    if faults:
        raise InvalidError(
            what,
            [
                _place(fault, cell, labels, places)
                for cell, fault in sorted(faults, key=lambda pair: pair[0].row)
            ],
        )
    periods = [_reading_of(cell, kind).period for cell in cells] if kind else []
    return tuple([periods[code] for code in codes])


def _place(fault: Fault, cell: _Cell, labels: Any, places: Sequence[Place] | None) -> Fault:
    if cell.rows > 1:
        others = "1 more row" if cell.rows == 2 else f"{cell.rows - 1} more rows"
        fault = Fault(fault.code, f"{fault.found} (and in {others})", fault.mend, fault.path)
    if places is not None:
        return fault.under(*places[cell.row])
    return fault.under(make_step(labels[cell.row]))


def make_step(label: object) -> Step:
    """Return the label of a row as a step of a path."""
    try:
        return operator.index(label)  # type: ignore[arg-type]  # what is no number says so
    except TypeError:
        return str(label)


def _make_hints(
    calendar: Calendar | str | None, frequency: Frequency | str | None, pooled: int | None
) -> Hints:
    faults = []
    named = None
    try:
        named = Calendar.parse(calendar) if calendar is not None else None
    except InvalidError as error:
        faults += [fault.under("calendar") for fault in error.faults]
    if frequency is not None and frequency not in list(Frequency):
        mend = "choose one of: " + ", ".join(Frequency)
        faults.append(Fault("unknown-choice", f"found {show(frequency)}", mend, ("frequency",)))
    if pooled is not None and (type(pooled) is not int or pooled < 1):
        mend = "write how many years are taken together, or 1 for single years"
        faults.append(Fault("bad-number", f"found {show(pooled)}", mend, ("pooled",)))
    if faults:
        raise InvalidError("periods", faults)
    return Hints(named, Frequency(frequency) if frequency is not None else None, pooled)


# --- what a column holds -----------------------------------------------------------------


def _take_apart(column: Any) -> tuple[Any, Any]:
    """Return the values of a column and the labels of its rows."""
    if isinstance(column, (str, bytes, Period)) or not isinstance(column, Iterable):
        mend = "give a list, or read one period with Period.parse"
        raise InvalidError("periods", [Fault("wrong-type", f"found {show(column)}", mend)])
    labels = getattr(column, "index", None)
    if hasattr(column, "iloc"):
        return column, labels
    if getattr(getattr(column, "dtype", None), "kind", "") == "M":
        from obamodel.domain.period_exchange import from_stamps

        column = from_stamps(column)
    if not hasattr(column, "dtype"):
        column = column if isinstance(column, (list, tuple)) else list(column)
    return column, range(len(column))


def _find_distinct(column: Any) -> tuple[list[int], list[Any]]:
    """Return for each row the number of its value, and the distinct values in their order."""
    if str(getattr(column, "dtype", "")) in ("str", "string", "category"):
        import pandas as pd

        found, distinct = pd.factorize(column, use_na_sentinel=False)
        return found.tolist(), list(distinct)
    values = column.tolist() if hasattr(column, "dtype") else column
    numbers: dict[Hashable, int] = {}
    codes: list[int] = []
    kept: list[Any] = []
    for value in values:
        # True equals 1, and a moment equals a day: the type tells them apart.
        key: Hashable = (type(value), value)
        try:
            code = numbers.setdefault(key, len(kept))
        except TypeError:
            code = numbers.setdefault((type(value), repr(value)), len(kept))
        if code == len(kept):
            kept.append(value)
        codes.append(code)
    return codes, kept


# --- deciding ----------------------------------------------------------------------------


def _decide(cells: list[_Cell], hints: Hints) -> tuple[Kind | None, list[tuple[_Cell, Fault]]]:
    """Find the one kind of period that all cells can be, or what stands in the way."""
    # In the order of the column, each once.
    kinds = list(dict.fromkeys(kind for cell in cells for kind in _kinds_of(cell)))
    if not kinds:
        return None, []
    fitting = [kind for kind in kinds if all(_can_be(cell, kind) for cell in cells)]
    if not fitting:
        return None, list(_explain_mixture(cells, kinds))
    fitting = _settle(cells, fitting, hints)
    if len(fitting) > 1:
        return None, [_explain_doubt(cells, fitting)]
    return fitting[0], []


def _kinds_of(cell: _Cell) -> list[Kind]:
    return [(reading.period.kind, reading.order) for reading in cell.readings]


def _can_be(cell: _Cell, kind: Kind) -> bool:
    return any(_fits(reading, kind) for reading in cell.readings)


def _fits(reading: Reading, kind: Kind) -> bool:
    return reading.period.kind == kind[0] and reading.order in ("", kind[1])


def _reading_of(cell: _Cell, kind: Kind) -> Reading:
    return next(reading for reading in cell.readings if _fits(reading, kind))


def _settle(cells: list[_Cell], fitting: list[Kind], hints: Hints) -> list[Kind]:
    """Leave out kinds that say the same as another, or against which something speaks."""
    different: dict[tuple[Period, ...], Kind] = {}
    for kind in fitting:
        different.setdefault(tuple(_reading_of(cell, kind).period for cell in cells), kind)
    fitting = list(different.values())
    if len(fitting) > 1 and hints.calendar is not None:
        # Who names a calendar speaks of years and quarters: months have none.
        fitting = [kind for kind in fitting if kind[0][1] is not None] or fitting
    if len(fitting) > 1 and all(kind[0][0] is not Frequency.DAY for kind in fitting):
        # Periods that follow each other step by step do so by design, not by accident.
        fitting = [
            kind
            for kind in fitting
            if _follow_each_other([_reading_of(cell, kind).period for cell in cells])
        ] or fitting
    if len(cells) == 1 and {kind[0][0] for kind in fitting} == {Frequency.WEEK}:
        # One lone "w/e" is written as is usual where people write so: the day first.
        fitting = [kind for kind in fitting if kind[1] != MONTH_FIRST] or fitting
    return fitting


def _follow_each_other(periods: list[Period]) -> bool:
    places = sorted({period.ordinal for period in periods})
    steps = {after - before for before, after in itertools.pairwise(places)}
    return len(steps) == 1 and max(steps) <= periods[0].years


def _explain_mixture(cells: list[_Cell], kinds: list[Kind]) -> Iterable[tuple[_Cell, Fault]]:
    rows = {kind: sum(cell.rows for cell in cells if _can_be(cell, kind)) for kind in kinds}
    main = max(kinds, key=rows.__getitem__)
    example = next(cell for cell in cells if _can_be(cell, main))
    usual = _reading_of(example, main).period.kind_in_words
    for cell in cells:
        if _can_be(cell, main):
            continue
        period = cell.readings[0].period
        mend = "give periods of one kind only, each kind in a column of its own"
        if (
            main[0][0] is Frequency.YEAR
            and period.frequency in (Frequency.MONTH, Frequency.DAY)
            and was_year(period.start.month, period.start.year)
            and period.start.day == 1
        ):
            year = period.start.year
            mend = f'write "{year}/{(year + 1) % 100:02d}" if a spreadsheet made a date of that'
        found = f"found {_show(cell.value)}, {period.kind_in_words}"
        beside = f"where most others, such as {_show(example.value)}, are {usual}"
        yield cell, Fault("mixed-periods", f"{found}, {beside}", mend)


def _explain_doubt(cells: list[_Cell], fitting: list[Kind]) -> tuple[_Cell, Fault]:
    cell = next(
        cell for cell in cells if len({_reading_of(cell, kind).period for kind in fitting}) > 1
    )
    options = [_reading_of(cell, kind) for kind in fitting]
    meanings = " or ".join(
        f"{option.period.in_words()} ({option.period.kind_in_words})" for option in options
    )
    beside = ", and the others do not settle it" if len(cells) > 1 else ""
    mends = list(dict.fromkeys(_how_to_say(option) for option in options))
    mend = mends[0] if fitting[0][1] else "give " + " or ".join(mends)
    found = f"found {_show(cell.value)}, which can be {meanings}{beside}"
    return cell, Fault("ambiguous-period", found, mend)


def _how_to_say(option: Reading) -> str:
    period = option.period
    if option.order:
        return "write the days as 2011-01-07"
    if period.years > 1:
        return f"pooled={period.years}"
    if period.calendar is not None:
        return f'calendar="{period.calendar}"'
    return f'frequency="{period.frequency}"'


def _show(value: object) -> str:
    return show(str(value)) if not isinstance(value, str) else show(value)

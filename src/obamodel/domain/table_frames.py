"""Tables of counts from long frames and crosstabs, with every fault by its row."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from obamodel.domain.breakdowns import Overlap
from obamodel.domain.fields import show
from obamodel.domain.period_columns import make_step
from obamodel.domain.tables import CountCell, CountTable, Dimension
from obamodel.errors import Fault, InvalidError, Step

if TYPE_CHECKING:
    import pandas as pd

_At = tuple[str, ...]


def make_from_frame(
    frame: "pd.DataFrame",
    *,
    dimensions: Sequence[Dimension],
    number: str = "number",
    absent_is_nobody: bool = False,
    totals: bool = True,
    **about: Any,
) -> CountTable:
    """Make a table of a long frame, or of a crosstab with one row and one column a category.

    Totals that the frame gives are kept, and checked against their parts. Totals that it does not
    give are made, but only from parts of which every one is known, and never over categories that
    overlap or leave somebody out.

    Parameters
    ----------
    frame
        Either long, with a column named after each dimension and one of numbers; or a crosstab of
        one or two dimensions, its index the lines of the first, its columns those of the second
        (for one dimension, a single column).
    dimensions
        What the table is broken down by, in order.
    number
        The column of numbers in a long frame.
    absent_is_nobody
        Whether a combination of categories that has no row stands for nobody. If not, its number
        is not known: a row that is missing is not zero.
    totals
        Whether to make the totals and groupings that the frame does not give.
    **about
        The other parts of a :class:`~obamodel.domain.tables.CountTable`, such as ``of``.

    Raises
    ------
    InvalidError
        With every fault at once, by the label of its row.

    Examples
    --------
    >>> import pandas as pd
    >>> from obamodel.domain.breakdowns import Trait
    >>> from obamodel.domain.quantities import Counted
    >>> table = make_from_frame(
    ...     pd.DataFrame({"place": ["North", "South"], "number": [12, 3]}),
    ...     dimensions=[
    ...         Dimension(name="place", categories=["North", "South"], trait=Trait.SMALL_PLACE)
    ...     ],
    ...     id="who-came", title="Who came", of="people who came", counted=Counted.PEOPLE,
    ... )
    >>> table.find("Total")
    15
    """
    dimensions = tuple(dimensions)
    names = [dimension.name for dimension in dimensions]
    if all(name in frame.columns for name in names):
        rows, faults = _read_long(frame, names, number)
    else:
        rows, faults = _read_crosstab(frame, dimensions, number)
    numbers: dict[_At, int | None] = {}
    first: dict[_At, Step] = {}
    for label, at, value in rows:
        if at in numbers:
            found = f"{' | '.join(at)} is at {first[at]} already"
            mend = "keep the one that is right; they are not added"
            faults.append(Fault("named-twice", found, mend, path=(label,)))
            continue
        first[at] = label
        read, fault = _read_number(value)
        if fault is not None:
            faults.append(fault.under(label))
        numbers[at] = read
        faults += [
            Fault(
                "unknown-category",
                f"{show(name)} is no line of {show(dimension.name)}",
                "choose one of: " + ", ".join(dimension.names),
                path=(label,),
            )
            for name, dimension in zip(at, dimensions, strict=True)
            if name not in dimension.names
        ]
    if faults:
        raise InvalidError("CountTable", faults)
    for at in itertools.product(*(dimension.categories for dimension in dimensions)):
        numbers.setdefault(at, 0 if absent_is_nobody else None)
    if totals:
        _add_totals(numbers, dimensions)
    order = itertools.product(*(dimension.names for dimension in dimensions))
    cells = [CountCell(at=at, number=numbers[at]) for at in order if at in numbers]
    return CountTable(dimensions=dimensions, cells=cells, **about)


def _read_long(
    frame: "pd.DataFrame", names: Sequence[str], number: str
) -> tuple[list[tuple[Step, _At, Any]], list[Fault]]:
    if number not in frame.columns:
        found = f"there is no column {show(number)}"
        fault = Fault("no-such-column", found, "name the column of numbers with `number`")
        return [], [fault]
    columns = [frame[name].tolist() for name in names]
    values = frame[number].tolist()
    labels = [make_step(label) for label in frame.index]
    return [
        (label, tuple(str(column[row]) for column in columns), values[row])
        for row, label in enumerate(labels)
    ], []


def _read_crosstab(
    frame: "pd.DataFrame", dimensions: Sequence[Dimension], number: str
) -> tuple[list[tuple[Step, _At, Any]], list[Fault]]:
    if len(dimensions) == 1:
        if number in frame.columns or len(frame.columns) == 1:
            column = number if number in frame.columns else frame.columns[0]
            values = frame[column].tolist()
            pairs = zip(frame.index, values, strict=True)
            return [(str(label), (str(label),), value) for label, value in pairs], []
    elif len(dimensions) == 2:
        return [
            (str(label), (str(label), str(column)), value)
            for column in frame.columns
            for label, value in zip(frame.index, frame[column].tolist(), strict=True)
        ], []
    wanted = ", ".join(show(dimension.name) for dimension in dimensions)
    found = f"the frame has no columns {wanted}"
    mend = "give a long frame with a column a dimension, or a crosstab of one or two dimensions"
    return [], [Fault("no-such-column", found, mend)]


def _read_number(value: Any) -> tuple[int | None, Fault | None]:
    if value is None or type(value).__name__ in ("NAType", "NaTType") or value != value:
        return None, None
    plain = value.item() if hasattr(value, "item") else value
    if type(plain) is float and plain.is_integer():
        plain = int(plain)  # a column with a gap in it makes floats of whole numbers
    if type(plain) is not int:
        mend = "write a whole number, or leave it empty where it is not known"
        return None, Fault("wrong-type", f"found {show(plain)}", mend)
    if plain < 0:
        return None, Fault("too-small", f"found {plain}", "write 0 or more")
    return plain, None


def _add_totals(numbers: dict[_At, int | None], dimensions: Iterable[Dimension]) -> None:
    """Add the totals and groupings that are not given, one dimension after another."""
    for index, dimension in enumerate(dimensions):
        if dimension.overlap is not Overlap.EXCLUSIVE:
            continue
        lines = [grouping.name for grouping in dimension.groupings]
        lines += [dimension.total] if dimension.total and dimension.complete else []
        contexts = {(at[:index], at[index + 1 :]): None for at in numbers}
        for before, after in contexts:
            for line in lines:
                parts = _find_parts(numbers, dimension, line, before, after)
                if parts is not None:
                    numbers.setdefault((*before, line, *after), sum(parts))


def _find_parts(
    numbers: Mapping[_At, int | None], dimension: Dimension, line: str, before: _At, after: _At
) -> list[int] | None:
    parts = []
    for category in dimension.find_categories(line):
        found = numbers.get((*before, category, *after))
        if found is None:
            return None
        parts.append(found)
    return parts

"""Does a table of counts fit together: its categories, its cells, its totals?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from obamodel.domain.breakdowns import Overlap
from obamodel.domain.fields import show
from obamodel.errors import Fault

if TYPE_CHECKING:
    from obamodel.domain.tables import CountTable, Dimension

LARGEST_COUNT = 100_000_000
"""More people than any service has; above it a number is a slip of the keyboard."""


class Sum(NamedTuple):
    """A cell, and the cells it should be the sum of along one dimension."""

    whole: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    dimension: int
    overlap: Overlap
    complete: bool


def find_sums(table: "CountTable") -> Iterator[Sum]:
    """Find for each total and grouping of a table the cells that it is made up of.

    A grouping is always complete: it is what its categories are together.
    """
    for cell in table.cells:
        for index, dimension in enumerate(table.dimensions):
            name = cell.at[index]
            if name in dimension.categories:
                continue
            parts = tuple(
                (*cell.at[:index], category, *cell.at[index + 1 :])
                for category in dimension.find_categories(name)
            )
            is_whole = name == dimension.total
            complete = dimension.complete if is_whole else True
            yield Sum(cell.at, parts, index, dimension.overlap, complete)


def check_dimension(dimension: "Dimension") -> Iterator[Fault]:
    """Find what is wrong with the categories and groupings of a dimension."""
    if not dimension.categories:
        found, mend = "it has no categories", "name its categories"
        yield Fault("no-categories", found, mend, path=("categories",))
    seen: set[str] = set()
    for name in dimension.names:
        if name in seen:
            found = f"two lines of {show(dimension.name)} are called {show(name)}"
            yield Fault("named-twice", found, "give each line a name of its own")
        seen.add(name)
    for index, grouping in enumerate(dimension.groupings):
        path = ("groupings", index, "categories")
        for category in grouping.categories:
            if category not in dimension.categories:
                found = f"{show(grouping.name)} has {show(category)}, which is no category"
                yield Fault("unknown-category", found, "name one of the categories", path=path)
        if not grouping.categories:
            found = f"{show(grouping.name)} has no categories"
            yield Fault("no-categories", found, "name what it is made up of", path=path)
        elif len(set(grouping.categories)) < len(grouping.categories):
            found = f"{show(grouping.name)} has a category twice"
            yield Fault("named-twice", found, "name each once", path=path)


def check_times(table: "CountTable") -> Iterator[Fault]:
    """Find what is wrong with the dimensions and periods of a table."""
    names = [dimension.name for dimension in table.dimensions]
    for index, name in enumerate(names):
        if name in names[:index]:
            found = f"two dimensions are called {show(name)}"
            path = ("dimensions", index, "name")
            yield Fault("named-twice", found, "give each a name of its own", path=path)
    if table.since is not None:
        if table.period is None:
            found = f"it runs from {table.since}, and nothing says until when"
            yield Fault("period-missing", found, "write its last period", path=("period",))
        elif table.since.start > table.period.start or table.since.end > table.period.end:
            found = f"it runs from {table.since} until {table.period}, which is earlier"
            yield Fault("ends-before-it-begins", found, "check both", path=("since",))


def check_cells(table: "CountTable") -> Iterator[Fault]:
    """Find cells that stand nowhere or twice, impossible numbers and sums that do not fit."""
    if not table.cells:
        found, mend = "it has no numbers", "give each category a cell"
        yield Fault("no-cells", found, mend, path=("cells",))
    places: dict[tuple[str, ...], int] = {}
    misplaced = False
    for index, cell in enumerate(table.cells):
        faults = list(_check_place(table, cell.at))
        if not faults and cell.at in places:
            found = f"{_say(cell.at)} stands at cell {places[cell.at]} already"
            faults.append(Fault("named-twice", found, "give each number once"))
        misplaced |= bool(faults)
        for fault in faults:
            yield fault.under("cells", index, "at")
        places.setdefault(cell.at, index)
        if cell.number is not None and cell.number > LARGEST_COUNT:
            found = f"{_say(cell.at)} is {cell.number}, more people than any service has"
            yield Fault("too-large", found, "check it", path=("cells", index, "number"))
    if misplaced:
        return
    for each in find_sums(table):
        for fault in _check_sum(table, each):
            yield fault.under("cells", places[each.whole], "number")


def _check_place(table: "CountTable", at: tuple[str, ...]) -> Iterator[Fault]:
    if len(at) != len(table.dimensions):
        found = f"{_say(at)} has {len(at)} names for {len(table.dimensions)} dimensions"
        yield Fault("misplaced-cell", found, "give one name a dimension, in their order")
        return
    for name, dimension in zip(at, table.dimensions, strict=True):
        if name not in dimension.names:
            found = f"{show(name)} is no line of {show(dimension.name)}"
            known = ", ".join(dimension.names)
            yield Fault("unknown-category", found, f"choose one of: {known}")


def _check_sum(table: "CountTable", each: Sum) -> Iterator[Fault]:
    whole = table.numbers[each.whole]
    if whole is None:
        return
    found = [table.numbers.get(part) for part in each.parts]
    known = [number for number in found if number is not None]
    name, by = _say(each.whole), show(table.dimensions[each.dimension].name)
    if each.overlap is Overlap.EXCLUSIVE:
        total = sum(known)
        if total > whole:
            said = f"{name} is {whole}, and its parts by {by} add up to {total}"
            mend = "correct the parts or the whole; where people can be in two parts, say so"
            yield Fault("parts-above-the-whole", said, mend)
        elif each.complete and len(known) == len(found) and total < whole:
            said = f"{name} is {whole}, and its parts by {by} add up to {total}"
            mend = "correct them, add the part that is missing, or say that it is not complete"
            yield Fault("total-mismatch", said, mend)
        return
    for part, number in zip(each.parts, found, strict=True):
        if number is not None and number > whole:
            said = f"{_say(part)} is {number}, above its whole {name}, which is {whole}"
            yield Fault("parts-above-the-whole", said, "correct the part or the whole")
    if each.complete and len(known) == len(found) and sum(known) < whole:
        said = f"{name} is {whole}, more than its parts by {by} together, {sum(known)}"
        mend = "correct them, or say that the parts are not complete"
        yield Fault("total-mismatch", said, mend)


def _say(at: tuple[str, ...]) -> str:
    return " | ".join(at) if at else "the whole"

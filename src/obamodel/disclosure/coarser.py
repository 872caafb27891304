"""Tables that say less, for when one that says more would give people away."""

import itertools
from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from obamodel.domain.breakdowns import Overlap
from obamodel.domain.fields import show
from obamodel.domain.tables import CountCell, CountTable, Dimension
from obamodel.errors import Fault, InvalidError


@frozen(kw_only=True)
class Offer:
    """A coarser table, and in a sentence what was done to make it.

    The table still has its small numbers: it goes through ``publish_tables`` like any other.
    """

    sentence: str
    table: CountTable


def merge_categories(
    table: CountTable, dimension: str, merged: Mapping[str, Sequence[str]]
) -> CountTable:
    """Take categories of a dimension together; groupings that used them are left out.

    Parameters
    ----------
    table
        The table to make coarser.
    dimension
        The name of the dimension.
    merged
        For each new category, those it is made up of.

    Raises
    ------
    InvalidError
        When there is no such dimension or category, one is named twice, or the categories
        overlap: somebody in two of them would be counted twice.

    Examples
    --------
    >>> from obamodel.domain.breakdowns import Trait
    >>> from obamodel.domain.quantities import Counted
    >>> place = Dimension(name="place", categories=["A", "B", "C"], trait=Trait.SMALL_PLACE)
    >>> cells = [CountCell(at=[name], number=n) for name, n in [("A", 3), ("B", 4), ("C", 20)]]
    >>> table = CountTable(id="t", title="Who came", of="people", counted=Counted.PEOPLE,
    ...                    dimensions=[place], cells=cells)
    >>> merge_categories(table, "place", {"A and B": ["A", "B"]}).find("A and B")
    7
    """
    index = _find(table, dimension)
    old = table.dimensions[index]
    _check_merge(old, merged)
    named = {each: new for new, those in merged.items() for each in those}
    categories = tuple(dict.fromkeys(named.get(each, each) for each in old.categories))
    groupings = [
        each for each in old.groupings if not any(name in named for name in each.categories)
    ]
    dropped = {each.name for each in old.groupings} - {each.name for each in groupings}
    numbers: dict[tuple[str, ...], int | None] = {}
    for cell in table.cells:
        name = cell.at[index]
        if name in dropped:
            continue
        at = (*cell.at[:index], named.get(name, name), *cell.at[index + 1 :])
        had = numbers.get(at, 0)
        numbers[at] = None if had is None or cell.number is None else had + cell.number
    made = evolve(old, categories=categories, groupings=groupings)
    dimensions = (*table.dimensions[:index], made, *table.dimensions[index + 1 :])
    cells = [CountCell(at=at, number=number) for at, number in numbers.items()]
    return evolve(table, dimensions=dimensions, cells=cells)


def drop_dimension(table: CountTable, dimension: str) -> CountTable:
    """Leave a dimension out: only its totals stay, which must be in the table.

    Raises
    ------
    InvalidError
        When there is no such dimension, or the table has no totals over it.
    """
    index = _find(table, dimension)
    total = table.dimensions[index].total
    cells = [
        CountCell(at=(*cell.at[:index], *cell.at[index + 1 :]), number=cell.number)
        for cell in table.cells
        if total and cell.at[index] == total
    ]
    if not cells:
        found = f"it has no totals over {show(dimension)}"
        raise InvalidError(table.id, [Fault("total-missing", found, "give the totals too")])
    dimensions = (*table.dimensions[:index], *table.dimensions[index + 1 :])
    return evolve(table, dimensions=dimensions, cells=cells)


def offer_coarser(table: CountTable) -> tuple[Offer, ...]:
    """Offer tables that say less: in groupings only, without a dimension, or two by two.

    The offers depend on what the table is broken down by, never on its numbers.
    """
    offers = []
    for dimension in table.dimensions:
        if not dimension.is_sensitive:
            continue
        name = show(dimension.name)
        grouped = _keep_groupings(dimension)
        if grouped and dimension.overlap is Overlap.EXCLUSIVE:
            sentence = f"Show {name} only in these groups: {', '.join(grouped)}."
            offers.append(
                Offer(sentence=sentence, table=merge_categories(table, dimension.name, grouped))
            )
        elif len(dimension.categories) > 3 and dimension.overlap is Overlap.EXCLUSIVE:
            pairs = _pair(dimension)
            sentence = f"Take the categories of {name} together two by two: {', '.join(pairs)}."
            offers.append(
                Offer(sentence=sentence, table=merge_categories(table, dimension.name, pairs))
            )
        has_totals = any(
            dimension.total and cell.at[table.dimensions.index(dimension)] == dimension.total
            for cell in table.cells
        )
        if has_totals and len(table.dimensions) > 1:
            sentence = f"Leave {name} out."
            offers.append(Offer(sentence=sentence, table=drop_dimension(table, dimension.name)))
    return tuple(offers)


POOL = "Take several periods together, such as three years."


def _find(table: CountTable, dimension: str) -> int:
    names = [each.name for each in table.dimensions]
    if dimension not in names:
        found = f"there is no dimension {show(dimension)}"
        mend = "choose one of: " + ", ".join(names)
        raise InvalidError(table.id, [Fault("unknown-dimension", found, mend)])
    return names.index(dimension)


def _check_merge(dimension: Dimension, merged: Mapping[str, Sequence[str]]) -> None:
    faults = []
    if dimension.overlap is not Overlap.EXCLUSIVE:
        found = f"somebody can be in two categories of {show(dimension.name)}"
        mend = "leave the dimension out instead: overlapping counts do not add"
        faults.append(Fault("overlapping", found, mend))
    seen: set[str] = set()
    for name in itertools.chain.from_iterable(merged.values()):
        if name not in dimension.categories:
            mend = "choose one of: " + ", ".join(dimension.categories)
            faults.append(Fault("unknown-category", f"found {show(name)}", mend))
        elif name in seen:
            faults.append(Fault("named-twice", f"{show(name)} is named twice", "name it once"))
        seen.add(name)
    if faults:
        raise InvalidError(dimension.name, faults)


def _keep_groupings(dimension: Dimension) -> dict[str, tuple[str, ...]]:
    """Return groupings that hold each category once; none where they do not."""
    kept: dict[str, tuple[str, ...]] = {}
    held: set[str] = set()
    for grouping in dimension.groupings:
        if not held & set(grouping.categories):
            kept[grouping.name] = grouping.categories
            held |= set(grouping.categories)
    return kept if held == set(dimension.categories) and len(kept) > 1 else {}


def _pair(dimension: Dimension) -> dict[str, tuple[str, ...]]:
    categories = dimension.categories
    starts = range(0, len(categories) - 1, 2)
    pairs = [categories[start : start + 2] for start in starts]
    if len(categories) % 2:
        pairs[-1] = (*pairs[-1], categories[-1])
    return {" and ".join(pair): pair for pair in pairs}

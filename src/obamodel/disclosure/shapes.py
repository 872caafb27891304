"""How tables hang together, apart from their numbers: cells, times, groupings and rings."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from obamodel.domain.breakdowns import Overlap
from obamodel.domain.fields import show
from obamodel.domain.tables import Dimension
from obamodel.errors import Fault, InvalidError

Dimensions = frozenset[str]
Stretch = tuple[str, str]
"""The first day of some time, and the day after its last."""

MOST_COVERS = 12


class Cell(NamedTuple):
    """One number, whichever tables it stands in.

    ``at`` has the category of each dimension it is limited to; ``start`` is the first day of its
    period and ``end`` the day after the last, both empty where it has none.
    """

    of: str
    start: str
    end: str
    at: tuple[tuple[str, str], ...]


class Shape(NamedTuple):
    """The parts of a table that say how its numbers hang together."""

    name: str
    of: str
    start: str
    end: str
    adds: bool
    dimensions: tuple[Dimension, ...]
    places: tuple[tuple[str, ...], ...]

    def find_cell(self, at: Sequence[str]) -> Cell:
        """Return the cell that stands at a place of the table."""
        limits = [
            (plain(dimension.name), plain(name))
            for dimension, name in zip(self.dimensions, at, strict=True)
            if not (dimension.total and name == dimension.total)
        ]
        return Cell(self.of, self.start, self.end, tuple(sorted(limits)))


def plain(name: str) -> str:
    """Write a name as it is compared: "North  Essex" and "north essex" are the same place."""
    return " ".join(name.split()).casefold()


def find_adding(shapes: Sequence[Shape]) -> dict[str, bool]:
    """Say for each thing counted whether its periods may be added."""
    adds: dict[str, bool] = {}
    for shape in shapes:
        adds[shape.of] = adds.get(shape.of, True) and shape.adds
    return adds


def cut_to_pieces(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Make the tables that a reader can think of: each table again, for each piece of its time.

    Where periods add, what holds for the year by age and sex holds for each of its months too.
    """
    adds = find_adding(shapes)
    cuts: dict[str, set[str]] = {}
    for shape in shapes:
        if shape.start:
            cuts.setdefault(shape.of, set()).update((shape.start, shape.end))
    for shape in shapes:
        if not shape.start or not adds[shape.of]:
            continue
        pieces = list(itertools.pairwise(sorted(cuts[shape.of])))
        inside = [piece for piece in pieces if shape.start <= piece[0] and piece[1] <= shape.end]
        for start, end in inside if len(inside) > 1 else ():
            yield shape._replace(start=start, end=end, places=())


def find_covers(whole: Stretch, stretches: Sequence[Stretch]) -> tuple[tuple[Stretch, ...], ...]:
    """Find the ways to put a stretch of time together from others, none of which can be left out.

    A way that another stretch would shorten is left out, and so are those beyond the first few.

    Examples
    --------
    >>> find_covers(("04", "10"), [("04", "07"), ("04", "09"), ("07", "10"), ("08", "10")])
    ((('04', '09'), ('08', '10')), (('04', '09'), ('07', '10')), (('04', '07'), ('07', '10')))
    """
    start, end = whole
    found: list[tuple[Stretch, ...]] = []

    def lengthen(way: tuple[Stretch, ...]) -> None:
        at = way[-1][1] if way else start
        if at >= end:
            found.append(way)
            return
        # A later one that begins earlier would leave one before it without use.
        least = way[-2][1] if len(way) > 1 else start
        following = [
            each
            for each in stretches
            if least <= each[0] <= at < each[1] and (not way or way[-1][0] < each[0])
        ]
        for each in sorted(following, key=lambda one: (one[1], one[0]), reverse=True):
            longer = (*way, each)
            joined = {(one[0], each[1]) for one in way if one[1] <= each[0]}
            if len(found) < MOST_COVERS and not joined & set(stretches):
                lengthen(longer)

    lengthen(())
    return tuple(found)


def collect_groupings(shapes: Sequence[Shape]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Collect what every table says its groupings are made up of.

    Raises
    ------
    InvalidError
        When two tables mean different things by one grouping.
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    faults = []
    for shape in shapes:
        for dimension in shape.dimensions:
            if dimension.overlap is not Overlap.EXCLUSIVE:
                continue
            for grouping in dimension.groupings:
                key = (plain(dimension.name), plain(grouping.name))
                members = tuple(sorted(map(plain, grouping.categories)))
                if found.setdefault(key, members) != members:
                    said = f"{show(grouping.name)} is made up of other parts in another table"
                    mend = "give the two groupings names of their own"
                    faults.append(Fault("grouping-mismatch", said, mend, path=(shape.name,)))
    if faults:
        raise InvalidError("the tables", faults)
    return found


def find_dimensions(shape: Shape) -> Dimensions:
    """Return the dimensions of a table over which its numbers add up to a whole."""
    return frozenset(
        plain(dimension.name)
        for dimension in shape.dimensions
        if dimension.total and dimension.complete and dimension.overlap is Overlap.EXCLUSIVE
    )


def find_categories(shapes: Sequence[Shape], names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the categories of each dimension; none at all where tables cut it up differently."""
    found: dict[str, tuple[str, ...]] = {}
    for shape in shapes:
        for dimension in shape.dimensions:
            name = plain(dimension.name)
            categories = tuple(sorted(map(plain, dimension.categories)))
            if name in names and found.setdefault(name, categories) != categories:
                return {}
    return found


def reduce_dimensions(tables: Iterable[Dimensions]) -> tuple[Dimensions, ...]:
    """Take away what hangs on at the edge; what stays goes round in a ring, and may be nothing.

    A dimension that only one table has is taken away from it, and so is a table whose dimensions
    another has too, until nothing more can be (Graham 1979; Yu and Ozsoyoglu 1979).

    Examples
    --------
    >>> by_age_sex, by_sex_place = frozenset({"age", "sex"}), frozenset({"sex", "place"})
    >>> reduce_dimensions([by_age_sex, by_sex_place])
    ()
    >>> ring = reduce_dimensions([by_age_sex, by_sex_place, frozenset({"place", "age"})])
    >>> len(ring)
    3
    """
    left = set(tables)
    while True:
        before = set(left)
        counted: dict[str, int] = {}
        for table in left:
            for name in table:
                counted[name] = counted.get(name, 0) + 1
        left = {frozenset(name for name in table if counted[name] > 1) for table in left}
        left = {table for table in left if not any(table < other for other in left)}
        if len(left) == 1:
            left = set()
        if left == before:
            return tuple(sorted(left, key=sorted))

"""Do several tables over the same people go round in a ring?"""

from collections.abc import Iterable

Dimensions = frozenset[str]


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

"""What order follows from pairs of which one comes first, and what is left open?"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence, Set

from attrs import field, frozen

Pair = tuple[str, str]
"""The first comes before the second."""


@frozen(kw_only=True)
class Order:
    """What surely comes before what; nothing that the pairs leave open is filled in.

    Parameters
    ----------
    names
        The names, in the order in which they were given.
    after
        For each name: all that surely come after it.
    circles
        The circles in the firm pairs, each as the names on it: the last comes before the first
        again. Each pair that is on a circle is on one of these.
    tangles
        The names that are on circles, those together whose circles meet.
    """

    names: tuple[str, ...]
    after: Mapping[str, frozenset[str]] = field(hash=False)
    circles: tuple[tuple[str, ...], ...]
    tangles: tuple[frozenset[str], ...]

    def puts(self, first: str, second: str) -> bool:
        """Say whether the first surely comes before the second."""
        return second in self.after[first]

    def find_places(self, name: str, among: Set[str] | None = None) -> tuple[int, int]:
        """Return the lowest and the highest place a name can have, counted from 1.

        Parameters
        ----------
        name
            The name.
        among
            The names that are counted; all of them where none are given.
        """
        counted = set(self.names) if among is None else among
        ahead = sum(self.puts(other, name) for other in counted)
        behind = sum(self.puts(name, other) for other in counted)
        return 1 + ahead, len(counted) - behind

    def list_open(self) -> tuple[Pair, ...]:
        """List each two names of which neither surely comes before the other."""
        return tuple(
            (one, other)
            for place, one in enumerate(self.names)
            for other in self.names[place + 1 :]
            if not (self.puts(one, other) or self.puts(other, one))
        )

    def share_circle(self, one: str, other: str) -> bool:
        """Say whether the firm pairs lead from the one to the other and back again."""
        return any({one, other} <= tangle for tangle in self.tangles)


def find_order(names: Sequence[str], firm: Iterable[Pair], soft: Iterable[Pair] = ()) -> Order:
    """Find the order that follows from pairs, and no more than follows.

    What follows from the firm pairs always holds. A soft pair holds where the firm ones say
    nothing about its two names. Where firm pairs run in a circle none of its names comes before
    another, and no soft pair cuts the circle open. Where soft pairs close a circle with firm ones,
    the firm ones stand.

    Parameters
    ----------
    names
        The names, each once.
    firm
        Pairs somebody decided.
    soft
        Pairs that only suggest an order.

    Examples
    --------
    >>> order = find_order(["a", "b", "c"], [("b", "a")])
    >>> order.puts("b", "a"), order.list_open()
    (True, (('a', 'c'), ('b', 'c')))
    >>> order.find_places("a"), order.find_places("c")
    ((2, 3), (1, 3))
    >>> find_order(["a", "b", "c"], [("a", "b"), ("b", "c"), ("c", "a")]).circles
    (('a', 'b', 'c'),)
    """
    decided = tuple(dict.fromkeys(firm))
    reached = _find_reached(names, decided)
    unopposed = [pair for pair in soft if pair[0] not in reached[pair[1]]]
    reached_by_all = _find_reached(names, (*decided, *unopposed))
    after = {}
    for name in names:
        ahead_of = {
            other
            for among in (reached, reached_by_all)
            for other in among[name]
            if name not in among[other]
        }
        after[name] = frozenset(ahead_of)
    return Order(
        names=tuple(names),
        after=after,
        circles=_find_circles(names, decided, reached),
        tangles=_find_tangles(names, reached),
    )


def _find_reached(names: Sequence[str], pairs: Iterable[Pair]) -> dict[str, set[str]]:
    """Find for each name all that the pairs lead to; itself only where it is on a circle."""
    onward: dict[str, list[str]] = {name: [] for name in names}
    for first, second in pairs:
        onward[first].append(second)
    reached = {}
    for name in names:
        found: set[str] = set()
        ahead = list(onward[name])
        while ahead:
            step = ahead.pop()
            if step not in found:
                found.add(step)
                ahead += onward[step]
        reached[name] = found
    return reached


def _find_tangles(
    names: Sequence[str], reached: Mapping[str, set[str]]
) -> tuple[frozenset[str], ...]:
    """Find the names that the pairs lead from one to another and back."""
    tangles = [
        frozenset(other for other in reached[name] if name in reached[other])
        for name in names
        if name in reached[name]
    ]
    return tuple(dict.fromkeys(tangles))


def _find_circles(
    names: Sequence[str], pairs: Sequence[Pair], reached: Mapping[str, set[str]]
) -> tuple[tuple[str, ...], ...]:
    """Find the shortest circle through each pair that is on one, each circle once."""
    place = {name: index for index, name in enumerate(names)}
    onward: dict[str, list[str]] = {name: [] for name in names}
    for first, second in pairs:
        if first in reached[second]:
            onward[first].append(second)
    for following in onward.values():
        following.sort(key=place.__getitem__)
    circles: dict[tuple[str, ...], None] = {}
    for first in names:
        for second in onward[first]:
            way = _find_way(onward, second, first)
            start = min(range(len(way)), key=lambda index: place[way[index]])
            circles[(*way[start:], *way[:start])] = None
    return tuple(sorted(circles, key=lambda circle: (len(circle), [place[one] for one in circle])))


def _find_way(onward: Mapping[str, list[str]], start: str, end: str) -> list[str]:
    """Find the shortest way from one name to another that it leads to."""
    came_from: dict[str, str] = {}
    ahead = deque([start])
    while ahead:
        step = ahead.popleft()
        if step == end:
            break
        for following in onward[step]:
            if following not in came_from and following != start:
                came_from[following] = step
                ahead.append(following)
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]

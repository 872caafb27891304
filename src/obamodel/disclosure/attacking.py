"""What can a reader who knows the rules work out about a number that is not shown?

The attacker knows every table, how the tables hang together, which numbers are hidden, how the
others are rounded, and the rule. Everything is reckoned in whole people: a number counts as safe
only when so many different values of it have been *found*, each in a whole world of numbers that
fits everything published, and checked without rounding.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from attrs import frozen

from obamodel.disclosure.worlds import MOST_WORLDS, Budget, Lot, Terms, Whole

MOST_SOLVES = 4000


@frozen(kw_only=True)
class Range:
    """What is possible for one number: the smallest and largest value, and how many were found.

    ``most`` is none where nothing published limits it.
    """

    least: int
    most: int | None
    found: int


class Attacker:
    """Somebody who works out what is possible from what is published.

    Parameters
    ----------
    lower, upper
        For each number the least and the most that it can be by what is shown of it.
    relations
        Which numbers, each times what, add up to nought.
    solves
        How many times the solver may be asked: steps are counted, not seconds, so that the same
        tables always end in the same way.

    Examples
    --------
    >>> attacker = Attacker([0, 0, 7], [9, 9, 7], [[(0, 1), (1, 1), (2, -1)]])
    >>> attacker.find_range(0)
    Range(least=0, most=7, found=8)
    """

    def __init__(
        self,
        lower: Iterable[int],
        upper: Iterable[int],
        relations: Sequence[Terms],
        *,
        solves: int = MOST_SOLVES,
    ) -> None:
        self.lower: Whole = np.array(list(lower), dtype=np.int64)
        self.upper: Whole = np.array(list(upper), dtype=np.int64)
        self.cap: int = int(self.upper.max(initial=0))
        self.consistent: bool = _tighten(self.lower, self.upper, relations)
        self._split(relations, Budget(solves))

    def _split(self, relations: Sequence[Terms], budget: Budget) -> None:
        """Split the numbers into lots that have nothing to do with each other."""
        parent = list(range(len(self.lower)))

        def find(index: int) -> int:
            while parent[index] != index:
                parent[index] = parent[parent[index]]
                index = parent[index]
            return index

        loose = self.lower < self.upper
        for terms in relations:
            open_ones = [index for index, _ in terms if loose[index]]
            for index in open_ones[1:]:
                parent[find(index)] = find(open_ones[0])
        lots: dict[int, list[int]] = {}
        for index in np.flatnonzero(loose).tolist():
            lots.setdefault(find(index), []).append(index)
        within: dict[int, list[Terms]] = {root: [] for root in lots}
        for terms in relations:
            for index, _ in terms:
                if loose[index]:
                    within[find(index)].append(terms)
                    break
        self._lots: dict[int, Lot] = {}
        for root, members in lots.items():
            lot = Lot(budget, (self.lower, self.upper), members, within[root])
            for index in members:
                self._lots[index] = lot

    def has_values(self, index: int, wanted: int) -> bool:
        """Say whether a number can have so many different values."""
        lot = self._lots.get(index)
        return wanted <= 1 if lot is None else lot.count_values(index, wanted) >= wanted

    def find_range(self, index: int) -> Range:
        """Find the smallest and the largest value a number can have."""
        lot = self._lots.get(index)
        if lot is None:
            value = int(self.lower[index])
            return Range(least=value, most=value, found=1)
        least, most = lot.find_end(index, 1), lot.find_end(index, -1)
        found = lot.count_values(index, most - least + 1) if most - least < 50 else 50
        free = most >= self.cap
        return Range(least=least, most=None if free else most, found=found)

    def can_be_between(self, index: int, least: int, most: int) -> bool:
        """Say whether a number can lie between two values."""
        lot = self._lots.get(index)
        if lot is None:
            return least <= int(self.lower[index]) <= most
        return lot.can_be_between(index, least, most)

    def learn(self, worlds: Iterable[Whole]) -> None:
        """Take worlds along that were found before; what does not fit here is left."""
        for lot in dict.fromkeys(self._lots.values()):
            for world in worlds:
                lot.keep(world[lot.members])

    def recall(self) -> list[Whole]:
        """Return the worlds that were found, to take along."""
        lots = list(dict.fromkeys(self._lots.values()))
        worlds = []
        for number in range(min(MOST_WORLDS, max((len(lot.worlds) for lot in lots), default=0))):
            world = self.lower.copy()
            for lot in lots:
                if lot.worlds:
                    world[lot.members] = lot.worlds[number % len(lot.worlds)]
            worlds.append(world)
        return worlds


def _tighten(lower: Whole, upper: Whole, relations: Sequence[Terms]) -> bool:
    """Tighten what each number can be, relation by relation; say whether anything is left."""
    uses: dict[int, list[int]] = {}
    for row, terms in enumerate(relations):
        for index, _ in terms:
            uses.setdefault(index, []).append(row)
    todo = list(range(len(relations)))
    waiting = set(todo)
    rounds = 50 * len(relations) + 1
    while todo and rounds:
        rounds -= 1
        row = todo.pop(0)
        waiting.discard(row)
        ends = [
            (factor * int(lower[index]), factor * int(upper[index]))
            for index, factor in relations[row]
        ]
        least = sum(min(pair) for pair in ends)
        most = sum(max(pair) for pair in ends)
        for (index, factor), pair in zip(relations[row], ends, strict=True):
            # The other terms lie between these, and all of them together are nought.
            rest_least, rest_most = least - min(pair), most - max(pair)
            low, high = (-rest_most, -rest_least) if factor > 0 else (rest_least, rest_most)
            size = abs(factor)
            new_low, new_high = -(-low // size), high // size
            if new_low > lower[index] or new_high < upper[index]:
                lower[index] = max(int(lower[index]), new_low)
                upper[index] = min(int(upper[index]), new_high)
                if lower[index] > upper[index]:
                    return False
                for other in uses[index]:
                    if other not in waiting and other != row:
                        waiting.add(other)
                        todo.append(other)
    return True

"""What can a reader who knows the rules work out about a number that is not shown?

The attacker knows every table, how the tables hang together, which numbers are hidden, how the
others are rounded, and the rule. Everything is reckoned in whole people: a number counts as safe
only when so many different values of it have been *found*, each in a whole world of numbers that
fits everything published, and checked without rounding.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Terms = Sequence[tuple[int, int]]

MOST_SOLVES = 4000
MOST_NODES = 2000
MOST_WORLDS = 16


class UnfinishedError(Exception):
    """The audit did not come to an end within what it may spend."""


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
        self.cap = int(self.upper.max(initial=0))
        self.solves = solves
        self.consistent = _tighten(self.lower, self.upper, relations)
        self._split(relations)

    def _split(self, relations: Sequence[Terms]) -> None:
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
        self._lots: dict[int, _Lot] = {}
        for root, members in lots.items():
            lot = _Lot(self, members, within[root])
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


class _Lot:
    """Some numbers that hang together, and the worlds found for them so far."""

    def __init__(self, attacker: Attacker, members: list[int], relations: list[Terms]) -> None:
        from scipy.optimize import LinearConstraint
        from scipy.sparse import csr_array

        self.attacker = attacker
        self.members = members
        self.place = {index: column for column, index in enumerate(members)}
        self.lower = attacker.lower[members]
        self.upper = attacker.upper[members]
        rows, columns, times = [], [], []
        right = np.zeros(len(relations), dtype=np.int64)
        for row, terms in enumerate(relations):
            for index, factor in terms:
                if index in self.place:
                    rows.append(row)
                    columns.append(self.place[index])
                    times.append(factor)
                else:
                    right[row] -= factor * int(attacker.lower[index])
        self.right = right
        self.matrix = csr_array(
            (np.array(times, dtype=np.int64), (rows, columns)),
            shape=(len(relations), len(members)),
        )
        sides = right.astype(float)
        self.sums = LinearConstraint(self.matrix.astype(float), sides, sides)
        self.values: list[set[int]] = [set() for _ in members]
        self.worlds: list[Whole] = []
        self.spread = False

    def fits(self, world: Whole) -> bool:
        """Say whether a world agrees with everything published, without any rounding."""
        return bool(
            np.all(world >= self.lower)
            and np.all(world <= self.upper)
            and np.all(self.matrix @ world == self.right)
        )

    def keep(self, world: Whole) -> bool:
        if not self.fits(world):
            return False
        self._note(world)
        for other in self.worlds[-6:]:
            self._walk(other, world)
        if len(self.worlds) < MOST_WORLDS:
            self.worlds.append(world)
        return True

    def _note(self, world: Whole) -> None:
        for seen, value in zip(self.values, world.tolist(), strict=True):
            if len(seen) < 60:
                seen.add(value)

    def _walk(self, start: Whole, end: Whole) -> None:
        """Note the worlds on the straight way through two others: they fit too, by arithmetic."""
        way = end - start
        size = int(np.gcd.reduce(way))
        if size == 0:
            return
        step = way // size
        moving = step != 0
        up, down = self.upper - start, start - self.lower
        room = np.where(step > 0, up, down)[moving] // np.abs(step)[moving]
        back = np.where(step > 0, down, up)[moving] // np.abs(step)[moving]
        first, last = -int(back.min()), int(room.min())
        for steps in {first, first + 1, (first + last) // 2, last}:
            if first <= steps <= last:
                self._note(start + steps * step)

    def solve(
        self,
        wanted: NDArray[np.float64],
        limits: Mapping[int, tuple[int, int]] | None = None,
    ) -> Whole | None:
        """Find the world that is best by what is wanted; none where there is no world at all."""
        from scipy.optimize import Bounds, milp

        if self.attacker.solves <= 0:
            raise UnfinishedError("the audit took too many steps")
        self.attacker.solves -= 1
        lower, upper = self.lower.astype(float), self.upper.astype(float)
        for column, (least, most) in (limits or {}).items():
            lower[column] = max(lower[column], least)
            upper[column] = min(upper[column], most)
            if lower[column] > upper[column]:
                return None
        # In fractions of people first: that is quick, and most often comes out whole.
        for integrality in (0, 1):
            result: Any = milp(
                wanted,
                integrality=np.full(len(self.members), integrality),
                bounds=Bounds(lower, upper),
                constraints=self.sums,
                options={"node_limit": MOST_NODES, "mip_rel_gap": 0.0},
            )
            if result.status == 2:
                return None
            if result.status != 0 or result.x is None:
                raise UnfinishedError("the solver came to no end")
            world: Whole = np.rint(result.x).astype(np.int64)
            if self.keep(world):
                return world
        raise UnfinishedError("the solver's answer does not add up")

    def find_end(self, index: int, sign: int) -> int:
        """Find the smallest value (sign 1) or the largest (sign -1)."""
        column = self.place[index]
        wanted = np.zeros(len(self.members))
        wanted[column] = sign
        world = self.solve(wanted)
        if world is None:
            raise UnfinishedError("nothing fits what is published")
        return int(world[column])

    def can_be_between(self, index: int, least: int, most: int) -> bool:
        column = self.place[index]
        if any(least <= value <= most for value in self.values[column]):
            return True
        return self.solve(np.zeros(len(self.members)), {column: (least, most)}) is not None

    def count_values(self, index: int, wanted: int) -> int:
        """Count different values of a number, until there are as many as wanted or no more."""
        column = self.place[index]
        seen = self.values[column]
        if len(seen) >= wanted:
            return len(seen)
        if not self.spread and len(self.worlds) < 4:
            self._spread()
        if len(seen) >= wanted:
            return len(seen)
        least, most = self.find_end(index, 1), self.find_end(index, -1)
        gaps = [(least, most)]
        while gaps and len(seen) < wanted:
            low, high = gaps.pop(0)
            inside = sorted(value for value in seen if low <= value <= high)
            edges = [low - 1, *inside, high + 1]
            for before, after in itertools.pairwise(edges):
                if after - before < 2 or len(seen) >= wanted:
                    continue
                limits = {column: (before + 1, after - 1)}
                world = self.solve(np.zeros(len(self.members)), limits)
                if world is not None:
                    gaps.append((before + 1, after - 1))
        return len(seen)

    def _spread(self) -> None:
        """Look at a few worlds that are far apart: they settle most numbers at once."""
        self.spread = True
        chance = np.random.default_rng(len(self.members))
        wishes = [np.ones(len(self.members)), -np.ones(len(self.members))]
        wishes += [chance.choice([-1.0, 1.0], len(self.members)) for _ in range(4)]
        for wanted in wishes:
            self.solve(wanted)


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

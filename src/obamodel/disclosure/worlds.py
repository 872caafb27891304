"""Worlds of whole numbers that fit everything published, found by a solver and checked exactly."""

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Terms = Sequence[tuple[int, int]]

MOST_NODES = 2000
MOST_WORLDS = 16


class UnfinishedError(Exception):
    """The audit did not come to an end within what it may spend."""


class Budget:
    """How many steps an audit may still take: steps are counted, not seconds."""

    def __init__(self, solves: int) -> None:
        self.left: int = solves

    def spend(self) -> None:
        """Take one step.

        Raises
        ------
        UnfinishedError
            When none is left.
        """
        if self.left <= 0:
            raise UnfinishedError("the audit took too many steps")
        self.left -= 1


class Lot:
    """Some numbers that hang together, and the worlds found for them so far."""

    def __init__(
        self,
        budget: Budget,
        ends: tuple[Whole, Whole],
        members: list[int],
        relations: Sequence[Terms],
    ) -> None:
        from scipy.optimize import LinearConstraint
        from scipy.sparse import csr_array

        lower, upper = ends
        self.budget = budget
        self.members = members
        self.place: dict[int, int] = {index: column for column, index in enumerate(members)}
        self.lower: Whole = lower[members]
        self.upper: Whole = upper[members]
        rows, columns, times = [], [], []
        right = np.zeros(len(relations), dtype=np.int64)
        for row, terms in enumerate(relations):
            for index, factor in terms:
                if index in self.place:
                    rows.append(row)
                    columns.append(self.place[index])
                    times.append(factor)
                else:
                    right[row] -= factor * int(lower[index])
        self.right = right
        self.matrix: Any = csr_array(
            (np.array(times, dtype=np.int64), (rows, columns)),
            shape=(len(relations), len(members)),
        )
        sides = right.astype(float)
        self.sums: Any = LinearConstraint(self.matrix.astype(float), sides, sides)
        self.values: list[set[int]] = [set() for _ in members]
        self.worlds: list[Whole] = []
        self.spread: bool = False

    def fits(self, world: Whole) -> bool:
        """Say whether a world agrees with everything published, without any rounding."""
        return bool(
            np.all(world >= self.lower)
            and np.all(world <= self.upper)
            and np.all(self.matrix @ world == self.right)
        )

    def keep(self, world: Whole) -> bool:
        """Take a world along if it fits, and say whether it does."""
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

        self.budget.spend()
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
        """Say whether a number can lie between two values."""
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

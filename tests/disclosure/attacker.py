"""A reader with the rule book, written apart from the library: it shares no code with the audit.

It thinks in people, not in cells: every unknown is how many people share one category of *each*
dimension, and every published number is a sum of those. The library thinks in cells.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from obamodel.domain.publishing import PublishedTable

# Lowest and highest count that is hidden, and what the others are rounded to: the rules as their
# owners print them, written down again here.
RULE_BOOK = {
    "hes": (1, 7, 5),
    "hesa": (1, 0, 5),
    "nhs5": (0, 4, 5),
    "cms11": (1, 10, 1),
    "sde10": (0, 9, 1),
    "under5": (1, 4, 1),
}
A_LOT = 20_000.0

Place = frozenset[tuple[str, str]]
Guess = Mapping[Place, bool]


class Line(NamedTuple):
    """A dimension as its headings show it: its categories, and what stands for several."""

    name: str
    categories: tuple[str, ...]
    sums: Mapping[str, tuple[str, ...]]


class Seen(NamedTuple):
    """A published table as a reader has it: for each place what is printed there."""

    lines: tuple[Line, ...]
    printed: Mapping[tuple[str, ...], str]


class Found(NamedTuple):
    """The least and the most that a hidden number can be."""

    least: int
    most: int


def read_crosstab(table: PublishedTable, lines: Sequence[Line]) -> Seen:
    """Read a table of one or two dimensions off the page."""
    headings = table.columns[1:]
    printed: dict[tuple[str, ...], str] = {}
    for row in table.rows:
        for heading, text in zip(headings, row.cells[1:], strict=True):
            at: tuple[str, ...] = (row.cells[0],) if len(lines) == 1 else (row.cells[0], heading)
            printed[at] = text
    return Seen(tuple(lines), printed)


class Attacker:
    """Works out hidden numbers from tables, the rule, and possibly a guess which are small.

    The guess says for each hidden place whether the rule itself hides it.
    """

    def __init__(self, tables: Iterable[Seen], preset: str, guess: Guess | None = None) -> None:
        self.tables = list(tables)
        self.low, self.high, self.base = RULE_BOOK[preset]
        self.guess = guess
        lines: dict[str, Line] = {}
        for table in self.tables:
            for line in table.lines:
                lines.setdefault(line.name, line)
        names = list(lines)
        self.people = [
            dict(zip(names, at, strict=True))
            for at in itertools.product(*(lines[name].categories for name in names))
        ]
        self.rows: list[np.ndarray] = []
        self.least: list[float] = []
        self.most: list[float] = []
        self.hidden: dict[Place, np.ndarray] = {}
        for table in self.tables:
            self._read(table)
        self.worlds: list[np.ndarray] = []

    def _read(self, table: Seen) -> None:
        for at, text in table.printed.items():
            wanted = {
                line.name: set(line.sums.get(name, (name,)))
                for line, name in zip(table.lines, at, strict=True)
            }
            row = np.array(
                [
                    float(all(each[name] in those for name, those in wanted.items()))
                    for each in self.people
                ]
            )
            place = name_place(table.lines, at)
            least, most = self._bound(text, place)
            self.rows.append(row)
            self.least.append(least)
            self.most.append(most)
            if text == "*":
                self.hidden[place] = row

    def _bound(self, text: str, place: Place) -> tuple[float, float]:
        if text == "*":
            if self.guess is not None and self.high >= self.low:
                if self.guess[place]:
                    return self.low, self.high
                return self.high + 1, A_LOT
            # Where nobody at all would have been printed as 0, somebody is there.
            return (1.0 if self.low == 1 and self.high >= 1 else 0.0), A_LOT
        number = int(text)
        candidates = [
            count
            for count in range(max(0, number - self.base), number + self.base + 1)
            if (count + self.base // 2) // self.base * self.base == number
            and not self.low <= count <= self.high
        ]
        return min(candidates), max(candidates)

    def find(self, place: Place) -> Found:
        """Find the least and the most that a hidden number can be."""
        return Found(*(self._end(self.hidden[place], sign) for sign in (1, -1)))

    def recover(self) -> dict[Place, int]:
        """Find every hidden number that can be known exactly."""
        exact = {}
        for place, row in self.hidden.items():
            values = {round(float(row @ world)) for world in self.worlds}
            if len(values) > 1:
                continue
            found = self.find(place)
            if found.least == found.most:
                exact[place] = found.least
        return exact

    def recover_small_groups(self, largest: int) -> dict[int, int]:
        """Find every lot of people sharing all categories that is small and known exactly."""
        exact = {}
        for index in range(len(self.people)):
            row = np.zeros(len(self.people))
            row[index] = 1
            least, most = self._end(row, 1), self._end(row, -1)
            if least == most and 1 <= least <= largest:
                exact[index] = least
        return exact

    def _end(self, row: np.ndarray, sign: int) -> int:
        table = np.array(self.rows)
        for integrality in (0, 1):  # fractions of people are quicker, and mostly come out whole
            result = milp(
                sign * row,
                integrality=np.full(len(row), integrality),
                bounds=Bounds(0, A_LOT),
                constraints=[LinearConstraint(table, self.least, self.most)],
                options={"mip_rel_gap": 0},
            )
            assert result.status == 0, result.message
            world = np.rint(result.x)
            sums = table @ world
            if np.all(sums >= self.least) and np.all(sums <= self.most):
                break
        self.worlds.append(world)
        return round(float(row @ world))


def name_place(lines: Sequence[Line], at: Sequence[str]) -> Place:
    """Name a place by what it is limited to: a total over a dimension is not limited by it."""
    return frozenset(
        (line.name, name)
        for line, name in zip(lines, at, strict=True)
        if set(line.sums.get(name, (name,))) != set(line.categories)
        or (len(line.categories) == 1 and name in line.categories)
    )

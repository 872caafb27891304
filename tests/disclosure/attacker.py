"""A reader with the rule book, written apart from the library: it shares no code with the audit.

It thinks in people, not in cells: every unknown is how many people share one category of *each*
dimension, and every published number is a sum of those. The library thinks in cells.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

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
    # Where it tells something of people that there are none of them.
    "hes sensitive": (0, 7, 5),
    "cms11 sensitive": (0, 10, 1),
}
A_LOT = 20_000.0

Place = frozenset[tuple[str, str]]
Guess = Mapping[Place, bool]
T = TypeVar("T")


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
        self.printed: dict[Place, np.ndarray] = {}
        for table in self.tables:
            self._read(table)
        for place in self.printed:
            self.hidden.pop(place, None)  # it can be read in another table
        self.sums = np.array(self.rows)
        self.published = LinearConstraint(self.sums, self.least, self.most)
        self.worlds: list[np.ndarray] = []

    def _read(self, table: Seen) -> None:
        for at, text in table.printed.items():
            row = self._add_up(table.lines, at)
            place = name_place(table.lines, at)
            least, most = self._bound(text, place)
            self.rows.append(row)
            self.least.append(least)
            self.most.append(most)
            if text == "*":
                self.hidden[place] = row
            else:
                self.printed[place] = row

    def _add_up(self, lines: Sequence[Line], at: Sequence[str]) -> np.ndarray:
        """Say who of the people stands at a place."""
        wanted = {
            line.name: set(line.sums.get(name, (name,)))
            for line, name in zip(lines, at, strict=True)
        }
        return np.array(
            [
                float(all(each[name] in those for name, those in wanted.items()))
                for each in self.people
            ]
        )

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

    def look_up(self, lines: Sequence[Line], at: Sequence[str]) -> Found:
        """Find the least and the most that a number can be that nobody printed here."""
        row = self._add_up(lines, at)
        return Found(self._end(row, 1), self._end(row, -1))

    def find_narrow(self, wanted: int = 3) -> dict[Place, Found]:
        """Find every hidden number that lies so close that it has fewer values than wanted."""
        narrow = {}
        for place, row in self.hidden.items():
            if self._spread(row) < wanted - 1:
                found = self.find(place)
                if found.most - found.least < wanted - 1:
                    narrow[place] = found
        return narrow

    def recover(self) -> dict[Place, int]:
        """Find every hidden number that can be known exactly."""
        return {place: found.least for place, found in self.find_narrow(2).items()}

    def recover_rounded(self, largest: int) -> dict[Place, int]:
        """Find every rounded number that is small and known exactly all the same."""
        return self._recover_small(self.printed, largest) if self.base > 1 else {}

    def recover_small_groups(self, largest: int) -> dict[int, int]:
        """Find every lot of people sharing all categories that is small and known exactly."""
        return self._recover_small(dict(enumerate(np.eye(len(self.people)))), largest)

    def _recover_small(self, rows: Mapping[T, np.ndarray], largest: int) -> dict[T, int]:
        exact = {}
        for name, row in rows.items():
            if self._spread(row) == 0:
                least, most = self._end(row, 1), self._end(row, -1)
                if least == most and 1 <= least <= largest:
                    exact[name] = least
        return exact

    def _spread(self, row: np.ndarray) -> int:
        """Say how far apart a number is in the worlds that were met so far."""
        values = [round(float(row @ world)) for world in self.worlds]
        return max(values) - min(values) if values else 0

    def _end(self, row: np.ndarray, sign: int) -> int:
        for integrality in (0, 1):  # fractions of people are quicker, and mostly come out whole
            result = milp(
                sign * row,
                integrality=np.full(len(row), integrality),
                bounds=Bounds(0, A_LOT),
                constraints=[self.published],
                options={"mip_rel_gap": 0},
            )
            assert result.status == 0, result.message
            world = np.rint(result.x)
            sums = self.sums @ world
            if np.all(sums >= self.least) and np.all(sums <= self.most):
                break
        else:
            raise AssertionError("the solver's world does not fit what is published")
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

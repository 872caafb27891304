"""What would a reader know of each number if it were shown, and what if it were hidden?"""

import datetime
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from attrs import frozen

from obamodel.disclosure.linking import Links, link_shapes
from obamodel.disclosure.presets import Rule, find_rule
from obamodel.disclosure.shapes import Cell, Shape, plain
from obamodel.disclosure.worlds import Terms, Whole
from obamodel.domain.fields import show
from obamodel.domain.periods import Period
from obamodel.domain.publishing import Mark
from obamodel.domain.releases import Release, ReleasedTable
from obamodel.domain.tables import CountTable
from obamodel.errors import Fault, InvalidError

SAFE = 3
"""So many different values at least must be possible for each hidden number."""

NOT_EXACT = 2
"""A small number that is only rounded may not be known exactly, nor may a hidden one be to a reader
who has guessed which of the hidden numbers are the small ones."""


@frozen(kw_only=True, eq=False)
class Situation:
    """Every number of some tables, told apart by what a reader would know of it.

    Each array has one place a cell, in the order of ``links.cells``.

    Parameters
    ----------
    links
        The cells and how they hang together.
    rule
        The rule they are protected by.
    numbers
        The true numbers; none where the tables do not give them.
    relations
        The relations of ``links``, by the cells' places.
    open_lower, open_upper
        What a reader knows of a number that is shown, and of one nobody shows or hides.
    hidden_lower, hidden_upper
        What a reader knows of a hidden number who cannot tell why it is hidden.
    told_lower, told_upper
        What a reader knows of a hidden number who has guessed right why it is hidden.
    small
        The cells that the rule itself hides.
    may_hide
        The cells that may be hidden beside them.
    blurred
        The cells whose rounded number stands for a small one.
    implied
        The cells that are not shown, and may not be worked out where they are small.
    known
        The cells whose number is public already.
    rounded
        The cells that are rounded where they are shown.
    revised
        The cells of which an earlier release says something else.
    """

    links: Links
    rule: Rule
    numbers: tuple[int | None, ...]
    relations: tuple[Terms, ...]
    open_lower: Whole
    open_upper: Whole
    hidden_lower: Whole
    hidden_upper: Whole
    told_lower: Whole
    told_upper: Whole
    small: frozenset[int]
    may_hide: frozenset[int]
    blurred: frozenset[int]
    implied: frozenset[int]
    known: frozenset[int]
    rounded: frozenset[int]
    revised: frozenset[int]

    def bound(self, hidden: Iterable[int], *, told: bool) -> tuple[Whole, Whole]:
        """Return what a reader knows of each number, where these are hidden."""
        lower, upper = self.open_lower.copy(), self.open_upper.copy()
        those = sorted(hidden)
        lower[those] = (self.told_lower if told else self.hidden_lower)[those]
        upper[those] = (self.told_upper if told else self.hidden_upper)[those]
        return lower, upper

    def find_wanted(self, index: int, hidden: frozenset[int], *, told: bool) -> int:
        """Return how many values a number must be able to have; 0 where it need not be guarded.

        A reader who has guessed right which numbers are small may not know one of them exactly.
        """
        if index in self.known:
            return 0
        if told:
            return NOT_EXACT if index in self.small | self.implied | self.blurred else 0
        if index in hidden or index in self.implied:
            return SAFE
        return NOT_EXACT if index in self.blurred else 0


def make_shape(table: CountTable | ReleasedTable) -> Shape:
    """Return how a table hangs together, without its numbers."""
    first = table.since or table.period
    return Shape(
        name=table.id,
        of=f"{table.counted}: {plain(table.of)}",
        start=_write_day(first, first=True),
        end=_write_day(table.period, first=False),
        adds=table.adds,
        dimensions=table.dimensions,
        places=tuple(cell.at for cell in table.cells),
    )


def _write_day(period: Period | None, *, first: bool) -> str:
    if period is None:
        return ""
    day = period.start if first else period.end + datetime.timedelta(days=1)
    return day.isoformat()


def describe_situation(
    tables: Sequence[CountTable], rule: Rule, earlier: Sequence[Release] = ()
) -> Situation:
    """Say of each number what a reader would know of it, shown or hidden.

    Parameters
    ----------
    tables
        The tables that are to leave the house together; counts of things have no place here.
    rule
        The rule to protect them by.
    earlier
        What has left the house before.

    Raises
    ------
    InvalidError
        When two tables give different numbers for the same people, or group them differently.
    """
    shapes = [make_shape(table) for table in tables]
    before = [
        (table, find_rule(release.protection)) for release in earlier for table in release.counts
    ]
    links = link_shapes([*shapes, *(make_shape(table) for table, _ in before)])
    place = {cell: index for index, cell in enumerate(links.cells)}
    filling = _Filling(links, place, rule)
    filling.take_tables(tables, shapes)
    filling.take_earlier(before)
    return filling.finish()


class _Filling:
    def __init__(self, links: Links, place: Mapping[Cell, int], rule: Rule) -> None:
        self.links, self.place, self.rule = links, place, rule
        size = len(links.cells)
        self.numbers: list[int | None] = [None] * size
        self.in_table = np.zeros(size, dtype=bool)
        self.in_sensitive = np.zeros(size, dtype=bool)
        self.public = np.zeros(size, dtype=bool)
        self.before: dict[int, tuple[int, int]] = {}
        self.hidden_before: set[int] = set()
        self.rounded_before: set[int] = set()

    def take_tables(self, tables: Sequence[CountTable], shapes: Sequence[Shape]) -> None:
        faults = []
        first: dict[int, str] = {}
        for table, shape in zip(tables, shapes, strict=True):
            for number, cell in enumerate(table.cells):
                index = self.place[shape.find_cell(cell.at)]
                had = self.numbers[index]
                if None not in (had, cell.number) and had != cell.number:
                    where = " | ".join(cell.at) or "the whole"
                    found = f"{where} is {cell.number}, and {had} in {show(first[index])}"
                    mend = "the same words mean the same people: correct one, or change the words"
                    path = (table.id, "cells", number)
                    faults.append(Fault("two-numbers", found, mend, path=path))
                if had is None:
                    self.numbers[index] = cell.number
                first.setdefault(index, table.id)
                self.in_table[index] = True
                self.in_sensitive[index] |= table.is_sensitive
                self.public[index] |= bool(table.published) and cell.number is not None
        if faults:
            raise InvalidError("the tables", faults)

    def take_earlier(self, before: Sequence[tuple[ReleasedTable, Rule]]) -> None:
        for table, rule in before:
            shape = make_shape(table)
            for cell in table.cells:
                index = self.place[shape.find_cell(cell.at)]
                if cell.mark is Mark.WITHHELD:
                    self.hidden_before.add(index)
                    known = (0 if rule.hides_from != 1 or rule.hides_to < 1 else 1, -1)
                elif cell.number is None:
                    continue
                elif cell.mark is Mark.ROUNDED:
                    known = rule.find_counts(cell.number)
                    self.rounded_before.add(index)
                else:
                    known = (cell.number, cell.number)
                least, most = self.before.get(index, (0, -1))
                ends = [end for end in (most, known[1]) if end >= 0]
                self.before[index] = (max(least, known[0]), min(ends) if ends else -1)

    def finish(self) -> Situation:
        size, rule = len(self.numbers), self.rule
        known_numbers = [number for number in self.numbers if number is not None]
        ends = [end for _, end in self.before.values() if end > 0]
        # Nothing is without end: but a hidden total can be as large as all that is shown together.
        cap = 4 * max(25, sum(known_numbers), sum(ends)) + 1000
        lower, upper = np.zeros((3, size), dtype=np.int64), np.full((3, size), cap, dtype=np.int64)
        small, may_hide, blurred, implied, known, revised = (set[int]() for _ in range(6))
        rounded = {
            index
            for index in range(size)
            if self.in_sensitive[index] and not self.public[index] and rule.base > 1
        }
        people = {self.place[cell] for cell in self.links.people}
        for index, number in enumerate(self.numbers):
            if number is None:
                if index in people:
                    implied.add(index)
            else:
                small_here = bool(
                    self.in_sensitive[index] and not self.public[index] and rule.is_small(number)
                )
                if small_here:
                    small.add(index)
                elif not self.public[index] and (
                    number > 0 or rule.hides_from != 1 or rule.hides_to < 1
                ):
                    may_hide.add(index)
                shown = (number, number)
                if index in rounded and not small_here:
                    shown = rule.find_counts(rule.round(number))
                    if shown[1] > 0 and shown[0] <= rule.guards_to and shown[0] < shown[1]:
                        blurred.add(index)
                lower[0, index], upper[0, index] = shown
                lower[1, index] = 1 if rule.hides_from == 1 <= rule.hides_to else 0
                if small_here:
                    lower[2, index], upper[2, index] = rule.hides_from, rule.hides_to
                elif rule.hides_to >= rule.hides_from and self.in_sensitive[index]:
                    lower[2, index] = rule.hides_to + 1
                else:
                    lower[2, index] = lower[1, index]
            if index in self.before:
                least, most = self.before[index]
                most = cap if most < 0 else most
                if number is not None and not least <= number <= most:
                    revised.add(index)
                    continue
                lower[:, index] = np.maximum(lower[:, index], least)
                upper[:, index] = np.minimum(upper[:, index], most)
                if least == most:
                    may_hide.discard(index)
                    known.add(index)
            if index in self.hidden_before and number is None:
                implied.add(index)
            if index in self.rounded_before and number is None:
                implied.discard(index)
                if lower[0, index] <= rule.guards_to and 0 < upper[0, index] != lower[0, index]:
                    blurred.add(index)
            # What was shown before, or is shown in tables that are public, is no secret to guard.
        known |= {index for index in range(size) if self.public[index]}
        relations = tuple(
            tuple((self.place[cell], times) for cell, times in relation)
            for relation in self.links.relations
        )
        return Situation(
            links=self.links,
            rule=rule,
            numbers=tuple(self.numbers),
            relations=relations,
            open_lower=lower[0],
            open_upper=upper[0],
            hidden_lower=lower[1],
            hidden_upper=upper[1],
            told_lower=lower[2],
            told_upper=upper[2],
            small=frozenset(small),
            may_hide=frozenset(may_hide - known),
            blurred=frozenset(blurred),
            implied=frozenset(implied - known),
            known=frozenset(known),
            rounded=frozenset(rounded),
            revised=frozenset(revised),
        )

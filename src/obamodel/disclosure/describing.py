"""Put down what is known of the numbers of some tables, and of those that were released before."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from attrs import evolve

from obamodel.disclosure.attacking import Attacker
from obamodel.disclosure.linking import Links, link_shapes
from obamodel.disclosure.presets import Rule, find_rule
from obamodel.disclosure.shapes import Cell, Shape, plain
from obamodel.disclosure.situation import SAFE, Situation
from obamodel.disclosure.worlds import UnfinishedError
from obamodel.domain.fields import show
from obamodel.domain.periods import Period
from obamodel.domain.publishing import Mark
from obamodel.domain.releases import Release, ReleasedTable
from obamodel.domain.tables import CountTable
from obamodel.errors import Fault, InvalidError

NO_END = -1
# The readers, by whom the arrays of what is known begin: see Situation.
OPEN, HIDDEN, TOLD = range(3)


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


def find_sensitive(releases: Iterable[Release]) -> set[str]:
    """Find what was counted, in any of these releases, by a characteristic or a small place."""
    return {
        make_shape(table).of
        for release in releases
        for table in release.counts
        if any(dimension.is_sensitive for dimension in table.dimensions)
    }


def keep_family(release: Release, what: str) -> Release:
    """Keep the numbers of a release that count one thing, without the tables for readers."""
    counts = [table for table in release.counts if make_shape(table).of == what]
    return evolve(release, counts=counts, tables=())


def describe_situation(
    tables: Sequence[CountTable],
    rule: Rule,
    earlier: Sequence[Release] = (),
    now: Sequence[Release] = (),
) -> Situation:
    """Say of each number what a reader would know of it, shown or hidden.

    Parameters
    ----------
    tables
        The tables that are to leave the house together; counts of things have no place here.
    rule
        The rule to protect them by.
    earlier
        What has left the house before. What it gives away already is no secret any more.
    now
        What leaves the house at this moment, where that is looked at as it is published.

    Raises
    ------
    InvalidError
        When two tables give different numbers for the same people, or group them differently.
    """
    shapes = [make_shape(table) for table in tables]
    before, beside = _list_tables(earlier), _list_tables(now)
    links = link_shapes([*shapes, *(make_shape(table) for table, _ in (*before, *beside))])
    place = {cell: index for index, cell in enumerate(links.cells)}
    description = _Description(links, place, rule)
    description.take_tables(tables, shapes)
    description.take_releases(before)
    description.settle()
    description.take_releases(beside)
    return description.finish()


def _list_tables(releases: Sequence[Release]) -> list[tuple[ReleasedTable, Rule]]:
    return [
        (table, find_rule(release.protection)) for release in releases for table in release.counts
    ]


class _Description:
    def __init__(self, links: Links, place: Mapping[Cell, int], rule: Rule) -> None:
        self.links, self.place, self.rule = links, place, rule
        self.relations = tuple(
            tuple((place[cell], times) for cell, times in relation) for relation in links.relations
        )
        self.people = {place[cell] for cell in links.people}
        size = len(links.cells)
        self.numbers: list[int | None] = [None] * size
        self.in_sensitive = np.zeros(size, dtype=bool)
        self.public = np.zeros(size, dtype=bool)
        # The least and the most that earlier releases leave possible.
        self.before: dict[int, tuple[int, int]] = {}
        self.hidden_before: set[int] = set()
        self.rounded_before: set[int] = set()
        self.small, self.may_hide, self.blurred = set[int](), set[int](), set[int]()
        self.implied, self.known, self.revised = set[int](), set[int](), set[int]()
        self.cannot_hide: set[int] = set()

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
                self.in_sensitive[index] |= table.is_sensitive
                self.public[index] |= bool(table.published) and cell.number is not None
        if faults:
            raise InvalidError("the tables", faults)

    def take_releases(self, released: Sequence[tuple[ReleasedTable, Rule]]) -> None:
        for table, rule in released:
            shape = make_shape(table)
            for cell in table.cells:
                index = self.place[shape.find_cell(cell.at)]
                if cell.mark is Mark.WITHHELD:
                    self.hidden_before.add(index)
                    known = (rule.least_hidden, NO_END)
                elif cell.number is None:
                    continue
                elif cell.mark is Mark.ROUNDED:
                    known = rule.find_counts(cell.number)
                    self.rounded_before.add(index)
                else:
                    known = (cell.number, cell.number)
                least, most = self.before.get(index, (0, NO_END))
                ends = [end for end in (most, known[1]) if end != NO_END]
                self.before[index] = (max(least, known[0]), min(ends, default=NO_END))

    def settle(self) -> None:
        """Find what the earlier releases give away by themselves: it need not be guarded again."""
        if not self.before:
            return
        lower = np.zeros(len(self.numbers), dtype=np.int64)
        upper = np.full(len(self.numbers), self._find_cap())
        for index, (least, most) in self.before.items():
            lower[index] = least
            if most != NO_END:
                upper[index] = most
        attacker = Attacker(lower, upper, self.relations)
        if not attacker.consistent:
            return  # they contradict each other, and so tell nothing for certain
        for index in range(len(self.numbers)):
            try:
                if not attacker.has_values(index, 2):
                    self.known.add(index)
                elif not attacker.has_values(index, SAFE):
                    self.cannot_hide.add(index)
            except UnfinishedError:
                return  # what is left is guarded as if it were a secret still

    def _find_cap(self) -> int:
        """Find what no number can be above: nothing may be without end.

        A hidden total can be as large as all that is shown together.
        """
        shown = sum(number for number in self.numbers if number is not None)
        shown_before = sum(most for _, most in self.before.values() if most != NO_END)
        return 4 * max(25, shown, shown_before) + 1000

    def finish(self) -> Situation:
        size, rule = len(self.numbers), self.rule
        self.cap = self._find_cap()
        self.lower = np.zeros((3, size), dtype=np.int64)
        self.upper = np.full((3, size), self.cap, dtype=np.int64)
        self.rounded = (
            set(np.flatnonzero(self.in_sensitive & ~self.public).tolist())
            if rule.base > 1
            else set[int]()
        )
        for index, number in enumerate(self.numbers):
            if number is not None:
                self._take_number(index, number)
            if index in self.before:
                self._take_before(index, number)
        # What was shown before, or is shown in tables that are public, is no secret to guard.
        self.known |= set(np.flatnonzero(self.public).tolist())
        self._take_untold()
        return Situation(
            links=self.links,
            rule=rule,
            numbers=tuple(self.numbers),
            relations=self.relations,
            open_lower=self.lower[OPEN],
            open_upper=self.upper[OPEN],
            hidden_lower=self.lower[HIDDEN],
            hidden_upper=self.upper[HIDDEN],
            told_lower=self.lower[TOLD],
            told_upper=self.upper[TOLD],
            small=frozenset(self.small),
            may_hide=frozenset(self.may_hide - self.known - self.cannot_hide),
            blurred=frozenset(self.blurred),
            implied=frozenset(self.implied),
            hidden_before=frozenset(self.hidden_before & self.implied),
            known=frozenset(self.known),
            rounded=frozenset(self.rounded),
            revised=frozenset(self.revised),
        )

    def _take_number(self, index: int, number: int) -> None:
        """Say what is known of a number of these tables, shown or hidden."""
        rule = self.rule
        guarded = bool(self.in_sensitive[index] and not self.public[index])
        is_small = guarded and rule.is_small(number)
        if is_small:
            self.small.add(index)
        elif not self.public[index] and number >= rule.least_hidden:
            self.may_hide.add(index)
        shown = (number, number)
        if index in self.rounded and not is_small:
            shown = rule.find_counts(rule.round(number))
            self._note_blurred(index, *shown)
        self.lower[OPEN, index], self.upper[OPEN, index] = shown
        self.lower[HIDDEN, index] = self.lower[TOLD, index] = rule.least_hidden
        if is_small:
            self.lower[TOLD, index], self.upper[TOLD, index] = rule.hides_from, rule.hides_to
        elif self.in_sensitive[index] and rule.hides_to >= rule.hides_from:
            self.lower[TOLD, index] = rule.hides_to + 1

    def _take_before(self, index: int, number: int | None) -> None:
        """Add what an earlier release says of a number, unless it says something else."""
        least, most = self.before[index]
        most = self.cap if most == NO_END else most
        if number is not None and not least <= number <= most:
            self.revised.add(index)
            return
        self.lower[:, index] = np.maximum(self.lower[:, index], least)
        self.upper[:, index] = np.minimum(self.upper[:, index], most)
        if least == most:
            self.known.add(index)

    def _take_untold(self) -> None:
        """Note what no table here gives: it may not be worked out from those that do."""
        for index, number in enumerate(self.numbers):
            if number is not None or index in self.known:
                continue
            if index in self.rounded_before:
                self._note_blurred(index, self.lower[OPEN, index], self.upper[OPEN, index])
            elif index in self.people | self.hidden_before:
                self.implied.add(index)

    def _note_blurred(self, index: int, least: int, most: int) -> None:
        """Note a rounded number that may stand for a small one."""
        if least <= self.rule.guards_to and 0 < most != least:
            self.blurred.add(index)

"""Random tables of the same people, several at a time and one after another, attacked together."""

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from attrs import evolve

from obamodel.disclosure.coarser import merge_categories
from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.domain.breakdowns import Trait
from obamodel.domain.periods import Period
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.quantities import Counted
from obamodel.domain.releases import Release
from obamodel.domain.tables import CountCell, CountTable, Dimension, Grouping
from tests.disclosure.attacker import RULE_BOOK, Attacker, Line, Place, Seen, name_place
from tests.disclosure.small_tables import choose, make_lines

CATEGORIES = {
    "sex": ("f", "m"),
    "age": ("young", "middle", "old"),
    "place": ("north", "south"),
    "month": ("2014-04", "2014-05"),
    "town": tuple("ABCDEF"),
}
SETS = (
    (("sex", "age"), ("age", "place")),
    (("sex", "age"), ("age", "place"), ("sex", "place")),
    (("sex", "age"), ("place",)),
    (("sex", "age", "place"), ("age",)),
)
PRESETS = tuple(preset for preset in Preset if preset is not Preset.NONE)
PROTECTIONS = (
    *(choose(preset) for preset in PRESETS),
    choose(Preset.HES, sensitive=True),
    choose(Preset.CMS11, sensitive=True),
)
ROUNDED_AWAY = 7
BOTH = "Total"
"""Both months together, as an attacker names them who takes the month for one more heading."""

protections = pytest.mark.parametrize("protection", PROTECTIONS, ids=lambda each: find_book(each))


def find_book(protection: Protection) -> str:
    """Name the page of the rule book."""
    return f"{protection.preset}{' sensitive' if protection.sensitive else ''}"


def draw(number: int, *shape: int) -> np.ndarray:
    chance = np.random.default_rng([11, number])
    return chance.choice([0, 0, 1, 2, 5, 9, 14, 30, 60], shape)


def make_table(
    people: np.ndarray,
    order: Sequence[str],
    names: Sequence[str],
    groupings: Mapping[str, Sequence[Grouping]] | None = None,
    **about: Any,
) -> CountTable:
    """Add people up by some of the dimensions, with all totals and groupings."""
    dimensions = [
        Dimension(
            name=name,
            categories=CATEGORIES[name],
            trait=Trait.CHARACTERISTIC,
            groupings=(groupings or {}).get(name, ()),
        )
        for name in names
    ]
    cells = []
    for at in itertools.product(*(dimension.names for dimension in dimensions)):
        chosen = people
        for axis, name in enumerate(order):
            wanted = list(range(people.shape[axis]))
            if name in names:
                place = list(names).index(name)
                those = dimensions[place].find_categories(at[place])
                wanted = [CATEGORIES[name].index(each) for each in those]
            chosen = chosen.take(wanted, axis)
        cells.append(CountCell(at=at, number=int(chosen.sum())))
    usual = {"id": "-".join(names), "counted": Counted.ATTENDANCES, "title": "Attendances"}
    return CountTable(of="attendances", dimensions=dimensions, cells=cells, **(usual | about))


def divide(line: Line, parts: Mapping[str, tuple[str, ...]]) -> Line:
    """Read the categories of a heading as the parts they have, where they have any."""
    if not set(line.categories) <= set(parts):
        return line
    sums = {name: parts[name] for name in line.categories}
    everything = tuple(part for name in line.categories for part in parts[name])
    return Line(line.name, everything, {**sums, "Total": everything})


def attack(
    *batches: Sequence[CountTable],
    protection: Protection,
    months: Mapping[str, str] | None = None,
    parts: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[int, int]:
    """Publish tables, one batch after another, and attack everything that can then be read.

    The attacker is told which table is of which of the `months`, and which `parts` a category has
    where a table gives it without them.

    Returns how many numbers are hidden, and how many tables are withheld.
    """
    releases: list[Release] = []
    for batch in batches:
        releases.append(publish_tables(batch, protection, releases))
    tables = {table.id: table for batch in batches for table in batch}
    book = find_book(protection)
    low, high, _ = RULE_BOOK[book]
    seen: list[Seen] = []
    guess: dict[Place, bool] = {}
    first: dict[Place, tuple[Attacker, Sequence[Line], tuple[str, ...]]] = {}
    for release in releases:
        before = Attacker(seen, book) if seen else None
        for record in release.counts:
            lines = [divide(line, parts or {}) for line in make_lines(tables[record.id])]
            month = (months or {}).get(record.id)
            if month:
                lines.append(Line("month", CATEGORIES["month"], {BOTH: CATEGORIES["month"]}))
            end = (month,) if month else ()
            printed = {
                (*cell.at, *end): "*" if cell.number is None else str(cell.number)
                for cell in record.cells
            }
            seen.append(Seen(tuple(lines), printed))
            for cell in tables[record.id].cells:
                place = name_place(lines, (*cell.at, *end))
                guess[place] = low <= (cell.number or 0) <= high
                if before is not None:
                    first.setdefault(place, (before, lines, (*cell.at, *end)))
    withheld = sum(len(release.withheld) for release in releases)
    if not seen:
        return 0, withheld
    reader = Attacker(seen, book)
    for place in reader.find_narrow(3):
        # It could be known before anything was said of it, and no star can change that.
        assert place in first
        known_by, headings, at = first[place]
        least, most = known_by.look_up(headings, at)
        assert most - least < 2
    assert reader.recover_rounded(ROUNDED_AWAY) == {}
    assert reader.recover_small_groups(high if high >= low else ROUNDED_AWAY) == {}
    if len(batches) == 1:
        # What was hidden before is not known to the library any more, so it cannot know either
        # what a lucky guess of it would give away.
        guesser = Attacker(seen, book, guess)
        assert {place for place in guesser.recover() if guess[place]} == set()
    return len(reader.hidden), withheld


@protections
def test_tables_that_share_people_give_nothing_away_together(protection: Protection) -> None:
    order = ("sex", "age", "place")
    stars = withheld = 0
    for number in range(8):
        people = draw(number, 2, 3, 2)
        tables = [make_table(people, order, names) for names in SETS[number % len(SETS)]]
        hidden, gone = attack(tables, protection=protection)
        stars += hidden
        withheld += gone
    assert stars > 15 or protection.preset is Preset.HESA
    assert withheld < 2


def make_months(people: np.ndarray, order: Sequence[str], names: Sequence[str]) -> list[CountTable]:
    """Make a table of each month and one of both together."""
    april, may = (Period.parse(month) for month in CATEGORIES["month"])
    return [
        make_table(people[..., 0], order, names, id="april", period=april),
        make_table(people[..., 1], order, names, id="may", period=may),
        make_table(people.sum(axis=-1), order, names, id="both", period=may, since=april),
    ]


MONTHS = {"april": "2014-04", "may": "2014-05", "both": BOTH}


@protections
def test_months_and_the_time_they_add_up_to_give_nothing_away_together(
    protection: Protection,
) -> None:
    order = ("sex", "age")
    stars = withheld = 0
    for number in range(6):
        tables = make_months(draw(100 + number, 2, 3, 2), order, order)
        # Not every month is shown: what is missing is what there is to find out.
        left = [table for index, table in enumerate(tables) if index != number % 4]
        hidden, gone = attack(left, protection=protection, months=MONTHS)
        stars += hidden
        withheld += gone
    assert stars > 20 or protection.preset is Preset.HESA
    assert withheld < 2


def draw_groupings(chance: np.random.Generator, name: str) -> list[Grouping]:
    """Divide the towns into two or three parts."""
    while True:
        part_of = chance.integers(0, 3, len(CATEGORIES["town"]))
        parts = [
            [town for town, part in zip(CATEGORIES["town"], part_of, strict=True) if part == each]
            for each in range(3)
        ]
        if sum(len(part) > 1 for part in parts) >= 2 and all(len(part) != 1 for part in parts):
            return [
                Grouping(name=f"{name} {index}", categories=part)
                for index, part in enumerate(parts)
                if part
            ]


@protections
def test_places_and_two_ways_to_group_them_give_nothing_away_together(
    protection: Protection,
) -> None:
    stars = withheld = 0
    for number in range(6):
        chance = np.random.default_rng([13, number])
        counties, sizes = draw_groupings(chance, "county"), draw_groupings(chance, "size")
        people, order = draw(200 + number, 6, 2), ("town", "sex")
        tables = [
            make_table(people, order, ("town",), {"town": counties}, id="counties"),
            make_table(people, order, ("town",), {"town": sizes}, id="sizes"),
        ]
        if number % 3 == 0:
            tables.append(make_table(people, order, order, {"town": counties}, id="counties-sex"))
        hidden, gone = attack(tables, protection=protection)
        stars += hidden
        withheld += gone
    assert stars > 20 or protection.preset is Preset.HESA
    assert withheld < 2


@protections
def test_towns_and_a_coarser_table_by_county_give_nothing_away_together(
    protection: Protection,
) -> None:
    stars = withheld = 0
    for number in range(5):
        counties = draw_groupings(np.random.default_rng([13, 50 + number]), "county")
        people, order = draw(250 + number, 6, 2), ("town", "sex")
        towns = make_table(people, order, order)
        parts = {county.name: county.categories for county in counties}
        coarser = evolve(merge_categories(towns, "town", parts), id="by-county")
        # Only this one says which town is in which county, and it says nothing by sex.
        atlas = make_table(people, order, ("town",), {"town": counties}, id="atlas")
        tables = [towns, coarser, atlas]
        hidden, gone = attack(tables, protection=protection, parts=parts)
        stars += hidden
        withheld += gone
    assert stars > 20 or protection.preset is Preset.HESA
    assert withheld < 2


@protections
def test_what_was_released_earlier_and_what_comes_later_give_nothing_away_together(
    protection: Protection,
) -> None:
    stars = withheld = 0
    order = ("sex", "age", "place")
    for number in range(5):
        people = draw(300 + number, 2, 3, 2)
        first, second, *rest = (
            make_table(people, order, names) for names in SETS[number % len(SETS)]
        )
        hidden, gone = attack([first], [second, *rest], protection=protection)
        stars += hidden
        withheld += gone
    for number in range(3):
        # A running total, and the same a month later: the month between was never printed.
        april, _, both = make_months(draw(400 + number, 2, 3, 2), order[:2], order[:2])
        hidden, gone = attack([april], [both], protection=protection, months=MONTHS)
        stars += hidden
        withheld += gone
    assert stars > 15 or protection.preset is Preset.HESA
    assert withheld < 2


@protections
def test_months_that_come_one_after_another_give_nothing_away_together(
    protection: Protection,
) -> None:
    stars = withheld = 0
    order = ("sex", "age")
    for number in range(6008, 6012):
        # Two of April, May and both together say what the third is; at 6010 they nearly said more.
        tables = make_months(draw(number, 2, 3, 2), order, order)
        turn = (number - 6000) % 3
        batches = [[table] for table in (*tables[turn:], *tables[:turn])]
        hidden, gone = attack(*batches, protection=protection, months=MONTHS)
        stars += hidden
        withheld += gone
    assert stars > 20 or protection.preset is Preset.HESA
    # What is out cannot be called back: now and then nothing more can be shown beside it.
    assert withheld < 3

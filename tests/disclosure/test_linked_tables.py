"""Random tables of the same people, several at a time, attacked together."""

import itertools

import numpy as np
import pytest

from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.domain.breakdowns import Trait
from obamodel.domain.periods import Period
from obamodel.domain.protection import Preset
from obamodel.domain.quantities import Counted
from obamodel.domain.tables import CountCell, CountTable, Dimension
from tests.disclosure.attacker import RULE_BOOK, Attacker, Line, Place, Seen, name_place
from tests.disclosure.small_tables import choose

LINES = {
    "sex": ("f", "m"),
    "age": ("young", "middle", "old"),
    "place": ("north", "south"),
    "month": ("2014-04", "2014-05"),
}
SETS = (
    (("sex", "age"), ("age", "place")),
    (("sex", "age"), ("age", "place"), ("sex", "place")),
    (("sex", "age"), ("place",)),
    (("sex", "age", "place"), ("age",)),
)


def add_up(people: np.ndarray, names: tuple[str, ...]) -> dict[tuple[str, ...], int]:
    """Add people up by some of the dimensions, with all totals."""
    order = list(LINES)[: people.ndim]
    sums = {}
    for at in itertools.product(*((*LINES[name], "Total") for name in names)):
        where = [slice(None)] * people.ndim
        for name, category in zip(names, at, strict=True):
            if category != "Total":
                index = LINES[name].index(category)
                where[order.index(name)] = slice(index, index + 1)
        sums[at] = int(people[tuple(where)].sum())
    return sums


def make_table(
    sums: dict[tuple[str, ...], int], names: tuple[str, ...], **about: str
) -> CountTable:
    dimensions = [
        Dimension(name=name, categories=LINES[name], trait=Trait.CHARACTERISTIC) for name in names
    ]
    cells = [CountCell(at=at, number=number) for at, number in sums.items()]
    period = Period.parse(about["period"]) if "period" in about else None
    return CountTable(
        id="-".join([*names, *about.values()]),
        title="Attendances",
        of="attendances",
        counted=Counted.ATTENDANCES,
        dimensions=dimensions,
        cells=cells,
        period=period,
    )


def see(table: CountTable, printed: dict[tuple[str, ...], str], month: str = "") -> Seen:
    """See a table as an attacker does; one of a period has the month as a dimension."""
    names = [dimension.name for dimension in table.dimensions]
    lines = [Line(name, LINES[name], {"Total": LINES[name]}) for name in names]
    if month:
        months = LINES["month"]
        lines.append(Line("month", months, {"Total": months}))
        printed = {(*at, month): text for at, text in printed.items()}
    return Seen(tuple(lines), printed)


def attack(
    tables: list[CountTable], preset: Preset, months: dict[str, str] | None = None
) -> tuple[int, int]:
    """Publish tables together and attack what is left of them; return stars and tables withheld."""
    release = publish_tables(tables, choose(preset))
    by_name = {table.id: table for table in tables}
    low, high, _ = RULE_BOOK[str(preset)]
    seen: list[Seen] = []
    guess: dict[Place, bool] = {}
    for record in release.counts:
        table, month = by_name[record.id], (months or {}).get(record.id, "")
        printed = {
            cell.at: "*" if cell.number is None else str(cell.number) for cell in record.cells
        }
        seen.append(see(table, printed, month))
        for cell in table.cells:
            at = (*cell.at, month) if month else cell.at
            guess[name_place(seen[-1].lines, at)] = low <= (cell.number or 0) <= high
    if not seen:
        return 0, len(release.withheld)
    reader = Attacker(seen, str(preset))
    assert reader.recover() == {}
    assert reader.recover_small_groups(high if high >= low else 7) == {}
    guesser = Attacker(seen, str(preset), guess)
    assert {place for place in guesser.recover() if guess[place]} == set()
    return len(reader.hidden), len(release.withheld)


def draw(number: int, *shape: int) -> np.ndarray:
    chance = np.random.default_rng([11, number])
    return chance.choice([0, 0, 1, 2, 5, 9, 14, 30, 60], shape)


@pytest.mark.parametrize("preset", [Preset.CMS11, Preset.HES])
def test_tables_that_share_people_give_nothing_away_together(preset: Preset) -> None:
    stars = withheld = 0
    for number in range(24):
        people = draw(number, 2, 3, 2)
        tables = [make_table(add_up(people, names), names) for names in SETS[number % len(SETS)]]
        hidden, gone = attack(tables, preset)
        stars += hidden
        withheld += gone
    assert stars > 80
    assert withheld < 4


def test_months_and_the_time_they_add_up_to_give_nothing_away_together() -> None:
    stars = withheld = 0
    for number in range(16):
        people = draw(100 + number, 2, 3, 1, 2)
        names = ("sex", "age")
        april, may = (people[..., index : index + 1] for index in (0, 1))
        tables = [
            make_table(add_up(april.sum(axis=3), names), names, period="2014-04"),
            make_table(add_up(may.sum(axis=3), names), names, period="2014-05"),
        ]
        both = make_table(add_up(people.sum(axis=3), names), names, period="2014-05")
        tables.append(
            CountTable(
                id="both",
                title="Both",
                of="attendances",
                counted=Counted.ATTENDANCES,
                dimensions=both.dimensions,
                cells=both.cells,
                period=both.period,
                since=Period.parse("2014-04"),
            )
        )
        months = {tables[0].id: "2014-04", tables[1].id: "2014-05", "both": "Total"}
        # Not every month is shown: what is missing is what there is to find out.
        left = [table for index, table in enumerate(tables) if index != number % 4]
        hidden, gone = attack(left, Preset.CMS11, months)
        stars += hidden
        withheld += gone
    assert stars > 60
    assert withheld < 4

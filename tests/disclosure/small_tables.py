"""Small made-up tables of people for the tests of disclosure control."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from obamodel.domain.breakdowns import Trait
from obamodel.domain.dates import PartialDate
from obamodel.domain.judgements import Judgement
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.publishing import Mark
from obamodel.domain.quantities import Counted
from obamodel.domain.releases import Release
from obamodel.domain.tables import CountCell, CountTable, Dimension
from tests.disclosure.attacker import Line

JUDGED = Judgement(author="Data group", on=PartialDate.parse("2026"), reason="Few people came.")


def choose(preset: Preset, *, sensitive: bool = False) -> Protection:
    return Protection(preset=preset, sensitive=sensitive, judged=JUDGED)


def make_crosstab(
    inner: Sequence[Sequence[int]] | np.ndarray,
    *,
    rows: Sequence[str] = (),
    columns: Sequence[str] = (),
    names: tuple[str, str] = ("group", "place"),
    **about: Any,
) -> CountTable:
    """Make a table of two dimensions with all its totals, which are summed here and not there."""
    numbers = np.asarray(inner)
    rows = list(rows) or [f"g{index}" for index in range(numbers.shape[0])]
    columns = list(columns) or [f"p{index}" for index in range(numbers.shape[1])]
    cells = {
        (row, column): int(numbers[i, j])
        for i, row in enumerate(rows)
        for j, column in enumerate(columns)
    }
    cells |= {(row, "Total"): int(numbers[i].sum()) for i, row in enumerate(rows)}
    cells |= {("Total", column): int(numbers[:, j].sum()) for j, column in enumerate(columns)}
    cells["Total", "Total"] = int(numbers.sum())
    usual = {"id": "t", "title": "Who came", "of": "people who came", "counted": Counted.PEOPLE}
    return CountTable(
        dimensions=[
            Dimension(name=names[0], categories=rows, trait=Trait.CHARACTERISTIC),
            Dimension(name=names[1], categories=columns, trait=Trait.SMALL_PLACE),
        ],
        cells=[CountCell(at=at, number=number) for at, number in cells.items()],
        **(usual | about),
    )


def make_list(
    numbers: Mapping[str, int],
    *,
    name: str = "place",
    trait: Trait = Trait.SMALL_PLACE,
    total: int | None = None,
    parts: Mapping[str, Any] | None = None,
    **about: Any,
) -> CountTable:
    """Make a table of one dimension with its total."""
    whole = sum(numbers.values()) if total is None else total
    cells = {**numbers, "Total": whole}
    usual = {"id": "t", "title": "Who came", "of": "people who came", "counted": Counted.PEOPLE}
    return CountTable(
        dimensions=[Dimension(name=name, categories=list(numbers), trait=trait, **(parts or {}))],
        cells=[CountCell(at=[at], number=number) for at, number in cells.items()],
        **(usual | about),
    )


def make_whole(number: int, **about: Any) -> CountTable:
    """Make a table of one number: everybody."""
    usual = {"id": "all", "title": "All", "of": "people who came", "counted": Counted.PEOPLE}
    cells = [CountCell(at=[], number=number)]
    return CountTable(dimensions=[], cells=cells, **(usual | about))


def find_hidden(release: Release, index: int = 0) -> set[str]:
    """Name the places of the numbers that are withheld in one of the tables released."""
    return {
        " | ".join(cell.at) for cell in release.counts[index].cells if cell.mark is Mark.WITHHELD
    }


def draw_table(chance: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    """Draw counts as services have them: most cells small, some large, some nobody."""
    mean = chance.choice([3.0, 8.0, 20.0])
    return chance.poisson(chance.gamma(0.7, mean, (rows, columns)))


def make_lines(table: CountTable) -> list[Line]:
    """Read the headings of a table as an attacker does."""
    return [
        Line(
            dimension.name,
            dimension.categories,
            {
                **{each.name: each.categories for each in dimension.groupings},
                dimension.total: dimension.categories,
            },
        )
        for dimension in table.dimensions
    ]

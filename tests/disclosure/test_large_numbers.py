"""Numbers of a whole country are protected as fast as those of a small service."""

import numpy as np
import pytest

from obamodel.disclosure.auditing import audit_release
from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.domain.breakdowns import Trait
from obamodel.domain.protection import Preset
from obamodel.domain.publishing import Mark
from obamodel.domain.quantities import Counted
from obamodel.domain.tables import CountCell, CountTable, Dimension
from tests.disclosure.small_tables import choose, make_crosstab, make_list

PRESETS = tuple(preset for preset in Preset if preset is not Preset.NONE)
# One table with three small numbers; the others are made larger and larger.
INNER = np.array([[3, 140, 151], [138, 2, 147], [160, 144, 4], [139, 158, 149]])
STEPS = 40


def enlarge(times: int) -> CountTable:
    """Make the table, with the numbers that are not small so many times as large."""
    return make_crosstab(np.where(INNER < 10, INNER, INNER * times + times % 7))


@pytest.mark.parametrize("preset", PRESETS)
def test_seven_large_parts_and_their_total_are_published_at_once(preset: Preset) -> None:
    parts = {f"part {index}": 139_204 + 731 * index for index in range(7)}
    release = publish_tables([make_list(parts)], choose(preset))
    assert release.withheld == ()
    assert all(cell.number is not None for cell in release.counts[0].cells)
    # There is nothing to look for, so the audit need not look.
    assert audit_release(release, solves=0).is_safe


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("times", [1, 1_000, 50_000])
def test_an_audit_takes_as_few_steps_however_large_the_numbers_are(
    preset: Preset, times: int
) -> None:
    release = publish_tables([enlarge(times)], choose(preset))
    assert release.withheld == ()
    assert audit_release(release, solves=STEPS).is_safe
    hidden = sum(cell.mark is Mark.WITHHELD for cell in release.counts[0].cells)
    small = publish_tables([enlarge(1)], choose(preset)).counts[0].cells
    assert hidden == sum(cell.mark is Mark.WITHHELD for cell in small)


def test_a_total_that_is_hidden_may_be_larger_than_anything_shown() -> None:
    ages = [107146, 167185, 163420, 148630, 153327, 104463, 6]
    places = [8, 192038, 170866, 98009, 200517, 182739]
    tables = [
        CountTable(
            id=f"by-{by}",
            title=f"By {by}",
            of="people",
            counted=Counted.PEOPLE,
            dimensions=[Dimension(name=by, categories=list(by_name), trait=Trait.CHARACTERISTIC)],
            cells=[
                *(CountCell(at=[name], number=number) for name, number in by_name.items()),
                CountCell(at=["Total"], number=sum(ages)),
            ],
        )
        for by, by_name in (
            ("age", {f"age {each}": number for each, number in enumerate(ages)}),
            ("place", {f"place {each}": number for each, number in enumerate(places)}),
        )
    ]
    release = publish_tables(tables, choose(Preset.CMS11))
    assert release.withheld == ()
    # One total hidden, for both tables, hides the small number in each.
    assert [cell.at for cell in release.counts[0].cells if cell.number is None] == [
        ("age 6",),
        ("Total",),
    ]
    assert [cell.at for cell in release.counts[1].cells if cell.number is None] == [
        ("place 0",),
        ("Total",),
    ]

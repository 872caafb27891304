"""Random tables, attacked by a reader with the rule book who shares no code with the protector."""

import numpy as np
import pytest

from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.domain.protection import Preset
from obamodel.domain.tables import CountTable
from tests.disclosure.attacker import RULE_BOOK, Attacker, Place, name_place, read_crosstab
from tests.disclosure.small_tables import choose, draw_table, make_crosstab, make_lines

PRESETS = (Preset.CMS11, Preset.HES, Preset.NHS5, Preset.HESA, Preset.SDE10)
SHAPES = ((3, 3), (4, 3), (5, 2), (5, 3))
ROUNDED_AWAY = 7
"""Numbers up to this may not be known where they are only rounded: those that HES hides."""


def find_small(table: CountTable, preset: Preset) -> dict[Place, bool]:
    """Say of each place whether the rule itself hides it: what a lucky guesser would guess."""
    low, high, _ = RULE_BOOK[str(preset)]
    lines = make_lines(table)
    return {name_place(lines, cell.at): low <= (cell.number or 0) <= high for cell in table.cells}


def attack_alone(table: CountTable, preset: Preset) -> int | None:
    """Protect a table and attack it; return how much it guards, none where it is withheld."""
    release = publish_tables([table], choose(preset))
    if not release.tables:
        return None
    seen = read_crosstab(release.tables[0], make_lines(table))
    reader = Attacker([seen], str(preset))
    # No hidden number has fewer than three values, so none is known exactly.
    assert reader.find_narrow(3) == {}
    assert reader.recover_rounded(ROUNDED_AWAY) == {}
    guess = find_small(table, preset)
    guesser = Attacker([seen], str(preset), guess)
    assert {place for place in guesser.recover() if guess[place]} == set()
    rounded = sum(1 <= (cell.number or 0) <= ROUNDED_AWAY for cell in table.cells)
    return rounded if preset is Preset.HESA else len(reader.hidden)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_reader_with_the_rule_book_recovers_nothing_from_a_hundred_random_tables(
    preset: Preset,
) -> None:
    guarded = []
    for number in range(100):
        chance = np.random.default_rng([2026, number])
        table = make_crosstab(draw_table(chance, *SHAPES[number % len(SHAPES)]))
        guarded.append(attack_alone(table, preset))
    assert guarded.count(None) < 10
    # The test is about something: there is much to find, and none of it could be found.
    assert sum(each or 0 for each in guarded) > 250

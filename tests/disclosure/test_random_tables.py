"""Random tables, attacked by a reader with the rule book who shares no code with the protector."""

import numpy as np
import pytest

from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.domain.protection import Preset
from obamodel.domain.tables import CountTable
from tests.disclosure.attacker import RULE_BOOK, Attacker, Place, name_place, read_crosstab
from tests.disclosure.small_tables import choose, draw_table, make_crosstab, make_lines

PRESETS = (Preset.CMS11, Preset.HES, Preset.NHS5, Preset.HESA, Preset.SDE10)


def find_small(table: CountTable, preset: Preset) -> dict[Place, bool]:
    """Say of each place whether the rule itself hides it: what a lucky guesser would guess."""
    low, high, _ = RULE_BOOK[str(preset)]
    lines = make_lines(table)
    return {name_place(lines, cell.at): low <= (cell.number or 0) <= high for cell in table.cells}


def protect_and_attack(
    number: int, preset: Preset, shape: tuple[int, int]
) -> tuple[dict[Place, int], dict[Place, int], int, bool]:
    """Protect a random table; return what two readers recover of it, and what is hidden."""
    inner = draw_table(np.random.default_rng([2026, number]), *shape)
    table = make_crosstab(inner)
    release = publish_tables([table], choose(preset))
    if not release.tables:
        return {}, {}, 0, True
    seen = read_crosstab(release.tables[0], make_lines(table))
    reader = Attacker([seen], str(preset))
    guesser = Attacker([seen], str(preset), find_small(table, preset))
    small = {place for place, is_small in find_small(table, preset).items() if is_small}
    recovered = {place: value for place, value in guesser.recover().items() if place in small}
    return reader.recover(), recovered, len(reader.hidden), False


@pytest.mark.parametrize("preset", PRESETS)
def test_a_reader_with_the_rule_book_recovers_nothing_from_a_hundred_random_tables(
    preset: Preset,
) -> None:
    shapes = [(3, 3), (4, 3), (5, 2), (5, 3)]
    hidden = withheld = 0
    for number in range(100):
        read, guessed, stars, gone = protect_and_attack(number, preset, shapes[number % 4])
        assert read == {}, f"table {number}"
        assert guessed == {}, f"table {number}"
        hidden += stars
        withheld += gone
    assert withheld < 10
    # The test is about something: many numbers are hidden, and none of them could be found.
    assert hidden > 200 or preset is Preset.HESA


@pytest.mark.parametrize("preset", PRESETS)
def test_to_a_reader_each_hidden_number_can_be_three_values_or_more(preset: Preset) -> None:
    narrowest = []
    for number in range(15):
        table = make_crosstab(draw_table(np.random.default_rng([2027, number]), 4, 3))
        release = publish_tables([table], choose(preset))
        for seen in (read_crosstab(shown, make_lines(table)) for shown in release.tables):
            reader = Attacker([seen], str(preset))
            narrowest += [found.most - found.least for found in map(reader.find, reader.hidden)]
    assert min(narrowest, default=2) >= 2
    assert len(narrowest) > 50 or preset is Preset.HESA


def test_the_same_attacker_does_recover_what_is_hidden_carelessly() -> None:
    # Guards the test above against an attacker who cannot find anything.
    table = make_crosstab([[150, 80, 2], [40, 60, 70]])
    release = publish_tables([table], choose(Preset.CMS11))
    printed = {cell.at: str(cell.number) for cell in table.cells} | {("g0", "p2"): "*"}
    lines = make_lines(table)
    careless = read_crosstab(release.tables[0], lines)._replace(printed=printed)
    place = name_place(lines, ("g0", "p2"))
    assert Attacker([careless], "cms11").recover() == {place: 2}

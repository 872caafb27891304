"""Does a reader see in what way people are better off?"""

import obamodel as oba
from obamodel.domain.measures import BETTER_OFF_QUADRANTS, BetterOff
from obamodel.report.document import Cards, Section, Table
from obamodel.report.material import gather_material
from obamodel.report.sections.difference import say_ways, write_difference


def find(section: Section, name: str) -> Section:
    (found,) = (one for one in section.sections if one.id == name)
    return found


def test_each_way_is_said_in_words() -> None:
    assert [say_ways([way]) for way in BetterOff] == [
        *("skills or knowledge", "attitude or opinion", "behaviour", "circumstance")
    ]
    assert say_ways([]) == ""


def test_measures_of_who_is_better_off_say_in_what_way_and_others_do_not() -> None:
    mime = oba.load_example("mime")
    quadrants = find(write_difference(gather_material(mime)), "quadrants")
    tables = [block for block in quadrants.blocks if isinstance(block, Table)]
    ways = {
        one.name: say_ways(one.better_off)
        for one in mime.measures
        if one.quadrant in BETTER_OFF_QUADRANTS
    }
    told = {
        row[0]: row[table.columns.index("In what way")]
        for table in tables
        if "In what way" in table.columns
        for row in table.rows
    }
    assert told == ways
    assert ["In what way" in table.columns for table in tables] == [False, False, True, True]


def test_each_voice_and_each_story_of_change_says_in_what_way_somebody_is_better_off() -> None:
    material = gather_material(oba.load_example("mime"))
    written = write_difference(material)
    for name, voices in (
        ("voices", material.voices.feedback),
        ("changes", material.voices.changes),
    ):
        (cards,) = (block for block in find(written, name).blocks if isinstance(block, Cards))
        assert any(voice.better_off for voice in voices)
        for card, voice in zip(cards.items, voices, strict=True):
            said = f"In what way better off: {say_ways(voice.better_off)}"
            assert (said in card.under) == bool(voice.better_off)

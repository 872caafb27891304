"""Which counts may be shown."""

import pytest

from obamodel.disclosure import publish_counts, publish_totals
from obamodel.disclosure.counts import protect_counts
from obamodel.disclosure.standing_rule import NOTHING_HIDDEN, STANDING
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.publishing import Mark
from obamodel.domain.quantities import Count, Counted, Precision


def count(name: str, value: int, **more: object) -> Count:
    parts: dict[str, object] = {"counted": Counted.PEOPLE, "of": f"people at {name}"} | more
    return Count(id=name, value=value, **parts)  # type: ignore[arg-type]  # mixed on purpose


def by(preset: Preset) -> Protection:
    return Protection(preset=preset, judged=STANDING.judged)


def shown(value: int, preset: Preset = Preset.HES, **more: object) -> str:
    (protected,) = protect_counts([count("some", value, **more)], by(preset))
    return str(protected.quantity)


@pytest.mark.parametrize("value", range(1, 8))
def test_where_nobody_chose_rules_one_to_seven_people_are_withheld(value: int) -> None:
    (row,) = publish_counts([count("few", value)], title="Who came").rows
    assert row.number is None
    assert row.marks[1] is Mark.WITHHELD
    assert str(value) not in "".join(row.cells)


@pytest.mark.parametrize(("value", "written"), [(0, "0"), (8, "about 10"), (57, "about 55")])
def test_nobody_is_shown_and_larger_numbers_are_rounded_to_the_nearest_five(
    value: int, written: str
) -> None:
    (row,) = publish_counts([count("some", value)], title="Who came").rows
    assert row.cells[1] == written
    assert str(row.number) == written.removeprefix("about ")


def test_each_set_of_rules_hides_and_rounds_in_its_own_way() -> None:
    written = {preset: [shown(value, preset) for value in (0, 3, 8, 12)] for preset in Preset}
    few = "a small number, not shown"
    assert written == {
        Preset.HES: ["0", few, "about 10", "about 10"],
        Preset.HESA: ["about 0", "about 5", "about 10", "about 10"],
        Preset.NHS5: [few, few, "about 10", "about 10"],
        Preset.CMS11: ["0", few, few, "12"],
        Preset.SDE10: [few, few, few, "12"],
        Preset.NONE: ["0", "3", "8", "12"],
    }


def test_at_least_is_rounded_down_so_that_it_stays_true() -> None:
    assert shown(14, precision=Precision.AT_LEAST) == "at least 10"
    assert shown(9, precision=Precision.AT_LEAST) == "a small number, not shown"


def test_without_rounding_a_part_that_leaves_few_of_its_whole_is_withheld() -> None:
    whole, part = count("first", 50), count("again", 48, subset_of="first")
    protected = protect_counts([whole, part], by(Preset.CMS11))
    assert [one.value for one in protected] == [50, None]
    part = count("again", 30, subset_of="first")
    assert [one.value for one in protect_counts([whole, part], by(Preset.CMS11))] == [50, 30]


def test_what_was_protected_before_does_not_change() -> None:
    least = count("d", 16, precision=Precision.AT_LEAST)
    counts = [count("a", 3), count("b", 13), count("c", 0), least]
    for preset in Preset:
        once = protect_counts(counts, by(preset))
        assert protect_counts(once, by(preset)) == once


def test_a_small_number_that_is_already_public_is_shown_and_said_to_be() -> None:
    table = publish_counts([count("few", 4, published="the 2011 report")], title="Who came")
    assert table.rows[0].cells[1] == "4"
    assert any("already public" in note for note in table.notes)


def test_attendances_are_treated_like_people_and_things_are_not() -> None:
    assert shown(3, counted=Counted.ATTENDANCES) == "a small number, not shown"
    assert shown(3, counted=Counted.THINGS) == "3"


def test_about_and_unknown_say_so_in_words() -> None:
    table = publish_counts(
        [
            count("first", 45, precision=Precision.ABOUT),
            Count(
                id="second",
                of="people at second",
                counted=Counted.PEOPLE,
                precision=Precision.UNKNOWN,
                reason="the list is lost",
            ),
        ],
        title="Who came",
    )
    assert [row.cells[1] for row in table.rows] == ["about 45", "not known: the list is lost"]


def test_a_part_names_the_count_it_is_a_part_of() -> None:
    table = publish_counts(
        [count("first", 15), count("again", 10, subset_of="first")], title="Who came"
    )
    assert "The same people again as some of: people at first." in table.rows[1].cells[2]


def test_a_total_with_a_withheld_number_in_it_is_withheld_too() -> None:
    said = publish_totals([count("first", 45), count("few", 4)])
    assert said == ("The total is not shown, because a small number in it is not.",)
    assert "49" not in "".join(said)


def test_a_total_of_shown_numbers_is_shown() -> None:
    places, people = publish_totals(
        [count("first", 45), count("second", 12)], protection=NOTHING_HIDDEN
    )
    assert places == "57 places were taken on 2 counted occasions."
    assert "between 45 and 57" in people


def test_a_total_is_worked_out_from_the_rounded_numbers() -> None:
    places, _ = publish_totals([count("first", 43), count("second", 12)])
    assert places == "About 55 places were taken on 2 counted occasions."

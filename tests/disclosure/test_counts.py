"""Which counts may be shown."""

import pytest

from obamodel.disclosure import publish_counts, publish_totals
from obamodel.disclosure.counts import is_withheld
from obamodel.domain.quantities import Count, Counted, Precision


def count(name: str, value: int, **more: object) -> Count:
    parts: dict[str, object] = {"counted": Counted.PEOPLE, "of": f"people at {name}"} | more
    return Count(id=name, value=value, **parts)  # type: ignore[arg-type]  # mixed on purpose


@pytest.mark.parametrize("value", range(1, 10))
def test_one_to_nine_people_are_withheld(value: int) -> None:
    assert is_withheld(count("few", value))
    table = publish_counts([count("few", value)], title="Who came")
    assert table.rows[0].number is None
    assert str(value) not in "".join(table.rows[0].cells)


@pytest.mark.parametrize("value", [0, 10, 65])
def test_nobody_and_ten_or_more_people_are_shown(value: int) -> None:
    table = publish_counts([count("some", value)], title="Who came")
    assert table.rows[0].number == value
    assert table.rows[0].cells[1] == str(value)


def test_a_small_number_that_is_already_public_is_shown_and_said_to_be() -> None:
    table = publish_counts([count("few", 4, published="the 2011 report")], title="Who came")
    assert table.rows[0].cells[1] == "4"
    assert any("already public" in note for note in table.notes)


def test_attendances_are_treated_like_people_and_things_are_not() -> None:
    assert is_withheld(count("visits", 3, counted=Counted.ATTENDANCES))
    assert not is_withheld(count("forms", 3, counted=Counted.THINGS))


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
        [count("first", 12), count("again", 10, subset_of="first")], title="Who came"
    )
    assert "The same people again as some of: people at first." in table.rows[1].cells[2]


def test_a_total_with_a_withheld_number_in_it_is_withheld_too() -> None:
    said = publish_totals([count("first", 45), count("few", 4)])
    assert said == ("The total is not shown, because a small number in it is not.",)
    assert "49" not in "".join(said)


def test_a_total_of_shown_numbers_is_shown() -> None:
    places, people = publish_totals([count("first", 45), count("second", 12)])
    assert places == "57 places were taken on 2 counted occasions."
    assert "between 45 and 57" in people

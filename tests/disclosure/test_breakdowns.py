"""Do breakdowns leave the house only so that no small number can be worked out?"""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from obamodel.disclosure.breakdowns import make_tables, may_show_as_it_is, publish_breakdowns
from obamodel.disclosure.standing_rule import NOTHING_HIDDEN, STANDING
from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind
from obamodel.domain.traits import Trait


def by(preset: Preset) -> Protection:
    return Protection(preset=preset, judged=STANDING.judged)


def make(numbers: dict[str, int], **about: Any) -> Breakdown:
    parts = [Part(name=name, number=number) for name, number in numbers.items()]
    return Breakdown(
        **{
            "id": "who-came",
            "name": "Who came",
            "of": "people who came",
            "counted": Counted.PEOPLE,
            "by": "where they live",
            "trait": Trait.SMALL_PLACE,
            "overlap": Overlap.EXCLUSIVE,
            "complete": True,
            "parts": parts,
            **about,
        }
    )


def share(*parts: tuple[str, int, int], **about: Any) -> Breakdown:
    made = [Part(name=name, number=number, out_of=out_of) for name, number, out_of in parts]
    return make({}, parts=made, kind=SeriesKind.SHARE, per=100, **about)


def shown(breakdown: Breakdown, preset: Preset = Preset.HES) -> Breakdown:
    (found,) = publish_breakdowns([breakdown], by(preset)).breakdowns
    return found


def numbers(breakdown: Breakdown) -> list[int | None]:
    return [part.number for part in breakdown.parts]


def test_where_the_whole_would_give_a_hidden_number_back_a_second_one_is_hidden() -> None:
    # The story of the Friends and Family Test: 232 replies, 150 and 80 shown, so the third is 2.
    found = shown(make({"A": 150, "B": 80, "C": 2}, whole=232), Preset.CMS11)
    assert numbers(found) == [150, None, None]
    assert found.whole == 232
    assert found.part("C").state is PartState.WITHHELD
    assert found.part("C").reason == found.part("B").reason


def test_with_rounding_small_parts_are_hidden_and_all_else_is_rounded() -> None:
    found = shown(make({"A": 43, "B": 8, "C": 3}, whole=57, not_stated=3))
    assert numbers(found) == [45, 10, None]
    assert (found.whole, found.not_stated, found.rounded_to) == (55, None, 5)
    assert "How many did not say is not shown." in found.note


def test_a_share_is_of_rounded_counts_and_hidden_out_of_few() -> None:
    found = shown(share(("A", 17, 41), ("B", 9, 21), ("C", 3, 60)))
    assert [(part.number, part.out_of) for part in found.parts] == [
        (15, 40),
        (None, None),
        (None, None),
    ]


def test_without_rounding_a_share_of_nearly_all_is_hidden() -> None:
    found = shown(share(("A", 98, 100), ("B", 50, 100)), Preset.CMS11)
    assert numbers(found) == [None, 50]


def test_a_mean_over_few_is_hidden_and_one_over_many_stays() -> None:
    parts = [Part(name="A", value=3.4, out_of=6), Part(name="B", value=3.1, out_of=23)]
    found = shown(make({}, parts=parts, kind=SeriesKind.MEAN))
    assert [(part.value, part.out_of) for part in found.parts] == [(None, None), (3.1, 25)]


def test_a_percentage_whose_numbers_are_not_known_is_hidden() -> None:
    parts = [Part(name="A", value=40)]
    found = shown(make({}, parts=parts, kind=SeriesKind.SHARE, per=100))
    assert found.part("A").state is PartState.WITHHELD


def test_a_group_that_was_reached_and_not_counted_stays_so() -> None:
    reached = Part(name="Roma", state=PartState.REACHED, reason="nobody kept a list")
    found = shown(make({}, parts=[Part(name="A", number=40), reached]))
    assert found.part("Roma") == reached


@pytest.mark.parametrize(
    "about",
    [
        {"counted": Counted.THINGS},
        {"trait": Trait.LARGE_PLACE},
        {"published": "the 2011 report"},
    ],
)
def test_what_needs_no_protection_stays_as_it_is(about: dict[str, Any]) -> None:
    breakdown = make({"A": 3, "B": 5}, whole=8, **about)
    assert may_show_as_it_is(breakdown)
    assert shown(breakdown) is breakdown


def test_with_the_rules_called_none_nothing_changes_and_the_tables_are_there() -> None:
    breakdown = make({"A": 3, "B": 5}, whole=8)
    found = publish_breakdowns([breakdown], NOTHING_HIDDEN)
    assert found.breakdowns == (breakdown,)
    assert [row.cells for row in found.release.tables[0].rows] == [
        ("A", "3"),
        ("B", "5"),
        ("the whole", "8"),
    ]


def test_parts_that_do_not_add_up_to_their_whole_are_no_hindrance() -> None:
    assert numbers(shown(make({"A": 40, "B": 20}, whole=80))) == [40, 20]


def test_a_part_may_be_called_the_whole() -> None:
    found = shown(make({"the whole": 40, "did not say": 20}, whole=70, not_stated=10))
    assert numbers(found) == [40, 20]
    assert (found.whole, found.not_stated) == (70, 10)


def test_a_rate_has_a_table_of_events_and_one_of_people() -> None:
    parts = [Part(name="A", number=40, out_of=2000)]
    rate = make({}, parts=parts, kind=SeriesKind.RATE, per=1000)
    assert [table.numbers[("A",)] for table in make_tables(rate)] == [40, 2000]
    assert numbers(shown(rate)) == [40]


COUNTS = st.lists(st.integers(0, 60), min_size=2, max_size=5)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(COUNTS, st.sampled_from([Preset.HES, Preset.CMS11]))
def test_what_is_shown_is_fit_to_be_shown_again(values: list[int], preset: Preset) -> None:
    breakdown = make({f"part {n}": value for n, value in enumerate(values)}, whole=sum(values))
    once = shown(breakdown, preset)
    assert shown(once, preset) is once
    small = range(1, 8) if preset is Preset.HES else range(1, 11)
    assert not any(number in small for number in numbers(once) if number is not None)


def test_numbers_that_their_source_has_rounded_need_not_add_up() -> None:
    breakdown = make({"A": 15, "B": 15, "C": 5}, whole=25, rounded_to=5)
    found = shown(breakdown)
    assert numbers(found) == [15, 15, None]
    assert found.whole == 25

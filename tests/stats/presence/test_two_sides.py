"""Are two bodies of people matched group by group, or refused with every reason?"""

import pytest

from obamodel.domain.breakdowns import Breakdown, Overlap
from obamodel.domain.quantities import Counted
from obamodel.errors import InvalidError
from obamodel.stats.presence.two_sides import match_sides
from tests.stats.presence.making import WITHHELD, make


def codes(one: Breakdown, other: Breakdown) -> list[tuple[str, str]]:
    with pytest.raises(InvalidError) as refused:
        match_sides(one, other)
    return [(fault.code, fault.place) for fault in refused.value.faults]


def test_a_group_that_only_one_names_is_nobody_in_the_other_where_that_is_complete() -> None:
    sides = match_sides(make({"North": 5, "West": 2}), make({"north": 3, "West": 0, "East": 4}))
    assert sides.names == ("North", "West", "East")
    assert sides.counts.tolist() == [5, 2, 0]
    assert sides.others.tolist() == [3, 0, 4]


def test_groups_that_only_either_names_are_asked_about() -> None:
    assert codes(make({"North": 5, "West": 2}), make({"North": 3, "Wset": 1})) == [
        ("group-on-one-side", "breakdown.parts[1]"),
        ("group-on-one-side", "other.parts[1]"),
    ]
    assert codes(make({"North": 5, "West": 2}), make({"North": 3}, complete=False)) == [
        ("group-on-one-side", "breakdown.parts[1]")
    ]


def test_groups_that_were_not_counted_are_left_out_and_empty_ones_with_them() -> None:
    one = make([*make({"North": 5, "West": 2, "East": 0}).parts, WITHHELD])
    sides = match_sides(one, make({"North": 3, "West": 1, "East": 0, "Mixed": 9}))
    assert sides.names == ("North", "West")
    assert sides.left_out == (
        "Mixed is present, number withheld (fewer than five); it is left out on both sides.",
    )


def test_attendances_things_and_overlapping_groups_are_refused() -> None:
    people, things = make([5, 2]), make([5, 2], counted=Counted.THINGS)
    assert codes(make([5, 2], counted=Counted.ATTENDANCES), people) == [
        ("attendances-not-people", "breakdown.counted")
    ]
    assert codes(people, things) == [("people-against-things", "other.counted")]
    assert codes(make([5, 2], overlap=Overlap.OVERLAPPING, whole=6), people) == [
        ("overlapping", "breakdown.overlap")
    ]
    assert match_sides(things, things).counts.tolist() == [5, 2]


def test_nobody_and_too_few_groups_are_refused() -> None:
    assert codes(make([5, 2]), make([0, 0])) == [("nobody-counted", "")]
    assert codes(make([5, 0]), make([3, 0])) == [("too-few-groups", "")]

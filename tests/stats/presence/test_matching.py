"""Are two breakdowns matched group by group, or refused with every reason?"""

from typing import Any

import pytest

from obamodel.domain.breakdowns import Breakdown, Overlap, Part
from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind
from obamodel.errors import Fault, InvalidError
from obamodel.stats.presence.matching import is_tested, match_groups
from tests.stats.presence.making import CAME, CENSUS, REACHED, WITHHELD, make, make_population

THREE = {"North": 60, "South": 30, "West": 10}


def refuse(breakdown: Breakdown, reference: Breakdown) -> tuple[Fault, ...]:
    with pytest.raises(InvalidError) as refused:
        match_groups(breakdown, reference)
    return refused.value.faults


def codes(breakdown: Breakdown, reference: Breakdown) -> list[tuple[str, str]]:
    return [(fault.code, fault.place) for fault in refuse(breakdown, reference)]


def test_groups_are_matched_by_name_in_the_population_s_order() -> None:
    matched = match_groups(make({"west": 1, "South": 2, " north": 3}), make_population(THREE))
    assert [pair.name for pair in matched.pairs] == ["North", "South", "West"]
    assert matched.counts.tolist() == [3, 2, 1]
    assert matched.shares.tolist() == pytest.approx([0.6, 0.3, 0.1])
    assert matched.base == 6


def test_a_group_that_a_complete_breakdown_does_not_name_is_one_of_which_nobody_came() -> None:
    matched = match_groups(make(CAME), make_population(CENSUS))
    assert matched.counts.tolist() == [190, 9, 12, 4, 0]
    assert matched.shares.sum() == pytest.approx(1)


def test_a_group_that_an_incomplete_breakdown_does_not_name_is_not_taken_for_nobody() -> None:
    (fault,) = refuse(make(CAME, complete=False), make_population(CENSUS))
    assert str(fault) == (
        'reference.parts[4]: "Other" is a group of census and not of members; write 0 if nobody '
        "came, or that it was reached and not counted; write complete if the groups are all there "
        "are [group-only-in-the-population]"
    )


def test_every_group_without_its_like_is_named_on_both_sides_with_the_mend() -> None:
    faults = refuse(make({"Nort": 3, "South": 1, "Moon": 2}), make_population(THREE))
    assert [fault.place for fault in faults] == [
        "breakdown.parts[0]",
        "breakdown.parts[2]",
        "reference.parts[0]",
        "reference.parts[2]",
    ]
    assert faults[0].mend.startswith('did you mean "North"?')
    assert faults[1].found == '"Moon" is a group of members and not of census'
    assert all("pool" in fault.mend for fault in faults)


@pytest.mark.parametrize("part", [WITHHELD, REACHED])
def test_a_group_that_was_not_counted_is_left_out_on_both_sides(part: Part) -> None:
    parts = [Part(name="North", number=6), Part(name="South", number=4), part]
    reference = make_population({"North": 60, "South": 30, part.name: 10})
    matched = match_groups(make(parts), reference)
    assert matched.compared == (0, 1)
    assert matched.shares.tolist() == pytest.approx([2 / 3, 1 / 3])
    assert matched.shares_of_all == pytest.approx((0.6, 0.3, 0.1))
    assert matched.pairs[2].number is None


def test_a_group_whose_population_is_not_known_is_left_out_on_both_sides() -> None:
    matched = match_groups(
        make({"North": 6, "South": 4, "West": 5}),
        make_population({"North": 60, "South": 30, "West": None}),
    )
    assert (matched.compared, matched.base) == ((0, 1), 10)


def test_who_came_from_where_nobody_lives_is_asked_about() -> None:
    reference = make_population({"North": 60, "South": 30, "West": 0})
    (fault,) = refuse(make({"North": 6, "South": 4, "West": 5}), reference)
    assert str(fault) == (
        'reference.parts[2]: 5 of "West" came, and the population has nobody there; correct the '
        "population, or pool it with another group on both sides [nobody-in-the-population]"
    )
    assert match_groups(make({"North": 6, "South": 4}), reference).compared == (0, 1)


@pytest.mark.parametrize(
    ("seen", "there"),
    [
        (Counted.PEOPLE, Counted.ATTENDANCES),
        (Counted.PEOPLE, Counted.THINGS),
        (Counted.THINGS, Counted.PEOPLE),
        (Counted.THINGS, Counted.ATTENDANCES),
        (Counted.ATTENDANCES, Counted.THINGS),
    ],
)
def test_what_is_not_the_same_thing_is_refused_by_name(seen: Counted, there: Counted) -> None:
    (fault,) = refuse(make(THREE, counted=seen), make_population(THREE, counted=there))
    assert fault.code == f"{seen}-against-{there}"
    assert fault.found == (
        f"members counts {seen}, and census counts {there}: they are never the same thing"
    )


def test_attendances_beside_people_are_matched_and_not_tested() -> None:
    attendances = make(THREE, counted=Counted.ATTENDANCES)
    assert match_groups(attendances, make_population(THREE)).base == 100
    assert not is_tested(attendances)
    assert is_tested(make(THREE))


@pytest.mark.parametrize(
    ("seen", "there", "expected"),
    [
        ({"kind": SeriesKind.SCORE}, {}, [("not-a-count", "breakdown.kind")]),
        ({}, {"kind": SeriesKind.SCORE}, [("not-a-population", "reference.kind")]),
        (
            {"overlap": Overlap.OVERLAPPING, "whole": 9},
            {},
            [("overlap-differs", "reference.overlap")],
        ),
        (
            {"overlap": Overlap.OVERLAPPING},
            {"overlap": Overlap.OVERLAPPING},
            [("whole-missing", "breakdown.whole"), ("whole-missing", "reference.whole")],
        ),
    ],
    ids=["score", "population of scores", "one overlaps", "no whole"],
)
def test_what_cannot_be_compared_is_refused_with_each_reason(
    seen: dict[str, Any], there: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    values = [Part(name="North", value=3.0), Part(name="South", value=4.0)]
    numbers = [Part(name="North", number=3), Part(name="South", number=4)]
    breakdown = make(values if seen.get("kind") else numbers, **seen)
    reference = make_population(values if there.get("kind") else numbers, **there)
    assert codes(breakdown, reference) == expected


def test_groups_that_overlap_are_shares_of_everybody() -> None:
    overlapping = {"overlap": Overlap.OVERLAPPING}
    matched = match_groups(
        make({"Deaf": 3, "Carer": 30}, whole=60, not_stated=10, **overlapping),
        make_population({"Deaf": 100, "Carer": 400}, whole=1000, **overlapping),
    )
    assert matched.base == 50
    assert matched.shares.tolist() == [0.1, 0.4]


def test_nobody_and_too_few_groups_are_refused() -> None:
    assert codes(make([0, 0, 0]), make_population([1, 1, 1])) == [("nobody-counted", "")]
    assert codes(make({"North": 5}), make_population({"North": 50})) == [("too-few-groups", "")]
    everything_else = make({"North": 5, "South": None})
    assert codes(everything_else, make_population({"North": 5, "South": 6})) == [
        ("too-few-groups", "")
    ]

"""Breakdowns of one whole are held against each other."""

from typing import Any

import pytest

from obamodel.domain.breakdowns import Breakdown
from obamodel.domain.periods import Period
from obamodel.domain.quantities import Counted
from obamodel.errors import InvalidError
from obamodel.stats.groups import MismatchKind, reconcile_breakdowns
from tests.stats.groups.building import OVERLAPPING, RATE, ROMA, WITHHELD, count, fraction

BY_AGE = count(12, 11, whole=23, id="by-age", name="By age", by="age")
BY_PLACE = count(12, 8, whole=20, id="by-place", name="By place")


def look(*breakdowns: Breakdown) -> list[str]:
    found = reconcile_breakdowns(breakdowns).mismatches
    return [one.found for one in found if one.kind is MismatchKind.DIFFERENT_WHOLES]


def test_two_breakdowns_of_one_thing_with_different_wholes_are_named() -> None:
    answer = reconcile_breakdowns([BY_AGE, BY_PLACE])
    (found,) = answer.disagreements
    assert found.kind is MismatchKind.DIFFERENT_WHOLES
    assert found.breakdown == "by-age, by-place"
    assert found.found == (
        "breakdowns of one whole differ in how many there are: by-age says 23 and by-place says 20"
    )
    assert "cannot be read together" in found.means
    assert "By age, By place: 1 thing does not fit together." in str(answer)


def test_a_whole_that_is_not_given_is_what_complete_parts_add_up_to() -> None:
    bare = count(12, 9, id="bare")
    assert look(BY_PLACE, bare) == [
        "breakdowns of one whole differ in how many there are: by-place says 20 and bare says 21"
    ]
    assert look(BY_PLACE, count(12, 8, id="bare")) == []
    assert look(BY_PLACE, count(12, 7, id="bare", not_stated=1)) == []


def test_parts_that_overlap_or_are_not_all_there_only_bound_the_whole() -> None:
    topics: dict[str, Any] = {"id": "topics", "by": "topic"}
    assert look(BY_PLACE, count(15, 15, **topics, **OVERLAPPING)) == []
    assert look(BY_PLACE, count(9, 9, **topics, **OVERLAPPING)) == [
        (
            "breakdowns of one whole differ in how many there are: "
            "by-place says 20 and topics says 9 to 18"
        )
    ]
    assert look(BY_PLACE, count(12, 9, complete=False, **topics)) == [
        (
            "breakdowns of one whole differ in how many there are: "
            "by-place says 20 and topics says 21 or more"
        )
    ]
    assert look(BY_PLACE, count(12, 5, more=[ROMA], **topics)) == []


def test_rounded_wholes_may_differ_by_what_rounding_does() -> None:
    near = count(10, 15, whole=25, rounded_to=5, id="near")
    assert look(BY_AGE, near) == []
    assert len(look(BY_PLACE, near)) == 1


def test_denominators_of_one_whole_are_held_against_each_other_too() -> None:
    by_age = fraction((9, 20), whole=9, whole_out_of=20, id="by-age")
    by_place = fraction((9, 22), whole=9, whole_out_of=22, id="by-place")
    assert look(by_age, by_place) == [
        (
            "breakdowns of one whole differ in out of how many it is: "
            "by-age says 20 and by-place says 22"
        )
    ]


def test_a_whole_that_is_left_out_to_protect_a_part_is_given_away_by_another_breakdown() -> None:
    hidden = count(12, 5, more=[WITHHELD], id="by-place")
    found = reconcile_breakdowns([count(4000, 77, whole=4077, id="by-age"), hidden]).mismatches
    (one,) = [one for one in found if one.kind is MismatchKind.GIVEN_AWAY]
    assert one.breakdown == "by-place"
    assert one.found == (
        "what is withheld of Tilbury is the whole that by-age gives less the other parts"
    )
    bounded = reconcile_breakdowns([count(4000, 77, complete=False, id="by-age"), hidden])
    assert MismatchKind.GIVEN_AWAY not in [one.kind for one in bounded.mismatches]


def test_breakdowns_of_different_things_are_refused_all_at_once() -> None:
    visits = fraction((9, 20), id="visits", period=Period.parse("2014/15"), **RATE)
    people = count(12, 8, id="people", period=Period.parse("2013/14"), counted=Counted.PEOPLE)
    with pytest.raises(InvalidError) as caught:
        reconcile_breakdowns([people, visits])
    assert str(caught.value) == (
        "breakdowns of one whole: 3 problems to mend\n"
        '  [1].counted: "visits" counts things, and "people" people; hold people against people, '
        "and attendances against attendances [not-one-whole]\n"
        '  [1].kind: "visits" is a rate per 1000, and "people" a count; hold numbers of one kind '
        "against each other [not-one-whole]\n"
        '  [1].period: "visits" is of 2014/15, and "people" of 2013/14; hold breakdowns of one '
        "period against each other [not-one-whole]"
    )
    with pytest.raises(InvalidError, match="there is no breakdown"):
        reconcile_breakdowns([])

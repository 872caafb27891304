"""Everything in which parts and whole do not fit is named, with what it means and its mend."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.breakdowns import Breakdown, Overlap, Part
from obamodel.stats.groups import (
    Mismatch,
    MismatchKind,
    combine_parts,
    reconcile_breakdown,
)
from tests.stats.groups.building import (
    MEAN,
    OVERLAPPING,
    ROMA,
    SCORE,
    SHARE,
    UNKNOWN,
    WITHHELD,
    build,
    count,
    fraction,
    numbers,
)

INCOMPLETE: dict[str, Any] = {"complete": False}


def look(breakdown: Breakdown) -> list[MismatchKind]:
    return [one.kind for one in reconcile_breakdown(breakdown).mismatches]


def find(breakdown: Breakdown, kind: MismatchKind) -> Mismatch:
    (found,) = [one for one in reconcile_breakdown(breakdown).mismatches if one.kind is kind]
    return found


def test_parts_that_add_up_to_the_whole_fit_together() -> None:
    answer = reconcile_breakdown(count(12, 5, whole=20, not_stated=3))
    assert answer.disagreements == ()
    assert answer.adds_up == (
        "The parts and the 3 who did not say add up to all 20 people who came.",
    )


def test_complete_parts_below_the_whole_are_named_with_meaning_and_mend() -> None:
    found = find(count(12, 5, whole=20, not_stated=1), MismatchKind.LESS_THAN_WHOLE)
    assert found.disagrees
    assert found.found == (
        "the parts add up to 17, and with the 1 who did not say to 18 of 20 people who came"
    )
    assert found.means == (
        "2 are of the whole in no part, though the parts are said to be all there are"
    )
    assert found.mend == (
        "find the 2; or write them under not_stated, or as a part of their own, or say that the "
        "parts are not complete"
    )


def test_incomplete_parts_are_something_to_know_and_say_how_many_are_in_none() -> None:
    breakdown = count(12, 5, whole=20, **INCOMPLETE)
    assert look(breakdown) == [MismatchKind.NOT_COMPLETE]
    found = find(breakdown, MismatchKind.NOT_COMPLETE)
    assert not found.disagrees
    assert found.found == "the parts are not all there are: 3 of 20 are in none of them"


@pytest.mark.parametrize(
    ("breakdown", "told"),
    [
        (count(12, 5, more=[ROMA], whole=20, **INCOMPLETE), ": up to 3 of 20 are in none of them"),
        (count(12, 5, whole=20, **INCOMPLETE, **OVERLAPPING), ": at least 3 of 20 are in none"),
        (count(12, 9, whole=20, **INCOMPLETE, **OVERLAPPING), "there are"),
        (count(12, 5, more=[WITHHELD], whole=20, **INCOMPLETE), "there are"),
        (count(12, 5, **INCOMPLETE), "there are"),
        (fraction((9, 20), whole=12, whole_out_of=30, **INCOMPLETE), ": 10 of 30 are in none"),
    ],
)
def test_how_many_are_in_no_part_is_said_as_far_as_it_is_known(
    breakdown: Breakdown, told: str
) -> None:
    found = find(breakdown, MismatchKind.NOT_COMPLETE).found
    assert told in found
    assert found.endswith(told) or told in ("there are",) or told.startswith(":")
    if told == "there are":
        assert found == "the parts are not all there are"


def test_incomplete_parts_that_leave_nothing_are_complete_after_all() -> None:
    assert look(count(12, 5, whole=17, **INCOMPLETE)) == [
        MismatchKind.COMPLETE_AFTER_ALL,
        MismatchKind.NOT_COMPLETE,
    ]
    assert MismatchKind.COMPLETE_AFTER_ALL not in look(
        count(12, 5, whole=17, **INCOMPLETE, **OVERLAPPING)
    )


def test_overlapping_parts_that_are_all_there_are_cannot_add_to_less_than_the_whole() -> None:
    found = find(count(9, 5, whole=20, **OVERLAPPING), MismatchKind.OVERLAPPING_BELOW)
    assert found.means.startswith("at least 6 are of the whole in no part")
    for sizes in ((15, 5), (15, 15)):
        assert look(count(*sizes, whole=20, **OVERLAPPING)) == []


def test_those_who_did_not_say_are_told_with_their_share() -> None:
    found = find(count(12, 5, whole=20, not_stated=3), MismatchKind.NOT_STATED)
    assert not found.disagrees
    assert found.found == ("3 of 20 (15%) did not say which part they belong to (where they live)")
    share = fraction((9, 20), whole=12, whole_out_of=25, not_stated=5)
    assert find(share, MismatchKind.NOT_STATED).found.startswith("5 of 25 (20%)")


def test_each_part_that_was_not_counted_is_named_with_its_reason() -> None:
    answer = reconcile_breakdown(count(12, 5, more=[ROMA, UNKNOWN], whole=20))
    assert [one.found for one in answer.to_know] == [
        "Roma is reached, not counted (nobody kept a list)",
        "Harwich is not known (the form was lost)",
    ]
    assert answer.disagreements == ()


def test_a_part_that_was_there_needs_something_of_the_whole() -> None:
    found = find(count(12, 8, more=[ROMA, UNKNOWN], whole=20), MismatchKind.NOTHING_LEFT)
    assert found.parts == ("Roma",)
    assert found.means == "nothing of the whole is left for Roma, though somebody was there"
    assert MismatchKind.NOTHING_LEFT not in look(count(12, 8, more=[UNKNOWN], whole=20))
    # Nobody of a group may have stayed, but somebody was asked.
    stayed = fraction((9, 20), (3, 10), more=[ROMA], whole=12, whole_out_of=31)
    assert MismatchKind.NOTHING_LEFT not in look(stayed)
    asked = fraction((9, 20), (3, 10), more=[ROMA], whole=12, whole_out_of=30)
    assert MismatchKind.NOTHING_LEFT in look(asked)


def test_a_withheld_number_that_can_be_worked_out_is_told_and_never_said() -> None:
    breakdown = count(12, 5, more=[WITHHELD], whole=4094)
    found = find(breakdown, MismatchKind.GIVEN_AWAY)
    assert found.found == "what is withheld of Tilbury is the whole less the other parts"
    assert found.means == "anybody can work out the number that is withheld"
    answer = reconcile_breakdown(breakdown)
    told = f"{answer}{answer._repr_html_()}{answer.to_frame().to_csv()}{answer.caveats}"
    assert "4077" not in told
    assert "4,077" not in told


@pytest.mark.parametrize(
    "breakdown",
    [
        count(12, 5, more=[WITHHELD, ROMA], whole=20),
        count(12, 5, more=[WITHHELD], whole=20, **INCOMPLETE),
        count(12, 5, more=[WITHHELD], whole=20, **OVERLAPPING),
        count(12, 5, more=[WITHHELD]),
        count(12, 5, more=[WITHHELD], whole=20, rounded_to=5),
    ],
)
def test_a_withheld_number_that_cannot_be_worked_out_is_not_said_to_be(
    breakdown: Breakdown,
) -> None:
    assert MismatchKind.GIVEN_AWAY not in look(breakdown)


def test_without_a_whole_there_is_nothing_to_hold_the_parts_against() -> None:
    assert look(count(12, 5)) == [MismatchKind.NO_WHOLE]
    assert "the parts cannot all be held against the whole" in str(
        reconcile_breakdown(count(12, 5))
    )


def test_numerators_and_denominators_are_each_held_against_the_whole() -> None:
    answer = reconcile_breakdown(fraction((9, 20), (3, 10), whole=14, whole_out_of=32))
    assert [one.found for one in answer.disagreements] == [
        "the parts add up to 12 of 14 people who came",
        "the parts add up to 30 of 32 that they are out of",
    ]


def test_those_who_did_not_say_may_be_in_the_numerator() -> None:
    share = fraction((9, 20), (3, 10), whole=14, whole_out_of=32, not_stated=2)
    assert reconcile_breakdown(share).disagreements == ()
    more = fraction((9, 20), (3, 10), whole=14, whole_out_of=33, not_stated=1)
    assert MismatchKind.LESS_THAN_WHOLE in look(more)


def test_a_whole_that_lies_outside_its_parts_is_named() -> None:
    parts = [Part(name="Essex", value=40), Part(name="Kent", value=55)]
    breakdown = build(parts, whole=62, whole_out_of=100, **SHARE)
    found = find(breakdown, MismatchKind.OUTSIDE_PARTS)
    assert found.found == "the whole is 62%, and its parts are 40% (Essex) to 55% (Kent)"
    # 55.4% may be 55% rounded.
    close = build(parts, whole=554, whole_out_of=1000, **SHARE)
    assert look(close) == [MismatchKind.CANNOT_BE_ADDED]


@pytest.mark.parametrize("about", [SHARE, MEAN, SCORE])
def test_what_cannot_be_added_up_is_told(about: dict[str, Any]) -> None:
    breakdown = build([Part(name="Essex", value=40), Part(name="Kent", value=55)], **about)
    assert look(breakdown) == [MismatchKind.CANNOT_BE_ADDED]


def test_rounded_parts_may_miss_the_rounded_whole_by_what_rounding_does() -> None:
    # 8 + 8 + 8 = 24 people, each to the nearest 5.
    rounded = reconcile_breakdown(count(10, 10, 10, whole=25, rounded_to=5))
    assert rounded.disagreements == ()
    assert rounded.adds_up == (
        (
            "The parts add up to 30 and the whole is 25 people who came, "
            "which rounding to the nearest 5 explains."
        ),
    )
    # Two parts, those who did not say and the whole: 4 x 2.5 = 10 at most.
    assert look(count(10, 10, whole=30, rounded_to=5)) == []
    assert look(count(10, 10, whole=35, rounded_to=5)) == [MismatchKind.LESS_THAN_WHOLE]


@given(numbers, st.integers(0, 20), st.integers(0, 20))
def test_whatever_is_missing_of_complete_parts_is_found_and_nothing_else_is(
    given_numbers: list[int], silent: int, lost: int
) -> None:
    whole = sum(given_numbers) + silent + lost
    answer = reconcile_breakdown(count(*given_numbers, whole=whole, not_stated=silent))
    kinds = [one.kind for one in answer.disagreements]
    assert kinds == ([MismatchKind.LESS_THAN_WHOLE] if lost else [])
    if lost:
        assert answer.disagreements[0].mend.startswith(f"find the {lost};")


@given(numbers, st.integers(0, 50))
def test_the_order_of_the_parts_changes_nothing(given_numbers: list[int], more: int) -> None:
    for overlap in Overlap:
        breakdown = count(*given_numbers, whole=sum(given_numbers) + more, overlap=overlap)
        turned = build(breakdown.parts[::-1], whole=breakdown.whole, overlap=overlap)
        assert str(reconcile_breakdown(breakdown)) == str(reconcile_breakdown(turned))


@given(numbers, st.integers(4001, 4999), st.booleans(), st.booleans())
def test_a_withheld_number_is_never_said_whatever_is_asked(
    given_numbers: list[int], secret: int, complete: bool, also_overlapping: bool
) -> None:
    # The parts add up to less than 4001, so that the number can come from nowhere else.
    shown = [min(number, 500) for number in given_numbers]
    breakdown = count(
        *shown,
        more=[WITHHELD],
        whole=sum(shown) + secret,
        not_stated=0,
        complete=complete,
        overlap=Overlap.OVERLAPPING if also_overlapping else Overlap.EXCLUSIVE,
    )
    for answer in (reconcile_breakdown(breakdown), combine_parts(breakdown)):
        told = f"{answer}{answer._repr_html_()}{answer.to_frame().to_csv()}{answer.caveats}"
        assert str(secret) not in told.replace(str(breakdown.whole), "")
        assert f"{secret:,}" not in told

"""Is a reader told what to weigh, and nothing that does not concern them?"""

from typing import Any

import pytest

from obamodel.domain.breakdowns import Breakdown, Overlap
from obamodel.domain.periods import Period
from obamodel.domain.quantities import Counted, Precision, Quantity
from obamodel.stats.presence import assess_presence
from obamodel.stats.presence.caveats import (
    APART,
    ATTENDANCES,
    DIVERSE,
    NOT_DRAWN,
    NOT_THE_SAME,
)
from tests.stats.presence.making import (
    CAME,
    REACHED,
    WITHHELD,
    make,
    make_population,
    make_shares,
)

LARGE = {"White": 80_000, "Asian": 11_000, "Black": 6_000, "Mixed": 2_500, "Other": 500}


def list_caveats(breakdown: Breakdown, reference: Breakdown | None = None, **about: Any) -> str:
    return "\n".join(
        assess_presence(breakdown, reference or make_population(LARGE), **about).caveats
    )


def test_involvement_is_no_sample_and_diversity_does_not_make_anybody_speak_for_others() -> None:
    said = list_caveats(make(CAME))
    assert NOT_DRAWN in said
    assert DIVERSE in said
    assert NOT_THE_SAME in said


def test_what_is_not_so_is_not_said() -> None:
    said = list_caveats(make(CAME))
    for words in ("sample themselves", "rounded", "did not say", "were asked", "left out"):
        assert words not in said
    assert APART not in said
    assert ATTENDANCES not in said


def test_attendances_are_said_not_to_be_people_first_of_all_and_chance_is_left_out() -> None:
    came = make(CAME, counted=Counted.ATTENDANCES)
    caveats = assess_presence(came, make_population(LARGE)).caveats
    assert caveats == (ATTENDANCES, DIVERSE)


def test_who_was_left_out_is_named_with_the_reason_and_the_size() -> None:
    parts = [*make({"White": 90, "Asian": 9}).parts, WITHHELD, REACHED]
    population = {"White": 800, "Asian": 100, "Mixed": 80, "Roma": 20}
    said = list_caveats(make(parts), make_population(population))
    assert (
        "Mixed, 8% of adults in the county, is present, number withheld (fewer than five)." in said
    )
    assert "Roma, 2% of adults in the county, is reached, not counted (nobody kept a list)." in said
    assert "Mixed and Roma are left out on both sides" in said
    assert "a group whose number is withheld may be missing too" in said


def test_those_who_did_not_say_are_told_on_both_sides() -> None:
    said = list_caveats(
        make(CAME, not_stated=12, whole=227), make_population(LARGE, not_stated=3000)
    )
    assert "12 of 227 among members did not say (ethnic group); they are in no share" in said
    assert "3,000 among adults in the county did not say" in said


def test_people_in_no_listed_group_are_told() -> None:
    said = list_caveats(make(CAME, whole=230, not_stated=5))
    assert "10 among members are in none of the groups that are listed, and in no share." in said


def test_groups_that_are_not_all_there_are_say_so() -> None:
    said = list_caveats(make(LARGE, complete=False))
    assert "The groups listed are not all there are among members" in said


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (935, "Those who were asked and did not answer may be others than those who did."),
        (
            Quantity(value=935, precision=Precision.ABOUT, reason="the list is old"),
            "That about 935 were asked: the list is old.",
        ),
        (
            Quantity(precision=Precision.UNKNOWN, reason="nobody kept a list"),
            "How many were asked is not known: nobody kept a list.",
        ),
        (
            Quantity(value=200, precision=Precision.ABOUT),
            "215 answered, more than the about 200 who were asked.",
        ),
    ],
)
def test_what_is_known_of_those_who_were_asked_is_told(asked: int | Quantity, told: str) -> None:
    assert told in list_caveats(make(CAME), asked=asked)


def test_answers_that_nobody_can_count_are_told() -> None:
    said = list_caveats(
        make([*make(CAME).parts, REACHED]), make_population({**LARGE, "Roma": 9}), asked=9
    )
    assert "How many answered is not known, because not every group was counted." in said


def test_a_population_that_is_a_sample_itself_is_told() -> None:
    said = list_caveats(make(CAME), reference_sampled=True)
    assert "come from a sample themselves" in said
    assert "a gap is shown too easily" in said


def test_percentages_are_told_to_be_rounded() -> None:
    shares = {"White": 80, "Asian": 11, "Black": 6, "Mixed": 3}
    assert "were rounded before they were written down" in list_caveats(
        make(CAME), make_shares(shares)
    )


def test_numbers_of_different_times_are_told() -> None:
    said = list_caveats(
        make(CAME, period=Period.parse("2023/24")),
        make_population(LARGE, period=Period.parse("2021")),
    )
    assert (
        "The numbers of members are of 2023/24, and those of adults in the county of 2021." in said
    )


@pytest.mark.parametrize(
    ("population", "told"),
    [
        (4, "There are 215 members beside 860 adults in the county."),
        (0.5, "There are more members (215) than adults in the county (107)"),
    ],
)
def test_members_who_are_many_of_the_population_are_told(population: float, told: str) -> None:
    there = {name: int(number * population) for name, number in CAME.items()}
    assert told in list_caveats(make(CAME), make_population(there))


def test_groups_that_overlap_are_told_to_be_apart() -> None:
    overlapping = {"overlap": Overlap.OVERLAPPING}
    said = list_caveats(
        make({"Deaf": 3}, whole=60, **overlapping),
        make_population({"Deaf": 10_000}, whole=100_000, **overlapping),
    )
    assert APART in said

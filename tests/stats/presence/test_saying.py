"""Is it said plainly who is missing, first, and nothing that is not so?"""

import pytest

from obamodel.domain.breakdowns import Overlap
from obamodel.domain.quantities import Counted
from obamodel.stats.presence import Presence, assess_presence, compare_composition
from tests.stats.presence.making import CAME, CENSUS, REACHED, WITHHELD, make, make_population

OVERLAPPING = {"overlap": Overlap.OVERLAPPING}


def test_who_is_missing_is_said_first_and_who_is_more_after() -> None:
    answer = assess_presence(make(CAME), make_population(CENSUS))
    assert answer.sentence.startswith(
        "Fewer than their share: Asian (4.2% of members, 11% of adults in the county: 0.38 times "
        "its share). Nobody at all: Other (0.5%); among 215 members that can be by chance. More "
        "than their share: White (88.4% of members, 80% of adults in the county: 1.1 times its "
        "share). For Other, Mixed and Black the shares among members are not shown to differ from "
        "those among adults in the county. All groups together, the shares are shown to differ "
    )
    assert (
        "5 groups were looked at, and one of many may stand out by chance: that is allowed for."
        in answer.sentence
    )


def test_nobody_missing_is_not_said_to_be_alike() -> None:
    said = assess_presence(make([48, 26, 26]), make_population([50, 25, 25])).sentence
    assert said.startswith("No group is shown to be fewer than its share. For group ")
    assert "the shares are not shown to differ from those among adults in the county" in said


def test_a_group_of_which_nobody_came_is_said_to_be_nobody() -> None:
    said = assess_presence(make([60, 0, 40]), make_population([50, 25, 25])).sentence
    assert said.startswith(
        "Fewer than their share: group 1 (0% of members, 25% of adults in the county: nobody at "
        "all)."
    )


def test_everybody_who_is_missing_is_named_however_many_they_are() -> None:
    answer = assess_presence(make([500] + [1] * 9), make_population([100] + [50] * 9))
    first, *_ = answer.sentence.split(". More than")
    assert all(f"group {place} (" in first for place in range(1, 10))


def test_one_group_is_told_in_the_singular_and_two_are_one_question() -> None:
    said = assess_presence(make([9, 190, 12]), make_population([110, 800, 60])).sentence
    assert "For group 2 the share among members is not shown to differ from that among" in said
    two = assess_presence(make([4, 60]), make_population([20, 80])).sentence
    assert "The two groups are one question: the one is fewer by as much as the other" in two
    apart = assess_presence(
        make({"Deaf": 5}, whole=50, **OVERLAPPING),
        make_population({"Deaf": 50}, whole=500, **OVERLAPPING),
    ).sentence
    assert apart.endswith("One group was looked at.")


def test_a_group_that_was_reached_or_withheld_is_named_as_present() -> None:
    parts = [*make({"White": 190, "Asian": 9}).parts, WITHHELD, REACHED]
    population = make_population({"White": 800, "Asian": 110, "Mixed": 25, "Roma": 5})
    said = assess_presence(make(parts), population).sentence
    assert "Mixed: present, number withheld, so in no share." in said
    assert "Roma: reached, not counted, so in no share." in said


def test_a_group_without_its_population_says_so() -> None:
    population = make_population({"White": 800, "Asian": 110, "Roma": None})
    said = assess_presence(make({"White": 90, "Asian": 9, "Roma": 3}), population).sentence
    assert "Roma is in no share: the population's number is not to be had" in said


def test_attendances_are_never_said_to_be_people() -> None:
    came = make(CAME, counted=Counted.ATTENDANCES, of="attendances at consultations")
    said = assess_presence(came, make_population(CENSUS)).sentence
    assert said == (
        "215 attendances (attendances at consultations), and not people: one person may have come "
        "many times, so nothing is tested. No attendance at all of Other (0.5%). Their shares "
        "beside those of adults in the county, the lowest for its size first: Asian 4.2% beside "
        "11%, Mixed 1.9% beside 2.5%, Black 5.6% beside 6% and White 88.4% beside 80%. 8.4% of the "
        "attendances would have to be of another group for the shares to be the same."
    )


def list_answers() -> list[Presence]:
    parts = [*make({"White": 190, "Asian": 9}).parts, WITHHELD, REACHED]
    population = make_population({"White": 800, "Asian": 110, "Mixed": 25, "Roma": 5})
    return [
        assess_presence(make(CAME, not_stated=12), make_population(CENSUS), asked=935),
        assess_presence(make(CAME, counted=Counted.ATTENDANCES), make_population(CENSUS)),
        assess_presence(make(parts), population, reference_sampled=True),
        assess_presence(
            make({"Deaf": 3}, whole=60, **OVERLAPPING),
            make_population({"Deaf": 100}, whole=1000, **OVERLAPPING),
        ),
    ]


@pytest.mark.parametrize("answer", list_answers(), ids=["people", "attendances", "some", "apart"])
def test_nothing_is_ever_called_representative_and_nothing_is_said_to_be_a_cause(
    answer: Presence,
) -> None:
    said = " ".join([answer.sentence, *answer.caveats, answer.to_frame().to_csv()]).lower()
    # "representation index" is the name of a column, and of nothing that is said.
    assert "representation" not in said.replace("representation_index", "")
    for word in ("representative", "caused", "causes", "significan", "probab", "orphan"):
        assert word not in said
    assert "diverse" in " ".join(answer.caveats)


def test_two_bodies_are_not_called_so_either() -> None:
    answer = compare_composition(make([40, 9]), make([30, 30], id="others", of="others"))
    said = " ".join([answer.sentence, *answer.caveats]).lower()
    assert "represent" not in said


def test_in_short_it_says_who_is_missing_and_nothing_about_tests() -> None:
    answer = assess_presence(make([60, 0, 40]), make_population([50, 25, 25]))
    assert answer.sentence == " ".join((answer.in_short, *answer.details))
    assert answer.in_short.startswith("Fewer than their share")
    assert "chi-square" not in answer.in_short
    assert any("chi-square" in each for each in answer.details)

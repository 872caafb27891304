"""Is it found who is missing, from the door to the answer?"""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.breakdowns import Overlap
from obamodel.domain.quantities import Counted, Precision, Quantity
from obamodel.errors import InvalidError
from obamodel.stats.presence import FitMethod, Presence, PresenceStanding, assess_presence
from tests.stats.presence.making import (
    CAME,
    CENSUS,
    REACHED,
    WITHHELD,
    make,
    make_population,
    make_shares,
)

FEWER, MORE = PresenceStanding.FEWER, PresenceStanding.MORE


def test_mendel_s_peas_are_not_shown_to_differ() -> None:
    answer = assess_presence(make([315, 101, 108, 32]), make_population([9, 3, 3, 1]))
    assert answer.fit is not None
    assert answer.fit.statistic == pytest.approx(0.470024, abs=5e-7)
    assert answer.fit.chance == pytest.approx(0.925426, abs=5e-7)
    # chisq.test(c(315, 101, 108, 32), p = c(9, 3, 3, 1) / 16)$stdres
    assert [group.residual for group in answer.groups] == pytest.approx(
        [0.1923511691, -0.3531292112, 0.4074567822, -0.4818031679], rel=1e-9
    )
    assert {group.standing for group in answer.groups} == {PresenceStanding.NOT_SHOWN}


def test_vocal_s_response_is_what_329_of_935_are() -> None:
    # Keane and others (2023): 329 forms came back of about 935 people.
    asked = Quantity(value=935, precision=Precision.ABOUT)
    answer = assess_presence(make([129, 200]), make_population([1, 1]), asked=asked)
    assert answer.response == pytest.approx(0.3518716578)
    assert "329 of about 935 who were asked answered: about 35.2%." in answer.sentence


def test_those_who_did_not_say_are_answers_and_in_no_share() -> None:
    answer = assess_presence(make(CAME, not_stated=12), make_population(CENSUS), asked=454)
    assert (answer.base, answer.not_stated, answer.answered) == (215, 12, 227)
    assert answer.response == 0.5
    assert answer.groups[0].share == 190 / 215


def test_a_share_and_a_count_of_the_population_say_the_same() -> None:
    counts = assess_presence(make([19, 5, 76]), make_population([300, 150, 550]))
    shares = assess_presence(
        make([19, 5, 76]), make_shares({"group 0": 30, "group 1": 15, "group 2": 55})
    )
    assert counts.fit is not None
    assert shares.fit is not None
    assert counts.fit.statistic == pytest.approx(shares.fit.statistic)


def test_attendances_are_described_and_nothing_of_them_is_tested() -> None:
    answer = assess_presence(make(CAME, counted=Counted.ATTENDANCES), make_population(CENSUS))
    assert (answer.fit, answer.looked_at, answer.dissimilarity_by_chance) == (None, None, None)
    assert {group.standing for group in answer.groups} == {PresenceStanding.DESCRIBED}
    assert answer.dissimilarity == pytest.approx(190 / 215 - 0.8)
    assert [group.name for group in answer.missing_first][:2] == ["Other", "Asian"]


def test_groups_that_overlap_are_looked_at_apart_and_not_together() -> None:
    overlapping = {"overlap": Overlap.OVERLAPPING}
    answer = assess_presence(
        make({"Deaf": 3, "Carer": 30}, whole=60, **overlapping),
        make_population({"Deaf": 100, "Carer": 100}, whole=1000, **overlapping),
    )
    assert (answer.fit, answer.dissimilarity, answer.looked_at) == (None, None, 2)
    assert [group.standing for group in answer.groups] == [PresenceStanding.NOT_SHOWN, MORE]


def test_one_group_left_out_leaves_the_others_as_they_are_among_themselves() -> None:
    # Given how many came of a group, the others are drawn from what is left of the population.
    parts = [*make(CAME).parts[:3], WITHHELD]
    population = {name: number for name, number in CENSUS.items() if name != "Other"}
    withheld = assess_presence(make(parts), make_population(population))
    del population["Mixed"]
    without = assess_presence(make(parts[:3]), make_population(population))
    assert withheld.fit is not None
    assert without.fit is not None
    assert withheld.fit.statistic == pytest.approx(without.fit.statistic)
    assert withheld.groups[3].state is WITHHELD.state
    assert [group.chance for group in withheld.groups[:3]] == pytest.approx(
        [group.chance for group in without.groups]
    )


def test_a_group_that_was_reached_is_not_taken_for_nobody() -> None:
    parts = [*make(CAME).parts, REACHED]
    answer = assess_presence(make(parts), make_population({**CENSUS, "Roma": 12}))
    assert answer.groups[-1].number is None
    assert answer.looked_at == 5


def test_the_draw_is_the_same_at_every_run_unless_another_is_asked_for() -> None:
    members, census = make([89, 37, 30, 28, 2]), make_population([40, 20, 20, 19, 1])

    def draw(**about: Any) -> float:
        answer = assess_presence(members, census, draws=999, **about)
        assert answer.fit is not None
        assert answer.fit.method is FitMethod.MONTE_CARLO
        return answer.fit.chance

    assert draw() == draw()
    assert draw(rng=7) == draw(rng=np.random.default_rng(7)) != draw(rng=8)


@pytest.mark.parametrize(
    ("about", "place"),
    [
        ({"confidence": 95}, "confidence"),
        ({"confidence": 0}, "confidence"),
        ({"draws": 0}, "draws"),
        ({"draws": 9.5}, "draws"),
        ({"asked": 3}, "asked"),
    ],
)
def test_what_it_is_asked_with_is_checked(about: dict[str, Any], place: str) -> None:
    with pytest.raises(InvalidError) as refused:
        assess_presence(make(CAME), make_population(CENSUS), **about)
    assert refused.value.what == "members held against census"
    assert [fault.place for fault in refused.value.faults] == [place]


# --- laws --------------------------------------------------------------------------------


@st.composite
def bodies(draw: st.DrawFn, least: int = 2) -> tuple[list[int], list[int]]:
    size = draw(st.integers(least, 5))
    counts = draw(st.lists(st.integers(0, 40), min_size=size, max_size=size))
    population = draw(st.lists(st.integers(1, 500), min_size=size, max_size=size))
    counts[0] += 1
    return counts, population


def assess(counts: list[int], population: list[int], order: list[int] | None = None) -> Presence:
    places = order or list(range(len(counts)))
    return assess_presence(
        make({f"group {place}": counts[place] for place in places}),
        make_population({f"group {place}": population[place] for place in places}),
        draws=9,
    )


@given(bodies())
def test_the_order_of_the_groups_is_nothing(given: tuple[list[int], list[int]]) -> None:
    one = assess(*given)
    other = assess(*given, order=list(range(len(given[0])))[::-1])
    assert [group.name for group in one.groups] == [group.name for group in other.groups[::-1]]
    assert [group.standing for group in one.groups] == [
        group.standing for group in other.groups[::-1]
    ]
    assert one.dissimilarity == pytest.approx(other.dissimilarity)
    assert [group.index for group in one.groups] == pytest.approx(
        [group.index for group in other.groups[::-1]]
    )


@given(bodies(), st.integers(2, 50))
def test_a_larger_population_of_the_same_shares_says_the_same(
    given: tuple[list[int], list[int]], times: int
) -> None:
    counts, population = given
    one, other = assess(counts, population), assess(counts, [times * there for there in population])
    assert [group.index for group in one.groups] == pytest.approx(
        [group.index for group in other.groups]
    )
    assert [group.standing for group in one.groups] == [group.standing for group in other.groups]


@given(bodies(), st.integers(2, 20))
def test_the_index_stays_as_it_is_when_k_times_as_many_come_and_its_interval_narrows(
    given: tuple[list[int], list[int]], times: int
) -> None:
    counts, population = given
    one, other = assess(counts, population), assess([times * count for count in counts], population)
    for few, many in zip(one.groups, other.groups, strict=True):
        assert few.index == pytest.approx(many.index)
        assert few.index_upper is not None
        assert many.index_upper is not None
        assert many.index_upper <= few.index_upper + 1e-12


@given(bodies())
def test_numbers_stay_where_they_must(given: tuple[list[int], list[int]]) -> None:
    answer = assess(*given)
    assert answer.dissimilarity is not None
    assert 0 <= answer.dissimilarity <= 1
    for group in answer.groups:
        assert group.chance is not None
        assert group.adjusted is not None
        assert group.share is not None
        assert group.lower is not None
        assert group.upper is not None
        assert 0 <= group.lower <= group.share <= group.upper <= 1
        assert 0 <= group.chance <= group.adjusted <= 1
        if group.standing in (FEWER, MORE):
            assert group.index is not None
            assert (group.index < 1) is (group.standing is FEWER)


@given(st.lists(st.integers(1, 60), min_size=2, max_size=6))
def test_a_body_made_up_as_its_population_has_an_index_of_one_and_no_distance(
    counts: list[int],
) -> None:
    answer = assess(counts, [7 * count for count in counts])
    assert [group.index for group in answer.groups] == pytest.approx([1.0] * len(counts))
    assert answer.dissimilarity == pytest.approx(0, abs=1e-12)
    assert answer.fit is not None
    assert answer.fit.chance == pytest.approx(1)
    assert answer.list_standing(FEWER) == answer.list_standing(MORE) == ()


@given(bodies(least=3))
def test_two_groups_pooled_are_never_further_off_than_apart(
    given: tuple[list[int], list[int]],
) -> None:
    counts, population = given
    pooled = assess([counts[0] + counts[1], *counts[2:]], [sum(population[:2]), *population[2:]])
    apart = assess(counts, population)
    assert (pooled.dissimilarity or 0) <= (apart.dissimilarity or 0) + 1e-12
    assert pooled.fit is not None
    assert apart.fit is not None
    assert pooled.fit.statistic <= apart.fit.statistic + 1e-9


def test_a_difference_is_rarely_shown_where_there_is_none() -> None:
    # 400 bodies of 25 drawn by lot: at 5%, some group of any is shown in at most 5% of them.
    rng = np.random.default_rng(12)
    shares = np.array([0.5, 0.25, 0.15, 0.07, 0.03])
    population = [round(1000 * share) for share in shares]
    shown = whole = 0
    for _ in range(400):
        answer = assess(rng.multinomial(25, shares).tolist(), population)
        shown += bool(answer.list_standing(FEWER) or answer.list_standing(MORE))
        assert answer.fit is not None
        whole += answer.fit.chance <= 0.05
    assert shown <= 400 * 0.05 + 2 * math.sqrt(400 * 0.05 * 0.95)
    assert whole <= 400 * 0.05 + 2 * math.sqrt(400 * 0.05 * 0.95)

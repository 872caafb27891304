"""Whether directly standardised rates are those that public health in England publishes."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.intervals import (
    EUROPEAN_STANDARD_2013,
    find_rate_interval,
    standardise_directly,
)

# The made-up area of PHEindicatormethods' DSR vignette, by 19 ages.
PEOPLE = [30, 35, 35, 35, 40, 40, 45, 50, 50, 50, 60, 60, 70, 75, 70, 60, 20, 20, 15]
DEATHS = [1, 1, 0, 0, 0, 1, 1, 3, 3, 3, 3, 10, 10, 10, 10, 8, 8, 8, 8]
TABLES = st.integers(2, 6).flatmap(
    lambda groups: st.lists(
        st.lists(
            st.tuples(st.integers(0, 60), st.integers(1, 5000)), min_size=groups, max_size=groups
        ),
        min_size=1,
        max_size=4,
    )
)


def test_the_phe_vignette_has_its_rate_and_limits() -> None:
    # PHEindicatormethods, DSR vignette (2019): 8283.016 (6570.819, 10289.65).
    answer = standardise_directly(DEATHS, PEOPLE)
    assert answer.value[0] == pytest.approx(8283.016, abs=5e-4)
    assert answer.lower[0] == pytest.approx(6570.819, abs=5e-4)
    assert answer.upper[0] == pytest.approx(10289.65, abs=5e-3)
    assert answer.events[0] == sum(DEATHS)


def test_an_older_program_of_public_health_in_england_has_the_same_rate_and_lower_limit() -> None:
    # PHStatsMethods, its archived tests: 9832.763039564017 from 9232.668299548477. (Its upper limit
    # is another one from the seventh digit on; that of the R package is checked above.)
    counts = [50, 55, 55, 55, 60, 60, 65, 70, 70, 70, 70, 65, 60, 55, 50, 40, 25, 15, 10]
    people = [509, 559, 559, 559, 609, 609, 659, 709, 709, 709, 709, 659, 609, 559, 509, 409, 259,
              159, 109]  # fmt: skip
    answer = standardise_directly(counts, people)
    assert (answer.value[0], answer.lower[0]) == pytest.approx(
        (9832.763039564017, 9232.668299548477), rel=1e-12
    )


def test_the_european_standard_of_2013_has_a_hundred_thousand_people_in_19_ages() -> None:
    # Eurostat, Revision of the European Standard Population (2013).
    assert (len(EUROPEAN_STANDARD_2013), sum(EUROPEAN_STANDARD_2013)) == (19, 100_000)


def test_people_with_several_events_widen_the_interval_as_in_r() -> None:
    # R: f1 <- c(8,12,20); f2 <- c(2,3,5); f3 <- c(1,0,2); x <- f1+2*f2+3*f3; n <- c(1000,2000,1500)
    #    w <- c(5000,6000,4000); k <- w/sum(w)/n; v <- sum(f1*k^2)+4*sum(f2*k^2)+9*sum(f3*k^2)
    #    X <- sum(x); r <- sum(x*k); r + sqrt(v/X) * (Byar's limits of X - X)
    given_people = {1: [8, 12, 20], 2: [2, 3, 5], 3: [1, 0, 2]}
    counts, among, standard = [15, 18, 36], [1000, 2000, 1500], [5000, 6000, 4000]
    answer = standardise_directly(counts, among, standard=standard, people_by_events=given_people)
    assert (answer.value[0], answer.lower[0], answer.upper[0]) == pytest.approx(
        (1500, 1064.800126, 2020.697396), rel=1e-9
    )
    each_alone = standardise_directly(counts, among, standard=standard)
    assert each_alone.lower[0] > answer.lower[0]
    assert each_alone.upper[0] < answer.upper[0]
    assert "several events" in answer.method


def test_if_everybody_had_one_event_nothing_is_widened() -> None:
    one = standardise_directly(DEATHS, PEOPLE)
    said = standardise_directly(DEATHS, PEOPLE, people_by_events={1: DEATHS})
    assert said.lower[0] == pytest.approx(one.lower[0], rel=1e-12)


def test_below_ten_events_there_is_no_rate_but_the_reason() -> None:
    answer = standardise_directly([[4, 5], [4, 6]], [[100, 100]] * 2, standard=[1, 1])
    assert [math.isnan(one) for one in answer.value] == [True, False]
    assert [math.isnan(one) for one in answer.lower] == [True, False]
    assert answer.reasons == ("it would rest on fewer than 10 events, too few to adjust", "")
    assert answer.unreliable.tolist() == [True, True]


@given(st.lists(st.tuples(st.integers(10, 99), st.integers(100, 999)), min_size=1, max_size=5))
def test_a_standard_with_the_mix_of_the_place_gives_its_plain_rate(
    groups: list[tuple[int, int]],
) -> None:
    counts, people = [one for one, _ in groups], [one for _, one in groups]
    answer = standardise_directly(counts, people, standard=people)
    plain = find_rate_interval(sum(counts), sum(people))
    for mine, other in (
        (answer.value, plain.value),
        (answer.lower, plain.lower),
        (answer.upper, plain.upper),
    ):
        assert mine[0] == pytest.approx(other[0], rel=1e-9)


@given(TABLES)
def test_a_batch_is_its_places_one_at_a_time_to_the_last_bit(
    table: list[list[tuple[int, int]]],
) -> None:
    counts = [[one for one, _ in row] for row in table]
    people = [[one for _, one in row] for row in table]
    standard = np.arange(1, len(table[0]) + 1)
    together = standardise_directly(counts, people, standard=standard)
    for index in range(len(table)):
        alone = standardise_directly(counts[index], people[index], standard=standard)
        for whole, one in (
            (together.value, alone.value),
            (together.lower, alone.lower),
            (together.upper, alone.upper),
        ):
            assert np.array_equal(whole[index : index + 1], one, equal_nan=True)


@given(TABLES)
def test_the_interval_holds_the_rate_and_never_goes_below_nought(
    table: list[list[tuple[int, int]]],
) -> None:
    counts = [[one for one, _ in row] for row in table]
    people = [[one for _, one in row] for row in table]
    answer = standardise_directly(counts, people, standard=[1] * len(table[0]))
    known = ~np.isnan(answer.value)
    assert (answer.lower[known] >= 0).all()
    assert (answer.lower[known] <= answer.value[known]).all()
    assert (answer.value[known] < answer.upper[known]).all()


def test_a_rare_event_in_a_heavy_group_does_not_lead_below_nought() -> None:
    # One of ten events carries nearly all the weight: by the formula the limit is -0.6 times it.
    answer = standardise_directly([1, 9], [10, 1_000_000], standard=[1, 1])
    assert answer.lower[0] == 0


def test_everything_wrong_is_named_by_place_and_group_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        standardise_directly(
            [[1, -2], [3, 4]],
            [[10, 20], [0, 40]],
            standard=[1, -1, 3],
            per=0,
            names=["Essex", "Thurrock"],
        )
    assert str(refused.value) == (
        "a directly standardised rate: 5 problems to mend\n"
        "  counts.Essex[1]: found -2; events are 0 or more [negative]\n"
        "  populations.Thurrock[0]: found 0; a rate needs somebody it can happen to: give "
        "more than 0, or join groups together [zero]\n"
        "  standard[1]: found -1; a standard population has 0 or more people in each group "
        "[negative]\n"
        "  standard: 3 groups, and the counts have 2; give the standard population in the "
        "same groups, in the same order [other-length]\n"
        "  per: found 0; write what the rate is per, such as 100000 [out-of-range]"
    )


def test_people_by_events_that_do_not_make_the_counts_are_refused() -> None:
    with pytest.raises(InvalidError) as refused:
        standardise_directly(
            [10, 5], [100, 100], standard=[1, 1], people_by_events={1: [4, 5], 2: [2, 0]}
        )
    assert str(refused.value) == (
        "a directly standardised rate: 1 problem to mend\n"
        "  people_by_events[0][0]: 8 events, and the counts have 10; give all people with events, "
        "by how many they had [total-mismatch]"
    )
    with pytest.raises(InvalidError, match=r"found 0; give a whole number, 1 or more"):
        standardise_directly([9], [100], standard=[1], people_by_events={0: [9]})


def test_a_standard_without_anybody_is_refused() -> None:
    with pytest.raises(InvalidError, match="standard: nobody is in any group"):
        standardise_directly([10, 5], [100, 100], standard=[0, 0])

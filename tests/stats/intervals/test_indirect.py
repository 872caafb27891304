"""Whether indirectly standardised ratios and rates are those of published data and of R."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.intervals import Measured, standardise_indirectly

# PHEindicatormethods, its worked sheet of an indirectly standardised rate, by 19 ages.
COUNTS = [127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91]
PEOPLE = [
    *(636, 558, 609, 543, 384, 594, 669, 843, 660, 576),
    *(606, 522, 426, 273, 300, 288, 153, 123, 207),
]
OF_REFERENCE = [
    *(10303, 2824, 3225, 3615, 3641, 3490, 3789, 3213, 3031, 2771),
    *(3089, 3490, 3595, 4745, 5514, 7125, 5694, 6210, 5757),
]
IN_REFERENCE = [
    *(50520, 57173, 60213, 54659, 44345, 50128, 62163, 67423, 62899, 55463),
    *(60479, 49974, 44140, 40888, 37239, 30819, 18136, 15325, 13918),
]
EXPECTED = [
    *(129.7052257, 27.56182114, 32.61795626, 35.91256701, 31.52878566, 41.35533035, 40.77732735),
    *(40.17262655, 31.80432121, 28.7776716, 30.95180145, 36.45455637, 34.69574082, 31.68130014),
    *(44.42117135, 66.58230312, 48.03606087, 49.84208809, 85.62286248),
]


def test_the_phe_sheet_has_its_expected_events() -> None:
    answer = standardise_indirectly(
        COUNTS, PEOPLE, reference_counts=OF_REFERENCE, reference_populations=IN_REFERENCE
    )
    assert answer.bases[0] == pytest.approx(sum(EXPECTED), abs=1e-6)
    assert answer.events[0] == 895


def test_the_ratio_and_its_limits_are_those_of_r() -> None:
    # R: O <- 895; E <- sum(pop * refcount / refpop); c(O, Byar's limits of O) / E, at 95%, 99.8%
    answer = standardise_indirectly(
        COUNTS, PEOPLE, reference_counts=OF_REFERENCE, reference_populations=IN_REFERENCE
    )
    assert (answer.value[0], answer.lower[0], answer.upper[0]) == pytest.approx(
        (1.030510577, 0.9640937793, 1.100297342), rel=1e-9
    )
    wide = standardise_indirectly(
        COUNTS,
        PEOPLE,
        reference_counts=OF_REFERENCE,
        reference_populations=IN_REFERENCE,
        confidence=0.998,
    )
    assert (wide.lower[0], wide.upper[0]) == pytest.approx((0.9273292021, 1.14146466), rel=1e-8)
    assert answer.kind is Measured.INDIRECT_RATIO


def test_the_rate_is_the_ratio_times_that_of_the_reference() -> None:
    # R: O / E * sum(refcount) / sum(refpop) * 1e5
    answer = standardise_indirectly(
        COUNTS,
        PEOPLE,
        reference_counts=OF_REFERENCE,
        reference_populations=IN_REFERENCE,
        per=100_000,
    )
    assert answer.value[0] == pytest.approx(10014.57818, rel=1e-9)
    assert answer.kind is Measured.INDIRECT_RATE


def test_the_sum_of_the_events_is_enough() -> None:
    by_age, as_sum = (
        standardise_indirectly(
            counts, PEOPLE, reference_counts=OF_REFERENCE, reference_populations=IN_REFERENCE
        )
        for counts in (COUNTS, 895)
    )
    assert by_age.to_frame().equals(as_sum.to_frame())


def test_a_place_that_is_the_reference_has_as_many_as_expected() -> None:
    # PHEindicatormethods, Introduction (2019): 15,846 of 15,846 is 1 (0.984, 1.02).
    answer = standardise_indirectly(
        15846, [100], reference_counts=[15846], reference_populations=[100]
    )
    assert (answer.value[0], answer.lower[0], answer.upper[0]) == pytest.approx(
        (1, 0.984, 1.02), abs=5e-3
    )


@pytest.mark.parametrize(
    ("observed", "expected", "ratio", "lower", "upper"),
    # PHEindicatormethods, Introduction (2019), phe_smr, as it is printed.
    [
        (16330, 15372, 1.06, 1.05, 1.08),
        (15515, 15388, 1.01, 0.992, 1.02),
        (15220, 15619, 0.974, 0.959, 0.990),
    ],
)
def test_the_ratios_of_the_phe_vignette_have_its_limits(
    observed: int, expected: int, ratio: float, lower: float, upper: float
) -> None:
    answer = standardise_indirectly(
        observed, [expected], reference_counts=[10], reference_populations=[10]
    )
    found = [answer.value[0], answer.lower[0], answer.upper[0]]
    assert [float(f"{one:.3g}") for one in found] == [ratio, lower, upper]


def test_few_events_have_exact_limits_and_many_have_byars() -> None:
    answer = standardise_indirectly(
        [[3, 4], [30, 40]],
        [[100, 100]] * 2,
        reference_counts=[1, 1],
        reference_populations=[10, 10],
        names=["A", "B"],
    )
    assert answer.methods == ("exact", "Byar")
    assert answer.unreliable.tolist() == [True, False]
    # R: poisson.test(7)$conf.int / 20
    assert (answer.lower[0], answer.upper[0]) == pytest.approx((0.1407182, 0.7211339), rel=1e-6)


def test_where_none_were_expected_there_is_no_ratio_but_the_reason() -> None:
    answer = standardise_indirectly(
        [[3, 0], [1, 2]],
        [[0, 100], [10, 10]],
        reference_counts=[5, 0],
        reference_populations=[10, 10],
    )
    assert [math.isnan(one) for one in answer.value] == [True, False]
    assert "none were expected" in answer.reasons[0]


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 60), st.integers(1, 5000)), min_size=3, max_size=3),
        min_size=1,
        max_size=4,
    )
)
def test_a_batch_is_its_places_one_at_a_time_to_the_last_bit(
    table: list[list[tuple[int, int]]],
) -> None:
    def ask(counts: list[list[int]], people: list[list[int]]) -> np.ndarray:
        answer = standardise_indirectly(
            counts, people, reference_counts=[7, 30, 4], reference_populations=[900, 400, 77]
        )
        return np.array([answer.value, answer.lower, answer.upper])

    counts = [[one for one, _ in row] for row in table]
    people = [[one for _, one in row] for row in table]
    together = ask(counts, people)
    for index in range(len(table)):
        assert np.array_equal(together[:, index], ask([counts[index]], [people[index]])[:, 0])


def test_everything_wrong_is_named_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        standardise_indirectly(
            [1, 2, 3],
            [[1, 2], [3, -4]],
            reference_counts=[1],
            reference_populations=[0, 3],
            per="many",  # type: ignore[arg-type]
        )
    assert str(refused.value) == (
        "an indirectly standardised ratio: 5 problems to mend\n"
        "  counts: 3 counts and 2 x 2 populations; give a count for each group of each "
        "place, or one for each place [other-length]\n"
        "  populations[1][1]: found -4; a population is 0 or more [negative]\n"
        "  reference_populations[0]: found 0; the reference needs people in every group: "
        "give more than 0, or join groups together [zero]\n"
        "  reference_counts: 1 group, and the populations have 2; give the reference in the "
        "same groups, in the same order [other-length]\n"
        '  per: found "many"; write what the rate is per, such as 100000, or leave it out '
        "for a ratio [wrong-type]"
    )

"""Whether comparisons of two groups or dates are those of published tables and other programs."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.intervals import Standing, compare_means, compare_rates, compare_shares
from tests.stats.intervals.building import CONFIDENCES, POPULATIONS, batches_of_shares, shares

# Student's sleep data, as R has them: hours gained with each of two drugs.
FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def test_newcombes_difference_and_fagerlands_ratio_come_together() -> None:
    # Newcombe (1998), table II (a); Fagerland and Newcombe (2013), 24 of 73 against 53 of 65.
    answer = compare_shares([56, 24], [70, 73], [48, 53], [80, 65])
    assert (answer.lower[0], answer.upper[0]) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert (answer.ratio_lower[1], answer.ratio_upper[1]) == pytest.approx((0.282, 0.563), abs=5e-4)
    assert answer.verdicts == (Standing.HIGHER, Standing.LOWER)


@given(shares(), shares())
def test_the_difference_of_shares_is_that_of_statsmodels(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    from statsmodels.stats.proportion import confint_proportions_2indep

    answer = compare_shares(*one, *other)
    assert (answer.lower[0], answer.upper[0]) == pytest.approx(
        confint_proportions_2indep(*one, *other, method="newcomb"), abs=1e-10
    )


@given(st.integers(0, 9), POPULATIONS, st.integers(0, 9), POPULATIONS)
def test_the_difference_of_rates_of_few_events_is_that_of_statsmodels(
    one: int, people: int, other: int, others: int
) -> None:
    from statsmodels.stats.rates import confint_poisson_2indep

    answer = compare_rates(one, people, other, others, per=1)
    with np.errstate(invalid="ignore"):
        lower, upper = confint_poisson_2indep(
            one, people, other, others, method="mover", compare="diff", method_mover="exact-c"
        )
    # Of no events, statsmodels has no lower limit, and ours is nought.
    if one and other:
        assert (answer.lower[0], answer.upper[0]) == pytest.approx((lower, upper), rel=1e-8)


def test_the_ratio_of_rates_is_that_of_fay() -> None:
    # rateratio.test (Fay 2022): 0.2070941557 (0.02177406, 1.00054910).
    answer = compare_rates(2, 17877, 9, 16660)
    assert answer.ratio[0] == pytest.approx(0.2070941557, rel=1e-9)
    assert (answer.ratio_lower[0], answer.ratio_upper[0]) == pytest.approx(
        (0.02177406, 1.00054910), rel=1e-6
    )


def test_where_difference_and_ratio_disagree_the_two_cannot_be_told_apart() -> None:
    # Fay's example: its difference is just below nought, and its ratio reaches just above 1.
    answer = compare_rates(2, 17877, 9, 16660)
    assert answer.upper[0] < 0
    assert answer.verdicts == (Standing.CANNOT_TELL,)
    back = compare_rates(9, 16660, 2, 17877)
    assert back.lower[0] > 0
    assert back.verdicts == (Standing.CANNOT_TELL,)


def test_the_difference_of_averages_is_that_of_r() -> None:
    # R: t.test(extra ~ group, data = sleep)
    answer = compare_means(FIRST, SECOND)
    assert (answer.lower[0], answer.upper[0]) == pytest.approx(
        (-3.365483230712, 0.205483230712), rel=1e-10
    )
    # R: t.test(c(24, 6, 68), c(95, 46, 56, 76, 18))
    other = compare_means([24, 6, 68], [95, 46, 56, 76, 18])
    assert (other.lower[0], other.upper[0]) == pytest.approx((-88.14567969, 37.07901303), rel=1e-9)


def test_of_averages_there_is_no_ratio() -> None:
    answer = compare_means(FIRST, SECOND)
    assert math.isnan(answer.ratio[0])
    assert answer.ratio_method == "no ratio of averages is given"


def test_an_average_of_one_value_leaves_a_difference_without_interval() -> None:
    answer = compare_means([[1.0], [1.0, 2.0]], [[1.0, 5.0], [3.0, 5.0]])
    assert answer.value.tolist() == [-2.0, -2.5]
    assert [math.isnan(one) for one in answer.lower] == [True, False]
    assert answer.verdicts[0] is Standing.NOT_KNOWN
    assert "one value alone" in answer.reasons[0]


@given(shares(), shares(), CONFIDENCES)
def test_changing_places_turns_the_difference_and_the_ratio_round(
    one: tuple[int, int], other: tuple[int, int], confidence: float
) -> None:
    there = compare_shares(*one, *other, confidence=confidence)
    back = compare_shares(*other, *one, confidence=confidence)
    assert back.lower[0] == pytest.approx(-there.upper[0], abs=1e-12)
    assert back.upper[0] == pytest.approx(-there.lower[0], abs=1e-12)
    if there.ratio_lower[0] > 0 and np.isfinite(there.ratio_upper[0]):
        assert back.ratio_lower[0] == pytest.approx(1 / there.ratio_upper[0], rel=1e-6)
    turned = {
        Standing.HIGHER: Standing.LOWER,
        Standing.LOWER: Standing.HIGHER,
        Standing.CANNOT_TELL: Standing.CANNOT_TELL,
    }
    if min(abs(there.lower[0]), abs(there.upper[0])) > 1e-9:
        assert back.verdicts[0] is turned[there.verdicts[0]]


@given(shares(), shares(), CONFIDENCES)
def test_an_interval_holds_its_difference_and_its_ratio(
    one: tuple[int, int], other: tuple[int, int], confidence: float
) -> None:
    for answer in (
        compare_shares(*one, *other, confidence=confidence),
        compare_rates(*one, *other, confidence=confidence),
    ):
        assert answer.lower[0] <= answer.value[0] <= answer.upper[0]
        if not math.isnan(answer.ratio[0]):
            low, high = 1 - 1e-9, 1 + 1e-9
            assert answer.ratio_lower[0] * low <= answer.ratio[0] <= answer.ratio_upper[0] * high


@given(shares())
def test_a_share_cannot_be_told_apart_from_itself(share: tuple[int, int]) -> None:
    answer = compare_shares(*share, *share)
    assert answer.value[0] == 0
    assert answer.verdicts == (Standing.CANNOT_TELL,)


@given(batches_of_shares(), CONFIDENCES)
def test_a_batch_is_its_comparisons_one_at_a_time_to_the_last_bit(
    batch: tuple[list[int], list[int]], confidence: float
) -> None:
    turned = (batch[0][::-1], batch[1][::-1])
    for compare in (compare_shares, compare_rates):
        together = compare(*batch, *turned, confidence=confidence)
        for index, four in enumerate(zip(*batch, *turned, strict=True)):
            alone = compare(*four, confidence=confidence)
            for name in ("value", "lower", "upper", "ratio", "ratio_lower", "ratio_upper"):
                whole, one = getattr(together, name), getattr(alone, name)
                assert np.array_equal(whole[index : index + 1], one, equal_nan=True)


def test_over_none_there_is_no_ratio_and_no_upper_end() -> None:
    answer = compare_shares([3, 0], [10, 10], [0, 0], [10, 10])
    assert math.isinf(answer.ratio[0])
    assert math.isnan(answer.ratio[1])
    assert np.isinf(answer.ratio_upper).all()


def test_everything_wrong_is_named_with_the_group_it_is_in() -> None:
    groups: tuple[str, str] = ("2011",)  # type: ignore[assignment]  # one name too few
    with pytest.raises(InvalidError) as refused:
        compare_shares([3], [2], [1, -2], [4, 5], groups=groups)
    assert str(refused.value) == (
        "a comparison of shares: 4 problems to mend\n"
        "  first_numerators[0]: found 3 of 2; those counted are among the whole: check both; "
        "events may be more, as a rate [above-all]\n"
        "  second_numerators[1]: found -2; people are 0 or more [negative]\n"
        "  second_numerators: 1 first_numerators and 2 second_numerators; give as many of "
        "each [other-length]\n"
        '  groups: found (\'2011\',); give two names, such as ("2011", "2010") [wrong-type]'
    )
    with pytest.raises(InvalidError, match=r"second_denominators\[0\]: found 0; a rate needs"):
        compare_rates(1, 2, 3, 0)
    with pytest.raises(InvalidError, match="second_values: 2 first_values and 1 second_values"):
        compare_means([[1, 2], [3, 4]], [[1, 2]])

"""Whether the interval of an average is that of published examples and of R."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.intervals import find_mean_interval, find_mean_interval_from_summary

VALUES = [24, 6, 68, 95, 46, 56, 76, 18]
NUMBERS = st.floats(-1000, 1000).map(lambda one: round(one, 3))
ROWS = st.lists(NUMBERS, min_size=2, max_size=12).filter(lambda row: len(set(row)) > 1)


def test_the_average_of_the_phe_vignette_has_its_limits() -> None:
    # PHEindicatormethods, Introduction (2019), phe_mean: 48.625 (22.76452, 74.48548), s 30.93282.
    answer = find_mean_interval(VALUES)
    assert answer.value[0] == 48.625
    assert (answer.lower[0], answer.upper[0]) == pytest.approx((22.76452, 74.48548), abs=5e-6)
    assert answer.deviations is not None
    assert answer.deviations[0] == pytest.approx(30.93282, abs=5e-6)


def test_the_averages_of_both_years_have_the_limits_of_the_phe_vignette_at_99_8() -> None:
    answer = find_mean_interval([VALUES[:4], VALUES[4:]], confidence=0.998, names=["2015", "2016"])
    assert answer.value == pytest.approx([48.25, 49])
    assert answer.lower == pytest.approx([-159, -74.3], abs=0.5)
    assert answer.upper == pytest.approx([256, 172], abs=0.5)


def test_the_limits_are_those_of_r() -> None:
    # R: t.test(c(24, 6, 68, 95, 46, 56, 76, 18)); t.test(c(5.1, 4.9, 6.2), conf.level = .9)
    answer = find_mean_interval(VALUES)
    assert (answer.lower[0], answer.upper[0]) == pytest.approx(
        (22.7645162263, 74.4854837737), rel=1e-11
    )
    narrow = find_mean_interval([5.1, 4.9, 6.2], confidence=0.9)
    assert (narrow.lower[0], narrow.upper[0]) == pytest.approx((4.21990187741, 6.58009812259))


def test_a_published_number_average_and_deviation_have_the_limits_of_their_values() -> None:
    values, summary = (
        find_mean_interval(VALUES),
        find_mean_interval_from_summary(8, 48.625, 30.93282),
    )
    assert summary.lower[0] == pytest.approx(values.lower[0], abs=1e-4)
    assert summary.upper[0] == pytest.approx(values.upper[0], abs=1e-4)


def test_of_one_value_there_is_an_average_and_no_interval() -> None:
    answer = find_mean_interval([[4.0], [1.0, 3.0]])
    assert answer.value.tolist() == [4.0, 2.0]
    assert math.isnan(answer.lower[0])
    assert answer.reasons[0] == "one value alone does not show how much values differ"
    assert answer.reasons[1] == ""


def test_of_values_all_the_same_there_is_no_interval_of_no_width() -> None:
    # The mean of three times 0.1 is another number than 0.1 in its last digit.
    answer = find_mean_interval([0.1, 0.1, 0.1])
    assert math.isnan(answer.upper[0])
    assert "all values are the same" in answer.reasons[0]
    assert math.isnan(find_mean_interval_from_summary(5, 3.0, 0.0).lower[0])


@given(st.lists(ROWS, min_size=1, max_size=5))
def test_a_batch_is_its_averages_one_at_a_time_to_the_last_bit(rows: list[list[float]]) -> None:
    together = find_mean_interval(rows)
    for index, row in enumerate(rows):
        alone = find_mean_interval(row)
        assert [together.value[index], together.lower[index], together.upper[index]] == [
            alone.value[0],
            alone.lower[0],
            alone.upper[0],
        ]


@given(ROWS)
def test_the_order_of_values_changes_nothing_and_the_interval_holds_the_average(
    row: list[float],
) -> None:
    answer, turned = find_mean_interval(row), find_mean_interval(row[::-1])
    assert answer.lower[0] == turned.lower[0]
    assert answer.lower[0] <= answer.value[0] <= answer.upper[0]
    # And it lies as far below as above.
    assert answer.upper[0] - answer.value[0] == pytest.approx(
        answer.value[0] - answer.lower[0], abs=1e-9
    )


@given(ROWS)
def test_the_interval_is_that_of_scipy(row: list[float]) -> None:
    from scipy.stats import ttest_1samp

    other = ttest_1samp(row, 0).confidence_interval(0.95)
    answer = find_mean_interval(row)
    assert (answer.lower[0], answer.upper[0]) == pytest.approx(
        (other.low, other.high), rel=1e-6, abs=1e-6
    )


def test_everything_wrong_with_values_is_named_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        find_mean_interval([[1, float("nan")], [], "many"], confidence=2)
    assert str(refused.value) == (
        "an interval for an average: 4 problems to mend\n"
        "  values[1]: it is empty; give at least one number [nothing-given]\n"
        '  values[2]: found "many"; give a number or a row of numbers [wrong-type]\n'
        "  values[0][1]: found nan; leave it out, and say beside the answer that it is "
        "missing [missing]\n"
        "  confidence: found 2; give a share between 0 and 1, such as 0.95 [out-of-range]"
    )
    with pytest.raises(InvalidError, match=r"values: found \[\]; give a row of values"):
        find_mean_interval([])


def test_everything_wrong_with_a_summary_is_named_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        find_mean_interval_from_summary([0, 2.5, 3], [1, 2, float("nan")], [1, -1, 2])
    assert str(refused.value) == (
        "an interval for an average: 4 problems to mend\n"
        "  numbers[1]: found 2.5; values are counted whole; give the number before it was "
        "rounded or shared out [not-whole]\n"
        "  numbers[0]: found 0; there is no average of no values; leave it out of the batch "
        "[zero]\n"
        "  means[2]: there is no number; leave it out of the batch, and say beside the "
        "answer that it is missing [missing]\n"
        "  deviations[1]: found -1; a standard deviation is 0 or more [negative]"
    )

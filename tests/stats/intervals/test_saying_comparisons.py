"""Whether a comparison is said so that a twelve-year-old can follow."""

from obamodel.stats.intervals import compare_means, compare_rates, compare_shares
from obamodel.stats.intervals.comparing_estimates import compare_estimates
from obamodel.stats.intervals.direct import standardise_directly


def test_one_comparison_is_said_with_both_numbers_the_difference_and_the_ratio() -> None:
    assert str(compare_shares(56, 70, 48, 80, groups=("2011", "2010"))) == (
        "2011: 56 of 70 is 80%; 2010: 48 of 80 is 60%. 2011 is 20 percentage points higher (95% "
        "interval: 5.2 percentage points higher to 33.4 percentage points higher). It is 1.33 "
        "times as high as 2010 (95% interval: from 1.08 to 1.66)."
    )


def test_what_cannot_be_told_apart_is_said_to_be_so() -> None:
    said = str(compare_rates(21, 100, 20, 100, per=100, names=["Essex"]))
    assert said.startswith("Essex: the first: 21 in 100 is 21 per 100; the second: 20 in 100 is 20")
    assert said.endswith(
        "Chance alone could bring such a difference: the two cannot be told apart."
    )


def test_what_rests_on_few_is_said_to_be_unreliable() -> None:
    assert str(compare_shares(3, 4, 1, 4)).endswith("This is unreliable: it rests on few.")


def test_no_difference_is_said_in_words() -> None:
    said = str(compare_shares(30, 60, 30, 60))
    assert "The first is no different (95% interval: 17.3 percentage points lower to" in said


def test_over_none_no_ratio_is_said() -> None:
    assert "times as high" not in str(compare_shares(3, 10, 0, 10))


def test_a_ratio_without_an_upper_end_says_so() -> None:
    said = str(compare_rates([0], [10], [3], [10]))
    assert "It is 0 times as high as the second (95% interval: from 0 to 2.42)." in said


def test_averages_are_compared_without_a_ratio() -> None:
    # R: t.test(c(1, 2, 3, 4), c(11, 12, 13, 14))
    assert str(compare_means([1, 2, 3, 4], [11, 12, 13, 14])) == (
        "The first: the average of 4 values is 2.5; the second: the average of 4 values is 12.5. "
        "The first is 10 lower (95% interval: 12.2 lower to 7.8 lower)."
    )


def test_a_difference_without_an_interval_says_why() -> None:
    assert str(compare_means([4.0], [1.0, 3.0])) == (
        "The first: the average of 1 value is 4; the second: the average of 2 values is 2. The "
        "first is 2 higher; no interval can be given: one value alone does not show how much "
        "values differ."
    )


def test_what_cannot_be_compared_says_why() -> None:
    few, many = (
        standardise_directly(counts, [100, 100], standard=[1, 1]) for counts in ([1, 2], [30, 40])
    )
    assert str(compare_estimates(few, many)) == (
        "The first and the second cannot be compared: it would rest on fewer than 10 events, too "
        "few to adjust."
    )


def test_a_few_comparisons_are_a_line_each_and_many_are_counted() -> None:
    few = str(compare_shares([30, 40], [60, 60], [30, 10], [60, 60], names=["Essex", "Kent"]))
    assert [line.split(":")[0] for line in few.splitlines()] == ["Essex", "Kent"]
    assert str(compare_shares([50] * 7, [60] * 7, [30] * 6 + [49], [60] * 7)) == (
        "7 comparisons of the first with the second, by 95% intervals: 6 higher, 1 cannot be told "
        "apart. About 5 in 100 would be called higher or lower even if none were."
    )

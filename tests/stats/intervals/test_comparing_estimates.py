"""Whether two batches of one kind are compared alike, however they came about."""

import numpy as np
import pytest

from obamodel.errors import InvalidError
from obamodel.stats.intervals import (
    Estimates,
    compare_estimates,
    compare_means,
    compare_rates,
    compare_shares,
    find_count_interval,
    find_mean_interval,
    find_rate_interval,
    find_share_interval,
    standardise_directly,
    standardise_indirectly,
)


def directly(counts: list[int]) -> Estimates:
    return standardise_directly(counts, [1000, 2000], standard=[500, 500], per=1000)


def test_shares_rates_and_averages_are_compared_as_by_their_own_question() -> None:
    for mine, other in (
        (
            compare_estimates(find_share_interval(56, 70), find_share_interval(48, 80)),
            compare_shares(56, 70, 48, 80),
        ),
        (
            compare_estimates(find_rate_interval(6, 70), find_rate_interval(48, 80)),
            compare_rates(6, 70, 48, 80),
        ),
        (
            compare_estimates(find_mean_interval([1, 2, 4]), find_mean_interval([2, 9, 7])),
            compare_means([1, 2, 4], [2, 9, 7]),
        ),
    ):
        assert mine.to_frame().equals(other.to_frame())
        assert mine.method == other.method


def test_counts_are_compared_as_rates_among_as_many_and_a_reader_is_warned() -> None:
    counts = compare_estimates(find_count_interval(30), find_count_interval(12))
    rates = compare_rates(30, 7, 12, 7, per=7)
    assert counts.lower[0] == pytest.approx(rates.lower[0], rel=1e-12)
    assert counts.ratio_upper[0] == pytest.approx(rates.ratio_upper[0], rel=1e-12)
    assert any("for the same time" in caveat for caveat in counts.caveats)


def test_standardised_rates_differ_by_their_own_intervals_squared_and_added() -> None:
    # Zou and Donner (2008), worked out from the printed limits of each.
    one, other = directly([10, 30]), directly([40, 120])
    answer = compare_estimates(one, other)
    down = np.sqrt((one.value - one.lower) ** 2 + (other.upper - other.value) ** 2)
    assert answer.lower == pytest.approx(one.value - other.value - down)
    assert answer.ratio[0] == pytest.approx(0.25)
    assert answer.ratio_lower[0] < 0.25 < answer.ratio_upper[0]
    assert "Zou and Donner" in answer.method


def test_a_rate_that_is_not_given_leaves_no_difference_but_the_reason() -> None:
    answer = compare_estimates(directly([10, 30]), directly([1, 2]))
    assert np.isnan([answer.value[0], answer.lower[0], answer.ratio[0]]).all()
    assert "fewer than 10" in answer.reasons[0]


def test_exact_intervals_of_shares_are_not_said_to_be_newcombes() -> None:
    exact = [find_share_interval(one, 70, method="exact") for one in (56, 48)]
    answer = compare_estimates(*exact)
    assert "Newcombe" not in answer.method
    wilson = compare_shares(56, 70, 48, 70)
    assert answer.upper[0] - answer.lower[0] > wilson.upper[0] - wilson.lower[0]


def test_what_does_not_fit_is_named_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        compare_estimates(
            find_share_interval(1, 2, names=["Essex"]),
            find_rate_interval([1, 2], [3, 4], confidence=0.9),
        )
    assert [fault.path for fault in refused.value.faults] == [
        ("kind",),
        ("confidence",),
        ("per",),
        ("length",),
        ("names",),
    ]
    assert str(refused.value.faults[0]) == (
        "kind: the two differ in their kind; work both out in the same way [not-alike]"
    )


def test_rates_by_two_standards_are_not_compared() -> None:
    other = standardise_directly([10, 30], [1000, 2000], standard=[400, 600], per=1000)
    with pytest.raises(InvalidError, match="standard: the two differ in their standard"):
        compare_estimates(directly([10, 30]), other)
    # The same mix in other numbers is the same standard.
    same = standardise_directly([10, 30], [1000, 2000], standard=[5, 5], per=1000)
    assert compare_estimates(directly([10, 30]), same).value[0] == 0


def test_indirectly_standardised_ratios_come_with_their_warning() -> None:
    one, other = (
        standardise_indirectly(
            counts, [10, 10], reference_counts=[1, 2], reference_populations=[10, 10]
        )
        for counts in (30, 12)
    )
    assert any("different mixes" in caveat for caveat in compare_estimates(one, other).caveats)

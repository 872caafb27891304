"""Whether the intervals of counts and rates are those of published tables and other programs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.intervals import find_count_interval, find_rate_interval
from tests.stats.intervals.building import CONFIDENCES, COUNTS, POPULATIONS

COUNTED = [24, 6, 68, 95, 46, 56, 76, 18]
AMONG = [162, 120, 173, 146, 143, 132, 183, 149]


def test_byars_limits_are_those_published_for_public_health_in_england() -> None:
    # PHEindicatormethods, test data for Byar: 65 events at 95% and at 99.8%.
    answer = find_count_interval(65)
    assert (answer.lower[0], answer.upper[0]) == pytest.approx((50.163188, 82.849139), abs=5e-7)
    wide = find_count_interval(65, confidence=0.998)
    assert (wide.lower[0], wide.upper[0]) == pytest.approx((42.880261, 94.000291), abs=5e-7)


def test_one_event_in_a_hundred_has_the_published_exact_limits() -> None:
    answer = find_rate_interval(1, 100, per=100)
    assert (answer.lower[0], answer.upper[0]) == pytest.approx((0.0253, 5.5716), abs=5e-5)
    assert answer.methods == ("exact",)


def test_the_rates_of_the_phe_vignette_have_its_limits_at_95_and_99_8() -> None:
    # PHEindicatormethods, Introduction (2019), phe_rate.
    answer = find_rate_interval(COUNTED, AMONG)
    assert answer.value == pytest.approx(
        [14814.81, 5000, 39306.36, 65068.49, 32167.83, 42424.24, 41530.05, 12080.54], abs=5e-3
    )
    assert answer.lower == pytest.approx(
        [9489.334, 1834.912, 30521.553, 52642.965, 23548.788, 32044.793, 32719.746, 7156.037],
        abs=5e-4,
    )
    assert answer.upper == pytest.approx(
        [22044.21, 10882.90, 49830.92, 79543.66, 42908.37, 55092.43, 51981.74, 19093.45], abs=5e-3
    )
    assert answer.methods == ("Byar", "exact", *("Byar",) * 6)
    wide = find_rate_interval(COUNTED, AMONG, per=100, confidence=0.998)
    assert wide.lower[:2] == pytest.approx([7.1693910, 0.9225872], abs=5e-8)
    assert wide.upper[:2] == pytest.approx([26.77154, 15.05136], abs=5e-6)


def test_exact_limits_are_those_of_r() -> None:
    # R: poisson.test(3); poisson.test(0); poisson.test(65)
    answer = find_count_interval([3, 0, 65], method="exact")
    assert answer.lower == pytest.approx([0.618672122896, 0, 50.1656277292], rel=1e-11)
    assert answer.upper == pytest.approx([8.767273069742, 3.68887945411, 82.8478358159], rel=1e-11)
    # R: poisson.test(9, conf.level = .998)
    wide = find_count_interval(9, confidence=0.998)
    assert (wide.lower[0], wide.upper[0]) == pytest.approx((2.45242440436, 22.65737330906))


def test_byar_below_ten_is_given_where_asked_for() -> None:
    # PHEindicatormethods, test data for Byar: 1 event at 95%; 10 events at 99.8%.
    answer = find_count_interval([1, 10], method="byar")
    assert (answer.lower[0], answer.upper[0]) == pytest.approx((0.0130721329, 5.563755582))
    assert answer.methods == ("Byar", "Byar")
    wide = find_count_interval(10, confidence=0.998)
    assert (wide.lower[0], wide.upper[0]) == pytest.approx((2.916318375, 24.19372493))


def test_exact_below_ten_and_byar_from_ten() -> None:
    assert find_count_interval([0, 9, 10]).methods == ("exact", "exact", "Byar")


@given(st.lists(COUNTS, min_size=1, max_size=9), CONFIDENCES)
def test_an_interval_holds_its_count(counts: list[int], confidence: float) -> None:
    for method in ("as published", "exact", "byar"):
        answer = find_count_interval(counts, confidence=confidence, method=method)
        assert (answer.lower >= 0).all()
        assert (answer.lower <= answer.value).all()
        assert (answer.value < answer.upper).all()


@given(st.integers(10, 5000))
def test_byars_limits_are_within_two_in_a_thousand_of_the_exact_ones(count: int) -> None:
    # OHID, Technical Guide Confidence Intervals (2018): within 0.2% from 10 events, at 95%.
    byar, exact = (find_count_interval(count, method=one) for one in ("byar", "exact"))
    assert byar.lower[0] == pytest.approx(exact.lower[0], rel=2e-3)
    assert byar.upper[0] == pytest.approx(exact.upper[0], rel=2e-3)


@given(COUNTS, POPULATIONS, CONFIDENCES)
def test_a_rate_is_its_count_over_its_population(
    count: int, population: int, confidence: float
) -> None:
    rate = find_rate_interval(count, population, per=1000, confidence=confidence)
    alone = find_count_interval(count, confidence=confidence)
    for mine, of_count in (
        (rate.value, alone.value),
        (rate.lower, alone.lower),
        (rate.upper, alone.upper),
    ):
        assert mine[0] == pytest.approx(of_count[0] / population * 1000, rel=1e-12)


@given(st.integers(1, 1000), CONFIDENCES)
def test_more_events_at_one_rate_make_a_narrower_interval(count: int, confidence: float) -> None:
    few = find_rate_interval(count, 1000, confidence=confidence)
    many = find_rate_interval(2 * count, 2000, confidence=confidence)
    assert many.upper[0] - many.lower[0] < few.upper[0] - few.lower[0]


@given(st.lists(st.tuples(COUNTS, POPULATIONS), min_size=1, max_size=9), CONFIDENCES)
def test_a_batch_is_its_rates_one_at_a_time_to_the_last_bit(
    batch: list[tuple[int, int]], confidence: float
) -> None:
    together = find_rate_interval(*zip(*batch, strict=True), confidence=confidence)
    for index, (count, population) in enumerate(batch):
        alone = find_rate_interval(count, population, confidence=confidence)
        assert [together.value[index], together.lower[index], together.upper[index]] == [
            alone.value[0],
            alone.lower[0],
            alone.upper[0],
        ]


def test_a_rate_may_have_more_events_than_people() -> None:
    assert find_rate_interval(30, 20, per=1).value[0] == 1.5


def test_years_of_peoples_time_need_not_be_whole() -> None:
    assert find_rate_interval(30, 20.5, per=1).value[0] == pytest.approx(30 / 20.5)


def test_everything_wrong_with_rates_is_named_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        find_rate_interval(
            [1, -2, 0.5], [0, 10, float("inf")], per=-1, confidence=0.0, method="wald"
        )
    assert str(refused.value) == (
        "an interval for a rate: 7 problems to mend\n"
        "  counts[1]: found -2; events are 0 or more [negative]\n"
        "  counts[2]: found 0.5; events are counted whole; give the number before it was "
        "rounded or shared out [not-whole]\n"
        "  denominators[0]: found 0; a rate needs somebody it can happen to: give more than "
        "0, or leave it out [zero]\n"
        "  denominators[2]: found inf; give a number [not-finite]\n"
        "  confidence: found 0.0; give a share between 0 and 1, such as 0.95 [out-of-range]\n"
        '  method: found \'wald\'; write "as published", "exact" or "byar" [unknown-choice]\n'
        "  per: found -1; write what the rate is per, such as 100000 [out-of-range]"
    )
    with pytest.raises(InvalidError, match=r"counts\[0\]: found -1; events are 0 or more"):
        find_count_interval(-1)


def test_what_rests_on_few_is_marked_and_what_comes_in_bursts_is_warned_of() -> None:
    answer = find_count_interval([19, 20])
    assert np.array_equal(answer.unreliable, [True, False])
    assert any("one by one" in caveat for caveat in answer.caveats)

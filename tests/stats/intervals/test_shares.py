"""Whether the interval of a share is that of published tables and of other programs."""

import numpy as np
import pytest
from hypothesis import given

from obamodel.errors import InvalidError
from obamodel.stats.intervals import Estimates, find_share_interval
from tests.stats.intervals.building import CONFIDENCES, batches_of_shares, shares


def ends(answer: Estimates) -> list[tuple[float, float]]:
    return [(float(a), float(b)) for a, b in zip(answer.lower, answer.upper, strict=True)]


def test_wilson_limits_are_those_published_for_public_health_in_england() -> None:
    # PHEindicatormethods, test data for Wilson.
    answer = find_share_interval([65, 1045], [100, 5000])
    assert ends(answer)[0] == pytest.approx((0.552544, 0.736358), abs=5e-7)
    assert ends(answer)[1] == pytest.approx((0.197955, 0.220491), abs=5e-7)


def test_the_shares_of_the_phe_vignette_have_its_limits_at_95_and_99_8() -> None:
    # PHEindicatormethods, Introduction (2019), phe_proportion.
    counted, whole = [24, 6, 68, 95, 46, 56, 76, 18], [162, 120, 173, 146, 143, 132, 183, 149]
    answer = find_share_interval(counted, whole)
    assert answer.value == pytest.approx(
        [0.1481481, 0.05, 0.3930636, 0.6506849, 0.3216783, 0.4242424, 0.4153005, 0.1208054],
        abs=5e-8,
    )
    assert answer.lower == pytest.approx(
        [
            *(0.10162049, 0.02311436, 0.32336123, 0.57038874),
            *(0.25064630, 0.34324611, 0.34636288, 0.07779726),
        ],
        abs=5e-9,
    )
    assert answer.upper == pytest.approx(
        [0.2109760, 0.1048029, 0.4674118, 0.7232550, 0.4020403, 0.5095234, 0.4877211, 0.1828745],
        abs=5e-8,
    )
    wide = find_share_interval(counted, whole, confidence=0.998)
    assert wide.lower[:4] == pytest.approx(
        [0.08166047, 0.01533517, 0.28680466, 0.52294492], abs=5e-9
    )
    assert wide.upper[:4] == pytest.approx([0.2538084, 0.1510069, 0.5105106, 0.7599232], abs=5e-8)


def test_wilson_limits_are_those_of_r() -> None:
    # R: prop.test(65, 100, correct = FALSE)$conf.int; prop.test(1045, 5000, correct = FALSE)
    answer = find_share_interval([65, 1045], [100, 5000])
    assert ends(answer)[0] == pytest.approx((0.552544432969, 0.736357517569), rel=1e-11)
    assert ends(answer)[1] == pytest.approx((0.197955498800, 0.220491303732), rel=1e-11)


def test_newcombes_single_shares_have_his_limits() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), 857-872, table I: score and Clopper-Pearson.
    counted, whole = [15, 0, 1], [148, 20, 29]
    wilson = find_share_interval(counted, whole)
    exact = find_share_interval(counted, whole, method="exact")
    assert np.round([wilson.lower, wilson.upper], 4).tolist() == [
        [0.0624, 0, 0.0061],
        [0.1605, 0.1611, 0.1718],
    ]
    assert np.round([exact.lower, exact.upper], 4).tolist() == [
        [0.0578, 0, 0.0009],
        [0.1617, 0.1684, 0.1776],
    ]


def test_exact_limits_are_those_of_r() -> None:
    # R: binom.test(682, 925); binom.test(0, 20)
    answer = find_share_interval([682, 0], [925, 20], method="exact")
    assert ends(answer)[0] == pytest.approx((0.707668264079, 0.765406558242), rel=1e-11)
    assert ends(answer)[1] == pytest.approx((0.0, 0.168433470983), rel=1e-11)
    # R: binom.test(20, 20, conf.level = .99)
    all_of_them = find_share_interval(20, 20, method="exact", confidence=0.99)
    assert ends(all_of_them)[0] == pytest.approx((0.767270499011, 1.0), rel=1e-11)


@given(shares(), CONFIDENCES)
def test_both_intervals_are_those_of_scipy(share: tuple[int, int], confidence: float) -> None:
    from scipy.stats import binomtest

    found = binomtest(*share)
    for method, other in (
        ("wilson", found.proportion_ci(confidence, method="wilson")),
        ("exact", found.proportion_ci(confidence, method="exact")),
    ):
        mine = find_share_interval(*share, confidence=confidence, method=method)
        assert ends(mine)[0] == pytest.approx((other.low, other.high), rel=1e-9, abs=1e-12)


@given(shares(), CONFIDENCES)
def test_an_interval_holds_its_share_and_stays_between_none_and_all(
    share: tuple[int, int], confidence: float
) -> None:
    for method in ("wilson", "exact"):
        answer = find_share_interval(*share, confidence=confidence, method=method)
        assert 0 <= answer.lower[0] <= answer.value[0] <= answer.upper[0] <= 1


@given(shares(), CONFIDENCES)
def test_counting_those_left_over_turns_the_interval_round(
    share: tuple[int, int], confidence: float
) -> None:
    counted, whole = share
    for method in ("wilson", "exact"):
        answer = find_share_interval(counted, whole, confidence=confidence, method=method)
        rest = find_share_interval(whole - counted, whole, confidence=confidence, method=method)
        assert rest.lower[0] == pytest.approx(1 - answer.upper[0], abs=1e-12)
        assert rest.upper[0] == pytest.approx(1 - answer.lower[0], abs=1e-12)


@given(shares(), CONFIDENCES)
def test_more_people_with_one_share_make_a_narrower_interval(
    share: tuple[int, int], confidence: float
) -> None:
    counted, whole = share
    few = find_share_interval(counted, whole, confidence=confidence)
    many = find_share_interval(4 * counted, 4 * whole, confidence=confidence)
    assert many.upper[0] - many.lower[0] < few.upper[0] - few.lower[0]


@given(shares())
def test_allowing_for_more_makes_a_wider_interval(share: tuple[int, int]) -> None:
    widths = [
        float(answer.upper[0] - answer.lower[0])
        for confidence in (0.5, 0.8, 0.95, 0.998)
        for answer in [find_share_interval(*share, confidence=confidence)]
    ]
    assert widths == sorted(set(widths))


@given(batches_of_shares(), CONFIDENCES)
def test_a_batch_is_its_shares_one_at_a_time_to_the_last_bit(
    batch: tuple[list[int], list[int]], confidence: float
) -> None:
    for method in ("wilson", "exact"):
        together = find_share_interval(*batch, confidence=confidence, method=method)
        for index, share in enumerate(zip(*batch, strict=True)):
            alone = find_share_interval(*share, confidence=confidence, method=method)
            for whole, one in (
                (together.value, alone.value),
                (together.lower, alone.lower),
                (together.upper, alone.upper),
            ):
                assert whole[index] == one[0]


def test_a_share_of_fewer_than_twenty_is_marked_and_one_of_twenty_is_not() -> None:
    answer = find_share_interval([19, 20], [40, 40])
    assert answer.unreliable.tolist() == [True, False]
    assert any("fewer than 20" in caveat for caveat in answer.caveats)
    assert not any("fewer than 20" in one for one in find_share_interval(20, 40).caveats)


def test_everything_wrong_is_named_by_who_and_where_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        find_share_interval(
            [12, -1, 2.5, float("nan"), 0, 4],
            [10, 5, 5, 5, 0, 7.5],
            confidence=1,
            method="wald",
            names=["Women", "Men", "18 to 24", "Essex", "Nobody", "Halves"],
        )
    assert str(refused.value) == (
        "an interval for a share: 8 problems to mend\n"
        "  numerators.Men: found -1; people are 0 or more [negative]\n"
        "  numerators.18 to 24: found 2.5; people are counted whole; give the number before "
        "it was rounded or shared out [not-whole]\n"
        "  numerators.Essex: there is no number; leave it out of the batch, and say beside "
        "the answer that it is missing [missing]\n"
        "  denominators.Halves: found 7.5; people are counted whole; give the number before "
        "it was rounded or shared out [not-whole]\n"
        "  denominators.Nobody: found 0; a share of nobody cannot be told; leave it out of "
        "the batch [zero]\n"
        "  numerators.Women: found 12 of 10; those counted are among the whole: check both; "
        "events may be more, as a rate [above-all]\n"
        "  confidence: found 1; give a share between 0 and 1, such as 0.95 [out-of-range]\n"
        '  method: found \'wald\'; write "wilson" or "exact" [unknown-choice]'
    )


def test_without_names_a_place_is_told_by_its_number() -> None:
    with pytest.raises(InvalidError, match=r"numerators\[1\]: found 3 of 2"):
        find_share_interval([1, 3], [2, 2])


def test_lengths_that_differ_are_refused() -> None:
    with pytest.raises(
        InvalidError, match="denominators: 2 numerators and 3 denominators; give as many of each"
    ):
        find_share_interval([1, 2], [3, 4, 5])
    with pytest.raises(InvalidError, match="names: 1 name for 2; give one name for each"):
        find_share_interval([1, 2], [3, 4], names=["one"])

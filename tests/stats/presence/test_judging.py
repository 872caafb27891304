"""Does each group stand as its share, its interval and all the groups looked at say?"""

import math

import numpy as np
import pytest

from obamodel.domain.breakdowns import Overlap, PartState
from obamodel.stats.presence.answers import GroupPresence, PresenceStanding
from obamodel.stats.presence.judging import count_questions, find_residuals, judge_groups
from obamodel.stats.presence.matching import match_groups
from tests.stats.presence.making import CAME, CENSUS, make, make_population


def judge(given: object, population: object, **about: object) -> tuple[GroupPresence, ...]:
    matched = match_groups(make(given), make_population(population))  # type: ignore[arg-type]
    asked = {"tested": True, "exclusive": True, "confidence": 0.95, **about}
    return judge_groups(matched, **asked)  # type: ignore[arg-type]


def test_residuals_are_those_of_r() -> None:
    # chisq.test(c(89, 37, 30, 28, 2), p = c(40, 20, 20, 15, 5), rescale.p = TRUE)$stdres
    counts, shares = np.array([89.0, 37, 30, 28, 2]), np.array([40.0, 20, 20, 15, 5]) / 100
    assert find_residuals(counts, 186 * shares, shares) == pytest.approx(
        [2.18519784133, -0.03666177876, -1.31982403519, 0.02053470345, -2.45595035242], rel=1e-9
    )


def test_a_group_that_everybody_is_in_has_no_residual() -> None:
    found = find_residuals(np.array([5.0]), np.array([5.0]), np.array([1.0]))
    assert math.isnan(found[0])


def test_shares_have_wilson_s_interval_and_the_index_has_it_over_the_population_s_share() -> None:
    # prop.test(9, 20, correct = FALSE)$conf.int and prop.test(0, 20, correct = FALSE)$conf.int
    one, other, none = judge([9, 11, 0], [50, 30, 20])
    assert (one.lower, one.upper) == pytest.approx((0.2581978583, 0.6579146575))
    assert (none.lower, none.upper) == pytest.approx((0.0, 0.1611251581))
    assert one.index == pytest.approx(0.45 / 0.5)
    assert (one.index_lower, one.index_upper) == pytest.approx((0.5163957166, 1.315829315))
    assert (none.number, none.share, none.index) == (0, 0.0, 0.0)
    assert other.expected == pytest.approx(6)


def test_chances_are_exact_and_allowed_for_by_holm() -> None:
    # R 4: p of each is 2 * min(pbinom(x, 215, p), 1 - pbinom(x - 1, 215, p)); p.adjust("holm")
    groups = judge(CAME, CENSUS)
    chances = [0.001608, 0.000606, 0.942090, 0.749035, 0.680757]
    assert [group.chance for group in groups] == pytest.approx(chances, abs=5e-7)
    adjusted = [4 * chances[0], 5 * chances[1], 1, 1, 1]
    assert [group.adjusted for group in groups] == pytest.approx(adjusted, abs=3e-6)


def test_a_group_is_shown_to_be_fewer_or_more_only_with_all_groups_allowed_for() -> None:
    standings = [group.standing for group in judge(CAME, CENSUS)]
    assert standings == [
        PresenceStanding.MORE,
        PresenceStanding.FEWER,
        *[PresenceStanding.NOT_SHOWN] * 3,
    ]
    # 12 of 40 where 20 are expected: 0.0166 alone, which is 2 * pbinom(12, 40, 0.5) in R, and
    # 0.0498 with three looked at, but 0.0664 with four
    three = judge([12, 14, 14], [50, 25, 25])
    assert three[0].chance == pytest.approx(0.01658900337, rel=1e-8)
    assert three[0].standing is PresenceStanding.FEWER
    four = judge([12, 14, 10, 4], [50, 25, 15, 10])
    assert four[0].standing is PresenceStanding.NOT_SHOWN


def test_two_groups_that_exclude_each_other_are_one_question() -> None:
    one, other = judge([12, 28], [50, 50])
    assert one.adjusted == one.chance == pytest.approx(other.adjusted)
    matched = match_groups(make([12, 28]), make_population([50, 50]))
    assert count_questions(matched, exclusive=True) == 1
    assert count_questions(matched, exclusive=False) == 2


def test_what_is_only_described_has_shares_and_an_index_and_nothing_of_chance() -> None:
    group = judge(CAME, CENSUS, tested=False)[1]
    assert group.standing is PresenceStanding.DESCRIBED
    assert group.index == pytest.approx(9 / 215 / 0.11)
    tested = ("lower", "upper", "index_lower", "index_upper", "residual", "chance", "adjusted")
    assert {getattr(group, name) for name in tested} == {None}


def test_a_group_that_is_left_out_says_why_and_is_in_no_share() -> None:
    *_, left_out = judge(
        {"North": 6, "South": 4, "West": None}, {"North": 60, "South": 30, "West": 10}
    )
    assert left_out.standing is PresenceStanding.NOT_COMPARED
    assert (left_out.state, left_out.reason) == (PartState.REACHED, "nobody kept a list")
    assert (left_out.share, left_out.reference_share) == (None, None)
    assert left_out.share_of_all == pytest.approx(0.1)
    *_, unknown = judge([6, 4, 5], {"group 0": 60, "group 1": 30, "group 2": None})
    assert unknown.reason == "the population's number is not to be had: reached, not counted"
    *_, empty = judge([6, 4, 0], [60, 30, 0])
    assert empty.reason == "the population has nobody there, and nobody came"


def test_a_share_that_rests_on_fewer_than_twenty_is_marked() -> None:
    assert [group.unreliable for group in judge([19, 20], [50, 50])] == [True, False]


def test_overlapping_groups_are_each_allowed_for() -> None:
    overlapping = {"overlap": Overlap.OVERLAPPING}
    matched = match_groups(
        make({"Deaf": 3, "Carer": 30}, whole=60, **overlapping),
        make_population({"Deaf": 100, "Carer": 400}, whole=1000, **overlapping),
    )
    deaf, carer = judge_groups(matched, tested=True, exclusive=False, confidence=0.95)
    assert (deaf.expected, carer.expected) == (6, 24)
    # R 4: twice the smaller tails of pbinom(3, 60, 0.1) and pbinom(30, 60, 0.4); then p.adjust
    assert (deaf.chance, carer.chance) == pytest.approx((0.2747971388, 0.1492473887))
    assert (deaf.adjusted, carer.adjusted) == pytest.approx((0.2984947774, 0.2984947774))

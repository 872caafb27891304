"""Which verdicts are left when many curves are looked at together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from obamodel.stats.forecasting.quantiles import INNER, OUTER
from obamodel.stats.turning.families import (
    adjust_chances,
    hold_back,
    hold_back_families,
    set_aside,
)
from obamodel.stats.turning.judging import CODES, VERDICTS, Codes
from obamodel.stats.turning.words import Verdict

chances = st.lists(st.floats(0, 1), min_size=1, max_size=12)


def code(*words: Verdict) -> Codes:
    return np.array([CODES[word] for word in words], dtype=np.int8)


def read(codes: Codes) -> list[Verdict]:
    return [VERDICTS[one] for one in codes]


@given(found=chances)
@settings(max_examples=30)
def test_p_values_are_stepped_down_as_statsmodels_does_it(found: list[float]) -> None:
    wanted = multipletests(found, method="holm")[1]
    got = adjust_chances(np.array(found), np.zeros(1))
    np.testing.assert_allclose(got, wanted, atol=1e-12)


def test_three_families_that_stand_mixed_are_stepped_down_as_by_hand() -> None:
    # Of each family the least p value times all, the next times all but one, and so on; never less
    # than the one before, and never more than 1.
    by_hand = [
        ("b", 0.9, 1.0),  # 0.9 x 1, and after 0.6 x 2, which is more than 1
        ("a", 0.30, 0.30),  # x 1
        ("c", 0.02, 0.02),  # x 1
        ("a", 0.01, 0.03),  # x 3
        ("b", 0.6, 1.0),
        ("a", 0.04, 0.08),  # x 2
        ("d", 0.031, 0.06),  # x 1, and after 0.03 x 2
        ("d", 0.03, 0.06),
    ]
    groups, found, wanted = zip(*by_hand, strict=True)
    got = adjust_chances(np.array(found), np.array(groups))
    np.testing.assert_allclose(got, wanted, atol=1e-12)


@given(first=chances, second=chances, seed=st.integers(0, 99))
@settings(max_examples=30)
def test_each_family_is_stepped_down_by_itself_in_whatever_order_they_stand(
    first: list[float], second: list[float], seed: int
) -> None:
    whole = np.array([*first, *second])
    groups = np.array(["a"] * len(first) + ["b"] * len(second))
    wanted = [*multipletests(first, method="holm")[1], *multipletests(second, method="holm")[1]]
    order = np.random.default_rng(seed).permutation(len(whole))
    got = adjust_chances(whole[order], groups[order])
    np.testing.assert_allclose(got, np.array(wanted)[order], atol=1e-12)


@pytest.mark.parametrize(
    ("alone", "chance", "left"),
    [
        (Verdict.TURNED, 0.04, Verdict.TURNED),
        (Verdict.TURNED, 0.06, Verdict.SIGNS_OF_A_TURN),
        (Verdict.TURNED, 0.21, Verdict.NO_TURN_SHOWN),
        (Verdict.SIGNS_OF_A_TURN, 0.19, Verdict.SIGNS_OF_A_TURN),
        (Verdict.SIGNS_OF_A_TURN, 0.21, Verdict.NO_TURN_SHOWN),
        (Verdict.SIGNS_OF_WORSENING, 0.21, Verdict.NO_TURN_SHOWN),
        (Verdict.WORSE, 0.06, Verdict.SIGNS_OF_WORSENING),
        (Verdict.WORSE, 0.21, Verdict.NO_TURN_SHOWN),
        (Verdict.WORSE, 0.04, Verdict.WORSE),
        (Verdict.NO_WORTHWHILE_TURN, 1.0, Verdict.NO_WORTHWHILE_TURN),
        (Verdict.TOO_EARLY, 1.0, Verdict.TOO_EARLY),
        (Verdict.TOO_FEW, 1.0, Verdict.TOO_FEW),
        (Verdict.BETTER_THAN_AGREED, 1.0, Verdict.BETTER_THAN_AGREED),
    ],
)
def test_what_is_no_longer_shown_at_its_grade_is_held_back_to_the_next(
    alone: Verdict, chance: float, left: Verdict
) -> None:
    assert read(hold_back(code(alone), np.array([chance]))) == [left]


def test_what_cannot_be_judged_was_looked_at_and_takes_nobodys_place() -> None:
    verdicts = code(Verdict.TOO_EARLY, Verdict.TURNED, Verdict.TURNED, Verdict.TOO_FEW)
    found = np.array([0.001, 0.012, 0.02, np.nan])
    assert set_aside(verdicts, found).tolist() == [1.0, 0.012, 0.02, 1.0]
    # By Holm, 0.012 x 4 and 0.02 x 3.
    left, looked_at = hold_back_families(verdicts, found, np.array(["f"] * 4))
    assert read(left) == [
        Verdict.TOO_EARLY,
        Verdict.TURNED,
        Verdict.SIGNS_OF_A_TURN,
        Verdict.TOO_FEW,
    ]
    assert looked_at.tolist() == [4, 4, 4, 4]


def test_a_series_outside_a_family_changes_nothing_in_it() -> None:
    verdicts = code(*[Verdict.TURNED] * 3)
    found = np.array([0.02, 0.03, 0.001])
    alone, _ = hold_back_families(verdicts[:2], found[:2], np.array(["a", "a"]))
    together, looked_at = hold_back_families(verdicts, found, np.array(["a", "a", "b"]))
    assert together[:2].tolist() == alone.tolist()
    assert looked_at.tolist() == [2, 2, 1]


def test_each_family_is_held_back_by_its_own_members_alone() -> None:
    verdicts = code(*[Verdict.TURNED] * 3)
    found = np.array([0.04, 0.04, 0.04])
    left, looked_at = hold_back_families(verdicts, found, np.array(["b", "a", "b"]))
    # 0.04 alone, and 0.04 x 2.
    assert read(left) == [Verdict.SIGNS_OF_A_TURN, Verdict.TURNED, Verdict.SIGNS_OF_A_TURN]
    assert looked_at.tolist() == [2, 1, 2]


def test_exactly_one_in_twenty_and_one_in_five_are_still_enough() -> None:
    verdicts = code(Verdict.TURNED, Verdict.SIGNS_OF_A_TURN)
    left = hold_back(verdicts, np.array([1 - OUTER, 1 - INNER]))
    assert read(left) == [Verdict.TURNED, Verdict.SIGNS_OF_A_TURN]

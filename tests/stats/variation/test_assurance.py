"""Whether a target is judged by the natural limits, and by the better direction."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.stats.variation import Assurance, Limits, chart_limits, judge_target
from obamodel.stats.variation.assurance import ASSURANCES

NOTHING = float("nan")


def judge(limits: Limits, target: float, good: int) -> Assurance:
    return ASSURANCES[int(judge_target(limits, target, good)[0])]


# The limits of these five values are -2.985 and 8.985 (3 -+ 2.66 x 2.25).
FIVE = chart_limits([2.0, 4.0, 3.0, 5.0, 1.0])


@pytest.mark.parametrize(
    ("target", "good", "assurance"),
    [
        (9.0, 1, Assurance.MISSES),
        (9.0, -1, Assurance.MEETS),
        (-3.0, 1, Assurance.MEETS),
        (-3.0, -1, Assurance.MISSES),
        (8.9, 1, Assurance.MAY_OR_MAY_NOT),
        (-2.9, -1, Assurance.MAY_OR_MAY_NOT),
        (9.0, 0, Assurance.NONE),
        (NOTHING, 1, Assurance.NONE),
    ],
)
def test_a_target_is_missed_beyond_the_better_limit_and_met_beyond_the_worse(
    target: float, good: int, assurance: Assurance
) -> None:
    assert judge(FIVE, target, good) is assurance


def test_without_limits_nothing_is_said_of_a_target() -> None:
    assert judge(chart_limits([3.0]), 3.0, 1) is Assurance.NONE


def test_a_target_on_a_limit_may_or_may_not_be_met() -> None:
    flat = chart_limits([0.1] * 6)
    assert judge(flat, 0.1, 1) is Assurance.MAY_OR_MAY_NOT


def test_each_series_of_a_batch_has_its_own_target_and_direction() -> None:
    limits = chart_limits([[2.0, 4.0, 3.0, 5.0, 1.0]] * 3)
    places = judge_target(limits, np.array([9.0, 9.0, NOTHING]), np.array([1, -1, 1]))
    assert [ASSURANCES[place] for place in places] == [
        Assurance.MISSES,
        Assurance.MEETS,
        Assurance.NONE,
    ]


@given(
    st.lists(st.integers(-9, 9), min_size=2, max_size=20),
    st.integers(-30, 30),
    st.sampled_from([1, -1]),
)
def test_turning_values_target_and_direction_leaves_the_answer(
    values: list[int], target: int, good: int
) -> None:
    plain = chart_limits(np.array(values, dtype=float))
    turned = chart_limits(-np.array(values, dtype=float))
    assert judge(plain, target, good) is judge(turned, -target, -good)

"""What rules that need no forecast say beside a verdict."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.stats.variation import (
    Evidence,
    EvidenceKind,
    gather_evidence,
    support_from_run_chart,
)
from obamodel.stats.variation.evidence import _find_trend

NOTHING = float("nan")
LEVEL = [5.0, 7.0, 6.5, 5.5, 7.0, 5.0, 6.5, 5.5, 7.0, 5.0, 6.5, 5.5]  # the middle is 6


def find(kind: EvidenceKind, evidence: tuple[Evidence, ...]) -> Evidence:
    (found,) = [one for one in evidence if one.kind is kind]
    return found


# --- the run chart ------------------------------------------------------------------------


def test_the_last_values_on_one_side_are_counted_in_words() -> None:
    after = [7.0, 3.0, 4.0, 3.0, 4.0, 3.0, 4.0, 3.0]
    said = support_from_run_chart(LEVEL, after, -1).sentence
    assert said.startswith("The last 7 values all lie below the middle of the earlier ones.")
    said = support_from_run_chart(LEVEL, [5.0, 6.0, 5.0]).sentence
    assert said.startswith("The last 3 values lie below or on the middle of the earlier ones")
    assert support_from_run_chart(LEVEL, [5.0, 8.0]).sentence.startswith(
        "The last value lies above"
    )
    assert support_from_run_chart(LEVEL, [8.0, 8.5]).sentence.startswith("Both later values lie ab")
    assert support_from_run_chart(LEVEL, [6.0]).sentence.startswith("The later values all lie on")


def test_a_run_that_chance_would_not_leave_speaks_for_its_side() -> None:
    # 12 + 9 = 21 values off the line: up to round(log2 21) + 3 = 7 in a row can be chance.
    low = [3.0] * 9
    better, worse = (support_from_run_chart(LEVEL, low, good) for good in (-1, 1))
    assert (better.agrees, worse.agrees) == (True, False)
    assert "a run of 10 where 7 could be chance" in better.sentence  # with the last of the earlier
    assert support_from_run_chart(LEVEL, low, 0).agrees is None


def test_a_short_run_speaks_for_nothing() -> None:
    found = support_from_run_chart(LEVEL, [3.0, 3.0, 3.0], -1)
    assert found.agrees is None
    assert "can be chance" in found.sentence


def test_earlier_values_that_moved_in_a_pattern_spoil_a_run_chart() -> None:
    pattern = [1.0] * 7 + [9.0] * 7
    found = support_from_run_chart(pattern, [1.0] * 9, -1)
    assert found.agrees is None
    assert "the earlier values moved in a pattern too" in found.sentence


def test_too_few_values_make_no_run_chart() -> None:
    found = support_from_run_chart([5.0, 7.0, NOTHING], [3.0])
    assert (found.agrees, found.sentence) == (
        None,
        "A run chart needs 10 values off the line; there are 3.",
    )


# --- the control chart --------------------------------------------------------------------


def test_later_values_beyond_the_earlier_limits_speak_for_their_side() -> None:
    found = find(EvidenceKind.CONTROL_CHART, gather_evidence(LEVEL, [15.0, 6.0], 1))
    assert found.agrees is True
    assert found.sentence == (
        "1 of the 2 later values is out of the ordinary and high beside the limits of the earlier "
        "ones; those come from 12 values only, and are on trial."
    )
    assert find(EvidenceKind.CONTROL_CHART, gather_evidence(LEVEL, [15.0, 6.0], -1)).agrees is False


def test_later_values_on_both_sides_speak_for_neither() -> None:
    found = find(EvidenceKind.CONTROL_CHART, gather_evidence(LEVEL, [15.0, -5.0], 1))
    assert found.agrees is None
    assert "Both later values are out of the ordinary and some high and some low" in found.sentence


def test_ordinary_values_speak_for_nothing() -> None:
    found = find(EvidenceKind.CONTROL_CHART, gather_evidence(LEVEL, [5.0, 7.0], 1))
    assert found.agrees is None
    assert found.sentence.startswith("None of the later values is out of the ordinary")


@pytest.mark.parametrize(("number", "said"), [(0, "are none"), (1, "is 1"), (4, "are 4")])
def test_too_few_earlier_values_make_no_limits(number: int, said: str) -> None:
    found = find(EvidenceKind.CONTROL_CHART, gather_evidence(LEVEL[:number], [15.0], 1))
    assert found.agrees is None
    assert said in found.sentence


def test_a_trend_that_goes_on_is_no_news() -> None:
    falling = [20.0, 18.9, 18.2, 17.0, 15.8, 15.1, 14.0, 12.9]
    found = find(EvidenceKind.CONTROL_CHART, gather_evidence(falling, [6.0, 5.0, 4.0], -1))
    assert found.agrees is None
    assert "the earlier values were falling already, and may only have gone on" in found.sentence
    back = find(EvidenceKind.CONTROL_CHART, gather_evidence(falling, [30.0, 31.0], -1))
    assert back.agrees is False


def test_departures_from_a_forecast_are_judged_by_the_usual_ups_and_downs() -> None:
    falling = [20.0, 18.9, 18.2, 17.0, 15.8, 15.1, 14.0, 12.9]  # steps of about 1: limits of 2.7
    after = [12.0, 11.0, 10.0]
    as_expected = gather_evidence(falling, after, -1, departures=[0.2, -0.3, 0.1])
    assert find(EvidenceKind.CONTROL_CHART, as_expected).sentence.startswith("None of the later")
    beyond = gather_evidence(falling, after, -1, departures=[-4.0, -4.2, -5.0])
    found = find(EvidenceKind.CONTROL_CHART, beyond)
    assert found.agrees is True
    assert "beside the forecast and the usual ups and downs" in found.sentence


# --- the test for a trend -----------------------------------------------------------------


@given(st.lists(st.integers(-9, 9).map(float), min_size=1, max_size=25))
def test_the_trend_of_earlier_values_is_that_of_kendalls_tau(values: list[float]) -> None:
    pairs = [
        np.sign(later - one) for place, one in enumerate(values) for later in values[place + 1 :]
    ]
    number = len(values)
    spread = (number * (number - 1) * (2 * number + 5) / 18) ** 0.5
    found = _find_trend(np.array(values))
    if found:
        assert number >= 4
        assert found == np.sign(sum(pairs))
        assert (abs(sum(pairs)) - 1) / spread > 1.6448
    elif number >= 4:
        assert abs(sum(pairs)) - 1 <= 1.645 * spread


def test_four_values_that_all_fall_are_a_trend_and_three_are_not() -> None:
    assert _find_trend(np.array([4.0, 3.0, 2.0, 1.0])) == -1
    assert _find_trend(np.array([3.0, 2.0, 1.0])) == 0


# --- stable shift -------------------------------------------------------------------------

BEFORE = [1.0, 3.0] * 10 + [2.0]


def test_stable_shift_speaks_only_with_21_values_before_and_a_run_of_8() -> None:
    kinds = {one.kind for one in gather_evidence(BEFORE, [7.0, 9.0] * 4, 1)}
    assert EvidenceKind.STABLE_SHIFT in kinds
    for before, after in ((BEFORE[1:], [7.0, 9.0] * 4), (BEFORE, [7.0] * 7), (BEFORE, [])):
        kinds = {one.kind for one in gather_evidence(before, after, 1)}
        assert EvidenceKind.STABLE_SHIFT not in kinds


def test_a_settled_level_speaks_for_its_side() -> None:
    after = [7.0, 9.0] * 10 + [8.0]
    found = find(EvidenceKind.STABLE_SHIFT, gather_evidence(BEFORE, after, 1))
    assert found.agrees is True
    assert found.sentence == "The last 21 values have settled at a higher level than before."
    assert find(EvidenceKind.STABLE_SHIFT, gather_evidence(BEFORE, after, -1)).agrees is False


def test_a_run_that_came_back_speaks_against_what_it_was() -> None:
    after = [7.0, 9.0] * 5 + [1.0, 3.0] * 6
    found = find(EvidenceKind.STABLE_SHIFT, gather_evidence(BEFORE, after, 1))
    assert found.agrees is False
    assert found.sentence == "A run of values was higher for a while, and then they came back."


def test_a_run_that_is_still_young_says_when_it_can_be_judged() -> None:
    found = find(EvidenceKind.STABLE_SHIFT, gather_evidence(BEFORE, [7.0, 9.0] * 4, 1))
    assert found.agrees is None
    assert found.sentence.endswith("can be said when there are 21 of them.")


def test_a_run_whose_end_may_be_a_way_back_is_left_open() -> None:
    after = [7.0, 9.0] * 9 + [1.0, 1.0, 1.0]
    found = find(EvidenceKind.STABLE_SHIFT, gather_evidence(BEFORE, after, 1))
    assert found.agrees is None
    assert "may be on the way back" in found.sentence


def test_evidence_is_neither_true_nor_false() -> None:
    found = support_from_run_chart(LEVEL, [3.0])
    with pytest.raises(TypeError, match="Evidence is neither true nor false"):
        bool(found)
    assert str(found) == found.sentence


@given(
    st.lists(st.integers(-9, 9).map(float), min_size=0, max_size=30),
    st.lists(st.integers(-9, 9).map(float), min_size=1, max_size=30),
    st.sampled_from([1, -1]),
)
def test_turning_values_and_polarity_leaves_what_the_evidence_speaks_for(
    before: list[float], after: list[float], good: int
) -> None:
    plain = gather_evidence(before, after, good)
    turned = gather_evidence([-one for one in before], [-one for one in after], -good)
    assert [(one.kind, one.agrees) for one in plain] == [(one.kind, one.agrees) for one in turned]

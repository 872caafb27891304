"""Whether a curve departed from its baseline by more than places like it."""

import math
from typing import Any

import attrs
import pytest

from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.stats.turning import Comparison, CurveAnswer, Verdict, assess_curve
from tests.stats.forecasting.building import freeze, make_series
from tests.stats.forecasting.examples import NILE

START = "2014"
OWN = [float(value) for value in NILE[:15]]


def place(name: str, history: list[float], after: list[float | None], **about: Any) -> Series:
    return make_series([*history, *after], id=name.lower(), name=name, **about)


def judge(after: list[float | None], *others: Series, **about: Any) -> CurveAnswer:
    series = place("Trafford", OWN, after)
    return assess_curve(freeze(series, START, 3, **about), series, comparisons=others)


BURY = place("Bury", [float(value) for value in NILE[20:35]], [900.0, 950, 940])
BOLTON = place("Bolton", [float(value) for value in NILE[40:55]], [800.0, 780, 820])


def find(answer: CurveAnswer) -> Comparison:
    assert answer.comparison is not None
    return answer.comparison


def alone(series: Series, **about: Any) -> CurveAnswer:
    return assess_curve(freeze(series, START, 3, **about), series)


@pytest.mark.parametrize("others", [(BURY,), (BURY, BOLTON)])
@pytest.mark.parametrize("method", ["average", "drift"])
def test_the_difference_is_the_departure_less_the_mean_of_the_others_with_errors_added(
    others: tuple[Series, ...], method: str
) -> None:
    answer = judge([1400.0, 1380, 1420], *others, method=method)
    each = [alone(other, method=method).departure for other in others]
    own = answer.departure
    assert own is not None
    assert own.upper is not None
    difference = find(answer).difference
    values = [one.value for one in each if one is not None]
    mean = sum(values) / len(values)
    assert difference.value == pytest.approx(own.value - mean)
    # Variances of independent errors add up, and those of a mean are shared out.
    halves = [(one.upper or 0) - one.value for one in each if one is not None]
    squares = sum(half**2 for half in halves) / len(halves) ** 2
    half = math.sqrt((own.upper - own.value) ** 2 + squares)
    assert difference.lower == pytest.approx(difference.value - half)
    assert difference.upper == pytest.approx(difference.value + half)
    assert dict(find(answer).others) == pytest.approx(
        {other.name: value for other, value in zip(others, values, strict=True)}
    )
    # And so for the narrower interval.
    assert own.upper_80 is not None
    inner = [(one.upper_80 or 0) - one.value for one in each if one is not None]
    squares = sum(half**2 for half in inner) / len(inner) ** 2
    half = math.sqrt((own.upper_80 - own.value) ** 2 + squares)
    assert difference.lower_80 == pytest.approx(difference.value - half)
    assert difference.upper_80 == pytest.approx(difference.value + half)
    assert difference.observed == own.value
    assert difference.expected == pytest.approx(mean)
    assert [str(one) for one in difference.periods] == ["2015", "2016", "2017"]


def test_a_place_like_itself_did_neither_better_nor_worse() -> None:
    after: list[float | None] = [1400.0, 1380, 1420]
    found = find(judge(after, place("Twin", OWN, after)))
    assert found.difference.value == pytest.approx(0)
    assert found.verdict is Verdict.NO_TURN_SHOWN
    assert found.sentence == (
        "Trafford is not shown to have done better or worse than the one it is compared with."
    )


@pytest.mark.parametrize(
    ("after", "verdict", "sentence"),
    [
        (
            9000.0,
            Verdict.TURNED,
            (
                "Trafford did better than the 2 it is compared with, each held against its own "
                "baseline."
            ),
        ),
        (
            -9000.0,
            Verdict.WORSE,
            (
                "Trafford did worse than the 2 it is compared with, each held against its own "
                "baseline."
            ),
        ),
    ],
)
def test_the_comparison_is_judged_and_said(after: float, verdict: Verdict, sentence: str) -> None:
    found = find(judge([after] * 3, BURY, BOLTON))
    assert (found.verdict, found.sentence) == (verdict, sentence)


def test_between_the_two_intervals_it_is_not_sure() -> None:
    plain = find(judge([1400.0, 1400, 1400], BURY))
    lower, lower_80 = plain.difference.lower, plain.difference.lower_80
    assert lower is not None
    assert lower_80 is not None
    # Move the values so that 0 lies between the two lower limits.
    moved = 1400 - (lower + lower_80) / 2
    found = find(judge([moved] * 3, BURY))
    assert found.verdict is Verdict.SIGNS_OF_A_TURN
    assert found.sentence == (
        "Trafford may have done better than the one it is compared with, but it is not sure."
    )


def test_with_few_values_nothing_can_be_compared_yet() -> None:
    found = find(judge([1400.0, 1400], BURY))
    assert found.verdict is Verdict.TOO_EARLY
    assert found.sentence == (
        "Trafford cannot be compared with the one it is compared with yet: "
        "there are too few values."
    )


def test_those_that_cannot_be_compared_are_named_with_the_reason() -> None:
    others = [
        BURY,
        place("Few", [], [1.0, 2, 3, 4]),
        place("Gap", OWN, [900.0, None, 950]),
        place("Neither", OWN, [900.0, 950, 940], polarity=Polarity.NONE),
        place("Count", OWN, [900.0, 950, 940], kind=SeriesKind.COUNT),
        place("Other", OWN, [900.0, 950, 940], unit="%"),
        attrs.evolve(make_series(OWN[:4], "2011"), id="short", name="Short"),
    ]
    found = find(judge([1400.0, 1380, 1420], *others))
    assert [name for name, _ in found.others] == ["Bury"]
    reasons = dict(found.left_out)
    assert reasons["Gap"] == "a value is missing that the comparison needs"
    assert reasons["Neither"] == '"neither" does not say whether high or low is good'
    assert reasons["Count"] == "another kind of number: a count of points"
    assert reasons["Other"] == "another kind of number: a score of %"
    assert reasons["Few"] == 'found 2014, of which "few" says nothing'
    assert reasons["Short"] == "a value is missing that the comparison needs"


def test_too_few_values_before_are_a_reason_too() -> None:
    short = place("Short", OWN[-4:], [900.0, 950, 940])
    short = make_series(short.values, "2011", id="short", name="Short")
    found = find(judge([1400.0, 1380, 1420], BURY, short))
    assert found.left_out == (("Short", "too few values for a baseline of its own"),)


def test_where_none_can_be_compared_a_caveat_says_so() -> None:
    answer = judge([1400.0, 1380, 1420], place("Other", OWN, [900.0], unit="%"))
    assert answer.comparison is None
    assert answer.caveats[-1] == (
        "It could be compared with none of these: Other (another kind of number: a score of %)."
    )


def test_a_reason_that_several_share_is_said_once() -> None:
    others = [place(name, OWN, [900.0], unit="%") for name in ("Bury", "Oldham", "Stockport")]
    missing = attrs.evolve(make_series(OWN[:4], "2011"), id="short", name="Short")
    answer = judge([1400.0, 1380, 1420], *others[:2], missing, others[2])
    assert answer.caveats[-1] == (
        "It could be compared with none of these: "
        "Bury, Oldham and Stockport (another kind of number: a score of %); "
        "Short (a value is missing that the comparison needs)."
    )


def test_low_is_good_for_one_and_high_for_another_and_better_is_better_for_both() -> None:
    low = place("Low", [2000 - value for value in OWN], [600.0, 620, 580], polarity=Polarity.LOW)
    found = find(judge([1400.0, 1380, 1420], low))
    assert found.difference.value == pytest.approx(0)


def test_a_given_forecast_is_compared_with_defaults() -> None:
    series = place("Trafford", OWN, [1400.0, 1380, 1420])
    baseline = freeze(
        series, START, 3, method="given", agreed_by="the partners",
        given=[(1000, 900, 1100)] * 3,
    )  # fmt: skip
    found = find(assess_curve(baseline, series, comparisons=[BURY]))
    departure = alone(BURY).departure
    assert departure is not None
    assert found.difference.value == pytest.approx(400 - departure.value)


def test_on_a_scale_that_bends_the_difference_has_no_limits_in_the_unit() -> None:
    found = find(judge([1400.0, 1380, 1420], BURY, scale="log"))
    assert (found.difference.lower, found.difference.upper) == (None, None)
    assert found.verdict is not Verdict.TOO_EARLY

"""A baseline: history and forecast of one kind of period, with who froze it, when and why."""

from typing import Any

import pytest

from obamodel.domain.baselines import Baseline, Expected, Method, Scale, Scenario
from obamodel.domain.periods import Period
from obamodel.domain.series import Observation
from tests.domain.building import JUDGED, make, refuse


def observe(*periods: str) -> list[Observation]:
    return [Observation(period=Period.parse(each), value=54) for each in periods]


def expect(*periods: str) -> list[Expected]:
    return [Expected(period=Period.parse(each), value=54) for each in periods]


def say(**parts: Any) -> list[str]:
    return [str(fault) for fault in refuse(Baseline, **parts)]


# --- times -----------------------------------------------------------------------------------


def test_a_baseline_knows_where_its_history_ends_and_judging_starts() -> None:
    baseline = make(Baseline, history=observe("2013/14", "2014/15"), forecast=expect("2015/16"))
    assert (str(baseline.until), str(baseline.starts)) == ("2014/15", "2015/16")


def test_a_baseline_without_a_past_or_without_a_forecast_is_refused() -> None:
    assert say(history=[]) == ["history: there is no past value; give the history [no-history]"]
    assert say(forecast=[]) == ["forecast: no period is forecast; give one or more [no-forecast]"]


@pytest.mark.parametrize(
    ("history", "forecast", "faults"),
    [
        (["2014/15", "2013/14"], ["2014/15"], [("history", 1, "out-of-order")]),
        (["2013/14", "2013/14"], ["2014/15"], [("history", 1, "out-of-order")]),
        (["2013", "2014/15"], ["2015/16"], [("history", 1, "out-of-order")]),
        (["2012/13", "2014/15"], ["2015/16"], [("history", 1, "gap")]),
        (["2014/15"], ["2014/15"], [("forecast", 0, "out-of-order")]),
        (["2014/15"], ["2013/14"], [("forecast", 0, "out-of-order")]),
        (["2013/14", "2014/15"], ["2016/17"], [("forecast", 0, "gap")]),
        (["2013/14"], ["2015/16"], [("forecast", 0, "gap")]),
        (["2014/15"], ["2015"], [("forecast", 0, "out-of-order")]),
        (["2014/15"], ["2015/16", "2017/18", "2017/18"],
         [("forecast", 1, "gap"), ("forecast", 2, "out-of-order")]),
    ],
)  # fmt: skip
def test_history_and_forecast_are_one_row_of_periods_without_gap_or_overlap(
    history: list[str], forecast: list[str], faults: list[tuple[str, int, str]]
) -> None:
    found = refuse(Baseline, history=observe(*history), forecast=expect(*forecast))
    assert [(fault.path, fault.code) for fault in found] == [
        ((part, index, "period"), code) for part, index, code in faults
    ]


def test_a_gap_is_named_by_the_periods_on_both_sides_of_it() -> None:
    assert say(history=observe("2011/12", "2014/15"), forecast=expect("2015/16")) == [
        (
            "history[1].period: 2014/15 does not follow 2011/12; "
            "add it; where no value is known, say why under missing [gap]"
        )
    ]


def test_a_past_value_that_is_not_known_is_there_with_its_reason() -> None:
    lost = Observation(period=Period.parse("2013/14"), missing="the form was lost")
    assert say(history=[lost, *observe("2014/15")]) == []


def test_pooled_years_may_roll_on_by_one_year_or_stand_side_by_side() -> None:
    assert say(history=observe("2009-2011", "2010-2012"), forecast=expect("2011-2013")) == []
    apart = make(Baseline, history=observe("2009-2011", "2012-2014"), forecast=expect("2015-2017"))
    assert apart.step == 3


@pytest.mark.parametrize("ended", ["2014/15", "2013/14", "2016"])
def test_an_initiative_ends_after_the_history_in_a_period_of_its_kind(ended: str) -> None:
    (fault,) = refuse(Baseline, ended=Period.parse(ended))
    assert (fault.path, fault.code) == (("ended",), "ended-before-it-began")
    assert fault.mend == "write 2015/16 or a later period of the same kind"
    assert say(ended=Period.parse("2015/16")) == []


# --- numbers ---------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 2, 4])
def test_the_covariance_of_two_periods_has_three_numbers_or_none(number: int) -> None:
    parts: dict[str, Any] = {"forecast": expect("2015/16", "2016/17"), "widening": [1.2, 1.5]}
    (fault,) = refuse(Baseline, covariance=[1.0] * number, **parts)
    assert (fault.path, fault.code) == (("covariance",), "wrong-number")
    assert fault.mend == "give none, or the 3 of the lower triangle"
    assert say(covariance=[1.0, 0.5, 2.0], **parts) == []


def test_each_step_with_a_covariance_has_its_widening_and_none_without() -> None:
    two = expect("2015/16", "2016/17")
    (few,) = refuse(Baseline, forecast=two, covariance=[1.0, 0.5, 2.0], widening=[1.2])
    (many,) = refuse(Baseline, forecast=two, widening=[1.2, 1.5])
    assert {(fault.path, fault.code) for fault in (few, many)} == {(("widening",), "wrong-number")}
    (none,) = refuse(Baseline, forecast=two, covariance=[1.0, 0.5, 2.0], widening=[1.2, 0.0])
    assert (none.path, none.code) == (("widening",), "too-small")


@pytest.mark.parametrize("freedom", [0, -1.5])
def test_degrees_of_freedom_are_more_than_none(freedom: float) -> None:
    assert say(freedom=freedom) == [f"freedom: found {freedom:g}; write more than 0 [too-small]"]


def test_limits_come_in_pairs_and_hold_what_is_expected_between_them() -> None:
    for given, other in (("lower", "upper"), ("upper", "lower")):
        (fault,) = refuse(Expected, value=5, **{given: 5})
        assert (fault.path, fault.code) == ((other,), "half-a-limit")
    (fault,) = refuse(Expected, value=5, lower=6, upper=7)
    assert str(fault) == (
        "value: 5 is not between 6 and 7; check the three numbers [limits-out-of-order]"
    )
    assert refuse(Expected, value=5, lower=5, upper=5) == ()


# --- judgements ------------------------------------------------------------------------------


def test_a_forecast_that_was_given_says_who_agreed_it() -> None:
    (fault,) = refuse(Baseline, method=Method.GIVEN)
    assert (fault.path, fault.code) == (("agreed_by",), "agreed-by-nobody")
    assert say(method=Method.GIVEN, agreed_by="the partnership board") == []


def test_a_worthwhile_change_is_more_than_none_and_somebody_says_why() -> None:
    (fault,) = refuse(Baseline, worthwhile=3)
    assert (fault.path, fault.code) == (("worthwhile_judged",), "worthwhile-for-no-reason")
    (fault,) = refuse(Baseline, worthwhile=-3, worthwhile_judged=JUDGED)
    assert (fault.path, fault.code) == (("worthwhile",), "too-small")
    assert say(worthwhile=3, worthwhile_judged=JUDGED) == []


def test_a_scenario_says_why_it_may_come_to_this() -> None:
    (fault,) = refuse(Scenario, because=" ")
    assert (fault.path, fault.code) == (("because",), "blank")


def test_a_forecast_is_an_average_on_the_natural_scale_unless_it_says_otherwise() -> None:
    assert (make(Baseline).method, make(Baseline).scale) == (Method.AVERAGE, Scale.NATURAL)

"""What a series refuses, asks about and lets stand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.periods import Period, read_periods
from obamodel.domain.series import Flag, Observation, Series, SeriesKind, Standing
from obamodel.domain.series_checks import find_step, find_tolerance
from tests.domain.building import make, refuse

FIRST = Period.parse("2014/15")


def see(*values: float | dict[str, Any]) -> list[Observation]:
    """Observations of years that follow each other."""
    return [
        Observation(
            period=FIRST.shift(step), **(value if isinstance(value, dict) else {"value": value})
        )
        for step, value in enumerate(values)
    ]


def faults(*values: float | dict[str, Any], **parts: Any) -> list[str]:
    return [str(fault) for fault in refuse(Series, observations=see(*values), **parts)]


SHARE: dict[str, Any] = {"kind": SeriesKind.SHARE, "per": 100, "unit": "%"}
RATE: dict[str, Any] = {"kind": SeriesKind.RATE, "per": 10_000, "unit": "per 10,000"}
MEAN: dict[str, Any] = {"kind": SeriesKind.MEAN}


# --- periods -----------------------------------------------------------------------------


def at(*periods: str) -> list[str]:
    seen = [Observation(period=Period.parse(period), value=5) for period in periods]
    return [str(fault) for fault in refuse(Series, observations=seen)]


def test_the_same_period_twice_is_refused_with_both_places() -> None:
    assert at("2014/15", "2015/16", "FYE Mar 2015") == [
        (
            "observations[2].period: FYE Mar 2015 is already at observations[0]; "
            "keep the one that is right; they are never added or averaged [duplicate-period]"
        )
    ]


def test_periods_of_another_kind_are_refused_each_by_its_place() -> None:
    found = at("2014/15", "2015", "2015/16", "2016/17 Q1", "2015/16 - 17/18")
    assert [fault.split(":")[0] for fault in found] == [
        "observations[1].period",
        "observations[3].period",
        "observations[4].period",
    ]
    assert found[0] == (
        "observations[1].period: found 2015, a calendar year; most others are a financial year; "
        "give periods of one kind only, each kind in a series of its own [mixed-periods]"
    )


def test_periods_out_of_the_order_of_time_are_refused() -> None:
    assert at("2014/15", "2016/17", "2015/16", "2017/18") == [
        (
            "observations[2].period: 2015/16 comes after 2016/17; "
            "list them in the order of time [out-of-order]"
        )
    ]


def test_a_gap_is_no_fault_of_the_series() -> None:
    assert at("2014/15", "2018/19") == []


# --- kinds of values ---------------------------------------------------------------------


def test_a_count_is_whole_and_never_below_nought() -> None:
    assert faults(5, -1, 5.5) == [
        "observations[1].value: found -1; a count is 0 or more [negative]",
        (
            "observations[2].value: found 5.5; "
            "write a whole number, or choose the kind mean, rate or score [not-whole]"
        ),
    ]
    assert faults(0, 5.0) == []


def test_a_count_that_only_shows_what_could_be_need_not_be_whole() -> None:
    assert faults(5.5, standing=Standing.ILLUSTRATIVE) == []


@pytest.mark.parametrize("kind", [SeriesKind.SHARE, SeriesKind.RATE])
def test_a_share_or_a_rate_says_what_it_is_per(kind: SeriesKind) -> None:
    assert faults(5, kind=kind) == [
        (
            f"per: nothing says what this {kind} is per; write per: 100 for %, 1 for a fraction, "
            "10000 for a number per 10,000 [per-missing]"
        )
    ]
    assert faults(5, kind=kind, per=0)[0].startswith("per: found 0; write more than 0")


@pytest.mark.parametrize("kind", [SeriesKind.COUNT, SeriesKind.MEAN, SeriesKind.SCORE])
def test_nothing_else_is_per_anything(kind: SeriesKind) -> None:
    assert faults(5, kind=kind, per=100) == [
        (
            f"per: a {kind} is not per anything, and 100 is written; "
            "leave it out, or choose share or rate [per-of-none]"
        )
    ]


def test_a_share_lies_between_none_and_all_with_its_limits() -> None:
    assert faults(50, 100.5, -0.5, {"value": 99, "upper": 101, "lower": -1}, **SHARE) == [
        (
            "observations[1].value: found 100.5 of 100; a share is never above 100, all of them "
            "[above-all]"
        ),
        (
            "observations[2].value: found -0.5; a share is never below 0; "
            "choose the kind score if this is none [negative]"
        ),
        "observations[3].lower: found -1; a share is never below 0, nor are its limits [negative]",
        (
            "observations[3].upper: found 101 of 100; a share is never above 100, all of them "
            "[above-all]"
        ),
    ]
    assert faults(0, 100, **SHARE) == []


def test_a_part_is_not_larger_than_its_whole() -> None:
    (fault,) = faults({"missing": "held back", "numerator": 6, "denominator": 5}, **SHARE)
    assert fault.startswith("observations[0].numerator: found 6 out of 5; ")
    assert faults({"value": 12_000, "numerator": 6, "denominator": 5}, **RATE) == []


def test_a_rate_is_never_below_nought_but_a_score_may_be() -> None:
    assert faults(-1, **RATE)[0].startswith("observations[0].value: found -1; a rate is never")
    assert faults(-1, kind=SeriesKind.SCORE) == []


# --- percent as fraction -----------------------------------------------------------------


def test_percentages_that_look_like_fractions_are_asked_about() -> None:
    assert faults(0.19, 0.0, 1, **SHARE) == [
        (
            "per: no value is above 1, the largest is 1, and they are said to be per 100; "
            "say per = 1 if these are fractions, or multiply by 100; if they really are below 1%, "
            "give the numbers they come from, or a note with one of them [percent-as-fraction]"
        )
    ]


@pytest.mark.parametrize(
    "values",
    [
        (0.19, 1.1),
        (0, 0),
        ({"value": 0.2, "note": "it is as rare as that"},),
        ({"value": 0.2, "numerator": 2, "denominator": 1000}, 0.3),
        ({"missing": "nobody asked"},),
    ],
    ids=range(5),
)
def test_percentages_that_really_are_small_stand(values: tuple[Any, ...]) -> None:
    assert faults(*values, **SHARE) == []


def test_fractions_above_one_may_be_percentages() -> None:
    share = {**SHARE, "per": 1}
    assert faults(0.2, 20, 200, **share) == [
        (
            "observations[1].value: found 20 of 1; "
            "say per = 100 if these are percentages, or divide by 100 [above-all]"
        ),
        "observations[2].value: found 200 of 1; a share is never above 1, all of them [above-all]",
    ]
    assert faults(0.2, 1, **share) == []


# --- agreement ---------------------------------------------------------------------------


def agree(value: float, numerator: float, denominator: float, **parts: Any) -> list[str]:
    seen = {"value": value, "numerator": numerator, "denominator": denominator}
    return faults(seen, **parts)


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "parts"),
    [
        (33.3, 1, 3, SHARE),
        (33, 1, 3, SHARE),
        (12.5, 1, 8, SHARE),
        (12, 1, 8, SHARE),
        (13, 1, 8, SHARE),
        (100 / 3, 1, 3, SHARE),
        (54.0, 110, 20_370, RATE),
        (0, 4, 100_000, RATE),
        (2.5, 5, 2, MEAN),
    ],
    ids=range(9),
)
def test_a_value_agrees_with_what_it_is_worked_out_from_as_far_as_it_is_written(
    value: float, numerator: float, denominator: float, parts: dict[str, Any]
) -> None:
    assert agree(value, numerator, denominator, **parts) == []


def test_a_value_that_does_not_agree_is_refused_with_the_sum() -> None:
    assert agree(33.4, 1, 3, **SHARE) == [
        (
            "observations[0].value: found 33.4, but 1 / 3 x 100 is 33.3333; "
            "correct the one that is wrong [does-not-agree]"
        )
    ]
    assert agree(2.6, 5, 2, **MEAN) == [
        (
            "observations[0].value: found 2.6, but 5 / 2 is 2.5; "
            "correct the one that is wrong [does-not-agree]"
        )
    ]
    # Ten times too large: per 1,000 where per 10,000 was said.
    assert len(agree(5.4, 110, 20_370, **RATE)) == 1


def test_a_count_and_a_score_are_not_worked_out() -> None:
    assert agree(5, 1, 3) == []
    assert agree(5, 1, 3, kind=SeriesKind.SCORE) == []


@given(
    st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from([1, 100, 1000]), st.integers(0, 9)
)
def test_a_value_rounded_to_any_number_of_decimals_agrees(
    numerator: int, denominator: int, per: int, decimals: int
) -> None:
    exact = numerator / denominator * per
    assert abs(round(exact, decimals) - exact) <= find_tolerance(round(exact, decimals), exact)


@given(st.integers(1, 9999), st.integers(1, 4))
def test_a_value_off_by_one_in_its_last_decimal_does_not_agree(whole: int, decimals: int) -> None:
    value = round((whole * 10 + 1) / 10**decimals, decimals)
    wrong = value + 1.01 * 10**-decimals
    assert abs(value - wrong) > find_tolerance(value, wrong)


# --- absurd values -----------------------------------------------------------------------


def test_a_value_more_than_a_thousand_times_the_others_is_asked_about() -> None:
    assert faults(50, 54_000, 52, 51) == [
        (
            "observations[1].value: found 54000, more than 1000 times the others' 51; "
            "correct it; if it is right, say so in its note or give it a flag [absurd-value]"
        )
    ]
    assert len(faults(50, -54_000, 52, kind=SeriesKind.SCORE)) == 1


@pytest.mark.parametrize("mark", [{"note": "the whole of England"}, {"flags": [Flag.REVISED]}])
def test_a_mark_lets_it_stand(mark: dict[str, Any]) -> None:
    assert faults(50, {"value": 54_000, **mark}, 52) == []


@pytest.mark.parametrize(
    "values", [(50, 50_000, 50), (0, 0, 5_000), (1, 5_000), (1, 2, 3_000, 4_000, 5_000)]
)
def test_a_value_that_is_large_but_not_beyond_all_measure_stands(values: tuple[Any, ...]) -> None:
    assert faults(*values) == []


def test_two_absurd_values_are_both_asked_about() -> None:
    assert [fault.split(":")[0] for fault in faults(1, 2, 3, 9_000, 8_000)] == [
        "observations[3].value",
        "observations[4].value",
    ]


# --- steps -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "step"),
    [
        (["2014", "2015"], 1),
        (["2014", "2016"], 1),
        (["2014"], 1),
        (["2009-2011", "2010-2012"], 1),
        (["2009-2011", "2012-2014"], 3),
        (["2009-2011", "2015-2017"], 3),
        (["2009-2011", "2011-2013"], 2),
        (["2009-2011", "2012-2014", "2013-2015"], 1),
        (["2009-2011", "2014-2016"], 1),
    ],
    ids=str,
)
def test_pooled_years_may_step_by_as_many_years_as_they_hold(column: list[str], step: int) -> None:
    assert find_step(read_periods(column)) == step


# --- what stands in the way --------------------------------------------------------------


def test_everything_that_stands_in_the_way_of_an_answer_is_said_at_once() -> None:
    seen = see(5, 6, 7, 8)
    series = make(
        Series,
        observations=[seen[0], seen[3]],
        standing=Standing.SCHEMATIC,
        running_total=True,
    )
    from obamodel.errors import InvalidError

    with pytest.raises(InvalidError) as caught:
        series.refuse_statistics("whether the curve turned")
    assert [str(fault) for fault in caught.value.faults] == [
        (
            "standing: it is schematic: its values show what could be, not what was seen; "
            "give an observed series to ask whether the curve turned [not-observed]"
        ),
        (
            "running_total: it is a running total, or a sum of several periods: each value "
            "holds earlier ones; "
            "give the number new in each period to ask whether the curve turned [running-total]"
        ),
        (
            "observations: nothing is said of 2015/16, 2016/17; "
            "write each as missing, with the reason; see with_gaps_as_missing [silent-gap]"
        ),
    ]


def test_a_series_without_observations_answers_nothing() -> None:
    from obamodel.errors import InvalidError

    with pytest.raises(InvalidError, match="give its observations to ask how often"):
        make(Series).refuse_statistics("how often")
    make(Series, observations=see(5, 6)).refuse_statistics("how often")

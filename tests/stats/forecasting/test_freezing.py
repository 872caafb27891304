"""A baseline: history and forecast as they are seen on the day on which it is frozen."""

from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from obamodel import __version__
from obamodel.domain.baselines import Baseline, Expected, Method, Scale, Scenario
from obamodel.domain.dates import PartialDate
from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, Polarity, Series, SeriesKind, Standing
from obamodel.errors import InvalidError
from obamodel.stats.forecasting import forecast_values, freeze_baseline, widen
from obamodel.stats.turning.measuring import find_revisions
from tests.stats.forecasting.building import (
    FROZEN,
    JUDGED,
    Array,
    freeze,
    list_limits,
    make_series,
    see,
)
from tests.stats.forecasting.examples import DEATHS, LAKE, NILE

FLOW = [float(value) for value in NILE[:20]]


def refuse(series: Series, **about: Any) -> list[str]:
    given: dict[str, Any] = {"until": "2011", "periods": 3} | FROZEN | about
    with pytest.raises(InvalidError) as caught:
        freeze_baseline(series, **given)
    return [str(fault) for fault in caught.value.faults]


def spread(baseline: Baseline) -> Array:
    steps = len(baseline.forecast)
    found = np.zeros((steps, steps))
    found[np.tril_indices(steps)] = baseline.covariance
    return found + np.tril(found, -1).T


# --- what is kept ------------------------------------------------------------------------


def test_a_baseline_keeps_who_froze_it_when_and_why_and_with_what() -> None:
    baseline = freeze(make_series(FLOW), "2014", 3)
    assert baseline.frozen.author == "Data group"
    assert baseline.frozen.on == PartialDate.parse("2015-05")
    assert baseline.frozen.reason == "No new money, same staff."
    assert baseline.made_with == f"obamodel {__version__}"
    assert (baseline.series, baseline.id) == ("heard", "heard-until-2014")
    assert freeze(make_series(FLOW), "2014", 3, id="mine").id == "mine"
    financial = make_series(FLOW, first="2000/01")
    assert freeze(financial, "2014/15", 3).id == "heard-until-2014-15"
    dated = freeze(make_series(FLOW), "2014", 3, as_of=PartialDate.parse("2015-05"))
    assert dated.frozen.on == baseline.frozen.on


def test_whatever_else_there_is_to_say_is_kept_too() -> None:
    scenario = Scenario(
        name="If the club closes",
        because="It may.",
        values=[Expected(period=Period.parse("2015"), value=900)],
    )
    baseline = freeze(
        make_series(FLOW),
        "2014",
        3,
        scenarios=[scenario],
        initiative="A youth club",
        ended=Period.parse("2016"),
        worthwhile=50,
        worthwhile_judged=JUDGED,
        family="water",
        rivals=["a dam"],
        note="n",
        source="s",
        comparisons=["other"],
    )
    assert baseline.scenarios == (scenario,)
    assert (baseline.initiative, str(baseline.ended)) == ("A youth club", "2016")
    assert (baseline.worthwhile, baseline.worthwhile_judged) == (50, JUDGED)
    assert (baseline.family, baseline.rivals, baseline.comparisons) == (
        "water",
        ("a dam",),
        ("other",),
    )


def test_history_and_forecast_meet_where_it_was_said() -> None:
    baseline = freeze(make_series(FLOW), "2014", 3)
    assert baseline.history == make_series(FLOW).until("2014").observations
    assert [str(one.period) for one in baseline.forecast] == ["2015", "2016", "2017"]
    assert freeze(make_series(FLOW), "2014", np.int64(3)) == baseline
    assert freeze_baseline(make_series(FLOW), until=Period.parse("2014"), periods=3, **FROZEN) == (
        baseline
    )


def test_the_numbers_are_those_of_the_default_with_widened_limits_of_each_year_alone() -> None:
    baseline = freeze(make_series(FLOW), "2014", 4)
    found = forecast_values(FLOW[:15], 4)
    assert found.echo is not None
    values = [one.value for one in baseline.forecast]
    assert values == found.mean[0].tolist()
    np.testing.assert_allclose(spread(baseline), found.find_covariance()[0], rtol=1e-12)
    assert baseline.freedom == 12
    wide = widen(15, np.arange(1, 5), found.echo[0])
    assert baseline.widening == tuple(wide.tolist())
    half = stats.t.ppf(0.975, 12) * wide * np.sqrt(np.diag(spread(baseline)))
    _, lower, upper = list_limits(baseline.forecast)
    np.testing.assert_allclose(upper, found.mean[0] + half, rtol=1e-9)
    np.testing.assert_allclose(lower, found.mean[0] - half, rtol=1e-9)
    assert baseline.sampling_variance is None


@pytest.mark.parametrize(
    ("method", "middle", "half", "wide"),
    [
        # The Nile one year ahead as in the sheet of facts, with the widening of each method.
        ("last", 740, 740 - 412.0497, 1.7),
        ("drift", 736.1616, 736.1616 - 404.969, 1.8),
        ("mean", 919.35, 919.35 - 581.8912, 3.3),
        ("trend", 782.2776, 782.2776 - 477.5062, 3.5),
    ],
)
def test_a_method_that_is_named_is_used_and_its_limits_are_widened(
    method: str, middle: float, half: float, wide: float
) -> None:
    nile = make_series([float(value) for value in NILE], first="1871")
    (found,) = freeze(nile, "1970", 1, method=method).forecast
    assert found.lower is not None
    assert found.value == pytest.approx(middle, abs=5.1e-5)
    assert found.value - found.lower == pytest.approx(half * wide, rel=1e-5)


@given(later=st.lists(st.integers(-999, 999), min_size=5, max_size=5))
@settings(max_examples=20)
def test_what_comes_later_is_never_looked_at(later: list[int]) -> None:
    plain = freeze(make_series(FLOW[:15]), "2014", 3)
    assert freeze(make_series([*FLOW[:15], *map(float, later)]), "2014", 3) == plain


@given(years=st.integers(-100, 200))
@settings(max_examples=20)
def test_at_another_time_the_same_values_are_forecast_alike(years: int) -> None:
    plain = freeze(make_series(FLOW[:15]), "2014", 3)
    moved = freeze(make_series(FLOW[:15], first=str(2000 + years)), str(2014 + years), 3)
    assert [one.value for one in moved.forecast] == [one.value for one in plain.forecast]
    assert moved.covariance == plain.covariance


def test_a_baseline_stays_as_it_is_when_the_past_is_revised_and_that_is_said() -> None:
    series = make_series(FLOW[:15])
    baseline = freeze(series, "2014", 3)
    kept = attrs.asdict(baseline)
    revised = make_series([*FLOW[:13], 555.0, None])
    assert find_revisions(baseline, series) == ()
    assert find_revisions(baseline, revised) == (
        "2013 was 994 and is now 555",
        "2014 was 1020 and is now missing",
    )
    assert find_revisions(baseline, revised.since("2001"))[0] == (
        "2000 was 1120 and is no longer there"
    )
    assert attrs.asdict(baseline) == kept
    # Frozen anew, it is another baseline.
    assert freeze(revised, "2014", 3).forecast != baseline.forecast


# --- how many values there are -----------------------------------------------------------


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("method", ["average", "trend", "mean"])
def test_fewer_than_five_values_are_carried_on_without_limits(number: int, method: str) -> None:
    baseline = freeze(make_series(FLOW[:number]), str(1999 + number), 2, method=method)
    assert [(one.value, one.lower, one.upper) for one in baseline.forecast] == [
        (FLOW[number - 1], None, None)
    ] * 2
    assert baseline.method is Method.LAST
    assert (baseline.covariance, baseline.widening, baseline.freedom) == ((), (), None)


@pytest.mark.parametrize("number", [5, 7, 8, 11, 12])
def test_five_values_or_more_have_limits(number: int) -> None:
    baseline = freeze(make_series(FLOW[:number]), str(1999 + number), 2)
    assert all(one.lower is not None for one in baseline.forecast)
    assert (len(baseline.covariance), len(baseline.widening)) == (3, 2)
    assert baseline.freedom == max(number - 3, 1)


def test_values_are_counted_where_they_were_seen() -> None:
    values: list[float | None] = [*FLOW[:4], None, None]
    assert freeze(make_series(values), "2005", 2).covariance == ()
    seen = freeze(make_series([*values, FLOW[4]]), "2006", 2)
    assert seen.freedom == 2
    assert seen.covariance


def test_what_is_missing_before_the_first_value_changes_no_forecast() -> None:
    plain = freeze(make_series(FLOW[:12], first="2003"), "2014", 3)
    late = freeze(make_series([None, None, None, *FLOW[:12]]), "2014", 3)
    assert late.forecast == plain.forecast
    assert late.covariance == plain.covariance


@pytest.mark.parametrize("value", [54.3, 0.1, 0.0])
@pytest.mark.parametrize("method", ["average", "last", "trend"])
def test_a_history_that_never_changes_has_no_limits(value: float, method: str) -> None:
    baseline = freeze(make_series([value] * 12), "2011", 2, method=method)
    assert [one.value for one in baseline.forecast] == pytest.approx([value] * 2, rel=1e-14)
    assert [one.lower for one in baseline.forecast] == [None] * 2
    assert baseline.covariance == ()


@pytest.mark.parametrize("method", ["trend", "drift", "trend_ar"])
def test_nor_has_one_on_a_line_by_a_method_that_draws_the_line(method: str) -> None:
    line = [10.1 + 0.3 * year for year in range(12)]
    baseline = freeze(make_series(line), "2011", 2, method=method)
    assert baseline.covariance == ()
    assert baseline.forecast[1].value == pytest.approx(10.1 + 0.3 * 13)


def test_after_a_break_only_what_follows_it_is_used() -> None:
    observations = see(FLOW)
    observations[6] = attrs.evolve(observations[6], flags=[Flag.BREAK])
    observations[3] = attrs.evolve(observations[3], flags=[Flag.BREAK])
    broken = attrs.evolve(make_series(FLOW), observations=observations)
    baseline = freeze(broken, "2014", 2)
    assert [str(one.period) for one in baseline.history[:1]] == ["2006"]
    assert baseline.forecast == freeze(make_series(FLOW[6:], first="2006"), "2014", 2).forecast


def test_months_are_forecast_with_their_season() -> None:
    months = make_series([float(one) for one in DEATHS], first="Jan 1976")
    baseline = freeze(months, "Dec 1978", 12)
    found = forecast_values(DEATHS, 12, cycle=12)
    assert [one.value for one in baseline.forecast] == found.mean[0].tolist()
    np.testing.assert_allclose(spread(baseline), found.find_covariance()[0], rtol=1e-12)


# --- scales and sampling error -----------------------------------------------------------

SHARES = [91.0, 93, 92, 95, 94, 96, 95, 97, 96, 98, 97, 98]


def make_shares(values: list[float], people: float | None = None, **about: Any) -> Series:
    each: dict[str, Any] = {} if people is None else {"denominator": people}
    given: dict[str, Any] = {"kind": SeriesKind.SHARE, "per": 100, "unit": "%"} | about
    return Series(
        id="share",
        name="A share",
        polarity=Polarity.HIGH,
        observations=see(values, **each),
        **given,
    )


@pytest.mark.parametrize("scale", ["natural", "logit", "log", "square root"])
def test_limits_of_a_share_never_leave_what_a_share_can_be(scale: str) -> None:
    for values in (SHARES, [100 - value for value in SHARES]):
        baseline = freeze(make_shares(values), "2011", 10, scale=scale)
        for one in baseline.forecast:
            assert one.lower is not None
            assert one.upper is not None
            assert 0 <= one.lower <= one.value <= one.upper <= 100


def test_limits_of_a_count_never_fall_below_nothing() -> None:
    falling = make_series([9.0, 8, 8, 6, 5, 5, 4, 2, 2, 1], kind=SeriesKind.COUNT)
    assert [one.lower for one in freeze(falling, "2009", 6).forecast] == [0.0] * 6
    assert freeze(falling, "2009", 6, method="trend").forecast[-1].value == 0.0


def test_a_score_may_fall_below_nothing() -> None:
    falling = make_series([9.0, 8, 8, 6, 5, 5, 4, 2, 2, 1])
    assert freeze(falling, "2009", 6, method="trend").forecast[-1].value < 0


@pytest.mark.parametrize(
    ("scale", "there", "back"),
    [
        ("log", np.log, np.exp),
        ("square root", np.sqrt, np.square),
        ("logit", lambda x: np.log(x / (100 - x)), lambda x: 100 / (1 + np.exp(-x))),
    ],
)
def test_on_a_scale_the_forecast_is_made_of_the_values_put_on_it(
    scale: str, there: Any, back: Any
) -> None:
    baseline = freeze(make_shares(SHARES), "2011", 3, scale=scale)
    found = forecast_values(there(np.array(SHARES)), 3)
    np.testing.assert_allclose(
        [one.value for one in baseline.forecast], back(found.mean[0]), rtol=1e-10
    )
    np.testing.assert_allclose(spread(baseline), found.find_covariance()[0], rtol=1e-8)
    half = stats.t.ppf(0.975, 9) * np.array(baseline.widening) * np.sqrt(np.diag(spread(baseline)))
    _, lower, _ = list_limits(baseline.forecast)
    np.testing.assert_allclose(lower, back(found.mean[0] - half), rtol=1e-8)
    assert baseline.scale == scale


def test_known_sampling_error_is_the_least_there_can_be_and_that_of_a_later_year_stays() -> None:
    # Of 100 people, a share of p % has a variance of p x (100 - p) / 100, by hand.
    baseline = freeze(make_shares(SHARES, 100), "2011", 3)
    sampling = float(np.mean([value * (100 - value) / 100 for value in SHARES]))
    assert baseline.sampling_variance == pytest.approx(sampling)
    found = forecast_values(SHARES, 3)
    raised = found.raise_scale(np.array([sampling]))
    np.testing.assert_allclose(spread(baseline), raised.find_covariance()[0], rtol=1e-12)
    # What is not sampling error echoes more strongly than the whole.
    assert found.echo is not None
    parts = [max(part.scale[0], sampling) for part in found.components]
    rest = 1 - min(sampling / np.mean(parts), 1)
    echo = min(found.echo[0] / rest, 0.95) if rest and found.echo[0] else 0.95 * (found.echo[0] > 0)
    wide = 1.33 * (1 + echo / 2) * (1 + np.arange(1, 4) / 60)
    np.testing.assert_allclose(baseline.widening, wide, rtol=1e-9)
    assert baseline.freedom == 9
    # Of the variance of each year, the share that is its own sampling error is not widened.
    variance = np.diag(spread(baseline))
    known = np.minimum(sampling / variance, 1)
    half = np.sqrt(known + (1 - known) * wide**2) * np.sqrt(variance)
    half = stats.t.ppf(0.975, 9 / (1 - known) ** 2) * half
    values, lower, _ = list_limits(baseline.forecast)
    np.testing.assert_allclose(lower, np.array(values) - half, rtol=1e-9)


def test_of_many_people_sampling_error_is_nothing_beside_the_ups_and_downs() -> None:
    plain, sampled = (freeze(make_shares(SHARES, people), "2011", 3) for people in (None, 1e9))
    np.testing.assert_allclose(sampled.covariance, plain.covariance, rtol=1e-6)
    assert sampled.freedom == pytest.approx(9, rel=1e-6)


def test_of_very_few_people_nothing_is_surer_than_sampling_lets_it_be() -> None:
    baseline = freeze(make_shares(SHARES, 20), "2011", 3)
    sampling = float(np.mean([value * (100 - value) / 20 for value in SHARES]))
    assert (np.diag(spread(baseline)) >= sampling * (1 - 1e-12)).all()


def test_sampling_error_known_of_some_values_only_is_not_used() -> None:
    observations = see(SHARES, denominator=100)
    observations[4] = attrs.evolve(observations[4], denominator=None)
    mixed = attrs.evolve(make_shares(SHARES), observations=observations)
    assert freeze(mixed, "2011", 3).sampling_variance is None


def test_events_at_random_have_limits_on_the_square_root_scale_even_where_one_year_has_none() -> (
    None
):
    counts = make_series([3.0, 0, 4, 5, 2, 0, 1, 3, 4, 2, 3, 1], kind=SeriesKind.COUNT)
    baseline = freeze(counts, "2011", 3, scale="square root", events_at_random=True)
    assert baseline.sampling_variance == pytest.approx(0.25)
    assert all(np.isfinite(one.upper or np.inf) for one in baseline.forecast)


# --- given by people ---------------------------------------------------------------------

AGREED = {"method": "given", "agreed_by": "the partners"}


def test_a_forecast_that_people_give_is_kept_as_it_is() -> None:
    series = make_series(FLOW)
    baseline = freeze(series, "2014", 2, given=[900, 880], **AGREED)
    assert [(one.value, one.lower) for one in baseline.forecast] == [(900, None), (880, None)]
    assert (baseline.method, baseline.agreed_by) == (Method.GIVEN, "the partners")
    assert (baseline.covariance, baseline.widening) == ((), ())
    by_period = freeze(series, "2014", 2, given={"2016": 880, "2015": 900}, **AGREED)
    assert by_period == baseline
    ready = [
        Expected(period=Period.parse("2015"), value=900),
        Expected(period=Period.parse("2016"), value=880),
    ]
    assert freeze(series, "2014", 2, given=ready, **AGREED) == baseline


def test_limits_that_people_give_are_those_of_errors_that_go_together_entirely() -> None:
    baseline = freeze(
        make_series(FLOW), "2014", 2, given=[(900, 861, 939), (880, 802, 958)], **AGREED
    )
    assert [(one.lower, one.upper) for one in baseline.forecast] == [(861, 939), (802, 958)]
    # Half-widths of 39 and 78 are 1.96 times standard errors of 19.898 and 39.797.
    first, second = 39 / stats.norm.ppf(0.975), 78 / stats.norm.ppf(0.975)
    expected = [[first**2, first * second], [first * second, second**2]]
    np.testing.assert_allclose(spread(baseline), expected, rtol=1e-12)
    assert (baseline.freedom, baseline.widening) == (None, (1.0, 1.0))


def test_limits_for_some_periods_only_are_kept_and_not_judged_by() -> None:
    baseline = freeze(make_series(FLOW), "2014", 2, given=[(900, 861, 939), 880], **AGREED)
    assert baseline.forecast[0].lower == 861
    assert baseline.covariance == ()


@pytest.mark.parametrize("number", [1, 3])
def test_a_forecast_can_be_given_on_however_few_values(number: int) -> None:
    baseline = freeze(
        make_series(FLOW[:number]), str(1999 + number), 1, given=[(900, 861, 939)], **AGREED
    )
    assert baseline.covariance


# --- what is refused ---------------------------------------------------------------------


def test_a_silent_gap_is_refused_and_a_gap_with_its_reason_is_not() -> None:
    observations = [one for one in see(FLOW) if str(one.period) not in ("2003", "2008", "2009")]
    series = attrs.evolve(make_series(FLOW), observations=observations)
    assert refuse(series) == [
        (
            "observations: nothing is said of 2003, 2008, 2009; "
            "write each as missing, with the reason; see with_gaps_as_missing [silent-gap]"
        )
    ]
    freeze(series.with_gaps_as_missing("no survey was held"), "2011", 3)


def test_periods_that_share_days_are_refused() -> None:
    rolling = make_series(FLOW, first="2000-2002")
    assert refuse(rolling, until="2011-2013") == [
        (
            "observations[1].period: 2000-2002 and 2001-2003 share days, so their values move "
            "together; use yearly values, or periods that follow each other [overlapping-periods]"
        )
    ]


def test_pooled_years_that_follow_each_other_are_forecast_in_steps_of_their_length() -> None:
    first = Period.parse("1980-1982")
    observations = [
        attrs.evolve(one, period=first.shift(3 * place)) for place, one in enumerate(see(FLOW[:9]))
    ]
    pooled = attrs.evolve(make_series(FLOW), observations=observations)
    baseline = freeze(pooled, "2004-2006", 2)
    assert [str(one.period) for one in baseline.forecast] == ["2007-2009", "2010-2012"]
    assert [one.value for one in baseline.forecast] == [
        one.value for one in freeze(make_series(FLOW[:9]), "2008", 2).forecast
    ]


def test_a_history_that_ends_where_nothing_is_known_is_refused() -> None:
    assert refuse(make_series(FLOW), until="2044") == [
        (
            'until: found 2044, of which "heard" says nothing; choose one of its periods, '
            "2000 to 2019 [unknown-period]"
        )
    ]


def test_periods_of_another_kind_are_refused() -> None:
    found = refuse(make_series(FLOW), until=Period.parse("2011/12"))
    assert found == [
        (
            'until: found 2011/12, of which "heard" says nothing; choose one of its periods, '
            "2000 to 2019 [unknown-period]"
        )
    ]


def test_a_history_without_a_value_is_refused() -> None:
    assert refuse(make_series([None] * 3), until="2002") == [
        "until: none of the periods has a value; choose a later period [no-history]"
    ]
    nothing = attrs.evolve(make_series([1.0]), observations=())
    assert refuse(nothing) == [
        (
            "observations: nothing is observed yet; give its observations to ask a baseline "
            "[nothing-observed]"
        )
    ]


@pytest.mark.parametrize("periods", [0, -1, 601, 2.0, True, "3", None])
def test_a_forecast_of_no_whole_number_of_periods_is_refused(periods: object) -> None:
    (found,) = refuse(make_series(FLOW), periods=periods)
    assert found.startswith("periods: found ")
    assert found.endswith("; say how many periods to forecast: 1 to 600 [bad-horizon]")


@pytest.mark.parametrize(
    ("about", "fault"),
    [
        (
            {"method": "given"},
            (
                'given: the method is "given", and no forecast is given; give the values agreed, '
                "one for each period [nothing-given]"
            ),
        ),
        (
            {"given": [1, 2, 3]},
            (
                'given: values are given, and the method is "average"; write method="given", or '
                "leave the values out [given-and-made]"
            ),
        ),
        (
            AGREED | {"given": [1, 2]},
            "given: 2 values are given for 3 periods; give one for each [wrong-number]",
        ),
        (
            AGREED | {"given": {"2012": 1, "2013": 2, "2015": 3}},
            (
                "given: nothing is given for 2014; give a value for each period from 2012 to 2014 "
                "[wrong-periods]"
            ),
        ),
        (
            AGREED | {"given": [(3, 2, 4), (5, 6, 7), 1]},
            (
                "given[1].value: 5 is not between 6 and 7; check the three numbers "
                "[limits-out-of-order]"
            ),
        ),
        (
            AGREED | {"given": [1, 2, 3], "agreed_by": ""},
            (
                "agreed_by: the forecast was given, and nobody is said to have agreed it; say who "
                "agreed it: a role or a group [agreed-by-nobody]"
            ),
        ),
        (
            AGREED | {"given": [1, 2, 3], "scale": "log"},
            (
                "scale: the limits that people give are in the unit of the series, not on a log "
                "scale; leave the scale out [given-on-a-scale]"
            ),
        ),
        (
            {"method": "best"},
            (
                'method: found "best"; choose one of: average, given, last, mean, drift, trend, '
                "trend_ar, level, damped, theta, seasonal_last [unknown-choice]"
            ),
        ),
        (
            {"scale": "cube"},
            'scale: found "cube"; choose one of: natural, log, logit, square root [unknown-choice]',
        ),
        (
            {"scale": "logit"},
            (
                'scale: the logit is for shares, and "heard" is a score; use scale="natural" '
                "[not-on-this-scale]"
            ),
        ),
        (
            {"worthwhile": 5},
            (
                "worthwhile_judged: a worthwhile change is stated, and nobody says why; say who "
                "judged it, when, and why [worthwhile-for-no-reason]"
            ),
        ),
    ],
)
def test_what_does_not_fit_together_is_refused(about: dict[str, Any], fault: str) -> None:
    assert refuse(make_series(FLOW), **about) == [fault]


def test_values_that_have_no_place_on_a_scale_are_refused_each_by_its_place() -> None:
    zeros = make_series([0.0, 3, 4, 0, 5, 6, 5, 4, 5, 6, 7, 6], kind=SeriesKind.COUNT)
    told = (
        'history[{}].value: the value 0 of {} has no place on the scale log; use scale="natural" '
        'or "square root" [not-on-this-scale]'
    )
    assert refuse(zeros, scale="log") == [told.format(0, 2000), told.format(3, 2003)]
    full = make_shares([*SHARES[:11], 100.0])
    assert refuse(full, scale="logit") == [
        (
            "history[11].value: the value 100 of 2011 has no place on the scale logit; use "
            'scale="natural" [not-on-this-scale]'
        )
    ]


@pytest.mark.parametrize("standing", [Standing.ILLUSTRATIVE, Standing.SCHEMATIC])
def test_what_only_shows_what_could_be_has_no_baseline(standing: Standing) -> None:
    assert refuse(make_series(FLOW, standing=standing)) == [
        (
            f"standing: it is {standing}: its values show what could be, not what was seen; "
            "give an observed series to ask a baseline [not-observed]"
        )
    ]


def test_a_running_total_has_no_baseline() -> None:
    assert refuse(make_series(FLOW, running_total=True)) == [
        (
            "running_total: it is a running total, or a sum of several periods: each value "
            "holds earlier ones; "
            "give the number new in each period to ask a baseline [running-total]"
        )
    ]


def test_a_season_that_was_not_seen_twice_cannot_be_repeated() -> None:
    told = [
        (
            "method: not every season was seen, or none in two years running; choose another "
            "method, or a later period [too-few-points]"
        )
    ]
    months = make_series([float(one) for one in DEATHS], first="Jan 1976")
    assert refuse(months, until="Aug 1976", method="seasonal_last") == told
    assert refuse(months, until="Dec 1976", method="seasonal_last") == told
    assert freeze(months, "Jan 1977", 3, method="seasonal_last").covariance


def test_all_that_stands_in_the_way_is_named_at_once() -> None:
    zeros = make_series([0.0, *FLOW[1:]])
    found = refuse(zeros, scale="log", periods=0, method="given")
    assert [one.rpartition("[")[2] for one in found] == [
        "not-on-this-scale]",
        "bad-horizon]",
        "nothing-given]",
        "given-on-a-scale]",
    ]


def test_who_when_and_why_cannot_be_left_blank() -> None:
    assert refuse(make_series(FLOW), because="") == [
        "reason: it is empty; say it in a few words [blank]"
    ] or refuse(make_series(FLOW), because="")
    with pytest.raises(InvalidError):
        freeze_baseline(make_series(FLOW), until="2011", periods=3, **(FROZEN | {"author": ""}))


def test_a_lake_by_the_square_root_is_held_to_no_end_above() -> None:
    lake = make_series([value - 570 for value in LAKE[:20]])
    assert freeze(lake, "2019", 3, scale=Scale.SQUARE_ROOT).forecast[0].upper is not None

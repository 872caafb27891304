"""How far one series has departed from its frozen baseline."""

from typing import Any

import attrs
import numpy as np
import pytest
from scipy import stats

from obamodel.domain.baselines import Baseline, Method
from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, Polarity, Series, SeriesKind, Standing
from obamodel.errors import InvalidError
from obamodel.stats.forecasting.widening import narrow
from obamodel.stats.turning.measuring import find_revisions, measure
from tests.stats.forecasting.building import freeze, make_series, see
from tests.stats.turning.building import BEFORE, expect, follow

SHARES = [60.0, 64, 61, 66, 63, 65, 62, 64, 61, 65]


def refuse(baseline: Baseline, series: Series, until: Period | None = None) -> list[str]:
    with pytest.raises(InvalidError) as caught:
        measure(baseline, series, until)
    return [str(fault) for fault in caught.value.faults]


# --- the mean departure and its interval -------------------------------------------------


@pytest.mark.parametrize("low", [False, True])
def test_the_mean_departure_and_its_limits_are_worked_out_by_hand(low: bool) -> None:
    baseline = expect([50.0, 52, 54, 56])
    sign = -1 if low else 1
    after = [50 + sign * 4.0, 52 + sign * 8.0, 54 + sign * 6.0, 56 + sign * 2.0]
    measured = measure(baseline, follow(baseline, after, low=low))
    found = measured.depart(measured.weigh_judged())
    assert found is not None
    # The mean of four independent errors of 10 has one of 5.
    assert found.value == pytest.approx(5.0)
    assert found.lower == pytest.approx(5 - 1.959964 * 5, rel=1e-6)
    assert found.upper == pytest.approx(5 + 1.959964 * 5, rel=1e-6)
    assert found.lower_80 == pytest.approx(5 - 1.2815516 * 5, rel=1e-6)
    assert found.upper_80 == pytest.approx(5 + 1.2815516 * 5, rel=1e-6)
    assert found.observed == pytest.approx(53 + sign * 5)
    assert found.expected == 53
    assert [str(period) for period in found.periods] == ["2012", "2013", "2014", "2015"]


def test_errors_that_go_together_are_counted_together() -> None:
    # All errors the same: a mean of three is no surer than one of them.
    baseline = expect([50.0] * 3, covariance=[100.0] * 6)
    measured = measure(baseline, follow(baseline, [56.0] * 3))
    found = measured.depart(measured.weigh_judged())
    assert found is not None
    assert found.lower == pytest.approx(6 - 1.959964 * 10, rel=1e-6)


def test_widening_is_that_of_the_last_step_in_the_statement_and_few_values_use_students_t() -> None:
    baseline = expect([50.0] * 3, widening=[1.1, 1.2, 1.5], freedom=7)
    measured = measure(baseline, follow(baseline, [60.0] * 2))
    assert measured.contrast(measured.weigh(True)).half_outer[0] == pytest.approx(
        stats.t.ppf(0.975, 7) * 1.2 * 10 / 2**0.5
    )
    first = measured.weigh(np.arange(3) < 1)
    assert measured.contrast(first).half_inner[0] == pytest.approx(stats.t.ppf(0.9, 7) * 1.1 * 10)


def test_a_value_that_is_missing_since_has_no_part() -> None:
    baseline = expect([50.0, 52, 54, 56])
    measured = measure(baseline, follow(baseline, [60.0, None, 58]))
    found = measured.depart(measured.weigh_judged())
    assert found is not None
    assert found.value == pytest.approx((10 + 4) / 2)
    assert [str(period) for period in found.periods] == ["2012", "2014"]
    assert measured.contrast(measured.weigh(True)).number.tolist() == [2]


def test_with_nothing_seen_there_is_no_departure() -> None:
    baseline = expect([50.0] * 3)
    measured = measure(baseline, follow(baseline, []))
    assert measured.depart(measured.weigh_judged()) is None
    assert measured.list_points() == ()


def test_the_smallest_size_that_can_be_shown_is_half_the_interval() -> None:
    baseline = expect([50.0] * 4)
    measured = measure(baseline, follow(baseline, [50.0] * 4))
    half = float(measured.contrast(measured.weigh(True)).half_outer[0])
    assert measured.find_size(measured.weigh(True), half) == pytest.approx(1.959964 * 5, rel=1e-6)
    assert measured.find_size(measured.weigh(True), np.nan) is None


def test_each_point_stands_beside_the_limits_of_its_own_period() -> None:
    baseline = expect([50.0] * 3)
    points = measure(baseline, follow(baseline, [69.0, 70.0, 29.0], low=True)).list_points()
    # The limits are 50 +- 19.6.
    assert [point.outside for point in points] == [False, True, True]
    assert [point.departure for point in points] == [-19.0, -20.0, 21.0]
    assert [str(point.period) for point in points] == ["2012", "2013", "2014"]


# --- what is judged ----------------------------------------------------------------------


def test_what_comes_after_the_last_period_asked_about_changes_nothing() -> None:
    baseline = expect([50.0] * 4)
    until = Period.parse("2013")
    plain = measure(baseline, follow(baseline, [60.0, 61.0]), until)
    later = measure(baseline, follow(baseline, [60.0, 61.0, 0.0, None, 5.0]), until)
    assert plain.departures.tolist()[0][:2] == later.departures.tolist()[0][:2]
    assert later.list_points() == plain.list_points()
    assert later.beyond == ()


def test_what_the_forecast_does_not_reach_is_named_and_not_judged() -> None:
    baseline = expect([50.0] * 2)
    measured = measure(baseline, follow(baseline, [60.0, 61.0, 62.0, 63.0]))
    assert [str(period) for period in measured.beyond] == ["2014", "2015"]
    assert len(measured.list_points()) == 2


def test_what_comes_after_a_break_is_named_and_not_judged() -> None:
    baseline = expect([50.0] * 4)
    series = follow(baseline, [60.0, 61.0, 90.0, 91.0])
    observations = list(series.observations)
    observations[-2] = attrs.evolve(observations[-2], flags=[Flag.BREAK])
    measured = measure(baseline, attrs.evolve(series, observations=observations))
    assert [point.value for point in measured.list_points()] == [60.0, 61.0]
    assert [str(period) for period in measured.beyond] == ["2014", "2015"]


def test_where_the_initiative_ended_the_verdict_is_about_the_time_while_it_ran() -> None:
    baseline = expect([50.0] * 4, ended=Period.parse("2013"))
    measured = measure(baseline, follow(baseline, [60.0, 62.0, 0.0, 0.0]))
    found = measured.depart(measured.weigh_judged())
    assert found is not None
    assert found.value == 11.0
    assert [str(period) for period in found.periods] == ["2012", "2013"]


def test_pooled_years_are_judged_at_their_own_steps() -> None:
    first = Period.parse("1980-1982")
    observations = [
        attrs.evolve(one, period=first.shift(3 * place))
        for place, one in enumerate(see([*BEFORE, 60.0, 61.0]))
    ]
    pooled = attrs.evolve(make_series(BEFORE), observations=observations)
    baseline = freeze(pooled, str(observations[11].period), 3)
    measured = measure(baseline, pooled)
    assert [point.value for point in measured.list_points()] == [60.0, 61.0]


# --- on a scale that bends ---------------------------------------------------------------


def make_shares(values: list[float], people: float | None = None, **about: Any) -> Series:
    each: dict[str, Any] = {} if people is None else {"denominator": people}
    return Series(
        id="share", name="A share", kind=SeriesKind.SHARE, per=100, unit="%",
        polarity=Polarity.HIGH, observations=see(values, **each), **about,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("scale", "there"),
    [
        ("log", np.log),
        ("square root", np.sqrt),
        ("logit", lambda share: np.log(share / (100 - share))),
    ],
)
def test_on_a_scale_the_departure_is_measured_there_and_said_in_the_unit(
    scale: str, there: Any
) -> None:
    after = [70.0, 72.0, 74.0]
    series = make_shares([*SHARES, *after])
    baseline = freeze(series, "2009", 3, scale=scale)
    expected = np.array([one.value for one in baseline.forecast])
    measured = measure(baseline, series)
    weights = measured.weigh(True)
    contrast = measured.contrast(weights)
    wanted = np.mean(there(np.array(after)) - there(expected))
    assert contrast.value[0] == pytest.approx(wanted)
    covariance = np.zeros((3, 3))
    covariance[np.tril_indices(3)] = baseline.covariance
    covariance += np.tril(covariance, -1).T
    half = stats.t.ppf(0.975, 7) * baseline.widening[2] * covariance.mean() ** 0.5
    assert contrast.half_outer[0] == pytest.approx(half)
    found = measured.depart(weights)
    assert found is not None
    assert found.value == pytest.approx(72 - expected.mean())
    # The lower limit is the rise that is left when each value lay that much lower on the scale.
    lower = there(np.array(after)) - (wanted - half)
    back: Any = {
        "log": np.exp,
        "square root": np.square,
        "logit": lambda put: 100 / (1 + np.exp(-put)),
    }[scale]
    assert found.lower == pytest.approx(np.mean(after - back(lower)))
    assert found.lower is not None
    assert found.lower < found.value < (found.upper or 0)


@pytest.mark.parametrize("scale", ["log", "logit", "natural"])
def test_the_limits_of_a_change_lie_about_the_change_on_every_scale(scale: str) -> None:
    # Up by about 12 while it ran, and back down by as much since.
    series = make_shares([*SHARES, 75.0, 76, 75, 63, 63, 63])
    baseline = freeze(series, "2009", 6, scale=scale)
    measured = measure(baseline, series)
    on, off = (measured.weigh(part) for part in (np.arange(6) < 3, np.arange(6) >= 3))
    change = measured.depart(off - on)
    assert change is not None
    assert change.lower is not None
    assert change.upper is not None
    assert change.lower < change.value < change.upper
    width = change.upper - change.lower
    assert width > 5, "a change of such a series is not known to a few tenths"


def test_a_value_that_has_no_place_on_the_scale_is_refused() -> None:
    series = make_shares([*SHARES, 70.0, 100.0])
    baseline = freeze(series, "2009", 3, scale="logit")
    assert refuse(baseline, series) == [
        (
            "series.share: the value 100 of 2011 has no place on the scale logit of the baseline; "
            'freeze a baseline with scale="natural" [not-on-this-scale]'
        )
    ]


def test_none_has_a_place_on_the_square_root_scale_with_known_sampling_error_too() -> None:
    counts = make_series([3.0, 1, 4, 5, 2, 1, 1, 3, 4, 2, 0, 0, 1], kind=SeriesKind.COUNT)
    baseline = freeze(counts, "2009", 3, scale="square root", events_at_random=True)
    measured = measure(baseline, counts)
    assert measured.departures[0, 0] == pytest.approx(-((baseline.forecast[0].value) ** 0.5))
    assert np.isfinite(measured.further).all()


# --- sampling error ----------------------------------------------------------------------


def test_values_of_fewer_people_since_are_less_sure_than_those_before() -> None:
    before, after = make_shares(SHARES, 200), [66.0, 66.0, 66.0]
    baseline = freeze(before, "2009", 3)
    series = attrs.evolve(
        before, observations=[*before.observations, *see(after, "2010", denominator=50)]
    )
    measured = measure(baseline, series)
    past = np.mean([share * (100 - share) / 200 for share in SHARES])
    further = 66 * 34 / 50 - past
    np.testing.assert_allclose(measured.further, further)
    covariance = np.zeros((3, 3))
    covariance[np.tril_indices(3)] = baseline.covariance
    covariance += np.tril(covariance, -1).T
    variance = covariance.mean() + further / 3
    # Of this, the sampling error of the three values is known, and not widened.
    known = 66 * 34 / 50 / 3 / variance
    widening, freedom = narrow(baseline.widening[2], 7.0, known)
    half = stats.t.ppf(0.975, float(freedom)) * float(widening) * variance**0.5
    assert measured.contrast(measured.weigh(True)).half_outer[0] == pytest.approx(half)


def test_values_of_more_people_since_are_not_taken_to_be_surer() -> None:
    before = make_shares(SHARES, 200)
    series = attrs.evolve(
        before, observations=[*before.observations, *see([66.0], "2010", denominator=9e9)]
    )
    assert not measure(freeze(before, "2009", 3), series).further.any()


# --- what does not fit -------------------------------------------------------------------


def test_another_series_is_refused() -> None:
    baseline = expect([50.0] * 3)
    other = follow(baseline, [50.0], id="other")
    assert refuse(baseline, other) == [
        (
            'series: the baseline "frozen" is about "heard", and the series is "other"; '
            "give the series that it is about [another-series]"
        )
    ]


def test_a_series_of_which_neither_way_is_good_is_refused() -> None:
    baseline = expect([50.0] * 3)
    series = follow(baseline, [50.0], polarity=Polarity.NONE)
    assert refuse(baseline, series) == [
        (
            'series.heard.polarity: "heard" does not say whether high or low is good; say '
            'polarity="high is good" or "low is good"; without it nothing is better '
            "[no-good-direction]"
        )
    ]


def test_periods_of_another_kind_are_refused_in_the_series_and_in_what_is_asked() -> None:
    baseline = expect([50.0] * 3)
    series = make_series([1.0, 2.0], "2012/13")
    assert refuse(baseline, series) == [
        (
            "series.heard: the baseline is in periods such as 2011, the series in periods such as "
            "2012/13; freeze a baseline of the series as it is now [other-periods]"
        )
    ]
    asked = refuse(baseline, follow(baseline, [50.0]), Period.parse("Jan 2013"))
    assert asked == [
        (
            "until: found Jan 2013, a month; give a calendar year, as those of the baseline are "
            "[other-periods]"
        )
    ]


def test_a_silent_gap_between_the_baseline_and_what_is_seen_since_is_refused() -> None:
    baseline = expect([50.0] * 6)
    (found,) = refuse(baseline, make_series([50.0, 51.0], "2014"))
    assert found.startswith("observations[1].period: nothing is said of 2012 to 2013, between")
    assert found.endswith("[silent-gap]")


@pytest.mark.parametrize(
    ("about", "code"),
    [
        ({"standing": Standing.ILLUSTRATIVE}, "not-observed"),
        ({"running_total": True}, "running-total"),
    ],
)
def test_what_has_no_statistics_has_no_verdict(about: dict[str, Any], code: str) -> None:
    baseline = expect([50.0] * 3)
    (found,) = refuse(baseline, follow(baseline, [50.0], **about))
    assert found.endswith(f"[{code}]")


def test_a_past_that_was_revised_is_told_and_the_baseline_judges_as_it_was_frozen() -> None:
    baseline = expect([50.0] * 3)
    revised = make_series([*BEFORE[:10], 99.0, None, 60.0])
    told = find_revisions(baseline, revised)
    assert told == ("2010 was 48 and is now 99", "2011 was 52 and is now missing")
    plain = follow(baseline, [60.0])
    assert measure(baseline, revised).departures[0, 0] == measure(baseline, plain).departures[0, 0]


def test_a_forecast_that_was_given_without_limits_has_no_interval() -> None:
    baseline = expect([50.0] * 3, deviation=0, method=Method.GIVEN, agreed_by="the partners")
    measured = measure(baseline, follow(baseline, [60.0, 61.0, 62.0]))
    assert not measured.has_limits
    found = measured.depart(measured.weigh(True))
    assert found is not None
    assert found.value == pytest.approx(11.0)
    assert (found.lower, found.upper) == (None, None)

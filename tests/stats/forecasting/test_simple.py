"""What the plainest rules expect, against R's package `forecast` and against normal vectors."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from obamodel.stats.forecasting.components import Component
from obamodel.stats.forecasting.quantiles import find_quantile
from obamodel.stats.forecasting.simple import (
    forecast_drift,
    forecast_last,
    forecast_last_season,
    forecast_mean,
    forecast_trend,
)
from tests.stats.forecasting.building import Array, condition, lay_time, make_gaps
from tests.stats.forecasting.examples import DEATHS, GAS, LAKE, NILE, WWW

Rule = Callable[[Array, int], Component]
NAN = np.nan


def lay(values: Sequence[float]) -> Array:
    return np.array([values], dtype=float)


def limit(found: Component, level: float) -> Array:
    half = find_quantile(level, found.freedom) * np.sqrt(np.diagonal(found.find_covariance()[0]))
    return np.stack([found.mean[0], found.mean[0] - half, found.mean[0] + half], axis=1)


# --- against R ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (forecast_last, (740, 412.0497, 1067.9503)),
        (forecast_drift, (736.1616, 404.969, 1067.3542)),
        (forecast_mean, (919.35, 581.8912, 1256.8088)),
        (forecast_trend, (782.2776, 477.5062, 1087.049)),
    ],
)
def test_the_nile_one_year_ahead_is_as_in_the_sheet_of_facts(
    rule: Rule, expected: tuple[float, float, float]
) -> None:
    np.testing.assert_allclose(limit(rule(lay(NILE), 1), 0.95)[0], expected, atol=5.1e-5)


@pytest.mark.parametrize(
    ("rule", "at_95", "at_80"),
    [
        # naive(LakeHuron, 5)
        (
            forecast_last,
            [(579.96, 578.4994529, 581.4205471), (579.96, 576.6941175, 583.2258825)],
            [(579.96, 579.0049996, 580.9150004), (579.96, 577.8245542, 582.0954458)],
        ),
        # rwf(LakeHuron, 5, drift=TRUE)
        (
            forecast_drift,
            [(579.9556701, 578.4800123, 581.4313279), (579.9383505, 576.5720127, 583.3046883)],
            [(579.9556701, 578.9907894, 580.9205508), (579.9383505, 577.7372205, 582.1394805)],
        ),
        # meanf(LakeHuron, 5)
        (
            forecast_mean,
            [(579.0040816, 576.3743086, 581.6338547), (579.0040816, 576.3743086, 581.6338547)],
            [(579.0040816, 577.2943712, 580.713792), (579.0040816, 577.2943712, 580.713792)],
        ),
        # forecast(tslm(LakeHuron ~ trend), h=5)
        (
            forecast_trend,
            [(577.8061267, 575.5165013, 580.0957520), (577.7093222, 575.4139293, 580.0047151)],
            [(577.8061267, 576.3176481, 579.2946053), (577.7093222, 576.2170941, 579.2015503)],
        ),
    ],
)
def test_lake_huron_one_and_five_years_ahead_is_as_in_r(
    rule: Rule, at_95: list[tuple[float, ...]], at_80: list[tuple[float, ...]]
) -> None:
    found = rule(lay(LAKE), 5)
    np.testing.assert_allclose(limit(found, 0.95)[[0, 4]], at_95, atol=5.1e-7)
    np.testing.assert_allclose(limit(found, 0.80)[[0, 4]], at_80, atol=5.1e-7)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        # naive(WWWusage, 6)
        (forecast_last, [(220, 208.6328233, 231.3671767), (220, 192.1562173, 247.8437827)]),
        # rwf(WWWusage, 6, drift=TRUE)
        (
            forecast_drift,
            [(221.3333333, 210.1583136, 232.5083531), (228, 199.9509230, 256.0490770)],
        ),
    ],
)
def test_users_of_a_server_one_and_six_minutes_ahead_are_as_in_r(
    rule: Rule, expected: list[tuple[float, ...]]
) -> None:
    np.testing.assert_allclose(limit(rule(lay(WWW), 6), 0.95)[[0, 5]], expected, atol=5.1e-7)


def test_gas_by_the_last_season_is_as_in_r_up_to_the_third_year() -> None:
    # snaive(window(UKgas, start=c(1980, 1)), 10)
    found = forecast_last_season(lay(GAS), 10, 4)
    expected = [
        (1163.9, 1069.0798337, 1258.7201663),
        (613.1, 518.2798337, 707.9201663),
        (1163.9, 1029.8040348, 1297.9959652),
        (613.1, 448.8666543, 777.3333457),
    ]
    np.testing.assert_allclose(limit(found, 0.95)[[0, 1, 4, 9]], expected, atol=5.1e-7)


def test_deaths_by_the_last_season_are_as_in_r_up_to_the_second_year() -> None:
    # snaive(window(USAccDeaths, start=1976), 14)
    found = forecast_last_season(lay(DEATHS), 14, 12)
    expected = [
        (7836, 7415.441210, 8256.558790),
        (9240, 8819.441210, 9660.558790),
        (6892, 6297.240055, 7486.759945),
    ]
    np.testing.assert_allclose(limit(found, 0.80)[[0, 11, 13]], expected, atol=5.1e-7)


# --- against a normal vector -------------------------------------------------------------


def walk(number: int) -> Array:
    steps = np.arange(1, number + 1)
    return np.minimum(steps[:, None], steps).astype(float)


MODELS = [
    (forecast_last, lambda n: np.ones((n, 1)), walk),
    (forecast_drift, lay_time, walk),
    (forecast_mean, lambda n: np.ones((n, 1)), np.eye),
    (forecast_trend, lay_time, np.eye),
]


@pytest.mark.parametrize(("rule", "design", "covariance"), MODELS)
@pytest.mark.parametrize("gaps", [(), (4,), (0, 1), (13, 14), (0, 3, 8, 9, 14)])
def test_forecast_and_covariance_are_those_of_a_normal_vector_of_which_the_rest_is_not_seen(
    rule: Rule,
    design: Callable[[int], Array],
    covariance: Callable[[int], Array],
    gaps: tuple[int, ...],
) -> None:
    values = make_gaps(np.array(LAKE[:15]) - 580, *gaps)
    mean, wanted = condition(design(19), covariance(19), values)
    found = rule(values[None], 4)
    np.testing.assert_allclose(found.mean[0], mean, atol=2e-6)
    np.testing.assert_allclose(found.find_covariance()[0] / found.scale[0], wanted, atol=2e-5)


@pytest.mark.parametrize(("rule", "design", "covariance"), MODELS)
@pytest.mark.parametrize("gaps", [(), (4,), (0, 3, 8, 9, 14)])
def test_the_variance_of_a_step_is_that_of_the_values_seen_with_their_coefficients_taken_off(
    rule: Rule,
    design: Callable[[int], Array],
    covariance: Callable[[int], Array],
    gaps: tuple[int, ...],
) -> None:
    values = make_gaps(np.array(LAKE[:15]) - 580, *gaps)
    seen = np.flatnonzero(~np.isnan(values))
    # Make the errors of the values seen independent, and fit by plain least squares.
    white = np.linalg.inv(np.linalg.cholesky(covariance(15)[np.ix_(seen, seen)]))
    columns = white @ design(15)[seen]
    squares = np.linalg.lstsq(columns, white @ values[seen])[1][0]
    wanted = squares / (len(seen) - columns.shape[1])
    assert rule(values[None], 4).scale[0] == pytest.approx(wanted, rel=1e-9)


@pytest.mark.parametrize("gaps", [(12,), (0, 5), (14, 15), (2, 3, 15)])
def test_a_season_that_was_last_seen_two_years_ago_is_a_year_less_sure(
    gaps: tuple[int, ...],
) -> None:
    values = make_gaps(GAS[:16], *gaps)
    found = forecast_last_season(values[None], 6, 4)
    for step in range(6):
        season = values[step % 4 :: 4]
        places = np.flatnonzero(~np.isnan(season))
        years = len(season) + step // 4 - places[-1]
        assert found.mean[0, step] == season[places[-1]]
        assert found.find_covariance()[0, step, step] == pytest.approx(found.scale[0] * years)
    # A season goes with itself a year later, and with no other.
    assert found.find_covariance()[0, 0, 4] == pytest.approx(found.find_covariance()[0, 0, 0])
    assert found.find_covariance()[0, 0, 1] == 0


def test_nothing_is_expected_of_a_season_that_was_never_seen() -> None:
    found = forecast_last_season(np.array([[7.0, 8.0, 9.0]]), 4, 4)
    # The three values are those of the last three seasons of a year.
    np.testing.assert_array_equal(found.mean, [[NAN, 7.0, 8.0, 9.0]])
    assert found.scale.tolist() == [0.0]


def test_where_a_year_has_one_period_the_last_season_is_the_last_value() -> None:
    season, last = forecast_last_season(lay(LAKE), 3, 1), forecast_last(lay(LAKE), 3)
    np.testing.assert_array_equal(season.mean, last.mean)
    np.testing.assert_allclose(season.find_covariance(), last.find_covariance(), rtol=1e-13)


# --- what has no error -------------------------------------------------------------------


@pytest.mark.parametrize("rule", [forecast_drift, forecast_trend])
@pytest.mark.parametrize("start", [0.1, 54.3, 1e6])
def test_a_history_that_lies_on_a_line_has_no_error_at_all_not_one_of_rounding(
    rule: Rule, start: float
) -> None:
    found = rule(lay([start + 0.3 * place for place in range(12)]), 2)
    assert found.scale.tolist() == [0.0]


@pytest.mark.parametrize("rule", [forecast_last, forecast_drift, forecast_mean, forecast_trend])
def test_a_history_that_is_always_the_same_has_no_error(rule: Rule) -> None:
    assert rule(lay([0.1] * 9), 2).find_covariance().any() == np.False_


def test_one_value_is_enough_to_carry_on_and_tells_nothing_of_the_error() -> None:
    found = forecast_last(lay([7.0]), 2)
    assert (found.mean.tolist(), found.scale.tolist()) == ([[7.0, 7.0]], [0.0])

"""Whether a series has a season, and what is left without it."""

from collections.abc import Sequence

import numpy as np
import pytest
from statsmodels.tsa.seasonal import seasonal_decompose

from obamodel.stats.forecasting.forecasts import forecast_values
from obamodel.stats.forecasting.seasons import take_out_seasons
from tests.stats.forecasting.building import Array, make_gaps
from tests.stats.forecasting.examples import DEATHS, GAS, LAKE

# decompose(window(USAccDeaths, start=1976), "multiplicative")$figure
DEATHS_TIMES = [0.918688889311, 0.812065732896, 0.90603250393, 0.947832048336, 1.04362636899]
DEATHS_TIMES += [1.08237668547, 1.22250170662, 1.09274724699, 0.967994830206, 1.02563939367]
DEATHS_TIMES += [0.952891591386, 1.0276030022]
# decompose(window(USAccDeaths, start=1976))$figure
DEATHS_PLUS = [-691.435763889, -1602.89409722, -804.748263889, -448.727430556, 376.835069444]
DEATHS_PLUS += [712.668402778, 1886.29340278, 784.668402778, -268.977430556, 218.460069444]
DEATHS_PLUS += [-396.852430556, 234.710069444]
# decompose(window(UKgas, start=c(1980, 1)), "multiplicative")$figure
GAS_TIMES = [1.6157957131, 0.816064293255, 0.387531496697, 1.18060849695]


def lay(values: Sequence[float]) -> Array:
    return np.array([values], dtype=float)


@pytest.mark.parametrize(("values", "figures"), [(DEATHS, DEATHS_TIMES), (GAS, GAS_TIMES)])
def test_the_season_of_values_above_nothing_is_a_ratio_as_in_r(
    values: list[float], figures: list[float]
) -> None:
    cycle = len(figures)
    found = take_out_seasons(lay(values), 2 * cycle + 1, cycle)
    assert found.is_seasonal.tolist() == [True]
    np.testing.assert_allclose(found.times[0], [*figures, *figures, figures[0]], rtol=1e-10)
    assert not found.plus.any()
    years = len(values) // cycle
    np.testing.assert_allclose(found.values[0], np.array(values) / (figures * years), rtol=1e-10)


def test_the_season_of_values_that_reach_nothing_is_a_difference_as_in_r() -> None:
    # Less a constant, the season is the same: decompose(window(USAccDeaths, start=1976) - 9000)
    values = np.array(DEATHS) - 9000.0
    found = take_out_seasons(values[None], 12, 12)
    np.testing.assert_allclose(found.plus[0], DEATHS_PLUS, rtol=1e-10)
    assert (found.times == 1).all()
    np.testing.assert_allclose(found.values[0], values - np.array(DEATHS_PLUS * 3), rtol=1e-9)


@pytest.mark.parametrize(("cycle", "years"), [(4, 5), (4, 9), (7, 4), (12, 4), (12, 6)])
@pytest.mark.parametrize("model", ["multiplicative", "additive"])
def test_any_season_is_that_of_statsmodels(cycle: int, years: int, model: str) -> None:
    rng = np.random.default_rng(cycle)
    wave = 5 * np.sin(2 * np.pi * np.arange(cycle * years) / cycle)
    values = 30 + wave + 0.1 * np.arange(cycle * years) + rng.normal(size=cycle * years)
    if model == "additive":
        values -= 30
    found = take_out_seasons(values[None], cycle, cycle)
    wanted = seasonal_decompose(values, model=model, period=cycle).seasonal[:cycle]
    ahead = found.times if model == "multiplicative" else found.plus
    np.testing.assert_allclose(ahead[0], wanted, rtol=1e-10)


def test_a_series_of_less_than_three_years_is_left_as_it_is() -> None:
    found = take_out_seasons(lay(DEATHS[:35]), 3, 12)
    assert not found.is_seasonal.any()
    assert found.values.tolist() == [DEATHS[:35]]
    assert (found.times.tolist(), found.plus.tolist()) == ([[1.0] * 3], [[0.0] * 3])
    assert take_out_seasons(lay(DEATHS), 3, 12).is_seasonal.all()
    quarters = [1.0, 1.1, 1.0, 9.0] * 3
    assert not take_out_seasons(lay(quarters[:11]), 3, 4).is_seasonal.any()
    assert take_out_seasons(lay(quarters), 3, 4).is_seasonal.all()


def test_years_have_no_season() -> None:
    assert not take_out_seasons(lay(LAKE), 3, 1).is_seasonal.any()


def test_a_series_without_a_season_is_left_as_it_is_beside_one_that_has_one() -> None:
    noise = np.random.default_rng(1).normal(size=36) + 9000
    found = take_out_seasons(np.stack([noise, np.array(DEATHS, float)]), 3, 12)
    assert found.is_seasonal.tolist() == [False, True]
    assert found.values[0].tolist() == noise.tolist()
    alone = take_out_seasons(lay(DEATHS), 3, 12)
    assert found.values[1].tolist() == alone.values[0].tolist()
    assert found.times[1].tolist() == alone.times[0].tolist()


@pytest.mark.parametrize(
    ("height", "is_seasonal"),
    # acf(x, lag.max=4)$acf of 4 years of quarters 0, 0, 0, height and a fixed noise, against
    # 1.645 / sqrt(16) * sqrt(1 + 2 * sum of the squares of the first three)
    [(0.0, False), (10.0, True)],
)
def test_a_season_is_one_where_the_autocorrelation_a_year_apart_passes_the_test(
    height: float, is_seasonal: bool
) -> None:
    noise = np.random.default_rng(5).normal(size=16)
    values = noise + height * (np.arange(16) % 4 == 3)
    apart = values - values.mean()
    each = [(apart[lag:] * apart[:-lag]).sum() / (apart**2).sum() for lag in range(1, 5)]
    limit = 1.645 / 4 * (1 + 2 * sum(one**2 for one in each[:3])) ** 0.5
    assert (each[3] > limit) == is_seasonal
    assert take_out_seasons(values[None], 1, 4).is_seasonal.tolist() == [is_seasonal]


def test_a_series_that_never_changes_has_no_season() -> None:
    assert not take_out_seasons(np.full((1, 36), 5.0), 2, 12).is_seasonal.any()


@pytest.mark.parametrize("gaps", [(5,), (0, 35), (17, 18, 19)])
def test_a_gap_does_not_hide_the_season_and_stays_a_gap(gaps: tuple[int, ...]) -> None:
    values = make_gaps(DEATHS, *gaps)
    found = take_out_seasons(values[None], 12, 12)
    assert found.is_seasonal.all()
    assert np.flatnonzero(np.isnan(found.values[0])).tolist() == list(gaps)
    # A gap in each of three years moves the ratios by little.
    np.testing.assert_allclose(found.times[0], DEATHS_TIMES, atol=0.03)


def test_a_season_seen_once_is_too_little_to_know_it() -> None:
    values = make_gaps(DEATHS, 3, 15)
    assert not take_out_seasons(values[None], 12, 12).is_seasonal.any()


def test_a_forecast_has_the_season_put_back() -> None:
    found = forecast_values(lay(DEATHS), 12, cycle=12, method="trend")
    plain = forecast_values(np.array(DEATHS) / (DEATHS_TIMES * 3), 12, method="trend")
    np.testing.assert_allclose(found.mean[0], plain.mean[0] * DEATHS_TIMES, rtol=1e-10)
    wanted = plain.find_covariance()[0] * np.outer(DEATHS_TIMES, DEATHS_TIMES)
    np.testing.assert_allclose(found.find_covariance()[0], wanted, rtol=1e-9)
    weights = np.full(12, 1 / 12)
    assert found.find_variance(weights)[0] == pytest.approx(weights @ wanted @ weights)
    each = found.find_variance(weights[None])
    assert each[0] == pytest.approx(weights @ wanted @ weights)

"""Where a straight line leads when its errors echo."""

import numpy as np
import pytest
from statsmodels.regression.linear_model import GLS

from obamodel.stats.forecasting.straight_lines import (
    ECHO_STEP,
    find_slope,
    forecast_trend_with_echo,
    tabulate_lines,
)
from tests.stats.forecasting.building import Array, condition, lay_time, make_gaps
from tests.stats.forecasting.examples import LAKE, NEW_HAVEN, NILE

SERIES = [NILE[:5], NILE[:20], LAKE[:40], NEW_HAVEN, LAKE]


def echo_of(values: list[float] | Array) -> float:
    return float(forecast_trend_with_echo(np.array([values], float), 1).place[0] * ECHO_STEP)


def correlate(number: int, echo: float) -> Array:
    """Return the correlations of an AR(1) process, divided by the variance of its steps."""
    time = np.arange(number)
    return np.asarray(echo ** np.abs(time[:, None] - time) / (1 - echo**2))


@pytest.mark.parametrize("values", SERIES)
def test_the_echo_is_the_autocorrelation_of_the_residuals_raised_for_a_short_series(
    values: list[float],
) -> None:
    left = values - np.polyval(
        np.polyfit(np.arange(len(values)), values, 1), np.arange(len(values))
    )
    first = (left[1:] * left[:-1]).sum() / (left**2).sum()
    wanted = min(max(first + (2 + 4 * first) / len(values), 0), 0.95)
    assert echo_of(values) == pytest.approx(wanted, abs=0.005 + 1e-9)


@pytest.mark.parametrize("values", SERIES)
def test_the_line_and_its_error_are_those_of_generalised_least_squares_in_statsmodels(
    values: list[float],
) -> None:
    number, echo = len(values), echo_of(values)
    design = np.stack([np.ones(number), np.arange(number)], axis=1)
    fitted = GLS(values, design, sigma=correlate(number, echo)).fit()
    found = forecast_trend_with_echo(np.array([values], float), 3)
    tables = tabulate_lines(number, 3)
    line = tables.line[found.place[0]] @ values
    np.testing.assert_allclose(line, fitted.params, rtol=1e-7)
    assert found.scale[0] == pytest.approx(fitted.ssr / (number - 3), rel=1e-7)
    ahead = np.arange(number, number + 3)
    wanted = fitted.params[0] + fitted.params[1] * ahead
    wanted = wanted + echo ** np.arange(1, 4) * (values[-1] - fitted.fittedvalues[-1])
    np.testing.assert_allclose(found.mean[0], wanted, rtol=1e-9)


@pytest.mark.parametrize("echo", [0, 25, 60, 95])
@pytest.mark.parametrize("gaps", [(), (4,), (0, 1), (13, 14), (0, 3, 8, 9, 14), (1, 3, 5, 7)])
def test_mean_and_covariance_are_those_of_a_normal_vector_of_which_the_rest_is_not_seen(
    echo: int, gaps: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    values = make_gaps(np.array(LAKE[:15]) - 580, *gaps)
    mean, wanted = condition(lay_time(19), correlate(19, echo * ECHO_STEP), values)
    fix_echo(monkeypatch, echo)
    found = forecast_trend_with_echo(values[None], 4)
    np.testing.assert_allclose(found.mean[0], mean, atol=2e-5)
    unit = found.find_covariance()[0] / found.scale[0]
    np.testing.assert_allclose(unit, wanted, rtol=1e-5, atol=2e-5)


@pytest.mark.parametrize("gaps", [(), (4,), (0, 1), (13, 14), (0, 3, 8, 9, 14)])
def test_the_variance_of_a_step_is_that_of_the_values_seen(
    gaps: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    values = make_gaps(np.array(LAKE[:15]) - 580, *gaps)
    fix_echo(monkeypatch, 50)
    seen = np.flatnonzero(~np.isnan(values))
    fitted = GLS(values[seen], lay_time(15)[seen], sigma=correlate(15, 0.5)[np.ix_(seen, seen)])
    # Start, slope and echo are learned from the values seen.
    wanted = fitted.fit().ssr / (len(seen) - 3)
    assert forecast_trend_with_echo(values[None], 2).scale[0] == pytest.approx(wanted, rel=1e-7)


def fix_echo(monkeypatch: pytest.MonkeyPatch, place: int) -> None:
    from obamodel.stats.forecasting import straight_lines

    def answer(centred: Array, *rest: object) -> Array:
        return np.full(len(centred), place)

    monkeypatch.setattr(straight_lines, "_find_echo", answer)


def test_r_forecasts_lake_huron_alike_with_the_same_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    # l <- LakeHuron[1:40]
    # fit <- arima(l, order=c(1,0,0), xreg=1:40, fixed=c(0.6,NA,NA), transform.pars=FALSE)
    # predict(fit, n.ahead=4, newxreg=41:44)$pred
    fix_echo(monkeypatch, 60)
    found = forecast_trend_with_echo(np.array([LAKE[:40]]), 4)
    expected = [578.800846731, 578.707528564, 578.629711458, 578.561194988]
    np.testing.assert_allclose(found.mean[0], expected, atol=2e-5)
    # sigma^2 is the sum of squares over 40 there, and over 40 less 3 here.
    assert found.scale[0] * 37 / 40 == pytest.approx(0.270333578, rel=1e-6)


def test_the_slope_is_that_of_least_squares_with_and_without_gaps() -> None:
    values = np.stack([NILE[:30], make_gaps(NILE[30:60], 0, 4, 5, 29)])
    for row, found in zip(values, find_slope(values), strict=True):
        held = ~np.isnan(row)
        wanted = np.polyfit(np.flatnonzero(held), row[held], 1)[0]
        assert found == pytest.approx(wanted, rel=1e-9)
        assert found == find_slope(row[None])[0]


def test_a_history_that_lies_on_a_line_goes_on_with_no_error() -> None:
    found = forecast_trend_with_echo(np.array([[2.1 + 0.3 * step for step in range(10)]]), 2)
    np.testing.assert_allclose(found.mean, [[5.1, 5.4]], rtol=1e-12)
    assert found.scale.tolist() == [0.0]

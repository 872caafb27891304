"""Where many series are heading, if nothing changes: averages, batches and laws."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.baselines import Method
from obamodel.stats.forecasting.forecasts import FITS, LEAST_POINTS, forecast_values
from obamodel.stats.forecasting.smoothing import forecast_theta, smooth_damped
from obamodel.stats.forecasting.straight_lines import forecast_trend_with_echo
from tests.stats.forecasting.building import Array, make_gaps
from tests.stats.forecasting.examples import DEATHS, LAKE, NILE, WWW

METHODS = list(FITS)
ALL = [*METHODS, Method.SEASONAL_LAST]


@st.composite
def histories(draw: Any, *, gaps: bool = False) -> Array:
    """Draw a few series of one length, with ups and downs of tenths."""
    series = draw(st.integers(2, 5))
    points = draw(st.integers(7, 24))
    tenths = st.lists(st.integers(-300, 300), min_size=points, max_size=points)
    values = np.array([draw(tenths) for _ in range(series)], dtype=float) / 10
    values += 0.1 * np.random.default_rng(points).normal(size=values.shape)
    if gaps:
        for row in values:
            row[draw(st.lists(st.integers(0, points - 1), max_size=points - 6))] = np.nan
    return values


# --- the default -------------------------------------------------------------------------


@pytest.mark.parametrize("values", [NILE[:8], NILE[30:50], LAKE[:40], WWW])
def test_the_default_is_the_mean_of_three_methods_and_of_their_covariances(
    values: list[float],
) -> None:
    parts = [
        fit(np.array([values], float), 6)
        for fit in (forecast_theta, forecast_trend_with_echo, smooth_damped)
    ]
    found = forecast_values(values, 6)
    mean = np.mean([part.mean for part in parts], axis=0)
    np.testing.assert_allclose(found.mean, mean, rtol=1e-13)
    wanted = np.mean([part.find_covariance() for part in parts], axis=0)
    np.testing.assert_allclose(found.find_covariance(), wanted, rtol=1e-12)
    weights = np.array([0.5, -0.5, 0, 0, 0.25, 0.75])
    np.testing.assert_allclose(
        found.find_variance(weights), [weights @ wanted[0] @ weights], rtol=1e-10
    )
    assert found.echo is not None
    assert found.echo[0] == pytest.approx(parts[1].place[0] / 100)
    assert found.freedom.tolist() == [len(values) - 3]
    assert found.find_scale()[0] == pytest.approx(sum(part.scale[0] for part in parts) / 3)


def test_no_error_of_a_step_is_taken_to_be_less_than_that_of_sampling() -> None:
    found = forecast_values(LAKE[:20], 3)
    least = float(np.median([part.scale[0] for part in found.components]))
    raised = found.raise_scale(np.array([least]))
    wanted = [max(part.scale[0], least) for part in found.components]
    assert [part.scale[0] for part in raised.components] == wanted
    assert raised.mean.tolist() == found.mean.tolist()


@pytest.mark.parametrize("method", METHODS)
def test_every_method_can_do_with_as_few_values_as_it_says(method: Method) -> None:
    values = np.array(NILE[: LEAST_POINTS[method]], float)
    found = forecast_values(values, 3, method=method)
    assert np.isfinite(found.mean).all()
    assert np.isfinite(found.find_covariance()).all()


def test_a_method_is_named_in_words_or_by_its_member() -> None:
    word = forecast_values(NILE[:9], 2, method="drift")
    assert word.mean.tolist() == forecast_values(NILE[:9], 2, method=Method.DRIFT).mean.tolist()
    with pytest.raises(ValueError, match="best"):
        forecast_values(NILE[:9], 2, method="best")


@pytest.mark.parametrize("method", [Method.MEAN, Method.LAST])
def test_the_mean_and_the_last_value_know_no_season(method: Method) -> None:
    found = forecast_values(DEATHS, 5, method=method, cycle=12)
    assert found.mean.tolist() == forecast_values(DEATHS, 5, method=method).mean.tolist()


# --- a batch is many of one --------------------------------------------------------------


@pytest.mark.parametrize("method", METHODS)
@given(values=histories(gaps=True), horizon=st.integers(1, 12))
def test_a_series_is_forecast_alike_alone_and_among_others_bit_for_bit(
    method: Method, values: Array, horizon: int
) -> None:
    whole = forecast_values(values, horizon, method=method)
    weights = np.full(horizon, 1 / horizon)
    for row in range(len(values)):
        alone = forecast_values(values[row], horizon, method=method)
        assert alone.mean[0].tolist() == whole.mean[row].tolist()
        assert alone.find_covariance()[0].tolist() == whole.find_covariance()[row].tolist()
        assert alone.find_variance(weights)[0] == whole.find_variance(weights)[row]
        each = np.tile(weights, (len(values), 1))
        assert alone.find_variance(weights)[0] == whole.find_variance(each)[row]
        assert (alone.seen[0], alone.freedom[0]) == (whole.seen[row], whole.freedom[row])
        if whole.echo is not None and alone.echo is not None:
            assert alone.echo[0] == whole.echo[row]


@pytest.mark.parametrize("method", ALL)
def test_order_and_cutting_of_a_batch_change_no_bit_with_seasons_and_gaps(method: Method) -> None:
    rng = np.random.default_rng(6)
    wave = 4 * np.sin(np.arange(40) * np.pi / 2) * rng.integers(0, 2, size=(30, 1))
    values = 50 + wave + rng.normal(size=(30, 40)).cumsum(axis=1) / 2
    values[rng.random(values.shape) < 0.06] = np.nan
    values[::4, :3] = np.nan
    order = rng.permutation(30)
    whole = forecast_values(values, 7, method=method, cycle=4)
    shuffled = forecast_values(values[order], 7, method=method, cycle=4)
    assert shuffled.mean.tolist() == whole.mean[order].tolist()
    assert shuffled.find_covariance().tolist() == whole.find_covariance()[order].tolist()
    for cut in (slice(0, 11), slice(11, 30), slice(29, 30)):
        part = forecast_values(values[cut], 7, method=method, cycle=4)
        assert part.mean.tolist() == whole.mean[cut].tolist()
        assert part.find_covariance().tolist() == whole.find_covariance()[cut].tolist()


def test_some_begin_later_and_some_have_a_season_and_each_is_as_alone() -> None:
    late = make_gaps(DEATHS, 0)
    values = np.array([DEATHS, late, np.arange(36.0) ** 1.1], float)
    found = forecast_values(values, 12, cycle=12)
    assert found.times is not None
    assert (found.times[2] == 1).all()
    for row in range(3):
        alone = forecast_values(values[row], 12, cycle=12)
        assert alone.mean[0].tolist() == found.mean[row].tolist()


# --- laws --------------------------------------------------------------------------------


@pytest.mark.parametrize("method", METHODS)
@given(values=histories(), by=st.sampled_from([-3.0, -1.0, 0.25, 40.0]), plus=st.integers(-50, 50))
def test_scaling_and_shifting_the_values_scales_and_shifts_the_forecast(
    method: Method, values: Array, by: float, plus: int
) -> None:
    plain = forecast_values(values, 4, method=method)
    moved = forecast_values(by * values + plus, 4, method=method)
    size = np.abs(values).max() + 1
    np.testing.assert_allclose(moved.mean, by * plain.mean + plus, atol=1e-8 * size * 40)
    np.testing.assert_allclose(
        moved.find_covariance(), by**2 * plain.find_covariance(), rtol=1e-6, atol=1e-9
    )


@pytest.mark.parametrize("method", ["average", "trend_ar", "damped", "theta", "drift"])
@given(values=histories(gaps=True))
def test_looking_further_ahead_changes_nothing_nearer(method: str, values: Array) -> None:
    near, far = (forecast_values(values, steps, method=method) for steps in (3, 8))
    np.testing.assert_allclose(far.mean[:, :3], near.mean, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(
        far.find_covariance()[:, :3, :3], near.find_covariance(), rtol=1e-9, atol=1e-12
    )


@pytest.mark.parametrize("method", METHODS)
@given(values=histories(gaps=True))
def test_a_covariance_is_symmetric_and_no_sum_of_errors_has_less_than_no_variance(
    method: Method, values: Array
) -> None:
    found = forecast_values(values, 5, method=method).find_covariance()
    np.testing.assert_allclose(found, np.swapaxes(found, 1, 2), rtol=1e-12)
    least = np.linalg.eigvalsh(found).min(axis=1)
    assert (least >= -1e-9 * (1 + np.abs(found).max(axis=(1, 2)))).all()

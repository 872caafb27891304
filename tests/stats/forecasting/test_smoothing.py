"""Exponential smoothing: states, sums of squares, forecasts and the covariance of their errors."""

import itertools
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from statsmodels.tsa.holtwinters import ExponentialSmoothing

from obamodel.stats.forecasting.components import Component
from obamodel.stats.forecasting.smoothing import (
    DAMPED_LEVEL_GRID,
    DAMPINGS,
    LEVEL_GRID,
    TREND_SHARES,
    forecast_theta,
    make_shapes,
    smooth_damped,
    smooth_level,
    tabulate,
)
from tests.stats.forecasting.building import Array, condition, make_gaps
from tests.stats.forecasting.examples import LAKE, NEW_HAVEN, NILE, WWW

SERIES = [NILE[:5], NILE[:8], NILE[20:40], LAKE[:40], NEW_HAVEN, WWW]
SETS = [(level, 0.0, 0.0) for level in LEVEL_GRID]
DAMPED_SETS = [
    (level, level * share, damping)
    for damping, level, share in itertools.product(DAMPINGS, DAMPED_LEVEL_GRID, TREND_SHARES)
]


def run(values: Any, sets: tuple[float, float, float], start: Any) -> tuple[Array, Any]:
    """Go through a series from states at the start: the errors, and the states after the end."""
    alpha, beta, phi = sets
    level, trend = (*start, 0.0)[:2]
    errors = []
    for value in values:
        error = value - level - phi * trend
        level, trend = level + phi * trend + alpha * error, phi * trend + beta * error
        errors.append(error)
    return np.array(errors), (level, trend)


def solve(values: Any, sets: tuple[float, float, float]) -> tuple[float, Any]:
    """Return the least sum of squares over all states at the start, and these states."""
    size = 2 if sets[2] else 1
    nothing, _ = run(values, sets, (0.0,) * size)
    # Each state adds to the errors in proportion, so one run each tells by how much.
    columns = [run(np.zeros(len(values)), sets, one)[0] for one in np.eye(size).tolist()]
    found = np.linalg.lstsq(-np.stack(columns, axis=1), nothing, rcond=None)[0]
    return float((run(values, sets, found)[0] ** 2).sum()), found


def look_ahead(values: Any, sets: tuple[float, float, float], horizon: int) -> Array:
    _, (level, trend) = run(values, sets, solve(values, sets)[1])
    worn = np.cumsum(sets[2] ** np.arange(1, horizon + 1))
    return np.asarray(level + trend * worn)


def sets_of(found: Component, *, trended: bool) -> tuple[float, float, float]:
    return (DAMPED_SETS if trended else SETS)[int(found.place[0])]


# --- states and sums of squares ----------------------------------------------------------


@pytest.mark.parametrize("trended", [False, True])
@pytest.mark.parametrize("values", SERIES)
def test_the_states_at_the_start_and_the_sum_of_squares_are_those_of_a_plain_loop(
    values: list[float], trended: bool
) -> None:
    values = np.array(values) - np.mean(values)
    tables = tabulate(len(values), 3, trended=trended)
    np.testing.assert_allclose(tables.sets, DAMPED_SETS if trended else SETS, rtol=1e-15)
    for place, sets in list(enumerate(tables.sets.tolist()))[:: 7 if trended else 1]:
        squares, start = solve(values, tuple(sets))
        np.testing.assert_allclose(tables.start[place] @ values, start, rtol=1e-6, atol=1e-7)
        assert values @ tables.forms[place] @ values == pytest.approx(squares, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("values", SERIES)
def test_the_level_chosen_has_the_least_sum_of_squares_of_the_grid(values: list[float]) -> None:
    found = smooth_level(np.array([values], float), 3)
    squares = [solve(values, sets)[0] for sets in SETS]
    assert squares[int(found.place[0])] == pytest.approx(min(squares), rel=1e-7)
    freedom = max(len(values) - 2, 1)
    assert found.scale[0] * freedom == pytest.approx(min(squares), rel=1e-7)
    assert found.freedom.tolist() == [freedom]


@pytest.mark.parametrize("values", SERIES)
def test_of_trends_within_three_in_a_thousand_of_the_least_the_one_that_wears_off_soonest_is_chosen(
    values: list[float],
) -> None:
    found = smooth_damped(np.array([values], float), 3)
    squares = [solve(values, sets)[0] for sets in DAMPED_SETS]
    place = int(found.place[0])
    good = [one <= min(squares) * 1.003 + 1e-12 for one in squares]
    assert place == good.index(True)
    assert DAMPED_SETS[place][2] == min(
        s[2] for s, kept in zip(DAMPED_SETS, good, strict=True) if kept
    )
    freedom = max(len(values) - 5, 1)
    assert found.scale[0] * freedom == pytest.approx(squares[place], rel=1e-7, abs=1e-9)
    assert found.freedom.tolist() == [freedom]


@pytest.mark.parametrize("trended", [False, True])
@pytest.mark.parametrize("values", SERIES)
def test_the_forecast_goes_on_from_the_states_after_the_end(
    values: list[float], trended: bool
) -> None:
    found = (smooth_damped if trended else smooth_level)(np.array([values], float), 6)
    wanted = look_ahead(values, sets_of(found, trended=trended), 6)
    np.testing.assert_allclose(found.mean[0], wanted, rtol=1e-8)


def test_of_parameters_that_are_as_good_those_that_react_least_are_chosen() -> None:
    # Whatever it is smoothed by, a level that never moves has no error.
    assert smooth_level(np.full((1, 9), 54.3), 2).place.tolist() == [0]
    assert smooth_damped(np.full((1, 9), 54.3), 2).place.tolist() == [0]


def test_simple_smoothing_starts_as_in_r_with_the_same_parameter() -> None:
    # ets(ts(LakeHuron[1:40]), model="ANN", alpha=0.3, opt.crit="mse")
    values = np.array(LAKE[:40])
    squares, start = solve(values, (0.3, 0.0, 0.0))
    assert squares == pytest.approx(16.7367495373, rel=1e-7)
    tables = tabulate(40, 1, trended=False)
    place = LEVEL_GRID.index(0.3)
    # R searches for the start and stops when it is near.
    assert tables.start[place] @ values == pytest.approx([580.835383827], abs=5e-4)
    assert start == pytest.approx([580.835383827], abs=5e-4)
    assert tables.reach[place] @ values == pytest.approx([579.044150664], abs=2e-5)


# --- errors of the forecasts -------------------------------------------------------------


def add_up(sets: tuple[float, float, float], horizon: int) -> Array:
    """Return the covariance of forecast errors (Hyndman and others 2008, table 6.1, class 1)."""
    alpha, beta, phi = sets
    lived = [1.0] + [
        alpha + beta * sum(phi**power for power in range(1, step + 1)) for step in range(1, horizon)
    ]
    found = np.zeros((horizon, horizon))
    for first in range(horizon):
        for second in range(horizon):
            for step in range(min(first, second) + 1):
                found[first, second] += lived[step] * lived[step + abs(first - second)]
    return found


@pytest.mark.parametrize("place", [0, 17, 60, 131, 179])
def test_the_covariance_adds_up_how_each_later_error_lives_on(place: int) -> None:
    tables = tabulate(12, 8, trended=True)
    np.testing.assert_allclose(tables.shapes[place], add_up(DAMPED_SETS[place], 8), rtol=1e-12)
    level = tabulate(12, 8, trended=False)
    only = place % len(SETS)
    np.testing.assert_allclose(level.shapes[only], add_up(SETS[only], 8), rtol=1e-12)


def test_the_variances_grow_as_in_r() -> None:
    # fit <- ets(ts(LakeHuron[1:40]), model="AAN", damped=TRUE, alpha=0.3, beta=0.03, phi=0.9)
    # f <- forecast(fit, h=6, level=95); w <- f$upper - f$mean; (w / w[1])^2
    echo = [0.3 + 0.03 * sum(0.9**power for power in range(1, step + 1)) for step in range(1, 7)]
    found = np.diagonal(make_shapes(np.array([echo]))[0])
    expected = [1, 1.106929, 1.23034069, 1.3695965389, 1.52393001851, 1.69249585479]
    np.testing.assert_allclose(found, expected, rtol=1e-10)


def test_the_variances_of_simple_smoothing_grow_in_a_straight_line_as_in_r() -> None:
    # f <- forecast(ets(ts(LakeHuron[1:40]), model="ANN", alpha=0.3), h=6, level=95)
    tables = tabulate(40, 6, trended=False)
    found = np.diagonal(tables.shapes[LEVEL_GRID.index(0.3)])
    np.testing.assert_allclose(found, [1, 1.09, 1.18, 1.27, 1.36, 1.45], rtol=1e-12)


def state_vector(sets: tuple[float, float, float], number: int) -> tuple[Array, Array]:
    """Return the design and the covariance of values and forecasts as one normal vector."""
    alpha, beta, phi = sets
    size = 2 if phi else 1
    # A value is what the states and the errors so far make of it, and an error of its own.
    moved = np.eye(number)
    for late in range(number):
        for early in range(late):
            steps = range(1, late - early + 1)
            moved[late, early] = alpha + beta * sum(phi**power for power in steps)
    design = np.ones((number, size))
    if phi:
        design[:, 1] = [sum(phi**power for power in range(1, t + 2)) for t in range(number)]
    return design, moved @ moved.T


@pytest.mark.parametrize("gaps", [(4,), (0, 1), (13, 14), (0, 3, 8, 9, 14), (2, 4, 6, 8)])
@pytest.mark.parametrize("trended", [False, True])
def test_with_gaps_mean_and_covariance_are_those_of_a_normal_vector(
    gaps: tuple[int, ...], trended: bool
) -> None:
    rng = np.random.default_rng(3)
    values = make_gaps(np.cumsum(rng.normal(size=15)), *gaps)
    found = (smooth_damped if trended else smooth_level)(values[None], 4)
    sets = sets_of(found, trended=trended)
    begins = int((~np.isnan(values)).argmax())
    design, covariance = state_vector(sets, 19)
    mean, wanted = condition(design, covariance, values, surety=1e7)
    np.testing.assert_allclose(found.mean[0], mean, atol=1e-4)
    # The states at the start are taken as known, as they are where nothing is missing.
    whole = np.nan_to_num(values)
    _, with_start = condition(design, covariance, whole, surety=1e7)
    wanted = wanted - with_start + add_up(sets, 4)
    if not begins:
        unit = found.find_covariance()[0] / found.scale[0]
        np.testing.assert_allclose(unit, wanted, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("gaps", [(4,), (13, 14), (3, 8, 9, 14)])
@pytest.mark.parametrize("trended", [False, True])
def test_with_gaps_the_sum_of_squares_is_that_of_the_values_seen_and_near_the_least_of_the_grid(
    gaps: tuple[int, ...], trended: bool
) -> None:
    values = make_gaps(np.array(LAKE[:15]) - 580, *gaps)
    found = (smooth_damped if trended else smooth_level)(values[None], 4)
    squares = []
    for sets in DAMPED_SETS if trended else SETS:
        design, covariance = state_vector(sets, 15)
        seen = np.flatnonzero(~np.isnan(values))
        white = np.linalg.inv(np.linalg.cholesky(covariance[np.ix_(seen, seen)]))
        left = white @ values[seen]
        coefficients = np.linalg.lstsq(white @ design[seen], left, rcond=None)[0]
        squares.append(float(((left - white @ design[seen] @ coefficients) ** 2).sum()))
    freedom = max(15 - len(gaps) - (5 if trended else 2), 1)
    own = squares[int(found.place[0])]
    assert found.scale[0] * freedom == pytest.approx(own, rel=1e-6)
    assert own <= min(squares) * 1.02


# --- theta -------------------------------------------------------------------------------


@pytest.mark.parametrize("values", SERIES)
def test_theta_is_the_level_and_half_the_slope_of_a_line(values: list[float]) -> None:
    found = forecast_theta(np.array([values], float), 5)
    level = smooth_level(np.array([values], float), 5)
    alpha = SETS[int(found.place[0])][0]
    number = len(values)
    slope = np.polyfit(np.arange(number), values, 1)[0]
    # R's thetaf adds to the level: slope / 2 * (0:(h-1) + (1 - (1-alpha)^n) / alpha)
    for step in range(5):
        add = slope / 2 * (step + (1 - (1 - alpha) ** number) / alpha)
        wanted = look_ahead(values, (alpha, 0.0, 0.0), 1)[0] + add
        assert found.mean[0, step] == pytest.approx(wanted, rel=1e-8)
    assert found.find_covariance().tolist() == level.find_covariance().tolist()


def test_theta_is_near_that_of_r_where_the_grid_holds_nearly_its_parameter() -> None:
    # thetaf(ts(LakeHuron[1:40]), h=6), which finds alpha = 0.8701 and a drift of -0.02935
    found = forecast_theta(np.array([LAKE[:40]]), 6)
    expected = [578.952363, 578.923012, 578.893661, 578.864311, 578.834960, 578.805609]
    np.testing.assert_allclose(found.mean[0], expected, atol=0.02)
    np.testing.assert_allclose(np.diff(found.mean[0]), -0.0293508442777, rtol=1e-6)


# --- how well it fits --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "about"),
    [(smooth_level, {}), (smooth_damped, {"trend": "add", "damped_trend": True})],
)
@pytest.mark.parametrize("period", ["YEARLY", "QUARTERLY"])
def test_the_fit_on_a_grid_is_nearly_as_good_as_that_of_a_search_by_statsmodels(
    shared_data: Path, rule: Any, about: dict[str, Any], period: str
) -> None:
    table = pd.read_csv(shared_data / "m_competitions.csv.gz")
    table = table[(table.comp == "M3") & (table.period == period) & (table.part == "x")]
    ratios = []
    if about:
        about = about | {"bounds": {"damping_trend": (min(DAMPINGS), max(DAMPINGS))}}
    for name in table.sn.unique()[::32]:
        values = table[table.sn == name].sort_values("i").value.to_numpy(float)
        model = ExponentialSmoothing(values, initialization_method="estimated", **about)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # The search does not always end.
            peer = float((model.fit().resid ** 2).sum())
        found = rule(values[None], 1)
        ratios.append(found.scale[0] * found.freedom[0] / peer)
    assert np.median(ratios) <= 1.02
    assert np.quantile(ratios, 0.9) <= 1.06


def test_a_batch_is_the_same_as_one_after_another() -> None:
    rng = np.random.default_rng(8)
    values = rng.normal(size=(40, 14)).cumsum(axis=1)
    values[::3, 5] = np.nan
    values[::4, [2, 13]] = np.nan
    for rule in (smooth_level, smooth_damped, forecast_theta):
        whole = rule(values, 5)
        for row in range(40):
            alone = rule(values[row : row + 1], 5)
            assert alone.mean[0].tolist() == whole.mean[row].tolist()
            assert (alone.find_covariance()[0] == whole.find_covariance()[row]).all()

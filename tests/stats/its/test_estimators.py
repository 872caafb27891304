"""Coefficients and covariances, against statsmodels called directly and against R.

R 4.2.2 with its packages sandwich and nlme; ``d`` is the Sicilian data, with ``time`` 1 to 59,
``smokban`` one from month 37 on and ``hinge = (time - 37) * smokban``.
"""

import sys

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError, MissingExtraError
from obamodel.stats.its.design import Array, lay_out_lines
from obamodel.stats.its.estimators import (
    LineFit,
    choose_lags,
    fit_counts,
    fit_newey_west,
    fit_ordinary,
    fit_prais_winsten,
)
from obamodel.stats.least_squares import fit_least_squares
from tests.stats.its.sicily import ADMISSIONS, BAN, MONTHS, POPULATION

LINES = lay_out_lines(MONTHS, starts=BAN).columns
STEP = lay_out_lines(MONTHS, starts=BAN, slope_change=False).columns
KEPT = ~np.isin(np.arange(1, 60), [5, 20, 21, 50])


def errors_of(fit: LineFit) -> Array:
    return np.sqrt(np.diag(fit.covariance))


# --- least squares -----------------------------------------------------------------------


def test_the_ordinary_fit_is_that_of_our_own_least_squares_and_of_r() -> None:
    fit, own = fit_ordinary(LINES, ADMISSIONS), fit_least_squares(LINES, ADMISSIONS)
    np.testing.assert_allclose(fit.coefficients, own.coefficients, rtol=1e-10)
    np.testing.assert_allclose(errors_of(fit), own.standard_errors, rtol=1e-10)
    # R: coef(summary(lm(aces ~ time + smokban + hinge, d))), whose time begins at 1 and not at 0
    np.testing.assert_allclose(
        fit.coefficients[1:], [4.453410553411, -92.281815044858, 0.687893794416], rtol=1e-9
    )
    np.testing.assert_allclose(
        errors_of(fit)[1:], [0.891395513903, 29.342901414424, 1.960853916018], rtol=1e-9
    )
    assert fit.freedom == own.freedom == 55


# --- Newey and West ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lags", "small_sample", "errors"),
    [
        # R: sqrt(diag(NeweyWest(lm(...), lag = lags, prewhite = FALSE, adjust = small_sample)))
        (1, False, [0.610951697796, 25.481430797144, 1.573884092632]),
        (1, True, [0.632778241284, 26.391767177976, 1.630111859437]),
        (3, False, [0.68113931345, 29.25183149363, 1.72428605407]),
        (3, True, [0.705473343293, 30.296867254241, 1.785887003347]),
    ],
)
def test_newey_west_errors_are_those_of_r_and_of_statsmodels(
    lags: int, small_sample: bool, errors: list[float]
) -> None:
    fit = fit_newey_west(LINES, ADMISSIONS, MONTHS, lags=lags, small_sample=small_sample)
    np.testing.assert_allclose(errors_of(fit)[1:], errors, rtol=1e-9)
    direct = sm.OLS(ADMISSIONS, LINES).fit(
        cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": small_sample}
    )
    np.testing.assert_allclose(errors_of(fit), direct.bse, rtol=1e-9)
    np.testing.assert_allclose(fit.coefficients, direct.params, rtol=1e-12)


def test_newey_west_looks_four_steps_back_at_a_hundred_points() -> None:
    # 4 (n / 100)^(2/9): 4 * 0.5864 at 9 points, 4 * 0.8893 at 59, 4 at 100, 4 * 1.2765 at 300.
    assert [choose_lags(points) for points in (9, 59, 100, 300)] == [2, 3, 4, 5]
    by_rule = fit_newey_west(LINES, ADMISSIONS, MONTHS, lags=None, small_sample=True)
    assert by_rule.lags == 3


def test_newey_west_keeps_time_where_values_are_missing() -> None:
    # The sum over all pairs, written out: (1 - apart / (lags + 1)) times the two scores.
    design, values, steps = LINES[KEPT], ADMISSIONS[KEPT], MONTHS[KEPT]
    lags, points, number = 3, *design.shape
    bread = np.linalg.inv(design.T @ design)
    scores = design * (values - design @ bread @ design.T @ values)[:, None]
    apart = np.abs(np.subtract.outer(steps, steps))
    weights = np.clip(1 - apart / (lags + 1), 0, None)
    wanted = bread @ (scores.T @ weights @ scores) @ bread * points / (points - number)
    fit = fit_newey_west(design, values, steps, lags=lags, small_sample=True)
    np.testing.assert_allclose(fit.covariance, wanted, rtol=1e-8)


def test_newey_west_without_lags_is_the_estimate_of_white() -> None:
    fit = fit_newey_west(LINES, ADMISSIONS, MONTHS, lags=0, small_sample=False)
    direct = sm.OLS(ADMISSIONS, LINES).fit(cov_type="HC0")
    np.testing.assert_allclose(errors_of(fit), direct.bse, rtol=1e-9)


# --- Prais and Winsten -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kept", "echo", "coefficients", "errors"),
    [
        # R: repeat the two lines until rho is steady, beginning with lm(...)
        #    rho <- sum(e[-1] * e[-59]) / sum(e[-59]^2)
        #    gls(aces ~ time + smokban + hinge, d, corAR1(rho, form = ~time, fixed = TRUE))
        (
            np.ones(59, dtype=bool),
            0.219141826039,
            [4.412085001686, -89.289272112813, 0.598779223701],
            [1.08596342416, 34.80677196093, 2.39303687811],
        ),
        # R: the same without months 5, 20, 21 and 50, rho from the pairs of neighbours
        (
            KEPT,
            0.24894314743201,
            [4.51020136911947, -91.45033656702444, 0.58759012997293],
            [1.1427454356042, 36.1223678616442, 2.4968669928631],
        ),
    ],
)
def test_prais_winsten_is_generalised_least_squares_as_r_fits_it(
    kept: Array, echo: float, coefficients: list[float], errors: list[float]
) -> None:
    fit = fit_prais_winsten(LINES[kept], ADMISSIONS[kept], MONTHS[kept])
    assert fit.echo == pytest.approx(echo, abs=1e-9)
    np.testing.assert_allclose(fit.coefficients[1:], coefficients, rtol=1e-7)
    np.testing.assert_allclose(errors_of(fit)[1:], errors, rtol=1e-7)


def test_prais_winsten_is_statsmodels_gls_with_the_whole_matrix() -> None:
    design, values, steps = LINES[KEPT], ADMISSIONS[KEPT], MONTHS[KEPT]
    fit = fit_prais_winsten(design, values, steps)
    assert fit.echo is not None
    apart = np.abs(np.subtract.outer(steps, steps))
    direct = sm.GLS(values, design, sigma=fit.echo**apart).fit()
    np.testing.assert_allclose(fit.coefficients, direct.params, rtol=1e-9)
    np.testing.assert_allclose(fit.covariance, direct.cov_params(), rtol=1e-9)
    np.testing.assert_allclose(fit.errors, direct.wresid, rtol=1e-7, atol=1e-8)


def test_prais_winsten_keeps_the_first_point_as_the_textbook_weights_it() -> None:
    # Prais and Winsten (1954): the first row times the root of 1 - r^2, the others less r times
    # the one before.
    fit = fit_prais_winsten(LINES, ADMISSIONS, MONTHS)
    echo = fit.echo
    assert echo is not None
    first = np.sqrt(1 - echo**2)
    values = np.append(first * ADMISSIONS[0], ADMISSIONS[1:] - echo * ADMISSIONS[:-1])
    design = np.vstack([first * LINES[:1], LINES[1:] - echo * LINES[:-1]])
    by_hand = fit_least_squares(design, values)
    np.testing.assert_allclose(fit.coefficients, by_hand.coefficients, rtol=1e-10)
    np.testing.assert_allclose(errors_of(fit), by_hand.standard_errors, rtol=1e-10)


def test_prais_winsten_finds_the_echo_that_was_put_in() -> None:
    rng = np.random.default_rng(11)
    errors = np.zeros(2000)
    for step in range(1, 2000):
        errors[step] = 0.6 * errors[step - 1] + rng.normal()
    steps = np.arange(2000)
    fit = fit_prais_winsten(lay_out_lines(steps, starts=1000).columns, errors, steps)
    assert fit.echo == pytest.approx(0.6, abs=0.04)


@given(st.integers(0, 10_000), st.floats(-0.95, 0.95))
def test_prais_winsten_settles_on_short_series_whatever_their_echo(seed: int, echo: float) -> None:
    rng = np.random.default_rng(seed)
    values = np.zeros(12)
    for step in range(1, 12):
        values[step] = echo * values[step - 1] + rng.normal()
    steps = np.arange(12)
    fit = fit_prais_winsten(lay_out_lines(steps, starts=6).columns, values, steps)
    assert fit.echo is not None
    assert abs(fit.echo) <= 0.99
    assert np.isfinite(fit.covariance).all()


# --- counts ------------------------------------------------------------------------------


def test_the_tutorials_first_fit_is_found() -> None:
    # The published code of Lopez Bernal and others (2017), run in R; a rate ratio of 0.894:
    # m <- glm(aces ~ offset(log(stdpop)) + smokban + time, poisson, d); confint.default(m)
    fit = fit_counts(STEP, ADMISSIONS, POPULATION, spread=False)
    step, error = fit.coefficients[2], errors_of(fit)[2]
    found = np.exp([step, step - 1.959963984540 * error, step + 1.959963984540 * error])
    np.testing.assert_allclose(found, [0.89437650801819, 0.86468641679323, 0.92508604571511])
    assert fit.freedom == np.inf
    # R: summary(update(m, family = quasipoisson))$dispersion, with glm.control(epsilon = 1e-15)
    assert fit.dispersion == pytest.approx(3.559186763761)


def test_the_tutorials_seasonal_quasi_poisson_fit_is_found() -> None:
    # R: summary(glm(aces ~ offset(log(stdpop)) + smokban + time + hinge + harmonic(month, 2, 12),
    #    quasipoisson, d, control = glm.control(epsilon = 1e-15)))
    design = lay_out_lines(MONTHS, starts=BAN, season=2, steps_a_year=12).columns
    fit = fit_counts(design, ADMISSIONS, POPULATION, spread=True)
    np.testing.assert_allclose(
        fit.coefficients[1:4], [0.005102602197009, -0.130376943251003, 0.001482227997957], rtol=1e-8
    )
    np.testing.assert_allclose(
        errors_of(fit)[1:4], [0.0008745278392486, 0.029077222849865, 0.0018546308620578], rtol=1e-8
    )
    assert fit.dispersion == pytest.approx(2.274558329026)
    assert fit.freedom == 51


def test_counts_without_an_exposure_have_no_offset() -> None:
    fit = fit_counts(LINES, ADMISSIONS, None, spread=False)
    direct = sm.GLM(ADMISSIONS, LINES, family=sm.families.Poisson()).fit()
    np.testing.assert_allclose(fit.coefficients, direct.params, rtol=1e-7)
    np.testing.assert_allclose(fit.errors, direct.resid_deviance, rtol=1e-6, atol=1e-8)


def test_counts_that_run_away_towards_nought_have_no_answer() -> None:
    # Nothing is ever counted in the first quarter of a year.
    steps = np.arange(24)
    counts = np.where(steps % 4 == 0, 0.0, 9.0 + steps % 3)
    design = lay_out_lines(steps, starts=12, season=2, steps_a_year=4).columns
    with pytest.raises(InvalidError, match="the lines through the counts did not settle"):
        fit_counts(design, counts, None, spread=False)


# --- where statsmodels is not installed --------------------------------------------------


def test_without_statsmodels_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "statsmodels"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "statsmodels", None)
    with pytest.raises(MissingExtraError, match=r'run: pip install "obamodel\[its\]"'):
        fit_ordinary(LINES, ADMISSIONS)

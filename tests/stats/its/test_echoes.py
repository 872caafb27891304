"""What is still off the line at the next point."""

import numpy as np
import pytest
from statsmodels.stats.stattools import durbin_watson
from statsmodels.tsa.stattools import acf

from obamodel.stats.its.echoes import (
    find_autocorrelation,
    find_design_effect,
    find_durbin_watson,
)


def test_autocorrelation_is_that_of_statsmodels_where_nothing_is_missing() -> None:
    errors = np.random.default_rng(3).normal(size=40)
    errors -= errors.mean()
    np.testing.assert_allclose(find_autocorrelation(errors, 10), acf(errors, nlags=10, fft=False))


def test_errors_far_apart_do_not_close_up_over_a_missing_one() -> None:
    # By hand: the squares add up to 4; only 1 and 2 are neighbours, only 1 and 3 two apart.
    errors = np.array([1.0, 1.0, np.nan, -1.0, np.nan, np.nan, 1.0])
    assert find_autocorrelation(errors, 3).tolist() == [1, 0.25, -0.25, -0.5]


def test_durbin_watson_is_that_of_statsmodels() -> None:
    errors = np.random.default_rng(4).normal(size=30)
    assert find_durbin_watson(errors) == pytest.approx(durbin_watson(errors))


def test_durbin_watson_is_not_given_where_a_value_is_missing() -> None:
    assert find_durbin_watson(np.array([1.0, np.nan, -1.0])) is None


def test_the_design_effect_is_the_variance_of_a_mean_over_that_without_echoes() -> None:
    # The mean of a long AR(1) series: its variance is the sum of all entries of r^|i-j| over n^2.
    points, echo = 1000, 0.6
    apart = np.abs(np.subtract.outer(np.arange(points), np.arange(points)))
    assert find_design_effect(echo) == pytest.approx((echo**apart).sum() / points, rel=5e-3)
    assert find_design_effect(0) == 1

"""What was fitted, between which limits."""

import numpy as np
import pytest

from obamodel.stats.its.design import lay_out_lines
from obamodel.stats.its.estimates import find_quantile, list_estimates, weigh_slopes
from obamodel.stats.its.estimators import LineFit

DESIGN = lay_out_lines(np.arange(8), starts=4)
FIT = LineFit(
    coefficients=np.array([10.0, 1.0, -3.0, 2.0]),
    covariance=np.diag([1.0, 1.0, 4.0, 1.0]),
    freedom=10.0,
    errors=np.zeros(8),
)


def test_quantiles_are_those_of_printed_tables() -> None:
    # Student's t, 97.5%: 12.706 (1), 2.228 (10), 2.000 (60), 1.960 (normal).
    found = [find_quantile(freedom) for freedom in (1, 10, 60, np.inf)]
    assert found == pytest.approx([12.706, 2.228, 2.000, 1.960], abs=5e-4)


def test_limits_are_so_many_errors_away() -> None:
    level, slope = list(list_estimates(DESIGN, FIT, is_ratio=False))[2:]
    assert (level.term, level.value, level.standard_error) == ("level_change", -3, 2)
    assert (level.lower, level.upper) == pytest.approx((-3 - 2 * 2.228139, -3 + 2 * 2.228139))
    assert not level.is_clear
    # t = 2 on 10 degrees of freedom: two-sided 0.0734 (R: 2 * pt(-2, 10)).
    assert slope.p_value == pytest.approx(0.07338803)
    assert not slope.is_clear


def test_a_ratio_is_clear_when_one_lies_outside_its_limits() -> None:
    fit = LineFit(
        coefficients=np.log([10.0, 1.0, 0.5, 1.1]),
        covariance=np.diag([0.01, 0.01, 0.01, 0.01]),
        freedom=np.inf,
        errors=np.zeros(8),
    )
    level, slope = list(list_estimates(DESIGN, fit, is_ratio=True))[2:]
    assert level.value == pytest.approx(0.5)
    assert (level.lower * level.upper) ** 0.5 == pytest.approx(0.5)
    assert level.no_change == 1
    assert (level.is_clear, slope.is_clear) == (True, False)


def test_one_slope_is_weighed_by_the_square_of_its_t() -> None:
    found = weigh_slopes(DESIGN, FIT)
    assert found is not None
    assert found.terms == ("slope_change",)
    assert found.statistic == pytest.approx(4)
    assert found.freedom == (1, 10.0)
    assert found.p_value == pytest.approx(0.07338803)


def test_two_slopes_are_weighed_together_with_their_covariance() -> None:
    # By hand: (2, 1) over [[2, 1], [1, 1]] is (1, 0), and 2 * 1 + 1 * 0 is 2; by two terms, 1.
    design = lay_out_lines(np.arange(12), starts=4, after=8)
    covariance = np.eye(6)
    covariance[np.ix_([3, 5], [3, 5])] = [[2.0, 1.0], [1.0, 1.0]]
    fit = LineFit(
        coefficients=np.array([0.0, 0, 0, 2, 0, 1]),
        covariance=covariance,
        freedom=10.0,
        errors=np.zeros(12),
    )
    found = weigh_slopes(design, fit)
    assert found is not None
    assert found.statistic == pytest.approx(1)
    assert found.freedom == (2, 10.0)
    # R: pf(1, 2, 10, lower.tail = FALSE), which is (1 + 2/10)^-5.
    assert found.p_value == pytest.approx(1.2**-5)


def test_without_a_change_of_slope_there_is_nothing_to_weigh() -> None:
    design = lay_out_lines(np.arange(8), starts=4, slope_change=False)
    assert weigh_slopes(design, FIT) is None

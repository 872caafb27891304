"""How many standard errors make an interval."""

import numpy as np
import pytest
from scipy import stats

from obamodel.stats.forecasting.quantiles import INNER, OUTER, find_quantile


@pytest.mark.parametrize("level", [OUTER, INNER, 0.5])
def test_the_quantile_is_that_of_students_t_or_normal_for_freedom_without_end(
    level: float,
) -> None:
    freedom = np.array([1.0, 2.0, 5.0, 9.5, 30.0, 1e4, np.inf])
    upper = (1 + level) / 2
    wanted = np.append(stats.t.ppf(upper, freedom[:-1]), stats.norm.ppf(upper))
    np.testing.assert_allclose(find_quantile(level, freedom), wanted, rtol=1e-10)


@pytest.mark.parametrize("one", [4.0, np.inf])
def test_one_number_for_all_is_the_same_as_for_each(one: float) -> None:
    mixed = find_quantile(0.95, np.array([one, 7.0]))[0]
    assert find_quantile(0.95, np.full(3, one)).tolist() == [mixed] * 3
    assert float(find_quantile(0.95, one)) == mixed


def test_the_tables_of_every_textbook() -> None:
    found = find_quantile(0.95, np.array([5.0, 10.0, np.inf]))
    assert found.round(3).tolist() == [2.571, 2.228, 1.96]


def test_no_series_has_no_quantile() -> None:
    assert find_quantile(0.95, np.zeros(0)).tolist() == []

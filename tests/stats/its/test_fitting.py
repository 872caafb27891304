"""The whole way from a series to its answer, against R.

R 4.2.2 with its packages sandwich and lmtest; ``d`` is the Sicilian data, with ``time`` 1 to 59,
``smokban`` one from month 37 on and ``hinge = (time - 37) * smokban``. Newey-West errors are
``V <- NeweyWest(o, lag = 3, prewhite = FALSE, adjust = TRUE)``.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.errors import InvalidError
from obamodel.stats.its import Estimate, FitMethod, InterruptedSeries, fit_interrupted
from tests.stats.its.sicily import ADMISSIONS, make_rates, make_series

LINEAR = ["ols", "newey-west", "prais-winsten"]


def limits_of(one: Estimate | None) -> tuple[float, float, float]:
    assert one is not None
    return one.value, one.lower, one.upper


# --- against R ---------------------------------------------------------------------------


def test_newey_west_finds_what_r_finds() -> None:
    # R: o <- lm(aces ~ time + smokban + hinge, d); coef(o) +- qt(.975, 55) * sqrt(diag(V))
    found = fit_interrupted(make_series(), starts="2005-01")
    assert found.method is FitMethod.NEWEY_WEST
    assert found.lags == 3
    wanted = (-92.2818150448582, -152.998093815724, -31.565536273993)
    assert limits_of(found.level_change) == pytest.approx(wanted)
    wanted = (0.6878937944156, -2.891103738185, 4.266891327016)
    assert limits_of(found.slope_change) == pytest.approx(wanted)
    # R: waldtest(o, lm(aces ~ time + smokban, d), vcov = V)
    assert found.slope_test is not None
    assert found.slope_test.statistic == pytest.approx(0.14837, abs=5e-6)
    assert found.slope_test.p_value == pytest.approx(0.70159, abs=5e-6)
    assert found.slope_test.freedom == (1, 55.0)
    # R: acf(residuals(o)); dwtest(o)
    assert found.autocorrelation[:3] == pytest.approx(
        [0.2184242579947, 0.3644038582705, -0.0861437931393]
    )
    assert len(found.autocorrelation) == 59 // 4
    assert found.durbin_watson == pytest.approx(1.56298315274)


def test_an_end_adds_a_third_line_as_in_r() -> None:
    # R: o <- lm(aces ~ time + smokban + hinge + I(time >= 49) + I((time - 49) * (time >= 49)), d)
    found = fit_interrupted(make_series(), starts="2005-01", ends="2005-12", method="ols")
    wanted = {
        "level_change": (-91.800488400488, 33.8535884318714, 9.004258868240e-03),
        "slope_change": (-1.656207756208, 4.4977971819812, 7.141710818241e-01),
        "level_change_after_end": (103.803030303030, 44.0986825850757, 2.231842796802e-02),
        "slope_change_after_end": (-10.179020979021, 6.6990707835650, 1.345883554931e-01),
    }
    for term, numbers in wanted.items():
        one = found.find(term)
        assert one is not None
        assert (one.value, one.standard_error, one.p_value) == pytest.approx(numbers)
    # R: waldtest(o, lm(aces ~ time + smokban + I(time >= 49), d))
    assert found.slope_test is not None
    assert found.slope_test.statistic == pytest.approx(2.72884, abs=5e-6)
    assert found.slope_test.p_value == pytest.approx(0.074475, abs=5e-7)
    assert found.slope_test.freedom == (2, 53.0)
    assert (found.points_before, found.points_since, found.points_after) == (36, 12, 11)
    assert found.level_change_after_end is found.find("level_change_after_end")
    assert found.slope_change_after_end is found.find("slope_change_after_end")


def test_a_seasonal_rate_of_events_is_fitted_as_in_r() -> None:
    # R: m <- glm(aces ~ offset(log(stdpop)) + time + smokban + hinge + harmonic(month, 2, 12),
    #    quasipoisson, d, control = glm.control(epsilon = 1e-15)); exp(coef +- qt(.975, 51) * se)
    found = fit_interrupted(
        make_rates(), starts="2005-01", method="quasi-poisson", season=2, offset="denominators"
    )
    wanted = (0.8777645011489, 0.8279919027516, 0.9305290509688)
    assert limits_of(found.level_change) == pytest.approx(wanted)
    assert found.dispersion == pytest.approx(2.274558329026)
    assert found.level_change.is_ratio


def test_a_count_with_an_offset_has_the_ratios_of_its_rate() -> None:
    rates = make_rates()
    counts = make_series(
        observations=[
            type(one)(period=one.period, value=one.numerator, denominator=one.denominator)
            for one in rates.observations
        ]
    )
    how: dict[str, Any] = {"starts": "2005-01", "method": "poisson", "offset": "denominators"}
    by_rate, by_count = fit_interrupted(rates, **how), fit_interrupted(counts, **how)
    assert limits_of(by_count.level_change) == pytest.approx(limits_of(by_rate.level_change))
    assert by_count.points[50].fitted == pytest.approx(
        (by_rate.points[50].fitted or 0) * (rates.denominators[50] or 0) / 100_000
    )


def test_a_step_alone_has_no_slope_to_test() -> None:
    # R: exp(confint.default(glm(aces ~ offset(log(stdpop)) + smokban + time, poisson, d)))
    found = fit_interrupted(
        make_rates(), starts="2005-01", method="poisson", offset="denominators", slope_change=False
    )
    wanted = (0.89437650801819, 0.86468641679323, 0.92508604571511)
    assert limits_of(found.level_change) == pytest.approx(wanted)
    assert found.slope_change is None
    assert found.slope_test is None


def test_poisson_tests_a_slope_by_chi_square() -> None:
    found = fit_interrupted(make_series(), starts="2005-01", method="poisson")
    assert found.slope_test is not None
    assert found.slope_change is not None
    # One term: the chi-square is the square of the normal number, and both say the same.
    assert found.slope_test.statistic == pytest.approx(found.slope_change.statistic**2)
    assert found.slope_test.p_value == pytest.approx(found.slope_change.p_value)
    assert found.slope_test.freedom == (1, np.inf)


# --- laws --------------------------------------------------------------------------------


def changes_of(found: InterruptedSeries) -> np.ndarray[Any, Any]:
    return np.array([limits_of(found.level_change), limits_of(found.slope_change)])


@pytest.mark.parametrize("method", LINEAR)
@settings(max_examples=20)
@given(
    times=st.floats(0.01, 100),
    plus=st.floats(-1000, 1000),
    slope=st.floats(-50, 50),
    turned=st.booleans(),
)
def test_another_unit_or_a_line_added_moves_nothing_else(
    method: str, times: float, plus: float, slope: float, turned: bool
) -> None:
    by = -times if turned else times
    plain = make_series(kind=SeriesKind.SCORE)
    moved = make_series(by * ADMISSIONS + plus + slope * np.arange(59), kind=SeriesKind.SCORE)
    one = changes_of(fit_interrupted(plain, starts="2005-01", method=method)) * by
    other = changes_of(fit_interrupted(moved, starts="2005-01", method=method))
    if turned:
        one = one[:, [0, 2, 1]]
    np.testing.assert_allclose(other, one, rtol=1e-5, atol=1e-5 * times)


@pytest.mark.parametrize("method", [*LINEAR, "quasi-poisson"])
def test_other_years_give_the_same_changes(method: str) -> None:
    series = make_series()
    later = make_series(
        observations=[
            type(one)(period=one.period.shift(120), value=one.value) for one in series.observations
        ]
    )
    np.testing.assert_allclose(
        changes_of(fit_interrupted(later, starts="2015-01", method=method, season=1)),
        changes_of(fit_interrupted(series, starts="2005-01", method=method, season=1)),
        rtol=1e-7,
    )


def test_a_missing_value_is_left_out_and_time_is_kept() -> None:
    values = [None if month in (4, 19, 20, 49) else one for month, one in enumerate(ADMISSIONS)]
    found = fit_interrupted(make_series(values), starts="2005-01", method="prais-winsten")
    # R: gls() without months 5, 20, 21 and 50; see test_estimators.py.
    assert found.level_change.value == pytest.approx(-91.45033656702444)
    assert found.echo == pytest.approx(0.24894314743201)
    assert (found.points_before, found.points_since, found.points_used) == (33, 22, 55)
    assert found.durbin_watson is None
    assert found.design_effect == pytest.approx((1 + found.echo) / (1 - found.echo))
    assert found.effective_points == pytest.approx(55 / found.design_effect)


def test_the_start_belongs_to_the_time_since_the_start() -> None:
    found = fit_interrupted(make_series(), starts="2005-01")
    assert [str(point.part) for point in found.points[35:37]] == ["before", "since the start"]
    assert found.starts == found.points[36].period


def test_missing_values_beside_the_start_do_not_move_it() -> None:
    values = [None if month == 36 else one for month, one in enumerate(ADMISSIONS)]
    found = fit_interrupted(make_series(values), starts="2005-01", method="ols")
    kept = np.arange(59) != 36
    time = np.arange(59)[kept]
    since = (time >= 36).astype(float)
    design = np.column_stack([np.ones(58), time, since, since * (time - 36)])
    wanted = np.linalg.lstsq(design, ADMISSIONS[kept], rcond=None)[0]
    assert found.level_change.value == pytest.approx(wanted[2])


def test_pooled_years_that_follow_each_other_count_as_one_step_each() -> None:
    texts = [f"{year}-{year + 2}" for year in range(1980, 2010, 3)]
    values = [5.0, 6, 5, 7, 6, 3, 4, 2, 4, 3]
    how: dict[str, Any] = {
        "id": "rate",
        "name": "Rate",
        "kind": SeriesKind.SCORE,
        "unit": "points",
        "polarity": Polarity.LOW,
    }
    pooled = Series.from_dict(dict(zip(texts, values, strict=True)), pooled=3, **how)
    single = Series.from_dict(dict(zip(range(2001, 2011), values, strict=True)), **how)
    np.testing.assert_allclose(
        changes_of(fit_interrupted(pooled, starts="1995-1997", method="ols")),
        changes_of(fit_interrupted(single, starts="2006", method="ols")),
    )


# --- refusals, and real data --------------------------------------------------------------


def test_counts_that_are_all_alike_leave_nothing_to_judge_by() -> None:
    with pytest.raises(InvalidError, match="every value lies on the lines"):
        fit_interrupted(make_series([5.0] * 20), starts="2003-01", method="quasi-poisson")


def test_monthly_deaths_of_england_and_wales_read_sensibly(shared_data: Path) -> None:
    table = pd.read_csv(shared_data / "deaths_temps_england_wales.csv")
    values = pd.Series(table["deaths"].tolist(), index=pd.PeriodIndex(table["date"], freq="M"))
    series = Series.from_pandas(
        values,
        id="deaths",
        name="Deaths in England and Wales",
        kind=SeriesKind.COUNT,
        unit="deaths",
        polarity=Polarity.LOW,
    )
    found = fit_interrupted(series, starts="Mar 2020", season=2, method="prais-winsten")
    # Far more died in the spring of 2020 than the years before had led anyone to expect.
    assert found.level_change.lower > 5000
    assert found.find("season_cosine_1").value > 3000  # type: ignore[union-attr]  # it is there
    assert (found.points_before, found.points_since) == (170, 27)
    assert "above where the line before it leads" in str(found)

"""Where the lines lie at each point."""

import numpy as np
import pytest

from obamodel.domain.series import SeriesKind
from obamodel.stats.its import FittedPoint, Part, fit_interrupted
from tests.stats.its.sicily import ADMISSIONS, make_rates, make_series


def numbers_of(point: FittedPoint) -> list[float | None]:
    return [
        *(point.fitted, point.counterfactual),
        *(point.counterfactual_lower, point.counterfactual_upper),
        *(point.difference, point.difference_lower, point.difference_upper),
    ]


def test_the_last_point_is_where_r_puts_it() -> None:
    # R: x %*% coef(o) +- qt(.975, 55) * sqrt(x %*% V %*% x), with x for the line, and for the gap
    #    o <- lm(aces ~ time + smokban + hinge, d); V <- NeweyWest(o, 3, FALSE, adjust = TRUE)
    last = fit_interrupted(make_series(), starts="2005-01").points[-1]
    assert numbers_of(last) == pytest.approx(
        [
            914.076086957,
            *(991.224238524, 926.965298888, 1055.483178160),
            *(-77.14815156772, -159.64244516496, 5.34614202953),
        ]
    )
    assert last.residual == pytest.approx(912 - 914.076086957)


def test_the_last_rate_is_where_r_puts_it() -> None:
    # R: the same on the logarithm, for the quasi-Poisson fit with two pairs of waves
    found = fit_interrupted(
        make_rates(), starts="2005-01", method="quasi-poisson", season=2, offset="denominators"
    )
    assert numbers_of(found.points[-1]) == pytest.approx(
        [
            246.192586550,
            *(271.478250932, 252.513884257, 291.866884650),
            *(0.906859336634, 0.835611222939, 0.984182397104),
        ]
    )


def test_before_the_start_there_is_no_other_line() -> None:
    before = fit_interrupted(make_series(), starts="2005-01").points[35]
    assert before.part is Part.BEFORE
    assert numbers_of(before)[1:] == [None] * 6
    assert before.fitted is not None


def test_the_change_of_level_is_the_gap_at_the_start() -> None:
    found = fit_interrupted(make_series(), starts="2005-01")
    assert found.points[36].difference == pytest.approx(found.level_change.value)
    assert found.points[36].difference_lower == pytest.approx(found.level_change.lower)


def test_after_the_end_the_first_line_is_still_the_one_compared_with() -> None:
    found = fit_interrupted(make_series(), starts="2005-01", ends="2005-12", method="ols")
    before = [point.fitted or 0.0 for point in found.points[:2]]
    ahead = before[0] + 58 * (before[1] - before[0])
    assert found.points[-1].counterfactual == pytest.approx(ahead)
    assert found.points[-1].part is Part.AFTER_END


def test_without_its_season_a_line_is_straight() -> None:
    found = fit_interrupted(make_series(), starts="2005-01", season=2)
    line = np.array([point.line for point in found.points], dtype=float)
    fitted = np.array([point.fitted for point in found.points], dtype=float)
    ahead = np.array([point.counterfactual_line for point in found.points[36:]], dtype=float)
    for part in (line[:36], line[36:], ahead):
        np.testing.assert_allclose(np.diff(part, 2), 0, atol=1e-9)
    # Over whole years the season comes to nothing.
    assert (fitted - line)[:12].sum() == pytest.approx(0, abs=1e-9)
    assert np.abs(fitted - line).max() > 10


def test_a_missing_value_has_a_place_on_the_line_and_no_residual() -> None:
    values = [None if month == 40 else one for month, one in enumerate(ADMISSIONS)]
    point = fit_interrupted(make_series(values), starts="2005-01").points[40]
    assert point.value is None
    assert point.residual is None
    assert point.fitted is not None


def test_nothing_is_said_of_a_line_where_no_value_can_be() -> None:
    falling = [20.0 - 2 * month + month % 2 for month in range(10)]
    level = [2.0 + month % 2 for month in range(10)]
    found = fit_interrupted(make_series([*falling, *level]), starts="2002-11", method="ols")
    last, first = found.points[-1], found.points[10]
    assert numbers_of(last)[1:] == [None] * 6
    assert last.fitted is not None
    assert first.counterfactual is not None
    # The limits end where the values that can be end.
    assert first.counterfactual_lower == 0
    assert any("leads where no value can be" in caveat for caveat in found.caveats)
    score = make_series([*falling, *level], kind=SeriesKind.SCORE)
    free = fit_interrupted(score, starts="2002-11", method="ols").points[-1]
    assert free.counterfactual is not None
    assert free.counterfactual < 0


def test_a_share_is_never_said_to_be_above_all() -> None:
    rising = [48.0 + 4 * month + 7 * (month % 2) for month in range(10)]
    share = make_series(
        [*rising, *(85.0 + 9 * (month % 3) / 2 for month in range(10))],
        kind=SeriesKind.SHARE,
        per=100,
        unit="%",
    )
    found = fit_interrupted(share, starts="2002-11", method="ols")
    assert found.points[-1].counterfactual is None
    tops = [point.counterfactual_upper for point in found.points]
    assert max(top for top in tops if top is not None) == 100

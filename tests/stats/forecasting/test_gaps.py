"""What stood where a value is missing, as far as the others tell."""

import numpy as np
import pytest
from scipy import optimize

from obamodel.stats.forecasting.forecasts import forecast_values
from obamodel.stats.forecasting.gaps import draw_lines_across, fill_gaps, find_gaps
from obamodel.stats.forecasting.smoothing import tabulate
from obamodel.stats.forecasting.straight_lines import tabulate_lines
from tests.stats.forecasting.building import Array, make_gaps
from tests.stats.forecasting.examples import LAKE, NILE

GAPS = [(5,), (0,), (19,), (0, 1, 2), (17, 18, 19), (3, 4, 11), (0, 7, 8, 19), tuple(range(3, 12))]


def test_gaps_are_found_with_a_mark_where_a_series_has_fewer() -> None:
    missing = np.array([[False, True, True], [False, False, True], [False, False, False]])
    places, is_gap = find_gaps(missing)
    assert is_gap.tolist() == [[True, True], [True, False], [False, False]]
    assert places[is_gap].tolist() == [1, 2, 2]


@pytest.mark.parametrize("gaps", GAPS)
def test_a_line_across_a_gap_is_that_of_linear_interpolation(gaps: tuple[int, ...]) -> None:
    values = make_gaps(LAKE[:20], *gaps)
    held = np.flatnonzero(~np.isnan(values))
    wanted = np.interp(np.arange(20), held, values[held])
    found = draw_lines_across(values[None], np.isnan(values)[None])
    np.testing.assert_allclose(found[0], wanted, rtol=1e-14)


def find_least(values: Array, form: Array) -> Array:
    """Fill the gaps by a search, from the middle of the values."""
    gone = np.isnan(values)

    def measure(guess: Array) -> tuple[float, Array]:
        filled = values.copy()
        filled[gone] = guess
        return float(filled @ form @ filled), 2 * (form @ filled)[gone]

    found = optimize.minimize(
        measure, np.zeros(gone.sum()), jac=True, method="BFGS", options={"gtol": 1e-11}
    )
    filled = values.copy()
    filled[gone] = found.x
    return filled


@pytest.mark.parametrize("gaps", GAPS)
@pytest.mark.parametrize("trended", [False, True])
def test_a_gap_is_filled_with_what_makes_the_sum_of_squares_least(
    gaps: tuple[int, ...], trended: bool
) -> None:
    values = make_gaps(np.array(NILE[:20]) / 100 - 10, *gaps)
    tables = tabulate(20, 4, trended=trended)
    place = np.array([len(tables.sets) // 2])
    found, _ = fill_gaps(
        values[None], find_gaps(np.isnan(values)[None]), place, tables.forms, tables.reach
    )
    wanted = find_least(values, tables.forms[place[0]])
    np.testing.assert_allclose(found[0], wanted, atol=2e-6)


@pytest.mark.parametrize("gaps", GAPS)
def test_what_stays_unsure_of_a_gap_moves_the_forecasts_as_far_as_they_move_with_it(
    gaps: tuple[int, ...],
) -> None:
    values = make_gaps(LAKE[:20], *gaps)
    tables = tabulate_lines(20, 3)
    form, reach = tables.forms[60], tables.reach[60]
    _, extra = fill_gaps(
        values[None], find_gaps(np.isnan(values)[None]), np.array([60]), tables.forms, tables.reach
    )
    at = list(gaps)
    wanted = reach[:, at] @ np.linalg.inv(form[np.ix_(at, at)]) @ reach[:, at].T
    np.testing.assert_allclose(extra[0].T @ extra[0], wanted, rtol=1e-7, atol=1e-12)


def test_a_series_is_filled_alike_whatever_gaps_others_have() -> None:
    rng = np.random.default_rng(4)
    values = np.stack([make_gaps(rng.normal(size=20), *gaps) for gaps in GAPS])
    tables = tabulate(20, 4, trended=True)
    place = np.arange(len(GAPS)) * 20
    whole = fill_gaps(values, find_gaps(np.isnan(values)), place, tables.forms, tables.reach)
    for row, gaps in enumerate(GAPS):
        only = slice(row, row + 1)
        alone = fill_gaps(
            values[only],
            find_gaps(np.isnan(values[only])),
            place[only],
            tables.forms,
            tables.reach,
        )
        assert alone[0][0].tolist() == whole[0][row].tolist()
        assert alone[1][0].tolist() == whole[1][row, : len(gaps)].tolist()
        assert not whole[1][row, len(gaps) :].any()


@pytest.mark.parametrize("method", ["average", "drift", "last", "level", "mean", "trend"])
def test_what_is_missing_before_the_first_value_changes_nothing(method: str) -> None:
    values = np.array(LAKE[:12])
    plain = forecast_values(values, 4, method=method)
    later = forecast_values(np.concatenate([np.full(9, np.nan), values]), 4, method=method)
    assert later.mean.tolist() == plain.mean.tolist()
    assert later.find_covariance().tolist() == plain.find_covariance().tolist()
    assert later.seen.tolist() == [12.0]


def test_a_value_missing_at_the_end_makes_the_forecast_less_sure() -> None:
    whole = forecast_values(LAKE[:20], 4)
    late = forecast_values(make_gaps(LAKE[:20], 18, 19), 4)
    assert (np.diagonal(late.find_covariance()[0]) > np.diagonal(whole.find_covariance()[0])).all()
    assert late.seen.tolist() == [18.0]

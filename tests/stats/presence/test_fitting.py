"""Is the distance of all groups together, and its chance, what tables and R say?"""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.stats.presence.fitting import Fit, FitMethod, measure_fit, measure_split

MENDEL = np.array([315.0, 101, 108, 32]), np.array([9.0, 3, 3, 1]) / 16
# The example of R's chisq.test in which one of five groups has 1.86 expected.
FEW = np.array([89.0, 37, 30, 28, 2]), np.array([0.40, 0.20, 0.20, 0.19, 0.01])
PARTY = np.array([762.0, 327, 468]), np.array([484.0, 239, 477])


def test_mendel_s_peas_are_as_published() -> None:
    fit = measure_fit(*MENDEL)
    assert fit.statistic == pytest.approx(0.470024, abs=5e-7)
    assert fit.chance == pytest.approx(0.925426, abs=5e-7)
    assert (fit.freedom, fit.method) == (3, FitMethod.CHI_SQUARE)


def test_shares_are_those_of_r_s_example_with_rescaled_shares() -> None:
    # chisq.test(c(89, 37, 30, 28, 2), p = c(40, 20, 20, 15, 5), rescale.p = TRUE)
    fit = measure_fit(FEW[0], np.array([40.0, 20, 20, 15, 5]) / 100)
    assert fit.statistic == pytest.approx(9.99014336918, rel=1e-11)
    assert fit.chance == pytest.approx(0.04059404334, rel=1e-8)
    assert fit.freedom == 4


def test_where_fewer_than_five_are_expected_and_outcomes_are_many_they_are_drawn() -> None:
    # chisq.test(x, p = p, simulate.p.value = TRUE, B = 1e6): 5.7947, p about 0.2102
    fit = measure_fit(*FEW)
    assert fit.statistic == pytest.approx(5.7947085456, rel=1e-10)
    assert fit.method is FitMethod.MONTE_CARLO
    assert fit.smallest_expected == pytest.approx(1.86)
    assert fit.chance == pytest.approx(0.2102, abs=4 * math.sqrt(0.21 * 0.79 / 99_999))
    assert fit.draws == 99_999


def test_where_outcomes_are_few_they_are_all_counted_out() -> None:
    # R 4, by the sum of dmultinom over all 55 outcomes whose chi-square is as large
    fit = measure_fit(np.array([2.0, 2, 5]), np.array([0.5, 0.3, 0.2]))
    assert fit.statistic == pytest.approx(7.259259259, rel=1e-9)
    assert fit.chance == pytest.approx(0.026805235, rel=1e-8)
    assert (fit.method, fit.outcomes) == (FitMethod.EXACT, 55)


def test_exact_and_drawn_agree_where_both_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    counts, shares = np.array([1.0, 6, 2, 9]), np.array([0.1, 0.4, 0.3, 0.2])
    exact = measure_fit(counts, shares)
    monkeypatch.setattr("obamodel.stats.presence.fitting.MOST_OUTCOMES", 0)
    drawn = measure_fit(counts, shares)
    assert (exact.method, drawn.method) == (FitMethod.EXACT, FitMethod.MONTE_CARLO)
    within = 4 * math.sqrt(exact.chance * (1 - exact.chance) / 99_999)
    assert drawn.chance == pytest.approx(exact.chance, abs=within)


def test_the_party_table_is_as_published() -> None:
    fit = measure_split(*PARTY)
    assert fit.statistic == pytest.approx(30.070149, abs=5e-7)
    assert fit.chance == pytest.approx(2.953589e-07, rel=1e-6)
    assert fit.freedom == 2


def test_a_small_table_is_counted_out_with_both_margins_kept() -> None:
    # R 4, over the 14 tables with these margins; chisq.test(simulate.p.value = TRUE): about 0.0532
    fit = measure_split(np.array([3.0, 1, 0]), np.array([1.0, 2, 6]))
    assert fit.statistic == pytest.approx(6.34953703704, rel=1e-11)
    assert fit.chance == pytest.approx(0.05314685315, rel=1e-9)
    assert (fit.method, fit.outcomes) == (FitMethod.EXACT, 14)


def test_a_table_of_two_by_two_is_without_yates_s_correction() -> None:
    # chisq.test(matrix(c(12, 5, 7, 7), ncol = 2), correct = FALSE)
    fit = measure_split(np.array([12.0, 5]), np.array([7.0, 7]))
    assert fit.statistic == pytest.approx(1.371646, abs=5e-7)
    assert fit.chance == pytest.approx(0.2415293, abs=5e-8)


def test_the_same_seed_gives_the_same_chance_and_another_seed_hardly_another_one() -> None:
    chances = [measure_fit(*FEW, rng=seed).chance for seed in (None, None, 5, 6)]
    assert chances[0] == chances[1]
    assert len({*chances[1:]}) == 3
    assert max(chances) - min(chances) < 0.01
    given = measure_fit(*FEW, rng=np.random.default_rng(5)).chance
    assert given == chances[2]


def test_the_chance_of_what_was_drawn_is_never_none() -> None:
    counts = np.array([0.0, 0, 0, 0, 900])
    fit = measure_fit(counts, np.array([0.5, 0.3, 0.1, 0.099, 0.001]), draws=99)
    assert (fit.method, fit.chance) == (FitMethod.MONTE_CARLO, 0.01)


def test_the_caveat_says_which_way_was_taken_and_why() -> None:
    assert measure_fit(*MENDEL).caveats == ()
    (drawn,) = measure_fit(*FEW).caveats
    assert drawn == (
        "In one group only 1.9 are expected, fewer than 5, so the usual chi-square distribution "
        "was not used: 99,999 outcomes were drawn by lot."
    )
    (counted,) = measure_fit(np.array([2.0, 2, 5]), np.array([0.5, 0.3, 0.2])).caveats
    assert counted.endswith("all 55 outcomes there can be were counted out.")


def test_a_fit_says_itself_and_makes_a_row() -> None:
    fit = measure_fit(*MENDEL)
    assert str(fit) == (
        "Chi-square 0.47 on 3 degrees of freedom; chi-square distribution: chance alone goes as "
        "far about 925 times in 1,000. Cohen's w is 0.03."
    )
    (row,) = fit.to_frame().to_dict("records")
    assert row["p"] == fit.chance
    assert math.isnan(row["draws"])
    assert "<p>Chi-square 0.47" in fit._repr_html_()
    with pytest.raises(TypeError, match="Fit is neither true nor false"):
        bool(fit)


@st.composite
def groups(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    size = draw(st.integers(2, 4))
    counts = draw(st.lists(st.integers(0, 12), min_size=size, max_size=size))
    weights = draw(st.lists(st.integers(1, 20), min_size=size, max_size=size))
    counts[0] += 1
    return np.array(counts, dtype=float), np.array(weights) / sum(weights)


def close(one: Fit, other: Fit) -> bool:
    return (
        math.isclose(one.statistic, other.statistic, rel_tol=1e-9, abs_tol=1e-12)
        and math.isclose(one.chance, other.chance, rel_tol=1e-6, abs_tol=1e-9)
        and one.method is other.method
    )


@given(groups())
def test_the_order_of_the_groups_is_nothing(given: tuple[np.ndarray, np.ndarray]) -> None:
    counts, shares = given
    assert close(measure_fit(counts, shares), measure_fit(counts[::-1], shares[::-1]))


@given(groups())
def test_the_distance_grows_with_how_many_there_are_and_the_effect_does_not(
    given: tuple[np.ndarray, np.ndarray],
) -> None:
    counts, shares = given
    one, ten = measure_fit(counts, shares, draws=9), measure_fit(10 * counts, shares, draws=9)
    assert ten.statistic == pytest.approx(10 * one.statistic, abs=1e-9)
    assert ten.effect == pytest.approx(one.effect, abs=1e-9)


@given(groups())
def test_the_chance_is_a_chance_and_that_of_no_distance_is_certain(
    given: tuple[np.ndarray, np.ndarray],
) -> None:
    counts, shares = given
    assert 0 < measure_fit(counts, shares).chance <= 1 + 1e-12
    alike = measure_fit(counts + 5, (counts + 5) / (counts + 5).sum())
    assert alike.chance == pytest.approx(1)


@given(groups(), groups())
def test_two_bodies_are_as_far_apart_whichever_comes_first(
    one: tuple[np.ndarray, np.ndarray], other: tuple[np.ndarray, np.ndarray]
) -> None:
    size = min(len(one[0]), len(other[0]))
    first, second = one[0][:size] + 1, other[0][:size]
    assert close(measure_split(first, second), measure_split(second, first))

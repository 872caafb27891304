"""Are two bodies of people compared as R compares them?"""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.presence import FitMethod, compare_composition
from obamodel.stats.presence.comparing import find_residuals_of_split
from tests.stats.presence.making import make

PARTIES = ("Democrat", "Independent", "Republican")
WOMEN = make(dict(zip(PARTIES, (762, 327, 468), strict=True)), id="women", of="women")
MEN = make(dict(zip(PARTIES, (484, 239, 477), strict=True)), id="men", of="men")


def test_the_party_table_is_as_published() -> None:
    # Agresti (2007), page 39, as in R's chisq.test: the statistic and $stdres
    answer = compare_composition(WOMEN, MEN)
    assert answer.fit.statistic == pytest.approx(30.070149, abs=5e-7)
    assert answer.fit.freedom == 2
    assert [group.residual for group in answer.groups] == pytest.approx(
        [4.502053521, 0.699451733, -5.315945543], rel=1e-9
    )


def test_each_group_has_both_shares_their_difference_and_its_chance() -> None:
    answer = compare_composition(WOMEN, MEN)
    democrat, independent, republican = answer.groups
    assert (democrat.share, democrat.other_share) == (762 / 1557, 484 / 1200)
    assert democrat.difference == pytest.approx(762 / 1557 - 484 / 1200)
    assert democrat.lower < democrat.difference < democrat.upper
    # R 4: twice the smaller tail of phyper; p.adjust(p, "holm")
    assert [group.chance for group in answer.groups] == pytest.approx(
        [7.845628842e-06, 0.5149384858, 1.385684169e-07], rel=1e-7
    )
    assert [group.adjusted for group in answer.groups] == pytest.approx(
        [2 * 7.845628842e-06, 0.5149384858, 3 * 1.385684169e-07], rel=1e-7
    )
    assert (independent.number, republican.other_number) == (327, 477)


def test_small_bodies_are_counted_out() -> None:
    answer = compare_composition(make([3, 1, 0]), make([1, 2, 6], id="others"))
    assert (answer.fit.method, answer.fit.outcomes) == (FitMethod.EXACT, 14)
    # R: chisq.test(rbind(c(3, 1, 0), c(1, 2, 6)))$stdres
    assert [group.residual for group in answer.groups] == pytest.approx(
        [2.303546648, 0.1097134314, -2.225394561], rel=1e-8
    )


def test_the_residuals_of_the_other_body_are_the_opposite() -> None:
    counts, sizes = np.array([762.0, 327, 468]), np.array([1246.0, 566, 945])
    one = find_residuals_of_split(counts, sizes, 1557.0)
    other = find_residuals_of_split(sizes - counts, sizes, 1200.0)
    assert one == pytest.approx(-other)


def test_two_groups_are_one_question() -> None:
    answer = compare_composition(make([12, 5]), make([7, 7], id="others"))
    assert answer.looked_at == 1
    assert [group.adjusted for group in answer.groups] == [group.chance for group in answer.groups]


def test_a_confidence_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidError, match="confidence: found 95"):
        compare_composition(WOMEN, MEN, confidence=95)


@given(
    st.lists(st.tuples(st.integers(1, 30), st.integers(1, 30)), min_size=2, max_size=4),
)
def test_which_body_comes_first_is_nothing(pairs: list[tuple[int, int]]) -> None:
    first, second = ([pair[side] for pair in pairs] for side in (0, 1))
    one = compare_composition(make(first), make(second, id="others"))
    other = compare_composition(make(second, id="others"), make(first))
    assert math.isclose(one.fit.statistic, other.fit.statistic, abs_tol=1e-9)
    assert one.dissimilarity == pytest.approx(other.dissimilarity)
    for here, there in zip(one.groups, other.groups, strict=True):
        assert here.chance == pytest.approx(there.chance)
        assert here.difference == pytest.approx(-there.difference)
        assert (here.lower, here.upper) == pytest.approx((-there.upper, -there.lower))


@given(st.lists(st.integers(1, 30), min_size=2, max_size=5), st.integers(1, 9))
def test_bodies_made_up_alike_are_not_apart(counts: list[int], times: int) -> None:
    answer = compare_composition(make(counts), make([times * n for n in counts], id="others"))
    assert answer.fit.statistic == pytest.approx(0, abs=1e-9)
    assert answer.dissimilarity == pytest.approx(0, abs=1e-12)
    assert not any(answer.is_shown(group) for group in answer.groups)

"""How often chance alone makes a gap: held against R."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.stats.groups.chances import (
    Pair,
    adjust_for_looking,
    find_chance_of_rates,
    find_chance_of_shares,
)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # R 4.2: prop.test(c(56, 48), c(70, 80), correct = FALSE)$p.value
        ((56, 70), (48, 80), 0.0080450814),
        ((30, 90), (205, 440), 0.02106752363),
        # R 4.2: fisher.test(matrix(c(9, 1, 3, 7), 2))$p.value
        ((9, 10), (3, 10), 0.0197666111),
        # R 4.2: the last group of smokers in the example of prop.test (Fleiss 1981), beside the
        # other three.
        ((70, 82), (302, 315), 0.0004848245934),
        # R 4.2: fisher.test(matrix(c(0, 12, 13, 16), 2))$p.value
        ((0, 12), (13, 29), 0.00749820388406),
        ((0, 10), (0, 20), 1.0),
        ((10, 10), (20, 20), 1.0),
    ],
)
def test_the_chance_of_two_shares_is_that_of_r(first: Pair, second: Pair, expected: float) -> None:
    assert find_chance_of_shares(first, second) == pytest.approx(expected, rel=1e-8)
    assert find_chance_of_shares(second, first) == pytest.approx(expected, rel=1e-8)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # R 4.2: poisson.test(c(11, 21), c(800, 3011))$p.value, from its own example
        ((11, 800), (21, 3011), 0.079668633),
        ((11, 800), (55, 4511), 0.72993081333),
        ((25, 1500), (41, 3811), 0.09973796776),
        ((0, 10), (0, 20), 1.0),
    ],
)
def test_the_chance_of_two_rates_is_that_of_r(first: Pair, second: Pair, expected: float) -> None:
    assert find_chance_of_rates(first, second) == pytest.approx(expected, rel=1e-7)


def test_many_looks_are_allowed_for_as_r_does() -> None:
    # R 4.2: p.adjust(c(0.317025760053, 0.223435378217, 0.663891246837, 0.001438135325), "holm")
    given_chances = np.array([0.317025760053, 0.223435378217, 0.663891246837, 0.001438135325])
    expected = [0.670306134651, 0.670306134651, 0.670306134651, 0.005752541301]
    np.testing.assert_allclose(adjust_for_looking(given_chances), expected, rtol=1e-9)
    assert len(adjust_for_looking(np.array([]))) == 0


pairs = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(pairs, pairs)
def test_a_chance_lies_between_nought_and_one_whichever_group_is_first(
    first: Pair, second: Pair
) -> None:
    for find in (find_chance_of_shares, find_chance_of_rates):
        chance = find(first, second)
        assert 0 <= chance <= 1 + 1e-12
        assert find(second, first) == pytest.approx(chance, rel=1e-6, abs=1e-12)

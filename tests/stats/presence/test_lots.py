"""Does chance put people into groups as it should?"""

import numpy as np
import pytest

from obamodel.stats.presence.lots import Lot, Split


def test_drawn_people_are_as_many_as_there_are_and_fall_as_the_shares_say() -> None:
    lot = Lot(np.array([2.0, 2, 5]), np.array([0.5, 0.3, 0.2]))
    drawn = lot.draw(np.random.default_rng(1), 20_000)
    assert (drawn.sum(axis=1) == 9).all()
    assert drawn.mean(axis=0) == pytest.approx([4.5, 2.7, 1.8], abs=0.05)


def test_a_split_keeps_both_bodies_and_all_groups_as_large_as_they_are() -> None:
    split = Split(np.array([3.0, 1, 0]), np.array([1.0, 2, 6]))
    drawn = split.draw(np.random.default_rng(1), 20_000)
    assert (drawn.sum(axis=1) == 4).all()
    assert (drawn <= [4, 3, 6]).all()
    assert drawn.mean(axis=0) == pytest.approx([16 / 13, 12 / 13, 24 / 13], abs=0.03)


def test_the_fewest_expected_of_a_split_are_those_of_the_smaller_body() -> None:
    assert Split(np.array([3.0, 1, 0]), np.array([1.0, 2, 6])).expected == pytest.approx(
        [16 / 13, 12 / 13, 24 / 13]
    )

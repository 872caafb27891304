"""A wish, with its number, its date and its reason."""

import math

import pytest

from obamodel.domain.periods import Period
from obamodel.domain.targets import Target
from tests.domain.building import make, refuse


@pytest.mark.parametrize("part", ["series", "reason"])
def test_a_target_says_of_what_and_why(part: str) -> None:
    assert [fault.path for fault in refuse(Target, **{part: ""})] == [(part,)]


def test_a_target_has_a_number_and_no_word_in_its_place() -> None:
    assert [fault.path for fault in refuse(Target, value=math.nan)] == [("value",)]
    assert [fault.path for fault in refuse(Target, value="fewer")] == [("value",)]


def test_a_target_is_for_a_period() -> None:
    assert make(Target, period=Period.parse("2019/20")).period == Period.parse("2019/20")
    assert [fault.path for fault in refuse(Target, period="soon")] == [("period",)]

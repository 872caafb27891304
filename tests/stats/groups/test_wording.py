"""Values are said with what they are per."""

from typing import Any

import pytest

from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind
from obamodel.stats.groups.wording import say_parts, say_value
from tests.stats.groups.building import fraction


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({"per": 100}, "17.7%"),
        ({"per": 1}, "17.7"),
        ({"kind": SeriesKind.RATE, "per": 100, "counted": Counted.THINGS}, "17.7 per 100"),
        ({"kind": SeriesKind.RATE, "per": 10_000}, "17.7 per 10,000"),
        ({"kind": SeriesKind.MEAN, "per": None}, "17.7"),
    ],
)
def test_a_value_is_said_with_what_it_is_per(about: dict[str, Any], said: str) -> None:
    assert say_value(fraction((9, 20), **about), 17.7272) == said


def test_of_many_parts_the_number_is_said_and_not_the_names() -> None:
    assert say_parts(["Essex"] * 6).startswith("Essex, ")
    assert say_parts(["Essex"] * 7) == "The 7 parts"

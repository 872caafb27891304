"""Is how many answered known, and does it fit with how many were asked?"""

from typing import Any

import pytest

from obamodel.domain.breakdowns import Overlap
from obamodel.domain.quantities import Counted, Precision, Quantity
from obamodel.errors import InvalidError
from obamodel.stats.presence.answering import count_answers, read_asked
from tests.stats.presence.making import make, make_population


@pytest.mark.parametrize(
    ("given", "about", "answered"),
    [
        ([9, 3], {}, 12),
        ([9, 3], {"not_stated": 5}, 17),
        ([9, 3], {"whole": 20, "not_stated": 5}, 20),
        ([9, 3], {"complete": False}, None),
        ({"North": 9, "South": None}, {}, None),
        ([9, 3], {"overlap": Overlap.OVERLAPPING}, None),
        ([9, 3], {"overlap": Overlap.OVERLAPPING, "whole": 10}, 10),
    ],
)
def test_those_who_answered_are_counted_where_nobody_is_left_out(
    given: Any, about: dict[str, Any], answered: int | None
) -> None:
    assert count_answers(make(given, **about)) == answered


def read(asked: Any, answered: int | None = 329, **about: Any) -> Quantity | None:
    return read_asked(make([9, 3], **about), make_population([9, 3]), asked, answered)


def test_how_many_were_asked_is_a_number_or_a_quantity() -> None:
    about = Quantity(value=300, precision=Precision.ABOUT)
    assert read(None) is None
    assert read(935) == Quantity(value=935)
    assert read(about) is about


@pytest.mark.parametrize("asked", [-1, 4.5, True, "935"])
def test_what_is_no_count_is_refused(asked: object) -> None:
    with pytest.raises(InvalidError, match=r"asked: found .*; write how many were asked"):
        read(asked)


def test_more_answers_than_were_asked_are_refused_with_both_numbers() -> None:
    with pytest.raises(InvalidError, match="329 answered, and 300 were asked; correct one"):
        read(300)


def test_people_who_were_asked_are_not_held_against_attendances() -> None:
    with pytest.raises(InvalidError, match=r"counts attendances, and people are asked.*leave"):
        read(935, counted=Counted.ATTENDANCES)

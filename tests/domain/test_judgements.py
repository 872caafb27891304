"""A judgement: who made it, when and why."""

import pytest

from obamodel.domain.judgements import Judgement
from tests.domain.building import DAY, LEAST, refuse


@pytest.mark.parametrize("part", ["author", "on", "reason"])
def test_a_judgement_without_an_author_a_date_or_a_reason_cannot_be_made(part: str) -> None:
    parts = {name: value for name, value in LEAST[Judgement].items() if name != part}
    with pytest.raises(TypeError, match=f"'{part}'"):
        Judgement(**parts)


@pytest.mark.parametrize("part", ["author", "reason"])
def test_a_judgement_with_an_empty_author_or_reason_is_refused(part: str) -> None:
    assert [(fault.path, fault.code) for fault in refuse(Judgement, **{part: ""})] == [
        ((part,), "blank")
    ]


def test_the_date_of_a_judgement_is_a_partial_date() -> None:
    assert refuse(Judgement, on=DAY) == ()
    assert [fault.path for fault in refuse(Judgement, on="2011-10-28")] == [("on",)]

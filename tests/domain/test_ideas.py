"""What might work, with its four ratings where anybody gave them."""

import pytest

from obamodel.domain.ideas import Basis, Cost, Idea
from obamodel.domain.levels import Level
from tests.domain.building import JUDGED, make, refuse

RATINGS = ["specificity", "leverage", "values", "reach"]


def test_an_idea_that_nobody_rated_is_an_idea() -> None:
    idea = make(Idea)
    assert [getattr(idea, rating) for rating in RATINGS] == [None] * 4
    assert (idea.cost, idea.basis) == (Cost.NOT_KNOWN, Basis.NOT_RECORDED)


@pytest.mark.parametrize("rating", RATINGS)
@pytest.mark.parametrize("level", list(Level))
def test_a_rating_that_nobody_gave_is_refused(rating: str, level: Level) -> None:
    assert [str(fault) for fault in refuse(Idea, **{rating: level})] == [
        (
            "rated: there are ratings and nobody who gave them;"
            " say who rated it, when and why [rating-without-author]"
        )
    ]
    assert refuse(Idea, **{rating: level}, rated=JUDGED) == ()


def test_an_idea_without_an_author_is_refused_once_however_many_ratings_it_has() -> None:
    assert len(refuse(Idea, **dict.fromkeys(RATINGS, Level.LOW))) == 1


def test_a_rating_is_a_level_and_never_a_number() -> None:
    assert [str(word) for word in Level] == ["high", "medium", "low"]
    assert [str(fault) for fault in refuse(Idea, reach=3, rated=JUDGED)] == [
        "reach: found 3; choose one of: high, medium, low [unknown-choice]"
    ]


def test_what_an_idea_costs_and_rests_on_is_chosen_from_these() -> None:
    assert [str(word) for word in Cost] == ["no cost", "low cost", "some cost", "not known"]
    assert [str(word) for word in Basis] == [
        "research",
        "practice",
        "lived experience",
        "hunch",
        "not recorded",
    ]

"""What was recommended or asked for, and what answer came."""

from obamodel.domain.dates import PartialDate
from obamodel.domain.recommendations import AnswerState, Recommendation
from tests.domain.building import make, refuse


def test_the_answer_to_a_recommendation_is_one_of_these() -> None:
    assert [str(word) for word in AnswerState] == [
        "accepted",
        "partly accepted",
        "not taken up",
        "dealt with, answer not recorded",
        "unanswered",
    ]


def test_a_recommendation_is_unanswered_until_somebody_answers_it() -> None:
    assert make(Recommendation).answer is AnswerState.UNANSWERED


def test_a_recommendation_can_be_dealt_with_although_nobody_wrote_the_answer_down() -> None:
    # Fact sheet, sections 1 and 12: dealt with on 28 October 2011; what was said is not there.
    recommendation = make(
        Recommendation,
        answer=AnswerState.DEALT_WITH,
        answered_on=PartialDate.parse("2011-10-28"),
    )
    assert (recommendation.answer_note, str(recommendation.answered_on)) == ("", "2011-10-28")


def test_a_recommendation_says_who_makes_it_and_to_whom() -> None:
    assert [fault.path for fault in refuse(Recommendation, made_by="", made_to="")] == [
        ("made_by",),
        ("made_to",),
    ]

"""An ordered set of questions, with who asked them first."""

import pytest

from obamodel.domain.questions import Question, QuestionSet, QuestionSetKind, Wording
from tests.domain.building import LEAST, make, refuse


def ask(*names: str) -> list[Question]:
    return [make(Question, id=name) for name in names]


def test_a_question_set_keeps_its_questions_in_their_order() -> None:
    # The three questions of Rolfe, by their stages.
    names = ["what", "so-what", "now-what"]
    asked = make(QuestionSet, questions=ask(*names))
    assert [question.id for question in asked.questions] == names


def test_a_question_asked_under_a_name_already_given_is_refused() -> None:
    faults = refuse(QuestionSet, questions=ask("what", "so-what", "what", "what"))
    assert [str(fault) for fault in faults] == [
        (
            'questions[2].id: two questions are called "what"; give each a name of its own'
            " [named-twice]"
        ),
        (
            'questions[3].id: two questions are called "what"; give each a name of its own'
            " [named-twice]"
        ),
    ]


def test_a_question_set_without_questions_is_refused() -> None:
    assert [str(fault) for fault in refuse(QuestionSet, questions=[])] == [
        "questions: there are no questions; write one or more [no-questions]"
    ]


@pytest.mark.parametrize("part", ["attribution", "wording", "kind"])
def test_a_question_set_says_who_made_it_whose_words_it_uses_and_what_for(part: str) -> None:
    parts = {name: value for name, value in LEAST[QuestionSet].items() if name != part}
    with pytest.raises(TypeError, match=f"'{part}'"):
        QuestionSet(**parts)


def test_the_kinds_and_the_wordings_are_these() -> None:
    assert [str(word) for word in QuestionSetKind] == ["cycle", "questions", "scale"]
    assert [str(word) for word in Wording] == ["ours", "theirs"]


def test_answers_to_a_question_become_actions_only_where_it_says_so() -> None:
    assert make(Question).leads_to_action is False

"""Question sets come with the library or from the evaluation itself."""

from typing import Any

import pytest

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.questions import Question, QuestionSet, QuestionSetKind, Wording
from obamodel.errors import InvalidError
from obamodel.files import find_question_set, list_question_sets, read_question_set
from obamodel.files.question_sets import check_cycles

OWN = QuestionSet(
    id="gibbs",
    title="Ours",
    kind=QuestionSetKind.CYCLE,
    attribution="our group",
    wording=Wording.OURS,
    questions=[Question(id="hope", stage="Hope", text="What do we hope for?")],
)


def test_all_fifteen_sets_can_be_read() -> None:
    assert len(list_question_sets()) == 15
    for name in list_question_sets():
        assert read_question_set(name).id == name


def test_an_own_set_goes_before_one_that_comes_along() -> None:
    evaluation = Evaluation(id="a", title="A", question_sets=[OWN])
    assert find_question_set(evaluation, "gibbs") is OWN
    assert find_question_set(evaluation, "kolb") == read_question_set("kolb")


@pytest.mark.parametrize("name", ["gibs", "Gibbs"])
def test_an_unknown_set_is_answered_with_the_nearest(name: str) -> None:
    with pytest.raises(InvalidError, match=r'did you mean "gibbs"\?'):
        read_question_set(name)
    with pytest.raises(InvalidError, match=r'did you mean "gibbs"\?'):
        find_question_set(Evaluation(id="a", title="A"), name)


def test_a_path_is_not_the_name_of_a_set() -> None:
    with pytest.raises(InvalidError, match="there is no question set called"):
        read_question_set("../question_sets/gibbs")


def check(cycle: Any, *own: Any) -> list[tuple[tuple[str | int, ...], str]]:
    document = {"cycles": [cycle], "question_sets": list(own)}
    return [(fault.path, fault.code) for fault in check_cycles(document)]


def test_a_set_and_its_questions_are_looked_up_whatever_else_is_wrong() -> None:
    assert check({"question_set": "nobody"}) == [
        (("cycles", 0, "question_set"), "unknown-question-set")
    ]
    responses = [5, {"question": "feelings"}, {"question": "weather"}, {"question": True}, {}]
    assert check({"question_set": "gibbs", "responses": responses}) == [
        (("cycles", 0, "responses", 2, "question"), "unknown-question")
    ]


def test_an_own_set_is_asked_first_and_one_that_is_wrong_in_itself_not_at_all() -> None:
    cycle = {"question_set": "gibbs", "responses": [{"question": "feelings"}]}
    own = {
        "id": "gibbs",
        "title": "Ours",
        "kind": "cycle",
        "attribution": "us",
        "wording": "ours",
        "questions": [{"id": "hope", "stage": "Hope", "text": "What do we hope for?"}],
    }
    assert check(cycle, own) == [(("cycles", 0, "responses", 0, "question"), "unknown-question")]
    assert check(cycle, {**own, "kind": "ring"}) == []


@pytest.mark.parametrize("cycle", [5, {}, {"question_set": 5}, {"question_set": ["gibbs"]}])
def test_what_is_no_round_at_all_is_left_to_others(cycle: object) -> None:
    assert check(cycle, 5, {"id": 5}) == []
    assert list(check_cycles({"cycles": 5, "question_sets": 5})) == []

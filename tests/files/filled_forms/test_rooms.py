"""Are places called so that they are found again, and what stands in several read together?"""

import pytest

from obamodel.domain.actions import Action
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.questions import Question, QuestionSet, QuestionSetKind, Wording
from obamodel.errors import Fault, InvalidError
from obamodel.files.filled_forms.filled_form import ROOM_NAME, FilledForm
from obamodel.files.filled_forms.rooms import (
    LONGEST_ROUND,
    check_round_name,
    find_round_name,
    list_rows,
    name_promises,
    name_questions,
    name_room,
    read_actions,
    split_lines,
)

EMPTY = Evaluation(id="small", title="Small")


def make(**answers: str) -> FilledForm:
    named = {
        f"r.{name.replace('_', '.', 1).replace('action', 'action-')}": text
        for name, text in answers.items()
    }
    return FilledForm(file="a.md", rooms=named, answers=named)


def test_however_long_names_are_a_place_has_a_name_that_word_can_keep() -> None:
    stem, long = "r" * LONGEST_ROUND, "a" * 60
    question = Question(id=long, text="What?", stage="What")
    questions = QuestionSet(
        id="set",
        title="Set",
        kind=QuestionSetKind.CYCLE,
        attribution="us",
        wording=Wording.OURS,
        questions=[question],
    )
    parts = [
        name_questions(questions)[long],
        name_promises([Action(id=long, text="Ring.")])[long],
        "action-999.what",
    ]
    assert parts[:2] == ["question-1", "became.1"]
    assert all(ROOM_NAME.fullmatch(name_room(stem, part)) for part in parts)


@pytest.mark.parametrize("name", ["", "Round 2", "r" * (LONGEST_ROUND + 1), "../r", "a.b", "-a"])
def test_a_round_has_a_name_that_is_one(name: str) -> None:
    with pytest.raises(InvalidError, match="bad-name"):
        check_round_name(name)


@pytest.mark.parametrize("rooms", [["a.on", "b.on"], ["on"], [], ["..on"]])
def test_a_form_is_about_one_round(rooms: list[str]) -> None:
    with pytest.raises(InvalidError, match="not-one-form"):
        find_round_name(FilledForm(file="a.md", rooms=rooms, answers={}))


def test_people_put_signs_before_what_stands_one_in_a_line() -> None:
    written = (
        "- The bus\n\u2022 The rain\n\n 3) The fair\n12. The cold\n1.5 hours on foot\n-5 degrees"
    )
    assert split_lines(written) == (
        "The bus",
        "The rain",
        "The fair",
        "The cold",
        "1.5 hours on foot",
        "-5 degrees",
    )


def test_rows_that_somebody_added_are_read_too() -> None:
    form = make(action7_what="Ring them", action7_by="June 2027")
    assert list_rows(form, "r") == (1, 2, 3, 4, 7)
    faults: list[Fault] = []
    (action,) = read_actions(EMPTY, form, "r", faults)
    assert (action.id, action.text, str(action.by)) == ("r-action-7", "Ring them", "2027-06")
    assert faults == []


def test_every_row_that_cannot_be_read_is_named_at_once() -> None:
    form = make(action1_who="The chair", action2_what="Ring", action2_by="soon", action3_by="2027")
    faults: list[Fault] = []
    read_actions(EMPTY, form, "r", faults)
    assert [(one.code, one.path) for one in faults] == [
        ("no-action", ("r.action-1.what",)),
        ("bad-date", ("r.action-2.by",)),
        ("no-action", ("r.action-3.what",)),
    ]


def test_a_new_action_takes_no_name_that_is_there_already() -> None:
    there = Evaluation(
        id="small", title="Small", actions=[Action(id="r-action-1", text="An old one.")]
    )
    (action,) = read_actions(there, make(action1_what="Ring"), "r", [])
    assert action.id != "r-action-1"

"""Does a form for looking back become a round, its answers and actions, and lose nothing?"""

import attrs
import pytest

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.reflection import ReflectiveCycle
from obamodel.errors import InvalidError
from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.files.filled_forms.reflection import add_reflection

FIRST = ReflectiveCycle(id="round-1", title="First", question_set="rolfe")
RING = Action(id="ring", text="Ring them.", cycle="round-1", status=ActionStatus.PLANNED)
SMALL = Evaluation(id="small", title="Small", cycles=[FIRST], actions=[RING])
DESK = {"title": "Round 2", "set": "rolfe", "follows": "round-1"}


def make(answers: dict[str, str], *, stem: str = "round-2") -> FilledForm:
    named = {f"{stem}.{part}": text for part, text in {**DESK, **answers}.items()}
    return FilledForm(file="form.md", rooms=named, answers=named)


def become(said: str, action: Action = RING) -> Action:
    read = add_reflection(attrs.evolve(SMALL, actions=[action]), make({"became.ring": said}))
    return read.evaluation.actions[0]


def refuse(answers: dict[str, str], *, stem: str = "round-2") -> list[tuple[str, tuple[str, ...]]]:
    with pytest.raises(InvalidError) as refused:
        add_reflection(SMALL, make(answers, stem=stem))
    return [(one.code, tuple(map(str, one.path))) for one in refused.value.faults]


def test_each_answer_is_kept_with_when_and_by_whom_it_was_given() -> None:
    answers = {"on": "March 2027", "role": "5 members\nand 2 staff", "now-what": "Go on.\nTwice."}
    read = add_reflection(SMALL, make(answers))
    held = read.evaluation.cycles[-1]
    assert (held.id, held.title, held.follows) == ("round-2", "Round 2", "round-1")
    (answer,) = held.responses
    assert (answer.question, answer.text) == ("now-what", "Go on.\nTwice.")
    assert (answer.role, str(answer.on)) == ("5 members and 2 staff", "2027-03")
    assert read.evaluation.cycles[0] == FIRST
    assert read.evaluation.actions == (RING,)


@pytest.mark.parametrize(
    ("said", "status", "reason"),
    [
        ("done", "done", ""),
        ("Done.", "done", ""),
        ("UNDER WAY: two have answered", "under way", "two have answered"),
        ("stopped, because nobody answered", "stopped", "nobody answered"),
        ("stopped \u2013 no money\nleft", "stopped", "no money\nleft"),
        ("planned", "planned", ""),
    ],
)
def test_what_became_of_a_promise_begins_with_how_far_it_is(
    said: str, status: str, reason: str
) -> None:
    after = become(said)
    assert (str(after.status), after.reason) == (status, reason)


def test_a_reason_that_stood_there_is_kept_or_told_never_lost() -> None:
    waiting = attrs.evolve(RING, status=ActionStatus.UNDER_WAY, reason="two have answered")
    assert become("under way", waiting) == waiting
    read = add_reflection(
        attrs.evolve(SMALL, actions=[waiting]), make({"became.ring": "done: all have answered"})
    )
    assert read.evaluation.actions[0].reason == "all have answered"
    assert any("two have answered" in line for line in read.added)


@pytest.mark.parametrize(
    ("answers", "faults"),
    [
        ({}, [("not-filled-in", ())]),
        ({"became.ring": "doner"}, [("no-status", ("round-2.became.ring",))]),
        (
            {"became.rong": "done"},
            [("unknown-place", ("round-2.became.rong",))],
        ),
        ({"follows": "round-9", "so-what": "x"}, [("unknown-round", ("round-2.follows",))]),
        ({"set": "rolph", "so-what": "x"}, [("unknown-question-set", ("round-2.set",))]),
        ({"set": "../../etc", "so-what": "x"}, [("unknown-question-set", ("round-2.set",))]),
        (
            {"on": "soon", "became.ring": "perhaps", "action-1.by": "2027"},
            [
                ("bad-date", ("round-2.on",)),
                ("no-status", ("round-2.became.ring",)),
                ("no-action", ("round-2.action-1.what",)),
            ],
        ),
    ],
)
def test_all_that_cannot_be_read_is_named_by_its_place(
    answers: dict[str, str], faults: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert refuse(answers) == faults


def test_a_form_that_was_read_is_not_read_again() -> None:
    form = make({"so-what": "We learnt."})
    after = add_reflection(SMALL, form).evaluation
    with pytest.raises(InvalidError, match="nothing is written over"):
        add_reflection(after, form)


def test_a_place_that_is_gone_is_told_and_the_rest_is_read() -> None:
    read = add_reflection(SMALL, make({"so-what": "We learnt."}))
    gone = [one.path for one in read.notes if one.code == "missing-place"]
    assert ("round-2.what",) in gone
    assert ("round-2.so-what",) not in gone


def test_when_they_met_is_told_where_there_is_no_answer_to_keep_it() -> None:
    read = add_reflection(
        SMALL, make({"on": "May 2027", "role": "8 of us", "became.ring": "planned"})
    )
    (note,) = [one for one in read.notes if one.code == "no-answers"]
    assert "2027-05; 8 of us" in note.found
    answered = make({"on": "May 2027", "so-what": "We learnt."})
    assert not [one for one in add_reflection(SMALL, answered).notes if one.code == "no-answers"]

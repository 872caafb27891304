"""Does the form for the next round begin where the last one ended?"""

import attrs
import pytest

import obamodel as oba
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.errors import InvalidError
from obamodel.files.filled_forms import parse_filled_form
from obamodel.files.filled_forms.reflection import list_rooms
from obamodel.files.question_sets import read_question_set
from obamodel.report.document import AnswerSpace, Document, Kind
from obamodel.report.forms import write_reflection_form
from obamodel.report.markdown import print_markdown

FIRST = ReflectiveCycle(
    id="round-1",
    title="The first",
    question_set="rolfe",
    responses=[
        Response(question="now-what", text="Ask the young people."),
        Response(question="now-what", text="Ring them."),
    ],
)
RING = oba.Action(id="ring", text="Ring them.", cycle="round-1", owner="The chair")
SMALL = oba.Evaluation(id="small", title="Small", cycles=[FIRST], actions=[RING])


def list_spaces(form: Document) -> list[AnswerSpace]:
    sections = list(form.sections)
    spaces = []
    while sections:
        section = sections.pop(0)
        spaces += [one for one in section.blocks if isinstance(one, AnswerSpace)]
        sections[:0] = section.sections
    return spaces


def test_it_is_a_form_of_the_same_questions_in_the_next_round() -> None:
    form = write_reflection_form(SMALL)
    assert (form.title, form.kind) == ("Looking back and ahead: Round 2", Kind.FORM)
    text = print_markdown(form)
    for question in read_question_set("rolfe").questions:
        assert question.text in text
    # What the last round wanted next stands at the first question; what became an action does not.
    assert "- Last time we planned: Ask the young people." in text
    assert "planned: Ring them." not in text


def test_the_places_are_those_that_are_read_back() -> None:
    form = write_reflection_form(SMALL)
    names = [one.name for one in list_spaces(form)]
    expected = list_rooms(read_question_set("rolfe"), "round-2", (RING,), (1, 2, 3, 4))
    assert names == list(expected)
    read = parse_filled_form(print_markdown(form).encode("utf-8"), "form.md")
    assert list(read.rooms) == names
    assert dict(read.answers) == {
        "round-2.title": "Round 2",
        "round-2.set": "rolfe",
        "round-2.follows": "round-1",
    }


def test_each_promise_is_shown_with_room_for_what_became_of_it() -> None:
    text = print_markdown(write_reflection_form(SMALL))
    assert "| 1 | Ring them. | The chair | no date yet | not recorded |" in text
    assert "round-2.became.ring" in text


def test_a_first_round_has_nothing_to_look_back_at() -> None:
    empty = oba.Evaluation(id="new", title="New")
    text = print_markdown(write_reflection_form(empty, question_set="rolfe"))
    assert "nothing to look back at yet" in text
    with pytest.raises(InvalidError, match="choose a set of questions"):
        write_reflection_form(empty)


def test_a_round_without_promises_is_no_reproach() -> None:
    text = print_markdown(write_reflection_form(attrs.evolve(SMALL, actions=[])))
    assert "In the round before (The first) no action was written down." in text


def test_names_are_chosen_and_never_taken_twice() -> None:
    form = write_reflection_form(SMALL, id="spring", title="In spring", question_set="gibbs")
    assert form.title == "Looking back and ahead: In spring"
    assert list_spaces(form)[0].name == "spring.on"
    with pytest.raises(InvalidError, match="there-already"):
        write_reflection_form(SMALL, id="ring")
    with pytest.raises(InvalidError, match="bad-name"):
        write_reflection_form(SMALL, id="In spring")


def test_only_a_form_for_the_desk_says_so() -> None:
    assert not write_reflection_form(SMALL).internal
    assert write_reflection_form(SMALL, internal=True).internal

"""Which places of a sheet are which step, and what is made of their words?"""

import obamodel as oba
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.stories import Story
from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.files.filled_forms.rooms import Meeting
from obamodel.files.filled_forms.sheet_contents import (
    FORCES,
    IDEAS,
    STEPS,
    SheetContents,
    SheetMaking,
)
from obamodel.files.question_sets import read_question_set

NOBODY = Meeting(on=None, role="")


def make(answers: dict[str, str], *, meeting: Meeting = NOBODY, **parts: object) -> SheetContents:
    named = {f"turn.{part}": text for part, text in answers.items()}
    form = FilledForm(file="sheet.md", rooms=named, answers=named)
    small = Evaluation(id="small", title="Small", **parts)  # type: ignore[arg-type]
    return SheetMaking(small, form, "turn", "waits", meeting).make()


def test_every_step_answers_a_question_of_the_set() -> None:
    asked = [one.id for one in read_question_set("turn-the-curve").questions]
    assert [*STEPS, "action-plan"] == asked


def test_every_place_belongs_to_one_step() -> None:
    places = [part for parts in STEPS.values() for part in parts]
    assert len(places) == len(set(places))
    assert {*FORCES, *IDEAS} <= set(places)


def test_of_an_empty_sheet_nothing_is_made() -> None:
    made = make({})
    assert (made.responses, made.stories, made.partners, made.ideas, made.added) == (
        (),
        (),
        (),
        (),
        (),
    )


def test_forces_alone_are_a_story_too() -> None:
    (story,) = make({"hinders-inside": "Nobody at the desk"}).stories
    assert story.text == "Told as forces that help and forces that hinder."
    assert len(story.forces) == 1


def test_a_story_is_told_by_those_who_met() -> None:
    (story,) = make({"story": "It rains."}, meeting=Meeting(on=None, role="8 of us")).stories
    assert [one.who for one in story.told_by] == ["8 of us"]


def test_a_new_thing_takes_no_name_that_is_there_already() -> None:
    there = Story(id="turn-story", text="An old one.")
    (story,) = make({"story": "It rains."}, stories=[there]).stories
    assert story.id not in ("turn-story", "")


def test_each_new_thing_is_told() -> None:
    made = make({"story": "It rains.", "partners": "The club", "ideas-other": "A tent\nA roof"})
    assert [line.split(' "')[0] for line in made.added] == [
        "New story",
        "New partner",
        "New idea",
        "New idea",
    ]
    assert [one.cost for one in made.ideas] == [oba.Cost.NOT_KNOWN] * 2

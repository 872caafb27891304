"""Does each step begin with what is already recorded about the curve?"""

from collections.abc import Iterable

import pytest

import obamodel as oba
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.ideas import Idea
from obamodel.domain.indicators import Indicator
from obamodel.domain.partners import Partner
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.stories import Effect, Force, Origin, Story
from obamodel.report.document import Block, Document, Section
from obamodel.report.forms.already_known import (
    find_related,
    list_known_actions,
    list_known_ideas,
    list_known_partners,
    tell_known_stories,
)
from obamodel.report.markdown import print_markdown

WAITS = Indicator(id="waits", label="1", statement="Help comes soon.", outcome="well")
MET = ReflectiveCycle(
    id="turn-waits",
    title="Waits",
    question_set="turn-the-curve",
    responses=[Response(question="story", text="So.", evidence=["waits"])],
)


@pytest.fixture(scope="module")
def small() -> Evaluation:
    return Evaluation(
        id="small",
        title="Small",
        populations=[oba.Population(id="all", name="Everybody", who="Who lives here")],
        outcomes=[
            oba.Outcome(
                id="well",
                statement="People are well.",
                population="all",
                headline_indicators=["waits"],
            )
        ],
        indicators=[WAITS],
        stories=[
            Story(
                id="ours",
                text="It rains.",
                about=["waits"],
                forces=[Force(text="The bus", effect=Effect.HINDERS, origin=Origin.EXTERNAL)],
                still_to_find_out=["Who waits longest?"],
            ),
            Story(id="other", text="Of something else."),
        ],
        partners=[
            Partner(id="club", name="The club", part="A room", about=["waits"]),
            Partner(id="school", name="The school"),
        ],
        ideas=[
            Idea(id="ring", text="Ring first", cost=oba.Cost.NONE, about=["waits"]),
            Idea(id="boat", text="A boat", about=["waits"]),
            Idea(id="elsewhere", text="Of something else"),
        ],
        cycles=[MET],
        actions=[
            oba.Action(id="met", text="Came out of the meeting", cycle="turn-waits"),
            oba.Action(id="named", text="Is about the indicator", indicators=["waits"]),
            oba.Action(id="none", text="Of something else"),
        ],
    )


def write(blocks: Iterable[Block]) -> str:
    section = Section(id="known", title="Known", blocks=tuple(blocks))
    return print_markdown(Document(title="T", sections=[section]))


def test_the_stories_of_a_curve_are_told_with_their_forces(small: Evaluation) -> None:
    text = write(tell_known_stories(small, find_related(small, WAITS)))
    assert "It rains." in text
    assert "| The bus | hinders | around us |" in text
    assert "- Still to find out: Who waits longest?" in text
    assert "Of something else" not in text


def test_partners_without_a_part_in_this_curve_are_named_after_those_with_one(
    small: Evaluation,
) -> None:
    text = write(list_known_partners(small, find_related(small, WAITS)))
    assert "| The club | A room |" in text
    assert "Others who are known to us: The school." in text


def test_an_idea_says_what_it_costs_or_that_nobody_knows(small: Evaluation) -> None:
    text = write(list_known_ideas(small, find_related(small, WAITS)))
    assert "| Ring first | no cost |" in text
    assert "| A boat | not known yet |" in text
    assert "Of something else" not in text


def test_actions_are_of_the_curve_or_of_a_meeting_about_it(small: Evaluation) -> None:
    text = write(list_known_actions(small, WAITS))
    assert "Came out of the meeting" in text
    assert "Is about the indicator" in text
    assert "Of something else" not in text


def test_a_curve_in_words_brings_its_story_along() -> None:
    mime = oba.load_example("mime")
    indicator = next(one for one in mime.indicators if one.id == "indicator-1")
    related = find_related(mime, indicator)
    (about,) = [set(one.about) for one in mime.stories if one.id == "views-story"]
    assert about & related

"""Reflection in rounds: what is answered last is where the next round begins."""

from typing import Any

import attrs
import pytest

from obamodel.domain.actions import ActionStatus
from obamodel.domain.questions import Question, QuestionSet
from obamodel.domain.reflection import (
    ReflectiveCycle,
    Response,
    draft_actions,
    find_unknown_questions,
    start_next_cycle,
)
from obamodel.errors import InvalidError
from tests.domain.building import DAY, make, refuse

# MIME's four questions: fact sheet, section 4. Answers to the last one are the plans.
MIME = make(
    QuestionSet,
    id="mime",
    questions=[
        make(Question, id="start", leads_to_action=False),
        make(Question, id="done", leads_to_action=False),
        make(Question, id="now", leads_to_action=False),
        make(Question, id="goals", leads_to_action=True),
    ],
)


def respond(question: str, text: str, **more: Any) -> Response:
    return Response(question=question, text=text, **more)


ROUND = make(
    ReflectiveCycle,
    id="round-1",
    question_set="mime",
    responses=[
        respond("start", "Few were heard."),
        respond("goals", "Grow the membership.", role="the group", on=DAY, source="section 6.2"),
        respond("now", "Many are heard."),
        respond("goals", "Support the research network.", evidence=["module"]),
    ],
)


def test_a_round_cannot_follow_itself() -> None:
    assert [str(fault) for fault in refuse(ReflectiveCycle, id="a", follows="a")] == [
        "follows: a round cannot follow itself; name the round before [follows-itself]"
    ]
    assert refuse(ReflectiveCycle, id="b", follows="a") == ()


# --- questions that the set does not ask ---------------------------------------------------------


def test_a_round_that_answers_the_questions_of_its_set_has_no_unknown_ones() -> None:
    assert list(find_unknown_questions(ROUND, MIME)) == []


def test_a_misspelt_question_is_found_at_its_place_with_the_nearest_one() -> None:
    cycle = make(
        ReflectiveCycle,
        responses=[respond("start", "x"), respond("gaols", "y"), respond("weather", "z")],
    )
    assert [str(fault) for fault in find_unknown_questions(cycle, MIME)] == [
        (
            'responses[1].question: "gaols" is not a question of "mime"; did you mean "goals"?'
            " [unknown-question]"
        ),
        (
            'responses[2].question: "weather" is not a question of "mime";'
            " choose one of: start, done, now, goals [unknown-question]"
        ),
    ]


# --- from plans to actions -----------------------------------------------------------------------


def test_the_last_answers_of_a_round_become_actions_in_their_order() -> None:
    first, second = draft_actions(ROUND, MIME)
    assert (first.id, first.text) == ("round-1-action-1", "Grow the membership.")
    assert (second.id, second.text) == ("round-1-action-2", "Support the research network.")


def test_a_drafted_action_is_planned_and_says_where_it_comes_from() -> None:
    first, _ = draft_actions(ROUND, MIME)
    assert first.status is ActionStatus.PLANNED
    assert (first.cycle, first.source) == ("round-1", "section 6.2")


def test_a_drafted_action_has_no_owner_and_no_date_until_somebody_decides() -> None:
    # He who answered is not he who will do it, and the day of the answer is not the day it is due.
    for action in draft_actions(ROUND, MIME):
        assert (action.owner, action.by) == ("", None)


def test_a_round_that_has_not_come_to_its_last_question_gives_no_actions() -> None:
    cycle = make(
        ReflectiveCycle, question_set="mime", responses=[respond("start", "Few were heard.")]
    )
    assert draft_actions(cycle, MIME) == ()
    assert draft_actions(make(ReflectiveCycle, question_set="mime"), MIME) == ()


def test_a_round_with_the_longest_of_names_gives_actions_too() -> None:
    cycle = make(
        ReflectiveCycle,
        id="r" * 80,
        question_set="mime",
        responses=[respond("goals", "Grow.")],
    )
    (action,) = draft_actions(cycle, MIME)
    assert action.text == "Grow."


# --- the next round ------------------------------------------------------------------------------


def test_the_next_round_begins_with_what_the_last_one_planned() -> None:
    following = start_next_cycle(ROUND, MIME, id="round-2", title="Second round")
    assert (following.id, following.title) == ("round-2", "Second round")
    assert following.follows == "round-1"
    assert following.question_set == "mime"
    assert [(response.question, response.text) for response in following.responses] == [
        ("start", "Last time we planned: Grow the membership."),
        ("start", "Last time we planned: Support the research network."),
    ]


def test_what_is_carried_over_keeps_its_role_and_evidence_and_not_its_date() -> None:
    first, second = start_next_cycle(ROUND, MIME, id="round-2", title="Second").responses
    assert (first.role, first.source, first.on) == ("the group", "section 6.2", None)
    assert second.evidence == ("module",)


def test_the_round_before_stays_as_it_was() -> None:
    start_next_cycle(ROUND, MIME, id="round-2", title="Second round")
    assert [response.question for response in ROUND.responses] == ["start", "goals", "now", "goals"]
    assert ROUND.responses[1].on == DAY


def test_the_next_round_needs_a_name_of_its_own() -> None:
    with pytest.raises(InvalidError, match="a round cannot follow itself"):
        start_next_cycle(ROUND, MIME, id="round-1", title="Second round")


def test_a_round_without_plans_is_followed_by_an_empty_one() -> None:
    cycle = make(
        ReflectiveCycle, question_set="mime", responses=[respond("start", "Few were heard.")]
    )
    assert start_next_cycle(cycle, MIME, id="next", title="Next").responses == ()


def test_the_questions_of_another_set_are_refused_so_that_no_plan_is_lost() -> None:
    other = attrs.evolve(MIME, id="another-set")
    with pytest.raises(InvalidError, match='and the questions are of "another-set"'):
        draft_actions(ROUND, other)
    with pytest.raises(InvalidError, match="give the set that the round answers"):
        start_next_cycle(ROUND, other, id="next", title="Next")


def test_plans_carried_over_twice_are_announced_once() -> None:
    asked = make(QuestionSet, id="one", questions=[make(Question, id="all", leads_to_action=True)])
    first = make(ReflectiveCycle, question_set="one", responses=[respond("all", "Visit.")])
    second = start_next_cycle(first, asked, id="second", title="Second")
    third = start_next_cycle(second, asked, id="third", title="Third")
    assert [one.text for one in third.responses] == ["Last time we planned: Visit."]

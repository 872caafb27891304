"""What would a practitioner ask about the rounds of reflection?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.questions import QuestionSet
from obamodel.domain.reflection import ReflectiveCycle
from obamodel.errors import InvalidError
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one
from obamodel.review.rule import rule
from obamodel.review.wording import join_names, quote, say_part


@rule("questions-not-found", severity=Severity.GAP, source=sources.REFLECTION)
def questions_not_found(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: which questions were answered here?"""
    for cycle in evaluation.cycles:
        if _find_questions(evaluation, cycle) is None:
            yield notice_one(
                cycle,
                "answers questions that are not to be found here",
                "Name one of the sets of questions that come with this library, or add your own.",
            )


@rule("question-unanswered", severity=Severity.GAP, source=sources.REFLECTION)
def question_unanswered(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: and what did you say to this one?"""
    for cycle in evaluation.cycles:
        questions = _find_questions(evaluation, cycle)
        if questions is None:
            continue
        answered = {response.question for response in cycle.responses}
        without = [each for each in questions.questions if each.id not in answered]
        if without:
            asked = join_names(quote(question.text) for question in without)
            yield notice_one(
                cycle,
                f"has no answer to {asked}",
                "Answer it together, or write down why it was left.",
            )


@rule("first-round-not-followed", severity=Severity.WORTH_ASKING, source=sources.REFLECTION)
def first_round_not_followed(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: you looked back once: when will you look again?"""
    followed = {cycle.follows for cycle in evaluation.cycles}
    for cycle in evaluation.cycles:
        if not cycle.follows and cycle.id not in followed:
            yield notice_one(
                cycle,
                "is the first one, and no second round has followed",
                "Set a date to look at the last answers again, and begin the next round there.",
            )


@rule("last-answers-without-action", severity=Severity.GAP, source=sources.REFLECTION)
def last_answers_without_action(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: so what came of it?"""
    acted = {action.cycle for action in evaluation.actions}
    for cycle in evaluation.cycles:
        questions = _find_questions(evaluation, cycle)
        if questions is None or cycle.id in acted:
            continue
        leading = {question.id for question in questions.questions if question.leads_to_action}
        if any(response.question in leading for response in cycle.responses):
            yield notice_one(
                cycle,
                "ended in answers that became no action",
                "Make an action of each new goal, with an owner and a date.",
            )


@rule("answer-without-evidence", severity=Severity.NOTE, source=sources.REFLECTION)
def answer_without_evidence(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: how do you know?"""
    for cycle in evaluation.cycles:
        without = [response for response in cycle.responses if not response.evidence]
        if without:
            part = say_part(len(without), len(cycle.responses), "answer", "answers")
            yield notice_one(
                cycle,
                f"names no evidence for {part}",
                "Name for each answer what in this evaluation it rests on.",
            )


@rule("answer-without-role", severity=Severity.NOTE, source=sources.FOUR_PI)
def answer_without_role(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: whose answer is it?"""
    for cycle in evaluation.cycles:
        without = [response for response in cycle.responses if not response.role]
        if without:
            part = say_part(len(without), len(cycle.responses), "answer", "answers")
            yield notice_one(
                cycle,
                f"does not say who gave {part}",
                "Write down who answered, as a role or a group.",
            )


def _find_questions(evaluation: Evaluation, cycle: ReflectiveCycle) -> QuestionSet | None:
    # The shipped sets are read from files, which nobody should pay for who reviews no rounds.
    from obamodel.files import find_question_set

    try:
        return find_question_set(evaluation, cycle.question_set)
    except InvalidError:
        return None

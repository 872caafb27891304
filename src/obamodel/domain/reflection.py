"""Reflection in rounds: what is answered last is where the next round begins."""

from collections.abc import Iterator

import attrs
from attrs import field, frozen

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import (
    LONGEST_IDENTIFIER,
    check,
    documented,
    identifier,
    many,
    one,
    prose,
    reference,
    references,
    to_tuple,
)
from obamodel.domain.questions import QuestionSet
from obamodel.errors import Fault, InvalidError, find_nearest

_CARRIED = "Last time we planned: "


@documented
@frozen(kw_only=True)
class Response:
    """What a group answered to one question, in what role, when, and on what evidence."""

    question: str = field(metadata=identifier("The question it answers, by its name in the set."))
    text: str = field(metadata=prose("The answer."))
    role: str = field(default="", metadata=prose("Who answered, as a role or group."))
    on: PartialDate | None = field(default=None, metadata=one(PartialDate, "When."))
    evidence: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=references("What in this evaluation it rests on.", "anything"),
    )
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class ReflectiveCycle:
    """One round of a question set; the next one starts from its last answers."""

    id: str = field(metadata=identifier())
    title: str = field(metadata=prose("What this round is called."))
    question_set: str = field(
        metadata=identifier("The set it answers: one of the evaluation's own, or a shipped one.")
    )
    responses: tuple[Response, ...] = field(
        converter=to_tuple, default=(), metadata=many(Response, "The answers, in order.")
    )
    follows: str = field(default="", metadata=reference("The round before this one.", "cycles"))
    source: str = field(default="", metadata=prose("Where it comes from, with page or section."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if self.follows == self.id:
            yield Fault(
                "follows-itself",
                "a round cannot follow itself",
                "name the round before",
                path=("follows",),
            )


def find_unknown_questions(cycle: ReflectiveCycle, questions: QuestionSet) -> Iterator[Fault]:
    """Find answers to questions that the set does not ask."""
    known = [question.id for question in questions.questions]
    for index, response in enumerate(cycle.responses):
        if response.question not in known:
            nearest = find_nearest(response.question, known)
            yield Fault(
                "unknown-question",
                f'"{response.question}" is not a question of "{questions.id}"',
                f'did you mean "{nearest}"?' if nearest else "choose one of: " + ", ".join(known),
                path=("responses", index, "question"),
            )


def draft_actions(cycle: ReflectiveCycle, questions: QuestionSet) -> tuple[Action, ...]:
    """Turn the answers to a round's last questions into actions still without owner or date.

    Examples
    --------
    >>> from obamodel.domain.questions import Question, QuestionSetKind, Wording
    >>> last = Question(id="now-what", stage="Now what", text="And now?", leads_to_action=True)
    >>> asked = QuestionSet(
    ...     id="rolfe", title="Three questions", kind=QuestionSetKind.CYCLE,
    ...     attribution="Rolfe 2001", wording=Wording.OURS, questions=[last],
    ... )
    >>> answer = Response(question="now-what", text="Visit two more projects.")
    >>> cycle = ReflectiveCycle(
    ...     id="first", title="First round", question_set="rolfe", responses=[answer]
    ... )
    >>> [(action.id, action.text) for action in draft_actions(cycle, asked)]
    [('first-action-1', 'Visit two more projects.')]
    """
    _refuse_other_set(cycle, questions)
    leading = {question.id for question in questions.questions if question.leads_to_action}
    # A long name leaves room for what comes after it.
    start = cycle.id[: LONGEST_IDENTIFIER - len("-action-000")].rstrip("-")
    answers = [response for response in cycle.responses if response.question in leading]
    return tuple(
        Action(
            id=f"{start}-action-{place}",
            text=response.text,
            status=ActionStatus.PLANNED,
            cycle=cycle.id,
            source=response.source,
        )
        for place, response in enumerate(answers, start=1)
    )


def start_next_cycle(
    cycle: ReflectiveCycle, questions: QuestionSet, *, id: str, title: str
) -> ReflectiveCycle:
    """Start the next round: its first question opens with the last one's plans.

    Parameters
    ----------
    cycle
        The round that has just ended.
    questions
        The set it answered, which the next round answers again.
    id, title
        The name and title of the new round.
    """
    _refuse_other_set(cycle, questions)
    first = questions.questions[0].id
    leading = {question.id for question in questions.questions if question.leads_to_action}
    carried = tuple(
        attrs.evolve(
            response, question=first, text=_CARRIED + response.text.removeprefix(_CARRIED), on=None
        )
        for response in cycle.responses
        if response.question in leading
    )
    return ReflectiveCycle(
        id=id,
        title=title,
        question_set=cycle.question_set,
        responses=carried,
        follows=cycle.id,
    )


def _refuse_other_set(cycle: ReflectiveCycle, questions: QuestionSet) -> None:
    # With another set nothing would match, and the plans would be lost without a word.
    if cycle.question_set != questions.id:
        fault = Fault(
            "other-question-set",
            f'the round answers "{cycle.question_set}", and the questions are of "{questions.id}"',
            "give the set that the round answers",
            path=("question_set",),
        )
        raise InvalidError("ReflectiveCycle", [fault])

"""Do the rules on reflection ask when they should, and only then?"""

from typing import Any

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.questions import Question, QuestionSet, QuestionSetKind, Wording
from obamodel.domain.reflection import Response
from tests.review.building import action, build, cycle, feedback
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence

OWN = QuestionSet(
    id="own",
    title="Our two questions",
    kind=QuestionSetKind.CYCLE,
    attribution="Us",
    wording=Wording.OURS,
    questions=[
        Question(id="what", stage="What", text="What happened?"),
        Question(id="now-what", stage="Now what", text="What next?", leads_to_action=True),
    ],
)


def answer(question: str, **parts: Any) -> Response:
    return Response(question=question, text="We met.", **parts)


def reflect(*cycles: Any, **parts: Any) -> Evaluation:
    return build(question_sets=[OWN], cycles=cycles, **parts)


BOTH = [answer("what"), answer("now-what")]

ASKS = [
    Asks(
        "questions-not-found",
        "the set has a name that nothing has",
        reflect(cycle(question_set="gibs")),
        "The round of reflection “Round 1” answers questions that are not to be found",
        ("round-1",),
    ),
    Asks(
        "question-unanswered",
        "one of two questions has no answer",
        reflect(cycle(responses=[answer("what")])),
        "has no answer to “What next?”.",
        ("round-1",),
    ),
    Asks(
        "answer-without-evidence",
        "one of two answers rests on nothing named",
        reflect(
            cycle(responses=[answer("what", evidence=["feedback-1"]), answer("now-what")]),
            feedback=[feedback()],
        ),
        "names no evidence for 1 of 2 answers.",
        ("round-1",),
    ),
    Asks(
        "answer-without-role",
        "nobody says who answered",
        reflect(cycle(responses=BOTH)),
        "does not say who gave both answers.",
        ("round-1",),
    ),
    Asks(
        "last-answers-without-action",
        "the last question was answered and nothing was decided",
        reflect(cycle(responses=BOTH), actions=[action(1)]),
        "ended in answers that became no action",
        ("round-1",),
    ),
    Asks(
        "last-answers-without-action",
        "a shipped set was answered to the end",
        reflect(cycle(question_set="mime", responses=[answer("next")])),
        "ended in answers that became no action",
        ("round-1",),
    ),
    Asks(
        "first-round-not-followed",
        "there is one round",
        reflect(cycle(responses=BOTH), actions=[action(1, cycle="round-1")]),
        "The round of reflection “Round 1” is the first one, and no second round has followed.",
        ("round-1",),
    ),
]

SILENT = [
    Silent("questions-not-found", "the set is its own", reflect(cycle())),
    Silent(
        "questions-not-found",
        "the set is a shipped one",
        build(cycles=[cycle(question_set="gibbs")]),
    ),
    Silent("question-unanswered", "both are answered", reflect(cycle(responses=BOTH))),
    Silent(
        "answer-without-evidence",
        "the answer rests on feedback",
        reflect(cycle(responses=[answer("what", evidence=["feedback-1"])]), feedback=[feedback()]),
    ),
    Silent(
        "answer-without-role",
        "members answered",
        reflect(cycle(responses=[answer("what", role="Members")])),
    ),
    Silent(
        "last-answers-without-action",
        "an action came of it",
        reflect(cycle(responses=BOTH), actions=[action(1, cycle="round-1")]),
    ),
    Silent(
        "last-answers-without-action",
        "the round has not come to its last question",
        reflect(cycle(responses=[answer("what")])),
    ),
    Silent(
        "first-round-not-followed",
        "a second round follows",
        reflect(cycle(1), cycle(2, follows="round-1")),
    ),
    Silent("first-round-not-followed", "there is no round at all", build()),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)

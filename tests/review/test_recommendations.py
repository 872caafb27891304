"""Do the rules on recommendations and risks ask when they should, and only then?"""

from typing import Any

from obamodel.domain.recommendations import AnswerState, Recommendation
from obamodel.domain.risks import Risk
from tests.review.building import build
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence, find


def recommend(answer: AnswerState, **parts: Any) -> Any:
    return build(
        recommendations=[
            Recommendation(
                id="extend",
                text="Go on for a year.",
                made_by="Members",
                made_to="the council",
                answer=answer,
                **parts,
            )
        ]
    )


ASKS = [
    Asks(
        "recommendation-unanswered",
        "there is no answer",
        recommend(AnswerState.UNANSWERED),
        "The recommendation “Go on for a year” has no answer yet.",
        ("extend",),
    ),
    Asks(
        "recommendation-unanswered",
        "it was dealt with and nobody knows how",
        recommend(AnswerState.DEALT_WITH),
        "was dealt with, and the answer is not on record",
        ("extend",),
    ),
    Asks(
        "recommendation-without-why",
        "it was not taken up and nobody knows why",
        recommend(AnswerState.NOT_TAKEN_UP),
        "was not taken up, or only in part, and no reason is on record",
        ("extend",),
    ),
    Asks(
        "risk-not-eased",
        "one of two risks has nothing that eases it",
        build(
            risks=[
                Risk(id="cuts", name="Less money", eased_by=["A second funder."]),
                Risk(id="trust", name="Trust is lost"),
            ]
        ),
        "For 1 of 2 risks, nothing is written that would ease it: “Trust is lost”.",
        ("trust",),
    ),
]

SILENT = [
    Silent("recommendation-unanswered", "the answer was no", recommend(AnswerState.NOT_TAKEN_UP)),
    Silent(
        "recommendation-without-why",
        "it says why",
        recommend(AnswerState.PARTLY, answer_note="Half the money is there."),
    ),
    Silent("recommendation-without-why", "it was accepted", recommend(AnswerState.ACCEPTED)),
    Silent(
        "risk-not-eased",
        "something eases it",
        build(risks=[Risk(id="cuts", name="Less money", eased_by=["A second funder."])]),
    ),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)


def test_the_mend_names_those_who_have_to_answer() -> None:
    (finding,) = find("recommendation-unanswered", recommend(AnswerState.UNANSWERED))
    assert finding.mend == "Ask the council for an answer, and write it down with its date."

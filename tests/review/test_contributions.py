"""Do the rules on contributions ask when they should, and only then?"""

from typing import Any

from obamodel.domain.evaluation import Evaluation
from tests.review.building import build, contribution, factor, feedback, indicator
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence


def argue(**parts: Any) -> Evaluation:
    return build(
        indicators=[indicator()],
        factors=[factor()],
        feedback=[feedback()],
        contributions=[contribution(**parts)],
    )


ASKS = [
    Asks(
        "contribution-not-argued",
        "there are factors and indicators and no reasoning between them",
        build(indicators=[indicator()], factors=[factor()]),
        "Nowhere is it reasoned",
        (),
    ),
    *(
        Asks(
            "contribution-says-causes",
            f"it says: {reasoning}",
            argue(reasoning=reasoning),
            "The reasoning on A1 (Surveys) to indicator 1 may claim more than a contribution",
            ("contribution",),
        )
        for reasoning in (
            "Asking people causes them to be heard.",
            "Surveys resulted in people being heard.",
            "This proves that surveys work.",
        )
    ),
    Asks(
        "contribution-without-evidence",
        "nothing speaks for it",
        argue(),
        "For the only contribution, no evidence is named: A1 (Surveys) to indicator 1.",
        ("contribution",),
    ),
    Asks(
        "contribution-without-rivals",
        "nothing else is weighed",
        argue(),
        "it is not written what else could explain the same thing",
        ("contribution",),
    ),
    Asks(
        "contribution-of-one-alone",
        "nobody else is named",
        argue(),
        "nobody else is named who contributes",
        ("contribution",),
    ),
]

SILENT = [
    Silent("contribution-not-argued", "one is argued", argue()),
    Silent("contribution-not-argued", "there are no indicators", build(factors=[factor()])),
    *(
        Silent("contribution-says-causes", f"it says: {reasoning}", argue(reasoning=reasoning))
        for reasoning in (
            "It contributes to it, because people are asked.",
            "A good cause brings people in, and they speak of its results.",
        )
    ),
    Silent(
        "contribution-without-evidence", "feedback speaks for it", argue(evidence=["feedback-1"])
    ),
    Silent(
        "contribution-without-rivals",
        "another explanation is weighed",
        argue(rival_explanations=["A new law."]),
    ),
    Silent(
        "contribution-of-one-alone",
        "the forum contributes too",
        argue(other_contributors=["The forum."]),
    ),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)

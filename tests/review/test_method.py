"""Do the rules on how the evaluation was made ask when they should, and only then?"""

from obamodel.domain.losses import Loss, LossKind
from obamodel.domain.method import Assessment, AssessmentKind, AssessmentStatus
from tests.review.building import build
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence


def assess(kind: AssessmentKind, status: AssessmentStatus) -> Assessment:
    return Assessment(
        id=kind.name.lower().replace("_", "-"), kind=kind, status=status, by="A", of="B"
    )


BY_ITSELF = assess(AssessmentKind.SELF, AssessmentStatus.THIS_ONE)
BY_FUNDER = assess(AssessmentKind.FUNDER, AssessmentStatus.SEPARATE)

ASKS = [
    Asks(
        "only-self-evaluation",
        "the one led by users was not made, and the funder is not independent",
        build(
            assessments=[
                BY_ITSELF,
                BY_FUNDER,
                assess(AssessmentKind.USER_LED, AssessmentStatus.NOT_MADE),
            ]
        ),
        "no independent evaluation is on record",
        (),
    ),
    Asks(
        "evidence-lost",
        "two charts are lost",
        build(
            losses=[
                Loss(id="growth", title="Growth", kind=LossKind.CHART),
                Loss(id="spread", title="Spread", kind=LossKind.CHART),
            ]
        ),
        "2 charts are lost: “Growth” and “Spread”.",
        ("growth", "spread"),
    ),
]

SILENT = [
    Silent(
        "only-self-evaluation",
        "people who use services made one too",
        build(assessments=[BY_ITSELF, assess(AssessmentKind.USER_LED, AssessmentStatus.SEPARATE)]),
    ),
    Silent("only-self-evaluation", "the funder made the only one", build(assessments=[BY_FUNDER])),
    Silent("evidence-lost", "nothing is lost", build()),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)

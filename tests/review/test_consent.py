"""Do the rules on consent ask when they should, and only then?"""

from obamodel.domain.consent import Consent, ConsentState
from tests.review.building import DAY, build, change, consent, feedback
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence

PRINTED = consent(ConsentState.ALREADY_PUBLISHED)
TAKEN_BACK = consent(ConsentState.PUBLISH, withdrawn=DAY)

ASKS = [
    Asks(
        "consent-not-recorded",
        "nobody asked for one piece of feedback and one story",
        build(
            feedback=[feedback(1, consent=Consent()), feedback(2)],
            changes=[change(1, consent=Consent())],
        ),
        "For 2 of 3 voices, there is no record of asking whether we may show them.",
        ("feedback-1", "change-1"),
    ),
    Asks(
        "consent-by-publication",
        "one was printed before",
        build(feedback=[feedback(1, consent=PRINTED), feedback(2)]),
        "1 of 2 voices is shown because of being published before",
        ("feedback-1",),
    ),
    Asks(
        "consent-withdrawn-kept",
        "one person took the consent back",
        build(feedback=[feedback(1, consent=TAKEN_BACK), feedback(2)]),
        "1 voice is still kept here after the consent was taken back.",
        ("feedback-1",),
    ),
]

SILENT = [
    Silent(
        "consent-not-recorded",
        "they were asked, and said no",
        build(feedback=[feedback(consent=consent(ConsentState.NO))]),
    ),
    Silent(
        "consent-by-publication",
        "they agreed to be published",
        build(feedback=[feedback(consent=consent(ConsentState.PUBLISH))]),
    ),
    Silent(
        "consent-by-publication",
        "it was printed before, and taken back since",
        build(feedback=[feedback(consent=consent(ConsentState.ALREADY_PUBLISHED, withdrawn=DAY))]),
    ),
    Silent("consent-withdrawn-kept", "nobody took it back", build(feedback=[feedback()])),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)

"""Do the rules on what views changed ask when they should, and only then?"""

from obamodel.domain.influences import Reply
from tests.review.building import DAY, UNKNOWN_DAY, build, influence
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence

ADOPTED = influence(1, reply=Reply.ADOPTED, because="It was cheap.", told_back=DAY)

ASKS = [
    Asks(
        "influence-without-answer",
        "one is pending and one is not recorded",
        build(influences=[ADOPTED, influence(2, reply=Reply.PENDING), influence(3)]),
        "2 of 3 views have no answer on record: “View 2” and “View 3”.",
        ("influence-2", "influence-3"),
    ),
    Asks(
        "influence-without-because",
        "it was not taken up, and nobody says why",
        build(influences=[ADOPTED, influence(2, reply=Reply.NOT_TAKEN_UP), influence(3)]),
        "For 1 of 2 answered views, no reason is written for the answer: “View 2”.",
        ("influence-2",),
    ),
    Asks(
        "influence-not-told-back",
        "nobody was told that it was partly taken up",
        build(influences=[influence(2, reply=Reply.PARTLY)]),
        "For the only answered view, there is no record of telling people what came of it",
        ("influence-2",),
    ),
]

SILENT = [
    Silent(
        "influence-without-answer",
        "the answer was no",
        build(influences=[influence(reply=Reply.NOT_TAKEN_UP)]),
    ),
    Silent("influence-without-because", "it says why", build(influences=[ADOPTED])),
    Silent("influence-without-because", "there is no answer yet", build(influences=[influence()])),
    Silent(
        "influence-not-told-back",
        "they were told, on a day nobody wrote down",
        build(influences=[influence(reply=Reply.ADOPTED, told_back=UNKNOWN_DAY)]),
    ),
    Silent(
        "influence-not-told-back", "there is nothing to tell yet", build(influences=[influence()])
    ),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)

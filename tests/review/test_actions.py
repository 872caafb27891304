"""Do the rules on actions ask when they should, and only then?"""

from obamodel.domain.actions import ActionStatus
from obamodel.domain.ideas import Idea
from tests.review.building import DAY, UNKNOWN_DAY, action, build, indicator, measure
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence

IDEA = Idea(id="idea", text="Ask more people.")
DONE = action(3, status=ActionStatus.DONE)
STOPPED = action(4, status=ActionStatus.STOPPED, reason="No money.")

ASKS = [
    Asks(
        "no-actions", "there are only ideas", build(ideas=[IDEA]), "nothing was decided", ("idea",)
    ),
    Asks(
        "action-without-owner",
        "one of two open actions has no owner",
        build(actions=[action(1, owner="The forum"), action(2), DONE, STOPPED]),
        "1 of 2 actions has no owner: “Do thing 2”.",
        ("action-2",),
    ),
    Asks(
        "action-without-date",
        "one has no date and one an unknown date",
        build(actions=[action(1), action(2, by=UNKNOWN_DAY), DONE, STOPPED]),
        "Both actions have no date.",
        ("action-1", "action-2"),
    ),
    Asks(
        "action-not-followed",
        "nothing will show whether it helps",
        build(actions=[action(1), DONE, STOPPED]),
        "For the only action, no measure or indicator is named that would show any difference.",
        ("action-1",),
    ),
]

SILENT = [
    Silent("no-actions", "an action was decided", build(ideas=[IDEA], actions=[action()])),
    Silent("no-actions", "there are no ideas either", build()),
    Silent("action-without-owner", "it has one", build(actions=[action(owner="The forum"), DONE])),
    Silent("action-without-date", "it has one", build(actions=[action(by=DAY), STOPPED])),
    Silent(
        "action-not-followed",
        "one has an indicator and one a measure",
        build(
            indicators=[indicator()],
            measures=[measure()],
            actions=[
                action(1, indicators=["indicator-1"]),
                action(2, measured_by=["measure-1"]),
            ],
        ),
    ),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)

"""Do the rules on the four quadrants ask when they should, and only then?"""

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import DataState
from obamodel.domain.measures import BetterOff, Quadrant
from tests.review.building import build, measure
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence

HOW_MUCH = measure(1, Quadrant.HOW_MUCH)
HOW_WELL = measure(2, Quadrant.HOW_WELL)
NUMBER = measure(3, Quadrant.BETTER_OFF_NUMBER, data=DataState.HELD)
SHARE = measure(4, Quadrant.BETTER_OFF_SHARE, data=DataState.HELD)


def better(name: str, quadrant: Quadrant = Quadrant.BETTER_OFF_NUMBER) -> Evaluation:
    return build(measures=[measure(1, quadrant, name=name)])


ASKS = [
    Asks(
        "service-without-measures",
        "it has none",
        build(),
        "Open Door has no measures",
        ("service",),
    ),
    Asks(
        "only-how-much",
        "two measures say how much was done",
        build(measures=[HOW_MUCH, measure(5, Quadrant.HOW_MUCH)]),
        "Open Door measures only how much it did",
        ("service",),
    ),
    Asks(
        "no-better-off",
        "how much and how well are measured",
        build(measures=[HOW_MUCH, HOW_WELL]),
        "Open Door has no measure that asks whether anyone is better off",
        ("service",),
    ),
    Asks(
        "no-share-better-off",
        "people better off are counted out of nobody knows how many",
        build(measures=[NUMBER]),
        "Open Door cannot say what percentage of people are better off",
        ("service",),
    ),
    Asks(
        "no-share-better-off",
        "a percentage is wanted and has no data",
        build(measures=[NUMBER, measure(4, Quadrant.BETTER_OFF_SHARE)]),
        "cannot say what percentage",
        ("service",),
    ),
    Asks(
        "share-without-number",
        "a percentage stands alone",
        build(measures=[SHARE]),
        "no measure says how many people that is",
        ("measure-4",),
    ),
    Asks(
        "share-without-number",
        "the number beside it is of another kind",
        build(
            measures=[
                SHARE,
                measure(3, Quadrant.BETTER_OFF_NUMBER, better_off=[BetterOff.CIRCUMSTANCE]),
            ]
        ),
        "no measure says how many people that is",
        ("measure-4",),
    ),
    Asks(
        "satisfaction-as-better-off",
        "satisfied people are counted as better off",
        better("People satisfied with the training", Quadrant.BETTER_OFF_SHARE),
        "may tell how people liked the service",
        ("measure-1",),
    ),
    Asks(
        "attendance-as-better-off",
        "people who completed a course are counted as better off",
        better("Members who completed the course"),
        "may tell who came or stayed to the end",
        ("measure-1",),
    ),
]

SILENT = [
    Silent("service-without-measures", "it has one", build(measures=[HOW_MUCH])),
    Silent("only-how-much", "one measure says how well", build(measures=[HOW_MUCH, HOW_WELL])),
    Silent("only-how-much", "there is no measure at all", build()),
    Silent("no-better-off", "one asks who is better off", build(measures=[HOW_WELL, NUMBER])),
    Silent("no-better-off", "only how much is measured", build(measures=[HOW_MUCH])),
    Silent("no-share-better-off", "a percentage has data", build(measures=[NUMBER, SHARE])),
    Silent("no-share-better-off", "nothing asks who is better off", build(measures=[HOW_WELL])),
    Silent("share-without-number", "the number stands beside it", build(measures=[NUMBER, SHARE])),
    Silent(
        "share-without-number",
        "the percentage has no data yet",
        build(measures=[measure(4, Quadrant.BETTER_OFF_SHARE)]),
    ),
    Silent(
        "satisfaction-as-better-off",
        "satisfaction is filed under how well",
        better("People satisfied with the training", Quadrant.HOW_WELL),
    ),
    Silent(
        "satisfaction-as-better-off",
        "people say what changed",
        better("People more confident after the training"),
    ),
    Silent(
        "attendance-as-better-off",
        "completion is filed under how well",
        better("Members who completed the course", Quadrant.HOW_WELL),
    ),
    Silent("attendance-as-better-off", "people found work", better("Members who found work")),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)

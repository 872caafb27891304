"""Do the rules on counts ask when they should, and only then?"""

from obamodel.domain.activities import (
    Activity,
    ActivityKind,
    ActivityStatus,
    Eligibility,
    GroupReached,
)
from obamodel.domain.quantities import Counted, Precision
from tests.review.building import activity, build, count
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence

PEOPLE, ATTENDANCES, THINGS = Counted.PEOPLE, Counted.ATTENDANCES, Counted.THINGS


def collection(number: int = 1, status: ActivityStatus = ActivityStatus.DONE) -> Activity:
    return activity(number, kind=ActivityKind.DATA_COLLECTION, status=status)


GROUPS = [
    GroupReached(id="younger", name="younger users"),
    GroupReached(id="refugees", name="refugees"),
]
UNKNOWN = count(3, "people at the session", None, precision=Precision.UNKNOWN, reason="No list.")

ASKS = [
    Asks(
        "attendances-called-people",
        "visits by members are recorded as people",
        build(counts=[count(1, "visits by members", counted=PEOPLE)]),
        "“visits by members” is recorded as a count of people, and its name may speak of att",
        ("count-1",),
    ),
    Asks(
        "attendances-called-people",
        "members are recorded as attendances",
        build(counts=[count(1, "members who came to four sessions", counted=ATTENDANCES)]),
        "is recorded as a count of attendances, and its name may speak of people",
        ("count-1",),
    ),
    Asks(
        "people-and-attendances",
        "both are counted",
        build(counts=[count(1), count(2, "visits", 30, counted=ATTENDANCES)]),
        "nobody can say how many different people took part",
        ("count-2", "count-1"),
    ),
    Asks(
        "approximate-count",
        "two of three counts are not exact",
        build(
            counts=[
                count(1, precision=Precision.ABOUT),
                count(2, "carers", precision=Precision.AT_LEAST),
                count(3),
            ]
        ),
        "2 of 3 counts are not exact: “people at the first day” and “carers”.",
        ("count-1", "count-2"),
    ),
    Asks(
        "count-unknown",
        "one count has no number",
        build(counts=[count(1), UNKNOWN]),
        "1 of 2 counts has no number: “people at the session”.",
        ("count-3",),
    ),
    Asks(
        "group-without-count",
        "one of two groups was not counted",
        build(groups_reached=GROUPS, counts=[count(1, group="younger")]),
        "1 of 2 groups reached has no count: “refugees”.",
        ("refugees",),
    ),
    Asks(
        "group-without-count",
        "the count of a group has no number",
        build(
            groups_reached=GROUPS[:1],
            counts=[count(value=None, precision=Precision.UNKNOWN, reason="No.", group="younger")],
        ),
        "The only group reached has no count.",
        ("younger",),
    ),
    Asks(
        "collection-without-numbers",
        "one of two does not say how many took part",
        build(activities=[collection(1), collection(2)], counts=[count(1, activity="activity-1")]),
        "For 1 of 2 data collections, it is not written how many people took part: “Activity 2”.",
        ("activity-2",),
    ),
    Asks(
        "collection-without-eligibility",
        "it does not say who was invited",
        build(activities=[collection(1)]),
        "For the only data collection, it is not written who was invited",
        ("activity-1",),
    ),
]

SILENT = [
    Silent(
        "attendances-called-people",
        "people are named before what they came to",
        build(counts=[count(1, "people who came to four sessions", counted=PEOPLE)]),
    ),
    Silent(
        "attendances-called-people",
        "attendances are named before who came",
        build(counts=[count(1, "attendances by participants", counted=ATTENDANCES)]),
    ),
    Silent(
        "attendances-called-people",
        "things are counted",
        build(counts=[count(1, "places where training took place", counted=THINGS)]),
    ),
    Silent(
        "people-and-attendances",
        "people and things are counted",
        build(counts=[count(1), count(2, "reports", 7, counted=THINGS)]),
    ),
    Silent(
        "approximate-count", "the numbers are exact, or unknown", build(counts=[count(1), UNKNOWN])
    ),
    Silent("count-unknown", "nobody came, and that is known", build(counts=[count(value=0)])),
    Silent(
        "group-without-count",
        "every group was counted",
        build(
            groups_reached=GROUPS, counts=[count(1, group="younger"), count(2, group="refugees")]
        ),
    ),
    Silent(
        "collection-without-numbers",
        "one is only planned and one was stopped",
        build(
            activities=[
                collection(1, ActivityStatus.PLANNED),
                collection(2, ActivityStatus.STOPPED),
            ]
        ),
    ),
    Silent(
        "collection-without-numbers",
        "a training is no data collection",
        build(activities=[activity()]),
    ),
    Silent(
        "collection-without-eligibility",
        "it says who was invited",
        build(
            activities=[collection(1)],
            eligibility=[Eligibility(id="who", activity="activity-1", criteria=["lives here"])],
        ),
    ),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)

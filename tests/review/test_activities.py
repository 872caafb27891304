"""Do the rules on what was delivered ask when they should, and only then?"""

from obamodel.domain.actions import ActionStatus
from obamodel.domain.activities import ActivityKind, ActivityStatus, Representative
from tests.review.building import action, activity, build
from tests.review.cases import Asks, Silent, each, expect_question, expect_silence

STAFF, USERS, CARERS = Representative.STAFF, Representative.SERVICE_USERS, Representative.CARERS
NOT_RECORDED = Representative.NOT_RECORDED
MEETING = ActivityKind.REPRESENTATION

ASKS = [
    Asks(
        "stopped-without-reason",
        "an activity stopped",
        build(activities=[activity(status=ActivityStatus.STOPPED)]),
        "“Activity 1” was stopped, and nothing says why",
        ("activity-1",),
    ),
    Asks(
        "stopped-without-reason",
        "an action stopped",
        build(actions=[action(status=ActionStatus.STOPPED)]),
        "“Do thing 1” was stopped, and nothing says why",
        ("action-1",),
    ),
    Asks(
        "only-staff-spoke",
        "staff went to one of two meetings alone",
        build(
            activities=[
                activity(1, kind=MEETING, represented_by=[STAFF]),
                activity(2, kind=MEETING, represented_by=[USERS, STAFF]),
            ]
        ),
        "At 1 of 2 activities that say who spoke for people who use services, it was staff alone",
        ("activity-1",),
    ),
    Asks(
        "speaker-not-recorded",
        "nobody wrote down who went",
        build(
            activities=[
                activity(1, kind=MEETING),
                activity(2, kind=MEETING, represented_by=[NOT_RECORDED]),
            ]
        ),
        "For both groups and meetings, it is not written who spoke",
        ("activity-1", "activity-2"),
    ),
]

SILENT = [
    Silent(
        "stopped-without-reason",
        "it says why",
        build(activities=[activity(status=ActivityStatus.STOPPED, reason="No longer needed.")]),
    ),
    Silent("stopped-without-reason", "it is done", build(activities=[activity()])),
    Silent(
        "only-staff-spoke",
        "carers went too",
        build(activities=[activity(represented_by=[STAFF, CARERS])]),
    ),
    Silent(
        "only-staff-spoke",
        "it is not recorded who went",
        build(activities=[activity(represented_by=[NOT_RECORDED]), activity(2)]),
    ),
    Silent(
        "speaker-not-recorded",
        "it is recorded that staff went",
        build(activities=[activity(kind=MEETING, represented_by=[STAFF])]),
    ),
    Silent("speaker-not-recorded", "a training has no speaker", build(activities=[activity()])),
]


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    expect_question(case)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    expect_silence(case)

"""What would a practitioner ask about what was delivered?"""

from collections.abc import Iterator

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.activities import Activity, ActivityKind, ActivityStatus, Representative
from obamodel.domain.evaluation import Evaluation
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import list_part, say_part


@rule("stopped-without-reason", severity=Severity.GAP, source=sources.PRACTICE)
def stopped_without_reason(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: why did it stop?"""
    stopped = [each for each in evaluation.activities if each.status is ActivityStatus.STOPPED]
    dropped = [each for each in evaluation.actions if each.status is ActionStatus.STOPPED]
    halted: tuple[Activity | Action, ...] = (*stopped, *dropped)
    for thing in halted:
        if not thing.reason:
            yield notice_one(
                thing,
                "was stopped, and nothing says why",
                "Write down why it stopped, and who decided it.",
            )


@rule("only-staff-spoke", severity=Severity.GAP, source=sources.FOUR_PI)
def only_staff_spoke(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: were the people themselves in the room?"""
    recorded = [
        activity
        for activity in evaluation.activities
        if set(activity.represented_by) - {Representative.NOT_RECORDED}
    ]
    only_staff = [each for each in recorded if set(each.represented_by) == {Representative.STAFF}]
    if only_staff:
        part = say_part(len(only_staff), len(recorded), "activity", "activities")
        yield notice_some(
            "representation",
            f"At {part} that say who spoke for people who use services, it was staff alone"
            f"{list_part(only_staff, recorded)}.",
            "Ask for a place for the people themselves, and help them to take it.",
            only_staff,
        )


@rule("speaker-not-recorded", severity=Severity.GAP, source=sources.FOUR_PI)
def speaker_not_recorded(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: who was in the room for the people who use services?"""
    meetings = [
        activity
        for activity in evaluation.activities
        if activity.kind is ActivityKind.REPRESENTATION
    ]
    without = [
        meeting
        for meeting in meetings
        if not set(meeting.represented_by) - {Representative.NOT_RECORDED}
    ]
    if without:
        part = say_part(len(without), len(meetings), "group or meeting", "groups and meetings")
        yield notice_some(
            "representation",
            f"For {part}, it is not written who spoke for people who use services"
            f"{list_part(without, meetings)}.",
            "Write down who went: people who use services, carers or staff.",
            without,
        )

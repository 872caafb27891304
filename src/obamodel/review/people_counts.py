"""What would a practitioner ask about the counts of people and attendances?"""

import re
from collections.abc import Iterator

from obamodel.domain.activities import ActivityKind, ActivityStatus
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.quantities import Counted, Precision
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import list_part, say_part

# What comes first in "people who took 4 places" or "visits by members" is what was counted.
_PEOPLE_FIRST = re.compile(
    r"\b(?P<people>people|persons|individuals|members|carers|participants|women|men|adults"
    r"|children|trainees|users|volunteers)\b"
    r"|\b(?:attendances|visits|sessions|places|contacts|appointments|bookings)\b",
    re.I,
)


@rule("attendances-called-people", severity=Severity.WORTH_ASKING, source=sources.PRACTICE)
def attendances_called_people(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: different people, or the same people coming back?"""
    for count in evaluation.counts:
        match = _PEOPLE_FIRST.search(count.of)
        if match is None:
            continue
        says_people = bool(match.group("people"))
        if count.counted is Counted.PEOPLE and not says_people:
            yield notice_one(
                count,
                "is recorded as a count of people, and its name may speak of attendances",
                "Say whether it counts different people, or the times they came.",
            )
        elif count.counted is Counted.ATTENDANCES and says_people:
            yield notice_one(
                count,
                "is recorded as a count of attendances, and its name may speak of people",
                "Say whether it counts different people, or the times they came.",
            )


@rule("people-and-attendances", severity=Severity.NOTE, source=sources.PRACTICE)
def people_and_attendances(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: how many different people is that?"""
    attended = [count for count in evaluation.counts if count.counted is Counted.ATTENDANCES]
    people = [count for count in evaluation.counts if count.counted is Counted.PEOPLE]
    if attended and people:
        yield notice_some(
            "counts",
            "Some counts are of people and others of attendances, "
            "so nobody can say how many different people took part.",
            "Note from now on who comes more than once, without keeping names in the report.",
            [*attended, *people],
        )


@rule("approximate-count", severity=Severity.NOTE, source=sources.PRACTICE)
def approximate_count(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: how sure are you of this number?"""
    rough = [
        count
        for count in evaluation.counts
        if count.precision in (Precision.ABOUT, Precision.AT_LEAST)
    ]
    if rough:
        part = say_part(len(rough), len(evaluation.counts), "count", "counts")
        verb = "is" if len(rough) == 1 else "are"
        yield notice_some(
            "counts",
            f"{part} {verb} not exact{list_part(rough, evaluation.counts)}.",
            "Keep a list on the day, and take the number from it.",
            rough,
        )


@rule("count-unknown", severity=Severity.GAP, source=sources.PRACTICE)
def count_unknown(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: how many were there?"""
    unknown = [count for count in evaluation.counts if count.precision is Precision.UNKNOWN]
    if unknown:
        part = say_part(len(unknown), len(evaluation.counts), "count", "counts")
        verb = "has" if len(unknown) == 1 else "have"
        yield notice_some(
            "counts",
            f"{part} {verb} no number{list_part(unknown, evaluation.counts)}.",
            "Look for the number in old lists, and count from the start next time.",
            unknown,
        )


@rule("group-without-count", severity=Severity.GAP, source=sources.WHO_TAKES_PART)
def group_without_count(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: how many came from this group, and is that many?"""
    counted = {count.group for count in evaluation.counts if count.quantity.is_known}
    without = [group for group in evaluation.groups_reached if group.id not in counted]
    if without:
        groups = evaluation.groups_reached
        part = say_part(len(without), len(groups), "group reached", "groups reached")
        verb = "has" if len(without) == 1 else "have"
        yield notice_some(
            "groups reached",
            f"{part} {verb} no count{list_part(without, groups)}.",
            "Ask people on a form which groups they belong to, if they like to say, "
            "and compare it with everybody who lives there.",
            without,
        )


@rule("collection-without-numbers", severity=Severity.GAP, source=sources.GRIPP2)
def collection_without_numbers(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: how many were asked, and how many answered?"""
    counted = {count.activity for count in evaluation.counts if count.quantity.is_known}
    made = [
        activity
        for activity in evaluation.activities
        if activity.kind is ActivityKind.DATA_COLLECTION
        and activity.status not in (ActivityStatus.PLANNED, ActivityStatus.STOPPED)
    ]
    without = [activity for activity in made if activity.id not in counted]
    if without:
        part = say_part(len(without), len(made), "data collection", "data collections")
        yield notice_some(
            "data collections",
            f"For {part}, it is not written how many people took part{list_part(without, made)}.",
            "Write down how many were asked and how many took part.",
            without,
        )


@rule("collection-without-eligibility", severity=Severity.NOTE, source=sources.WHO_TAKES_PART)
def collection_without_eligibility(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: who was invited?"""
    stated = {eligibility.activity for eligibility in evaluation.eligibility}
    made = [each for each in evaluation.activities if each.kind is ActivityKind.DATA_COLLECTION]
    without = [activity for activity in made if activity.id not in stated]
    if without:
        part = say_part(len(without), len(made), "data collection", "data collections")
        yield notice_some(
            "data collections",
            f"For {part}, it is not written who was invited{list_part(without, made)}.",
            "Write down who could take part, and who could not.",
            without,
        )

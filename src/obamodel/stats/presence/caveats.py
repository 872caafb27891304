"""What should a reader weigh who is told who is missing?"""

from collections.abc import Iterator

from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.quantities import Precision
from obamodel.domain.series import SeriesKind
from obamodel.stats.answers import MOST_NAMED, join_names
from obamodel.stats.intervals.saying import CHANCE_ONLY, UNRELIABLE
from obamodel.stats.presence.answers import Presence, PresenceStanding
from obamodel.stats.presence.wording import write_percent

NOT_DRAWN = (
    "Nobody is drawn by lot to take part: being involved is not being in a sample. The test says "
    "only whether luck of the draw could explain a gap, and not why it is there."
)
DIVERSE = (
    "People of many groups make those who take part diverse. That does not make any of them speak "
    "for everybody in their group."
)
NOT_THE_SAME = (
    "Not shown to differ is not the same as alike: with few people only a wide gap can be shown. "
    "The interval says how wide a gap there may be."
)
ATTENDANCES = (
    "Attendances are counted here, and one person may have come many times. So nothing is tested, "
    "and nothing is said of how many people there were."
)
APART = (
    "One can be in more than one group, so each group is looked at on its own, and all of them "
    "together are not tested."
)
_NOTEWORTHY = 0.05
"""From this part of the population on, those who came and the population overlap too much."""


def list_caveats(answer: Presence) -> Iterator[str]:
    """List what a reader should weigh, what matters most first."""
    tested = answer.looked_at is not None
    if not tested:
        yield ATTENDANCES
    yield from _say_left_out(answer)
    yield from _say_not_stated(answer)
    yield from _say_answering(answer)
    yield from _say_population(answer)
    if answer.breakdown.overlap is Overlap.OVERLAPPING:
        yield APART
    if answer.fit is not None:
        yield from answer.fit.caveats
    if tested:
        yield NOT_DRAWN
        if answer.list_standing(PresenceStanding.NOT_SHOWN):
            yield NOT_THE_SAME
        yield CHANCE_ONLY
        if any(group.unreliable for group in answer.groups):
            yield UNRELIABLE
    yield DIVERSE


def _say_left_out(answer: Presence) -> Iterator[str]:
    left_out = answer.list_standing(PresenceStanding.NOT_COMPARED)
    for group in left_out:
        size = ""
        if group.share_of_all:
            size = f", {write_percent(group.share_of_all)} of {answer.reference.of},"
        told = f"{group.state} ({group.reason})"
        if group.state is PartState.COUNTED:
            told = f"not compared, because {group.reason}"
        yield f"{group.name}{size} is {told}." if size else f"{group.name} is {told}."
    if left_out and answer.breakdown.overlap is Overlap.EXCLUSIVE:
        yield (
            f"{join_names([group.name for group in left_out], most=MOST_NAMED)} "
            f"{'is' if len(left_out) == 1 else 'are'} left out on both sides: the shares are those "
            "of the other groups among themselves."
        )
    if any(group.state is PartState.WITHHELD for group in left_out):
        yield (
            "A number is mostly withheld because it is small, so a group whose number is withheld "
            "may be missing too."
        )
    rest = _count_unlisted(answer.breakdown)
    if rest:
        yield (
            f"{rest:,} among {answer.breakdown.of} are in none of the groups that are listed, and "
            "in no share."
        )
    for breakdown in (answer.breakdown, answer.reference):
        if not breakdown.complete and breakdown.overlap is Overlap.EXCLUSIVE:
            yield (
                f"The groups listed are not all there are among {breakdown.of}: the shares are "
                "those of the listed groups among themselves."
            )


def _count_unlisted(breakdown: Breakdown) -> int:
    """Count those of the whole who are in no group; nobody knows where a group is not counted."""
    if breakdown.overlap is Overlap.OVERLAPPING or breakdown.uncounted_parts:
        return 0
    if breakdown.base is None:
        return 0
    return breakdown.base - sum(part.number or 0 for part in breakdown.parts)


def _say_not_stated(answer: Presence) -> Iterator[str]:
    for breakdown in (answer.breakdown, answer.reference):
        if breakdown.not_stated:
            of = f" of {breakdown.whole:,}" if breakdown.whole else ""
            yield (
                f"{breakdown.not_stated:,}{of} among {breakdown.of} did not say ({breakdown.by}); "
                "they are in no share, and may belong to any group."
            )


def _say_answering(answer: Presence) -> Iterator[str]:
    asked = answer.asked
    if asked is None:
        return
    if asked.value is None:
        yield f"How many were asked is not known: {asked.reason}."
    elif answer.answered is None:
        yield "How many answered is not known, because not every group was counted."
    elif answer.response is None:
        yield f"{answer.answered:,} answered, more than the {asked} who were asked."
    else:
        if asked.precision is not Precision.EXACT and asked.reason:
            yield f"That {asked} were asked: {asked.reason}."
        if answer.response < 1:
            yield "Those who were asked and did not answer may be others than those who did."


def _say_population(answer: Presence) -> Iterator[str]:
    breakdown, reference = answer.breakdown, answer.reference
    if answer.reference_sampled:
        yield (
            f"The numbers of {reference.of} come from a sample themselves, and are taken here as "
            "if they were exact, so that a gap is shown too easily. Comparing the two as two "
            "samples allows for both."
        )
    if reference.kind is SeriesKind.SHARE and any(
        part.number is None for part in reference.counted_parts
    ):
        yield f"The shares of {reference.of} were rounded before they were written down."
    if None not in (breakdown.period, reference.period) and breakdown.period != reference.period:
        yield (
            f"The numbers of {breakdown.of} are of {breakdown.period}, and those of "
            f"{reference.of} of {reference.period}."
        )
    if reference.kind is SeriesKind.COUNT and answer.looked_at is not None:
        yield from _say_overlap(answer)


def _say_overlap(answer: Presence) -> Iterator[str]:
    there = _count_compared(answer)
    if answer.base > there:
        yield (
            f"There are more {answer.breakdown.of} ({answer.base:,}) than {answer.reference.of} "
            f"({there:,}): are these all there are?"
        )
    elif answer.base >= _NOTEWORTHY * there:
        yield (
            f"There are {answer.base:,} {answer.breakdown.of} beside {there:,} "
            f"{answer.reference.of}. Where the first are many of the second, the test is too "
            "cautious: a gap is shown too rarely."
        )


def _count_compared(answer: Presence) -> int:
    """Count the part of the population that is compared."""
    reference = answer.reference
    if reference.overlap is Overlap.OVERLAPPING:
        return reference.base or 0
    compared = {group.name for group in answer.groups if group.is_compared}
    return sum(_count(part) for part in reference.parts if part.name in compared)


def _count(part: Part) -> int:
    return part.number or 0

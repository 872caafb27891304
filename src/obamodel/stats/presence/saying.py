"""How is it said who is missing, in words a twelve-year-old can follow?"""

from collections.abc import Iterator, Sequence

from obamodel.domain.breakdowns import PartState
from obamodel.domain.quantities import Counted, Precision
from obamodel.stats.answers import MOST_NAMED, join_names
from obamodel.stats.presence.answers import GroupPresence, Presence, PresenceStanding
from obamodel.stats.presence.fitting import say_statistic
from obamodel.stats.presence.wording import say_one_in, write_percent


def say_presence(answer: Presence) -> str:
    """Say the answer: who is missing first."""
    return " ".join((say_in_short(answer), *list_details(answer)))


def say_in_short(answer: Presence) -> str:
    """Say who is missing, and nothing else."""
    return " ".join(_say_groups(answer))


def list_details(answer: Presence) -> tuple[str, ...]:
    """List what else the answer says: all groups together, and what was counted."""
    return (*_say_together(answer), *_say_counting(answer))


def _say_groups(answer: Presence) -> Iterator[str]:
    if answer.looked_at is None:
        yield from _describe(answer)
    else:
        yield from _say_missing(answer)
        yield from _say_others(answer)
    yield from _say_left_out(answer)
    if answer.not_stated:
        yield f"{answer.not_stated:,} did not say, and are in no share."


# --- tested ------------------------------------------------------------------------------


def _say_missing(answer: Presence) -> Iterator[str]:
    fewer = answer.list_standing(PresenceStanding.FEWER)
    if fewer:
        yield f"Fewer than their share: {_list_shares(answer, fewer)}."
    else:
        yield "No group is shown to be fewer than its share."
    nobody = [
        group for group in answer.list_standing(PresenceStanding.NOT_SHOWN) if not group.number
    ]
    if nobody:
        sizes = join_names([_say_size(group) for group in nobody])
        of = "" if fewer else f" of {answer.reference.of}"
        yield (
            f"Nobody at all: {sizes}{of}; among {answer.base:,} {answer.breakdown.of} that can "
            "be by chance."
        )


def _say_others(answer: Presence) -> Iterator[str]:
    more = answer.list_standing(PresenceStanding.MORE)
    if more:
        yield f"More than their share: {_list_shares(answer, more)}."
    alike = answer.list_standing(PresenceStanding.NOT_SHOWN)
    if alike:
        one = len(alike) == 1
        names = join_names([group.name for group in alike], most=MOST_NAMED)
        yield (
            f"For {names} the {'share' if one else 'shares'} "
            f"among {answer.breakdown.of} {'is' if one else 'are'} not shown to differ from "
            f"{'that' if one else 'those'} among {answer.reference.of}."
        )


def _list_shares(answer: Presence, groups: Sequence[GroupPresence]) -> str:
    """List groups with both shares; the first says of whom they are."""
    listed = []
    for place, group in enumerate(groups):
        here, there = write_percent(group.share or 0), write_percent(group.reference_share or 0)
        if place == 0:
            here, there = f"{here} of {answer.breakdown.of}", f"{there} of {answer.reference.of}"
        times = f"{group.index or 0:.2g} times its share" if group.number else "nobody at all"
        listed.append(f"{group.name} ({here}, {there}: {times})")
    return join_names(listed)


def _say_size(group: GroupPresence) -> str:
    return f"{group.name} ({write_percent(group.reference_share or 0)})"


# --- described ---------------------------------------------------------------------------


def _describe(answer: Presence) -> Iterator[str]:
    what = answer.breakdown.of
    yield (
        f"{answer.base:,} attendances ({what}), and not people: one person may have come many "
        "times, so nothing is tested."
    )
    described = answer.list_standing(PresenceStanding.DESCRIBED)
    nobody = [group for group in described if not group.number]
    if nobody:
        sizes = join_names(map(_say_size, nobody), most=MOST_NAMED)
        yield f"No attendance at all of {sizes}."
    rest = [group for group in described if group.number]
    said = [
        f"{group.name} {write_percent(group.share or 0)} beside "
        f"{write_percent(group.reference_share or 0)}"
        for group in rest
    ]
    yield (
        f"Their shares beside those of {answer.reference.of}, the lowest for its size first: "
        f"{join_names(said, most=MOST_NAMED)}."
    )


# --- both --------------------------------------------------------------------------------


def _say_left_out(answer: Presence) -> Iterator[str]:
    left_out = answer.list_standing(PresenceStanding.NOT_COMPARED)
    for state in dict.fromkeys(group.state for group in left_out):
        names = [group.name for group in left_out if group.state is state]
        if state is not PartState.COUNTED:
            yield f"{join_names(names)}: {state}, so in no share."
    for group in left_out:
        if group.state is PartState.COUNTED:
            yield f"{group.name} is in no share: {group.reason}."


def _say_together(answer: Presence) -> Iterator[str]:
    fit, who = answer.fit, answer.breakdown.of
    if fit is not None:
        shown = fit.chance <= 1 - answer.confidence
        yield (
            f"All groups together, the shares {'are' if shown else 'are not'} shown to differ "
            f"from those among {answer.reference.of}: drawn by lot, as many would be as far "
            f"off {say_one_in(fit.chance)} ({say_statistic(fit)})."
        )
    if answer.dissimilarity is not None:
        if answer.breakdown.counted is Counted.ATTENDANCES:
            who = "the attendances"
        said = (
            f"{write_percent(round(answer.dissimilarity, 3))} of {who} would have to be of "
            "another group for the shares to be the same"
        )
        by_chance = answer.dissimilarity_by_chance
        if by_chance is not None:
            said += f"; by chance alone that is about {write_percent(round(by_chance, 3))}"
        yield f"{said}."


def _say_counting(answer: Presence) -> Iterator[str]:
    looked_at = answer.looked_at
    if looked_at == 1:
        two = sum(group.is_compared for group in answer.groups) == 2
        yield (
            "The two groups are one question: the one is fewer by as much as the other is more."
            if two
            else "One group was looked at."
        )
    elif looked_at is not None:
        yield (
            f"{looked_at} groups were looked at, and one of many may stand out by chance: that is "
            "allowed for."
        )
    yield from _say_response(answer)


def _say_response(answer: Presence) -> Iterator[str]:
    asked, response = answer.asked, answer.response
    if asked is None or response is None:
        return
    about = {Precision.ABOUT: "about ", Precision.AT_LEAST: "at most "}.get(asked.precision, "")
    yield (
        f"{answer.answered:,} of {asked} who were asked answered: {about}"
        f"{write_percent(round(response, 3))}."
    )

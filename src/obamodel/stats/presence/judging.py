"""How does each group's share of those who came stand beside its share of the population?"""

import numpy as np
from attrs import evolve

from obamodel.domain.breakdowns import PartState
from obamodel.stats.intervals.limits import limit_share_by_wilson
from obamodel.stats.intervals.reliability import mark_unreliable
from obamodel.stats.presence.answers import GroupPresence, PresenceStanding
from obamodel.stats.presence.chances import Array, find_chances_of_shares
from obamodel.stats.presence.matching import Matched, Pair
from obamodel.stats.turning.families import adjust_chances


def count_questions(matched: Matched, *, exclusive: bool) -> int:
    """Count how many questions are asked of the groups.

    Of two groups that exclude each other, one is missing by as much as the other is more: that is
    one question.
    """
    compared = len(matched.compared)
    return 1 if exclusive and compared == 2 else compared


def judge_groups(
    matched: Matched, *, tested: bool, exclusive: bool, confidence: float
) -> tuple[GroupPresence, ...]:
    """Judge each group, in the population's order.

    Parameters
    ----------
    matched
        The groups on both sides.
    tested
        Whether chance is weighed, or the shares are only described.
    exclusive
        Whether the groups exclude each other.
    confidence
        How much of what chance does the intervals allow for.
    """
    counts, expected_shares, base = matched.counts, matched.shares, float(matched.base)
    shares, expected = counts / base, base * expected_shares
    lower, upper = limit_share_by_wilson(counts, np.full(len(counts), base), confidence)
    unreliable = mark_unreliable(counts)
    chances = find_chances_of_shares(counts, base, expected_shares)
    adjusted = chances
    if count_questions(matched, exclusive=exclusive) > 1:
        adjusted = adjust_chances(chances, np.zeros(len(chances)))
    residuals = find_residuals(counts, expected, expected_shares)
    judged: dict[int, GroupPresence] = {}
    for at, place in enumerate(matched.compared):
        number, share = round(float(counts[at])), float(expected_shares[at])
        group = GroupPresence(
            name=matched.pairs[place].name,
            state=PartState.COUNTED,
            standing=PresenceStanding.DESCRIBED,
            number=number,
            share=float(shares[at]),
            reference_share=share,
            share_of_all=matched.shares_of_all[place],
            index=float(shares[at]) / share,
        )
        if tested:
            shown = adjusted[at] <= 1 - confidence
            apart = PresenceStanding.FEWER if shares[at] < share else PresenceStanding.MORE
            group = evolve(
                group,
                standing=apart if shown else PresenceStanding.NOT_SHOWN,
                lower=float(lower[at]),
                upper=float(upper[at]),
                index_lower=float(lower[at]) / share,
                index_upper=float(upper[at]) / share,
                expected=float(expected[at]),
                residual=float(residuals[at]),
                chance=float(chances[at]),
                adjusted=float(adjusted[at]),
                unreliable=bool(unreliable[at]),
            )
        judged[place] = group
    return tuple(
        judged[place] if place in judged else _leave_out(pair, matched.shares_of_all[place])
        for place, pair in enumerate(matched.pairs)
    )


def find_residuals(counts: Array, expected: Array, shares: Array) -> Array:
    """Find the adjusted standardised residuals; a group that everybody is in has none.

    Examples
    --------
    >>> find_residuals(np.array([2.0]), np.array([12.0]), np.array([0.2])).round(3)
    array([-3.227])
    """
    spread = np.sqrt(expected * (1 - shares))
    found = np.full(len(counts), np.nan)
    np.divide(counts - expected, spread, out=found, where=spread > 0)
    return found


def _leave_out(pair: Pair, share_of_all: float | None) -> GroupPresence:
    """Say why a group is not compared."""
    state, reason = PartState.COUNTED, "the population has nobody there, and nobody came"
    if pair.seen is not None and not pair.seen.is_counted:
        state, reason = pair.seen.state, pair.seen.reason
    elif not pair.there.is_counted:
        reason = f"the population's number is not to be had: {pair.there.state}"
    return GroupPresence(
        name=pair.name,
        state=state,
        reason=reason,
        standing=PresenceStanding.NOT_COMPARED,
        number=pair.number,
        share_of_all=share_of_all,
    )

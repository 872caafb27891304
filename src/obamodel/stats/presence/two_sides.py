"""Which groups do two bodies of people have in common, and can the two be compared?"""

from collections.abc import Iterator

import numpy as np
from attrs import frozen

from obamodel.domain.breakdowns import Breakdown, Overlap, Part
from obamodel.domain.fields import show
from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind
from obamodel.errors import Fault, InvalidError
from obamodel.stats.presence.chances import Array
from obamodel.stats.presence.matching import plain


@frozen(kw_only=True, eq=False)
class Sides:
    """The groups that two bodies of people have in common.

    Parameters
    ----------
    names
        The groups.
    counts, others
        How many of each are in the one and in the other, of shape (groups,).
    left_out
        A sentence for each group that is not compared.
    """

    names: tuple[str, ...]
    counts: Array
    others: Array
    left_out: tuple[str, ...]


def name_comparison(breakdown: Breakdown, other: Breakdown) -> str:
    """Name what was asked, for an error."""
    return f"{breakdown.id} compared with {other.id}"


def match_sides(breakdown: Breakdown, other: Breakdown) -> Sides:
    """Match the groups of two bodies of people.

    Raises
    ------
    InvalidError
        When the two cannot be compared; it names each reason and each group without its like.
    """
    faults = [
        *_find_faults_of_kind(breakdown, "breakdown"),
        *_find_faults_of_kind(other, "other"),
        *_find_faults_of_both(breakdown, other),
        *_find_unmatched(breakdown, other, "breakdown"),
        *_find_unmatched(other, breakdown, "other"),
    ]
    if faults:
        raise InvalidError(name_comparison(breakdown, other), faults)
    names, left_out, counts, others = [], [], [], []
    for name, one, second in _list_pairs(breakdown, other):
        uncounted = [part for part in (one, second) if part is not None and not part.is_counted]
        numbers = [0 if part is None else part.number or 0 for part in (one, second)]
        if uncounted:
            told = " and ".join(f"{part.state} ({part.reason})" for part in uncounted)
            left_out.append(f"{name} is {told}; it is left out on both sides.")
        elif any(numbers):
            names.append(name)
            counts.append(numbers[0])
            others.append(numbers[1])
    sides = Sides(
        names=tuple(names),
        counts=np.array(counts, dtype=np.float64),
        others=np.array(others, dtype=np.float64),
        left_out=tuple(left_out),
    )
    faults = [*_find_faults_of_numbers(sides, breakdown, other)]
    if faults:
        raise InvalidError(name_comparison(breakdown, other), faults)
    return sides


def _list_pairs(
    breakdown: Breakdown, other: Breakdown
) -> Iterator[tuple[str, Part | None, Part | None]]:
    others = {plain(part.name): part for part in other.parts}
    for part in breakdown.parts:
        yield part.name, part, others.pop(plain(part.name), None)
    for part in others.values():
        yield part.name, None, part


def _find_faults_of_kind(breakdown: Breakdown, side: str) -> Iterator[Fault]:
    if breakdown.kind is not SeriesKind.COUNT:
        yield Fault(
            "not-a-count",
            f"{breakdown.id} is a {breakdown.kind}",
            "give how many there are of each group, kind count",
            path=(side, "kind"),
        )
    if breakdown.overlap is Overlap.OVERLAPPING:
        yield Fault(
            "overlapping",
            f"one can be in two groups of {breakdown.id}, so its groups are no table that adds up",
            "compare each group on its own, as a share of all: those in it against the others",
            path=(side, "overlap"),
        )
    if breakdown.counted is Counted.ATTENDANCES:
        yield Fault(
            "attendances-not-people",
            f"{breakdown.id} counts attendances, and one person may have come many times",
            "count the people who came",
            path=(side, "counted"),
        )


def _find_faults_of_both(breakdown: Breakdown, other: Breakdown) -> Iterator[Fault]:
    kinds = {breakdown.counted, other.counted}
    if len(kinds) == 2 and Counted.ATTENDANCES not in kinds:
        yield Fault(
            f"{breakdown.counted}-against-{other.counted}",
            f"{breakdown.id} counts {breakdown.counted}, and {other.id} counts {other.counted}: "
            "they are never the same thing",
            "give two of the same",
            path=("other", "counted"),
        )


def _find_unmatched(breakdown: Breakdown, other: Breakdown, side: str) -> Iterator[Fault]:
    """Find the groups of one of which the other does not say whether anybody is in them."""
    there = {plain(part.name) for part in other.parts}
    here = {plain(part.name) for part in breakdown.parts}
    renamed = not there <= here
    for index, part in enumerate(breakdown.parts):
        if plain(part.name) not in there and (renamed or not other.complete):
            yield Fault(
                "group-on-one-side",
                f"{show(part.name)} is a group of {breakdown.id} and not of {other.id}",
                "call it alike on both sides, or pool finer groups until both have the same ones; "
                "write 0 where there is nobody",
                path=(side, "parts", index),
            )


def _find_faults_of_numbers(
    sides: Sides, breakdown: Breakdown, other: Breakdown
) -> Iterator[Fault]:
    if len(sides.names) < 2:
        yield Fault(
            "too-few-groups",
            f"{len(sides.names)} of the groups {'has' if len(sides.names) == 1 else 'have'} "
            "anybody in it and a number on both sides",
            "give the numbers of at least two groups",
        )
    for of, counts in ((breakdown, sides.counts), (other, sides.others)):
        if not counts.sum():
            mend = "give one with somebody in it"
            yield Fault("nobody-counted", f"{of.id} counts nobody", mend)

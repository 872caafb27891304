"""Which groups do a breakdown and its population have in common, and can the two be compared?"""

from collections.abc import Iterator, Mapping

import numpy as np
from attrs import frozen

from obamodel.domain.breakdowns import Breakdown, Overlap, Part
from obamodel.domain.fields import show
from obamodel.domain.quantities import Counted
from obamodel.domain.series import SeriesKind
from obamodel.errors import Fault, InvalidError, Step, find_nearest
from obamodel.stats.presence.chances import Array
from obamodel.stats.presence.population import find_shares, find_unknown_shares

_TESTED = {Counted.PEOPLE: (Counted.PEOPLE,), Counted.THINGS: (Counted.THINGS,)}
_DESCRIBED = {Counted.ATTENDANCES: (Counted.PEOPLE, Counted.ATTENDANCES)}
_COMPARABLE = {**_TESTED, **_DESCRIBED}


@frozen(kw_only=True)
class Pair:
    """One group in both breakdowns.

    Parameters
    ----------
    name
        What the population's breakdown calls it.
    seen
        The part of those who came; none where the breakdown is complete and does not name it, so
        that nobody came.
    there
        The part of the population.
    """

    name: str
    seen: Part | None
    there: Part

    @property
    def number(self) -> int | None:
        """How many came; none where that is not known."""
        return 0 if self.seen is None else self.seen.number


@frozen(kw_only=True, eq=False)
class Matched:
    """The groups of both breakdowns, and those of them that can be compared.

    Parameters
    ----------
    pairs
        Every group, in the population's order.
    shares_of_all
        Which share of all the population that is counted each group is; none where it is not.
    compared
        The places of those that have a number on both sides.
    counts
        How many came of each of those, of shape (compared,).
    shares
        The share of the population that each of those is; where the groups exclude each other,
        of the part of the population that is compared.
    base
        Out of how many the shares of those who came are.
    """

    pairs: tuple[Pair, ...]
    shares_of_all: tuple[float | None, ...]
    compared: tuple[int, ...]
    counts: Array
    shares: Array
    base: int


def is_tested(breakdown: Breakdown) -> bool:
    """Say whether what is counted can be tested: one person who comes often is not many people."""
    return breakdown.counted in _TESTED


def match_groups(breakdown: Breakdown, reference: Breakdown) -> Matched:
    """Match the groups of a breakdown with those of a population.

    Raises
    ------
    InvalidError
        When the two cannot be compared; it names each reason and each group without its like.
    """
    faults = [*_find_faults_of_kind(breakdown, reference)]
    pairs, unmatched = _pair(breakdown, reference)
    faults += unmatched
    if faults:
        raise InvalidError(name_question(breakdown, reference), faults)
    shares = find_shares(reference)
    compared = tuple(
        place
        for place, pair in enumerate(pairs)
        if pair.number is not None and shares.get(pair.there.name)
    )
    faults += _find_faults_of_groups(breakdown, pairs, shares, compared)
    counts = np.array([float(pairs[place].number or 0) for place in compared])
    exclusive = breakdown.overlap is Overlap.EXCLUSIVE
    base = round(float(counts.sum())) if exclusive else breakdown.base or 0
    if not base and not faults:
        mend = "leave the question until somebody has come"
        faults.append(Fault("nobody-counted", f"{breakdown.id} counts nobody", mend))
    if faults:
        raise InvalidError(name_question(breakdown, reference), faults)
    of_all = tuple(shares[pair.there.name] for pair in pairs)
    expected = np.array([of_all[place] for place in compared], dtype=np.float64)
    if exclusive:
        expected /= expected.sum()
    return Matched(
        pairs=pairs,
        shares_of_all=of_all,
        compared=compared,
        counts=counts,
        shares=expected,
        base=base,
    )


def name_question(breakdown: Breakdown, reference: Breakdown) -> str:
    """Name what was asked, for an error."""
    return f"{breakdown.id} held against {reference.id}"


def _find_faults_of_kind(breakdown: Breakdown, reference: Breakdown) -> Iterator[Fault]:
    if breakdown.kind is not SeriesKind.COUNT:
        yield Fault(
            "not-a-count",
            f"{breakdown.id} is a {breakdown.kind}, and who is missing is asked of counts",
            "give how many came of each group, kind count",
            path=("breakdown", "kind"),
        )
    if reference.counted not in _COMPARABLE[breakdown.counted]:
        yield Fault(
            f"{breakdown.counted}-against-{reference.counted}",
            f"{breakdown.id} counts {breakdown.counted}, and {reference.id} counts "
            f"{reference.counted}: they are never the same thing",
            _mend_counted(breakdown.counted),
            path=("reference", "counted"),
        )
    if breakdown.overlap is not reference.overlap:
        yield Fault(
            "overlap-differs",
            f"the groups of {breakdown.id} are {breakdown.overlap}, and those of {reference.id} "
            f"{reference.overlap}: who is in two groups is counted once in one of them and twice "
            "in the other",
            "give both in the same way",
            path=("reference", "overlap"),
        )
    elif breakdown.overlap is Overlap.OVERLAPPING and breakdown.base is None:
        yield Fault(
            "whole-missing",
            f"one can be in two groups of {breakdown.id}, so the groups do not add up to how many "
            "came, and nothing else says it",
            "write whole: how many came in all",
            path=("breakdown", "whole"),
        )
    yield from find_unknown_shares(reference)


def _mend_counted(counted: Counted) -> str:
    if counted is Counted.PEOPLE:
        return "count the people of the population"
    if counted is Counted.ATTENDANCES:
        return "give a population of people, or all attendances there were"
    return "give all the things there are"


def _pair(breakdown: Breakdown, reference: Breakdown) -> tuple[tuple[Pair, ...], list[Fault]]:
    seen = {plain(part.name): part for part in breakdown.parts}
    there = {plain(part.name): part for part in reference.parts}
    pairs = tuple(
        Pair(name=part.name, seen=seen.get(name), there=part) for name, part in there.items()
    )
    # Where a group has another name on each side, nobody can say that nobody came.
    unknown = [
        (index, part) for index, part in enumerate(breakdown.parts) if plain(part.name) not in there
    ]
    names = [part.name for part in reference.parts]
    faults = [
        Fault(
            "group-not-in-the-population",
            f"{show(part.name)} is a group of {breakdown.id} and not of {reference.id}",
            _mend_unknown(part.name, names),
            path=("breakdown", "parts", index),
        )
        for index, part in unknown
    ]
    if unknown or not breakdown.complete:
        faults += [
            Fault(
                "group-only-in-the-population",
                f"{show(part.name)} is a group of {reference.id} and not of {breakdown.id}",
                "call it alike on both sides, or pool finer groups until both have the same ones"
                if unknown
                else "write 0 if nobody came, or that it was reached and not counted; write "
                "complete if the groups are all there are",
                path=("reference", "parts", index),
            )
            for index, part in enumerate(reference.parts)
            if plain(part.name) not in seen
        ]
    return pairs, faults


def plain(name: str) -> str:
    """Write a name as it is compared: small letters and single spaces."""
    return " ".join(name.casefold().split())


def _mend_unknown(name: str, known: list[str]) -> str:
    nearest = find_nearest(name, known)
    mend = "call it alike on both sides, or pool it with another group on both sides"
    return f"did you mean {show(nearest)}? Else {mend}" if nearest else mend


def _find_faults_of_groups(
    breakdown: Breakdown,
    pairs: tuple[Pair, ...],
    shares: Mapping[str, float | None],
    compared: tuple[int, ...],
) -> Iterator[Fault]:
    for index, pair in enumerate(pairs):
        if shares.get(pair.there.name) == 0 and pair.number:
            path: tuple[Step, ...] = ("reference", "parts", index)
            yield Fault(
                "nobody-in-the-population",
                f"{pair.number} of {show(pair.name)} came, and the population has nobody there",
                "correct the population, or pool it with another group on both sides",
                path=path,
            )
    least = 2 if breakdown.overlap is Overlap.EXCLUSIVE else 1
    if len(compared) < least:
        yield Fault(
            "too-few-groups",
            f"{len(compared)} of {len(pairs)} groups {'has' if len(compared) == 1 else 'have'} a "
            "number on both sides",
            "give the numbers of at least two groups"
            if least == 2
            else "give the number of at least one group",
        )

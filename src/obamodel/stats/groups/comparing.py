"""Who is not yet getting the same?"""

from collections.abc import Iterator, Sequence

import numpy as np
from attrs import evolve

from obamodel.domain.breakdowns import Breakdown, Overlap, Part
from obamodel.domain.fields import show
from obamodel.domain.series import Polarity, SeriesKind
from obamodel.errors import Fault, InvalidError
from obamodel.stats.groups.chances import (
    Pair,
    adjust_for_looking,
    find_chance_of_rates,
    find_chance_of_shares,
)
from obamodel.stats.groups.gaps import GapVerdict, GroupGap, GroupGaps
from obamodel.stats.intervals.comparing import compare_rates, compare_shares
from obamodel.stats.intervals.comparisons import Comparisons

Compared = tuple[Part, Pair, Pair]
"""A group with its numbers, and those of what it is held against."""


def compare_groups(
    breakdown: Breakdown,
    *,
    polarity: Polarity,
    against: str = "",
    confidence: float = 0.95,
) -> GroupGaps:
    """Hold each group's share or rate against another group's, or against all the others'.

    A group is said to be *not yet getting the same* only where the interval of its difference
    does not reach nought, that of its ratio does not reach 1, and it stands out among as many
    groups as were looked at (Holm 1979).

    Parameters
    ----------
    breakdown
        Shares or rates with their numerators and denominators, by group.
    polarity
        Which way is good; without a judgement, a gap is only called a difference.
    against
        The name of the group that the others are held against; where it is left out, each is held
        against all the others together.
    confidence
        How much of what chance does the intervals allow for, between 0 and 1.

    Raises
    ------
    InvalidError
        When there is nothing to compare, or no interval can be given; with the right way.

    Notes
    -----
    Shares: Newcombe (1998), method 10; Pearson's chi-square without a correction, or Fisher's exact
    test where fewer than 5 are expected. Rates: the exact interval of their ratio and test
    (Przyborowski and Wilenski 1940). Holm, *Scandinavian Journal of Statistics* 6 (1979), 65-70.

    Examples
    --------
    >>> from obamodel.domain.breakdowns import Trait
    >>> from obamodel.domain.quantities import Counted
    >>> stayed = Breakdown(
    ...     id="stayed", name="Who stayed to the end", of="people who stayed to the end",
    ...     counted=Counted.PEOPLE, by="age", trait=Trait.CHARACTERISTIC,
    ...     overlap=Overlap.EXCLUSIVE, complete=True, kind=SeriesKind.SHARE, per=100,
    ...     parts=[
    ...         Part(name="under 40", number=48, out_of=80),
    ...         Part(name="40 and over", number=56, out_of=70),
    ...     ],
    ... )
    >>> print(compare_groups(stayed, polarity=Polarity.HIGH, against="40 and over"))
    Who stayed to the end: 1 group (age) was looked at, held against 40 and over.
    Not yet getting the same: under 40, 60% against 80% for 40 and over
    (5.2 to 33.4 percentage points less).
    """
    faults = list(_find_faults(breakdown, against))
    if faults:
        raise InvalidError(f"gaps between the groups of {breakdown.id}", faults)
    compared = _pair(breakdown, against)
    if not compared:
        found = "no two groups have somebody in them, so there is nothing to hold any against"
        mend = "give groups with their numbers, or take small ones together with pool_parts"
        fault = Fault("nothing-to-compare", found, mend, path=("parts",))
        raise InvalidError(f"gaps between the groups of {breakdown.id}", [fault])
    answer = _compare(breakdown, compared, confidence)
    test = find_chance_of_shares if breakdown.kind is SeriesKind.SHARE else find_chance_of_rates
    chances = np.array([test(own, other) for _, own, other in compared])
    adjusted = adjust_for_looking(chances)
    found_gaps = {
        part.name: _build(
            part,
            place,
            answer,
            breakdown,
            polarity,
            (float(chances[place]), float(adjusted[place])),
        )
        for place, (part, _, _) in enumerate(compared)
    }
    return GroupGaps(
        breakdown=breakdown,
        polarity=polarity,
        against=against,
        gaps=tuple(
            found_gaps.get(part.name) or _set_aside(breakdown, part, against)
            for part in breakdown.parts
        ),
        confidence=confidence,
        method=answer.method,
    )


# --- what can be compared ----------------------------------------------------------------


def _find_faults(breakdown: Breakdown, against: str) -> Iterator[Fault]:
    kind = breakdown.kind
    if kind is SeriesKind.COUNT:
        yield Fault(
            "count-without-base",
            "a larger group has a larger count, whatever it gets",
            "give out of how many each count is, as a share or rate; or hold the counts against "
            "those who could have been there (who is missing)",
            path=("kind",),
        )
        return
    if kind in (SeriesKind.MEAN, SeriesKind.SCORE):
        yield Fault(
            "no-spread",
            f"a {kind} alone does not say how far apart the people in a group are",
            "give how many reach a certain point, out of how many, as a share; or compare the "
            "people's own values with compare_means",
            path=("kind",),
        )
        return
    for place, part in enumerate(breakdown.parts):
        if part.is_counted and (part.number is None or part.out_of is None):
            yield Fault(
                "out-of-missing",
                f"nothing says how many out of how many {show(part.name)} is, so no interval can "
                "be given",
                "write its number and what it is out of",
                path=("parts", place),
            )
    yield from _find_faults_of_reference(breakdown, against)


def _find_faults_of_reference(breakdown: Breakdown, against: str) -> Iterator[Fault]:
    if against:
        named = {part.name: part for part in breakdown.parts}
        part = named.get(against)
        if part is None:
            listed = ", ".join(show(name) for name in named)
            found = f"found {show(against)}"
            yield Fault("unknown-part", found, f"name one of: {listed}", path=("against",))
        elif not part.is_counted or not part.out_of:
            why = str(part.state) if not part.is_counted else "nobody is in it"
            yield Fault(
                "reference-not-counted",
                f"{show(against)} has no number to hold others against: {why}",
                "name a group that has one",
                path=("against",),
            )
    if breakdown.overlap is Overlap.EXCLUSIVE:
        return
    if against:
        yield Fault(
            "same-people",
            "one can be in more than one group, so two groups are not different people and "
            "their interval would be wrong",
            "leave the reference out: each group is then held against those who are not in it",
            path=("against",),
        )
    elif breakdown.whole is None or breakdown.whole_out_of is None:
        yield Fault(
            "no-whole",
            "one can be in more than one group, and without the whole nobody knows who is not in "
            "a group",
            "write the whole and what it is out of",
            path=("whole",),
        )


def _pair(breakdown: Breakdown, against: str) -> list[Compared]:
    """Return each group with somebody in it beside what it is held against."""
    there = {part.name: _read(part) for part in breakdown.counted_parts if part.out_of}
    if against:
        held = {name: there[against] for name in there if name != against}
    elif breakdown.overlap is Overlap.EXCLUSIVE:
        number, out_of = (sum(pair[side] for pair in there.values()) for side in (0, 1))
        held = {name: (number - own[0], out_of - own[1]) for name, own in there.items()}
    else:
        whole, all_of_it = breakdown.whole or 0, breakdown.whole_out_of or 0
        held = {name: (whole - own[0], all_of_it - own[1]) for name, own in there.items()}
    return [
        (part, there[part.name], held[part.name])
        for part in breakdown.parts
        # Rounded numbers can leave less than nothing for the others.
        if part.name in held and held[part.name][1] > 0 and held[part.name][0] >= 0
    ]


def _read(part: Part) -> Pair:
    assert part.number is not None
    assert part.out_of is not None
    return part.number, part.out_of


# --- the answer --------------------------------------------------------------------------


def _compare(breakdown: Breakdown, compared: Sequence[Compared], confidence: float) -> Comparisons:
    own = [[pair[side] for _, pair, _ in compared] for side in (0, 1)]
    other = [[pair[side] for _, _, pair in compared] for side in (0, 1)]
    names = [part.name for part, _, _ in compared]
    if breakdown.kind is SeriesKind.SHARE:
        return compare_shares(*own, *other, confidence=confidence, names=names)
    per = breakdown.per or 1
    return compare_rates(*own, *other, per=per, confidence=confidence, names=names)


def _build(
    part: Part,
    place: int,
    answer: Comparisons,
    breakdown: Breakdown,
    polarity: Polarity,
    chances: tuple[float, float],
) -> GroupGap:
    # Shares come between 0 and 1, rates in their unit.
    per = (breakdown.per or 1) if breakdown.kind is SeriesKind.SHARE else 1.0
    gap = GroupGap(
        part=part,
        verdict=GapVerdict.NO_GAP,
        value=float(answer.first.value[place]) * per,
        against=float(answer.second.value[place]) * per,
        difference=float(answer.value[place]) * per,
        lower=float(answer.lower[place]) * per,
        upper=float(answer.upper[place]) * per,
        ratio=_or_none(answer.ratio[place]),
        ratio_lower=_or_none(answer.ratio_lower[place]),
        ratio_upper=_or_none(answer.ratio_upper[place]),
        chance=chances[0],
        chance_among_all=chances[1],
        unreliable=bool(answer.first.unreliable[place] or answer.second.unreliable[place]),
    )
    if not gap.stands_out_alone or chances[1] >= 1 - answer.confidence:
        return gap
    return evolve(gap, verdict=_name(gap, polarity))


def _name(gap: GroupGap, polarity: Polarity) -> GapVerdict:
    if polarity is Polarity.NONE:
        return GapVerdict.DIFFERS
    is_higher = (gap.difference or 0) > 0
    return GapVerdict.BETTER if is_higher is (polarity is Polarity.HIGH) else GapVerdict.NOT_YET


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _set_aside(breakdown: Breakdown, part: Part, against: str) -> GroupGap:
    value = breakdown.value_of(part) if part.is_counted else None
    if part.name == against:
        return GroupGap(part=part, verdict=GapVerdict.REFERENCE, value=value)
    reason = ""
    if part.is_counted:
        reason = "nobody is in it" if not part.out_of else "nobody is left to hold it against"
    return GroupGap(part=part, verdict=GapVerdict.NOT_COMPARED, value=value, reason=reason)

"""What do several parts come to together?"""

from collections.abc import Iterable, Iterator

from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.fields import show
from obamodel.domain.series import SeriesKind
from obamodel.errors import Fault, InvalidError
from obamodel.stats.groups.adding import add_up, find_what_cannot_be_added, take_part
from obamodel.stats.groups.combined import CombinedParts


def combine_parts(breakdown: Breakdown, names: Iterable[str] | None = None) -> CombinedParts:
    """Combine parts of a breakdown, as far as that kind of number can be combined.

    Counts of parts that exclude each other add up. Where one can be in two parts there are at least
    as many as in the largest and at most as many as all together. Shares and rates are worked out
    again from their numerators and denominators, and means from over how many they are. Scores,
    medians and places in an order are not combined, and percentages are never averaged.

    A part that was not counted makes the sum of counts a lower bound; it is in no share.

    Parameters
    ----------
    breakdown
        The breakdown.
    names
        The parts to combine; all of them where it is left out.

    Raises
    ------
    InvalidError
        When they cannot be combined; it names each part, the reason and the right way.

    Examples
    --------
    >>> from obamodel.domain.breakdowns import Trait
    >>> from obamodel.domain.quantities import Counted
    >>> stayed = Breakdown(
    ...     id="stayed", name="Who stayed", of="people who stayed to the end",
    ...     counted=Counted.PEOPLE, by="age", trait=Trait.CHARACTERISTIC,
    ...     overlap=Overlap.EXCLUSIVE, complete=False, kind=SeriesKind.SHARE, per=100,
    ...     parts=[
    ...         Part(name="18 to 24", number=9, out_of=20),
    ...         Part(name="25 to 64", number=30, out_of=200),
    ...     ],
    ... )
    >>> print(combine_parts(stayed))
    18 to 24 and 25 to 64 together: 39 of 220, 17.7%.
    """
    chosen = _choose(breakdown, names)
    faults = list(_find_faults(breakdown, chosen))
    if faults:
        raise InvalidError(f"a combination of parts of {breakdown.id}", faults)
    if breakdown.kind is SeriesKind.COUNT:
        return _combine_counts(breakdown, chosen)
    addends = [take_part(breakdown, part) for part in chosen if part.is_counted]
    found = add_up(breakdown.kind, breakdown.per, addends) if addends else None
    return CombinedParts(
        breakdown=breakdown,
        parts=chosen,
        value=None if found is None else found.value,
        number=None if found is None else found.number,
        out_of=None if found is None else found.out_of,
        lowest=None,
        highest=None,
    )


def _choose(breakdown: Breakdown, names: Iterable[str] | None) -> tuple[Part, ...]:
    if names is None:
        return breakdown.parts
    wanted = [names] if isinstance(names, str) else list(names)
    known = {part.name for part in breakdown.parts}
    listed = ", ".join(show(part.name) for part in breakdown.parts)
    faults = [
        Fault("unknown-part", f"found {show(name)}", f"name some of: {listed}", path=(place,))
        for place, name in enumerate(wanted)
        if name not in known
    ]
    if not wanted:
        faults.append(Fault("no-parts", "no part is named", f"name some of: {listed}"))
    if faults:
        raise InvalidError(f"a combination of parts of {breakdown.id}", faults)
    return tuple(part for part in breakdown.parts if part.name in wanted)


def _find_faults(breakdown: Breakdown, chosen: tuple[Part, ...]) -> Iterator[Fault]:
    counted = [part for part in chosen if part.is_counted]
    addends = [take_part(breakdown, part) for part in counted]
    yield from find_what_cannot_be_added(breakdown.kind, addends)
    fractions = (SeriesKind.SHARE, SeriesKind.RATE, SeriesKind.MEAN)
    overlapping = breakdown.overlap is Overlap.OVERLAPPING
    if breakdown.kind in fractions and overlapping and len(counted) > 1:
        yield Fault(
            "counted-twice",
            f"one can be in more than one part, and nobody knows for how many the {breakdown.kind}"
            " would count twice",
            "use the number of the whole, or break it down so that each is in one part only",
            path=("overlap",),
        )


def _combine_counts(breakdown: Breakdown, chosen: tuple[Part, ...]) -> CombinedParts:
    numbers = [part.number for part in chosen if part.number is not None]
    lowest, highest = _bound(breakdown, chosen, numbers)
    value = lowest if lowest is not None and lowest == highest else None
    return CombinedParts(
        breakdown=breakdown,
        parts=chosen,
        value=value,
        number=value,
        out_of=None,
        lowest=lowest,
        highest=highest,
    )


def _bound(
    breakdown: Breakdown, chosen: tuple[Part, ...], numbers: list[int]
) -> tuple[int | None, int | None]:
    uncounted = [part for part in chosen if not part.is_counted]
    if not numbers:
        return None, None
    others = [part for part in breakdown.parts if part not in chosen]
    others_sum = sum(part.number or 0 for part in others)
    base = breakdown.base
    # What a withheld part can be at most would give it away.
    hides = any(part.state is PartState.WITHHELD for part in breakdown.parts)
    if breakdown.overlap is Overlap.EXCLUSIVE:
        if not uncounted:
            return sum(numbers), sum(numbers)
        # Rounding may leave less than there is.
        highest = None if base is None or hides else max(base - others_sum, sum(numbers))
        return sum(numbers), highest
    lowest = max(numbers)
    is_known = breakdown.not_stated is not None and all(part.is_counted for part in others)
    if breakdown.complete and base is not None and is_known and not hides:
        # Whoever is in none of the others is in one of these.
        lowest = max(lowest, base - others_sum)
    if uncounted:
        return lowest, None if hides or base is None else max(base, lowest)
    return lowest, sum(numbers) if base is None else max(min(sum(numbers), base), lowest)

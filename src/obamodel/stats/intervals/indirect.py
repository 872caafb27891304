"""How many times as many events were there as a reference would lead one to expect?"""

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from obamodel.stats.answers import say_number
from obamodel.stats.intervals.counts import ONE_BY_ONE, SOURCES, CountMethod
from obamodel.stats.intervals.estimates import Estimates, Measured
from obamodel.stats.intervals.limits import limit_count_as_published
from obamodel.stats.intervals.reading import Array, Reader, add_up_rows, say_shape
from obamodel.stats.intervals.reliability import UNRELIABLE_BELOW
from obamodel.stats.intervals.saying import CHANCE_ONLY, UNRELIABLE

_NONE_EXPECTED = "none were expected, as the reference has no events in these groups"
_TO_THE_REFERENCE = (
    "An indirectly standardised figure compares a place with the reference. Two places with "
    "different mixes should not be compared with each other by it."
)


def standardise_indirectly(
    counts: ArrayLike,
    populations: ArrayLike,
    *,
    reference_counts: ArrayLike,
    reference_populations: ArrayLike,
    per: float | None = None,
    confidence: float = 0.95,
    names: Iterable[str] | None = None,
) -> Estimates:
    r"""Find how many times as many events there were as the reference would lead one to expect.

    Parameters
    ----------
    counts
        How many events in each group, of the shape of ``populations``; or, where only their sum is
        known, one number for each place: whole, 0 or more.
    populations
        Among how many people, of shape (places, groups), or of one place (groups,): 0 or more.
    reference_counts, reference_populations
        How many events among how many people the reference had in each group, of shape (groups,),
        in the same order.
    per
        To give a rate, what it is per: the ratio times the rate of the reference. A ratio if
        nothing is said.
    confidence
        How much of what chance does the interval allows for, between 0 and 1.
    names
        A name for each place.

    Raises
    ------
    InvalidError
        Naming everything that is wrong.

    Notes
    -----
    :math:`O / E` with :math:`E = \sum n_i X_i / N_i` and the limits of :math:`O`: exact below ten
    events, Byar's from ten (Breslow and Day, *Statistical Methods in Cancer Research*, volume 2
    (1987)). The rate is that ratio times :math:`\sum X_i / \sum N_i`.

    Examples
    --------
    >>> print(standardise_indirectly(
    ...     [6, 24], [100, 200], reference_counts=[50, 100], reference_populations=[1000, 1000]
    ... ))  # doctest: +NORMALIZE_WHITESPACE
    30 counted where 25 were expected is 1.2 times as many; allowing for chance, anything from
    0.809 to 1.71 fits (95% interval).
    """
    reader = Reader("an indirectly standardised ratio", names)
    among = reader.table(populations, "populations")
    counted = _read_events(reader, counts, populations, among)
    had, of = (
        reader.row(reference_counts, "reference_counts"),
        reader.row(reference_populations, "reference_populations"),
    )
    reader.whole(counted, "counts", "events")
    mend = "a population is 0 or more"
    reader.amounts(among, "populations", above_nought=False, mend=mend)
    reader.same_length(populations=among)
    _check_reference(reader, had, of, among)
    mend = "write what the rate is per, such as 100000, or leave it out for a ratio"
    unit = None if per is None else reader.number(per, "per", mend)
    level = reader.confidence(confidence)
    reader.finish()

    events = counted if counted.ndim == 1 else add_up_rows(counted)
    rates = had / of
    expected = add_up_rows(among * rates)
    none = expected == 0
    of_reference = 1.0 if unit is None else math.fsum(had) / math.fsum(of) * unit
    (lower, upper), exact = limit_count_as_published(events, level)
    value, lower, upper = (
        np.where(none, np.nan, one / np.where(none, 1.0, expected) * of_reference)
        for one in (events, lower, upper)
    )
    marked = (UNRELIABLE,) if (events < UNRELIABLE_BELOW).any() else ()
    return Estimates(
        kind=Measured.INDIRECT_RATIO if unit is None else Measured.INDIRECT_RATE,
        value=value,
        lower=lower,
        upper=upper,
        confidence=level,
        events=events,
        bases=expected,
        per=1.0 if unit is None else unit,
        method=SOURCES[CountMethod.AS_PUBLISHED],
        methods=tuple("exact" if one else "Byar" for one in exact),
        unreliable=events < UNRELIABLE_BELOW,
        reasons=tuple(_NONE_EXPECTED if one else "" for one in none),
        caveats=(CHANCE_ONLY, ONE_BY_ONE, _TO_THE_REFERENCE, *marked),
        names=reader.names,
        standard=rates,
    )


def _read_events(reader: Reader, counts: ArrayLike, populations: ArrayLike, among: Array) -> Array:
    is_sum = np.ndim(counts) < np.ndim(populations)
    counted = reader.row(counts, "counts") if is_sum else reader.table(counts, "counts")
    if counted.size and among.size:
        wanted = among.shape[:1] if is_sum else among.shape
        if counted.shape != wanted:
            found = f"{say_shape(counted.shape)} counts and {say_shape(among.shape)} populations"
            mend = "give a count for each group of each place, or one for each place"
            reader.add("other-length", found, mend, "counts")
    return counted


def _check_reference(reader: Reader, had: Array, of: Array, among: Array) -> None:
    reader.whole(had, "reference_counts", "events", named=False)
    mend = "the reference needs people in every group: give more than 0, or join groups together"
    reader.amounts(of, "reference_populations", above_nought=True, mend=mend, named=False)
    for read, argument in ((had, "reference_counts"), (of, "reference_populations")):
        if read.size and among.size and len(read) != among.shape[1]:
            found = f"{say_number(len(read), 'group')}, and the populations have {among.shape[1]}"
            mend = "give the reference in the same groups, in the same order"
            reader.add("other-length", found, mend, argument)

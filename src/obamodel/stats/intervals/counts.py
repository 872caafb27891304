"""Between which limits does chance leave a count of events, or a rate?"""

from collections.abc import Iterable
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from obamodel.stats.intervals.estimates import Estimates, Measured
from obamodel.stats.intervals.limits import (
    Limits,
    limit_count_as_published,
    limit_count_by_byar,
    limit_count_exactly,
)
from obamodel.stats.intervals.reading import Array, Reader
from obamodel.stats.intervals.reliability import UNRELIABLE_BELOW
from obamodel.stats.intervals.saying import CHANCE_ONLY, UNRELIABLE


class CountMethod(StrEnum):
    """How the interval of a count of events is found."""

    AS_PUBLISHED = "as published"
    EXACT = "exact"
    BYAR = "byar"


_EXACT = "exact Poisson interval (Garwood 1936)"
_BYAR = "Byar's interval (Breslow and Day 1987)"
SOURCES = {
    CountMethod.AS_PUBLISHED: (
        f"{_EXACT} below 10 events, {_BYAR} from 10, as public health in England publishes them"
    ),
    CountMethod.EXACT: _EXACT,
    CountMethod.BYAR: _BYAR,
}

ONE_BY_ONE = (
    "The interval holds for events that come one by one: where one person has many, or one event "
    "brings others, chance does more than it allows for."
)
NOT_NOUGHT = "a rate needs somebody it can happen to: give more than 0, or leave it out"


def find_count_interval(
    counts: ArrayLike,
    *,
    confidence: float = 0.95,
    method: CountMethod | str = CountMethod.AS_PUBLISHED,
    names: Iterable[str] | None = None,
) -> Estimates:
    """Find between which limits chance leaves counts of events.

    Parameters
    ----------
    counts
        How many events, of shape (items,), or one number: whole, 0 or more.
    confidence
        How much of what chance does the interval allows for, between 0 and 1.
    method
        ``"as published"`` (exact below ten events, Byar's from ten), ``"exact"`` or ``"byar"``.
    names
        A name for each item.

    Raises
    ------
    InvalidError
        Naming everything that is wrong.

    Notes
    -----
    Garwood, *Biometrika* 28 (1936), 437-442; Breslow and Day, *Statistical Methods in Cancer
    Research*, volume 2 (1987); the change from one to the other as in the technical guidance of
    the Office for Health Improvement and Disparities.

    Examples
    --------
    >>> print(find_count_interval(65))
    65 counted; allowing for chance, anything from 50.2 to 82.8 fits (95% interval).
    """
    reader = Reader("an interval for a count", names)
    counted = reader.row(counts, "counts")
    reader.same_length(counts=counted)
    reader.whole(counted, "counts", "events")
    level, way = reader.confidence(confidence), read_count_method(reader, method)
    reader.finish()
    return build_counts(counted, level, way, reader.names)


def find_rate_interval(
    counts: ArrayLike,
    denominators: ArrayLike,
    *,
    per: float = 100_000,
    confidence: float = 0.95,
    method: CountMethod | str = CountMethod.AS_PUBLISHED,
    names: Iterable[str] | None = None,
) -> Estimates:
    """Find rates of events and between which limits chance leaves them.

    Parameters
    ----------
    counts
        How many events, of shape (items,), or one number: whole, 0 or more.
    denominators
        Among how many people, or in how many years of people's time, as many as there are counts:
        above 0. One person may have several events, so a count may be above it.
    per
        What the rate is per, such as 1,000.
    confidence
        How much of what chance does the interval allows for, between 0 and 1.
    method
        ``"as published"`` (exact below ten events, Byar's from ten), ``"exact"`` or ``"byar"``.
    names
        A name for each item.

    Raises
    ------
    InvalidError
        Naming everything that is wrong.

    Notes
    -----
    The limits of the count (see :func:`find_count_interval`) over the denominator.

    Examples
    --------
    >>> answer = find_rate_interval(1, 100, per=100)
    >>> answer.lower.round(4), answer.upper.round(4), answer.methods
    (array([0.0253]), array([5.5716]), ('exact',))
    """
    reader = Reader("an interval for a rate", names)
    counted, among = read_rates(reader, counts, denominators, ("counts", "denominators"))
    level, way = reader.confidence(confidence), read_count_method(reader, method)
    unit = reader.number(per, "per", "write what the rate is per, such as 100000")
    reader.finish()
    return build_rates(counted, among, unit, level, way, reader.names)


def read_rates(
    reader: Reader, counts: ArrayLike, denominators: ArrayLike, arguments: tuple[str, str]
) -> tuple[Array, Array]:
    """Read events among people, and keep everything that is wrong with them."""
    counted, among = reader.row(counts, arguments[0]), reader.row(denominators, arguments[1])
    reader.same_length(**{arguments[0]: counted, arguments[1]: among})
    reader.whole(counted, arguments[0], "events")
    reader.amounts(among, arguments[1], above_nought=True, mend=NOT_NOUGHT)
    return counted, among


def read_count_method(reader: Reader, method: CountMethod | str) -> CountMethod:
    """Read how the interval of a count is to be found."""
    if method in list(CountMethod):
        return CountMethod(method)
    mend = 'write "as published", "exact" or "byar"'
    reader.add("unknown-choice", f"found {method!r}", mend, "method")
    return CountMethod.AS_PUBLISHED


def limit_counts(
    counted: Array, confidence: float, way: CountMethod
) -> tuple[Limits, tuple[str, ...]]:
    """Find the limits of counts, and the way taken for each."""
    if way is CountMethod.AS_PUBLISHED:
        limits, exact = limit_count_as_published(counted, confidence)
        return limits, tuple("exact" if one else "Byar" for one in exact)
    if way is CountMethod.EXACT:
        return limit_count_exactly(counted, confidence), ("exact",) * len(counted)
    return limit_count_by_byar(counted, confidence), ("Byar",) * len(counted)


def build_counts(
    counted: Array, confidence: float, way: CountMethod, names: tuple[str, ...]
) -> Estimates:
    """Find the intervals of counts that have been checked."""
    (lower, upper), ways = limit_counts(counted, confidence, way)
    return Estimates(
        kind=Measured.COUNT,
        value=counted,
        lower=lower,
        upper=upper,
        confidence=confidence,
        events=counted,
        bases=np.full(len(counted), np.nan),
        method=SOURCES[way],
        methods=ways,
        unreliable=counted < UNRELIABLE_BELOW,
        reasons=("",) * len(counted),
        caveats=list_caveats(counted),
        names=names,
    )


def build_rates(
    counted: Array,
    among: Array,
    per: float,
    confidence: float,
    way: CountMethod,
    names: tuple[str, ...],
) -> Estimates:
    """Find the intervals of rates that have been checked."""
    (lower, upper), ways = limit_counts(counted, confidence, way)
    return Estimates(
        kind=Measured.RATE,
        value=counted / among * per,
        lower=lower / among * per,
        upper=upper / among * per,
        confidence=confidence,
        events=counted,
        bases=among,
        per=per,
        method=SOURCES[way],
        methods=ways,
        unreliable=counted < UNRELIABLE_BELOW,
        reasons=("",) * len(counted),
        caveats=list_caveats(counted),
        names=names,
    )


def list_caveats(counted: Array) -> tuple[str, ...]:
    """List what a reader should weigh of numbers that rest on events."""
    marked = (UNRELIABLE,) if (counted < UNRELIABLE_BELOW).any() else ()
    return (CHANCE_ONLY, ONE_BY_ONE, *marked)

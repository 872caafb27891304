"""Two batches of numbers of one kind, held against each other item by item."""

from typing import Any

import numpy as np

from obamodel.stats.intervals.combining import limit_difference, limit_rate_ratio, limit_ratio
from obamodel.stats.intervals.comparisons import Comparisons
from obamodel.stats.intervals.estimates import Estimates, Measured
from obamodel.stats.intervals.limits import Limits
from obamodel.stats.intervals.reading import Reader
from obamodel.stats.intervals.saying import CHANCE_ONLY

GROUPS = ("the first", "the second")

_APART = (
    "The two must be different people: where the same people are in both, compare them one by one."
)
_ALIKE_COUNTS = (
    "Two counts compare only where both were counted for the same time and among as many people."
)
_NOT_THE_CAUSE = "A difference says nothing about where it comes from."
_MOVER = "each one's own interval, squared and added (Zou and Donner 2008)"
_MOVER_RATIO = "each one's own interval, put together for a ratio (Donner and Zou 2012)"
_NO_RATIO = "no ratio of averages is given"
_METHODS = {
    Measured.SHARE: (
        "Newcombe's method 10 from Wilson's intervals (Newcombe 1998)",
        "Wilson's intervals put together for a ratio (Fagerland and Newcombe 2013)",
    ),
    Measured.COUNT: (_MOVER, "exact, given all events (Przyborowski and Wilenski 1940; Fay 2010)"),
    Measured.RATE: (_MOVER, "exact, given all events (Przyborowski and Wilenski 1940; Fay 2010)"),
    Measured.MEAN: ("Welch's t interval (Welch 1938)", _NO_RATIO),
}


def compare_estimates(
    first: Estimates, second: Estimates, *, groups: tuple[str, str] = GROUPS
) -> Comparisons:
    """Compare two batches of numbers of one kind, item by item.

    Parameters
    ----------
    first, second
        What is compared: of one kind, with the same confidence, unit and names, as many; and
        standardised ones by the same standard.
    groups
        What the two are called, such as two groups or two dates.

    Raises
    ------
    InvalidError
        Naming everything in which the two do not fit.

    Notes
    -----
    Shares, rates and averages as :func:`compare_shares`, :func:`compare_rates` and
    :func:`compare_means` do; counts as rates among as many. Standardised rates: each one's own
    interval, squared and added (Zou and Donner 2008; for the ratio Donner and Zou 2012).

    Examples
    --------
    >>> from obamodel.stats.intervals.direct import standardise_directly
    >>> here, there = (
    ...     standardise_directly(counts, [1000, 1000], standard=[500, 500], per=1000)
    ...     for counts in ([10, 30], [20, 60])
    ... )
    >>> compare_estimates(here, there).ratio
    array([0.5])
    """
    reader = Reader("a comparison")
    for what, is_same in (
        ("kind", first.kind is second.kind),
        ("confidence", first.confidence == second.confidence),
        ("per", first.per == second.per),
        ("length", len(first) == len(second)),
        ("names", first.names == second.names),
        ("standard", _has_one_standard(first, second)),
    ):
        if not is_same:
            found = f"the two differ in their {what}"
            reader.add("not-alike", found, "work both out in the same way", what)
    called = read_groups(reader, groups)
    reader.finish()
    return build_comparisons(first, second, called)


def _has_one_standard(first: Estimates, second: Estimates) -> bool:
    if first.standard is None or second.standard is None:
        return first.standard is second.standard
    return bool(np.array_equal(first.standard, second.standard))


def read_groups(reader: Reader, groups: Any) -> tuple[str, str]:
    """Read what the two are called."""
    is_pair = not isinstance(groups, str) and len(groups) == 2
    if is_pair and all(isinstance(one, str) and one.strip() for one in groups):
        return (groups[0], groups[1])
    mend = 'give two names, such as ("2011", "2010")'
    reader.add("wrong-type", f"found {groups!r}", mend, "groups")
    return GROUPS


def build_comparisons(first: Estimates, second: Estimates, groups: tuple[str, str]) -> Comparisons:
    """Hold two batches that fit together against each other."""
    kind = first.kind
    one, other = ((each.value, each.lower, each.upper) for each in (first, second))
    if kind is Measured.MEAN:
        lower, upper = _limit_means(first, second)
    else:
        lower, upper = limit_difference(one, other)
    unknown = np.isnan(first.value) | np.isnan(second.value)
    ratio, ratio_lower, ratio_upper = (np.full(len(first), np.nan) for _ in range(3))
    if kind is not Measured.MEAN:
        none = second.value == 0
        without = np.where(first.value > 0, np.inf, np.nan)
        ratio = np.where(none, without, first.value / np.where(none, 1.0, second.value))
        if kind in (Measured.COUNT, Measured.RATE):
            ones = np.ones(len(first))
            bases = (ones, ones) if kind is Measured.COUNT else (first.bases, second.bases)
            ratio_lower, ratio_upper = limit_rate_ratio(
                (first.events, second.events), bases, first.confidence
            )
        else:
            ratio_lower, ratio_upper = limit_ratio(one, other)
        ratio, ratio_lower, ratio_upper = (
            np.where(unknown, np.nan, each) for each in (ratio, ratio_lower, ratio_upper)
        )
    method, ratio_method = _METHODS.get(kind, (_MOVER, _MOVER_RATIO))
    if kind is Measured.SHARE and {*first.methods, *second.methods} != {"Wilson"}:
        method, ratio_method = _MOVER, _MOVER_RATIO
    extra = [one for one in (*first.caveats, *second.caveats) if one != CHANCE_ONLY]
    if kind is Measured.COUNT:
        extra.append(_ALIKE_COUNTS)
    return Comparisons(
        first=first,
        second=second,
        groups=groups,
        value=first.value - second.value,
        lower=lower,
        upper=upper,
        ratio=ratio,
        ratio_lower=ratio_lower,
        ratio_upper=ratio_upper,
        method=method,
        ratio_method=ratio_method,
        reasons=tuple(a or b for a, b in zip(first.reasons, second.reasons, strict=True)),
        caveats=tuple(dict.fromkeys((CHANCE_ONLY, _APART, _NOT_THE_CAUSE, *extra))),
    )


def _limit_means(first: Estimates, second: Estimates) -> Limits:
    from scipy.special import stdtrit

    assert first.deviations is not None
    assert second.deviations is not None
    # Without an interval of its own (one value, or all alike), one brings none to the other.
    known = np.isfinite(first.lower) & np.isfinite(second.lower)
    one, other = (
        np.where(known, each.deviations * each.deviations / each.events, 1.0)
        for each in (first, second)
        if each.deviations is not None
    )
    freedoms = [np.where(known, each.events - 1, 1.0) for each in (first, second)]
    both = one + other
    freedom = both * both / (one * one / freedoms[0] + other * other / freedoms[1])
    half = stdtrit(freedom, (1 + first.confidence) / 2) * np.sqrt(both)
    half = np.where(known, half, np.nan)
    middle = first.value - second.value
    return middle - half, middle + half

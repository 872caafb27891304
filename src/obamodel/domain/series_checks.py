"""What can be wrong with the values of a series, each by its place?"""

import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from obamodel.domain.observations import Observation
from obamodel.domain.periods import Period
from obamodel.domain.series import Series, SeriesKind, Standing
from obamodel.errors import Fault

# Above this many times the median of the others, a value is asked about.
ABSURD = 1000
_WHOLE = {SeriesKind.SHARE: "share", SeriesKind.RATE: "rate"}


# --- a series ----------------------------------------------------------------------------


def find_faults_of_series(series: Series) -> Iterator[Fault]:
    """Find what does not fit together within a series."""
    yield from _check_per(series)
    if series.observations:
        yield from _check_periods(series.periods)
    for index, observation in enumerate(series.observations):
        for fault in _check_value(series, observation):
            yield fault.under("observations", index)
    yield from _check_fractions(series)
    if series.standing is Standing.OBSERVED:
        yield from _check_absurd(series)


def _check_per(series: Series) -> Iterator[Fault]:
    if series.kind in _WHOLE:
        if series.per is None:
            yield Fault(
                "per-missing",
                f"nothing says what this {series.kind} is per",
                "write per: 100 for %, 1 for a fraction, 10000 for a number per 10,000",
                path=("per",),
            )
        elif series.per <= 0:
            mend = "write more than 0, such as 100 for %"
            yield Fault("too-small", f"found {series.per:g}", mend, path=("per",))
    elif series.per is not None:
        found = f"a {series.kind} is not per anything, and {series.per:g} is written"
        yield Fault("per-of-none", found, "leave it out, or choose share or rate", path=("per",))


def _check_periods(periods: tuple[Period, ...]) -> Iterator[Fault]:
    first_at: dict[int, int] = {}
    main = _most_common_kind(periods)
    kind = main.kind
    latest = main.ordinal - 1
    for index, period in enumerate(periods):
        place = ("observations", index, "period")
        if period.kind != kind:
            yield Fault(
                "mixed-periods",
                f"found {period}, {period.kind_in_words}; most others are {main.kind_in_words}",
                "give periods of one kind only, each kind in a series of its own",
                path=place,
            )
            continue
        ordinal = period.ordinal
        if ordinal in first_at:
            yield Fault(
                "duplicate-period",
                f"{period} is already at observations[{first_at[ordinal]}]",
                "keep the one that is right; they are never added or averaged",
                path=place,
            )
            continue
        if first_at and ordinal < latest:
            found = f"{period} comes after {periods[first_at[latest]]}"
            yield Fault("out-of-order", found, "list them in the order of time", path=place)
        else:
            latest = ordinal
        first_at[ordinal] = index


def _most_common_kind(periods: tuple[Period, ...]) -> Period:
    kinds = [period.kind for period in periods]
    ((most, _),) = Counter(kinds).most_common(1)
    return periods[kinds.index(most)]


def _check_value(series: Series, observation: Observation) -> Iterator[Fault]:
    value = observation.value
    if series.kind is SeriesKind.COUNT:
        yield from _check_count(series, value)
    for name in ("numerator", "value") if series.kind in _WHOLE else ():
        part = getattr(observation, name)
        if part is not None and part < 0:
            mend = f"a {series.kind} is never below 0; choose the kind score if this is none"
            yield Fault("negative", f"found {part:g}", mend, path=(name,))
    if series.kind is SeriesKind.SHARE and series.per is not None:
        yield from _check_share(series.per, observation)
    yield from _check_agreement(series, observation)


def _check_count(series: Series, value: float | None) -> Iterator[Fault]:
    if value is None:
        return
    if value < 0:
        yield Fault("negative", f"found {value:g}", "a count is 0 or more", path=("value",))
    elif series.standing is Standing.OBSERVED and value != int(value):
        mend = "write a whole number, or choose the kind mean, rate or score"
        yield Fault("not-whole", f"found {value:g}", mend, path=("value",))


def _check_share(per: float, observation: Observation) -> Iterator[Fault]:
    for name in ("value", "lower", "upper"):
        part = getattr(observation, name)
        if part is not None and part > per:
            mend = f"a share is never above {per:g}, all of them"
            if per == 1 and part <= 100:
                mend = "say per = 100 if these are percentages, or divide by 100"
            yield Fault("above-all", f"found {part:g} of {per:g}", mend, path=(name,))
        if part is not None and part < 0 and name != "value":
            mend = "a share is never below 0, nor are its limits"
            yield Fault("negative", f"found {part:g}", mend, path=(name,))
    numerator, denominator = observation.numerator, observation.denominator
    if numerator is not None and denominator is not None and numerator > denominator:
        yield Fault(
            "above-all",
            f"found {numerator:g} out of {denominator:g}",
            "a share is of the same people; choose the kind rate if events are counted",
            path=("numerator",),
        )


def _check_agreement(series: Series, observation: Observation) -> Iterator[Fault]:
    value, numerator = observation.value, observation.numerator
    denominator = observation.denominator
    if value is None or numerator is None or denominator is None:
        return
    if series.kind not in (*_WHOLE, SeriesKind.MEAN) or (series.kind in _WHOLE and not series.per):
        return
    expected = numerator / denominator * (series.per or 1)
    if abs(value - expected) > find_tolerance(value, expected):
        by = f" x {series.per:g}" if series.per not in (None, 1) else ""
        yield Fault(
            "does-not-agree",
            f"found {value:g}, but {numerator:g} / {denominator:g}{by} is {expected:.6g}",
            "correct the one that is wrong",
            path=("value",),
        )


def find_tolerance(value: float, expected: float) -> float:
    """Return how far a value may lie from its sum: half a unit of its last decimal.

    Examples
    --------
    >>> find_tolerance(54, 54.2) >= 0.5, find_tolerance(19.8, 19.81) >= 0.05
    (True, True)
    """
    from decimal import Decimal

    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    # A little more than half, for the sum is itself worked out with a limited number of digits.
    return 0.5 * 10.0**-decimals * (1 + 1e-9) + 1e-12 * abs(expected)


def _check_fractions(series: Series) -> Iterator[Fault]:
    """Ask about percentages that look like fractions, unless the counts or a note bear them out."""
    if series.kind is not SeriesKind.SHARE or series.per != 100:
        return
    there = [one for one in series.observations if one.value is not None]
    values = [one.value for one in there if one.value is not None]
    if not any(values) or not all(0 <= value <= 1 for value in values):
        return
    if any(one.note or (one.numerator is not None and one.denominator) for one in there):
        return
    yield Fault(
        "percent-as-fraction",
        f"no value is above 1, the largest is {max(values):g}, and they are said to be per 100",
        "say per = 1 if these are fractions, or multiply by 100; "
        "if they really are below 1%, give the numbers they come from, or a note with one of them",
        path=("per",),
    )


def _check_absurd(series: Series) -> Iterator[Fault]:
    sizes = sorted(abs(value) for value in series.values if value is not None)
    if len(sizes) < 3:
        return
    for index, observation in enumerate(series.observations):
        if observation.value is None or observation.note or observation.flags:
            continue
        size = abs(observation.value)
        # Only one above the median can be absurd, and it is among the last in order.
        if size <= ABSURD * sizes[len(sizes) // 2 - 1]:
            continue
        others = sizes.copy()
        others.remove(size)
        usual = median(others)
        if usual > 0 and size > ABSURD * usual:
            yield Fault(
                "absurd-value",
                f"found {observation.value:g}, more than {ABSURD} times the others' {usual:g}",
                "correct it; if it is right, say so in its note or give it a flag",
                path=("observations", index, "value"),
            )


def find_step(periods: tuple[Period, ...]) -> int:
    """Return how far the periods of a series lie apart.

    It is 1, but for pooled years that follow each other without sharing a year, or share fewer.

    Examples
    --------
    >>> from obamodel.domain.periods import read_periods
    >>> find_step(read_periods(["2009-11", "2012-14", "2018-20"]))
    3
    """
    places = [period.ordinal for period in periods]
    apart = math.gcd(*(after - before for before, after in pairwise(places)))
    if not apart:
        return 1
    return max(step for step in range(1, periods[0].years + 1) if apart % step == 0)


# --- what stands in the way of an answer -------------------------------------------------


def find_obstacles(series: Series, question: str) -> Iterator[Fault]:
    """Find why a series cannot be asked a question."""
    if not series.observations:
        mend = f"give its observations to ask {question}"
        yield Fault("nothing-observed", "nothing is observed yet", mend, path=("observations",))
    if series.standing is not Standing.OBSERVED:
        yield Fault(
            "not-observed",
            f"it is {series.standing}: its values show what could be, not what was seen",
            f"give an observed series to ask {question}",
            path=("standing",),
        )
    if series.running_total:
        yield Fault(
            "running-total",
            "it is a running total, or a sum of several periods: each value holds earlier ones",
            f"give the number new in each period to ask {question}",
            path=("running_total",),
        )
    gaps = series.gaps
    if gaps:
        named = ", ".join(str(period) for period in gaps[:5])
        more = f" and {len(gaps) - 5} more" if len(gaps) > 5 else ""
        yield Fault(
            "silent-gap",
            f"nothing is said of {named}{more}",
            "write each as missing, with the reason; see with_gaps_as_missing",
            path=("observations",),
        )

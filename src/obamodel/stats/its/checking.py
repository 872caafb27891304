"""Can lines be fitted to this series as asked? If not, why, all at once."""

import math
from collections.abc import Iterator
from typing import Literal

import numpy as np
from attrs import frozen

from obamodel.domain.fields import show
from obamodel.domain.periods import Frequency, Period
from obamodel.domain.series import Series, SeriesKind
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import say_number
from obamodel.stats.its.design import Array, Design, Steps, lay_out_lines
from obamodel.stats.its.estimators import refuse_without_spread
from obamodel.stats.its.lines import FitMethod, Part

LEAST_IN_A_PART = 3
LEAST_MORE_THAN_COEFFICIENTS = 3
_LEAST_WITH_EVENTS = 2
# Beside the values, what is left is no more than rounding.
_NOTHING_LEFT = 1e-10
_STEPS_A_YEAR = {
    Frequency.YEAR: 1.0,
    Frequency.QUARTER: 4.0,
    Frequency.MONTH: 12.0,
    Frequency.WEEK: 365.25 / 7,
    Frequency.DAY: 365.25,
}
_OF_PEOPLE = (SeriesKind.SHARE, SeriesKind.RATE)


@frozen(kw_only=True, eq=False)
class Plan:
    """All that a fit needs, checked.

    Parameters
    ----------
    parts
        Where each period lies.
    steps
        Where it stands in time: shape (periods,).
    response
        What is fitted: the values, or the counts of events; not-a-number where missing.
    exposure
        Out of how many, for counts with an offset.
    to_unit
        What the exponential of the lines is multiplied by to be in the unit of the series.
    design
        The columns, with a row for each period.
    """

    series: Series
    starts: Period
    ends: Period | None
    method: FitMethod
    season: int
    lags: int | None
    small_sample: bool
    parts: tuple[Part, ...]
    steps: Steps
    response: Array
    exposure: Array | None
    to_unit: Array
    design: Design

    @property
    def used(self) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
        """Which periods have a value."""
        return ~np.isnan(self.response)


def make_plan(
    series: Series,
    *,
    starts: Period | str,
    ends: Period | str | None,
    method: FitMethod | str,
    season: int,
    slope_change: bool,
    lags: int | None,
    small_sample: bool,
    offset: Literal["denominators"] | None,
) -> Plan:
    """Check what was asked, and lay it out as arrays.

    Raises
    ------
    InvalidError
        Naming everything that stands in the way.
    """
    series.refuse_statistics("how its lines changed")
    faults: list[Fault] = []
    start = _read_place(series, starts, "starts", faults)
    end = None if ends is None else _read_place(series, ends, "ends", faults)
    faults += _check_series(series)
    faults += _check_season(series, season)
    if method not in list(FitMethod):
        known = ", ".join(f'"{one}"' for one in FitMethod)
        faults.append(
            Fault("unknown-word", f"found {show(method)}", f"choose {known}", path=("method",))
        )
        raise InvalidError("fit_interrupted", faults)
    chosen = FitMethod(method)
    faults += _check_options(chosen, lags, small_sample, offset, len(series.periods))
    response, exposure, to_unit = _read_numbers(series, chosen, offset, faults)
    if start is not None and end is not None and end < start:
        found = f"the end, {series.periods[end]}, is before the start, {series.periods[start]}"
        faults.append(Fault("out-of-order", found, "check the two", path=("ends",)))
    if faults or start is None:
        raise InvalidError("fit_interrupted", faults)
    places = np.arange(len(series.periods))
    # No period is left out silently, so each is one step from the one before; the first keeps its
    # number, by which the waves of the season keep to the calendar.
    steps = series.periods[0].ordinal + places
    after = len(places) if end is None else end + 1
    parts = np.where(places < start, 0, np.where(places < after, 1, 2))
    design = lay_out_lines(
        steps,
        starts=int(steps[start]),
        after=None if end is None else int(steps[0]) + after,
        slope_change=slope_change,
        season=season,
        steps_a_year=_STEPS_A_YEAR[series.frequency],
    )
    wanted = 2 if end is None else 3
    faults += _check_enough(design, chosen, response, parts, list(Part)[:wanted])
    if not faults:
        faults += _check_what_is_left(design, chosen, response)
    if faults:
        raise InvalidError("fit_interrupted", faults)
    return Plan(
        series=series,
        starts=series.periods[start],
        ends=None if end is None else series.periods[end],
        method=chosen,
        season=season,
        lags=lags,
        small_sample=small_sample,
        parts=tuple(list(Part)[part] for part in parts),
        steps=steps,
        response=response,
        exposure=exposure,
        to_unit=to_unit,
        design=design,
    )


# --- what was asked ----------------------------------------------------------------------


def _read_place(series: Series, given: Period | str, name: str, faults: list[Fault]) -> int | None:
    try:
        period = series.read_period(given)
    except InvalidError as refused:
        faults += [fault.under(name) for fault in refused.faults]
        return None
    if period in series.periods:
        return series.periods.index(period)
    first, last = series.periods[0], series.periods[-1]
    faults.append(
        Fault(
            "no-such-period",
            f"the series has no {period}",
            f"give one of its periods, from {first} to {last}",
            path=(name,),
        )
    )
    return None


def _check_series(series: Series) -> Iterator[Fault]:
    for before, after in series.overlaps[:1]:
        yield Fault(
            "overlapping-periods",
            f"{before} and {after} share days, so their values move together",
            "use single years, or periods that follow each other",
            path=("observations",),
        )
    for period in series.breaks:
        if period != series.periods[0]:
            yield Fault(
                "break",
                f"what is counted, or how, changed at {period}, and would pass for a step",
                "take a part with one way of counting, with since() or until()",
                path=("observations", series.periods.index(period)),
            )


def _check_season(series: Series, season: int) -> Iterator[Fault]:
    most = int(_STEPS_A_YEAR[series.frequency] / 2)
    if type(season) is not int or season < 0:
        found = f"found {show(season)}"
        mend = "give how many pairs of waves a year: 0, 1, 2, ..."
        yield Fault("bad-season", found, mend, path=("season",))
    elif season > most:
        found = f"{say_number(season, 'pair')} of waves a year, for periods of a {series.frequency}"
        yield Fault("bad-season", found, f"{most} can be told apart at most", path=("season",))


def _check_options(
    method: FitMethod, lags: object, small_sample: bool, offset: object, periods: int
) -> Iterator[Fault]:
    mend = "leave it out, or choose another method"
    if method is not FitMethod.NEWEY_WEST:
        for name, is_given in (("lags", lags is not None), ("small_sample", not small_sample)):
            if is_given:
                yield Fault("of-no-use", f"it is for newey-west, not {method}", mend, path=(name,))
    elif lags is not None and (type(lags) is not int or not 0 <= lags < periods):
        found = f"found {show(lags)}"
        yield Fault(
            "bad-lags", found, f"give a whole number from 0 to {periods - 1}", path=("lags",)
        )
    if offset not in (None, "denominators"):
        found = f"found {show(offset)}"
        yield Fault("unknown-word", found, 'give "denominators", or None', path=("offset",))
    elif offset is not None and not method.counts:
        found = f"an offset is for counts of events, and {method} fits the values themselves"
        yield Fault("of-no-use", found, mend, path=("offset",))


# --- the numbers -------------------------------------------------------------------------


def _read_numbers(
    series: Series, method: FitMethod, offset: str | None, faults: list[Fault]
) -> tuple[Array, Array | None, Array]:
    """Return what is fitted, out of how many, and what leads back to the unit of the series."""
    values = _to_array(series.values)
    ones = np.ones(len(values))
    if not method.counts:
        return values, None, ones
    of_people = series.kind in _OF_PEOPLE
    if series.kind is not SeriesKind.COUNT and not of_people:
        found = f"{method} is for counts of events, and this is a {series.kind}"
        faults.append(Fault("not-counts", found, 'use method="newey-west"', path=("method",)))
        return values, None, ones
    if of_people and offset is None:
        found = f"{method} is for counts of events, and this is a {series.kind}"
        mend = 'say offset="denominators" to fit its numerators out of its denominators'
        faults.append(Fault("not-counts", found, mend, path=("offset",)))
        return values, None, ones
    seen = ~np.isnan(values)
    counts = _to_array(series.numerators) if of_people else values
    exposure = _to_array(series.denominators) if offset is not None else None
    for name, numbers in (("numerator", counts), ("denominator", exposure)):
        if numbers is None:
            continue
        for place in np.flatnonzero(seen & np.isnan(numbers)):
            found = f"{series.periods[place]} has a value and no {name}"
            mend = f"give it; {method} needs it"
            path = ("observations", int(place), name)
            faults.append(Fault("number-missing", found, mend, path=path))
    for place in np.flatnonzero(seen & (counts != np.round(counts)) & ~np.isnan(counts)):
        found = f"found {counts[place]:g} in {series.periods[place]}"
        path = ("observations", int(place), "numerator")
        faults.append(Fault("not-whole", found, "events are counted in whole numbers", path=path))
    counts = np.where(seen, counts, np.nan)
    if of_people:
        return counts, exposure, ones * float(series.per or 1)
    return counts, exposure, ones if exposure is None else exposure


def _to_array(numbers: tuple[float | None, ...]) -> Array:
    return np.array([np.nan if number is None else float(number) for number in numbers])


def _check_enough(
    design: Design, method: FitMethod, response: Array, part_of: Steps, parts: list[Part]
) -> Iterator[Fault]:
    seen = ~np.isnan(response)
    for number, part in enumerate(parts):
        points = int(np.count_nonzero(seen & (part_of == number)))
        events = int(np.count_nonzero((np.nan_to_num(response) > 0) & (part_of == number)))
        if points < LEAST_IN_A_PART:
            yield Fault(
                "too-few-points",
                f"{say_number(points, 'value')} {part}",
                f"a line needs {LEAST_IN_A_PART} at least, and many more to be trusted",
                path=("observations",),
            )
        elif method.counts and events < _LEAST_WITH_EVENTS:
            yield Fault(
                "too-few-events",
                f"{say_number(events, 'period')} with any event {part}",
                f"at least {_LEAST_WITH_EVENTS} are needed for a ratio",
                path=("observations",),
            )
    used, coefficients = int(seen.sum()), design.columns.shape[1]
    if used < coefficients + LEAST_MORE_THAN_COEFFICIENTS:
        yield Fault(
            "too-few-points",
            f"{say_number(used, 'value')} for {coefficients} numbers to be fitted",
            f"at least {coefficients + LEAST_MORE_THAN_COEFFICIENTS} are needed; "
            "fit less, or wait for more",
            path=("observations",),
        )


def _check_what_is_left(design: Design, method: FitMethod, response: Array) -> Iterator[Fault]:
    seen = ~np.isnan(response)
    columns = design.columns[seen]
    scaled = columns / np.maximum(np.abs(columns).max(axis=0), 1e-300)
    if np.linalg.matrix_rank(scaled) < columns.shape[1]:
        yield Fault(
            "too-few-points",
            "too few times of the year have values to tell the season from the lines",
            "fit fewer waves",
            path=("season",),
        )
    elif not method.counts:
        left = response[seen] - scaled @ np.linalg.lstsq(scaled, response[seen], rcond=None)[0]
        if math.sqrt(float(left @ left)) <= _NOTHING_LEFT * np.abs(response[seen]).max():
            yield from refuse_without_spread().faults

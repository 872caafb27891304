"""What has it come to so far this year, or over the last months?"""

from collections.abc import Iterator, Sequence

from attrs import evolve

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import show
from obamodel.domain.periods import Frequency
from obamodel.domain.series import Observation, Series
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import say_number
from obamodel.stats.groups.over_time import (
    add_observations,
    find_what_stops_adding,
    mark_breaks,
    name_after,
    say_how_added,
)
from obamodel.stats.turning.saying import say_period

_WHY_MISSING = "nothing is said of it"


def sum_year_to_date(series: Series, calendar: Calendar | str) -> Series:
    """Add up each year from its first period to each later one, by the kind of measure.

    Counts are added. A share, rate or mean is worked out again from all numerators and denominators
    so far, so it stays per what it was per. Where a period is missing, so is every sum that should
    hold it, with the reason; so is a sum across a break in what is measured.

    Parameters
    ----------
    series
        A series of quarters, months or days: what is new in each.
    calendar
        On which day a year begins, such as ``"financial"``.

    Returns
    -------
    Series
        A value for each period from the first to the last; the last of a year is the year's. It is
        marked as a running total, so that no verdict is asked of it.

    Raises
    ------
    InvalidError
        When the kind cannot be added up, or its periods do not make up such years.

    Examples
    --------
    >>> from obamodel.domain.series import Polarity, SeriesKind
    >>> calls = Series.from_dict(
    ...     {"2014-04": 3, "2014-05": 4, "2014-06": 5}, id="calls", name="Calls",
    ...     kind=SeriesKind.COUNT, unit="calls", polarity=Polarity.NONE,
    ... )
    >>> sum_year_to_date(calls, "financial").values
    (3, 7, 12)
    """
    year = Calendar.parse(calendar)
    filled = _fill(series)
    _refuse(
        f"a year to date of {series.id}",
        [*find_what_stops_adding(filled), *_find_faults_of_years(filled, year)],
    )
    sums: list[Observation] = []
    so_far: list[Observation] = []
    for observation in filled.observations:
        start = observation.period.start
        if so_far and year.year_of(so_far[0].period.start) != year.year_of(start):
            so_far = []
        so_far.append(observation)
        before = ""
        if so_far[0].period.start != year.first_day(year.year_of(start)):
            before = f"nothing is said of the year before {say_period(so_far[0].period)}"
        sums.append(_sum(filled, so_far, before))
    return _name(
        filled,
        mark_breaks(sums, [[one] for one in filled.observations]),
        id_end="year-to-date",
        name_end="this year so far",
        note=f"Each value is for the year so far ({year} year).",
    )


def sum_moving(series: Series, periods: int) -> Series:
    """Add up each period with those just before it, by the kind of measure.

    Parameters
    ----------
    series
        A series of what is new in each period.
    periods
        How many periods to add up, 2 or more, such as 12 months.

    Returns
    -------
    Series
        A value for each period that has enough before it. Neighbours share most of what they are
        made of, so it is marked as a running total and no verdict is asked of it.

    Raises
    ------
    InvalidError
        When the kind cannot be added up, or the series is shorter than that.

    Examples
    --------
    >>> from obamodel.domain.series import Polarity, SeriesKind
    >>> calls = Series.from_dict(
    ...     {"2014-04": 3, "2014-05": 4, "2014-06": 5}, id="calls", name="Calls",
    ...     kind=SeriesKind.COUNT, unit="calls", polarity=Polarity.NONE,
    ... )
    >>> moving = sum_moving(calls, 2)
    >>> [str(period) for period in moving.periods], moving.values
    (['2014-05', '2014-06'], (7, 9))
    """
    filled = _fill(series)
    faults = list(find_what_stops_adding(filled))
    number = len(filled.observations)
    if type(periods) is not int or periods < 2:
        mend = "say how many periods to add up: 2 or more"
        faults.append(Fault("bad-window", f"found {show(periods)}", mend, path=("periods",)))
    elif 0 < number < periods:
        found = f"it has {say_number(number, 'period')}, and {periods} are to be added up"
        faults.append(Fault("too-few-periods", found, "add up fewer", path=("periods",)))
    _refuse(f"a moving sum of {series.id}", faults)
    each = filled.observations
    windows = [each[end - periods : end] for end in range(periods, number + 1)]
    sums = [_sum(filled, window, "") for window in windows]
    news = [windows[0], *(window[-1:] for window in windows[1:])]
    lengths = say_number(periods, str(series.frequency))
    return _name(
        filled,
        mark_breaks(sums, news),
        id_end=f"over-{periods}-{series.frequency}s",
        name_end=f"the last {lengths} together",
        note=f"Each value is for {lengths}, up to and with the one it stands at.",
    )


def _fill(series: Series) -> Series:
    return series.with_gaps_as_missing(_WHY_MISSING) if series.gaps else series


def _refuse(what: str, faults: Sequence[Fault]) -> None:
    if faults:
        raise InvalidError(what, faults)


def _find_faults_of_years(series: Series, year: Calendar) -> Iterator[Fault]:
    if not series.observations:
        return
    if series.frequency is Frequency.YEAR:
        yield Fault(
            "whole-years",
            f"each of its periods is a whole year already: {series.periods[0].kind_in_words}",
            "give a series of quarters, months or days; or use pool_years",
            path=("observations", 0, "period"),
        )
        return
    for place, period in enumerate(series.periods):
        if year.year_of(period.start) != year.year_of(period.end):
            yield Fault(
                "over-the-new-year",
                f"{period} lies in two years of this calendar ({year})",
                "give a series whose periods lie within a year, such as months or days, "
                "or name the calendar that its periods are of",
                path=("observations", place, "period"),
            )
            return


def _sum(series: Series, observations: Sequence[Observation], so_far: str) -> Observation:
    return add_observations(series, observations, observations[-1].period, so_far)


def _name(
    series: Series, observations: Sequence[Observation], *, id_end: str, name_end: str, note: str
) -> Series:
    told = " ".join(filter(None, [series.note, note, say_how_added(series.kind)]))
    return evolve(
        series,
        id=name_after(series.id, id_end),
        name=f"{series.name}, {name_end}",
        observations=tuple(observations),
        running_total=True,
        note=told,
    )

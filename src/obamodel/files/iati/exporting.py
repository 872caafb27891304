"""How do published series become results in an IATI file, and what has no place there?"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from obamodel.domain.fields import show
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.observations import Observation
from obamodel.domain.outcomes import Outcome
from obamodel.domain.periods import CALENDAR_YEAR, Frequency, Period
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.domain.targets import Target
from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Exported
from obamodel.files.iati.activity import IatiActivity, IatiFile
from obamodel.files.iati.dropping import find_dropped
from obamodel.files.iati.grouping import (
    SAID_TOGETHER,
    Bundle,
    Given,
    bundle_series,
    cite,
    find_faults,
    find_type,
)
from obamodel.files.iati.nouns import (
    IatiBaseline,
    IatiIndicator,
    IatiMeasure,
    IatiPeriod,
    IatiResult,
    IatiResultType,
    IatiValue,
)
from obamodel.files.iati.numbers import scale_number, write_number
from obamodel.files.iati.parts import IatiReference
from obamodel.files.iati.slices import IatiSlice
from obamodel.files.iati.writing import make_content
from obamodel.files.writing import write_files

OWN_CODES = "99"
"""The vocabulary of the one who reports, by the code of the standard."""

_ASCENDING = {Polarity.HIGH: True, Polarity.LOW: False, Polarity.NONE: None}


def write_iati(
    series: Iterable[Series],
    path: str | os.PathLike[str],
    *,
    into: IatiActivity | IatiFile,
    result_type: IatiResultType | Mapping[str, IatiResultType],
    activity: str | None = None,
    targets: Iterable[Target] = (),
    indicators: Iterable[Indicator] = (),
    outcomes: Iterable[Outcome] = (),
    measures: Iterable[PerformanceMeasure] = (),
    slices: Mapping[str, IatiSlice] | None = None,
    measured: Mapping[str, IatiMeasure] | None = None,
    starting_values: bool = False,
) -> Exported:
    """Write published series, with their targets and indicators, into an IATI file.

    Outcomes become results, indicators become indicators. A series that is about no indicator
    among those given becomes a result of its own.

    Parameters
    ----------
    series
        Series that are public: published by :func:`obamodel.publish`, or not about people.
    path
        A file ending in .xml; one that is there already is replaced, whole or not at all.
    into
        The activity to whose results they are added: one that :func:`describe_activity` made, or
        a file that :func:`read_iati_file` read.
    result_type
        Whether a result is an output, an outcome, an impact or something else: one for all, or
        by the id of the outcome, of the measure, or of the series without either.
    activity
        Of a file with several activities, the identifier of the one that is meant.
    targets, indicators, outcomes, measures
        What is wished for, and what the series are about.
    slices
        By the id of a series: for whom and where its values are.
    measured
        By the id of a series: how it is measured, where neither percentage, for shares, nor unit,
        for all others, is right.
    starting_values
        Whether the first value of each series of calendar years is written as its baseline.

    Returns
    -------
    Exported
        With everything that has no place in the file.

    Raises
    ------
    InvalidError
        With every series that is not published and everything else that is missing, at once.
    """
    given = Given(
        series=tuple(series),
        result_type=result_type,
        targets=tuple(targets),
        indicators=tuple(indicators),
        outcomes=tuple(outcomes),
        measures=tuple(measures),
        slices=slices or {},
        measured=measured or {},
        starting_values=starting_values,
    )
    place = Path(path)
    faults = [*find_faults(given), *_check_home(into, activity)]
    if faults:
        raise InvalidError(place.name, faults)
    results, dropped = make_results(given)
    content = make_content(_add_results(into, activity, results), place)
    write_files(place.parent, {place.name: content})
    return Exported(files=[place.name], dropped=dropped)


def _check_home(into: IatiActivity | IatiFile, activity: str | None) -> Iterator[Fault]:
    if isinstance(into, IatiActivity):
        if into.results:
            found = "the activity has results, and nothing says that their numbers are public"
            mend = "give the file it is from, read with read_iati_file(path, published=...)"
            yield Fault("not-published", found, mend, path=("into",))
        return
    known = [one.identifier for one in into.activities]
    if activity is None and len(known) > 1:
        mend = "choose with activity= one of: " + ", ".join(map(show, known[:20]))
        found = f"the file has {len(known)} activities"
        yield Fault("activity-missing", found, mend, path=("activity",))
    elif activity is not None and activity not in known:
        mend = "choose one of: " + ", ".join(map(show, known[:20]))
        found = f"there is no activity {show(activity)}"
        yield Fault("unknown-activity", found, mend, path=("activity",))


def _add_results(
    into: IatiActivity | IatiFile, activity: str | None, results: Iterable[IatiResult]
) -> IatiFile:
    # Those that were there need a word of their own; those that are added are known to be public.
    is_new = isinstance(into, IatiActivity) or not any(one.results for one in into.activities)
    file = IatiFile(activities=[into]) if isinstance(into, IatiActivity) else into
    wanted = activity or file.activities[0].identifier
    activities = [
        evolve(one, results=(*one.results, *results)) if one.identifier == wanted else one
        for one in file.activities
    ]
    if is_new and not file.published:
        return evolve(file, activities=activities, published="Every series in it is public.")
    return evolve(file, activities=activities)


# --- from series to results ------------------------------------------------------------------


def make_results(given: Given) -> tuple[tuple[IatiResult, ...], tuple[Fault, ...]]:
    """Make the results of an IATI file, and name what has no place in them.

    Returns
    -------
    tuple of IatiResult, tuple of Fault
        The results in the order of the series, and what was dropped.
    """
    dropped = [*find_dropped(given)]
    made: dict[str, IatiResult] = {}
    for bundle in bundle_series(given):
        indicator = _make_indicator(bundle, given)
        head = bundle.head
        if head.id in made:
            before = made[head.id]
            made[head.id] = evolve(before, indicators=(*before.indicators, indicator))
        else:
            made[head.id] = IatiResult(
                type=find_type(given, head),
                title=head.title,
                description=head.description,
                references=[IatiReference(vocabulary=OWN_CODES, code=head.id)],
                indicators=[indicator],
            )
    return tuple(made.values()), tuple(dropped)


def _make_indicator(bundle: Bundle, given: Given) -> IatiIndicator:
    references = [IatiReference(vocabulary=OWN_CODES, code=bundle.id)]
    if not bundle.series:
        return IatiIndicator(
            measure=IatiMeasure.QUALITATIVE,
            title=bundle.title,
            description="\n".join(filter(None, (bundle.definition, cite(bundle.source)))),
            references=references,
        )
    first = bundle.series[0]
    periods: dict[Period, IatiPeriod] = {}
    baselines: list[IatiBaseline] = []
    for one in bundle.series:
        measure = _find_measure(one, given)
        parts = given.slices.get(one.id, IatiSlice()).make_parts()
        observations = [seen for seen in one.observations if seen.value is not None]
        if given.starting_values and observations and _is_year(observations[0].period):
            start = observations.pop(0)
            value = _make_value(one, measure, start.value, _comment(start), parts)
            baselines.append(_make_baseline(start.period.start.year, value))
        for seen in observations:
            value = _make_value(one, measure, seen.value, _comment(seen), parts)
            period = periods.get(seen.period) or _make_period(seen.period)
            periods[seen.period] = evolve(period, actuals=(*period.actuals, value))
        for target in given.targets:
            if target.series == one.id:
                said = " ".join(filter(None, (target.reason, cite(target.source))))
                value = _make_value(one, measure, target.value, said, parts)
                period = periods.get(target.period) or _make_period(target.period)
                periods[target.period] = evolve(period, targets=(*period.targets, value))
    return IatiIndicator(
        measure=_find_measure(first, given),
        ascending=_ASCENDING[first.polarity],
        title=bundle.title,
        description=_describe(bundle, first),
        references=references,
        baselines=baselines,
        periods=sorted(periods.values(), key=lambda period: (period.start, period.end)),
    )


def _find_measure(series: Series, given: Given) -> IatiMeasure:
    usual = IatiMeasure.PERCENTAGE if series.kind is SeriesKind.SHARE else IatiMeasure.UNIT
    return given.measured.get(series.id, usual)


def _make_value(
    series: Series,
    measure: IatiMeasure,
    value: float | None,
    comment: str,
    parts: Mapping[str, Any],
) -> IatiValue:
    assert value is not None
    if measure is IatiMeasure.PERCENTAGE and series.per is not None:
        value = scale_number(value, series.per)
    return IatiValue(value=write_number(value), comment=comment, **parts)


def _make_period(period: Period) -> IatiPeriod:
    return IatiPeriod(start=period.start, end=period.end)


def _make_baseline(year: int, value: IatiValue) -> IatiBaseline:
    return IatiBaseline(
        year=year,
        value=value.value,
        locations=value.locations,
        dimensions=value.dimensions,
        comment=value.comment,
    )


def _is_year(period: Period) -> bool:
    is_single = period.frequency is Frequency.YEAR and period.years == 1
    return is_single and period.calendar == CALENDAR_YEAR


def _comment(observation: Observation) -> str:
    """Say what a reader must know of a value: that it is an estimate, and what was noted."""
    flags = ", ".join(observation.flags)
    return " ".join(filter(None, (f"({flags})" if flags else "", observation.note)))


def _describe(bundle: Bundle, series: Series) -> str:
    """Say everything about the numbers for which the file has no place of its own."""
    said = {part: {getattr(one, part) for one in bundle.series} for part in SAID_TOGETHER}
    # Of several slices only what holds for all of them is said; the rest is named as dropped.
    common = {part: texts.pop() if len(texts) == 1 else "" for part, texts in said.items()}
    lines = [bundle.definition, common["definition"], common["note"], f"Unit: {series.unit}"]
    if series.running_total:
        lines.append("Each value holds all the earlier ones.")
    lines += [cite(bundle.source), cite(common["source"])]
    # By which rule numbers were hidden is never left unsaid.
    lines += [one.published for one in bundle.series]
    return "\n".join(dict.fromkeys(filter(None, lines)))

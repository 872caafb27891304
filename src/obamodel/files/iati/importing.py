"""What of an IATI file can become series, targets, indicators and outcomes of ours?"""

import os
from collections.abc import Mapping

from obamodel.domain.calendars import Calendar
from obamodel.domain.fields import show
from obamodel.domain.indicators import Indicator
from obamodel.domain.outcomes import Outcome
from obamodel.domain.quantities import Counted
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.domain.targets import Target
from obamodel.domain.traits import Trait
from obamodel.errors import Fault, InvalidError, find_nearest
from obamodel.files.carrying import Imported
from obamodel.files.iati.activity import IatiActivity, IatiFile
from obamodel.files.iati.asking import Answers, find_answer
from obamodel.files.iati.leaving import leave_details, leave_rest
from obamodel.files.iati.notes import Notes
from obamodel.files.iati.nouns import IatiResultType
from obamodel.files.iati.reading import read_iati_file
from obamodel.files.iati.series import SeriesMaker
from obamodel.files.iati.slices import find_places
from obamodel.files.iati.titles import NamedResult, choose_words, name_results
from obamodel.files.naming import Names
from obamodel.files.placing import arrange_faults


def read_iati(
    path: str | os.PathLike[str],
    *,
    activity: str | None = None,
    polarity: Polarity | Mapping[str, Polarity] | None = None,
    kind: SeriesKind | Mapping[str, SeriesKind] | None = None,
    per: float | Mapping[str, float] | None = None,
    unit: str | Mapping[str, str] | None = None,
    population: str | Mapping[str, str] | None = None,
    target_reason: str | Mapping[str, str] | None = None,
    counted: Counted | Mapping[str, Counted] | None = None,
    trait: Trait | Mapping[str, Trait] | None = None,
    calendar: Calendar | str | None = None,
    starting_values: bool = False,
    published: str = "",
    language: str = "",
) -> Imported:
    """Read the results of an IATI activity file as series, targets, outcomes and indicators.

    Each group and each place of which the file gives values becomes a series of its own. A total
    is there only if the file has one: none is made from parts. What the file does not say is not
    made up. It is asked for by one of the keywords; until it is answered, the thing is named
    under ``left_behind``.

    What differs between indicators or results is given as a mapping by their short names, which
    are made from their titles and stand in the messages.

    Parameters
    ----------
    path
        The file: IATI 2.03, or 2.01 and 2.02, whose results are a part of it.
    activity
        The identifier of the one activity to read; all are read without.
    polarity
        Which way is good, for indicators that do not say with ``ascending``. Until it is
        answered their series have none, and nothing is judged by them.
    kind
        What sort of number a value is, where it is neither a whole number nor a percentage of a
        whole.
    per
        For a share or a rate: what all of them would be, such as 1 if the percentages are
        fractions.
    unit
        What is counted or measured; the file says no more than "units".
    population
        The id of the population for which a result is wanted. An outcome or impact that has one
        becomes an outcome with indicators; in a mapping, so does any result.
    target_reason
        Why targets are as they are, for those without a comment.
    counted, trait
        What is counted, and what those counted share; people who share a characteristic, which
        is the most careful, where nothing is said.
    calendar
        On which day the year begins, for quarters that do not begin in January, April, July or
        October.
    starting_values
        Whether the baseline of a series of calendar years is the value of its year.
    published
        Where these very numbers are already public, such as the address of the file.
    language
        The language in which to read words that are given in several, such as ``"fr"``; that of
        the activity where it is not named.

    Returns
    -------
    Imported
        With what was decided, and all that could not be carried, each with its line.

    Raises
    ------
    InvalidError
        With everything that is wrong with the file at once, each with its line.
    """
    answers = Answers(
        polarity=polarity,
        kind=kind,
        per=per,
        unit=unit,
        population=population,
        target_reason=target_reason,
        counted=counted,
        trait=trait,
        calendar=None if calendar is None else Calendar.parse(calendar),
        starting_values=starting_values,
    )
    file = read_iati_file(path, published=published)
    return convert_iati(file, answers, activity=activity, language=language)


def convert_iati(
    file: IatiFile,
    answers: Answers | None = None,
    *,
    activity: str | None = None,
    language: str = "",
) -> Imported:
    """Turn what an IATI file says of results into nouns of ours; see :func:`read_iati`.

    Raises
    ------
    InvalidError
        With every value that is no number, and every period that is there twice.

    Examples
    --------
    >>> import datetime
    >>> from obamodel.files.iati.nouns import *
    >>> from obamodel.files.iati.activity import IatiActivity, IatiFile
    >>> year = IatiPeriod(
    ...     start=datetime.date(2013, 1, 1), end=datetime.date(2013, 12, 31),
    ...     actuals=[IatiValue(value="11")],
    ... )
    >>> clinics = IatiIndicator(
    ...     measure=IatiMeasure.UNIT, ascending=True, title="Clinics", periods=[year]
    ... )
    >>> care = IatiResult(type=IatiResultType.OUTPUT, title="Care is near.", indicators=[clinics])
    >>> file = IatiFile(activities=[IatiActivity(identifier="AA-1", results=[care])])
    >>> (series,) = convert_iati(file).series
    >>> series.id, series.values, str(series.periods[0])
    ('clinics', (11,), '2013')
    """
    told = answers or Answers()
    name = file.name or "iati.xml"
    notes, names = Notes(name), Names()
    activities = _choose(file, activity, name)
    results = name_results(activities, Names(), language)
    keys = [one.key for result in results for one in result.indicators]
    faults = [*told.find_faults(keys, [result.key for result in results])]
    if faults:
        raise InvalidError(name, faults)
    maker = SeriesMaker(answers=told, names=names, notes=notes, published=file.published)
    places = {one.identifier: find_places(one) for one in activities}
    series: list[Series] = []
    targets: list[Target] = []
    outcomes: list[Outcome] = []
    indicators: list[Indicator] = []
    for one in activities:
        leave_rest(one, notes)
    for result in results:
        outcome = _make_outcome(result, told, names, notes)
        outcomes += [] if outcome is None else [outcome]
        for place, indicator in enumerate(result.indicators, 1):
            called = names.give("indicator", indicator.key, instead="indicator")
            about = () if outcome is None else (called,)
            made = maker.make(indicator, result, places[result.activity.identifier], about)
            series += made.series
            targets += made.targets
            if outcome is not None:
                described = choose_words(indicator.noun.description, result.language)
                codes = [code.code for code in indicator.noun.references]
                indicators.append(
                    Indicator(
                        id=called,
                        label=codes[0] if codes else f"{len(outcomes)}.{place}",
                        statement=indicator.title,
                        outcome=outcome.id,
                        definition=described,
                        data=made.data,
                        source=f"IATI activity {result.activity.identifier}, {name}",
                    )
                )
        leave_details(result, notes)
    if notes.faults:
        raise InvalidError(name, arrange_faults(notes.faults))
    return Imported(
        source=name,
        series=series,
        targets=targets,
        indicators=indicators,
        outcomes=outcomes,
        decided=arrange_faults(notes.decided),
        left_behind=arrange_faults((*file.left_behind, *notes.left)),
    )


def _choose(file: IatiFile, activity: str | None, name: str) -> tuple[IatiActivity, ...]:
    if activity is None:
        return file.activities
    chosen = tuple(one for one in file.activities if one.identifier == activity)
    if chosen:
        return chosen
    known = [one.identifier for one in file.activities]
    nearest = find_nearest(activity, known)
    listed = ", ".join(map(show, known[:20]))
    mend = f"did you mean {show(nearest)}?" if nearest else f"choose one of: {listed}"
    found = f"there is no activity {show(activity)}"
    raise InvalidError(name, [Fault("unknown-activity", found, mend, path=("activity",))])


def _make_outcome(result: NamedResult, told: Answers, names: Names, notes: Notes) -> Outcome | None:
    """Make an outcome of a result, if somebody says for which population it is wanted."""
    by_name = isinstance(told.population, Mapping)
    is_service = result.noun.type is IatiResultType.OUTPUT
    population = find_answer(told.population, result.key)
    if population is None or (is_service and not by_name):
        if is_service:
            found = "an output says how a service does, and not in which quadrant it belongs"
            mend = "make a PerformanceMeasure of each indicator, and name it under about"
        else:
            found = "nothing says for which population it is wanted, so it is no outcome yet"
            mend = f'give population={{"{result.key}": "..."}}, the id of a population'
        notes.leave(result.noun.line, "population-missing", found, mend, result.key)
        return None
    return Outcome(
        id=names.give("outcome", result.key, instead="outcome"),
        statement=result.title,
        population=population,
        note=choose_words(result.noun.description, result.language),
        source=f"IATI activity {result.activity.identifier}, {notes.file}",
    )

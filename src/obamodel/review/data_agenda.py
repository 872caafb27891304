"""What would a practitioner ask about the data still to be developed?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.levels import Level
from obamodel.domain.measures import PerformanceMeasure
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.rule import Noticed, rule
from obamodel.review.wording import join_names, name_indicator, quote, say_part, start

WITH_DATA = (DataState.HELD, DataState.WEAK)


@rule("wanted-data-not-on-agenda", severity=Severity.GAP, source=sources.HEADLINES)
def wanted_data_not_on_agenda(evaluation: Evaluation) -> Iterator[Noticed]:
    """If this is what we most want to know, when will we have the data?"""
    listed = _agenda(evaluation)
    for candidate in (*evaluation.indicators, *evaluation.measures):
        if _is_wanted(candidate) and not _has_data(candidate) and candidate.id not in listed:
            yield Noticed(
                place=_name(candidate),
                sentence=start(
                    f"{_name(candidate)} says much and is easy to understand, its data are weak "
                    "or missing, and it is not on the list of data to develop."
                ),
                mend="Put it on the data development agenda, in its order of importance.",
                about=candidate.id,
            )


@rule("agenda-has-data", severity=Severity.NOTE, source=sources.HEADLINES)
def agenda_has_data(evaluation: Evaluation) -> Iterator[Noticed]:
    """Is it still wanted, or are the data there by now?"""
    listed = _agenda(evaluation)
    for candidate in (*evaluation.indicators, *evaluation.measures):
        if candidate.id in listed and _has_data(candidate):
            yield Noticed(
                place=_name(candidate),
                sentence=start(
                    f"{_name(candidate)} is on the list of data to develop, "
                    "and good data for it are there already."
                ),
                mend="Take it off the data development agenda, and use it.",
                about=candidate.id,
            )


@rule("no-data-agenda", severity=Severity.GAP, source=sources.HEADLINES)
def no_data_agenda(evaluation: Evaluation) -> Iterator[Noticed]:
    """Which of the missing data would you buy first?"""
    for service in evaluation.services:
        measures = [each for each in evaluation.measures if each.service == service.id]
        missing = [each for each in measures if each.data in (DataState.MISSING, DataState.LOST)]
        if missing and not service.data_development_agenda:
            part = say_part(len(missing), len(measures), "measure", "measures")
            yield Noticed(
                place=f"the service {service.name}",
                sentence=f"Data are missing for {part} of {service.name}, "
                "and there is no list of data to develop: "
                f"{join_names([quote(measure.name) for measure in missing])}.",
                mend="List the data you want first, and put the most important at the top.",
                about=service.id,
                concerns=tuple(measure.id for measure in missing),
            )


def _agenda(evaluation: Evaluation) -> set[str]:
    holders = (*evaluation.outcomes, *evaluation.services)
    return {name for holder in holders for name in holder.data_development_agenda}


def _is_wanted(candidate: Indicator | PerformanceMeasure) -> bool:
    powers = candidate.powers
    return powers is not None and powers.communication is powers.proxy is Level.HIGH


def _has_data(candidate: Indicator | PerformanceMeasure) -> bool:
    powers = candidate.powers
    good_enough = powers is None or powers.data is Level.HIGH
    return candidate.data is DataState.HELD and good_enough


def _name(candidate: Indicator | PerformanceMeasure) -> str:
    if isinstance(candidate, Indicator):
        return name_indicator(candidate)
    return f"the measure {quote(candidate.name)}"

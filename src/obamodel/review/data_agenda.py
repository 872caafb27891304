"""What would a practitioner ask about the data still to be developed?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.levels import Level
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.outcomes import Outcome
from obamodel.domain.services import Service
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one
from obamodel.review.rule import rule
from obamodel.review.wording import list_part, say_part

WITH_DATA = (DataState.HELD, DataState.WEAK)

Candidate = Indicator | PerformanceMeasure


@rule("wanted-data-not-on-agenda", severity=Severity.GAP, source=sources.HEADLINES)
def wanted_data_not_on_agenda(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: if this is what we most want to know, when will we have the data?"""
    listed = _list_agenda(evaluation)
    for candidate in _list_candidates(evaluation):
        if _is_wanted(candidate) and not _has_good_data(candidate) and candidate.id not in listed:
            yield notice_one(
                candidate,
                "says much in plain words, its data are weak or missing, "
                "and it is not on the list of data to develop",
                "Put it on the data development agenda, in its order of importance.",
            )


@rule("agenda-has-data", severity=Severity.NOTE, source=sources.HEADLINES)
def agenda_has_data(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: is it still wanted, or are the data there by now?"""
    listed = _list_agenda(evaluation)
    for candidate in _list_candidates(evaluation):
        if candidate.id in listed and _has_good_data(candidate):
            yield notice_one(
                candidate,
                "is on the list of data to develop, and its data are there already",
                "Take it off the data development agenda, and use it.",
            )


@rule("no-data-agenda", severity=Severity.GAP, source=sources.HEADLINES)
def no_data_agenda(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: which of the missing data would you buy first?"""
    for service in evaluation.services:
        measures = [each for each in evaluation.measures if each.service == service.id]
        missing = [each for each in measures if each.data in (DataState.MISSING, DataState.LOST)]
        if missing and not service.data_development_agenda:
            part = say_part(len(missing), len(measures), "measure", "measures")
            yield notice_one(
                service,
                f"lacks data for {part}, and has no list of data to develop"
                f"{list_part(missing, measures)}",
                "List the data you want first, and put the most important at the top.",
            )


def _list_candidates(evaluation: Evaluation) -> tuple[Candidate, ...]:
    return (*evaluation.indicators, *evaluation.measures)


def _list_agenda(evaluation: Evaluation) -> set[str]:
    holders: tuple[Outcome | Service, ...] = (*evaluation.outcomes, *evaluation.services)
    return {name for holder in holders for name in holder.data_development_agenda}


def _is_wanted(candidate: Candidate) -> bool:
    powers = candidate.powers
    return powers is not None and powers.communication is powers.proxy is Level.HIGH


def _has_good_data(candidate: Candidate) -> bool:
    powers = candidate.powers
    return candidate.data is DataState.HELD and (powers is None or powers.data is Level.HIGH)

"""What would a practitioner ask about the four quadrants?"""

import re
from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.measures import BETTER_OFF_QUADRANTS, PerformanceMeasure, Quadrant
from obamodel.domain.services import Service
from obamodel.review import sources
from obamodel.review.data_agenda import WITH_DATA
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one
from obamodel.review.rule import rule

_LIKED_IT = re.compile(
    r"\b(?:satisf\w+|happy with|pleased with|enjoy\w*|would recommend|liked|rat(?:ed|ings?))\b",
    re.I,
)
_CAME = re.compile(
    r"\b(?:attend(?:ed|ances?|ing)|complet(?:ed|ions?|ing)|finish(?:ed|ing)|came|took part)\b",
    re.I,
)


@rule("service-without-measures", severity=Severity.GAP, source=sources.SEVEN_QUESTIONS)
def service_without_measures(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: how would anybody know how the service does?"""
    for service in evaluation.services:
        if not _find_measures(evaluation, service):
            yield notice_one(
                service,
                "has no measures, so nothing says how well it does",
                "Write one measure of how well it works, and one of whether anyone is better off.",
            )


@rule("only-how-much", severity=Severity.GAP, source=sources.QUADRANTS)
def only_how_much(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: you were busy: did it do anyone any good?"""
    for service in evaluation.services:
        if _find_quadrants(evaluation, service) == {Quadrant.HOW_MUCH}:
            yield notice_one(
                service,
                "measures only how much it did, not how well, nor whether anyone is better off",
                "Add one measure of how well it works, and one of whether anyone is better off.",
            )


@rule("no-better-off", severity=Severity.GAP, source=sources.QUADRANTS)
def no_better_off(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: it is done well: is anyone better off?"""
    for service in evaluation.services:
        quadrants = _find_quadrants(evaluation, service)
        if Quadrant.HOW_WELL in quadrants and not quadrants.intersection(BETTER_OFF_QUADRANTS):
            yield notice_one(
                service,
                "has no measure that asks whether anyone is better off",
                "Add one on what has changed in skills, attitude, behaviour or circumstance.",
            )


@rule("no-share-better-off", severity=Severity.GAP, source=sources.QUADRANTS)
def no_share_better_off(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: better off out of how many?"""
    for service in evaluation.services:
        better = [
            measure
            for measure in _find_measures(evaluation, service)
            if measure.quadrant in BETTER_OFF_QUADRANTS
        ]
        if better and not any(
            measure.quadrant is Quadrant.BETTER_OFF_SHARE and measure.data in WITH_DATA
            for measure in better
        ):
            yield notice_one(
                service,
                "cannot say what percentage of people are better off",
                "Ask everybody who could be better off, and write down how many that is "
                "and how many say so.",
            )


@rule("share-without-number", severity=Severity.WORTH_ASKING, source=sources.QUADRANTS)
def share_without_number(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: and how many people is that?"""
    for service in evaluation.services:
        measures = _find_measures(evaluation, service)
        counted = {
            kind
            for measure in measures
            if measure.quadrant is Quadrant.BETTER_OFF_NUMBER
            for kind in measure.better_off
        }
        for measure in measures:
            if (
                measure.quadrant is Quadrant.BETTER_OFF_SHARE
                and measure.data in WITH_DATA
                and not counted.intersection(measure.better_off)
            ):
                yield notice_one(
                    measure,
                    "is a percentage, and no measure says how many people that is",
                    "Add the number of people who are better off in the same way.",
                )


@rule("satisfaction-as-better-off", severity=Severity.WORTH_ASKING, source=sources.SORTING)
def satisfaction_as_better_off(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: they liked it: are they better off?"""
    for measure in evaluation.measures:
        if measure.quadrant in BETTER_OFF_QUADRANTS and _LIKED_IT.search(measure.name):
            yield notice_one(
                measure,
                "may tell how people liked the service, and it is counted as being better off",
                "Move it to “how well”, or say what has changed in people's lives.",
            )


@rule("attendance-as-better-off", severity=Severity.WORTH_ASKING, source=sources.SORTING)
def attendance_as_better_off(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: they came, and stayed to the end: are they better off?"""
    for measure in evaluation.measures:
        if measure.quadrant in BETTER_OFF_QUADRANTS and _CAME.search(measure.name):
            yield notice_one(
                measure,
                "may tell who came or stayed to the end, and it is counted as being better off",
                "Move it to “how much” or “how well”, or say what is different for these people.",
            )


def _find_measures(evaluation: Evaluation, service: Service) -> list[PerformanceMeasure]:
    return [measure for measure in evaluation.measures if measure.service == service.id]


def _find_quadrants(evaluation: Evaluation, service: Service) -> set[Quadrant]:
    return {measure.quadrant for measure in _find_measures(evaluation, service)}

"""What would a practitioner ask about the four quadrants?"""

import re
from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.measures import BETTER_OFF_QUADRANTS, PerformanceMeasure, Quadrant
from obamodel.domain.services import Service
from obamodel.review import sources
from obamodel.review.data_agenda import WITH_DATA
from obamodel.review.findings import Severity
from obamodel.review.rule import Noticed, rule
from obamodel.review.wording import quote, start

_LIKED_IT = re.compile(
    r"\b(?:satisf\w+|happy with|pleased with|enjoy\w*|would recommend|liked|rat(?:ed|ing)s?)\b",
    re.I,
)
_CAME = re.compile(
    r"\b(?:attend(?:ed|ance|ances|ing)?|complet(?:ed|ion|ions|ing)|finish\w*|came|took part)\b",
    re.I,
)


@rule("service-without-measures", severity=Severity.GAP, source=sources.SEVEN_QUESTIONS)
def service_without_measures(evaluation: Evaluation) -> Iterator[Noticed]:
    """How would anybody know how the service does?"""
    for service in evaluation.services:
        if not _measures_of(evaluation, service):
            yield _about(
                service,
                f"Nothing says how well {service.name} does: it has no measures.",
                "Write one measure of how well it works, and one of whether anyone is better off.",
            )


@rule("only-how-much", severity=Severity.GAP, source=sources.QUADRANTS)
def only_how_much(evaluation: Evaluation) -> Iterator[Noticed]:
    """You were busy: did it do anyone any good?"""
    for service in evaluation.services:
        quadrants = _quadrants_of(evaluation, service)
        if quadrants == {Quadrant.HOW_MUCH}:
            yield _about(
                service,
                f"{service.name} measures only how much it did, "
                "not how well, nor whether anyone is better off.",
                "Add one measure of how well it works, and one of whether anyone is better off.",
            )


@rule("no-better-off", severity=Severity.GAP, source=sources.QUADRANTS)
def no_better_off(evaluation: Evaluation) -> Iterator[Noticed]:
    """It is done well: is anyone better off?"""
    for service in evaluation.services:
        quadrants = _quadrants_of(evaluation, service)
        if Quadrant.HOW_WELL in quadrants and not quadrants.intersection(BETTER_OFF_QUADRANTS):
            yield _about(
                service,
                f"No measure of {service.name} asks whether anyone is better off.",
                "Add one: what has changed in skills, attitude, behaviour or circumstance?",
            )


@rule("no-share-better-off", severity=Severity.GAP, source=sources.QUADRANTS)
def no_share_better_off(evaluation: Evaluation) -> Iterator[Noticed]:
    """Better off out of how many?"""
    for service in evaluation.services:
        measures = _measures_of(evaluation, service)
        better = [each for each in measures if each.quadrant in BETTER_OFF_QUADRANTS]
        shares = [each for each in better if each.quadrant is Quadrant.BETTER_OFF_SHARE]
        if better and not any(share.data in WITH_DATA for share in shares):
            yield _about(
                service,
                f"No percentage of people better off can be worked out for {service.name}.",
                "Ask everybody who could be better off, and write down how many that is "
                "and how many say so.",
                shares,
            )


@rule("share-without-number", severity=Severity.WORTH_ASKING, source=sources.QUADRANTS)
def share_without_number(evaluation: Evaluation) -> Iterator[Noticed]:
    """And how many people is that?"""
    for service in evaluation.services:
        measures = _measures_of(evaluation, service)
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
                yield _about_measure(
                    measure,
                    "is a percentage, and no measure says how many people that is",
                    "Add the number of people who are better off in the same way.",
                )


@rule("satisfaction-as-better-off", severity=Severity.WORTH_ASKING, source=sources.SORTING)
def satisfaction_as_better_off(evaluation: Evaluation) -> Iterator[Noticed]:
    """They liked it: are they better off?"""
    for measure in evaluation.measures:
        if measure.quadrant in BETTER_OFF_QUADRANTS and _LIKED_IT.search(measure.name):
            yield _about_measure(
                measure,
                "may tell how people liked the service, and it is counted as being better off",
                "Move it to “how well”, or say what has changed in people's lives.",
            )


@rule("attendance-as-better-off", severity=Severity.WORTH_ASKING, source=sources.SORTING)
def attendance_as_better_off(evaluation: Evaluation) -> Iterator[Noticed]:
    """They came to the end of it: are they better off?"""
    for measure in evaluation.measures:
        if measure.quadrant in BETTER_OFF_QUADRANTS and _CAME.search(measure.name):
            yield _about_measure(
                measure,
                "may tell who came or stayed to the end, and it is counted as being better off",
                "Move it to “how much” or “how well”, or say what is different for these people.",
            )


def _about(
    service: Service, sentence: str, mend: str, measures: list[PerformanceMeasure] | None = None
) -> Noticed:
    return Noticed(
        place=f"the service {service.name}",
        sentence=sentence,
        mend=mend,
        about=service.id,
        concerns=(service.id, *(measure.id for measure in measures or ())),
    )


def _about_measure(measure: PerformanceMeasure, says: str, mend: str) -> Noticed:
    name = f"the measure {quote(measure.name)}"
    return Noticed(
        place=name, sentence=start(f"{name} {says}."), mend=mend, about=measure.id
    )


def _measures_of(evaluation: Evaluation, service: Service) -> list[PerformanceMeasure]:
    return [measure for measure in evaluation.measures if measure.service == service.id]


def _quadrants_of(evaluation: Evaluation, service: Service) -> set[Quadrant]:
    return {measure.quadrant for measure in _measures_of(evaluation, service)}

"""What would a practitioner ask about the headlines?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import BETTER_OFF_QUADRANTS, PerformanceMeasure, Quadrant
from obamodel.domain.outcomes import Outcome
from obamodel.domain.services import Service
from obamodel.review import sources
from obamodel.review.data_agenda import WITH_DATA
from obamodel.review.findings import Severity
from obamodel.review.rule import Noticed, rule
from obamodel.review.wording import name_indicator, quote, start

MOST_HEADLINES = 5


@rule("outcome-without-headline", severity=Severity.GAP, source=sources.HEADLINES)
def outcome_without_headline(evaluation: Evaluation) -> Iterator[Noticed]:
    """Which few indicators should everybody look at first?"""
    for outcome in evaluation.outcomes:
        if _indicators_of(evaluation, outcome) and not outcome.headline_indicators:
            yield _about(
                outcome,
                "has no headline indicator: nothing says which ones to look at first",
                "Choose the three to five that most people would understand and care about.",
            )


@rule("too-many-headline-indicators", severity=Severity.WORTH_ASKING, source=sources.PRACTICE)
def too_many_headline_indicators(evaluation: Evaluation) -> Iterator[Noticed]:
    """Who can keep more than five in mind?"""
    for outcome in evaluation.outcomes:
        number = len(outcome.headline_indicators)
        if number > MOST_HEADLINES:
            yield _about(
                outcome,
                f"has {number} headline indicators, more than most people can keep in mind",
                "Keep the three to five that matter most, and make the others secondary.",
            )


@rule("headline-indicator-without-data", severity=Severity.GAP, source=sources.HEADLINES)
def headline_indicator_without_data(evaluation: Evaluation) -> Iterator[Noticed]:
    """A headline with nothing under it?"""
    headlines = {name for outcome in evaluation.outcomes for name in outcome.headline_indicators}
    for indicator in evaluation.indicators:
        if indicator.id in headlines and indicator.data not in WITH_DATA:
            yield _about(
                indicator,
                f"{start(name_indicator(indicator))} is a headline, and there are no data for it.",
                "Put it on the data development agenda until there are data, "
                "and choose a headline that has some.",
            )


@rule("service-without-headline", severity=Severity.GAP, source=sources.HEADLINES)
def service_without_headline(evaluation: Evaluation) -> Iterator[Noticed]:
    """Which few measures should everybody look at first?"""
    for service in evaluation.services:
        if _measures_of(evaluation, service) and not service.headline_measures:
            yield _about(
                service,
                f"{service.name} has no headline measure: nothing says which to look at first.",
                "Choose three to five, some on how well it works and some on who is better off.",
            )


@rule("too-many-headline-measures", severity=Severity.WORTH_ASKING, source=sources.HEADLINES)
def too_many_headline_measures(evaluation: Evaluation) -> Iterator[Noticed]:
    """Who can keep more than five in mind?"""
    for service in evaluation.services:
        number = len(service.headline_measures)
        if number > 5:
            yield _about(
                service,
                f"{service.name} has {number} headline measures, "
                "more than most people can keep in mind.",
                "Keep the three to five that matter most, and make the others secondary.",
            )


@rule("headline-measures-one-sided", severity=Severity.WORTH_ASKING, source=sources.HEADLINES)
def headline_measures_one_sided(evaluation: Evaluation) -> Iterator[Noticed]:
    """Do the headlines show both how well it works and who is better off?"""
    for service in evaluation.services:
        headlines = [
            measure for measure in evaluation.measures if measure.id in service.headline_measures
        ]
        quadrants = {measure.quadrant for measure in headlines}
        if quadrants and not (
            Quadrant.HOW_WELL in quadrants and quadrants.intersection(BETTER_OFF_QUADRANTS)
        ):
            yield _about(
                service,
                f"The headline measures of {service.name} do not show both how well it works "
                "and whether anyone is better off.",
                "Choose at least one headline of each of the two.",
            )


@rule("headline-measure-without-data", severity=Severity.GAP, source=sources.HEADLINES)
def headline_measure_without_data(evaluation: Evaluation) -> Iterator[Noticed]:
    """A headline with nothing under it?"""
    headlines = {name for service in evaluation.services for name in service.headline_measures}
    for measure in evaluation.measures:
        if measure.id in headlines and measure.data not in WITH_DATA:
            yield _about_measure(
                measure,
                "is a headline, and there are no data for it",
                "Put it on the data development agenda until there are data, "
                "and choose a headline that has some.",
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

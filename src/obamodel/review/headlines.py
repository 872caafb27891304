"""What would a practitioner ask about the headlines?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.measures import BETTER_OFF_QUADRANTS, Quadrant
from obamodel.review import sources
from obamodel.review.data_agenda import WITH_DATA
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one
from obamodel.review.rule import rule

MOST_HEADLINES = 5

_NO_DATA = "is a headline, and there are no data for it"
_CHOOSE_ANOTHER = (
    "Put it on the data development agenda until there are data, "
    "and choose a headline that has some."
)


@rule("outcome-without-headline", severity=Severity.GAP, source=sources.HEADLINES)
def outcome_without_headline(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: which few indicators should everybody look at first?"""
    recognised = {indicator.outcome for indicator in evaluation.indicators}
    for outcome in evaluation.outcomes:
        if outcome.id in recognised and not outcome.headline_indicators:
            yield notice_one(
                outcome,
                "has no headline indicator: nothing says which ones to look at first",
                "Choose the three to five that most people would understand and care about.",
            )


@rule("too-many-headline-indicators", severity=Severity.WORTH_ASKING, source=sources.PRACTICE)
def too_many_headline_indicators(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: who can keep more than five in mind?"""
    for outcome in evaluation.outcomes:
        number = len(outcome.headline_indicators)
        if number > MOST_HEADLINES:
            yield notice_one(
                outcome,
                f"has {number} headline indicators, more than most people can keep in mind",
                "Keep the three to five that matter most, and make the others secondary.",
            )


@rule("headline-indicator-without-data", severity=Severity.GAP, source=sources.HEADLINES)
def headline_indicator_without_data(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: a headline with nothing under it?"""
    headlines = {name for outcome in evaluation.outcomes for name in outcome.headline_indicators}
    if not any(indicator.data in WITH_DATA for indicator in evaluation.indicators):
        return  # Another rule says so of all indicators at once.
    for indicator in evaluation.indicators:
        if indicator.id in headlines and indicator.data not in WITH_DATA:
            yield notice_one(indicator, _NO_DATA, _CHOOSE_ANOTHER)


@rule("service-without-headline", severity=Severity.GAP, source=sources.HEADLINES)
def service_without_headline(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: which few measures should everybody look at first?"""
    measured = {measure.service for measure in evaluation.measures}
    for service in evaluation.services:
        if service.id in measured and not service.headline_measures:
            yield notice_one(
                service,
                "has no headline measure: nothing says which ones to look at first",
                "Choose three to five, some on how well it works and some on who is better off.",
            )


@rule("too-many-headline-measures", severity=Severity.WORTH_ASKING, source=sources.HEADLINES)
def too_many_headline_measures(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: who can keep more than five in mind?"""
    for service in evaluation.services:
        number = len(service.headline_measures)
        if number > MOST_HEADLINES:
            yield notice_one(
                service,
                f"has {number} headline measures, more than most people can keep in mind",
                "Keep the three to five that matter most, and make the others secondary.",
            )


@rule("headline-measures-one-sided", severity=Severity.WORTH_ASKING, source=sources.HEADLINES)
def headline_measures_one_sided(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: do the headlines show both how well it works and who is better off?"""
    quadrants = {measure.id: measure.quadrant for measure in evaluation.measures}
    for service in evaluation.services:
        shown = {quadrants[name] for name in service.headline_measures}
        if shown and not (Quadrant.HOW_WELL in shown and shown.intersection(BETTER_OFF_QUADRANTS)):
            yield notice_one(
                service,
                "has headline measures that do not show both how well it works "
                "and whether anyone is better off",
                "Choose at least one headline of each of the two.",
            )


@rule("headline-measure-without-data", severity=Severity.GAP, source=sources.HEADLINES)
def headline_measure_without_data(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: a headline with nothing under it?"""
    headlines = {name for service in evaluation.services for name in service.headline_measures}
    for measure in evaluation.measures:
        if measure.id in headlines and measure.data not in WITH_DATA:
            yield notice_one(measure, _NO_DATA, _CHOOSE_ANOTHER)

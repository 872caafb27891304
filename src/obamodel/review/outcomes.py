"""What would a practitioner ask about the outcomes?"""

import re
from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one
from obamodel.review.prose import PEOPLE_WHO_USE_SERVICES, mentions
from obamodel.review.rule import rule
from obamodel.review.wording import quote

_SERVICE_WORDS = re.compile(
    r"\b(?:services?|programmes?|programs?|projects?|schemes?|agency|agencies|providers?"
    r"|interventions?|initiatives?)\b",
    re.IGNORECASE,
)
_SYSTEM_WORDS = re.compile(
    r"\b(?:commission(?:ing|ers?)|strateg(?:y|ies)|service delivery|decision[- ]making"
    r"|partnership working|clients?|customers?)\b",
    re.IGNORECASE,
)
_AGES = re.compile(
    r"\b(?:aged?|ages|under|over)(?: \w+)? \d+(?:\s?(?:-|\u2013|to|and)\s?\d+)?s?\b"
    r"|\b\d+[- ]years?[- ]olds?\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"\d[\d,.]*(?:\s?(?:%|per ?cent\b))?|\bper ?cent\b|\b(?:half|thirds?|quarters?) of\b"
    r"|\b(?:ten|twenty|thirty|forty|fifty|hundred|thousand)\b",
    re.IGNORECASE,
)
_DIRECTION_WORDS = re.compile(
    r"\b(?:increas|decreas|reduc|improv|enhanc|maximis|minimis)\w*", re.IGNORECASE
)


@rule("no-outcome", severity=Severity.GAP, source=sources.OUTCOME_STEP)
def no_outcome(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what is all this for: what is wanted for whom?"""
    if not evaluation.outcomes:
        yield Noticed(
            place="outcomes",
            sentence="Nothing says what is wanted for a whole population.",
            mend="Write one outcome: how life should be for everybody in the population.",
        )


@rule("outcome-names-service", severity=Severity.WORTH_ASKING, source=sources.OUTCOME_STEP)
def outcome_names_service(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: is that a condition people live in, or a service that is one way to get there?"""
    names = [service.name for service in evaluation.services]
    for outcome in evaluation.outcomes:
        said = PEOPLE_WHO_USE_SERVICES.sub(" ", outcome.statement)
        word = next((name for name in names if mentions(said, name)), "")
        if not word and (match := _SERVICE_WORDS.search(said)):
            word = match.group()
        if word:
            yield notice_one(
                outcome,
                f"may name a service ({quote(word)}) instead of saying how life should be",
                "Say how life would be for everybody in the population, "
                "and leave the service to its measures.",
            )


@rule("outcome-with-number", severity=Severity.WORTH_ASKING, source=sources.OUTCOME_STEP)
def outcome_with_number(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: is a number part of what people want, or is it a target that slipped in?"""
    for outcome in evaluation.outcomes:
        # Ages say who belongs to the population; they are not a number to reach.
        if match := _NUMBERS.search(_AGES.sub(" ", outcome.statement)):
            yield notice_one(
                outcome,
                f"may carry a number ({quote(match.group())})",
                "Take the number out, and keep it for an indicator or a target.",
            )


@rule("outcome-with-direction", severity=Severity.WORTH_ASKING, source=sources.OUTCOME_STEP)
def outcome_with_direction(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: does it say what is wanted, or only which way to move?"""
    for outcome in evaluation.outcomes:
        if match := _DIRECTION_WORDS.search(outcome.statement):
            yield notice_one(
                outcome,
                f"may say which way to move ({quote(match.group())}) instead of what is wanted",
                "Say what it would be like if it were so, as in “Children are safe”.",
            )


@rule("outcome-about-services", severity=Severity.WORTH_ASKING, source=sources.TWO_ACCOUNTABILITIES)
def outcome_about_services(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: is it about the life of a whole population, or about how services and customers fare?"""
    customers = [customers.name for customers in evaluation.customers]
    for outcome in evaluation.outcomes:
        said = outcome.statement
        if (
            _SYSTEM_WORDS.search(said)
            or PEOPLE_WHO_USE_SERVICES.search(said)
            or any(mentions(said, name) for name in customers)
        ):
            yield notice_one(
                outcome,
                "may be about how services work and who uses them, "
                "more than about how life is for a whole population",
                "Ask what would be better for everybody if it came true; write that as the "
                "outcome, and keep this as what the service does towards it.",
            )


@rule("outcome-without-indicator", severity=Severity.GAP, source=sources.INDICATOR_STEP)
def outcome_without_indicator(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: how would anybody recognise it?"""
    recognised = {indicator.outcome for indicator in evaluation.indicators}
    for outcome in evaluation.outcomes:
        if outcome.id not in recognised:
            yield notice_one(
                outcome,
                "has no indicator, so nobody could tell whether it has come about",
                "Write down what would be seen if it were so, as one indicator or more.",
            )


@rule("outcome-without-experience", severity=Severity.NOTE, source=sources.EXPERIENCE_STEP)
def outcome_without_experience(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what would people see, hear or feel if it were so?"""
    for outcome in evaluation.outcomes:
        if not outcome.experience:
            yield notice_one(
                outcome,
                "does not say what people would see, hear or feel if it came about",
                "Ask people in the population, and write down what they would notice.",
            )

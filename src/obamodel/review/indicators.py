"""What would a practitioner ask about the indicators?"""

import re
from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.review import sources
from obamodel.review.data_agenda import WITH_DATA
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one, notice_some
from obamodel.review.prose import PEOPLE_WHO_USE_SERVICES, mentions
from obamodel.review.rule import rule
from obamodel.review.wording import list_part, name_indicators, quote, say_part
from obamodel.stats.coverage import Informed, map_coverage

_TARGETS = (
    re.compile(r"\b(?:by|before|until)(?: the)?(?: end of)?(?: \w+)? (?:19|20)\d\d\b", re.I),
    re.compile(r"\b(?:increas|decreas|reduc|rais|rise|cut|fall|grow|improv)\w*\b.*\d", re.I),
    re.compile(
        r"(?<!aged )\b(?:at least|at most|no (?:more|fewer|less) than|more than|fewer than"
        r"|less than|up to|down to) \d[\d,.]*(?! (?:years|months|days|weeks|hours))\b",
        re.I,
    ),
    re.compile(r"\d\s?(?:%|per ?cent\b)", re.I),
    re.compile(r"\btargets? of\b|\b(?:halved?|doubled?|trebled?)\b", re.I),
)
_PARTICIPANTS = re.compile(
    r"\b(?:participants?|members?|trainees?|learners?|clients?|customers?|users?|carers?"
    r"|commissioners?|staff|volunteers?)\b",
    re.I,
)
_LEARNED = re.compile(r"\b(?:skills?|skilled|knowledge|confiden\w+|trained|learn\w*)\b", re.I)


@rule("indicator-evidence-only", severity=Severity.GAP, source=sources.INDICATORS_FALL_SHORT)
def indicator_evidence_only(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: does a factor gather evidence for it, or was some just there?"""
    coverage = map_coverage(evaluation)
    for indicator in evaluation.indicators if evaluation.factors else ():
        if coverage.informed_by(indicator.id) is Informed.EVIDENCE_ONLY:
            yield notice_one(
                indicator,
                "is informed by no factor: the only evidence for it is some of what people said "
                "and what changed",
                "Add a factor or a measure that gathers evidence for it, "
                "or say who else will provide it.",
            )


@rule("indicator-uninformed", severity=Severity.GAP, source=sources.INDICATORS_FALL_SHORT)
def indicator_uninformed(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: is there anything at all that says how it stands?"""
    coverage = map_coverage(evaluation)
    argued = {contribution.to for contribution in evaluation.contributions}
    for indicator in evaluation.indicators:
        if (
            coverage.informed_by(indicator.id) is Informed.NOTHING
            and indicator.data not in WITH_DATA
            and indicator.id not in argued
        ):
            yield notice_one(
                indicator,
                "is informed by nothing in this evaluation",
                "Find data or evidence for it, or say who else will provide it.",
            )


@rule("factor-without-indicator", severity=Severity.WORTH_ASKING, source=sources.PRACTICE)
def factor_without_indicator(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: the service is judged by it: what is it for?"""
    alone = map_coverage(evaluation).factors_without_indicator
    if alone and evaluation.indicators:
        part = say_part(len(alone), len(evaluation.factors), "factor", "factors")
        verb = "informs" if len(alone) == 1 else "inform"
        yield notice_some(
            "factors",
            f"{part} {verb} no indicator{list_part(alone, evaluation.factors)}.",
            "Say which indicator each one should help to judge, or why it is kept.",
            alone,
        )


@rule("indicator-with-target", severity=Severity.WORTH_ASKING, source=sources.INDICATOR_STEP)
def indicator_with_target(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: is a wish hidden in what should only be measured?"""
    for indicator in evaluation.indicators:
        matches = (pattern.search(indicator.statement) for pattern in _TARGETS)
        if match := next(filter(None, matches), None):
            yield notice_one(
                indicator,
                f"may have a target inside it ({quote(match.group())})",
                "Keep only what is measured, and write the target down apart from it, "
                "with its date and its reason.",
            )


@rule(
    "indicator-may-be-performance",
    severity=Severity.WORTH_ASKING,
    source=sources.TWO_ACCOUNTABILITIES,
)
def indicator_may_be_performance(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: is it about the whole population, or about the people whom the service met?"""
    named = [customers.name for customers in evaluation.customers]
    named += [service.name for service in evaluation.services]
    doubtful = [
        indicator
        for indicator in evaluation.indicators
        if any(mentions(indicator.statement, name) for name in named)
        or (_LEARNED.search(indicator.statement) and _speaks_of_some(indicator.statement))
    ]
    if doubtful:
        yield notice_some(
            "indicators",
            f"{name_indicators(doubtful)} may be about the people the service works with, "
            "and not about the whole population.",
            "Ask of each whether it is a performance measure; if so, move it there, "
            "and say how it contributes to an indicator.",
            doubtful,
        )


@rule("nothing-quantified", severity=Severity.GAP, source=sources.BASELINE_STEP)
def nothing_quantified(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: where did things start, and how would anybody know that they got better?"""
    without = [each for each in evaluation.indicators if each.data not in WITH_DATA]
    if without and len(without) == len(evaluation.indicators):
        none = f"Not one of the {len(without)} indicators has any figures"
        yield notice_some(
            "indicators",
            ("The only indicator has no figures" if len(without) == 1 else none)
            + ", so there is no starting value and nobody can show that things got better.",
            "Choose one indicator to measure first, and write down how it stands today.",
            without,
        )


@rule("indicator-without-definition", severity=Severity.NOTE, source=sources.INDICATOR_STEP)
def indicator_without_definition(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: would two people count it the same way?"""
    measured = [indicator for indicator in evaluation.indicators if indicator.data in WITH_DATA]
    without = [indicator for indicator in measured if not indicator.definition]
    if without:
        yield notice_some(
            "indicators",
            f"It is not written exactly what is counted for {name_indicators(without)}.",
            "Write the exact definition beside the plain words, one for each indicator.",
            without,
        )


def _speaks_of_some(said: str) -> bool:
    return bool(PEOPLE_WHO_USE_SERVICES.search(said) or _PARTICIPANTS.search(said))

"""What would a practitioner ask about the indicators?"""

import re
from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.indicators import Indicator
from obamodel.review import sources
from obamodel.review.data_agenda import WITH_DATA
from obamodel.review.findings import Severity
from obamodel.review.prose import PEOPLE_WHO_USE_SERVICES, mentions
from obamodel.review.rule import Noticed, rule
from obamodel.review.wording import (
    join_names,
    name_factor,
    name_indicator,
    quote,
    say_part,
    start,
)
from obamodel.stats.coverage import Informed, map_coverage

_TARGETS = (
    re.compile(r"\b(?:by|before|until)(?: the)?(?: end of)?(?: \w+)? (?:19|20)\d\d\b", re.I),
    re.compile(r"\b(?:increas|decreas|reduc|rais|rise|cut|fall|grow|improv)\w*\b.*\d", re.I),
    re.compile(
        r"(?<!aged )\b(?:at least|at most|no (?:more|fewer|less) than|more than|fewer than"
        r"|less than|up to|down to) \d[\d,.]*(?!\d)(?! (?:years|months) (?:old|of age))",
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
    """Does anything the service is judged by gather evidence for it, or was some just there?"""
    coverage = map_coverage(evaluation)
    for indicator in evaluation.indicators if evaluation.factors else ():
        if coverage.informed_by(indicator.id) is Informed.EVIDENCE_ONLY:
            yield _about(
                indicator,
                f"No factor informs {name_indicator(indicator)}: the only evidence for it "
                "is some of what people said and what changed.",
                "Add a factor or a measure that gathers evidence for it, "
                "or say who else will provide it.",
            )


@rule("indicator-uninformed", severity=Severity.GAP, source=sources.INDICATORS_FALL_SHORT)
def indicator_uninformed(evaluation: Evaluation) -> Iterator[Noticed]:
    """Is there anything at all that says how it stands?"""
    coverage = map_coverage(evaluation)
    argued = {contribution.to for contribution in evaluation.contributions}
    for indicator in evaluation.indicators:
        if (
            coverage.informed_by(indicator.id) is Informed.NOTHING
            and indicator.data not in WITH_DATA
            and indicator.id not in argued
        ):
            yield _about(
                indicator,
                f"Nothing in this evaluation says how {name_indicator(indicator)} stands.",
                "Find data or evidence for it, or say who else will provide it.",
            )


@rule("factor-without-indicator", severity=Severity.WORTH_ASKING, source=sources.PRACTICE)
def factor_without_indicator(evaluation: Evaluation) -> Iterator[Noticed]:
    """The service is judged by it: what is it for?"""
    alone = map_coverage(evaluation).factors_without_indicator
    if alone and evaluation.indicators:
        part = say_part(len(alone), len(evaluation.factors), "factor", "factors")
        yield Noticed(
            place="factors",
            sentence=start(
                f"{part} {'informs' if len(alone) == 1 else 'inform'} no indicator: "
                f"{join_names([name_factor(factor) for factor in alone])}."
            ),
            mend="Say which indicator each one should help to judge, or why it is kept.",
            concerns=tuple(factor.id for factor in alone),
        )


@rule("indicator-with-target", severity=Severity.WORTH_ASKING, source=sources.INDICATOR_STEP)
def indicator_with_target(evaluation: Evaluation) -> Iterator[Noticed]:
    """Is a wish hidden in what should only be measured?"""
    for indicator in evaluation.indicators:
        for pattern in _TARGETS:
            if match := pattern.search(indicator.statement):
                yield _about(
                    indicator,
                    f"{start(name_indicator(indicator))} may have a target inside it "
                    f"({quote(match.group())}).",
                    "Keep only what is measured, and write the target down apart from it, "
                    "with its date and its reason.",
                )
                break


@rule(
    "indicator-may-be-performance",
    severity=Severity.WORTH_ASKING,
    source=sources.TWO_ACCOUNTABILITIES,
)
def indicator_may_be_performance(evaluation: Evaluation) -> Iterator[Noticed]:
    """Is it about the whole population, or about the people whom the service met?"""
    customers = [customers.name for customers in evaluation.customers]
    services = [service.name for service in evaluation.services]
    for indicator in evaluation.indicators:
        said = indicator.statement
        people = PEOPLE_WHO_USE_SERVICES.search(said) or _PARTICIPANTS.search(said)
        if (people and _LEARNED.search(said)) or any(
            mentions(said, name) for name in (*customers, *services)
        ):
            yield _about(
                indicator,
                f"{start(name_indicator(indicator))} may be about the people the service works "
                "with, and not about the whole population.",
                "Ask whether it is a performance measure; if so, move it there, "
                "and say how it contributes to an indicator.",
            )


@rule("nothing-quantified", severity=Severity.GAP, source=sources.BASELINE_STEP)
def nothing_quantified(evaluation: Evaluation) -> Iterator[Noticed]:
    """Where did things start, and how would anybody know that they got better?"""
    without = [each for each in evaluation.indicators if each.data not in WITH_DATA]
    if without and len(without) == len(evaluation.indicators):
        number = len(without)
        which = "The only indicator has no figures" if number == 1 else ""
        yield Noticed(
            place="indicators",
            sentence=(which or f"None of the {number} indicators has any figures")
            + ", so there is no starting value and nobody can show that things got better.",
            mend="Choose one indicator to measure first, and write down how it stands today.",
            concerns=tuple(indicator.id for indicator in without),
        )


@rule("indicator-without-definition", severity=Severity.NOTE, source=sources.INDICATOR_STEP)
def indicator_without_definition(evaluation: Evaluation) -> Iterator[Noticed]:
    """Would two people count it the same way?"""
    measured = [indicator for indicator in evaluation.indicators if indicator.data in WITH_DATA]
    without = [indicator for indicator in measured if not indicator.definition]
    if without:
        part = say_part(
            len(without), len(measured), "indicator with data", "indicators with data"
        )
        yield Noticed(
            place="indicators",
            sentence=f"It is not written exactly what is counted for {part}: "
            f"{join_names([name_indicator(indicator) for indicator in without])}.",
            mend="Write the exact definition beside the plain words, one for each indicator.",
            concerns=tuple(indicator.id for indicator in without),
        )


def _about(indicator: Indicator, sentence: str, mend: str) -> Noticed:
    return Noticed(
        place=name_indicator(indicator), sentence=sentence, mend=mend, about=indicator.id
    )

"""What would a practitioner ask about how a service helps?"""

import re
from collections.abc import Iterator

from obamodel.domain.contributions import Contribution
from obamodel.domain.evaluation import Evaluation
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import join_names, name_thing, quote, say_part

_SAYS_CAUSES = re.compile(
    r"\b(?:caus(?:es|ed|ing)|(?:is|was|are|were) the causes? of|result(?:s|ed) in|prove[sd]?)\b",
    re.I,
)


@rule("contribution-not-argued", severity=Severity.NOTE, source=sources.TWO_ACCOUNTABILITIES)
def contribution_not_argued(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: how is what the service does meant to help?"""
    parts = (*evaluation.factors, *evaluation.measures)
    if evaluation.indicators and parts and not evaluation.contributions:
        yield Noticed(
            place="contributions",
            sentence="Nowhere is it reasoned how what the service does contributes "
            "to an indicator.",
            mend="Write for one indicator why the service should help, and who else does.",
        )


@rule("contribution-says-causes", severity=Severity.WORTH_ASKING, source=sources.NOT_ONE_ALONE)
def contribution_says_causes(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: did it do that alone?"""
    for contribution in evaluation.contributions:
        if match := _SAYS_CAUSES.search(contribution.reasoning):
            yield Noticed(
                place="contributions",
                sentence=(
                    f"The reasoning on {_name(evaluation, contribution)} may claim more than "
                    f"a contribution ({quote(match.group())})."
                ),
                mend="Say “contributes to”, and name the others who contribute.",
                about=contribution.id,
                concerns=(contribution.id,),
            )


@rule("contribution-without-evidence", severity=Severity.GAP, source=sources.PRACTICE)
def contribution_without_evidence(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what speaks for it?"""
    yield from _notice_without(
        evaluation,
        [each for each in evaluation.contributions if not each.evidence],
        "no evidence is named",
        "Name what in this evaluation speaks for it, or what you would need to see.",
    )


@rule("contribution-without-rivals", severity=Severity.WORTH_ASKING, source=sources.PRACTICE)
def contribution_without_rivals(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what else could explain it?"""
    yield from _notice_without(
        evaluation,
        [each for each in evaluation.contributions if not each.rival_explanations],
        "it is not written what else could explain the same thing",
        "Ask somebody outside the service what else could explain it.",
    )


@rule("contribution-of-one-alone", severity=Severity.WORTH_ASKING, source=sources.NOT_ONE_ALONE)
def contribution_of_one_alone(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: who else contributes?"""
    yield from _notice_without(
        evaluation,
        [each for each in evaluation.contributions if not each.other_contributors],
        "nobody else is named who contributes",
        "Name the others who contribute, partners first.",
    )


def _notice_without(
    evaluation: Evaluation, without: list[Contribution], says: str, mend: str
) -> Iterator[Noticed]:
    if without:
        part = say_part(
            len(without), len(evaluation.contributions), "contribution", "contributions"
        )
        names = join_names(_name(evaluation, contribution) for contribution in without)
        yield notice_some("contributions", f"For {part}, {says}: {names}.", mend, without)


def _name(evaluation: Evaluation, contribution: Contribution) -> str:
    of = name_thing(evaluation.find(contribution.of), briefly=True)
    return f"{of} to {name_thing(evaluation.find(contribution.to))}"

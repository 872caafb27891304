"""What would a practitioner ask about how the evaluation was made?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.losses import LossKind
from obamodel.domain.method import AssessmentKind, AssessmentStatus
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import join_names, list_things


@rule("only-self-evaluation", severity=Severity.WORTH_ASKING, source=sources.PRACTICE)
def only_self_evaluation(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: has anybody looked at it who has nothing to gain?"""
    made = [each for each in evaluation.assessments if each.status is not AssessmentStatus.NOT_MADE]
    outside = (AssessmentKind.USER_LED, AssessmentKind.INDEPENDENT)
    if any(each.kind is AssessmentKind.SELF for each in made) and not any(
        each.kind in outside for each in made
    ):
        yield Noticed(
            place="the method",
            sentence="The service evaluates itself, and no independent evaluation is on record.",
            mend="Ask people who use services, or somebody from outside, to look at it too.",
        )


@rule("evidence-lost", severity=Severity.GAP, source=sources.PRACTICE)
def evidence_lost(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: can it still be found?"""
    losses = evaluation.losses
    if losses:
        kinds = [
            f"{number} {kind}{'' if number == 1 else 's'}"
            for kind in LossKind
            if (number := sum(loss.kind is kind for loss in losses))
        ]
        is_one = len(losses) == 1
        yield notice_some(
            "evidence",
            f"{join_names(kinds)} {'is' if is_one else 'are'} lost: {list_things(losses)}.",
            "Ask those who made it whether they still have it; until then, show it as lost.",
            losses,
        )

"""What would a practitioner ask about recommendations and risks?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.recommendations import AnswerState
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import list_part, say_on_one_line, say_part, say_them


@rule("recommendation-unanswered", severity=Severity.GAP, source=sources.CLOSING_THE_LOOP)
def recommendation_unanswered(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what did they answer?"""
    for recommendation in evaluation.recommendations:
        asked = say_on_one_line(recommendation.made_to)
        if recommendation.answer is AnswerState.UNANSWERED:
            yield notice_one(
                recommendation,
                "has no answer yet",
                f"Ask {asked} for an answer, and write it down with its date.",
            )
        elif recommendation.answer is AnswerState.DEALT_WITH:
            yield notice_one(
                recommendation,
                "was dealt with, and the answer is not on record",
                f"Ask {asked} what was decided, and write it down with its date.",
            )


@rule("recommendation-without-why", severity=Severity.GAP, source=sources.CLOSING_THE_LOOP)
def recommendation_without_why(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: they did not take it all up: why?"""
    for recommendation in evaluation.recommendations:
        asked = say_on_one_line(recommendation.made_to)
        turned_down = recommendation.answer in (AnswerState.PARTLY, AnswerState.NOT_TAKEN_UP)
        if turned_down and not recommendation.answer_note:
            yield notice_one(
                recommendation,
                "was not taken up, or only in part, and no reason is on record",
                f"Ask {asked} for the reason, and write it down.",
            )


@rule("risk-not-eased", severity=Severity.GAP, source=sources.PRACTICE)
def risk_not_eased(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what are you doing about it?"""
    without = [risk for risk in evaluation.risks if not risk.eased_by]
    if without:
        part = say_part(len(without), len(evaluation.risks), "risk", "risks")
        yield notice_some(
            "risks",
            f"For {part}, nothing is written that would ease "
            f"{say_them(without)}{list_part(without, evaluation.risks)}.",
            "Write what would make each less likely or less harmful, and who would do it.",
            without,
        )

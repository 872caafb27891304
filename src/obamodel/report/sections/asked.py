"""What is recommended, and what readers are asked for."""

from obamodel.domain.recommendations import AnswerState, Recommendation
from obamodel.report.document import Card, Cards, Section, list_if_any
from obamodel.report.material import Material


def write_asked(material: Material) -> Section:
    """Write the recommendations with their answers, and the requests."""
    evaluation = material.evaluation
    return Section(
        id="recommendations",
        title="Recommendations and requests",
        blocks=[
            Cards(_tell_recommendation(one) for one in evaluation.recommendations)
            if evaluation.recommendations
            else None
        ],
        sections=[
            Section(
                id="requests",
                title="What readers are asked for",
                blocks=[
                    list_if_any(
                        f"{one.text.rstrip('.')}. Asked of: {one.made_to}."
                        for one in evaluation.requests
                    )
                ],
            )
        ],
    )


def _tell_recommendation(one: Recommendation) -> Card:
    when = f", {one.made_on.in_words()}" if one.made_on is not None and one.made_on.is_known else ""
    reasons = " ".join(f"{reason.rstrip('.')}." for reason in one.reasons)
    text = f"Why: {reasons} " if reasons else ""
    return Card(
        heading=one.text,
        text=f"{text}{_say_answer(one)} {one.answer_note}".strip(),
        under=f"From {one.made_by} to {one.made_to}{when}",
    )


def _say_answer(one: Recommendation) -> str:
    on = ""
    if one.answered_on is not None and one.answered_on.is_known:
        on = f", {one.answered_on.in_words()}"
    if one.answer is AnswerState.DEALT_WITH:
        return f"Dealt with{on}; the answer is not recorded."
    return f"Answer: {one.answer}{on}."

"""What would a practitioner ask about what people said?"""

from collections.abc import Iterator

from obamodel.domain.changes import Told
from obamodel.domain.evaluation import Evaluation
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import say_part

# These sentences count what people said and never repeat it: whether it may be shown is
# decided elsewhere.


@rule("feedback-undated", severity=Severity.GAP, source=sources.PRACTICE)
def feedback_undated(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: when did they say so: before or after?"""
    without = [said for said in evaluation.feedback if not said.given.is_known]
    if without:
        verb = "has" if len(without) == 1 else "have"
        yield notice_some(
            "feedback",
            f"{_say_pieces(len(without), len(evaluation.feedback))} {verb} no date.",
            "Write the day on every form and note.",
            without,
        )


@rule("feedback-without-selection", severity=Severity.GAP, source=sources.PRACTICE)
def feedback_without_selection(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: were these chosen because they are kind?"""
    without = [said for said in evaluation.feedback if not said.selected]
    if without:
        yield notice_some(
            "feedback",
            f"For {_say_pieces(len(without), len(evaluation.feedback))}, nothing says how "
            "the choice was made from all that people said.",
            "Say how many pieces there were in all, and how these were chosen.",
            without,
        )


@rule("feedback-without-bearing", severity=Severity.NOTE, source=sources.GRIPP2)
def feedback_without_bearing(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what does it tell us about?"""
    without = [said for said in evaluation.feedback if not said.bears_on]
    if without:
        pieces = _say_pieces(len(without), len(evaluation.feedback))
        verb = "bears" if len(without) == 1 else "bear"
        yield notice_some(
            "feedback",
            f"{pieces} {verb} on no indicator, factor or measure, as far as is written.",
            "Say what each one is evidence for, or leave it out of the argument.",
            without,
        )


@rule("one-rating-only", severity=Severity.GAP, source=sources.PRACTICE)
def one_rating_only(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: one happy person, or most of them?"""
    rated = [said for said in evaluation.feedback if said.rating is not None]
    if len(rated) == 1:
        yield notice_some(
            "feedback",
            "Only one piece of feedback gives a number, which says nothing about most people.",
            "Ask everybody the same question with the same scale, and keep all the answers.",
            rated,
        )


@rule("rating-without-scale", severity=Severity.NOTE, source=sources.PRACTICE)
def rating_without_scale(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: out of how many?"""
    rated = [(said, said.rating) for said in evaluation.feedback if said.rating is not None]
    without = [said for said, rating in rated if rating.lowest is None or rating.highest is None]
    if without:
        part = say_part(len(without), len(rated), "rating", "ratings")
        yield notice_some(
            "feedback",
            f"For {part}, it is not written from what number to what number people could choose.",
            "Write the lowest and the highest number that could be given.",
            without,
        )


@rule("changes-only-observed", severity=Severity.WORTH_ASKING, source=sources.FOUR_PI)
def changes_only_observed(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: would they say so themselves?"""
    if evaluation.changes and all(each.told is Told.OBSERVED for each in evaluation.changes):
        number = len(evaluation.changes)
        which = say_part(number, number, "personal story", "personal stories")
        verb = "was" if number == 1 else "were"
        yield notice_some(
            "personal stories of change",
            f"{which} of change {verb} told by somebody else, and not by those who changed.",
            "Ask people to tell it themselves, if they would like to.",
            evaluation.changes,
        )


def _say_pieces(part: int, whole: int) -> str:
    return say_part(part, whole, "piece of feedback", "pieces of feedback")

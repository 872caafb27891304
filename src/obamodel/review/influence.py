"""What would a practitioner ask about what people's views changed?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.influences import Influence, Reply
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import list_part, say_part

ANSWERED = (Reply.ADOPTED, Reply.PARTLY, Reply.NOT_TAKEN_UP)


@rule("influence-without-answer", severity=Severity.GAP, source=sources.CLOSING_THE_LOOP)
def influence_without_answer(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: they said it: what did anybody answer?"""
    without = [each for each in evaluation.influences if each.reply not in ANSWERED]
    if without:
        verb = "has" if len(without) == 1 else "have"
        yield notice_some(
            "views and answers",
            f"{_say_views(without, evaluation.influences)} {verb} no answer on record"
            f"{list_part(without, evaluation.influences)}.",
            "Ask those who had to answer whether it was taken up, partly or not.",
            without,
        )


@rule("influence-without-because", severity=Severity.GAP, source=sources.CLOSING_THE_LOOP)
def influence_without_because(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: why was it taken up, or not?"""
    answered = _find_answered(evaluation)
    without = [each for each in answered if not each.because]
    if without:
        yield notice_some(
            "views and answers",
            f"For {_say_views(without, answered, 'answered ')}, no reason is written for "
            f"the answer{list_part(without, answered)}.",
            "Ask those who answered for their reason, most of all where the answer was no.",
            without,
        )


@rule("influence-not-told-back", severity=Severity.GAP, source=sources.CLOSING_THE_LOOP)
def influence_not_told_back(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: do the people who said it know what became of it?"""
    answered = _find_answered(evaluation)
    without = [each for each in answered if each.told_back is None]
    if without:
        yield notice_some(
            "views and answers",
            f"For {_say_views(without, answered, 'answered ')}, there is no record of telling "
            f"people what came of it{list_part(without, answered)}.",
            "Tell the people who put the view forward, and write down when and how.",
            without,
        )


def _find_answered(evaluation: Evaluation) -> tuple[Influence, ...]:
    return tuple(each for each in evaluation.influences if each.reply in ANSWERED)


def _say_views(some: list[Influence], all_of_them: tuple[Influence, ...], which: str = "") -> str:
    return say_part(len(some), len(all_of_them), f"{which}view", f"{which}views")

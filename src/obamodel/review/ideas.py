"""What would a practitioner ask about the ideas?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.ideas import Basis, Cost
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import list_part, say_part, say_they


@rule("no-ideas", severity=Severity.GAP, source=sources.STEPS)
def no_ideas(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what might work?"""
    if (evaluation.stories or evaluation.curves) and not evaluation.ideas:
        yield Noticed(
            place="ideas",
            sentence="It is told how things came to be so, and no idea is written of what "
            "might work.",
            mend="Ask everybody with a part to play what might work, and write it all down.",
        )


@rule("no-low-cost-idea", severity=Severity.WORTH_ASKING, source=sources.STEPS)
def no_low_cost_idea(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what could you do tomorrow without any money?"""
    ideas = evaluation.ideas
    if ideas and not any(idea.cost in (Cost.NONE, Cost.LOW) for idea in ideas):
        none = f"Not one of the {len(ideas)} ideas is" if len(ideas) > 1 else "The only idea is not"
        yield notice_some(
            "ideas",
            f"{none} known to cost little or nothing.",
            "Add at least one idea that costs little or nothing.",
            ideas,
        )


@rule("idea-without-basis", severity=Severity.NOTE, source=sources.STEPS)
def idea_without_basis(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: why should that work?"""
    without = [idea for idea in evaluation.ideas if idea.basis is Basis.NOT_RECORDED]
    if without:
        part = say_part(len(without), len(evaluation.ideas), "idea", "ideas")
        yield notice_some(
            "ideas",
            f"For {part}, nothing says why anybody thinks {say_they(without)} might "
            f"work{list_part(without, evaluation.ideas)}.",
            "Say what it rests on: research, practice, lived experience or a hunch.",
            without,
        )

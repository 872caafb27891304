"""What is already recorded about a curve: under each step of a meeting, before people write."""

from collections.abc import Iterator

from obamodel.domain.actions import Action
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.ideas import Cost
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.rounds import find_turning_rounds
from obamodel.domain.stories import Origin, Story
from obamodel.report.document import (
    Block,
    Paragraph,
    list_if_any,
    tabulate_words,
    write_paragraphs,
)
from obamodel.report.forms.rows import put_if, tabulate_promises

_WHENCE = {Origin.INTERNAL: "inside", Origin.EXTERNAL: "around us"}


def find_related(evaluation: Evaluation, measure: Indicator | PerformanceMeasure) -> frozenset[str]:
    """Find the names of what belongs to a curve: itself, its curves in words, its factors."""
    names = {measure.id}
    names.update(one.id for one in evaluation.curves if measure.id in one.about)
    if isinstance(measure, PerformanceMeasure):
        names.update(measure.factors)
    else:
        names.update(one.id for one in evaluation.factors if measure.id in one.indicators)
    return frozenset(names)


def tell_known_stories(evaluation: Evaluation, related: frozenset[str]) -> Iterator[Block]:
    """Tell the stories behind a curve, with their forces and what is still to find out."""
    for story in evaluation.stories:
        if related.intersection(story.about):
            yield from write_paragraphs(story.text)
            yield from put_if(_tabulate_forces(story))
            yield from put_if(
                list_if_any(f"Still to find out: {one}" for one in story.still_to_find_out)
            )


def list_known_partners(evaluation: Evaluation, related: frozenset[str]) -> Iterator[Block]:
    """List the partners of a curve with their parts, and the names of all others."""
    mine = [one for one in evaluation.partners if related.intersection(one.about)]
    yield from put_if(
        tabulate_words(
            "Partners who are already named",
            ("Who", "Part"),
            [(one.name, one.part) for one in mine],
        )
    )
    others = [one.name for one in evaluation.partners if one not in mine]
    if others:
        yield Paragraph(f"Others who are known to us: {'; '.join(others)}.")


def list_known_ideas(evaluation: Evaluation, related: frozenset[str]) -> Iterator[Block]:
    """List the ideas that could turn a curve, with what they cost."""
    ideas = [one for one in evaluation.ideas if related.intersection(one.about)]
    yield from put_if(
        tabulate_words(
            "Ideas that are already there",
            ("Idea", "Cost"),
            [
                (one.text, "not known yet" if one.cost is Cost.NOT_KNOWN else one.cost)
                for one in ideas
            ],
        )
    )


def list_known_actions(
    evaluation: Evaluation, measure: Indicator | PerformanceMeasure
) -> Iterator[Block]:
    """List what is promised for a curve, or came out of a meeting about it."""
    rounds = {one.id for one in find_turning_rounds(evaluation, measure.id)}
    promised: list[Action] = [
        one
        for one in evaluation.actions
        if measure.id in (*one.indicators, *one.measured_by) or one.cycle in rounds
    ]
    yield from put_if(tabulate_promises(promised, title="What is already promised"))


def _tabulate_forces(story: Story) -> Block | None:
    return tabulate_words(
        "The forces that are already named",
        ("Force", "Helps or hinders", "From where"),
        [(one.text, one.effect, _WHENCE[one.origin]) for one in story.forces],
    )

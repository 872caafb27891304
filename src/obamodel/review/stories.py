"""What would a practitioner ask about the stories behind the curves?"""

from collections.abc import Iterator

from obamodel.domain.evaluation import Evaluation
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_one
from obamodel.review.rule import rule


@rule("curve-without-story", severity=Severity.GAP, source=sources.STORY)
def curve_without_story(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: why is the curve as it is?"""
    told = {name for story in evaluation.stories for name in story.about}
    for curve in evaluation.curves:
        if not told.intersection((curve.id, *curve.about)):
            yield notice_one(
                curve,
                "has no story that says why it is as it is",
                "Write down what pushes it up and down, with the people who live with it.",
            )


@rule("story-without-lived-experience", severity=Severity.GAP, source=sources.WHO_IS_MISSING)
def story_without_lived_experience(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: who of those who live with it helped to tell it?"""
    for story in evaluation.stories:
        if not any(teller.lived_experience for teller in story.told_by):
            yield notice_one(
                story,
                "was told without anybody who lives with it, as far as is written",
                "Ask people with lived experience how they would tell it.",
            )


@rule("story-without-root-cause", severity=Severity.WORTH_ASKING, source=sources.FIVE_WHYS)
def story_without_root_cause(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: and why is that?"""
    for story in evaluation.stories:
        if not story.root_causes:
            yield notice_one(
                story,
                "does not say what lies underneath",
                "Ask “and why is that?” again, up to five times, and write down the answers.",
            )


@rule("story-without-question", severity=Severity.NOTE, source=sources.PRACTICE)
def story_without_question(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what do you still need to find out?"""
    for story in evaluation.stories:
        if not story.still_to_find_out:
            yield notice_one(
                story,
                "leaves nothing to find out, as far as is written",
                "Write down what nobody knows yet, and who could find out.",
            )


@rule("story-one-sided", severity=Severity.WORTH_ASKING, source=sources.STORY)
def story_one_sided(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what pushes the other way, and what comes from outside?"""
    for story in evaluation.stories:
        effects = {force.effect for force in story.forces}
        origins = {force.origin for force in story.forces}
        if len(effects) == 1:
            yield notice_one(
                story,
                f"names only what {effects.pop()}",
                "Ask what pushes the other way.",
            )
        elif len(origins) == 1:
            yield notice_one(
                story,
                f"names only forces that are {origins.pop()} to the service",
                "Ask what pushes from inside the service, and what from outside.",
            )

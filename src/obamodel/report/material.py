"""What a report is made from: the evaluation, and the answers about it."""

from collections.abc import Sequence

from attrs import evolve, frozen

from obamodel.disclosure import (
    Publication,
    PublishedVoices,
    publish,
    publish_breakdowns,
    publish_curves,
    publish_voices,
)
from obamodel.disclosure.standing_rule import NOTHING_HIDDEN, find_protection
from obamodel.disclosure.withholding import FOR_THE_DESK_ONLY
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.protection import Protection
from obamodel.domain.releases import Release
from obamodel.domain.vocabulary import Vocabulary
from obamodel.files import read_vocabulary
from obamodel.review import Review, review_evaluation
from obamodel.stats import Coverage, assess_evaluation, map_coverage
from obamodel.stats.turning import CurveAnswer


@frozen(kw_only=True)
class Material:
    """The evaluation, the answers about it, and the words its group uses."""

    evaluation: Evaluation
    coverage: Coverage
    review: Review
    voices: PublishedVoices
    vocabulary: Vocabulary
    protection: Protection
    publication: Publication
    answers: tuple[CurveAnswer, ...]

    def word(self, idea: str) -> str:
        """Return the group's word for an idea."""
        return self.vocabulary.find_word(idea) or idea.replace("_", " ")

    def plural(self, idea: str) -> str:
        """Return the group's word for more than one of an idea."""
        return self.vocabulary.find_plural(idea) or f"{self.word(idea)}s"


def gather_material(
    evaluation: Evaluation, *, internal: bool = False, earlier: Sequence[Release] = ()
) -> Material:
    """Ask everything that a report of an evaluation tells.

    Whatever may not be published is taken out first, so that nothing made from the rest can tell
    of it, also beside what left the house earlier; an internal report leaves it in.

    Raises
    ------
    InvalidError
        Naming, for every baseline at once, what stands in the way of judging it.
    """
    publication = _keep(evaluation) if internal else publish(evaluation, earlier=earlier)
    # What an internal report shows is judged from every number there is.
    answers = assess_evaluation(evaluation) if internal else publish_curves(evaluation)
    evaluation = publication.evaluation
    default = read_vocabulary("uk")
    group = evaluation.vocabulary
    return Material(
        evaluation=evaluation,
        coverage=map_coverage(evaluation),
        review=_review(evaluation, internal=internal),
        voices=publish_voices(evaluation),
        protection=NOTHING_HIDDEN if internal else find_protection(evaluation),
        publication=publication,
        answers=answers,
        vocabulary=group.complete(default) if group else default,
    )


def _keep(evaluation: Evaluation) -> Publication:
    """Keep everything as it is, for the desk."""
    release = publish_breakdowns(evaluation.breakdowns, NOTHING_HIDDEN).release
    return Publication(evaluation=evaluation, release=release)


def _review(evaluation: Evaluation, *, internal: bool) -> Review:
    review = review_evaluation(evaluation)
    if internal:
        return review
    kept = tuple(found for found in review.findings if found.code not in FOR_THE_DESK_ONLY)
    return evolve(review, findings=kept)

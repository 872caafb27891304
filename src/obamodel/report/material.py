"""What a report is made from: the evaluation, and the answers about it."""

from attrs import frozen

from obamodel.disclosure import PublishedVoices, publish_voices
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.vocabulary import Vocabulary
from obamodel.files import read_vocabulary
from obamodel.review import Review, review_evaluation
from obamodel.stats import Coverage, map_coverage


@frozen(kw_only=True)
class Material:
    """The evaluation, the answers about it, and the words its group uses."""

    evaluation: Evaluation
    coverage: Coverage
    review: Review
    voices: PublishedVoices
    vocabulary: Vocabulary

    def word(self, idea: str) -> str:
        """Return the group's word for an idea."""
        return self.vocabulary.find_word(idea) or idea.replace("_", " ")


def gather_material(evaluation: Evaluation) -> Material:
    """Ask everything that a report of an evaluation tells."""
    default = read_vocabulary("uk")
    group = evaluation.vocabulary
    return Material(
        evaluation=evaluation,
        coverage=map_coverage(evaluation),
        review=review_evaluation(evaluation),
        voices=publish_voices(evaluation),
        vocabulary=group.complete(default) if group else default,
    )

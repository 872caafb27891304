"""The MIME evaluation: an involvement project looks at its own work.

The facts lie beside this file, in an evaluation folder that a person can read and edit. This
module opens it and asks it the questions that matter to MIME. To build your own, copy the folder,
put your own facts in its place, and keep the questions you need.
"""

from pathlib import Path

from attrs import frozen

import obamodel as oba
from obamodel.disclosure import PublishedVoices
from obamodel.stats import PeopleRange, PlacesTotal
from obamodel.stats.answers import refuse_truth

FOLDER = Path(__file__).parent


@frozen(kw_only=True)
class MimeEvaluation:
    """What MIME's own evaluation answers.

    Parameters
    ----------
    evaluation
        The evaluation that was asked.
    coverage
        Which factors inform which indicators.
    places
        How many places were taken on training.
    people
        Between how many different people it can have been on training.
    voices
        What people said, as far as it may be shown.
    stopped
        The activities that stopped, each with its reason.
    review
        What a seasoned practitioner would ask.
    """

    evaluation: oba.Evaluation
    coverage: oba.Coverage
    places: PlacesTotal
    people: PeopleRange
    voices: PublishedVoices
    stopped: tuple[oba.Activity, ...]
    review: oba.Review

    __bool__ = refuse_truth

    @property
    def sentence(self) -> str:
        """The answers in plain words."""
        said = [self.coverage.sentence, self.places.sentence, self.people.sentence]
        said += [f"{activity.name} stopped. {activity.reason}" for activity in self.stopped]
        return " ".join(said)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        return (
            *self.coverage.caveats,
            *self.places.caveats,
            *self.people.caveats,
            *self.voices.notes,
        )

    def __str__(self) -> str:
        return self.sentence


def load() -> oba.Evaluation:
    """Open the evaluation folder.

    Examples
    --------
    >>> evaluation = load()
    >>> evaluation.title, len(evaluation.indicators)
    ('Evaluation of the MIME project', 5)
    """
    return oba.load(FOLDER)


def evaluate(evaluation: oba.Evaluation | None = None) -> MimeEvaluation:
    """Ask the evaluation everything at once.

    Parameters
    ----------
    evaluation
        An evaluation, such as this one with changes; left out, it is opened from its folder.

    Examples
    --------
    >>> print(evaluate().places)
    About 106 places were taken on 8 counted occasions. 1 more occasion was not counted.
    """
    asked = load() if evaluation is None else evaluation
    training = oba.choose_counts(asked, oba.ActivityKind.TRAINING)
    return MimeEvaluation(
        evaluation=asked,
        coverage=oba.map_coverage(asked),
        places=oba.total_places(training),
        people=oba.bound_people(training),
        voices=oba.publish_voices(asked),
        stopped=tuple(
            activity
            for activity in asked.activities
            if activity.status is oba.ActivityStatus.STOPPED
        ),
        review=oba.review_evaluation(asked),
    )

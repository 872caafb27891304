"""What was taken out of the words that are shown? A log to keep apart from the report."""

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from obamodel.disclosure.identifiers import FoundIdentifier, find_identifiers
from obamodel.disclosure.shown import choose_changes, choose_feedback, choose_stories
from obamodel.disclosure.words import find_words
from obamodel.domain.changes import Change
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback
from obamodel.domain.stories import Story
from obamodel.stats.answers import refuse_truth, say_number

if TYPE_CHECKING:
    import pandas as pd


@frozen(kw_only=True)
class Removal:
    """Something taken out of what one voice says, with its place and without the thing itself.

    Parameters
    ----------
    about
        The name that the voice has in the evaluation.
    place
        The part of it, such as ``gist``.
    found
        What kind of thing it was, and where it stood.
    """

    about: str
    place: str
    found: FoundIdentifier


@frozen(kw_only=True)
class RemovalLog:
    """Everything that was taken out of the words that are shown.

    It names things as the evaluation does, so it is kept apart from what is published.

    Parameters
    ----------
    removals
        What was taken out, in the order of the evaluation.
    """

    removals: tuple[Removal, ...]

    __bool__ = refuse_truth

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        number = len(self.removals)
        if not number:
            return "Nothing that leads to a person was found in the words that are shown."
        verb = "was" if number == 1 else "were"
        return (
            f"{say_number(number, 'thing')} that could lead to a person {verb} taken out "
            "of the words that are shown."
        )

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        return (
            (
                "Only the common ways of writing are known, and names of people are not looked "
                "for: read what is shown before it leaves."
            ),
            "This log names things as the evaluation does. Keep it apart from the report.",
        )

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each thing taken out.

        Returns
        -------
        pandas.DataFrame
            Columns ``about``, ``place``, ``kind``, ``start`` and ``end`` (places in the text,
            counted from 0; the last one is the one after it).
        """
        import pandas as pd

        return pd.DataFrame(
            [
                (one.about, one.place, str(one.found.kind), one.found.start, one.found.end)
                for one in self.removals
            ],
            columns=["about", "place", "kind", "start", "end"],
        )

    def __str__(self) -> str:
        lines = [
            f"- {one.about}, {one.place}, from {one.found.start} to {one.found.end}: "
            f"{one.found.kind}"
            for one in self.removals
        ]
        return "\n".join([self.sentence, *lines])

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def log_removals(evaluation: Evaluation) -> RemovalLog:
    """Log what is taken out of the words of the voices that are shown.

    What is not shown at all is not in the log.

    Examples
    --------
    >>> from obamodel.domain.consent import Consent, ConsentState
    >>> from obamodel.domain.dates import PartialDate
    >>> from obamodel.domain.feedback import Feedback, FeedbackSource
    >>> said = Feedback(
    ...     id="form-1", gist="Ring 01632 960123.", came_by=FeedbackSource.TRAINING_FORM,
    ...     given=PartialDate.parse("2011"), consent=Consent(state=ConsentState.ANONYMOUS),
    ... )
    >>> print(log_removals(Evaluation(id="small", title="Small", feedback=[said])))
    1 thing that could lead to a person was taken out of the words that are shown.
    - form-1, gist, from 5 to 17: telephone number
    """
    return RemovalLog(
        removals=tuple(
            Removal(about=name, place=place, found=found)
            for name, place, words in find_shown_words(evaluation)
            for found in find_identifiers(words)
        )
    )


def find_shown_words(evaluation: Evaluation) -> Iterator[tuple[str, str, str]]:
    """Find every text of a voice that is shown, before anything is taken out of it.

    Yields the voice's name, the part of it the text stands in, and the text.
    """
    shown: list[Feedback | Change | Story] = [
        *choose_feedback(evaluation),
        *choose_changes(evaluation),
        *choose_stories(evaluation),
    ]
    for voice in shown:
        for path, words in find_words(voice):
            yield voice.id, say_path(path), words
    for influence in evaluation.influences:
        yield influence.id, "view", influence.view
        yield influence.id, "put_by", influence.put_by


def say_path(path: tuple[str | int, ...]) -> str:
    """Write the way to a text, as in ``recollections[1].says``.

    Examples
    --------
    >>> say_path(("recollections", 1, "says"))
    'recollections[1].says'
    """
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return written.removeprefix(".")

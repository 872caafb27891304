"""Whose words may be shown, and what is said about those that may not?

Nothing that is published depends on what is not. So the number left out is not said, nor whether
anything is: where few people were asked, a number that goes up by one when somebody takes back a
consent, or down when somebody says no, points at a person to all who know whom to ask. What is said
instead is the same for every evaluation. Who was never asked is said at the desk, by the review.
"""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from obamodel.disclosure.consent import decide_showing
from obamodel.disclosure.identifiers import remove_identifiers
from obamodel.disclosure.shown import choose_changes, choose_feedback
from obamodel.disclosure.words import change_words
from obamodel.domain.changes import Change, Told
from obamodel.domain.consent import ConsentState
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback, FeedbackSource
from obamodel.domain.measures import BetterOff

LEFT_OUT = (
    "What is shown here people agreed to, or it was public before. What somebody did not agree "
    "to, took back or was never asked about is left out. How much that is, or whether it is "
    "anything at all, is not said, so that nobody can be found by what is missing. "
    "Asking people was our job."
)


@frozen(kw_only=True)
class PublishedVoice:
    """What somebody said or what changed for them, as it may be shown.

    Parameters
    ----------
    id
        The name it has in this release, which is not the one it has in the evaluation.
    gist
        What was said, in our own words, without what would lead to a person.
    said
        Who said it as far as that may be shown, when and how it came in, in words.
    bears_on
        The labels of the indicators it bears on.
    better_off
        In what way somebody is better off, where it is recorded.
    caveats
        What a reader must bear in mind.
    """

    id: str
    gist: str
    said: str
    bears_on: tuple[str, ...] = ()
    better_off: tuple[BetterOff, ...] = ()
    caveats: tuple[str, ...] = ()


@frozen(kw_only=True)
class PublishedVoices:
    """The voices that may be shown, and what must be said about them.

    Parameters
    ----------
    feedback
        What people said, in the evaluation's order.
    changes
        Personal stories of change, in the evaluation's order.
    notes
        What a reader must know about what people said.
    change_notes
        What a reader must know about the stories of change.
    """

    feedback: tuple[PublishedVoice, ...]
    changes: tuple[PublishedVoice, ...]
    notes: tuple[str, ...]
    change_notes: tuple[str, ...]


def publish_voices(evaluation: Evaluation) -> PublishedVoices:
    """Choose the voices that may be shown, and put them down to people as they agreed.

    Somebody who agreed to be *named* is shown with who they are; somebody who agreed to be
    *published* as Person A wherever they speak; of the others only how and when it came in is
    said. Two evaluations that differ only in what may not be shown are published alike.
    """
    labels = {indicator.id: indicator.label for indicator in evaluation.indicators}
    feedback = [change_words(said, remove_identifiers) for said in choose_feedback(evaluation)]
    changes = [change_words(change, remove_identifiers) for change in choose_changes(evaluation)]
    return PublishedVoices(
        feedback=tuple(
            _publish_feedback(f"voice-{place}", said, labels)
            for place, said in enumerate(feedback, start=1)
        ),
        changes=tuple(
            _publish_change(f"change-{place}", change, labels)
            for place, change in enumerate(changes, start=1)
        ),
        notes=_write_notes(feedback, "voices"),
        change_notes=_write_notes(changes, "stories"),
    )


def _publish_feedback(name: str, feedback: Feedback, labels: Mapping[str, str]) -> PublishedVoice:
    if feedback.came_by is FeedbackSource.NOT_RECORDED:
        said = ["How it came in is not recorded"]
    else:
        said = [f"From: {feedback.came_by}"]
    if feedback.given.is_known:
        said.append(feedback.given.in_words())
    else:
        said.append("date not known")
    caveats = [feedback.caveat] if feedback.caveat else []
    if feedback.rating is not None:
        scale = feedback.rating.note or "the scale is not recorded"
        caveats.append(f"Rated {feedback.rating.value:g}: {scale}")
    caveats += [f"As told by {other.who}: {other.says}" for other in feedback.recollections]
    return PublishedVoice(
        id=name,
        gist=feedback.gist,
        said=", ".join([*_say_who(feedback, feedback.who), *said]),
        bears_on=_find_labels(feedback.bears_on, labels),
        better_off=feedback.better_off,
        caveats=tuple(caveats),
    )


def _publish_change(name: str, change: Change, labels: Mapping[str, str]) -> PublishedVoice:
    by_themselves = change.told is Told.BY_THEMSELVES
    said = ["told by the person" if by_themselves else "seen by others, not told by the person"]
    if change.when is not None and change.when.is_known:
        said.append(change.when.in_words())
    return PublishedVoice(
        id=name,
        gist=change.gist,
        said=", ".join([*_say_who(change, change.whose), *said]),
        bears_on=_find_labels(change.bears_on, labels),
        better_off=change.kinds,
        caveats=(change.caveat,) if change.caveat else (),
    )


def _say_who(shown: Feedback | Change, who: str) -> list[str]:
    if decide_showing(shown.consent).with_who:
        return [who] if who else []
    return [f"Person {shown.person.rpartition('-')[2].upper()}"] if shown.person else []


def _find_labels(bears_on: Iterable[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(labels[name] for name in bears_on if name in labels)


def _write_notes(shown: Sequence[Feedback | Change], what: str) -> tuple[str, ...]:
    if not shown:
        return ()
    before = [one for one in shown if one.consent.state is ConsentState.ALREADY_PUBLISHED]
    notes = []
    if before:
        which = "These" if len(before) == len(shown) else "Some of these"
        sources = sorted({one.consent.source for one in before})
        notes.append(
            f"{which} {what} were published before, in: "
            + "; ".join(sources)
            + ". The words here are ours and give the gist only."
        )
        notes.append(
            "We have no record of asking these people whether they may be shown again. "
            "Asking them was our job."
        )
    return (*notes, LEFT_OUT)

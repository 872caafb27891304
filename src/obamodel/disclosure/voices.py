"""Whose words may be shown, and what is said about those that may not?"""

from collections.abc import Mapping, Sequence

from attrs import frozen

from obamodel.disclosure.consent import decide_showing
from obamodel.disclosure.identifiers import remove_identifiers
from obamodel.domain.changes import Change, Told
from obamodel.domain.consent import ConsentState
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback, FeedbackSource


@frozen(kw_only=True)
class PublishedVoice:
    """What somebody said or what changed for them, as it may be shown.

    Parameters
    ----------
    id
        The name it has in the evaluation.
    gist
        What was said, in our own words, without what would lead to a person.
    said
        When and how it came in, in words.
    bears_on
        The labels of the indicators it bears on.
    caveats
        What a reader must bear in mind.
    """

    id: str
    gist: str
    said: str
    bears_on: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()


@frozen(kw_only=True)
class PublishedVoices:
    """The voices that may be shown, and what must be said about the others.

    Parameters
    ----------
    feedback
        What people said, in the evaluation's order.
    changes
        Personal stories of change, in the evaluation's order.
    notes
        What a reader must know about all that people said.
    change_notes
        What a reader must know about all the stories of change.
    """

    feedback: tuple[PublishedVoice, ...]
    changes: tuple[PublishedVoice, ...]
    notes: tuple[str, ...]
    change_notes: tuple[str, ...]


def publish_voices(evaluation: Evaluation) -> PublishedVoices:
    """Choose the voices that may be shown, and say what is known about asking the others."""
    labels = {indicator.id: indicator.label for indicator in evaluation.indicators}
    return PublishedVoices(
        feedback=tuple(
            _publish_feedback(feedback, labels)
            for feedback in evaluation.feedback
            if decide_showing(feedback.consent).may_print
        ),
        changes=tuple(
            _publish_change(change, labels)
            for change in evaluation.changes
            if decide_showing(change.consent).may_print
        ),
        notes=_write_notes(evaluation.feedback, "voices"),
        change_notes=_write_notes(evaluation.changes, "stories"),
    )


def _find_labels(bears_on: tuple[str, ...], labels: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(labels[name] for name in bears_on if name in labels)


def _publish_feedback(feedback: Feedback, labels: Mapping[str, str]) -> PublishedVoice:
    showing = decide_showing(feedback.consent)
    if feedback.came_by is FeedbackSource.NOT_RECORDED:
        said = ["How it came in is not recorded"]
    else:
        said = [f"From: {feedback.came_by}"]
    if feedback.given.is_known:
        said.append(feedback.given.in_words())
    else:
        said.append("date not known")
    if showing.with_who and feedback.who:
        said.insert(0, feedback.who)
    caveats = [feedback.caveat] if feedback.caveat else []
    if feedback.rating is not None:
        scale = feedback.rating.note or "the scale is not recorded"
        caveats.append(f"Rated {feedback.rating.value:g}: {scale}")
    caveats += [f"As told by {other.who}: {other.says}" for other in feedback.recollections]
    return PublishedVoice(
        id=feedback.id,
        gist=remove_identifiers(feedback.gist),
        said=", ".join(said),
        bears_on=_find_labels(feedback.bears_on, labels),
        caveats=tuple(remove_identifiers(caveat) for caveat in caveats),
    )


def _publish_change(change: Change, labels: Mapping[str, str]) -> PublishedVoice:
    showing = decide_showing(change.consent)
    by_themselves = change.told is Told.BY_THEMSELVES
    said = ["told by the person" if by_themselves else "seen by others, not told by the person"]
    if change.when is not None and change.when.is_known:
        said.append(change.when.in_words())
    if showing.with_who:
        said.insert(0, change.whose)
    return PublishedVoice(
        id=change.id,
        gist=remove_identifiers(change.gist),
        said=", ".join(said),
        bears_on=_find_labels(change.bears_on, labels),
        caveats=(remove_identifiers(change.caveat),) if change.caveat else (),
    )


def _write_notes(everything: Sequence[Feedback | Change], what: str) -> tuple[str, ...]:
    notes = []
    sources = sorted(
        {
            said.consent.source
            for said in everything
            if said.consent.state is ConsentState.ALREADY_PUBLISHED
            and decide_showing(said.consent).may_print
        }
    )
    if sources:
        notes.append(
            f"These {what} were published before, in: "
            + "; ".join(sources)
            + ". The words here are ours and give the gist only."
        )
        notes.append(
            "We have no record of asking these people whether they may be shown again. "
            "Asking them was our job."
        )
    unasked = sum(said.consent.state is ConsentState.NOT_RECORDED for said in everything)
    if unasked:
        notes.append(
            f"Left out: {unasked} for which we have no record of asking the person. "
            "Asking them was our job."
        )
    kept = sum(
        said.consent.state is not ConsentState.NOT_RECORDED
        and not decide_showing(said.consent).may_print
        for said in everything
    )
    if kept:
        notes.append("Others are not shown, because that is what the people concerned decided.")
    return tuple(notes)

"""What is left of an evaluation when every voice is taken out that may not be shown?"""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from obamodel.disclosure.identifiers import remove_identifiers
from obamodel.disclosure.plain_words import keep_plain_words
from obamodel.disclosure.references import refer_anew
from obamodel.disclosure.shown import choose_changes, choose_feedback, choose_stories
from obamodel.disclosure.words import change_words
from obamodel.domain.changes import Change
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback
from obamodel.domain.influences import Influence
from obamodel.domain.stories import Story

# Review rules that speak of who is withheld, or of numbers that are: what they find is for the
# desk, never for a report.
FOR_THE_DESK_ONLY = (
    "consent-not-recorded",
    "consent-withdrawn-kept",
    "consent-differs",
    "story-without-consent",
    "story-consent-withdrawn",
    "voice-points-to-few",
    "subgroup-under-threshold",
    "withheld-number-given-away",
)
_VOICES = frozenset(("feedback", "changes", "stories"))


def withhold_voices(evaluation: Evaluation) -> Evaluation:
    """Make a copy of an evaluation without the voices that may not be shown, or any trace of them.

    Feedback, changes and stories that nobody agreed to are taken out with every reference to
    them. What is left is cleaned of what would lead to a person, put down to nobody who did not
    want to be named, and named anew in the order it stands in, since a name or a gap between
    names would tell of what is missing. Two evaluations that differ only in what may not be shown
    become equal, so whatever is made from the copy is the same for both.

    Words elsewhere, such as a summary that repeats what somebody said, are not changed.

    Examples
    --------
    >>> from obamodel.domain.consent import Consent, ConsentState
    >>> from obamodel.domain.dates import PartialDate
    >>> from obamodel.domain.feedback import FeedbackSource
    >>> said = [
    ...     Feedback(
    ...         id=name, gist=f"Gist {name}.", came_by=FeedbackSource.MEETING,
    ...         given=PartialDate.parse("2011"), consent=Consent(state=state),
    ...     )
    ...     for name, state in [("a", ConsentState.NO), ("b", ConsentState.PUBLISH)]
    ... ]
    >>> withheld = withhold_voices(Evaluation(id="small", title="Small", feedback=said))
    >>> [(one.id, one.gist) for one in withheld.feedback]
    [('voice-1', 'Gist b.')]
    """
    feedback, changes = choose_feedback(evaluation), choose_changes(evaluation)
    stories = choose_stories(evaluation)
    kept: dict[str, str] = {}
    for start, voices in (("voice", feedback), ("change", changes), ("story", stories)):
        kept |= _name_anew(evaluation, start, tuple(voice.id for voice in voices))
    everything = (thing.id for kind, thing in evaluation.each() if kind in _VOICES)
    names: dict[str, str | None] = {name: kept.get(name) for name in everything}
    shown: dict[str, Any] = {
        "feedback": _clean(feedback, kept),
        "changes": _clean(changes, kept),
        "stories": _clean(stories, kept),
        "influences": tuple(_show_influence(influence) for influence in evaluation.influences),
        "waivers": tuple(
            waiver
            for waiver in evaluation.waivers
            if waiver.rule not in FOR_THE_DESK_ONLY and names.get(waiver.about, "") is not None
        ),
    }
    shown["plain_words"] = tuple(keep_plain_words(evaluation, names))
    return refer_anew(evaluation, names, _VOICES, shown)


def _show_influence(influence: Influence) -> Influence:
    return attrs.evolve(
        influence,
        view=remove_identifiers(influence.view),
        put_by=remove_identifiers(influence.put_by),
    )


def _name_anew(evaluation: Evaluation, start: str, old: tuple[str, ...]) -> dict[str, str]:
    taken = {thing.id for kind, thing in evaluation.each() if kind not in _VOICES}
    while any(f"{start}-{place}" in taken for place in range(1, len(old) + 1)):
        start += "-shown"
    return {name: f"{start}-{place}" for place, name in enumerate(old, start=1)}


def _clean(
    voices: Iterable[Feedback | Change | Story], names: Mapping[str, str]
) -> tuple[Any, ...]:
    return tuple(
        attrs.evolve(change_words(voice, remove_identifiers), id=names[voice.id])
        for voice in voices
    )

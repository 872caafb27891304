"""Which voices may be shown, and put down to whom?"""

from collections.abc import Mapping

import attrs

from obamodel.disclosure.attribution import has_letter, letter_people
from obamodel.disclosure.consent import decide_showing, reduce_consent
from obamodel.disclosure.stories import SOMEBODY, may_tell, reduce_tellers
from obamodel.domain.changes import Change
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback
from obamodel.domain.stories import Story


def choose_feedback(evaluation: Evaluation) -> tuple[Feedback, ...]:
    """Choose the feedback that may be shown, put down to nobody who does not want to be named.

    The words are as they were: whoever shows them takes out what would lead to a person.
    """
    letters = _letter(evaluation)
    return tuple(
        attrs.evolve(
            said,
            who=said.who if decide_showing(said.consent).with_who else "",
            person=_reduce_person(said, letters),
            consent=reduce_consent(said.consent),
        )
        for said in evaluation.feedback
        if decide_showing(said.consent).may_print
    )


def choose_changes(evaluation: Evaluation) -> tuple[Change, ...]:
    """Choose the personal stories of change that may be shown, in the same way."""
    letters = _letter(evaluation)
    return tuple(
        attrs.evolve(
            change,
            whose=change.whose if decide_showing(change.consent).with_who else SOMEBODY,
            person=_reduce_person(change, letters),
            consent=reduce_consent(change.consent),
        )
        for change in evaluation.changes
        if decide_showing(change.consent).may_print
    )


def choose_stories(evaluation: Evaluation) -> tuple[Story, ...]:
    """Choose the stories behind the curves that may be told, in the same way."""
    return tuple(reduce_tellers(story) for story in evaluation.stories if may_tell(story))


def _letter(evaluation: Evaluation) -> Mapping[str, str]:
    return letter_people((*evaluation.feedback, *evaluation.changes))


def _reduce_person(voice: Feedback | Change, letters: Mapping[str, str]) -> str:
    return f"person-{letters[voice.person].lower()}" if has_letter(voice) else ""

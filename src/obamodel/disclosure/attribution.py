"""To whom is something put down that may be shown?"""

from collections.abc import Iterable, Mapping

from obamodel.disclosure.consent import decide_showing
from obamodel.domain.changes import Change
from obamodel.domain.consent import ConsentState
from obamodel.domain.feedback import Feedback

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter_people(voices: Iterable[Feedback | Change]) -> Mapping[str, str]:
    """Give each person who agreed to be published a letter, in the order in which they are shown.

    A letter says only that two voices are one person's. It is made from nothing about the person
    and holds within one release: where somebody takes a consent back, others may move up. Letters
    are given only to what may be shown, so nobody can count from them who is left out. Those who
    are named, or want to be anonymous, get none: a letter would join what they said in another
    place to them.

    Parameters
    ----------
    voices
        Feedback and changes, shown or not, in the order of the release.

    Returns
    -------
    mapping
        For each person's made-up name, ``A``, ``B``, ... ``Z``, ``AA`` and so on.

    Examples
    --------
    >>> from obamodel.domain.consent import Consent
    >>> from obamodel.domain.dates import PartialDate
    >>> from obamodel.domain.feedback import FeedbackSource
    >>> agreed = Consent(state=ConsentState.PUBLISH)
    >>> letter_people(
    ...     Feedback(
    ...         id=name, gist="It helped.", came_by=FeedbackSource.MEETING, person=person,
    ...         given=PartialDate.parse("2011"), consent=agreed,
    ...     )
    ...     for name, person in [("one", "robin"), ("two", "wren"), ("three", "robin")]
    ... )
    {'robin': 'A', 'wren': 'B'}
    """
    letters: dict[str, str] = {}
    for voice in voices:
        if has_letter(voice) and voice.person not in letters:
            letters[voice.person] = write_letter(len(letters))
    return letters


def has_letter(voice: Feedback | Change) -> bool:
    """Say whether a voice is shown as one person's among others of theirs."""
    may_print = decide_showing(voice.consent).may_print
    return may_print and voice.consent.state is ConsentState.PUBLISH and bool(voice.person)


def write_letter(place: int) -> str:
    """Write a place, counted from 0, as a letter or letters.

    Examples
    --------
    >>> write_letter(0), write_letter(25), write_letter(26), write_letter(26 * 27)
    ('A', 'Z', 'AA', 'AAA')
    """
    written = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        written = _LETTERS[letter] + written
    return written

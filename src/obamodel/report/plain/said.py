"""What people said, and what changed."""

from collections.abc import Sequence

from obamodel.disclosure import PublishedVoice
from obamodel.disclosure.shown import choose_changes, choose_feedback
from obamodel.domain.changes import Change, Told
from obamodel.domain.consent import ConsentState
from obamodel.domain.feedback import Feedback
from obamodel.domain.influences import Influence, Reply
from obamodel.plots.signs import Sign
from obamodel.report.document import Block, Paragraph, Section
from obamodel.report.material import Material
from obamodel.report.plain.telling import (
    MORE,
    MOST_QUOTED,
    Telling,
    is_short,
    list_or_say,
    say_each,
    start_section,
)

Voice = Feedback | Change

MEANT = "This is what people meant. We wrote it in our words."
SHOWN = (
    "People said yes to this, or it was in print before.",
    "We leave out what people did not want to show.",
)
NOT_ASKED = (
    "Some of this was in a report before.",
    "We did not write down if they were asked again.",
    "It was our job to ask them.",
)
NOT_PICKED = (
    "We do not know how this was picked.",
    "It shows what some people felt. It does not show how many.",
)
REPLIES = {
    Reply.ADOPTED: "The answer was yes.",
    Reply.PARTLY: "Part of it was done.",
    Reply.NOT_TAKEN_UP: "It was not taken up.",
    Reply.PENDING: "There is no answer yet.",
    Reply.NOT_RECORDED: "We do not know the answer.",
}
AGAIN = "We chose what to show in the same way as before."
WHY = "Why:"
NO_REASON = "We do not know why."
LONG_REASON = "The long report tells you why."
TOLD = "People were told what came of it."
NOT_TOLD = "We do not know if people were told."
ASKED_FOR = "This is what people asked for, and what came of it:"
FOR_PEOPLE = "This is what changed for some people:"
SEEN = "Other people saw some of this and told us."


def write_said(material: Material, telling: Telling) -> Section | None:
    """Write what people said, as far as it may be shown, and what must be said of it."""
    shown = choose_feedback(material.evaluation)
    blocks = _tell_voices(telling, shown, material.voices.feedback)
    if blocks:
        blocks = [*say_each([MEANT]), *blocks, *_tell_consent(shown)]
        if any(not one.selected for one in shown):
            blocks += say_each(NOT_PICKED)
    return start_section("said", "What did people say?", Sign.SPEAKING, blocks)


def _tell_voices(
    telling: Telling, shown: Sequence[Voice], published: Sequence[PublishedVoice]
) -> list[Block]:
    """Tell what people said or what changed for them; what needs a caveat is left out."""
    plain = [
        telling.say(one.id)
        for one, voice in zip(shown, published, strict=True)
        if telling.has(one) and not voice.caveats
    ]
    short = [voice.gist for voice in published if is_short(voice.gist) and not voice.caveats]
    told = plain or short[:MOST_QUOTED]
    if not told:
        return []
    more = [Paragraph(MORE)] if len(told) < len(shown) else []
    return [*list_or_say(told), *more]


def _tell_consent(shown: Sequence[Voice]) -> list[Block]:
    before = any(one.consent.state is ConsentState.ALREADY_PUBLISHED for one in shown)
    return [*say_each(SHOWN), *(say_each(NOT_ASKED) if before else ())]


def write_changed(material: Material, telling: Telling, *, had_voices: bool) -> Section | None:
    """Write what became of what people asked for, and what changed for some of them.

    Parameters
    ----------
    material, telling
        What the report is made from.
    had_voices
        Whether it was said before what people agreed to.
    """
    influences = material.evaluation.influences
    blocks: list[Block] = [*telling.tell(ASKED_FOR, influences, "view", after=_say_reply)]
    shown = choose_changes(material.evaluation)
    told = _tell_voices(telling, shown, material.voices.changes)
    if told:
        blocks += [Paragraph(FOR_PEOPLE), *told]
        if any(one.told is Told.OBSERVED for one in shown):
            blocks.append(Paragraph(SEEN))
        blocks += _tell_consent(shown) if not had_voices else [Paragraph(AGAIN)]
    return start_section("changed", "What changed?", Sign.CHANGE, blocks)


def _say_reply(influence: Influence) -> list[str]:
    said = [REPLIES[influence.reply]]
    if influence.reply is Reply.NOT_TAKEN_UP:
        if not influence.because:
            said.append(NO_REASON)
        elif is_short(influence.because):
            said.append(f'{WHY} "{influence.because.rstrip(".")}".')
        else:
            said.append(LONG_REASON)
    known = influence.told_back is not None and influence.told_back.is_known
    return [*said, TOLD if known or influence.told_how else NOT_TOLD]

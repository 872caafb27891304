"""What would a practitioner ask about consent?"""

from collections.abc import Iterator

from obamodel.domain.changes import Change
from obamodel.domain.consent import ConsentState
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import say_part, say_them

Told = Feedback | Change


@rule("consent-not-recorded", severity=Severity.GAP, source=sources.STANDARDS)
def consent_not_recorded(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: did anybody ask them?"""
    everything = _gather(evaluation)
    without = [
        told
        for told in everything
        if told.consent.state is ConsentState.NOT_RECORDED and told.consent.withdrawn is None
    ]
    if without:
        yield notice_some(
            "consent",
            f"For {_say_voices(len(without), len(everything))}, there is no record of asking "
            f"whether we may show {say_them(without)}.",
            "Ask these people, and write down what they say; until then their words stay out.",
            without,
        )


@rule("consent-by-publication", severity=Severity.NOTE, source=sources.STANDARDS)
def consent_by_publication(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: it was printed once: did anybody ask them about now?"""
    everything = _gather(evaluation)
    resting = [
        told
        for told in everything
        if told.consent.state is ConsentState.ALREADY_PUBLISHED and told.consent.withdrawn is None
    ]
    if resting:
        verb = "is" if len(resting) == 1 else "are"
        yield notice_some(
            "consent",
            f"{_say_voices(len(resting), len(everything))} {verb} shown because of being "
            "published before, and there is no record of asking these people.",
            "Ask them where that can still be done; asking is our job, not theirs.",
            resting,
        )


@rule("consent-withdrawn-kept", severity=Severity.WORTH_ASKING, source=sources.STANDARDS)
def consent_withdrawn_kept(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: they took it back: why is it still here?"""
    kept = [told for told in _gather(evaluation) if told.consent.withdrawn is not None]
    if kept:
        number = len(kept)
        yield notice_some(
            "consent",
            f"{number} {'voice is' if number == 1 else 'voices are'} still kept here "
            "after the consent was taken back.",
            "Take the words out, unless the person agreed that they are kept and not shown.",
            kept,
        )


def _gather(evaluation: Evaluation) -> tuple[Told, ...]:
    return (*evaluation.feedback, *evaluation.changes)


def _say_voices(part: int, whole: int) -> str:
    return say_part(part, whole, "voice", "voices")

"""What would a practitioner ask before what people said is read by everybody?"""

from collections.abc import Iterator, Sequence

import attrs

from obamodel.disclosure.consent import decide_showing
from obamodel.disclosure.identifiers import IdentifierKind, find_identifiers
from obamodel.disclosure.removals import log_removals
from obamodel.disclosure.small_groups import Clue, warn_of_small_groups
from obamodel.disclosure.stories import is_own_story
from obamodel.disclosure.words import find_words
from obamodel.domain.changes import Change
from obamodel.domain.consent import ConsentState
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Feedback
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import join_names, name_thing, say_part, say_them, start

DATA_SERVICE = "UK Data Service, on sharing what people said"
Voice = Feedback | Change

# These sentences count what people said and never repeat it. Those that speak of what may not be
# shown are for the desk: disclosure.withholding names them, and no report prints them.


@rule("voice-with-identifier", severity=Severity.WORTH_ASKING, source=DATA_SERVICE)
def voice_with_identifier(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: could I ring them up, having read this?"""
    removals = log_removals(evaluation).removals
    if removals:
        things = [evaluation.find(name) for name in dict.fromkeys(one.about for one in removals)]
        kinds = [one.found.kind for one in removals]
        verb = "has" if len(things) == 1 else "have"
        yield notice_some(
            "voices",
            f"{_count(len(things), 'voice')} {verb} words in {say_them(things)} that may lead "
            f"to a person: {_list_kinds(kinds)}.",
            "Take it out of the words; a report leaves it out, and does not know every way of "
            "writing it.",
            things,
        )


@rule("words-with-identifier", severity=Severity.WORTH_ASKING, source=DATA_SERVICE)
def words_with_identifier(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: does this person know that their number is in here?"""
    for attribute in attrs.fields(Evaluation):
        if attribute.name not in _LOOKED_AT_ELSEWHERE:
            whole = getattr(evaluation, attribute.name)
            things = whole if isinstance(whole, tuple) else (whole,)
            holding = {
                index: kinds for index, thing in enumerate(things) if (kinds := _find_kinds(thing))
            }
            if holding:
                place = attribute.name.replace("_", " ")
                kinds = [kind for found in holding.values() for kind in found]
                yield Noticed(
                    place=place,
                    sentence=f"Among the words under {place} there is something that may lead "
                    f"to a person: {_list_kinds(kinds)}.",
                    mend="Take it out, unless it is an organisation's and meant to be known: "
                    "it is printed as it stands.",
                    concerns=tuple(
                        things[index].id for index in holding if hasattr(things[index], "id")
                    ),
                )


@rule("voice-points-to-few", severity=Severity.WORTH_ASKING, source=DATA_SERVICE)
def voice_points_to_few(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: how many people could have said this?"""
    seen: set[tuple[str, Clue]] = set()
    for warning in warn_of_small_groups(evaluation):
        if (warning.about, warning.clue) in seen:
            continue
        seen.add((warning.about, warning.clue))
        voice = evaluation.find(warning.about)
        # The words of what people told are not quoted, and neither is the group or its number.
        name = name_thing(voice) if isinstance(voice, Voice) else "something somebody said"
        yield Noticed(
            place=name,
            sentence=start(f"{name} {warning.sentence.removeprefix('It ')}"),
            mend=warning.mend,
            about=voice.id,
            concerns=tuple(dict.fromkeys((voice.id, warning.group))),
        )


@rule("named-without-agreement", severity=Severity.GAP, source=DATA_SERVICE)
def named_without_agreement(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: what exactly did they agree to?"""
    named = [voice for voice in _gather(evaluation) if decide_showing(voice.consent).with_who]
    without = [voice for voice in named if not voice.consent.note]
    if without:
        part = say_part(len(without), len(named), "voice", "voices")
        yield notice_some(
            "consent",
            f"For {part} shown with who said it, nothing says what was agreed.",
            "Write down what they agreed to, when, and that they can take it back.",
            without,
        )


@rule("consent-differs", severity=Severity.WORTH_ASKING, source=sources.STANDARDS)
def consent_differs(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: they said no here and yes there: did they mean it so?"""
    for voices in _gather_by_person(evaluation):
        shown = [voice for voice in voices if decide_showing(voice.consent).may_print]
        if 0 < len(shown) < len(voices):
            yield notice_some(
                "consent",
                f"One person speaks {len(voices)} times, and only "
                f"{len(shown)} of these may be shown.",
                "Ask them about all of it; somebody who takes back one thing may mean everything.",
                voices,
            )


@rule("named-here-not-there", severity=Severity.WORTH_ASKING, source=DATA_SERVICE)
def named_here_not_there(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: would I know them again by what they say?"""
    for voices in _gather_by_person(evaluation):
        shown = [voice for voice in voices if decide_showing(voice.consent).may_print]
        named = [voice for voice in shown if voice.consent.state is ConsentState.NAMED]
        if 0 < len(named) < len(shown):
            yield notice_some(
                "consent",
                "One person is shown with who they are in one place, and without it in another.",
                "Check with them that nobody can tell from the one that the other is theirs too.",
                shown,
            )


@rule("story-without-consent", severity=Severity.GAP, source=sources.STANDARDS)
def story_without_consent(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: it is their own story: did anybody ask them?"""
    without = [
        story
        for story in evaluation.stories
        if any(
            is_own_story(teller)
            and teller.consent.state is ConsentState.NOT_RECORDED
            and teller.consent.withdrawn is None
            for teller in story.told_by
        )
    ]
    if without:
        part = say_part(len(without), len(evaluation.stories), "story", "stories")
        verb = "comes" if len(without) == 1 else "come"
        yield notice_some(
            "stories",
            f"{part} {verb} from one person who lives with it, and there is no record of asking "
            "them.",
            "Ask them, and write down what they say; until then it stays out.",
            without,
        )


@rule("story-consent-withdrawn", severity=Severity.WORTH_ASKING, source=sources.STANDARDS)
def story_consent_withdrawn(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: they took it back: whose story is it now?"""
    kept = [
        story
        for story in evaluation.stories
        if any(teller.consent.withdrawn is not None for teller in story.told_by)
    ]
    if kept:
        yield notice_some(
            "stories",
            f"{start(_count(len(kept), 'story'))} {'is' if len(kept) == 1 else 'are'} kept here "
            "after somebody who helped to tell it took the consent back.",
            "Tell it anew without what they told, or take it out.",
            kept,
        )


# What is shown of these is cleaned and asked about above; long rows of figures hold no words.
_LOOKED_AT_ELSEWHERE = frozenset(
    ("feedback", "changes", "stories", "influences", "series", "baselines", "citations", "source")
)


def _find_kinds(thing: object) -> list[IdentifierKind]:
    if isinstance(thing, str):
        texts = [thing]
    else:
        texts = [words for _, words in find_words(thing)] if attrs.has(type(thing)) else []
    return [
        found.kind
        for words in texts
        for found in find_identifiers(words)
        # Where to read more is no secret.
        if found.kind is not IdentifierKind.WEB_ADDRESS
    ]


def _list_kinds(kinds: Sequence[IdentifierKind]) -> str:
    return join_names(
        f"{'an' if kind in _WITH_AN else 'a'} {kind}" for kind in dict.fromkeys(kinds)
    )


_WITH_AN = (IdentifierKind.E_MAIL_ADDRESS, IdentifierKind.NHS_NUMBER)


def _count(number: int, thing: str) -> str:
    many = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{number} {thing if number == 1 else many}"


def _gather(evaluation: Evaluation) -> tuple[Voice, ...]:
    return (*evaluation.feedback, *evaluation.changes)


def _gather_by_person(evaluation: Evaluation) -> tuple[tuple[Voice, ...], ...]:
    people: dict[str, list[Voice]] = {}
    for voice in _gather(evaluation):
        if voice.person:
            people.setdefault(voice.person, []).append(voice)
    return tuple(tuple(voices) for voices in people.values() if len(voices) > 1)

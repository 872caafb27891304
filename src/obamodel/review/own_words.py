"""How does a review speak in the words of the group, and leave alone what people wrote?"""

import re
from collections.abc import Callable, Iterator

from attrs import evolve

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.vocabulary import Vocabulary
from obamodel.review.findings import Finding

# The ideas that stand as nouns in what a review says.
_IDEAS = (
    "population",
    "outcome",
    "indicator",
    "service",
    "customers",
    "performance_measure",
    "factor",
    "baseline",
    "target",
    "partner",
    "activity",
    "feedback",
    "influence",
    "contribution",
    "data_development_agenda",
)
_VOWELS = "aeiou"


def put_in_own_words(evaluation: Evaluation, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Say findings in the words that the group of an evaluation uses.

    What people wrote stays as they wrote it: whatever stands in quotation marks, and the names of
    services, factors and people who judged.
    """
    from obamodel.files import complete_vocabulary, read_vocabulary

    words = _pair(complete_vocabulary(evaluation.vocabulary), read_vocabulary())
    if not words:
        return findings
    speak = _make_speaker(words, frozenset(_find_names(evaluation)))
    return tuple(
        # What is said of the words themselves has both words in it already.
        found
        if found.place == "words"
        else evolve(
            found,
            sentence=speak(found.sentence),
            mend=speak(found.mend),
            place=speak(found.place),
        )
        for found in findings
    )


def _pair(own: Vocabulary, usual: Vocabulary) -> dict[str, str]:
    """Pair each usual word with the group's, one and more than one, where they differ."""
    pairs = {}
    for idea in _IDEAS:
        for find in ("find_word", "find_plural"):
            said, ours = getattr(usual, find)(idea), getattr(own, find)(idea)
            if said and ours and said != ours:
                pairs[said.lower()] = ours
    return pairs


def _find_names(evaluation: Evaluation) -> Iterator[str]:
    yield from (one.name for one in evaluation.services)
    yield from (one.name for one in evaluation.factors)
    yield from (one.frozen.author for one in evaluation.baselines)
    yield from (one.label for one in evaluation.indicators)


def _make_speaker(words: dict[str, str], names: frozenset[str]) -> Callable[[str], str]:
    def longest_first(texts: "frozenset[str] | dict[str, str]") -> str:
        ordered = sorted((" ".join(text.split()) for text in texts if text), key=len, reverse=True)
        return "|".join(map(re.escape, ordered))

    kept = "|".join(part for part in ("“[^”]*”", longest_first(names)) if part)
    pattern = re.compile(
        rf"(?P<kept>{kept})|(?:\b(?P<article>an?) )?\b(?P<word>{longest_first(words)})\b",
        re.IGNORECASE,
    )

    def choose(match: re.Match[str]) -> str:
        if match["kept"] is not None:
            return match.group()
        found, article = match["word"], match["article"]
        own = words[found.lower()]
        if found[:1].isupper() and not article:
            own = own[:1].upper() + own[1:]
        if not article:
            return own
        fitting = f"{article[0]}n" if own[:1].lower() in _VOWELS else article[0]
        return f"{fitting} {own}"

    return lambda text: pattern.sub(choose, text)

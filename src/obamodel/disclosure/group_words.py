"""Do some words name a group, whatever its number and in whichever order?"""

import re
from collections.abc import Iterator

# What says "people" and no more: "people who are deaf" names the deaf.
_NO_GROUP = frozenset(
    """
    a about all also an and another any anybody anyone are as at attendance attendances been
    being both but by came client clients come comes coming did each else every everybody
    everyone experience experienced for from group groups had has have he her his how in
    individual individuals into is it its itself live lived lives living member members more
    most nobody none not number numbers of on one only or other others our out part participant
    participants people person persons she so some somebody someone state stated staying such
    taken taking than that the their them themselves there these they this those time times to
    took total unknown us use used user users uses using visit visits was we well were what when
    where which who whom whose will with within without
    """.split()
)
_ALTERNATIVES = re.compile(r"[,;/()]|\band\b|\bor\b|\bas well as\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")

GroupWords = frozenset[str]


def read_group(name: str) -> tuple[GroupWords, ...]:
    """Read a group's name as sets of words, each of which names the group or a part of it.

    Examples
    --------
    >>> [sorted(words) for words in read_group("Refugees and asylum seekers")]
    [['refugee'], ['asylum', 'seeker']]
    >>> read_group("Other people")
    ()
    """
    sets = (frozenset(_find_words(part)) for part in _ALTERNATIVES.split(name))
    return tuple(dict.fromkeys(words for words in sets if words))


def names_group(said: str, group: tuple[GroupWords, ...]) -> bool:
    """Say whether a text has all the words of a group's name, or of one of its parts.

    Examples
    --------
    >>> deaf = read_group("People who are deaf")
    >>> names_group("a deaf member", deaf), names_group("a member", deaf)
    (True, False)
    """
    found = frozenset(_find_words(said))
    return any(words <= found for words in group)


def _find_words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text.replace("\u2019", "'").casefold()):
        word = match.group().removesuffix("'s")
        if word not in _NO_GROUP:
            yield _take_number_off(word)


def _take_number_off(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    # One diagnosis, two diagnoses; one class, two classes.
    for ending in ("sses", "shes", "ches", "xes", "ses", "is"):
        if word.endswith(ending):
            return word[:-2]
    return word.removesuffix("s")

"""Which words does a picture use?"""

from collections.abc import Iterable

from obamodel.domain.vocabulary import Vocabulary
from obamodel.stats.answers import join_names


def choose_words(vocabulary: Vocabulary | None) -> Vocabulary:
    """Take a group's own words, and the usual ones for what it has no word for."""
    # Opened on use: a picture needs no files until somebody asks for its words.
    from obamodel.files import complete_vocabulary

    return complete_vocabulary(vocabulary)


def say(words: Vocabulary, idea: str) -> str:
    """Return the word for an idea, which is there because the usual words have every idea."""
    word = words.find_word(idea)
    assert word is not None, idea
    return word


def say_first(words: Vocabulary, idea: str) -> str:
    """Return the word for an idea as it opens a sentence or a heading."""
    return capitalise(say(words, idea))


def capitalise(text: str) -> str:
    """Write the first letter large and leave the others as they are.

    Examples
    --------
    >>> capitalise("views of LINk members")
    'Views of LINk members'
    """
    return text[:1].upper() + text[1:]


def end_sentence(text: str) -> str:
    """Close a text with a full stop where it has no end of its own.

    Examples
    --------
    >>> end_sentence("the flow of evidence "), end_sentence("Who asked?")
    ('the flow of evidence.', 'Who asked?')
    """
    trimmed = " ".join(text.split())
    return trimmed if trimmed.endswith((".", "?", "!", "\u2026")) else f"{trimmed}."


def without_stop(text: str) -> str:
    """Take the full stop off the end, so that the words can stand inside a sentence."""
    return " ".join(text.split()).rstrip(".")


def join(names: Iterable[str], *, most: int = 12) -> str:
    """Join names as in a sentence, naming no more than some and counting the rest.

    Examples
    --------
    >>> join(["forums", "carers", "members"])
    'forums, carers and members'
    >>> join(["1", "2", "3", "4"], most=2)
    '1, 2 and 2 more'
    """
    return join_names((without_stop(name) for name in names), most=most)

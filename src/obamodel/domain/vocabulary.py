"""Which word a group uses for which idea."""

from collections.abc import Iterator

import attrs
from attrs import field, frozen

from obamodel.domain.fields import check, documented, identifier, many, prose, to_tuple
from obamodel.errors import Fault


@documented
@frozen(kw_only=True)
class Word:
    """The word a group uses for one idea."""

    idea: str = field(metadata=prose("The idea, such as customers or effort."))
    word: str = field(metadata=prose("The word readers see."))
    plural: str = field(
        default="",
        metadata=prose("The word for more than one, where it is not the word with an s."),
    )
    reason: str = field(default="", metadata=prose("Why this word."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class WordFound:
    """A word that a document uses, and the idea it stands for there."""

    word: str = field(metadata=prose("The word in the document."))
    idea: str = field(metadata=prose("The idea it stands for there."))
    where: str = field(default="", metadata=prose("Where in the document."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class Vocabulary:
    """The words a group chose, and the words its documents were found to use.

    Examples
    --------
    >>> vocabulary = Vocabulary(
    ...     id="mime", title="MIME's words", words=[Word(idea="effort", word="cause")]
    ... )
    >>> vocabulary.find_word("effort"), vocabulary.find_word("effect")
    ('cause', None)
    >>> words = [Word(idea="activity", word="activity", plural="activities")]
    >>> Vocabulary(id="ours", title="Ours", words=words).find_plural("activity")
    'activities'
    """

    id: str = field(metadata=identifier())
    title: str = field(metadata=prose("Whose words they are."))
    attribution: str = field(default="", metadata=prose("Where they come from."))
    note: str = field(default="", metadata=prose("What a reader should know about them."))
    to_check: str = field(
        default="",
        metadata=prose("What is still to be checked of them, and by whom; reports show it."),
    )
    based_on: str = field(
        default="",
        metadata=identifier(
            "The shipped words that stand in for what the group has no word for, such as cy; "
            "without it, the UK words."
        ),
    )
    words: tuple[Word, ...] = field(
        converter=to_tuple, default=(), metadata=many(Word, "The word for each idea.")
    )
    found: tuple[WordFound, ...] = field(
        converter=to_tuple, default=(), metadata=many(WordFound, "Words found in the documents.")
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        seen: set[str] = set()
        for index, word in enumerate(self.words):
            if word.idea in seen:
                yield Fault(
                    "named-twice",
                    f'there are two words for "{word.idea}"',
                    "choose one; note the other among the words found",
                    path=("words", index, "idea"),
                )
            seen.add(word.idea)

    def find_word(self, idea: str) -> str | None:
        """Return this group's word for an idea, or nothing where it chose none."""
        return next((word.word for word in self.words if word.idea == idea), None)

    def find_plural(self, idea: str) -> str | None:
        """Return this group's word for more than one, or nothing where it has no word."""
        found = next((word for word in self.words if word.idea == idea), None)
        return None if found is None else found.plural or f"{found.word}s"

    def complete(self, default: "Vocabulary") -> "Vocabulary":
        """Return this vocabulary with a default's word for each idea it has none for.

        Examples
        --------
        >>> ours = Vocabulary(id="ours", title="Ours", words=[Word(idea="effort", word="cause")])
        >>> usual = Vocabulary(id="uk", title="UK", words=[Word(idea="effect", word="effect")])
        >>> [word.word for word in ours.complete(usual).words]
        ['cause', 'effect']
        """
        missing = tuple(word for word in default.words if self.find_word(word.idea) is None)
        # Where words of the other are used, what is to be checked of them is so here too.
        to_check = self.to_check or (default.to_check if missing else "")
        return attrs.evolve(self, words=(*self.words, *missing), to_check=to_check)

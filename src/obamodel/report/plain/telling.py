"""How is a thing told in a plain-words edition: in plain words, in people's own, or not at all?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from obamodel.domain.evaluation import Evaluation
from obamodel.plots.signs import Sign, draw_sign
from obamodel.report.document import Block, Bullets, Card, Cards, Figure, Paragraph, Section
from obamodel.report.plain.reading import MOST_WORDS, count_words, split_sentences

MORE = "There is more in the long report."
NOT_WRITTEN = "You can read about it in the long report."
OWN_WORDS = "Their own words:"
MOST_QUOTED = 6
_MOST_SENTENCES = 2


@frozen(kw_only=True)
class Telling:
    """The plain words of an evaluation, by what they are about.

    Parameters
    ----------
    words
        For the name of each thing, what is said of it in plain words; for an empty name, what is
        said of the whole.
    """

    words: Mapping[str, tuple[str, ...]]

    def has(self, thing: Any) -> bool:
        """Say whether a group has given plain words for a thing."""
        return thing.id in self.words

    def say(self, name: str) -> str:
        """Return the plain words about the thing with this name; nothing where there are none."""
        return " ".join(self.words.get(name, ()))

    def choose(self, things: Iterable[Any], *texts: str) -> tuple[list[Any], bool]:
        """Choose the things of one kind that are told, and say whether some are left out.

        Where plain words were given for any of them, these are told. Elsewhere those are told
        that one of their own texts tells in a few short sentences.

        Parameters
        ----------
        things
            The things.
        texts
            The fields in which their own texts stand, the plainest first.
        """
        listed = list(things)
        chosen = [one for one in listed if self.has(one)]
        if not chosen:
            chosen = [one for one in listed if _find_short(one, texts)][:MOST_QUOTED]
        return chosen, len(chosen) < len(listed)

    def tell(
        self,
        heading: str,
        things: Iterable[Any],
        *texts: str,
        after: Callable[[Any], Sequence[str]] = lambda _: (),
    ) -> tuple[Block, ...]:
        """Tell of things of one kind under a heading; nothing where there are none.

        Parameters
        ----------
        heading
            What the things are.
        things
            The things.
        texts
            The fields in which their own texts stand, the plainest first.
        after
            What else is said of one thing, in our own sentences.
        """
        listed = list(things)
        chosen, left = self.choose(listed, *texts)
        if not chosen:
            return (Paragraph(heading), Paragraph(NOT_WRITTEN)) if listed else ()
        more = [Paragraph(MORE)] if left else []
        if not self.has(chosen[0]):
            own = [(_find_short(one, texts), " ".join(after(one))) for one in chosen]
            return (Paragraph(heading), quote(own), *more)
        said = [" ".join((self.say(one.id), *after(one))) for one in chosen]
        return (Paragraph(heading), *list_or_say(said), *more)


def make_telling(evaluation: Evaluation) -> Telling:
    """Gather the plain words of an evaluation.

    Examples
    --------
    >>> make_telling(Evaluation(id="new", title="New")).say("")
    ''
    """
    words: dict[str, tuple[str, ...]] = {}
    for one in evaluation.plain_words:
        words[one.about] = (*words.get(one.about, ()), one.text)
    return Telling(words=words)


def say_each(texts: Iterable[str]) -> tuple[Paragraph, ...]:
    """Put each sentence on a line of its own."""
    return tuple(Paragraph(sentence) for text in texts for sentence in split_sentences(text))


def list_or_say(texts: Sequence[str]) -> tuple[Block, ...]:
    """Put several texts in a list, and one as it is, each sentence on a line of its own."""
    return say_each(texts) if len(texts) == 1 else (Bullets(texts),)


def quote(texts: Iterable[tuple[str, str]]) -> Cards:
    """Put people's own words into boxes, marked as theirs and unchanged.

    Parameters
    ----------
    texts
        Their words, and what we say of them.
    """
    return Cards(
        Card(heading=OWN_WORDS, text=" ".join(text.split()), under=under) for text, under in texts
    )


def is_short(text: str) -> bool:
    """Say whether a text is one or two sentences of fifteen words at most.

    Examples
    --------
    >>> is_short("We met. We talked."), is_short("word " * 16), is_short("A. B. C.")
    (True, False, False)
    """
    sentences = split_sentences(text)
    return 0 < len(sentences) <= _MOST_SENTENCES and all(
        count_words(sentence) <= MOST_WORDS for sentence in sentences
    )


def _find_short(thing: Any, texts: Iterable[str]) -> str:
    found = (getattr(thing, name) for name in texts)
    return next((text for text in found if text and is_short(text)), "")


def start_section(
    name: str, title: str, sign: Sign, blocks: Iterable[Block | None], **more: Any
) -> Section | None:
    """Make a part of the edition with its sign; none where there is nothing to tell."""
    told = [block for block in blocks if block is not None]
    inner = [one for one in more.get("sections", ()) if one is not None]
    if not told and not inner:
        return None
    picture = Figure(title=title, drawing=draw_sign(sign), alt=str(sign))
    return Section(id=name, title=title, blocks=[picture, *told], sections=inner)

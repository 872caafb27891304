"""What does a document say, sentence by sentence, and which mark has its text?"""

import hashlib
import re
from collections.abc import Iterator

from obamodel.report.document import (
    AnswerSpace,
    Block,
    Bullets,
    Cards,
    Document,
    Figure,
    Note,
    Paragraph,
    Section,
    Table,
)

MOST_WORDS = 15
CHECKED_PART = "about-this-paper"
"""The part that says who has checked the text: it is no part of what was checked."""

_ENDS = re.compile(r"(?<=[.!?])[\"\u201d\u2019)]*\s+")


def split_sentences(text: str) -> list[str]:
    """Split a text into its sentences.

    Examples
    --------
    >>> split_sentences("We asked people. They said yes!  Why?")
    ['We asked people.', 'They said yes!', 'Why?']
    """
    one_line = " ".join(text.split())
    ends = [found.end() for found in _ENDS.finditer(one_line)]
    parts = (one_line[start:end] for start, end in zip([0, *ends], [*ends, None], strict=True))
    return [part.strip() for part in parts if part.strip()]


def count_words(sentence: str) -> int:
    """Count the words of a sentence as a reader does: what has a letter or a digit in it."""
    return sum(any(char.isalnum() for char in word) for word in sentence.split())


def list_sentences(document: Document) -> tuple[str, ...]:
    """List every sentence a reader of a document meets: headings, tables, words of pictures.

    Examples
    --------
    >>> from obamodel.report.document import Section
    >>> part = Section(id="a", title="What we did", blocks=[Paragraph("We met. We talked.")])
    >>> list_sentences(Document(title="Our year", sections=[part]))
    ('Our year', 'What we did', 'We met.', 'We talked.')
    """
    texts = [document.title, document.subtitle]
    for section in document.sections:
        texts += _read_section(section)
    return tuple(sentence for text in texts for sentence in split_sentences(text))


def find_long_sentences(document: Document) -> tuple[str, ...]:
    """Find the sentences of more than fifteen words, to write them shorter.

    Examples
    --------
    >>> find_long_sentences(Document(title="One two three."))
    ()
    """
    return tuple(one for one in list_sentences(document) if count_words(one) > MOST_WORDS)


def find_mark(document: Document) -> str:
    """Find the mark of a plain-words edition: another text has another mark.

    It is the beginning of the SHA-256 sum of every word a reader meets, but for the part that
    tells who has checked it.

    Examples
    --------
    >>> find_mark(Document(title="Our year"))
    '7c32-7a90-da3b'
    """
    parts = [document.title]
    for section in document.sections:
        if section.id != CHECKED_PART:
            parts += _read_section(section)
    said = "\n".join(" ".join(part.split()) for part in parts)
    found = hashlib.sha256(said.encode("utf-8")).hexdigest()
    return "-".join((found[:4], found[4:8], found[8:12]))


def _read_section(section: Section) -> Iterator[str]:
    yield section.title
    for block in section.blocks:
        yield from _read_block(block)
    for inner in section.sections:
        yield from _read_section(inner)


def _read_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text) | Note(text):
            yield text
        case Bullets(items):
            yield from items
        case Cards(cards):
            for card in cards:
                yield from (card.heading, card.text, card.under, *card.caveats)
        case Table():
            yield block.title
            yield from block.columns
            for row in block.rows:
                yield from row
            yield from block.notes
        case Figure():
            yield from (block.title, block.alt, block.note)
            if block.table is not None:
                yield from _read_block(block.table)
        case AnswerSpace():
            yield from (block.prompt, block.text)

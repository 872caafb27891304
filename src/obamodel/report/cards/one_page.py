"""What fits on one page, and what is said of that which does not."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from obamodel.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Note,
    Paragraph,
    Section,
)
from obamodel.stats.answers import join_names

Thing = TypeVar("Thing")

CUT = "\N{HORIZONTAL ELLIPSIS}"
"""What stands where a text was cut."""

SHARES = (1.0, 0.9, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3)
"""How much of the most that any card takes is tried, one after the other, until it fits."""

# Two columns of A4 in letters of 8.5 points, as the page is printed: a column is 89 mm wide, of
# which a letter takes a little less than half its size, and 245 mm high under the title.
_LINES = 2 * 60
_LETTERS, _LETTERS_IN_LIST, _LETTERS_IN_TITLE = 63, 59, 46
_COLUMN, _LINE = 252.0, 11.05
_HEADING, _SMALL_HEADING, _AFTER = 2.4, 1.6, 0.3

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


class OnePage:
    """The room on one page of A4: it keeps count of what had to be left out.

    The rule is the same for every card: of each part the first few, in the order in which the
    evaluation puts them, and of each text the whole sentences that fit.

    Parameters
    ----------
    share
        How much of the most that any card takes is taken here, from 0 to 1.

    Examples
    --------
    >>> page = OnePage()
    >>> page.take(["forums", "carers", "members"], 2, "partner")
    ('forums', 'carers')
    >>> page.shorten("It grew. Then it fell, as everybody remembers.", 4)
    'It grew. \u2026'
    >>> print(page.say().text.split(". ")[0])
    1 more partner did not fit on one page
    """

    def __init__(self, share: float = 1.0) -> None:
        self._share: float = share
        self._left_out: dict[tuple[str, str], int] = {}
        self._cut: bool = False

    def take(
        self, things: Sequence[Thing], most: int, what: str, more: str = ""
    ) -> tuple[Thing, ...]:
        """Take the first few things, and count the others.

        Parameters
        ----------
        things
            What there is, in order.
        most
            How many are taken of a card that is not full.
        what
            What one of them is called.
        more
            What several are called, where that is not the word with an *s*.
        """
        most = min(most, max(1, round(most * self._share)))
        left = len(things) - most
        if left > 0:
            names = what, more or f"{what}s"
            self._left_out[names] = self._left_out.get(names, 0) + left
        return tuple(things[:most])

    def shorten(self, text: str, most: int) -> str:
        """Keep the whole sentences that have at most so many words together.

        Where not even the first one does, its first words are kept.
        """
        most = round(most * self._share)
        sentences = _SENTENCE.split(" ".join(text.split()))
        kept: list[str] = []
        for sentence in sentences:
            if len(" ".join([*kept, sentence]).split()) > most:
                break
            kept.append(sentence)
        if len(kept) == len(sentences):
            return " ".join(kept)
        self._cut = True
        return f"{' '.join(kept or sentences[0].split()[:most])} {CUT}"

    def say(self) -> Note | None:
        """Say what was left out, or nothing where everything is there."""
        more = [
            f"{left} more {names[0] if left == 1 else names[1]}"
            for names, left in self._left_out.items()
        ]
        said = [f"{join_names(more)} did not fit on one page."] if more else []
        if self._cut:
            said.append(f"A text ends in {CUT} where it was cut.")
        return Note(" ".join([*said, "The report has all of it."])) if said else None


def fit(write: Callable[[OnePage], Document]) -> Document:
    """Write a card with as much on it as fits on one page.

    Parameters
    ----------
    write
        Writes the card, given the room there is.
    """
    for share in SHARES:
        card = write(OnePage(share))
        if count_lines(card) <= _LINES:
            break
    return card


def count_lines(card: Document) -> float:
    """Count the lines that a card takes on paper, about.

    It is a measure and not a print: ``tests/browser`` prints cards and counts their pages.
    """
    return sum(_count_in_section(one, _HEADING) for one in card.sections)


def _count_in_section(section: Section, heading: float) -> float:
    title = heading + _count(section.title, _LETTERS_IN_TITLE) - 1
    blocks = sum(_count_in_block(block) for block in section.blocks)
    return title + blocks + sum(_count_in_section(one, _SMALL_HEADING) for one in section.sections)


def _count_in_block(block: Block) -> float:
    return sum(_list_lines(block)) + _AFTER


def _list_lines(block: Block) -> Iterator[float]:
    match block:
        case Paragraph(text):
            yield _count(text, _LETTERS)
        case Note(text):
            yield _count(f"Please note. {text}", _LETTERS_IN_LIST) + 1
        case Bullets(items):
            yield from (_count(item, _LETTERS_IN_LIST) for item in items)
        case Figure():
            yield block.drawing.height * _COLUMN / block.drawing.width / _LINE
            yield _count(f"Picture: {block.title}", _LETTERS) + 0.5


def _count(text: str, letters: int) -> int:
    return math.ceil(len(text) / letters)

"""How wide is a text, and where do its lines break?"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from attrs import frozen

from obamodel.plots.drawing import Align, Words
from obamodel.plots.style import BODY, INK

FONT = "DejaVu Sans"  # comes with matplotlib, so a picture is the same on every machine
NO_GLYPH = "\u25a1"
MORE = "\u2026"
_PITCH = 1.32  # from one line to the next
_RISE = 1.0  # from the top of a line to where its letters stand
_SLACK = 1.08  # screens round letters to whole dots, and other fonts stand in for ours


@frozen(kw_only=True)
class Paragraph:
    """Lines of words that belong together."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    colour: str

    @property
    def height(self) -> float:
        """How high it is."""
        return len(self.lines) * self.size * _PITCH

    @property
    def width(self) -> float:
        """How wide its widest line is, with a little room to spare."""
        return max((measure(line, self.size, bold=self.bold) for line in self.lines), default=0.0)

    def put(self, x: float, y: float, align: Align = "left") -> Iterator[Words]:
        """Put its lines on a page, the top of the first at a height."""
        for number, line in enumerate(self.lines):
            yield Words(
                x=x,
                y=y + (number * _PITCH + _RISE) * self.size,
                text=line,
                size=self.size,
                bold=self.bold,
                colour=self.colour,
                align=align,
            )


def set_text(
    text: str,
    width: float,
    *,
    size: float = BODY,
    bold: bool = False,
    colour: str = INK,
    most_lines: int | None = None,
) -> Paragraph:
    """Break a text into lines that fit a width.

    A word too long for a line is broken; a text longer than it may be ends in three dots.
    """
    lines = tuple(_break_lines(tidy(text), width, size, bold))
    if most_lines is not None and len(lines) > most_lines:
        lines = (*lines[: most_lines - 1], _shorten(lines[most_lines - 1], width, size, bold))
    return Paragraph(lines=lines, size=size, bold=bold, colour=colour)


def stack(paragraphs: Iterable[Paragraph], *, gap: float = 3.0) -> float:
    """Find how high paragraphs are when they stand under one another."""
    heights = [paragraph.height for paragraph in paragraphs]
    return sum(heights) + gap * max(len(heights) - 1, 0)


def put_stack(
    paragraphs: Iterable[Paragraph],
    x: float,
    y: float,
    align: Align = "left",
    *,
    gap: float = 3.0,
) -> Iterator[Words]:
    """Put paragraphs under one another, the top of the first at a height."""
    for paragraph in paragraphs:
        yield from paragraph.put(x, y, align)
        y += paragraph.height + gap


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Find how wide a text is, with a little room to spare."""
    return _measure_unit(text, bold) * size * _SLACK


def tidy(text: str) -> str:
    r"""Take out line breaks, and characters that nobody sees but that turn text around.

    Examples
    --------
    >>> tidy("Two  \n lines\u202e")
    'Two lines'
    """
    kept = (char for char in text if unicodedata.category(char) != "Cf" or char in "\u200c\u200d")
    return " ".join("".join(kept).split())


def make_drawable(text: str) -> str:
    """Put a small box for each character that the font has no shape for."""
    if text.isascii() and text.isprintable():
        return text
    known = _known_characters()
    return "".join(char if ord(char) in known else NO_GLYPH for char in text)


@lru_cache(maxsize=20_000)
def _measure_unit(text: str, bold: bool) -> float:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextToPath

    font = FontProperties(family=FONT, weight="bold" if bold else "normal", size=100)
    width, _, _ = TextToPath().get_text_width_height_descent(make_drawable(text), font, False)
    return float(width) / 100


@cache
def _known_characters() -> frozenset[int]:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    plain, bold = (
        frozenset(get_font(findfont(FontProperties(family=FONT, weight=weight))).get_charmap())
        for weight in ("normal", "bold")
    )
    return plain & bold


def _break_lines(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    space = measure(" ", size, bold=bold)
    line, used = "", 0.0
    for word in text.split():
        for number, piece in enumerate(_break_word(word, width, size, bold)):
            long = measure(piece, size, bold=bold)
            if not line:
                line, used = piece, long
            elif number == 0 and used + space + long <= width:
                line, used = f"{line} {piece}", used + space + long
            else:
                yield line
                line, used = piece, long
    if line:
        yield line


def _break_word(word: str, width: float, size: float, bold: bool) -> list[str]:
    """Break a word where a line may break, if one line cannot hold it."""
    if measure(word, size, bold=bold) <= width:
        return [word]
    parts = [part for part in re.split(r"(?<=[-/_.@])", word) if part]
    pieces: list[str] = []
    used = 0.0
    for part in parts:
        # Joined again as far as they fit; a part that is too long itself is broken anywhere.
        units = [part] if measure(part, size, bold=bold) <= width else list(part)
        for unit in units:
            long = measure(unit, size, bold=bold)
            if pieces and used + long <= width:
                pieces[-1] += unit
                used += long
            else:
                pieces.append(unit)
                used = long
    return pieces


def _shorten(line: str, width: float, size: float, bold: bool) -> str:
    while line and measure(line + MORE, size, bold=bold) > width:
        line = line[:-1]
    return line.rstrip(" ,;:.") + MORE

"""Simple signs that stand beside words, for readers who find a page by its pictures."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from obamodel.plots.drawing import Box, Dot, Drawing, Item, Line, Shape, draw_arrow
from obamodel.plots.people import draw_person
from obamodel.plots.style import BLUE, INK, LIGHT_BLUE, SAND, WHITE

SIDE = 96.0
"""How wide and high a sign is, in points."""


class Sign(StrEnum):
    """What a sign stands for, in words that say what it shows."""

    PAPER = "A sheet of paper with lines on it."
    PEOPLE = "Three people."
    WISH = "A star."
    LOOKING = "A magnifying glass."
    DONE = "A tick in a box."
    SPEAKING = "Two speech bubbles."
    CHANGE = "A square, and then a ball."
    NUMBERS = "Bars on a chart."
    NOT_KNOWN = "A question mark."
    NEXT = "An arrow that points on."
    BOOK = "An open book."
    CHECKED = "A person with a tick."


def draw_sign(sign: Sign) -> Drawing:
    """Draw a sign: a square of its own, without words in it.

    Parameters
    ----------
    sign
        Which one; its text says what it shows.

    Examples
    --------
    >>> drawing = draw_sign(Sign.WISH)
    >>> drawing.width, drawing.height
    (96.0, 96.0)
    """
    return Drawing(width=SIDE, height=SIDE, items=_SIGNS[sign]())


def _draw_paper() -> Iterator[Item]:
    yield Box(x=20, y=8, width=56, height=80, fill=WHITE, edge=INK, weight=3)
    for y in (26, 40, 54, 68):
        yield Line(points=((30, y), (66, y)), colour=BLUE, weight=4)


def _draw_people() -> Iterator[Item]:
    yield from draw_person(22, 30, size=1.2, pale=True)
    yield from draw_person(74, 30, size=1.2, pale=True)
    yield from draw_person(48, 16, size=1.7)


def _draw_star() -> Iterator[Item]:
    outer = ((48, 6), (88, 37), (73, 86), (23, 86), (8, 37))
    inner = ((60, 36), (66, 60), (48, 70), (30, 60), (36, 36))
    corners = [point for pair in zip(outer, inner, strict=True) for point in pair]
    yield Shape(points=corners, fill=SAND, edge=INK, weight=3)


def _draw_glass() -> Iterator[Item]:
    yield Line(points=((58, 58), (86, 86)), weight=9)
    yield Dot(x=40, y=40, radius=28, fill=LIGHT_BLUE, edge=INK, weight=4)


def _draw_tick(x: float = 0, y: float = 0) -> Iterator[Item]:
    yield Line(points=((x + 26, y + 50), (x + 42, y + 66), (x + 72, y + 28)), colour=BLUE, weight=9)


def _draw_done() -> Iterator[Item]:
    yield Box(x=14, y=14, width=68, height=68, fill=WHITE, edge=INK, weight=3)
    yield from _draw_tick()


def _draw_bubbles() -> Iterator[Item]:
    tail = ((62, 84), (84, 94), (76, 76))
    yield Box(x=36, y=44, width=52, height=36, fill=BLUE, edge=INK, weight=2)
    yield Shape(points=tail, fill=BLUE)
    yield Box(x=8, y=8, width=56, height=38, fill=WHITE, edge=INK, weight=3)
    yield Shape(points=((18, 45), (14, 62), (36, 45)), fill=WHITE)
    yield Line(points=((18, 46), (14, 62), (36, 46)), weight=3)
    for y in (20, 33):
        yield Line(points=((18, y), (54, y)), weight=4)


def _draw_change() -> Iterator[Item]:
    yield Box(x=6, y=34, width=28, height=28, fill=WHITE, edge=INK, weight=3)
    yield from draw_arrow(((38, 48), (58, 48)), weight=5, size=13)
    yield Dot(x=76, y=48, radius=16, fill=BLUE, edge=INK, weight=3)


def _draw_bars() -> Iterator[Item]:
    for x, high in ((18, 24), (38, 40), (58, 58)):
        yield Box(x=x, y=84 - high, width=15, height=high, fill=BLUE, edge=INK, weight=1)
    yield Line(points=((10, 8), (10, 85), (88, 85)), weight=3)


def _draw_question() -> Iterator[Item]:
    bow = ((28, 34), (31, 20), (48, 12), (66, 20), (68, 36), (58, 48), (48, 54), (48, 66))
    yield Line(points=bow, colour=BLUE, weight=9)
    yield Dot(x=48, y=82, radius=6, fill=BLUE)


def _draw_next() -> Iterator[Item]:
    corners = ((10, 36), (48, 36), (48, 16), (88, 48), (48, 80), (48, 60), (10, 60))
    yield Shape(points=corners, fill=BLUE, edge=INK, weight=3)


def _draw_book() -> Iterator[Item]:
    left = ((48, 26), (8, 16), (8, 74), (48, 84))
    yield Shape(points=left, fill=WHITE, edge=INK, weight=3)
    yield Shape(points=[(96 - x, y) for x, y in left], fill=WHITE, edge=INK, weight=3)
    for down in (0, 14, 28):
        for points in (((16, 32 + down), (40, 38 + down)), ((56, 38 + down), (80, 32 + down))):
            yield Line(points=points, colour=BLUE, weight=3)


def _draw_checked() -> Iterator[Item]:
    yield from draw_person(28, 20, size=1.7, pale=True)
    yield from _draw_tick(16, 4)


_SIGNS: dict[Sign, Callable[[], Iterator[Item]]] = {
    Sign.PAPER: _draw_paper,
    Sign.PEOPLE: _draw_people,
    Sign.WISH: _draw_star,
    Sign.LOOKING: _draw_glass,
    Sign.DONE: _draw_done,
    Sign.SPEAKING: _draw_bubbles,
    Sign.CHANGE: _draw_change,
    Sign.NUMBERS: _draw_bars,
    Sign.NOT_KNOWN: _draw_question,
    Sign.NEXT: _draw_next,
    Sign.BOOK: _draw_book,
    Sign.CHECKED: _draw_checked,
}

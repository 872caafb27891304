"""A small picture inside a page that holds hundreds: as few letters as will draw it."""

import html
from collections.abc import Iterator
from itertools import groupby

from obamodel.plots.drawing import Dot, Drawing, Item, Line, Point, Shape, Words
from obamodel.plots.style import BLUE, FAINT, INK
from obamodel.report.characters import make_visible

# The colours are the page's, so that they can be others where it is dark.
_LINES = {INK: "past", BLUE: "since", FAINT: "until"}
_TENTHS = 10
_LAST = 2.0


def write_small_svg(drawing: Drawing, alt_text: str) -> str:
    """Write a small picture as SVG whose colours and weights are in the style of the page.

    Parameters
    ----------
    drawing
        The picture; its places are kept to a tenth of a point.
    alt_text
        What it shows, in words.
    """
    width, height = round(drawing.width * _TENTHS), round(drawing.height * _TENTHS)
    kinds = groupby(drawing.items, _name_class)
    inside = "".join(_write(name, list(items)) for name, items in kinds)
    told = html.escape(make_visible(alt_text))
    return f'<svg role="img" aria-label="{told}" viewBox="0 0 {width} {height}">{inside}</svg>'


def _name_class(item: Item) -> str:
    match item:
        case Shape():
            return "band"
        case Line():
            return "ahead" if item.dashed else _LINES.get(item.colour, "past")
        case Dot():
            return "last" if item.radius > _LAST else "dot"
        case Words():
            return "words"
    raise TypeError(f"a small picture holds no {type(item).__name__}")


def _write(name: str, items: list[Item]) -> str:
    if name == "words":
        return "".join(_write_words(item) for item in items if isinstance(item, Words))
    return f'<path class="{name}" d="{"".join(_trace(items))}"/>'


def _trace(items: list[Item]) -> Iterator[str]:
    for item in items:
        match item:
            case Dot():
                # A line of no length with round ends is a dot.
                yield f"M{_place((item.x, item.y))}h0"
            case Line():
                yield f"M{' '.join(map(_place, item.points))}"
            case Shape():
                yield f"M{' '.join(map(_place, item.points))}z"


def _place(point: Point) -> str:
    x, y = point
    return f"{round(x * _TENTHS)} {round(y * _TENTHS)}"


def _write_words(words: Words) -> str:
    place = f'x="{round(words.x * _TENTHS)}" y="{round(words.y * _TENTHS)}"'
    size = round(words.size * _TENTHS)
    return f'<text {place} font-size="{size}">{html.escape(make_visible(words.text))}</text>'

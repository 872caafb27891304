"""A drawing written as SVG, for pages and reports.

It is written here and not by matplotlib, so that it holds nothing but the picture: no date, no
path, no name that another picture on the page could share, and the same bytes at every run.
Words stay words: in a page they can be searched, selected, translated and made larger, and the
file is far smaller than with each letter drawn. Their places are measured for a wide font, so
that they fit in the narrower ones a reader's machine may put in its place.
"""

from collections.abc import Iterator
from xml.etree import ElementTree

from obamodel.plots.drawing import Align, Box, Dot, Drawing, Item, Line, Point, Shape, Words
from obamodel.plots.lettering import FONT
from obamodel.plots.style import WHITE

_FONTS = f"{FONT}, Verdana, Arial, Helvetica, sans-serif"
_DASHES = "4 2.5"
_DOTS = "1 1.8"
_ANCHORS: dict[Align, str] = {"center": "middle", "right": "end"}
_STRIPES = 5.0


def write_svg(drawing: Drawing, alt_text: str) -> str:
    """Write a drawing as one SVG element that may stand in a page or in a file of its own.

    Parameters
    ----------
    drawing
        The picture.
    alt_text
        What it shows, in words; a screen reader reads this and not the pieces.
    """
    width, height = _write(drawing.width), _write(drawing.height)
    root = ElementTree.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{width}pt",
            "height": f"{height}pt",
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "aria-label": alt_text,
            "font-family": _FONTS,
        },
    )
    page = Box(x=0, y=0, width=drawing.width, height=drawing.height, fill=WHITE, edge=None)
    for item in (page, *drawing.items):
        root.extend(_make_elements(item))
    return ElementTree.tostring(root, encoding="unicode")


def _make_elements(item: Item) -> Iterator[ElementTree.Element]:
    match item:
        case Words():
            yield _make_text(item)
        case Box():
            yield ElementTree.Element(
                "rect",
                {
                    "x": _write(item.x),
                    "y": _write(item.y),
                    "width": _write(item.width),
                    "height": _write(item.height),
                    **_colour(item.fill, item.edge, item.weight, dashed=item.dashed),
                },
            )
            if item.striped:
                yield from _make_stripes(item)
        case Dot():
            yield ElementTree.Element(
                "circle",
                {
                    "cx": _write(item.x),
                    "cy": _write(item.y),
                    "r": _write(item.radius),
                    **_colour(item.fill, item.edge, item.weight),
                },
            )
        case Line():
            yield ElementTree.Element(
                "polyline",
                {
                    "points": _write_points(item.points),
                    **_colour(None, item.colour, item.weight, dashed=item.dashed),
                    **({"stroke-dasharray": _DOTS} if item.dotted else {}),
                },
            )
        case Shape():
            yield ElementTree.Element(
                "polygon",
                {
                    "points": _write_points(item.points),
                    **_colour(item.fill, item.edge, item.weight),
                },
            )


def _make_text(words: Words) -> ElementTree.Element:
    given = {"x": _write(words.x), "y": _write(words.y), "font-size": _write(words.size)}
    if words.bold:
        given["font-weight"] = "bold"
    if words.align in _ANCHORS:
        given["text-anchor"] = _ANCHORS[words.align]
    element = ElementTree.Element("text", {**given, "fill": words.colour})
    element.text = words.text
    return element


def _make_stripes(box: Box) -> Iterator[ElementTree.Element]:
    """Draw slanted lines across a box, one by one: a pattern would need a name."""
    along = _STRIPES
    while along < box.width + box.height:
        # The line x + y = along, cut off where it leaves the box.
        start = (box.x + min(along, box.width), box.y + max(0.0, along - box.width))
        end = (box.x + max(0.0, along - box.height), box.y + min(along, box.height))
        yield ElementTree.Element(
            "polyline",
            {"points": _write_points((start, end)), **_colour(None, box.edge, box.weight)},
        )
        along += _STRIPES


def _colour(
    fill: str | None, edge: str | None, weight: float, *, dashed: bool = False
) -> dict[str, str]:
    given = {"fill": fill or "none"}
    if edge:
        given |= {"stroke": edge, "stroke-width": _write(weight)}
        if dashed:
            given["stroke-dasharray"] = _DASHES
    return given


def _write_points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_write(x)},{_write(y)}" for x, y in points)


def _write(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")

"""A curve in words: where we start, what we want, and a line that turns."""

import math
from collections.abc import Iterator

from obamodel.domain.curves import SchematicCurve, WantedDirection
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.drawing import Box, Dot, Drawing, Item, Point, draw_arrow
from obamodel.plots.lettering import Paragraph, put_stack, set_text, stack
from obamodel.plots.observed_table import make_table
from obamodel.plots.page import Page
from obamodel.plots.picture import picture
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.style import BLUE, GAP, HEADING, INK, RULE, SAND, SMALL, SOFT
from obamodel.plots.wording import capitalise, end_sentence, without_stop

NO_FIGURES = "Schematic: no figures behind it"
_TURN_FROM, _TURN_TO = 0.40, 0.60  # between these parts of the way across, the line turns
_RISE = 62.0


def describe_schematic(curve: SchematicCurve, _words: Vocabulary) -> str:
    """Say where the curve starts and which way it is wanted to turn."""
    way = "upwards" if curve.direction is WantedDirection.UP else "downwards"
    return (
        f"A sketch without figures of {without_stop(curve.upwards)} over "
        f"{without_stop(curve.across)}. The line starts level, at "
        f'"{without_stop(curve.start)}", and turns {way} to what is wanted: '
        f'"{without_stop(curve.wanted)}".'
    )


def tabulate_schematic(curve: SchematicCurve, _words: Vocabulary) -> PictureTable | None:
    """Say what stands on the axes, and what the line does."""
    way = "up" if curve.direction is WantedDirection.UP else "down"
    return make_table(
        ("Part of the picture", "What it says"),
        [
            ("Upright", capitalise(without_stop(curve.upwards))),
            ("Across", capitalise(without_stop(curve.across))),
            ("At the start", capitalise(without_stop(curve.start))),
            ("What is wanted", capitalise(without_stop(curve.wanted))),
            ("The line", f"Starts level, turns {way}, and goes on level"),
        ],
        [end_sentence(NO_FIGURES), *([curve.note] if curve.note else [])],
    )


@picture(describe_schematic, takes=SchematicCurve, tabulate=tabulate_schematic)
def schematic(curve: SchematicCurve, _words: Vocabulary, width: float) -> Drawing:
    """Draw a curve in words, marked as having no figures behind it.

    Examples
    --------
    >>> curve = SchematicCurve(
    ...     id="views", title="Views", upwards="evidence of views", start="patchy", wanted="steady"
    ... )
    >>> print(schematic.alt_text(curve))
    A sketch without figures of evidence of views over time. The line starts level, at "patchy",
    and turns upwards to what is wanted: "steady".
    """
    page = Page(max(width, 260.0))
    page.add_title(curve.title)
    page.add_paragraphs(
        [set_text(capitalise(without_stop(curve.upwards)), page.inner_width, colour=SOFT)]
    )
    page.y -= GAP / 2
    _add_plot(page, curve)
    page.add_paragraphs([])
    if curve.note:
        page.add_notes([curve.note])
    return page.finish()


def _add_plot(page: Page, curve: SchematicCurve) -> None:
    left, right = page.left + 4, page.right - 10
    room = (right - left) * _TURN_FROM - 18
    start = _label("At the start", curve.start, room)
    wanted = _label("What is wanted", curve.wanted, room)
    badge = set_text(NO_FIGURES, right - left - 30, bold=True)
    top = page.y + 14
    rise = max(_RISE, stack(start) + 20, stack(wanted) + 20)
    high, low = top + 10, top + 10 + rise
    axis = low + 24 + badge.height + 14
    upwards = curve.direction is WantedDirection.UP
    first, last = (low, high) if upwards else (high, low)

    page.add(_draw_axes(left, right, page.y, axis))
    line = tuple(_turn(left + 10, right - 6, first, last))
    page.add(draw_arrow(line, weight=2.6, size=12, colour=BLUE))
    page.add([Dot(x=line[0][0], y=line[0][1], radius=4.0, fill="#ffffff", edge=BLUE, weight=2.0)])
    # Each text stands in the corner that the line leaves free.
    page.add(put_stack(start, left + 14, _beside(start, first, above=upwards)))
    page.add(put_stack(wanted, right - room, _beside(wanted, last, above=not upwards)))
    page.add(_draw_badge(badge, (left + right) / 2, axis - 12 - badge.height))
    across = set_text(capitalise(without_stop(curve.across)), page.inner_width, colour=SOFT)
    page.add(across.put(right, axis + 5, "right"))
    page.y = axis + 5 + across.height + GAP


def _label(heading: str, text: str, room: float) -> list[Paragraph]:
    return [
        set_text(heading, room, size=SMALL, colour=SOFT),
        set_text(capitalise(text), room, size=HEADING, bold=True),
    ]


def _beside(label: list[Paragraph], line: float, *, above: bool) -> float:
    return line - 10 - stack(label) if above else line + 8


def _turn(left: float, right: float, first: float, last: float) -> Iterator[Point]:
    """Go level, turn smoothly, and go level again."""
    for step in range(81):
        part = step / 80
        turned = (part - _TURN_FROM) / (_TURN_TO - _TURN_FROM)
        turned = min(max(turned, 0.0), 1.0)
        smooth = (1 - math.cos(math.pi * turned)) / 2
        yield left + part * (right - left), first + smooth * (last - first)


def _draw_axes(left: float, right: float, top: float, axis: float) -> Iterator[Item]:
    corner = (left, axis)
    for tip in ((left, top), (right + 6, axis)):
        yield from draw_arrow((corner, tip), colour=RULE)


def _draw_badge(badge: Paragraph, middle: float, top: float) -> Iterator[Item]:
    yield Box(
        x=middle - badge.width / 2 - 8,
        y=top - 4,
        width=badge.width + 16,
        height=badge.height + 7,
        fill=SAND,
        edge=INK,
        dashed=True,
    )
    yield from badge.put(middle, top, "center")

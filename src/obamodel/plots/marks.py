"""The shapes that stand for single values, told apart without colour."""

from collections.abc import Iterator
from enum import Enum

from obamodel.plots.drawing import Dot, Item, Line, Point, Shape
from obamodel.plots.style import INK, WHITE


class Mark(Enum):
    """A shape for one value."""

    DOT = "dot"
    RING = "ring"
    SQUARE = "square"
    OPEN_SQUARE = "open square"
    DIAMOND = "diamond"
    OPEN_DIAMOND = "open diamond"
    UP = "triangle that points up"
    OPEN_UP = "open triangle that points up"
    DOWN = "triangle that points down"
    OPEN_DOWN = "open triangle that points down"
    CROSS = "cross"
    HALO = "wide ring"


_CORNERS: dict[Mark, tuple[Point, ...]] = {
    Mark.SQUARE: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    Mark.DIAMOND: ((0, -1.45), (1.45, 0), (0, 1.45), (-1.45, 0)),
    Mark.UP: ((0, -1.4), (1.3, 1), (-1.3, 1)),
    Mark.DOWN: ((0, 1.4), (1.3, -1), (-1.3, -1)),
}
_FILLED = {
    Mark.OPEN_SQUARE: Mark.SQUARE,
    Mark.OPEN_DIAMOND: Mark.DIAMOND,
    Mark.OPEN_UP: Mark.UP,
    Mark.OPEN_DOWN: Mark.DOWN,
}


def open_mark(mark: Mark) -> Mark:
    """Return the same shape with nothing inside.

    Examples
    --------
    >>> open_mark(Mark.DOT), open_mark(Mark.SQUARE)
    (<Mark.RING: 'ring'>, <Mark.OPEN_SQUARE: 'open square'>)
    """
    opened = {filled: empty for empty, filled in _FILLED.items()}
    return {**opened, Mark.DOT: Mark.RING}.get(mark, mark)


def draw_mark(
    mark: Mark, x: float, y: float, *, size: float = 2.6, colour: str = INK
) -> Iterator[Item]:
    """Draw a shape round a place.

    Parameters
    ----------
    mark
        Which shape.
    x, y
        The middle of it.
    size
        How far it reaches from the middle, in points.
    colour
        The colour of its ink.
    """
    match mark:
        case Mark.DOT:
            yield Dot(x=x, y=y, radius=size, fill=colour)
        case Mark.RING:
            yield Dot(x=x, y=y, radius=size, fill=WHITE, edge=colour)
        case Mark.HALO:
            yield Dot(x=x, y=y, radius=size * 2.1, fill=None, edge=colour, weight=1.4)
        case Mark.CROSS:
            for turn in (1, -1):
                ends = ((x - size, y - turn * size), (x + size, y + turn * size))
                yield Line(points=ends, colour=colour, weight=1.4)
        case _:
            filled = _FILLED.get(mark, mark)
            corners = tuple(
                (x + size * across, y + size * down) for across, down in _CORNERS[filled]
            )
            if mark is filled:
                yield Shape(points=corners, fill=colour)
            else:
                yield Shape(points=corners, fill=WHITE, edge=colour)

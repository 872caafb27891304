"""A picture before it is ink: shapes and words at their places on a page."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from attrs import evolve, field, frozen

from obamodel.plots.style import FAINT, INK, WHITE

Point = tuple[float, float]


Align = Literal["left", "center", "right"]


def _as_points(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple(points)


@frozen(kw_only=True)
class Words:
    """One line of words; its place is on the line that the letters stand on."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    colour: str = INK
    align: Align = "left"


@frozen(kw_only=True)
class Box:
    """A rectangle; a striped one has slanted lines across it."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = WHITE
    edge: str | None = FAINT
    weight: float = 0.8
    dashed: bool = False
    striped: bool = False

    @property
    def centre(self) -> Point:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def grow(self, by: float) -> "Box":
        """Return the same rectangle with a border round it."""
        return Box(
            x=self.x - by, y=self.y - by, width=self.width + 2 * by, height=self.height + 2 * by
        )

    def meets(self, other: "Box") -> bool:
        """Say whether two rectangles share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, point: Point) -> bool:
        """Say whether a point lies inside."""
        x, y = point
        return self.x < x < self.x + self.width and self.y < y < self.y + self.height


@frozen(kw_only=True)
class Dot:
    """A disc or a ring."""

    x: float
    y: float
    radius: float
    fill: str | None = INK
    edge: str | None = None
    weight: float = 1.2


@frozen(kw_only=True)
class Line:
    """A line through points; it may be broken into dashes or into dots."""

    points: tuple[Point, ...] = field(converter=_as_points)
    colour: str = INK
    weight: float = 1.0
    dashed: bool = False
    dotted: bool = False


@frozen(kw_only=True)
class Shape:
    """A closed shape with corners, filled, and with an edge where one is given."""

    points: tuple[Point, ...] = field(converter=_as_points)
    fill: str = INK
    edge: str | None = None
    weight: float = 1.2


Item = Words | Box | Dot | Line | Shape


def _as_items(items: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(items)


@frozen(kw_only=True)
class Drawing:
    """Items on a page, the first at the bottom; places are in points from the top left corner.

    Parameters
    ----------
    width
        How wide the page is.
    height
        How high the page is.
    items
        What is on it.
    zero
        Where the number 0 stands across the page, where the picture has a scale.
    unit
        How many points wide the number 1 is; without a scale, 1.
    """

    width: float
    height: float
    items: tuple[Item, ...] = field(converter=_as_items)
    zero: float = 0.0
    unit: float = 1.0


def move(items: Iterable[Item], across: float, down: float) -> Iterator[Item]:
    """Move items to another place on a page.

    Parameters
    ----------
    items
        What is moved.
    across, down
        How far, in points.
    """
    for item in items:
        if isinstance(item, (Line, Shape)):
            yield evolve(item, points=[(x + across, y + down) for x, y in item.points])
        else:
            yield evolve(item, x=item.x + across, y=item.y + down)


def draw_arrow(
    points: Sequence[Point], *, weight: float = 1.2, size: float = 7.0, colour: str = INK
) -> Iterator[Line | Shape]:
    """Draw a line through points that ends in the head of an arrow.

    Parameters
    ----------
    points
        Two or more, the tip last.
    weight
        How thick the line is.
    size
        How long the head is.
    colour
        The colour of both.
    """
    shaft = _cut_end(points, size * 0.8)
    (x, y), (tip_x, tip_y) = shaft[-1], points[-1]
    length = math.dist((x, y), (tip_x, tip_y)) or 1.0
    ux, uy = (tip_x - x) / length, (tip_y - y) / length
    back_x, back_y = tip_x - size * ux, tip_y - size * uy
    half = size * 0.45
    yield Line(points=shaft, colour=colour, weight=weight)
    yield Shape(
        points=(
            (tip_x, tip_y),
            (back_x - half * uy, back_y + half * ux),
            (back_x + half * uy, back_y - half * ux),
        ),
        fill=colour,
    )


def _cut_end(points: Sequence[Point], length: float) -> list[Point]:
    """Shorten a line from its end."""
    kept = list(points)
    while len(kept) > 1:
        last = kept.pop()
        step = math.dist(kept[-1], last)
        if step > length:
            part = 1 - length / step
            (x, y), (last_x, last_y) = kept[-1], last
            return [*kept, (x + part * (last_x - x), y + part * (last_y - y))]
        length -= step
    return [points[0], points[0]]

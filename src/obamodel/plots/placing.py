"""Where do words stand so that nothing runs through them?"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, field

from obamodel.plots.drawing import Box, Point

_CLEAR = 2.0
_NEAR = 7.0
_DISTANCES = (0.0, 12.0, 24.0, 38.0, 54.0, 72.0)


@define(kw_only=True)
class Obstacles:
    """What words must keep clear of inside a picture.

    Parameters
    ----------
    inside
        Where the words must stay.
    lines
        Lines through points.
    boxes
        Marks, and words that have their place.
    """

    inside: Box
    lines: list[Sequence[Point]] = field(factory=list)
    boxes: list[Box] = field(factory=list)

    def are_clear_of(self, box: Box) -> bool:
        """Say whether nothing lies on a box, and it lies within the picture."""
        inside = self.inside
        if (
            box.x < inside.x
            or box.y < inside.y
            or box.x + box.width > inside.x + inside.width
            or box.y + box.height > inside.y + inside.height
        ):
            return False
        wider = box.grow(_CLEAR)
        if any(wider.meets(other) for other in self.boxes):
            return False
        return not any(meets_line(wider, line) for line in self.lines)

    def find_room(self, point: Point, width: float, height: float) -> Box | None:
        """Find the free place nearest to a point for words of a size; none where there is none."""
        for x, y in _list_corners(point, width, height):
            box = Box(x=x, y=y, width=width, height=height)
            if self.are_clear_of(box):
                return box
        return None


def meets_line(box: Box, points: Sequence[Point]) -> bool:
    """Say whether a line through points meets a box.

    Examples
    --------
    >>> box = Box(x=0, y=0, width=10, height=10)
    >>> meets_line(box, [(-5, 5), (15, 5)]), meets_line(box, [(-5, 12), (15, 12)])
    (True, False)
    """
    if len(points) == 1:
        return box.holds(points[0])
    return any(_cuts(box, start, end) for start, end in pairwise(points))


def spread(
    wanted: Sequence[float], heights: Sequence[float], *, top: float, gap: float, bottom: float
) -> list[float]:
    """Find the tops of words that stand under one another, each near the height that it wants.

    Parameters
    ----------
    wanted
        The height of the middle of each, on the page.
    heights
        How high each is.
    top, bottom
        Between which they stand; where there is no room for all, they go on below.
    gap
        How far apart they stand.

    Returns
    -------
    list of float
        The top of each, in the order they were given.

    Examples
    --------
    >>> spread([10, 50], [8, 8], top=0, gap=2, bottom=100), spread([50, 50], [8, 8], top=0,
    ...     gap=2, bottom=100)
    ([6.0, 46.0], [41.0, 51.0])
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    # Words that would meet stand together as one block, whose middle is where they want it.
    blocks: list[tuple[float, list[int]]] = []
    for place in order:
        block = [place]
        start = _hold(_centre(block, wanted, heights, gap), block, heights, gap, top, bottom)
        while blocks and blocks[-1][0] + _measure(blocks[-1][1], heights, gap) + gap > start:
            block = [*blocks.pop()[1], *block]
            start = _hold(_centre(block, wanted, heights, gap), block, heights, gap, top, bottom)
        blocks.append((start, block))
    tops = [0.0] * len(wanted)
    for start, block in blocks:
        for place in block:
            tops[place] = start
            start += heights[place] + gap
    return tops


def _measure(block: Sequence[int], heights: Sequence[float], gap: float) -> float:
    return sum(heights[place] for place in block) + gap * (len(block) - 1)


def _centre(
    block: Sequence[int], wanted: Sequence[float], heights: Sequence[float], gap: float
) -> float:
    """Find where a block starts so that its words are as near to what they want as can be."""
    starts, used = 0.0, 0.0
    for place in block:
        starts += wanted[place] - heights[place] / 2 - used
        used += heights[place] + gap
    return starts / len(block)


def _hold(
    start: float,
    block: Sequence[int],
    heights: Sequence[float],
    gap: float,
    top: float,
    bottom: float,
) -> float:
    return max(min(start, bottom - _measure(block, heights, gap)), top)


def _list_corners(point: Point, width: float, height: float) -> Iterator[Point]:
    x, y = point
    for distance in _DISTANCES:
        above, below = y - _NEAR - distance - height, y + _NEAR + distance
        if not distance:
            yield x + _NEAR, y - height / 2
        for top in (above, below):
            yield x - width / 2, top
            yield x + 2, top
            yield x - width - 2, top
        if not distance:
            yield x - _NEAR - width, y - height / 2


def _cuts(box: Box, start: Point, end: Point) -> bool:
    """Say whether a straight line meets a box, by cutting off what lies beyond each side."""
    (x, y), (end_x, end_y) = start, end
    first, last = 0.0, 1.0
    for place, length, low, high in (
        (x, end_x - x, box.x, box.x + box.width),
        (y, end_y - y, box.y, box.y + box.height),
    ):
        if length == 0:
            if not low < place < high:
                return False
            continue
        enters, leaves = sorted(((low - place) / length, (high - place) / length))
        first, last = max(first, enters), min(last, leaves)
    return first < last

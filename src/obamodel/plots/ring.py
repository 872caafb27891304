"""Boxes round a ring, none of them in another's way."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from obamodel.plots.drawing import Box, Point

Size = tuple[float, float]

_CLEARANCE = 9.0
_GROWTH = 8.0
_HIGHEST = 320.0
_STEPS = 48


def _as_boxes(boxes: Iterable[Box]) -> tuple[Box, ...]:
    return tuple(boxes)


@frozen(kw_only=True)
class Ring:
    """An ellipse with boxes on it, clockwise from the top.

    Parameters
    ----------
    across
        Half its width.
    down
        Half its height.
    boxes
        The boxes, round an ellipse whose middle is at (0, 0).
    """

    across: float
    down: float
    boxes: tuple[Box, ...] = field(converter=_as_boxes)

    @property
    def top(self) -> float:
        """Where the highest of the ellipse and its boxes begins."""
        return min(-self.down, *(box.y for box in self.boxes))

    @property
    def bottom(self) -> float:
        """Where the lowest of the ellipse and its boxes ends."""
        return max(self.down, *(box.y + box.height for box in self.boxes))

    def find_paths(self) -> tuple[tuple[Point, ...], ...]:
        """Find the free stretch of the ellipse between each box and the next."""
        number = len(self.boxes)
        return tuple(self._find_path(place, number) for place in range(number))

    def _find_path(self, place: int, number: int) -> tuple[Point, ...]:
        held = [box.grow(3.0) for box in self.boxes]
        runs: list[list[Point]] = [[]]
        for step in range(_STEPS + 1):
            point = self._find_point(place + step / _STEPS, number)
            if any(box.holds(point) for box in held):
                runs.append([])
            else:
                runs[-1].append(point)
        return tuple(max(runs, key=_measure_path))

    def _find_point(self, place: float, number: int) -> Point:
        return _find_point(self.across, self.down, place, number)


def place_round(
    sizes: Sequence[Size], width: float, middle: Size, *, shortest_path: float = 0.0
) -> Ring | None:
    """Place boxes round the flattest ring on which none meets another, or what is in the middle.

    Parameters
    ----------
    sizes
        How wide and high each box is, clockwise from the top.
    width
        How wide the ring and its boxes may be.
    middle
        How wide and high the thing in the middle is.
    shortest_path
        How much of the ellipse must be free between each box and the next.

    Returns
    -------
    Ring or None
        None where there is no such ring that is not too high for a page.
    """
    across = (width - max(wide for wide, _ in sizes)) / 2
    centre = Box(x=-middle[0] / 2, y=-middle[1] / 2, width=middle[0], height=middle[1])
    down = middle[1] / 2
    while down <= _HIGHEST:
        points = (_find_point(across, down, place, len(sizes)) for place in range(len(sizes)))
        ring = Ring(
            across=across,
            down=down,
            boxes=[
                Box(x=x - wide / 2, y=y - high / 2, width=wide, height=high)
                for (x, y), (wide, high) in zip(points, sizes, strict=True)
            ],
        )
        if _are_apart([centre, *ring.boxes]) and all(
            _measure_path(path) >= shortest_path for path in ring.find_paths()
        ):
            return ring
        down += _GROWTH
    return None


def place_in_columns(sizes: Sequence[Size], width: float, *, gap: float) -> tuple[Box, ...]:
    """Place boxes in two columns: down on the right, and back up on the left.

    Parameters
    ----------
    sizes
        How wide and high each box is.
    width
        How wide both columns are, with what is between them.
    gap
        How far apart boxes in a column are.

    Returns
    -------
    tuple of Box
        The boxes in the order given, round a middle at (0, 0).
    """
    split = (len(sizes) + 1) // 2
    right = _stack(sizes[:split], gap)
    left = _stack(sizes[split:][::-1], gap)[::-1]
    return (
        *(evolve(box, x=width / 2 - box.width) for box in right),
        *(evolve(box, x=-width / 2) for box in left),
    )


def _stack(sizes: Sequence[Size], gap: float) -> list[Box]:
    y = -(sum(high for _, high in sizes) + gap * (len(sizes) - 1)) / 2
    boxes = []
    for wide, high in sizes:
        boxes.append(Box(x=0, y=y, width=wide, height=high))
        y += high + gap
    return boxes


def _find_point(across: float, down: float, place: float, number: int) -> Point:
    angle = 2 * math.pi * place / number - math.pi / 2
    return across * math.cos(angle), down * math.sin(angle)


def _are_apart(boxes: Iterable[Box]) -> bool:
    grown = [box.grow(_CLEARANCE / 2) for box in boxes]
    return not any(
        one.meets(other) for number, one in enumerate(grown) for other in grown[number + 1 :]
    )


def _measure_path(path: Iterable[Point]) -> float:
    return sum(math.dist(first, second) for first, second in pairwise(path))

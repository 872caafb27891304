"""Do boxes know what meets them, and do arrows end where they should?"""

import math

import pytest

from obamodel.plots.drawing import Box, Dot, Item, Line, Shape, Words, draw_arrow, move

BOX = Box(x=10, y=20, width=30, height=40)


def test_a_box_knows_its_middle_and_what_lies_inside() -> None:
    assert BOX.centre == (25.0, 40.0)
    on_its_edge = (10.0, 40.0)
    assert [box.holds(on_its_edge) for box in (BOX, BOX.grow(5))] == [False, True]


@pytest.mark.parametrize(
    ("x", "y", "meets"),
    [(39, 59, True), (40, 20, False), (10, 60, False), (-20, 20, False), (15, 25, True)],
)
def test_boxes_meet_when_they_share_more_than_an_edge(x: float, y: float, meets: bool) -> None:
    other = Box(x=x, y=y, width=30, height=40)
    assert BOX.meets(other) is meets
    assert other.meets(BOX) is meets


@pytest.mark.parametrize("points", [[(0, 0), (30, 40)], [(0, 0), (0, 28), (0, 29), (0, 30)]])
def test_an_arrow_s_head_ends_in_the_last_point_and_covers_the_end_of_its_line(
    points: list[tuple[float, float]],
) -> None:
    line, head = draw_arrow(points, size=10)
    assert isinstance(line, Line)
    assert isinstance(head, Shape)
    tip, one, other = head.points
    assert tip == points[-1]
    assert math.dist(one, other) == pytest.approx(9)
    assert math.dist(line.points[-1], tip) == pytest.approx(8)
    assert line.points[0] == points[0]


def test_an_arrow_shorter_than_its_head_is_still_an_arrow() -> None:
    line, head = draw_arrow([(0, 0), (1, 0)], size=10)
    assert isinstance(line, Line)
    assert isinstance(head, Shape)
    assert head.points[0] == (1, 0)


def test_items_of_every_kind_are_moved_alike() -> None:
    items: list[Item] = [
        Words(x=1, y=2, text="One", size=9),
        BOX,
        Dot(x=3, y=4, radius=5),
        Line(points=[(0, 0), (1, 2)], dotted=True),
        Shape(points=[(0, 0), (1, 0), (0, 1)]),
    ]
    words, box, dot, line, shape = move(items, 100, 10)
    assert isinstance(words, Words)
    assert (words.x, words.y, words.text) == (101, 12, "One")
    assert isinstance(box, Box)
    assert (box.x, box.y, box.width) == (110, 30, 30)
    assert isinstance(dot, Dot)
    assert (dot.x, dot.y) == (103, 14)
    assert line == Line(points=[(100, 10), (101, 12)], dotted=True)
    assert shape == Shape(points=[(100, 10), (101, 10), (100, 11)])

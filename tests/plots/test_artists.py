"""Would the tests of the pictures see words in the way of others?"""

import pytest

from obamodel.plots.canvas import draw
from obamodel.plots.drawing import Box, Drawing, Item, Line, Words
from tests.plots.artists import find_trouble, make_axes


def write(x: float, y: float, text: str) -> Words:
    return Words(x=x, y=y, text=text, size=10)


@pytest.mark.parametrize(
    ("items", "trouble"),
    [
        ([write(50, 50, "One"), write(60, 55, "other")], "'One' lies over 'other'"),
        ([write(460, 50, "Too long")], "'Too long' is cut off"),
        (
            [write(50, 50, "Edge"), Box(x=55, y=0, width=200, height=99)],
            "'Edge' lies on the edge of a box",
        ),
        (
            [write(50, 50, "Struck"), Line(points=[(0, 47), (200, 47)])],
            "'Struck' has a line through it",
        ),
    ],
)
def test_each_kind_of_trouble_is_named(items: list[Item], trouble: str) -> None:
    drawing = Drawing(width=468, height=300, items=items)
    assert find_trouble(draw(lambda _: drawing, make_axes(6.5, 300 / 72))) == [trouble]


def test_words_in_a_box_and_beside_a_line_are_no_trouble() -> None:
    items = [
        Box(x=40, y=30, width=100, height=40),
        write(50, 50, "Inside"),
        Line(points=[(0, 80), (200, 80)]),
        write(50, 110, "Under"),
    ]
    drawing = Drawing(width=468, height=300, items=items)
    assert find_trouble(draw(lambda _: drawing, make_axes(6.5, 300 / 72))) == []

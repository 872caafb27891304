"""Can the shapes be told apart without colour?"""

from itertools import combinations

import pytest

from obamodel.plots.drawing import Dot, Item, Line, Shape
from obamodel.plots.marks import Mark, draw_mark, open_mark


def draw(mark: Mark) -> list[Item]:
    return list(draw_mark(mark, 50, 60, size=4, colour="#123456"))


def test_no_two_shapes_look_alike_in_one_colour() -> None:
    for one, other in combinations(Mark, 2):
        assert draw(one) != draw(other), (one, other)


@pytest.mark.parametrize("mark", list(Mark))
def test_a_shape_stands_round_its_place(mark: Mark) -> None:
    for item in draw(mark):
        if isinstance(item, Dot):
            assert (item.x, item.y) == (50, 60)
            continue
        assert isinstance(item, (Line, Shape))
        across, down = zip(*item.points, strict=True)
        assert min(across) < 50 < max(across)
        assert min(down) < 60 < max(down)


@pytest.mark.parametrize(
    ("filled", "empty"),
    [
        (Mark.DOT, Mark.RING),
        (Mark.SQUARE, Mark.OPEN_SQUARE),
        (Mark.DIAMOND, Mark.OPEN_DIAMOND),
        (Mark.UP, Mark.OPEN_UP),
        (Mark.DOWN, Mark.OPEN_DOWN),
    ],
)
def test_an_open_shape_has_the_same_corners_and_nothing_inside(filled: Mark, empty: Mark) -> None:
    assert open_mark(filled) is empty
    (solid,), (hollow,) = draw(filled), draw(empty)
    if isinstance(solid, Shape) and isinstance(hollow, Shape):
        assert solid.points == hollow.points
        assert (solid.fill, hollow.fill, hollow.edge) == ("#123456", "#ffffff", "#123456")
    else:
        assert isinstance(hollow, Dot)
        assert (hollow.fill, hollow.edge) == ("#ffffff", "#123456")
    assert open_mark(empty) is empty

"""Is a drawing put on axes whole, as large as it can be?"""

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse, Polygon

from obamodel.plots.canvas import draw
from obamodel.plots.drawing import Box, Dot, Drawing, Line, Shape, Words
from tests.plots.artists import find_lines, find_rectangles, find_smallest_size, make_axes


def arrange(width: float) -> Drawing:
    """Arrange a text, a square and a dot on a page at least 360 points wide and 360 high."""
    items = (
        Words(x=10, y=20, text="Views", size=10),
        Box(x=100, y=100, width=80, height=80, edge="#000000"),
        Dot(x=300, y=300, radius=20),
    )
    return Drawing(width=max(width, 360), height=360, items=items)


def test_axes_large_enough_show_the_drawing_at_its_own_size() -> None:
    ax = draw(arrange, make_axes(8, 8))
    assert find_smallest_size(ax) == 10
    (box,) = find_rectangles(ax)
    extent = box.get_window_extent()
    # 80 points are 80/72 inches; a figure has 100 dots to the inch.
    assert (extent.width, extent.height) == pytest.approx((80 * 100 / 72, 80 * 100 / 72))


@pytest.mark.parametrize(("width", "height"), [(2.7, 8.0), (8.0, 2.7), (2.7, 2.7)])
def test_axes_too_small_show_all_of_it_smaller_and_in_its_proportions(
    width: float, height: float
) -> None:
    ax = draw(arrange, make_axes(width, height))
    (dot,) = [child for child in ax.get_children() if isinstance(child, Ellipse)]
    extent = dot.get_window_extent()
    assert extent.width == pytest.approx(extent.height)
    assert ax.get_window_extent().padded(1).containsx(extent.x1)
    assert ax.get_window_extent().padded(1).containsy(extent.y0)
    assert 5.2 < find_smallest_size(ax) <= 5.4


def test_axes_that_are_a_part_of_a_figure_are_measured_themselves() -> None:
    figure = Figure(figsize=(10, 5))
    ax, other = figure.subplots(1, 2)
    draw(arrange, ax)
    assert find_smallest_size(ax) < 10
    assert other.get_xlim() == (0, 1)


def test_a_drawing_with_a_scale_lends_it_to_the_axes() -> None:
    def arrange_bar(width: float) -> Drawing:
        bar = Box(x=100, y=10, width=90, height=13)
        return Drawing(width=width, height=50, items=[bar], zero=100, unit=2)

    (bar,) = find_rectangles(draw(arrange_bar, make_axes()))
    assert (bar.get_x(), bar.get_width()) == (0, 45)


def test_lines_are_solid_dashed_or_dotted_and_a_shape_may_have_an_edge() -> None:
    def arrange_lines(width: float) -> Drawing:
        ends = [(0, 0), (9, 9)]
        items = (
            Line(points=ends),
            Line(points=ends, dashed=True),
            Line(points=ends, dotted=True),
            Shape(points=[(0, 0), (1, 0), (0, 1)], fill="#ffffff", edge="#000000", weight=1.5),
            Shape(points=[(0, 0), (1, 0), (0, 1)]),
        )
        return Drawing(width=width, height=50, items=items)

    ax = draw(arrange_lines, make_axes())
    assert len({str(line._dash_pattern) for line in find_lines(ax)}) == 3  # type: ignore[attr-defined]
    edged, plain = [child for child in ax.get_children() if isinstance(child, Polygon)]
    assert (edged.get_linewidth(), plain.get_linewidth()) == (1.5, 0)

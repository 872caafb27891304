"""A drawing put on axes."""

import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING

from obamodel.plots.drawing import Box, Dot, Drawing, Item, Line, Shape, Words
from obamodel.plots.lettering import FONT, make_drawable
from obamodel.plots.style import PAGE_WIDTH, SMALL

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

POINTS_PER_INCH = 72
SMALLEST_READABLE = 4.0
_STEP = 1.25
_DASHES = (0, (4, 2.5))
_DOTS = (0, (1, 1.8))

Arrange = Callable[[float], Drawing]


def draw(arrange: Arrange, ax: "Axes | None") -> "Axes":
    """Put a drawing on axes, or on a new figure of the size it needs.

    Parameters
    ----------
    arrange
        Makes the drawing for a width in points.
    ax
        The axes; with none, ``matplotlib.pyplot`` makes a figure.
    """
    if ax is None:
        drawing = arrange(PAGE_WIDTH)
        return _put(drawing, _open_figure(drawing), scale=1.0, height=drawing.height)
    width, height = _find_size(ax)
    drawing, scale = _fit(arrange, width, height)
    if SMALL * scale < SMALLEST_READABLE:
        needed = arrange(PAGE_WIDTH)
        warnings.warn(
            f"the axes are {_in_inches(width, height)}, so the words are too small to read; "
            f"give them {_in_inches(needed.width, needed.height)}, or leave ax out",
            stacklevel=3,
        )
    return _put(drawing, ax, scale=scale, height=height / scale)


def put_on_axes(drawing: Drawing, ax: "Axes") -> "Axes":
    """Put a drawing on axes of just its size."""
    return _put(drawing, ax, scale=1.0, height=drawing.height)


def _open_figure(drawing: Drawing) -> "Axes":
    # A figure of pyplot's, because notebooks and the gallery show no others.
    from matplotlib import pyplot

    size = drawing.width / POINTS_PER_INCH, drawing.height / POINTS_PER_INCH
    figure = pyplot.figure(figsize=size, layout="none")
    return figure.add_axes((0.0, 0.0, 1.0, 1.0))


def _find_size(ax: "Axes") -> tuple[float, float]:
    ax.set_aspect("auto")
    bounds = ax.get_window_extent()
    # Axes that can be drawn on always have a figure, whatever their type says.
    points = POINTS_PER_INCH / ax.get_figure(root=True).dpi  # type: ignore[union-attr]
    return bounds.width * points, bounds.height * points


def _fit(arrange: Arrange, width: float, height: float) -> tuple[Drawing, float]:
    """Find the smallest page, and so the largest letters, with which everything fits."""

    def fits(drawing: Drawing) -> bool:
        return drawing.height * width / drawing.width <= height + 0.01

    drawing = arrange(width)
    too_small = drawing.width
    while not fits(drawing):
        too_small = drawing.width
        drawing = arrange(drawing.width * _STEP)
    while drawing.width - too_small > 0.02 * drawing.width:
        between = arrange((too_small + drawing.width) / 2)
        if fits(between):
            drawing = between
        else:
            too_small = between.width
    return drawing, width / drawing.width


def _in_inches(width: float, height: float) -> str:
    return f"{width / POINTS_PER_INCH:.1f} by {height / POINTS_PER_INCH:.1f} inches"


def _put(drawing: Drawing, ax: "Axes", *, scale: float, height: float) -> "Axes":
    ax.set_axis_off()
    ax.set_xlim(-drawing.zero / drawing.unit, (drawing.width - drawing.zero) / drawing.unit)
    ax.set_ylim(height, 0.0)
    page = Box(x=0, y=0, width=drawing.width, height=height, edge=None)
    for item in (page, *drawing.items):
        artist = _make_artist(item, drawing, scale)
        artist.set_clip_on(False)
        artist.set_zorder(2)  # one layer: what comes later lies on top
        ax.add_artist(artist)
    return ax


def _make_artist(item: Item, drawing: Drawing, scale: float) -> "Artist":
    from matplotlib.lines import Line2D
    from matplotlib.patches import Ellipse, Polygon, Rectangle
    from matplotlib.text import Text

    def across(x: float) -> float:
        return (x - drawing.zero) / drawing.unit

    match item:
        case Words():
            return Text(
                across(item.x),
                item.y,
                make_drawable(item.text),
                fontfamily=FONT,
                fontsize=item.size * scale,
                fontweight="bold" if item.bold else "normal",
                fontstyle="normal",
                color=item.colour,
                horizontalalignment=item.align,
                verticalalignment="baseline",
                parse_math=False,
                usetex=False,
            )
        case Box():
            return Rectangle(
                (across(item.x), item.y),
                item.width / drawing.unit,
                item.height,
                facecolor=item.fill or "none",
                edgecolor=item.edge or "none",
                linewidth=item.weight * scale if item.edge else 0.0,
                linestyle=_DASHES if item.dashed else "solid",
                hatch="////" if item.striped else None,
            )
        case Dot():
            return Ellipse(
                (across(item.x), item.y),
                2 * item.radius / drawing.unit,
                2 * item.radius,
                facecolor=item.fill or "none",
                edgecolor=item.edge or "none",
                linewidth=item.weight * scale if item.edge else 0.0,
            )
        case Line():
            return Line2D(
                [across(x) for x, _ in item.points],
                [y for _, y in item.points],
                color=item.colour,
                linewidth=item.weight * scale,
                linestyle=_DOTS if item.dotted else _DASHES if item.dashed else "solid",
                marker="",
            )
        case Shape():
            return Polygon(
                [(across(x), y) for x, y in item.points],
                closed=True,
                facecolor=item.fill,
                edgecolor=item.edge or "none",
                linewidth=item.weight * scale if item.edge else 0.0,
            )

"""What stands on axes, and is any of it in another's way?"""

from collections.abc import Iterator
from itertools import pairwise

import matplotlib.colors
import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

NEAR = 0.5  # pixels

Bounds = npt.NDArray[np.float64]


def make_axes(width: float = 7.0, height: float = 30.0) -> Axes:
    """Make axes that fill a figure of their own, which pyplot knows nothing of."""
    figure = Figure(figsize=(width, height))
    FigureCanvasAgg(figure)
    return figure.add_axes((0.0, 0.0, 1.0, 1.0))


def find_texts(ax: Axes) -> list[Text]:
    """Find the lines of words on the axes, in the order they were put there."""
    return [
        child
        for child in ax.get_children()
        if isinstance(child, Text) and child.get_visible() and child.get_text()
    ]


def find_smallest_size(ax: Axes) -> float:
    """Find the size of the smallest letters, in points."""
    return min(float(text.get_fontsize()) for text in find_texts(ax))


def read(ax: Axes) -> str:
    """Read everything on the axes as one text."""
    return " ".join(text.get_text() for text in find_texts(ax))


def find_rectangles(ax: Axes) -> list[Rectangle]:
    """Find the boxes on the axes, without the axes' own background and the page."""
    boxes = [child for child in ax.get_children() if isinstance(child, Rectangle)]
    return [box for box in boxes if box is not ax.patch][1:]


def find_lines(ax: Axes) -> list[Line2D]:
    """Find the lines on the axes."""
    return [child for child in ax.get_children() if isinstance(child, Line2D)]


def find_trouble(ax: Axes) -> list[str]:
    """Name every line of words that is cut off, or that lies over words, an edge or a line."""
    found = find_texts(ax)
    texts = [text.get_text() for text in found]
    bounds = np.array([text.get_window_extent().extents for text in found])
    return [
        *_find_overlaps(texts, bounds),
        *_find_cut(texts, bounds, ax.get_window_extent()),
        *_find_on_edges(texts, bounds, ax),
        *_find_struck(texts, bounds, ax),
    ]


def lightness(colour: object) -> float:
    """Find how light a colour is in grey print, from 0 to 1."""
    red, green, blue, _ = matplotlib.colors.to_rgba(colour)  # type: ignore[arg-type]
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _find_overlaps(texts: list[str], bounds: Bounds) -> Iterator[str]:
    x0, y0, x1, y1 = bounds.T
    wide = np.minimum.outer(x1, x1) - np.maximum.outer(x0, x0)
    high = np.minimum.outer(y1, y1) - np.maximum.outer(y0, y0)
    for one, other in np.argwhere((wide > NEAR) & (high > NEAR)):
        if one < other:
            yield f"{texts[one]!r} lies over {texts[other]!r}"


def _find_cut(texts: list[str], bounds: Bounds, window: Bbox) -> Iterator[str]:
    x0, y0, x1, y1 = bounds.T
    cut = (x0 < window.x0 - NEAR) | (y0 < window.y0 - NEAR)
    cut |= (x1 > window.x1 + NEAR) | (y1 > window.y1 + NEAR)
    for place in np.flatnonzero(cut):
        yield f"{texts[place]!r} is cut off"


def _find_on_edges(texts: list[str], bounds: Bounds, ax: Axes) -> Iterator[str]:
    x0, y0, x1, y1 = bounds.T
    for rectangle in find_rectangles(ax):
        if rectangle.get_linewidth() == 0:
            continue
        edge = rectangle.get_window_extent()
        apart = (x1 <= edge.x0 + NEAR) | (x0 >= edge.x1 - NEAR)
        apart |= (y1 <= edge.y0 + NEAR) | (y0 >= edge.y1 - NEAR)
        inside = (x0 >= edge.x0 - NEAR) & (x1 <= edge.x1 + NEAR)
        inside &= (y0 >= edge.y0 - NEAR) & (y1 <= edge.y1 + NEAR)
        for place in np.flatnonzero(~apart & ~inside):
            yield f"{texts[place]!r} lies on the edge of a box"


def _find_struck(texts: list[str], bounds: Bounds, ax: Axes) -> Iterator[str]:
    part = np.linspace(0.0, 1.0, 101)[:, np.newaxis]
    for line in find_lines(ax):
        points = ax.transData.transform(line.get_xydata())
        along = np.concatenate([start + part * (end - start) for start, end in pairwise(points)])
        for text, (x0, y0, x1, y1) in zip(texts, bounds, strict=True):
            x, y = along.T
            if ((x0 + NEAR < x) & (x < x1 - NEAR) & (y0 + NEAR < y) & (y < y1 - NEAR)).any():
                yield f"{text!r} has a line through it"

"""A plot opened on a page, with room for its words, its signs, and what is said across it."""

from collections.abc import Sequence

from attrs import frozen

from obamodel.domain.periods import Period
from obamodel.plots.drawing import Box, Line
from obamodel.plots.lettering import Paragraph, measure, set_text
from obamodel.plots.page import Page
from obamodel.plots.plot import HEADROOM, Plot
from obamodel.plots.scale import Scale, write_value
from obamodel.plots.style import GAP, INK, SAND, SMALL, SOFT
from obamodel.plots.timeline import PADDING, Timeline

_GUTTER_SHARE, _NARROWEST_GUTTER, _WIDEST_GUTTER = 0.27, 84.0, 128.0
_LEADER = 20.0
_WIDEST_SIGN = 150.0
_SIGN_GAP = 3.0


@frozen(kw_only=True)
class Sign:
    """A line across all values at a time, and its words above.

    Parameters
    ----------
    at
        The number of the period; half a step more lies between it and the next.
    text
        What it stands for.
    dotted
        Whether the line is dotted.
    """

    at: float
    text: str
    dotted: bool = False


def open_plot(
    page: Page,
    scale: Scale,
    periods: tuple[Period, Period],
    *,
    height: float,
    signs: Sequence[Sign] = (),
    banner: str = "",
    labelled: bool = True,
    signed: bool = True,
    padding: float = PADDING,
    beside: Sequence[Scale] = (),
) -> Plot:
    """Open a plot under what is on a page, with its signs above it and their lines in it.

    Parameters
    ----------
    page
        The page.
    scale
        What stands upright.
    periods
        The first and the last period that stand across.
    height
        How high the plot is.
    signs
        Lines across all values, with their words.
    banner
        What is said across the picture, in large letters, before anything is read off it.
    labelled
        Whether there is a column for words at the ends of lines.
    signed
        Whether the numbers below 0 are written with their sign.
    padding
        How far the first and the last period stand from the ends.
    beside
        The scales of other plots, over or under it, whose periods stand at the same places.
    """
    numbers = [write_value(tick, one.decimals) for one in (scale, *beside) for tick in one.ticks]
    left = page.left + max(measure(number, SMALL) for number in numbers) + 6
    gutter = page.right
    if labelled:
        wide = _GUTTER_SHARE * page.width
        gutter -= min(max(wide, _NARROWEST_GUTTER), _WIDEST_GUTTER)
    timeline = Timeline(
        first=periods[0],
        last=periods[1],
        left=left,
        right=gutter - (_LEADER if labelled else 0),
        spare=_LEADER - 8 if labelled else 4.0,
        padding=padding,
    )
    if banner:
        _put_banner(page, banner, left, timeline.right)
    set_signs = [(sign, timeline.place(sign.at)) for sign in sorted(signs, key=lambda one: one.at)]
    top = _put_signs(page, set_signs)
    plot = Plot(
        page=page,
        timeline=timeline,
        scale=scale,
        top=top,
        bottom=top + height,
        gutter=gutter,
        signed=signed,
    )
    for sign, x in set_signs:
        plot.obstacles.lines.append(((x, top - HEADROOM), (x, plot.bottom)))
        points = ((x, top), (x, plot.bottom))
        plot.behind.append(Line(points=points, colour=SOFT, weight=0.9, dotted=sign.dotted))
    return plot


def _put_banner(page: Page, banner: str, left: float, right: float) -> None:
    words = set_text(banner, right - left - 16, size=14.0, bold=True, colour=SOFT)
    page.add(
        [
            Box(
                x=left,
                y=page.y,
                width=right - left,
                height=words.height + 8,
                fill=SAND,
                edge=INK,
                dashed=True,
            )
        ]
    )
    page.add(words.put((left + right) / 2, page.y + 3, "center"))
    page.y += words.height + 8 + GAP


def _put_signs(page: Page, signs: Sequence[tuple[Sign, float]]) -> float:
    """Put the words of signs above a plot, so that no line of another runs through them.

    Every text stands to the right of its own line, and above the texts of lines that it reaches
    over.

    Returns
    -------
    float
        Where the plot begins.
    """
    placed: list[tuple[float, float, Paragraph, float]] = []
    for sign, x in reversed(signs):
        room = max(min(_WIDEST_SIGN, page.right - x - _SIGN_GAP), 40.0)
        text = set_text(sign.text, room, size=SMALL, most_lines=4)
        reach = x + _SIGN_GAP + text.width + 2
        foot = max((high for other, high, _, _ in placed if other < reach), default=0.0)
        placed.append((x, foot + text.height, text, foot))
    strip = max((high for _, high, _, _ in placed), default=0.0)
    top = page.y + strip + HEADROOM
    for x, high, text, _ in placed:
        page.add([Line(points=((x, top - HEADROOM - high + 2), (x, top)), colour=SOFT, weight=0.9)])
        page.add(text.put(x + _SIGN_GAP, top - HEADROOM - high))
    return top

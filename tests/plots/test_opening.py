"""Is there room for the words round a plot, and do signs keep out of each other's way?"""

import pytest

from obamodel.domain.periods import Period
from obamodel.plots.canvas import draw
from obamodel.plots.drawing import Line, Words
from obamodel.plots.opening import Sign, open_plot
from obamodel.plots.page import Page
from obamodel.plots.plot import Plot
from obamodel.plots.scale import choose_scale
from tests.plots.artists import find_trouble, make_axes
from tests.plots.things import LONG

ENDS = (Period.parse("2010"), Period.parse("2020"))


def open_one(*signs: Sign, width: float = 468, banner: str = "", labelled: bool = True) -> Plot:
    page = Page(width)
    scale = choose_scale([0, 60])
    return open_plot(page, scale, ENDS, height=100, signs=signs, banner=banner, labelled=labelled)


def find_words(plot: Plot) -> dict[str, Words]:
    return {item.text: item for item in plot.page.items if isinstance(item, Words)}


@pytest.mark.parametrize("width", [320, 468])
@pytest.mark.parametrize("text", ["Start", "The involvement project starts", LONG])
@pytest.mark.parametrize("places", [(2012, 2012.5), (2012, 2012), (2010, 2019, 2020, 2020.5)])
def test_no_line_of_a_sign_runs_through_the_words_of_another(
    width: float, text: str, places: tuple[float, ...]
) -> None:
    plot = open_one(*(Sign(at=at, text=text) for at in places), width=width)
    plot.close()
    drawing = plot.page.finish()
    assert find_trouble(draw(lambda _: drawing, make_axes(width / 72, 20))) == []


def test_each_sign_has_a_line_from_its_words_to_the_foot_of_the_plot() -> None:
    plot = open_one(Sign(at=2012, text="Start"), Sign(at=2015, text="End", dotted=True))
    for year, text, dotted in ((2012, "Start", False), (2015, "End", True)):
        x = plot.across(year)
        words = find_words(plot)[text]
        assert words.x == pytest.approx(x + 3)
        upper = [
            item
            for item in plot.page.items
            if isinstance(item, Line) and item.points[0][0] == pytest.approx(x)
        ]
        (lower,) = [
            item
            for item in plot.behind
            if isinstance(item, Line) and item.points[0][0] == pytest.approx(x)
        ]
        assert upper[0].points[0][1] < words.y
        assert lower.points[-1][1] == plot.bottom
        assert lower.dotted is dotted


def test_without_words_at_the_ends_the_plot_goes_on_to_the_margin() -> None:
    assert open_one(labelled=False).timeline.right == 458
    assert open_one().gutter_width == pytest.approx(0.27 * 468)


def test_what_is_said_across_the_picture_stands_above_the_plot_in_large_letters() -> None:
    plot = open_one(banner="Illustration: not real figures")
    words = find_words(plot)["Illustration: not real figures"]
    assert words.size >= 14
    assert words.bold
    assert words.y < plot.top


def test_plots_over_one_another_have_their_periods_at_the_same_places() -> None:
    small, large = choose_scale([0, 6]), choose_scale([0, 60_000])
    plots = [
        open_plot(Page(468), scale, ENDS, height=100, beside=(small, large))
        for scale in (small, large)
    ]
    assert plots[0].across(2013) == plots[1].across(2013)

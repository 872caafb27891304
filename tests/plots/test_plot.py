"""Do lines, marks and words stand where the values are?"""

from collections.abc import Iterator

import pytest

from obamodel.domain.periods import Period
from obamodel.plots.canvas import draw
from obamodel.plots.drawing import Drawing, Line, Shape, Words
from obamodel.plots.marks import Mark
from obamodel.plots.opening import open_plot
from obamodel.plots.page import Page
from obamodel.plots.plot import Plot
from obamodel.plots.scale import choose_scale
from tests.plots.artists import find_trouble, make_axes
from tests.plots.things import LONG, WORDY


def open_one(*values: float, width: float = 468) -> Plot:
    ends = (Period.parse("2010"), Period.parse("2020"))
    return open_plot(Page(width), choose_scale(values or [0, 60]), ends, height=120)


def close(plot: Plot) -> Drawing:
    plot.close()
    return plot.page.finish()


def find_words(drawing: Drawing) -> Iterator[Words]:
    return (item for item in drawing.items if isinstance(item, Words))


def test_higher_values_stand_higher_and_later_ones_further_right() -> None:
    plot = open_one(0, 60)
    x, y = plot.find((2010, 0))
    later_x, higher_y = plot.find((2011, 30))
    assert y == plot.bottom
    assert higher_y == pytest.approx((plot.top + plot.bottom) / 2)
    assert later_x > x


def test_a_value_beyond_the_axis_is_drawn_at_its_end() -> None:
    plot = open_one(0, 60)
    assert plot.upright(90) == plot.top
    assert plot.upright(-10) == plot.bottom


def test_a_cut_axis_has_a_zigzag_and_another_has_none() -> None:
    for values, corners in (([50, 54], 6), ([0, 60], 2)):
        plot = open_one(*values)
        longest = max(
            (
                item
                for item in close(plot).items
                if isinstance(item, Line)
                and item.points[0][0] == plot.timeline.left
                and item.points[-1][0] == plot.timeline.left
            ),
            key=lambda line: len(line.points),
        )
        assert len(longest.points) == corners


def test_a_band_is_pale_with_edges_that_show_in_grey() -> None:
    plot = open_one()
    plot.draw_band([(2015, 10), (2018, 5)], [(2015, 30), (2018, 40)], fill="#dbe9f4")
    (band,) = [item for item in plot.behind if isinstance(item, Shape)]
    edges = [item for item in plot.behind if isinstance(item, Line)]
    assert len(edges) == 2
    assert {point for edge in edges for point in edge.points} == set(band.points)


@pytest.mark.parametrize("width", [320, 468])
@pytest.mark.parametrize("text", ["What happened", WORDY, LONG])
@pytest.mark.parametrize("ends", [(2020, 2020, 2020, 2020), (2014, 2020, 2016, 2017), (2012,) * 6])
def test_words_at_the_ends_of_lines_are_in_nobody_s_way(
    width: float, text: str, ends: tuple[int, ...]
) -> None:
    plot = open_one(width=width)
    for number, end in enumerate(ends):
        value = 20 + 4 * number
        plot.draw_line([(2010, 30), (end, value)])
        plot.draw_mark((end, value), Mark.SQUARE)
        plot.label_end((end, value), text, ["14 in 2014/15", text])
    drawing = close(plot)
    assert find_trouble(draw(lambda _: drawing, make_axes(width / 72, 120))) == []


def test_words_stand_beside_the_end_of_a_line_that_ends_early_where_there_is_room() -> None:
    plot = open_one()
    plot.draw_line([(2010, 50), (2012, 50)])
    plot.label_end((2012, 50), "Ends early")
    (words,) = [item for item in find_words(close(plot)) if item.text == "Ends early"]
    assert words.x < plot.across(2014)


def test_words_of_a_line_that_ends_at_the_edge_stand_in_the_column_with_a_leader_to_it() -> None:
    plot = open_one()
    plot.draw_line([(2010, 50), (2020, 20)])
    plot.label_end((2020, 20), "Ends late")
    drawing = close(plot)
    (words,) = [item for item in find_words(drawing) if item.text == "Ends late"]
    assert words.x == plot.gutter
    (leader,) = [
        item
        for item in drawing.items
        if isinstance(item, Line) and item.points[0] == (plot.across(2020) + 5, plot.upright(20))
    ]
    assert leader.points[1][0] < plot.gutter


def test_letters_beside_a_mark_are_left_out_where_they_would_be_in_the_way() -> None:
    plot = open_one()
    assert plot.name_mark((2015, 30), "1")
    for height in range(0, 61, 2):
        plot.draw_line([(2010, height), (2020, height)])
    assert not plot.name_mark((2016, 30), "2")
    assert [item.text for item in plot.ink if isinstance(item, Words)] == ["1"]


def test_numbers_below_zero_may_be_written_without_their_sign() -> None:
    for signed, written in ((True, "-10"), (False, "10")):
        ends = (Period.parse("2010"), Period.parse("2020"))
        scale = choose_scale([-10, 20], ticks=3)
        plot = open_plot(Page(468), scale, ends, height=120, signed=signed)
        assert written in [item.text for item in find_words(close(plot))]
        assert ("-10" in [item.text for item in find_words(close(plot))]) is signed

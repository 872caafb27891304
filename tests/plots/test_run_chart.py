"""Does a run chart show the middle, and the run that is longer than chance?"""

from collections.abc import Callable

import pytest

from obamodel.plots import run_chart
from obamodel.plots.drawing import Line, Shape
from obamodel.plots.run_chart import find_longest_run
from obamodel.plots.wording import choose_words
from obamodel.stats.variation.run_chart import RunChart, chart_run
from tests.plots.artists import find_smallest_size, find_trouble, make_axes, read
from tests.plots.things import LONG, WORDY, make_run_chart, make_series

# Ten on one side and ten on the other of 16: up to 7 can be chance (Anhøj, 20 useful values).
CHARTS: dict[str, Callable[[], RunChart]] = {
    "ordinary": make_run_chart,
    "wordy": lambda: make_run_chart(WORDY),
    "long": lambda: make_run_chart(LONG),
    "none": lambda: chart_run(make_series([10.0, 20] * 8)),
    "few": lambda: chart_run(make_series([10.0, None, 12], words=WORDY)),
    "many": lambda: chart_run(
        make_series([float(place % 9) for place in range(300)], first="1950")
    ),
}


@pytest.mark.parametrize("width", [3.2, 6.5])
@pytest.mark.parametrize("name", CHARTS)
def test_no_words_are_in_the_way_of_others(name: str, width: float) -> None:
    ax = run_chart(CHARTS[name](), ax=make_axes(width, 40))
    assert find_trouble(ax) == []
    assert find_smallest_size(ax) >= 6


def test_the_middle_is_a_dashed_line_that_is_named_with_its_value() -> None:
    chart = make_run_chart()
    drawing = run_chart.arrange(chart, choose_words(None), 468)
    (line,) = [item for item in drawing.items if isinstance(item, Line) and item.dashed]
    assert line.points[0][1] == line.points[1][1]
    assert "Middle: 16" in read(run_chart(chart, ax=make_axes()))  # halfway from 13 to 19


def test_the_run_that_is_longer_than_chance_is_marked_by_shape_and_said() -> None:
    chart = make_run_chart()
    drawing = run_chart.arrange(chart, choose_words(None), 468)
    shapes = [item for item in drawing.items if isinstance(item, Shape)]
    assert len(shapes) == 10 + 1  # in the plot and in the key
    said = read(run_chart(chart, ax=make_axes()))
    assert "In a run of 10 on one side, where up to 7 can be chance: 2004, 2005," in said
    assert "A pattern that chance seldom leaves" in said


def test_values_on_the_line_and_missing_ones_are_passed_over_in_a_run() -> None:
    values = [20.0, 21, 16, 22, None, 23, 24, 25, 26, 27, 28, 10, 11, 9, 8, 10, 11, 9, 8, 7]
    chart = chart_run(make_series(values, first="2004"), centre=16)
    assert [point.value for point in find_longest_run(chart)] == [
        *(20, 21, 22, 23, 24, 25, 26, 27, 28)
    ]


def test_a_run_that_can_be_chance_is_not_marked() -> None:
    chart = chart_run(make_series([10.0, 20] * 8))
    assert find_longest_run(chart) == []
    assert "In a run of" not in read(run_chart(chart, ax=make_axes()))


def test_a_chart_without_a_value_says_so() -> None:
    empty = chart_run(make_series([None, None]))
    assert "There is no value yet." in read(run_chart(empty, ax=make_axes()))
    assert run_chart.alt_text(empty).endswith("There is no value yet.")


def test_the_alt_text_gives_ends_middle_longest_run_and_verdict() -> None:
    assert run_chart.alt_text(make_run_chart()) == (
        "Children cautioned or sentenced, from 20 per 10,000 aged 10 to 17 in 2004 to 11 per "
        "10,000 aged 10 to 17 in 2023, about a middle of 16. The longest run on one side has "
        "10 values; the verdict: a pattern that chance seldom leaves."
    )


def test_the_table_holds_each_value_beside_the_middle_and_names_the_run() -> None:
    chart = make_run_chart()
    table = run_chart.table(chart)
    assert table is not None
    assert [row[:3] for row in table.rows] == [
        (str(point.period), f"{point.value:g}", f"{chart.centre:g}") for point in chart.points
    ]
    in_run = {str(point.period) for point in find_longest_run(chart)}
    assert {row[0] for row in table.rows if "in a run of 10" in row[3]} == in_run

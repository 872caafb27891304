"""Does a control chart show every value beside its limits, and say what stands out and why?"""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from obamodel.domain.series import Flag, Polarity, SeriesKind
from obamodel.plots import control_chart
from obamodel.plots.drawing import Dot, Drawing, Line, Shape, Words
from obamodel.plots.style import BLUE, EARTH
from obamodel.plots.wording import choose_words
from obamodel.stats.variation.charting import chart_variation
from obamodel.stats.variation.control_chart import ControlChart
from tests.plots.artists import find_smallest_size, find_trouble, lightness, make_axes, read
from tests.plots.things import LONG, WORDY, make_control_chart, make_series


def arrange(chart: ControlChart) -> Drawing:
    return control_chart.arrange(chart, choose_words(None), 468)


def make(values: list[float | None], **about: Any) -> ControlChart:
    return chart_variation(make_series(values, first="2000", **about))


def spread(number: int, far: float = 40.0) -> list[float | None]:
    """Give values that go up and down by 2 about 20, with one far out in the middle."""
    values: list[float | None] = [19.0 + 2 * (place % 2) for place in range(number)]
    values[number // 2] = far
    return values


CHARTS: dict[str, Callable[[], ControlChart]] = {
    "ordinary": make_control_chart,
    "target": lambda: make_control_chart(target=30),
    "rebased": lambda: make_control_chart(rebase=["2014-09", "2015-03"]),
    "wordy": lambda: make_control_chart(WORDY, rebase=["2014-09"], target=5),
    "long": lambda: make_control_chart(LONG),
    "few": lambda: make([3.0, 4]),
    "gap": lambda: make([*spread(12)[:11], None], words=WORDY),
    "many": lambda: chart_variation(make_series(spread(240), first="1990-01")),
    "flat": lambda: make([5.0] * 12),
}


@pytest.mark.parametrize("width", [3.2, 6.5])
@pytest.mark.parametrize("name", CHARTS)
def test_no_words_are_in_the_way_of_others(name: str, width: float) -> None:
    ax = control_chart(CHARTS[name](), ax=make_axes(width, 40))
    assert find_trouble(ax) == []
    assert find_smallest_size(ax) >= 6


def test_the_last_value_is_judged_on_top_in_words() -> None:
    drawing = arrange(make_control_chart())
    texts = [item.text for item in drawing.items if isinstance(item, Words)]
    assert texts[1] == "The last value: an improvement"


def test_mean_limits_and_target_are_named_at_their_ends_with_their_values() -> None:
    # 10 and 20 in turn: mean 15, every step 10, limits 15 -+ 26.6.
    chart = chart_variation(make_series([10.0, 20] * 8, first="2001"), target=30)
    said = read(control_chart(chart, ax=make_axes()))
    for words in ("Mean: 15", "Upper limit: 41.6", "Lower limit: -11.6", "Target: 30"):
        assert words in said
    assert "20 in 2016" in said


def test_the_mean_is_solid_limits_are_dashed_and_a_target_is_dotted() -> None:
    lines = [
        item for item in arrange(make_control_chart(target=30)).items if isinstance(item, Line)
    ]
    assert len([line for line in lines if line.dashed]) == 2
    assert len([line for line in lines if line.dotted]) == 1


@pytest.mark.parametrize(
    ("polarity", "words", "corners", "colour"),
    [
        (Polarity.HIGH, "An improvement, rule 1, above the upper limit: 2006", 4, BLUE),
        (Polarity.LOW, "A concern, rule 1, above the upper limit: 2006", 4, EARTH),
        (
            Polarity.NONE,
            "Out of the ordinary, and high, rule 1, above the upper limit: 2006",
            3,
            "#1b2733",
        ),
    ],
)
def test_what_stands_out_has_a_shape_the_number_of_its_rule_and_words(
    polarity: Polarity, words: str, corners: int, colour: str
) -> None:
    chart = make(spread(12), polarity=polarity)
    drawing = arrange(chart)
    ax = control_chart(chart, ax=make_axes())
    assert words in read(ax)
    in_plot, in_key = [item for item in drawing.items if isinstance(item, Shape)]
    assert len(in_plot.points) == len(in_key.points) == corners
    assert in_plot.fill == colour
    (number,) = [item for item in drawing.items if isinstance(item, Words) and item.text == "1"]
    across = [x for x, _ in in_plot.points]
    assert min(across) - 30 < number.x < max(across) + 30


def test_an_improvement_and_a_concern_differ_in_shape_and_not_in_colour_alone() -> None:
    shapes = {}
    for polarity in (Polarity.HIGH, Polarity.LOW):
        drawing = arrange(make(spread(12), polarity=polarity))
        (shape, _) = [item for item in drawing.items if isinstance(item, Shape)]
        (x, y), *_ = shape.points
        shapes[polarity] = {(round(a - x, 1), round(b - y, 1)) for a, b in shape.points}
    assert shapes[Polarity.HIGH] != shapes[Polarity.LOW]
    assert abs(lightness(BLUE) - lightness("#ffffff")) > 0.5


def test_a_provisional_value_that_stands_out_is_open() -> None:
    drawing = arrange(make(spread(12), flags={6: Flag.PROVISIONAL}))
    shapes = [item for item in drawing.items if isinstance(item, Shape)]
    assert {shape.fill for shape in shapes} == {"#ffffff"}
    said = [item.text for item in drawing.items if isinstance(item, Words)]
    assert "provisional: 2006" in said


def test_limits_that_begin_anew_are_drawn_apart_and_said() -> None:
    chart = make_control_chart(rebase=["2015-05"])
    drawing = arrange(chart)
    said = read(control_chart(chart, ax=make_axes()))
    assert "New limits from 2015-05" in said
    dashed = [item for item in drawing.items if isinstance(item, Line) and item.dashed]
    assert len(dashed) == 4
    first, second = chart.levels
    assert first.mean is not None
    assert second.mean is not None
    ends = sorted({x for line in dashed for x, _ in line.points})
    assert len(ends) == 3 or ends[1] <= ends[2]
    assert f"mean {first.mean:.1f}".rstrip("0").rstrip(".") in said


def test_too_few_values_have_no_limits_and_it_is_said() -> None:
    said = read(control_chart(make([3.0, 4]), ax=make_axes()))
    assert "The last value: too few points to say" in said
    assert "Upper limit" not in said
    assert "for which there are too few values" in control_chart.alt_text(make([3.0, 4]))


def test_a_chart_without_a_value_says_so() -> None:
    empty = make([None, None])
    assert "There is no value yet." in read(control_chart(empty, ax=make_axes()))
    assert control_chart.alt_text(empty).endswith("There is no value yet.")


def test_ordinary_values_are_dots() -> None:
    dots = [item for item in arrange(make([10.0, 20] * 6)).items if isinstance(item, Dot)]
    assert len(dots) == 12


def test_the_alt_text_names_what_stands_out_and_what_the_last_value_means() -> None:
    chart = chart_variation(
        make_series([10.0, 20] * 8, first="2001", kind=SeriesKind.COUNT, unit="children"),
        target=50,
    )
    assert control_chart.alt_text(chart) == (
        "Children cautioned or sentenced, from 10 children in 2001 to 20 children in 2016, beside "
        "its usual range of -11.6 to 41.6. No value is out of the ordinary. The last value: "
        "nothing out of the ordinary; as long as nothing changes, the target will be met (50)."
    )
    said = control_chart.alt_text(make(spread(12), polarity=Polarity.HIGH))
    assert "Out of the ordinary: an improvement (2006)." in said


def test_the_table_holds_each_value_its_lines_and_what_stands_out() -> None:
    chart = make_control_chart(target=30)
    table = control_chart.table(chart)
    assert table is not None
    assert [heading.partition(" (")[0] for heading in table.columns] == [
        "Period",
        "Seen",
        "What stands out",
        "Lower limit",
        "Mean",
        "Upper limit",
        "Target",
    ]
    (level,) = chart.levels
    assert level.lower is not None
    assert level.mean is not None
    assert level.upper is not None
    lines = tuple(f"{value:.1f}" for value in (level.lower, level.mean, level.upper))
    for row, point in zip(table.rows, chart.points, strict=True):
        assert row[:2] == (str(point.period), f"{point.value:g}")
        assert row[3:] == (*lines, "30")
        assert (row[2] == "-") == (not point.signal)
        assert point.why in row[2]


def test_a_chart_without_a_value_has_no_table() -> None:
    chart = evolve(make_control_chart(), series=make_series(()))
    assert control_chart.table(chart) is None

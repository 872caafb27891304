"""Is a curve as small as a word still whole: history, forecast, band, and what happened since?"""

import re

import pytest

from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, Series
from obamodel.plots.drawing import Dot, Drawing, Line, Shape, Words
from obamodel.plots.small_curve import HEIGHT, WIDTH, small_curve
from obamodel.plots.style import BLUE, INK, LIGHT_BLUE
from obamodel.stats.turning.curves import CurveAnswer
from tests.plots.things import (
    make_answer,
    make_baseline,
    make_full_answer,
    make_given_answer,
    make_series,
)

COLD = ("rejected", "behind", "failed", "cause")


def list_dots(drawing: Drawing) -> list[Dot]:
    return [one for one in drawing.items if isinstance(one, Dot) and one.fill == BLUE]


def list_lines(drawing: Drawing, colour: str) -> list[Line]:
    return [one for one in drawing.items if isinstance(one, Line) and one.colour == colour]


@pytest.mark.parametrize(
    "answer",
    [make_answer(), make_full_answer(), make_given_answer()],
    ids=["usual", "full", "given"],
)
def test_everything_lies_on_a_picture_of_one_size_and_no_word_is_on_it(answer: CurveAnswer) -> None:
    drawing = small_curve.drawing(answer)
    assert (drawing.width, drawing.height) == (WIDTH, HEIGHT)
    assert not [one for one in drawing.items if isinstance(one, Words)]
    places = [(one.x, one.y) for one in drawing.items if isinstance(one, Dot)]
    for one in drawing.items:
        if isinstance(one, Line | Shape):
            places += one.points
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places)


def test_each_value_since_the_start_has_a_dot_and_the_last_the_largest() -> None:
    # Of the eleven values of Trafford, three came after the eight of the history.
    dots = list_dots(small_curve.drawing(make_answer()))
    assert len(dots) == 3
    assert dots[-1].radius > dots[0].radius == dots[1].radius
    assert [dot.x for dot in dots] == sorted(dot.x for dot in dots)


def test_a_lower_value_stands_lower() -> None:
    series = make_series((50, 50, 50, 50, 50, 50, 50, 50, 40, 30, 20))
    dots = list_dots(small_curve.drawing(make_answer(series, make_baseline(series))))
    assert [dot.y for dot in dots] == sorted(dot.y for dot in dots)


def test_the_band_is_there_where_limits_are_and_nowhere_else() -> None:
    bands = [
        [one for one in small_curve.drawing(answer).items if isinstance(one, Shape)]
        for answer in (make_answer(), make_given_answer())
    ]
    assert [[one.fill for one in found] for found in bands] == [[LIGHT_BLUE], []]


def test_the_forecast_is_dashed_and_nothing_else_is() -> None:
    dashed = [
        one
        for one in small_curve.drawing(make_answer()).items
        if isinstance(one, Line) and one.dashed
    ]
    # From the last value of the history through the four periods that were forecast.
    assert [len(one.points) for one in dashed] == [5]


def test_a_line_stops_at_a_missing_value_and_at_a_break() -> None:
    whole = (31, 30, 33, 35, 35, 34, 36, 35, 34, 30, 29)
    with_gap = (31, 30, 33, None, 35, 34, 36, 35, 34, 30, 29)
    for series, parts in (
        (make_series(whole), 1),
        (make_series(with_gap), 2),
        (make_series(whole, flags={4: Flag.BREAK}), 2),
    ):
        drawing = small_curve.drawing(make_answer(series, make_baseline(series)))
        assert len(list_lines(drawing, INK)) == parts


def test_periods_that_lie_years_apart_are_joined() -> None:
    pooled = Series.from_dict(
        {f"{year}-{year + 2}": 30.0 - place for place, year in enumerate(range(1980, 2013, 3))},
        id="seen",
        name="Deaths",
        kind=make_series().kind,
        unit="per 10,000",
        per=10_000,
        polarity=make_series().polarity,
        published="a yearly report",
    )
    # The periods of things.make_baseline step by one year, so this one is frozen here.
    from obamodel.stats.forecasting import freeze_baseline
    from obamodel.stats.turning import assess_curve

    baseline = freeze_baseline(
        pooled, until="2001-2003", periods=3, as_of="2005", author="us", because="so"
    )
    assert pooled.step == 3
    drawing = small_curve.drawing(assess_curve(baseline, pooled))
    assert [len(line.points) for line in list_lines(drawing, INK)] == [8]


def test_it_says_in_words_where_it_came_from_what_was_forecast_and_what_was_seen() -> None:
    assert small_curve.alt_text(make_answer()) == (
        "History: from 54 in 2014/15 to 14 in 2021/22. "
        "Forecast: 7 for 2025/26, 19 times in 20 between 0 and 49. "
        "Seen since: 14 in 2024/25 (lower is better)."
    )


def test_it_says_when_nothing_has_been_seen_since() -> None:
    series = make_series((54, 45, 31, 32, 33, 24, 18, 14))
    answer = make_answer(series, make_baseline(series))
    assert small_curve.alt_text(answer).endswith("Nothing has been seen since the start.")
    assert list_dots(small_curve.drawing(answer)) == []


def test_its_words_are_warm_and_its_table_is_that_of_the_large_picture() -> None:
    answer = make_full_answer()
    said = small_curve.alt_text(answer).lower()
    assert not [word for word in COLD if re.search(rf"\b{word}", said)]
    table = small_curve.table(answer)
    assert table is not None
    assert "20%" in [cell for row in table.rows for cell in row] or table.rows
    assert str(Period.parse("2014/15")) == table.rows[0][0]


def test_one_that_may_not_be_published_says_so_in_its_words_and_on_it() -> None:
    series = make_series(published="")
    answer = make_answer(series, make_baseline(series))
    assert small_curve.alt_text(answer).startswith("Not for publication.")
    assert [one for one in small_curve.drawing(answer).items if isinstance(one, Words)]


def test_the_same_answer_gives_the_same_picture() -> None:
    assert small_curve.svg(make_answer()) == small_curve.svg(make_answer())

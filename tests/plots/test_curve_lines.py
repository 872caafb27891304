"""Is a curve drawn from the frozen history, the forecast and what has been seen since?"""

from obamodel.domain.periods import Period
from obamodel.plots.curve_lines import (
    choose_curve_scale,
    draw_forecast,
    draw_since,
    find_curve_ends,
    find_last,
    find_since,
    say_verdict,
)
from obamodel.plots.drawing import Line, Shape
from obamodel.plots.marks import Mark
from obamodel.plots.observed import Key
from obamodel.plots.opening import open_plot
from obamodel.plots.page import Page
from obamodel.plots.plot import Plot
from obamodel.stats.turning.curves import CurveAnswer
from obamodel.stats.turning.words import AfterEnd, Verdict
from tests.plots.things import (
    make_answer,
    make_baseline,
    make_full_answer,
    make_given_answer,
    make_series,
)


def open_one(answer: CurveAnswer) -> Plot:
    scale, _ = choose_curve_scale(answer)
    return open_plot(Page(468), scale, find_curve_ends(answer), height=150)


def find_lines(plot: Plot, **looks: object) -> list[Line]:
    return [
        item
        for item in plot.ink
        if isinstance(item, Line)
        and all(getattr(item, name) == look for name, look in looks.items())
    ]


def test_the_verdict_is_said_with_what_became_of_it_after_the_end() -> None:
    assert say_verdict(make_answer(verdict=Verdict.TURNED)) == "turned"
    assert say_verdict(make_full_answer()) == "turned; since it ended: reverted"
    early = make_answer(verdict=Verdict.TURNED, after_end=AfterEnd.TOO_EARLY)
    assert say_verdict(early) == "turned"


def test_a_picture_reaches_to_the_last_of_forecast_scenario_end_and_observation() -> None:
    assert [str(end) for end in find_curve_ends(make_answer())] == ["2014/15", "2025/26"]
    series = make_series()
    short = make_answer(series, make_baseline(series, expected=[(11, 2, 38)]))
    assert str(find_curve_ends(short)[1]) == "2024/25"
    ended = make_baseline(series, expected=[(11, 2, 38)], ended=Period.parse("2030/31"))
    assert str(find_curve_ends(make_answer(series, ended))[1]) == "2030/31"


def test_the_history_that_is_drawn_is_the_one_that_was_frozen() -> None:
    before = make_series()
    revised = make_series((60, *before.values[1:]))
    answer = make_answer(revised, make_baseline(before))
    plot = open_one(answer)
    draw_since(plot, answer, Key())
    drawn = {point for line in find_lines(plot) for point in line.points}
    assert plot.find((2014, 54)) in drawn
    assert plot.find((2014, 60)) not in drawn


def test_the_forecast_is_dashed_from_the_last_value_and_lies_in_its_band() -> None:
    answer = make_answer()
    plot = open_one(answer)
    draw_forecast(plot, answer)
    (line,) = find_lines(plot, dashed=True)
    assert line.points[0] == plot.find((2021, 14))
    assert len(line.points) == 5
    (band,) = [item for item in plot.behind if isinstance(item, Shape)]
    for expected in answer.baseline.forecast:
        for limit in (expected.lower, expected.upper):
            assert limit is not None
            assert plot.find((expected.period.ordinal, limit)) in band.points


def test_a_forecast_of_one_period_has_a_band_too() -> None:
    series = make_series()
    answer = make_answer(series, make_baseline(series, expected=[(11, 2, 38)]))
    plot = open_one(answer)
    draw_forecast(plot, answer)
    (band,) = [item for item in plot.behind if isinstance(item, Shape)]
    assert len({x for x, _ in band.points}) == 3


def test_a_forecast_without_limits_has_no_band() -> None:
    answer = make_given_answer()
    plot = open_one(answer)
    draw_forecast(plot, answer)
    assert not [item for item in plot.behind if isinstance(item, Shape)]
    assert len(find_lines(plot, dashed=True)) == 1


def test_what_happened_is_heavier_than_the_history_and_marked_by_squares() -> None:
    answer = make_answer()
    plot = open_one(answer)
    draw_since(plot, answer, Key())
    weights = {len(line.points): line.weight for line in find_lines(plot)}
    assert weights[3] > 1.5 * weights[8]  # 3 values since, 8 before
    squares = [item for item in plot.ink if isinstance(item, Shape) and len(item.points) == 4]
    assert len(squares) == 3


def test_a_value_outside_its_own_limits_has_a_ring_and_a_place_in_the_key() -> None:
    series = make_series()
    answer = make_answer(series, make_baseline(series, expected=[(5, 2, 9), (14, 9, 20)]))
    key = Key()
    draw_since(open_one(answer), answer, key)
    assert key.entries == {(Mark.HALO, "outside the limits of its own period"): ["2022/23"]}


def test_a_band_far_wider_than_all_else_is_cut_and_said() -> None:
    series = make_series()
    baseline = make_baseline(series, expected=[(11, -900, 1200)])
    scale, notes = choose_curve_scale(make_answer(series, baseline))
    assert scale.high < 400
    assert notes == ["The shaded band goes on beyond the picture: from -900 to 1,200."]
    _, notes = choose_curve_scale(make_answer())
    assert notes == []


def test_a_history_that_ends_without_a_value_is_not_joined_to_the_forecast() -> None:
    series = make_series((5, 6, None), first="2020")
    answer = make_answer(series, make_baseline(series, before=3, expected=[(5, 2, 9)]))
    assert find_last(answer.baseline) == []
    assert find_since(answer) == ()
    plot = open_one(answer)
    draw_forecast(plot, answer)
    assert find_lines(plot, dashed=True) == []

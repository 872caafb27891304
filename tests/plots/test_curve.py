"""Does the picture of a turned curve say what was, what was expected and what happened?"""

from collections.abc import Callable

import pytest
from attrs import evolve

from obamodel.domain.periods import Period
from obamodel.domain.series import SeriesKind
from obamodel.plots import curve
from obamodel.plots.drawing import Drawing, Line, Words
from obamodel.plots.wording import choose_words
from obamodel.stats.turning.curves import CurveAnswer
from obamodel.stats.turning.words import Verdict
from tests.plots.artists import (
    find_lines,
    find_smallest_size,
    find_trouble,
    lightness,
    make_axes,
    read,
)
from tests.plots.things import (
    LONG,
    WORDY,
    make_answer,
    make_baseline,
    make_full_answer,
    make_given_answer,
    make_series,
)


def arrange(answer: CurveAnswer, width: float = 468) -> Drawing:
    return curve.arrange(answer, choose_words(None), width)


def find_words(drawing: Drawing, text: str) -> Words:
    (found,) = [item for item in drawing.items if isinstance(item, Words) and item.text == text]
    return found


def see(answer: CurveAnswer) -> str:
    return read(curve(answer, ax=make_axes()))


def make_long(number: int = 197) -> CurveAnswer:
    values = [40_000.0 + 9_000 * (place % 12 in (0, 1, 11)) for place in range(number)]
    series = make_series(values, first="2006-01", kind=SeriesKind.COUNT, unit="deaths a month")
    limits = [(43_000.0, 35_000.0, 50_000.0)] * 24
    return make_answer(series, make_baseline(series, before=number - 20, expected=limits))


ANSWERS: dict[str, Callable[[], CurveAnswer]] = {
    "ordinary": make_answer,
    "full": make_full_answer,
    "wordy": lambda: make_full_answer(WORDY, WORDY),
    "long": lambda: make_full_answer(LONG, LONG),
    "given": make_given_answer,
    "nothing yet": lambda: make_answer(make_series(make_series().values[:8])),
    "many": make_long,
    "two": lambda: make_answer(
        make_series((3, 4)), make_baseline(make_series((3, 4)), before=1, expected=[(3, 1, 5)])
    ),
    "flat": lambda: make_answer(make_series((0,) * 11)),
}


@pytest.mark.parametrize("width", [3.2, 4.5, 6.5, 10])
@pytest.mark.parametrize("name", ANSWERS)
def test_no_words_are_in_the_way_of_others(name: str, width: float) -> None:
    ax = curve(ANSWERS[name](), ax=make_axes(width, 40))
    assert find_trouble(ax) == []


def test_words_are_large_enough_on_half_a_page() -> None:
    assert find_smallest_size(curve(make_full_answer(), ax=make_axes(3.2, 10))) >= 6


def test_the_verdict_stands_on_top_in_words_and_the_name_once() -> None:
    drawing = arrange(make_full_answer())
    texts = [item.text for item in drawing.items if isinstance(item, Words)]
    assert texts[:3] == [
        "Asked for a view",
        "Turned; since it ended: reverted",
        "Turned. That is what can be said.",
    ]


def test_each_line_is_named_at_its_end_with_its_value() -> None:
    said = see(make_full_answer())
    for words in (
        *("What happened 20% in 2030/31", "If nothing changes 42% in 2028/29"),
        *("Shaded: between these, 19 times in 20", "22% to 56%", "If the youth hub closes 30%"),
        "History",
    ):
        assert words in said


def test_the_ends_of_lines_are_named_in_the_order_in_which_they_lie() -> None:
    drawing = arrange(make_answer())
    happened = find_words(drawing, "What happened")
    expected = find_words(drawing, "If nothing changes")
    assert happened.y < expected.y  # 14 lies above 7


def test_upright_lines_say_when_the_forecast_was_made_and_when_it_began_and_ended() -> None:
    said = see(make_full_answer())
    assert "Forecast from here (made November 2022)" in said
    assert "Start: the youth hub" in said
    assert "End: the youth hub" in said
    assert "Counted in a new way from 2026/27 (the youth hub)" in said
    drawing = arrange(make_full_answer())
    places = [
        find_words(drawing, text).x for text in ("Start: the youth hub", "End: the youth hub")
    ]
    assert places == sorted(places)
    assert "Start:" not in see(make_answer())


def test_today_is_now_while_nothing_has_been_seen_since() -> None:
    answer = ANSWERS["nothing yet"]()
    said = see(answer)
    assert "Today: forecast made (November 2022)" in said
    assert "What happened" not in said
    assert curve.alt_text(answer).endswith("Nothing has been seen since the start.")


def test_a_forecast_that_people_agreed_names_them_and_has_no_band() -> None:
    said = see(make_given_answer())
    assert "Agreed by the partnership board 12 in 2024/25" in said
    assert "No error band was given" in said
    assert "19 times in 20" not in said
    assert "agreed by the partnership board is 12 for 2024/25, and no error band" in (
        curve.alt_text(make_given_answer())
    )


def test_scenarios_are_dotted_and_the_forecast_is_dashed() -> None:
    drawing = arrange(make_full_answer())
    lines = [item for item in drawing.items if isinstance(item, Line)]
    assert len([line for line in lines if line.dashed]) == 1
    dotted = [line for line in lines if line.dotted and len(line.points) > 2]
    assert len(dotted) == 2
    assert not any(line.dashed and line.dotted for line in lines)


def test_a_revised_history_is_said() -> None:
    said = see(make_full_answer())
    assert "The history is drawn as it was known when the baseline was frozen." in said
    assert "It was revised later: 2015/16 was 29 and is now 30 (the youth hub)." in said
    assert "revised later" not in see(make_answer())


def test_values_beyond_the_forecast_are_drawn_and_said_not_to_be_judged() -> None:
    said = see(make_full_answer())
    assert "Drawn but not judged: 2029/30 to 2030/31." in said
    assert "Drawn but not judged" not in see(make_answer())


def test_missing_and_flagged_values_are_named_below() -> None:
    said = see(make_full_answer())
    assert "no value (the youth hub): 2017/18 and 2025/26" in said
    assert "provisional: 2027/28 and 2030/31" in said
    assert "revised: 2016/17" in said
    assert "estimated: 2024/25" in said


def test_a_cut_axis_is_said() -> None:
    values = (80, 81, 80, 82, 81, 80, 81, 82, 83, 84, 83)
    series = make_series(values, kind=SeriesKind.SHARE, unit="%")
    baseline = make_baseline(series, expected=[(82, 80, 84)] * 3)
    said = see(make_answer(series, baseline))
    assert "The upright axis starts at 80, not at 0" in said
    assert "starts at" not in see(make_answer())


def test_colours_that_meet_differ_in_grey() -> None:
    ax = curve(make_answer(), ax=make_axes())
    drawn = {
        line.get_linestyle(): lightness(line.get_color())
        for line in find_lines(ax)
        if len(line.get_xydata()) > 2  # type: ignore[arg-type]
    }
    assert set(drawn) >= {"-", "--"}
    assert all(grey < 0.7 for grey in drawn.values())


def test_the_alt_text_goes_from_where_to_where_and_ends_in_the_verdict() -> None:
    assert curve.alt_text(make_answer()) == (
        "Children cautioned or sentenced, from 54 per 10,000 aged 10 to 17 in 2014/15 to 14 per "
        "10,000 aged 10 to 17 in 2021/22 (lower is better). The forecast if nothing changes is 7 "
        "for 2025/26, between 0 and 49 19 times in 20. What happened: 14 in 2024/25; the verdict: "
        "no turn shown."
    )


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_is_said_in_the_picture_and_in_the_alt_text(verdict: Verdict) -> None:
    answer = make_answer(verdict=verdict)
    assert verdict[1:] in see(answer)
    assert f"the verdict: {verdict}." in curve.alt_text(answer)


def test_an_initiative_that_ends_after_the_last_value_is_drawn_to_its_end() -> None:
    baseline = make_baseline(make_series(), ended=Period.parse("2029/30"))
    answer = evolve(make_answer(), baseline=baseline)
    assert "End: the initiative" in see(answer)


def test_the_svg_is_the_same_twice_and_dots_what_the_axes_dot() -> None:
    written = curve.svg(make_full_answer())
    assert written == curve.svg(make_full_answer())
    assert written.count('stroke-dasharray="1 1.8"') >= 3


def test_the_table_holds_each_number_of_the_curve() -> None:
    answer = make_full_answer()
    table = curve.table(answer)
    assert table is not None
    heads = [heading.partition(" (")[0] for heading in table.columns]
    assert heads[:6] == [
        "Period",
        "What it is",
        "Seen",
        "Forecast if nothing changes",
        "Lower limit",
        "Upper limit",
    ]
    rows = {row[0]: dict(zip(heads, row, strict=True)) for row in table.rows}
    for one in (*answer.baseline.history, *answer.series.observations):
        said = "no value" if one.value is None else f"{one.value:g}"
        assert rows[str(one.period)]["Seen"] == said
    for ahead in answer.baseline.forecast:
        row = rows[str(ahead.period)]
        found = [row[head] for head in heads[3:6]]
        assert found == [f"{number:g}" for number in (ahead.value, ahead.lower, ahead.upper)]
    for scenario in answer.baseline.scenarios:
        head = f"{scenario.name[0].upper()}{scenario.name[1:]}, thought possible"
        for thought in scenario.values:
            assert rows[str(thought.period)][head] == f"{thought.value:g}"
    assert len(table.rows) == 17


def test_the_table_says_what_each_period_is_and_what_stands_at_it() -> None:
    table = curve.table(make_full_answer())
    assert table is not None
    said = {row[0]: (row[1], row[-1]) for row in table.rows}
    assert said["2021/22"] == ("history", "-")
    assert said["2022/23"] == ("since the forecast", "start: the youth hub")
    assert said["2025/26"] == ("since the forecast", "the youth hub; end: the youth hub")
    assert said["2026/27"] == (
        "since the forecast",
        "counted in a new way from here: the youth hub",
    )
    assert "The verdict: turned; since it ended: reverted." in table.notes
    waiting = curve.table(ANSWERS["nothing yet"]())
    assert waiting is not None
    assert {row[1] for row in waiting.rows} == {"history", "still to come"}


def test_the_table_of_a_forecast_that_people_agreed_has_no_limits() -> None:
    table = curve.table(make_given_answer())
    assert table is not None
    assert [head.partition(" (")[0] for head in table.columns] == [
        "Period",
        "What it is",
        "Seen",
        "Agreed by the partnership board",
    ]
    assert "No error band was given." in table.notes

"""Are gaps, flags and missing values seen, and said?"""

import pytest

from obamodel.domain.series import Flag, Polarity, SeriesKind
from obamodel.plots.drawing import Line, Shape, Words
from obamodel.plots.marks import Mark
from obamodel.plots.observed import (
    Key,
    choose_series_scale,
    draw_observed,
    find_breaks,
    find_gaps,
    find_mark_size,
    list_values,
    mark_missing,
    say_amount,
    say_axis,
    say_cut,
    say_in_unit,
)
from obamodel.plots.opening import open_plot
from obamodel.plots.page import Page
from obamodel.plots.plot import Plot
from obamodel.plots.scale import choose_scale
from tests.plots.things import make_observations, make_periods, make_series


def open_one(number: int = 6) -> Plot:
    periods = make_periods(number)
    return open_plot(Page(468), choose_scale([0, 60]), (periods[0], periods[-1]), height=120)


def count_lines(plot: Plot) -> list[int]:
    return [len(item.points) for item in plot.ink if isinstance(item, Line)]


def test_a_line_stops_where_there_is_no_value_and_goes_on_after_it() -> None:
    plot = open_one()
    draw_observed(plot, make_observations([1, 2, None, 4, 5, 6]), Key())
    assert count_lines(plot) == [2, 3]


def test_a_line_stops_where_nothing_is_said_of_a_period() -> None:
    plot = open_one()
    observations = make_observations([1, 2, 3, 4, 5, 6])
    draw_observed(plot, [*observations[:2], *observations[4:]], Key())
    assert count_lines(plot) == [2, 2]


def test_values_counted_in_another_way_are_not_joined_to_the_earlier_ones() -> None:
    plot = open_one()
    observations = make_observations([1, 2, 3, 4, 5, 6], flags={3: Flag.BREAK}, words="by post")
    draw_observed(plot, observations, Key())
    assert count_lines(plot) == [3, 3]
    (sign,) = find_breaks(observations)
    assert sign.text == "Counted in a new way from 2017/18 (by post)"
    assert sign.at == observations[3].period.ordinal - 0.5
    assert sign.dotted


def test_flags_have_shapes_of_their_own_that_the_key_names_with_their_periods() -> None:
    key = Key()
    flags = {1: Flag.PROVISIONAL, 2: Flag.ESTIMATED, 3: Flag.REVISED, 4: Flag.PROVISIONAL}
    draw_observed(open_one(), make_observations([1, 2, 3, 4, 5, 6], flags=flags), key)
    assert key.entries == {
        (Mark.RING, "provisional"): ["2015/16", "2018/19"],
        (Mark.OPEN_UP, "estimated"): ["2016/17"],
        (Mark.DIAMOND, "revised"): ["2017/18"],
    }


def test_what_happened_since_is_provisional_as_an_open_square() -> None:
    key = Key()
    observations = make_observations([1, 2], flags={1: Flag.PROVISIONAL})
    draw_observed(open_one(), observations, key, mark=Mark.SQUARE)
    assert list(key.entries) == [(Mark.OPEN_SQUARE, "provisional")]


def test_a_missing_value_has_a_cross_at_the_foot_and_its_reason_in_the_key() -> None:
    key, plot = Key(), open_one()
    observations = make_observations([1, None, 3, 4, 5, 6])
    mark_missing(plot, [*observations[:3], *observations[4:]], key)
    assert key.entries == {
        (Mark.CROSS, "no value (the survey was not held)"): ["2015/16"],
        (Mark.CROSS, "no value, and nothing says why"): ["2017/18"],
    }
    assert find_gaps([*observations[:3], *observations[4:]]) == [observations[3].period]
    places = {point for item in plot.ink if isinstance(item, Line) for point in item.points}
    for place in (1, 3):
        x = plot.across(observations[place].period.ordinal)
        assert any(abs(across - x) < 5 and down > plot.bottom - 10 for across, down in places)


def test_the_key_draws_each_shape_beside_its_words() -> None:
    key, page = Key(), Page(300)
    key.note(Mark.DIAMOND, "revised", "2014/15")
    for period in make_periods(6):
        key.note(Mark.UP, "estimated", str(period))
    key.put(page)
    texts = [item.text for item in page.items if isinstance(item, Words)]
    assert texts[0] == "revised: 2014/15"
    assert " ".join(texts[1:]) == ("estimated: 2014/15, 2015/16, 2016/17, 2017/18 and 2 more")
    assert len([item for item in page.items if isinstance(item, Shape)]) == 2


def test_shapes_are_smaller_where_there_are_many_values() -> None:
    assert find_mark_size(open_one(6)) == 2.6
    assert find_mark_size(open_one(120)) < 1.5


@pytest.mark.parametrize(
    ("kind", "unit", "polarity", "said"),
    [
        (SeriesKind.SHARE, "%", Polarity.LOW, "Per cent; lower is better"),
        (
            SeriesKind.RATE,
            "per 10,000 people",
            Polarity.HIGH,
            "Per 10,000 people; higher is better",
        ),
        (SeriesKind.COUNT, "members", Polarity.NONE, "Members"),
    ],
)
def test_the_axis_is_named_by_its_unit_and_the_better_direction(
    kind: SeriesKind, unit: str, polarity: Polarity, said: str
) -> None:
    assert say_axis(make_series(kind=kind, unit=unit, polarity=polarity)) == said


def test_values_are_written_as_the_series_writes_them() -> None:
    share = make_series([19.8, 20], kind=SeriesKind.SHARE, unit="%")
    assert (say_amount(share, 19.84), say_in_unit(share, 20)) == ("19.8%", "20%")
    small = make_series([14, 20], kind=SeriesKind.COUNT, unit="members")
    assert (say_amount(small, 14), say_in_unit(small, 14)) == ("14", "14 members")
    # What is worked out has one decimal more where whole numbers are small.
    assert say_amount(small, 6.67, worked_out=True) == "6.7"
    large = make_series([42_000, 51_000], kind=SeriesKind.COUNT, unit="deaths")
    assert say_amount(large, 45_027.4, worked_out=True) == "45,027"


def test_zero_belongs_to_counts_shares_and_rates_and_not_to_scores() -> None:
    count = make_series([30, 60], kind=SeriesKind.COUNT, unit="people")
    score = make_series([3.0, 3.4], kind=SeriesKind.SCORE, unit="points")
    assert choose_series_scale(count, [30, 60]).low == 0
    scale = choose_series_scale(score, [3.0, 3.4])
    assert (scale.low, scale.cut) == (3.0, False)
    assert say_cut(scale) == []


def test_a_cut_axis_is_said_with_where_it_starts() -> None:
    share = make_series([78, 84], kind=SeriesKind.SHARE, unit="%")
    (said,) = say_cut(choose_series_scale(share, [78, 84]))
    assert said == "The upright axis starts at 78, not at 0, so that the curve can be seen."


def test_only_periods_with_a_value_are_listed() -> None:
    observations = make_observations([1, None, 3])
    assert [value for _, value in list_values(observations)] == [1, 3]

"""What a run chart of one series says, and what it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.series import Standing
from obamodel.errors import InvalidError
from obamodel.stats.variation import Pattern, chart_run
from tests.stats.variation.building import make_series
from tests.stats.variation.examples import DISCOVERIES, LAKE


def test_the_discoveries_show_no_pattern() -> None:
    # The counts are R's; see test_runs.
    chart = chart_run(make_series(DISCOVERIES, first="1860"))
    assert (chart.centre, chart.useful) == (3, 80)
    assert (chart.longest, chart.longest_limit) == (7, 9)
    assert (chart.crossings, chart.crossings_limit) == (35, 32)
    assert chart.verdict is Pattern.NONE
    assert not chart.signal
    assert str(chart) == (
        "Calls: chance alone can look like this. The longest run on one side of the middle "
        "(3 points) has 7 values (up to 9 can be chance), and the middle is crossed 35 times "
        "(down to 32 times can be chance)."
    )
    assert "20 values on the middle line passed over." in chart.caveats


def test_the_lake_shows_a_pattern_by_its_runs_and_by_its_crossings() -> None:
    chart = chart_run(make_series(LAKE, first="1875"))
    assert chart.verdict is Pattern.FOUND
    assert chart.signal
    assert (chart.longest, chart.crossings) == (16, 5)
    assert "has 16 values, where up to 8 can be chance" in str(chart)
    assert "They cross it 5 times, where 14 times is the least" in str(chart)


def test_fewer_than_ten_values_off_the_middle_are_too_few() -> None:
    chart = chart_run(make_series([1.0] * 4 + [2.0] + [3.0] * 4))
    assert chart.verdict is Pattern.TOO_FEW
    assert not chart.signal
    assert str(chart) == (
        "Calls: only 8 values lie off the middle (2 points); 10 are wanted to look for a pattern."
    )


def test_the_middle_may_be_given_or_come_from_the_first_values() -> None:
    series = make_series([1.0, 3.0] * 5 + [9.0, 8.0] * 5)
    assert chart_run(series, until="2010").centre == 2.0
    assert chart_run(series, centre=4).centre == 4.0
    assert chart_run(series).centre == 5.5
    assert chart_run(series, until="2010").longest == 11  # the 3 of 2010 and the ten after it


def test_missing_values_are_passed_over() -> None:
    chart = chart_run(make_series([1.0, None, 1.0, 3.0, 3.0]))
    assert [point.run for point in chart.points] == [-1, 0, -2, 1, 2]
    assert any("1 missing value passed over" in caveat for caveat in chart.caveats)


def test_a_series_of_nothing_but_missing_values_says_so() -> None:
    chart = chart_run(make_series([None, None]))
    assert str(chart) == "Calls: nothing was observed."
    assert chart.centre is None
    assert chart.to_frame()["centre"].isna().all()


def test_the_frame_has_a_row_for_each_observation_and_its_documented_columns() -> None:
    frame = chart_run(make_series([1.0, 2.0, None, 3.0, 3.0])).to_frame()
    assert list(frame.columns) == ["series", "period", "value", "centre", "side", "run"]
    assert frame["side"].tolist() == [-1, -1, 0, 1, 1]
    assert frame["run"].tolist() == [1, 2, 0, 1, 2]
    assert frame["centre"].tolist() == [2.5] * 5


def test_all_arguments_that_do_not_fit_are_refused_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        chart_run(make_series([1.0, 3.0]), centre=float("nan"), until="2050")
    message = str(refused.value)
    assert "chart_run: 3 problems to mend" in message
    assert "centre: found nan; give a number [not-finite]" in message
    assert "until: a line is given as well; give one of the two [contradiction]" in message
    assert "2050" in message


def test_an_illustrative_series_is_refused() -> None:
    with pytest.raises(InvalidError, match="a run chart"):
        chart_run(make_series([1.0, 3.0], standing=Standing.ILLUSTRATIVE))


def test_the_answer_speaks_and_is_neither_true_nor_false() -> None:
    chart = chart_run(make_series([1.0, 3.0] * 6, name="Calls & visits"))
    assert chart._repr_html_().startswith("<p>Calls &amp; visits: chance alone")
    with pytest.raises(TypeError, match="RunChart is neither true nor false"):
        bool(chart)


@given(st.lists(st.integers(-9, 9).map(float), min_size=1, max_size=30))
def test_scaling_shifting_and_turning_the_values_leaves_the_verdict(values: list[float]) -> None:
    plain = chart_run(make_series(values))
    for moved in ([4 * one + 3 for one in values], [-one for one in values]):
        other = chart_run(make_series(moved))
        assert (plain.verdict, plain.longest, plain.crossings) == (
            other.verdict,
            other.longest,
            other.crossings,
        )

"""What a control chart of one series says, and what it refuses."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.observations import Flag
from obamodel.domain.periods import Period
from obamodel.domain.series import SeriesKind, Standing
from obamodel.errors import InvalidError
from obamodel.stats.variation import Assurance, Change, ControlChart, Rule, chart_variation
from tests.stats.variation.building import make_series
from tests.stats.variation.examples import LOANS, VIGNETTE

UNROUNDED = 3 / 1.128


def changes(chart: ControlChart) -> list[Change]:
    return [point.change for point in chart.points]


def test_the_nhs_vignette_is_charted_with_its_limits_and_its_outlier() -> None:
    chart = chart_variation(make_series(VIGNETTE, good=-1))
    (level,) = chart.levels
    assert (level.mean, level.lower, level.upper) == pytest.approx((1.94, -0.72, 4.60), abs=0.005)
    (outlier,) = chart.signals
    assert (outlier.value, outlier.rule, outlier.change) == (10, Rule.OUTSIDE, Change.CONCERN)
    assert outlier.why == "above the upper limit"
    assert any("2 steps from value to value were left out" in one for one in chart.caveats)


def test_the_nhs_vignette_is_charted_as_the_excel_tool_does_without_screening() -> None:
    (level,) = chart_variation(make_series(VIGNETTE), screen_outliers=False).levels
    assert (level.lower, level.upper) == pytest.approx((-3.06, 6.95), abs=0.005)


def test_montgomerys_loans_are_charted_with_limits_fixed_after_20_weeks() -> None:
    series = make_series([*LOANS, 305, 330], first="1980", good=-1)
    chart = chart_variation(series, fix=20, width=UNROUNDED)
    (level,) = chart.levels
    assert (level.lower, level.upper) == pytest.approx((279.78331, 321.21669), abs=5e-6)
    assert (level.points, level.base) == (22, 20)
    assert [point.used for point in chart.points] == [True] * 20 + [False] * 2
    assert chart.variation is Change.CONCERN
    assert any("fixed after the first 20 values" in caveat for caveat in chart.caveats)


def test_for_a_trend_the_slope_decides_and_not_the_side_of_the_mean() -> None:
    # Seven that rise, all below the mean of 1, and then wide swings.
    rising = [-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.5, *[8.0, -4.0] * 3, 12.0]
    chart = chart_variation(make_series(rising, good=1))
    assert chart.levels[0].mean == 1.0
    assert {point.rule for point in chart.points[:7]} == {Rule.TREND}
    assert {point.change for point in chart.points[:7]} == {Change.IMPROVEMENT}
    worse = chart_variation(make_series(rising, good=-1))
    assert {point.change for point in worse.points[:7]} == {Change.CONCERN}


def test_each_level_has_limits_of_its_own() -> None:
    low, high = [1.0, 3.0] * 7, [11.0, 13.0] * 7
    chart = chart_variation(make_series([*low, *high]), rebase=["2015"])
    assert [level.mean for level in chart.levels] == [2.0, 12.0]
    assert [str(level.first) for level in chart.levels] == ["2001", "2015"]
    assert [str(level.last) for level in chart.levels] == ["2014", "2028"]
    assert not chart.signals
    assert chart_variation(make_series([*low, *high])).signals


def test_runs_do_not_reach_over_a_new_level() -> None:
    # Six above the first mean, and then six above the second.
    first = [0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 3.0, 3.1, 3.0, 3.1, 3.0, 3.1]
    again = [13.0, 13.1, 13.0, 13.1, 13.0, 13.1, 10.0, 11.0, 10.0, 11.0, 10.0, 11.0]
    chart = chart_variation(make_series([*first, *again]), rebase=["2013"])
    assert all(point.rule is not Rule.SHIFT for point in chart.points)


def test_rebasing_and_fixing_go_together() -> None:
    low, high = [1.0, 3.0] * 3, [11.0, 13.0] * 3
    chart = chart_variation(make_series([*low, 9.0, *high, 19.0]), rebase=["2008"], fix=6)
    assert [level.mean for level in chart.levels] == [2.0, 12.0]
    assert [level.base for level in chart.levels] == [6, 6]
    assert [point.value for point in chart.signals] == [9.0, 19.0]


def test_the_limits_are_fixed_after_so_many_observed_values() -> None:
    chart = chart_variation(make_series([1.0, None, 3.0, 1.0, 3.0, 2.0, 50.0]), fix=5)
    assert chart.levels[0].mean == 2.0
    assert [point.used for point in chart.points] == [True, False, *[True] * 4, False]


def test_the_target_is_judged_by_the_last_level() -> None:
    low, high = [1.0, 3.0] * 7, [11.0, 13.0] * 7  # 2 -+ 5.32, then 12 -+ 5.32
    series = make_series([*low, *high])
    assert chart_variation(series, rebase=["2015"], target=6).assurance is Assurance.MEETS
    assert chart_variation(series.until("2014"), target=8).assurance is Assurance.MISSES
    assert chart_variation(series, rebase=["2015"], target=8).assurance is Assurance.MAY_OR_MAY_NOT


def test_a_target_says_nothing_where_no_direction_is_better() -> None:
    chart = chart_variation(make_series([1.0, 3.0] * 7, good=0), target=50)
    assert chart.assurance is Assurance.NONE
    assert "target" not in chart.sentence


def test_without_a_better_direction_a_signal_is_high_or_low() -> None:
    chart = chart_variation(make_series([1.0, 2.0] * 7 + [9.0], good=0))
    assert chart.variation is Change.HIGH
    assert str(chart).startswith(
        "Calls: the last value, 9 points in 2015, is out of the ordinary. "
        "It is above the upper limit."
    )


def test_the_last_observed_value_is_the_one_that_is_talked_about() -> None:
    chart = chart_variation(make_series([*[1.0, 3.0] * 7, None]))
    assert chart.last is not None
    assert str(chart.last.period) == "2014"
    assert "the last value, 3 points in 2014, is nothing out of the ordinary" in str(chart)
    assert chart.points[-1].change is Change.ORDINARY
    assert any("1 missing value passed over" in caveat for caveat in chart.caveats)


def test_fewer_than_five_values_set_no_limits_and_raise_no_signal() -> None:
    chart = chart_variation(make_series([1.0, 1.1, 9.0, 1.0]), target=3)
    (level,) = chart.levels
    assert (level.mean, level.lower, level.upper) == (3.025, None, None)
    assert not chart.signals
    assert chart.variation is Change.TOO_FEW
    assert chart.assurance is Assurance.NONE
    assert str(chart) == (
        "Calls: there are only 4 values to set limits from; 5 are wanted. "
        "The last value is 1 points in 2004."
    )
    assert any("too few to set limits from" in caveat for caveat in chart.caveats)


@pytest.mark.parametrize(("number", "on_trial"), [(12, True), (13, False)])
def test_limits_from_fewer_than_13_values_are_on_trial(number: int, on_trial: bool) -> None:
    chart = chart_variation(make_series(([1.0, 3.0] * 7)[:number]))
    assert any("are on trial" in caveat for caveat in chart.caveats) is on_trial
    assert ("on trial" in chart.sentence) is on_trial


def test_a_series_of_nothing_but_missing_values_says_so() -> None:
    chart = chart_variation(make_series([None, None]), target=2)
    assert str(chart) == "Calls: nothing was observed."
    assert chart.levels[0].mean is None
    assert chart.to_frame()["mean"].isna().all()


def test_limits_where_no_value_can_be_are_named() -> None:
    counts = chart_variation(make_series([0, 9, 1, 8, 0, 9], kind=SeriesKind.COUNT, unit="people"))
    assert any("below 0, where no value can be" in caveat for caveat in counts.caveats)
    share = make_series([92, 99, 92, 98, 93, 99], kind=SeriesKind.SHARE, unit="%", per=100)
    assert any("above 100%, where no value can be" in one for one in chart_variation(share).caveats)
    scores = chart_variation(make_series([0, 9, 1, 8, 0, 9]))
    assert not any("where no value can be" in caveat for caveat in scores.caveats)


def test_a_break_and_provisional_values_are_named() -> None:
    flags = {7: (Flag.BREAK,), 13: (Flag.PROVISIONAL,)}
    series = make_series([1.0, 3.0] * 7, flags=flags)
    plain, rebased = chart_variation(series), chart_variation(series, rebase=["2008"])
    assert any("a break at 2008; rebase there" in caveat for caveat in plain.caveats)
    assert not any("rebase there" in caveat for caveat in rebased.caveats)
    assert any("provisional" in caveat for caveat in plain.caveats)


def test_periods_to_rebase_at_are_read_with_the_calendar_of_the_series() -> None:
    series = make_series([1.0, 3.0] * 7, first="2001/02")
    by_text = chart_variation(series, rebase=["2008/09"])
    by_period = chart_variation(series, rebase=[Period.parse("2008/09")])
    assert by_text.levels == by_period.levels
    assert len(by_text.levels) == 2


def test_all_arguments_that_do_not_fit_are_refused_at_once() -> None:
    series = make_series([1.0, 3.0] * 7)
    with pytest.raises(InvalidError) as refused:
        chart_variation(
            series, rebase=["2050", "soon"], fix=3, target=float("inf"), width=float("nan")
        )
    message = str(refused.value)
    assert "chart_variation: 5 problems to mend" in message
    assert 'rebase[0]: found "2050", of which calls says nothing' in message
    assert "rebase[1]: " in message
    assert "fix: limits from 3 values would mean nothing; give 5 or more [too-small]" in message
    assert "target: found inf; give a number [not-finite]" in message
    assert "width: found nan; give a number above 0 [too-small]" in message


@pytest.mark.parametrize(
    "about",
    [
        {"standing": Standing.ILLUSTRATIVE},
        {"standing": Standing.SCHEMATIC},
        {"running_total": True},
    ],
)
def test_series_that_carry_no_statistics_are_refused(about: dict[str, Any]) -> None:
    with pytest.raises(InvalidError, match="a control chart"):
        chart_variation(make_series([1.0, 3.0] * 7, **about))


@given(st.lists(st.integers(-9, 9).map(float), min_size=5, max_size=30), st.integers(-20, 20))
def test_turning_values_and_polarity_leaves_improvement_and_concern(
    values: list[float], target: int
) -> None:
    plain = chart_variation(make_series(values, good=1), target=target)
    turned = chart_variation(make_series([-one for one in values], good=-1), target=-target)
    assert changes(plain) == changes(turned)
    assert plain.variation is turned.variation
    assert plain.assurance is turned.assurance


@given(st.lists(st.integers(-9, 9).map(float), min_size=5, max_size=30))
def test_scaling_shifting_and_moving_in_time_leaves_the_signals(values: list[float]) -> None:
    plain = chart_variation(make_series(values))
    moved = chart_variation(make_series([one * 4 + 7 for one in values], first="1950/51"))
    assert changes(plain) == changes(moved)

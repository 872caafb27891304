"""What is said of the levels a series settled at."""

import pytest

from obamodel.domain.series import Standing
from obamodel.errors import InvalidError
from obamodel.stats.variation import Found, ShiftRules, find_stable_shifts
from tests.stats.variation.building import make_series
from tests.stats.variation.test_stable_shift import EXAMPLE, REGRETS


def test_the_levels_of_the_autospc_example_are_named_by_their_periods() -> None:
    shifts = find_stable_shifts(make_series(EXAMPLE, first="1801"))
    # autospc, tests/testthat/test-ssa_variants.R: they begin at the points 1, 53 and 74.
    assert [str(level.first) for level in shifts.levels] == ["1801", "1853", "1874"]
    assert [level.points for level in shifts.levels] == [52, 21, 52]
    mean = sum(EXAMPLE[52:73]) / 21
    assert shifts.levels[1].mean == pytest.approx(mean)
    said = f"{mean:.4f}".rstrip("0")
    assert f"From 1853 it settled at a lower level, {said} points." in str(shifts)


def test_the_log_says_why_each_break_was_accepted_or_not() -> None:
    shifts = find_stable_shifts(make_series(EXAMPLE, first="1801"))
    frame = shifts.log_to_frame()
    assert list(frame.columns) == ["series", "period", "accepted", "because"]
    assert frame["period"][frame["accepted"]].tolist() == ["1853", "1874"]
    first = shifts.log[0]
    assert (str(first.period), first.found) == ("1826", Found.CAME_BACK)
    assert first.because == (
        "Not accepted: from 1826 on 8 values or more lie on one side of the mean, but from 1831 "
        "on 8 or more go back."
    )
    assert shifts.log[-1].because.endswith("but fewer than 21 have been seen since.")


def test_a_level_that_may_still_go_back_is_not_accepted_yet() -> None:
    series = make_series([float(value) for value in REGRETS])
    careful = find_stable_shifts(series)
    assert len(careful.levels) == 1
    assert any("may be on the way back" in entry.because for entry in careful.log)
    assert "no new level has settled; the first one" in str(careful)
    hasty = find_stable_shifts(series, ShiftRules(no_regrets=False))
    assert len(hasty.levels) == 2
    assert any("may still take back" in caveat for caveat in hasty.caveats)


def test_a_short_series_says_how_many_values_are_wanted() -> None:
    shifts = find_stable_shifts(make_series([1.0, 3.0] * 5))
    assert shifts.levels == ()
    assert str(shifts) == "Calls: 10 values were observed; 21 are wanted to set a level."
    assert shifts.to_frame().empty


def test_the_frame_has_a_row_for_each_level_and_its_documented_columns() -> None:
    values = [1.0, 3.0] * 10 + [2.0, None] + [7.0, 9.0] * 10 + [8.0]
    frame = find_stable_shifts(make_series(values)).to_frame()
    assert list(frame.columns) == ["series", "first", "last", "points", "mean", "lower", "upper"]
    assert frame["first"].tolist() == ["2001", "2023"]
    assert frame["last"].tolist() == ["2021", "2043"]
    assert frame["points"].tolist() == [21, 21]
    assert frame["mean"].tolist() == [2.0, 8.0]
    # Nineteen steps of 2 and one of 1: the mean step is 1.95.
    assert frame["upper"].tolist() == pytest.approx([2 + 2.66 * 1.95, 8 + 2.66 * 1.95])


def test_a_schematic_series_is_refused() -> None:
    with pytest.raises(InvalidError, match="a search for settled levels"):
        find_stable_shifts(make_series([1.0, 3.0], standing=Standing.SCHEMATIC))


def test_the_answer_speaks_and_is_neither_true_nor_false() -> None:
    shifts = find_stable_shifts(make_series([1.0, 3.0], name="Calls & visits"))
    assert shifts._repr_html_().startswith("<p>Calls &amp; visits: 2 values were observed")
    with pytest.raises(TypeError, match="StableShifts is neither true nor false"):
        bool(shifts)

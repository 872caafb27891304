"""Whether each series of a panel is judged as it would be alone."""

from calendar import month_abbr
from typing import Any

import numpy as np
import pandas as pd
import pytest

from obamodel.domain.baselines import Method
from obamodel.domain.periods import Period
from obamodel.stats.forecasting import freeze_baseline
from obamodel.stats.panels import assess_panel
from obamodel.stats.turning import assess_curve, assess_family
from obamodel.stats.turning.curves import CurveAnswer
from tests.stats.panels.building import (
    FIRST,
    FROZEN,
    JUDGED,
    NUMBERS,
    freeze_alone,
    judge_alone,
    list_numbers,
    make_frame,
    make_series,
    make_values,
    name,
)

METHODS = [one for one in Method if one is not Method.GIVEN]


def compare(found: pd.DataFrame, answers: dict[str, CurveAnswer]) -> None:
    assert found["series"].tolist() == list(answers)
    assert found["verdict"].tolist() == [str(one.verdict) for one in answers.values()]
    assert found["points_before"].tolist() == [one.points_before for one in answers.values()]
    assert found["points_after"].tolist() == [one.points_after for one in answers.values()]
    wanted = [list_numbers(one) for one in answers.values()]
    np.testing.assert_allclose(found[NUMBERS].to_numpy(), wanted, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("method", METHODS)
def test_series_of_one_length_are_judged_as_each_is_alone(method: Method) -> None:
    frame = make_frame(make_values(6, 18))
    found = assess_panel(frame, starts=FIRST + 12, high_is_good=True, method=method)
    starts = {name(place): FIRST + 12 for place in range(6)}
    compare(found, judge_alone(frame, starts, method=method))


@pytest.mark.parametrize("method", METHODS)
def test_gaps_and_lengths_and_starts_of_their_own_change_nothing_of_that(method: Method) -> None:
    rng = np.random.default_rng(3)
    series = 24
    frame = make_frame(
        make_values(series, 26, gaps=0.12, seed=4),
        begins=rng.integers(0, 5, series).tolist(),
        finishes=rng.integers(20, 27, series).tolist(),
    )
    frame = frame[frame.groupby("series")["value"].transform("count") > 0]
    starts = {
        name(place): int(FIRST + start) for place, start in enumerate(rng.integers(12, 20, series))
    }
    found = assess_panel(frame, starts=starts, high_is_good=False, method=method)
    compare(found, judge_alone(frame, starts, good=False, method=method))


def test_short_histories_and_short_times_since_get_the_same_honest_words() -> None:
    # Each of 1 to 9 values before the start with each of 1 to 4 after it.
    values = make_values(36, 13, seed=8)
    before, after = np.divmod(np.arange(36), 4)
    frame = make_frame(values, begins=(8 - before).tolist(), finishes=(10 + after).tolist())
    starts = {name(place): FIRST + 9 for place in range(36)}
    for method in (Method.AVERAGE, Method.TREND, Method.LAST):
        found = assess_panel(frame, starts=FIRST + 9, high_is_good=True, method=method)
        compare(found, judge_alone(frame, starts, method=method))
        words = found["verdict"].astype(str).to_numpy()
        assert (words[before + 1 < 5] == "too few points").all()
        assert (
            words[(before + 1 >= 5) & ((before + 1 < 8) | (after + 1 < 3))] == "too early to say"
        ).all()
        assert not np.isin(
            words[(before + 1 >= 8) & (after + 1 >= 3)], ["too few points", "too early to say"]
        ).any()


def test_a_start_after_all_values_leaves_it_too_early_to_say() -> None:
    frame = make_frame(make_values(2, 12))
    found = assess_panel(frame, starts=FIRST + 30, high_is_good=True)
    assert found["verdict"].tolist() == ["too early to say"] * 2
    assert found["points_before"].tolist() == [12, 12]
    assert found["points_after"].tolist() == [0, 0]
    assert found[NUMBERS].isna().all(axis=None)


def test_a_start_before_all_values_leaves_too_few_points() -> None:
    frame = make_frame(make_values(2, 12))
    found = assess_panel(frame, starts=FIRST - 3, high_is_good=True)
    assert found["verdict"].tolist() == ["too few points"] * 2
    assert found["points_before"].tolist() == [0, 0]
    assert found["points_after"].tolist() == [12, 12]
    assert found[NUMBERS].isna().all(axis=None)


def test_a_history_that_never_moves_has_no_limits_and_no_verdict() -> None:
    values = np.full((2, 15), 7.0)
    values[:, 10:] = 9.0
    values[1] = np.arange(15) * 0.1
    found = assess_panel(make_frame(values), starts=FIRST + 10, high_is_good=True, method="trend")
    assert found["verdict"].tolist() == ["too early to say"] * 2
    assert found["lower"].isna().all()
    np.testing.assert_allclose(found["departure"], [2.0, 0.0], atol=1e-12)


def test_after_an_end_each_series_is_told_as_it_is_alone() -> None:
    values = make_values(40, 24, gaps=0.05, seed=6)
    values[:20, 12:18] += 15
    values[:10, 18:] += 15
    frame = make_frame(values)
    starts = {name(place): FIRST + 12 for place in range(40)}
    ended = dict.fromkeys(starts, FIRST + 17)
    answers = judge_alone(
        frame, starts, ended={key: Period.parse(str(end)) for key, end in ended.items()}
    )
    for said in (ended, FIRST + 17):
        found = assess_panel(frame, starts=starts, ended=said, high_is_good=True)
        compare(found, answers)
        assert found["after_end"].tolist() == [str(one.after_end) for one in answers.values()]
    assert {"sustained", "reverted"} <= set(found["after_end"])


def test_where_an_initiative_still_runs_nothing_is_said_of_its_end() -> None:
    frame = make_frame(make_values(2, 24))
    ended = {name(0): str(FIRST + 17), name(1): None}
    found = assess_panel(frame, starts=FIRST + 12, ended=ended, high_is_good=True)
    assert found["after_end"].isna().tolist() == [False, True]
    alone = assess_panel(frame, starts=FIRST + 12, high_is_good=True)
    # All that was seen is about the time while it ran.
    assert found["departure"][1] == alone["departure"][1]
    assert found["departure"][0] != alone["departure"][0]


def test_a_worthwhile_change_is_ruled_out_where_it_is_alone() -> None:
    frame = make_frame(make_values(30, 20, seed=2))
    starts = {name(place): FIRST + 14 for place in range(30)}
    sizes = {name(place): 0.5 + place / 2 for place in range(30)}
    found = assess_panel(frame, starts=starts, high_is_good=True, worthwhile=sizes)
    answers = judge_alone(frame, starts, worthwhile=sizes, worthwhile_judged=JUDGED)
    compare(found, answers)
    assert "no worthwhile turn" in set(found["verdict"])
    column = frame.assign(least=frame["series"].map(sizes))
    pd.testing.assert_frame_equal(
        found, assess_panel(column, starts=starts, high_is_good=True, worthwhile="least")
    )


@pytest.mark.parametrize("method", [Method.AVERAGE, Method.DRIFT, Method.TREND_AR])
def test_sampling_error_that_is_known_is_used_as_it_is_alone(method: Method) -> None:
    frame = make_frame(make_values(12, 18, gaps=0.05, seed=9))
    starts = {name(place): FIRST + 12 for place in range(12)}
    for margin in (0.5, 2.0, 9.0):
        variance = (margin / 1.959963984540054) ** 2
        found = assess_panel(
            frame, starts=starts, high_is_good=True, method=method, sampling_variance=variance
        )
        compare(found, judge_alone(frame, starts, margin=margin, method=method))


def test_sampling_error_that_is_known_of_some_changes_nothing_of_the_others() -> None:
    frame = make_frame(make_values(3, 18))
    known = {name(0): 1.0, name(1): None, name(2): float("nan")}
    found = assess_panel(frame, starts=FIRST + 12, high_is_good=True, sampling_variance=known)
    without = assess_panel(frame, starts=FIRST + 12, high_is_good=True)
    assert found["lower"][0] != without["lower"][0]
    np.testing.assert_allclose(
        found[NUMBERS].to_numpy()[1:], without[NUMBERS].to_numpy()[1:], rtol=1e-14
    )


def test_a_family_is_held_back_as_its_curves_are_together() -> None:
    values = make_values(30, 20, gaps=0.05, seed=11)
    frame = make_frame(values, finishes=[20] * 27 + [15] * 3)
    starts = {name(place): FIRST + 14 for place in range(30)}
    families = {name(place): f"family {place % 4}" for place in range(30)}
    found = assess_panel(frame, starts=starts, high_is_good=True, family=families)
    alone = assess_panel(frame, starts=starts, high_is_good=True)
    curves: dict[str, list[Any]] = {}
    for key, rows in frame.groupby("series", sort=True):
        series = make_series(rows)
        one = freeze_alone(rows, starts[str(key)], series)
        curves.setdefault(families[str(key)], []).append((one, series))
    wanted = {}
    for family, members in curves.items():
        for answer in assess_family(family, members):
            assert answer.family is not None
            wanted[answer.series.id] = (str(answer.verdict), answer.family.looked_at)
    said = zip(found["verdict"].astype(str), found["looked_at"], strict=True)
    assert (
        dict(zip([key.replace(" ", "-") for key in found["series"]], said, strict=True)) == wanted
    )
    assert found["verdict"].tolist() != alone["verdict"].tolist()
    column = frame.assign(outcome=frame["series"].map(families))
    pd.testing.assert_frame_equal(
        found, assess_panel(column, starts=starts, high_is_good=True, family="outcome")
    )


def test_months_with_a_season_are_forecast_with_it_as_alone() -> None:
    rng = np.random.default_rng(5)
    season = 10 * np.sin(np.arange(60) * np.pi / 6)
    values = 100 + season + rng.normal(0, 1, (3, 60))
    values[2] -= season
    months = [f"{month_abbr[place % 12 + 1]} {2010 + place // 12}" for place in range(60)]
    frame = pd.DataFrame(
        {
            "series": np.repeat([name(0), name(1), name(2)], 60),
            "period": months * 3,
            "value": values.ravel(),
        }
    )
    found = assess_panel(frame, starts="Jan 2014", high_is_good=True)
    for key, rows in frame.groupby("series"):
        series = make_series(rows)
        about: dict[str, Any] = {"until": "Dec 2013", "periods": 12, **FROZEN}
        answer = assess_curve(freeze_baseline(series, **about), series)
        row = found[found["series"] == key]
        np.testing.assert_allclose(row[NUMBERS].to_numpy()[0], list_numbers(answer), rtol=1e-9)

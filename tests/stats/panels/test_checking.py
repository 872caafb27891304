"""Whether what cannot be judged is refused, each series by its name."""

import pandas as pd
import pytest

from obamodel.errors import InvalidError
from obamodel.stats.panels import assess_panel
from tests.stats.panels.building import FIRST, make_frame, make_values, name


@pytest.fixture
def frame() -> pd.DataFrame:
    return make_frame(make_values(3, 16))


def refuse(frame: pd.DataFrame, **about: object) -> str:
    how = {"starts": FIRST + 10, "high_is_good": True} | about
    with pytest.raises(InvalidError) as caught:
        assess_panel(frame, **how)  # type: ignore[arg-type]  # wrong on purpose
    return str(caught.value)


def test_choices_that_are_none_are_named_all_at_once(frame: pd.DataFrame) -> None:
    assert refuse(frame, method="magic", gaps="fill", tile=0, n_jobs=-1) == (
        "assess_panel: 4 problems to mend\n"
        '  method: found "magic"; choose one of: average, last, mean, drift, trend, trend_ar, '
        "level, damped, theta, seasonal_last [unknown-choice]\n"
        '  gaps: found "fill"; write refuse or missing [unknown-choice]\n'
        "  tile: found 0; write 1 or more [too-small]\n"
        "  n_jobs: found -1; write 1 or more [too-small]"
    )


def test_a_forecast_that_people_gave_is_not_for_a_panel(frame: pd.DataFrame) -> None:
    assert '  method: found "given"; choose one of: average,' in refuse(frame, method="given")


def test_silent_gaps_are_named_for_each_series(frame: pd.DataFrame) -> None:
    assert refuse(frame.drop(index=[4, 5, 20, 22, 24, 26])) == (
        "assess_panel: 2 problems to mend\n"
        "  area 0000 has no row for 1994, 1995; add a row with NaN for each, or write "
        'gaps="missing" [silent-gap]\n'
        "  area 0001 has no row for 1994, 1996, 1998 and 1 more; add a row with NaN for each, or "
        'write gaps="missing" [silent-gap]'
    )


def test_silent_gaps_are_missing_values_where_that_is_said(frame: pd.DataFrame) -> None:
    gone = [4, 5, 20]
    found = assess_panel(
        frame.drop(index=gone), starts=FIRST + 10, high_is_good=True, gaps="missing"
    )
    frame.loc[gone, "value"] = float("nan")
    said = assess_panel(frame, starts=FIRST + 10, high_is_good=True)
    pd.testing.assert_frame_equal(found, said, check_exact=True)
    assert found["points_before"].tolist() == [8, 9, 10]


def test_series_that_begin_late_or_end_early_have_no_gap(frame: pd.DataFrame) -> None:
    found = assess_panel(frame.drop(index=[0, 1, 30, 31]), starts=FIRST + 10, high_is_good=True)
    assert found["points_before"].tolist() == [8, 10, 10]
    assert found["points_after"].tolist() == [6, 4, 6]


def test_dates_that_stand_for_years_ask_what_they_stand_for(frame: pd.DataFrame) -> None:
    dates = frame.assign(period=pd.to_datetime(frame["period"].astype(str)))
    told = refuse(dates, starts="2000-01-01")
    assert (
        "  area 0000 has no row for 1990-01-02, 1990-01-03, 1990-01-04 and 5461 more; add a row "
        'with NaN for each, or write gaps="missing"; or say frequency="year" where these dates '
        "stand for years [silent-gap]"
    ) in told


def test_an_end_before_the_start_is_named_for_each_series(frame: pd.DataFrame) -> None:
    ended = {name(0): FIRST + 12, name(1): FIRST + 8, name(2): FIRST + 10}
    assert refuse(frame, ended=ended) == (
        "assess_panel: 1 problem to mend\n"
        "  ended: the initiative of area 0001 is said to have ended with 1998, before it began "
        "with 2000; write the period in which it began, or a later one [ended-before-it-began]"
    )

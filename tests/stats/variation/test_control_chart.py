"""What the answer of a control chart holds."""

import pytest

from obamodel.stats.variation import chart_variation
from tests.stats.variation.building import make_series


def test_the_frame_has_a_row_for_each_observation_and_its_documented_columns() -> None:
    series = make_series([*[1.0, 3.0] * 3, None, 30.0], first="2001/02")
    frame = chart_variation(series, rebase=["2004/05"], target=2).to_frame()
    assert list(frame.columns) == [
        *("series", "period", "value", "level", "used", "mean", "lower", "upper"),
        *("near_lower", "near_upper", "rule", "direction", "why", "change", "target"),
    ]
    assert frame["period"].tolist()[:2] == ["2001/02", "2002/03"]
    assert frame["level"].tolist() == [1, 1, 1, 2, 2, 2, 2, 2]
    assert frame["used"].tolist() == [True] * 6 + [False, True]
    assert frame["value"].isna().tolist() == [False] * 6 + [True, False]
    assert frame["change"].tolist()[6] == ""
    assert frame["target"].tolist() == [2.0] * 8


def test_rules_and_directions_are_written_in_words_and_signs() -> None:
    frame = chart_variation(make_series([1.0, 2.0] * 7 + [9.0], good=-1)).to_frame()
    last = frame.iloc[-1]
    assert (last["rule"], last["direction"]) == ("outside", 1)
    assert (last["why"], last["change"]) == ("above the upper limit", "a concern")
    assert (frame.iloc[0]["rule"], frame.iloc[0]["direction"]) == ("none", 0)


def test_the_frame_of_a_level_without_limits_leaves_them_empty() -> None:
    frame = chart_variation(make_series([1.0, 3.0, 2.0])).to_frame()
    assert frame["lower"].isna().all()
    assert frame["mean"].tolist() == [2.0] * 3
    assert frame["target"].isna().all()


def test_the_answer_speaks_and_is_neither_true_nor_false() -> None:
    chart = chart_variation(make_series([1.0, 3.0] * 7, name="Calls & visits"))
    assert str(chart) == chart.sentence
    assert chart._repr_html_().startswith("<p>Calls &amp; visits: the last value, 3 points in 2014")
    with pytest.raises(TypeError, match="ControlChart is neither true nor false"):
        bool(chart)

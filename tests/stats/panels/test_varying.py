"""Whether each series of a panel has the control chart that it has alone."""

import numpy as np
import pandas as pd
import pytest

from obamodel.stats.panels import assess_panel
from obamodel.stats.panels.varying import SIGNALS
from obamodel.stats.variation import chart_limits, find_signals
from obamodel.stats.variation.rules import Rule
from tests.stats.panels.building import FIRST, make_frame, make_values

# What is said of the last value, by the number and the sign of the rule.
SAID = {
    0: "none",
    Rule.OUTSIDE: "above the upper limit",
    -Rule.OUTSIDE: "below the lower limit",
    Rule.TREND: "rising trend",
    -Rule.TREND: "falling trend",
    Rule.TWO_OF_THREE: "two of three near the upper limit",
    -Rule.TWO_OF_THREE: "two of three near the lower limit",
    Rule.SHIFT: "seven above the mean",
    -Rule.SHIFT: "seven below the mean",
}


def draw(frame: pd.DataFrame, tile: int = 4000) -> pd.DataFrame:
    return assess_panel(
        frame, starts=FIRST + 12, high_is_good=True, method="last", variation=True, tile=tile
    )


@pytest.mark.parametrize(("gaps", "points"), [(0.0, 18), (0.1, 18), (0.1, 70), (0.0, 300)])
def test_limits_and_signals_are_those_of_each_series_alone(gaps: float, points: int) -> None:
    values = make_values(40, points, gaps=gaps, seed=5)
    found = draw(make_frame(values), tile=9)
    for place, row in enumerate(values):
        seen = row[~np.isnan(row)]
        limits = chart_limits(seen)
        rules = find_signals(seen, limits)[0]
        wanted = [limits.mean[0], limits.lower[0], limits.upper[0], np.count_nonzero(rules)]
        columns = ["centre", "lower_limit", "upper_limit", "signals"]
        assert found[columns].to_numpy()[place].tolist() == wanted
        assert found["last_signal"].tolist()[place] == SAID[rules[-1]]


def test_the_last_value_is_told_in_words_that_can_be_checked_by_eye() -> None:
    usual = [10.0, 12.0, 11.0, 9.0, 10.0, 11.0, 9.0, 12.0, 10.0, 11.0, 9.0, 10.0]
    ends = {
        "above the upper limit": [10.0, 30.0],
        "below the lower limit": [10.0, -10.0],
        "rising trend": [9.0, 9.5, 10.0, 10.5, 11.0, 11.5, 12.0],
        "falling trend": [12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0],
        "seven above the mean": [11.0, 11.5, 11.0, 11.5, 11.0, 11.5, 11.0, 11.5],
        "seven below the mean": [10.0, 9.5, 10.0, 9.5, 10.0, 9.5, 10.0, 9.5],
        "none": [10.0, 11.0],
    }
    values = np.full((len(ends), 24), np.nan)
    for place, end in enumerate(ends.values()):
        values[place, : len(usual)] = usual
        values[place, len(usual) : len(usual) + len(end)] = end
    assert draw(make_frame(values))["last_signal"].tolist() == list(ends)


def test_every_signal_has_its_words_and_they_keep_their_order() -> None:
    found = draw(make_frame(make_values(2, 18)))
    assert list(found["last_signal"].cat.categories) == list(SIGNALS)
    assert set(SIGNALS) == set(SAID.values())
    assert len(SIGNALS) == len(SAID)


def test_a_signal_in_the_last_value_is_found_behind_gaps_at_the_end() -> None:
    values = make_values(2, 20, seed=5)
    values[:, 14] = 200.0
    values[:, 15:] = np.nan
    assert draw(make_frame(values))["last_signal"].tolist() == ["above the upper limit"] * 2

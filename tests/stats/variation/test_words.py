"""How values, rules and changes are said."""

import pytest

from obamodel.domain.series import SeriesKind
from obamodel.stats.variation import Change
from obamodel.stats.variation.words import (
    judge_change,
    list_cautions,
    say_rule,
    say_span,
    say_value,
)
from tests.stats.variation.building import make_series


@pytest.mark.parametrize(
    ("signal", "said"),
    [
        (1, "above the upper limit"),
        (-1, "below the lower limit"),
        (2, "one of seven or more that rise each time"),
        (-2, "one of seven or more that fall each time"),
        (3, "one of two in three close to the upper limit"),
        (-3, "one of two in three close to the lower limit"),
        (4, "one of seven or more in a row above the mean"),
        (-4, "one of seven or more in a row below the mean"),
        (0, ""),
    ],
)
def test_each_rule_is_said_in_words(signal: int, said: str) -> None:
    assert say_rule(signal) == said


@pytest.mark.parametrize(
    ("signal", "good", "change"),
    [
        (1, 1, Change.IMPROVEMENT),
        (-1, 1, Change.CONCERN),
        (4, -1, Change.CONCERN),
        (-4, -1, Change.IMPROVEMENT),
        (3, 0, Change.HIGH),
        (-3, 0, Change.LOW),
        (0, 1, Change.ORDINARY),
        (0, 0, Change.ORDINARY),
    ],
)
def test_a_signal_means_what_the_better_direction_makes_of_it(
    signal: int, good: int, change: Change
) -> None:
    assert judge_change(signal, good) is change


def test_values_have_the_decimals_and_the_unit_of_their_series() -> None:
    points = make_series([1.25, 3.5])
    assert say_value(points, 2.0) == "2 points"
    assert say_value(points, 2.123456) == "2.12 points"
    assert say_value(points, 2.123456, digits=1) == "2.123 points"
    assert say_value(points, -0.0001) == "0 points"
    people = make_series([12, 30], kind=SeriesKind.COUNT, unit="people")
    assert say_value(people, 12345.6, digits=1) == "12,346 people"
    assert say_span(people, 2.24, 8.0) == "2.2 and 8 people"
    share = make_series([12, 30], kind=SeriesKind.SHARE, unit="%", per=100)
    assert say_value(share, 12.5, digits=1) == "12.5%"


def test_a_plain_yearly_series_asks_for_no_caution() -> None:
    assert list(list_cautions(make_series([1, 2, 3]))) == []


def test_gaps_overlaps_and_seasons_ask_for_caution() -> None:
    (missing,) = list_cautions(make_series([1, None, 3]))
    assert missing.startswith("1 missing value passed over")
    (overlap,) = list_cautions(make_series([1, 2, 3], first="2009-2011"))
    assert overlap.startswith("The periods overlap")
    (season,) = list_cautions(make_series([1, 2, 3], first="2014-01"))
    assert "time of year" in season

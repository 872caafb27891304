"""Baselines fit their series and one another, and what was frozen stays as it was."""

from typing import Any

import attrs
import pytest

from obamodel.domain.baselines import Baseline, Expected, Method, Scale, Scenario
from obamodel.domain.dates import PartialDate
from obamodel.domain.frozen import (
    MAY_CHANGE,
    check_baselines,
    find_changed_baselines,
    find_changed_parts,
)
from obamodel.domain.judgements import Judgement
from obamodel.domain.periods import Period
from obamodel.domain.series import Observation, Series
from tests.domain.building import JUDGED, make

FIRST = make(Baseline)
SERIES = make(Series, id="cautioned", observations=[])


def make_series(id: str, *periods: str) -> Series:
    points = [Observation(period=Period.parse(each), value=54) for each in periods]
    series: Series = make(Series, id=id, observations=points)
    return series


def freeze(on: str, **parts: Any) -> Baseline:
    judged = Judgement(author="Data group", on=PartialDate.parse(on), reason="No new money.")
    baseline: Baseline = make(Baseline, frozen=judged, **parts)
    return baseline


def say(series: list[Series], *baselines: Baseline) -> list[str]:
    return [str(fault) for fault in check_baselines(series, baselines)]


# --- with their series -------------------------------------------------------------------------


def test_a_baseline_fits_a_series_of_its_kind_and_one_without_points() -> None:
    assert say([SERIES], FIRST) == []
    assert say([make_series("cautioned", "2014/15", "2015/16")], FIRST) == []


@pytest.mark.parametrize(
    ("period", "kind"),
    [("2014", "a calendar year"), ("2014/15 Q1", "a quarter of a financial year")],
)
def test_a_history_of_other_periods_than_its_series_is_refused(period: str, kind: str) -> None:
    assert say([make_series("cautioned", period)], FIRST) == [
        (
            "baselines[0].history[0].period: its history is of a financial year, and the series "
            f"cautioned of {kind}; give both the same kind of period [other-periods]"
        )
    ]


def test_a_comparison_is_another_series_of_the_same_kind_of_period() -> None:
    series = [SERIES, make_series("near", "2013/14"), make_series("odd", "2013")]
    assert say(series, attrs.evolve(FIRST, comparisons=["near"])) == []
    assert say(series, attrs.evolve(FIRST, comparisons=["cautioned", "near", "odd"])) == [
        (
            "baselines[0].comparisons[0]: a series is compared with itself; "
            "name another series [compared-with-itself]"
        ),
        (
            "baselines[0].comparisons[2]: the series odd is of a calendar year, and this baseline "
            "of a financial year; name series of the same kind of period only [other-periods]"
        ),
    ]


# --- with one another --------------------------------------------------------------------------


@pytest.mark.parametrize("later", ["2015-05", "2015", "2015-05-01", "unknown: lost", "2016"])
def test_a_baseline_may_replace_one_that_was_not_surely_frozen_later(later: str) -> None:
    before = freeze("2015-05-01", id="before")
    assert say([SERIES], before, freeze(later, id="after", replaces="before")) == []


def test_a_baseline_that_replaces_a_later_one_is_refused() -> None:
    before = freeze("2016", id="before")
    assert say([SERIES], before, freeze("2015-05", id="after", replaces="before")) == [
        (
            "baselines[1].replaces: before was frozen later, 2016; "
            "name an earlier one, or check both dates [replaces-a-later-one]"
        )
    ]


def test_a_baseline_that_replaces_itself_or_one_of_another_series_is_refused() -> None:
    other = make(Series, id="others", observations=[])
    before = freeze("2015", id="before", series="others")
    faults = say(
        [SERIES, other],
        before,
        freeze("2016", id="after", replaces="before"),
        freeze("2016", id="itself", replaces="itself"),
    )
    assert faults == [
        (
            "baselines[1].replaces: before is about the series others, not cautioned; "
            "name an earlier baseline of the same series [replaces-another-series]"
        ),
        (
            "baselines[2].replaces: a baseline cannot replace itself; "
            "name the one before, or leave it out [replaces-itself]"
        ),
    ]


# --- what was frozen ---------------------------------------------------------------------------

OTHERWISE: dict[str, Any] = {
    "series": "others",
    "frozen": attrs.evolve(JUDGED, reason="We thought again."),
    "history": [Observation(period=Period.parse("2014/15"), value=53.9)],
    "forecast": [Expected(period=Period.parse("2015/16"), value=54.1)],
    "method": Method.LAST,
    "agreed_by": "the board",
    "scale": Scale.LOG,
    "covariance": [2.0],
    "freedom": 9,
    "widening": [1.5],
    "sampling_variance": 4,
    "scenarios": [make(Scenario)],
    "initiative": "a youth club",
    "replaces": "another",
    "made_with": "obamodel 0.1.0",
}
STILL: dict[str, Any] = {
    "ended": Period.parse("2015/16"),
    "worthwhile": 3,
    "worthwhile_judged": JUDGED,
    "comparisons": ["others"],
    "family": "young people",
    "rivals": ["Fewer police."],
    "note": "See the minutes.",
    "source": "Data group, May 2015",
}


def test_every_part_of_a_baseline_is_either_frozen_or_may_still_change() -> None:
    assert {*OTHERWISE, *STILL, "id"} == set(attrs.fields_dict(Baseline))
    assert set(STILL) == MAY_CHANGE


@pytest.mark.parametrize("part", OTHERWISE)
def test_a_frozen_part_that_is_said_otherwise_is_found(part: str) -> None:
    parts = {part: OTHERWISE[part]}
    if part in ("covariance", "widening"):
        parts = {name: OTHERWISE[name] for name in ("covariance", "widening")}
    changed = attrs.evolve(FIRST, **parts)
    assert find_changed_baselines([FIRST], [changed]) == ("without-the-project",)
    assert list(find_changed_parts([FIRST], [changed])) == [(0, FIRST.id, tuple(parts))]


def test_what_may_still_change_is_no_change() -> None:
    assert find_changed_baselines([FIRST], [attrs.evolve(FIRST, **STILL)]) == ()


def test_the_same_numbers_written_in_another_way_are_no_change() -> None:
    again = attrs.evolve(
        FIRST,
        history=[Observation(period=Period.parse("FYE Mar 2015"), value=54.0)],
        forecast=[Expected(period=Period.parse("FYE Mar 2016"), value=54.0)],
    )
    assert find_changed_baselines([FIRST], [again]) == ()


def test_new_baselines_and_those_that_are_gone_are_no_change() -> None:
    second = attrs.evolve(FIRST, id="second", method=Method.LAST)
    assert find_changed_baselines([FIRST], [second, FIRST]) == ()
    assert find_changed_baselines([FIRST, second], [second]) == ()


def test_each_changed_baseline_is_named_at_its_place_among_the_new() -> None:
    second = attrs.evolve(FIRST, id="second")
    new = [attrs.evolve(second, method=Method.LAST), attrs.evolve(FIRST, scale=Scale.LOG)]
    assert list(find_changed_parts([FIRST, second], new)) == [
        (0, "second", ("method",)),
        (1, "without-the-project", ("scale",)),
    ]

"""What lines cannot be fitted to, and why."""

from typing import Any

import pytest
from attrs import evolve

from obamodel.domain.series import Flag, Observation, Polarity, Series, SeriesKind, Standing
from obamodel.errors import Fault, InvalidError
from obamodel.stats.its import fit_interrupted
from tests.stats.its.sicily import ADMISSIONS, make_rates, make_series


def refuse(series: Series, **how: Any) -> tuple[Fault, ...]:
    with pytest.raises(InvalidError) as refused:
        fit_interrupted(series, **{"starts": "2005-01", **how})
    return refused.value.faults


def yearly(values: list[float | None], **parts: Any) -> Series:
    about: dict[str, Any] = {
        "id": "a",
        "name": "A",
        "kind": SeriesKind.SCORE,
        "unit": "points",
        "polarity": Polarity.HIGH,
        "why_missing": "no survey",
    }
    return Series.from_dict(dict(enumerate(values, start=2001)), **{**about, **parts})


ZIGZAG: list[float | None] = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]


# --- the series --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"standing": Standing.ILLUSTRATIVE}, "not-observed"),
        ({"standing": Standing.SCHEMATIC}, "not-observed"),
        ({"running_total": True}, "running-total"),
    ],
)
def test_what_was_not_observed_or_is_a_running_total_carries_no_lines(
    parts: dict[str, Any], code: str
) -> None:
    assert [fault.code for fault in refuse(make_series(**parts))] == [code]


def test_a_silent_gap_is_refused_by_name() -> None:
    series = make_series()
    gap = evolve(series, observations=[*series.observations[:9], *series.observations[11:]])
    (fault,) = refuse(gap)
    assert fault.code == "silent-gap"
    assert "2002-10, 2002-11" in fault.found


def test_periods_that_share_days_are_refused() -> None:
    texts = [f"{year}-{year + 2}" for year in range(2000, 2012)]
    series = Series.from_dict(
        dict(zip(texts, ZIGZAG, strict=True)),
        pooled=3,
        id="a",
        name="A",
        unit="points",
        kind=SeriesKind.SCORE,
        polarity=Polarity.HIGH,
    )
    (fault,) = refuse(series, starts="2006-2008")
    assert fault.found == "2000-2002 and 2001-2003 share days, so their values move together"


def test_a_break_would_pass_for_a_step_and_is_refused() -> None:
    series = make_series()
    flagged = evolve(series.observations[20], flags=(Flag.BREAK,))
    observations = [*series.observations[:20], flagged, *series.observations[21:]]
    (fault,) = refuse(evolve(series, observations=observations))
    assert (fault.code, fault.path) == ("break", ("observations", 20))
    assert "changed at 2003-09" in fault.found
    # From the break on there is one way of counting.
    later = evolve(series, observations=observations).since("2003-09")
    assert fit_interrupted(later, starts="2005-01").points_before == 16


# --- too few -----------------------------------------------------------------------------


def test_fewer_than_three_values_before_or_since_are_refused_in_words() -> None:
    (fault,) = refuse(yearly(ZIGZAG), starts="2003")
    assert str(fault) == (
        "observations: 2 values before; a line needs 3 at least, and many more to be trusted "
        "[too-few-points]"
    )
    (fault,) = refuse(yearly(ZIGZAG), starts="2011")
    assert fault.found == "2 values since the start"
    (fault,) = refuse(yearly(ZIGZAG), starts="2001")
    assert fault.found == "0 values before"


def test_with_an_end_each_of_three_parts_needs_its_values() -> None:
    faults = refuse(yearly(ZIGZAG), starts="2009", ends="2010")
    assert [fault.found for fault in faults] == [
        "2 values since the start",
        "2 values after the end",
    ]


def test_missing_values_are_not_counted() -> None:
    values = [None if place in (0, 1) else one for place, one in enumerate(ZIGZAG)]
    (fault,) = refuse(yearly(values), starts="2005")
    assert fault.found == "2 values before"


def test_three_more_values_than_numbers_are_wanted() -> None:
    (fault,) = refuse(yearly(ZIGZAG[:6]), starts="2004")
    assert fault.found == "6 values for 4 numbers to be fitted"
    assert fault.mend == "at least 7 are needed; fit less, or wait for more"
    found = fit_interrupted(yearly(ZIGZAG[:7]), starts="2004")
    assert found.points_used == 7
    stepped = fit_interrupted(yearly(ZIGZAG[:6]), starts="2004", slope_change=False)
    assert stepped.slope_change is None


def test_values_on_their_lines_say_nothing_of_how_sure_they_are() -> None:
    exact: list[float | None] = [*range(6), *(20.0 - step for step in range(6))]
    (fault,) = refuse(yearly(exact), starts="2007", method="ols")
    assert fault.code == "no-spread"
    (fault,) = refuse(yearly([7.0] * 12), starts="2007")
    assert fault.code == "no-spread"


def test_a_season_that_the_values_cannot_show_is_refused() -> None:
    # Only one month of each quarter has a value, so waves of 4 a year are never seen to move.
    values = [one if month % 3 == 0 else None for month, one in enumerate(ADMISSIONS)]
    (fault,) = refuse(make_series(values), season=4)
    assert fault.path == ("season",)
    assert "too few times of the year have values" in fault.found


# --- what is asked -----------------------------------------------------------------------


def test_every_wrong_answer_to_what_is_asked_is_named_at_once() -> None:
    faults = refuse(
        make_series(), starts="2011-01", ends="next year", season=7, lags=-1, offset="people"
    )
    assert [fault.path for fault in faults] == [
        ("starts",),
        ("ends",),
        ("season",),
        ("lags",),
        ("offset",),
    ]
    assert str(faults[0]) == (
        "starts: the series has no 2011-01; give one of its periods, from 2002-01 to 2006-11 "
        "[no-such-period]"
    )
    assert faults[2].found == "7 pairs of waves a year, for periods of a month"
    assert faults[2].mend == "6 can be told apart at most"


def test_an_unknown_method_is_answered_with_those_there_are() -> None:
    (fault,) = refuse(make_series(), method="arima")
    assert fault.mend == ('choose "ols", "newey-west", "prais-winsten", "poisson", "quasi-poisson"')


@pytest.mark.parametrize("season", [-1, 1.0, True, None])
def test_a_season_is_a_whole_number(season: Any) -> None:
    (fault,) = refuse(make_series(), season=season)
    assert fault.code == "bad-season"


def test_a_year_has_no_season() -> None:
    (fault,) = refuse(yearly(ZIGZAG), starts="2006", season=1)
    assert fault.found == "1 pair of waves a year, for periods of a year"


def test_an_end_before_the_start_is_refused() -> None:
    (fault,) = refuse(make_series(), ends="2004-06")
    assert fault.found == "the end, 2004-06, is before the start, 2005-01"


def test_what_a_method_has_no_use_for_is_not_passed_over() -> None:
    faults = refuse(make_series(), method="ols", lags=2, small_sample=False, offset="denominators")
    assert [(fault.code, fault.path) for fault in faults] == [
        ("of-no-use", ("lags",)),
        ("of-no-use", ("small_sample",)),
        ("of-no-use", ("offset",)),
    ]


# --- counts ------------------------------------------------------------------------------


def test_scores_and_means_are_not_counts() -> None:
    (fault,) = refuse(yearly(ZIGZAG), starts="2006", method="poisson")
    assert fault.found == "poisson is for counts of events, and this is a score"


def test_a_rate_is_not_taken_for_a_count() -> None:
    (fault,) = refuse(make_rates(), method="quasi-poisson")
    assert fault.path == ("offset",)
    assert fault.mend == 'say offset="denominators" to fit its numerators out of its denominators'


def test_each_missing_numerator_and_denominator_is_named() -> None:
    rates = make_rates()
    changed = list(rates.observations)
    changed[3] = Observation(period=changed[3].period, value=changed[3].value)
    faults = refuse(evolve(rates, observations=changed), method="poisson", offset="denominators")
    assert [fault.found for fault in faults] == [
        "2002-04 has a value and no numerator",
        "2002-04 has a value and no denominator",
    ]


def test_events_are_whole() -> None:
    rates = make_rates()
    changed = list(rates.observations)
    people = changed[3].denominator
    assert people is not None
    changed[3] = evolve(changed[3], numerator=734.5, value=734.5 / people * 100_000)
    (fault,) = refuse(evolve(rates, observations=changed), method="poisson", offset="denominators")
    assert fault.path == ("observations", 3, "numerator")
    assert fault.found == "found 734.5 in 2002-04"


def test_a_part_with_hardly_any_event_has_no_ratio() -> None:
    counts = make_series([3.0, 4, 2, 5, 3, 4, 0, 0, 0, 1, 0, 0])
    (fault,) = refuse(counts, starts="2002-07", method="poisson")
    assert fault.found == "1 period with any event since the start"
    # Two will do, however wide the interval.
    more = make_series([3.0, 4, 2, 5, 3, 4, 0, 0, 1, 1, 0, 0])
    assert fit_interrupted(more, starts="2002-07", method="poisson").level_change.upper > 1

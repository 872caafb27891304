"""Sums that run on: since the year began, and over the last months."""

from collections.abc import Callable

import pandas as pd
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.series import Flag, Series, SeriesKind
from obamodel.errors import InvalidError
from obamodel.stats.groups import sum_moving, sum_year_to_date
from tests.stats.groups.building import MEAN, RATE, SCORE, SHARE, months, see

few = st.lists(st.integers(0, 200), min_size=2, max_size=40)


def rate() -> dict[str, object]:
    return {name: value for name, value in RATE.items() if name != "counted"}


def test_counts_add_since_the_year_began() -> None:
    calls = see(dict(zip(months(2014, 6, 2), [1, 2, 3, 4, 5, 6], strict=True)))
    # February and March belong to a year whose beginning is not there.
    found = sum_year_to_date(calls, "financial")
    assert list(found.values) == [None, None, 3, 7, 12, 18]
    assert found.observations[0].missing == "nothing is said of the year before February 2014"
    assert sum_year_to_date(calls, "from February").values == (1, 3, 6, 10, 15, 21)


def test_a_year_so_far_begins_anew_with_each_year() -> None:
    calls = see(dict(zip(months(2014, 14), range(1, 15), strict=True)))
    found = sum_year_to_date(calls, "calendar").values
    assert found[10:] == (66, 78, 13, 27)


def test_quarters_add_up_to_years_of_their_own_calendar() -> None:
    quarters = [f"{year} Q{quarter}" for year in ("2013/14", "2014/15") for quarter in range(1, 5)]
    calls = see(dict(zip(quarters, [1, 2, 3, 4, 10, 20, 30, 40], strict=True)))
    assert sum_year_to_date(calls, "financial").values == (1, 3, 6, 10, 10, 30, 60, 100)


def test_a_share_so_far_is_worked_out_from_all_numerators_and_denominators() -> None:
    # 9 of 20, then 39 of 220: not the average of 45% and 15%.
    found = sum_year_to_date(see({"2014-01": (9, 20), "2014-02": (30, 200)}, **SHARE), "calendar")
    assert list(found.values) == [45.0, 3900 / 220]
    assert (found.numerators, found.denominators) == ((9, 39), (20, 220))
    assert "somebody who is in two periods is in it twice" in found.note


def test_rates_and_means_are_weighed_by_their_denominators() -> None:
    monthly = see({"2014-01": (3, 400), "2014-02": (1, 600)}, **rate())
    assert sum_year_to_date(monthly, "calendar").values == (7.5, 4.0)
    means = see({"2014-01": (40, 10), "2014-02": (50, 20)}, **MEAN)
    assert sum_moving(means, 2).values == (3.0,)


def test_a_missing_month_makes_the_sum_missing_with_the_reason() -> None:
    calls = see({"2014-01": 1, "2014-02": None, "2014-03": 3, "2015-01": 4, "2015-02": 5})
    found = sum_year_to_date(calls, "calendar")
    assert found.at("2014-01").value == 1
    told = "a value it should hold is missing (February 2014: nobody counted)"
    assert found.at("2014-02").missing == told
    assert found.at("2014-03").missing == told
    # What nothing was said of is missing as well, and never taken for nought.
    assert "April 2014: nothing is said of it" in found.at("2014-04").missing
    assert found.at("2015-02").value == 9


def test_many_missing_months_are_numbered() -> None:
    calls = see(dict.fromkeys(months(2014, 6)) | {"2014-07": 3})
    assert sum_moving(calls, 7).observations[0].missing == (
        "a value it should hold is missing (January 2014: nobody counted; February 2014: nobody "
        "counted; March 2014: nobody counted; and 3 more)"
    )


def test_nothing_is_added_across_a_break() -> None:
    calls = see(dict(zip(months(2014, 15), range(1, 16), strict=True)))
    seen = list(calls.observations)
    seen[3] = evolve(seen[3], flags=(Flag.BREAK,), note="a new form")
    broken = evolve(calls, observations=seen)
    found = sum_year_to_date(broken, "calendar")
    assert list(found.values) == [1, 3, 6, *[None] * 9, 13, 27, 42]
    assert found.observations[3].missing == (
        "something new begins with April 2014, which does not add to what came before"
    )
    # The first sum there is after it begins something new as well, and only that one.
    assert found.breaks == (found.periods[12],)
    assert sum_moving(broken, 2).values[:5] == (3, 5, None, 9, 11)
    assert [str(one) for one in sum_moving(broken, 2).breaks] == ["2014-05"]


def test_what_a_source_says_of_a_value_is_said_of_the_sum() -> None:
    calls = see({"2014-01": 1, "2014-02": 2, "2014-03": 3})
    seen = list(calls.observations)
    seen[1] = evolve(seen[1], flags=(Flag.PROVISIONAL,))
    found = sum_moving(evolve(calls, observations=seen), 2)
    assert [one.flags for one in found.observations] == [(Flag.PROVISIONAL,)] * 2


def test_no_verdict_is_asked_of_a_sum_that_runs_on() -> None:
    calls = see(dict(zip(months(2014, 6), range(6), strict=True)))
    for found in (sum_year_to_date(calls, "calendar"), sum_moving(calls, 3)):
        with pytest.raises(InvalidError, match="running-total"):
            found.refuse_statistics("a baseline")


def test_the_sums_are_named_after_the_series_and_say_how_they_were_made() -> None:
    calls = see(dict(zip(months(2014, 3), range(3), strict=True)), note="From the log.")
    year, moving = sum_year_to_date(calls, "financial"), sum_moving(calls, 3)
    assert (year.id, year.name) == ("calls-year-to-date", "Calls, this year so far")
    assert (moving.id, moving.name) == ("calls-over-3-months", "Calls, the last 3 months together")
    assert year.note == (
        "From the log. Each value is for the year so far (financial year). "
        "Counts are added: somebody counted in two periods is in the sum twice."
    )


def add_up_year(series: Series) -> Series:
    return sum_year_to_date(series, "calendar")


def add_up_two(series: Series) -> Series:
    return sum_moving(series, 2)


@pytest.mark.parametrize("add", [add_up_year, add_up_two])
def test_scores_and_bare_percentages_are_refused_by_their_months(
    add: Callable[[Series], Series],
) -> None:
    with pytest.raises(InvalidError, match=r"observations\[0\]: .*medians and scores have no sum"):
        add(see({"2014-01": 3, "2014-02": 4}, **SCORE))
    with pytest.raises(InvalidError) as caught:
        add(see({"2014-01": 45, "2014-02": (30, 200), "2014-03": 12}, **SHARE))
    assert [fault.path for fault in caught.value.faults] == [
        ("observations", 0),
        ("observations", 2),
    ]
    assert "average of percentages" in str(caught.value)


def test_what_would_count_the_same_twice_is_refused() -> None:
    calls = see({"2014-01": 1, "2014-02": 2}, running_total=True)
    with pytest.raises(InvalidError, match="it is a running total already"):
        sum_moving(calls, 2)
    rolling = Series.from_dict(
        {"2009-2011": 5, "2010-2012": 6}, id="x", name="x", kind=SeriesKind.COUNT, unit="x",
        polarity=calls.polarity, calendar="calendar", pooled=3,
    )  # fmt: skip
    with pytest.raises(InvalidError, match="share days, so that adding them would count"):
        sum_moving(rolling, 2)


def test_periods_that_do_not_make_up_years_are_refused() -> None:
    with pytest.raises(
        InvalidError, match="each of its periods is a whole year already: a financial year"
    ):
        sum_year_to_date(see({"2013/14": 1, "2014/15": 2}), "financial")
    with pytest.raises(InvalidError, match=r"2014-04 lies in two years of this calendar"):
        sum_year_to_date(see({"2014-03": 1, "2014-04": 2}), "from 6 April")
    with pytest.raises(InvalidError, match="nothing is observed yet"):
        sum_year_to_date(see({}), "financial")


@pytest.mark.parametrize("periods", [1, 0, 2.5, True])
def test_a_moving_sum_needs_two_periods_or_more(periods: int) -> None:
    with pytest.raises(InvalidError, match="say how many periods to add up: 2 or more"):
        sum_moving(see({"2014-01": 1, "2014-02": 2}), periods)


def test_a_moving_sum_longer_than_the_series_is_refused() -> None:
    with pytest.raises(InvalidError, match="it has 2 periods, and 3 are to be added up"):
        sum_moving(see({"2014-01": 1, "2014-02": 2}), 3)


@given(few, st.integers(2, 12))
def test_a_moving_sum_is_that_of_pandas(values: list[int], periods: int) -> None:
    periods = min(periods, len(values))
    calls = see(dict(zip(months(2014, len(values)), values, strict=True)))
    expected = pd.Series(values).rolling(periods).sum().dropna()
    assert sum_moving(calls, periods).values == tuple(expected.astype(int))


@given(few, st.integers(1, 12))
def test_a_year_to_date_in_the_last_month_is_the_sum_of_the_year(
    values: list[int], begin: int
) -> None:
    named = months(2014, len(values), begin)
    calls = see(dict(zip(named, values, strict=True)))
    start = pd.Timestamp(2014, begin, 1)
    name = "calendar" if begin == 1 else f"from {start.month_name()}"
    found = sum_year_to_date(calls, name).values
    frame = pd.Series(values).groupby([place // 12 for place in range(len(values))])
    assert found == tuple(frame.cumsum())
    assert [found[place] for place in range(11, len(values), 12)] == [
        sum(values[place - 11 : place + 1]) for place in range(11, len(values), 12)
    ]


@given(
    st.lists(st.integers(1, 50).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
             min_size=2, max_size=15)
)  # fmt: skip
def test_a_share_over_months_lies_between_the_lowest_and_the_highest(
    shares: list[tuple[int, int]],
) -> None:
    monthly = see(dict(zip(months(2014, len(shares)), shares, strict=True)), **SHARE)
    (found,) = sum_moving(monthly, len(shares)).values
    values = [100 * number / out_of for number, out_of in shares]
    assert found is not None
    assert min(values) - 1e-9 <= found <= max(values) + 1e-9


@given(few, st.data())
def test_a_gap_never_lowers_a_sum(values: list[int], data: st.DataObject) -> None:
    named = months(2014, len(values))
    gone = data.draw(st.sets(st.integers(0, len(values) - 2), max_size=5))
    kept = {name: value for place, (name, value) in enumerate(zip(named, values, strict=True))
            if place not in gone}  # fmt: skip
    whole = sum_year_to_date(see(dict(zip(named, values, strict=True))), "calendar")
    expected = dict(zip(whole.periods, whole.values, strict=True))
    for one in sum_year_to_date(see(kept), "calendar").observations:
        assert one.value is None or one.value == expected[one.period]

"""What adds up over time, and what stops it."""

from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, Observation, SeriesKind
from obamodel.stats.groups.over_time import (
    add_observations,
    find_what_stops_adding,
    mark_breaks,
    name_after,
    say_how_added,
)
from tests.stats.groups.building import SHARE, see

MAY = Period.parse("2014-05")


def test_a_sum_is_missing_for_a_reason_known_before() -> None:
    calls = see({"2014-05": 3})
    found = add_observations(calls, calls.observations, MAY, "the year began before")
    assert (found.value, found.missing) == (None, "the year began before")


def test_nothing_out_of_nobody_is_missing_and_not_nought() -> None:
    # A series takes no denominator of nought, so this can only come from what is added.
    shares = see({"2014-05": (0, 1)}, **SHARE)
    assert add_observations(shares, shares.observations, MAY).value == 0


def test_a_break_is_carried_to_the_first_sum_there_is() -> None:
    new = [Observation(period=MAY.shift(step), value=1) for step in range(4)]
    new[1] = Observation(period=MAY.shift(1), value=1, flags=(Flag.BREAK,))
    sums = [
        Observation(period=MAY, value=1),
        Observation(period=MAY.shift(1), missing="a break"),
        Observation(period=MAY.shift(2), value=2),
        Observation(period=MAY.shift(3), value=3),
    ]
    marked = mark_breaks(sums, [[one] for one in new])
    assert [Flag.BREAK in one.flags for one in marked] == [False, False, True, False]


def test_everything_that_stops_adding_is_named_at_once() -> None:
    shares = see({"2014-05": 40, "2014-06": 30}, running_total=True, **SHARE)
    codes = [fault.code for fault in find_what_stops_adding(shares)]
    assert codes == ["running-total", "average-of-percentages", "average-of-percentages"]
    assert [fault.code for fault in find_what_stops_adding(see({}))] == ["nothing-observed"]


def test_a_value_that_is_missing_stops_nothing_by_itself() -> None:
    assert list(find_what_stops_adding(see({"2014-05": None, "2014-06": (3, 9)}, **SHARE))) == []


def test_a_long_name_is_cut_to_what_is_allowed() -> None:
    assert name_after("calls", "pooled") == "calls-pooled"
    long = name_after("a" * 72 + "-b-cdefg", "pooled")
    assert long == "a" * 72 + "-pooled"


def test_it_is_said_for_each_kind_that_adds_how_it_does() -> None:
    said = {kind: say_how_added(kind) for kind in SeriesKind if kind is not SeriesKind.SCORE}
    assert len(set(said.values())) == 4
    assert all(one.endswith(".") for one in said.values())

"""Do periods stand in the order of time, and are as many named as fit?"""

from itertools import pairwise

import pytest

from obamodel.domain.periods import Period
from obamodel.errors import InvalidError
from obamodel.plots.timeline import Timeline, find_ends

NUMBERS = {"2014/15": 11, "2011": 14, "2006-01": 197, "2006 Q1": 40, "2020-01-01": 900}


def make(first: str, number: int, width: float = 300) -> Timeline:
    start = Period.parse(first)
    return Timeline(first=start, last=start.shift(number - 1), left=50, right=50 + width)


@pytest.mark.parametrize("width", [80, 150, 320])
@pytest.mark.parametrize(("first", "number"), NUMBERS.items())
def test_names_stand_apart_and_within_the_picture(first: str, number: int, width: float) -> None:
    timeline = make(first, number, width)
    named = list(timeline.name_periods())
    ends = [(start, start + text.width) for start, text in named]
    assert named[0][1].lines == (first,)
    assert all(end + 7 < start for (_, end), (start, _) in pairwise(ends))
    assert ends[0][0] >= 50 - 14
    assert ends[-1][1] <= 50 + width + timeline.spare


def test_there_are_as_many_names_as_fit() -> None:
    assert [text.lines[0] for _, text in make("2014/15", 5, 300).name_periods()] == [
        "2014/15",
        "2015/16",
        "2016/17",
        "2017/18",
        "2018/19",
    ]
    # Months are named a whole number of years apart, and not 7 or 10 months.
    named = [text.lines[0] for _, text in make("2006-01", 197).name_periods()]
    assert len(named) >= 3
    assert all(name.endswith("-01") for name in named)


def test_later_periods_stand_further_to_the_right_at_even_steps() -> None:
    timeline = make("2014/15", 11)
    first = timeline.first
    places = [timeline.find_place(first.shift(step)) for step in range(11)]
    assert places == sorted(places)
    assert places[1] - places[0] == pytest.approx(timeline.step)
    assert (places[0], places[-1]) == pytest.approx((59, 341))
    assert timeline.find_place(first, later=0.5) == pytest.approx(places[0] + timeline.step / 2)


def test_one_period_stands_in_the_middle() -> None:
    timeline = make("2014/15", 1)
    assert timeline.find_place(timeline.first) == 200
    assert len(list(timeline.name_periods())) == 1


def test_the_ends_are_found_in_any_order() -> None:
    years = [Period.parse(year) for year in ("2012", "2010", "2015")]
    assert find_ends(years, "it") == (years[1], years[2])


def test_periods_of_two_kinds_are_refused_by_name() -> None:
    with pytest.raises(InvalidError, match="2014 and 2014/15 are not periods of one kind"):
        find_ends([Period.parse("2014"), Period.parse("2014/15")], "it")


def test_nothing_to_stand_side_by_side_is_refused() -> None:
    with pytest.raises(InvalidError, match="it has no period"):
        find_ends([], "it")

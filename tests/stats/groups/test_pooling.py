"""Years and parts are taken together without losing or gaining anybody."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.breakdowns import Part, PartState
from obamodel.domain.series import Flag
from obamodel.errors import InvalidError
from obamodel.stats.groups import combine_parts, pool_parts, pool_years
from tests.stats.groups.building import (
    MEAN,
    OVERLAPPING,
    ROMA,
    SCORE,
    SHARE,
    WITHHELD,
    build,
    count,
    fraction,
    pairs,
    see,
)

YEARS = ("2009/10", "2010/11", "2011/12", "2012/13", "2013/14")


# --- years -------------------------------------------------------------------------------


def test_years_are_taken_together_once_each_from_the_latest_backwards() -> None:
    found = pool_years(see(dict(zip(YEARS, [1, 2, 3, 4, 5], strict=True))), 2)
    assert list(found.values) == [5, 9]
    assert [one.in_words() for one in found.periods] == [
        "2010/11 to 2011/12",
        "2012/13 to 2013/14",
    ]
    assert found.id == "calls-2-years"
    assert found.note.endswith("2009/10 is left out.")
    # Nobody is in two of them, so a verdict may be asked.
    assert found.overlaps == ()
    found.refuse_statistics("a baseline")


def test_years_that_roll_on_share_years_and_are_known_to() -> None:
    found = pool_years(see(dict(zip(YEARS, [1, 2, 3, 4, 5], strict=True))), 3, rolling=True)
    assert list(found.values) == [6, 9, 12]
    assert len(found.overlaps) == 2


def test_shares_of_several_years_are_worked_out_again() -> None:
    shares = see({"2009/10": (9, 20), "2010/11": (30, 200)}, **SHARE)
    found = pool_years(shares, 2)
    assert list(found.values) == [3900 / 220]
    assert (found.numerators, found.denominators) == ((39,), (220,))


def test_a_missing_year_makes_its_lot_missing_with_the_reason() -> None:
    calls = see({"2009/10": 1, "2010/11": 2, "2012/13": 4})
    found = pool_years(calls, 2)
    assert list(found.values) == [3, None]
    assert "2011/12: nothing is said of it" in found.observations[1].missing


def test_a_break_within_a_lot_makes_it_missing_and_marks_the_next() -> None:
    calls = see(dict(zip(YEARS[1:], [2, 3, 4, 5], strict=True)))
    seen = list(calls.observations)
    seen[1] = evolve(seen[1], flags=(Flag.BREAK,), note="a new form")
    found = pool_years(evolve(calls, observations=seen), 2)
    assert list(found.values) == [None, 9]
    assert found.breaks == (found.periods[1],)
    rolling = pool_years(evolve(calls, observations=seen), 2, rolling=True)
    assert list(rolling.values) == [None, 7, 9]
    assert rolling.breaks == (rolling.periods[1],)


def test_what_are_no_years_or_too_few_is_refused() -> None:
    with pytest.raises(InvalidError, match="each of its periods is a month, and no single year"):
        pool_years(see({"2014-01": 1, "2014-02": 2}), 2)
    with pytest.raises(InvalidError, match="it has 1 year, and 2 are to be taken together"):
        pool_years(see({"2009/10": 1}), 2)
    with pytest.raises(InvalidError, match="say how many years to take together: 2 or more"):
        pool_years(see({"2009/10": 1, "2010/11": 1}), 1)
    with pytest.raises(InvalidError, match="medians and scores have no sum"):
        pool_years(see({"2009/10": 1, "2010/11": 1}, **SCORE), 2)
    pooled = pool_years(see(dict(zip(YEARS, range(5), strict=True))), 2)
    with pytest.raises(InvalidError, match="is 2 financial years together, and no single year"):
        pool_years(pooled, 2)


@given(st.lists(st.integers(0, 99), min_size=1, max_size=6), st.integers(2, 4))
def test_whole_lots_of_years_leave_the_total(each: list[int], years: int) -> None:
    values = each * years
    named = [f"{2000 + place}" for place in range(len(values))]
    calls = see(dict(zip(named, values, strict=True)), frequency="year", calendar="calendar")
    found = pool_years(calls, years).values
    assert len(found) == len(each)
    assert sum(value or 0 for value in found) == sum(values)


# --- parts -------------------------------------------------------------------------------


def test_parts_are_pooled_where_the_first_of_them_stood() -> None:
    found = pool_parts(count(12, 5, 3, 2), {"small": ["b", "d"], "c too": ["c"]})
    assert [str(part) for part in found.parts] == ["a: 12", "small: 7", "c too: 3"]
    assert found.id == "who-came-pooled"
    assert found.note == "Taken together: small is b and d; c too is c."


def test_pooled_numbers_are_not_said_to_be_public() -> None:
    breakdown = count(12, 5, published="Annual report, page 3")
    assert pool_parts(breakdown, {"all": ["a", "b"]}).published == ""


def test_shares_and_means_are_worked_out_again() -> None:
    (share,) = pool_parts(fraction((9, 20), (30, 200)), {"all": ["a", "b"]}).parts
    assert (share.number, share.out_of, share.value) == (39, 220, None)
    parts = [Part(name="a", value=4, out_of=10), Part(name="b", value=2.5, out_of=20)]
    (mean,) = pool_parts(build(parts, **MEAN), {"all": ["a", "b"]}).parts
    assert (mean.number, mean.out_of, mean.value) == (None, 30, 3.0)


def test_a_pool_with_a_part_without_a_number_has_none_and_says_why() -> None:
    found = pool_parts(count(12, more=[ROMA]), {"all": ["a", "Roma"]}).parts[0]
    assert found.state is PartState.REACHED
    assert found.reason == "Roma is reached, not counted: nobody kept a list"
    both = pool_parts(count(12, more=[ROMA, WITHHELD]), {"both": ["Roma", "Tilbury"]}).parts[1]
    assert both.state is PartState.UNKNOWN
    assert both.reason == (
        "Roma is reached, not counted: nobody kept a list; "
        "Tilbury is present, number withheld: a small group"
    )


def test_everything_wrong_with_pools_is_told_at_once() -> None:
    with pytest.raises(InvalidError) as caught:
        pool_parts(
            count(12, 5, 3, **OVERLAPPING),
            {"c": ["a", "z"], "twice": ["a"], " ": [], "none": []},
        )
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        (("overlap",), "counted-twice"),
        (("c",), "named-twice"),
        (("c", 1), "unknown-part"),
        (("twice", 0), "counted-twice"),
        ((" ",), "blank"),
        ((" ",), "no-parts"),
        (("none",), "no-parts"),
    ]
    with pytest.raises(InvalidError, match='name new parts and what they take together, of: "a"'):
        pool_parts(count(12), {})


def test_percentages_and_scores_are_not_pooled() -> None:
    bare = [Part(name="a", value=40), Part(name="b", value=30)]
    with pytest.raises(InvalidError, match="an average of percentages would count"):
        pool_parts(build(bare, **SHARE), {"both": ["a", "b"]})
    with pytest.raises(InvalidError, match="medians and scores have no sum"):
        pool_parts(build(bare, **SCORE), {"both": ["a", "b"]})
    # What is not pooled need not add up.
    mixed = [*bare, Part(name="c", number=1, out_of=2), Part(name="d", number=1, out_of=4)]
    assert len(pool_parts(build(mixed, **SHARE), {"cd": ["c", "d"]}).parts) == 3


@given(pairs, st.data())
def test_pooling_leaves_the_total(given_pairs: list[tuple[int, int]], data: st.DataObject) -> None:
    breakdown = fraction(*given_pairs)
    names = [part.name for part in breakdown.parts]
    asked = data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    pooled = pool_parts(breakdown, {"pool": asked})
    assert len(pooled.parts) == len(names) - len(asked) + 1
    before, after = combine_parts(breakdown), combine_parts(pooled)
    assert (before.number, before.out_of) == (after.number, after.out_of)
    assert before.value == pytest.approx(after.value)

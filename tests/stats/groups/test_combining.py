"""Parts are combined as far as that kind of number can be, and no further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.breakdowns import Overlap, Part
from obamodel.errors import InvalidError
from obamodel.stats.groups import combine_parts
from tests.stats.groups.building import (
    MEAN,
    OVERLAPPING,
    RATE,
    ROMA,
    SCORE,
    SHARE,
    WITHHELD,
    build,
    count,
    fraction,
    numbers,
    pairs,
)

# Admissions to the University of California, Berkeley, in 1973, as R's UCBAdmissions has them
# (Bickel, Hammel and O'Connell 1975): admitted and applied, by department A to F.
MEN = ((512, 825), (353, 560), (120, 325), (138, 417), (53, 191), (22, 373))
WOMEN = ((89, 108), (17, 25), (202, 593), (131, 375), (94, 393), (24, 341))


def test_recombined_shares_are_those_of_berkeley_and_no_average_of_percentages() -> None:
    men, women = combine_parts(fraction(*MEN)), combine_parts(fraction(*WOMEN))
    assert (men.number, men.out_of) == (1198, 2691)
    assert (women.number, women.out_of) == (557, 1835)
    # R: prop.table(apply(UCBAdmissions, c(1, 2), sum), 2)
    assert men.value == pytest.approx(44.51876626, abs=1e-8)
    assert women.value == pytest.approx(30.35422343, abs=1e-8)
    # The averages of the departments' percentages say the opposite of what happened.
    averages = [sum(100 * x / n for x, n in group) / 6 for group in (MEN, WOMEN)]
    assert averages[0] < averages[1]


def test_counts_of_parts_that_exclude_each_other_add() -> None:
    found = combine_parts(count(12, 5, 3), ["a", "c"])
    assert (found.value, found.lowest, found.highest) == (15, 15, 15)
    assert str(found) == "a and c together: 15 people who came."


def test_overlapping_counts_lie_between_the_largest_and_the_sum_or_the_whole() -> None:
    found = combine_parts(count(12, 5, **OVERLAPPING))
    assert (found.value, found.lowest, found.highest) == (None, 12, 17)
    assert str(found) == (
        "a and b together: between 12 and 17 people who came, because one can be in more than "
        "one of them."
    )
    assert combine_parts(count(12, 5, whole=15, complete=False, **OVERLAPPING)).highest == 15


def test_overlapping_parts_that_are_all_there_are_hold_everybody_who_said() -> None:
    found = combine_parts(count(12, 5, whole=16, not_stated=1, **OVERLAPPING))
    assert found.value == 15
    # Of 15 who said, at most 4 are in c; so 11 at least are in a or b.
    three = count(9, 5, 4, whole=16, not_stated=1, **OVERLAPPING)
    some = combine_parts(three, ["a", "b"])
    assert (some.lowest, some.highest) == (11, 14)


def test_a_part_that_was_not_counted_makes_the_sum_a_lower_bound_that_says_so() -> None:
    found = combine_parts(count(12, 5, more=[ROMA]))
    assert found.is_lower_bound
    assert (found.value, found.lowest, found.highest) == (None, 17, None)
    assert str(found) == (
        "a, b and Roma together: at least 17 people who came. "
        "Roma (reached, not counted) has no number, so there may be more."
    )
    assert found.caveats == ("Roma is in no sum: reached, not counted (nobody kept a list).",)


def test_what_the_whole_leaves_bounds_a_part_that_was_not_counted() -> None:
    found = combine_parts(count(12, 5, more=[ROMA], whole=21, not_stated=1))
    assert (found.lowest, found.highest) == (17, 20)
    full = combine_parts(count(12, 5, more=[ROMA], whole=17))
    assert full.value == 17
    assert not full.is_lower_bound
    assert "nothing of the whole is left for it" in str(full)


def test_what_the_whole_leaves_for_a_withheld_part_is_not_said() -> None:
    for overlap in Overlap:
        whole = count(12, 5, more=[WITHHELD], whole=20, not_stated=0, overlap=overlap)
        found = combine_parts(whole)
        assert found.highest is None
        assert "20" not in f"{found}{found.caveats}{found.to_frame().to_csv()}"
    # Nor by way of what is certainly in the others.
    hidden = count(12, 5, more=[WITHHELD], whole=20, not_stated=0, **OVERLAPPING)
    assert combine_parts(hidden, ["a", "Tilbury"]).lowest == 12


def test_nothing_counted_is_an_answer_and_not_nought() -> None:
    found = combine_parts(build([ROMA]))
    assert (found.value, found.lowest) == (None, None)
    assert "Roma: not known: none of them was counted." in str(found)
    share = combine_parts(build([ROMA], **SHARE))
    assert (share.value, share.number) == (None, None)
    assert "Roma: not known." in str(share)


def test_a_share_leaves_out_what_was_not_counted_and_says_so() -> None:
    found = combine_parts(fraction((9, 20), (30, 200), more=[ROMA]))
    assert str(found) == (
        "a, b and Roma together: 39 of 220, 17.7%. "
        "Roma (reached, not counted) has no number, and is not in it."
    )


def test_means_are_weighed_by_over_how_many_they_are() -> None:
    parts = [Part(name="a", value=4, out_of=10), Part(name="b", value=2.5, out_of=20)]
    found = combine_parts(build(parts, **MEAN))
    assert found.value == pytest.approx(3.0)
    assert str(found) == "a and b together: 3 over 30."
    assert any("about right" in caveat for caveat in found.caveats)


def test_an_average_of_percentages_is_refused_by_name_and_place() -> None:
    parts = [Part(name="Essex", value=40), Part(name="Kent", number=3, out_of=10)]
    with pytest.raises(InvalidError) as caught:
        combine_parts(build(parts, **SHARE))
    assert str(caught.value) == (
        "a combination of parts of who-came: 1 problem to mend\n"
        '  parts[0]: "Essex" is 40, and nothing says how many out of how many that is: '
        "an average of percentages would count a group of ten as much as one of a thousand; "
        "give the number and what it is out of for each; both are added up, and one divided "
        "by the other [average-of-percentages]"
    )
    # What is asked for is what must have its numbers.
    assert combine_parts(build(parts, **SHARE), ["Kent"]).value == 30


def test_scores_and_medians_are_not_combined() -> None:
    parts = [Part(name="Essex", value=3, out_of=10), Part(name="Kent", value=4, out_of=12)]
    with pytest.raises(InvalidError, match="medians and scores have no sum"):
        combine_parts(build(parts, **SCORE))


def test_overlapping_shares_are_not_combined_because_some_would_count_twice() -> None:
    with pytest.raises(InvalidError) as caught:
        combine_parts(fraction((9, 20), (30, 200), **OVERLAPPING))
    assert [str(fault) for fault in caught.value.faults] == [
        (
            "overlap: one can be in more than one part, and nobody knows for how many the share "
            "would count twice; use the number of the whole, or break it down so that each is in "
            "one part only [counted-twice]"
        )
    ]
    assert combine_parts(fraction((9, 20), (30, 200), **OVERLAPPING), ["a"]).value == 45


def test_an_unknown_part_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidError, match=r'\[1\]: found "z"; name some of: "a", "b"'):
        combine_parts(count(1, 2), ["a", "z"])
    with pytest.raises(InvalidError, match="no part is named"):
        combine_parts(count(1, 2), [])


@given(numbers)
def test_the_order_of_parts_does_not_matter(given_numbers: list[int]) -> None:
    breakdown = count(*given_numbers)
    turned = build(breakdown.parts[::-1])
    assert combine_parts(breakdown).value == combine_parts(turned).value == sum(given_numbers)


@given(pairs)
def test_a_recombined_share_lies_between_the_lowest_and_the_highest(
    given_pairs: list[tuple[int, int]],
) -> None:
    for about in (SHARE, RATE):
        breakdown = fraction(*given_pairs, **about)
        found = combine_parts(breakdown).value
        values = [breakdown.value_of(part) or 0.0 for part in breakdown.parts]
        assert found is not None
        assert min(values) - 1e-9 <= found <= max(values) + 1e-9


@given(
    st.lists(st.sets(st.sampled_from("abc"), min_size=1), min_size=1, max_size=30),
    st.integers(0, 5),
    st.sets(st.sampled_from("abc"), min_size=1),
    st.booleans(),
)
def test_people_who_are_in_several_parts_are_always_within_the_bounds(
    people: list[set[str]], silent: int, asked: set[str], says_whole: bool
) -> None:
    # Each person is a set of the parts they are in, so that the truth is known.
    truth = sum(bool(person & asked) for person in people)
    sizes = [sum(name in person for person in people) for name in "abc"]
    whole = len(people) + silent if says_whole else None
    breakdown = count(*sizes, whole=whole, not_stated=silent, **OVERLAPPING)
    found = combine_parts(breakdown, sorted(asked))
    assert found.lowest is not None
    assert found.highest is not None
    assert found.lowest <= truth <= found.highest

"""What parts add up to, and what they imply of their whole."""

from obamodel.domain.breakdowns import Part
from obamodel.stats.groups.sums import imply_whole, list_sums
from tests.stats.groups.building import (
    MEAN,
    OVERLAPPING,
    RATE,
    ROMA,
    SCORE,
    build,
    count,
    fraction,
)


def test_a_count_has_one_sum_and_a_fraction_two() -> None:
    (one,) = list_sums(count(12, 5, whole=20, not_stated=1))
    assert (one.field, one.total, one.left) == ("number", 17, 2)
    both = list(list_sums(fraction((9, 20), (3, 10), whole=14, whole_out_of=33, not_stated=1)))
    assert [(one.field, one.total, one.left, one.room) for one in both] == [
        ("number", 12, 2, 1),
        ("out_of", 30, 2, 0),
    ]


def test_how_many_events_those_who_did_not_say_had_has_no_limit() -> None:
    number, _ = list_sums(fraction((9, 20), whole=14, not_stated=1, **RATE))
    assert number.room is None


def test_scores_and_bare_means_have_no_sum_but_of_over_how_many_they_are() -> None:
    parts = [Part(name="a", value=3, out_of=10), Part(name="b", value=4, out_of=12)]
    for about in (SCORE, MEAN):
        (only,) = list_sums(build(parts, **about))
        assert (only.field, only.total) == ("out_of", 22)
    assert list(list_sums(build([Part(name="a", value=3)], **SCORE))) == []


def test_a_part_without_a_number_is_what_a_sum_is_without() -> None:
    (one,) = list_sums(count(12, more=[ROMA]))
    assert one.without == (ROMA,)


def test_a_whole_is_implied_as_far_as_the_parts_say() -> None:
    for breakdown, span in (
        (count(12, 5, whole=20), (20, 20)),
        (count(12, 5), (17, 17)),
        (count(12, 5, not_stated=2), (19, 19)),
        (count(12, 5, complete=False), (17, float("inf"))),
        (count(12, 5, more=[ROMA]), (17, float("inf"))),
        (count(12, 5, not_stated=2, **OVERLAPPING), (14, 19)),
        (count(10, 5, whole=15, rounded_to=5), (12.5, 17.5)),
        (count(10, 5, rounded_to=5), (5, 25)),
    ):
        (one,) = list_sums(breakdown)
        assert imply_whole(breakdown, one) == span

"""What follows from pairs, held against every order that keeps to them."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from obamodel.stats.priorities.ordering import Pair, find_order

NAMES = "abcde"
PAIRS = list(itertools.permutations(NAMES, 2))


def list_orders(pairs: set[Pair]) -> list[tuple[str, ...]]:
    """List every order of the names that keeps to all pairs: the slow and certain way."""
    return [
        order
        for order in itertools.permutations(NAMES)
        if all(order.index(first) < order.index(second) for first, second in pairs)
    ]


def leads_to(pairs: set[Pair]) -> set[Pair]:
    """Follow the pairs by squaring, as long as anything new is found."""
    found = set(pairs)
    while True:
        more = {(a, d) for a, b in found for c, d in found if b == c} - found
        if not more:
            return found
        found |= more


@given(st.permutations(NAMES), st.sets(st.sampled_from(PAIRS)))
def test_places_are_those_a_name_has_in_any_order_that_keeps_to_the_pairs(
    hidden: list[str], pairs: set[Pair]
) -> None:
    kept = {(a, b) for a, b in pairs if hidden.index(a) < hidden.index(b)}
    order = find_order(NAMES, kept)
    assert order.circles == ()
    orders = list_orders(kept)
    for name in NAMES:
        places = {one.index(name) + 1 for one in orders}
        assert order.find_places(name) == (min(places), max(places))


@given(st.sets(st.sampled_from(PAIRS)))
def test_nothing_on_a_circle_comes_before_anything_else_on_it(pairs: set[Pair]) -> None:
    reached = leads_to(pairs)
    order = find_order(NAMES, sorted(pairs))
    for one, other in PAIRS:
        assert order.puts(one, other) == ((one, other) in reached and (other, one) not in reached)
        on_one_circle = {(one, other), (other, one)} <= reached
        assert order.share_circle(one, other) == on_one_circle


@given(st.sets(st.sampled_from(PAIRS)))
def test_each_circle_is_made_of_pairs_and_each_pair_on_a_circle_is_on_one_that_is_named(
    pairs: set[Pair],
) -> None:
    order = find_order(NAMES, sorted(pairs))
    named = set()
    for circle in order.circles:
        steps = list(zip(circle, (*circle[1:], circle[0]), strict=True))
        assert set(steps) <= pairs
        assert len(set(circle)) == len(circle)
        assert circle[0] == min(circle)
        named |= set(steps)
    reached = leads_to(pairs)
    assert named == {(one, other) for one, other in pairs if (other, one) in reached}
    assert len(set(order.circles)) == len(order.circles)


@given(st.lists(st.booleans(), min_size=10, max_size=10))
def test_complete_choices_have_a_circle_exactly_where_kendall_and_babington_smith_count_one(
    turned: list[bool],
) -> None:
    pairs = {
        (other, one) if turn else (one, other)
        for (one, other), turn in zip(itertools.combinations(NAMES, 2), turned, strict=True)
    }
    number = len(NAMES)
    wins = [sum(first == name for first, _ in pairs) for name in NAMES]
    # Kendall and Babington Smith (1940): the number of circular triads, from the numbers of wins.
    triads = number * (number - 1) * (2 * number - 1) / 12 - sum(won**2 for won in wins) / 2
    order = find_order(NAMES, sorted(pairs))
    assert (triads == 0) == (order.circles == ())
    assert len([circle for circle in order.circles if len(circle) == 3]) <= triads
    # Between all pairs something was chosen, so nothing is open but what is on circles.
    assert all(order.share_circle(*pair) for pair in order.list_open())


@given(st.sets(st.sampled_from(PAIRS)), st.permutations(NAMES), st.sets(st.sampled_from(PAIRS)))
def test_what_was_decided_holds_whatever_else_suggests_and_the_whole_is_still_an_order(
    firm: set[Pair], hidden: list[str], suggested: set[Pair]
) -> None:
    soft = {(a, b) for a, b in suggested if hidden.index(a) < hidden.index(b)}
    decided = find_order(NAMES, sorted(firm))
    both = find_order(NAMES, sorted(firm), sorted(soft))
    for one, other in PAIRS:
        if decided.puts(one, other):
            assert both.puts(one, other)
        if decided.share_circle(one, other):
            assert not both.puts(one, other)
        assert not (both.puts(one, other) and both.puts(other, one))
        if both.puts(one, other):
            assert both.after[other] <= both.after[one]


@given(st.permutations(NAMES), st.sets(st.sampled_from(PAIRS)))
def test_what_only_suggests_an_order_gives_it_where_nothing_was_decided(
    hidden: list[str], suggested: set[Pair]
) -> None:
    soft = {(a, b) for a, b in suggested if hidden.index(a) < hidden.index(b)}
    assert find_order(NAMES, [], soft).after == find_order(NAMES, soft).after


def test_a_suggestion_by_way_of_a_third_does_not_cut_a_circle_open() -> None:
    order = find_order("abx", [("a", "b"), ("b", "a")], [("a", "x"), ("x", "b")])
    assert order.list_open() == (("a", "b"), ("a", "x"), ("b", "x"))


def test_suggestions_that_close_a_circle_with_decisions_give_way() -> None:
    order = find_order("abcd", [("a", "b"), ("c", "d")], [("b", "c"), ("d", "a")])
    assert order.puts("a", "b")
    assert order.puts("c", "d")
    assert order.list_open() == (("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"))


def test_two_circles_that_meet_are_one_tangle_and_two_circles() -> None:
    order = find_order("abcde", [*zip("abc", "bca", strict=True), *zip("cde", "dec", strict=True)])
    assert order.circles == (("a", "b", "c"), ("c", "d", "e"))
    assert order.tangles == (frozenset("abcde"),)
    assert order.share_circle("a", "e")


def test_places_can_be_counted_among_some_only() -> None:
    order = find_order("abc", [("a", "b"), ("b", "c")])
    assert order.find_places("c") == (3, 3)
    assert order.find_places("c", {"a", "c"}) == (2, 2)


def test_a_suggestion_that_was_decided_the_other_way_takes_no_other_with_it() -> None:
    decided = [("b", "a"), ("x", "a")]
    order = find_order("abx", decided, [("a", "b"), ("a", "x"), ("b", "x")])
    assert order.list_open() == ()
    assert order.puts("b", "x")

"""On which list a candidate comes, held against every order that keeps to what was decided."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.indicators import DataState
from obamodel.stats.priorities.candidates import list_candidates
from obamodel.stats.priorities.listing import Listing
from obamodel.stats.priorities.placing import SortedCandidates, sort_candidates
from tests.stats.priorities.making import choose, indicator

NAMES = "abcdef"
PAIRS = list(itertools.permutations(NAMES, 2))
POWERS = st.sampled_from(["HHH", "HHH", "HHL", "MHH", "LMH", "HLL", "MMM", ""])
DATA = st.sampled_from([DataState.HELD, DataState.HELD, DataState.WEAK, DataState.MISSING])


def sort(
    kinds: dict[str, tuple[str, DataState]], pairs: list[tuple[str, str]], most: int = 5
) -> SortedCandidates:
    nouns = [indicator(name, letters, data) for name, (letters, data) in kinds.items()]
    return sort_candidates(list_candidates(nouns), [choose(*pair) for pair in pairs], most)


def by_name(found: SortedCandidates) -> dict[str, Listing]:
    names = [one.name for one in found.candidates]
    return dict(zip(names, found.listings, strict=True))


@given(st.permutations(NAMES), st.sets(st.sampled_from(PAIRS)), st.integers(3, 5))
def test_a_headline_is_among_the_first_in_every_order_and_a_tied_one_in_some(
    hidden: list[str], pairs: set[tuple[str, str]], most: int
) -> None:
    kept = sorted(pair for pair in pairs if hidden.index(pair[0]) < hidden.index(pair[1]))
    found = by_name(sort(dict.fromkeys(NAMES, ("HHH", DataState.HELD)), kept, most))
    orders = [
        order
        for order in itertools.permutations(NAMES)
        if all(order.index(one) < order.index(other) for one, other in kept)
    ]
    for name in NAMES:
        often = sum(name in order[:most] for order in orders)
        expected = (
            Listing.HEADLINE
            if often == len(orders)
            else Listing.TIED
            if often
            else Listing.SECONDARY
        )
        assert found[name] is expected


@given(
    st.fixed_dictionaries(dict.fromkeys(NAMES, st.tuples(POWERS, DATA))),
    st.lists(st.sampled_from(PAIRS), max_size=8),
    st.permutations(NAMES),
    st.integers(3, 5),
)
def test_the_lists_do_not_depend_on_the_order_in_which_anything_was_written(
    kinds: dict[str, tuple[str, DataState]],
    pairs: list[tuple[str, str]],
    other_way: list[str],
    most: int,
) -> None:
    found = sort(kinds, pairs, most)
    turned = sort({name: kinds[name] for name in other_way}, pairs[::-1], most)
    assert by_name(found) == by_name(turned)
    for pool, other in ((found.ready, turned.ready), (found.wanting, turned.wanting)):
        assert {name: pool.find_places(name) for name in pool.running} == {
            name: other.find_places(name) for name in other.running
        }


@given(
    st.fixed_dictionaries(dict.fromkeys(NAMES, st.tuples(POWERS, DATA))),
    st.lists(st.sampled_from(PAIRS), max_size=8),
    st.integers(3, 5),
)
def test_every_place_is_kept_to_what_it_may_be(
    kinds: dict[str, tuple[str, DataState]], pairs: list[tuple[str, str]], most: int
) -> None:
    found = sort(kinds, pairs, most)
    listings = by_name(found)
    assert len(found.list_names(Listing.HEADLINE)) <= most
    tied = found.list_names(Listing.TIED)
    left = most - len(found.list_names(Listing.HEADLINE))
    # A tie is a tie: there are more in it than places.
    assert not tied or 0 < left < len(tied)
    for name, (letters, data) in kinds.items():
        good = data is DataState.HELD and letters[2:] in ("H", "")
        if listings[name] in (Listing.HEADLINE, Listing.TIED):
            assert good
        if listings[name] is Listing.AGENDA:
            assert not good
        if letters == "HHH" and good:
            assert listings[name] in (Listing.HEADLINE, Listing.TIED, Listing.SECONDARY)
        if letters[:2] == "HH" and not good:
            assert listings[name] is Listing.AGENDA
    assert sorted(name for listing in Listing for name in found.list_names(listing)) == sorted(
        kinds
    )


def test_without_choices_powers_and_data_make_the_lists() -> None:
    kinds = {
        "a": ("HHH", DataState.HELD),
        "b": ("HHL", DataState.HELD),
        "c": ("MHH", DataState.HELD),
        "d": ("HHL", DataState.MISSING),
        "e": ("MHL", DataState.MISSING),
        "f": ("", DataState.HELD),
        "g": ("", DataState.LOST),
        "h": ("MHM", DataState.HELD),
    }
    assert by_name(sort(kinds, [])) == {
        "a": Listing.HEADLINE,
        "b": Listing.AGENDA,
        "c": Listing.SECONDARY,
        "d": Listing.AGENDA,
        "e": Listing.SET_ASIDE,
        "f": Listing.UNDECIDED,
        "g": Listing.UNDECIDED,
        "h": Listing.SECONDARY,
    }


def test_a_choice_lifts_a_lower_one_before_a_high_one_into_the_running() -> None:
    kinds = {
        "a": ("HHH", DataState.HELD),
        "b": ("MHH", DataState.HELD),
        "c": ("MLH", DataState.HELD),
    }
    assert by_name(sort(kinds, [("b", "c")])) == {
        "a": Listing.HEADLINE,
        "b": Listing.SECONDARY,
        "c": Listing.SECONDARY,
    }
    found = sort(kinds, [("c", "a")])
    # B is lower than A and higher than C, and C was chosen before A: nothing says where B comes.
    assert sorted(found.list_names(Listing.HEADLINE)) == ["a", "b", "c"]
    assert {name: found.ready.find_places(name) for name in "abc"} == {
        "a": (2, 3),
        "b": (1, 3),
        "c": (1, 2),
    }
    assert found.ready.overruled == (("a", "b"), ("a", "c"), ("b", "c"))


def test_where_none_is_high_on_all_three_those_chosen_are_in_the_running() -> None:
    kinds = dict.fromkeys("abcd", ("MMH", DataState.HELD))
    found = sort(kinds, [("b", "a"), ("b", "d"), ("c", "d")])
    assert sorted(found.list_names(Listing.HEADLINE)) == ["b", "c"]
    assert found.list_names(Listing.SECONDARY) == ("a", "d")


def test_what_was_chosen_needs_no_powers_and_what_was_passed_over_is_decided() -> None:
    kinds = dict.fromkeys("abcd", ("", DataState.HELD))
    found = sort(kinds, [("b", "a"), ("b", "c"), ("c", "a")])
    assert found.list_names(Listing.HEADLINE) == ("b", "c")
    assert found.list_names(Listing.SECONDARY) == ("a",)
    assert found.list_names(Listing.UNDECIDED) == ("d",)


def test_the_agenda_is_put_in_order_by_choices_and_never_by_how_bad_the_data_are() -> None:
    kinds = {"a": ("HHL", DataState.MISSING), "b": ("HHM", DataState.HELD)}
    found = sort(kinds, [])
    assert found.wanting.find_places("a") == found.wanting.find_places("b") == (1, 2)
    assert sort(kinds, [("b", "a")]).list_names(Listing.AGENDA) == ("b", "a")

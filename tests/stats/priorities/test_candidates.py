"""What bears on a place: data, and powers held side by side and never added up."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.indicators import DataState
from obamodel.stats.priorities.candidates import Candidate, list_candidates, list_pairs_by_powers
from tests.stats.priorities.making import indicator, measure

LETTERS = ["".join(letters) for letters in itertools.product("HML", repeat=3)]


def make(letters: str, data: DataState = DataState.HELD, name: str = "a") -> Candidate:
    return list_candidates([indicator(name, letters, data)])[0]


@given(st.sampled_from(LETTERS), st.sampled_from(LETTERS), st.booleans())
def test_one_comes_first_only_where_it_is_as_high_on_each_power_and_higher_on_one(
    first: str, second: str, with_data: bool
) -> None:
    pairs = list_pairs_by_powers(
        [make(first, name="a"), make(second, name="b")], with_data=with_data
    )
    looked_at = 3 if with_data else 2
    one, other = first[:looked_at], second[:looked_at]
    # "H" < "L" < "M" in the alphabet, so the order is written out.
    ahead = all("HML".index(x) <= "HML".index(y) for x, y in zip(one, other, strict=True))
    assert (("a", "b") in list(pairs)) == (ahead and one != other)


def test_a_high_and_a_low_do_not_make_two_mediums() -> None:
    candidates = [make("HHL", name="a"), make("MMM", name="b"), make("LLH", name="c")]
    assert list(list_pairs_by_powers(candidates, with_data=True)) == []


def test_what_nobody_judged_comes_neither_before_nor_after() -> None:
    candidates = [make("HHH", name="a"), make("", name="b"), make("LLL", name="c")]
    assert list(list_pairs_by_powers(candidates, with_data=True)) == [("a", "c")]


@pytest.mark.parametrize(
    ("letters", "data", "good", "in_the_story", "wanted", "at_odds"),
    [
        ("HHH", DataState.HELD, True, True, True, False),
        ("HHM", DataState.HELD, False, True, True, False),
        ("HHL", DataState.HELD, False, False, True, False),
        ("", DataState.HELD, True, True, False, False),
        ("HHH", DataState.WEAK, False, False, True, True),
        ("MHL", DataState.MISSING, False, False, False, False),
        ("LLH", DataState.LOST, False, False, False, True),
        ("", DataState.STATEMENT_ONLY, False, False, False, False),
    ],
)
def test_data_are_good_where_they_are_held_and_nobody_judged_them_less(
    letters: str, data: DataState, good: bool, in_the_story: bool, wanted: bool, at_odds: bool
) -> None:
    found = make(letters, data)
    assert (found.has_good_data, found.is_in_the_story) == (good, in_the_story)
    assert (found.is_wanted, found.are_data_at_odds) == (wanted, at_odds)


def test_the_word_for_wanted_is_the_same_as_on_the_noun_where_the_data_are_held() -> None:
    for letters in LETTERS:
        one = indicator("a", letters)
        found = list_candidates([one])[0]
        assert one.powers is not None
        on_agenda = one.powers.belongs_on_data_development_agenda
        assert on_agenda == (found.is_wanted and not found.has_good_data)


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("HHH", "it is high on all three powers"),
        ("HML", "it is high on communication and medium on proxy and low on data"),
        ("MHM", "it is high on proxy and medium on communication and data"),
        ("", "nobody has judged its three powers"),
    ],
)
def test_powers_are_said_one_by_one(letters: str, words: str) -> None:
    assert make(letters).powers_in_words == words


def test_what_is_needed_comes_along() -> None:
    assert list_candidates([measure("a", data_note="Ask all.")])[0].needed == "Ask all."

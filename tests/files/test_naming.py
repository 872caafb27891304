"""Names are those a file of ours can hold, and no two are the same."""

from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.fields import IDENTIFIER, LONGEST_IDENTIFIER
from obamodel.files.naming import Names, write_name


@given(st.lists(st.text(max_size=120), max_size=20))
def test_every_name_is_right_and_none_is_given_twice(words: list[str]) -> None:
    names = Names()
    given_names = [names.give(one, instead="it") for one in [*words, *words]]
    assert len(set(given_names)) == len(given_names)
    for name in given_names:
        assert IDENTIFIER.fullmatch(name)
        assert len(name) <= LONGEST_IDENTIFIER


def test_words_without_a_letter_of_ours_get_another_name() -> None:
    names = Names()
    assert write_name("健康") == ""
    assert [names.give("健康", instead="indicator") for _ in range(3)] == [
        "indicator",
        "indicator-2",
        "indicator-3",
    ]


def test_a_name_that_looks_like_a_second_one_is_not_given_again() -> None:
    names = Names()
    assert names.give("visits-2", instead="it") == "visits-2"
    assert names.give("visits", instead="it") == "visits"
    assert names.give("visits", instead="it") == "visits-3"

"""Old things are found again in a new list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.files.aligning import align

NAMES = st.lists(st.sampled_from("abcdef"), max_size=6)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", [0, 1, 2]),
        ("abc", "cab", [2, 0, 1]),
        ("abc", "ac", [0, 2]),
        ("abc", "aXc", [0, 1, 2]),  # renamed where it stood
        ("ab", "aXb", [0, None, 1]),  # b is still there, so X is new
        ("", "ab", [None, None]),
        ("ab", "", []),
        ("aa", "aaa", [0, 1, None]),
    ],
)
def test_each_new_thing_is_traced_to_the_old_one_it_was(
    old: str, new: str, expected: list[int | None]
) -> None:
    assert align(old, new) == expected


@given(NAMES, NAMES)
def test_no_old_thing_is_taken_twice_and_the_same_name_goes_first(
    old: list[str], new: list[str]
) -> None:
    matches = align(old, new)
    taken = [match for match in matches if match is not None]
    assert len(set(taken)) == len(taken)
    for name in set(old) & set(new):
        kept = sum(
            1
            for match, one in zip(matches, new, strict=True)
            if one == name and match is not None and old[match] == name
        )
        assert kept == min(old.count(name), new.count(name))

"""Is there one kind of space, hyphen and digit, and is each character still at its place?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.disclosure.identifiers.straight_text import straighten


@pytest.mark.parametrize(
    ("text", "straight"),
    [
        ("a\tb\nc", "a b c"),
        ("a\u00a0b\u2009c\u202fd", "a b c d"),
        ("1\u20102\u20113\u20134\u20145\u22126", "1-2-3-4-5-6"),
        ("\uff10\uff11\uff20\uff41", "01@a"),
        ("\u0660\u0969", "03"),
        ("o\u2019neill", "o'neill"),
        ("so\u00adft\u200b\ufeff", "soft"),
        ("caf\u00e9", "caf\u00e9"),
    ],
)
def test_what_looks_alike_is_written_alike(text: str, straight: str) -> None:
    assert straighten(text).text == straight


def test_a_stretch_is_placed_where_it_stood_with_what_is_unseen_inside() -> None:
    text = "\u00ada\u00adb\u00adc"
    straight = straighten(text)
    assert straight.text == "abc"
    assert straight.place(0, 2) == (1, 4)
    assert text[1:4] == "a\u00adb"


@given(st.text(max_size=40))
def test_each_character_comes_from_the_place_it_says(text: str) -> None:
    straight = straighten(text)
    for place in range(len(straight.text)):
        start, end = straight.place(place, place + 1)
        assert end == start + 1
        assert straighten(text[start:end]).text == straight.text[place]

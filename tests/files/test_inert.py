"""Texts that a spreadsheet opens stay texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.files.inert import make_inert, read_inert


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "\t", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", " ="]
)
def test_what_a_spreadsheet_would_reckon_with_gets_an_apostrophe(sign: str) -> None:
    assert make_inert(f"{sign}cmd") == f"'{sign}cmd"


@pytest.mark.parametrize("text", ["-4", "+4.25", "4", "in 2014 - a good year", "a@b", ""])
def test_numbers_and_plain_words_stay_as_they_are(text: str) -> None:
    assert make_inert(text) == text


def test_signs_that_nobody_sees_are_written_out() -> None:
    assert make_inert("a\u202eb\u0000c\u2028d\ufeff") == "a[U+202E]b[U+0000]c[U+2028]d[U+FEFF]"
    assert make_inert("\r\n=1") == "[U+000D]\n=1"
    assert make_inert("👩‍👧") == "👩‍👧"


@given(st.text("'=-+@ a1\n\uff1d"))
def test_a_text_is_read_back_as_it_was(text: str) -> None:
    assert read_inert(make_inert(text)) == text


@given(st.text())
def test_no_text_begins_as_a_formula_does(text: str) -> None:
    written = make_inert(text).lstrip(" \u00a0")
    if written[:1] in "=@\uff1d\uff20\t\n" and written:
        raise AssertionError(written)
    assert not (written[:1] in ("+", "-", "\uff0b", "\uff0d") and not written[1:2].isdigit())

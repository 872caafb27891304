"""What was written into a form, put together."""

import pytest

from obamodel.errors import InvalidError
from obamodel.files.filled_forms.filled_form import (
    FilledForm,
    Line,
    gather_answers,
    tidy_answer,
)

FORM = FilledForm(
    file="form.md",
    rooms=["round-2.what", "round-2.on"],
    answers={"round-2.what": "We met."},
    course=[Line("What now?"), Line(room="round-2.what"), Line(" "), Line("Ask  Sam.")],
)


def test_an_empty_place_says_nothing() -> None:
    assert FORM.say("round-2.what") == "We met."
    assert FORM.say("round-2.on") == ""
    assert FORM.say("elsewhere") == ""


def test_the_words_around_the_places_are_told_line_by_line() -> None:
    assert FORM.outside == ("What now?", "Ask Sam.")


def test_an_answer_in_a_place_that_nobody_knows_is_told_with_the_nearest_name() -> None:
    (fault,) = FORM.find_strangers(["round-2.whatever", "round-2.on"])
    assert str(fault) == (
        'form.md round-2.what: nothing is known of this place, and it says "We met."; '
        'is it "round-2.whatever"? [unknown-place]'
    )
    assert list(FORM.find_strangers(["round-2.what"])) == []


def test_an_empty_place_that_nobody_knows_is_not_told() -> None:
    assert list(FORM.find_strangers(["round-2.what", "other"])) == []


def test_a_place_that_is_gone_is_told() -> None:
    (fault,) = FORM.find_missing(["round-2.what", "round-2.role"])
    assert (fault.code, fault.place) == ("missing-place", "form.md round-2.role")


def test_only_lines_that_were_not_printed_are_additions() -> None:
    empty = FilledForm(
        file="form.md", rooms=[], answers={}, course=[Line("What now?"), Line("By when?")]
    )
    assert FORM.find_additions(empty) == ("Ask Sam.",)


def test_a_line_that_was_printed_once_and_stands_there_twice_was_written_once() -> None:
    empty = FilledForm(file="form.md", rooms=[], answers={}, course=[Line("Yes")])
    twice = FilledForm(file="form.md", rooms=[], answers={}, course=[Line("Yes"), Line("Yes")])
    assert twice.find_additions(empty) == ("Yes",)


def test_a_place_that_says_two_things_is_refused_and_neither_is_chosen() -> None:
    with pytest.raises(InvalidError) as caught:
        gather_answers("form.md", [("a.x", "One", 3), ("a.x", "Two", 9)], [])
    assert str(caught.value).splitlines()[1] == (
        '  form.md:9 a.x: this place is there twice, and says "One" and "Two"; '
        "keep one of the two, with all that is to be said [said-twice]"
    )


def test_a_copy_of_a_place_that_says_the_same_or_nothing_is_no_harm() -> None:
    for other in ("One", "", " One \n"):
        form = gather_answers("form.md", [("a.x", "One", 3), ("a.x", other.strip(), 9)], [])
        assert form.answers == {"a.x": "One"}


def test_signs_that_not_every_file_can_hold_are_told_with_their_place() -> None:
    found = [("a.x", "bell \a", 3), ("a.y", "half \ud800", 9)]
    with pytest.raises(InvalidError) as caught:
        gather_answers("form.md", found, [])
    assert [(one.code, one.place) for one in caught.value.faults] == [
        ("unwritable-character", "form.md:3 a.x"),
        ("unwritable-character", "form.md:9 a.y"),
    ]


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("", ""),
        (" \n\t\n", ""),
        ("\n\nWe met.\n\n\nTwice.  \n\n", "We met.\n\n\nTwice."),
        ("one\r\ntwo\rthree\vfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("  - a point", "  - a point"),
    ],
)
def test_only_what_nobody_sees_is_taken_away_from_an_answer(written: str, tidied: str) -> None:
    assert tidy_answer(written) == tidied


def test_answers_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        FORM.answers["round-2.on"] = "x"  # type: ignore[index]  # what is tried here

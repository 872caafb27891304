"""What every answer does alike."""

import pytest

from obamodel.stats.answers import join_names, refuse_truth, say_number


def test_an_answer_stands_for_neither_yes_nor_no() -> None:
    with pytest.raises(TypeError) as caught:
        refuse_truth("an answer")
    assert str(caught.value) == (
        "str is neither true nor false; print it, or ask for the number or verdict it holds"
    )


def test_one_thing_is_not_said_as_several() -> None:
    assert [say_number(number, "form") for number in (0, 1, 2)] == ["0 forms", "1 form", "2 forms"]


def test_names_are_joined_as_people_say_them() -> None:
    assert join_names([]) == ""
    assert join_names(["A"]) == "A"
    assert join_names(["A", "B"]) == "A and B"
    assert join_names("ABCDEFGH") == "A, B, C, D, E, F, G and H"


def test_names_for_which_there_is_no_room_are_counted() -> None:
    assert join_names("ABC", most=2) == "A, B and 1 more"
    assert join_names("ABC", most=3) == "A, B and C"

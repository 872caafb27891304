"""A forced choice: made, refused, and asked in turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.choices import Choice
from obamodel.errors import InvalidError
from obamodel.stats.priorities import list_choices_in_turn
from tests.stats.priorities.making import JUDGED, choose


def test_a_choice_before_several_is_a_pair_with_each() -> None:
    assert choose("b", "a", "c").pairs == (("b", "a"), ("b", "c"))
    assert choose("b", "a", "c").names == ("b", "a", "c")


def test_a_choice_that_is_none_is_refused_with_everything_that_is_wrong() -> None:
    with pytest.raises(InvalidError) as refused:
        Choice(chosen="a", over=["b", "b", "Not a name"], judged="the group")  # type: ignore[arg-type]  # on purpose
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [
        ("over[2]", "bad-name"),
        ("over[1]", "named-twice"),
        ("judged", "wrong-type"),
    ]


def test_nothing_can_be_chosen_before_itself_or_before_nothing() -> None:
    with pytest.raises(InvalidError) as refused:
        choose("a", "b", "a")
    assert str(refused.value) == (
        "Choice: 1 problem to mend\n"
        '  over[1]: "a" is chosen before itself; name only the others [chosen-over-itself]'
    )
    with pytest.raises(InvalidError, match="nothing-to-choose-from"):
        choose("a")


def test_choices_in_turn_leave_those_never_chosen_in_no_order() -> None:
    choices = list_choices_in_turn(["c", "a"], among=["a", "b", "c", "d"], judged=JUDGED)
    assert [choice.names for choice in choices] == [("c", "a", "b", "d"), ("a", "b", "d")]
    assert {choice.judged for choice in choices} == {JUDGED}


@given(st.permutations("abcde"), st.integers(0, 5))
def test_choices_in_turn_put_each_chosen_one_before_all_that_were_left(
    among: list[str], number: int
) -> None:
    chosen = sorted(among)[:number]
    choices = list_choices_in_turn(chosen, among=among, judged=JUDGED)
    pairs = {pair for choice in choices for pair in choice.pairs}
    assert pairs == {
        (one, other)
        for place, one in enumerate(chosen)
        for other in among
        if other not in chosen[: place + 1]
    }


def test_the_last_one_left_is_no_choice() -> None:
    choices = list_choices_in_turn(["b", "a"], among=["a", "b"], judged=JUDGED)
    assert [choice.names for choice in choices] == [("b", "a")]


def test_choices_in_turn_name_every_name_that_is_wrong_and_where() -> None:
    with pytest.raises(InvalidError) as refused:
        list_choices_in_turn(["a", "a", "z"], among=["a", "b", "b"], judged=JUDGED)
    assert str(refused.value) == (
        "choices in turn: 3 problems to mend\n"
        '  chosen[1]: "a" is named twice; name it once [named-twice]\n'
        '  chosen[2]: "z" is not one they could choose from; '
        "choose from: a, b, b [not-a-candidate]\n"
        '  among[2]: "b" is named twice; name it once [named-twice]'
    )

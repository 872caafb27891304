"""The order that forced choices lead to, and what is refused."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.stats.priorities import choose_by_forced_choice
from tests.stats.priorities.making import choose, indicator, measure

SAFE = [indicator(name) for name in "abcd"]


def test_choices_that_decide_everything_give_the_whole_order() -> None:
    answer = choose_by_forced_choice(SAFE, [choose("c", "a"), choose("a", "d"), choose("d", "b")])
    assert [place.name for place in answer.places] == ["c", "a", "d", "b"]
    assert answer.missing == answer.circles == ()
    assert str(answer) == "In order: indicator C, indicator A, indicator D and indicator B."


def test_each_place_is_explained_with_who_chose_when_and_why() -> None:
    answer = choose_by_forced_choice(
        SAFE, [choose("c", "a", "b"), choose("d", "c", author="Staff")]
    )
    because = {place.name: place.because for place in answer.places}
    assert because["c"] == (
        "It has place 2: Data group (23 November 2026, “We talked it over”) chose it before "
        "indicators A and B; Staff (23 November 2026, “We talked it over”) chose indicator D "
        "before it."
    )
    assert because["a"] == (
        "It has place 3 or 4: Data group (23 November 2026, “We talked it over”) chose "
        "indicator C before it; nothing chosen decides between it and indicator B."
    )


def test_a_circle_is_named_and_leaves_its_places_open() -> None:
    choices = [choose("a", "b"), choose("b", "c"), choose("c", "a"), choose("d", "a")]
    answer = choose_by_forced_choice(SAFE, choices)
    assert answer.circles == (("a", "b", "c"),)
    assert answer.missing == ()
    assert [(one.name, one.lowest, one.highest) for one in answer.places] == [
        ("d", 1, 1),
        ("a", 2, 4),
        ("b", 2, 4),
        ("c", 2, 4),
    ]
    assert (
        "Indicator A was chosen before indicator B, which was chosen before indicator C, which was "
        "chosen before indicator A: the choices go round in a circle." in answer.caveats
    )


def test_two_who_chose_the_other_way_round_leave_it_open_however_many_agree() -> None:
    choices = [
        choose("a", "b"),
        choose("a", "b", author="Staff"),
        choose("b", "a", author="Carers"),
    ]
    answer = choose_by_forced_choice(SAFE[:2], choices)
    assert answer.circles == (("a", "b"),)
    assert not any(place.is_decided for place in answer.places)
    assert "Indicator A was chosen before indicator B, and also the other way round." in str(answer)


def test_missing_comparisons_are_those_that_no_choice_leads_to() -> None:
    answer = choose_by_forced_choice(SAFE, [choose("a", "b"), choose("b", "c")])
    assert answer.missing == (("a", "d"), ("b", "d"), ("c", "d"))
    assert "3 comparisons are still to be made." in answer.caveats
    assert "if you could have only one, indicator A or indicator D?" in str(answer)


def test_no_choices_is_an_answer() -> None:
    answer = choose_by_forced_choice(SAFE)
    assert len(answer.missing) == 6
    assert str(answer) == (
        "Nobody has chosen yet between the 4 candidates. Ask the partners: if you could have only "
        "one, indicator A or indicator B? Nothing chosen decides 5 other pairs either."
    )


def test_one_candidate_or_none_is_an_answer() -> None:
    assert str(choose_by_forced_choice([])) == "There is nothing to choose from."
    answer = choose_by_forced_choice(SAFE[:1])
    assert str(answer) == "There is nothing to choose: indicator A is the only candidate."
    assert answer.places[0].because == "There is nothing else to choose from."


def test_names_that_are_no_candidates_are_refused_by_name_and_place_all_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        choose_by_forced_choice(
            [indicator("crime"), indicator("school"), indicator("crime")],
            [choose("school", "crimes"), choose("weather", "crime")],
        )
    assert str(refused.value) == (
        "the forced choice: 3 problems to mend\n"
        '  candidates[2]: "crime" is there already, at candidates[0]; give each candidate once '
        "[named-twice]\n"
        '  choices[0].over[0]: "crimes" is not one of the candidates; did you mean "crime"? '
        "[not-a-candidate]\n"
        '  choices[1].chosen: "weather" is not one of the candidates; '
        "choose from: crime, school, crime [not-a-candidate]"
    )


def test_candidates_of_two_lists_are_never_put_in_one_order() -> None:
    with pytest.raises(InvalidError) as refused:
        choose_by_forced_choice([indicator("a"), indicator("b", outcome="healthy"), measure("c")])  # type: ignore[arg-type]  # on purpose
    assert [fault.found for fault in refused.value.faults] == [
        '"b" belongs to the outcome "healthy", and "a" to the outcome "safe"',
        '"c" belongs to the service "advice", and "a" to the outcome "safe"',
    ]


def test_what_is_neither_candidate_nor_choice_is_refused() -> None:
    with pytest.raises(InvalidError) as refused:
        choose_by_forced_choice(["a"], [("a", "b")])  # type: ignore[arg-type, list-item]  # on purpose
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [
        ("candidates[0]", "wrong-type"),
        ("choices[0]", "wrong-type"),
    ]


@given(st.permutations("abcd"), st.randoms(use_true_random=False))
def test_all_pairs_chosen_in_one_mind_give_that_order_in_whatever_way_they_come(
    mind: list[str], chance: object
) -> None:
    choices = [choose(one, other) for one, other in itertools.combinations(mind, 2)]
    chance.shuffle(choices)  # type: ignore[attr-defined]  # a random.Random
    answer = choose_by_forced_choice(SAFE, choices)
    assert [place.name for place in answer.places] == mind
    assert all(place.is_decided for place in answer.places)


def test_measures_are_called_by_their_names_and_those_of_one_name_told_apart() -> None:
    twins = [measure("a", name="Seen in time"), measure("b", name="Seen in time.")]
    answer = choose_by_forced_choice([*twins, measure("c")], [choose("b", "a"), choose("a", "c")])
    assert str(answer) == "In order: “Seen in time” (b), “Seen in time” (a) and “Measure C”."

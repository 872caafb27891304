"""Three to five indicators an outcome, and what is left to the partners."""

import itertools

import pytest

import obamodel as oba
from obamodel.domain.indicators import DataState
from obamodel.errors import InvalidError
from obamodel.stats.priorities import Listing, list_choices_in_turn, rank_indicators
from tests.stats.priorities.making import JUDGED, choose, evaluate, indicator, measure

SEVEN = [indicator(name, "HHH") for name in "abcdefg"]


def test_five_chosen_in_turn_are_the_five_headlines_in_that_order() -> None:
    chosen = list_choices_in_turn("gcaeb", among="abcdefg", judged=JUDGED)
    outcome = rank_indicators(evaluate(*SEVEN), choices=chosen).outcomes[0]
    assert outcome.headlines == ("g", "c", "a", "e", "b")
    assert (outcome.tied, outcome.secondary) == ((), ("d", "f"))
    assert outcome.sentence == (
        "Headline indicators for “Children are safe”, in this order: indicators G, C, A, E and B. "
        "Secondary: indicators D and F."
    )


def test_a_tie_at_the_cut_is_named_and_never_broken() -> None:
    chosen = list_choices_in_turn("gcae", among="abcdefg", judged=JUDGED)
    outcome = rank_indicators(evaluate(*SEVEN), choices=chosen).outcomes[0]
    assert outcome.headlines == ("g", "c", "a", "e")
    assert outcome.tied == ("b", "d", "f")
    assert (
        "The last place is left to the partners, between indicators B, D and F." in outcome.sentence
    )
    because = {one.name: one.because for one in outcome.placed}
    assert because["d"] == (
        "One of 3 for the last place among the headlines, because it is high on all three powers, "
        "and Data group chose indicators G, C, A and E before it; nobody has chosen between it, "
        "indicators B and F."
    )


def test_seven_as_high_as_each_other_are_all_tied_until_somebody_chooses() -> None:
    outcome = rank_indicators(evaluate(*SEVEN)).outcomes[0]
    assert outcome.headlines == ()
    assert outcome.tied == tuple("abcdefg")
    assert outcome.sentence == (
        "No headline indicator can be named for “Children are safe”. The last 5 places are left "
        "to the partners, between indicators A, B, C, D, E, F and G."
    )


def test_up_to_five_as_high_as_each_other_are_headlines_in_an_open_order() -> None:
    outcome = rank_indicators(evaluate(*SEVEN[:3])).outcomes[0]
    assert outcome.sentence == (
        "Headline indicators for “Children are safe”, in an order left to the partners: "
        "indicators A, B and C."
    )
    assert outcome.placed[0].because == (
        "Place 1 to 3, because it is high on all three powers; nobody has chosen between it, "
        "indicators B and C."
    )


def test_there_may_be_room_for_three_only() -> None:
    outcome = rank_indicators(evaluate(*SEVEN[:4]), most=3).outcomes[0]
    assert outcome.tied == ("a", "b", "c", "d")


@pytest.mark.parametrize("most", [2, 6, 4.0, True, "five"])
def test_fewer_than_three_or_more_than_five_headlines_are_not_asked_for(most: object) -> None:
    with pytest.raises(InvalidError, match="write a whole number from 3 to 5"):
        rank_indicators(evaluate(*SEVEN), most=most)  # type: ignore[arg-type]  # on purpose


def test_each_outcome_has_an_answer_of_its_own() -> None:
    evaluation = evaluate(
        indicator("a", "HHH"), indicator("b", "HHH", outcome="healthy"), measure("c")
    )
    answer = rank_indicators(evaluation, choices=[])
    assert [(one.of, one.headlines) for one in answer.outcomes] == [
        ("safe", ("a",)),
        ("healthy", ("b",)),
    ]
    assert answer.sentence == " ".join(one.sentence for one in answer.outcomes)
    assert "That is fewer than the 3 to 5 that are wanted." in answer.outcomes[0].sentence


def test_no_indicator_and_no_outcome_are_answers() -> None:
    answer = rank_indicators(evaluate())
    assert answer.outcomes[0].sentence == "“Children are safe” has no indicator to choose from."
    empty = rank_indicators(oba.Evaluation(id="empty", title="Empty"))
    assert str(empty) == "There is no outcome."
    assert len(empty.to_frame()) == 0


def test_a_choice_against_the_powers_stands_and_is_told() -> None:
    evaluation = evaluate(indicator("a", "HHH"), indicator("b", "MHH"))
    outcome = rank_indicators(evaluation, choices=[choose("b", "a")]).outcomes[0]
    assert outcome.headlines == ("b", "a")
    assert outcome.placed[0].because == (
        "Place 1, because it is high on proxy and data and medium on communication, and Data group "
        "chose it before indicator A."
    )
    assert (
        "Indicator B was chosen before indicator A, which is at least as high on each power: the "
        "choice stands." in outcome.caveats
    )


def test_a_choice_against_the_powers_that_no_place_hangs_on_is_not_told() -> None:
    evaluation = evaluate(
        indicator("a", "HHH"),
        indicator("b", "MHH"),
        indicator("c", "MLH"),
        outcome={"headline_indicators": ["a"]},
    )
    assert rank_indicators(evaluation, choices=[choose("c", "b")]).outcomes[0].caveats == ()


def test_choices_that_go_round_in_a_circle_are_told_and_decide_nothing() -> None:
    circle = [choose("a", "b"), choose("b", "c"), choose("c", "a")]
    outcome = rank_indicators(evaluate(*SEVEN[:3]), choices=circle).outcomes[0]
    assert "in an order left to the partners" in outcome.sentence
    assert any("the choices go round in a circle" in caveat for caveat in outcome.caveats)
    assert "the choices between it, indicators B and C go round in a circle" in (
        outcome.placed[0].because
    )


def test_choosing_what_has_no_data_makes_it_wanted_and_not_a_headline() -> None:
    evaluation = evaluate(indicator("a", "HHH"), indicator("b", data=DataState.MISSING))
    outcome = rank_indicators(evaluation, choices=[choose("b", "a")]).outcomes[0]
    assert (outcome.headlines, outcome.agenda) == (("a",), ("b",))
    assert (
        "Data group chose indicator B before indicator A, yet its data are missing: it cannot be a "
        "headline before its data are good, and is on the agenda." in outcome.caveats
    )


def test_data_judged_high_that_are_not_there_are_told() -> None:
    evaluation = evaluate(indicator("a", "HHH", DataState.LOST))
    outcome = rank_indicators(evaluation).outcomes[0]
    assert outcome.agenda == ("a",)
    assert (
        "Indicator A is judged high on data, yet its data are lost: one of the two is not right."
        in outcome.caveats
    )


def test_names_that_are_not_there_are_refused_by_name_and_place_all_at_once() -> None:
    evaluation = evaluate(
        indicator("crime"), indicator("births", outcome="healthy"), measure("seen")
    )
    chosen = [choose("crime", "births", "seen"), choose("crimes", "crime", "weather")]
    with pytest.raises(InvalidError) as refused:
        rank_indicators(evaluation, choices=chosen)
    assert str(refused.value) == (
        "the choices: 4 problems to mend\n"
        '  choices[0].over[0]: "births" belongs to the outcome "healthy", and "crime" to the '
        'outcome "safe"; choose for one outcome or one service at a time [not-of-one-list]\n'
        '  choices[0].over[1]: "seen" belongs to the service "advice", and "crime" to the outcome '
        '"safe"; choose for one outcome or one service at a time [not-of-one-list]\n'
        '  choices[1].chosen: "crimes" is not the name of an indicator or a measure; did you mean '
        '"crime"? [refers-to-nothing]\n'
        '  choices[1].over[1]: "weather" is not the name of an indicator or a measure; write the '
        "name of an indicator or a measure, or add it [refers-to-nothing]"
    )


def test_choices_about_measures_are_left_to_the_measures() -> None:
    evaluation = evaluate(indicator("a", "HHH"), measure("x"), measure("y"))
    answer = rank_indicators(evaluation, choices=[choose("x", "y")])
    assert [one.name for outcome in answer.outcomes for one in outcome.placed] == ["a"]


def test_the_table_has_a_row_for_each_indicator() -> None:
    frame = rank_indicators(
        evaluate(indicator("a"), indicator("b", "HHH"), indicator("c", outcome="healthy"))
    ).to_frame()
    assert list(frame.columns) == [
        *("outcome", "indicator", "called", "list", "lowest_place", "highest_place"),
        *("communication", "proxy", "data_power", "data", "because"),
    ]
    assert list(frame["indicator"]) == ["b", "a", "c"]
    assert list(frame["list"]) == ["headline", "nobody has decided", "nobody has decided"]
    assert frame["lowest_place"].tolist()[0] == 1
    assert frame["lowest_place"].isna().tolist() == [False, True, True]
    assert frame.loc[0, "communication"] == "high"


def test_the_answer_is_neither_true_nor_false_and_shows_itself_on_a_page() -> None:
    answer = rank_indicators(evaluate(indicator("a", "HHH")))
    for one in (answer, answer.outcomes[0], answer.outcomes[0].placed[0]):
        with pytest.raises(TypeError, match="neither true nor false"):
            bool(one)
    assert answer._repr_html_().count("<p>") == 2


def test_every_place_is_told_in_one_sentence() -> None:
    kinds = itertools.product(["HHH", "MHH", "HHL", "LLL", ""], DataState)
    things = [indicator(f"i{index}", *kind) for index, kind in enumerate(kinds)]
    chosen = [choose("i0", "i5", "i1"), choose("i5", "i20"), choose("i20", "i0")]
    for one in rank_indicators(evaluate(*things), choices=chosen).outcomes[0].placed:
        assert one.because[0].isupper()
        assert one.because.endswith(".")
        assert one.because.count(".") == 1


def test_nobody_has_judged_or_chosen_any_of_mimes_five_indicators() -> None:
    # The fact sheet: five indicators, all called key, and none has a number.
    outcome = rank_indicators(oba.load_example("mime")).outcomes[0]
    assert outcome.headlines == outcome.tied == outcome.agenda == ()
    assert [one.listing for one in outcome.placed] == [Listing.UNDECIDED] * 5
    assert "No indicator that could be one has good data." in outcome.sentence
    assert outcome.caveats[0] == (
        "The evaluation names indicators 1, 2, 3, 4 and 5 as headlines; nothing given here says "
        "who judged or chose so, when and why."
    )


def test_traffords_one_indicator_has_data_and_waits_for_a_judgement() -> None:
    outcome = rank_indicators(oba.load_example("trafford")).outcomes[0]
    assert outcome.placed[0].because == (
        "Its data are good, but nobody has judged its three powers, nor chosen it."
    )

"""The data that are wanted and not there, in the order in which they are wanted."""

import pytest

import obamodel as oba
from obamodel.domain.indicators import DataState
from obamodel.domain.measures import Quadrant
from obamodel.errors import InvalidError
from obamodel.stats.priorities import Accountability, list_choices_in_turn, make_data_agenda
from tests.stats.priorities.making import JUDGED, choose, evaluate, indicator, measure

POPULATION, PERFORMANCE = Accountability.POPULATION, Accountability.PERFORMANCE
MISSING = DataState.MISSING
MIME_WANTED = (*("measure-share-confident", "measure-share-acted-on", "measure-share-membership"),)


def test_what_speaks_and_stands_for_the_rest_without_good_data_is_on_it() -> None:
    things = [
        indicator("a", "HHL", MISSING),
        indicator("b", "HHH"),
        indicator("c", "HHM"),
        indicator("d", "MHL", MISSING),
        indicator("e", "HHL", DataState.WEAK),
    ]
    agenda = make_data_agenda(evaluate(*things), POPULATION)
    assert [one.name for one in agenda.list_wanted("safe")] == ["a", "c", "e"]


def test_those_bought_in_turn_come_in_that_order() -> None:
    chosen = list_choices_in_turn(MIME_WANTED[::-1], among=MIME_WANTED, judged=JUDGED)
    agenda = make_data_agenda(oba.load_example("mime"), PERFORMANCE, choices=chosen)
    wanted = agenda.list_wanted("mime-project")
    assert [(one.name, one.lowest, one.highest) for one in wanted] == [
        (name, place, place) for place, name in enumerate(MIME_WANTED[::-1], start=1)
    ]
    # The example writes them the other way round.
    assert sum("the other way round" in caveat for caveat in agenda.caveats) == 3


def test_without_choices_mimes_order_is_open_and_the_written_one_is_told() -> None:
    agenda = make_data_agenda(oba.load_example("mime"), PERFORMANCE)
    wanted = agenda.list_wanted("mime-project")
    assert [(one.name, one.lowest, one.highest) for one in wanted] == [
        (name, 1, 3) for name in MIME_WANTED
    ]
    assert str(agenda).startswith("Data wanted for MIME, in an order left to the partners: ")
    assert "in this order; no choice given here says who decided" in agenda.caveats[0]


def test_a_partly_decided_agenda_says_which_places_are_open() -> None:
    things = [indicator(name, "HHL", MISSING) for name in "abc"]
    agenda = make_data_agenda(evaluate(*things), POPULATION, choices=[choose("b", "a", "c")])
    assert str(agenda).startswith(
        "Data wanted for “Children are safe”: indicators B, A and C. Indicator B comes first. "
        "Still open: indicators A and C for place 2 or 3."
    )


def test_an_empty_agenda_says_so_and_what_it_waits_for() -> None:
    things = [indicator("a", data=MISSING), indicator("b", "HHH")]
    agenda = make_data_agenda(evaluate(*things), POPULATION)
    assert str(agenda) == (
        "Nothing is on the data development agenda of “Children are safe”. Whether anything "
        "belongs on it depends on powers that nobody has judged, of indicator A. Nothing is on the "
        "data development agenda of “Children are healthy”."
    )


def test_how_much_was_done_may_be_wanted_too() -> None:
    thing = measure("a", Quadrant.HOW_MUCH, "HHL", MISSING)
    agenda = make_data_agenda(evaluate(thing), PERFORMANCE)
    assert [one.name for one in agenda.list_wanted("advice")] == ["a"]


def test_the_two_accountabilities_have_tables_of_their_own() -> None:
    evaluation = evaluate(indicator("a", "HHL", MISSING), measure("b", letters="HHL", data=MISSING))
    population = make_data_agenda(evaluation, POPULATION).to_frame()
    performance = make_data_agenda(evaluation, PERFORMANCE).to_frame()
    assert list(population.columns[:4]) == ["outcome", "indicator", "called", "needed"]
    assert list(performance.columns[:4]) == ["service", "measure", "called", "needed"]
    assert (list(population["indicator"]), list(performance["measure"])) == (["a"], ["b"])


def test_what_is_wrong_with_headlines_is_not_told_beside_the_agenda() -> None:
    evaluation = evaluate(indicator("a", "HHH"), outcome={"headline_indicators": []})
    agenda = make_data_agenda(evaluation, POPULATION)
    assert not any("headline" in caveat for caveat in agenda.caveats)


def test_an_accountability_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidError) as refused:
        make_data_agenda(evaluate(), "both")  # type: ignore[arg-type]  # on purpose
    assert str(refused.value) == (
        "the data development agenda: 1 problem to mend\n"
        '  accountability: found "both"; choose from: population accountability, performance '
        "accountability [bad-choice]"
    )


def test_no_outcome_and_no_service_are_answers() -> None:
    empty = oba.Evaluation(id="empty", title="Empty")
    assert str(make_data_agenda(empty, POPULATION)) == "There is no outcome."
    agenda = make_data_agenda(empty, PERFORMANCE)
    assert str(agenda) == "There is no service."
    assert len(agenda.to_frame()) == 0
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(agenda)


def test_trafford_wants_no_data() -> None:
    agenda = make_data_agenda(oba.load_example("trafford"), POPULATION)
    assert agenda.list_wanted("a-good-start") == ()

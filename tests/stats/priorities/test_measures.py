"""Three to five measures a service: percentages, and counts where none can be had."""

from typing import Any

import pytest

import obamodel as oba
from obamodel.domain.indicators import DataState
from obamodel.domain.measures import BetterOff, Quadrant
from obamodel.stats.priorities import Listing, list_choices_in_turn, rank_measures
from tests.stats.priorities.making import JUDGED, choose, evaluate, indicator, measure

MUCH, WELL = Quadrant.HOW_MUCH, Quadrant.HOW_WELL
NUMBER, SHARE = Quadrant.BETTER_OFF_NUMBER, Quadrant.BETTER_OFF_SHARE


def test_headlines_come_from_the_two_right_hand_quadrants() -> None:
    things = [
        measure("much", MUCH, "HHH"),
        measure("well", WELL, "HHH"),
        measure("number", NUMBER, "HHH"),
        measure("share", SHARE, "HHH"),
    ]
    service = rank_measures(evaluate(*things)).services[0]
    assert sorted(service.headlines) == ["share", "well"]
    assert service.secondary == ("much", "number")
    because = {one.name: one.because for one in service.placed}
    assert because["much"] == "It says how much was done, not how well, nor who is better off."
    assert because["number"] == "It is a count, and there is a percentage for the same."


@pytest.mark.parametrize("turn", [1, -1])
def test_a_count_stands_in_where_no_percentage_can_be_had_and_says_so(turn: int) -> None:
    ways = (BetterOff.BEHAVIOUR, BetterOff.SKILLS_KNOWLEDGE)[::turn]
    things = [
        measure("number", NUMBER, "HHH", ways=ways),
        measure("share", SHARE, "HHL", DataState.MISSING, ways=(BetterOff.BEHAVIOUR,)),
        measure("other", SHARE, "HHH", ways=(BetterOff.SKILLS_KNOWLEDGE,)),
    ]
    service = rank_measures(evaluate(*things)).services[0]
    assert sorted(service.headlines) == ["number", "other"]
    assert service.agenda == ("share",)
    because = {one.name: one.because for one in service.placed}
    assert because["number"].endswith(
        "; it is a count, because no percentage can be had for behaviour."
    )


def test_a_count_for_one_service_is_not_replaced_by_the_percentage_of_another() -> None:
    things = [
        measure("number", NUMBER, "HHH"),
        measure("share", SHARE, "HHH", service="club"),
    ]
    advice, club = rank_measures(evaluate(*things)).services
    assert (advice.headlines, club.headlines) == (("number",), ("share",))


@pytest.mark.parametrize(
    ("unit", "denominator", "is_said"),
    [
        ("score", "", True),
        ("people", "", True),
        ("%", "", False),
        ("days per person", "", False),
        ("people", "all who came", False),
    ],
)
def test_how_well_without_a_percentage_or_rate_says_so(
    unit: str, denominator: str, is_said: bool
) -> None:
    more: dict[str, Any] = {"denominator": denominator} if denominator else {}
    service = rank_measures(evaluate(measure("a", WELL, "HHH", unit=unit, **more))).services[0]
    assert ("nothing says out of how many" in service.placed[0].because) == is_said


def test_headlines_of_one_side_only_are_told_and_not_changed() -> None:
    names = "abcde"
    things = [*(measure(name, WELL, "HHH") for name in names), measure("share", SHARE, "HHH")]
    chosen = list_choices_in_turn(names, among=[*names, "share"], judged=JUDGED)
    service = rank_measures(evaluate(*things), choices=chosen).services[0]
    assert service.headlines == tuple(names)
    assert (
        "No headline says whether anyone is better off, though there are data that do: ask the "
        "partners whether one should." in service.caveats
    )


def test_one_side_without_any_data_is_told() -> None:
    service = rank_measures(evaluate(measure("a", SHARE, "HHH"))).services[0]
    assert "No headline says how well it is done, for nothing that does has good data." in (
        service.caveats
    )


def test_both_sides_need_no_word() -> None:
    things = [measure("a", SHARE, "HHH"), measure("b", WELL, "HHH")]
    service = rank_measures(evaluate(*things)).services[0]
    assert not any(caveat.startswith("No headline says") for caveat in service.caveats)


def test_choosing_how_much_was_done_does_not_make_it_a_headline() -> None:
    things = [measure("a", MUCH), measure("b", WELL, "HHH")]
    service = rank_measures(evaluate(*things), choices=[choose("a", "b")]).services[0]
    assert service.headlines == ("b",)
    assert (
        "Data group chose “Measure A” before “Measure B”, yet it says how much was done, not how "
        "well, nor who is better off: it cannot be a headline." in service.caveats
    )


def test_measures_and_indicators_never_stand_in_one_answer() -> None:
    answer = rank_measures(evaluate(indicator("a", "HHH"), measure("b", WELL, "HHH")))
    assert answer.to_frame()["measure"].tolist() == ["b"]


def test_the_table_says_quadrant_and_what_is_needed() -> None:
    thing = measure("a", SHARE, "HHL", DataState.MISSING, data_note="Ask everybody.")
    frame = rank_measures(evaluate(thing)).to_frame()
    assert list(frame.columns) == [
        *("service", "measure", "called", "quadrant", "needed", "list", "lowest_place"),
        *("highest_place", "communication", "proxy", "data_power", "data", "because"),
    ]
    assert list(frame["quadrant"]) == ["better off, share"]
    assert list(frame["needed"]) == ["Ask everybody."]
    assert list(frame["list"]) == ["data development agenda"]


def test_no_service_is_an_answer() -> None:
    answer = rank_measures(oba.Evaluation(id="empty", title="Empty"))
    assert str(answer) == "There is no service."
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(answer)
    assert answer._repr_html_() == ""


def test_mime_has_three_measures_that_are_wanted_and_no_headline() -> None:
    # The example's own words: nobody chose headline measures, and these three are wanted.
    service = rank_measures(oba.load_example("mime")).services[0]
    assert service.headlines == service.tied == ()
    assert service.agenda == (
        *("measure-share-confident", "measure-share-acted-on", "measure-share-membership"),
    )
    undecided = {one.name for one in service.list_on(Listing.UNDECIDED)}
    assert "measure-services-delivered" in undecided
    assert len(service.placed) == 21


def test_choosing_mimes_one_measure_with_data_makes_it_the_headline() -> None:
    # Whoever is asked to choose between what has data can only choose between these two.
    chosen = choose("measure-services-delivered", "measure-specification-changed")
    service = rank_measures(oba.load_example("mime"), choices=[chosen]).services[0]
    assert service.headlines == ("measure-services-delivered",)
    assert "measure-specification-changed" in service.secondary

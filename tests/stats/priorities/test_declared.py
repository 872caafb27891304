"""Where the evaluation's own lists differ from what follows, it is told."""

from obamodel.domain.indicators import DataState
from obamodel.stats.priorities import rank_indicators
from tests.stats.priorities.making import choose, evaluate, indicator

MISSING = DataState.MISSING


def test_lists_that_are_as_they_should_be_need_no_word() -> None:
    evaluation = evaluate(
        indicator("a", "HHH"),
        indicator("b", "HHH"),
        indicator("c", "HHL", MISSING),
        outcome={"headline_indicators": ["b", "a"], "data_development_agenda": ["c"]},
    )
    assert rank_indicators(evaluation, choices=[choose("b", "a")]).outcomes[0].caveats == ()


def test_each_difference_is_told() -> None:
    evaluation = evaluate(
        indicator("a", "HHH"),
        indicator("b", "MHH"),
        indicator("c", "HHL", MISSING),
        indicator("d", "LLL", MISSING),
        indicator("e", "HHL", MISSING),
        outcome={"headline_indicators": ["b", "c"], "data_development_agenda": ["d", "e"]},
    )
    given = "by the data, powers and choices given here"
    no_data = f"{given} it is wanted, and has no good data yet"
    not_there = "powers, data and choices do not put it there"
    assert rank_indicators(evaluation).outcomes[0].caveats == (
        f"The evaluation names indicator B as a headline; {given} it is secondary.",
        f"The evaluation names indicator C as a headline; {no_data}.",
        "The evaluation does not name indicator A among its headlines.",
        f"The evaluation has indicator D on its data development agenda, and {not_there}.",
        "The evaluation's data development agenda leaves out indicator C.",
    )


def test_an_order_written_the_other_way_round_is_told() -> None:
    evaluation = evaluate(
        indicator("a", "HHH"),
        indicator("b", "HHH"),
        outcome={"headline_indicators": ["a", "b"]},
    )
    (caveat,) = rank_indicators(evaluation, choices=[choose("b", "a")]).outcomes[0].caveats
    assert caveat == (
        "In its headlines the evaluation writes indicator A before indicator B, and choices or "
        "powers put them the other way round."
    )


def test_headlines_tied_for_the_last_places_are_told() -> None:
    names = list("abcdef")
    evaluation = evaluate(
        *(indicator(name, "HHH") for name in names), outcome={"headline_indicators": names[:5]}
    )
    caveats = rank_indicators(evaluation).outcomes[0].caveats
    assert caveats[0].endswith("they are tied for the last places.")

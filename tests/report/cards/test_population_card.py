"""Does the card of an outcome say how everybody is, and nothing about how a service does?"""

import attrs
import pytest

import obamodel as oba
from obamodel.errors import InvalidError
from obamodel.report.cards import write_population_card
from obamodel.report.cards.one_page import count_lines
from obamodel.report.document import Document, Figure, Kind, Note
from obamodel.report.markdown import print_markdown
from tests.report.cards.full import SENTENCE, make_full_population

PARTS = ["indicators", "story", "partners", "what-works", "next", "wanted"]


def list_figures(card: Document) -> list[Figure]:
    waiting, found = list(card.sections), []
    while waiting:
        section = waiting.pop(0)
        found += [one for one in section.blocks if isinstance(one, Figure)]
        waiting = [*section.sections, *waiting]
    return found


@pytest.fixture(scope="module")
def trafford() -> Document:
    return write_population_card(oba.load_example("trafford"), "a-good-start")


def test_it_says_what_is_wanted_for_whom_and_that_it_is_a_population_card(
    trafford: Document,
) -> None:
    assert trafford.kind is Kind.CARD
    assert trafford.title == "Children in Trafford grow up safe and out of trouble."
    assert trafford.subtitle.startswith("Population card. For: Children in Trafford.")
    assert [one.id for one in trafford.sections] == PARTS


def test_each_curve_has_its_picture_and_its_whole_verdict_the_newest_baseline_first(
    trafford: Document,
) -> None:
    answers = oba.publish_curves(oba.load_example("trafford"))
    newest = max(answers, key=lambda one: one.baseline.until)
    assert [one.title for one in list_figures(trafford)] == [
        "Children cautioned or sentenced in Trafford (baseline until 2021/22)",
        "Children cautioned or sentenced in Trafford (baseline until 2017/18)",
    ]
    text = print_markdown(trafford)
    for answer in answers:
        assert answer.sentence.split(": ", 1)[1][1:] in text
    assert text.index(newest.sentence.split(": ", 1)[1][1:]) == min(
        text.index(one.sentence.split(": ", 1)[1][1:]) for one in answers
    )


def test_nothing_on_it_is_about_how_a_service_does() -> None:
    mime = oba.load_example("mime")
    text = print_markdown(write_population_card(mime, "views-inform-commissioning"))
    assert mime.indicators[0].statement.rstrip(".") in text
    for measure in mime.measures:
        assert measure.name not in text
    for change in mime.changes:
        assert change.gist not in text


def test_indicators_without_figures_are_named_and_the_sketch_says_that_it_has_none() -> None:
    card = write_population_card(oba.load_example("mime"), "views-inform-commissioning")
    part = card.find("without-figures")
    assert part.title == "Without figures over time so far"
    (sketch,) = list_figures(card)
    assert "sketch without figures" in sketch.alt
    assert "There are no good figures for: 1, 2, 3, 4, 5." in print_markdown(card)


def test_what_is_not_written_down_yet_is_said_gently() -> None:
    empty = oba.Evaluation(
        id="new",
        title="New",
        populations=[oba.Population(id="all", name="Everybody", who="all who live here")],
        outcomes=[oba.Outcome(id="well", statement="We are well", population="all")],
    )
    text = print_markdown(write_population_card(empty, "well"))
    for said in (
        "No indicators are agreed yet.",
        "No story is written down yet.",
        "None are named yet.",
        "No ideas are written down yet.",
        "Nothing is agreed yet.",
        "Nothing is on the list.",
    ):
        assert said in text


def test_an_outcome_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(InvalidError) as refused:
        write_population_card(oba.load_example("trafford"), "good-start")
    (fault,) = refused.value.faults
    assert str(fault) == (
        'no outcome is called "good-start"; choose one of: a-good-start [unknown-card]'
    )


def test_however_much_there_is_it_fits_and_says_what_does_not() -> None:
    card = write_population_card(make_full_population(), "a-good-start")
    assert count_lines(card) <= 120
    (note,) = card.find("more").blocks
    assert isinstance(note, Note)
    for what in ("curves", "indicators", "force", "partners", "ideas", "actions", "story"):
        assert f"more {what}" in note.text, what


def test_an_action_for_a_measure_stands_on_the_other_card() -> None:
    trafford = oba.load_example("trafford")
    about = trafford.indicators[0].id
    evaluation = attrs.evolve(
        trafford,
        actions=[
            oba.Action(id="mine", text="Meet on Mondays.", indicators=[about], owner="The board"),
            oba.Action(id="nobodys", text="Meet on Tuesdays."),
        ],
        services=[oba.Service(id="team", name="The team", description=SENTENCE)],
    )
    text = print_markdown(write_population_card(evaluation, "a-good-start"))
    assert "Meet on Mondays. (The board; no date yet; not recorded.)" in text
    assert "Tuesdays" not in text
    # Without a service there is no other card for it.
    alone = attrs.evolve(evaluation, services=())
    assert "Tuesdays" in print_markdown(write_population_card(alone, "a-good-start"))


def test_an_internal_card_says_so() -> None:
    trafford = oba.load_example("trafford")
    assert write_population_card(trafford, "a-good-start", internal=True).internal

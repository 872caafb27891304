"""Does the card of a service ask its three questions, and leave the outcome to the other card?"""

import attrs
import pytest

import obamodel as oba
from obamodel.errors import InvalidError
from obamodel.report.cards import write_performance_card
from obamodel.report.cards.one_page import count_lines
from obamodel.report.document import Bullets, Document, Figure, Kind
from obamodel.report.markdown import print_markdown
from tests.report.cards.full import make_full_service

PARTS = [
    "people",
    *(f"question-{number}" for number in range(1, 5)),
    *("curves", "story", "partners", "what-works", "next", "changes", "contributes", "more"),
]


@pytest.fixture(scope="module")
def mime() -> Document:
    return write_performance_card(oba.load_example("mime"), "mime-project")


def list_lines(card: Document, part: str) -> tuple[str, ...]:
    (bullets,) = (one for one in card.find(part).blocks if isinstance(one, Bullets))
    return bullets.items


def test_it_asks_its_questions_in_order(mime: Document) -> None:
    assert mime.kind is Kind.CARD
    assert mime.subtitle == "Performance card. From: Evaluation of the MIME project"
    assert [one.id for one in mime.sections] == PARTS
    assert mime.find("people").title == "Service users and carers"
    assert mime.find("question-1").title == "How much did we do?"
    assert mime.find("question-4").title == "Is anyone better off? What share"


def test_each_measure_stands_under_its_own_question_with_what_is_known(mime: Document) -> None:
    assert "Places where the first training was held: 6." in list_lines(mime, "question-1")
    shares = list_lines(mime, "question-4")
    assert len(shares) == 3
    assert all("Not known." in line for line in shares)


def test_headline_measures_come_first_and_then_those_of_which_something_is_known() -> None:
    mime = oba.load_example("mime")
    service = attrs.evolve(
        mime.services[0],
        headline_measures=["measure-peer-workshops"],
    )
    known = write_performance_card(attrs.evolve(mime, services=[service]), "mime-project")
    first, *others = list_lines(known, "question-1")
    assert first.startswith("Workshops on peer support")
    assert others
    effects = list_lines(known, "question-3")
    assert not any("not known" in line for line in effects[:3])


def test_nothing_on_it_is_the_story_of_a_whole_population(mime: Document) -> None:
    text = print_markdown(mime)
    assert "No story is written down yet." in text
    assert not [one for part in mime.sections for one in part.blocks if isinstance(one, Figure)]


def test_stories_of_change_are_those_that_may_be_shown() -> None:
    whole = oba.load_example("mime")
    closed = [
        attrs.evolve(one, consent=oba.Consent(state=oba.ConsentState.NO)) for one in whole.changes
    ]
    card = write_performance_card(attrs.evolve(whole, changes=closed), "mime-project")
    text = print_markdown(card)
    assert "None may be shown, or none are written down." in text
    for change in whole.changes:
        assert change.gist[:40] not in text


def test_what_it_contributes_to_is_said_beside_others_who_help(mime: Document) -> None:
    text = print_markdown(mime)
    assert "contributes to this: Commissioners hold evidence" in text
    assert "A service is one helper among many." in text
    assert "cause" not in text.lower()


def test_a_curve_of_a_measure_is_drawn_with_its_forecast_and_verdict() -> None:
    mime, trafford = oba.load_example("mime"), oba.load_example("trafford")
    series = attrs.evolve(
        trafford.find("cautioned-or-sentenced-trafford"), about=["measure-rating"]
    )
    baselines = [attrs.evolve(one, comparisons=()) for one in trafford.baselines]
    card = write_performance_card(
        attrs.evolve(mime, series=[series], baselines=baselines), "mime-project"
    )
    part = card.find("curve-measure-rating")
    assert part.title == "How people scored the training"
    assert [one for one in part.blocks if isinstance(one, Figure)]
    assert "No turn is shown." in print_markdown(card)


def test_a_service_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(InvalidError, match="choose one of: mime-project"):
        write_performance_card(oba.load_example("mime"), "mime")
    with pytest.raises(InvalidError, match="write one down in the evaluation first"):
        write_performance_card(oba.load_example("trafford"), "mime")


def test_however_much_there_is_it_fits() -> None:
    card = write_performance_card(make_full_service(), "mime-project")
    assert count_lines(card) <= 120

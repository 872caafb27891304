"""What it is about, for whom, what people want and how we would know."""

import pytest

import obamodel as oba
from obamodel.report.document import Document
from obamodel.report.plain import list_sentences, write_plain
from obamodel.report.plain.beginning import say_held
from tests.report.plain.drawn import make_evaluation


def read(evaluation: oba.Evaluation, name: str) -> list[str]:
    part = write_plain(evaluation).find(name)
    return list(list_sentences(Document(title="", sections=[part])))


def test_the_plain_words_about_the_whole_come_first() -> None:
    said = read(oba.load_example("mime"), "about")
    assert "MIME is a project in Essex." in said
    assert said.index("There is also a long report.") < said.index("MIME is a project in Essex.")


def test_the_places_are_named_where_no_plain_words_name_them() -> None:
    said = read(make_evaluation(), "who")
    assert said[-3:] == ["These are the places:", "Hill", "Dale"]
    assert "These are the places:" not in read(oba.load_example("mime"), "who")


def test_a_population_that_is_also_reached_is_not_who_it_is_for() -> None:
    mime = oba.load_example("mime")
    assert len(mime.populations) == 2
    assert "The general public" not in " ".join(read(mime, "who"))


@pytest.mark.parametrize(
    ("held", "number", "said"),
    [
        (0, 1, "We have no numbers for it."),
        (1, 1, "We have numbers for it."),
        (0, 5, "We have no numbers for these signs."),
        (2, 5, "We have numbers for 2 of 5 signs."),
        (5, 5, "We have numbers for them."),
    ],
)
def test_for_how_many_signs_there_are_numbers_is_said(held: int, number: int, said: str) -> None:
    assert say_held(held, number) == said


def test_none_of_mimes_signs_has_a_number() -> None:
    # Section 6 of the fact sheet: five indicators, all of them statements.
    assert "We have no numbers for these signs." in read(oba.load_example("mime"), "know")

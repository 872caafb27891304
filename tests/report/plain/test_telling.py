"""When is a thing told in plain words, when in people's own, and when not at all?"""

from attrs import evolve

from obamodel.domain.easy_read import PlainWords
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.risks import Risk
from obamodel.plots.signs import Sign
from obamodel.report.document import Bullets, Card, Cards, Figure, Paragraph
from obamodel.report.plain.telling import (
    MORE,
    MOST_QUOTED,
    NOT_WRITTEN,
    OWN_WORDS,
    Telling,
    is_short,
    make_telling,
    start_section,
)
from tests.report.plain.drawn import DAY

RISKS = [Risk(id=name, name=f"It may {name}.") for name in ("rain", "snow", "freeze")]
LONG = Risk(id="long", name="word " * 16)


def tell(about: str, text: str) -> PlainWords:
    return PlainWords(about=about, text=text, author="us", on=DAY)


def make(*words: PlainWords) -> Telling:
    return make_telling(Evaluation(id="a", title="A", risks=[*RISKS, LONG], plain_words=words))


def test_plain_words_are_told_a_sentence_a_line_and_the_rest_is_left_to_the_report() -> None:
    told = make(tell("rain", "Rain comes. Take a hat.")).tell("Look:", RISKS, "name")
    assert told == (
        Paragraph("Look:"),
        Paragraph("Rain comes."),
        Paragraph("Take a hat."),
        Paragraph(MORE),
    )


def test_several_are_a_list_in_the_evaluations_order_and_nothing_more_is_said_of_none() -> None:
    words = [tell(one.id, f"{one.id} comes.") for one in reversed(RISKS)]
    told = make(*words).tell("Look:", RISKS, "name", after=lambda one: [f"Mind {one.id}."])
    assert told == (
        Paragraph("Look:"),
        Bullets(
            [
                "rain comes. Mind rain.",
                "snow comes. Mind snow.",
                "freeze comes. Mind freeze.",
            ]
        ),
    )


def test_two_texts_about_one_thing_are_told_one_after_the_other() -> None:
    assert make(tell("rain", "Rain comes."), tell("rain", "Take a hat.")).say("rain") == (
        "Rain comes. Take a hat."
    )


def test_without_plain_words_short_texts_stand_in_boxes_unchanged() -> None:
    told = make().tell("Look:", [RISKS[0], LONG], "name", after=lambda _: ["Mind it."])
    assert told == (
        Paragraph("Look:"),
        Cards([Card(heading=OWN_WORDS, text="It may rain.", under="Mind it.")]),
        Paragraph(MORE),
    )


def test_where_nothing_is_short_the_reader_is_told_where_it_is() -> None:
    assert make().tell("Look:", [LONG], "name") == (Paragraph("Look:"), Paragraph(NOT_WRITTEN))
    assert make().tell("Look:", [], "name") == ()


def test_at_most_six_are_quoted() -> None:
    many = [evolve(RISKS[0], id=f"rain-{place}") for place in range(9)]
    chosen, left = make().choose(many, "name")
    assert len(chosen) == MOST_QUOTED
    assert left


def test_the_plainer_of_two_texts_is_taken_and_the_next_where_it_is_long() -> None:
    both = evolve(RISKS[0], cause="Clouds.")
    (_, cards) = make().tell("Look:", [both], "cause", "name")
    assert isinstance(cards, Cards)
    assert cards.items[0].text == "Clouds."
    wordy = evolve(RISKS[0], cause="word " * 16)
    (_, cards) = make().tell("Look:", [wordy], "cause", "name")
    assert isinstance(cards, Cards)
    assert cards.items[0].text == "It may rain."


def test_what_is_short_has_at_most_two_sentences_of_fifteen_words() -> None:
    fifteen = " ".join(["word"] * 15)
    assert is_short(f"{fifteen}. {fifteen}.")
    assert not is_short(f"{fifteen} more.")
    assert not is_short("One. Two. Three.")
    assert not is_short("  ")


def test_a_part_begins_with_its_sign_and_one_with_nothing_in_it_is_not_there() -> None:
    assert start_section("a", "A?", Sign.WISH, []) is None
    part = start_section("a", "A?", Sign.WISH, [Paragraph("Yes."), None])
    assert part is not None
    picture, told = part.blocks
    assert isinstance(picture, Figure)
    assert picture.alt == "A star."
    assert told == Paragraph("Yes.")

"""Are the numbers of what was done those that were published, as sure as they are?"""

import attrs

from obamodel.domain.easy_read import PlainWords
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.quantities import Count, Counted, Precision
from obamodel.report.document import Document, Figure
from obamodel.report.plain import list_sentences, write_plain
from tests.report.plain.drawn import DAY, make_evaluation


def read(evaluation: Evaluation) -> list[str]:
    part = write_plain(evaluation).find("done")
    return list(list_sentences(Document(title="", sections=[part])))


def count(name: str, value: int | None, **more: object) -> Count:
    given: dict[str, object] = {"of": f"who {name}", "counted": Counted.PEOPLE} | more
    return Count(id=name, value=value, **given)  # type: ignore[arg-type]  # fields of Count


def build(*counts: Count, **more: object) -> Evaluation:
    return Evaluation(id="a", title="A", counts=counts, **more)  # type: ignore[arg-type]


def test_numbers_of_people_have_a_picture_and_other_numbers_a_list() -> None:
    evaluation = build(
        count("came", 45, precision=Precision.ABOUT, reason="so it says"),
        count("chairs", 12, counted=Counted.THINGS, of="chairs"),
    )
    part = write_plain(evaluation).find("done")
    pictures = [block for block in part.blocks if isinstance(block, Figure)]
    assert len(pictures) == 2  # the sign, and the people
    said = read(evaluation)
    assert 'About 45 "who came".' in said
    assert '12 "chairs".' in said
    assert '"About" means that the number is close, but may not be exact.' in said


def test_plain_words_follow_the_number() -> None:
    words = PlainWords(about="came", text="people came to the day.", author="us", on=DAY)
    said = read(build(count("came", 40, published="a leaflet"), plain_words=[words]))
    assert "40 people came to the day." in said


def test_attendances_are_never_drawn_as_people() -> None:
    said = read(build(count("came", 40, counted=Counted.ATTENDANCES, published="a leaflet")))
    assert "How many people" not in said
    assert '40 "who came".' in said


def test_a_small_number_is_hidden_and_the_reader_is_told_why() -> None:
    said = read(build(count("came", 3), count("stayed", 40, published="a leaflet")))
    assert "We hide some small numbers." in said
    assert "That way no one can be picked out." in said
    assert not [one for one in said if "who came" in one]


def test_what_stopped_or_is_only_a_plan_says_so() -> None:
    work = [
        attrs.evolve(one, name=f"Talk {place}")
        for place, one in enumerate(make_evaluation().activities)
    ]
    said = read(build(activities=work))
    assert said.count("This work has stopped.") == 1
    assert said.count("This is a plan.") == 1


def test_an_evaluation_in_which_nothing_was_done_has_no_such_part() -> None:
    assert "done" not in [part.id for part in write_plain(build()).sections]

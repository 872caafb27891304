"""Is what people said told only as they agreed, and what came of it as it was?"""

import attrs
import pytest

import obamodel as oba
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.influences import Influence, Reply
from obamodel.report.document import Document
from obamodel.report.plain import list_sentences, write_plain
from tests.report.plain.drawn import DAY, make_evaluation

SAID = make_evaluation().feedback[0]


def read(evaluation: Evaluation, name: str) -> list[str]:
    sections = [part for part in write_plain(evaluation).sections if part.id == name]
    return list(list_sentences(Document(title="", sections=sections)))


def build(**more: object) -> Evaluation:
    return Evaluation(id="a", title="A", **more)  # type: ignore[arg-type]  # fields of Evaluation


@pytest.mark.parametrize("state", [ConsentState.NO, ConsentState.NOT_RECORDED])
def test_what_nobody_agreed_to_show_leaves_no_trace(state: ConsentState) -> None:
    hidden = attrs.evolve(SAID, consent=Consent(state=state))
    assert read(build(feedback=[hidden]), "said") == []
    other = attrs.evolve(hidden, id="other", gist="It was late.")
    assert read(build(feedback=[SAID, hidden_as(other)]), "said") == read(
        build(feedback=[SAID]), "said"
    )


def hidden_as(feedback: oba.Feedback) -> oba.Feedback:
    return attrs.evolve(feedback, consent=Consent(state=ConsentState.NO))


def test_what_was_public_before_says_that_asking_was_our_job() -> None:
    before = Consent(state=ConsentState.ALREADY_PUBLISHED, source="A report")
    said = read(build(feedback=[attrs.evolve(SAID, consent=before)]), "said")
    assert "It was our job to ask them." in said
    assert "It was our job to ask them." not in read(build(feedback=[SAID]), "said")


def test_what_needs_a_caveat_is_left_to_the_report() -> None:
    careful = attrs.evolve(SAID, id="careful", gist="All came.", caveat="Not all did.")
    said = read(build(feedback=[SAID, careful]), "said")
    assert "All came." not in said
    assert "There is more in the long report." in said


def test_how_the_voices_were_chosen_is_said_where_it_is_not_known() -> None:
    assert "We do not know how this was picked." in read(build(feedback=[SAID]), "said")
    picked = attrs.evolve(SAID, selected="All of them.")
    assert "We do not know how this was picked." not in read(build(feedback=[picked]), "said")


@pytest.mark.parametrize(
    ("reply", "because", "told"),
    [
        (Reply.ADOPTED, "", ["The answer was yes."]),
        (Reply.PARTLY, "", ["Part of it was done."]),
        (Reply.NOT_TAKEN_UP, "", ["It was not taken up.", "We do not know why."]),
        (
            Reply.NOT_TAKEN_UP,
            "The road is small.",
            ["It was not taken up.", 'Why: "The road is small".'],
        ),
        (
            Reply.NOT_TAKEN_UP,
            "the road is small " * 6,
            ["It was not taken up.", "The long report tells you why."],
        ),
        (Reply.PENDING, "", ["There is no answer yet."]),
        (Reply.NOT_RECORDED, "", ["We do not know the answer."]),
    ],
)
def test_each_answer_is_told_in_plain_words(reply: Reply, because: str, told: list[str]) -> None:
    view = Influence(id="view", view="Let it stop here.", reply=reply, because=because)
    said = read(build(influences=[view]), "changed")
    start = said.index("Let it stop here.") + 1
    assert said[start:] == [*told, "We do not know if people were told."]


def test_that_people_were_told_is_said_where_it_is_known() -> None:
    view = Influence(id="view", view="Let it stop here.", told_back=DAY)
    assert read(build(influences=[view]), "changed")[-1] == "People were told what came of it."

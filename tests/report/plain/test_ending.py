"""What nobody knows, and what happens next, by whom and when."""

import attrs
import pytest

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.recommendations import Request
from obamodel.report.document import Document
from obamodel.report.plain import list_sentences, write_plain
from obamodel.report.plain.ending import STATUSES
from tests.report.plain.drawn import DAY, make_evaluation


def read(evaluation: Evaluation, name: str) -> list[str]:
    sections = [part for part in write_plain(evaluation).sections if part.id == name]
    return list(list_sentences(Document(title="", sections=sections)))


def build(**more: object) -> Evaluation:
    return Evaluation(id="a", title="A", **more)  # type: ignore[arg-type]  # fields of Evaluation


PLAN = Action(id="plan", text="Ask for a bus.", status=ActionStatus.PLANNED)


def test_what_would_be_without_the_work_is_never_known() -> None:
    assert "We do not know how things would be without this work." in read(build(), "not-known")


def test_unknown_numbers_and_losses_are_told_and_small_ones_are_not_called_unknown() -> None:
    drawn = make_evaluation()
    said = read(drawn, "not-known")
    assert '"who came on day 4"' in said
    assert '"who came on day 3"' not in said
    assert "Some charts or notes are lost." in said
    assert "Some charts or notes are lost." not in read(attrs.evolve(drawn, losses=()), "not-known")


@pytest.mark.parametrize("status", ActionStatus)
def test_each_action_stands_under_how_far_it_has_come(status: ActionStatus) -> None:
    said = read(build(actions=[attrs.evolve(PLAN, status=status)]), "next")
    assert said[said.index("Ask for a bus.") - 2] == STATUSES[status]
    assert "What happens next?" in said


def test_who_and_when_are_said_or_that_nobody_knows() -> None:
    without = read(build(actions=[PLAN]), "next")
    assert "We do not know who will do it." in without
    assert "We do not know when it will be done." in without
    known = read(build(actions=[attrs.evolve(PLAN, owner="The board.", by=DAY)]), "next")
    assert 'Who does it: "The board".' in known
    assert "By when: 5 October 2024." in known
    assert "We do not know who will do it." not in known


def test_of_what_is_done_nobody_asks_who_will_do_it() -> None:
    done = read(build(actions=[attrs.evolve(PLAN, status=ActionStatus.DONE)]), "next")
    assert "We do not know who will do it." not in done


def test_what_is_asked_for_is_told() -> None:
    said = read(build(requests=[Request(id="ask", text="Tell us.", made_to="the board")]), "next")
    assert "This is what people ask for:" in said
    assert "Tell us." in said

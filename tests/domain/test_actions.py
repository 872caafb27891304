"""What was decided, and how little of it has to be known."""

import pytest

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.dates import PartialDate
from tests.domain.building import make, refuse


def test_an_action_is_in_one_of_these_states() -> None:
    assert [str(word) for word in ActionStatus] == [
        "planned",
        "under way",
        "done",
        "stopped",
        "not recorded",
    ]


def test_an_action_without_owner_or_date_is_kept_as_it_was_decided() -> None:
    # MIME's five plans have neither: fact sheet, section 10 (d).
    action = Action(id="grow", text="Grow the membership, above all in the South East.")
    assert (action.owner, action.by) == ("", None)
    assert action.status is ActionStatus.NOT_RECORDED


def test_an_action_says_what_is_to_be_done() -> None:
    assert [fault.path for fault in refuse(Action, text="")] == [("text",)]


def test_the_date_of_an_action_is_a_partial_date_and_not_text() -> None:
    assert make(Action, by=PartialDate.parse("summer 2012")).by.in_words() == "summer 2012"
    (fault,) = refuse(Action, by="summer 2012")
    assert str(fault) == 'by: found "summer 2012"; give a PartialDate [wrong-type]'


@pytest.mark.parametrize("status", ["stopped", "finished", 3, None])
def test_the_state_of_an_action_is_one_of_those_states(status: object) -> None:
    assert [fault.code for fault in refuse(Action, status=status)] == ["unknown-choice"]

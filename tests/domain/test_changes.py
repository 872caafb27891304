"""A personal story of change: whose, in what way, told by whom, and whether it may be shown."""

from obamodel.domain.changes import Change, Told
from obamodel.domain.consent import ConsentState
from obamodel.domain.measures import BetterOff
from tests.domain.building import make, refuse


def test_a_change_is_told_by_the_person_or_observed_and_says_which() -> None:
    assert [str(word) for word in Told] == ["told by themselves", "observed"]
    assert [fault.code for fault in refuse(Change, told=None)] == ["unknown-choice"]


def test_a_change_can_be_of_several_kinds() -> None:
    change = make(Change, kinds=[BetterOff.CIRCUMSTANCE, BetterOff.SKILLS_KNOWLEDGE])
    assert change.kinds == (BetterOff.CIRCUMSTANCE, BetterOff.SKILLS_KNOWLEDGE)


def test_nobody_is_taken_to_have_agreed_that_a_change_is_shown() -> None:
    assert make(Change).consent.state is ConsentState.NOT_RECORDED


def test_a_change_says_whose_it_is_and_what_it_is() -> None:
    faults = refuse(Change, whose="", gist=" ")
    assert [(fault.path, fault.code) for fault in faults] == [
        (("whose",), "blank"),
        (("gist",), "blank"),
    ]

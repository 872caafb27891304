"""The story behind a curve: the forces at work, and who told it."""

from obamodel.domain.consent import ConsentState
from obamodel.domain.stories import Effect, Force, Origin, Story, Teller
from tests.domain.building import make, refuse


def test_a_force_helps_or_hinders_from_inside_or_outside() -> None:
    assert [str(word) for word in Effect] == ["helps", "hinders"]
    assert [str(word) for word in Origin] == ["internal", "external"]
    assert [fault.path for fault in refuse(Force, effect=None, origin=None)] == [
        ("effect",),
        ("origin",),
    ]


def test_nobody_is_taken_to_have_lived_experience_unless_it_is_said() -> None:
    assert make(Teller).lived_experience is False
    assert [fault.path for fault in refuse(Teller, lived_experience="yes")] == [
        ("lived_experience",)
    ]


def test_no_teller_is_taken_to_have_agreed() -> None:
    assert make(Teller).consent.state is ConsentState.NOT_RECORDED


def test_a_story_keeps_what_nobody_knows_yet() -> None:
    story = make(Story, still_to_find_out=["Why so few joined in the South East."])
    assert story.still_to_find_out == ("Why so few joined in the South East.",)


def test_those_who_told_a_story_are_tellers_and_not_names() -> None:
    (fault,) = refuse(Story, told_by=["Mary"])
    assert str(fault) == 'told_by[0]: found "Mary"; give a Teller [wrong-type]'

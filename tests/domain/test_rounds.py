"""Which round is the last, what did it promise, and what stands from before?"""

import pytest

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.rounds import (
    TURNING,
    count_rounds,
    find_last_round,
    find_round,
    find_turning_rounds,
    list_promises,
    list_standing_promises,
    name_next_round,
    name_turning_round,
)
from obamodel.errors import InvalidError


def make_round(id: str, follows: str = "", questions: str = "rolfe") -> ReflectiveCycle:
    return ReflectiveCycle(id=id, title=id.title(), question_set=questions, follows=follows)


def make(*rounds: ReflectiveCycle, actions: tuple[Action, ...] = ()) -> Evaluation:
    return Evaluation(id="small", title="Small", cycles=rounds, actions=actions)


def test_the_last_round_is_the_one_that_none_follows() -> None:
    small = make(make_round("second", "first"), make_round("first"))
    last = find_last_round(small)
    assert last is not None
    assert (last.id, count_rounds(small, last)) == ("second", 2)
    assert find_last_round(make()) is None
    assert count_rounds(make(), None) == 0


def test_a_meeting_about_one_curve_is_no_round_of_the_group() -> None:
    small = make(make_round("first"), make_round("crime", questions=TURNING))
    last = find_last_round(small)
    assert last is not None
    assert last.id == "first"


def test_a_round_that_is_not_there_is_refused_with_the_nearest_name() -> None:
    for small, mend in (
        (make(make_round("round-1")), 'did you mean "round-1"?'),
        (make(make_round("a"), make_round("b")), "choose one of: a, b"),
        (make(), "no round is recorded yet"),
    ):
        with pytest.raises(InvalidError) as refused:
            find_round(small, "round1")
        (fault,) = refused.value.faults
        assert (fault.code, fault.mend) == ("unknown-round", mend)


def test_what_stands_is_what_was_promised_last_and_all_that_is_still_open_from_before() -> None:
    rounds = (
        make_round("first"),
        make_round("second", "first"),
        make_round("third", "second"),
        make_round("other"),
    )
    open_, done = ActionStatus.UNDER_WAY, ActionStatus.DONE
    actions = tuple(
        Action(id=name, text=name, cycle=cycle, status=status)
        for name, cycle, status in (
            ("new-done", "third", done),
            ("old-open", "first", open_),
            ("old-done", "first", done),
            ("old-stopped", "second", ActionStatus.STOPPED),
            ("middle", "second", ActionStatus.NOT_RECORDED),
            ("elsewhere", "other", open_),
            ("nowhere", "", open_),
        )
    )
    small = make(*rounds, actions=actions)
    standing = list_standing_promises(small, rounds[2])
    assert [one.id for one in standing] == ["old-open", "middle", "new-done"]
    assert [one.id for one in list_promises(small, rounds[2])] == ["new-done"]
    assert list_standing_promises(small, None) == ()


def test_a_new_round_has_a_name_that_nothing_else_has() -> None:
    assert name_next_round(make(make_round("round-2")), "round-1") == "round-3"
    long = "a-round-with-a-long-name"
    assert len(name_next_round(make(), long, longest=12)) <= 12


def test_a_later_meeting_about_a_curve_has_the_next_number() -> None:
    answer = Response(question="story", text="So.", evidence=["calls"])
    held = ReflectiveCycle(id="turn-calls", title="Calls", question_set=TURNING, responses=[answer])
    small = Evaluation(
        id="small",
        title="Small",
        cycles=[held],
        actions=[Action(id="calls", text="Answer.")],
    )
    assert find_turning_rounds(small, "calls") == (held,)
    assert find_turning_rounds(small, "waits") == ()
    assert name_turning_round(small, "calls", longest=32) == "turn-calls-2"

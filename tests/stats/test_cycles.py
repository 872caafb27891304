"""What came of one round by the next: promises, curves, and what people were told?"""

import datetime

import attrs
import pytest

import obamodel as oba
from obamodel.domain.dates import PartialDate
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.errors import InvalidError
from obamodel.stats.cycles import compare_cycles, find_day

CALLS = [38, 41, 40, 43, 39, 42, 40, 41, 20, 19, 21]


def hold(id: str, on: str = "", follows: str = "") -> ReflectiveCycle:
    when = PartialDate.parse(on) if on else None
    answer = Response(question="what", text="We met.", on=when)
    return ReflectiveCycle(
        id=id, title=id.title(), question_set="rolfe", responses=[answer], follows=follows
    )


def promise(id: str, cycle: str, status: str, reason: str = "") -> oba.Action:
    return oba.Action(id=id, text=id, cycle=cycle, status=oba.ActionStatus(status), reason=reason)


def make(**parts: object) -> oba.Evaluation:
    series = oba.Series.from_dict(
        {str(2005 + place): value for place, value in enumerate(CALLS)},
        id="calls",
        name="Calls that nobody answered",
        kind=oba.SeriesKind.COUNT,
        unit="calls",
        polarity=oba.Polarity.LOW,
        counted=oba.Counted.THINGS,
    )
    baseline = oba.freeze_baseline(
        series, until="2012", periods=3, as_of="2013-01-31", author="us", because="so", id="base"
    )
    given: dict[str, object] = {
        "series": [series],
        "baselines": [baseline],
        "cycles": [hold("first", "2014-01-31"), hold("second", "2016-01-31", "first")],
        **parts,
    }
    return oba.Evaluation(id="small", title="Small", **given)  # type: ignore[arg-type]


def test_a_curve_is_judged_from_what_had_ended_by_each_round() -> None:
    compared = compare_cycles(make(), "first", "second")
    (move,) = compared.moves
    assert (move.name, move.moved) == ("Calls that nobody answered", True)
    # By January 2014 one value was there, by January 2016 three of about half the forecast.
    assert (move.before, move.after) == (oba.Verdict.TOO_EARLY, oba.Verdict.TURNED)
    assert "1 curve was judged both times; 1 has another verdict now." in compared.sentence
    (answer,) = oba.assess_evaluation(make())
    assert move.after is answer.verdict


def test_a_baseline_frozen_after_a_round_is_no_part_of_what_was_known_then() -> None:
    rounds = [hold("first", "2012-06"), hold("second", "2016-01-31", "first")]
    (move,) = compare_cycles(make(cycles=rounds), "first", "second").moves
    assert (move.before, move.moved) == (None, False)


def test_promises_are_counted_by_how_far_they_have_come_and_the_open_ones_carried_over() -> None:
    actions = [
        promise("rung", "first", "done"),
        promise("asked", "first", "under way"),
        promise("built", "first", "stopped"),
        promise("planned", "first", "planned"),
        promise("new", "second", "planned"),
    ]
    compared = compare_cycles(make(actions=actions), "first", "second")
    assert compared.sentence.startswith(
        "4 actions promised: 1 done, 1 under way, 1 planned still, 1 stopped."
    )
    assert [one.id for one in compared.carried] == ["asked", "planned"]
    assert [one.id for one in compared.new] == ["new"]
    assert "1 action stopped, and nobody wrote down why." in compared.caveats
    frame = compared.to_frame()
    assert list(frame["carried_over"]) == [False, True, False, True]


def test_only_what_people_were_told_in_between_counts() -> None:
    view = oba.Influence(id="view", view="Open later.", reply=oba.Reply.ADOPTED)

    def told(on: str) -> oba.Influence:
        return attrs.evolve(view, id=f"view-{on}", told_back=PartialDate.parse(on))

    influences = [view, told("2013-05"), told("2015-05"), told("2017")]
    compared = compare_cycles(make(influences=influences), "first", "second")
    assert [one.id for one in compared.told] == ["view-2015-05"]
    assert [one.id for one in compared.untold] == ["view"]
    assert "People were told what became of 1 view in between." in compared.sentence


def test_without_dates_nothing_is_said_of_curves_and_that_is_said() -> None:
    rounds = [hold("first"), hold("second", follows="first")]
    compared = compare_cycles(make(cycles=rounds), "first", "second")
    assert compared.moves == ()
    assert compared.sentence == "No action was promised."
    assert any("First; Second" in one for one in compared.caveats)


@pytest.mark.parametrize("names", [("first", "first"), ("second", "first")])
def test_the_later_round_has_to_be_later(names: tuple[str, str]) -> None:
    with pytest.raises(InvalidError, match="is not later than"):
        compare_cycles(make(), *names)


def test_a_round_was_held_by_the_last_day_it_may_have_been() -> None:
    assert find_day(hold("a", "2014-02")) == datetime.date(2014, 2, 28)
    assert find_day(hold("a")) is None


def test_an_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError):
        bool(compare_cycles(make(), "first", "second"))

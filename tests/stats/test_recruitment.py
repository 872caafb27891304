"""Are members counted only as far as it is known who joined and who left?"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.domain.observations import Observation
from obamodel.domain.periods import Period
from obamodel.domain.series import Polarity, Series, SeriesKind, Standing
from obamodel.errors import InvalidError
from obamodel.stats.recruitment import count_members


def make(
    values: Sequence[float | None], name: str = "joined", first: str = "2009", **about: Any
) -> Series:
    start = Period.parse(first)
    return Series(
        **{
            "id": name,
            "name": name,
            "kind": SeriesKind.COUNT,
            "unit": "people",
            "polarity": Polarity.NONE,
            "observations": [
                Observation(period=start.shift(step), value=value)
                if value is not None
                else Observation(period=start.shift(step), missing="the list is lost")
                for step, value in enumerate(values)
            ],
            **about,
        }
    )


@given(st.lists(st.integers(0, 50), min_size=1, max_size=20), st.integers(0, 100))
def test_members_are_the_start_and_everybody_who_joined_up_to_then(
    joined: list[int], start: int
) -> None:
    members = count_members(make(joined), start=start).members
    assert list(members.values) == [start + total for total in accumulate(joined)]


def test_who_left_is_taken_off() -> None:
    answer = count_members(make([12, 9, 4]), make([0, 4, 6], "left"))
    assert list(answer.members.values) == [12, 17, 15]
    assert str(answer) == (
        "There were 15 members at the end of 2011: 25 joined and 10 left since the start of 2009."
    )


def test_the_total_is_a_running_one_and_refuses_a_verdict() -> None:
    members = count_members(make([12, 9])).members
    assert members.running_total
    with pytest.raises(InvalidError, match="running"):
        members.refuse_statistics("a verdict")


def test_from_a_period_nobody_knows_the_total_is_not_known_either() -> None:
    answer = count_members(make([12, None, 4]))
    assert list(answer.members.values) == [12, None, None]
    reasons = [one.missing for one in answer.members.observations]
    assert reasons == ["", *["it is not known how many joined in 2010"] * 2]
    assert "12 joined from 2009 to 2009; who left was not counted." in str(answer)
    assert "From 2010 on it is not known: it is not known how many joined in 2010." in (
        answer.caveats
    )


def test_a_period_of_which_nothing_is_said_is_not_nobody() -> None:
    joined = make([12, 9, 4])
    gap = make([1], "left"), make([12, 9, 4], observations=joined.observations[::2])
    assert list(count_members(joined, gap[0]).members.values) == [11, None, None]
    assert list(count_members(gap[1]).members.values) == [12, None, None]


def test_nothing_known_at_all_is_said() -> None:
    answer = count_members(make([None, 3]))
    assert str(answer) == (
        "How many members there were cannot be said: it is not known how many joined in 2009."
    )


def test_who_was_there_before_is_said() -> None:
    assert str(count_members(make([2]), make([3], "left"), start=2)) == (
        "There was 1 member at the end of 2009: 2 joined and 3 left since the start of 2009; "
        "there were 2 before that."
    )
    assert "It is counted from nobody before 2009." in count_members(make([2])).caveats
    assert "with 5 before that" in str(count_members(make([2]), start=5))


def test_large_numbers_are_written_out() -> None:
    assert "1,234,567 joined" in str(count_members(make([1_234_567])))


@pytest.mark.parametrize(
    ("joined", "left", "start", "place", "found"),
    [
        (make([1], kind=SeriesKind.MEAN), None, 0, "joined", '"joined" is a mean'),
        (make([1], running_total=True), None, 0, "joined", "is a running total already"),
        (make([]), None, 0, "joined", '"joined" has no period'),
        (make([1]), make([1], "left", first="2009-01"), 0, "left", "2009-01 is not a period like"),
        (make([1]), make([1], "left", first="2008"), 0, "left", "before the first period in which"),
        (make([1]), None, -1, "start", "found -1"),
        (make([1]), None, float("nan"), "start", "found nan"),
    ],
)
def test_what_cannot_be_added_up_is_refused_with_its_place(
    joined: Series, left: Series | None, start: float, place: str, found: str
) -> None:
    with pytest.raises(InvalidError, match=found) as refused:
        count_members(joined, left, start=start)
    assert [fault.path[0] for fault in refused.value.faults] == [place]


def test_everything_wrong_is_named_at_once() -> None:
    with pytest.raises(InvalidError) as refused:
        count_members(make([], running_total=True), make([], "left"), start=-1)
    assert [fault.path for fault in refused.value.faults] == [
        *[("joined",)] * 2,
        ("left",),
        ("start",),
    ]


def test_more_than_everybody_cannot_leave() -> None:
    with pytest.raises(InvalidError, match="more have left by the end of 2010 than there were"):
        count_members(make([3, 1]), make([0, 5], "left"))


def test_made_up_figures_do_not_become_real_by_adding_them() -> None:
    sketched = make([1], "left", standing=Standing.ILLUSTRATIVE)
    assert count_members(make([3]), sketched).members.standing is Standing.ILLUSTRATIVE


def test_the_frame_has_a_row_for_each_period() -> None:
    frame = count_members(make([12, None]), make([1], "left")).to_frame()
    assert list(frame.columns) == ["period", "joined", "left", "members"]
    assert frame["period"].tolist() == ["2009", "2010"]
    assert frame.iloc[0, 1:].tolist() == [12, 1, 11]
    assert frame.iloc[1, 1:].isna().all()


def test_an_answer_is_read_and_not_tested() -> None:
    answer = count_members(make([1], name="joined"))
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(answer)
    assert answer._repr_html_() == f"<p>{answer.sentence}</p>"


def test_members_are_public_only_where_all_that_they_are_worked_out_from_is() -> None:
    public = make([5, 6], published="a report")
    left = make([1, 2], "left", published="the same")
    assert count_members(public, left).members.published == "a report"
    assert count_members(public).members.is_public
    assert not count_members(public, make([1, 2], "left")).members.is_public
    assert not count_members(make([5, 6]), left).members.is_public

"""The curves of groups read as one answer and turn into one table."""

import pytest

from obamodel.stats.groups import GroupCurves, assess_groups
from tests.stats.groups.building import ROMA, WITHHELD
from tests.stats.groups.test_assessing import curve


@pytest.fixture
def answer() -> GroupCurves:
    return assess_groups(
        "Who is heard",
        {"men": curve(1, 0, -1), "women": curve(20, 20, 20), "older": curve(-20, -20, -20)},
        uncounted=[ROMA, WITHHELD],
    )


def test_an_answer_is_neither_true_nor_false(answer: GroupCurves) -> None:
    with pytest.raises(TypeError, match="GroupCurves is neither true nor false"):
        bool(answer)


def test_the_sentence_goes_from_the_best_to_those_without_a_curve(answer: GroupCurves) -> None:
    assert str(answer) == (
        "Who is heard: 3 groups were judged together. Turned: women. No turn shown: men. "
        "Worse than the baseline: older. Roma: reached, not counted (nobody kept a list). "
        "Tilbury: present, number withheld (a small group). Taking several years together "
        "(pool_years), or groups or areas (pool_parts), may give numbers that can be shown."
    )


def test_the_table_has_group_verdict_and_sentence(answer: GroupCurves) -> None:
    frame = answer.to_frame()
    assert list(frame.columns) == [
        *("group", "verdict", "alone", "looked_at", "points_before", "points_after", "sentence")
    ]
    assert frame["group"].tolist() == ["men", "women", "older", "Roma", "Tilbury"]
    assert frame["verdict"].tolist()[1:4] == [
        *("turned", "worse than the baseline", "reached, not counted")
    ]
    assert frame["points_before"].tolist() == [12, 12, 12, 0, 0]
    assert set(frame["looked_at"]) == {3}
    assert frame.loc[1, "sentence"] == str(answer.answers["women"])


def test_what_holds_for_all_is_told_once_and_the_rest_by_group(answer: GroupCurves) -> None:
    assert answer.caveats[0].startswith("3 groups were looked at; ")
    assert answer.caveats[1].endswith("does not show that the two differ.")
    assert len(set(answer.caveats)) == len(answer.caveats)
    each = answer.answers["men"].caveats
    assert all(one in answer.caveats or f"men: {one}" in answer.caveats for one in each)


def test_one_group_is_not_said_to_be_judged_together() -> None:
    one = assess_groups("Who is heard", {"men": curve(1, 0, -1)})
    assert str(one) == "Who is heard: 1 group was judged. No turn shown: men."


def test_a_notebook_shows_a_row_for_each_group(answer: GroupCurves) -> None:
    shown = assess_groups("x", {"men <30": curve(1, 0, -1)})._repr_html_()
    assert "<th>men &lt;30</th><td>no turn shown</td>" in shown
    assert answer._repr_html_().count("<tr>") == 3

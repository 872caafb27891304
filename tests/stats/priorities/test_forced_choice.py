"""What the answer to a forced choice says and holds."""

import pytest

from obamodel.domain.indicators import Indicator
from obamodel.stats.priorities import Decided, choose_by_forced_choice
from tests.stats.priorities.making import choose, indicator

SAFE = [indicator(name) for name in "abc"]


def test_the_verdict_says_how_far_the_choices_decide() -> None:
    circle = [choose("a", "b"), choose("b", "c"), choose("c", "a")]
    assert choose_by_forced_choice(SAFE).verdict is Decided.NOTHING
    assert choose_by_forced_choice(SAFE, circle).verdict is Decided.NOTHING
    assert choose_by_forced_choice(SAFE, circle[:1]).verdict is Decided.PARTLY
    assert choose_by_forced_choice(SAFE, circle[:2]).verdict is Decided.ALL
    assert choose_by_forced_choice(SAFE[:1]).verdict is Decided.NO_QUESTION


def test_the_table_has_a_row_for_each_candidate_in_its_place() -> None:
    frame = choose_by_forced_choice(SAFE, [choose("b", "a", "c")]).to_frame()
    assert list(frame.columns) == [
        *("candidate", "called", "lowest_place", "highest_place", "decided", "because")
    ]
    assert list(frame["candidate"]) == ["b", "a", "c"]
    assert list(frame["lowest_place"]) == [1, 2, 2]
    assert list(frame["highest_place"]) == [1, 3, 3]
    assert list(choose_by_forced_choice([]).to_frame().columns) == list(frame.columns)


def test_many_circles_are_counted_and_not_all_told() -> None:
    names = "abcdef"
    choices = [choose(one, other) for one in names for other in names if one != other]
    answer = choose_by_forced_choice([indicator(name) for name in names], choices)
    # Six candidates have fifteen pairs, and each was chosen both ways.
    assert len(answer.circles) == 15
    assert "There are 12 more circles." in answer.caveats


def test_the_answer_is_neither_true_nor_false() -> None:
    answer = choose_by_forced_choice(SAFE)
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(answer)
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(answer.places[0])


def test_a_page_gets_names_as_they_are_and_no_markup() -> None:
    awkward = Indicator(id="a", label="<b>", statement="It is so.", outcome="safe")
    html = choose_by_forced_choice([awkward])._repr_html_()
    assert "&lt;b&gt;" in html
    assert "<b>" not in html

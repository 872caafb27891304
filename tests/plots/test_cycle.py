"""Do the stages of a cycle stand round a circle, and other questions in a list?"""

import math

import pytest
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from obamodel.domain.questions import QuestionSetKind, Wording
from obamodel.plots import cycle
from tests.plots.artists import (
    find_lines,
    find_rectangles,
    find_smallest_size,
    find_texts,
    find_trouble,
    make_axes,
    read,
)
from tests.plots.things import LONG, WORDY, make_questions

FOUR = ("Starting point", "What we did", "Now", "New goals")


def find_arrows(ax: Axes) -> list[Polygon]:
    return [child for child in ax.get_children() if isinstance(child, Polygon)]


def test_the_stages_stand_clockwise_from_the_top() -> None:
    ax = cycle(make_questions(*FOUR), ax=make_axes())
    centres = [box.get_window_extent().get_points().mean(axis=0) for box in find_rectangles(ax)]
    x, y = (sum(values) / 4 for values in zip(*centres, strict=True))
    # Degrees clockwise from straight up.
    turned = [math.degrees(math.atan2(cx - x, cy - y)) % 360 for cx, cy in centres]
    assert turned == pytest.approx([0, 90, 180, 270], abs=1)
    assert all(stage in read(ax) for stage in FOUR)


@pytest.mark.parametrize("number", [2, 3, 4, 6, 7, 10])
def test_an_arrow_leads_from_each_stage_to_the_next_and_back_to_the_first(number: int) -> None:
    ax = cycle(make_questions(*FOUR[:1] * number), ax=make_axes())
    boxes = [box.get_window_extent() for box in find_rectangles(ax)]
    assert len(boxes) == len(find_lines(ax)) == len(find_arrows(ax)) == number
    for place, arrow in enumerate(find_arrows(ax)):
        tip = ax.transData.transform(arrow.get_xy())[0]
        near = [
            math.dist(tip, (min(max(tip[0], box.x0), box.x1), min(max(tip[1], box.y0), box.y1)))
            for box in boxes
        ]
        assert near.index(min(near)) == (place + 1) % number
        assert 0 < min(near) < 12
    for line in find_lines(ax):
        shaft = ax.transData.transform(line.get_xydata())
        assert math.dist(shaft[0], shaft[-1]) > 5


def test_the_stage_whose_answers_become_actions_says_so() -> None:
    ax = cycle(make_questions(*FOUR), ax=make_axes())
    assert read(ax).count("Answers become actions.") == 1
    assert cycle.alt_text(make_questions(*FOUR)).endswith("Answers to New goals become actions.")


@pytest.mark.parametrize("kind", [QuestionSetKind.QUESTIONS, QuestionSetKind.SCALE])
def test_what_is_not_a_cycle_is_a_list_without_arrows(kind: QuestionSetKind) -> None:
    questions = make_questions(*FOUR, kind=kind)
    ax = cycle(questions, ax=make_axes())
    assert find_arrows(ax) == []
    heights = [
        next(t for t in find_texts(ax) if t.get_text() == stage).get_window_extent().y0
        for stage in FOUR
    ]
    assert heights == sorted(heights, reverse=True)
    said = cycle.alt_text(questions)
    assert "A list of 4 entries, in this order: Starting point, What we did" in said
    assert "circle" not in said


def test_a_stage_with_several_questions_is_named_once_in_a_list() -> None:
    questions = make_questions("Values", "Values", "Power", kind=QuestionSetKind.QUESTIONS)
    said = [text.get_text() for text in find_texts(cycle(questions, ax=make_axes()))]
    assert said.count("Values") == 1
    assert sum("What did we see" in line for line in said) == 3


@pytest.mark.parametrize(
    ("wording", "said"),
    [(Wording.OURS, "in our own words, after: Somebody"), (Wording.THEIRS, "From: Somebody")],
)
def test_who_asked_first_is_named(wording: Wording, said: str) -> None:
    assert said in read(cycle(make_questions("Now", wording=wording), ax=make_axes()))


@pytest.mark.parametrize("kind", list(QuestionSetKind))
@pytest.mark.parametrize("text", ["Why?", WORDY, LONG], ids=["short", "wordy", "long"])
@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 13])
def test_no_words_are_in_the_way_of_others(kind: QuestionSetKind, text: str, number: int) -> None:
    stages = [f"{text[:60]} {n}" for n in range(number)]
    ax = cycle(make_questions(*stages, kind=kind, text=text), ax=make_axes(7, 60))
    assert find_trouble(ax) == []
    assert find_smallest_size(ax) >= 9


def test_the_alt_text_names_the_stages_in_order_and_the_way_back() -> None:
    said = cycle.alt_text(make_questions(*FOUR))
    assert "each leading to the next and the last back to the first" in said
    assert "Starting point, What we did, Now and New goals." in said


def test_a_stage_that_ends_in_a_question_mark_gets_no_full_stop_after_it() -> None:
    assert "So what? and Now what? Answers" in cycle.alt_text(
        make_questions("So what?", "Now what?")
    )


def test_the_table_lists_the_stages_in_their_order() -> None:
    table = cycle.table(make_questions("Start", "Did", text="What now?"))
    assert table is not None
    assert table.rows == (
        ("1", "Start", "What now?", "-"),
        ("2", "Did", "What now?", "Answers become actions."),
    )
    assert table.notes[0].endswith("the last leads back to the first.")
    asked = cycle.table(make_questions("Start", "Did", kind=QuestionSetKind.QUESTIONS))
    assert asked is not None
    assert len(asked.notes) == 1

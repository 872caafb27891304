"""Does each measure stand in the quadrant it was put in, as far as there is room?"""

import pytest
from matplotlib.axes import Axes

from obamodel.domain.measures import Quadrant
from obamodel.errors import InvalidError
from obamodel.plots import quadrants
from tests.plots.artists import (
    find_rectangles,
    find_smallest_size,
    find_texts,
    find_trouble,
    make_axes,
    read,
)
from tests.plots.things import LONG, MIME_WORDS, WORDY, make_measures

ALL_FOUR = [(str(quadrant), f"measure of {quadrant}", "7") for quadrant in Quadrant]


def draw(*rows: tuple[str, str, str]) -> Axes:
    return quadrants(make_measures(*rows), ax=make_axes())


def find_cell(ax: Axes, words: str) -> int:
    """Find in which box some words stand: 0 to 3, row by row."""
    (text,) = [text for text in find_texts(ax) if text.get_text().startswith(words)]
    x, y = text.get_window_extent().get_points().mean(axis=0)
    (found,) = [
        place
        for place, box in enumerate(find_rectangles(ax))
        if box.get_window_extent().contains(x, y)
    ]
    return found


def test_quantity_is_left_of_quality_and_effort_is_above_effect() -> None:
    ax = draw(*ALL_FOUR)
    places = {text.get_text(): text.get_window_extent() for text in find_texts(ax)}
    assert places["Quantity"].x1 < places["Quality"].x0
    assert places["Effort"].y0 > places["Effect"].y1
    # Friedman's four: how much and how well above, better off (number, share) below.
    assert [find_cell(ax, f"measure of {quadrant}") for quadrant in Quadrant] == [0, 1, 2, 3]


def test_the_questions_head_the_boxes() -> None:
    ax = draw(*ALL_FOUR)
    assert find_cell(ax, "How much did we do?") == 0
    assert find_cell(ax, "How well did we do it?") == 1
    assert find_cell(ax, "How many") == 2
    assert find_cell(ax, "What share") == 3
    assert read(ax).count("Is anyone better off?") == 2


def test_the_axis_takes_the_group_s_own_word() -> None:
    ax = quadrants(make_measures(*ALL_FOUR), ax=make_axes(), vocabulary=MIME_WORDS)
    said = [text.get_text() for text in find_texts(ax)]
    assert "Cause" in said
    assert "Effort" not in said
    assert "Effect" in said


def test_an_empty_box_says_that_nothing_is_measured_yet() -> None:
    ax = draw(("how much", "Training days", "8"))
    assert read(ax).count("Nothing measured yet") == 3
    assert "Training days: 8" in read(ax)


def test_what_does_not_fit_is_counted_and_left_to_the_table() -> None:
    ax = draw(*(("how much", f"Measure {n} of training", "about 45") for n in range(40)))
    shown = sum("of training" in text.get_text() for text in find_texts(ax))
    assert 5 < shown < 40
    assert f"+ {40 - shown} more, in the table" in read(ax)


def test_a_finding_too_long_for_the_box_is_left_to_the_table() -> None:
    said = read(draw(("how well", "Ways to take part", WORDY * 2)))
    assert "Ways to take part: see the table" in said
    assert "those who speak for them" not in said


def test_an_unknown_quadrant_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(InvalidError) as refused:
        draw(("how mch", "Training days", "8"), ("impact", "Members", "3"))
    message = str(refused.value)
    assert 'rows[0].cells: found "how mch"; did you mean "how much"?' in message
    assert 'rows[1].cells: found "impact"; give a quadrant and a measure' in message


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("how much", "One", "1")],
        [(str(quadrant), f"{n} {WORDY}", "about 45") for quadrant in Quadrant for n in range(40)],
        [(str(quadrant), LONG, LONG) for quadrant in Quadrant],
    ],
    ids=["none", "one", "many", "long"],
)
def test_no_words_are_in_the_way_of_others(rows: list[tuple[str, str, str]]) -> None:
    ax = draw(*rows)
    assert find_trouble(ax) == []
    assert find_smallest_size(ax) >= 9


def test_the_alt_text_counts_each_quadrant_and_names_the_empty_ones() -> None:
    said = quadrants.alt_text(
        make_measures(("how much", "Days", "8"), ("how much", "Forms", "150")), MIME_WORDS
    )
    assert "quantity and quality of cause above, and of effect below" in said
    assert 'under "How much did we do?", 2' in said
    assert 'under "Is anyone better off? (what share)", nothing measured yet' in said


def test_the_table_holds_each_measure_and_each_empty_quadrant() -> None:
    given = make_measures(
        ("how much", "Training days", "8"), ("how well", "Rating", "10, one form")
    )
    table = quadrants.table(given)
    assert table is not None
    assert table.columns == ("Question", "Box", "Measure", "What is known")
    assert [row[1:] for row in table.rows] == [
        ("quantity of effort", "Training days", "8"),
        ("quality of effort", "Rating", "10, one form"),
        ("quantity of effect", "Nothing measured yet", "-"),
        ("quality of effect", "Nothing measured yet", "-"),
    ]

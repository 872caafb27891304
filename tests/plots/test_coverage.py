"""Does the grid mark what informs what, and what is left open?"""

import pytest
from attrs import evolve
from matplotlib.axes import Axes
from matplotlib.patches import Ellipse, Polygon

from obamodel.plots import coverage
from tests.plots.artists import (
    find_rectangles,
    find_smallest_size,
    find_texts,
    find_trouble,
    lightness,
    make_axes,
    read,
)
from tests.plots.things import LONG, WORDY, make_coverage


def find_marks(ax: Axes) -> list[Ellipse]:
    """Find the marks that say that a factor informs an indicator."""
    dots = [child for child in ax.get_children() if isinstance(child, Ellipse)]
    large = max(dot.height for dot in dots)
    return [dot for dot in dots if dot.height == large and large > 5]


def find_diamonds(ax: Axes) -> list[Polygon]:
    return [child for child in ax.get_children() if isinstance(child, Polygon)]


def find_frames(ax: Axes) -> list[tuple[float, float]]:
    """Find the left and right of each dashed frame, in the axes' own scale."""
    return [
        (box.get_x(), box.get_x() + box.get_width())
        for box in find_rectangles(ax)
        if box.get_linestyle() not in ("solid", "-")
    ]


def find_totals(ax: Axes) -> list[str]:
    texts = [text.get_text() for text in find_texts(ax)]
    start = texts.index("Marks in the column") + 1
    return texts[start : start + 5]


def test_there_is_a_mark_for_each_link_and_a_total_for_each_column() -> None:
    # The MIME fact sheet, section 6: 13 links, 7/3/1/2/0.
    ax = coverage(make_coverage(), ax=make_axes())
    assert len(find_marks(ax)) == 13
    assert find_totals(ax) == ["7", "3", "1", "2", "0"]
    columns = sorted({round(mark.center[0]) for mark in find_marks(ax)})
    in_columns = [sum(round(mark.center[0]) == x for mark in find_marks(ax)) for x in columns]
    assert in_columns == [7, 3, 1, 2]


def test_only_the_column_without_a_factor_is_framed() -> None:
    ax = coverage(make_coverage(), ax=make_axes())
    ((left, right),) = find_frames(ax)
    (fifth,) = [text for text in find_texts(ax) if text.get_text() == "0"]
    assert left < fifth.get_position()[0] < right
    assert not [mark for mark in find_marks(ax) if left < mark.center[0] < right]


def test_a_column_with_evidence_and_no_factor_has_a_mark_of_another_shape_and_says_so() -> None:
    ax = coverage(make_coverage(), ax=make_axes())
    (diamond,) = find_diamonds(ax)
    ((left, right),) = find_frames(ax)
    assert left < diamond.get_xy()[:, 0].mean() < right
    assert "Some evidence, no factor." in read(ax)


def test_a_column_with_nothing_says_so() -> None:
    ax = coverage(make_coverage(with_evidence=()), ax=make_axes())
    assert find_diamonds(ax) == []
    assert "Nothing informs it yet." in read(ax)
    assert "Indicator 5 is informed by nothing." in coverage.alt_text(
        make_coverage(with_evidence=())
    )


def test_a_factor_that_informs_nothing_says_so() -> None:
    answer = make_coverage([("A1", "a", (1,)), ("A2", "a", ())], indicators=1)
    assert read(coverage(answer, ax=make_axes())).count("informs no indicator") == 1
    assert "No indicator is informed by factor A2" in coverage.alt_text(answer)


def test_each_group_has_a_band_over_its_factors() -> None:
    ax = coverage(make_coverage(), ax=make_axes())
    said = [text.get_text() for text in find_texts(ax)]
    assert said.index("A") < said.index("A1") < said.index("B") < said.index("B1")
    assert said.index("B3") < said.index("C") < said.index("C1")


def test_a_factor_of_no_known_group_is_not_left_out() -> None:
    answer = evolve(make_coverage(), groups=())
    assert len(find_marks(coverage(answer, ax=make_axes()))) == 13


def test_every_indicator_is_told_in_full() -> None:
    answer = make_coverage(name="Commissioners can show what they did with people's views")
    said = read(coverage(answer, ax=make_axes()))
    assert said.count("Commissioners can show what they did with people's views") >= 5


def test_the_marks_are_dark_enough_for_grey_print() -> None:
    ax = coverage(make_coverage(), ax=make_axes())
    assert max(lightness(mark.get_facecolor()) for mark in find_marks(ax)) < 0.4
    assert all(lightness(text.get_color()) < 0.45 for text in find_texts(ax))


@pytest.mark.parametrize(
    ("factors", "indicators", "said"),
    [
        ([], 3, "There is no factor yet"),
        ([("A1", "a", ())], 0, "There is no indicator yet"),
        ([], 0, "There is no factor and no indicator yet"),
    ],
)
def test_an_empty_grid_says_what_is_missing(
    factors: list[tuple[str, str, list[int]]], indicators: int, said: str
) -> None:
    answer = make_coverage(factors, indicators=indicators)
    ax = coverage(answer, ax=make_axes())
    assert said in read(ax)
    assert find_trouble(ax) == []
    assert coverage.alt_text(answer).startswith(said)


@pytest.mark.parametrize("name", ["Short", WORDY, LONG])
@pytest.mark.parametrize(("factors", "indicators"), [(1, 1), (40, 12), (3, 40)])
def test_no_words_are_in_the_way_of_others(factors: int, indicators: int, name: str) -> None:
    rows = [(f"F{n}", "ab"[n % 2], [1 + n % indicators]) for n in range(factors)]
    ax = coverage(make_coverage(rows, indicators=indicators, name=name), ax=make_axes(16, 110))
    assert find_trouble(ax) == []
    assert len(find_marks(ax)) == factors
    assert find_smallest_size(ax) >= 9


def test_the_alt_text_says_what_is_joined_and_what_is_open() -> None:
    said = coverage.alt_text(make_coverage())
    assert "a row for each factor (11) and a column for each indicator (5)" in said
    assert "13 in all" in said
    assert "Indicator 5 is informed by no factor; some evidence bears on it" in said


def test_the_alt_text_says_when_nothing_is_open() -> None:
    said = coverage.alt_text(make_coverage([("A1", "a", (1,))], indicators=1))
    assert said.endswith("Each indicator is informed by at least one factor.")

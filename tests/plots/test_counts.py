"""Does each count have the bar, or the words, that it may have?"""

import pytest
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from obamodel.domain.publishing import PublishedRow, PublishedTable
from obamodel.errors import InvalidError
from obamodel.plots import counts
from tests.plots.artists import (
    find_rectangles,
    find_texts,
    find_trouble,
    lightness,
    make_axes,
    read,
)
from tests.plots.things import LONG, WORDY, make_counts


def draw(*rows: tuple[str, str, int | None], note: str = "People.") -> Axes:
    return counts(make_counts(*rows, note=note), ax=make_axes(7, 60))


def find_lengths(ax: Axes) -> list[float]:
    """Find how long the bars are, in the numbers of the axes' own scale."""
    return [round(bar.get_width(), 6) for bar in find_rectangles(ax)]


def test_each_bar_is_as_long_as_its_number_from_zero() -> None:
    ax = draw(("members", "45", 45), ("carers", "12", 12), ("students", "150", 150))
    assert find_lengths(ax) == [45, 12, 150]
    assert {bar.get_x() for bar in find_rectangles(ax)} == {0}
    assert all(word in read(ax) for word in ("Members", "Carers", "Students", "150"))


def test_what_is_withheld_or_not_known_has_words_and_no_bar() -> None:
    ax = draw(
        ("members", "45", 45),
        ("carers", "a small number, not shown", None),
        ("interviewers", "not known: nobody counted", None),
    )
    assert find_lengths(ax) == [45]
    assert "a small number, not shown" in read(ax)
    assert "not known: nobody counted" in read(ax)


def test_a_withheld_number_changes_nothing_but_its_own_words() -> None:
    # Two tables that differ only in what may not be shown are the same table, so nothing that is
    # drawn, no order and no scale, can tell them apart.
    rows = [("members", "45", 45), ("carers", "a small number, not shown", None)]
    one, other = (make_counts(*rows) for _ in range(2))
    assert counts.svg(one) == counts.svg(other)
    assert find_lengths(draw(*rows)) == find_lengths(draw(rows[0]))


def test_nothing_counted_is_a_number_and_not_a_gap() -> None:
    ax = draw(("complaints", "0", 0), ("members", "3", 3))
    assert "0" in [text.get_text() for text in find_texts(ax)]
    assert find_lengths(ax) == [3]


@pytest.mark.parametrize("shown", ["about 45", "at least 45", "45 or so"])
def test_a_number_that_is_not_exact_is_striped_and_says_so(shown: str) -> None:
    ax = draw(("members", shown, 45), ("carers", "45", 45))
    about, exact = find_rectangles(ax)
    assert about.get_hatch()
    assert not exact.get_hatch()
    assert abs(lightness(about.get_facecolor()) - lightness(exact.get_facecolor())) > 0.4
    assert shown in read(ax)
    assert "A striped bar stands for a number that is not exact." in read(ax)


@pytest.mark.parametrize("shown", ["1200", "1,200"])
def test_an_exact_number_is_plain_however_it_is_written(shown: str) -> None:
    (bar,) = find_rectangles(draw(("members", shown, 1200)))
    assert isinstance(bar, Rectangle)
    assert not bar.get_hatch()


def test_people_and_attendances_are_told_apart_beside_the_bar() -> None:
    ax = draw(("members", "65", 65), note="Attendances, not people.")
    assert "Attendances, not people." in read(ax)


def test_a_note_longer_than_two_lines_keeps_its_first_whole_sentences() -> None:
    said = read(draw(("members", "65", 65), note=f"Attendances, not people. {WORDY}"))
    assert "Attendances, not people." in said
    assert "who speak for them" not in said


def test_the_notes_of_the_table_stand_under_the_bars() -> None:
    table = PublishedTable(
        title="How many",
        columns=("What", "How many"),
        rows=[PublishedRow(cells=("members", "45"), number=45)],
        notes=["Small counts are not shown."],
    )
    assert "Small counts are not shown." in read(counts(table, ax=make_axes()))


def test_an_empty_table_says_that_nothing_has_been_counted() -> None:
    ax = draw()
    assert "Nothing has been counted yet." in read(ax)
    assert find_rectangles(ax) == []
    assert counts.alt_text(make_counts()) == "How many took part. Nothing has been counted yet."


def test_a_table_without_what_or_how_many_is_refused_with_every_line_named() -> None:
    table = PublishedTable(
        title="How many",
        columns=("What",),
        rows=[PublishedRow(cells=("members",)), PublishedRow(cells=("carers",))],
    )
    with pytest.raises(InvalidError, match="give what was counted and how many") as refused:
        counts(table, ax=make_axes())
    assert [fault.place for fault in refused.value.faults] == ["rows[0].cells", "rows[1].cells"]


@pytest.mark.parametrize(
    "rows",
    [
        [("members", "not known: lost", None)],
        [("members", "1", 1)],
        [("members", "about 1000000000", 1_000_000_000), ("carers", "1", 1)],
        [(f"{WORDY}{n}", f"about {n}", n) for n in range(40)],
        [(LONG, LONG, 7), (WORDY, WORDY, 8), (LONG, WORDY, None)],
    ],
    ids=["unknown", "one", "huge", "many", "long"],
)
def test_no_words_are_in_the_way_of_others(rows: list[tuple[str, str, int | None]]) -> None:
    ax = draw(*rows, note=WORDY)
    assert find_trouble(ax) == []
    assert all(bar.get_x() + bar.get_width() < ax.get_xlim()[1] for bar in find_rectangles(ax))


def test_the_alt_text_names_the_largest_and_what_has_no_bar() -> None:
    said = counts.alt_text(
        make_counts(
            ("members", "about 45", 45),
            ("students", "about 150", 150),
            ("carers", "withheld", None),
        )
    )
    assert "2 bars, the longest for students (about 150)." in said
    assert "Without a bar: carers (withheld)." in said


def test_the_table_is_the_published_one() -> None:
    given = make_counts(("members", "about 45", 45), ("carers", "a small number, not shown", None))
    table = counts.table(given)
    assert table is not None
    assert table.columns == given.columns
    assert table.rows == (
        ("Members", "about 45", "People."),
        ("Carers", "a small number, not shown", "People."),
    )
    assert counts.table(make_counts()) is None

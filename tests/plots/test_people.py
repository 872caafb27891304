"""Does each number of people have its figures, and only those that may be shown?"""

import pytest
from matplotlib.axes import Axes

from obamodel.domain.publishing import PublishedRow, PublishedTable
from obamodel.errors import InvalidError
from obamodel.plots import people
from obamodel.plots.drawing import Dot
from obamodel.plots.people import choose_step
from tests.plots.artists import find_smallest_size, find_trouble, make_axes, read
from tests.plots.things import LONG, WORDY, make_counts


def count_heads(*rows: tuple[str, str, int | None]) -> tuple[int, int]:
    """Count the figures, and those of them that are pale."""
    heads = [one for one in people.drawing(make_counts(*rows)).items if isinstance(one, Dot)]
    return len(heads), sum(head.edge is not None for head in heads)


def draw(*rows: tuple[str, str, int | None]) -> Axes:
    return people(make_counts(*rows), ax=make_axes(7, 60))


def test_each_person_has_a_figure_where_they_are_few() -> None:
    assert count_heads(("members", "12", 12), ("carers", "5", 5)) == (17, 0)
    assert "Each shape is one person." in read(draw(("members", "12", 12)))


# By hand: the least of 1, 2, 5, 10, 20, 50 ... that no more than thirty figures are needed for.
@pytest.mark.parametrize(
    ("most", "step"),
    [
        (0, 1),
        (30, 1),
        (31, 2),
        (60, 2),
        (61, 5),
        (150, 5),
        (151, 10),
        (301, 20),
        (10**9, 5 * 10**7),
    ],
)
def test_one_figure_stands_for_more_people_where_they_are_many(most: int, step: int) -> None:
    assert choose_step(make_counts(("members", str(most), most))) == step
    assert count_heads(("members", str(most), most))[0] <= 30


def test_one_step_holds_for_every_row_and_what_is_left_over_is_pale_and_said() -> None:
    # Two people each: 22 figures and a pale one for 45; 2 and a pale one for 5.
    assert count_heads(("members", "45", 45), ("carers", "5", 5)) == (23 + 3, 2)
    said = read(draw(("members", "45", 45), ("carers", "5", 5)))
    assert "Each shape is 2 people." in said
    assert "The pale shape is one person." in said
    assert "The pale shape is fewer than 10 people." in read(draw(("members", "175", 175)))


def test_a_number_that_may_not_be_shown_has_words_and_no_figure() -> None:
    row = ("carers", "a small number, not shown", None)
    assert count_heads(row) == (0, 0)
    assert "A small number, not shown" in read(draw(row))
    assert "Each shape" not in read(draw(row))


def test_about_stays_about_in_the_picture_and_in_its_words() -> None:
    row = ("members came", "about 45", 45)
    assert "About 45" in read(draw(row))
    assert "About 45 members came." in people.alt_text(make_counts(row))


def test_the_letters_are_large() -> None:
    assert find_smallest_size(draw(("members", "12", 12))) >= 14


def test_nothing_counted_is_said() -> None:
    assert "Nothing has been counted yet." in read(draw())
    assert "Nothing has been counted yet." in people.alt_text(make_counts())


def test_a_table_without_how_many_is_refused() -> None:
    table = PublishedTable(title="A", columns=["B"], rows=[PublishedRow(cells=["c"])])
    for ask in (people.alt_text, people.drawing):
        with pytest.raises(InvalidError, match="give what was counted and how many"):
            ask(table)


@pytest.mark.parametrize(
    "rows",
    [
        [("members", "0", 0)],
        [(LONG, LONG, 7), (WORDY, WORDY, 8), (LONG, WORDY, None)],
        [(f"{WORDY}{n}", f"about {n}", n) for n in range(30)],
    ],
    ids=["none", "long", "many"],
)
def test_no_words_are_in_the_way_of_others(rows: list[tuple[str, str, int | None]]) -> None:
    assert find_trouble(draw(*rows)) == []

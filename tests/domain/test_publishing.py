"""A table that may leave the house."""

from obamodel.domain.publishing import Mark, PublishedRow, PublishedTable
from tests.domain.building import make, refuse


def test_a_row_without_a_number_is_drawn_without_one_and_not_as_nought() -> None:
    assert make(PublishedRow, cells=["Carers trained", "fewer than 5"]).number is None
    assert make(PublishedRow, number=0).number == 0


def test_the_number_of_a_row_is_a_count() -> None:
    assert [fault.path for fault in refuse(PublishedRow, number=-1)] == [("number",)]
    assert [fault.path for fault in refuse(PublishedRow, number=4.5)] == [("number",)]


def test_what_a_row_says_is_words_and_no_number_that_nobody_looked_at() -> None:
    assert [fault.path for fault in refuse(PublishedRow, cells=["Carers", 5])] == [("cells", 1)]


def test_a_table_takes_rows_and_nothing_that_only_looks_like_them() -> None:
    table = make(PublishedTable, rows=[make(PublishedRow)])
    assert table.rows[0].cells == ("Carers trained", "5")
    assert [fault.path for fault in refuse(PublishedTable, rows=[("Carers", "5")])] == [("rows", 0)]


def test_every_row_has_a_cell_for_each_heading() -> None:
    wide = make(PublishedRow, cells=["Carers trained", "5", "An exact count."])
    (fault,) = refuse(PublishedTable, columns=["What", "How many"], rows=[wide])
    assert str(fault) == (
        "rows[0].cells: 3 cells stand under 2 headings; "
        "give each row a cell for each heading [ragged-table]"
    )


# --- what cannot be held -------------------------------------------------------------------------


def test_a_withheld_cell_cannot_hold_a_figure() -> None:
    marks = [Mark.WORDS, Mark.WITHHELD]
    (fault,) = refuse(PublishedRow, cells=["Carers", "3"], marks=marks)
    assert str(fault) == (
        'cells[1]: a cell that is withheld has a figure in it; write "*" [hidden-number]'
    )
    assert refuse(PublishedRow, cells=["Carers", "*"], marks=marks) == ()


def test_a_withheld_row_has_no_number_to_draw_and_the_message_does_not_say_it() -> None:
    marks = [Mark.WORDS, Mark.WITHHELD]
    (fault,) = refuse(PublishedRow, cells=["Carers", "*"], number=3, marks=marks)
    assert (fault.path, fault.code) == (("number",), "hidden-number")
    assert "3" not in str(fault)


def test_the_number_to_draw_is_the_rounded_one() -> None:
    marks = [Mark.WORDS, Mark.ROUNDED]
    (fault,) = refuse(PublishedRow, cells=["Carers", "15"], number=13, marks=marks)
    assert fault.found == "the number to draw is not the rounded one that is written"
    assert refuse(PublishedRow, cells=["Carers", "15"], number=15, marks=marks) == ()


def test_a_rounded_number_is_round() -> None:
    row = make(PublishedRow, cells=["Carers", "13"], marks=[Mark.WORDS, Mark.ROUNDED])
    (fault,) = refuse(PublishedTable, rows=[row], rounded_to=5)
    assert fault.code == "hidden-number"
    round_row = make(PublishedRow, cells=["Carers", "15"], marks=[Mark.WORDS, Mark.ROUNDED])
    assert refuse(PublishedTable, rows=[round_row], rounded_to=5) == ()


def test_each_cell_has_a_mark_or_none_has() -> None:
    (fault,) = refuse(PublishedRow, cells=["Carers", "15"], marks=[Mark.WORDS])
    assert fault.code == "ragged-row"

"""Is every table of a document found, and none twice?"""

from obamodel import plots
from obamodel.report.document import AnswerSpace, Block, Document, Paragraph, Section
from obamodel.report.figures import make_figure
from obamodel.report.workbook.gathering import SAME_AS, gather_tables
from tests.plots.things import make_answer, make_baseline, make_counts, make_loss, make_series
from tests.report.workbook.books import (
    WORDS,
    make_curve,
    make_document,
    make_scorecard,
    make_table,
)


def test_tables_are_found_at_every_depth_in_their_order_under_their_headings() -> None:
    inner = Section(id="b", title="Inner", blocks=[make_table(("Bury", "4"), title="Second")])
    outer = Section(
        id="a", title="Outer", blocks=[make_table(("Bury", "3"), title="First")], sections=[inner]
    )
    found = gather_tables(Document(title="D", sections=[outer]))
    assert [(one.title, one.part) for one in found] == [
        ("First", "Outer"),
        ("Second", "Outer: Inner"),
    ]


def test_what_is_no_table_is_left_out() -> None:
    blocks: list[Block] = [Paragraph("p"), AnswerSpace(name="a", prompt="p"), make_table()]
    lost = make_figure(plots.lost, make_loss("growth"), WORDS, title="Lost")
    assert gather_tables(make_document(*blocks, lost)) == []


def test_the_table_of_a_picture_has_its_title_and_its_notes() -> None:
    (found,) = gather_tables(make_document(make_curve(note="From the yearbook.")))
    assert found.title == "Asked for a view"
    assert found.drawn
    assert found.notes[:2] == (SAME_AS, "From the yearbook.")
    assert len(found.rows) == 17


def test_the_table_of_a_picture_that_stands_in_the_text_is_not_there_twice() -> None:
    figure = make_figure(plots.counts, make_counts(("a", "4", 4)), WORDS, title="Drawn")
    assert figure.table is not None
    same = make_table(*figure.table.rows, title="Told", columns=figure.table.columns)
    assert [one.title for one in gather_tables(make_document(figure, same))] == ["Told"]


def test_small_pictures_are_told_in_a_column_and_their_numbers_gathered_by_unit() -> None:
    table, first, second = gather_tables(make_document(make_scorecard()))
    assert table.columns == ("Area", "Last", "Over time")
    assert table.rows[0][2].startswith("Children cautioned or sentenced, from 54 ")
    assert table.rows[3] == ("Oldham", "-", "-")
    assert first.columns[:3] == ("Area", "Period", "Seen (per 10,000 aged 10 to 17)")
    assert {row[0] for row in first.rows} == {"Bury", "Wigan"}
    assert [row[2] for row in first.rows if row[0] == "Wigan"] == ["3", "no value", "5"]
    assert {len(row) for row in first.rows} == {len(first.columns)}
    assert {row[0] for row in second.rows} == {"Salford"}


def test_small_pictures_that_differ_by_what_some_do_not_have_stand_in_one_table() -> None:
    figures = [
        make_figure(plots.curve, answer, WORDS, title="small")
        for answer in (
            make_answer(),
            make_answer(baseline=make_baseline(make_series(), expected=[(9, None, None)])),
        )
    ]
    table = make_table(("Bury", "4"), ("Wigan", "5"), pictures=figures, picture_column="x")
    _, numbers = gather_tables(make_document(table))
    assert {row[0] for row in numbers.rows} == {"Bury", "Wigan"}
    assert {row[-1] for row in numbers.rows if row[0] == "Wigan"} == {"-"}

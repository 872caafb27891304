"""Is the scorecard on paper whole, in order, and with a picture told in words in each row?"""

import attrs
import pytest

from obamodel.domain.dates import PartialDate
from obamodel.domain.judgements import Judgement
from obamodel.files import load_example
from obamodel.report.document import Bullets, Document, Kind, Note, Paragraph, Table
from obamodel.report.html import print_html
from obamodel.report.markdown import print_markdown
from obamodel.report.scorecard import (
    Band,
    Scorecard,
    make_area_scorecard,
    make_scorecard,
    write_scorecard,
)
from tests.report.scorecard.things import BETTER, FLAT, WORSE, make_answer, make_series

HOSTILE = "<script>alert(1)</script> | **x** " + chr(0x202E)


def make_areas(**about: object) -> Scorecard:
    answers = [make_answer("Bury", BETTER), make_answer("Wigan", WORSE)]
    given: dict[str, object] = {
        "as_of": "2021",
        "title": "Falls",
        "without_baseline": [make_series("New", FLAT)],
    }
    return make_area_scorecard(answers, **(given | about))  # type: ignore[arg-type]


def find_tables(document: Document) -> list[Table]:
    return [
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table)
    ]


def test_there_is_one_row_for_each_area_the_worst_first_with_its_picture() -> None:
    document = write_scorecard(make_areas())
    assert document.kind is Kind.SCORECARD
    (table,) = find_tables(document)
    assert [row[0] for row in table.rows] == ["Wigan", "Bury", "New"]
    assert [picture is not None for picture in table.pictures] == [True, True, False]
    assert all(len(row) == len(table.columns) for row in table.rows)
    for picture in table.pictures[:2]:
        assert picture is not None
        assert picture.alt.startswith("History: from 50 in 2010 to 50 in 2017.")


def test_each_outcome_has_a_table_of_its_own_with_its_words_over_it() -> None:
    document = write_scorecard(
        make_areas(outcome={"bury": "People are safe.", "wigan": "People are well."})
    )
    assert [table.title for table in find_tables(document)] == [
        "Outcome: People are safe",
        "Outcome: People are well",
        "Areas",
    ]


def test_a_column_that_says_nothing_of_any_row_is_left_out() -> None:
    (table,) = find_tables(write_scorecard(make_areas()))
    assert "Who is to act" not in table.columns
    assert "Band" not in table.columns
    (owned,) = find_tables(write_scorecard(make_areas(owners={})))
    assert "Who is to act" in owned.columns
    assert {row[owned.columns.index("Who is to act")] for row in owned.rows} == {
        "nobody is named yet"
    }


def test_a_table_without_a_curve_has_no_pictures() -> None:
    for table in find_tables(write_scorecard(make_scorecard(load_example("mime"), as_of="2014"))):
        assert table.pictures == ()
        assert table.columns[-1] != "Picture"


def test_the_order_and_the_counts_are_said_over_the_table() -> None:
    section = write_scorecard(make_areas()).find("areas")
    (first, *_) = section.blocks
    assert isinstance(first, Paragraph)
    assert first.text.startswith(
        "3 rows. Worse than the baseline: 1; turned: 1; no baseline yet: 1. "
        "The rows stand with the worst verdict first;"
    )


def test_how_to_read_it_comes_first_and_says_what_is_missing() -> None:
    document = write_scorecard(make_areas(as_of="2030", owners={"bury": "The board"}))
    reading = document.sections[0]
    assert reading.id == "reading"
    assert any(isinstance(block, Bullets) for block in reading.blocks)
    notes = [block.text for block in reading.blocks if isinstance(block, Note)]
    assert "3 rows have figures that are old." in notes
    assert "For 2 rows, nobody is named yet who is to act." in notes


def test_bands_stand_beside_the_table_with_their_definition() -> None:
    judged = Judgement(author="the board", on=PartialDate.parse("2020"), reason="The plan.")
    band = Band(name="few", definition="Fewer than one in 25.", judged=judged, below=40)
    text = print_markdown(write_scorecard(make_areas(bands=[band])))
    assert "few: under 40. Fewer than one in 25. Set by the board (2020): The plan." in text
    assert "| Band |" in text


def test_the_day_it_was_made_for_stands_under_the_title() -> None:
    assert write_scorecard(make_areas(as_of="2021-05-03")).subtitle == "As of 3 May 2021"


def test_an_internal_one_says_so() -> None:
    answer = make_answer("Bury", published="")
    made = make_area_scorecard([answer], as_of="2021", title="Falls", internal=True)
    document = write_scorecard(made)
    assert document.internal
    (table,) = find_tables(document)
    assert table.pictures[0] is not None
    assert table.pictures[0].alt.startswith("Not for publication.")


def test_no_cold_word_and_no_colour_stands_in_it() -> None:
    texts = [
        print_markdown(write_scorecard(made)).lower()
        for made in (make_areas(), make_scorecard(load_example("trafford"), as_of="2026-05"))
    ]
    for text in texts:
        for word in ("rejected", "behind", "failed", "caused", "red", "amber", "green", "none"):
            assert f" {word} " not in text, word


def test_what_people_wrote_is_inert() -> None:
    answer = make_answer("Bury", BETTER, name=HOSTILE)
    made = make_area_scorecard(
        [answer], as_of="2021", title=HOSTILE, outcome=HOSTILE, owners={"bury": HOSTILE}
    )
    page = print_html(write_scorecard(made))
    assert "<script" not in page
    assert chr(0x202E) not in page


@pytest.mark.parametrize("example", ["mime", "trafford"])
def test_the_same_evaluation_gives_the_same_bytes(example: str) -> None:
    evaluation = load_example(example)
    one, other = (
        print_markdown(write_scorecard(make_scorecard(evaluation, as_of="2026-05")))
        for evaluation in (evaluation, attrs.evolve(evaluation))
    )
    assert one == other

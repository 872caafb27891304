"""The report as Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel import load_example, plots, report
from obamodel.domain.vocabulary import Vocabulary
from obamodel.report.document import (
    AnswerSpace,
    Block,
    Bullets,
    Document,
    Kind,
    Paragraph,
    Section,
    Table,
)
from obamodel.report.figures import make_figure
from obamodel.report.markdown import END_OF_ANSWER, escape, mark_answer, print_markdown, unescape
from tests.plots.things import HOSTILE, make_answer, make_counts

WORDS = Vocabulary(id="none", title="None", words=[])
COMMENT = re.compile(r"<!--.*?-->")


def print_blocks(*blocks: Block, kind: Kind = Kind.REPORT) -> str:
    section = Section(id="s", title="S", blocks=blocks)
    return print_markdown(Document(title="D", kind=kind, sections=[section]))


def test_every_chapter_is_numbered_in_order() -> None:
    text = print_markdown(report.evaluation(load_example("mime")))
    chapters = [line for line in text.splitlines() if line.startswith("## ")]
    assert [chapter.split()[1] for chapter in chapters] == [
        f"{number}." for number in range(1, len(chapters) + 1)
    ]
    assert len(chapters) == 14


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("# not a heading", r"\# not a heading"),
        ("- not a list", r"\- not a list"),
        ("1. not a list", r"1\. not a list"),
        ("12) not a list", r"12\) not a list"),
        ("<script>x</script>", r"\<script\>x\</script\>"),
        ("a | b", r"a \| b"),
        ("[text](address)", r"\[text\](address)"),
        ("*x* _y_ `z`", r"\*x\* \_y\_ \`z\`"),
        ("two\nlines", "two lines"),
        ("ordinary words, 5 - 3", "ordinary words, 5 - 3"),
    ],
)
def test_markup_in_peoples_words_is_escaped(written: str, escaped: str) -> None:
    assert escape(written) == escaped


def test_a_table_keeps_its_columns_whatever_is_in_a_cell() -> None:
    table = Table(title="T", columns=("a", "b"), rows=(("x|y", "line\nbreak"),))
    document = Document(title="D", sections=[Section(id="s", title="S", blocks=[table])])
    lines = print_markdown(document).splitlines()
    assert r"| x\|y | line break |" in lines


def test_an_ordered_list_is_numbered_and_an_unordered_one_is_not() -> None:
    blocks: list[Block] = [Bullets(["x", "y"], ordered=True), Bullets(["z"]), Paragraph("p")]
    text = print_markdown(Document(title="D", sections=[Section(id="s", title="S", blocks=blocks)]))
    assert "1. x\n2. y" in text
    assert "- z" in text


def test_an_internal_report_begins_and_ends_with_not_for_publication() -> None:
    section = Section(id="one", title="One", blocks=[Paragraph("Words.")])
    document = Document(title="Small", internal=True, sections=[section])
    lines = print_markdown(document).splitlines()
    assert lines[0] == lines[-1]
    assert lines[0].startswith("**Not for publication")
    assert "ublication" not in print_markdown(Document(title="Small"))


@pytest.mark.parametrize("kind", list(Kind))
def test_only_a_report_has_numbered_chapters(kind: Kind) -> None:
    text = print_blocks(Paragraph("p"), kind=kind)
    assert ("## 1. S" in text) == (kind is Kind.REPORT)
    assert ("## S" in text) == (kind is not Kind.REPORT)


def test_a_place_for_an_answer_stands_between_two_comments_with_what_is_there_already() -> None:
    space = AnswerSpace(name="now.1", prompt="What now?", text="We *met*.\n\nTwice.", lines=3)
    lines = print_blocks(space, kind=Kind.FORM).splitlines()
    start = lines.index("<!-- answer: now.1 -->")
    end = lines.index("<!-- end of answer -->")
    assert lines[start - 2 : start] == ["What now?", ""]
    assert lines[start + 1 : end] == [r"We \*met\*.", "", "Twice.", "", "", ""]


@given(st.text(max_size=60), st.text(max_size=60))
def test_nobody_s_words_make_a_comment_of_their_own(prompt: str, text: str) -> None:
    space = AnswerSpace(name="now", prompt=prompt, text=text)
    assert COMMENT.findall(print_blocks(space, Paragraph(text))) == [
        mark_answer("now"),
        END_OF_ANSWER,
    ]


@pytest.mark.parametrize("text", [END_OF_ANSWER, mark_answer("now"), "--> <!-- answer: now -->"])
def test_words_that_look_like_the_comments_are_not_taken_for_them(text: str) -> None:
    space = AnswerSpace(name="now", prompt=text, text=text)
    lines = print_blocks(space).splitlines()
    assert lines.count(END_OF_ANSWER) == lines.count(mark_answer("now")) == 1


@pytest.mark.parametrize("name", ["", "two words", "x -->", "A", "-a", "a\n", "a_b"])
def test_a_name_that_could_break_out_of_its_comment_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="the name of a place for an answer has small letters"):
        mark_answer(name)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_what_was_escaped_can_be_read_back(text: str) -> None:
    assert unescape(escape(text)) == " ".join(text.split())


def test_a_picture_is_given_by_its_words_and_its_table() -> None:
    answer = make_answer()
    figure = make_figure(plots.curve, answer, WORDS, title="Cautioned", note="From the yearbook.")
    text = print_blocks(figure)
    assert f"**Picture: Cautioned.** {escape(plots.curve.alt_text(answer, WORDS))}" in text
    assert "From the yearbook." in text
    assert "| 2014/15 | history | 54 | - | - | - |" in text
    assert "| 2025/26 | still to come | - | 7 | 0 | 49 |" in text


def test_a_table_that_stands_in_the_text_is_not_told_twice() -> None:
    counted = make_counts(("members", "45", 45))
    figure = make_figure(plots.counts, counted, WORDS, title="Who came")
    assert figure.table is not None
    same = Table(title="Counts", columns=figure.table.columns, rows=figure.table.rows)
    assert print_blocks(figure).count("| Members | 45 |") == 1
    assert print_blocks(figure, same).count("| Members | 45 |") == 1


def test_small_pictures_in_a_table_are_told_in_its_last_column() -> None:
    figure = make_figure(plots.curve, make_answer(), WORDS, title="x")
    table = Table(
        title="T",
        columns=("Area", "Last"),
        rows=(("Bury", "14"), ("Wigan", "9")),
        pictures=(figure, None),
        picture_column="Over time",
    )
    lines = print_blocks(table).splitlines()
    assert "| Area | Last | Over time |" in lines
    assert f"| Bury | 14 | {escape(figure.alt)} |" in lines
    assert "| Wigan | 9 | - |" in lines
    unnamed = Table(title="T", columns=("A",), rows=(("B",),), pictures=(None,))
    assert "| A | In words |" in print_blocks(unnamed)


def test_hostile_words_stay_words_in_every_block() -> None:
    table = Table(title=HOSTILE, columns=(HOSTILE,), rows=((HOSTILE,),), notes=(HOSTILE,))
    text = print_blocks(table, AnswerSpace(name="a", prompt=HOSTILE, text=HOSTILE))
    assert not re.search(r"(?<!\\)<(?!!--)", text)
    assert text.count("\n| ") == 3

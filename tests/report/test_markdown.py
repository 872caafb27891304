"""The report as Markdown."""

import pytest

from obamodel import load_example, report
from obamodel.report.document import Block, Bullets, Document, Paragraph, Section, Table
from obamodel.report.markdown import escape, print_markdown


def test_every_chapter_is_numbered_in_order() -> None:
    text = print_markdown(report.evaluation(load_example("mime")))
    chapters = [line for line in text.splitlines() if line.startswith("## ")]
    assert [chapter.split()[1] for chapter in chapters] == [
        f"{number}." for number in range(1, len(chapters) + 1)
    ]
    assert len(chapters) == 11


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

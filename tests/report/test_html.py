"""The report as a web page."""

import itertools
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from base64 import b64decode

import html5lib
import pytest
from attrs import evolve

from obamodel import load_example, report
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.publishing import PublishedRow, PublishedTable
from obamodel.plots.drawing import Drawing
from obamodel.report.document import (
    AnswerSpace,
    Block,
    Bullets,
    Card,
    Cards,
    Document,
    Figure,
    Kind,
    Note,
    Paragraph,
    Section,
    Table,
    tabulate_published,
)
from obamodel.report.html import print_html

EMPTY = Drawing(width=1, height=1, items=())
HOSTILE = '<script>alert("x")</script><img src=x onerror=y>&amp;{{ 7*7 }}'
NAMESPACE = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def page() -> str:
    return print_html(report.evaluation(load_example("mime")))


@pytest.fixture(scope="module")
def tree(page: str) -> ElementTree.Element:
    parsed: ElementTree.Element = html5lib.HTMLParser(strict=True).parse(page)
    return parsed


def find_all(tree: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return tree.findall(f".//{NAMESPACE}{name}")


def test_the_page_is_valid_html_for_a_strict_parser(tree: ElementTree.Element) -> None:
    assert tree.tag == f"{NAMESPACE}html"


def test_a_strict_parser_would_notice_a_broken_page(page: str) -> None:
    with pytest.raises(html5lib.html5parser.ParseError):
        html5lib.HTMLParser(strict=True).parse(page.replace("</section>", "</sectoin>", 1))


def test_no_name_on_the_page_is_used_twice(tree: ElementTree.Element) -> None:
    names = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(names) == len(set(names))


def test_every_link_and_label_leads_somewhere_on_the_page(tree: ElementTree.Element) -> None:
    names = {element.get("id") for element in tree.iter()}
    for link in find_all(tree, "a"):
        assert link.get("href", "").removeprefix("#") in names
    for element in tree.iter():
        assert element.get("aria-labelledby") in names | {None}


def test_the_page_has_no_script_and_fetches_nothing(page: str, tree: ElementTree.Element) -> None:
    assert not find_all(tree, "script")
    assert not find_all(tree, "link")
    assert all(one.get("src", "").startswith("data:image/svg+xml") for one in find_all(tree, "img"))
    assert "http://" not in page
    assert "https://" not in page


def test_every_picture_has_words_and_is_well_formed(tree: ElementTree.Element) -> None:
    pictures = find_all(tree, "img")
    # The sketch, the network, the cycle, the coverage, the quadrants and two lost charts at least.
    assert len(pictures) >= 7
    for picture in pictures:
        assert len(picture.get("alt", "")) > 40
        ElementTree.fromstring(b64decode(picture.get("src", "").split(",", 1)[1]))


def test_headings_go_down_one_step_at_a_time(tree: ElementTree.Element) -> None:
    levels = [
        int(element.tag[-1])
        for element in tree.iter()
        if element.tag in {f"{NAMESPACE}h{level}" for level in range(1, 7)}
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_every_table_has_a_caption_and_headed_columns(tree: ElementTree.Element) -> None:
    for table in find_all(tree, "table"):
        assert table.find(f"{NAMESPACE}caption") is not None
        heads = table.findall(f"./{NAMESPACE}thead//{NAMESPACE}th")
        assert heads
        assert all(head.get("scope") == "col" for head in heads)
        for row in table.findall(f"./{NAMESPACE}tbody/{NAMESPACE}tr"):
            assert len(list(row)) == len(heads)


def test_the_page_says_its_language(tree: ElementTree.Element) -> None:
    assert tree.get("lang") == "en-GB"


def test_the_same_evaluation_gives_the_same_bytes_in_another_process(page: str) -> None:
    script = (
        "import sys, obamodel as oba;"
        "document = oba.report.evaluation(oba.load_example('mime'));"
        "page = oba.report.print_document(document, '.html');"
        "sys.stdout.buffer.write(page.encode('utf-8'))"
    )
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        done = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": ":".join(sys.path)},
        )
        assert done.stdout.decode("utf-8") == page


def test_an_evaluation_with_nothing_in_it_is_still_a_valid_page() -> None:
    page = print_html(report.evaluation(Evaluation(id="new", title="A new evaluation")))
    html5lib.HTMLParser(strict=True).parse(page)
    assert "Nothing is recorded about this yet." in page


def test_whatever_people_wrote_is_inert_in_every_kind_of_block() -> None:
    table = PublishedTable(
        title=HOSTILE, columns=(HOSTILE,), rows=[PublishedRow(cells=(HOSTILE,))], notes=[HOSTILE]
    )
    shown = tabulate_published(table)
    assert shown is not None
    picture = Figure(title=HOSTILE, drawing=EMPTY, alt=HOSTILE, note=HOSTILE)
    small = Table(title=HOSTILE, columns=[HOSTILE], rows=[["Another"]], notes=[HOSTILE])
    document = Document(
        title=HOSTILE,
        subtitle=HOSTILE,
        sections=[
            Section(
                id="one",
                title=HOSTILE,
                blocks=[
                    Paragraph(HOSTILE),
                    Note(HOSTILE),
                    Bullets([HOSTILE]),
                    Cards([Card(text=HOSTILE, heading=HOSTILE, under=HOSTILE, caveats=[HOSTILE])]),
                    shown,
                    picture,
                    evolve(picture, table=small),
                    evolve(small, pictures=[picture], picture_column=HOSTILE),
                    AnswerSpace(name="one.answer", prompt=HOSTILE, text=HOSTILE),
                ],
            )
        ],
    )
    page = print_html(document)
    tree = html5lib.HTMLParser(strict=True).parse(page)
    assert not find_all(tree, "script")
    assert [one.get("alt") for one in find_all(tree, "img")] == [HOSTILE] * 3
    assert "{{ 7*7 }}" in page


def test_the_numbers_of_a_picture_can_be_opened_under_it_unless_they_stand_beside_it() -> None:
    numbers = Table(title="Numbers", columns=["Who", "How many"], rows=[["Members", "45"]])
    picture = Figure(title="Who came", drawing=EMPTY, alt="A bar for members.", table=numbers)
    beside = evolve(numbers, title="All numbers")
    cases: list[tuple[list[Block], int]] = [([picture], 1), ([picture, beside], 0)]
    for blocks, opened in cases:
        page = print_html(Document(title="A", sections=[Section(id="a", title="A", blocks=blocks)]))
        (figure,) = find_all(html5lib.HTMLParser(strict=True).parse(page), "figure")
        assert len(figure.findall(f"{NAMESPACE}details/{NAMESPACE}div/{NAMESPACE}table")) == opened


def test_pictures_in_a_table_stand_in_a_last_column_of_their_own() -> None:
    picture = Figure(title="Calls", drawing=EMPTY, alt="Calls went up.")
    table = Table(
        title="Curves",
        columns=["What", "Now"],
        rows=[["Calls", "12"], ["Visits", "3"]],
        pictures=[picture, None],
        picture_column="Picture",
    )
    section = Section(id="a", title="A", blocks=[table])
    tree = html5lib.HTMLParser(strict=True).parse(
        print_html(Document(title="A", sections=[section]))
    )
    heads = [head.text for head in find_all(tree, "th") if head.get("scope") == "col"]
    assert heads == ["What", "Now", "Picture"]
    first, second = tree.findall(f".//{NAMESPACE}tbody/{NAMESPACE}tr")
    assert [one.get("alt") for one in first.iter(f"{NAMESPACE}img")] == ["Calls went up."]
    assert len(list(second)) == 3
    assert not list(second.iter(f"{NAMESPACE}img"))


def test_a_form_leaves_as_many_lines_as_it_was_asked_to_and_keeps_what_is_filled_in() -> None:
    asked = AnswerSpace(name="a.why", prompt="Why is it so?", text="One.\nTwo.", lines=7)
    section = Section(id="a", title="A", blocks=[asked])
    page = print_html(Document(title="Form", kind=Kind.FORM, sections=[section]))
    tree = html5lib.HTMLParser(strict=True).parse(page)
    (room,) = (one for one in find_all(tree, "div") if one.get("class") == "room")
    assert room.get("style") == "--lines: 7"
    assert [line.text for line in room] == ["One.", "Two."]


@pytest.mark.parametrize("kind", Kind)
def test_only_a_report_has_numbered_chapters_and_a_list_of_them(kind: Kind) -> None:
    sections = [Section(id=name, title=name.title()) for name in ("first", "second")]
    page = print_html(Document(title="A", kind=kind, sections=sections))
    tree = html5lib.HTMLParser(strict=True).parse(page)
    assert find_all(tree, "body")[0].get("class") == kind.value
    assert bool(find_all(tree, "nav")) == (kind is Kind.REPORT)
    assert ("2. Second" in page) == (kind is Kind.REPORT)


def test_in_plain_words_the_first_picture_of_a_part_is_its_sign() -> None:
    sign = Figure(title="A star", drawing=EMPTY, alt="A star.")
    section = Section(id="a", title="A", blocks=[sign, Paragraph("We want this."), sign])
    page = print_html(Document(title="Plain", kind=Kind.PLAIN, sections=[section]))
    tree = html5lib.HTMLParser(strict=True).parse(page)
    assert [one.get("class") for one in find_all(tree, "img")] == ["sign", None]
    assert len(find_all(tree, "figcaption")) == 1


def test_hidden_direction_marks_are_written_out() -> None:
    hidden = "safe" + chr(0x202E) + "txt"
    page = print_html(Document(title=hidden))
    assert chr(0x202E) not in page
    assert "safe[U+202E]txt" in page


def test_an_internal_page_says_at_its_top_and_in_its_title_that_it_is_not_for_publication() -> None:
    mime = load_example("mime")
    page = print_html(report.evaluation(mime, internal=True))
    assert "<title>Not for publication: " in page
    assert page.index(">Not for publication") < page.index("<h1>")
    assert "table-header-group; position" in page.split("@media print")[1]  # again on every page
    assert "ot for publication" not in print_html(report.evaluation(mime))

"""The report as a web page."""

import itertools
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from base64 import b64decode

import html5lib
import pytest

from obamodel import load_example, report
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.publishing import PublishedRow, PublishedTable
from obamodel.plots.drawing import Drawing
from obamodel.report.document import (
    Bullets,
    Card,
    Cards,
    Document,
    Figure,
    Note,
    Paragraph,
    Section,
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
                    Figure(
                        title=HOSTILE,
                        drawing=Drawing(width=1, height=1, items=()),
                        alt=HOSTILE,
                        note=HOSTILE,
                    ),
                ],
            )
        ],
    )
    page = print_html(document)
    tree = html5lib.HTMLParser(strict=True).parse(page)
    assert not find_all(tree, "script")
    assert [one.get("alt") for one in find_all(tree, "img")] == [HOSTILE]
    assert "{{ 7*7 }}" in page


def test_hidden_direction_marks_are_written_out() -> None:
    hidden = "safe" + chr(0x202E) + "txt"
    page = print_html(Document(title=hidden))
    assert chr(0x202E) not in page
    assert "safe[U+202E]txt" in page


def test_an_internal_page_says_at_its_top_and_in_its_title_that_it_is_not_for_publication() -> None:
    mime = load_example("mime")
    page = print_html(report.evaluation(mime, internal=True))
    assert "<title>Not for publication: " in page
    assert page.index('<p class="stamp">Not for publication') < page.index("<h1>")
    assert "table-header-group; position" in page.split("@media print")[1]  # again on every page
    assert "ot for publication" not in print_html(report.evaluation(mime))

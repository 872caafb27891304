"""A document for Word, read back as Word reads it."""

import io
import itertools
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from attrs import evolve

import obamodel as oba
from obamodel import report
from obamodel.errors import InvalidError
from obamodel.plots.drawing import Drawing, Words
from obamodel.report.document import (
    NOT_FOR_PUBLICATION,
    AnswerSpace,
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
)
from obamodel.report.word import print_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
HOSTILE = '<w:p/>&amp; {{ 7*7 }} =HYPERLINK("x") \u202egnp\x07 ]]>'
DRAWING = Drawing(width=200, height=100, items=[Words(x=10, y=50, text="54", size=12)])
FIGURE = Figure(title="Calls", drawing=DRAWING, alt="A line that falls from 60 to 54.")
TABLE = Table(
    title="Calls by year",
    columns=["Year", "Calls"],
    rows=[["2014", "54"], ["2015", "60"]],
    notes=["Counted at the door."],
)


def write(*blocks: object, **said: object) -> bytes:
    section = Section(id="one", title="One", blocks=blocks)  # type: ignore[arg-type]
    return print_word(Document(title="Small", sections=[section], **said))  # type: ignore[arg-type]


def open_part(content: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return ElementTree.fromstring(packed.read(name))


def read_text(element: ElementTree.Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def list_paragraphs(content: bytes) -> list[tuple[str, str]]:
    """List the paragraphs of a document with the names of their styles."""
    styles = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")  # type: ignore[union-attr]
        for style in open_part(content, "word/styles.xml").iter(f"{W}style")
    }
    found = []
    for paragraph in open_part(content).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else styles[style.get(f"{W}val")]
        found.append((str(name), read_text(paragraph)))
    return found


@pytest.fixture(scope="module")
def mime() -> bytes:
    return print_word(report.evaluation(oba.load_example("mime")))


# --- what whoever hears it needs -----------------------------------------------------------


def test_the_headings_of_a_report_go_down_by_one_at_a_time(mime: bytes) -> None:
    levels = [
        int(style.split()[1])
        for style, _ in list_paragraphs(mime)
        if style.lower().startswith("heading ")
    ]
    assert len(levels) > 30
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert levels[0] == 1


def test_every_picture_has_its_words(mime: bytes) -> None:
    said = [each.get("descr", "") for each in open_part(mime).iter(DP)]
    document = report.evaluation(oba.load_example("mime"))
    assert len(said) >= 8
    assert all(len(each) > 20 for each in said)
    assert len({each.get("id") for each in open_part(mime).iter(DP)}) == len(said)
    assert document.title


def test_a_heading_of_a_table_stands_again_on_each_page_and_no_row_is_torn(mime: bytes) -> None:
    tables = list(open_part(mime).iter(f"{W}tbl"))
    assert tables
    for table in tables:
        first, *others = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *others))


def test_a_table_and_a_picture_have_a_caption_with_a_number() -> None:
    said = [text for style, text in list_paragraphs(write(FIGURE, TABLE)) if style == "caption"]
    said = said or [
        text for style, text in list_paragraphs(write(FIGURE, TABLE)) if style == "Caption"
    ]
    assert any("Calls" in text and "1" in text for text in said)
    assert any("Calls by year" in text for text in said)


def test_the_language_and_the_title_are_said() -> None:
    content = write(Paragraph("Shwmae."), language="cy")
    languages = {
        each.get(f"{W}val") for each in open_part(content, "word/styles.xml").iter(f"{W}lang")
    }
    assert languages == {"cy"}
    core = open_part(content, "docProps/core.xml")
    assert "Small" in [each.text for each in core]


# --- what is in it -------------------------------------------------------------------------


def test_every_kind_of_block_is_printed() -> None:
    blocks = [
        Paragraph("A paragraph."),
        Note("A note."),
        Bullets(["first", "second"], ordered=True),
        Cards([Card(text="We were heard.", heading="Person A", under="2011", caveats=["Few."])]),
        TABLE,
        FIGURE,
        AnswerSpace(name="round.question", prompt="What did we learn?", text="A lot."),
    ]
    text = "\n".join(text for _, text in list_paragraphs(write(*blocks)))
    for wanted in (
        *("A paragraph.", "A note.", "first", "second", "We were heard.", "Person A", "2011"),
        *("Few.", "54", "Counted at the door.", "Calls", "What did we learn?", "A lot."),
    ):
        assert wanted in text


def test_each_ordered_list_begins_at_one() -> None:
    content = write(Bullets(["a", "b"], ordered=True), Bullets(["c"], ordered=True))
    numbers = [each.get(f"{W}val") for each in open_part(content).iter(f"{W}numId")]
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]


def test_a_picture_in_a_row_of_a_table_stands_in_its_last_column() -> None:
    table = Table(
        title="Areas",
        columns=["Area"],
        rows=[["North"], ["South"]],
        pictures=[FIGURE, None],
        picture_column="Curve",
    )
    (made,) = open_part(write(table)).iter(f"{W}tbl")
    heading, north, south = made.findall(f"{W}tr")
    assert [read_text(cell) for cell in heading.findall(f"{W}tc")] == ["Area", "Curve"]
    assert len(list(north.iter(DP))) == 1
    assert not list(south.iter(DP))


def test_room_to_write_is_a_control_that_carries_its_name() -> None:
    spaces = [
        AnswerSpace(name="round.one", prompt="One?"),
        AnswerSpace(name="round.two", prompt="Two?", text="Already\nsaid"),
    ]
    body = open_part(write(*spaces, kind=Kind.FORM))
    controls = {}
    for control in body.iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        content = control.find(f"{W}sdtContent")
        assert tag is not None
        assert content is not None
        controls[tag.get(f"{W}val")] = [read_text(each) for each in content.findall(f"{W}p")]
    assert controls.keys() == {"round.one", "round.two"}
    assert controls["round.two"][:2] == ["Already", "said"]


def test_what_is_asked_stands_out_and_stays_with_its_room() -> None:
    body = open_part(write(AnswerSpace(name="a.why", prompt="Why?"), kind=Kind.FORM))
    (asked,) = (one for one in body.iter(f"{W}p") if read_text(one) == "Why?")
    assert asked.find(f"{W}pPr/{W}keepNext") is not None
    assert asked.find(f"{W}r/{W}rPr/{W}b") is not None


@pytest.mark.parametrize("kind", Kind)
def test_only_a_scorecard_lies_on_its_side(kind: Kind) -> None:
    size = next(open_part(write(TABLE, kind=kind)).iter(f"{W}pgSz"))
    wide, high = int(size.get(f"{W}w", "")), int(size.get(f"{W}h", ""))
    # A4 is 210 by 297 millimetres; Word counts 1,440 in an inch of 25.4.
    assert sorted((wide, high)) == pytest.approx([210 / 25.4 * 1440, 297 / 25.4 * 1440], abs=1)
    assert (wide > high) == (kind is Kind.SCORECARD)


def test_a_card_is_set_in_two_columns_and_leaves_the_tables_of_pictures_to_the_report() -> None:
    figure = evolve(FIGURE, table=TABLE)
    for kind, columns, tables in ((Kind.CARD, ["2"], 0), (Kind.REPORT, [], 1)):
        body = open_part(write(figure, kind=kind))
        assert [
            one.get(f"{W}num") for one in body.iter(f"{W}cols") if one.get(f"{W}num")
        ] == columns
        assert len(list(body.iter(f"{W}tbl"))) == tables


def test_in_plain_words_the_sign_of_a_part_has_no_caption_and_other_pictures_do() -> None:
    content = write(FIGURE, Paragraph("We want this."), FIGURE, kind=Kind.PLAIN)
    assert len(list(open_part(content).iter(DP))) == 2
    captions = [text for style, text in list_paragraphs(content) if style.lower() == "caption"]
    assert captions == ["Picture 1. Calls"]


def test_what_is_not_for_publication_says_so_on_every_page() -> None:
    content = write(Paragraph("Kept."), internal=True)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        headers = [
            read_text(ElementTree.fromstring(packed.read(name)))
            for name in packed.namelist()
            if name.startswith("word/header")
        ]
    assert any(NOT_FOR_PUBLICATION in text for text in headers)
    assert NOT_FOR_PUBLICATION not in "".join(text for _, text in list_paragraphs(write()))


# --- what is not in it ---------------------------------------------------------------------


def test_what_people_wrote_is_text_and_nothing_else() -> None:
    blocks = [
        Paragraph(HOSTILE),
        Note(HOSTILE),
        Bullets([HOSTILE]),
        Cards([Card(text=HOSTILE, heading=HOSTILE, under=HOSTILE, caveats=[HOSTILE])]),
        Table(title=HOSTILE, columns=[HOSTILE], rows=[[HOSTILE]], notes=[HOSTILE]),
        Figure(title=HOSTILE, drawing=DRAWING, alt=HOSTILE, note=HOSTILE),
        AnswerSpace(name="a.b", prompt=HOSTILE, text=HOSTILE),
    ]
    content = write(*blocks)
    body = open_part(content)
    text = "\n".join(text for _, text in list_paragraphs(content))
    assert text.count("<w:p/>&amp; {{ 7*7 }} =HYPERLINK") >= 12
    assert "\u202e" not in text
    assert not any(each.get(f"{W}instr", "").startswith("HYPERLINK") for each in body.iter())


def test_nothing_says_who_made_it_when_or_with_what(mime: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(mime)) as packed:
        names = packed.namelist()
        every = {name: packed.read(name) for name in names}
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}
    assert not any("thumbnail" in name or "customXml" in name for name in names)
    whole = b"".join(every.values())
    assert b"python-docx" not in whole
    assert b"Microsoft" not in every["docProps/app.xml"]
    assert b"rsid" not in every["word/document.xml"]
    assert b'TargetMode="External"' not in whole
    core = every["docProps/core.xml"].decode()
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core or "creator" not in core


def test_the_same_document_is_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    program = (
        "import hashlib, sys, obamodel as oba\n"
        "from obamodel import report\n"
        "from obamodel.report.word import print_word\n"
        "made = print_word(report.evaluation(oba.load_example('trafford')))\n"
        "print(hashlib.sha256(made).hexdigest())\n"
    )
    source = str(Path(oba.__file__).resolve().parents[1])
    found = set()
    for number, (zone, place) in enumerate((("UTC", "C"), ("Asia/Tokyo", "C.UTF-8"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        said = {"PYTHONHASHSEED": str(number + 1), "TZ": zone, "LC_ALL": place}
        ended = subprocess.run(
            [sys.executable, "-c", program],
            cwd=folder,
            env={**os.environ, **said, "PYTHONPATH": source},
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(ended.stdout)
    assert len(found) == 1


# --- in the style of a house ---------------------------------------------------------------


def make_house(**parts: bytes) -> bytes:
    import docx
    from docx.shared import Pt

    word = docx.Document()
    word.styles["Heading 1"].font.name = "Courier New"
    word.styles["Heading 1"].font.size = Pt(31)
    word.add_paragraph("Words of the house that are not ours.")
    word.sections[0].header.paragraphs[0].text = "The House"
    written = io.BytesIO()
    word.save(written)
    if not parts:
        return written.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return changed.getvalue()


DOCUMENT = Document(title="Ours", sections=[Section(id="a", title="A", blocks=[TABLE])])


def test_the_styles_and_the_header_of_the_house_are_kept_and_its_words_are_not() -> None:
    content = print_word(DOCUMENT, template=make_house())
    styles = open_part(content, "word/styles.xml")
    heading = next(
        style for style in styles.iter(f"{W}style") if style.get(f"{W}styleId") == "Heading1"
    )
    size = heading.find(f"{W}rPr/{W}sz")
    assert size is not None
    assert size.get(f"{W}val") == "62"
    text = "\n".join(text for _, text in list_paragraphs(content))
    assert "Ours" in text
    assert "Words of the house" not in text
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        headers = b"".join(packed.read(one) for one in packed.namelist() if "header" in one)
    assert b"The House" in headers


@pytest.mark.parametrize(
    ("template", "says"),
    [
        (b"not a file of Word", "not a Word document"),
        (make_house(**{"word/vbaProject.bin": b"x"}), "macro"),
        (make_house(**{"word/extra.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "entit"),
    ],
    # Not the bytes themselves, which hold the time at which they were made.
    ids=["no file of Word", "with a macro", "with an entity"],
)
def test_a_template_that_is_none_or_could_do_harm_is_refused(template: bytes, says: str) -> None:
    with pytest.raises(InvalidError, match=says):
        print_word(DOCUMENT, template=template)


# --- in an office --------------------------------------------------------------------------


@pytest.mark.slow
def test_an_office_opens_the_report_and_turns_it_into_pages(mime: bytes, tmp_path: Path) -> None:
    (tmp_path / "mime.docx").write_bytes(mime)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "mime.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert (tmp_path / "mime.pdf").stat().st_size > 50_000

"""A form that was filled in as a Word document."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.files.filled_forms.filled_form import tidy_answer
from obamodel.files.filled_forms.word_forms import PROMPT, read_word_form
from tests.files.filled_forms.papers import (
    WORDS,
    fill_paper,
    make_control,
    make_paper,
    make_paragraph,
)

ONE = make_control("a.what", make_paragraph("We met."))
EMPTY = make_control("a.when", make_paragraph(PROMPT), prompt=True)


def read(body: str) -> dict[str, str]:
    return dict(read_word_form(make_paper(body), "form.docx").answers)


def refuse(content: bytes) -> list[str]:
    with pytest.raises(InvalidError) as caught:
        read_word_form(content, "form.docx")
    assert caught.value.what == "form.docx"
    assert not any("sheet" in one.mend for one in caught.value.faults)
    return [fault.code for fault in caught.value.faults]


def test_an_answer_stands_in_a_content_control_by_its_tag() -> None:
    body = f"{make_paragraph('What?')}{ONE}{make_paragraph('When?')}{EMPTY}"
    form = read_word_form(make_paper(body), "form.docx")
    assert form.rooms == ("a.what", "a.when")
    assert form.answers == {"a.what": "We met."}
    assert form.outside == ("What?", "When?")


def test_the_prompt_is_the_one_that_the_printer_writes() -> None:
    from obamodel.report.word.spaces import PLACEHOLDER

    assert PROMPT == PLACEHOLDER


@pytest.mark.parametrize(
    ("content", "shows_prompt", "answer"),
    [
        (make_paragraph("Klicken Sie hier, um Text einzugeben."), True, ""),
        (make_paragraph(PROMPT) + make_paragraph(""), False, ""),
        (make_paragraph(PROMPT) + make_paragraph("We met."), True, "We met."),
        (make_paragraph(PROMPT) + make_paragraph("We met."), False, "We met."),
        (make_paragraph("Write here. And there."), False, "Write here. And there."),
        ("<w:p/><w:p/>", False, ""),
    ],
)
def test_a_prompt_that_was_left_is_no_answer_and_what_stands_below_it_is(
    content: str, shows_prompt: bool, answer: str
) -> None:
    body = make_control("a.x", content, prompt=shows_prompt)
    assert read(body).get("a.x", "") == answer


def test_a_flag_that_says_no_is_a_no() -> None:
    body = ONE.replace("</w:sdtPr>", '<w:showingPlcHdr w:val="0"/></w:sdtPr>')
    assert read(body) == {"a.what": "We met."}


def test_each_paragraph_and_each_break_is_a_line() -> None:
    runs = "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>2</w:t></w:r></w:p>"
    body = make_control("a.x", runs + make_paragraph("") + make_paragraph("three"))
    assert read(body) == {"a.x": "one\ntwo\t2\n\nthree"}


def test_words_may_be_cut_into_runs_links_and_fields() -> None:
    runs = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
        "<w:r><w:t>W</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr>"
        '<w:t xml:space="preserve">e </w:t></w:r><w:hyperlink><w:r><w:t>met</w:t></w:r>'
        "</w:hyperlink><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>.</w:t></w:r></w:p>"
    )
    assert read(make_control("a.x", runs)) == {"a.x": "We met."}


def test_a_control_may_stand_in_a_line_or_in_a_table() -> None:
    inline = make_control("a.run", "<w:r><w:t>in a line</w:t></w:r>")
    cell = make_control("a.cell", make_paragraph("in a cell"))
    body = (
        f"<w:p><w:r><w:t>Label </w:t></w:r>{inline}</w:p>"
        f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"
    )
    assert read(body) == {"a.run": "in a line", "a.cell": "in a cell"}


def test_a_control_without_a_name_of_ours_inside_an_answer_is_a_part_of_it() -> None:
    inner = make_control("Some Title", make_paragraph("inner"))
    assert read(make_control("a.x", make_paragraph("outer") + inner)) == {"a.x": "outer\ninner"}


def test_what_was_taken_out_while_changes_were_tracked_is_not_read() -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
    )
    assert read(make_control("a.x", body)) == {"a.x": "new"}


def test_what_stands_there_a_second_time_for_old_programs_is_read_once() -> None:
    body = (
        "<w:p><w:r><AlternateContent><Choice><w:t>box</w:t></Choice>"
        "<Fallback><w:t>box</w:t></Fallback></AlternateContent></w:r></w:p>"
    )
    assert read(make_control("a.x", body)) == {"a.x": "box"}


def test_a_name_outside_the_properties_of_a_control_is_none() -> None:
    body = '<w:p><w:smartTag><w:tag w:val="a.y"/></w:smartTag></w:p>' + ONE
    assert read(body) == {"a.what": "We met."}


def test_the_main_part_is_found_by_what_the_file_says_of_itself() -> None:
    content = make_paper("")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        relations = packed.read("_rels/.rels").decode()
    moved = relations.replace("word/document.xml", "/word/document2.xml")
    page = f'<w:document xmlns:w="{WORDS}"><w:body>{ONE}</w:body></w:document>'
    parts = {"_rels/.rels": moved, "word/document2.xml": page}
    form = read_word_form(make_paper("", parts=parts), "form.docx")
    assert form.answers == {"a.what": "We met."}


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b"", ["not-a-form"]),
        (b"PK", ["not-a-form"]),
        (b"\xd0\xcf\x11\xe0 old", ["not-a-form"]),
        (make_paper("<w:p>"), ["not-a-form"]),
        (make_paper("<w:p>" * 70 + "</w:p>" * 70), ["too-large"]),
        (make_paper("").replace(b"word/document.xml", b"word/documenX.xml"), ["not-a-form"]),
        (make_paper("", parts={"word/document.xml": "<!DOCTYPE a><a/>"}), ["doctype"]),
        (
            make_paper("", parts={"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            ["doctype"],
        ),
        (make_paper("", parts={"word/big.xml": b" " * 5_000_000}), ["too-large"]),
        (make_paper("", parts={f"word/{number}.xml": "" for number in range(2001)}), ["too-large"]),
    ],
)
def test_a_file_that_is_hostile_or_broken_is_refused_with_its_mend(
    content: bytes, codes: list[str]
) -> None:
    assert refuse(content) == codes


def test_a_workbook_is_no_form() -> None:
    parts = {"xl/workbook.xml": "<a/>", "_rels/.rels": "<a/>"}
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        for place, part in parts.items():
            packed.writestr(place, part)
    assert refuse(kept.getvalue()) == ["not-a-form"]


@given(st.text(max_size=200))
def test_whatever_is_written_as_word_writes_it_is_read_back(text: str) -> None:
    kept = "".join(sign for sign in text if sign in "\n\t" or sign.isprintable())
    paper = make_paper(make_paragraph("When?") + EMPTY)
    form = read_word_form(fill_paper(paper, {"a.when": kept}), "form.docx")
    expected = tidy_answer(kept)
    assert form.say("a.when") == ("" if expected == PROMPT else expected)


@given(st.binary(max_size=200), st.integers(0, 2000), st.integers(0, 255))
def test_whatever_the_bytes_only_our_refusal_comes_out(
    content: bytes, place: int, sign: int
) -> None:
    whole = bytearray(make_paper(ONE))
    whole[place % len(whole)] = sign
    for given_bytes in (content, b"PK\x03\x04" + content, bytes(whole), bytes(whole[:place])):
        try:
            read_word_form(given_bytes, "form.docx")
        except InvalidError as error:
            refused = error
        else:
            continue
        assert all(fault.found and fault.mend for fault in refused.faults)


NAMES = ("p", "sdt", "sdtPr", "r", "t", "del")


@given(
    st.lists(
        st.sampled_from(
            [
                *(f"<{end}w:{name}>" for name in NAMES for end in ("", "/")),
                *("words", '<w:tag w:val="a.x"/>', "<w:showingPlcHdr/>", "<w:tag/>", "<w:br/>"),
                *("<Fallback>", "</Fallback>"),
            ]
        ),
        max_size=40,
    )
)
def test_whatever_the_tags_only_our_refusal_comes_out(tags: list[str]) -> None:
    try:
        form = read_word_form(make_paper("".join(tags)), "form.docx")
    except InvalidError:
        return
    assert set(form.answers) <= set(form.rooms)

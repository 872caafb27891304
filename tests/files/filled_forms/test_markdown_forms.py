"""A form that was filled in as Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.files.filled_forms.filled_form import tidy_answer
from obamodel.files.filled_forms.markdown_forms import read_markdown_form, unescape
from obamodel.report.characters import make_visible
from obamodel.report.document import AnswerSpace, Document, Kind, Section
from obamodel.report.markdown import END_OF_ANSWER, escape, mark_answer, print_markdown
from tests.files.filled_forms.papers import fill_markdown
from tests.strategies import AWKWARD


def read(text: str) -> dict[str, str]:
    return dict(read_markdown_form(text.encode("utf-8"), "form.md").answers)


def refuse(text: str) -> list[str]:
    with pytest.raises(InvalidError) as caught:
        read(text)
    return [f"{fault.code} {fault.place}" for fault in caught.value.faults]


def put(name: str, answer: str) -> str:
    return f"{mark_answer(name)}\n{answer}\n{END_OF_ANSWER}\n"


def test_an_answer_stands_between_its_two_comments() -> None:
    text = f"# Form\n\nWhat?\n\n{put('a.what', 'We met.')}\nWhen?\n\n{put('a.when', '')}"
    form = read_markdown_form(text.encode(), "form.md")
    assert form.rooms == ("a.what", "a.when")
    assert form.answers == {"a.what": "We met."}
    assert form.outside == ("# Form", "What?", "When?")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("We *met*.", "We *met*."),
        ("- one\n- two", "- one\n- two"),
        (r"1\. \<b\>\*bold\*\</b\> \| x", "1. <b>*bold*</b> | x"),
        ("She said \"yes\".\n\n'No', said he.", "She said \"yes\".\n\n'No', said he."),
        ("<!-- a comment -->", "<!-- a comment -->"),
        ("C:\\notes", "C:\\notes"),
        ("two\r\nlines", "two\nlines"),
    ],
)
def test_what_people_type_is_kept_as_they_mean_it(typed: str, answer: str) -> None:
    assert read(put("a.what", typed)) == {"a.what": answer}


def test_marks_may_stand_in_the_line_of_the_answer_and_have_other_spaces() -> None:
    text = "<!--answer:a.what-->We met.<!--  End of answer -->\n"
    assert read(text) == {"a.what": "We met."}


def test_the_start_of_a_file_may_have_a_byte_order_mark() -> None:
    assert read("\ufeff" + put("a.what", "x")) == {"a.what": "x"}


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("x\n<!-- answer: a.x -->\nWe", ["not-ended form.md:2"]),
        (f"x\n\n{END_OF_ANSWER}", ["not-begun form.md:3"]),
        (
            f"<!-- answer: a.x -->\n<!-- answer: a.y -->\nz\n{END_OF_ANSWER}\nw\n{END_OF_ANSWER}",
            ["not-ended form.md:2", "not-begun form.md:6"],
        ),
        (f"<!-- answer: A_x -->\n{END_OF_ANSWER}", ["bad-name form.md:1"]),
        (f"<!-- answer: {'a' * 65} -->\n{END_OF_ANSWER}", ["bad-name form.md:1"]),
    ],
)
def test_every_mark_without_its_partner_is_told_with_its_line(text: str, faults: list[str]) -> None:
    assert refuse(text) == faults


def test_a_comment_inside_an_answer_that_looks_like_ours_is_never_passed_over() -> None:
    assert refuse(put("a.x", f"We {END_OF_ANSWER} met.")) == ["not-begun form.md:3"]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidError, match="it is not UTF-8 text"):
        read_markdown_form(b"\xff\xfe<\x00", "form.md")


def test_a_file_of_many_unfinished_marks_takes_no_time() -> None:
    assert read("<!-- answer: " * 300_000) == {}


@given(st.text(max_size=200) | st.sampled_from(AWKWARD))
def test_whatever_was_printed_into_a_place_is_read_back(text: str) -> None:
    # The printer writes out by number what nobody sees, and one space between words.
    lines = [" ".join(make_visible(line).split()) for line in text.splitlines()]
    printed = print_form(AnswerSpace(name="a.x", prompt="What?", text=text))
    assert read(printed).get("a.x", "") == tidy_answer("\n".join(lines))


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\\"), max_size=200)
)
def test_whatever_a_person_types_is_read_as_typed_unless_it_is_a_mark(text: str) -> None:
    form = print_form(AnswerSpace(name="a.x", prompt="What?"))
    assert read(fill_markdown(form, {"a.x": text})).get("a.x", "") == tidy_answer(text)


@given(st.text(max_size=60))
def test_both_sides_agree_on_what_is_escaped(text: str) -> None:
    assert unescape(escape(text)) == unescape(unescape(escape(text)).replace("\\", "\\\\"))


@given(st.binary(max_size=300) | st.text(alphabet="<!- answer:end of.\n->x", max_size=200))
def test_whatever_the_bytes_only_our_refusal_comes_out(content: bytes | str) -> None:
    given_bytes = content if isinstance(content, bytes) else content.encode()
    try:
        form = read_markdown_form(given_bytes, "form.md")
    except InvalidError as error:
        refused = error
    else:
        assert set(form.answers) <= set(form.rooms)
        return
    assert all(fault.found and fault.mend for fault in refused.faults)


def print_form(space: AnswerSpace) -> str:
    section = Section(id="s", title="S", blocks=[space])
    return print_markdown(Document(title="F", kind=Kind.FORM, sections=[section]))

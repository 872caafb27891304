"""Is a form read by what it is, and refused where it is none?"""

from pathlib import Path

import pytest

from obamodel.errors import InvalidError
from obamodel.files.filled_forms import parse_filled_form, read_filled_form
from obamodel.files.filled_forms.reading import LARGEST_FORM
from tests.files.filled_forms.papers import make_control, make_paper, make_paragraph

MARKDOWN = b"What?\n<!-- answer: r.what -->\nWe met.\n<!-- end of answer -->\n"
WORD = make_paper(make_paragraph("What?") + make_control("r.what", make_paragraph("We met.")))


def refuse(path: Path) -> str:
    with pytest.raises(InvalidError) as refused:
        read_filled_form(path)
    (fault,) = refused.value.faults
    return fault.code


@pytest.mark.parametrize(("name", "content"), [("a.md", MARKDOWN), ("a.DOCX", WORD)])
def test_word_and_markdown_say_the_same(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    form = read_filled_form(tmp_path / name)
    assert (form.answers, form.outside) == ({"r.what": "We met."}, ("What?",))


def test_a_form_whose_places_are_gone_is_read_beside_the_empty_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("What?\n\nWe met.\n", encoding="utf-8")
    assert refuse(tmp_path / "a.md") == "no-places"
    empty = parse_filled_form(MARKDOWN.replace(b"We met.", b""), "a.md")
    assert read_filled_form(tmp_path / "a.md", empty=empty).say("r.what") == "We met."


@pytest.mark.parametrize("name", ["a.odt", "a.pdf", "a.html", "a", "a.docx.exe"])
def test_no_reader_is_guessed(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(MARKDOWN)
    assert refuse(tmp_path / name) == "unknown-ending"


def test_a_form_has_to_be_an_ordinary_file_of_some_size(tmp_path: Path) -> None:
    assert refuse(tmp_path / "gone.md")
    (tmp_path / "folder.md").mkdir()
    assert refuse(tmp_path / "folder.md")
    with (tmp_path / "endless.md").open("wb") as file:
        file.truncate(LARGEST_FORM + 1)
    assert refuse(tmp_path / "endless.md") == "too-large"

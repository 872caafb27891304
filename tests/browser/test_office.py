"""Do a word processor and a spreadsheet program open what we write?"""

import re
import shutil
import zipfile
from pathlib import Path

import pytest

import obamodel as oba
from obamodel.cli import main
from tests.browser.pages import DOCUMENTS, make_document, make_file
from tests.browser.programs import convert, count_pages, find_blank, picture_paper, read_paper
from tests.filling import fill_word

pytestmark = pytest.mark.browser


def list_titles(name: str) -> list[str]:
    document = make_document(name)
    return [document.title, *(section.title for section in document.sections)]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_word_file_opens_with_every_chapter(name: str, tmp_path: Path) -> None:
    paper = convert(make_file(name, ".docx", tmp_path), "pdf", tmp_path)
    assert count_pages(paper) >= 1
    words = read_paper(paper)
    assert [each for each in list_titles(name) if " ".join(each.split()) not in words] == []
    assert find_blank(picture_paper(paper, tmp_path / "sheets")) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_workbook_opens_with_every_sheet(name: str, tmp_path: Path) -> None:
    book = make_file(name, ".xlsx", tmp_path)
    with zipfile.ZipFile(book) as opened:
        listed = opened.read("xl/workbook.xml").decode("utf-8")
    number = len(re.findall(r"<sheet ", listed))
    assert number >= 1
    # Saved again by the other program, it still has each sheet, and something on each.
    (tmp_path / "again").mkdir()
    again = convert(book, "xlsx", tmp_path / "again")
    with zipfile.ZipFile(again) as opened:
        sheets = [each for each in opened.namelist() if each.startswith("xl/worksheets/sheet")]
        assert len(sheets) == number
        for each in sheets:
            assert b"<c r=" in opened.read(each), each
    paper = convert(book, "pdf", tmp_path)
    assert count_pages(paper) >= number
    assert not re.search(r"#(REF|NAME|VALUE|DIV/0)!?", read_paper(paper))


def test_a_form_that_libreoffice_saved_again_says_the_same(tmp_path: Path) -> None:
    answers = {
        "2.on": "12 March 2012",
        "2.role": "6 members",
        "became.plan-1": "under way: two forums wrote to us",
        "2.now": "More people come.",
        "action-1.what": "Ring the forums",
        "action-1.by": "June 2012",
    }
    oba.start_folder(tmp_path / "mime", example="mime")
    form = tmp_path / "form.docx"
    assert main(["reflect", str(tmp_path / "mime"), "-o", str(form)]) == 0
    form.write_bytes(fill_word(form.read_bytes(), answers))
    (tmp_path / "again").mkdir()
    again = convert(form, "docx", tmp_path / "again")
    kept = []
    for number, file in enumerate((form, again)):
        folder = tmp_path / f"read-{number}"
        shutil.copytree(tmp_path / "mime", folder)
        assert main(["reflect", str(folder), "--read", str(file)]) == 0
        kept.append(oba.load(folder))
    assert kept[0] == kept[1]
    assert kept[1].find("cycle-2011-2-action-1").text == "Ring the forums"

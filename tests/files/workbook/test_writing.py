"""A workbook that is written holds text as text, hides nothing and tells nothing of its writer."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import obamodel as oba
from obamodel.files.workbook import read_workbook, write_workbook
from tests.files.workbook.making import SMALL, make_book

MIME = write_workbook(oba.load_example("mime"))


def unpack(book: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(book)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def find_sheet(book: bytes, name: str) -> str:
    parts = unpack(book)
    at = re.search(rf'<sheet name="{re.escape(name)}" sheetId="(\d+)"', parts["xl/workbook.xml"])
    assert at is not None
    return parts[f"xl/worksheets/sheet{at[1]}.xml"]


def test_a_text_that_looks_like_a_formula_or_a_link_is_text() -> None:
    texts = ["=1+1", "{=1+1}", "+44", "-x", "@SUM(A1)", "https://example.org", "mailto:a", "'=1"]
    evaluation = oba.Evaluation(id="small", title="=cmd|' /C calc'!A0", drivers=texts)
    book = write_workbook(evaluation)
    for part in unpack(book).values():
        assert "<f>" not in part
        assert "<f " not in part
        # The first sheet leads to the others, and nothing leads out.
        links = re.findall(r"<hyperlink [^>]*>", part)
        assert all(" location=" in link and "r:id" not in link for link in links)
    assert not any("relationships/hyperlink" in part for part in unpack(book).values())
    assert read_workbook(book, "small.xlsx").evaluation == evaluation


def test_no_formula_stands_anywhere_and_nothing_is_hidden() -> None:
    for name, part in unpack(MIME).items():
        if name.startswith("xl/worksheets/sheet"):
            assert not re.search(r"<f[ >]", part)
        assert "hidden=" not in part
        assert "veryHidden" not in part


def test_nothing_is_said_of_who_wrote_it_and_when() -> None:
    core = unpack(MIME)["docProps/core.xml"]
    assert re.findall(r"<dc:creator>(.*?)</dc:creator>", core) in ([], [""])
    assert re.findall(r"<cp:lastModifiedBy>(.*?)</cp:lastModifiedBy>", core) in ([], [""])
    with zipfile.ZipFile(BytesIO(MIME)) as packed:
        assert len({entry.date_time for entry in packed.infolist()}) == 1
    assert write_workbook(oba.load_example("mime")) == MIME


def test_columns_with_words_to_choose_from_offer_them() -> None:
    assert '<dataValidation type="list"' in find_sheet(MIME, "Measures")


def test_the_first_sheet_says_what_the_workbook_is() -> None:
    parts = unpack(MIME)
    names = re.findall(r'<sheet name="([^"]*)"', parts["xl/workbook.xml"])
    assert names[0] == "Start here"
    assert "This workbook is one evaluation." in parts["xl/sharedStrings.xml"]


def test_every_sheet_has_its_headings_in_the_first_row_and_keeps_them_in_sight() -> None:
    sheet = find_sheet(MIME, "Outcomes")
    assert '<pane ySplit="1"' in sheet or 'topLeftCell="B2"' in sheet


def test_a_workbook_that_says_the_same_is_not_touched(tmp_path: Path) -> None:
    place = tmp_path / "small.xlsx"
    by_hand = make_book(SMALL)
    place.write_bytes(by_hand)
    evaluation = oba.load(place)
    oba.save(evaluation, place)
    assert place.read_bytes() == by_hand


def test_notes_that_people_fixed_to_cells_are_not_lost_without_a_word(tmp_path: Path) -> None:
    place = tmp_path / "small.xlsx"

    def note(book: object) -> None:
        page = book.get_worksheet_by_name("Outcomes")  # type: ignore[attr-defined]
        page.write_comment(1, 1, "Is this so?")

    place.write_bytes(make_book(SMALL, note))
    other = oba.Evaluation(id="other", title="Other")
    with pytest.raises(oba.InvalidError, match="somebody put notes, pictures or charts into it"):
        oba.save(other, place)
    assert oba.load(place).id == "small"


def test_what_is_there_and_is_no_evaluation_is_not_written_over(tmp_path: Path) -> None:
    place = tmp_path / "small.xlsx"
    place.write_bytes(make_book({"Rota": [["Who"], ["Ann"]]}))
    with pytest.raises(oba.InvalidError, match="nothing was written"):
        oba.save(oba.Evaluation(id="other", title="Other"), place)


def test_a_text_longer_than_a_cell_is_refused_by_name(tmp_path: Path) -> None:
    evaluation = oba.Evaluation(id="long", title="Long", summary="x" * 40_000)
    with pytest.raises(oba.InvalidError, match="the text has 40000 characters, and a cell holds"):
        oba.save(evaluation, tmp_path / "long.xlsx")
    assert list(tmp_path.iterdir()) == []

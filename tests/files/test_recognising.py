"""What a file is, its name and what is inside say together."""

from pathlib import Path

import pytest

import obamodel as oba
from obamodel.files.recognising import FileForm, recognise
from tests.files.entry_points import CALLS, SMALL
from tests.files.fingertips.making import NEW_UPLOAD, OLD_UPLOAD, at, write_table
from tests.files.handmade_books import make_ods
from tests.files.iati.building import COMPLETE
from tests.files.tables.awkward import make_xlsx

SCORECARD = "id,measure_type,actual_value_date,target_value,actual_value,comment\n"


def keep(folder: Path, name: str, content: str | bytes) -> Path:
    place = folder / name
    place.write_bytes(content.encode() if isinstance(content, str) else content)
    return place


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.csv", "year,value\n2014,1\n", FileForm.TABLE),
        ("a.csv", "", FileForm.TABLE),
        ("a.tsv", "year\tvalue\n2014\t1\n", FileForm.TABLE),
        ("a.csv", b"\xff\xfe\x00", FileForm.TABLE),
        ("a.csv", SCORECARD, FileForm.SCORECARD),
        ("a.csv", "\ufeff" + SCORECARD.replace("\n", "\r\n"), FileForm.SCORECARD),
        ("a.csv", write_table(at(2014)), FileForm.FINGERTIPS),
        ("a.csv", write_table({}, form=OLD_UPLOAD), FileForm.FINGERTIPS),
        ("a.csv", write_table({}, form=NEW_UPLOAD), FileForm.FINGERTIPS),
        ("a.xml", COMPLETE, FileForm.IATI),
        ("a.json", "{}", FileForm.EVALUATION),
        ("a.json", "no JSON at all", FileForm.EVALUATION),
        ("datapackage.json", "{}", FileForm.DATA_PACKAGE),
        ("a.xlsx", make_xlsx([["year", "value"], [2014, 1]]), FileForm.TABLE),
        ("a.xlsx", b"no workbook", FileForm.TABLE),
        ("a.ods", make_ods({"Data": [["year", "value"], [2014, 1]]}), FileForm.TABLE),
    ],
)
def test_a_file_is_known_by_its_ending_and_by_what_is_inside(
    name: str, content: str | bytes, form: FileForm, tmp_path: Path
) -> None:
    assert recognise(keep(tmp_path, name, content)) is form


def test_what_this_library_writes_is_known_again(tmp_path: Path) -> None:
    for name in ("folder", "small.json", "small.xlsx"):
        oba.save(SMALL, tmp_path / name)
        assert recognise(tmp_path / name) is FileForm.EVALUATION
    oba.save_release(oba.publish(SMALL).release, tmp_path / "release.json")
    assert recognise(tmp_path / "release.json") is FileForm.RELEASE
    oba.write_data_package(tmp_path / "package", name="small", title="Small", series=[CALLS])
    assert recognise(tmp_path / "package") is FileForm.DATA_PACKAGE


def test_what_nobody_reads_and_what_is_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(oba.InvalidError, match="nothing here reads a file that ends in"):
        recognise(keep(tmp_path, "a.docx", b"PK"))
    with pytest.raises(oba.InvalidError, match="there is no such file or folder"):
        recognise(tmp_path / "a.csv")

"""A report on disk."""

from pathlib import Path

import pytest

from obamodel import InvalidError, report
from obamodel.report.document import Document

DOCUMENT = Document(title="Small")


def test_the_ending_chooses_the_printer(tmp_path: Path) -> None:
    report.save(DOCUMENT, tmp_path / "a.html")
    report.save(DOCUMENT, tmp_path / "a.md")
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "# Small\n"


@pytest.mark.parametrize("name", ["a.odt", "a", "a.htm"])
def test_an_unknown_ending_is_refused_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidError, match=r"end the name in \.html, \.docx, \.xlsx or \.md"):
        report.save(DOCUMENT, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match="missing"):
        report.save(DOCUMENT, tmp_path / "missing" / "a.html")


def test_an_earlier_report_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("a much longer earlier report\n" * 50, encoding="utf-8")
    report.save(DOCUMENT, target)
    assert target.read_text(encoding="utf-8") == "# Small\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]

"""The commands that write for a reader, typed by hand."""

from pathlib import Path

import pytest

from obamodel.cli import main


def run(*words: str) -> int:
    return main(list(words))


@pytest.mark.parametrize(
    ("ending", "begins"),
    [(".html", b"<!DOCTYPE html>"), (".docx", b"PK"), (".xlsx", b"PK"), (".md", b"# ")],
)
def test_the_ending_chooses_what_a_report_is(tmp_path: Path, ending: str, begins: bytes) -> None:
    target = tmp_path / f"report{ending}"
    assert run("report", "--example", "trafford", "-o", str(target)) == 0
    assert target.read_bytes().startswith(begins)


def test_in_plain_words_long_sentences_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", "--example", "mime", "--plain", "-o", str(tmp_path / "plain.md")) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Wrote ")
    assert said.err == ""
    folder = tmp_path / "ours"
    assert run("new", str(folder)) == 0
    (folder / "plain-words.toml").write_text(
        '[[plain_words]]\nauthor = "us"\non = "2024"\ntext = """'
        "We say so many words in one breath that nobody can follow what we mean by them."
        '"""\n',
        encoding="utf-8",
    )
    capsys.readouterr()
    assert run("report", str(folder), "--plain", "-o", str(tmp_path / "ours.md")) == 0
    assert capsys.readouterr().err.startswith("More than fifteen words: We say so many words")


def test_each_card_is_asked_for_by_name(tmp_path: Path) -> None:
    for which, name in (("--outcome", "views-inform-commissioning"), ("--service", "mime-project")):
        target = tmp_path / f"{name}.md"
        assert run("card", "--example", "mime", which, name, "-o", str(target)) == 0
        assert "card. " in target.read_text(encoding="utf-8").splitlines()[2]


def test_a_card_of_nothing_in_particular_is_refused_with_what_there_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("card", "--example", "mime", "-o", str(tmp_path / "card.html")) == 2
    assert (
        "add one of: --outcome views-inform-commissioning, --service mime-project [which-card]"
        in capsys.readouterr().err
    )
    assert run("new", str(tmp_path / "empty")) == 0
    assert list(tmp_path.iterdir()) == [tmp_path / "empty"]


def test_an_internal_paper_says_so_when_it_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "card.html")
    assert (
        run("card", "--example", "mime", "--service", "mime-project", "--internal", "-o", target)
        == 0
    )
    assert "which is not for publication" in capsys.readouterr().out


def test_a_template_is_for_word_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = str(tmp_path / "report.html")
    assert run("report", "--example", "trafford", "--template", "house.docx", "-o", target) == 2
    assert "[template-without-word]" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_page_to_search_is_a_web_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("scorecard", "--example", "trafford", "--as-of", "2025-05-03", "--interactive")
    assert run(*words, "-o", str(tmp_path / "card.docx")) == 2
    assert "--interactive makes a web page" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    assert run(*words, "-o", str(tmp_path / "card.html")) == 0
    assert "<script" in (tmp_path / "card.html").read_text(encoding="utf-8")


def test_a_scorecard_for_paper_has_no_script(tmp_path: Path) -> None:
    target = tmp_path / "card.html"
    assert run("scorecard", "--example", "trafford", "--as-of", "2025-05", "-o", str(target)) == 0
    assert "<script" not in target.read_text(encoding="utf-8")

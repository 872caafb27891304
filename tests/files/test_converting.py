"""From one form of an evaluation to another."""

from pathlib import Path

import pytest

from obamodel.errors import InvalidError
from obamodel.files import convert, load, load_example, save, start_folder


def test_a_folder_becomes_a_file_and_a_file_a_folder(tmp_path: Path) -> None:
    save(load_example("trafford"), tmp_path / "a")
    assert convert(tmp_path / "a", tmp_path / "b.json").files == ("b.json",)
    convert(tmp_path / "b.json", tmp_path / "c")
    assert load(tmp_path / "c") == load_example("trafford")


def test_a_folder_without_notes_leaves_nothing_behind(tmp_path: Path) -> None:
    save(load_example(), tmp_path / "a")
    assert convert(tmp_path / "a", tmp_path / "b.json").dropped == ()


def test_a_number_sign_inside_words_is_no_note(tmp_path: Path) -> None:
    start_folder(tmp_path / "a")
    for file in (tmp_path / "a").glob("*.toml"):
        lines = file.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.lstrip().startswith("#")]
        file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    main = tmp_path / "a" / "evaluation.toml"
    text = main.read_text(encoding="utf-8")
    main.write_text(text.replace('title = "', 'title = "# '), encoding="utf-8")
    assert load(tmp_path / "a").title.startswith("# ")
    told = convert(tmp_path / "a", tmp_path / "b.json").dropped
    assert [fault.file for fault in told if fault.file == "evaluation.toml"] == []


def test_what_cannot_be_read_is_not_converted(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]", encoding="utf-8")
    with pytest.raises(InvalidError):
        convert(tmp_path / "a.json", tmp_path / "b")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]

"""A folder to start in."""

from pathlib import Path

import attrs
import pytest

from obamodel.errors import InvalidError
from obamodel.files import load, load_example, save, start_folder
from obamodel.files.homes import HOMES


def test_a_new_folder_has_every_file_and_loads(tmp_path: Path) -> None:
    start_folder(tmp_path / "ours")
    assert {path.name for path in (tmp_path / "ours").iterdir()} == set(HOMES)
    assert load(tmp_path / "ours").title


def test_an_empty_folder_may_be_there_already(tmp_path: Path) -> None:
    start_folder(str(tmp_path))
    assert load(tmp_path).title


def test_the_notes_of_a_new_folder_survive_the_first_save(tmp_path: Path) -> None:
    start_folder(tmp_path / "ours")
    notes = {
        path.name: [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        for path in (tmp_path / "ours").glob("*.toml")
    }
    # The example has everything, so every file is written over.
    save(load_example(), tmp_path / "ours")
    assert load(tmp_path / "ours") == load_example()
    for name, lines in notes.items():
        kept = (tmp_path / "ours" / name).read_text("utf-8").splitlines()
        assert [line for line in lines if line not in kept] == []


def test_an_example_is_copied_without_its_code(tmp_path: Path) -> None:
    start_folder(tmp_path / "copy", example="mime")
    assert load(tmp_path / "copy") == load_example("mime")
    assert {path.suffix for path in (tmp_path / "copy").iterdir()} == {".toml", ".csv"}


def test_a_folder_that_holds_something_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(InvalidError, match=r"it is not empty: there is mine\.txt"):
        start_folder(tmp_path)
    with pytest.raises(InvalidError, match=r"mine\.txt"):
        start_folder(tmp_path / "mine.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_unknown_example_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match=r'did you mean "mime"\?'):
        start_folder(tmp_path / "copy", example="mine")
    assert list(tmp_path.iterdir()) == []


def test_the_example_is_left_as_it_was_when_its_copy_is_changed(tmp_path: Path) -> None:
    start_folder(tmp_path / "copy", example="mime")
    before = load_example()
    save(attrs.evolve(before, title="Ours"), tmp_path / "copy")
    assert load_example() == before

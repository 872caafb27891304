"""Other packages bring forms of files, found by name and opened when asked for."""

import sys
from pathlib import Path

import pytest

from obamodel.errors import InvalidError
from obamodel.files.carrying import Exported, Imported
from obamodel.files.forms import list_readers, list_writers, read_form, write_form

CODE = """
from obamodel.files.carrying import Exported, Imported

def read(path, **options):
    return Imported(source=str(path) + options.get("more", ""))

def write(thing, path, **options):
    return Exported(files=[str(path)])

def mistaken(path, **options):
    return 7

seven = 7
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install a package that brings forms, as an installer would: a module and its description."""
    (tmp_path / "bringer_module.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "broken_module.py").write_text("raise OSError('no disk')", encoding="utf-8")
    describe(
        tmp_path,
        "bringer",
        """
[obamodel.readers]
notebook = bringer_module:read
mistaken = bringer_module:mistaken
number = bringer_module:seven
broken = broken_module:read
twice = bringer_module:read
[obamodel.writers]
notebook = bringer_module:write
""",
    )
    describe(tmp_path, "other", "[obamodel.readers]\ntwice = bringer_module:read\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("bringer_module", "broken_module"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return tmp_path


def describe(folder: Path, name: str, points: str) -> None:
    about = folder / f"{name}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(points)


def refuse(name: str) -> str:
    with pytest.raises(InvalidError) as caught:
        read_form(name, "a.txt")
    return str(caught.value.faults[0])


@pytest.mark.usefixtures("installed")
def test_what_is_installed_is_listed_by_name_and_not_opened() -> None:
    assert {"notebook", "broken", "mistaken"} <= set(list_readers())
    assert "notebook" in list_writers()
    assert "broken_module" not in sys.modules
    assert "bringer_module" not in sys.modules


@pytest.mark.usefixtures("installed")
def test_a_form_is_read_and_written_by_its_name_with_options_of_its_own() -> None:
    assert read_form("notebook", "a.txt", more="!") == Imported(source="a.txt!")
    assert write_form("notebook", None, "b.txt") == Exported(files=["b.txt"])


@pytest.mark.usefixtures("installed")
def test_a_misspelt_form_is_answered_with_the_nearest() -> None:
    assert refuse("notebok") == (
        'no package here brings "notebok"; did you mean "notebook"? [unknown-form]'
    )


@pytest.mark.usefixtures("installed")
def test_two_packages_that_bring_one_form_are_both_named() -> None:
    assert refuse("twice") == (
        'bringer and other both bring "twice"; remove one of the two packages [two-forms]'
    )


@pytest.mark.usefixtures("installed")
def test_a_form_that_cannot_be_opened_names_its_package() -> None:
    assert refuse("broken") == (
        "what bringer brings cannot be opened (OSError: no disk); upgrade or mend bringer "
        "[form-not-opened]"
    )
    assert "is no function, but of the type int" in refuse("number")


@pytest.mark.usefixtures("installed")
def test_a_reader_that_gives_something_else_is_refused() -> None:
    assert refuse("mistaken") == (
        'what reads "mistaken" gave something of the type int; it has to give an Imported, from '
        "obamodel.files.carrying [wrong-answer]"
    )


def test_without_any_package_the_mend_is_to_install_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("obamodel.files.forms.entry_points", lambda group: [])
    assert refuse("notebook").endswith("install the package that brings it [unknown-form]")

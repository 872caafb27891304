"""Would the check of a release notice what must not be in one?"""

import shutil
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from scripts.check_release import (
    PROJECT,
    find_differences,
    find_shared,
    list_package,
    look_at_metadata,
    look_at_source,
    look_at_wheel,
)

PACKAGE = {
    "obamodel/__init__.py",
    "obamodel/py.typed",
    "obamodel/examples/mime/evaluation.toml",
    "obamodel/templates/report/page.css",
}
DESCRIBED = {
    f"obamodel-0.1.0.dist-info/{name}"
    for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")
}
SOURCE = {f"obamodel-0.1.0/src/{name}" for name in PACKAGE} | {
    f"obamodel-0.1.0/{name}"
    for name in ("LICENSE", "README.md", "pyproject.toml", "PKG-INFO", "tests/test_cli.py")
}


def test_a_wheel_holds_the_package_and_nothing_else() -> None:
    whole = PACKAGE | DESCRIBED
    assert list(look_at_wheel(whole, PACKAGE, "0.1.0")) == []
    for name in whole:
        assert f"missing from the wheel: {name}" in look_at_wheel(
            whole - {name}, PACKAGE - {name} if "obamodel/t" in name else PACKAGE, "0.1.0"
        )
    stray = whole | {"tests/test_cli.py"}
    assert list(look_at_wheel(stray, PACKAGE, "0.1.0")) == [
        "not wanted in the wheel: tests/test_cli.py"
    ]


def test_a_source_archive_holds_what_is_needed_to_build_and_to_test() -> None:
    assert list(look_at_source(SOURCE, PACKAGE, "0.1.0")) == []
    assert list(look_at_source(SOURCE - {"obamodel-0.1.0/LICENSE"}, PACKAGE, "0.1.0")) == [
        "missing from the source archive: LICENSE"
    ]
    assert list(
        look_at_source(SOURCE - {"obamodel-0.1.0/tests/test_cli.py"}, PACKAGE, "0.1.0")
    ) == ["missing from the source archive: the tests"]
    for stray in ("obamodel-0.1.0/shared/data.csv", "obamodel-0.1.0/src/__pycache__/a.pyc"):
        assert f"not wanted in the source archive: {stray}" in look_at_source(
            SOURCE | {stray}, PACKAGE, "0.1.0"
        )
    (said,) = look_at_source(SOURCE | {"elsewhere/a.py"}, PACKAGE, "0.1.0")
    assert said == "outside its folder in the source archive: elsewhere/a.py"


def test_a_shared_data_file_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "lent.csv").write_text("a,b\n1,2\n")
    (tmp_path / "empty").touch()
    contents = [("tests/mine.csv", b"a,b\n1,2\n"), ("tests/__init__.py", b"")]
    assert list(find_shared(contents, tmp_path)) == [
        "tests/mine.csv is the shared data file lent.csv"
    ]


def test_two_builds_are_held_against_each_other_byte_by_byte(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        (folder / "same").write_bytes(b"same")
        (folder / "other").write_bytes(folder.name.encode())
    (second / "more").touch()
    assert find_differences(first, second) == ["more", "other"]


def describe(**changed: str) -> EmailMessage:
    metadata = EmailMessage()
    said = {
        "Name": "obamodel",
        "Version": "0.1.0",
        "Summary": "Outcomes-based accountability: model an evaluation, check it, draw it "
        "and report it.",
        "License-Expression": "MIT",
        "Requires-Python": ">=3.11",
        "Description-Content-Type": "text/markdown",
    }
    for key, value in {**said, **changed}.items():
        metadata[key] = value
    return metadata


def test_what_the_wheel_says_of_itself_is_what_the_project_says(tmp_path: Path) -> None:
    shutil.copyfile(PROJECT / "pyproject.toml", tmp_path / "pyproject.toml")
    changes = tmp_path / "CHANGELOG.md"
    changes.write_text("# Changelog\n\n## [Unreleased]\n")
    assert list(look_at_metadata(describe(), tmp_path, None)) == []
    assert len(list(look_at_metadata(describe(**{"License-Expression": "X"}), tmp_path, None))) == 1
    assert len(list(look_at_metadata(describe(**{"Requires-Python": ">=3"}), tmp_path, None))) == 1
    # A tag needs its version, and a day on which it was made.
    assert len(list(look_at_metadata(describe(), tmp_path, "v0.1.0"))) == 1
    changes.write_text("# Changelog\n\n## [0.1.0] - 2026-11-30\n")
    assert list(look_at_metadata(describe(), tmp_path, "v0.1.0")) == []
    assert len(list(look_at_metadata(describe(), tmp_path, "v0.2.0"))) == 1
    changes.write_text("# Changelog\n")
    assert len(list(look_at_metadata(describe(), tmp_path, None))) == 1


def test_every_file_of_the_package_belongs_to_it() -> None:
    endings = {Path(name).suffix for name in list_package(PROJECT)}
    code, data, pages = {".py", ".typed"}, {".toml", ".csv", ".json"}, {".css", ".jinja", ".js"}
    assert endings <= code | data | pages
    assert endings >= code | data


@pytest.mark.slow
def test_a_release_can_be_built_twice_alike_and_used_from_an_empty_folder() -> None:
    run = subprocess.run(
        [sys.executable, "scripts/check_release.py"], cwd=PROJECT, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr

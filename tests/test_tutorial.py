"""Does the tutorial lead somebody who has nothing else to a report of their own?"""

import os
import sys
from pathlib import Path

import pytest

import obamodel as oba
from tests.tutorial import follow, read_steps

SOURCE = Path(oba.__file__).resolve().parents[1]


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """Make a folder in which ``python`` and ``obamodel`` are the ones under test."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name, does in (("python", '"$@"'), ("obamodel", '-m obamodel "$@"')):
        program = folder / name
        program.write_text(
            f'#!/bin/sh\nPYTHONPATH="{SOURCE}" exec "{sys.executable}" {does}\n', encoding="utf-8"
        )
        program.chmod(0o755)
    return folder


def test_the_tutorial_has_files_to_save_and_commands_to_type() -> None:
    steps = list(read_steps())
    assert next(step.name for step in steps if step.what == "file") == "waiting.csv"
    assert sum(step.what == "run" for step in steps) >= 5


@pytest.mark.skipif(os.name != "posix", reason="the tutorial's commands are typed into sh")
def test_who_follows_it_ends_with_a_report_of_their_own_numbers(
    tmp_path: Path, programs: Path
) -> None:
    place = tmp_path / "new"
    place.mkdir()
    said = follow(place, programs)
    assert any("Wrote report.html" in one for one in said)
    page = (place / "report.html").read_text(encoding="utf-8")
    assert "Is help coming sooner?" in page
    assert "Weeks young people wait for a first visit" in page
    assert {"report.html", "report.docx", "numbers.xlsx"} <= {one.name for one in place.iterdir()}
    kept = oba.load(place / "ours")
    assert list(kept.series[0].values) == [14, 15.5, 15, 16, 12]
    assert kept.baselines[0].frozen.author == "Our steering group"

"""Does every script of the gallery run, in an empty folder, without a warning?"""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.py"))


def test_the_gallery_has_its_scripts_in_order() -> None:
    assert [script.stem for script in SCRIPTS] == [
        "01_read_mime",
        "02_review",
        "03_coverage",
        "04_honest_totals",
        "05_pictures",
        "06_report",
        "07_your_own",
        "08_has_the_curve_turned",
        "09_who_is_missing",
        "10_every_area_at_once",
        "11_scorecard",
        "12_every_picture_and_its_data",
    ]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_script_runs_in_an_empty_folder_without_a_warning(script: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", str(script)],
        cwd=tmp_path,
        env={**os.environ, "MPLBACKEND": "Agg"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    assert run.stdout


def test_the_whole_smoking_file_is_read_and_every_area_of_it_is_judged(
    shared_data: Path, tmp_path: Path
) -> None:
    file = shared_data / "adults_smoking_fingertips.csv"
    (script,) = (one for one in SCRIPTS if one.stem == "10_every_area_at_once")
    run = subprocess.run(
        [sys.executable, "-W", "error", str(script)],
        cwd=tmp_path,
        env={**os.environ, "AREAS_FILE": str(file)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    # Counted in the file itself: its rows, the areas in them, and those without a number.
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    areas = {row["area_code"] for row in rows}
    gaps = sum(row["value"] == "NA" for row in rows)
    assert f"{len(rows)} rows, {len(areas)} areas, {gaps} gaps" in run.stdout
    with (tmp_path / "verdicts.csv").open(encoding="utf-8", newline="") as opened:
        assert {row["area_code"] for row in csv.DictReader(opened)} == areas

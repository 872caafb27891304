"""Does every script of the gallery run, in an empty folder, without a warning?"""

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

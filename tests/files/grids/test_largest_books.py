"""A workbook of up to 20 MB is answered within ten seconds of work and in a gigabyte of memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.files.grids.largest_books import BOOKS
from tests.files.largest_files import MOST_BYTES, MOST_SECONDS

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.slow
@pytest.mark.parametrize("name", list(BOOKS))
def test_a_workbook_that_is_made_to_keep_a_reader_busy_is_answered(name: str) -> None:
    # In a program of its own, so that the memory of no other test is counted.
    opened = subprocess.run(
        [sys.executable, "-m", "tests.files.grids.largest_books", name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=20 * MOST_SECONDS,
        check=False,
    )
    assert opened.returncode == 0, opened.stderr[-2000:]
    seconds, most_bytes = map(float, opened.stdout.split())
    assert seconds < MOST_SECONDS
    assert most_bytes < MOST_BYTES

"""How long does it take from a public file of all areas to a verdict for each, and a tidy table?

    OBAMODEL_DATA=... OPENBLAS_NUM_THREADS=1 python benchmarks/fingertips_file.py

It runs `examples/10_every_area_at_once.py`, start of Python included, on the smoking rates of 337
English areas in 14 years (OHID Fingertips, indicator 92443; Open Government Licence v3.0), beside a
program that does nothing but import pandas and read the same file.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

SCRIPT = Path(__file__).resolve().parents[1] / "examples" / "10_every_area_at_once.py"
RESULTS = Path(__file__).parent / "results" / "fingertips_file.md"
ROUNDS, AIM = 7, 2.0


def take_time(command: list[str], folder: str, file: Path) -> float:
    """Return how long a program runs, in seconds."""
    begin = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "AREAS_FILE": str(file)},
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - begin


def main() -> None:
    file = Path(os.environ["OBAMODEL_DATA"]) / "adults_smoking_fingertips.csv"
    ours = [sys.executable, str(SCRIPT)]
    theirs = [sys.executable, "-c", f"import pandas; pandas.read_csv({str(file)!r})"]
    with tempfile.TemporaryDirectory() as folder:
        times = [
            (take_time(ours, folder, file), take_time(theirs, folder, file))
            for _ in range(ROUNDS + 1)
        ][1:]
    seconds = statistics.median(one for one, _ in times)
    ratio = statistics.median(one / other for one, other in times)
    text = (
        "# From a public file to verdicts\n\n"
        f"Written by `benchmarks/fingertips_file.py`: medians over {ROUNDS} rounds of one run on a "
        f"virtual machine with two cores. Python {platform.python_version()}, numpy "
        f"{np.__version__}, pandas {pd.__version__}.\n\n"
        "| what | measured | aim |\n|---|--:|--:|\n"
        f"| the whole script, start of Python included: seconds | {seconds:.2f} | ≤ {AIM} |\n"
        f"| times as long as importing pandas and reading the file unchecked | {ratio:.1f} | |\n"
    )
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()

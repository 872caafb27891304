"""How long does the MIME report take, against importing matplotlib and pandas?

Whole processes are timed in turns, so that whatever else the machine does falls on both alike.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

IMPORTS = [sys.executable, "-c", "import matplotlib.pyplot, pandas"]


def measure(command: list[str]) -> float:
    """Run a command and return its seconds."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Time the report and the imports in turns and print their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        page = str(Path(folder) / "mime.html")
        report = [sys.executable, "-m", "obamodel", "report", "--example", "mime", "-o", page]
        for command in (IMPORTS, report):
            measure(command)  # once unmeasured: the first run fills the disk's and Python's caches
        pairs = [(measure(IMPORTS), measure(report)) for _ in range(rounds)]
    imports, reports = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(made / imported for imported, made in pairs)
    print(f"import matplotlib.pyplot, pandas: {imports:.2f} s")
    print(f"obamodel report --example mime:   {reports:.2f} s")
    print(f"ratio (median of {rounds} pairs):       {ratio:.2f}  (aim: at most 3)")


if __name__ == "__main__":
    main()

"""How long does the MIME report take, in one form against imports, and in all four together?

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
FORMS = ("html", "docx", "xlsx", "md")
ALL_FORMS = """
import sys, obamodel
document = obamodel.report.evaluation(obamodel.load_example("mime"))
for target in sys.argv[1:]:
    obamodel.report.save(document, target)
"""


def measure(command: list[str]) -> float:
    """Run a command and return its seconds."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Time the reports and the imports in turns, and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        targets = [str(Path(folder) / f"mime.{form}") for form in FORMS]
        page = [sys.executable, "-m", "obamodel", "report", "--example", "mime", "-o", targets[0]]
        commands = (IMPORTS, page, [sys.executable, "-c", ALL_FORMS, *targets])
        for command in commands:
            measure(command)  # once unmeasured: the first run fills the disk's and Python's caches
        turns = [[measure(command) for command in commands] for _ in range(rounds)]
        sizes = [Path(target).stat().st_size for target in targets]
    imports, pages, together = (statistics.median(times) for times in zip(*turns, strict=True))
    ratio = statistics.median(made / imported for imported, made, _ in turns)
    said = ", ".join(
        f".{form} {size / 1e6:.1f} MB" for form, size in zip(FORMS, sizes, strict=True)
    )
    print(f"import matplotlib.pyplot, pandas: {imports:.2f} s")
    print(f"obamodel report --example mime:   {pages:.2f} s")
    print(f"ratio (median of {rounds} turns):       {ratio:.2f}    (aim: at most 3)")
    print(f"all four forms in one program:    {together:.2f} s  (aim: under 5 s)")
    print(f"their sizes: {said}")


if __name__ == "__main__":
    main()

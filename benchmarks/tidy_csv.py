"""How fast is a long table of a million rows read and checked, beside pandas reading it unchecked?

    OPENBLAS_NUM_THREADS=1 python benchmarks/tidy_csv.py

Each round reads the same file with both, one after the other; every figure is a median over the
rounds of this one run. What is timed with us ends with a frame in which every period is known,
every number was read with care, and no series has a period twice; what is timed with pandas is
`pandas.read_csv` and nothing else, told that "[c]" stands for no number: otherwise the values stay
texts, and no number is read at all.
"""

import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

import obamodel as oba

ROWS, ROUNDS, AIM = 1_000_000, 9, 3
NO_NUMBER = "[c]"
RESULTS = Path(__file__).parent / "results" / "tidy_csv.md"


def make_yearly(rng: np.random.Generator) -> pd.DataFrame:
    """Make fifty thousand series of twenty years."""
    names = np.repeat([f"area-{number:05}" for number in range(ROWS // 20)], 20)
    years = np.tile(np.arange(2004, 2024), ROWS // 20)
    values = rng.normal(50, 10, ROWS).round(2)
    return pd.DataFrame({"series": names, "period": years, "value": values})


def make_monthly(rng: np.random.Generator) -> pd.DataFrame:
    """Make five thousand series of two hundred months, as texts, with counts."""
    names = np.repeat([f"E{number:08}" for number in range(ROWS // 200)], 200)
    months = np.tile([f"{2004 + at // 12}-{1 + at % 12:02}" for at in range(200)], ROWS // 200)
    return pd.DataFrame({"series": names, "period": months, "value": rng.poisson(900, ROWS)})


def make_financial(rng: np.random.Generator) -> pd.DataFrame:
    """Make fifty thousand series of financial years, in which every hundredth number is hidden."""
    frame = make_yearly(rng)
    frame["period"] = [f"{year}/{(year + 1) % 100:02}" for year in frame["period"]]
    values = frame["value"].astype("object")
    values[::100] = NO_NUMBER
    return frame.assign(value=values)


FILES: dict[str, Callable[[np.random.Generator], pd.DataFrame]] = {
    "50,000 series of 20 years": make_yearly,
    "5,000 series of 200 months, written as 2004-01": make_monthly,
    "50,000 series of 20 financial years, every hundredth number [c]": make_financial,
}


def compare(file: Path) -> tuple[float, float]:
    """Return the seconds that pandas takes for a file, and how many times as long we take."""
    theirs, ratios = [], []
    for _ in range(ROUNDS + 1):
        begin = time.process_time()
        pd.read_csv(file, na_values=[NO_NUMBER])
        between = time.process_time()
        frame = oba.read_panel(file)
        end = time.process_time()
        theirs.append(between - begin)
        ratios.append((end - between) / (between - begin))
        assert len(frame) == ROWS
    return statistics.median(theirs[1:]), statistics.median(ratios[1:])


def main() -> None:
    lines = [
        "# How fast a long table is read",
        "",
        (
            f"Written by `benchmarks/tidy_csv.py`: {ROWS:,} rows, medians of CPU time over "
            f"{ROUNDS} rounds of one run on a virtual machine with two cores. "
            f"Python {platform.python_version()}, numpy {np.__version__}, pandas {pd.__version__}."
        ),
        "",
        "| file | pandas.read_csv, seconds | read_panel, times as long | aim |",
        "|---|--:|--:|--:|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for name, make in FILES.items():
            file = Path(folder) / "tidy.csv"
            make(np.random.default_rng(1)).to_csv(file, index=False)
            seconds, ratio = compare(file)
            lines.append(f"| {name} | {seconds:.2f} | {ratio:.1f} | ≤ {AIM} |")
            sys.stdout.write(lines[-1] + "\n")
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

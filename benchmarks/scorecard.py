"""How long does a scorecard of every English area take, and how large is it?

    OBAMODEL_DATA=... OPENBLAS_NUM_THREADS=1 python benchmarks/scorecard.py

It goes from the smoking rates of 337 areas in 14 years (OHID Fingertips, indicator 92443; Open
Government Licence v3.0), each frozen with a baseline and judged as one of a family, to the page
that can be searched and sorted, and to the pages that are printed from the same rows.
"""

import os
import platform
import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd

import obamodel as oba
from obamodel.report.html import print_html
from obamodel.report.scorecard import make_area_scorecard, print_interactive, write_scorecard
from obamodel.stats.turning import CurveAnswer

RESULTS = Path(__file__).parent / "results" / "scorecard.md"
ROUNDS = 3
MOST_SECONDS, MOST_MEGABYTES = 20.0, 5.0
STEPS = ("series", "baselines and verdicts", "page to search", "page to print")


def read_series(file: Path) -> list[oba.Series]:
    """Read one series for each area."""
    frame = oba.read_panel(file, by=["area_code", "area_name"])
    return [
        oba.Series.from_frame(
            rows,
            id=str(code).lower(),
            name=str(name),
            kind=oba.SeriesKind.SHARE,
            unit="%",
            per=100,
            polarity=oba.Polarity.LOW,
            published="OHID Fingertips, indicator 92443",
        )
        for (code, name), rows in frame.groupby(["area_code", "area_name"], observed=True)
    ]


def judge(series: list[oba.Series]) -> tuple[tuple[CurveAnswer, ...], list[oba.Series]]:
    """Freeze a baseline of each area that has one, and judge them together."""
    curves, without = [], []
    for one in series:
        try:
            baseline = oba.freeze_baseline(
                one,
                until="2018",
                periods=6,
                as_of="2019-07",
                author="The data group",
                because="To be held against what came later.",
            )
        except oba.InvalidError:
            without.append(one)  # an area that is new, or was no more
            continue
        curves.append((baseline, one))
    return oba.assess_family("Adults who smoke", curves), without


def run(file: Path) -> tuple[list[float], list[int], int]:
    """Go the whole way once: the seconds of each step, the bytes of each page, and the rows."""
    marks = [time.perf_counter()]
    series = read_series(file)
    marks.append(time.perf_counter())
    answers, without = judge(series)
    marks.append(time.perf_counter())
    scorecard = make_area_scorecard(
        answers,
        as_of="2025-11-23",
        title="Adults who smoke, in every area of England",
        measured="Adults who smoke",
        without_baseline=without,
        notes=["Figures: OHID, Fingertips, indicator 92443; Open Government Licence v3.0."],
    )
    interactive = print_interactive(scorecard)
    marks.append(time.perf_counter())
    printed = print_html(write_scorecard(scorecard))
    marks.append(time.perf_counter())
    seconds = [after - before for before, after in pairwise(marks)]
    return seconds, [len(page.encode("utf-8")) for page in (interactive, printed)], len(series)


def main() -> None:
    """Go the way a few times and write the medians down."""
    file = Path(os.environ["OBAMODEL_DATA"]) / "adults_smoking_fingertips.csv"
    runs = [run(file) for _ in range(ROUNDS)]
    steps = [statistics.median(seconds[place] for seconds, _, _ in runs) for place in range(4)]
    sizes, rows = runs[0][1], runs[0][2]
    assert all(sizes == other for _, other, _ in runs), "the same figures gave other pages"
    lines = [
        "# A scorecard of every area",
        "",
        (
            f"Written by `benchmarks/scorecard.py`: {rows} areas in 14 years, medians over "
            f"{ROUNDS} rounds on a virtual machine with two cores. "
            f"Python {platform.python_version()}, numpy {np.__version__}, pandas {pd.__version__}."
        ),
        "",
        "| what | measured | aim |",
        "|---|--:|--:|",
        *(f"| {name}: seconds | {time_:.2f} | |" for name, time_ in zip(STEPS, steps, strict=True)),
        f"| from the file to both pages: seconds | {sum(steps):.2f} | < {MOST_SECONDS:g} |",
        f"| the page to search: MB | {sizes[0] / 1e6:.2f} | < {MOST_MEGABYTES:g} |",
        f"| the page to print: MB | {sizes[1] / 1e6:.2f} | < {MOST_MEGABYTES:g} |",
    ]
    text = "\n".join(lines) + "\n"
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()

"""What was measured on series made so that the truth is known, as tables."""

from collections.abc import Mapping

from benchmarks.calibration.processes import NULLS
from benchmarks.calibration.processes import SIZES as LENGTHS
from benchmarks.calibration.sampling import simulate_with_sampling_error
from benchmarks.calibration.shares import Share
from benchmarks.calibration.simulated import (
    TRUTHS,
    Verdicts,
    count_endings,
    count_ever_turned,
    count_verdicts,
)
from benchmarks.calibration.writing import write_table
from obamodel.stats.turning.words import AfterEnd

Simulated = Mapping[tuple[str, int, int], Verdicts]
STEPS = (2, 3, 4)
_WORDS = (
    AfterEnd.SUSTAINED,
    AfterEnd.SIGNS_SUSTAINED,
    AfterEnd.UNCLEAR,
    AfterEnd.SIGNS_REVERTED,
    AfterEnd.REVERTED,
    AfterEnd.TURNED_LATE,
    AfterEnd.NOT_TURNED,
)
_KINDS_SHOWN = (
    "level",
    "trend",
    "level that wanders",
    "level, weak echo (0.4)",
    "walk at random",
)


def simulate_nulls(runs: int) -> Simulated:
    """Judge all kinds of series in which nothing turned."""
    return {
        (kind, before, after): count_verdicts(kind, before, after, runs=runs)
        for kind in NULLS
        for before, after in LENGTHS
    }


def tabulate_false_turns(nulls: Simulated, grade: str, mirror: str) -> str:
    """Say how often a word was wrong, in the good direction and in the bad."""
    rows = []
    for kind in NULLS:
        cells = []
        for before, after in LENGTHS:
            found = nulls[kind, before, after]
            good, bad = getattr(found, grade), getattr(found, mirror)
            cells.append(f"{100 * good.value:.1f} / {100 * bad.value:.1f}")
        rows.append([kind, *cells])
    return write_table(["series", *(f"{before} + {after}" for before, after in LENGTHS)], rows)


def tabulate_ever_turned(runs: int) -> tuple[str, Share]:
    """Say how often a series was ever said to have turned, over ten looks; and the worst."""
    rows, worst = [], Share(0.0, runs)
    for kind in NULLS:
        cells = []
        for before, _after in LENGTHS:
            good, bad = count_ever_turned(kind, before, runs=runs)
            worst = max(worst, good, bad, key=lambda one: one.value)
            cells.append(f"{100 * good.value:.1f} / {100 * bad.value:.1f}")
        rows.append([kind, *cells])
    return write_table(["series", *(f"{before} before" for before, _ in LENGTHS)], rows), worst


def tabulate_power(runs: int) -> str:
    """Say how often a step was found."""
    rows = []
    for before, after in LENGTHS:
        for kind in ("level", "trend", "walk at random"):
            cells = []
            for step in STEPS:
                found = count_verdicts(kind, before, after, runs=runs, step=step)
                good, signs = found.turned.value, found.signs_or_turned.value
                cells.append(f"{100 * good:.0f} / {100 * signs:.0f}")
            rows.append([f"{before} + {after}, {kind}", *cells])
    return write_table(["series", *(f"step of {one}" for one in STEPS)], rows)


def tabulate_endings(runs: int) -> tuple[str, Share, Share]:
    """Say what was said of curves after the end; and how often the two words were wrong at worst.

    Returns
    -------
    tuple
        The table, the largest share *sustained* of those that reverted, and the largest share
        *reverted* of those that were sustained.
    """
    rows, sustained, reverted = [], Share(0.0, runs), Share(0.0, runs)
    for step in (6, 4, 3):
        for kind in NULLS:
            for truth in TRUTHS:
                found = count_endings(kind, step, truth, runs=runs)
                if truth == "reverted":
                    sustained = max(sustained, found[AfterEnd.SUSTAINED], key=lambda one: one.value)
                if truth == "sustained":
                    reverted = max(reverted, found[AfterEnd.REVERTED], key=lambda one: one.value)
                if kind not in _KINDS_SHOWN or (truth == "none" and step != 6):
                    continue
                name = f"{kind}, {'no step' if truth == 'none' else f'step of {step}, {truth}'}"
                rows.append([name, *(f"{100 * found[one].value:.0f}" for one in _WORDS)])
    return write_table(["truth", *(f"*{one}*" for one in _WORDS)], rows), sustained, reverted


def tabulate_simulated_sampling(runs: int) -> str:
    """Say what being told the sampling error does to the verdicts on simulated series."""
    rows = []
    for name, kind in (
        ("sampling error only", ""),
        ("walk at random under it", "walk at random"),
        ("level that wanders under it", "level that wanders"),
    ):
        for before, after in LENGTHS:
            cells = []
            for step in (0, 3):
                found = simulate_with_sampling_error(kind, before, after, 2, runs=runs, step=step)
                cells += [str(found[told][0]) for told in ("told", "not_told")]
            rows.append([f"{name}, {before} + {after}", *cells])
    head = ["no turn, told", "no turn, not told", "step of 3, told", "step of 3, not told"]
    return write_table(["series", *head], rows)

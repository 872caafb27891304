"""How often each word is wrong, in short."""

from collections.abc import Mapping

from benchmarks.calibration.competitions import FREQUENCIES
from benchmarks.calibration.real_tables import VERDICTS, Coverage
from benchmarks.calibration.shares import Share
from benchmarks.calibration.simulated import Verdicts
from benchmarks.calibration.simulated_tables import Simulated
from benchmarks.calibration.writing import write_table

_GRADES = {
    "*turned*": "turned",
    "*turned* or *signs of a turn*": "signs_or_turned",
    "*worse than the baseline*": "worse",
    "*worse* or *signs of worsening*": "signs_or_worse",
}


def sum_up_wrong(nulls: Simulated, ever: Share, endings: tuple[Share, Share]) -> str:
    """Say how often each word is said of made-up series of which it is not true."""
    rows = []
    for word, grade in _GRADES.items():
        shares = [getattr(one, grade).value for one in nulls.values()]
        mean = sum(shares) / len(shares)
        rows.append(
            [f"{word}, and nothing had turned", f"{100 * mean:.1f}", f"{100 * max(shares):.1f}"]
        )
    rows.append(["*turned*, or *worse*, at any of ten looks", "", f"{100 * ever.value:.1f}"])
    rows.append(["*sustained*, and it had reverted", "", f"{100 * endings[0].value:.1f}"])
    rows.append(["*reverted*, and it was sustained", "", f"{100 * endings[1].value:.1f}"])
    return write_table(["said wrongly of 100 made-up series", "on average", "at worst"], rows)


def sum_up_real(coverage: Coverage) -> str:
    """Say what is said of real series, six values after, of which nobody says that they turned."""
    rows = []
    for frequency in FREQUENCIES:
        found = coverage[frequency, None]
        kept = found[found["held_out"] & (found["reach"] == 6)]
        name = f"{frequency}, {len(kept)} series"
        rows.append([name, *(f"{100 * kept[one].mean():.1f}" for one in VERDICTS)])
    return write_table(["said of 100 real series", *(f"*{one}*" for one in VERDICTS)], rows)


def sum_up_right(power: Mapping[str, Verdicts]) -> str:
    """Say how often a real step is found."""
    rows = [
        [name, f"{100 * one.turned.value:.0f}", f"{100 * one.signs_or_turned.value:.0f}"]
        for name, one in power.items()
    ]
    head = ["said rightly of 100 made-up series", "*turned*", "*turned* or *signs of a turn*"]
    return write_table(head, rows)

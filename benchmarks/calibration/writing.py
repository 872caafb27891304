"""How a table is written in Markdown."""

from collections.abc import Iterable, Sequence

from benchmarks.calibration.coverage import BAND
from benchmarks.calibration.shares import Share


def write_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Lay out a table: the first column to the left, the others to the right."""
    lines = [f"| {' | '.join(head)} |", f"|{'|'.join(['---', *['--:'] * (len(head) - 1)])}|"]
    lines += [f"| {' | '.join(str(one) for one in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def say_length(points: int | None) -> str:
    """Say to how many values a history was cut."""
    return "whole" if points is None else f"last {points}"


def mark(share: Share | None) -> str:
    """Say a share of 95% intervals that held, and whether it is surely outside the band."""
    if share is None:
        return ""
    lower, upper = share.limits()
    if upper < BAND[0]:
        return f"{share} **low**"
    if lower > BAND[1]:
        return f"{share} **high**"
    return str(share)

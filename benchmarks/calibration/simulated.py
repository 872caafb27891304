"""How often is each word right and wrong on series made so that the truth is known?"""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import frozen

from benchmarks.calibration.processes import NULLS, Array
from benchmarks.calibration.shares import Share, share_of
from benchmarks.calibration.verdicts import Judged, Rule, average_steps, judge_after
from obamodel.stats.turning.contrasts import Contrast
from obamodel.stats.turning.judging import CODES, ENDINGS, judge, judge_after_end
from obamodel.stats.turning.words import AfterEnd, Verdict

LOOKS = range(3, 13)
"""After how many values a curve is looked at, again and again."""
TRUTHS = ("sustained", "reverted", "none")


@frozen
class Verdicts:
    """How often each of two grades was given, in the good direction and in the bad."""

    turned: Share
    signs_or_turned: Share
    worse: Share
    signs_or_worse: Share


def make(kind: str, series: int, points: int, seed: Sequence[int]) -> Array:
    """Make series of one kind, the same for the same seed."""
    random = np.random.default_rng([list(NULLS).index(kind), *seed])
    return NULLS[kind](random, series, points)


def count_verdicts(
    kind: str, before: int, after: int, *, runs: int, step: float = 0.0, rule: Rule | None = None
) -> Verdicts:
    """Count the verdicts on series of one kind that jump by a step at the start.

    Parameters
    ----------
    kind
        One of the nine.
    before, after
        How many values.
    runs
        How many series.
    step
        By how much the values after the start are better; 0 where nothing turned.
    rule
        Another rule of widening than the library's.
    """
    values = make(kind, runs, before + after, [before, after])
    judged = judge_after(values[:, :before], values[:, before:] + step, rule=rule)
    codes = judge(judged.average(0, after), judged.forecasts.seen)
    turned, worse = codes == CODES[Verdict.TURNED], codes == CODES[Verdict.WORSE]
    signs = codes == CODES[Verdict.SIGNS_OF_A_TURN]
    worsening = codes == CODES[Verdict.SIGNS_OF_WORSENING]
    return Verdicts(
        turned=share_of(turned),
        signs_or_turned=share_of(turned | signs),
        worse=share_of(worse),
        signs_or_worse=share_of(worse | worsening),
    )


def count_ever_turned(
    kind: str, before: int, *, runs: int, rule: Rule | None = None
) -> tuple[Share, Share]:
    """Count how often a series in which nothing turned is ever said to have turned, or be worse.

    It is looked at after 3, 4, ... and 12 values, each time over all values since the start.
    """
    last = LOOKS[-1]
    values = make(kind, runs, before + last, [before, last])
    judged = judge_after(values[:, :before], values[:, before:], rule=rule)
    better, worse = np.zeros(runs, dtype=bool), np.zeros(runs, dtype=bool)
    for after in LOOKS:
        codes = judge(judged.average(0, after), judged.forecasts.seen)
        better |= codes == CODES[Verdict.TURNED]
        worse |= codes == CODES[Verdict.WORSE]
    return share_of(better), share_of(worse)


def count_endings(
    kind: str,
    step: float,
    truth: str,
    *,
    runs: int,
    before: int = 20,
    during: int = 6,
    after: int = 6,
    rule: Rule | None = None,
) -> Mapping[AfterEnd, Share]:
    """Count what is said to have become of a curve after its initiative ended.

    Parameters
    ----------
    kind
        One of the nine.
    step
        By how much the values are better while the initiative runs.
    truth
        *sustained*: as much better afterwards; *reverted*: not better afterwards; *none*: never.
    runs
        How many series.
    before, during, after
        How many values.
    rule
        Another rule of widening than the library's.
    """
    values = make(kind, runs, before + during + after, [before, during, after])
    if truth != "none":
        values[:, before : before + during] += step
    if truth == "sustained":
        values[:, before + during :] += step
    judged = judge_after(values[:, :before], values[:, before:], rule=rule)
    codes = judge_after_end(*_find_contrasts(judged, during), judged.forecasts.seen)
    return {word: share_of(codes == code) for code, word in enumerate(ENDINGS)}


def _find_contrasts(judged: Judged, during: int) -> tuple[Contrast, Contrast, Contrast]:
    steps = judged.departures.shape[1]
    on, off = average_steps(steps, 0, during), average_steps(steps, during, steps)
    return judged.contrast(on), judged.contrast(off), judged.contrast(off - on)

"""What do rules that need no forecast say beside the verdict?"""

from enum import StrEnum

import numpy as np
from attrs import evolve, frozen
from numpy.typing import ArrayLike, NDArray

from obamodel.stats.answers import refuse_truth, say_number
from obamodel.stats.variation.points import Array
from obamodel.stats.variation.rules import Rule, find_signals
from obamodel.stats.variation.runs import count_runs, find_sides
from obamodel.stats.variation.stable_shift import Found, ShiftRules, find_shifts
from obamodel.stats.variation.xmr import chart_limits

LEAST_FOR_RUNS = 10
"""The tables of the run chart rules begin with so many values off the line."""
LEAST_FOR_LIMITS = 5
"""With fewer values the limits of a control chart mean nothing (Wheeler)."""
LEAST_FOR_TREND = 4
"""Fewer values that all rise can be chance."""
_ONE_SIDED = 1.6449
TRIAL_LIMITS = 13
"""With fewer values the limits are on trial: each new value may still move them."""


class EvidenceKind(StrEnum):
    """The rule that says it."""

    RUN_CHART = "run chart"
    CONTROL_CHART = "control chart"
    STABLE_SHIFT = "stable shift"


@frozen(kw_only=True)
class Evidence:
    """What one rule says beside a verdict; it never decides it.

    Parameters
    ----------
    kind
        The rule.
    sentence
        What it says, in plain words.
    agrees
        Whether it speaks for a change to the better (true), to the worse (false), or neither.
    """

    kind: EvidenceKind
    sentence: str
    agrees: bool | None

    __bool__ = refuse_truth

    def __str__(self) -> str:
        return self.sentence


def gather_evidence(
    before: ArrayLike,
    after: ArrayLike,
    good: int,
    *,
    departures: ArrayLike | None = None,
) -> tuple[Evidence, ...]:
    """Gather what a run chart, a control chart and the Stable Shift rules say of later values.

    Parameters
    ----------
    before
        The values up to the start, in order of time; NaN is passed over.
    after
        The values since.
    good
        Which direction is better: 1 upwards, -1 downwards, 0 neither.
    departures
        Since the start, how far each value lies above what was expected. Where it is given, the
        control chart looks at these. Otherwise what a trend of the earlier values would have
        brought anyway speaks for nothing, and that is said.

    Returns
    -------
    tuple of Evidence
        The Stable Shift rules speak only where there are 21 values before, and 8 in a row that
        may be a new level.

    Examples
    --------
    >>> before = [5, 7, 6, 5, 7, 6, 5, 7, 6, 7]
    >>> for evidence in gather_evidence(before, [3, 2, 3, 2, 3, 2, 3], good=-1):
    ...     print(evidence.agrees, evidence)
    None All 7 later values lie below the middle of the earlier ones. A run of up to 7, and down
    to 4 crossings of the middle, can be chance.
    True All 7 later values are out of the ordinary and low beside the limits of the earlier ones;
    those come from 10 values only, and are on trial.
    """
    earlier, later = _drop_missing(before), _drop_missing(after)
    found = [
        support_from_run_chart(earlier, later, good),
        _support_from_control_chart(earlier, later, good, departures),
        _support_from_stable_shift(earlier, later, good),
    ]
    return tuple(evidence for evidence in found if evidence is not None)


def support_from_run_chart(before: ArrayLike, after: ArrayLike, good: int = 0) -> Evidence:
    """Say what a run chart about the middle of the earlier values shows.

    The Anhøj rules are put to all values together, with the median of the earlier ones as the
    line. Where those alone already break the rules, a run chart cannot tell.

    Parameters
    ----------
    before, after
        The values up to the start, and since; NaN is passed over.
    good
        Which direction is better: 1 upwards, -1 downwards, 0 neither.

    Examples
    --------
    >>> print(support_from_run_chart([5, 7, 6], [4, 8]))
    A run chart needs 10 values off the line; there are 4.
    """
    earlier, later = _drop_missing(before), _drop_missing(after)
    kind = EvidenceKind.RUN_CHART
    runs = count_runs(np.concatenate([earlier, later]), base=len(earlier))
    useful = int(runs.useful[0])
    if useful < LEAST_FOR_RUNS:
        said = f"A run chart needs {LEAST_FOR_RUNS} values off the line; there are {useful}."
        return Evidence(kind=kind, sentence=said, agrees=None)
    side = find_sides(later, runs.centre[0])
    where = _say_where(side)
    alone = count_runs(earlier)
    if alone.useful[0] >= LEAST_FOR_RUNS and alone.signal[0]:
        said = f"{where} But the earlier values moved in a pattern too, so that says little."
        return Evidence(kind=kind, sentence=said, agrees=None)
    longest, most = int(runs.longest[0]), int(runs.longest_limit[0])
    crossings, least = int(runs.crossings[0]), int(runs.crossings_limit[0])
    if not runs.signal[0]:
        said = (
            f"{where} A run of up to {most}, and down to {say_number(least, 'crossing')} of the "
            "middle, can be chance."
        )
        return Evidence(kind=kind, sentence=said, agrees=None)
    reasons = []
    if longest > most:
        reasons.append(f"a run of {longest} where {most} could be chance")
    if crossings < least:
        times = "once" if crossings == 1 else say_number(crossings, "time")
        reasons.append(f"the middle is crossed {times} where {least} would be the least by chance")
    said = f"{where} That is more of a pattern than chance would leave: {', and '.join(reasons)}."
    return _weigh(kind, said, int(side.sum()), good, earlier)


def _drop_missing(values: ArrayLike) -> Array:
    given = np.asarray(values, dtype=np.float64).ravel()
    return given[~np.isnan(given)]


def _weigh(kind: EvidenceKind, said: str, direction: int, good: int, earlier: Array) -> Evidence:
    """Say whether a change in a direction speaks for anything, after what went before."""
    if direction and np.sign(direction) == _find_trend(earlier):
        way = "rising" if direction > 0 else "falling"
        said += f" But the earlier values were {way} already, and may only have gone on."
        return Evidence(kind=kind, sentence=said, agrees=None)
    agrees = direction * good > 0 if direction and good else None
    return Evidence(kind=kind, sentence=said, agrees=agrees)


def _find_trend(values: Array) -> int:
    """Return 1 where values rise on the whole, -1 where they fall, 0 where chance may do that.

    The test of Mann (1945), by the normal approximation, one-sided at 5%.
    """
    number = len(values)
    if number < LEAST_FOR_TREND:
        return 0
    pairs = np.sign(values[None, :] - values[:, None])
    surplus = float(np.triu(pairs, 1).sum())
    spread = (number * (number - 1) * (2 * number + 5) / 18) ** 0.5
    return int(np.sign(surplus)) if abs(surplus) - 1 > _ONE_SIDED * spread else 0


def _say_where(side: NDArray[np.int_]) -> str:
    """Say how many of the last values lie on one side of the middle."""
    useful = side[side != 0]
    if not useful.size:
        return "The later values all lie on the middle of the earlier ones."
    word = "above" if useful[-1] > 0 else "below"
    others = np.flatnonzero(side == -useful[-1])
    number = len(side) - (int(others[-1]) + 1 if others.size else 0)
    on_line = int(np.count_nonzero(side[-number:] == 0))
    line = "the middle of the earlier ones"
    if number == 1:
        return f"The last value lies {word} {line}."
    if on_line:
        return f"The last {number} values lie {word} or on {line}, none on the other side."
    which = "Both" if number == 2 == len(side) else f"All {number}"
    if number == len(side):
        return f"{which} later values lie {word} {line}."
    return f"The last {number} values all lie {word} {line}."


def _support_from_control_chart(
    earlier: Array, later: Array, good: int, departures: ArrayLike | None
) -> Evidence:
    kind = EvidenceKind.CONTROL_CHART
    if len(earlier) < LEAST_FOR_LIMITS:
        said = (
            f"A control chart needs {LEAST_FOR_LIMITS} earlier values for its limits; there "
            f"{'is' if len(earlier) == 1 else 'are'} {len(earlier) or 'none'}."
        )
        return Evidence(kind=kind, sentence=said, agrees=None)
    limits = chart_limits(earlier)
    if departures is None:
        judged, beside = np.concatenate([earlier, later]), "beside the limits of the earlier ones"
        signals = find_signals(judged, limits)[0, len(earlier) :]
    else:
        judged, beside = (
            _drop_missing(departures),
            "beside the forecast and the usual ups and downs",
        )
        signals = find_signals(judged, evolve(limits, mean=np.zeros(1)))[0]
    trial = ""
    if len(earlier) < TRIAL_LIMITS:
        trial = f"; those come from {len(earlier)} values only, and are on trial"
    if not signals.any():
        said = f"None of the later values is out of the ordinary {beside}{trial}."
        return Evidence(kind=kind, sentence=said, agrees=None)
    said = f"{_say_how_many(signals)} out of the ordinary and {_say_way(signals)} {beside}{trial}."
    directions = {int(sign) for sign in np.sign(signals) if sign}
    direction = directions.pop() if len(directions) == 1 else 0
    history = earlier if departures is None else earlier[:0]
    return _weigh(kind, said, direction, good, history)


def _say_how_many(signals: NDArray[np.int8]) -> str:
    number, of = int(np.count_nonzero(signals)), len(signals)
    if number == of:
        return {1: "The later value is", 2: "Both later values are"}.get(
            of, f"All {of} later values are"
        )
    return f"{number} of the {of} later values {'is' if number == 1 else 'are'}"


def _say_way(signals: NDArray[np.int8]) -> str:
    found = signals[signals != 0]
    if (found > 0).any() and (found < 0).any():
        return "some high and some low"
    if (np.abs(found) == Rule.TREND).all():
        return "rising" if found[0] > 0 else "falling"
    return "high" if found[0] > 0 else "low"


def _support_from_stable_shift(earlier: Array, later: Array, good: int) -> Evidence | None:
    rules = ShiftRules()
    if len(earlier) < rules.period or not later.size:
        return None
    start = len(earlier)
    shifts = find_shifts(np.concatenate([earlier, later]), rules)
    found = shifts.found[0]
    # A run that was tried belongs to the later values where most of it lies among them.
    tried = np.flatnonzero(found)
    tried = tried[tried + rules.run // 2 >= start]
    if not tried.size:
        return None
    kind = EvidenceKind.STABLE_SHIFT
    settled = tried[found[tried] == Found.SETTLED]
    if settled.size:
        first, last = int(settled[0]), int(settled[-1])
        step = float(shifts.mean[0, last] - shifts.mean[0, first - 1])
        level = "higher" if step > 0 else "lower"
        number = len(found) - last
        said = f"The last {number} values have settled at a {level} level than before."
        return _weigh(kind, said, int(np.sign(step)), good, earlier)
    place = int(tried[0])
    run = np.concatenate([earlier, later])[place : place + rules.run]
    direction = int(np.sign(run.mean() - shifts.mean[0, place]))
    word = "higher" if direction > 0 else "lower"
    if Found.CAME_BACK in found[tried]:
        said = f"A run of values was {word} for a while, and then they came back."
        return _weigh(kind, said, -direction, good, earlier)
    said = (
        f"A run of values is {word} than before; whether it is a new level that holds can be said "
        f"when there are {rules.period} of them."
    )
    if Found.MAY_COME_BACK in found[tried]:
        said = f"A run of values is {word} than before, but the last ones may be on the way back."
    return Evidence(kind=kind, sentence=said, agrees=None)

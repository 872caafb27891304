"""Has the curve turned?"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from attrs import evolve

from obamodel.domain.baselines import Baseline, Method
from obamodel.domain.periods import Period
from obamodel.domain.series import Series
from obamodel.stats.forecasting.components import Array
from obamodel.stats.turning.comparing import compare_curves, find_alike
from obamodel.stats.turning.contrasts import Contrast, find_chance
from obamodel.stats.turning.curves import CurveAnswer, Departure, FamilyPlace
from obamodel.stats.turning.families import adjust_chances, hold_back, set_aside
from obamodel.stats.turning.judging import (
    CODES,
    ENDINGS,
    LEAST_AFTER,
    LEAST_BEFORE,
    VERDICTS,
    judge,
    judge_after_end,
)
from obamodel.stats.turning.measuring import Measured, find_revisions, measure
from obamodel.stats.turning.saying import list_caveats, list_rivals, say_answer
from obamodel.stats.turning.words import AfterEnd, Verdict

if TYPE_CHECKING:
    from obamodel.stats.variation import Evidence

_LEAST_RECENT = 3
_ROUNDING = 1e-12


def assess_curve(
    baseline: Baseline,
    series: Series,
    *,
    comparisons: Iterable[Series] = (),
    until: Period | str | None = None,
) -> CurveAnswer:
    """Judge a series against its frozen baseline: has the curve turned?

    The curve has *turned* where the 95% interval of the mean departure from the forecast, over
    all values since the start, lies on the good side of 0; there are *signs* of a turn where only
    the 80% interval does. With fewer than 3 values since the start, or fewer than 8 before it, it
    is too early to say. How often each word is wrong is on the page *How often is it wrong?*.

    Parameters
    ----------
    baseline
        What was frozen; with its ``ended`` the verdict is about the time while the initiative ran,
        and it is asked what became of the curve afterwards;
        its ``worthwhile`` whether a change worth having is ruled out.
    series
        The series it is about, with what has been seen since.
    comparisons
        Series of places or groups like this one. Each gets a baseline by the same method from the
        same periods, and the departures are compared.
    until
        The last period to be judged; later values change nothing.

    Raises
    ------
    InvalidError
        Naming each thing that stands in the way, and how to mend it.
    """
    last = None if until is None else series.read_period(until)
    return _assess(measure(baseline, series, last), tuple(comparisons), None)


def assess_family(
    name: str,
    curves: Sequence[tuple[Baseline, Series]],
    *,
    comparisons: Sequence[Iterable[Series]] = (),
) -> tuple[CurveAnswer, ...]:
    """Judge curves that belong together, so that looking at many does not find a turn by luck.

    The step-down rule of Holm (1979) is applied at each of the two grades. The number of curves
    looked at is part of each answer.

    Parameters
    ----------
    name
        What the family is called, such as the outcome that its indicators share.
    curves
        Each baseline with its series.
    comparisons
        For each curve, the series it is compared with; or none for any.
    """
    measured = [measure(baseline, series) for baseline, series in curves]
    alone = [CODES[_judge(one, one.contrast(one.weigh_judged()))] for one in measured]
    chances = np.array([_find_chance(one) for one in measured])
    chances = set_aside(np.array(alone, dtype=np.int8), chances)
    adjusted = adjust_chances(chances, np.zeros(1)).tolist()
    beside = [tuple(one) for one in comparisons] or [()] * len(measured)
    return tuple(
        _assess(one, others, (name, len(measured), chance))
        for one, others, chance in zip(measured, beside, adjusted, strict=True)
    )


def _find_chance(measured: Measured) -> float:
    weights = measured.weigh_judged()
    found, freedom = measured.contrast(weights), np.array([measured.find_freedom(weights)])
    return float(find_chance(found.value, found.half_outer, freedom)[0])


def _assess(
    measured: Measured,
    comparisons: tuple[Series, ...],
    family: tuple[str, int, float] | None,
) -> CurveAnswer:
    baseline, series = measured.baseline, measured.series
    weights = measured.weigh_judged()
    whole = measured.contrast(weights)
    alone = _judge(measured, whole)
    verdict, place = alone, None
    if family is not None:
        name, looked_at, chance = family
        verdict = _hold_back(alone, chance)
        place = FamilyPlace(name=name, looked_at=looked_at, alone=alone)
    departure = measured.depart(weights)
    during, after, change, after_end = _look_after_end(measured)
    half = float(whole.half_outer[0])
    points = measured.list_points()
    alike, left_out = find_alike(measured, comparisons if points else ())
    comparison = None
    if alike and measured.has_limits:
        comparison = compare_curves(measured, alike, left_out)
    answer = CurveAnswer(
        baseline=baseline,
        series=series,
        verdict=verdict,
        after_end=after_end,
        points=points,
        departure=departure,
        during=during,
        after=after,
        change=change,
        kept_share=_find_kept_share(during, after),
        recent=_look_at_recent(measured, verdict),
        smallest_showable=measured.find_size(weights, half),
        points_before=measured.before,
        points_after=len(points),
        possible_from=_find_possible(measured, int(np.count_nonzero(weights))),
        revisions=find_revisions(baseline, series),
        evidence=_gather_evidence(measured),
        comparison=comparison,
        family=place,
        rivals=(),
        caveats=(),
        sentence="",
    )
    answer = evolve(answer, rivals=list_rivals(answer))
    return evolve(
        answer,
        caveats=list_caveats(
            answer, beyond=measured.beyond, not_compared=() if comparison else left_out
        ),
        sentence=say_answer(answer),
    )


def _gather_evidence(measured: Measured) -> "tuple[Evidence, ...]":
    from obamodel.stats.variation import gather_evidence

    if not measured.seen.any():
        return ()
    history = measured.baseline.history
    before = np.array([one.value for one in history if one.value is not None], dtype=float)
    after = measured.values[measured.seen]
    departures = after - measured.expected[measured.seen]
    return gather_evidence(before, after, measured.good, departures=departures)


def _judge(measured: Measured, whole: Contrast) -> Verdict:
    baseline = measured.baseline
    if baseline.method is Method.GIVEN and not measured.has_limits:
        return _compare_with_agreed(measured)
    verdict = VERDICTS[int(judge(whole, _count_before(measured))[0])]
    worthwhile, departure = baseline.worthwhile, measured.depart(measured.weigh_judged())
    if verdict is not Verdict.NO_TURN_SHOWN or worthwhile is None or departure is None:
        return verdict
    # What is worthwhile is said in the unit of the series, whatever the scale of the forecast.
    is_ruled_out = departure.upper is not None and departure.upper < worthwhile
    return Verdict.NO_WORTHWHILE_TURN if is_ruled_out else verdict


def _count_before(measured: Measured) -> Array:
    """Return how many values a baseline rests on, as far as a verdict asks for it."""
    before = np.array([measured.before])
    if measured.baseline.method is not Method.GIVEN:
        return before
    # People who give a forecast with its limits stand for it; its history is not what it rests on.
    return np.asarray(np.maximum(before, LEAST_BEFORE))


def _compare_with_agreed(measured: Measured) -> Verdict:
    departure = measured.depart(measured.weigh_judged())
    if departure is None:
        return Verdict.TOO_EARLY
    # What is left by rounding decides nothing.
    rounding = _ROUNDING * max(abs(departure.observed), abs(departure.expected))
    least = measured.baseline.worthwhile or 0.0
    if departure.value > rounding and departure.value >= least:
        return Verdict.BETTER_THAN_AGREED
    if departure.value < -rounding and -departure.value >= least:
        return Verdict.WORSE_THAN_AGREED
    return Verdict.AS_AGREED


def _hold_back(alone: Verdict, chance: float) -> Verdict:
    """Return the verdict that is left when a curve is one of several looked at."""
    codes = np.array([CODES[alone]], dtype=np.int8)
    return VERDICTS[int(hold_back(codes, np.array([chance]))[0])]


def _look_after_end(
    measured: Measured,
) -> tuple[Departure | None, Departure | None, Departure | None, AfterEnd | None]:
    ended = measured.baseline.ended
    if ended is None:
        return None, None, None, None
    is_during = np.arange(len(measured.observed)) < measured.count_during()
    on, off = measured.weigh(is_during), measured.weigh(~is_during)
    during, after = measured.depart(on), measured.depart(off)
    if during is None or after is None:
        return during, after, None, AfterEnd.TOO_EARLY
    contrasts = [measured.contrast(one) for one in (on, off, off - on)]
    # Each rests on its own values: what is seen during does not make up for what is not yet since.
    numbers = np.array([len(during.periods)]), np.array([len(after.periods)])
    found = judge_after_end(
        evolve(contrasts[0], number=numbers[0]),
        evolve(contrasts[1], number=numbers[1]),
        contrasts[2],
        _count_before(measured),
    )
    return during, after, measured.depart(off - on), ENDINGS[int(found[0])]


def _find_kept_share(during: Departure | None, after: Departure | None) -> float | None:
    if during is None or after is None or during.lower is None or during.upper is None:
        return None
    if during.lower <= 0 <= during.upper:
        return None
    return after.value / during.value


def _look_at_recent(measured: Measured, verdict: Verdict) -> Departure | None:
    """Return the departure of the last third of the values, 3 at least: is it still turned?"""
    if verdict is not Verdict.TURNED or measured.baseline.ended is not None:
        return None
    steps = np.flatnonzero(measured.seen)
    number = max(_LEAST_RECENT, len(steps) // 3)
    chosen = np.zeros(len(measured.observed), dtype=bool)
    chosen[steps[-number:]] = True
    return measured.depart(measured.weigh(chosen))


def _find_possible(measured: Measured, after: int) -> Period | None:
    """Return the first period with which an answer will be possible, if it is not possible now."""
    baseline = measured.baseline
    if baseline.method is not Method.GIVEN and measured.before < LEAST_BEFORE:
        # A baseline that is frozen does not grow; another can be frozen when there are enough.
        wanted = LEAST_BEFORE - measured.before + LEAST_AFTER
        return baseline.until.shift(wanted * baseline.step)
    if after >= LEAST_AFTER or not measured.has_limits:
        return None
    last = max([baseline.until, *(one.period for one in measured.observed if one is not None)])
    possible = last.shift((LEAST_AFTER - after) * baseline.step)
    # What the forecast does not reach, or what comes after a break or the end, is never judged.
    reached = baseline.forecast[-1].period
    if baseline.ended is not None:
        reached = min(reached, baseline.ended)
    return possible if possible <= reached and not measured.beyond else None

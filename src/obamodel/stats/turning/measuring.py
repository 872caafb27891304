"""How far has one series departed from its frozen baseline?"""

from typing import Any

import numpy as np
from attrs import frozen

from obamodel.domain.baselines import Baseline, Method
from obamodel.domain.fields import show
from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, Observation, Series
from obamodel.errors import Fault, InvalidError
from obamodel.stats.forecasting.components import Array
from obamodel.stats.forecasting.freezing import find_ruler, find_silent_gaps
from obamodel.stats.forecasting.sampling import find_sampling_variances, put_on_scale
from obamodel.stats.forecasting.scales import Ruler
from obamodel.stats.forecasting.widening import find_share, narrow
from obamodel.stats.turning.contrasts import Contrast, measure_contrast
from obamodel.stats.turning.curves import Departure, JudgedPoint


@frozen(kw_only=True, eq=False)
class Measured:
    """One series beside its baseline, as arrays of one row on the baseline's scale.

    Parameters
    ----------
    baseline, series
        What was frozen, and what has been seen.
    good
        1 where high is good, -1 where low is good.
    ruler
        The scale of the baseline.
    observed
        What was seen in each period of the forecast; none where nothing was.
    values, expected
        In the unit of the series, for each step of the forecast; NaN where nothing was seen.
    departures
        On the scale, above 0 better: shape (1, steps).
    before
        How many values the baseline rests on.
    further
        The variance that each later value has beyond that of the past, where both are known.
    beyond
        The periods seen that lie after the end of the forecast, or after a break.
    """

    baseline: Baseline
    series: Series
    good: int
    ruler: Ruler
    observed: tuple[Observation | None, ...]
    values: Array
    expected: Array
    departures: Array
    before: int
    further: Array
    beyond: tuple[Period, ...]

    @property
    def seen(self) -> Any:
        """Which steps have a value."""
        return ~np.isnan(self.values)

    @property
    def has_limits(self) -> bool:
        """Whether the baseline says how sure it is."""
        return bool(self.baseline.covariance)

    def weigh(self, chosen: Any) -> Array:
        """Return weights that average the chosen steps that have a value."""
        kept = np.asarray(chosen) & self.seen
        return np.asarray(kept / max(int(kept.sum()), 1))

    def weigh_judged(self) -> Array:
        """Return weights that average what the verdict is about.

        That is all since the start; where the initiative has ended, what was seen while it ran,
        because what came of it afterwards is a question of its own.
        """
        ended = self.baseline.ended
        if ended is None:
            return self.weigh(True)
        return self.weigh(np.arange(len(self.values)) < self.count_during())

    def count_during(self) -> int:
        """Return how many steps of the forecast lie before the end of the initiative."""
        ended = self.baseline.ended
        if ended is None:
            return len(self.values)
        return (ended.ordinal - self.baseline.until.ordinal) // self.baseline.step

    def contrast(self, weights: Array) -> Contrast:
        """Measure a weighted sum of the departures, on the scale of the baseline."""
        variance, widening, freedom = self._find_error(weights)
        return measure_contrast(
            self.departures,
            weights[None],
            np.array([variance]),
            np.array([freedom]),
            np.array([widening]),
        )

    def find_freedom(self, weights: Array) -> float:
        """Return the degrees of freedom of a weighted sum of the departures."""
        return self._find_error(weights)[2]

    def _find_error(self, weights: Array) -> tuple[float, float, float]:
        """Return the variance of a weighted sum, its widening and its degrees of freedom."""
        used = np.flatnonzero(weights)
        if not self.has_limits or not len(used):
            return np.nan, np.nan, np.inf
        steps = len(self.baseline.forecast)
        covariance = np.zeros((steps, steps))
        covariance[np.tril_indices(steps)] = self.baseline.covariance
        covariance = covariance + np.tril(covariance, -1).T
        # Of limits that people gave nobody knows how errors go together: those of one time are
        # taken to do so entirely, those of two times not at all, which leaves either unsure.
        times = [weights]
        if self.baseline.method is Method.GIVEN:
            times = [np.maximum(weights, 0.0), np.minimum(weights, 0.0)]
        variance = float(sum(time @ covariance @ time for time in times))
        variance += float((weights**2 * self.further).sum())
        # The sampling error of the later values themselves is known, and so neither widened nor
        # learned from the history.
        sampling = self.baseline.sampling_variance or 0.0
        known = float((weights**2 * (sampling + self.further)).sum())
        share = find_share(np.array([known]), np.array([variance]))
        freedom = np.inf if self.baseline.freedom is None else self.baseline.freedom
        widening, freer = narrow(self.baseline.widening[int(used[-1])], freedom, share)
        return variance, float(widening[0]), float(freer[0])

    def depart(self, weights: Array) -> Departure | None:
        """Say how far the chosen values lie from the forecast, in the unit of the series."""
        used = np.flatnonzero(weights)
        if not len(used):
            return None
        found = self.contrast(weights)
        limits = [
            self._carry_back(weights, float(one[0]))
            for one in (found.lower, found.upper, found.lower_inner, found.upper_inner)
        ]
        share = weights[used] / weights[used].sum() if weights.sum() > 0.5 else weights[used]
        return Departure(
            value=float(self.good * share @ (self.values[used] - self.expected[used])),
            lower=limits[0],
            upper=limits[1],
            lower_80=limits[2],
            upper_80=limits[3],
            observed=float(share @ self.values[used]),
            expected=float(share @ self.expected[used]),
            periods=tuple(self.baseline.forecast[int(step)].period for step in used),
        )

    def find_size(self, weights: Array, half: float) -> float | None:
        """Return in the unit of the series how far the forecast lies from a limit that is better.

        Parameters
        ----------
        weights
            Which values are averaged.
        half
            Half the width of the interval, on the scale of the baseline.
        """
        used = np.flatnonzero(weights)
        if np.isnan(half) or not len(used):
            return None
        expected = self.expected[used]
        limit = self.ruler.back(self.ruler.put(expected) + self.good * half)
        return float(self.good * weights[used] @ (limit - expected))

    def _carry_back(self, weights: Array, departure: float) -> float | None:
        """Turn a departure on the scale into one in the unit of the series.

        It is what the values would have departed by, had each departed that far on the scale.
        """
        if np.isnan(departure):
            return None
        used = np.flatnonzero(weights)
        if self.baseline.scale == "natural":
            return departure
        without = self.ruler.back(self.ruler.put(self.values[used]) - self.good * departure)
        # Of what came after less what came during, only the former is moved.
        moved = np.maximum(weights[used], 0.0)
        return float(self.good * moved @ (self.values[used] - without))

    def list_points(self) -> tuple[JudgedPoint, ...]:
        """List each value since the start beside what was expected of it."""
        points = []
        for one, expected in zip(self.observed, self.baseline.forecast, strict=True):
            if one is None or one.value is None:
                continue
            outside = (
                expected.lower is not None
                and expected.upper is not None
                and not (expected.lower <= one.value <= expected.upper)
            )
            points.append(
                JudgedPoint(
                    period=one.period,
                    value=one.value,
                    expected=expected.value,
                    lower=expected.lower,
                    upper=expected.upper,
                    departure=self.good * (one.value - expected.value),
                    outside=outside,
                )
            )
        return tuple(points)


def measure(baseline: Baseline, series: Series, until: Period | None = None) -> Measured:
    """Lay a series beside its frozen baseline.

    Parameters
    ----------
    baseline, series
        What was frozen, and the series it is about with what has been seen since.
    until
        The last period to be judged; without it, all that the forecast reaches.

    Raises
    ------
    InvalidError
        Naming each thing that stands in the way, and how to mend it.
    """
    series.refuse_statistics("a verdict")
    faults = list(_check_fit(baseline, series))
    if until is not None and not until.comparable_with(baseline.until):
        faults.append(
            Fault(
                "other-periods",
                f"found {until}, {until.kind_in_words}",
                f"give {baseline.until.kind_in_words}, as those of the baseline are",
                path=("until",),
            )
        )
    if faults:
        raise InvalidError("assess_curve", faults)
    start = baseline.starts.ordinal
    end = baseline.forecast[-1].period.ordinal
    if until is not None:
        end = min(end, until.ordinal)
    later = [one for one in series.observations if one.period.ordinal >= start]
    # What comes after a break is measured in another way, so the forecast says nothing of it.
    breaks = [one.period.ordinal for one in later if Flag.BREAK in one.flags]
    judged_end = min([end, *(place - 1 for place in breaks)])
    by_step = {
        (one.period.ordinal - start) / baseline.step: one
        for one in later
        if one.period.ordinal <= judged_end
    }
    observed = tuple(by_step.get(step) for step in range(len(baseline.forecast)))
    values = np.array([_value_of(one) for one in observed])
    expected = np.array([one.value for one in baseline.forecast])
    ruler = find_ruler(series, baseline)
    good = series.good
    with np.errstate(divide="ignore", invalid="ignore"):
        departures = good * (ruler.put(values) - ruler.put(expected))
    outside = np.flatnonzero(np.isinf(departures))
    if len(outside):
        raise InvalidError(
            "assess_curve",
            [
                Fault(
                    "not-on-this-scale",
                    f"the value {values[step]:g} of {baseline.forecast[step].period} has no place "
                    f"on the scale {baseline.scale} of the baseline",
                    'freeze a baseline with scale="natural"',
                    path=("series", series.id),
                )
                for step in outside
            ],
        )
    return Measured(
        baseline=baseline,
        series=series,
        good=good,
        ruler=ruler,
        observed=observed,
        values=values,
        expected=expected,
        departures=departures[None],
        before=sum(one.value is not None for one in baseline.history),
        further=_find_further(baseline, series, observed, ruler),
        beyond=tuple(one.period for one in later if one.period.ordinal > judged_end)
        if until is None
        else (),
    )


def _value_of(one: Observation | None) -> float:
    return np.nan if one is None or one.value is None else float(one.value)


def _find_further(
    baseline: Baseline, series: Series, observed: tuple[Observation | None, ...], ruler: Ruler
) -> Array:
    """Return by how much each later value is less sure than a past one, as where fewer answered."""
    further = np.zeros(len(observed))
    if baseline.sampling_variance is None:
        return further
    held = [step for step, one in enumerate(observed) if one is not None and one.value is not None]
    if held:
        chosen = tuple(one for one in (observed[step] for step in held) if one is not None)
        values = np.array([_value_of(one) for one in chosen])
        natural = find_sampling_variances(series, chosen, events_at_random=True)
        on_scale = put_on_scale(natural, values, ruler, baseline.scale)
        further[held] = np.maximum(np.nan_to_num(on_scale) - baseline.sampling_variance, 0.0)
    return further


def _check_fit(baseline: Baseline, series: Series) -> "list[Fault]":
    faults = []
    if baseline.series != series.id:
        faults.append(
            Fault(
                "another-series",
                f"the baseline {show(baseline.id)} is about {show(baseline.series)}, "
                f"and the series is {show(series.id)}",
                "give the series that it is about",
                path=("series",),
            )
        )
    elif series.good == 0:
        faults.append(
            Fault(
                "no-good-direction",
                f"{show(series.id)} does not say whether high or low is good",
                'say polarity="high is good" or "low is good"; without it nothing is better',
                path=("series", series.id, "polarity"),
            )
        )
    if series.observations and not series.periods[0].comparable_with(baseline.until):
        faults.append(
            Fault(
                "other-periods",
                f"the baseline is in periods such as {baseline.until}, the series in periods such "
                f"as {series.periods[0]}",
                "freeze a baseline of the series as it is now",
                path=("series", series.id),
            )
        )
    elif not faults:
        later = [one for one in series.observations if one.period > baseline.until]
        if later:
            last = [one for one in series.observations if one.period <= baseline.until][-1:]
            faults += find_silent_gaps([*(last or baseline.history[-1:]), *later], baseline.step)
    return faults


def find_revisions(baseline: Baseline, series: Series) -> tuple[str, ...]:
    """Say which past values were changed after the baseline was frozen.

    The baseline stays as it was frozen; whether to freeze another is for people to decide.
    """
    now = {one.period: one.value for one in series.observations}
    told = []
    for one in baseline.history:
        if one.period not in now:
            told.append(f"{one.period} was {_write(one.value)} and is no longer there")
        elif now[one.period] != one.value:
            told.append(
                f"{one.period} was {_write(one.value)} and is now {_write(now[one.period])}"
            )
    return tuple(told)


def _write(value: float | None) -> str:
    return "missing" if value is None else f"{value:g}"

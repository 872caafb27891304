"""Where do the lines lie at each point, and where would the first of them have led?"""

import math
from collections.abc import Iterator

import numpy as np

from obamodel.domain.series import Series, SeriesKind
from obamodel.stats.its.checking import Plan
from obamodel.stats.its.design import Array
from obamodel.stats.its.estimators import LineFit
from obamodel.stats.its.lines import FittedPoint, Part

_NEVER_BELOW_NOUGHT = (SeriesKind.COUNT, SeriesKind.SHARE, SeriesKind.RATE)


def lay_out_points(plan: Plan, fit: LineFit, quantile: float) -> Iterator[FittedPoint]:
    """Lay out each period with what was seen, what is fitted and where the first line leads.

    Parameters
    ----------
    quantile
        How many standard errors the limits lie on either side.
    """
    design = plan.design
    first_line = design.without(changes=True)
    fitted = _to_unit(plan, design.columns @ fit.coefficients)
    line = _to_unit(plan, design.without(season=True) @ fit.coefficients)
    ahead_line = _to_unit(plan, design.without(changes=True, season=True) @ fit.coefficients)
    ahead, low, high = _find_limits(plan, fit, first_line, quantile)
    gap, gap_low, gap_high = _spread(fit, design.columns - first_line, quantile)
    if plan.method.counts:
        gap, gap_low, gap_high = np.exp(gap), np.exp(gap_low), np.exp(gap_high)
    for place, observation in enumerate(plan.series.observations):
        since = plan.parts[place] is not Part.BEFORE
        both = since and not np.isnan(ahead[place] + fitted[place])
        value, expected = observation.value, _pick(fitted, place)
        yield FittedPoint(
            period=observation.period,
            part=plan.parts[place],
            value=value,
            fitted=expected,
            line=_pick(line, place),
            counterfactual=_pick(ahead, place, given=since),
            counterfactual_line=_pick(ahead_line, place, given=since),
            counterfactual_lower=_pick(low, place, given=since),
            counterfactual_upper=_pick(high, place, given=since),
            difference=_pick(gap, place, given=both),
            difference_lower=_pick(gap_low, place, given=both),
            difference_upper=_pick(gap_high, place, given=both),
            residual=None if value is None or expected is None else value - expected,
        )


def find_possible(series: Series) -> tuple[float, float]:
    """Return between what a value of the series can lie.

    Examples
    --------
    >>> from obamodel.domain.series import Polarity
    >>> series = Series.from_dict(
    ...     {2011: 40.0, 2012: 41.0}, id="heard", name="Heard", kind=SeriesKind.SHARE, per=100,
    ...     unit="%", polarity=Polarity.HIGH,
    ... )
    >>> find_possible(series)
    (0.0, 100.0)
    """
    lowest = 0.0 if series.kind in _NEVER_BELOW_NOUGHT else -math.inf
    highest = float(series.per or math.inf) if series.kind is SeriesKind.SHARE else math.inf
    return lowest, highest


def _to_unit(plan: Plan, lines: Array) -> Array:
    """Return the lines in the unit of the series; not-a-number where no value can be."""
    found = np.exp(lines) * plan.to_unit if plan.method.counts else lines
    lowest, highest = find_possible(plan.series)
    return np.where((found >= lowest) & (found <= highest), found, np.nan)


def _find_limits(
    plan: Plan, fit: LineFit, columns: Array, quantile: float
) -> tuple[Array, Array, Array]:
    """Return the line and its limits, which end where the values that can be end."""
    middle, low, high = _spread(fit, columns, quantile)
    line = _to_unit(plan, middle)
    if plan.method.counts:
        low, high = np.exp(low) * plan.to_unit, np.exp(high) * plan.to_unit
    lowest, highest = find_possible(plan.series)
    impossible = np.isnan(line)
    low, high = np.clip(low, lowest, highest), np.clip(high, lowest, highest)
    return line, np.where(impossible, np.nan, low), np.where(impossible, np.nan, high)


def _spread(fit: LineFit, columns: Array, quantile: float) -> tuple[Array, Array, Array]:
    middle = columns @ fit.coefficients
    error = np.sqrt(np.einsum("pi,ij,pj->p", columns, fit.covariance, columns).clip(min=0))
    return middle, middle - quantile * error, middle + quantile * error


def _pick(numbers: Array, place: int, *, given: bool = True) -> float | None:
    number = float(numbers[place])
    return number if given and not math.isnan(number) else None

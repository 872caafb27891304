"""What a control chart shows: every value beside its limits, and what stands out."""

import html
from typing import TYPE_CHECKING

from attrs import frozen

from obamodel.domain.periods import Period
from obamodel.domain.series import Series
from obamodel.stats.answers import refuse_truth
from obamodel.stats.variation.assurance import Assurance
from obamodel.stats.variation.rules import Rule
from obamodel.stats.variation.words import Change, say_rule

if TYPE_CHECKING:
    import pandas as pd


@frozen(kw_only=True)
class ChartedLevel:
    """A stretch of the series with limits of its own.

    Parameters
    ----------
    first, last
        Its first and last period.
    points
        How many values were observed in it.
    base
        How many of them its limits come from.
    mean
        Their mean; none where nothing was observed.
    lower, upper
        The natural limits; none with fewer than 5 values.
    near_lower, near_upper
        Where the outer thirds begin.
    screened
        How many steps from value to value were left out as far larger than the others.
    """

    first: Period
    last: Period
    points: int
    base: int
    mean: float | None
    lower: float | None
    upper: float | None
    near_lower: float | None
    near_upper: float | None
    screened: int


@frozen(kw_only=True)
class ChartedPoint:
    """One value beside its limits.

    Parameters
    ----------
    period
        The period.
    value
        What was observed; none where it is missing.
    level
        The number of its level, counted from 0.
    used
        Whether the limits come from it, among others.
    signal
        The number of the :class:`~obamodel.stats.variation.Rule` that it breaks, negative where
        it is low or in a trend that falls; 0 where it breaks none.
    change
        What that means, by the direction that is better.
    """

    period: Period
    value: float | None
    level: int
    used: bool
    signal: int
    change: Change

    @property
    def rule(self) -> Rule:
        """The rule that it breaks."""
        return Rule(abs(self.signal))

    @property
    def why(self) -> str:
        """Which rule it breaks, in words; empty where it breaks none."""
        return say_rule(self.signal)


@frozen(kw_only=True)
class ControlChart:
    """How a series moves between its natural limits, and which values stand out.

    Parameters
    ----------
    series
        What is charted.
    points
        Every observation, in order of time.
    levels
        Each stretch with limits of its own; one, unless it was rebased.
    variation
        What the last observed value means.
    assurance
        What the limits of the last level say about the target.
    target
        The target; none where there is none.
    caveats
        What a reader should weigh.
    sentence
        The answer in plain words.
    """

    series: Series
    points: tuple[ChartedPoint, ...]
    levels: tuple[ChartedLevel, ...]
    variation: Change
    assurance: Assurance
    target: float | None
    caveats: tuple[str, ...]
    sentence: str

    __bool__ = refuse_truth

    @property
    def signals(self) -> tuple[ChartedPoint, ...]:
        """The values that stand out."""
        return tuple(point for point in self.points if point.signal)

    @property
    def last(self) -> ChartedPoint | None:
        """The last value that was observed."""
        return next((one for one in reversed(self.points) if one.value is not None), None)

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each observation.

        Returns
        -------
        pandas.DataFrame
            Columns ``series``, ``period`` (text that can be read in one way only), ``value``
            (missing where nothing was observed), ``level`` (counted from 1), ``used`` (whether
            the limits come from it), ``mean``, ``lower``, ``upper``, ``near_lower``,
            ``near_upper``, ``rule`` (``none``, ``outside``, ``trend``, ``two of three`` or
            ``shift``), ``direction`` (1 high or rising, -1 low or falling, 0), ``why`` (the rule
            in words), ``change`` (what it means) and ``target``.
        """
        import pandas as pd

        rows = []
        for point in self.points:
            level = self.levels[point.level]
            numbers = (level.mean, level.lower, level.upper, level.near_lower, level.near_upper)
            rows.append(
                (
                    self.series.id,
                    point.period.text,
                    _or_nan(point.value),
                    point.level + 1,
                    point.used,
                    *map(_or_nan, numbers),
                    point.rule.name.lower().replace("_", " "),
                    (point.signal > 0) - (point.signal < 0),
                    point.why,
                    "" if point.value is None else str(point.change),
                    _or_nan(self.target),
                )
            )
        return pd.DataFrame(
            rows,
            columns=[
                *("series", "period", "value", "level", "used", "mean", "lower", "upper"),
                *("near_lower", "near_upper", "rule", "direction", "why", "change", "target"),
            ],
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def _or_nan(value: float | None) -> float:
    return float("nan") if value is None else float(value)

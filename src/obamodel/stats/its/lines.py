"""What lines through a series with a start found: the answer, its numbers and its words."""

import html
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from obamodel.domain.periods import Period
from obamodel.domain.series import Series
from obamodel.stats.answers import refuse_truth
from obamodel.stats.its.design import (
    LEVEL_CHANGE,
    LEVEL_CHANGE_AFTER_END,
    SLOPE_CHANGE,
    SLOPE_CHANGE_AFTER_END,
)
from obamodel.stats.its.estimates import Estimate, WaldTest

if TYPE_CHECKING:
    import pandas as pd


class FitMethod(StrEnum):
    """How the lines are fitted."""

    ORDINARY = "ols"
    NEWEY_WEST = "newey-west"
    PRAIS_WINSTEN = "prais-winsten"
    POISSON = "poisson"
    QUASI_POISSON = "quasi-poisson"

    @property
    def counts(self) -> bool:
        """Whether it is for counts of events, so that changes are ratios."""
        return self in (FitMethod.POISSON, FitMethod.QUASI_POISSON)


class Part(StrEnum):
    """Where a point lies; the start and the end themselves belong to the time between them."""

    BEFORE = "before"
    SINCE_START = "since the start"
    AFTER_END = "after the end"


@frozen(kw_only=True)
class FittedPoint:
    """One period with what was seen, what the lines say, and where the first of them led.

    Parameters
    ----------
    part
        Before, since the start, or after the end.
    value
        What was seen; none where it is missing.
    fitted, line
        What the fit says, with the season and without it.
    counterfactual, counterfactual_line
        Where the line before leads, with the season and without it; none before the start.
    counterfactual_lower, counterfactual_upper
        The 95% limits of where the line leads, with the season: of the line, not of single
        values, which scatter more widely.
    difference, difference_lower, difference_upper
        The fit less the counterfactual, or their ratio for counts, with 95% limits.
    residual
        The value less what the fit says.

    What lies where no value can be, such as below 0, is none.
    """

    period: Period
    part: Part
    value: float | None
    fitted: float | None
    line: float | None
    counterfactual: float | None
    counterfactual_line: float | None
    counterfactual_lower: float | None
    counterfactual_upper: float | None
    difference: float | None
    difference_lower: float | None
    difference_upper: float | None
    residual: float | None


@frozen(kw_only=True)
class InterruptedSeries:
    """Straight lines through a series before and since a start: a description, never the verdict.

    Parameters
    ----------
    series
        What was fitted.
    starts, ends
        The first period of the initiative and, where it ended, the last.
    method
        How the lines were fitted.
    season
        How many pairs of waves a year were fitted.
    with_offset
        Whether events were fitted out of the denominators of the series.
    estimates
        Every number that was fitted.
    slope_test
        Whether one slope would fit as well; none where only the level may change.
    points
        Each period in order of time.
    points_before, points_since, points_after
        How many values the lines rest on, in each part.
    autocorrelation
        How alike what is left is to itself 1, 2, 3 ... periods before, up to a quarter of the
        number of points. For Prais-Winsten, what its echo leaves; for counts, of the deviance
        residuals.
    durbin_watson
        About 2 where nothing echoes from point to point; none where values are missing.
    echo
        The share of what is off the line that is still off it at the next point: that of
        Prais-Winsten, or the first autocorrelation.
    design_effect
        How many points say as much as one would if nothing echoed, (1 + echo) / (1 - echo).
    lags
        How many periods back Newey-West looked.
    small_sample
        Whether its covariance was multiplied by n / (n - k).
    dispersion
        How widely counts scatter, over what Poisson allows: Pearson's chi-square over its degrees
        of freedom.
    caveats
        What a reader should weigh.
    sentence
        The answer in plain words.
    """

    series: Series
    starts: Period
    ends: Period | None
    method: FitMethod
    season: int
    with_offset: bool
    estimates: tuple[Estimate, ...]
    slope_test: WaldTest | None
    points: tuple[FittedPoint, ...]
    points_before: int
    points_since: int
    points_after: int
    autocorrelation: tuple[float, ...]
    durbin_watson: float | None
    echo: float
    design_effect: float
    lags: int | None
    small_sample: bool
    dispersion: float | None
    caveats: tuple[str, ...]
    sentence: str

    __bool__ = refuse_truth

    def find(self, term: str) -> Estimate | None:
        """Return the estimate of a term; none where it was not fitted."""
        return next((one for one in self.estimates if one.term == term), None)

    @property
    def level_change(self) -> Estimate:
        """How far the line since the start stands, at the start, from where the one before led."""
        found = self.find(LEVEL_CHANGE)
        assert found is not None
        return found

    @property
    def slope_change(self) -> Estimate | None:
        """How much that gap moves with each period; none where only the level may change."""
        return self.find(SLOPE_CHANGE)

    @property
    def level_change_after_end(self) -> Estimate | None:
        """The same at the first period after the end, from where the line until then led."""
        return self.find(LEVEL_CHANGE_AFTER_END)

    @property
    def slope_change_after_end(self) -> Estimate | None:
        """How much that second gap moves with each period."""
        return self.find(SLOPE_CHANGE_AFTER_END)

    @property
    def points_used(self) -> int:
        """How many values the lines rest on."""
        return self.points_before + self.points_since + self.points_after

    @property
    def effective_points(self) -> float:
        """How many points would say as much if nothing echoed."""
        return self.points_used / self.design_effect

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each number that was fitted.

        Returns
        -------
        pandas.DataFrame
            Columns ``series``, ``method``, ``term``, ``value``, ``lower``, ``upper`` (95%
            limits), ``scale`` ("difference" or "ratio"), ``coefficient``, ``standard_error``,
            ``statistic``, ``freedom`` and ``p_value``, as :class:`Estimate` explains them.
        """
        import pandas as pd

        return pd.DataFrame(
            [
                (
                    self.series.id,
                    str(self.method),
                    one.term,
                    *(one.value, one.lower, one.upper),
                    "ratio" if one.is_ratio else "difference",
                    *(one.coefficient, one.standard_error),
                    *(one.statistic, one.freedom, one.p_value),
                )
                for one in self.estimates
            ],
            columns=[
                *("series", "method", "term", "value", "lower", "upper", "scale"),
                *("coefficient", "standard_error", "statistic", "freedom", "p_value"),
            ],
        )

    def points_frame(self) -> "pd.DataFrame":
        """Return one row for each period, in order of time.

        Returns
        -------
        pandas.DataFrame
            Columns ``series``, ``period`` (text), ``part`` ("before", "since the start" or "after
            the end") and the numbers of :class:`FittedPoint`, missing ones as not-a-number.
        """
        import pandas as pd

        return pd.DataFrame(
            [
                (
                    self.series.id,
                    str(point.period),
                    str(point.part),
                    *_or_nan([getattr(point, name) for name in NUMBERS]),
                )
                for point in self.points
            ],
            columns=["series", "period", "part", *NUMBERS],
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


NUMBERS = (
    *("value", "fitted", "line", "counterfactual", "counterfactual_line"),
    *("counterfactual_lower", "counterfactual_upper"),
    *("difference", "difference_lower", "difference_upper", "residual"),
)


def _or_nan(numbers: Sequence[float | None]) -> list[float]:
    return [float("nan") if number is None else number for number in numbers]

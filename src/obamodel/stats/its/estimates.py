"""What was fitted, and between which limits?"""

from collections.abc import Iterator

import numpy as np
from attrs import frozen

from obamodel.stats.its.design import SLOPE_CHANGE, SLOPE_CHANGE_AFTER_END, Design
from obamodel.stats.its.estimators import LineFit

INTERVAL = 0.95


@frozen(kw_only=True)
class Estimate:
    """One number that was fitted, between its limits.

    Parameters
    ----------
    term
        What it stands for: ``level`` (of the line at the first point; for events out of a
        denominator, how many for each one of it), ``slope`` (for each period),
        ``level_change``, ``slope_change``, the same two with ``_after_end``, or a wave of the
        season.
    value, lower, upper
        The number and its 95% limits: in the unit of the series, or a ratio.
    is_ratio
        Whether it is a ratio, for which 1 is no change; else 0 is.
    coefficient, standard_error
        The number as it was fitted, and its standard error: for a ratio, its logarithm.
    statistic, freedom, p_value
        The coefficient over its standard error, the degrees of freedom of its t distribution
        (infinite for a normal one), and how often that much would be seen if it were nought and
        the lines were right.
    """

    term: str
    value: float
    lower: float
    upper: float
    is_ratio: bool
    coefficient: float
    standard_error: float
    statistic: float
    freedom: float
    p_value: float

    @property
    def no_change(self) -> float:
        """The value that would be no change."""
        return 1.0 if self.is_ratio else 0.0

    @property
    def is_clear(self) -> bool:
        """Whether no change lies outside the limits."""
        return not self.lower <= self.no_change <= self.upper


@frozen(kw_only=True)
class WaldTest:
    """Would one slope fit as well?

    Parameters
    ----------
    terms
        The changes of slope that are held against none.
    statistic
        Wald's statistic over the number of terms: an F value; for Poisson a chi-square.
    freedom
        The degrees of freedom: the number of terms, and those of the fit (infinite for Poisson).
    p_value
        How often that much would be seen if there were one slope and the lines were right.
    """

    terms: tuple[str, ...]
    statistic: float
    freedom: tuple[int, float]
    p_value: float


def find_quantile(freedom: float) -> float:
    """Return how many standard errors the 95% limits lie on either side.

    Examples
    --------
    >>> round(find_quantile(12), 3), round(find_quantile(np.inf), 3)
    (2.179, 1.96)
    """
    from scipy.special import ndtri, stdtrit

    upper = (1 + INTERVAL) / 2
    return float(ndtri(upper) if np.isinf(freedom) else stdtrit(freedom, upper))


def _find_p_value(statistic: float, freedom: float) -> float:
    from scipy.special import ndtr, stdtr

    below = ndtr(-abs(statistic)) if np.isinf(freedom) else stdtr(freedom, -abs(statistic))
    return float(2 * below)


def list_estimates(design: Design, fit: LineFit, *, is_ratio: bool) -> Iterator[Estimate]:
    """List every number that was fitted, between its limits.

    Parameters
    ----------
    is_ratio
        Whether the logarithm was fitted, so that the numbers are ratios.
    """
    quantile = find_quantile(fit.freedom)
    errors = np.sqrt(np.diag(fit.covariance))
    for place, term in enumerate(design.names):
        middle, error = float(fit.coefficients[place]), float(errors[place])
        limits = (middle, middle - quantile * error, middle + quantile * error)
        value, lower, upper = (float(np.exp(one)) for one in limits) if is_ratio else limits
        yield Estimate(
            term=term,
            value=value,
            lower=lower,
            upper=upper,
            is_ratio=is_ratio,
            coefficient=middle,
            standard_error=error,
            statistic=middle / error,
            freedom=float(fit.freedom),
            p_value=_find_p_value(middle / error, fit.freedom),
        )


def weigh_slopes(design: Design, fit: LineFit) -> WaldTest | None:
    """Hold the changes of slope against none at all; none where there are none to be changed."""
    from scipy.special import chdtrc, fdtrc

    terms = tuple(one for one in (SLOPE_CHANGE, SLOPE_CHANGE_AFTER_END) if one in design.names)
    if not terms:
        return None
    places = [design.place(term) for term in terms]
    found = fit.coefficients[places]
    wald = float(found @ np.linalg.solve(fit.covariance[np.ix_(places, places)], found))
    number = len(terms)
    if np.isinf(fit.freedom):
        return WaldTest(
            terms=terms,
            statistic=wald,
            freedom=(number, np.inf),
            p_value=float(chdtrc(number, wald)),
        )
    return WaldTest(
        terms=terms,
        statistic=wald / number,
        freedom=(number, float(fit.freedom)),
        p_value=float(fdtrc(number, fit.freedom, wald / number)),
    )

"""How lines are fitted: by least squares, with errors that echo, or to counts of events."""

import importlib
import warnings
from types import ModuleType

import numpy as np
from attrs import frozen

from obamodel.errors import Fault, InvalidError, MissingExtraError
from obamodel.stats.its.design import Array, Steps

# An echo nearer to 1 could not be told from a series that wanders off for good.
STRONGEST_ECHO = 0.99
_ECHO_SETTLED = 1e-10
_MOST_ROUNDS = 500
# Beside the largest, a fitted count this small is one that ran away towards nought.
_RAN_AWAY = 1e-8
# A dispersion this small is rounding.
_NOTHING_LEFT = 1e-12


@frozen(kw_only=True, eq=False)
class LineFit:
    """What a fit found.

    Parameters
    ----------
    coefficients
        Shape (columns,); of the logarithm for counts of events.
    covariance
        Shape (columns, columns).
    freedom
        The degrees of freedom of the intervals; infinite for normal ones.
    errors
        What should not echo any more if the fit is right, one for each value used: what is off
        the lines; for Prais-Winsten what is off what the echo of the last point led to expect;
        for counts the deviance residuals.
    lags
        How many steps back Newey-West looked.
    echo
        The share of an error that Prais-Winsten found to be left at the next step.
    dispersion
        Pearson's chi-square over its degrees of freedom, for counts.
    """

    coefficients: Array
    covariance: Array
    freedom: float
    errors: Array
    lags: int | None = None
    echo: float | None = None
    dispersion: float | None = None


def open_statsmodels(part: str) -> ModuleType:
    """Open a part of statsmodels.

    Raises
    ------
    MissingExtraError
        Where statsmodels is not installed.
    """
    try:
        return importlib.import_module(f"statsmodels.{part}")
    except ModuleNotFoundError as missing:
        raise MissingExtraError("an interrupted time series", "statsmodels", "its") from missing


def fit_ordinary(design: Array, values: Array) -> LineFit:
    """Fit by ordinary least squares, as if errors never echoed."""
    fitted = open_statsmodels("regression.linear_model").OLS(values, design).fit()
    return LineFit(
        coefficients=fitted.params,
        covariance=fitted.cov_params(),
        freedom=fitted.df_resid,
        errors=fitted.resid,
    )


def choose_lags(points: int) -> int:
    """Return how many steps back Newey-West looks where nothing else is said.

    The whole part of 4 (n/100)^(2/9), the growth that Newey and West (1994) give for Bartlett
    weights.

    Examples
    --------
    >>> choose_lags(20), choose_lags(60), choose_lags(200)
    (2, 3, 4)
    """
    return int(4 * (points / 100) ** (2 / 9))


def fit_newey_west(
    design: Array, values: Array, steps: Steps, *, lags: int | None, small_sample: bool
) -> LineFit:
    """Fit by ordinary least squares with errors of unknown echo (Newey and West 1987).

    Bartlett weights. Where values are missing, two errors count as apart by the time that lies
    between them (the *amplitude modulated* estimator of Parzen 1963; Datta and Du 2012).

    Parameters
    ----------
    steps
        Where each value stands in time, rising: shape (values,).
    lags
        How many steps back errors may echo; None for :func:`choose_lags`.
    small_sample
        Whether the covariance is multiplied by n / (n - k).
    """
    sandwich = open_statsmodels("stats.sandwich_covariance")
    fitted = open_statsmodels("regression.linear_model").OLS(values, design).fit()
    points, number = design.shape
    lags = choose_lags(points) if lags is None else lags
    # A step with no value adds nothing, and keeps its place between those before and after it.
    scores = np.zeros((int(steps[-1] - steps[0]) + 1, number))
    scores[steps - steps[0]] = design * fitted.resid[:, None]
    middle = sandwich.S_hac_simple(scores, nlags=min(lags, len(scores) - 1))
    covariance = fitted.normalized_cov_params @ middle @ fitted.normalized_cov_params
    if small_sample:
        covariance = covariance * points / (points - number)
    return LineFit(
        coefficients=fitted.params,
        covariance=covariance,
        freedom=fitted.df_resid,
        errors=fitted.resid,
        lags=lags,
    )


def fit_prais_winsten(design: Array, values: Array, steps: Steps) -> LineFit:
    r"""Fit with errors of which a share is left at the next step (Prais and Winsten 1954).

    The share is :math:`\sum e_t e_{t-1} / \sum e_{t-1}^2` over the pairs of neighbours, and the
    lines are fitted again until it no longer changes. The first point is kept, and where values
    are missing the echo fades with the time between their neighbours, so that each round is a fit
    by generalised least squares. (statsmodels' ``GLSAR`` drops the first point, which is Cochrane
    and Orcutt's way, and is not used here.)

    Raises
    ------
    InvalidError
        Where the echo does not settle.
    """
    fit = open_statsmodels("regression.linear_model").OLS
    neighbours = np.flatnonzero(np.diff(steps) == 1)
    echo = 0.0
    for _ in range(_MOST_ROUNDS):
        fitted = fit(_take_echo_off(values, steps, echo), _take_echo_off(design, steps, echo)).fit()
        errors = values - design @ fitted.params
        last = errors[neighbours]
        found = float(last @ errors[neighbours + 1] / (last @ last)) if len(last) else 0.0
        before, echo = echo, min(max(found, -STRONGEST_ECHO), STRONGEST_ECHO)
        if abs(echo - before) < _ECHO_SETTLED:
            return LineFit(
                coefficients=fitted.params,
                covariance=fitted.cov_params(),
                freedom=fitted.df_resid,
                errors=fitted.resid,
                echo=before,
            )
    raise _refuse_unsettled("the echo from one point to the next", "newey-west")


def _take_echo_off(rows: Array, steps: Steps, echo: float) -> Array:
    """Take off each row what the row before led to expect, and bring what is left to one width."""
    share = echo ** np.diff(steps)
    width = np.sqrt(1 - share**2)
    if rows.ndim == 2:
        share, width = share[:, None], width[:, None]
    return np.concatenate([rows[:1], (rows[1:] - share * rows[:-1]) / width])


def fit_counts(design: Array, counts: Array, exposure: Array | None, *, spread: bool) -> LineFit:
    """Fit the logarithm of counts of events by Poisson regression.

    Parameters
    ----------
    counts
        How many events: shape (values,).
    exposure
        Out of how many people, or how much time; its logarithm is the offset: shape (values,).
    spread
        Whether the covariance is multiplied by the dispersion, as in a quasi-Poisson fit, with t
        intervals; else the dispersion is taken to be 1, with normal ones.

    Raises
    ------
    InvalidError
        Where no lines settle, as when nothing is counted in one part of the year.
    """
    linear = open_statsmodels("genmod.generalized_linear_model")
    families = open_statsmodels("genmod.families")
    offset = None if exposure is None else np.log(exposure)
    model = linear.GLM(counts, design, family=families.Poisson(), offset=offset)
    ignored = open_statsmodels("tools.sm_exceptions").ModelWarning
    with np.errstate(all="ignore"), warnings.catch_warnings():
        # It warns of what is looked at, and refused, below.
        warnings.simplefilter("ignore", category=ignored)
        fitted = model.fit(scale=1.0, maxiter=100, tol=1e-12)
    means = fitted.fittedvalues
    settled = fitted.converged and bool(np.isfinite(means).all())
    if not settled or means.min() < _RAN_AWAY * means.max():
        raise _refuse_unsettled("the lines through the counts", "ols")
    dispersion = float(fitted.pearson_chi2 / fitted.df_resid)
    if dispersion < _NOTHING_LEFT:
        raise refuse_without_spread()
    return LineFit(
        coefficients=fitted.params,
        covariance=fitted.cov_params() * (dispersion if spread else 1.0),
        freedom=fitted.df_resid if spread else np.inf,
        errors=fitted.resid_deviance,
        dispersion=dispersion,
    )


def _refuse_unsettled(what: str, other: str) -> InvalidError:
    return InvalidError(
        "interrupted time series",
        [Fault("not-settled", f"{what} did not settle", f'try method="{other}", or no season')],
    )


def refuse_without_spread() -> InvalidError:
    """Say that nothing is left from which to tell how sure the lines are."""
    return InvalidError(
        "interrupted time series",
        [
            Fault(
                "no-spread",
                "every value lies on the lines, so nothing says how sure they are",
                "look at the values: were they observed, or worked out?",
            )
        ],
    )

"""Did the line through a series step or bend where an initiative began?"""

from typing import Literal

import numpy as np
from attrs import evolve

from obamodel.domain.periods import Period
from obamodel.domain.series import Series
from obamodel.stats.its.checking import Plan, make_plan
from obamodel.stats.its.echoes import find_autocorrelation, find_design_effect, find_durbin_watson
from obamodel.stats.its.estimates import find_quantile, list_estimates, weigh_slopes
from obamodel.stats.its.estimators import (
    LineFit,
    fit_counts,
    fit_newey_west,
    fit_ordinary,
    fit_prais_winsten,
)
from obamodel.stats.its.lines import FitMethod, InterruptedSeries, Part
from obamodel.stats.its.points import lay_out_points
from obamodel.stats.its.saying import list_caveats, say_lines


def fit_interrupted(
    series: Series,
    *,
    starts: Period | str,
    ends: Period | str | None = None,
    method: FitMethod | str = FitMethod.NEWEY_WEST,
    season: int = 0,
    slope_change: bool = True,
    lags: int | None = None,
    small_sample: bool = True,
    offset: Literal["denominators"] | None = None,
) -> InterruptedSeries:
    r"""Fit a straight line that may step and bend where an initiative began (segmented regression).

    .. math:: y_t = b_0 + b_1 t + b_2 P_t + b_3 (t - T_0) P_t

    with :math:`P_t` one from the start :math:`T_0` on: :math:`b_2` is the gap at the start between
    the new line and where the one before leads, and :math:`b_3` is how much that gap moves with
    each period. With an end, a third line may step and bend from the first period after it. For
    those who want it, and know its limits: it is no verdict, and the answer says why.

    Parameters
    ----------
    series
        What was observed. Missing values are left out, and time goes on through them.
    starts
        The first period of the initiative, which belongs to the time *since the start*; a period
        or a text that is read as those of the series.
    ends
        The last period of the initiative, where it ended.
    method
        ``"newey-west"``: ordinary least squares with errors of unknown echo (Newey and West 1987).
        ``"prais-winsten"``: errors of which a share is left at the next period (Prais and Winsten
        1954), iterated. ``"ols"``: ordinary least squares, as if nothing echoed. ``"poisson"`` and
        ``"quasi-poisson"``: the logarithm of counts of events, the latter with the dispersion that
        the counts show.
    season
        How many pairs of waves a year; 0 for none.
    slope_change
        Whether the slope may change, and not only the level.
    lags
        How many periods back Newey-West looks; without it the whole part of 4 (n/100)^(2/9), the
        growth that Newey and West (1994) give for their weights.
    small_sample
        Whether Newey-West's covariance is multiplied by n / (n - k).
    offset
        ``"denominators"`` for events out of the denominators of the series, as for a rate.

    Returns
    -------
    InterruptedSeries
        Intervals are 95%, by the t distribution with n - k degrees of freedom; for Poisson by the
        normal one.

    Raises
    ------
    InvalidError
        Where the series carries no statistics, where there are fewer than 3 values in a part or
        fewer than 3 more than numbers to fit, or where an argument does not fit; all at once.
    MissingExtraError
        Where statsmodels is not installed.

    Notes
    -----
    Wagner, Soumerai, Zhang and Ross-Degnan (2002); Lopez Bernal, Cummins and Gasparrini (2017),
    with their correction of 2020; for how far to trust it Turner and others (2021).

    Examples
    --------
    Values about 10, and about 7 from the start on. Both lines are level, so that the gap is 3. The
    squares of what is left add up to 64 on 12 degrees of freedom, so the limits lie 2.179 times the
    root of 64/12 (1/8 + 3.5^2/42 + 1/8 + 4.5^2/42), which is 5.09, on either side:

    >>> from obamodel.domain.series import Polarity, SeriesKind
    >>> series = Series.from_dict(
    ...     {2001 + year: [12, 8, 8, 12][year % 4] - (3 if year >= 8 else 0) for year in range(16)},
    ...     id="falls", name="Falls", kind=SeriesKind.COUNT, unit="falls", polarity=Polarity.LOW,
    ... )
    >>> print(fit_interrupted(series, starts="2009", method="ols"))
    Falls: at the start (2009) the new line stands 3.0 falls below where the line before it leads
    (95% interval: 8.1 below to 2.1 above), and with each year after that the gap does not move
    (95% interval: 1.10 down to 1.10 up). None of this is clear: no change at all would fit too. The
    lines show what moved, not why.
    """
    plan = make_plan(
        series,
        starts=starts,
        ends=ends,
        method=method,
        season=season,
        slope_change=slope_change,
        lags=lags,
        small_sample=small_sample,
        offset=offset,
    )
    fit = _fit(plan)
    errors = np.full(len(plan.steps), np.nan)
    errors[plan.used] = fit.errors
    used = int(plan.used.sum())
    autocorrelation = find_autocorrelation(errors, max(1, used // 4))
    echo = float(autocorrelation[1]) if fit.echo is None else fit.echo
    counted = {part: _count(plan, part) for part in Part}
    answer = InterruptedSeries(
        series=series,
        starts=plan.starts,
        ends=plan.ends,
        method=plan.method,
        season=season,
        with_offset=plan.exposure is not None,
        estimates=tuple(list_estimates(plan.design, fit, is_ratio=plan.method.counts)),
        slope_test=weigh_slopes(plan.design, fit),
        points=tuple(lay_out_points(plan, fit, find_quantile(fit.freedom))),
        points_before=counted[Part.BEFORE],
        points_since=counted[Part.SINCE_START],
        points_after=counted[Part.AFTER_END],
        autocorrelation=tuple(float(one) for one in autocorrelation[1:]),
        durbin_watson=find_durbin_watson(errors),
        echo=echo,
        design_effect=find_design_effect(echo),
        lags=fit.lags,
        small_sample=small_sample,
        dispersion=fit.dispersion,
        caveats=(),
        sentence="",
    )
    return evolve(answer, sentence=say_lines(answer), caveats=list_caveats(answer))


def _fit(plan: Plan) -> LineFit:
    used = plan.used
    design, response, steps = plan.design.columns[used], plan.response[used], plan.steps[used]
    match plan.method:
        case FitMethod.ORDINARY:
            return fit_ordinary(design, response)
        case FitMethod.NEWEY_WEST:
            return fit_newey_west(
                design, response, steps, lags=plan.lags, small_sample=plan.small_sample
            )
        case FitMethod.PRAIS_WINSTEN:
            return fit_prais_winsten(design, response, steps)
        case _:
            exposure = None if plan.exposure is None else plan.exposure[used]
            spread = plan.method is FitMethod.QUASI_POISSON
            return fit_counts(design, response, exposure, spread=spread)


def _count(plan: Plan, part: Part) -> int:
    return sum(seen and where is part for seen, where in zip(plan.used, plan.parts, strict=True))

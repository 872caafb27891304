"""Does a series have a season, and what is left without it?"""

import numpy as np
from attrs import frozen

from obamodel.stats.forecasting.components import Array, Flags, has_gaps
from obamodel.stats.forecasting.gaps import draw_lines_across

LEAST_CYCLES = 3
_LEAST_SEEN = 2
_QUANTILE_90 = 1.6448536269514722


@frozen(kw_only=True, eq=False)
class Seasons:
    """The season of each series, and the series without it.

    Parameters
    ----------
    values
        The series without season: (series, points).
    is_seasonal
        Whether a season was found.
    times
        By what each forecast is to be multiplied: (series, horizon); 1 where there is no season.
    plus
        What is then to be added to it: (series, horizon); 0 where there is none.
    """

    values: Array
    is_seasonal: Flags
    times: Array
    plus: Array


def take_out_seasons(values: Array, horizon: int, cycle: int) -> Seasons:
    """Take out of each series the season it has, if it has one and there is enough to see it.

    Three whole cycles are wanted, and an autocorrelation at the lag of one cycle that passes the
    90% test of Makridakis, Wheelwright and Hyndman as the M3 competition used it. The season is
    the mean of what lies over the centred moving average (classical decomposition): a ratio, or a
    difference where a value is 0 or less.

    Parameters
    ----------
    values
        Shape (series, points). While the season is looked for, a line across the same seasons of
        the years around stands in a gap, which stays one; each season must be seen twice.
    horizon
        How many steps ahead the season is wanted.
    cycle
        How many periods make a year; 1 for yearly series, which have no season.
    """
    series, points = values.shape
    plain = Seasons(
        values=values,
        is_seasonal=np.zeros(series, dtype=bool),
        times=np.ones((series, horizon)),
        plus=np.zeros((series, horizon)),
    )
    if cycle < 2 or points < LEAST_CYCLES * cycle:
        return plain
    whole = _bridge_gaps(values, cycle)
    found = _find_seasonal(whole, cycle)
    if not found.any():
        return plain
    chosen = whole[found]
    width = cycle // 2
    weights = np.full(2 * width + 1, 1 / cycle)
    if cycle % 2 == 0:
        weights[[0, -1]] = 0.5 / cycle
    windows = np.lib.stride_tricks.sliding_window_view(chosen, 2 * width + 1, axis=1)
    # Sums whose order does not hang on how many series there are.
    middle = np.einsum("skw,w->sk", windows, weights)
    inner = chosen[:, width : points - width]
    ratios = np.asarray((chosen > 0).all(axis=1))
    with np.errstate(divide="ignore", invalid="ignore"):
        over = np.where(ratios[:, None], inner / middle, inner - middle)
    season = np.arange(width, points - width) % cycle
    by_season = [np.ascontiguousarray(over[:, season == place]) for place in range(cycle)]
    index = np.stack([np.mean(each, axis=1) for each in by_season], axis=1)
    mean = index.mean(axis=1)[:, None]
    index = np.where(ratios[:, None], index / mean, index - mean)
    past = index[:, np.arange(points) % cycle]
    ahead = index[:, np.arange(points, points + horizon) % cycle]
    without = values.copy()
    without[found] = np.where(ratios[:, None], values[found] / past, values[found] - past)
    times, plus = plain.times.copy(), plain.plus.copy()
    times[found] = np.where(ratios[:, None], ahead, 1.0)
    plus[found] = np.where(ratios[:, None], 0.0, ahead)
    return Seasons(values=without, is_seasonal=found, times=times, plus=plus)


def _bridge_gaps(values: Array, cycle: int) -> Array:
    if not has_gaps(values):
        return values
    bridged = values.copy()
    held = ~np.isnan(values)
    often = np.stack([held[:, season::cycle].sum(axis=1) for season in range(cycle)])
    rows = np.flatnonzero((often >= _LEAST_SEEN).all(axis=0))
    for season in range(cycle):
        same = values[rows, season::cycle]
        bridged[rows, season::cycle] = draw_lines_across(same, np.isnan(same))
    return bridged


def _find_seasonal(values: Array, cycle: int) -> Flags:
    apart = values - values.mean(axis=1)[:, None]
    squares = (apart**2).sum(axis=1)
    lags = np.stack(
        [(apart[:, lag:] * apart[:, :-lag]).sum(axis=1) for lag in range(1, cycle + 1)], axis=1
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        lags = lags / squares[:, None]
    # Bartlett's variance of an autocorrelation whose shorter lags are not nothing.
    limit = _QUANTILE_90 * np.sqrt(
        (1 + 2 * (lags[:, : cycle - 1] ** 2).sum(axis=1)) / values.shape[1]
    )
    return np.asarray(lags[:, cycle - 1] > limit)

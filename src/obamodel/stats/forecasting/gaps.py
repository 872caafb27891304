"""What stood where a value is missing, as far as the others tell?

Where errors are linear in the values, what makes their sum of squares least can be put into a gap
by solving a few equations (Gomez, Maravall and Pena 1999: a gap is a value with an unknown
addition), and what stays unsure is added to the errors of the forecast. Nothing is filled quietly:
the number of values that a forecast rests on is that of the values seen.
"""

import numpy as np

from obamodel.stats.forecasting.components import Array, Flags, Places


def find_gaps(missing: Flags) -> tuple[Places, Flags]:
    """Return where each series has its gaps, in as many columns as the most there are.

    A series with fewer gaps has its last columns marked as no gap.
    """
    number = missing.sum(axis=1)
    most = max(int(number.max(initial=0)), 1)
    order = np.argsort(~missing, axis=1, kind="stable")[:, :most]
    return order, np.arange(most) < number[:, None]


def draw_lines_across(values: Array, missing: Flags) -> Array:
    """Return the values with a straight line across each gap: where a search may begin.

    Beyond the first and last value seen, that value is carried on.
    """
    points = np.arange(values.shape[1])
    before = np.maximum.accumulate(np.where(missing, -1, points), axis=1)
    after = np.minimum.accumulate(np.where(missing, len(points), points)[:, ::-1], axis=1)[:, ::-1]
    low = np.where(before < 0, after, before)
    high = np.where(after >= len(points), before, after)
    span = np.maximum(high - low, 1)
    start = np.take_along_axis(values, low, axis=1)
    end = np.take_along_axis(values, high, axis=1)
    return np.asarray(np.where(missing, start + (end - start) * (points - low) / span, values))


def fill_gaps(
    values: Array, gaps: tuple[Places, Flags], place: Places, forms: Array, reach: Array | None
) -> tuple[Array, Array]:
    """Put into each gap what makes the sum of squares least, and say what stays unsure.

    Parameters
    ----------
    values
        Shape (series, points); whatever stands in a gap is replaced.
    gaps
        As :func:`find_gaps` returns them.
    place
        Which of the forms each series has.
    forms
        The sum of squares as a quadratic form in the values: (forms, points, points).
    reach
        By how much each forecast moves with each value: (forms, horizon, points); nothing where
        what stays unsure is not asked for.

    Returns
    -------
    tuple
        The values, filled; and the directions of the further errors: (series, gaps, horizon).
    """
    where, is_gap = gaps
    number = is_gap.sum(axis=1)
    filled = values.copy()
    horizon = 0 if reach is None else reach.shape[1]
    unsure = np.zeros((len(values), where.shape[1], horizon))
    # Series with as many gaps go together, so that a series is worked out in the same way whatever
    # others there are.
    for count in np.unique(number[number > 0]).tolist():
        chosen = np.flatnonzero(number == count)
        at = where[chosen, :count]
        filled[chosen[:, None], at] = 0.0
        rows = forms[place[chosen, None], at]
        among = np.take_along_axis(rows, at[:, None, :], axis=2)
        wanted = -np.einsum("sgp,sp->sg", rows, filled[chosen])
        found = np.linalg.solve(among, wanted[:, :, None])[:, :, 0]
        filled[chosen[:, None], at] = found
        if reach is None:
            continue
        moved = np.swapaxes(reach, 1, 2)[place[chosen, None], at]
        unsure[chosen, :count] = np.linalg.solve(np.linalg.cholesky(among), moved)
    return filled, unsure

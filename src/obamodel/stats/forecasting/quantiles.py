"""How many standard errors make an interval?"""

from typing import Any

import numpy as np

from obamodel.stats.forecasting.components import Array

OUTER, INNER = 0.95, 0.80
"""The two grades of an interval: one for a verdict, one for signs of it."""

_TABLE = 1000


def find_quantile(level: float, freedom: Any) -> Array:
    """Return the two-sided quantile of Student's t, or the normal one for infinite freedom.

    Parameters
    ----------
    level
        The share that lies within, such as 0.95.
    freedom
        The degrees of freedom of each series.

    Examples
    --------
    >>> find_quantile(0.95, np.array([10.0, np.inf])).round(4).tolist()
    [2.2281, 1.96]
    """
    from scipy.special import ndtri, stdtrit

    upper = (1 + level) / 2
    freedom = np.asarray(freedom, dtype=float)
    if freedom.size and (freedom == freedom.flat[0]).all():
        # One length of history is one number for all its series.
        only = freedom.flat[0]
        return np.full(freedom.shape, ndtri(upper) if np.isinf(only) else stdtrit(only, upper))
    finite = np.where(np.isinf(freedom), 0.0, freedom)
    whole = finite.astype(np.intp)
    most = int(whole.max(initial=0))
    if ((whole == finite) & (freedom > 0)).all() and most <= _TABLE:
        # And a few lengths are a few.
        table = np.concatenate([[ndtri(upper)], stdtrit(np.arange(1, most + 1), upper)])
        return np.asarray(table[whole])
    finite = np.where(np.isinf(freedom), 1.0, freedom)
    return np.asarray(np.where(np.isinf(freedom), ndtri(upper), stdtrit(finite, upper)))

"""How much of what is off the line at one point is still off it at the next?"""

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def find_autocorrelation(errors: Array, lags: int) -> Array:
    """Return how alike the errors are at each distance in time, from 0 to ``lags`` steps.

    The products at each distance, over the sum of all squares (Box and Jenkins 1970). The mean is
    not taken off: the errors of a fit with a level have none. Missing errors take part in no
    product, and time goes on through them (Parzen 1963).

    Parameters
    ----------
    errors
        In order of time, missing ones as not-a-number: shape (steps,).

    Returns
    -------
    ndarray
        Shape (lags + 1,); the first is 1.

    Examples
    --------
    >>> find_autocorrelation(np.array([1.0, -1.0, 1.0, -1.0]), 2).tolist()
    [1.0, -0.75, 0.5]
    """
    known = np.where(np.isnan(errors), 0.0, errors)
    squares = known @ known
    return np.array([known[: len(known) - lag] @ known[lag:] / squares for lag in range(lags + 1)])


def find_durbin_watson(errors: Array) -> float | None:
    """Return the squared steps of the errors over their squares; about 2 where nothing echoes.

    None where errors are missing, for which it was not made (Durbin and Watson 1950).

    Examples
    --------
    >>> find_durbin_watson(np.array([1.0, -1.0, 1.0, -1.0]))
    3.0
    """
    if np.isnan(errors).any():
        return None
    return float(np.diff(errors) @ np.diff(errors) / (errors @ errors))


def find_design_effect(echo: float) -> float:
    r"""Return how many points say as much as one would if nothing echoed.

    :math:`(1 + r) / (1 - r)`, for the mean of a long series whose errors keep a share r of
    themselves from one step to the next (Bayley and Hammersley 1946).

    Examples
    --------
    >>> find_design_effect(0.5)
    3.0
    """
    return (1 + echo) / (1 - echo)

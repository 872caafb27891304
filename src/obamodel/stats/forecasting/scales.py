"""On what scale is a forecast made, so that its limits stay where values can be?"""

from collections.abc import Callable
from typing import Any

import numpy as np
from attrs import frozen

from obamodel.domain.baselines import Scale
from obamodel.stats.forecasting.components import Array


@frozen(kw_only=True, eq=False)
class Ruler:
    """How values are put on a scale and taken back from it.

    Parameters
    ----------
    put, back
        Onto the scale, and back into the unit of the series.
    slope
        By how much the scale moves where a value moves by one unit.
    lowest, highest
        The values that limits never pass; infinite where there are none.
    """

    put: Callable[[Any], Array]
    back: Callable[[Any], Array]
    slope: Callable[[Any], Array]
    lowest: float
    highest: float

    def hold(self, values: Any) -> Array:
        """Return values with none outside of what can be."""
        return np.asarray(np.clip(values, self.lowest, self.highest))


def make_ruler(scale: Scale | str, *, lowest: float = -np.inf, highest: float = np.inf) -> Ruler:
    """Make the ruler of a scale, for values between two ends.

    Parameters
    ----------
    scale
        *natural* leaves values as they are, *log* and *square root* need values of 0 or more
        (above 0 for the log), *logit* needs both ends and values between them.
    lowest, highest
        The ends, in the unit of the series: 0 and 100 for a percentage.

    Examples
    --------
    >>> percent = make_ruler("logit", lowest=0, highest=100)
    >>> float(percent.put(50.0)), float(percent.back(0.0))
    (0.0, 50.0)
    >>> make_ruler("natural", lowest=0).hold([-2.0, 3.0]).tolist()
    [0.0, 3.0]
    """
    scale = Scale(scale)
    if scale is Scale.LOG:
        return Ruler(
            put=np.log,
            back=np.exp,
            slope=lambda values: 1 / np.asarray(values),
            lowest=max(lowest, 0.0),
            highest=highest,
        )
    if scale is Scale.SQUARE_ROOT:
        return Ruler(
            put=np.sqrt,
            back=lambda values: np.maximum(values, 0.0) ** 2,
            slope=lambda values: 0.5 / np.sqrt(values),
            lowest=max(lowest, 0.0),
            highest=highest,
        )
    if scale is Scale.LOGIT:
        width = highest - lowest
        return Ruler(
            put=lambda values: np.log(
                (np.asarray(values) - lowest) / (highest - np.asarray(values))
            ),
            back=lambda values: lowest + width / (1 + np.exp(-np.asarray(values))),
            slope=lambda values: (
                width / ((np.asarray(values) - lowest) * (highest - np.asarray(values)))
            ),
            lowest=lowest,
            highest=highest,
        )
    return Ruler(
        put=np.asarray, back=np.asarray, slope=np.ones_like, lowest=lowest, highest=highest
    )

"""If nothing changes, will the target be met?"""

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from obamodel.stats.variation.points import Whole
from obamodel.stats.variation.xmr import Limits


class Assurance(StrEnum):
    """What the natural limits say about a target, as long as nothing changes."""

    NONE = "no target to judge by"
    MISSES = "the target will be missed"
    MAY_OR_MAY_NOT = "the target may or may not be met"
    MEETS = "the target will be met"


ASSURANCES = tuple(Assurance)
"""The order in which :func:`judge_target` numbers them."""


def judge_target(limits: Limits, target: ArrayLike, good: ArrayLike) -> Whole:
    """Judge targets by the natural limits of a batch of series.

    A target beyond the limit on the better side will be missed, one beyond the limit on the worse
    side will be met; between the limits, chance decides from value to value.

    Parameters
    ----------
    limits
        The limits that hold at the end of each series.
    target
        One for all series, or one for each; NaN where there is none.
    good
        Which direction is better, for all or for each: 1 upwards, -1 downwards, 0 neither.

    Returns
    -------
    numpy.ndarray
        For each series the place in :data:`ASSURANCES`.

    Examples
    --------
    >>> from obamodel.stats.variation.xmr import chart_limits
    >>> limits = chart_limits([2.0, 4.0, 3.0, 5.0, 1.0])  # from -2.985 to 8.985
    >>> [str(ASSURANCES[judge_target(limits, target, 1)[0]]) for target in (9, 8, -3)]
    ['the target will be missed', 'the target may or may not be met', 'the target will be met']
    """
    wanted = np.asarray(target, dtype=np.float64)
    better = np.asarray(good)
    with np.errstate(invalid="ignore"):
        beyond = (wanted > limits.upper + limits.slack).astype(np.intp)
        beyond -= wanted < limits.lower - limits.slack
    place = ASSURANCES.index(Assurance.MAY_OR_MAY_NOT) - beyond * np.sign(better).astype(np.intp)
    known = ~np.isnan(wanted) & ~np.isnan(limits.moving_range) & (better != 0)
    return np.where(known, place, ASSURANCES.index(Assurance.NONE))

"""Which verdicts are left when many curves are looked at together?"""

from typing import Any

import numpy as np

from obamodel.stats.forecasting.components import Array
from obamodel.stats.forecasting.quantiles import INNER, OUTER
from obamodel.stats.turning.judging import CODES, Codes
from obamodel.stats.turning.words import Verdict


def adjust_chances(chances: Array, groups: Any) -> Array:
    """Return the step-down p values of Holm (1979), within each group.

    Examples
    --------
    >>> adjust_chances(np.array([0.01, 0.04, 0.03]), np.zeros(3)).round(3).tolist()
    [0.03, 0.06, 0.06]
    """
    _, codes = np.unique(groups, return_inverse=True)
    codes = np.broadcast_to(codes, chances.shape)
    size = np.bincount(codes)
    order = np.lexsort((chances, codes))
    ordered = codes[order]
    starts = np.concatenate([[0], np.cumsum(size)[:-1]])
    rank = np.arange(len(chances)) - starts[ordered]
    stepped = np.minimum((size[ordered] - rank) * chances[order], 1.0)
    # The highest so far, begun anew in each group: p values lie between 0 and 1.
    highest = np.maximum.accumulate(stepped + 2.0 * ordered) - 2.0 * ordered
    adjusted = np.empty_like(highest)
    adjusted[order] = highest
    return np.asarray(adjusted)


def set_aside(verdicts: Codes, chances: Array) -> Array:
    """Return the p values, 1 for a curve that cannot be judged yet.

    It was looked at, but takes nobody's place in the order.
    """
    early = np.isin(verdicts, [CODES[Verdict.TOO_EARLY], CODES[Verdict.TOO_FEW]])
    return np.asarray(np.where(early | np.isnan(chances), 1.0, chances))


def hold_back(verdicts: Codes, adjusted: Array) -> Codes:
    """Return the verdicts that are left with the p values of a family.

    A turn that is no longer one at 5% is held back to signs of it, and signs that are none at 20%
    to no turn shown; so also for the worse.
    """
    held = verdicts.copy()
    for clear, signs in (
        (Verdict.TURNED, Verdict.SIGNS_OF_A_TURN),
        (Verdict.WORSE, Verdict.SIGNS_OF_WORSENING),
    ):
        held[(held == CODES[clear]) & (adjusted > 1 - OUTER)] = CODES[signs]
        held[(held == CODES[signs]) & (adjusted > 1 - INNER)] = CODES[Verdict.NO_TURN_SHOWN]
    return held


def hold_back_families(verdicts: Codes, chances: Array, groups: Any) -> tuple[Codes, Any]:
    """Return the verdicts left in each family, and how many series were looked at in it.

    Parameters
    ----------
    verdicts
        The verdict of each series alone.
    chances
        The p value of each; NaN where nothing can be said yet.
    groups
        The family of each, or one for all.
    """
    codes = np.broadcast_to(np.unique(groups, return_inverse=True)[1], verdicts.shape)
    adjusted = adjust_chances(set_aside(verdicts, chances), groups)
    return hold_back(verdicts, adjusted), np.bincount(codes)[codes]

"""How far off are all the groups together, and how often would chance alone do that?"""

import html
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from obamodel.stats.answers import refuse_truth
from obamodel.stats.intervals.wording import write_figure
from obamodel.stats.presence.chances import Array
from obamodel.stats.presence.enumerating import (
    MOST_OUTCOMES,
    bound_outcomes,
    sum_chances_as_far,
)
from obamodel.stats.presence.lots import Lot, Split
from obamodel.stats.presence.wording import say_one_in

if TYPE_CHECKING:
    import pandas as pd

LEAST_EXPECTED = 5.0
"""With fewer expected in any group the chi-square distribution is not to be relied on."""

DRAWS = 99_999
SEED = 1900
_AT_ONCE = 2_000_000
_TIE = 1e-9

Chance = np.random.Generator | int | None
"""Where chance comes from: a generator, the seed of one, or none for the seed of the house."""


class FitMethod(StrEnum):
    """How the chance of so large a distance was found."""

    CHI_SQUARE = "chi-square distribution"
    EXACT = "exact, every outcome counted out"
    MONTE_CARLO = "Monte Carlo, outcomes drawn by lot"


@frozen(kw_only=True)
class Fit:
    """How far off all groups together are, and how often chance alone would do as much.

    Parameters
    ----------
    statistic
        Pearson's chi-square: the sum of (observed - expected)² / expected.
    freedom
        Its degrees of freedom.
    chance
        How often people drawn by lot would be as far off, or further: the p value.
    method
        How that was found.
    smallest_expected
        The fewest that are expected in any group.
    effect
        Cohen's w, which does not grow with how many people there are.
    draws
        How often outcomes were drawn; none where none were.
    outcomes
        How many outcomes were counted out; none where none were.
    """

    statistic: float
    freedom: int
    chance: float
    method: FitMethod
    smallest_expected: float
    effect: float
    draws: int | None = None
    outcomes: int | None = None

    __bool__ = refuse_truth

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        if self.method is FitMethod.CHI_SQUARE:
            return ()
        few = (
            f"In one group only {write_figure(self.smallest_expected)} are expected, fewer than "
            f"{LEAST_EXPECTED:g}, so the usual chi-square distribution was not used"
        )
        if self.method is FitMethod.EXACT:
            return (f"{few}: all {self.outcomes:,} outcomes there can be were counted out.",)
        return (f"{few}: {self.draws:,} outcomes were drawn by lot.",)

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        return (
            f"{say_statistic(self)[0].upper()}{say_statistic(self)[1:]}: chance alone goes as far "
            f"{say_one_in(self.chance)}. Cohen's w is {self.effect:.2f}."
        )

    def to_frame(self) -> "pd.DataFrame":
        """Return one row.

        Returns
        -------
        pandas.DataFrame
            Columns ``chi_square``, ``degrees_of_freedom``, ``p``, ``method`` (text),
            ``smallest_expected``, ``cohens_w``, ``draws`` and ``outcomes`` (not-a-number where
            there were none).
        """
        import pandas as pd

        row = {
            "chi_square": self.statistic,
            "degrees_of_freedom": self.freedom,
            "p": self.chance,
            "method": str(self.method),
            "smallest_expected": self.smallest_expected,
            "cohens_w": self.effect,
            "draws": np.nan if self.draws is None else float(self.draws),
            "outcomes": np.nan if self.outcomes is None else float(self.outcomes),
        }
        return pd.DataFrame([row])

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def say_statistic(fit: Fit) -> str:
    """Say the distance, and how its chance was found, as an analyst would."""
    degrees = "degree" if fit.freedom == 1 else "degrees"
    statistic = write_figure(round(fit.statistic, 2))
    return f"chi-square {statistic} on {fit.freedom} {degrees} of freedom; {fit.method}"


def measure_fit(counts: Array, shares: Array, *, rng: Chance = None, draws: int = DRAWS) -> Fit:
    """Measure how far counts of people are from what the shares of a population lead to expect.

    Where at least 5 are expected in each group, the chance is that of the chi-square distribution.
    Where fewer are, all outcomes are counted out if there are no more than a million, and drawn by
    lot if there are more; an outcome is as far off as its chi-square.

    Parameters
    ----------
    counts
        How many people are in each group, of shape (groups,).
    shares
        The share of the population that each group is; above 0 and adding up to 1.
    rng
        Where chance comes from, if outcomes are drawn.
    draws
        How many are drawn.

    Notes
    -----
    Pearson, *Philosophical Magazine* series 5, 50 (1900), 157-175; Cohen, *Statistical Power
    Analysis for the Behavioral Sciences* (1988), chapter 7; for the drawing, Hope, *Journal of
    the Royal Statistical Society B* 30 (1968), 582-598.

    Examples
    --------
    Mendel's peas, against 9 : 3 : 3 : 1.

    >>> peas = measure_fit(np.array([315.0, 101, 108, 32]), np.array([9.0, 3, 3, 1]) / 16)
    >>> round(peas.statistic, 6), round(peas.chance, 6)
    (0.470024, 0.925426)
    """
    return _measure(Lot(counts, shares), rng, draws)


def measure_split(counts: Array, others: Array, *, rng: Chance = None, draws: int = DRAWS) -> Fit:
    """Measure how far apart the groups of two bodies of people are.

    As :func:`measure_fit`, with both bodies as large, and all groups as large, as they are.

    Parameters
    ----------
    counts, others
        How many people of each group are in the one and in the other, of shape (groups,); no
        group is empty in both.
    rng
        Where chance comes from, if outcomes are drawn.
    draws
        How many are drawn.

    Notes
    -----
    Pearson (1900); where it is counted out, Freeman and Halton, *Biometrika* 38 (1951), 141-149,
    with outcomes in the order of their chi-square.

    Examples
    --------
    >>> women, men = np.array([762.0, 327, 468]), np.array([484.0, 239, 477])
    >>> round(measure_split(women, men).statistic, 5)
    30.07015
    """
    return _measure(Split(counts, others), rng, draws)


def _measure(lot: Lot | Split, rng: Chance, draws: int) -> Fit:
    everyone = slice(None)
    statistic = float(lot.measure(lot.observed, everyone).sum())
    freedom = len(lot.observed) - 1
    smallest = float(lot.expected.min())
    outcomes = drawn = None
    if smallest >= LEAST_EXPECTED:
        from scipy.special import chdtrc

        method, chance = FitMethod.CHI_SQUARE, float(chdtrc(freedom, statistic))
    elif bound_outcomes(lot.total, lot.most) <= MOST_OUTCOMES:
        method = FitMethod.EXACT
        groups = range(len(lot.observed))
        far = [lot.measure(np.arange(lot.most[group] + 1.0), group) for group in groups]
        weights = [lot.weigh(group) for group in groups]
        chance, outcomes = sum_chances_as_far(lot.total, weights, far, statistic)
    else:
        method, drawn = FitMethod.MONTE_CARLO, draws
        generator = np.random.default_rng(SEED if rng is None else rng)
        as_far, left = 0, draws
        while left:
            now = min(left, max(1, _AT_ONCE // len(lot.observed)))
            far_off = lot.measure(lot.draw(generator, now), everyone).sum(axis=1)
            as_far += int((far_off >= statistic - _TIE * max(1.0, statistic)).sum())
            left -= now
        # What was seen is one of the outcomes (Hope 1968), so that the chance is never none.
        chance = (as_far + 1) / (draws + 1)
    return Fit(
        statistic=statistic,
        freedom=freedom,
        chance=chance,
        method=method,
        smallest_expected=smallest,
        effect=lot.find_effect(statistic),
        draws=drawn,
        outcomes=outcomes,
    )

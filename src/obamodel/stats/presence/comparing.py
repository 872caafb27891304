"""Are two bodies of people made up of the same groups?"""

from collections.abc import Iterator

import numpy as np

from obamodel.domain.breakdowns import Breakdown
from obamodel.stats.intervals import compare_shares
from obamodel.stats.intervals.reading import Reader
from obamodel.stats.presence.chances import Array, find_chances_of_split
from obamodel.stats.presence.composition import Composition, GroupShares
from obamodel.stats.presence.fitting import DRAWS, Chance, measure_split
from obamodel.stats.presence.two_sides import Sides, match_sides, name_comparison
from obamodel.stats.turning.families import adjust_chances


def compare_composition(
    breakdown: Breakdown,
    other: Breakdown,
    *,
    confidence: float = 0.95,
    rng: Chance = None,
    draws: int = DRAWS,
) -> Composition:
    r"""Compare which groups two bodies of people are made up of.

    Both may be samples; neither is taken to be exact. The groups exclude each other, and nobody is
    in both bodies.

    Parameters
    ----------
    breakdown, other
        The two, by the same groups: counts of people, or of things.
    confidence
        How much of what chance does the intervals allow for, between 0 and 1.
    rng
        Where chance comes from, if outcomes must be drawn: a generator or a seed. Without it the
        draw is the same at every run.
    draws
        How many outcomes are drawn.

    Raises
    ------
    InvalidError
        When the two cannot be compared: it names every reason, and each group without its like.

    Notes
    -----
    Pearson's chi-square of the two-way table, without Yates's correction. Of :math:`N` people,
    :math:`n` in the first body and :math:`g` in the group, where :math:`e = n g / N` are expected,
    the adjusted standardised residual is :math:`(o - e) / \sqrt{e (1 - n/N) (1 - g/N)}` (Haberman,
    *Biometrics* 29 (1973), 205-220).

    Examples
    --------
    Party by gender (Agresti, *An Introduction to Categorical Data Analysis* (2007), page 39).

    >>> from obamodel.domain.breakdowns import Overlap, Part, Trait
    >>> from obamodel.domain.quantities import Counted
    >>> def ask(who, *numbers):
    ...     parties = ("Democrat", "Independent", "Republican")
    ...     return Breakdown(
    ...         id=who, name=who, of=who, counted=Counted.PEOPLE, by="party",
    ...         trait=Trait.CHARACTERISTIC, overlap=Overlap.EXCLUSIVE, complete=True,
    ...         parts=[Part(name=name, number=n) for name, n in zip(parties, numbers)],
    ...     )
    >>> answer = compare_composition(ask("women", 762, 327, 468), ask("men", 484, 239, 477))
    >>> round(answer.fit.statistic, 5), [round(group.residual, 5) for group in answer.groups]
    (30.07015, [4.50205, 0.69945, -5.31595])
    """
    reader = Reader(name_comparison(breakdown, other))
    level = reader.confidence(confidence)
    reader.finish()
    sides = match_sides(breakdown, other)
    fit = measure_split(sides.counts, sides.others, rng=rng, draws=draws)
    groups = _make_groups(sides, level)
    off = np.abs(sides.counts / sides.counts.sum() - sides.others / sides.others.sum())
    return Composition(
        breakdown=breakdown,
        other=other,
        groups=groups,
        left_out=sides.left_out,
        base=round(float(sides.counts.sum())),
        other_base=round(float(sides.others.sum())),
        confidence=level,
        looked_at=_count_questions(sides),
        fit=fit,
        dissimilarity=float(off.sum() / 2),
    )


def _count_questions(sides: Sides) -> int:
    return 1 if len(sides.names) == 2 else len(sides.names)


def _make_groups(sides: Sides, confidence: float) -> Iterator[GroupShares]:
    counts, others = sides.counts, sides.others
    total, other_total = float(counts.sum()), float(others.sum())
    sizes = counts + others
    chances = find_chances_of_split(counts, sizes, total)
    adjusted = chances
    if _count_questions(sides) > 1:
        adjusted = adjust_chances(chances, np.zeros(len(chances)))
    residuals = find_residuals_of_split(counts, sizes, total)
    apart = compare_shares(
        counts,
        np.full(len(counts), total),
        others,
        np.full(len(counts), other_total),
        confidence=confidence,
    )
    for at, name in enumerate(sides.names):
        yield GroupShares(
            name=name,
            number=round(float(counts[at])),
            other_number=round(float(others[at])),
            share=float(counts[at] / total),
            other_share=float(others[at] / other_total),
            difference=float(apart.value[at]),
            lower=float(apart.lower[at]),
            upper=float(apart.upper[at]),
            residual=float(residuals[at]),
            chance=float(chances[at]),
            adjusted=float(adjusted[at]),
        )


def find_residuals_of_split(counts: Array, sizes: Array, total: float) -> Array:
    """Find the adjusted standardised residuals of the first of two bodies of people.

    Examples
    --------
    Four women and four men in two teams of four, one of women alone.

    >>> find_residuals_of_split(np.array([4.0, 0.0]), np.array([4.0, 4.0]), 4.0).round(4)
    array([ 2.8284, -2.8284])
    """
    everybody = float(sizes.sum())
    expected = sizes * total / everybody
    spread = np.sqrt(expected * (1 - total / everybody) * (1 - sizes / everybody))
    return np.asarray((counts - expected) / spread)

"""Who is missing among those who came?"""

import numpy as np

from obamodel.domain.breakdowns import Breakdown, Overlap
from obamodel.domain.fields import show
from obamodel.domain.quantities import Quantity
from obamodel.stats.intervals.reading import Reader
from obamodel.stats.presence.answering import count_answers, read_asked
from obamodel.stats.presence.answers import Presence
from obamodel.stats.presence.chances import expect_dissimilarity
from obamodel.stats.presence.fitting import DRAWS, Chance, measure_fit
from obamodel.stats.presence.judging import count_questions, judge_groups
from obamodel.stats.presence.matching import is_tested, match_groups, name_question


def assess_presence(
    breakdown: Breakdown,
    reference: Breakdown,
    *,
    asked: int | Quantity | None = None,
    reference_sampled: bool = False,
    confidence: float = 0.95,
    rng: Chance = None,
    draws: int = DRAWS,
) -> Presence:
    r"""Assess who is missing among those who came, beside a population.

    Each group's share of those who came is held against its share of the population: with its
    interval, as a multiple of that share, and with how often chance alone would bring as few or as
    many. All groups that are looked at are allowed for by Holm's method. A group of the population
    that a complete breakdown does not name is a group of which nobody came. Those who did not say
    are in no share.

    A group that was reached and not counted, or whose number is withheld, is named, and left out
    on both sides: the others' shares are then shares of those who are left. Given how many of a
    group came, whoever they are, the others fall into their groups as they would without it, so
    that what is said of them stands.

    Attendances beside people are described and not tested: one person may have come many times.
    Where one can be in two groups, each group is looked at apart and all together are not tested.

    Parameters
    ----------
    breakdown
        Those who came, answered or are members, by group: counts.
    reference
        The population, by the same groups: counts, or shares that add up to all of it.
    asked
        How many people were asked or invited; a quantity where it is known only about.
    reference_sampled
        Whether the population's numbers come from a sample themselves.
    confidence
        How much of what chance does the intervals allow for, between 0 and 1; a difference is
        shown where chance alone brings it less often than the rest.
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
    Observed :math:`o` of :math:`n` where :math:`e = n p` are expected: the representation index is
    :math:`(o / n) / p`, with the limits of Wilson (1927) over :math:`p`; the adjusted standardised
    residual is :math:`(o - e) / \sqrt{e (1 - p)}` (Haberman, *Biometrics* 29 (1973), 205-220). A
    group's p value is exact, twice the smaller binomial tail; Holm, *Scandinavian Journal of
    Statistics* 6 (1979), 65-70. The dissimilarity is half the sum of the distances between shares
    (Duncan and Duncan, *American Sociological Review* 20 (1955), 210-217).

    Examples
    --------
    60 came; with 20% of the population in the South, 12 of them would be from there.

    >>> from obamodel.domain.breakdowns import Part, Trait
    >>> from obamodel.domain.quantities import Counted
    >>> where = dict(by="where they live", trait=Trait.LARGE_PLACE, overlap=Overlap.EXCLUSIVE)
    >>> came = Breakdown(
    ...     id="came", name="Who came", of="members", counted=Counted.PEOPLE, complete=True,
    ...     parts=[Part(name="North", number=58), Part(name="South", number=2)], **where,
    ... )
    >>> adults = Breakdown(
    ...     id="adults", name="Adults", of="adults in the county", counted=Counted.PEOPLE,
    ...     complete=True, **where,
    ...     parts=[Part(name="North", number=80_000), Part(name="South", number=20_000)],
    ... )
    >>> answer = assess_presence(came, adults)
    >>> south = answer.groups[1]
    >>> south.expected, round(south.index, 3), str(south.standing)
    (12.0, 0.167, 'fewer than its share')
    """
    reader = Reader(name_question(breakdown, reference))
    level = reader.confidence(confidence)
    if type(draws) is not int or draws < 1:
        reader.add("out-of-range", f"found {show(draws)}", "draw 1 or more, such as 9999", "draws")
    reader.finish()
    matched = match_groups(breakdown, reference)
    answered = count_answers(breakdown)
    wanted = read_asked(breakdown, reference, asked, answered)
    tested = is_tested(breakdown)
    exclusive = breakdown.overlap is Overlap.EXCLUSIVE
    groups = judge_groups(matched, tested=tested, exclusive=exclusive, confidence=level)
    fit = by_chance = dissimilarity = None
    if exclusive:
        off = np.abs(matched.counts / matched.base - matched.shares)
        dissimilarity = float(off.sum() / 2)
    if exclusive and tested:
        fit = measure_fit(matched.counts, matched.shares, rng=rng, draws=draws)
        by_chance = expect_dissimilarity(matched.base, matched.shares)
    return Presence(
        breakdown=breakdown,
        reference=reference,
        groups=groups,
        base=matched.base,
        confidence=level,
        looked_at=count_questions(matched, exclusive=exclusive) if tested else None,
        fit=fit,
        dissimilarity=dissimilarity,
        dissimilarity_by_chance=by_chance,
        answered=answered,
        asked=wanted,
        reference_sampled=reference_sampled,
    )

"""What would a rate be if every place had the mix of ages, or other groups, of a standard?"""

import math
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import ArrayLike

from obamodel.stats.answers import say_number
from obamodel.stats.intervals.counts import ONE_BY_ONE
from obamodel.stats.intervals.estimates import Estimates, Measured
from obamodel.stats.intervals.limits import limit_count_by_byar
from obamodel.stats.intervals.reading import Array, Reader, add_up_rows
from obamodel.stats.intervals.reliability import UNRELIABLE_BELOW
from obamodel.stats.intervals.saying import CHANCE_ONLY, UNRELIABLE

EUROPEAN_STANDARD_2013 = (
    *(5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000),
    *(7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000),
)
"""The European Standard Population of 2013 by ages: 0 to 4, 5 to 9, and so on to 90 and over."""

FEWEST_FOR_DIRECT = 10
"""With fewer events no directly standardised rate is given (Morris and others 2018)."""

_TOO_FEW = f"it would rest on fewer than {FEWEST_FOR_DIRECT} events, too few to adjust"
_FOR_COMPARING = (
    "A standardised rate is for comparing places: it is not the rate that anybody lives with."
)


def standardise_directly(
    counts: ArrayLike,
    populations: ArrayLike,
    *,
    standard: ArrayLike = EUROPEAN_STANDARD_2013,
    per: float = 100_000,
    confidence: float = 0.95,
    people_by_events: Mapping[int, ArrayLike] | None = None,
    names: Iterable[str] | None = None,
) -> Estimates:
    r"""Find directly standardised rates and between which limits chance leaves them.

    Parameters
    ----------
    counts
        How many events in each age or other group, of shape (places, groups), or of one place
        (groups,): whole, 0 or more.
    populations
        Among how many people, of the same shape: above 0.
    standard
        How many people each group has in the standard population, of shape (groups,), in the same
        order: 0 or more. The European Standard Population of 2013 by 19 ages if nothing is said.
    per
        What the rate is per.
    confidence
        How much of what chance does the interval allows for, between 0 and 1.
    people_by_events
        Where one person may have had several events: how many people had 1, 2 and so on, each of
        the shape of ``counts``. It makes the intervals wider, as it should.
    names
        A name for each place.

    Returns
    -------
    Estimates
        Of a place with fewer than ten events no rate is given, and the reason is.

    Raises
    ------
    InvalidError
        Naming everything that is wrong.

    Notes
    -----
    With :math:`O = \sum x_i`, the rate is :math:`\sum w_i x_i / n_i \,/\, \sum w_i`, its variance
    :math:`\sum w_i^2 x_i / n_i^2 \,/\, (\sum w_i)^2`, and its limits
    :math:`r + \sqrt{\mathrm{var} / O}\,(O_\mathrm{limit} - O)` with Byar's limits of :math:`O`
    (Dobson, Kuulasmaa, Eberle and Scherer, *Statistics in Medicine* 10 (1991), 457-462); never
    below nought. People with several events: the sum of :math:`f^2 \mathrm{var}_f` over those
    with :math:`f` events. Not below ten events: Morris, Tan, Fryers and Bestwick, *Population
    Health Metrics* 16 (2018).

    Examples
    --------
    >>> answer = standardise_directly([10, 30], [1000, 1000], standard=[500, 500], per=1000)
    >>> answer.value  # (0.5 x 10 / 1000 + 0.5 x 30 / 1000) x 1000
    array([20.])
    """
    reader = Reader("a directly standardised rate", names)
    counted, among = reader.table(counts, "counts"), reader.table(populations, "populations")
    weights = reader.row(standard, "standard")
    reader.same_length(counts=counted, populations=among)
    reader.whole(counted, "counts", "events")
    mend = "a rate needs somebody it can happen to: give more than 0, or join groups together"
    reader.amounts(among, "populations", above_nought=True, mend=mend)
    _check_weights(reader, weights, counted)
    people = _read_people(reader, people_by_events, counted)
    unit = reader.number(per, "per", "write what the rate is per, such as 100000")
    level = reader.confidence(confidence)
    reader.finish()

    share = weights / math.fsum(weights)
    each = share / among
    events = add_up_rows(counted)
    value = add_up_rows(counted * each)
    variance = add_up_rows(counted * each * each)
    if people:
        variance = np.sum(
            [often**2 * add_up_rows(had * each * each) for often, had in people], axis=0
        )
    lower, upper = limit_count_by_byar(events, level)
    step = np.sqrt(variance / np.maximum(events, 1))
    few = events < FEWEST_FOR_DIRECT
    method = "Dobson's interval, with Byar's for the events (Dobson and others 1991)"
    if people:
        method += ", widened for people with several events"
    marked = (UNRELIABLE,) if ((events < UNRELIABLE_BELOW) & ~few).any() else ()
    return Estimates(
        kind=Measured.DIRECT_RATE,
        value=np.where(few, np.nan, value * unit),
        # Rare events in a group that weighs much would lead below nought, where no rate is.
        lower=np.where(few, np.nan, np.maximum(value + step * (lower - events), 0.0) * unit),
        upper=np.where(few, np.nan, (value + step * (upper - events)) * unit),
        confidence=level,
        events=events,
        bases=add_up_rows(among),
        per=unit,
        method=method,
        methods=tuple("" if one else "Dobson" for one in few),
        unreliable=events < UNRELIABLE_BELOW,
        reasons=tuple(_TOO_FEW if one else "" for one in few),
        caveats=(CHANCE_ONLY, *(() if people else (ONE_BY_ONE,)), _FOR_COMPARING, *marked),
        names=reader.names,
        standard=share,
    )


def _check_weights(reader: Reader, weights: Array, counted: Array) -> None:
    mend = "a standard population has 0 or more people in each group"
    reader.amounts(weights, "standard", above_nought=False, mend=mend, named=False)
    if weights.size and not weights.any():
        mend = "give how many people each group has"
        reader.add("zero", "nobody is in any group", mend, "standard")
    if weights.size and counted.size and len(weights) != counted.shape[1]:
        found = f"{say_number(len(weights), 'group')}, and the counts have {counted.shape[1]}"
        mend = "give the standard population in the same groups, in the same order"
        reader.add("other-length", found, mend, "standard")


def _read_people(
    reader: Reader, given: Mapping[int, ArrayLike] | None, counted: Array
) -> list[tuple[int, Array]]:
    if given is None:
        return []
    people, before = [], len(reader.faults)
    for often, had in given.items():
        argument = f"people_by_events[{often!r}]"
        each_had = reader.integer(often, argument, at_least=1)
        read = reader.table(had, argument)
        reader.whole(read, argument, "people")
        reader.same_length(**{"counts": counted, argument: read})
        people.append((each_had, read))
    if len(reader.faults) == before:
        total = sum((often * had for often, had in people), np.zeros(counted.shape))
        for index in np.argwhere(total != counted):
            found = f"{total[tuple(index)]:g} events, and the counts have {counted[tuple(index)]:g}"
            place = reader.at("people_by_events", *(int(at) for at in index))
            mend = "give all people with events, by how many they had"
            reader.add("total-mismatch", found, mend, *place)
    return people

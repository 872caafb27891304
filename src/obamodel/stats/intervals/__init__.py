"""Between which limits does chance leave a number: shares, counts, rates, averages, differences?

Every question takes arrays, one number being a batch of one, and gives a frozen answer with
``value``, ``lower`` and ``upper`` as arrays, ``method``, ``caveats``, ``sentence`` and
``to_frame()``. What is wrong with what is given is refused by name and place, all at once.

- ``find_share_interval(numerators, denominators)``: Wilson, or exact
- ``find_count_interval(counts)``: exact below ten events, Byar from ten
- ``find_rate_interval(counts, denominators, per=)``: the same, over people
- ``find_mean_interval(values)``: Student's t
- ``find_mean_interval_from_summary(numbers, means, deviations)``: from what was published
- ``standardise_directly(counts, populations, standard=, per=)``: Dobson
- ``standardise_indirectly(counts, populations, reference_counts=, reference_populations=)``:
  exact or Byar, a ratio or (with ``per=``) a rate
- ``compare_shares(first_numerators, first_denominators, second_numerators,
  second_denominators)``: Newcombe's difference, and the ratio
- ``compare_rates(first_counts, first_denominators, second_counts, second_denominators, per=)``:
  the difference, and the exact ratio
- ``compare_means(first_values, second_values)``: Welch
- ``compare_estimates(first, second)``: any two answers of one kind, item by item
- ``find_slope_index(values, populations, standard_errors=)``: slope and relative index of
  inequality
- ``find_quantile_groups(values, number)``: fifths, tenths and the like
- ``mark_unreliable(events)``: fewer than 20 events

All take ``confidence=`` (0.95) where there is an interval, and ``names=``, by which a place is
told. Whether a number may be shown is for the rules of disclosure, and not asked here.
"""

from obamodel.stats.intervals.comparing import compare_means, compare_rates, compare_shares
from obamodel.stats.intervals.comparing_estimates import compare_estimates
from obamodel.stats.intervals.comparisons import Comparisons, Standing
from obamodel.stats.intervals.counts import CountMethod, find_count_interval, find_rate_interval
from obamodel.stats.intervals.direct import EUROPEAN_STANDARD_2013, standardise_directly
from obamodel.stats.intervals.estimates import Estimates, Measured
from obamodel.stats.intervals.indirect import standardise_indirectly
from obamodel.stats.intervals.inequality import find_slope_index
from obamodel.stats.intervals.means import find_mean_interval, find_mean_interval_from_summary
from obamodel.stats.intervals.quantiles import QuantileGroups, find_quantile_groups
from obamodel.stats.intervals.reliability import (
    UNRELIABLE_BELOW,
    UNRELIABLE_MARK,
    mark_unreliable,
)
from obamodel.stats.intervals.shares import ShareMethod, find_share_interval
from obamodel.stats.intervals.slopes import Scale, SlopeIndices

__all__ = [
    "EUROPEAN_STANDARD_2013",
    "UNRELIABLE_BELOW",
    "UNRELIABLE_MARK",
    "Comparisons",
    "CountMethod",
    "Estimates",
    "Measured",
    "QuantileGroups",
    "Scale",
    "ShareMethod",
    "SlopeIndices",
    "Standing",
    "compare_estimates",
    "compare_means",
    "compare_rates",
    "compare_shares",
    "find_count_interval",
    "find_mean_interval",
    "find_mean_interval_from_summary",
    "find_quantile_groups",
    "find_rate_interval",
    "find_share_interval",
    "find_slope_index",
    "mark_unreliable",
    "standardise_directly",
    "standardise_indirectly",
]

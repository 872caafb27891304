"""What may parts and wholes be asked, and who is not yet getting the same?

=============================================  ==============================================
question                                       answer
=============================================  ==============================================
``reconcile_breakdown(breakdown, series=)``    every way in which parts and whole do not fit
``reconcile_breakdowns(breakdowns, series=)``  the same for several breakdowns of one whole
``combine_parts(breakdown, names)``            what parts come to together, by the kind of number
``pool_parts(breakdown, pools)``               the breakdown with some parts taken together
``pool_years(series, years, rolling=)``        the series with several years taken together
``sum_year_to_date(series, calendar)``         the series summed since each year began
``sum_moving(series, periods)``                the series summed over the last periods
``compare_groups(breakdown, polarity=, ...)``  who is not yet getting the same
``freeze_groups(groups, until=, ...)``         a baseline for each group
``assess_groups(name, groups, uncounted=)``    for which groups the curve has turned
=============================================  ==============================================

Counts add; shares, rates and means are worked out again from what they were made of; scores,
medians and places in an order are not combined; and percentages are never averaged.
"""

from obamodel.stats.groups.assessing import assess_groups, freeze_groups
from obamodel.stats.groups.combined import CombinedParts
from obamodel.stats.groups.combining import combine_parts
from obamodel.stats.groups.comparing import compare_groups
from obamodel.stats.groups.curves import GroupCurves
from obamodel.stats.groups.gaps import GapVerdict, GroupGap, GroupGaps
from obamodel.stats.groups.mismatches import Mismatch, MismatchKind, Reconciliation
from obamodel.stats.groups.pooling import pool_parts, pool_years
from obamodel.stats.groups.reconciling import reconcile_breakdown, reconcile_breakdowns
from obamodel.stats.groups.running import sum_moving, sum_year_to_date

__all__ = [
    "CombinedParts",
    "GapVerdict",
    "GroupCurves",
    "GroupGap",
    "GroupGaps",
    "Mismatch",
    "MismatchKind",
    "Reconciliation",
    "assess_groups",
    "combine_parts",
    "compare_groups",
    "freeze_groups",
    "pool_parts",
    "pool_years",
    "reconcile_breakdown",
    "reconcile_breakdowns",
    "sum_moving",
    "sum_year_to_date",
]

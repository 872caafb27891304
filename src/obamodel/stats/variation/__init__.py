"""Is a value out of the ordinary? Control charts, run charts and settled levels.

All of it is supporting evidence beside a verdict, never the verdict itself.
"""

from obamodel.stats.variation.assurance import ASSURANCES, Assurance, judge_target
from obamodel.stats.variation.charting import chart_variation
from obamodel.stats.variation.control_chart import ChartedLevel, ChartedPoint, ControlChart
from obamodel.stats.variation.evidence import (
    Evidence,
    EvidenceKind,
    gather_evidence,
    support_from_run_chart,
)
from obamodel.stats.variation.points import Points, stand_points
from obamodel.stats.variation.rules import Rule, find_signals
from obamodel.stats.variation.run_chart import Pattern, RunChart, RunPoint, chart_run
from obamodel.stats.variation.runs import Runs, count_runs
from obamodel.stats.variation.settling import (
    SettledLevel,
    ShiftEntry,
    StableShifts,
    find_stable_shifts,
)
from obamodel.stats.variation.stable_shift import Found, ShiftRules, Shifts, find_shifts
from obamodel.stats.variation.words import Change
from obamodel.stats.variation.xmr import LIMIT_WIDTH, Limits, chart_limits

__all__ = [
    "ASSURANCES",
    "LIMIT_WIDTH",
    "Assurance",
    "Change",
    "ChartedLevel",
    "ChartedPoint",
    "ControlChart",
    "Evidence",
    "EvidenceKind",
    "Found",
    "Limits",
    "Pattern",
    "Points",
    "Rule",
    "RunChart",
    "RunPoint",
    "Runs",
    "SettledLevel",
    "ShiftEntry",
    "ShiftRules",
    "Shifts",
    "StableShifts",
    "chart_limits",
    "chart_run",
    "chart_variation",
    "count_runs",
    "find_shifts",
    "find_signals",
    "find_stable_shifts",
    "gather_evidence",
    "judge_target",
    "stand_points",
    "support_from_run_chart",
]

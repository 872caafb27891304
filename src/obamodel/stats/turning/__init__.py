"""Has the curve turned?"""

from obamodel.stats.turning.assessing import assess_curve, assess_family
from obamodel.stats.turning.curves import (
    Comparison,
    CurveAnswer,
    Departure,
    FamilyPlace,
    JudgedPoint,
)
from obamodel.stats.turning.evaluations import assess_evaluation
from obamodel.stats.turning.judging import rank_verdict
from obamodel.stats.turning.words import AfterEnd, Verdict

__all__ = [
    "AfterEnd",
    "Comparison",
    "CurveAnswer",
    "Departure",
    "FamilyPlace",
    "JudgedPoint",
    "Verdict",
    "assess_curve",
    "assess_evaluation",
    "assess_family",
    "rank_verdict",
]

"""Did the line through a series step or bend where an initiative began?

Interrupted time series (segmented regression), for those who want it: a description, never the
library's verdict. It needs statsmodels: ``pip install "obamodel[its]"``.
"""

from obamodel.stats.its.estimates import Estimate, WaldTest
from obamodel.stats.its.fitting import fit_interrupted
from obamodel.stats.its.lines import FitMethod, FittedPoint, InterruptedSeries, Part

__all__ = [
    "Estimate",
    "FitMethod",
    "FittedPoint",
    "InterruptedSeries",
    "Part",
    "WaldTest",
    "fit_interrupted",
]

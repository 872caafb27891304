"""Who is missing? Those who came, held against a population, or two bodies of people."""

from obamodel.stats.presence.answers import GroupPresence, Presence, PresenceStanding
from obamodel.stats.presence.assessing import assess_presence
from obamodel.stats.presence.comparing import compare_composition
from obamodel.stats.presence.composition import Composition, GroupShares
from obamodel.stats.presence.fitting import Fit, FitMethod, measure_fit, measure_split

__all__ = [
    "Composition",
    "Fit",
    "FitMethod",
    "GroupPresence",
    "GroupShares",
    "Presence",
    "PresenceStanding",
    "assess_presence",
    "compare_composition",
    "measure_fit",
    "measure_split",
]

"""Many indicators, measures or areas side by side: where each stands against its baseline."""

from obamodel.report.scorecard.bands import Band
from obamodel.report.scorecard.document import write_scorecard
from obamodel.report.scorecard.freshness import Freshness, find_freshness
from obamodel.report.scorecard.interactive import print_interactive
from obamodel.report.scorecard.making import make_area_scorecard, make_scorecard
from obamodel.report.scorecard.rows import Scorecard, ScorecardPart, ScorecardRow

__all__ = [
    "Band",
    "Freshness",
    "Scorecard",
    "ScorecardPart",
    "ScorecardRow",
    "find_freshness",
    "make_area_scorecard",
    "make_scorecard",
    "print_interactive",
    "write_scorecard",
]

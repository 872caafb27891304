"""Clear Impact Scorecard's table of values: six columns, one row for each value."""

from obamodel.files.scorecard.columns import MeasureType
from obamodel.files.scorecard.reading import read_scorecard
from obamodel.files.scorecard.writing import write_scorecard

__all__ = ["MeasureType", "read_scorecard", "write_scorecard"]

"""What stands in the columns of a Scorecard table.

They are those of the vendor's help page on importing data, in their order.
"""

from enum import StrEnum

COLUMNS = (
    *("id", "measure_type", "actual_value_date"),
    *("target_value", "actual_value", "comment"),
)
MOST_DECIMALS = 6
LONGEST_COMMENT = 255


class MeasureType(StrEnum):
    """What a row is about: a whole population, or the people a service serves."""

    INDICATOR = "i"
    PERFORMANCE_MEASURE = "p"

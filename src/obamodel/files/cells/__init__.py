"""What do the cells of a table say: numbers, names and periods as people write them?"""

from obamodel.files.cells.cell import Cell, NoNumber, Reading, ShownInPercent, Written
from obamodel.files.cells.columns import Read, read_columns
from obamodel.files.cells.dates import read_dates
from obamodel.files.cells.keys import are_usual, find_lost_zeros, read_key
from obamodel.files.cells.marks import read_flags
from obamodel.files.cells.percent import decide_per
from obamodel.files.cells.seen import COMMA, POINT, Choices, Column, Place

__all__ = [
    "COMMA",
    "POINT",
    "Cell",
    "Choices",
    "Column",
    "NoNumber",
    "Place",
    "Read",
    "Reading",
    "ShownInPercent",
    "Written",
    "are_usual",
    "decide_per",
    "find_lost_zeros",
    "read_columns",
    "read_dates",
    "read_flags",
    "read_key",
]

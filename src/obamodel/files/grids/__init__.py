"""How does a file, whatever its form, become a grid of cells?"""

from obamodel.files.grids.delimiters import DELIMITERS
from obamodel.files.grids.encoding import ENCODINGS
from obamodel.files.grids.grid import Grid, find_column, tidy
from obamodel.files.grids.opening import Frame, open_grid
from obamodel.files.grids.text_grid import TextGrid

__all__ = [
    "DELIMITERS",
    "ENCODINGS",
    "Frame",
    "Grid",
    "TextGrid",
    "find_column",
    "open_grid",
    "tidy",
]

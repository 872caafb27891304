"""Answers drawn: pictures of one object or answer each.

Each picture is called to draw on axes, and has ``alt_text`` and ``svg`` for pages. matplotlib is
loaded when something is drawn, not before.
"""

from obamodel.plots.counts import counts
from obamodel.plots.coverage import coverage
from obamodel.plots.cycle import cycle
from obamodel.plots.lost import lost
from obamodel.plots.network import Network, network
from obamodel.plots.picture import Picture
from obamodel.plots.quadrants import quadrants
from obamodel.plots.schematic import schematic

__all__ = [
    "Network",
    "Picture",
    "counts",
    "coverage",
    "cycle",
    "lost",
    "network",
    "quadrants",
    "schematic",
]

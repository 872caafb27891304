"""Answers drawn: pictures of one object or answer each.

Each picture is called to draw on axes, and has ``alt_text`` and ``svg`` for pages. matplotlib is
loaded when something is drawn, not before.
"""

from obamodel.plots.control_chart import control_chart
from obamodel.plots.counts import counts
from obamodel.plots.coverage import coverage
from obamodel.plots.curve import curve
from obamodel.plots.cycle import cycle
from obamodel.plots.direction import direction
from obamodel.plots.lost import lost
from obamodel.plots.network import Network, network
from obamodel.plots.people import people
from obamodel.plots.picture import Picture
from obamodel.plots.presence import presence
from obamodel.plots.quadrants import quadrants
from obamodel.plots.recruiting import Recruitment, Target
from obamodel.plots.recruitment import recruitment
from obamodel.plots.run_chart import run_chart
from obamodel.plots.schematic import schematic
from obamodel.plots.series import series
from obamodel.plots.small_multiples import CurvePanel, small_multiples

__all__ = [
    "CurvePanel",
    "Network",
    "Picture",
    "Recruitment",
    "Target",
    "control_chart",
    "counts",
    "coverage",
    "curve",
    "cycle",
    "direction",
    "lost",
    "network",
    "people",
    "presence",
    "quadrants",
    "recruitment",
    "run_chart",
    "schematic",
    "series",
    "small_multiples",
]

"""Tables from Fingertips, the public health profiles of England, in each of their layouts."""

from obamodel.files.fingertips.panel import read_fingertips_panel
from obamodel.files.fingertips.reading import read_fingertips

__all__ = ["read_fingertips", "read_fingertips_panel"]

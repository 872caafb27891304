"""How do the tables that people have become series, or a long frame of very many of them?"""

from obamodel.files.tables.asking import Layout
from obamodel.files.tables.panel import read_panel
from obamodel.files.tables.series import read_series

__all__ = ["Layout", "read_panel", "read_series"]

"""What can be said of very many series at once?"""

from obamodel.stats.panels.assessing import assess_panel

__all__ = ["assess_panel"]

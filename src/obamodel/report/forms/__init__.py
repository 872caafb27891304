"""Papers for a meeting: a form for looking back, a sheet for one curve, two rounds compared."""

from obamodel.report.forms.cycle_comparison import write_cycle_comparison
from obamodel.report.forms.reflection_form import write_reflection_form
from obamodel.report.forms.turn_sheet import write_turn_sheet

__all__ = ["write_cycle_comparison", "write_reflection_form", "write_turn_sheet"]

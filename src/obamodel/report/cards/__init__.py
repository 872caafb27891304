"""The two report cards, one page each: one for an outcome, one for a service; never both in one."""

from obamodel.report.cards.performance_card import write_performance_card
from obamodel.report.cards.population_card import write_population_card

__all__ = ["write_performance_card", "write_population_card"]

"""Which few measures come first, and which data are wanted first?"""

from obamodel.stats.priorities.agenda import Accountability, DataAgenda, make_data_agenda
from obamodel.stats.priorities.candidates import Candidate
from obamodel.stats.priorities.choices import list_choices_in_turn
from obamodel.stats.priorities.choosing import choose_by_forced_choice
from obamodel.stats.priorities.forced_choice import ChosenPlace, Decided, ForcedChoice
from obamodel.stats.priorities.indicators import IndicatorPriorities, rank_indicators
from obamodel.stats.priorities.listing import Listing, Placed
from obamodel.stats.priorities.measures import MeasurePriorities, rank_measures
from obamodel.stats.priorities.ranking import Ranking

__all__ = [
    "Accountability",
    "Candidate",
    "ChosenPlace",
    "DataAgenda",
    "Decided",
    "ForcedChoice",
    "IndicatorPriorities",
    "Listing",
    "MeasurePriorities",
    "Placed",
    "Ranking",
    "choose_by_forced_choice",
    "list_choices_in_turn",
    "make_data_agenda",
    "rank_indicators",
    "rank_measures",
]

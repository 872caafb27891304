"""What a reader gets: reports, cards, scorecards, plain words and forms, in four kinds of file."""

from obamodel.report.cards import write_performance_card as performance_card
from obamodel.report.cards import write_population_card as population_card
from obamodel.report.document import Document
from obamodel.report.evaluation import write_evaluation as evaluation
from obamodel.report.forms import write_cycle_comparison as cycle_comparison
from obamodel.report.forms import write_reflection_form as reflection_form
from obamodel.report.forms import write_turn_sheet as turn_sheet
from obamodel.report.plain import find_long_sentences
from obamodel.report.plain import write_plain as plain
from obamodel.report.saving import check_ending, print_document, save
from obamodel.report.scorecard import (
    Band,
    make_area_scorecard,
    make_scorecard,
    print_interactive,
)
from obamodel.report.scorecard import write_scorecard as scorecard

__all__ = [
    "Band",
    "Document",
    "check_ending",
    "cycle_comparison",
    "evaluation",
    "find_long_sentences",
    "make_area_scorecard",
    "make_scorecard",
    "performance_card",
    "plain",
    "population_card",
    "print_document",
    "print_interactive",
    "reflection_form",
    "save",
    "scorecard",
    "turn_sheet",
]

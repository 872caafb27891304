"""What a reader gets: an evaluation report, as a web page or as plain text."""

from obamodel.report.document import Document
from obamodel.report.evaluation import write_evaluation as evaluation
from obamodel.report.saving import check_ending, print_document, save

__all__ = ["Document", "check_ending", "evaluation", "print_document", "save"]

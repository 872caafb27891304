"""What a reader gets: an evaluation report, as a web page or as plain text."""

from obamodel.report.document import Document
from obamodel.report.evaluation import write_evaluation as evaluation
from obamodel.report.plain import find_long_sentences
from obamodel.report.plain import write_plain as plain
from obamodel.report.saving import check_ending, print_document, save

__all__ = [
    "Document",
    "check_ending",
    "evaluation",
    "find_long_sentences",
    "plain",
    "print_document",
    "save",
]

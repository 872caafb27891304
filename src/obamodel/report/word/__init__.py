"""A document for Word."""

from obamodel.report.word.printing import print_word

__all__ = ["print_word"]

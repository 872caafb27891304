"""The plain-words edition: short sentences, one idea each, with pictures."""

from obamodel.report.plain.edition import write_plain
from obamodel.report.plain.reading import find_long_sentences, find_mark, list_sentences

__all__ = ["find_long_sentences", "find_mark", "list_sentences", "write_plain"]

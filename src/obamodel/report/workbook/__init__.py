"""The published numbers of a document as a workbook: one table a sheet, and a sheet of notes."""

from obamodel.report.workbook.printing import print_workbook

__all__ = ["print_workbook"]

"""Forms that people have filled in: what is written where, and what becomes of it."""

from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.files.filled_forms.reading import parse_filled_form, read_filled_form

__all__ = ["FilledForm", "parse_filled_form", "read_filled_form"]

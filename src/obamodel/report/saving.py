"""A report on disk: whole, or not at all."""

from collections.abc import Callable
from pathlib import Path

from obamodel.errors import Fault, InvalidError
from obamodel.files.writing import write_files
from obamodel.report.document import Document
from obamodel.report.html import print_html
from obamodel.report.markdown import print_markdown

PRINTERS: dict[str, Callable[[Document], str]] = {
    ".html": print_html,
    ".md": print_markdown,
}


def check_ending(ending: str) -> None:
    """Refuse an ending there is no printer for, before any work is done.

    Raises
    ------
    InvalidError
        When there is no printer for the ending; it lists those there are.
    """
    if ending.lower() not in PRINTERS:
        fault = Fault(
            "unknown-ending",
            f'there is no printer for "{ending}"' if ending else "the file's name has no ending",
            "end the name in " + " or ".join(PRINTERS),
        )
        raise InvalidError("the report", [fault])


def print_document(document: Document, ending: str) -> str:
    """Print a report in the form that a file's ending names, ``".html"`` or ``".md"``.

    Raises
    ------
    InvalidError
        When there is no printer for the ending.
    """
    check_ending(ending)
    return PRINTERS[ending.lower()](document)


def save(document: Document, path: str | Path) -> None:
    """Save a report; the ending of the file's name chooses the form.

    The file is written whole or not at all: an earlier one stays until the new one is complete.

    Raises
    ------
    InvalidError
        When the ending is not one that can be printed, or the file cannot be written.
    """
    target = Path(path)
    printed = print_document(document, target.suffix)
    write_files(target.parent, {target.name: printed.encode("utf-8")})

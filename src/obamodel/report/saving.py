"""A report on disk: whole, or not at all."""

from collections.abc import Callable
from pathlib import Path

from obamodel.errors import Fault, InvalidError
from obamodel.files.writing import write_files
from obamodel.report.document import Document
from obamodel.report.html import print_html
from obamodel.report.markdown import print_markdown


# What prints for an office is opened only when it is asked for: it takes its time.
def _print_word(document: Document) -> bytes:
    from obamodel.report.word import print_word

    return print_word(document)


def _print_workbook(document: Document) -> bytes:
    from obamodel.report.workbook import print_workbook

    return print_workbook(document)


PRINTERS: dict[str, Callable[[Document], str | bytes]] = {
    ".html": print_html,
    ".docx": _print_word,
    ".xlsx": _print_workbook,
    ".md": print_markdown,
}


def check_ending(ending: str) -> None:
    """Refuse an ending there is no printer for, before any work is done.

    Raises
    ------
    InvalidError
        When there is no printer for the ending; it lists those there are.
    """
    if ending.lower() in PRINTERS:
        return
    *others, last = PRINTERS
    mend = f"end the name in {', '.join(others)} or {last}"
    if ending.lower() == ".pdf":
        mend = "end the name in .html, open it in a browser and print it to a PDF file"
    found = f'there is no printer for "{ending}"' if ending else "the file's name has no ending"
    raise InvalidError("the report", [Fault("unknown-ending", found, mend)])


def print_document(document: Document, ending: str) -> str | bytes:
    """Print a report in the form that a file's ending names.

    Parameters
    ----------
    document
        The report.
    ending
        ``".html"``, a web page; ``".docx"``, for Word; ``".xlsx"``, a workbook of its tables; or
        ``".md"``, plain text.

    Returns
    -------
    str or bytes
        Text for a page or plain text, bytes for an office.

    Raises
    ------
    InvalidError
        When there is no printer for the ending.
    """
    check_ending(ending)
    return PRINTERS[ending.lower()](document)


def save(document: Document, path: str | Path, *, template: str | Path | None = None) -> None:
    """Save a report; the ending of the file's name chooses the form.

    The file is written whole or not at all: an earlier one stays until the new one is complete.

    Parameters
    ----------
    document
        The report.
    path
        Where to, ending in .html, .docx, .xlsx or .md.
    template
        For Word: a document of your house, the styles of which are used.

    Raises
    ------
    InvalidError
        When the ending is not one that can be printed, the template cannot be used, or the file
        cannot be written.
    """
    target = Path(path)
    check_ending(target.suffix)
    if template is not None:
        printed: str | bytes = _print_word_in_style(document, target, Path(template))
    else:
        printed = print_document(document, target.suffix)
    content = printed.encode("utf-8") if isinstance(printed, str) else printed
    write_files(target.parent, {target.name: content})


def _print_word_in_style(document: Document, target: Path, template: Path) -> bytes:
    from obamodel.report.word import print_word

    if target.suffix.lower() != ".docx":
        found, mend = "a template is given, and the name does not end in .docx", "leave it out"
        raise InvalidError("the report", [Fault("template-without-word", found, mend)])
    return print_word(document, template=template)

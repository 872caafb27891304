"""An evaluation read from a workbook."""

from collections.abc import Iterator

import attrs

from obamodel.errors import Fault
from obamodel.files.document import DocumentReading, read_document
from obamodel.files.homes import SCHEMA_KEY, SCHEMA_VERSION
from obamodel.files.workbook.gathering import Gathering
from obamodel.files.workbook.opening import Book, open_book
from obamodel.files.workbook.places import Places, arrange
from obamodel.files.workbook.plan import plan_main


def read_workbook(content: bytes, name: str) -> DocumentReading:
    """Read an evaluation from the bytes of a workbook, or find everything that is wrong with it.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        Its name, for the messages.

    Returns
    -------
    DocumentReading
        The evaluation, or the faults: each with its sheet, row and column.

    Raises
    ------
    InvalidError
        When it is no workbook at all, is damaged, too large, or holds a program.

    Examples
    --------
    >>> from obamodel.domain.evaluation import Evaluation
    >>> from obamodel.files.workbook.writing import write_workbook
    >>> small = Evaluation(id="small", title="A small one")
    >>> read_workbook(write_workbook(small), "small.xlsx").evaluation == small
    True
    """
    return read_book(open_book(content, name), name)


def read_book(book: Book, name: str) -> DocumentReading:
    """Read an evaluation from the sheets of a workbook."""
    gathering = Gathering(Places(name))
    gathering.gather(book.pages)
    reading = read_document(gathering.document, gathering.unread)
    if any(fault.code == "newer-schema" for fault in reading.faults):
        placed = [gathering.places.place(fault) for fault in reading.faults]
        return DocumentReading(None, arrange(placed))
    told = [*gathering.told, *_place(reading.faults, gathering)]
    return DocumentReading(None if told else reading.evaluation, arrange(told))


def _place(faults: tuple[Fault, ...], gathering: Gathering) -> Iterator[Fault]:
    for fault in faults:
        if gathering.is_told(fault):
            continue
        if fault.path == (SCHEMA_KEY,):
            heading = plan_main()[0].heading
            fault = attrs.evolve(fault, mend=f'write {SCHEMA_VERSION} beside "{heading}"')
        yield gathering.places.place(fault)

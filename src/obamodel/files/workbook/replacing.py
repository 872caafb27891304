"""May a workbook that is there be written over?"""

from pathlib import Path

from obamodel.domain.evaluation import Evaluation
from obamodel.errors import Fault, InvalidError
from obamodel.files.document import write_document
from obamodel.files.workbook.opening import open_book
from obamodel.files.workbook.reading import read_book


def may_stay(before: bytes, evaluation: Evaluation, place: Path) -> bool:
    """Say whether a workbook says all of an evaluation already, and need not be written.

    Parameters
    ----------
    before
        What is in the file now.
    evaluation
        What it is to hold.
    place
        Where it is.

    Raises
    ------
    InvalidError
        When it says something else, and writing it anew would lose what nobody could bring back:
        it is not an evaluation, or there are notes, pictures or charts in it.
    """
    what = f"{place}: what is there now cannot be read, so nothing was written"
    try:
        book = open_book(before, place.name)
    except InvalidError as error:
        raise InvalidError(what, error.faults) from None
    reading = read_book(book, place.name)
    if reading.evaluation is None:
        raise InvalidError(what, reading.faults)
    # Two evaluations can be equal and be written in other words, such as 2014/15 and FYE Mar 2015.
    if write_document(reading.evaluation) == write_document(evaluation):
        return True
    if book.beside:
        found = "somebody put notes, pictures or charts into it, and they would be lost"
        mend = 'write notes into the columns called "Note", or save under another name'
        fault = Fault("cannot-save", found, mend, file=place.name)
        raise InvalidError(f"{place}: nothing was written", [fault])
    return False

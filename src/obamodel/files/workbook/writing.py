"""An evaluation written as a workbook."""

import attrs

from obamodel.domain.evaluation import Evaluation
from obamodel.errors import InvalidError
from obamodel.files.document import write_document
from obamodel.files.workbook.drawing import draw
from obamodel.files.workbook.laying_out import lay_out


def write_workbook(evaluation: Evaluation, name: str = "workbook") -> bytes:
    """Write an evaluation as a workbook; the same evaluation always gives the same bytes.

    Parameters
    ----------
    evaluation
        What to write.
    name
        What the file is to be called, for the messages.

    Returns
    -------
    bytes
        The bytes of an .xlsx file: a sheet for each kind of thing, every text as text, nothing
        hidden, and no word about who wrote it when.

    Raises
    ------
    InvalidError
        When a text is too long for a cell, or a list for a sheet: every one of them is named.

    Examples
    --------
    >>> write_workbook(Evaluation(id="small", title="A small one"))[:2]
    b'PK'
    """
    layout, faults = lay_out(write_document(evaluation))
    if faults:
        raise InvalidError(name, [attrs.evolve(fault, file=name) for fault in faults])
    return draw(layout)

"""Opening and keeping an evaluation, as a folder, as one file or as one workbook."""

import os
from pathlib import Path

import attrs

from obamodel.domain.evaluation import Evaluation
from obamodel.errors import Fault, InvalidError
from obamodel.files.document import (
    DocumentReading,
    check_frozen,
    check_kept,
    read_document,
    write_document,
)
from obamodel.files.folder import read_folder, write_folder
from obamodel.files.placing import arrange_faults
from obamodel.files.question_sets import check_cycles
from obamodel.files.reading import decode, is_folder, read_file, refuse_path
from obamodel.files.single_file import find_lines, read_json, write_json
from obamodel.files.vocabularies import check_vocabulary
from obamodel.files.writing import finish_saves, hold_folder

ENDING = ".json"
WORKBOOK_ENDING = ".xlsx"
_ENDINGS = (ENDING, WORKBOOK_ENDING)


def load(path: str | os.PathLike[str]) -> Evaluation:
    """Load an evaluation from its folder, or from one .json file or .xlsx workbook.

    Parameters
    ----------
    path
        The folder, or the file.

    Returns
    -------
    Evaluation
        Everything in it, checked as one whole.

    Raises
    ------
    InvalidError
        With everything that is wrong at once: in which file, on which line, and how to mend it.

    Examples
    --------
    >>> from obamodel.files import load, start_folder
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     start_folder(folder)
    ...     evaluation = load(folder)
    >>> len(evaluation.outcomes)
    1
    """
    place = Path(path)
    if is_folder(place):
        return read_folder(place)
    if place.suffix.lower() in _ENDINGS:
        finish_saves(place.parent)
        reading = _read_single_file(read_file(place), place.name)
        if reading.evaluation is None:
            raise InvalidError(str(place), reading.faults)
        return reading.evaluation
    if os.path.lexists(place):
        found = "it is neither a folder nor one .json file or .xlsx workbook"
        mend = f'give the folder of the evaluation: "{place.parent}"'
        raise InvalidError(str(place), [Fault("not-an-evaluation", found, mend, file=place.name)])
    raise refuse_path(place, FileNotFoundError())


def save(evaluation: Evaluation, path: str | os.PathLike[str]) -> None:
    """Save an evaluation as a folder, or as one file where the path ends in .json or .xlsx.

    A folder that holds an evaluation already keeps its comments and its order; a file of it in
    which nothing changed is not touched. All its files are written, or none: where a save is cut
    short, the next :func:`load` or save finishes or undoes it. Two saves at once take turns.

    A workbook is written anew where it says something else than before. One that is no evaluation
    without fault, or to which people fixed notes or pictures, is not written over.

    Parameters
    ----------
    evaluation
        What to save.
    path
        The folder, which is made where it is not there yet, or a file ending in .json or .xlsx.

    Raises
    ------
    InvalidError
        When it cannot be saved there. Nothing has been written then, unless the answer says that
        what was saved is kept: then the next :func:`load` or save finishes it.
    """
    place = Path(path)
    written = write_document(evaluation)
    faults = (*check_cycles(written), *check_vocabulary(written))
    if faults:
        raise InvalidError(str(place), arrange_faults(faults))
    if not is_folder(place.parent):
        raise _refuse(place.parent, "there is no such folder", "make it first, or check the name")
    if is_folder(place):
        if place.suffix.lower() in _ENDINGS:
            found, mend = "it is a folder, and ends like a file", "give another name to one of them"
            raise _refuse(place, found, mend)
        write_folder(evaluation, place)
    elif place.suffix.lower() in _ENDINGS:
        content = _write_single_file(evaluation, place)
        check_kept(evaluation, _read_single_file(content, place.name), str(place))
        with hold_folder(place.parent) as held:
            before = read_file(place) if os.path.lexists(place) else None
            if before != content and not _may_stay(before, evaluation, place):
                _keep_frozen(before, evaluation, place)
                held.write({place.name: content}, {} if before is None else {place.name: before})
    elif os.path.lexists(place):
        raise _refuse(
            place, "it is a file, not a folder", "give a folder, or a name ending in .json or .xlsx"
        )
    elif place.suffix:
        found = f'nothing is saved under a name that ends in "{place.suffix}"'
        raise _refuse(
            place, found, "end the name in .json or .xlsx for one file, or in nothing for a folder"
        )
    else:
        write_folder(evaluation, place)


def _write_single_file(evaluation: Evaluation, place: Path) -> bytes:
    if place.suffix.lower() != WORKBOOK_ENDING:
        return write_json(evaluation).encode()
    from obamodel.files.workbook import write_workbook

    return write_workbook(evaluation, place.name)


def _read_single_file(content: bytes, name: str) -> DocumentReading:
    if name.lower().endswith(WORKBOOK_ENDING):
        from obamodel.files.workbook import read_workbook

        return read_workbook(content, name)
    text = decode(content, name)
    reading = read_json(text)
    told = list(reading.faults)
    evaluation = None
    if reading.document is not None:
        whole = read_document(reading.document)
        evaluation = whole.evaluation
        known = {fault.path for fault in told}
        fresh = [fault for fault in whole.faults if fault.path not in known]
        lines = find_lines(text) if fresh else None
        for fault in fresh:
            line = lines.find_line(fault.path) if lines else None
            told.append(attrs.evolve(fault, line=line))
    placed = arrange_faults(attrs.evolve(fault, file=name) for fault in told)
    return DocumentReading(None if placed else evaluation, placed)


def _may_stay(before: bytes | None, evaluation: Evaluation, place: Path) -> bool:
    """Whether a workbook that is there says all of it already; refuse to lose what it has more."""
    if before is None or place.suffix.lower() != WORKBOOK_ENDING:
        return False
    from obamodel.files.workbook import may_stay

    return may_stay(before, evaluation, place)


def _keep_frozen(before: bytes | None, evaluation: Evaluation, place: Path) -> None:
    """Refuse to change a frozen baseline of the evaluation in a file, where it holds one."""
    if before is None or not evaluation.baselines:
        return
    try:
        old = _read_single_file(before, place.name).evaluation
    except InvalidError:
        return
    if old is not None:
        check_frozen(old, evaluation, str(place), place.name)


def _refuse(place: Path, found: str, mend: str) -> InvalidError:
    fault = Fault("cannot-save", found, mend, file=place.name or str(place))
    return InvalidError(str(place), [fault])

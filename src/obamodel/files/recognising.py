"""Which form is this file in? Its name says part of it, and what is inside says the rest."""

import os
from enum import StrEnum
from pathlib import Path

from obamodel.errors import Fault, InvalidError
from obamodel.files.reading import decode, is_folder, read_file, refuse_path
from obamodel.files.records import split_records

PACKAGE_FILE = "datapackage.json"
_TEXTS = (".csv", ".tsv", ".tab", ".txt")
_WORKBOOKS = (".xlsm", ".xlsb", ".xls", ".ods")
_LONGEST_HEADING = 20_000


class FileForm(StrEnum):
    """What a file holds."""

    EVALUATION = "an evaluation"
    RELEASE = "what was kept of a release"
    DATA_PACKAGE = "a Data Package"
    IATI = "a file of IATI"
    SCORECARD = "a table of Scorecard"
    FINGERTIPS = "a table from Fingertips"
    TABLE = "a table"


def recognise(path: str | os.PathLike[str]) -> FileForm:
    r"""Say which form a file or folder is in, without reading more of it than that takes.

    Parameters
    ----------
    path
        The file or the folder.

    Raises
    ------
    InvalidError
        When there is nothing there, or nothing here reads such a file.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "values.csv"
    ...     _ = file.write_text("year,value\n2014,1\n")
    ...     print(recognise(file))
    a table
    """
    place = Path(path)
    if is_folder(place):
        has_package = os.path.lexists(place / PACKAGE_FILE)
        return FileForm.DATA_PACKAGE if has_package else FileForm.EVALUATION
    if not os.path.lexists(place):
        raise refuse_path(place, FileNotFoundError())
    ending = place.suffix.lower()
    if place.name == PACKAGE_FILE:
        return FileForm.DATA_PACKAGE
    if ending == ".json":
        return FileForm.RELEASE if _is_release(place) else FileForm.EVALUATION
    if ending == ".xml":
        return FileForm.IATI
    if ending == ".xlsx":
        return FileForm.EVALUATION if _has_evaluation(place) else FileForm.TABLE
    if ending in _WORKBOOKS:
        return FileForm.TABLE
    if ending in _TEXTS:
        return _recognise_text(place)
    found = f'nothing here reads a file that ends in "{place.suffix}"'
    mend = "give a folder, or a file ending in .json, .xlsx, .xml, .csv, .tsv, .xls, .xlsb or .ods"
    raise InvalidError(str(place), [Fault("wrong-ending", found, mend, file=place.name)])


def _is_release(place: Path) -> bool:
    from obamodel.files.single_file import read_json

    try:
        reading = read_json(decode(read_file(place), place.name))
    except InvalidError:
        # Whoever reads it as an evaluation will say what is wrong.
        return False
    return reading.document is not None and reading.document.get("kind") == "release"


def _has_evaluation(place: Path) -> bool:
    from obamodel.files.tables.series import LARGEST_FILE_OF_SERIES
    from obamodel.files.workbook.plan import MAIN_SHEET, START_SHEET
    from obamodel.files.workbook.unpacking import list_sheets

    try:
        sheets = list_sheets(read_file(place, largest=LARGEST_FILE_OF_SERIES), place.name)
    except InvalidError:
        # Whoever reads it as a table will say what is wrong.
        return False
    return MAIN_SHEET in sheets or START_SHEET in sheets


def _recognise_text(place: Path) -> FileForm:
    from obamodel.files.fingertips.columns import find_columns
    from obamodel.files.scorecard.columns import COLUMNS
    from obamodel.files.tables.series import LARGEST_FILE_OF_SERIES

    head = read_file(place, largest=10 * LARGEST_FILE_OF_SERIES)[:_LONGEST_HEADING]
    text = head.decode("utf-8", errors="replace").removeprefix("\ufeff")
    records, _ = split_records(text.lstrip().partition("\n")[0])
    cells = tuple(cell.strip() for cell in records[0].cells) if records else ()
    if cells == COLUMNS:
        return FileForm.SCORECARD
    if not isinstance(find_columns(cells), list):
        return FileForm.FINGERTIPS
    return FileForm.TABLE

"""What is this file, and how is it opened: as a text, or as a workbook?"""

import os
from collections.abc import Collection
from pathlib import Path

from attrs import frozen

from obamodel.errors import Fault, InvalidError
from obamodel.files.grids.grid import Grid
from obamodel.files.reading import read_file

LARGEST_TABLE = 200_000_000
"""The most bytes that a text may have."""

LARGEST_WORKBOOK = 20_000_000
"""The most bytes that a workbook may have; it is packed, and grows when it is opened."""

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENDINGS_OF_TEXTS = (".csv", ".tsv", ".tab", ".txt", "")
_ENDINGS_OF_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


@frozen(kw_only=True)
class Frame:
    """Which rows are not the table: so many above its heading, so many below its last row.

    Parameters
    ----------
    skip_rows
        How many lines, or rows of a sheet, stand above the heading.
    footnote_rows
        How many stand below the table, counted up from the last one that holds anything.
    """

    skip_rows: int = 0
    footnote_rows: int = 0


def open_grid(
    path: str | os.PathLike[str],
    *,
    wanted: Collection[str],
    around: Frame | None = None,
    sheet: str | None = None,
    encoding: str = "utf-8",
    delimiter: str | None = None,
    largest: int = LARGEST_TABLE,
) -> Grid:
    """Open the table in a file.

    What the file is, its first bytes say; its name must agree.

    Parameters
    ----------
    path
        The file: a text (.csv, .tsv, .tab, .txt) or a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods).
    wanted
        The columns that are asked for: they tell what stands between two cells of a text.
    around
        How many rows above and below are not part of the table.
    sheet
        The sheet of a workbook, where more than one holds something.
    encoding, delimiter
        How a text is kept, and what stands between its cells.
    largest
        The most bytes that a text may have.

    Raises
    ------
    InvalidError
        When there is no such file, no table in it, or more than one way to see it.
    """
    place = Path(path)
    content = read_file(place, largest=largest)
    ending = place.suffix.lower()
    is_workbook = content.startswith((_ZIP, _COMPOUND))
    name = place.name
    if is_workbook and ending not in _ENDINGS_OF_WORKBOOKS:
        mend = "end its name in .xlsx, .xlsb, .xls or .ods, as it was saved"
        raise InvalidError(
            name, [Fault("wrong-ending", "it is a workbook, and no text", mend, file=name)]
        )
    if not is_workbook and content and ending not in _ENDINGS_OF_TEXTS:
        found = "it is not a workbook inside"
        mend = "open it in a spreadsheet program and save it as .xlsx"
        if ending in _ENDINGS_OF_WORKBOOKS:
            mend += ", or end its name in .csv if it is a text"
        raise InvalidError(name, [Fault("wrong-ending", found, mend, file=name)])
    kept = around or Frame()
    if is_workbook:
        from obamodel.files.grids.workbooks import open_workbook

        if len(content) > LARGEST_WORKBOOK:
            found = f"it is larger than {LARGEST_WORKBOOK // 1_000_000} MB"
            mend = "keep only what is needed in it, or save the sheet as .csv"
            raise InvalidError(name, [Fault("too-large", found, mend, file=name)])
        return open_workbook(content, name, wanted=wanted, around=kept, sheet=sheet)
    from obamodel.files.grids.texts import open_text

    if sheet is not None:
        fault = Fault("unknown-sheet", "a text has no sheets", "leave sheet out", ("sheet",), name)
        raise InvalidError(name, [fault])
    return open_text(
        content, name, wanted=wanted, around=kept, encoding=encoding, delimiter=delimiter
    )

"""What does one cell say, and is it what belongs there?

What a cell shows is what it says. A text is read as it stands; a number where words belong is read
where its digits are all there is to see; what a spreadsheet may have made of something else (a date
of 2010/11, a share of per cent) is refused, for nobody can tell any more what was written.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from attrs import frozen

from obamodel.domain.fields import show
from obamodel.errors import Fault
from obamodel.files.showing import show_value
from obamodel.files.workbook.lines import read_lines, read_names
from obamodel.files.workbook.opening import Cell, Moment
from obamodel.files.workbook.plan import Column, Holds

# Up to so many digits a spreadsheet shows a whole number digit by digit.
_LONGEST_SHOWN = 11
_LARGEST_EXACT = 2**53
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?", re.ASCII)
_LONGEST_NUMBER = 40
_LINE_END = re.compile(r"\r\n?")
_YES_NO = MappingProxyType({"yes": True, "no": False})
_ODD = MappingProxyType(
    {
        "formula": (
            "found a formula",
            "copy the cell and paste it again as a value, so that the number itself stands there",
        ),
        "error": ("found an error of the spreadsheet", "write what belongs there, or clear it"),
    }
)


@frozen
class Reading:
    """What a cell says, and what is wrong with it; of a cell at fault, what stands there."""

    value: Any
    fault: Fault | None = None


def read_cell(cell: Cell, column: Column, odd: str | None = None) -> Reading:
    """Read a cell that is not empty.

    Parameters
    ----------
    cell
        What stands there.
    column
        What belongs there.
    odd
        What is odd about it, if anything is: ``"formula"``, ``"error"`` or ``"percent"``.

    Examples
    --------
    >>> year = Column(
    ...     heading="Year", keys=("year",), holds=Holds.PERIOD, says="", is_needed=True
    ... )
    >>> read_cell(2014.0, year).value
    '2014'
    >>> import datetime
    >>> print(read_cell(datetime.date(2010, 11, 1), year).fault.found)
    found the date 2010-11-01, which a spreadsheet may have made of something else
    """
    if odd is not None and odd in _ODD:
        found, mend = _ODD[odd]
        return Reading(None, Fault(odd, found, mend))
    if isinstance(cell, str):
        return _read_text(_LINE_END.sub("\n", cell), column)
    if isinstance(cell, bool):
        return _read_truth(cell, column)
    if isinstance(cell, (int, float)):
        if odd == "percent" and column.holds is not Holds.WORDS:
            shown = f"{cell * 100:.10g}"
            found = f"found {shown}%, which the spreadsheet keeps as {cell:.10g}"
            mend = f"show the cell as an ordinary number, and write {shown} or {cell:.10g}"
            return Reading(cell, Fault("percent", found, mend))
        return _read_number(float(cell), column, is_percent=odd == "percent")
    return _read_time(cell, column)


def _read_text(text: str, column: Column) -> Reading:
    return _TEXT_READERS[column.holds](text)


def _leave(text: str) -> Reading:
    return Reading(text)


def _strip(text: str) -> Reading:
    return Reading(text.strip())


def _read_lines(text: str) -> Reading:
    return Reading(read_lines(text))


def _read_names(text: str) -> Reading:
    return Reading(read_names(text))


def _read_choices(text: str) -> Reading:
    return Reading([line.strip() for line in text.split("\n") if line.strip()])


def _read_yes_no(text: str) -> Reading:
    word = text.strip().lower()
    if word in _YES_NO:
        return Reading(_YES_NO[word])
    return Reading(text, Fault("wrong-type", f"found {show(text)}", "write yes or no"))


def _read_whole_text(text: str) -> Reading:
    plain = text.strip()
    if _WHOLE.fullmatch(plain) and len(plain) <= _LONGEST_NUMBER:
        return Reading(int(plain))
    mend = "write a whole number in the digits 0 to 9, or leave the cell empty"
    return Reading(text, Fault("not-a-whole-number", f"found {show(text)}", mend))


def _read_number_text(text: str) -> Reading:
    plain = text.strip()
    if _WHOLE.fullmatch(plain) and len(plain) <= _LONGEST_NUMBER:
        return Reading(int(plain))
    if _NUMBER.fullmatch(plain) and len(plain) <= _LONGEST_NUMBER:
        # One too large for a number is no longer finite, and refused as that.
        return Reading(float(plain))
    mend = "write a number such as 12.3 in the digits 0 to 9, or leave the cell empty"
    return Reading(text, Fault("not-a-number", f"found {show(text)}", mend))


_TEXT_READERS: Mapping[Holds, Callable[[str], Reading]] = MappingProxyType(
    {
        Holds.WORDS: _leave,
        Holds.LINES: _read_lines,
        Holds.NAME: _strip,
        Holds.NAMES: _read_names,
        Holds.CHOICE: _strip,
        Holds.CHOICES: _read_choices,
        Holds.YES_NO: _read_yes_no,
        Holds.WHOLE: _read_whole_text,
        Holds.NUMBER: _read_number_text,
        Holds.DATE: _strip,
        Holds.PERIOD: _strip,
    }
)


def _read_truth(cell: bool, column: Column) -> Reading:
    if column.holds is Holds.YES_NO:
        return Reading(cell)
    return Reading(cell, _misplace(show_value(cell), column))


def _read_number(number: float, column: Column, *, is_percent: bool) -> Reading:
    is_whole = number.is_integer() and abs(number) <= _LARGEST_EXACT
    if column.holds.is_number:
        # Spreadsheets write 1.0 as 1, and so does everybody else.
        return Reading(int(number) if is_whole else number)
    digits = f"{number:.0f}" if is_whole else ""
    if column.holds is Holds.YES_NO or not digits or len(digits) > _LONGEST_SHOWN or is_percent:
        return Reading(number, _misplace(f"the number {number:.15g}", column))
    return _read_text(digits, column)


def _read_time(cell: Moment, column: Column) -> Reading:
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        cell = cell.date()
    if type(cell) is not datetime.date:
        shown = f"a time, {cell}" if not isinstance(cell, datetime.datetime) else show_value(cell)
        return Reading(str(cell), _misplace(shown, column))
    written = cell.isoformat()
    if column.holds is Holds.DATE and cell.day != 1:
        return Reading(written)
    if column.holds in (Holds.DATE, Holds.PERIOD):
        found = f"found the date {written}, which a spreadsheet may have made of something else"
        month = f"{cell:%Y-%m}"
        ways = f'"{written}" for the day or "{month}" for the month'
        if column.holds is Holds.PERIOD:
            ways = f'what it was, such as "{written}", "{month}" or "{_write_year(cell)}"'
        mend = f"format the cell as text, and write {ways}"
        # Taken for a day, it would seem to be of another kind than its neighbours.
        return Reading(None, Fault("spreadsheet-date", found, mend))
    return Reading(cell, _misplace(f"the date {written}", column))


def _write_year(day: datetime.date) -> str:
    """Write the two years that a spreadsheet takes for a month: of 2010/11 it makes Nov-10."""
    return f"{day.year}/{day.month:02}"


def _misplace(shown: str, column: Column) -> Fault:
    mends = {
        Holds.YES_NO: "write yes or no",
        Holds.WHOLE: "write a whole number",
        Holds.NUMBER: "write a number",
    }
    mend = mends.get(column.holds, "format the cell as text, and write again what belongs there")
    return Fault("wrong-type", f"found {shown}", mend)

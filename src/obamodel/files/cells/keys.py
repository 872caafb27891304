"""The names that tell series apart, and what a spreadsheet may have made of them."""

import datetime
import re
from collections.abc import Collection, Iterator, Sequence
from typing import TypeGuard

from obamodel.domain.fields import show
from obamodel.errors import Fault
from obamodel.files.cells.cell import Cell
from obamodel.files.cells.refusing import DAY_AND_MONTH, explain_text, refuse_moment

LONGEST_NAME = 300
"""A name of a series has no more signs."""

# Letters and digits, with one sign at most between them: codes, and most names of places.
_USUAL = re.compile(r"(?:[A-Za-z0-9]++(?:[ _.-][A-Za-z0-9]++)*+\n)*+", re.ASCII)
_LONGEST_DAY = len("05-Sep")
_DAYS = re.compile(rf"^(?:{DAY_AND_MONTH.pattern})$", re.ASCII | re.IGNORECASE | re.MULTILINE)
# How everything begins that a spreadsheet shows in the place of something else.
_MAY_BE_DAMAGED = re.compile(rf"#|Err:|{DAY_AND_MONTH.pattern}", re.ASCII | re.IGNORECASE)
_DAMAGE = ("spreadsheet-date", "hidden-character", "spreadsheet-error", "not-worked-out")
_IN_SHORT = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]+", re.IGNORECASE)


def read_key(cell: Cell) -> str | Fault:
    """Read a cell that says to which series a row belongs.

    Examples
    --------
    >>> read_key("  Trafford "), read_key(123.0)
    ('Trafford', '123')
    >>> print(read_key("05-Sep"))
    found "05-Sep", which spreadsheets make of a typed "5-9"; write 5-9 into a cell that is set to
    text [spreadsheet-date]
    """
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, (int, float)):
        if abs(cell) >= 1e15:
            found = f"found {cell:g}, of which a spreadsheet keeps 15 digits only"
            return Fault("written-in-short", found, "write it into a cell that is set to text")
        return str(int(cell)) if cell == int(cell) else repr(cell)
    if isinstance(cell, (datetime.date, datetime.time, datetime.timedelta)):
        return _mend(refuse_moment(cell))
    name = " ".join(cell.split())
    if not name:
        mend = "say to which series the row belongs"
        return Fault("missing-key", "there is nothing", mend)
    if len(name) > LONGEST_NAME:
        found = f"found {show(name[:50])}, of {len(name)} signs"
        return Fault("too-large", found, f"give a name of at most {LONGEST_NAME} signs")
    if _IN_SHORT.fullmatch(name):
        found = f"found {show(name)}, which spreadsheets make of a long number"
        mend = "write the whole number into a cell that is set to text"
        return Fault("written-in-short", found, mend)
    if name.isascii() and name.isprintable() and not _MAY_BE_DAMAGED.match(name):
        return name
    # The signs that join letters of some languages are seen by what they do.
    explained = explain_text(name.replace("\u200c", "").replace("\u200d", ""))
    if explained.code in _DAMAGE:
        return _mend(explained)
    return name


def are_usual(cells: Sequence[Cell]) -> TypeGuard[list[str]]:
    """Whether all names are such that nothing can have happened to them; then they are as read.

    Examples
    --------
    >>> are_usual(["E06000001", "Barking and Dagenham"]), are_usual(["05-Sep"]), are_usual([5.0])
    (True, False, False)
    """
    if not set(map(type, cells)) <= {str}:
        return False
    names = [*map(str, cells)]
    joined = "\n".join([*names, ""])
    lengths = [*map(len, names)]
    # A name of two lines would look like two names.
    if joined.count("\n") != len(names) or max(lengths, default=0) > LONGEST_NAME:
        return False
    if not _USUAL.fullmatch(joined):
        return False
    return min(lengths, default=0) > _LONGEST_DAY or _DAYS.search(joined) is None


def _mend(fault: Fault) -> Fault:
    """Say how a name is mended, where the fault was made for a number."""
    if fault.code != "spreadsheet-date":
        return fault
    typed = fault.found.rpartition("typed ")[2].strip('"')
    return Fault(fault.code, fault.found, f"write {typed} into a cell that is set to text")


def find_lost_zeros(names: Collection[str], heading: str) -> Iterator[Fault]:
    """Find what became of names in digits that began with a zero, as 00123 becomes 123.

    Parameters
    ----------
    names
        The different names of a column.
    heading
        Its heading.

    Yields
    ------
    Fault
        Codes ``zeros-lost`` and ``mixed-zeros``. The first is a doubt: all names are numbers, of
        different lengths. The second is a contradiction: some begin with a zero, others are
        shorter.

    Examples
    --------
    >>> [one.code for one in find_lost_zeros(["00123", "456"], "school")]
    ['mixed-zeros']
    """
    if len(names) < 2 or not all(name.isdecimal() for name in names):
        return
    digits = list(names)
    lengths = {len(text) for text in digits}
    padded = [text for text in digits if text.startswith("0") and len(text) > 1]
    if padded and any(len(text) < len(padded[0]) for text in digits):
        short = min(digits, key=len)
        found = f"{show(short)} stands beside {show(padded[0])}: a zero in front may be lost"
        mend = "write all of them in full, into cells that are set to text"
        yield Fault("mixed-zeros", found, mend, path=(heading,))
    elif not padded and len(lengths) > 1 and max(lengths) > 3:
        short, long = min(digits, key=len), max(digits, key=len)
        found = f"names in digits are of different lengths, as {show(short)} and {show(long)}"
        mend = "see whether zeros in front were lost, as when 00123 becomes 123"
        yield Fault("zeros-lost", found, mend, path=(heading,))

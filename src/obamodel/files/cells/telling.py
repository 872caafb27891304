"""What was settled for a column of numbers as a whole, in words for who reads it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from obamodel.domain.fields import show
from obamodel.errors import Fault
from obamodel.files.cells.cell import NoNumber, Written
from obamodel.files.cells.seen import COMMA, POINT, Seen, read_with


def tell_decided(seen: Seen, sign: str, told: Mapping[int, Fault]) -> Iterator[Fault]:
    """Say what was settled for a column.

    Parameters
    ----------
    seen
        The column.
    sign
        What comes before its decimals.
    told
        What is wrong with its different cells: they are left out.
    """
    name = seen.column.name
    fine = [
        (reading, seen.rows[code])
        for code, reading in enumerate(seen.readings)
        if isinstance(reading, Written) and code not in told and not reading.is_forecast
    ]
    numbers = [(one, rows) for one, rows in fine if isinstance(one.cell, str)]
    nothing = "nothing is to be done"

    def tell(code: str, found: str, mend: str = nothing) -> Fault:
        return Fault(code, found, mend, path=(name,))

    if sign == COMMA and any("." in (one.with_comma or "") for one, _ in numbers):
        one = next(one for one, _ in numbers if "." in (one.with_comma or ""))
        found = f"a comma comes before decimals: {show(one.cell)} is read as {one.with_comma}"
        yield tell("decimal-comma", found)
    grouped = [one for one, _ in numbers if _is_grouped(one, sign)]
    if grouped:
        first = grouped[0]
        found = f"thousands are parted: {show(first.cell)} is read as {read_with(first, sign)}"
        yield tell("thousands", found)
    bracketed = _count((one.is_bracketed, rows) for one, rows in numbers)
    if bracketed:
        cells = "1 number" if bracketed == 1 else f"{bracketed} numbers"
        yield tell("brackets", f"{cells} in brackets {_are(bracketed)} read as below 0")
    money = next((one.currency for one, _ in numbers if one.currency), "")
    if money:
        bare = _count((not one.currency, rows) for one, rows in numbers)
        found = f"the numbers are in {money}"
        if bare:
            found += f", taken to be so also where the sign is not written ({bare} of them)"
        yield tell("money", found, "say so in unit=")
    short = [one for one, _ in numbers if "E+" in str(one.cell)]
    if short:
        found = f"{show(short[0].cell)} is written in short, and may have lost digits"
        yield tell("written-in-short", found, "set the cells to number in the spreadsheet")
    marks: Counter[str] = Counter()
    for code, reading in enumerate(seen.readings):
        if isinstance(reading, NoNumber):
            marks[show(reading.mark) if reading.mark else "empty"] += seen.rows[code]
    if marks:
        said = ", ".join(f"{mark} ({number})" for mark, number in sorted(marks.items()))
        number = sum(marks.values())
        cells = "1 cell holds" if number == 1 else f"{number} cells hold"
        yield tell("missing-values", f"{cells} no number, and none of them is zero: {said}")


def _is_grouped(written: Written, sign: str) -> bool:
    """Whether thousands are parted in it, as it is read with a sign before decimals."""
    digits, other = read_with(written, sign), read_with(written, COMMA if sign == POINT else POINT)
    return written.is_grouped and digits is not None and (other is None or "." not in digits)


def _count(pairs: Iterable[tuple[bool, int]]) -> int:
    return sum(rows for is_so, rows in pairs if is_so)


def _are(number: int) -> str:
    return "is" if number == 1 else "are"

"""How can one cell be read as a number: with a point before its decimals, with a comma, or not?"""

import re
from collections.abc import Mapping
from decimal import Decimal

from obamodel.domain.fields import show
from obamodel.errors import Fault
from obamodel.files.cells.cell import Cell, NoNumber, ShownInPercent, Written
from obamodel.files.cells.marks import FLAGS, FORECAST, REASONS, UNRELIABLE, find_mark, split_marks
from obamodel.files.cells.refusing import explain_text, refuse_moment

LONGEST_NUMBER = 40
"""No number that anybody counted has more signs."""

_LONGEST_TEXT = 1000
_SHOWN = 50
_SPACES = " \u00a0\u2007\u2009\u202f"
_QUOTE = "\u2019"
_MONEY = "[£$€¥₹]|(?:GBP|EUR|USD)(?![A-Za-z])"
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", **{sign: sign for sign in "£$€¥₹"}}
_MINUS = "[-\u2212]"
_NUMBER = re.compile(
    rf"(?P<open>\()?\s?(?P<sign>{_MINUS}|\+)?\s?(?P<before>{_MONEY})?\s?(?P<inner>\()?"
    rf"\s?(?P<second>{_MINUS})?\s?(?P<digits>[0-9.,'{_QUOTE}{_SPACES}]*[0-9])"
    r"(?P<power>[eE][-+]?[0-9]{1,3})?"
    rf"\s?(?P<percent>%|per\s?cent|pct)?\s?(?P<after>{_MONEY})?\s?(?P<close>\))?"
    r"(?P<late>%)?"
)
_GROUPS = {
    mark: re.compile(
        rf"(?:(?P<grouped>[1-9][0-9]{{0,2}}(?:(?P<gap>[{parts}])[0-9]{{3}})(?:(?P=gap)[0-9]{{3}})*)"
        rf"|(?P<whole>0|[1-9][0-9]*))?(?:{re.escape(mark)}(?P<part>[0-9]+))?"
    )
    for mark, parts in ((".", f",'{_QUOTE}{_SPACES}"), (",", f".'{_QUOTE}{_SPACES}"))
}


def read_cell(cell: Cell, marks: Mapping[str, str]) -> Written | NoNumber | Fault:
    """Return what a cell can be, as far as it can be told without its column.

    Parameters
    ----------
    cell
        What stands in it.
    marks
        Further signs that stand in the place of a number, and what they mean.

    Examples
    --------
    >>> found = read_cell("1,234", {})
    >>> found.with_point, found.with_comma
    ('1234', '1.234')
    >>> read_cell("(£1,200)", {}).with_point
    '-1200'
    """
    if isinstance(cell, str):
        return _read_text(cell, marks)
    if isinstance(cell, bool):
        return Fault("not-a-number", f"found {str(cell).upper()}", "write a number")
    if isinstance(cell, ShownInPercent):
        digits = _write(Decimal(repr(float(cell))) * 100)
        return Written(cell=cell, with_point=digits, with_comma=digits, in_percent=True)
    if isinstance(cell, (int, float)):
        digits = str(int(cell)) if cell == int(cell) else repr(cell)
        return Written(cell=cell, with_point=digits, with_comma=digits)
    return refuse_moment(cell)


def _write(number: Decimal) -> str:
    """Write a number in digits, as a whole one where it is whole."""
    return str(int(number)) if number == number.to_integral_value() else repr(float(number))


def _read_text(cell: str, marks: Mapping[str, str]) -> Written | NoNumber | Fault:
    if len(cell) > _LONGEST_TEXT:
        found = f"found {show(cell[:_SHOWN])}, of {len(cell)} signs"
        return Fault("too-large", found, "check the number")
    text = cell.strip()
    if (known := find_mark(text, marks)) is not None:
        return known
    if len(text) > LONGEST_NUMBER and any(sign.isdigit() for sign in text):
        found = f"found {show(text)}, of {len(text)} signs"
        return Fault("too-large", found, "check the number")
    plain, shorthand = split_marks(text)
    match = _NUMBER.fullmatch(plain)
    if match is None or not _is_balanced(match):
        return explain_text(text)
    negative = bool(match["open"] or match["inner"] or match["second"])
    negative |= match["sign"] not in (None, "+")
    digits, power = match["digits"], match["power"] or ""
    options = {mark: _join(digits, mark) for mark in _GROUPS}
    if power:
        options = {mark: one if one and not one[1] else None for mark, one in options.items()}
    if not any(options.values()):
        return explain_text(text)
    written = {
        mark: None if one is None else _sign(one[0] + power.lower(), negative=negative)
        for mark, one in options.items()
    }
    for one in written.values():
        if one is not None and (fault := _check_size(text, one)):
            return fault
    if fault := _check_beside(text, shorthand):
        return fault
    return Written(
        cell=cell,
        with_point=written["."],
        with_comma=written[","],
        in_percent=bool(match["percent"] or match["late"]),
        currency=_SIGNS.get(match["before"] or match["after"] or "", ""),
        is_grouped=any(one is not None and one[1] for one in options.values()),
        is_bracketed=bool(match["open"] or match["inner"]),
        flags=[FLAGS[word] for word in dict.fromkeys(shorthand) if word in FLAGS],
        note=f"unreliable, marked [{UNRELIABLE}] in the source" if UNRELIABLE in shorthand else "",
        is_forecast=FORECAST in shorthand,
    )


def _is_balanced(match: "re.Match[str]") -> bool:
    """Whether what can stand in two places stands in one of them only."""
    opened = bool(match["open"]) + bool(match["inner"])
    if opened != bool(match["close"]):
        return False
    minus = (match["sign"] is not None) + (match["second"] is not None)
    if minus + opened > 1:
        return False
    twice = (match["before"] and match["after"]) or (match["percent"] and match["late"])
    has_money = match["before"] or match["after"]
    return not twice and not (has_money and (match["percent"] or match["late"]))


def _join(digits: str, mark: str) -> tuple[str, bool] | None:
    """Return plain digits, and whether thousands were parted; none where that is no number."""
    match = _GROUPS[mark].fullmatch(digits)
    if match is None:
        return None
    whole = match["whole"] or re.sub("[^0-9]", "", match["grouped"] or "")
    if not whole and match["part"] is None:
        return None
    part = f".{match['part']}" if match["part"] else ""
    return (whole or "0") + part, match["grouped"] is not None


def _sign(digits: str, *, negative: bool) -> str:
    return f"-{digits}" if negative and re.search("[1-9]", digits.partition("e")[0]) else digits


def _check_size(text: str, digits: str) -> Fault | None:
    number = float(digits)
    if number in (float("inf"), float("-inf")) or abs(number) > 1e300:
        found = f"found {show(text)}, more than any number that can be counted with"
        return Fault("too-large", found, "check the number")
    if not number and re.search("[1-9]", digits.partition("e")[0]):
        found = f"found {show(text)}, so near to zero that it would be read as zero"
        return Fault("too-small", found, "check the number")
    return None


def _check_beside(text: str, shorthand: tuple[str, ...]) -> Fault | None:
    """Find what cannot stand in square brackets behind a number."""
    for word in shorthand:
        if word in FLAGS or word in (FORECAST, UNRELIABLE):
            continue
        why = REASONS.get(word)
        found = f"found {show(text)}" + (f", a number that is marked as {why}" if why else "")
        mend = "write the number or the mark; beside a number can stand "
        mend += ", ".join(f"[{one}]" for one in (*FLAGS, FORECAST, UNRELIABLE))
        return Fault("number-of-a-missing" if why else "not-a-number", found, mend)
    return None


def to_number(digits: str) -> float:
    """Return the number that plain digits write; a whole one where there is no point.

    Examples
    --------
    >>> to_number("12"), to_number("12.50")
    (12, 12.5)
    """
    return int(digits) if re.fullmatch("-?[0-9]+", digits) else float(digits)

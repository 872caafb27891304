"""Why is this cell no number, and what was most likely meant?"""

import datetime
import re
import unicodedata

from obamodel.domain.dates import MONTHS
from obamodel.domain.fields import show
from obamodel.errors import Fault

_NAMES = "|".join(month[:3] for month in MONTHS)
DAY_AND_MONTH = re.compile(
    rf"(?P<d>\d{{1,2}})[- ](?P<m>{_NAMES})|(?P<m2>{_NAMES})[- ](?P<d2>\d{{2}})",
    re.ASCII | re.IGNORECASE,
)
UNWORKED = "#GETTING_DATA"
"""What spreadsheets show while the outcome of a formula is not there yet."""

_ERROR = re.compile(r"#(?:DIV/0|NAME|NULL|NUM|REF|VALUE|SPILL|CALC)[!?]?|Err:\d+", re.I)
_RANGE = re.compile(r"\d+(?:\.\d+)?\s*(?:[-\u2013\u2014]|to)\s*\d+(?:\.\d+)?%?", re.I)
_DATE = re.compile(r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4}(?:[ T].*)?|\d{1,2}/\d{1,2}", re.ASCII)
_TIME = re.compile(r"\d{1,3}:\d{2}(?::\d{2})?", re.ASCII)
_IN_WORDS = re.compile(r"[£$€]?\s?\d[\d.,]*\s?(?:k|m|mn|bn|million|billion|thousand|hundred)", re.I)
_LATE_MINUS = re.compile(r"(\d[\d.,]*)[-\u2212]")
_DASH = re.compile(r"[\u2013\u2014]\s?(\d[\d.,]*)%?")
_ABOUT = re.compile(r"(?:~|≈|c\.?|ca\.?|circa|about|approx\.?|around)\s*(\d[\d.,]*)", re.I)
_AT_LEAST = re.compile(r"\d[\d.,]*\s?\+")
_ZEROS = re.compile(r"([-+]?)0+(\d+(?:[.,]\d+)?)", re.ASCII)
_UNDERLINE = re.compile(r"\d+(?:_\d+)+", re.ASCII)
_OPEN_END = re.compile(r"\d+\.", re.ASCII)
_MARKED = re.compile(r"(-?\d[\d.,]*)\s?([*†‡#!?bepruf]|\([a-z0-9]\)|\d?\))+", re.I)
_NOTHING = re.compile(
    r"[-+]?nan|null|none|nil|unknown|not known|missing|tbc|tba|suppressed|\?+|\*+|\.+|-+|<na>|#.*",
    re.IGNORECASE,
)
_ENDLESS = re.compile(r"[-+]?inf(?:inity)?|∞", re.IGNORECASE)
_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")


def explain_text(text: str) -> Fault:
    """Say why a text is no number, and how to write what was meant.

    Examples
    --------
    >>> print(explain_text("1_000"))
    found "1_000"; write 1000 [not-a-number]
    >>> print(explain_text("01-May"))
    found "01-May", which spreadsheets make of a typed "1-5"; write what was meant, such as 1-5,
    into a cell that is set to text, or the number [spreadsheet-date]
    """
    found = f"found {show(text)}"
    unseen = sorted({sign for sign in text if unicodedata.category(sign) in _UNSEEN})
    if unseen:
        return Fault("hidden-character", f"{found}, with a sign that nobody sees", "type it again")
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    if plain != text:
        plain = unicodedata.normalize("NFKC", plain)
        return Fault("strange-digits", f"{found}, not in the digits 0 to 9", f"write {plain}")
    if match := DAY_AND_MONTH.fullmatch(text):
        month = [name[:3].lower() for name in MONTHS].index((match["m"] or match["m2"]).lower()) + 1
        return _explain_damage(
            found, f"{int(match['d'] or match['d2'])}-{month}", match["m"] is None
        )
    if text == UNWORKED:
        mend = "open it in a spreadsheet program and save it anew"
        return Fault("not-worked-out", "a formula of which no outcome is kept", mend)
    if _ERROR.fullmatch(text):
        mend = "mend the formula in the spreadsheet, or empty the cell"
        return Fault("spreadsheet-error", f"{found}, a formula that failed", mend)
    for code, pattern, why, mend in (
        ("not-finite", _ENDLESS, "", "write an ordinary number, or leave the cell empty"),
        ("not-a-number", _NOTHING, "", _say_marks(text)),
        ("date", _DATE, ", a date or a fraction", "write the number"),
        ("range", _RANGE, ", not one number but a range", "write one number, or empty the cell"),
        ("time", _TIME, ", a time", "write the number, such as 1.5 for an hour and a half"),
        ("not-a-number", _IN_WORDS, "", "write the number in full, in digits alone"),
        ("not-a-number", _AT_LEAST, ", at least so many", "write the number"),
    ):
        if pattern.fullmatch(text):
            return Fault(code, found + why, mend)
    return _explain_rest(text, found)


def _explain_rest(text: str, found: str) -> Fault:
    if match := _ZEROS.fullmatch(text):
        sign = "-" if match[1] == "-" else ""
        mend = f"write {sign}{match[2]}; if it is a name and no number, it belongs in by="
        return Fault("leading-zero", found, mend)
    if _UNDERLINE.fullmatch(text):
        return Fault("not-a-number", found, f"write {text.replace('_', '')}")
    if _OPEN_END.fullmatch(text):
        return Fault("not-a-number", found, f"write {text[:-1]}")
    if match := _LATE_MINUS.fullmatch(text) or _DASH.fullmatch(text):
        return Fault("not-a-number", found, f"write -{match[1]}")
    if match := _ABOUT.fullmatch(text):
        return Fault("not-a-number", found, f"write {match[1]} [e] for an estimate")
    if match := _MARKED.fullmatch(text):
        mend = f"write {match[1]}, and behind it [b], [e], [p] or [r] for what is meant"
        return Fault("not-a-number", f"{found}, a number with a mark", mend)
    mend = "write a number such as 12.3 in the digits 0 to 9, or leave the cell empty"
    return Fault("not-a-number", found, mend)


def _say_marks(text: str) -> str:
    return f"leave the cell empty, or say what it stands for: marks={{{text[:20]!r}: ...}}"


def _explain_damage(found: str, typed: str, month_first: bool) -> Fault:
    if month_first:
        typed = "-".join(reversed(typed.split("-")))
    return Fault(
        "spreadsheet-date",
        f'{found}, which spreadsheets make of a typed "{typed}"',
        f"write what was meant, such as {typed}, into a cell that is set to text, or the number",
    )


def refuse_moment(cell: datetime.date | datetime.time | datetime.timedelta) -> Fault:
    """Say why a date or a time in a spreadsheet is no number.

    Examples
    --------
    >>> print(refuse_moment(datetime.date(2026, 5, 1)))
    found the date 2026-05-01, which spreadsheets make of a typed "1-5"; write what was meant, such
    as 1-5, into a cell that is set to text, or the number [spreadsheet-date]
    """
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        cell = cell.date()
    if isinstance(cell, datetime.date) and not isinstance(cell, datetime.datetime):
        return _explain_damage(f"found the date {cell}", f"{cell.day}-{cell.month}", False)
    mend = "write the number into a cell that is set to number"
    return Fault("time", f"found the time {cell}", mend)

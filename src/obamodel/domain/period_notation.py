"""The forms in which sources print periods: a small grammar, tried on one text at a time."""

import re
from collections.abc import Callable
from typing import NamedTuple

from obamodel.domain import period_readers as readers
from obamodel.domain.dates import MONTHS
from obamodel.domain.period_readers import Found, Hints, Reading
from obamodel.errors import Fault, InvalidError

_SPACE = "[ \t\u00a0\u202f]"
_DASH = "(?:~[-\u2013]~|_to_)"
_Y = r"(?P<y>\d{4})"
_Z = r"(?P<z>\d{4}|\d{2})"
_E = r"(?P<e>\d{4}|\d{2})"
_Q = r"(?:Q|Quarter_)(?P<q>[1-4])"
_NAMES = "|".join(f"{month}|{month[:3]}" for month in MONTHS) + "|Sept"
_PREFIX = "(?:(?:(?P<fy>FY|financial_year)|(?P<ay>AY|academic_year)|(?P<cy>CY|calendar_year))~)?"
_DAY = (
    r"(?:(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<dy>\d{4})"
    r"|(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
    rf"|(?P<wd>\d{{1,2}})[ ](?P<wm>{_NAMES})[ ](?P<wy>\d{{4}}))"
)
_ENDING = "(?:(?P<financial>FYE|financial_year_ending)|YE|Y/E|(?:year|12_months)_(?:ending|to))"


class Form(NamedTuple):
    """A way to print a period, and what a text in it can mean."""

    pattern: re.Pattern[str]
    read: Callable[["re.Match[str]", Hints], Found]


def _make_pattern(written: str) -> re.Pattern[str]:
    # In the patterns, ~ stands for spaces or none, and _ for one space or more.
    spaced = f"~{written}~".replace("~", f"{_SPACE}*").replace("_", f"{_SPACE}+")
    return re.compile(spaced, re.ASCII | re.IGNORECASE)


FORMS = tuple(
    Form(_make_pattern(written), read)
    for written, read in (
        (f"{_PREFIX}{_Y}(?:-A1)?", readers.read_year),
        (f"{_PREFIX}{_Y}~/~{_Z}", readers.read_slash),
        (f"{_PREFIX}{_Y}(?:(?P<hyphen>-)|{_DASH}){_E}", readers.read_dash),
        (
            rf"{_PREFIX}{_Y}/{_Z}{_DASH}(?P<ey>\d{{4}}|\d{{2}})/(?P<ez>\d{{4}}|\d{{2}})",
            readers.read_pooled,
        ),
        (f"{_PREFIX}{_Y}(?:[/\u2013-]{_Z})?~-?~{_Q}", readers.read_quarter),
        (f"{_Q}~[-,]?~{_PREFIX}{_Y}(?:[/\u2013-]{_Z})?", readers.read_quarter),
        (f"(?P<m>{_NAMES})(?:_|-){_Y}", readers.read_month),
        (f"{_Y}(?:_|-)(?P<m>{_NAMES})", readers.read_month),
        (rf"{_Y}-M(?P<m>0[1-9]|1[0-2])", readers.read_month),
        (f"{_Y}(?P<m>April|July|Sep|Oct|Nov)", readers.read_year_named_by_month),
        (rf"{_Y}(?P<e>\d\d)", readers.read_six_digits),
        (
            rf"(?P<m>{_NAMES})(?:_(?P<my>\d{{4}}))?{_DASH}(?P<n>{_NAMES})_(?P<ny>\d{{4}})",
            readers.read_range,
        ),
        (
            rf"{_ENDING}~(?:(?:(?P<fd>\d{{1,2}})_)?(?P<fm>{_NAMES})_)?(?P<fy>\d{{4}})",
            readers.read_ending,
        ),
        (rf"{_Y}(?:-|_)?W(?P<w>\d\d?)", readers.read_iso_week),
        (
            f"(?:w/e|week_ending|week_to|(?P<c>w/c|w/b|week_commencing|week_beginning))_{_DAY}",
            readers.read_week_of_day,
        ),
        (_DAY, readers.read_day),
    )
)

_ASIDE = re.compile(r"(.*\S)\s*\(([^()]*)\)\s*", re.DOTALL)


def split_aside(written: str) -> tuple[str, str]:
    """Take a text apart into what a source prints and what was added to it in brackets.

    Examples
    --------
    >>> split_aside("2014-15 (academic)")
    ('2014-15', 'academic')
    """
    match = _ASIDE.fullmatch(written)
    return (match[1], match[2]) if match else (written, "")


def find_readings(written: str, hints: Hints) -> tuple[tuple[Reading, ...], Fault | None]:
    """Find everything a text can mean as a period, or what is wrong with it.

    Parameters
    ----------
    written
        The text, without anything added in brackets.
    hints
        What is said of it elsewhere.
    """
    readings: list[Reading] = []
    faults: list[Fault] = []
    for form in FORMS:
        match = form.pattern.fullmatch(written)
        if match is None:
            continue
        try:
            for found in form.read(match, hints):
                if isinstance(found, Fault):
                    faults.append(found)
                else:
                    readings.append(found)
        except (ValueError, OverflowError) as error:
            # Also what Period itself refuses: a year that no calendar has, a week 60.
            why = "there is no such period"
            if isinstance(error, InvalidError):
                why = error.faults[0].found
            faults.append(Fault("bad-period", why, "check the numbers"))
    return tuple(readings), None if readings else next(iter(faults), None)

"""Why is this text no period, and what was most likely meant?"""

import re

from obamodel.domain.dates import MONTHS
from obamodel.domain.fields import show
from obamodel.domain.period import HOW_TO_WRITE_A_PERIOD
from obamodel.domain.period_readers import month_number
from obamodel.errors import Fault

_NAMES = "|".join(month[:3] for month in MONTHS)
_MONTH_AND_TWO_DIGITS = re.compile(
    rf"(?:(?P<m>{_NAMES})[- /'](?P<y>\d\d)|(?P<y2>\d\d)[- ](?P<m2>{_NAMES}))",
    re.ASCII | re.IGNORECASE,
)
_TWO_SHORT_YEARS = re.compile(r"(?:FY)? ?(\d\d) ?[/-] ?(\d\d)", re.ASCII | re.IGNORECASE)
_SHORT_DATE = re.compile(r"(?:w/[ecb] )?\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d|\d{4})", re.ASCII)
_OF_NO_FIXED_TIME = ("now", "today", "yesterday", "tomorrow", "to date", "ytd", "latest", "current")


def explain_refusal(written: str) -> Fault:
    """Say why a text that no form fits is refused, and how to write what was meant.

    Examples
    --------
    >>> print(explain_refusal("Nov-10"))
    found "Nov-10", which spreadsheets make of a typed "2010/11"; write "2010/11" for the year or
    "Nov 2010" for the month [spreadsheet-date]
    """
    plain = written.strip()
    if match := _MONTH_AND_TWO_DIGITS.fullmatch(plain):
        month = month_number(match["m"] or match["m2"])
        year = int(match["y"] or match["y2"])
        return _explain_spreadsheet_date(written, month, year)
    if plain.lower() in _OF_NO_FIXED_TIME:
        found = f"found {show(written)}, which is another time whenever it is read"
        return Fault("bad-period", found, HOW_TO_WRITE_A_PERIOD)
    if match := _TWO_SHORT_YEARS.fullmatch(plain):
        found = f"found {show(written)}, which does not say the century"
        return Fault("bad-period", found, 'write the first year in full, as in "2014/15"')
    if _SHORT_DATE.fullmatch(plain):
        found = f"found {show(written)}, whose numbers could stand for different things"
        return Fault("bad-period", found, 'write the day as "2011-01-07"')
    return Fault("bad-period", f"found {show(written)}", HOW_TO_WRITE_A_PERIOD)


def _explain_spreadsheet_date(written: str, month: int, year: int) -> Fault:
    name = MONTHS[month - 1]
    if was_year(month, year):
        return Fault(
            "spreadsheet-date",
            f'found {show(written)}, which spreadsheets make of a typed "20{year:02d}/{month:02d}"',
            f'write "20{year:02d}/{month:02d}" for the year or "{name[:3]} 20{year:02d}" '
            "for the month",
        )
    mend = f'write "{name[:3]} 20{year:02d}" for the month'
    found = f"found {show(written)}, which could be {name} 20{year:02d}"
    if 1 <= year <= 31:
        found += f" or {year} {name} of some year"
        mend += ", or the day with its year"
    return Fault("spreadsheet-date", found, mend)


def was_year(month: int, year: int) -> bool:
    """Say whether a spreadsheet could have made this month of a year such as 2010/11.

    Examples
    --------
    >>> was_year(11, 2010), was_year(4, 2010)
    (True, False)
    """
    return month == (year + 1) % 100

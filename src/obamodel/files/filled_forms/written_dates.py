"""Reads dates as people write them on a form."""

import re

from obamodel.domain.dates import MONTHS, PartialDate
from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError

HOW_TO_WRITE_A_DATE = "such as 31 March 2027, March 2027, spring 2027 or 2027-03-31"

_NUMBERS = {month.lower(): place for place, month in enumerate(MONTHS, start=1)}
_NUMBERS |= {month[:3]: place for month, place in _NUMBERS.items()} | {"sept": 9}
_WRITTEN = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]{3,9})\.?,? (\d{4})", re.ASCII | re.IGNORECASE
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ", re.IGNORECASE)


def read_written_date(written: str) -> PartialDate:
    """Read a date that names its month, or is in this library's notation.

    Nothing is guessed: of 3/4/2027 nobody can say which number is the month.

    Raises
    ------
    InvalidError
        Saying how a date can be written.

    Examples
    --------
    >>> print(read_written_date("the 31st of March 2027"), read_written_date("Spring 2027"))
    2027-03-31 spring 2027
    >>> print(read_written_date("about Sept. 2027"))
    about 2027-09
    """
    plain = " ".join(written.split()).removesuffix(".")
    try:
        return PartialDate.parse(plain)
    except InvalidError:
        pass
    if plain.lower().startswith("unknown:"):
        return PartialDate.parse(f"unknown:{plain[len('unknown:') :]}")
    rest = plain.lower()
    about = "about " if rest.startswith("about ") else ""
    for opening in ("about ", "by ", "end of ", "the end of ", "the "):
        # "The end of March" is a promise for March: a month is kept as a month.
        rest = rest.removeprefix(opening)
    rest = _WEEKDAY.sub("", rest, count=1).removeprefix("the ")
    match = _WRITTEN.fullmatch(rest)
    month = _NUMBERS.get(match[2]) if match else None
    if match and month:
        day = f"-{int(match[1]):02d}" if match[1] else ""
        rest = f"{match[3]}-{month:02d}{day}"
    try:
        return PartialDate.parse(about + rest)
    except InvalidError:
        mend = f"write a date {HOW_TO_WRITE_A_DATE}"
        raise InvalidError("date", [Fault("bad-date", f"found {show(written)}", mend)]) from None

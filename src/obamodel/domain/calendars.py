"""Which day a year begins on: calendar, financial, academic and any other year."""

import datetime
import re
from collections.abc import Iterator

from attrs import field, frozen

from obamodel.domain.dates import MONTHS
from obamodel.domain.fields import check, documented, show, whole
from obamodel.errors import Fault, InvalidError

HOW_TO_NAME = (
    'write "calendar" (from January), "financial" (from April), "academic" (from September), '
    'or where else it begins, such as "from November" or "from 6 April"'
)
_FROM = re.compile(r"from (?:([1-9]|1\d|2[0-8]) )?([A-Za-z]+)", re.ASCII)


@documented
@frozen(kw_only=True)
class Calendar:
    """The day on which a year begins.

    Examples
    --------
    >>> print(Calendar.parse("financial").first_day(2014))
    2014-04-01
    >>> print(Calendar(month=4, day=6))
    from 6 April
    """

    month: int = field(
        default=1, metadata=whole("The month in which the year begins, 1 to 12.", at_least=1)
    )
    day: int = field(default=1, metadata=whole("The day of that month, 1 to 28.", at_least=1))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        for part, most in (("month", 12), ("day", 28)):
            if getattr(self, part) > most:
                # A year that began on the 30th of a month would not begin in every year.
                yield Fault(
                    "too-large",
                    f"found {getattr(self, part)}",
                    f"write {most} or less",
                    path=(part,),
                )

    @classmethod
    def parse(cls, written: "str | Calendar") -> "Calendar":
        """Read the name of a calendar.

        Raises
        ------
        InvalidError
            When it is none of those that :data:`HOW_TO_NAME` lists.
        """
        if isinstance(written, Calendar):
            return written
        if isinstance(written, str):
            plain = written.strip().lower()
            if plain in _NAMED:
                return _NAMED[plain]
            if match := _FROM.fullmatch(plain):
                day, name = match.groups()
                months = [month.lower() for month in MONTHS]
                if name in months:
                    return cls(month=months.index(name) + 1, day=int(day or 1))
        raise InvalidError(
            "Calendar", [Fault("unknown-calendar", f"found {show(written)}", HOW_TO_NAME)]
        )

    def first_day(self, year: int) -> datetime.date:
        """Return the first day of the year that begins in a given year."""
        return datetime.date(year, self.month, self.day)

    def year_of(self, day: datetime.date) -> int:
        """Return the year in which the year that holds a day begins."""
        return day.year if (day.month, day.day) >= (self.month, self.day) else day.year - 1

    @property
    def is_calendar_year(self) -> bool:
        """Whether it begins on 1 January, so that a year of it has one number."""
        return (self.month, self.day) == (1, 1)

    def __str__(self) -> str:
        for name, calendar in _NAMED.items():
            if calendar == self:
                return name
        day = f"{self.day} " if self.day != 1 else ""
        return f"from {day}{MONTHS[self.month - 1]}"


CALENDAR_YEAR = Calendar()
FINANCIAL_YEAR = Calendar(month=4)
ACADEMIC_YEAR = Calendar(month=9)
_NAMED = {"calendar": CALENDAR_YEAR, "financial": FINANCIAL_YEAR, "academic": ACADEMIC_YEAR}

"""Dates as people know them: a day, a month, a season, a year, or unknown and why."""

import calendar
import datetime
import re
from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import check, choice, documented, flag, prose, show, whole
from obamodel.errors import Fault, InvalidError

# Written out: the calendar module speaks the language of whatever machine it runs on.
MONTHS = (
    "January February March April May June July August September October November December"
).split()


class DatePrecision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    UNKNOWN = "unknown"


class Season(StrEnum):
    """A quarter of the year as people speak of it; winter runs into the next year."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


_FIRST_MONTH = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}
_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
_SEASON = re.compile(r"(spring|summer|autumn) (\d{4})|winter (\d{4})/(\d{2})", re.ASCII)
HOW_TO_WRITE = (
    'write a day "2011-08-05", a month "2011-08", a season "summer 2011" or "winter 2010/11", '
    'a year "2011", any of them after "about ", or "unknown: " and why'
)


@documented
@frozen(kw_only=True)
class PartialDate:
    """A date of which only a part may be known; an unknown one says why.

    Examples
    --------
    >>> summer = PartialDate.parse("summer 2011")
    >>> summer.earliest(), summer.latest()
    (datetime.date(2011, 6, 1), datetime.date(2011, 8, 31))
    >>> print(PartialDate.parse("2011-01-26").in_words())
    26 January 2011
    >>> print(PartialDate.parse("unknown: the form was not dated").in_words())
    not known: the form was not dated
    """

    precision: DatePrecision = field(metadata=choice(DatePrecision, "How much is known."))
    year: int | None = field(default=None, metadata=whole("The year.", at_least=1))
    month: int | None = field(default=None, metadata=whole("The month, 1 to 12.", at_least=1))
    day: int | None = field(default=None, metadata=whole("The day, 1 to 31.", at_least=1))
    season: Season | None = field(default=None, metadata=choice(Season, "The season."))
    about: bool = field(default=False, metadata=flag("Whether the date is only approximate."))
    reason: str = field(default="", metadata=prose("Why an unknown date is not known."))

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        wanted = {
            DatePrecision.DAY: {"year", "month", "day"},
            DatePrecision.MONTH: {"year", "month"},
            DatePrecision.SEASON: {"year", "season"},
            DatePrecision.YEAR: {"year"},
            DatePrecision.UNKNOWN: {"reason"},
        }[self.precision]
        given = {
            name
            for name in ("year", "month", "day", "season", "reason")
            if getattr(self, name) not in (None, "")
        }
        if given != wanted or (self.about and self.precision is DatePrecision.UNKNOWN):
            if self.precision is DatePrecision.UNKNOWN:
                what = "a date that is not known"
            else:
                what = f"a date known to the {self.precision}"
            has = ", ".join(sorted(given)) or "nothing"
            about = " and is about right" if self.about else ""
            wants = ", ".join(sorted(wanted))
            yield Fault("bad-date", f"{what} has {has}{about}", f"give {wants} and nothing else")
            return
        try:
            self.earliest()
            self.latest()
        except ValueError:
            yield Fault("bad-date", "there is no such day", "check the day and the month")
        if self.reason != self.reason.strip():
            yield Fault("bad-date", "the reason begins or ends with a space", "take it away")

    @classmethod
    def parse(cls, written: str) -> "PartialDate":
        """Read a date in this library's notation; nothing is guessed.

        Raises
        ------
        InvalidError
            When the text is none of the forms that :data:`HOW_TO_WRITE` lists.
        """
        if not isinstance(written, str):
            raise _refuse(written)
        if written.startswith("unknown:"):
            reason = written.removeprefix("unknown:").strip()
            if not reason:
                raise _refuse(written)
            return cls(precision=DatePrecision.UNKNOWN, reason=reason)
        about = written.startswith("about ")
        plain = written.removeprefix("about ") if about else written
        if match := _ISO.fullmatch(plain):
            year, month, day = (int(part) if part else None for part in match.groups())
            precision = (
                DatePrecision.DAY
                if day is not None
                else DatePrecision.MONTH
                if month is not None
                else DatePrecision.YEAR
            )
            try:
                return cls(precision=precision, year=year, month=month, day=day, about=about)
            except InvalidError:
                raise _refuse(written) from None
        if match := _SEASON.fullmatch(plain):
            season, year_text, winter, following = match.groups()
            if season:
                return cls(
                    precision=DatePrecision.SEASON,
                    season=Season(season),
                    year=int(year_text),
                    about=about,
                )
            if (int(winter) + 1) % 100 == int(following):
                return cls(
                    precision=DatePrecision.SEASON,
                    season=Season.WINTER,
                    year=int(winter),
                    about=about,
                )
        raise _refuse(written)

    @property
    def is_known(self) -> bool:
        """Whether anything of the date is known."""
        return self.precision is not DatePrecision.UNKNOWN

    def earliest(self) -> datetime.date | None:
        """Return the first day the date can mean; none for an unknown date."""
        if self.year is None:
            return None
        month = _FIRST_MONTH[self.season] if self.season else self.month or 1
        return datetime.date(self.year, month, self.day or 1)

    def latest(self) -> datetime.date | None:
        """Return the last day the date can mean; none for an unknown date."""
        if self.year is None:
            return None
        if self.day is not None:
            return self.earliest()
        year, month = self.year, self.month or 12
        if self.season is Season.WINTER:
            year, month = year + 1, 2
        elif self.season:
            month = _FIRST_MONTH[self.season] + 2
        return datetime.date(year, month, calendar.monthrange(year, month)[1])

    def in_words(self) -> str:
        """Write the date as a reader would say it."""
        about = "about " if self.about else ""
        if self.precision is DatePrecision.DAY:
            assert self.month is not None
            return f"{about}{self.day} {MONTHS[self.month - 1]} {self.year}"
        if self.precision is DatePrecision.MONTH:
            assert self.month is not None
            return f"{about}{MONTHS[self.month - 1]} {self.year}"
        if self.precision is DatePrecision.UNKNOWN:
            return f"not known: {self.reason}"
        return str(self)

    def __str__(self) -> str:
        about = "about " if self.about else ""
        if self.precision is DatePrecision.UNKNOWN:
            return f"unknown: {self.reason}"
        year = f"{self.year:04d}"
        if self.season is Season.WINTER:
            assert self.year is not None
            return f"{about}winter {year}/{(self.year + 1) % 100:02d}"
        if self.season:
            return f"{about}{self.season} {year}"
        parts = [year] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return about + "-".join(parts)


def _refuse(written: object) -> InvalidError:
    return InvalidError("PartialDate", [Fault("bad-date", f"found {show(written)}", HOW_TO_WRITE)])

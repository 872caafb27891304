"""A period: a year of any calendar, a quarter, a month, a week, a day, or years together."""

import datetime
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from obamodel.domain.calendars import CALENDAR_YEAR, Calendar
from obamodel.domain.fields import check, choice, documented, one, prose, whole
from obamodel.errors import Fault, InvalidError

if TYPE_CHECKING:
    import pandas as pd

ONE_DAY = datetime.timedelta(days=1)
HOW_TO_WRITE_A_PERIOD = (
    'write a year "2014", "2014/15" or "FYE Mar 2015", a quarter "2014 Q1" or "2014/15 Q1", '
    'a month "Jan 2014" or "2014-01", a week "2011-W01" or "w/e 2011-01-07", a day "2011-01-07", '
    'or years together "2009-2011" or "2015/16 - 19/20"'
)


class Frequency(StrEnum):
    """How long a period is."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


_OF_A_CALENDAR = (Frequency.YEAR, Frequency.QUARTER)


@documented
@frozen(kw_only=True)
class Period:
    """A stretch of time over which something was counted or measured.

    Two periods are equal when they are the same days in the same kind of counting, however their
    sources print them. How one was printed is kept and printed back.

    Examples
    --------
    >>> year = Period.parse("2014/15")
    >>> print(year.start, year.end, year.calendar)
    2014-04-01 2015-03-31 financial
    >>> year == Period.parse("FYE Mar 2015")
    True
    >>> print(Period.parse("FYE Mar 2015").shift(1))
    FYE Mar 2016
    >>> pooled = Period.parse("2009-2011")
    >>> pooled.years, pooled.overlaps(pooled.shift(1)), pooled.overlaps(pooled.shift(3))
    (3, True, False)
    """

    frequency: Frequency = field(
        metadata=choice(Frequency, "A year, a quarter, a month, a week or a day.")
    )
    start: datetime.date = field(metadata=one(datetime.date, "The first day of it."))
    calendar: Calendar | None = field(
        default=None,
        metadata=one(Calendar, "For a year or a quarter: on which day its year begins."),
    )
    years: int = field(
        default=1, metadata=whole("How many years are taken together; mostly one.", at_least=1)
    )
    written: str = field(
        default="", eq=False, repr=False, metadata=prose("How the source prints it.")
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if type(self.start) is not datetime.date:
            found = f"found {self.start}, a moment of a day"
            yield Fault("bad-period", found, "give the day alone, as a date", path=("start",))
            return
        if self.years != 1 and self.frequency is not Frequency.YEAR:
            found = f"{self.years} years of a {self.frequency}"
            yield Fault("bad-period", found, "only years are taken together", path=("years",))
            return
        if self.frequency in _OF_A_CALENDAR and self.calendar is None:
            yield Fault(
                "calendar-missing",
                f"nothing says when the year of this {self.frequency} begins",
                "give a Calendar, such as FINANCIAL_YEAR",
                path=("calendar",),
            )
            return
        if self.frequency not in _OF_A_CALENDAR and self.calendar is not None:
            found = f"a {self.frequency} is the same in every calendar"
            yield Fault("bad-period", found, "leave the calendar out", path=("calendar",))
            return
        try:
            if self._begin(self.ordinal) != self.start:
                found = f"no {self.frequency} of this calendar begins on {self.start}"
                yield Fault("bad-period", found, "give its first day", path=("start",))
            self._begin(self.ordinal + self.years)
        except (ValueError, OverflowError):
            found = "it is not within the years 1 to 9998"
            yield Fault("bad-period", found, "check the year", path=("start",))

    # --- where it lies in time -----------------------------------------------------------

    @cached_property
    def ordinal(self) -> int:
        """Its number in the row of its kind: two that follow each other differ by 1.

        Pooled years step by one year, as a rolling average does.
        """
        start = self.start
        if self.frequency is Frequency.DAY:
            return start.toordinal()
        if self.frequency is Frequency.WEEK:
            return start.toordinal() // 7
        if self.frequency is Frequency.MONTH:
            return start.year * 12 + start.month - 1
        assert self.calendar is not None
        year = self.calendar.year_of(start)
        if self.frequency is Frequency.YEAR:
            return year
        months = (start.year - year) * 12 + start.month - self.calendar.month
        return year * 4 + months // 3

    def _begin(self, ordinal: int) -> datetime.date:
        """Return the first day of the period of this kind with another number."""
        if self.frequency in (Frequency.DAY, Frequency.WEEK):
            length = 7 if self.frequency is Frequency.WEEK else 1
            return self.start + (ordinal - self.ordinal) * length * ONE_DAY
        if self.frequency is Frequency.MONTH:
            return datetime.date(ordinal // 12, ordinal % 12 + 1, 1)
        assert self.calendar is not None
        if self.frequency is Frequency.YEAR:
            return self.calendar.first_day(ordinal)
        years, month = divmod(self.calendar.month - 1 + ordinal % 4 * 3, 12)
        return datetime.date(ordinal // 4 + years, month + 1, self.calendar.day)

    @property
    def end(self) -> datetime.date:
        """Its last day."""
        return self._begin(self.ordinal + self.years) - ONE_DAY

    @property
    def quarter(self) -> int | None:
        """Which quarter of its year it is, 1 to 4; none where it is not a quarter."""
        return self.ordinal % 4 + 1 if self.frequency is Frequency.QUARTER else None

    def shift(self, steps: int) -> "Period":
        """Return the period that many steps later, or earlier, written in the same way.

        Raises
        ------
        InvalidError
            When there is no such period, because no calendar has its year.

        Examples
        --------
        >>> print(Period.parse("2014/15").shift(1), Period.parse("Q1 2014").shift(-1))
        2015/16 Q4 2013
        """
        from obamodel.domain.period_writing import rewrite

        try:
            start = self._begin(self.ordinal + steps)
        except (ValueError, OverflowError):
            found = f"{self.notation} has no period {steps:+} steps from it"
            mend = "stay within the years 1 to 9998"
            raise InvalidError("Period", [Fault("bad-period", found, mend)]) from None
        moved = evolve(self, start=start, written="")
        return evolve(moved, written=rewrite(self, moved)) if self.written else moved

    def comparable_with(self, other: "Period") -> bool:
        """Say whether both are of one kind: one can follow the other in a series."""
        return self.kind == other.kind

    @property
    def kind(self) -> tuple[Frequency, Calendar | None, int, int | None]:
        """What all periods of a series share: frequency, calendar, years and weekday of a week."""
        weekday = self.start.weekday() if self.frequency is Frequency.WEEK else None
        return (self.frequency, self.calendar, self.years, weekday)

    def overlaps(self, other: "Period") -> bool:
        """Say whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def __lt__(self, other: "Period") -> bool:
        return self._place(other, "<") < other.ordinal

    def __le__(self, other: "Period") -> bool:
        return self._place(other, "<=") <= other.ordinal

    def __gt__(self, other: "Period") -> bool:
        return self._place(other, ">") > other.ordinal

    def __ge__(self, other: "Period") -> bool:
        return self._place(other, ">=") >= other.ordinal

    def _place(self, other: object, sign: str) -> int:
        if not isinstance(other, Period):
            raise TypeError(f"cannot ask whether a Period {sign} {type(other).__name__}")
        if not self.comparable_with(other):
            raise TypeError(
                f"cannot ask whether {self.notation} {sign} {other.notation}: "
                f"one is {self.kind_in_words}, the other {other.kind_in_words}"
            )
        return self.ordinal

    # --- reading and printing ------------------------------------------------------------

    @classmethod
    def parse(
        cls,
        written: str,
        calendar: Calendar | str | None = None,
        *,
        frequency: Frequency | str | None = None,
        pooled: int | None = None,
    ) -> "Period":
        """Read one period as a source prints it; what could mean two things is refused.

        A year with a slash, such as "2014/15", is a financial year from April, as is usual in the
        United Kingdom, unless another calendar is named. Days after "w/e" and "w/c" are day before
        month, as is usual there too.

        Parameters
        ----------
        written
            How it is printed. The forms are listed in :data:`HOW_TO_WRITE_A_PERIOD`.
        calendar
            On which day its year begins, such as ``"academic"``, where the text leaves it open.
        frequency
            How long it is, such as ``"month"``, where the text leaves it open.
        pooled
            How many years are taken together, where the text leaves it open; 1 for a single year.

        Raises
        ------
        InvalidError
            When it is no period, or could be more than one: the mend says what to give.

        Examples
        --------
        >>> Period.parse("2014/15", calendar="academic").start
        datetime.date(2014, 9, 1)
        >>> Period.parse("w/e 07/01/2011").in_words()
        'the week ending 7 January 2011'
        >>> Period.parse("2014-15", pooled=2).in_words()
        '2014 to 2015'
        """
        from obamodel.domain.period_columns import read_column

        (period,) = read_column(
            [written], calendar, frequency=frequency, pooled=pooled, what="Period", places=[()]
        )
        return period

    @classmethod
    def containing(
        cls,
        day: datetime.date,
        frequency: Frequency | str,
        calendar: Calendar | str | None = None,
    ) -> "Period":
        """Return the period of a length that holds a day; weeks begin on Monday.

        Parameters
        ----------
        calendar
            For years and quarters; from January where it is not named.

        Examples
        --------
        >>> print(Period.containing(datetime.date(2014, 5, 3), "quarter", "financial"))
        2014/15 Q1
        """
        length = Frequency(frequency)
        if length is Frequency.DAY:
            return cls(frequency=length, start=day)
        if length is Frequency.WEEK:
            return cls(frequency=length, start=day - day.weekday() * ONE_DAY)
        if length is Frequency.MONTH:
            return cls(frequency=length, start=day.replace(day=1))
        named = Calendar.parse(calendar) if calendar is not None else CALENDAR_YEAR
        year = named.first_day(named.year_of(day))
        found = cls(frequency=length, start=year, calendar=named)
        while found.end < day:
            found = found.shift(1)
        return found

    @property
    def notation(self) -> str:
        """Our own way to write it, which can be read in one way only."""
        from obamodel.domain.period_writing import write_notation

        return write_notation(self)

    @property
    def text(self) -> str:
        """As its source prints it where that can be read in one way only, else what adds to it.

        This is what a file keeps: ``Period.parse(period.text)`` is equal and mostly prints alike.

        Examples
        --------
        >>> Period.parse("FYE Mar 2015").text, Period.parse("2014-15", calendar="academic").text
        ('FYE Mar 2015', '2014-15 (academic)')
        """
        from obamodel.domain.period_writing import write_text

        return write_text(self)

    def in_words(self) -> str:
        """Write it as a reader would say it, in short.

        Examples
        --------
        >>> Period.parse("2014 Q1").in_words()
        'January to March 2014'
        """
        from obamodel.domain.period_writing import say

        return say(self)

    @property
    def kind_in_words(self) -> str:
        """What kind of period it is, such as a financial year or 3 calendar years together."""
        from obamodel.domain.period_writing import say_kind

        return say_kind(self)

    def __str__(self) -> str:
        return self.written or self.notation

    # --- pandas --------------------------------------------------------------------------

    def to_pandas(self) -> "pd.Period":
        """Return the same period as pandas holds it.

        Raises
        ------
        InvalidError
            When pandas has no such period: pooled years, and years that begin within a month.

        Examples
        --------
        >>> Period.parse("2014/15").to_pandas()
        Period('2015', 'Y-MAR')
        """
        from obamodel.domain.period_exchange import to_pandas

        return to_pandas(self)

    @classmethod
    def from_pandas(cls, period: "pd.Period") -> "Period":
        """Return a period that pandas holds as one of ours.

        Raises
        ------
        InvalidError
            When it is of a length that we do not count in, such as hours or working days.

        Examples
        --------
        >>> import pandas as pd
        >>> print(Period.from_pandas(pd.Period("2015", freq="Y-MAR")))
        2014/15
        """
        from obamodel.domain.period_exchange import from_pandas

        return from_pandas(period)

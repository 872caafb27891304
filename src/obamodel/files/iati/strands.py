"""Which values of an indicator belong together: the same places and groups, the same periods."""

import datetime
from typing import Any

from attrs import define, field, frozen

from obamodel.domain.calendars import CALENDAR_YEAR, Calendar
from obamodel.domain.fields import show
from obamodel.domain.periods import Frequency, Period
from obamodel.errors import Fault
from obamodel.files.iati.notes import Notes
from obamodel.files.iati.nouns import IatiBaseline, IatiIndicator, IatiValue
from obamodel.files.iati.numbers import read_number
from obamodel.files.iati.periods import find_period
from obamodel.files.iati.slices import IatiSlice
from obamodel.files.iati.titles import choose_words

_TAKE_YEARS = "give starting_values=True to take it as the value of its year"
_KEEP_IT = "keep it by other means if it matters"


@frozen(kw_only=True)
class Dated:
    """A value in its period: a number, or the words that stand instead of one."""

    period: Period
    number: float | None
    comment: str
    line: int | None


@define
class Strand:
    """The actual values and targets of one slice in periods of one kind."""

    slice: IatiSlice
    actuals: dict[Period, Dated] = field(factory=dict)
    targets: dict[Period, Dated] = field(factory=dict)

    @property
    def periods(self) -> list[Period]:
        """The periods of its actual values in the order of time, and then those of its targets."""
        return [*sorted(self.actuals, key=lambda one: one.ordinal), *self.targets]


def find_strands(
    indicator: IatiIndicator,
    key: str,
    language: str,
    notes: Notes,
    *,
    calendar: Calendar | None = None,
    starting_values: bool = False,
) -> list[Strand]:
    """Sort the values of an indicator into strands, each of which can become one series.

    Values of different slices are never added up, nor are periods of different lengths mixed.

    Parameters
    ----------
    indicator, key
        The indicator, and its short name for the messages.
    language
        The language of the comments that are wanted.
    notes
        To these is added a value that is no number or is there twice, and what has no place.
    calendar, starting_values
        As for :func:`read_iati`.
    """
    sorting = _Sorting(key, language, notes)
    for one in indicator.periods:
        found = find_period(one.start, one.end, calendar)
        if isinstance(found, Fault):
            if one.targets or one.actuals:
                notes.leave(one.line, found.code, found.found, found.mend, key)
            continue
        for target in one.targets:
            sorting.put(target, found, is_target=True)
        for actual in one.actuals:
            sorting.put(actual, found)
    for baseline in indicator.baselines:
        sorting.put_baseline(baseline, is_wanted=starting_values)
    return [strand for strand in sorting.strands.values() if strand.periods]


class _Sorting:
    """The values of one indicator being sorted."""

    def __init__(self, key: str, language: str, notes: Notes) -> None:
        self.key = key
        self.language = language
        self.notes = notes
        self.strands: dict[tuple[IatiSlice, Any], Strand] = {}

    def put(self, value: IatiValue, period: Period, *, is_target: bool = False) -> None:
        dated = self.read(value, period)
        which = IatiSlice.of(value)
        strand = self.strands.setdefault((which, period.kind), Strand(slice=which))
        if dated is None:
            return
        there = strand.targets if is_target else strand.actuals
        if period in there:
            what = "target" if is_target else "value"
            of = "" if which.is_everybody else f" for {show(str(which))}"
            line = there[period].line
            found = f"there is a {what} of {period.in_words()}{of} already, in line {line}"
            mend = "keep the one that is right; they are never added or averaged"
            self.notes.refuse(value.line, "duplicate-period", found, mend, self.key)
            return
        there[period] = dated

    def read(self, value: IatiValue | IatiBaseline, period: Period) -> Dated | None:
        comment = choose_words(value.comment, self.language)
        if value.value is None:
            if not comment:
                found = "there is no value, and no comment says why"
                mend = "write the value, or the reason as a comment; an empty place is not zero"
                self.notes.refuse(value.line, "number-missing", found, mend, self.key)
                return None
            return Dated(period=period, number=None, comment=comment, line=value.line)
        number = read_number(value.value)
        if number is None:
            found = f"found {show(value.value)}"
            mend = "write a number: digits only, and a point before decimals"
            self.notes.refuse(value.line, "not-a-number", found, mend, self.key)
            return None
        return Dated(period=period, number=number, comment=comment, line=value.line)

    def put_baseline(self, baseline: IatiBaseline, *, is_wanted: bool) -> None:
        """Take a starting value as that of its year, if somebody says so and there are years."""
        strand, year = self.find_years(baseline)
        found = f"the starting value {show(baseline.value or '')} of {baseline.year}"
        mend = _KEEP_IT
        if baseline.value is None:
            found, strand = f"the starting value of {baseline.year}, which is in words", None
        elif strand is None or year is None:
            found += ", whose indicator has no series of calendar years"
        elif baseline.iso_date is not None and baseline.iso_date.year != baseline.year:
            found += f", which is said to be of {baseline.iso_date}"
            strand = None
        elif year in strand.actuals:
            found += ", a year that has another value already"
            strand = None
        elif not is_wanted:
            mend, strand = _TAKE_YEARS, None
        if strand is None or year is None:
            self.notes.leave(baseline.line, "starting-value", found, mend, self.key)
            return
        dated = self.read(baseline, year)
        if dated is not None:
            strand.actuals[year] = dated

    def find_years(self, baseline: IatiBaseline) -> tuple[Strand | None, Period | None]:
        if baseline.year >= datetime.MAXYEAR:
            return None, None
        start = datetime.date(baseline.year, 1, 1)
        year = Period(frequency=Frequency.YEAR, start=start, calendar=CALENDAR_YEAR)
        return self.strands.get((IatiSlice.of(baseline), year.kind)), year

"""Periods to and from pandas, which holds years and quarters by the month they end in."""

from typing import TYPE_CHECKING, Any

from obamodel.domain.calendars import Calendar
from obamodel.domain.dates import MONTHS
from obamodel.domain.fields import show
from obamodel.domain.period import Frequency, Period
from obamodel.errors import Fault, InvalidError

if TYPE_CHECKING:
    import pandas as pd

_MONTHS = [month[:3].upper() for month in MONTHS]
_LETTERS = {Frequency.YEAR: "Y", Frequency.QUARTER: "Q"}
_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_LENGTHS = {"Y": Frequency.YEAR, "A": Frequency.YEAR, "Q": Frequency.QUARTER}


def to_pandas(period: Period) -> "pd.Period":
    """Return a period as pandas holds it.

    Examples
    --------
    >>> to_pandas(Period.parse("2014/15 Q1")), to_pandas(Period.parse("2011-W01"))
    (Period('2015Q1', 'Q-MAR'), Period('2011-01-03/2011-01-09', 'W-SUN'))
    """
    import pandas as pd

    return pd.Period(period.start, freq=name_frequency(period))


def name_frequency(period: Period) -> str:
    """Return the name that pandas has for a period's frequency.

    Raises
    ------
    InvalidError
        When pandas has none.
    """
    calendar = period.calendar
    if period.years > 1:
        found = f"{period} is {period.years} years together"
        raise _refuse(found, "take its first and last day, start and end, instead")
    if calendar is not None:
        if calendar.day != 1:
            found = f"{period} is of a year that begins within a month"
            raise _refuse(found, "take its first and last day, start and end, instead")
        return f"{_LETTERS[period.frequency]}-{_MONTHS[calendar.month - 2]}"
    if period.frequency is Frequency.WEEK:
        return f"W-{_WEEKDAYS[period.end.weekday()]}"
    return "M" if period.frequency is Frequency.MONTH else "D"


def from_pandas(period: "pd.Period") -> Period:
    """Return a period of pandas as one of ours.

    Examples
    --------
    >>> import pandas as pd
    >>> print(from_pandas(pd.Period("2011-01-07", freq="W-FRI")))
    w/e 2011-01-07
    """
    name, _, anchor = str(getattr(period, "freqstr", "")).partition("-")
    start = getattr(period, "start_time", None)
    if start is None or start != start:
        raise _refuse(f"found {show(period)}", "give a period of pandas")
    day = start.date()
    if name in _LENGTHS:
        calendar = Calendar(month=(_MONTHS.index(anchor or "DEC") + 1) % 12 + 1)
        return Period(frequency=_LENGTHS[name], start=day, calendar=calendar)
    lengths = {"M": Frequency.MONTH, "W": Frequency.WEEK, "D": Frequency.DAY}
    if name in lengths:
        return Period(frequency=lengths[name], start=day)
    found = f"found {show(str(period))}, a period of the length {period.freqstr}"
    raise _refuse(found, "give years, quarters, months, weeks or days")


def from_stamps(stamps: Any) -> list[Any]:
    """Return dates of pandas as periods where they say their length, else as they are."""
    import pandas as pd

    index = pd.DatetimeIndex(stamps)
    if index.freq is None:
        return index.tolist()
    name, _, anchor = str(index.freqstr).partition("-")
    # Said by the month it begins in; pandas before 3 takes that for the month it ends in.
    begins = name in ("YS", "QS") and anchor in _MONTHS
    try:
        periods = index.to_period(
            f"{name[0]}-{_MONTHS[_MONTHS.index(anchor) - 1]}" if begins else None
        )
    except (ValueError, AttributeError):
        found = f"found dates with the frequency {index.freqstr}"
        raise _refuse(found, "give years, quarters, months, weeks or days") from None
    faults = [
        Fault(
            "bad-period",
            f"found {show(str(stamp))}, within a period of the length {index.freqstr}",
            "give its first or last day",
            path=(row,),
        )
        for row, (stamp, period) in enumerate(zip(index, periods, strict=True))
        if stamp not in (period.start_time, period.end_time.normalize())
    ]
    if faults:
        raise InvalidError("periods", faults)
    return list(periods)


def _refuse(found: str, mend: str) -> InvalidError:
    return InvalidError("Period", [Fault("bad-period", found, mend)])

"""How are values, rules and changes said?"""

from collections.abc import Iterator
from enum import StrEnum

from obamodel.domain.periods import Frequency
from obamodel.domain.series import Series
from obamodel.stats.answers import say_number
from obamodel.stats.variation.rules import Rule

_MOST_DECIMALS = 3
_THOUSANDS = 1000


class Change(StrEnum):
    """What a value that is, or is not, out of the ordinary means for the people it is about."""

    ORDINARY = "nothing out of the ordinary"
    IMPROVEMENT = "an improvement"
    CONCERN = "a concern"
    # Where nobody has said which direction is better.
    HIGH = "out of the ordinary, and high"
    LOW = "out of the ordinary, and low"
    TOO_FEW = "too few points to say"


_RULES = {
    (Rule.OUTSIDE, 1): "above the upper limit",
    (Rule.OUTSIDE, -1): "below the lower limit",
    (Rule.TREND, 1): "one of seven or more that rise each time",
    (Rule.TREND, -1): "one of seven or more that fall each time",
    (Rule.TWO_OF_THREE, 1): "one of two in three close to the upper limit",
    (Rule.TWO_OF_THREE, -1): "one of two in three close to the lower limit",
    (Rule.SHIFT, 1): "one of seven or more in a row above the mean",
    (Rule.SHIFT, -1): "one of seven or more in a row below the mean",
}


def say_rule(signal: int) -> str:
    """Say which rule a point broke; nothing where it broke none.

    Parameters
    ----------
    signal
        As :func:`~obamodel.stats.variation.find_signals` gives it.

    Examples
    --------
    >>> say_rule(-1), say_rule(0)
    ('below the lower limit', '')
    """
    if not signal:
        return ""
    return _RULES[Rule(abs(signal)), 1 if signal > 0 else -1]


def judge_change(signal: int, good: int) -> Change:
    """Say what a signal means, by the direction that is better.

    Parameters
    ----------
    signal
        As :func:`~obamodel.stats.variation.find_signals` gives it: for a trend its sign is that
        of the slope, so a rise below the mean is still a rise.
    good
        Which direction is better: 1 upwards, -1 downwards, 0 neither.

    Examples
    --------
    >>> print(judge_change(2, good=1), judge_change(2, good=-1), sep=" / ")
    an improvement / a concern
    """
    if not signal:
        return Change.ORDINARY
    if not good:
        return Change.HIGH if signal > 0 else Change.LOW
    return Change.IMPROVEMENT if signal * good > 0 else Change.CONCERN


def say_value(series: Series, value: float, *, digits: int = 0) -> str:
    """Write a value with its unit, and as many decimals as the series has or some more."""
    return _add_unit(series, _write(series, value, digits))


def say_span(series: Series, lower: float, upper: float) -> str:
    """Write a span between two values, with its unit once."""
    return f"{_write(series, lower, 1)} and {_add_unit(series, _write(series, upper, 1))}"


def list_cautions(series: Series) -> Iterator[str]:
    """List what a reader should weigh whichever chart of a series is looked at."""
    missing = sum(value is None for value in series.values)
    if missing:
        yield (
            f"{say_number(missing, 'missing value')} passed over, as if the values on either side "
            "followed each other."
        )
    if series.overlaps:
        yield (
            "The periods overlap, so each value shares data with the next: runs and trends come "
            "easily, and limits are too narrow."
        )
    if series.frequency is not Frequency.YEAR:
        yield (
            "Ups and downs with the time of year, or of the week, are not taken out: they can "
            "hide what is new, or look like it."
        )


def _write(series: Series, value: float, digits: int) -> str:
    # A decimal more says nothing about thousands.
    decimals = _count_decimals(series) + (digits if abs(value) < _THOUSANDS else 0)
    written = f"{value:,.{decimals}f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _add_unit(series: Series, written: str) -> str:
    return f"{written}%" if series.unit == "%" else f"{written} {series.unit}"


def _count_decimals(series: Series) -> int:
    most = 0
    for value in series.values:
        if value is not None:
            _, _, decimals = f"{value:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")
            most = max(most, len(decimals))
    return most

"""How lines through a series are said, in words a twelve-year-old can follow."""

import math
from collections.abc import Iterator

from obamodel.domain.periods import Frequency, Period
from obamodel.domain.series import Flag, Series, SeriesKind
from obamodel.stats.answers import MOST_NAMED, join_names, say_number
from obamodel.stats.its.estimates import Estimate
from obamodel.stats.its.lines import FitMethod, InterruptedSeries, Part

FEW_POINTS = 12
"""Below it, Turner and others (2021) prefer ordinary least squares to what allows for echoes."""
_WIDE_SCATTER = 1.5


# --- the sentence ------------------------------------------------------------------------


def say_lines(answer: InterruptedSeries) -> str:
    """Say the answer in a few plain sentences."""
    return " ".join(_say_parts(answer))


def _say_parts(answer: InterruptedSeries) -> Iterator[str]:
    yield (
        f"{answer.series.name}: at the start ({answer.starts}) the new line "
        f"{_say_change(answer, answer.level_change, answer.slope_change, 'the line before it')}"
    )
    changes = [answer.level_change, answer.slope_change]
    step = answer.level_change_after_end
    if answer.ends is not None and step is not None:
        until = _say_change(answer, step, answer.slope_change_after_end, "the line until then")
        yield f"After the end ({answer.ends.shift(1)}) the line {until}"
        changes += [step, answer.slope_change_after_end]
    known = [one for one in changes if one is not None]
    unclear = [one for one in known if not one.is_clear]
    if len(unclear) == len(known):
        none = "This" if len(known) == 1 else "None of this"
        yield f"{none} is {'not ' if len(known) == 1 else ''}clear: no change at all would fit too."
    elif unclear:
        named = " and the ".join(_NAMES[one.term] for one in unclear)
        verb = "is" if len(unclear) == 1 else "are"
        yield f"The {named} {verb} not clear: none at all would fit too."
    yield "The lines show what moved, not why."


_NAMES = {
    "level_change": "step at the start",
    "slope_change": "bend since the start",
    "level_change_after_end": "step after the end",
    "slope_change_after_end": "bend after the end",
}


def _say_change(
    answer: InterruptedSeries, step: Estimate, bend: Estimate | None, from_where: str
) -> str:
    series, places = answer.series, ("above", "below")
    stands = _say_size(series, step, step.value, *places)
    said = f"stands {stands} where {from_where} leads ({_say_limits(step, *places)})"
    if is_nought(step):
        said = f"stands where {from_where} leads ({_say_limits(step, *places)})"
    if bend is None:
        return f"{said}."
    ways = ("up", "down")
    moves = f"moves {_say_size(series, bend, bend.value, *ways)}"
    if is_nought(bend):
        moves = "does not move"
    return (
        f"{said}, and with each {answer.starts.frequency} after that the gap {moves} "
        f"({_say_limits(bend, *ways)})."
    )


def _say_size(series: Series, change: Estimate, value: float, more: str, less: str) -> str:
    size, precision = _measure(change, value)
    if change.is_ratio:
        unit = "%"
    else:
        unit = " percentage points" if series.unit == "%" else f" {series.unit}".rstrip()
    return f"{write_number(abs(size), precision)}{unit} {less if size < 0 else more}"


def _say_limits(change: Estimate, more: str, less: str) -> str:
    ends = []
    for value in (change.lower, change.upper):
        size, precision = _measure(change, value)
        unit = "%" if change.is_ratio else ""
        ends.append(f"{write_number(abs(size), precision)}{unit} {less if size < 0 else more}")
    return f"95% interval: {ends[0]} to {ends[1]}"


def _measure(change: Estimate, value: float) -> tuple[float, float]:
    """Return a difference, or by how many per cent a ratio is more or less, and its precision."""
    if change.is_ratio:
        return 100 * (value - 1), 100 * change.standard_error
    return value, change.standard_error


def is_nought(change: Estimate) -> bool:
    """Whether a change is nought to the digits it is written with."""
    size, precision = _measure(change, change.value)
    return not write_number(abs(size), precision).strip("0.,")


def write_number(number: float, precision: float) -> str:
    """Write a number to the second digit of how surely it is known.

    Examples
    --------
    >>> write_number(92.2818, 30.3), write_number(0.68789, 1.79), write_number(12345.6, 4000)
    ('92', '0.7', '12,346')
    """
    decimals = max(0, 1 - math.floor(math.log10(precision))) if precision > 0 else 6
    return f"{number:,.{decimals}f}"


# --- what a reader should weigh ----------------------------------------------------------


def list_caveats(answer: InterruptedSeries) -> tuple[str, ...]:
    """List what a reader should weigh."""
    return (
        *_list_always(),
        *_list_of_method(answer),
        *_list_of_season(answer),
        *_list_of_points(answer),
    )


def _list_always() -> Iterator[str]:
    yield (
        "This is one description by straight lines. It is not this library's verdict on whether "
        "the curve has turned."
    )
    yield (
        "A straight line drawn on from the past is easily wrong: where things really bend, wander "
        "or level off, it announces turns that are not there."
    )
    yield (
        "Anything else that changed at about the same time would look the same, and so would a "
        "start that was chosen after seeing the values."
    )
    yield (
        "Another way of fitting can say something else: for 190 published series, six ways did "
        "not always agree on whether a change was shown (Turner and others 2021)."
    )


def _list_of_method(answer: InterruptedSeries) -> Iterator[str]:
    method, used = answer.method, answer.points_used
    each = answer.starts.frequency
    yield (
        "What is off the line often stays off it for a while. Short series show less of that than "
        "there is, so the intervals are mostly too narrow (Turner and others 2021)."
    )
    if used < FEW_POINTS and method in (FitMethod.NEWEY_WEST, FitMethod.PRAIS_WINSTEN):
        yield (
            f"There are fewer than {FEW_POINTS} points ({used}); for so few, ordinary least "
            'squares (method="ols") are advised after a large simulation (Turner and others 2021).'
        )
    if method is FitMethod.NEWEY_WEST:
        yield (
            f"Newey-West looked {say_number(answer.lags or 0, each)} back. Where echoes last "
            "longer, its intervals are too narrow, and those of Prais-Winsten hold better "
            "(Linden 2026)."
        )
    elif method is FitMethod.PRAIS_WINSTEN:
        yield (
            f"Prais-Winsten takes it that one share ({answer.echo:.2f}) of what is off the line is "
            f"left at the next {each}; other patterns are not allowed for."
        )
    else:
        yield f"The intervals take each {each} as independent of the one before."
    if answer.durbin_watson is not None:
        yield (
            f"The Durbin-Watson number ({answer.durbin_watson:.2f}; 2 would be no echo) is not to "
            "be relied on in short series."
        )
    if answer.design_effect > 1:
        yield (
            f"With the echo that was found ({answer.echo:.2f}), the {used} points say about as "
            f"much as {max(1, round(answer.effective_points))} would without it."
        )
    if method is FitMethod.POISSON and (answer.dispersion or 0.0) > _WIDE_SCATTER:
        yield (
            f"The counts scatter {answer.dispersion:.1f} times as widely as Poisson allows, so "
            'the intervals are too narrow; use method="quasi-poisson".'
        )
    if method.counts:
        yield "The lines are straight for the logarithm, so the changes are ratios."


def _list_of_season(answer: InterruptedSeries) -> Iterator[str]:
    frequency = answer.starts.frequency
    if frequency is Frequency.YEAR:
        return
    if not answer.season:
        yield (
            "Nothing is done about the time of year, which can pass for a change; season=1 or "
            "season=2 would allow for it."
        )
        return
    years = (answer.starts.start - answer.points[0].period.start).days / 365.25
    if years < 2:
        yield (
            "There are fewer than two years before the start, so the time of year and the change "
            "cannot be told apart well."
        )


def _list_of_points(answer: InterruptedSeries) -> Iterator[str]:
    missing = [point.period for point in answer.points if point.value is None]
    if missing:
        yield (
            f"{say_number(len(missing), 'period')} without a value "
            f"{'is' if len(missing) == 1 else 'are'} left out, and time goes on through "
            f"{'it' if len(missing) == 1 else 'them'}: {_name(missing)}."
        )
    if answer.series.kind is SeriesKind.COUNT and not answer.with_offset:
        yield "A count also moves with the number of people there are."
    for flag in (Flag.PROVISIONAL, Flag.ESTIMATED):
        marked = [one.period for one in answer.series.observations if flag in one.flags]
        if marked:
            yield f"Marked as {flag}: {_name(marked)}."
    beyond = [
        point.period
        for point in answer.points
        if point.fitted is None or (point.part is not Part.BEFORE and point.counterfactual is None)
    ]
    if beyond:
        yield (
            "The line leads where no value can be, or cannot be given for want of a number of "
            f"people, so nothing is said of it there: {_name(beyond)}."
        )


def _name(periods: list[Period]) -> str:
    return join_names(map(str, periods), most=MOST_NAMED)

"""How is a verdict said, in words a twelve-year-old can follow?"""

from collections.abc import Iterator, Sequence

from obamodel.domain.baselines import Method
from obamodel.domain.periods import Frequency, Period
from obamodel.domain.series import Flag, SeriesKind
from obamodel.stats.answers import join_names, say_number
from obamodel.stats.turning.curves import CurveAnswer, Departure
from obamodel.stats.turning.judging import (
    ENOUGH_BEFORE,
    LEAST_AFTER,
    LEAST_BEFORE,
    LEAST_FOR_LIMITS,
)
from obamodel.stats.turning.words import AfterEnd, Verdict

_LARGE = 100
"""From here on, a mean of whole numbers is said as a whole number."""

_NO_ANSWER = (Verdict.TOO_EARLY, Verdict.TOO_FEW)

RIVALS = (
    "Something else may have changed at the same time: a law, a price, the wider economy.",
    "The people in the numbers may be others than before.",
    "What is counted, or how, may have changed.",
    "A run of unusually bad years is often followed by better ones whatever is done.",
)
"""What else may explain a turn of any curve."""


# --- the sentence ------------------------------------------------------------------------


def say_answer(answer: CurveAnswer) -> str:
    """Say the answer in a few plain sentences."""
    return " ".join(_say_parts(answer))


def _say_parts(answer: CurveAnswer) -> Iterator[str]:
    name = answer.series.name
    gap = say_gap(answer)
    agreed = answer.baseline.agreed_by
    expected = f"agreed by {agreed}" if agreed else "forecast"
    match answer.verdict:
        case Verdict.TURNED:
            yield f"{name}: the curve has turned against this baseline. {gap}"
            yield _say_beyond(answer)
        case Verdict.SIGNS_OF_A_TURN:
            yield f"{name}: there are signs of a turn. {gap}"
            yield "It looks better than the forecast, but it is not sure yet."
        case Verdict.NO_TURN_SHOWN:
            yield f"{name}: no turn is shown. {gap}"
            yield from _say_within(answer)
        case Verdict.NO_WORTHWHILE_TURN:
            assert answer.baseline.worthwhile is not None
            size = say_value(answer, answer.baseline.worthwhile)
            yield f"{name}: there is no worthwhile turn. {gap}"
            yield f"An improvement of {size} or more, the least worth having, is ruled out."
        case Verdict.SIGNS_OF_WORSENING:
            yield f"{name}: there are signs of worsening. {gap}"
            yield "It looks worse than the forecast, but it is not sure yet."
        case Verdict.WORSE:
            yield f"{name}: it is worse than the baseline. {gap}"
            yield _say_beyond(answer)
        case Verdict.TOO_EARLY:
            yield f"{name}: it is too early to say. {_say_what_is_missing(answer)}"
            yield gap
        case Verdict.TOO_FEW:
            yield (
                f"{name}: there are too few points to set a baseline: {answer.points_before}; "
                f"at least {LEAST_BEFORE} are wanted."
            )
            yield gap
        case Verdict.BETTER_THAN_AGREED:
            yield f"{name}: better than the forecast {expected}. {gap}"
        case Verdict.AS_AGREED:
            yield f"{name}: as the forecast {expected}. {gap}"
        case Verdict.WORSE_THAN_AGREED:
            yield f"{name}: worse than the forecast {expected}. {gap}"
    if answer.family is not None and answer.family.alone is not answer.verdict:
        yield (
            f"Alone it would have read: {answer.family.alone}. It is one of "
            f"{answer.family.looked_at} looked at together, and one of many may turn by luck."
        )
    if is_slowed(answer):
        yield "It is still getting worse, but more slowly than forecast: that counts as a turn."
    if answer.possible_from is not None:
        yield _say_when(answer, answer.possible_from)
    if answer.after_end is not None:
        yield _say_after_end(answer)


def _say_within(answer: CurveAnswer) -> Iterator[str]:
    if answer.family is not None and answer.family.alone is not answer.verdict:
        return  # Alone it would lie outside.
    if answer.baseline.method is Method.GIVEN:
        yield "That is within the room for error that was agreed with it."
    else:
        yield "That is within its usual ups and downs."
    if answer.smallest_showable is not None:
        yield _say_smallest(answer, answer.smallest_showable)


def _say_smallest(answer: CurveAnswer, smallest: float) -> str:
    size = say_value(answer, smallest, digits=1)
    departure, series = answer.departure, answer.series
    assert departure is not None, "without a value since the start, no size can be shown"
    limit = departure.expected + series.good * smallest
    below_nothing = limit < 0 and series.kind not in (SeriesKind.MEAN, SeriesKind.SCORE)
    above_all = series.kind is SeriesKind.SHARE and series.per is not None and limit > series.per
    if below_nothing or above_all:
        return (
            f"Only a gap of about {size} or more could have been shown, and there is no room for "
            "one so large: this baseline cannot show a turn over these periods."
        )
    return f"Only a gap of about {size} or more could have been shown."


def _say_beyond(answer: CurveAnswer) -> str:
    if answer.baseline.method is Method.GIVEN:
        return f"That is more than the room for error that {answer.baseline.agreed_by} agreed."
    return "That is more than its usual ups and downs."


def _say_what_is_missing(answer: CurveAnswer) -> str:
    before = answer.points_before
    after = 0 if answer.departure is None else len(answer.departure.periods)
    given = answer.baseline.method is Method.GIVEN
    if before < LEAST_BEFORE and not given:
        return (
            f"The baseline rests on {say_number(before, 'value')}; "
            f"an answer needs {LEAST_BEFORE} or more from before the start."
        )
    if after < LEAST_AFTER:
        there = "There is 1 value" if after == 1 else f"There are {after or 'no'} values"
        if given and not answer.baseline.covariance:
            return f"{there} since the start."
        more = "" if answer.possible_from else ", and this baseline cannot be held against more"
        return f"{there} since the start; an answer needs {LEAST_AFTER}{more}."
    return "The past has no ups and downs at all, so nothing tells how far a value may stray."


def _say_when(answer: CurveAnswer, possible: Period) -> str:
    if answer.points_before < LEAST_BEFORE and answer.baseline.method is not Method.GIVEN:
        return (
            f"A new baseline, frozen when there are {LEAST_BEFORE} values, could be judged with "
            f"{say_period(possible)}."
        )
    return f"An answer will be possible with {say_period(possible)}."


def say_gap(answer: CurveAnswer) -> str:
    """Say how far the values lie from the forecast, and which way that is."""
    departure = answer.departure
    if departure is None:
        return "Nothing has been seen since the start."
    over = _say_periods(departure.periods)
    observed = say_value(answer, departure.observed, digits=1)
    expected = say_value(answer, departure.expected, digits=1, unit=False)
    mean = " on average" if len(departure.periods) > 1 else ""
    if answer.baseline.method is Method.GIVEN:
        forecast = "the forecast agreed was"
    else:
        forecast = "the forecast if nothing changed was"
    return f"{over} it was {observed}{mean}; {forecast} {expected}{_say_direction(departure)}."


def _say_direction(departure: Departure) -> str:
    if departure.value > 0:
        return ", so it is better than forecast"
    return ", so it is worse than forecast" if departure.value < 0 else ""


def _say_periods(periods: Sequence[Period]) -> str:
    first, last = say_period(periods[0]), say_period(periods[-1])
    return f"In {first}" if len(periods) == 1 else f"From {first} to {last}"


def say_period(period: Period) -> str:
    """Say a period in a sentence: months and days in words, the others as they are printed.

    Examples
    --------
    >>> say_period(Period.parse("2022-05")), say_period(Period.parse("2021/22"))
    ('May 2022', '2021/22')
    """
    in_words = period.frequency in (Frequency.MONTH, Frequency.DAY)
    return period.in_words() if in_words else str(period)


def say_value(answer: CurveAnswer, value: float, *, digits: int = 0, unit: bool = True) -> str:
    """Write a value of the series with its unit, with as many decimals as the series has.

    Parameters
    ----------
    answer
        Whose series it is.
    value
        What to write.
    digits
        How many decimals at least, for a mean or a gap that is not large.
    unit
        Whether to name the unit; a percentage always has its sign.
    """
    decimals = count_decimals(answer)
    if abs(value) < _LARGE:
        decimals = max(decimals, digits)
    # Adding 0 takes the sign off what is rounded to nothing.
    written = f"{round(value, decimals) + 0.0:,.{decimals}f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    if answer.series.unit == "%":
        return f"{written}%"
    return f"{written} {answer.series.unit}" if unit and answer.series.unit else written


def count_decimals(answer: CurveAnswer) -> int:
    """Return how many decimals the values of the series are written with, 3 at most."""
    most = 0
    for one in answer.series.observations:
        if one.value is not None:
            _, _, decimals = f"{one.value:.3f}".rstrip("0").partition(".")
            most = max(most, len(decimals))
    return most


def is_slowed(answer: CurveAnswer) -> bool:
    """Whether a curve has turned although it still gets worse: better than forecast is a turn."""
    if answer.verdict not in (Verdict.TURNED, Verdict.SIGNS_OF_A_TURN) or not answer.points:
        return False
    past = [one.value for one in answer.baseline.history if one.value is not None]
    judged = () if answer.departure is None else answer.departure.periods
    values = [point.value for point in answer.points if point.period in judged]
    good, first, last = answer.series.good, values[0], values[-1]
    return good * (last - past[-1]) < 0 and good * (last - first) <= 0


_AFTER_END = {
    AfterEnd.SUSTAINED: "Since it ended, the turn has been sustained.",
    AfterEnd.SIGNS_SUSTAINED: "Since it ended, there are signs that the turn is sustained.",
    AfterEnd.UNCLEAR: "Since it ended, the turn is fading or unclear.",
    AfterEnd.SIGNS_REVERTED: "Since it ended, there are signs that the curve has reverted.",
    AfterEnd.REVERTED: "Since it ended, the curve has reverted.",
    AfterEnd.TURNED_LATE: "While it ran, no turn was shown; the curve turned late, after it ended.",
    AfterEnd.NOT_TURNED: "While it ran, no turn was shown, and none since it ended.",
}


def _say_after_end(answer: CurveAnswer) -> str:
    ended = answer.baseline.ended
    assert ended is not None
    assert answer.after_end is not None
    told = _AFTER_END.get(answer.after_end)
    if told is None:
        return f"What became of it after {say_period(ended)} cannot be said{_say_why_not(answer)}."
    what = answer.baseline.initiative or "The initiative"
    return f"{what[:1].upper()}{what[1:]} ended with {say_period(ended)}. {told}"


def _say_why_not(answer: CurveAnswer) -> str:
    numbers = [0 if one is None else len(one.periods) for one in (answer.during, answer.after)]
    if min(numbers) < LEAST_AFTER:
        return f" yet: that needs {LEAST_AFTER} values during and {LEAST_AFTER} since"
    if not answer.baseline.covariance:
        return ", because the forecast has no limits"
    return f": the baseline rests on fewer than {LEAST_BEFORE} values"


# --- what a reader should weigh ----------------------------------------------------------


def list_rivals(answer: CurveAnswer) -> tuple[str, ...]:
    """List what else may explain it: what people who know it say, then what often does."""
    return (*answer.baseline.rivals, *RIVALS)


def list_caveats(
    answer: CurveAnswer,
    *,
    beyond: Sequence[Period] = (),
    not_compared: Sequence[tuple[str, str]] = (),
) -> tuple[str, ...]:
    """List what a reader should weigh.

    Parameters
    ----------
    answer
        Whose caveats they are.
    beyond
        The periods seen that were not judged.
    not_compared
        The names of series that it was to be compared with, and why it could not be with any.
    """
    found = list(_list_caveats(answer, beyond))
    if not_compared:
        found.append(f"It could be compared with none of these: {say_not_compared(not_compared)}.")
    return tuple(found)


def say_not_compared(left_out: Sequence[tuple[str, str]]) -> str:
    """Say which series could not be compared and why, a reason that several share only once.

    Examples
    --------
    >>> say_not_compared([("Bury", "other unit"), ("Leeds", "no value"), ("Oldham", "other unit")])
    'Bury and Oldham (other unit); Leeds (no value)'
    """
    names: dict[str, list[str]] = {}
    for name, reason in left_out:
        names.setdefault(reason, []).append(name)
    return "; ".join(f"{join_names(those)} ({reason})" for reason, those in names.items())


def _list_caveats(answer: CurveAnswer, beyond: Sequence[Period]) -> Iterator[str]:
    baseline, before = answer.baseline, answer.points_before
    frozen = baseline.frozen
    yield (
        f"The baseline was frozen by {frozen.author} ({frozen.on.in_words()}): {frozen.reason} "
        f"It rests on {say_number(before, 'value')}; {say_number(answer.points_after, 'value')} "
        f"since the start {'was' if answer.points_after == 1 else 'were'} judged."
    )
    yield from _say_method(answer)
    if answer.verdict not in _NO_ANSWER:
        yield "A turn says that the curve bent, not what bent it."
    if baseline.method is not Method.GIVEN:
        if LEAST_FOR_LIMITS <= before < LEAST_BEFORE:
            yield "The limits of the forecast are provisional: they rest on very few values."
        elif LEAST_BEFORE <= before < ENOUGH_BEFORE:
            yield f"It is a trial baseline: it rests on fewer than {ENOUGH_BEFORE} values."
    signals = [point for point in answer.points if point.outside]
    if signals and answer.points_after < LEAST_AFTER:
        told = ", ".join(say_period(point.period) for point in signals)
        yield f"Outside the limits of its own period, which is a signal and no verdict: {told}."
    if answer.revisions:
        told = "; ".join(answer.revisions)
        yield f"Past values were revised after the baseline was frozen, which stays: {told}."
    yield from _say_flags(answer)
    if beyond:
        yield (
            "Not judged, because the forecast does not reach them or a break lies before them: "
            f"{', '.join(map(say_period, beyond))}."
        )
    if answer.series.kind is SeriesKind.COUNT:
        yield "A count also moves with the number of people there are."
    if answer.recent is not None and answer.recent.lower is not None and answer.recent.lower <= 0:
        yield "The last few values alone no longer show the turn."
    if answer.family is None:
        yield "It was judged alone. Where many curves are looked at, one may turn by luck."
    else:
        yield (
            f"It was judged as one of {answer.family.looked_at} in the family "
            f"{answer.family.name} (Holm's rule)."
        )


def _say_method(answer: CurveAnswer) -> Iterator[str]:
    baseline = answer.baseline
    if baseline.method is Method.GIVEN:
        if not baseline.covariance:
            yield f"The forecast was agreed by {baseline.agreed_by}, with no error band."
        else:
            yield f"The forecast and its limits were agreed by {baseline.agreed_by}."
        return
    if answer.points_before < LEAST_FOR_LIMITS:
        yield "With so few values the forecast is the last of them, without limits."
        return
    if baseline.method is Method.AVERAGE:
        yield (
            "The forecast is the average of three methods, with limits widened as measured on "
            "other series: where nothing had turned, fewer than 5 in 100 made-up curves were said "
            "to have turned, and 7 in 100 real yearly ones."
        )
    else:
        yield (
            f"The forecast was made by the method {baseline.method}, whose limits hold less "
            "surely than those of the default."
        )
    if not baseline.covariance:
        yield "The past has no ups and downs at all, so the forecast has no limits."


def _say_flags(answer: CurveAnswer) -> Iterator[str]:
    judged = {point.period for point in answer.points}
    for flag in (Flag.PROVISIONAL, Flag.ESTIMATED):
        marked = [
            say_period(one.period)
            for one in answer.series.observations
            if one.period in judged and flag in one.flags
        ]
        if marked:
            yield f"Marked as {flag}: {', '.join(marked)}."
    missing = [
        say_period(one.period)
        for one in (*answer.baseline.history, *answer.series.observations)
        if one.value is None
    ]
    if missing:
        yield f"Values are missing for {', '.join(dict.fromkeys(missing))}."

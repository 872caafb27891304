"""Is a value out of the ordinary? The control chart of one series."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, Series, SeriesKind
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import say_number
from obamodel.stats.variation.assurance import ASSURANCES, Assurance, judge_target
from obamodel.stats.variation.control_chart import ChartedLevel, ChartedPoint, ControlChart
from obamodel.stats.variation.evidence import LEAST_FOR_LIMITS, TRIAL_LIMITS
from obamodel.stats.variation.points import Array, Whole
from obamodel.stats.variation.rules import find_signals
from obamodel.stats.variation.words import (
    Change,
    judge_change,
    list_cautions,
    say_span,
    say_value,
)
from obamodel.stats.variation.xmr import LIMIT_WIDTH, Limits, chart_limits

_BELOW_NOTHING = (SeriesKind.COUNT, SeriesKind.SHARE, SeriesKind.RATE)


def chart_variation(
    series: Series,
    *,
    rebase: Iterable[Period | str] = (),
    fix: int | None = None,
    screen_outliers: bool = True,
    target: float | None = None,
    width: float = LIMIT_WIDTH,
) -> ControlChart:
    """Chart a series between its natural limits (an XmR chart), and say what stands out.

    Four rules tell what is out of the ordinary; where several fire, the first stands: beyond a
    limit; seven or more that rise, or fall, each time; two of three in the outer third before a
    limit, all three on one side of the mean; seven or more in a row on one side of the mean. A
    missing value is passed over. It is supporting evidence: it asks what happened, and does not
    say whether the curve has turned.

    Parameters
    ----------
    series
        What is charted.
    rebase
        Periods at which new limits begin, or texts that are read with the calendar of the series.
    fix
        After how many observed values the limits are fixed, in each level: later values are
        judged by them and do not move them. At least 5.
    screen_outliers
        Whether steps from value to value that are far larger than the others are left out of the
        limits, as Nelson (1982) advises; the Excel tool of *Making Data Count* keeps them.
    target
        A target, in the unit of the series, to be judged by the limits of the last level.
    width
        How many mean steps lie between the mean and a limit: 2.66, or 3 / 1.128 to match programs
        that do not round.

    Raises
    ------
    InvalidError
        Where the series carries no statistics, or an argument does not fit it; all at once.

    Notes
    -----
    Wheeler, *Understanding Variation* (1993); the rules, their order and the way a target is
    judged are those of the NHS programme *Making Data Count*.

    Examples
    --------
    >>> from obamodel.domain.series import Polarity
    >>> waits = Series.from_dict(
    ...     {str(2010 + place): value for place, value in enumerate([4, 5, 4, 5, 4, 5, 4, 5, 9])},
    ...     id="waits", name="Days of waiting", kind=SeriesKind.MEAN, unit="days",
    ...     polarity=Polarity.LOW,
    ... )
    >>> chart = chart_variation(waits, target=3)
    >>> print(chart)  # the limits are 5 -+ 2.66 x 11/8
    Days of waiting: the last value, 9 days in 2018, is a concern. It is above the upper limit. As
    long as nothing changes, values between 1.3 and 8.7 days are to be expected. These limits come
    from 9 values only, and are on trial. As they stand, the target of 3 days may or may not be met.
    >>> chart.to_frame()[["period", "value", "rule", "change"]].tail(2)
      period  value     rule                       change
    7   2017    5.0     none  nothing out of the ordinary
    8   2018    9.0  outside                    a concern
    """
    series.refuse_statistics("a control chart")
    starts = _read_arguments(series, rebase, fix, target, width)
    values = np.array([np.nan if one is None else one for one in series.values], dtype=np.float64)
    level_of = np.searchsorted(starts, np.arange(len(values)), side="right") - 1
    # Each level is a series of its own, beside the others.
    levels = np.where(level_of == np.arange(len(starts))[:, None], values, np.nan)
    limits = chart_limits(levels, base=fix, screen=screen_outliers, width=width)
    enough = limits.base >= LEAST_FOR_LIMITS
    signals = np.where(enough[:, None], find_signals(levels, limits), 0).sum(axis=0)
    charted = _list_levels(series, levels, limits, starts)
    points = tuple(
        ChartedPoint(
            period=period,
            value=value,
            level=int(level),
            used=used,
            signal=int(signal),
            change=judge_change(int(signal), series.good) if enough[level] else Change.TOO_FEW,
        )
        for period, value, level, used, signal in zip(
            series.periods, series.values, level_of, _list_used(levels, fix), signals, strict=True
        )
    )
    last = next((point for point in reversed(points) if point.value is not None), None)
    assurance = Assurance.NONE
    if target is not None and enough[-1]:
        assurance = ASSURANCES[int(judge_target(limits, target, series.good)[-1])]
    return ControlChart(
        series=series,
        points=points,
        levels=charted,
        variation=last.change if last is not None else Change.TOO_FEW,
        assurance=assurance,
        target=target,
        caveats=tuple(_list_caveats(series, charted, fix)),
        sentence=" ".join(_say(series, charted, last, assurance, target)),
    )


def _read_arguments(
    series: Series,
    rebase: Iterable[Period | str],
    fix: int | None,
    target: float | None,
    width: float,
) -> Whole:
    """Return the places at which levels begin, or refuse with every fault."""
    faults = []
    places = {0}
    given = (rebase,) if isinstance(rebase, (str, Period)) else tuple(rebase)
    for number, one in enumerate(given):
        try:
            places.add(series.periods.index(series.at(one).period))
        except InvalidError as error:
            faults += [fault.under("rebase", number) for fault in error.faults]
    if fix is not None and (isinstance(fix, bool) or fix < LEAST_FOR_LIMITS):
        found = f"limits from {fix} values would mean nothing"
        faults.append(Fault("too-small", found, f"give {LEAST_FOR_LIMITS} or more", path=("fix",)))
    if target is not None and not np.isfinite(target):
        faults.append(Fault("not-finite", f"found {target}", "give a number", path=("target",)))
    if not (np.isfinite(width) and width > 0):
        found = f"found {width}"
        faults.append(Fault("too-small", found, "give a number above 0", path=("width",)))
    if faults:
        raise InvalidError("chart_variation", faults)
    return np.array(sorted(places), dtype=np.intp)


def _list_used(levels: Array, fix: int | None) -> list[bool]:
    observed = ~np.isnan(levels)
    if fix is not None:
        observed &= np.cumsum(observed, axis=1) <= fix
    return [any(used) for used in observed.T.tolist()]


def _list_levels(
    series: Series, levels: Array, limits: Limits, starts: Whole
) -> tuple[ChartedLevel, ...]:
    ends = [*(int(start) - 1 for start in starts[1:]), len(series.periods) - 1]
    numbers = ("mean", "lower", "upper", "near_lower", "near_upper")
    found = []
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        base = int(limits.base[place])
        shown = {
            name: float(getattr(limits, name)[place])
            if base >= (1 if name == "mean" else LEAST_FOR_LIMITS)
            else None
            for name in numbers
        }
        found.append(
            ChartedLevel(
                first=series.periods[start],
                last=series.periods[end],
                points=int(np.count_nonzero(~np.isnan(levels[place]))),
                base=base,
                screened=int(limits.screened[place]),
                **shown,
            )
        )
    return tuple(found)


# --- in words ----------------------------------------------------------------------------


def _say(
    series: Series,
    levels: Sequence[ChartedLevel],
    last: ChartedPoint | None,
    assurance: Assurance,
    target: float | None,
) -> Iterator[str]:
    if last is None or last.value is None:
        yield f"{series.name}: nothing was observed."
        return
    level = levels[last.level]
    value = f"the last value, {say_value(series, last.value)} in {last.period},"
    if level.lower is None or level.upper is None:
        yield (
            f"{series.name}: there {'is' if level.base == 1 else 'are'} only "
            f"{say_number(level.base, 'value')} to set limits from; {LEAST_FOR_LIMITS} are wanted. "
            f"The last value is {say_value(series, last.value)} in {last.period}."
        )
        return
    if not last.signal:
        yield f"{series.name}: {value} is nothing out of the ordinary."
    elif last.change in (Change.HIGH, Change.LOW):
        yield f"{series.name}: {value} is out of the ordinary. It is {last.why}."
    else:
        yield f"{series.name}: {value} is {last.change}. It is {last.why}."
    span = say_span(series, level.lower, level.upper)
    yield f"As long as nothing changes, values between {span} are to be expected."
    if level.base < TRIAL_LIMITS:
        yield f"These limits come from {level.base} values only, and are on trial."
    if target is not None and assurance is not Assurance.NONE:
        of = f"the target of {say_value(series, target)}"
        yield f"As they stand, {assurance.replace('the target', of, 1)}."


def _list_caveats(
    series: Series,
    levels: Sequence[ChartedLevel],
    fix: int | None,
) -> Iterator[str]:
    yield "A value that stands out is a reason to ask what happened; it does not say what did it."
    yield "A series that keeps rising or falling breaks these rules without anything new."
    for level in levels:
        where = f"from {level.first} on " if len(levels) > 1 else ""
        if level.base < LEAST_FOR_LIMITS:
            yield f"The {say_number(level.base, 'value')} {where}are too few to set limits from."
        elif level.base < TRIAL_LIMITS:
            yield (
                f"The limits {where}come from {level.base} values and are on trial: with fewer "
                f"than {TRIAL_LIMITS}, each new value may still move them."
            )
        if level.screened:
            steps = "1 step" if level.screened == 1 else f"{level.screened} steps"
            yield (
                f"To set the limits {where}{steps} from value to value "
                f"{'was' if level.screened == 1 else 'were'} left out, far larger than the others."
            )
        yield from _name_impossible(series, level, where)
    if fix is not None and any(level.points > level.base for level in levels):
        yield f"The limits are fixed after the first {fix} values; later ones do not move them."
    starts = {level.first for level in levels}
    for period in series.breaks:
        if period not in starts:
            yield f"The series has a break at {period}; rebase there to chart each part by itself."
    yield from list_cautions(series)
    if any(Flag.PROVISIONAL in one.flags for one in series.observations):
        yield "Some values are provisional and may still change."


def _name_impossible(series: Series, level: ChartedLevel, where: str) -> Iterator[str]:
    if level.lower is not None and level.lower < 0 and series.kind in _BELOW_NOTHING:
        yield f"The lower limit {where}is below 0, where no value can be: none is too low."
    most = series.per if series.kind is SeriesKind.SHARE else None
    if level.upper is not None and most is not None and level.upper > most:
        said = say_value(series, most)
        yield f"The upper limit {where}is above {said}, where no value can be: none is too high."

"""Does a series keep to one side of its middle for longer than chance would leave it there?"""

import html
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from attrs import evolve, frozen

from obamodel.domain.periods import Period
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import refuse_truth, say_number
from obamodel.stats.variation.evidence import LEAST_FOR_RUNS
from obamodel.stats.variation.runs import count_runs
from obamodel.stats.variation.words import list_cautions, say_value

if TYPE_CHECKING:
    import pandas as pd


class Pattern(StrEnum):
    """What a run chart shows."""

    FOUND = "a pattern that chance seldom leaves"
    NONE = "chance alone can look like this"
    TOO_FEW = "too few points to say"


@frozen(kw_only=True)
class RunPoint:
    """One value beside the middle line.

    Parameters
    ----------
    period
        The period.
    value
        What was observed; none where it is missing.
    run
        How many values its run has had up to it: negative below the line, 0 on it or missing.
    """

    period: Period
    value: float | None
    run: int


@frozen(kw_only=True)
class RunChart:
    """The runs and crossings of a series about its middle.

    Parameters
    ----------
    series
        What is charted.
    verdict
        Whether there is a pattern.
    points
        Every observation, in order of time.
    centre
        The middle line; none where nothing was observed.
    useful
        How many values lie off the line.
    longest, longest_limit
        The longest run, and the longest that can be chance.
    crossings, crossings_limit
        How often the line is crossed, and the fewest crossings that can be chance.
    caveats
        What a reader should weigh.
    sentence
        The answer in plain words.
    """

    series: Series
    verdict: Pattern
    points: tuple[RunPoint, ...]
    centre: float | None
    useful: int
    longest: int
    longest_limit: int
    crossings: int
    crossings_limit: int
    caveats: tuple[str, ...]
    sentence: str

    __bool__ = refuse_truth

    @property
    def signal(self) -> bool:
        """Whether there is a pattern that chance seldom leaves."""
        return self.verdict is Pattern.FOUND

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each observation.

        Returns
        -------
        pandas.DataFrame
            Columns ``series``, ``period`` (text that can be read in one way only), ``value``
            (missing where nothing was observed), ``centre``, ``side`` (1 above, -1 below, 0 on
            the line or missing) and ``run`` (how many values its run has had up to it).
        """
        import pandas as pd

        nothing = float("nan")
        return pd.DataFrame(
            [
                (
                    self.series.id,
                    point.period.text,
                    nothing if point.value is None else float(point.value),
                    nothing if self.centre is None else self.centre,
                    (point.run > 0) - (point.run < 0),
                    abs(point.run),
                )
                for point in self.points
            ],
            columns=["series", "period", "value", "centre", "side", "run"],
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def chart_run(
    series: Series, *, centre: float | None = None, until: Period | str | None = None
) -> RunChart:
    """Chart a series about its middle, and say whether it keeps to one side longer than chance.

    The Anhøj rules: there is a pattern where the longest run on one side of the line is longer
    than log2(n), to the nearest whole number, plus 3; or where the line is crossed less often than
    5 in 100 series would cross it in which nothing happens. Values on the line are passed over,
    and so are missing ones. With fewer than 10 values off the line it is too soon to say. There is
    no rule for trends, on purpose: it does not find what it is thought to find.

    Parameters
    ----------
    series
        What is charted.
    centre
        The line, in the unit of the series; the median of the values where it is not given.
    until
        The last period from which the median is taken, or a text that is read with the calendar
        of the series; all where it is not given. Not with ``centre``.

    Raises
    ------
    InvalidError
        Where the series carries no statistics, or an argument does not fit it; all at once.

    Notes
    -----
    Anhøj and Olesen, *PLoS ONE* 9 (2014), e113825; Schilling, *The College Mathematics Journal*
    43 (2012); Chen, *Journal of Quality Technology* 42 (2010).

    Examples
    --------
    >>> from obamodel.domain.series import Polarity, SeriesKind
    >>> visits = Series.from_dict(
    ...     {str(2010 + place): value for place, value in enumerate([3, 5] * 3 + [9, 8] * 3)},
    ...     id="visits", name="Visits", kind=SeriesKind.COUNT, unit="visits",
    ...     polarity=Polarity.HIGH,
    ... )
    >>> print(chart_run(visits))
    Visits: the values move about their middle (6.5 visits) in a pattern that chance seldom
    leaves. They cross it once, where 3 times is the least that can be chance.
    """
    series.refuse_statistics("a run chart")
    values = np.array([np.nan if one is None else one for one in series.values], dtype=np.float64)
    base = _read_arguments(series, centre, until)
    runs = count_runs(values, centre=centre, base=base)
    useful = int(runs.useful[0])
    if useful < LEAST_FOR_RUNS:
        verdict = Pattern.TOO_FEW
    else:
        verdict = Pattern.FOUND if runs.signal[0] else Pattern.NONE
    line = None if np.isnan(runs.centre[0]) else float(runs.centre[0])
    chart = RunChart(
        series=series,
        verdict=verdict,
        points=tuple(
            RunPoint(period=period, value=value, run=int(run))
            for period, value, run in zip(series.periods, series.values, runs.run[0], strict=True)
        ),
        centre=line,
        useful=useful,
        longest=int(runs.longest[0]),
        longest_limit=int(runs.longest_limit[0]),
        crossings=int(runs.crossings[0]),
        crossings_limit=int(runs.crossings_limit[0]),
        caveats=tuple(_list_caveats(series, useful)),
        sentence="",
    )
    return evolve(chart, sentence=" ".join(_say(chart)))


def _read_arguments(
    series: Series, centre: float | None, until: Period | str | None
) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]] | None":
    """Mark the values that the median comes from, or refuse with every fault."""
    faults = []
    if centre is not None and not np.isfinite(centre):
        faults.append(Fault("not-finite", f"found {centre}", "give a number", path=("centre",)))
    base = None
    if until is not None:
        if centre is not None:
            found = "a line is given as well"
            faults.append(Fault("contradiction", found, "give one of the two", path=("until",)))
        try:
            last = series.at(until).period
            base = np.array([period <= last for period in series.periods])
        except InvalidError as error:
            faults += [fault.under("until") for fault in error.faults]
    if faults:
        raise InvalidError("chart_run", faults)
    return base


def _say(chart: RunChart) -> Iterator[str]:
    name = chart.series.name
    if chart.centre is None:
        yield f"{name}: nothing was observed."
        return
    line = say_value(chart.series, chart.centre, digits=1)
    if chart.verdict is Pattern.TOO_FEW:
        lie = "lies" if chart.useful == 1 else "lie"
        yield (
            f"{name}: only {say_number(chart.useful, 'value')} {lie} off the middle ({line}); "
            f"{LEAST_FOR_RUNS} are wanted to look for a pattern."
        )
        return
    if chart.verdict is Pattern.NONE:
        yield (
            f"{name}: {chart.verdict}. The longest run on one side of the middle ({line}) has "
            f"{chart.longest} values (up to {chart.longest_limit} can be chance), and the middle "
            f"is crossed {_times(chart.crossings)} (down to {_times(chart.crossings_limit)} can be "
            "chance)."
        )
        return
    yield f"{name}: the values move about their middle ({line}) in {chart.verdict}."
    if chart.longest > chart.longest_limit:
        yield (
            f"The longest run on one side has {chart.longest} values, where up to "
            f"{chart.longest_limit} can be chance."
        )
    if chart.crossings < chart.crossings_limit:
        yield (
            f"They cross it {_times(chart.crossings)}, where {_times(chart.crossings_limit)} is "
            "the least that can be chance."
        )


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


def _list_caveats(series: Series, useful: int) -> Iterator[str]:
    yield "A pattern is a reason to ask what happened; it does not say what did it."
    observed = sum(value is not None for value in series.values)
    if observed > useful:
        yield f"{say_number(observed - useful, 'value')} on the middle line passed over."
    yield from list_cautions(series)

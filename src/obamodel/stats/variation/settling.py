"""Has a series settled at a new level, and from when on?"""

import html
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from obamodel.domain.periods import Period
from obamodel.domain.series import Series
from obamodel.stats.answers import refuse_truth, say_number
from obamodel.stats.variation.stable_shift import Found, ShiftRules, Shifts, find_shifts
from obamodel.stats.variation.words import list_cautions, say_value

if TYPE_CHECKING:
    import pandas as pd


@frozen(kw_only=True)
class SettledLevel:
    """A level that the series kept to.

    Parameters
    ----------
    first, last
        Its first and last observed period.
    points
        How many values were observed from one to the other.
    mean, lower, upper
        The mean and the natural limits, set from its first 21 values.
    """

    first: Period
    last: Period
    points: int
    mean: float
    lower: float
    upper: float


@frozen(kw_only=True)
class ShiftEntry:
    """A run that might have been the beginning of a new level, and what became of it.

    Parameters
    ----------
    period
        Where the run, or what was left of it, began.
    found
        Whether it was accepted, or why not.
    because
        The same in a sentence.
    """

    period: Period
    found: Found
    because: str


@frozen(kw_only=True)
class StableShifts:
    """The levels that a series settled at, with the reason for each.

    Parameters
    ----------
    series
        What was looked at.
    levels
        In order of time; none where the series is too short for a first one.
    log
        Every run that was tried.
    caveats
        What a reader should weigh.
    sentence
        The answer in plain words.
    """

    series: Series
    levels: tuple[SettledLevel, ...]
    log: tuple[ShiftEntry, ...]
    caveats: tuple[str, ...]
    sentence: str

    __bool__ = refuse_truth

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each level.

        Returns
        -------
        pandas.DataFrame
            Columns ``series``, ``first``, ``last`` (periods as text), ``points``, ``mean``,
            ``lower`` and ``upper``.
        """
        import pandas as pd

        return pd.DataFrame(
            [
                (
                    self.series.id,
                    level.first.text,
                    level.last.text,
                    level.points,
                    level.mean,
                    level.lower,
                    level.upper,
                )
                for level in self.levels
            ],
            columns=["series", "first", "last", "points", "mean", "lower", "upper"],
        )

    def log_to_frame(self) -> "pd.DataFrame":
        """Return one row for each run that was tried.

        Returns
        -------
        pandas.DataFrame
            Columns ``series``, ``period`` (text), ``accepted`` (true or false) and ``because``.
        """
        import pandas as pd

        return pd.DataFrame(
            [
                (self.series.id, one.period.text, one.found is Found.SETTLED, one.because)
                for one in self.log
            ],
            columns=["series", "period", "accepted", "because"],
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def find_stable_shifts(series: Series, rules: ShiftRules | None = None) -> StableShifts:
    """Find where a series settled at a new level, and say why each break was accepted or not.

    The Stable Shift Algorithm: the first 21 values set the first level; a run of 8 or more on one
    side of its mean may begin a new one, and is accepted where the series does not go back.

    Parameters
    ----------
    series
        What is looked at.
    rules
        When a series counts as settled; as its authors have it where nothing is said.

    Raises
    ------
    InvalidError
        Where the series carries no statistics.

    Notes
    -----
    Woodcock, O'Connor and Bell, the Stable Shift Algorithm, as in the R package *autospc*.

    Examples
    --------
    >>> from obamodel.domain.series import Polarity, SeriesKind
    >>> values = [1, 3] * 10 + [2] + [7, 9] * 11
    >>> calls = Series.from_dict(
    ...     {str(1970 + place): value for place, value in enumerate(values)},
    ...     id="calls", name="Calls", kind=SeriesKind.COUNT, unit="calls",
    ...     polarity=Polarity.NONE,
    ... )
    >>> print(find_stable_shifts(calls))  # eleven times 7 and ten times 9 make 7.95
    Calls: it began at a level of 2 calls. From 1991 it settled at a higher level, 8 calls.
    """
    series.refuse_statistics("a search for settled levels")
    held = rules or ShiftRules()
    values = np.array([np.nan if one is None else one for one in series.values], dtype=np.float64)
    shifts = find_shifts(values, held)
    observed = np.flatnonzero(~np.isnan(values))
    levels = tuple(_list_levels(series, shifts, observed, held)) if shifts.enough[0] else ()
    return StableShifts(
        series=series,
        levels=levels,
        log=tuple(
            ShiftEntry(
                period=series.periods[place],
                found=Found(int(shifts.found[0, place])),
                because=_say_entry(series, shifts, int(place), held),
            )
            for place in np.flatnonzero(shifts.found[0])
        ),
        caveats=tuple(_list_caveats(series, held)),
        sentence=" ".join(_say(series, levels, len(observed), held)),
    )


def _list_levels(
    series: Series,
    shifts: Shifts,
    observed: "np.ndarray[tuple[int], np.dtype[np.intp]]",
    rules: ShiftRules,
) -> Iterator[SettledLevel]:
    starts = [int(observed[0]), *map(int, np.flatnonzero(shifts.found[0] == Found.SETTLED))]
    for start, end in zip(starts, [*starts[1:], len(series.periods)], strict=True):
        within = observed[(observed >= start) & (observed < end)]
        mean = float(shifts.mean[0, start])
        reach = rules.width * float(shifts.moving_range[0, start])
        yield SettledLevel(
            first=series.periods[start],
            last=series.periods[int(within[-1])],
            points=len(within),
            mean=mean,
            lower=mean - reach,
            upper=mean + reach,
        )


def _say_entry(series: Series, shifts: Shifts, place: int, rules: ShiftRules) -> str:
    period = series.periods[place]
    begun = f"From {period} on {rules.run} values or more lie on one side of the mean"
    match Found(int(shifts.found[0, place])):
        case Found.SETTLED:
            mean = say_value(series, float(shifts.mean[0, place]), digits=1)
            return (
                f"Accepted: {begun[0].lower()}{begun[1:]}, and nothing goes back among the "
                f"{rules.period} that set the new level ({mean})."
            )
        case Found.CAME_BACK:
            back = series.periods[int(shifts.back[0, place])]
            return (
                f"Not accepted: {begun[0].lower()}{begun[1:]}, but from {back} on {rules.run} or "
                "more go back."
            )
        case Found.MAY_COME_BACK:
            return (
                f"Not accepted yet: {begun[0].lower()}{begun[1:]}, but the last ones may be on "
                "the way back."
            )
    return (
        f"Not accepted yet: {begun[0].lower()}{begun[1:]}, but fewer than {rules.period} have "
        "been seen since."
    )


def _say(
    series: Series, levels: tuple[SettledLevel, ...], observed: int, rules: ShiftRules
) -> Iterator[str]:
    if not levels:
        verb = "was" if observed == 1 else "were"
        yield (
            f"{series.name}: {say_number(observed, 'value')} {verb} observed; {rules.period} are "
            "wanted to set a level."
        )
        return
    first = say_value(series, levels[0].mean, digits=1)
    if len(levels) == 1:
        yield f"{series.name}: no new level has settled; the first one, {first}, still holds."
        return
    yield f"{series.name}: it began at a level of {first}."
    for before, level in pairwise(levels):
        word = "higher" if level.mean > before.mean else "lower"
        mean = say_value(series, level.mean, digits=1)
        yield f"From {level.first} it settled at a {word} level, {mean}."


def _list_caveats(series: Series, rules: ShiftRules) -> Iterator[str]:
    yield "A new level is a reason to ask what happened; it does not say what did it."
    yield "In a series that rises or falls all the time, levels are only steps of the trend."
    yield from list_cautions(series)
    if not rules.no_regrets:
        yield "Later values may still take back a level that was accepted."

"""From which point on has a series settled at a new level, in each series of a batch?"""

from enum import IntEnum

import numpy as np
from attrs import field, frozen
from numpy.typing import ArrayLike, NDArray

from obamodel.errors import Fault, InvalidError
from obamodel.stats.variation.points import Array, Mask, Points, Whole, stand_points
from obamodel.stats.variation.runs import find_sides, measure_runs
from obamodel.stats.variation.xmr import LIMIT_WIDTH, Limits, chart_limits


class Found(IntEnum):
    """What became of a run that might have been the beginning of a new level."""

    NOT_TRIED = 0
    SETTLED = 1
    CAME_BACK = 2
    MAY_COME_BACK = 3
    TOO_FEW = 4


@frozen(kw_only=True)
class ShiftRules:
    """When a series counts as settled at a new level.

    Parameters
    ----------
    period
        How many points limits are set from.
    run
        How many points on one side of the mean may be a new level.
    exclusions
        How many points beyond the limits may be left out, one at a time, when limits are set.
    no_regrets
        Whether a new level waits where the last run of its period may still grow into a way back.
        With it, later points never take an accepted level away.
    overhanging
        Whether a way back that begins inside the period, and ends after it, speaks against it.
    width
        How many mean moving ranges lie between the mean and a limit.
    """

    period: int = 21
    run: int = 8
    exclusions: int = 3
    no_regrets: bool = True
    overhanging: bool = True
    width: float = LIMIT_WIDTH

    def __attrs_post_init__(self) -> None:
        faults = [
            Fault("too-small", f"it is {found}", f"give {least} or more", path=(name,))
            for name, found, least in (
                ("period", self.period, 2),
                ("run", self.run, 2),
                ("exclusions", self.exclusions, 0),
            )
            if found < least
        ]
        if self.no_regrets and not self.overhanging:
            faults.append(
                Fault(
                    "contradiction",
                    "it is off, but no_regrets is on",
                    "a level that must not be regretted has to look past its period: "
                    "turn both on, or no_regrets off",
                    path=("overhanging",),
                )
            )
        if faults:
            raise InvalidError("ShiftRules", faults)


@frozen(kw_only=True, eq=False)
class Shifts:
    """Where each series of a batch settled at a new level, and what was tried.

    Parameters
    ----------
    found
        For each point, of shape (series, points): a :class:`Found`, at the first point of each
        run that was tried.
    back
        For each point that was tried and came back, where the way back begins (the place in the
        given array); -1 elsewhere.
    mean
        The mean of the level that holds at each point; NaN where the series is too short.
    moving_range
        The mean moving range of that level.
    enough
        Whether the series has points enough for a first level, of shape (series,).
    """

    found: NDArray[np.int8]
    back: NDArray[np.intp]
    mean: Array
    moving_range: Array
    enough: Mask


@frozen(kw_only=True, eq=False)
class _Search:
    """What is known so far about a batch; the arrays are filled in as the search goes on."""

    rows: Array
    counts: Whole
    rules: ShiftRules
    found: NDArray[np.int8] = field(init=False)
    back: Whole = field(init=False)
    mean: Array = field(init=False)
    moving_range: Array = field(init=False)
    ahead: NDArray[np.int_] = field(init=False)

    def __attrs_post_init__(self) -> None:
        shape = self.rows.shape
        for name, array in (
            ("found", np.zeros(shape, dtype=np.int8)),
            ("back", np.full(shape, -1, dtype=np.intp)),
            ("mean", np.full(shape, np.nan)),
            ("moving_range", np.full(shape, np.nan)),
            ("ahead", np.zeros(shape, dtype=np.int_)),
        ):
            object.__setattr__(self, name, array)

    def set_level(self, which: Whole, start: Whole, limits: Limits) -> None:
        """Let a level hold from its start to the end, and measure the runs that lie ahead."""
        later = np.arange(len(self.rows))[:, None] >= start
        for held, new in ((self.mean, limits.mean), (self.moving_range, limits.moving_range)):
            held[:, which] = np.where(later, new, held[:, which])
        side = find_sides(self.rows[:, which], limits.mean, limits.slack)
        self.ahead[:, which] = np.where(later, measure_runs(side[::-1])[::-1], 0)

    def take_windows(self, which: Whole, start: Whole) -> Array:
        """Return the period that begins at each start, of shape (period, series)."""
        return np.asarray(self.rows[np.arange(self.rules.period)[:, None] + start, which])


def find_shifts(values: "ArrayLike | Points", rules: ShiftRules | None = None) -> Shifts:
    """Find where each series of a batch settled at a new level, by the Stable Shift Algorithm.

    The first 21 points set the first level. The next run of 8 or more on one side of its mean may
    begin a new one, which is set from the 21 points that begin there. It is refused where a run
    of 8 or more goes back to the other side within those points (apart from the very first run,
    which is only the way there), or may still do so. Points on the mean neither count nor end a
    run; missing ones are passed over.

    Parameters
    ----------
    values
        Of shape (series, points), NaN where nothing was observed; or already standing
        :class:`Points`.
    rules
        When a series counts as settled; as its authors have it where nothing is said.

    Notes
    -----
    Woodcock, O'Connor and Bell, the Stable Shift Algorithm, as in the R package *autospc*. Where
    a run is refused the search goes on one point later.

    Examples
    --------
    >>> before, after = [1.0, 3.0] * 12, [7.0, 9.0] * 11
    >>> shifts = find_shifts([before[:21] + after])
    >>> int(np.flatnonzero(shifts.found[0] == Found.SETTLED)[0])  # the 22nd point
    21
    """
    points = stand_points(values)
    search = _Search(rows=points.values, counts=points.counts, rules=rules or ShiftRules())
    period = search.rules.period
    enough = points.counts >= period
    which = np.flatnonzero(enough)
    start = np.zeros(len(which), dtype=np.intp)
    if which.size:
        search.set_level(which, start, _set_limits(search.take_windows(which, start), search.rules))
    start = start + period
    while which.size:
        which, start = _find_next_run(search, which, start)
        short = start + period > search.counts[which]
        search.found[start[short], which[short]] = Found.TOO_FEW
        which, start = which[~short], start[~short]
        if which.size:
            start = start + np.where(_try_level(search, which, start), period, 1)
    back = points.open_gaps(search.back, -1)
    return Shifts(
        found=points.open_gaps(search.found),
        back=_place_in_given(back, points),
        mean=points.open_gaps(search.mean, np.nan),
        moving_range=points.open_gaps(search.moving_range, np.nan),
        enough=enough,
    )


def _find_next_run(search: _Search, which: Whole, start: Whole) -> tuple[Whole, Whole]:
    later = np.arange(len(search.rows))[:, None] >= start
    begins = later & (np.abs(search.ahead[:, which]) >= search.rules.run)
    any_left = begins.any(axis=0)
    return which[any_left], begins.argmax(axis=0)[any_left]


def _try_level(search: _Search, which: Whole, start: Whole) -> Mask:
    """Try a new level for each series, keep what was found, and say which were accepted."""
    rules = search.rules
    limits = _set_limits(search.take_windows(which, start), rules)
    trigger = np.sign(search.ahead[start, which])
    place = np.arange(len(search.rows))[:, None]
    later = place >= start
    inside = later & (place < start + rules.period)
    side = find_sides(search.rows[:, which], limits.mean, limits.slack)
    side = np.where(later if rules.overhanging else inside, side, 0)
    # Off the line, and after the first run, which may be no more than the way there.
    run = measure_runs(side)
    past_first = np.cumsum(np.abs(run) == 1, axis=0) > 1
    ahead = measure_runs(side[::-1])[::-1]
    total = np.where(run != 0, np.abs(run + ahead) - 1, 0)
    opposite = (side == -trigger) & past_first & (total >= rules.run) & inside
    came_back = opposite.any(axis=0)
    found = np.where(came_back, Found.CAME_BACK, Found.SETTLED)
    if rules.no_regrets:
        found = np.where(
            ~came_back & _may_come_back(side, inside, trigger), Found.MAY_COME_BACK, found
        )
    search.found[start, which] = found
    search.back[start, which] = np.where(came_back, opposite.argmax(axis=0), -1)
    accepted = np.asarray(found == Found.SETTLED)
    if accepted.any():
        chosen = Limits(
            mean=limits.mean[accepted],
            moving_range=limits.moving_range[accepted],
            width=limits.width,
            base=limits.base[accepted],
            screened=limits.screened[accepted],
            slack=limits.slack[accepted],
        )
        search.set_level(which[accepted], start[accepted], chosen)
    return accepted


def _may_come_back(side: NDArray[np.int_], inside: Mask, trigger: NDArray[np.int_]) -> Mask:
    """Say whether the last run of the period is on the other side, and not over yet."""
    within = inside & (side != 0)
    last = len(side) - 1 - within[::-1].argmax(axis=0)
    after = np.arange(len(side))[:, None] >= last
    over = (after & (side == trigger)).any(axis=0)
    return np.asarray(within.any(axis=0) & ~over)


def _set_limits(windows: Array, rules: ShiftRules) -> Limits:
    """Find the limits of one period, leaving out a few points far beyond them, furthest first."""
    kept = windows.copy()
    left = np.full(windows.shape[1], rules.exclusions)
    for _ in range(rules.exclusions):
        limits = chart_limits(kept.T, width=rules.width)
        beyond = np.maximum(kept - limits.upper, limits.lower - kept)
        beyond = np.where(beyond > limits.slack, beyond, 0.0)
        furthest = beyond.max(axis=0)
        ties = (beyond == furthest) & (furthest > 0)
        ties &= np.cumsum(ties, axis=0) <= left
        if not ties.any():
            break
        left = left - np.count_nonzero(ties, axis=0)
        kept[ties] = np.nan
    return chart_limits(kept.T, width=rules.width)


def _place_in_given(back: Whole, points: Points) -> Whole:
    """Turn the number of an observed point into its place in the given array."""
    if points.observed is None:
        return back
    placed = np.full_like(back, -1)
    order = np.argsort(~points.observed, axis=1, kind="stable")
    series, place = np.nonzero(back >= 0)
    placed[series, place] = order[series, back[series, place]]
    return placed

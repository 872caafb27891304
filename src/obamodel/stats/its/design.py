"""Which lines and waves are laid through a series that may bend at a start and at an end?"""

import math

import numpy as np
import numpy.typing as npt
from attrs import frozen

Array = npt.NDArray[np.float64]
Steps = npt.NDArray[np.int64]

LEVEL, SLOPE = "level", "slope"
LEVEL_CHANGE, SLOPE_CHANGE = "level_change", "slope_change"
LEVEL_CHANGE_AFTER_END, SLOPE_CHANGE_AFTER_END = "level_change_after_end", "slope_change_after_end"
CHANGES = (LEVEL_CHANGE, SLOPE_CHANGE, LEVEL_CHANGE_AFTER_END, SLOPE_CHANGE_AFTER_END)


@frozen(kw_only=True, eq=False)
class Design:
    """The columns that are fitted, a row for each step of time.

    Parameters
    ----------
    names
        What each column stands for.
    columns
        Shape (steps, columns).
    """

    names: tuple[str, ...]
    columns: Array

    def place(self, name: str) -> int:
        """Return which column has a name."""
        return self.names.index(name)

    def without(self, *, changes: bool = False, season: bool = False) -> Array:
        """Return the columns with the changes, or the season, set to nought."""
        dropped = [
            (changes and name in CHANGES) or (season and name.startswith("season"))
            for name in self.names
        ]
        return np.where(dropped, 0.0, self.columns)


def lay_out_lines(
    steps: Steps,
    *,
    starts: int,
    after: int | None = None,
    slope_change: bool = True,
    season: int = 0,
    steps_a_year: float = 1.0,
) -> Design:
    r"""Lay out a line that may step and bend at a start, and again after an end, with a season.

    The value at step t is
    :math:`b_0 + b_1 (t - t_1) + b_2 P_t + b_3 (t - T_0) P_t`, with :math:`t_1` the first step,
    :math:`T_0` the step of the start and :math:`P_t` one from :math:`T_0` on and nought before it
    (Wagner and others 2002; Lopez Bernal and others 2017, with the correction of 2020 that the
    slope counts from the start). So :math:`b_2` is the change at the start itself. After an end,
    :math:`b_4 A_t + b_5 (t - T_1) A_t` come on top. The season is pairs of
    :math:`\sin, \cos 2 \pi k t / m`.

    Parameters
    ----------
    steps
        Where each row stands in time, counted in periods, rising: shape (rows,).
    starts
        The first step that belongs to the time since the start.
    after
        The first step after the end, if there is one.
    slope_change
        Whether the slope may change too, and not only the level.
    season
        How many pairs of waves: the first with one wave a year, the second with two, and so on.
    steps_a_year
        How many periods a year has.

    Examples
    --------
    >>> design = lay_out_lines(np.arange(5), starts=3)
    >>> design.names
    ('level', 'slope', 'level_change', 'slope_change')
    >>> design.columns.astype(int).tolist()
    [[1, 0, 0, 0], [1, 1, 0, 0], [1, 2, 0, 0], [1, 3, 1, 0], [1, 4, 1, 1]]
    """
    columns = {LEVEL: np.ones(len(steps)), SLOPE: (steps - steps[0]).astype(float)}
    bends = [(starts, LEVEL_CHANGE, SLOPE_CHANGE)]
    if after is not None:
        bends.append((after, LEVEL_CHANGE_AFTER_END, SLOPE_CHANGE_AFTER_END))
    for bend, level, slope in bends:
        since = (steps >= bend).astype(float)
        columns[level] = since
        if slope_change:
            columns[slope] = since * (steps - bend)
    for pair in range(1, season + 1):
        angle = 2 * math.pi * pair * np.mod(steps, steps_a_year) / steps_a_year
        # With two points a wave, its sine is nought at each of them.
        if 2 * pair != steps_a_year:
            columns[f"season_sine_{pair}"] = np.sin(angle)
        columns[f"season_cosine_{pair}"] = np.cos(angle)
    return Design(names=tuple(columns), columns=np.column_stack(list(columns.values())))

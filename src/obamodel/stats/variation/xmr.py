"""Between which limits does a series move, as far as nothing special happens to it?"""

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

from obamodel.errors import Fault, InvalidError
from obamodel.stats.variation.points import Array, Mask, Points, Whole, add_up, stand_points

# Three standard deviations in units of the mean moving range, as Wheeler and the NHS round it;
# Montgomery, and most programs, take 3 / 1.128.
LIMIT_WIDTH = 2.66
# A moving range this many times their mean is out of the ordinary itself (Nelson 1982).
SCREEN = 3.267
NEAR = 2 / 3
# Where the last digits of the mean are rounding, a value that equals it must not lie beside it.
ROUNDING = 1e-12


@frozen(kw_only=True, eq=False)
class Limits:
    """The middle and the natural limits of each series of a batch; all of shape (series,).

    Parameters
    ----------
    mean
        The mean of the base points; NaN where there is none.
    moving_range
        The mean step from one base point to the next, without those screened out; NaN below two
        base points.
    width
        How many mean moving ranges lie between the mean and a limit.
    base
        How many points the limits come from.
    screened
        How many moving ranges were left out as out of the ordinary.
    slack
        How far from a line a value counts as on it, because its last digits are rounding.
    """

    mean: Array
    moving_range: Array
    width: float
    base: Whole
    screened: Whole
    slack: Array

    @property
    def upper(self) -> Array:
        """The upper natural limit."""
        return self.mean + self.width * self.moving_range

    @property
    def lower(self) -> Array:
        """The lower natural limit."""
        return self.mean - self.width * self.moving_range

    @property
    def near_upper(self) -> Array:
        """Where the outer third below the upper limit begins."""
        return self.mean + NEAR * self.width * self.moving_range

    @property
    def near_lower(self) -> Array:
        """Where the outer third above the lower limit begins."""
        return self.mean - NEAR * self.width * self.moving_range


def chart_limits(
    values: "ArrayLike | Points",
    *,
    base: "int | NDArray[np.integer] | Mask | None" = None,
    screen: bool = True,
    width: float = LIMIT_WIDTH,
) -> Limits:
    r"""Find the natural limits of individual values (an XmR chart) for a batch of series.

    The limits are :math:`\bar x \pm 2.66\,\overline{mR}`, with :math:`\overline{mR}` the mean of
    the steps between points that follow each other. A missing point is passed over.

    Parameters
    ----------
    values
        Of shape (series, points), NaN where nothing was observed; or already standing
        :class:`Points`.
    base
        The points that the limits come from: how many from the start (one number, or one for
        each series), or marks of shape (series, points); all of them where nothing is said.
        A step counts where both its ends do.
    screen
        Whether steps of 3.267 times the mean step or more are left out, once, before the mean
        step is taken again.
    width
        How many mean steps lie between the mean and a limit: 2.66, or 3 / 1.128 to match
        programs that do not round.

    Raises
    ------
    InvalidError
        Where a value is infinite, naming each series by its place.

    Notes
    -----
    Shewhart's chart for individual values as in Wheeler, *Understanding Variation* (1993);
    screening as in Nelson, *Journal of Quality Technology* 14 (1982), 172-173.

    Examples
    --------
    >>> limits = chart_limits([2.0, 4.0, 3.0, 5.0, 1.0])
    >>> limits.mean, limits.moving_range  # steps of 2, 1, 2 and 4
    (array([3.]), array([2.25]))
    >>> limits.upper.round(3), limits.lower.round(3)  # 3 + 2.66 x 2.25 and 3 - 2.66 x 2.25
    (array([8.985]), array([-2.985]))
    """
    points = stand_points(values)
    rows = points.values
    whole = base is None and points.observed is None
    used = None if whole else points.inside & read_base(base, points)
    number = points.counts if used is None else _count(used)
    total = add_up(rows if used is None else np.where(used, rows, 0.0))
    _refuse_infinite(total)
    steps = np.subtract(rows[1:], rows[:-1])
    np.abs(steps, out=steps)
    if used is None:
        stepped = np.maximum(number - 1, 0)
    else:
        both = used[1:] & used[:-1]
        stepped = _count(both)
        np.copyto(steps, 0.0, where=~both)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = total / number
        whole_range = add_up(steps) / stepped
        moving_range, screened = whole_range, np.zeros_like(stepped)
        if screen:
            moving_range, screened = _screen(steps, stepped, whole_range)
        slack = ROUNDING * (np.abs(mean) + whole_range)
    return Limits(
        mean=mean,
        moving_range=moving_range,
        width=width,
        base=number,
        screened=screened,
        slack=slack,
    )


def _screen(steps: Array, stepped: Whole, whole_range: Array) -> tuple[Array, Whole]:
    # Without a single step there is nothing to screen: a range of 0 has no step beyond it.
    bound = np.where(whole_range > 0, SCREEN * whole_range, np.inf)
    beyond = np.flatnonzero(np.greater_equal(steps, bound))
    if not beyond.size:
        return whole_range, np.zeros_like(stepped)
    steps.reshape(-1)[beyond] = 0.0
    screened = np.bincount(beyond % len(bound), minlength=len(bound))
    return add_up(steps) / (stepped - screened), screened


def read_base(base: "int | NDArray[np.integer] | Mask | None", points: Points) -> Mask:
    """Mark the points that limits or a middle come from, of shape (points, series)."""
    if base is None:
        return points.inside
    given = np.asarray(base)
    if given.dtype == np.bool_:
        return points.close_gaps(np.atleast_2d(given))
    return np.asarray(np.arange(len(points.values))[:, None] < given)


def _count(marks: Mask) -> Whole:
    return np.asarray(np.count_nonzero(marks, axis=0), dtype=np.intp)


def _refuse_infinite(total: Array) -> None:
    if np.isfinite(total).all():
        return
    raise InvalidError(
        "values to be charted",
        [
            Fault(
                "not-finite",
                "a value is infinite, or too large to add up",
                "give its true value, or NaN where it is not known",
                path=(int(place),),
            )
            for place in np.flatnonzero(~np.isfinite(total))
        ],
    )

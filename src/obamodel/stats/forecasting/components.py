"""What does one method expect, and how do the errors of its forecasts go together?"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import evolve, frozen

Array = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

_ROUNDING = 1e-12


def count_seen(values: Array) -> Places:
    """Return how many values each series has: shape (series,).

    Examples
    --------
    >>> count_seen(np.array([[1.0, 2.0], [np.nan, 3.0]])).tolist()
    [2, 1]
    """
    if not has_gaps(values):
        return np.full(len(values), values.shape[1])
    return count_marks(~np.isnan(values))


def count_marks(marks: Flags) -> Places:
    """Return how many places are marked in each row.

    Examples
    --------
    >>> count_marks(np.array([[True, False], [True, True]])).tolist()
    [1, 2]
    """
    # In single bytes where they can hold the sum: many are added up at once.
    small = np.uint8 if marks.shape[1] < 256 else np.intp
    return np.asarray(marks.view(np.uint8).sum(axis=1, dtype=small).astype(np.intp))


def has_gaps(values: Array) -> bool:
    """Whether any value is missing."""
    # The smallest of numbers among which one is none is none: found faster than by asking each.
    return bool(values.size and np.isnan(values.min()))


def count_leading(values: Array) -> Places:
    """Return how many values are missing before the first one seen: shape (series,).

    Where a series has no value at all, it is 0.

    Examples
    --------
    >>> count_leading(np.array([[1.0, np.nan], [np.nan, 3.0], [np.nan, np.nan]])).tolist()
    [0, 1, 0]
    """
    if not has_gaps(values[:, :1]):
        return np.zeros(len(values), dtype=np.intp)
    return np.asarray((~np.isnan(values)).argmax(axis=1))


def round_up(horizon: int) -> int:
    """Return for how many steps tables are made: the same for forecasts that reach about as far.

    Fewer tables are needed then, and none is so narrow that its sums are added up another way.

    Examples
    --------
    >>> round_up(1), round_up(8), round_up(9)
    (8, 8, 16)
    """
    return -(-horizon // 8) * 8


def settle_rounding(squares: Array, values: Array, size: Array | None = None) -> Array:
    """Return sums of squared errors, with 0 where they are nothing but rounding.

    A history that a line fits exactly would otherwise have limits as narrow as a rounding error,
    and every later value would lie outside of them.

    Parameters
    ----------
    squares
        One for each series.
    values
        What was fitted: shape (series, points); NaN where a value is missing.
    size
        The sum of their squares, where it is known already.

    Examples
    --------
    >>> settle_rounding(np.array([1e-30, 2.0]), np.array([[10.1, 10.4], [1.0, 3.0]])).tolist()
    [0.0, 2.0]
    """
    if size is None:
        size = np.einsum("sp,sp->s", values, values)
        if np.isnan(size).any():
            size = np.nansum(values * values, axis=1)
    return np.asarray(np.where(squares <= _ROUNDING**2 * size, 0.0, squares))


def _add_steps(terms: Array) -> Array:
    """Return the sum over all steps, added up from the first to the last.

    A series then has the same digits whatever others there are, and however they lie in memory.
    """
    total = terms[:, 0].copy()
    for step in range(1, terms.shape[1]):
        total += terms[:, step]
    return total


@frozen(kw_only=True, eq=False)
class Component:
    """Forecasts of many series by one method, with the covariance of their errors.

    The covariance of the errors of one series is its ``scale`` times one of a few ``shapes``, so
    that no matrix is held for each series.

    Parameters
    ----------
    mean
        What is expected: shape (series, horizon).
    scale
        The variance of the one-step errors: shape (series,).
    shapes
        The shapes that the covariance can have: shape (number, horizon, horizon).
    place
        Which of the shapes each series has: shape (series,).
    freedom
        The degrees of freedom on which ``scale`` rests: shape (series,); infinite for a normal
        quantile.
    extra
        Directions of further errors, as from values missing in the history or a slope that is not
        known for sure: shape (series, number, horizon), or (1, number, horizon) where they are
        the same for all. The products of each with itself are added to the shape.
    """

    mean: Array
    scale: Array
    shapes: Array
    place: Places
    freedom: Array
    extra: Array | None = None

    def find_variance(self, weights: Array) -> Array:
        """Return the variance of a weighted sum of the errors of each series.

        Parameters
        ----------
        weights
            One for each step: shape (horizon,), the same for all, or (series, horizon).
        """
        if weights.ndim == 1:
            carried = np.einsum("i,kij->kj", weights, self.shapes)
            unit = _add_steps(carried * weights)[self.place]
        elif len(self.shapes) == 1:
            unit = _add_steps(np.einsum("si,ij->sj", weights, self.shapes[0]) * weights)
        else:
            carried = np.einsum("si,sij->sj", weights, self.shapes[self.place])
            unit = _add_steps(carried * weights)
        for direction in self._list_directions():
            along = _add_steps(direction * weights)
            unit = unit + along * along
        return np.asarray(self.scale * unit)

    def find_covariance(self) -> Array:
        """Return the covariance of the errors: shape (series, horizon, horizon)."""
        unit = self.shapes[self.place]
        for direction in self._list_directions():
            unit = unit + direction[:, :, None] * direction[:, None, :]
        return np.asarray(self.scale[:, None, None] * unit)

    def _list_directions(self) -> Iterator[Array]:
        # One after another, so that what others of the batch have more of changes no digit.
        if self.extra is not None:
            yield from np.swapaxes(self.extra, 0, 1)

    def take(self, chosen: Any) -> "Component":
        """Return the same for some of the series."""
        extra = self.extra
        if extra is not None and len(extra) > 1:
            extra = extra[chosen]
        return evolve(
            self,
            mean=self.mean[chosen],
            scale=self.scale[chosen],
            place=self.place[chosen],
            freedom=self.freedom[chosen],
            extra=extra,
        )


def join_components(parts: Sequence[Component]) -> Component:
    """Return components of one method, each of other series, as one."""
    sizes = np.cumsum([0, *(len(part.shapes) for part in parts)])
    extras = [part.extra for part in parts if part.extra is not None]
    most = max((extra.shape[1] for extra in extras), default=0)
    return Component(
        mean=np.concatenate([part.mean for part in parts]),
        scale=np.concatenate([part.scale for part in parts]),
        shapes=np.concatenate([part.shapes for part in parts]),
        place=np.concatenate([part.place + at for part, at in zip(parts, sizes, strict=False)]),
        freedom=np.concatenate([part.freedom for part in parts]),
        extra=np.concatenate([_pad_extra(part, most) for part in parts]) if extras else None,
    )


def _pad_extra(part: Component, most: int) -> Array:
    series, horizon = part.mean.shape
    padded = np.zeros((series, most, horizon))
    if part.extra is not None:
        padded[:, : part.extra.shape[1]] = part.extra
    return padded

"""Series in which nothing ever turned: the nine kinds that every verdict is tried on.

In each, what one step brings that nobody could know has a standard deviation of 1, but for the
trend that flattens by itself, where it is a half.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Process = Callable[[np.random.Generator, int, int], Array]

SLOPE = 0.3
DRIFT = 0.5
WANDERING = 0.3


def _echo(random: np.random.Generator, series: int, points: int, echo: float) -> Array:
    """Return errors of which a part is still there in the next: a stationary AR(1)."""
    new = random.normal(size=(series, points))
    values = np.empty_like(new)
    values[:, 0] = new[:, 0] / np.sqrt(1 - echo**2)
    for step in range(1, points):
        values[:, step] = echo * values[:, step - 1] + new[:, step]
    return values


def make_level(random: np.random.Generator, series: int, points: int) -> Array:
    return random.normal(size=(series, points))


def make_level_with_weak_echo(random: np.random.Generator, series: int, points: int) -> Array:
    return _echo(random, series, points, 0.4)


def make_level_with_strong_echo(random: np.random.Generator, series: int, points: int) -> Array:
    return _echo(random, series, points, 0.7)


def make_trend(random: np.random.Generator, series: int, points: int) -> Array:
    return SLOPE * np.arange(points) + random.normal(size=(series, points))


def make_trend_with_echo(random: np.random.Generator, series: int, points: int) -> Array:
    return SLOPE * np.arange(points) + _echo(random, series, points, 0.4)


def make_walk(random: np.random.Generator, series: int, points: int) -> Array:
    return np.asarray(random.normal(size=(series, points)).cumsum(axis=1))


def make_walk_with_drift(random: np.random.Generator, series: int, points: int) -> Array:
    return np.asarray((DRIFT + random.normal(size=(series, points))).cumsum(axis=1))


def make_wandering_level(random: np.random.Generator, series: int, points: int) -> Array:
    wandered = WANDERING * random.normal(size=(series, points)).cumsum(axis=1)
    return np.asarray(wandered + random.normal(size=(series, points)))


def make_flattening_trend(random: np.random.Generator, series: int, points: int) -> Array:
    rise = 6 * (1 - np.exp(-np.arange(points) / 10))
    return np.asarray(rise + 0.5 * random.normal(size=(series, points)))


NULLS: Mapping[str, Process] = MappingProxyType(
    {
        "level": make_level,
        "level, weak echo (0.4)": make_level_with_weak_echo,
        "level, strong echo (0.7)": make_level_with_strong_echo,
        "trend": make_trend,
        "trend, weak echo (0.4)": make_trend_with_echo,
        "walk at random": make_walk,
        "walk with a drift": make_walk_with_drift,
        "level that wanders": make_wandering_level,
        "trend that flattens by itself": make_flattening_trend,
    }
)
"""Each kind of series by its name in the tables."""

SIZES: tuple[tuple[int, int], ...] = ((8, 3), (12, 4), (20, 6), (30, 8))
"""How many values before, and how many after."""

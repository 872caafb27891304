"""The slope index and the relative index of inequality: how they are worked out."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from obamodel.domain.fields import show
from obamodel.stats.intervals.limits import find_deviate
from obamodel.stats.intervals.reading import Array, Reader
from obamodel.stats.intervals.slopes import (
    FEWEST_GROUPS,
    FEWEST_REPETITIONS,
    MOST_GROUPS,
    PUBLISHED_CONFIDENCE,
    Scale,
    SlopeIndices,
)

_AT_THE_END = (
    "the line comes to nought or below at the worst-off end, and nothing is a multiple of that"
)
_IN_SOME_DRAWS = "in some of the draws the line comes to nought or below at the worst-off end"
_ROUNDING = 1e-12


def find_slope_index(
    values: ArrayLike,
    populations: ArrayLike,
    *,
    standard_errors: ArrayLike | None = None,
    lower: ArrayLike | None = None,
    upper: ArrayLike | None = None,
    scale: Scale | str = Scale.PLAIN,
    confidence: float = 0.95,
    repetitions: int = 100_000,
    rng: int | np.random.Generator = 1,
    names: Iterable[str] | None = None,
) -> SlopeIndices:
    r"""Find the slope index and the relative index of inequality of places.

    The groups are laid side by side from the worst off to the best off, each as wide as its share
    of the people, and a straight line is laid through their values.

    Parameters
    ----------
    values
        The value of each group, of shape (places, groups), or of one place (groups,), from the
        worst off to the best off: 5 to 100 groups.
    populations
        How many people are in each group, of the same shape: above 0.
    standard_errors
        The standard error of each value, on the scale that ``scale`` says; or else
    lower, upper
        the ends of each value's 95% interval.
    scale
        ``"plain"``, or ``"rate"`` to draw the values on the scale of their logarithm, or
        ``"share"`` to draw them on that of their log odds (shares between 0 and 1).
    confidence
        How much of what chance does the interval allows for, between 0 and 1.
    repetitions
        How many times the values are drawn: 1000 or more.
    rng
        A seed, or a generator of random numbers: the same seed gives the same interval. All places
        of a batch are drawn alike, so that a place has the interval it has alone.
    names
        A name for each place.

    Raises
    ------
    InvalidError
        Naming everything that is wrong.

    Notes
    -----
    With :math:`a_i` the share of the people in group :math:`i` and :math:`b_i` the middle of its
    place between 0 and 1, the line is fitted by least squares with the weights :math:`a_i`; the
    slope index is its slope, the relative index :math:`(Y_0 + \mathrm{slope}) / Y_0` with
    :math:`Y_0` its start (Low and Low, *Journal of Public Health* 26 (2004), 388-395). The limits
    are order statistics of the same for drawn values, as in PHEindicatormethods.

    Examples
    --------
    >>> answer = find_slope_index(
    ...     [10, 20, 30, 40, 50], [100] * 5, standard_errors=[1] * 5, repetitions=2000
    ... )
    >>> answer.value.round(6), answer.start.round(6)  # ten for each fifth, from 5 to 55
    (array([50.]), array([5.]))
    """
    reader = Reader("a slope index", names)
    value, people = reader.table(values, "values"), reader.table(populations, "populations")
    kind = _read_scale(reader, scale)
    reader.same_length(values=value, populations=people)
    _check_values(reader, value, "values", kind)
    mend = "each group needs people: give more than 0"
    reader.amounts(people, "populations", above_nought=True, mend=mend)
    if value.size and not FEWEST_GROUPS <= value.shape[1] <= MOST_GROUPS:
        found = f"found {value.shape[1]} groups"
        reader.add("groups", found, f"give {FEWEST_GROUPS} to {MOST_GROUPS}", "values")
    spread = _read_spread(reader, value, kind, standard_errors, lower, upper)
    level = reader.confidence(confidence)
    times = reader.integer(repetitions, "repetitions", at_least=FEWEST_REPETITIONS)
    reader.finish()

    generator = rng if isinstance(rng, np.random.Generator) else np.random.default_rng(rng)
    draws = generator.standard_normal((times, value.shape[1]))
    all_found = [
        _find_one(*rows, draws, kind, level) for rows in zip(value, people, spread, strict=True)
    ]
    slope, start, ratio, slopes, ratios, reasons = zip(*all_found, strict=True)
    return SlopeIndices(
        value=np.array(slope),
        lower=np.array([one[0] for one in slopes]),
        upper=np.array([one[1] for one in slopes]),
        ratio=np.array(ratio),
        ratio_lower=np.array([one[0] for one in ratios]),
        ratio_upper=np.array([one[1] for one in ratios]),
        start=np.array(start),
        confidence=level,
        repetitions=times,
        ratio_reasons=tuple(reasons),
        names=reader.names,
    )


_Found = tuple[float, float, float, tuple[float, float], tuple[float, float], str]


def _find_one(
    value: Array, people: Array, spread: Array, draws: Array, kind: Scale, confidence: float
) -> _Found:
    share = people / people.sum()
    middle = np.cumsum(share) - share / 2
    # What each value adds to the slope and to the start of the weighted least-squares line.
    centre = (share * middle).sum()
    for_slope = share * (middle - centre) / (share * (middle - centre) ** 2).sum()
    for_start = share - centre * for_slope
    slope, start = float((for_slope * value).sum()), float((for_start * value).sum())

    drawn = from_scale(to_scale(value, kind) + spread * draws, kind)
    slopes, starts = drawn @ for_slope, drawn @ for_start
    limits = _find_ends(slopes, confidence)
    nothing = (float("nan"), float("nan"))
    # A start of nought is seldom nought to the last digit.
    if start <= _ROUNDING * float(np.abs(value).max()):
        return slope, start, float("nan"), limits, nothing, _AT_THE_END
    ratio = (start + slope) / start
    if (starts <= 0).any():
        return slope, start, ratio, limits, nothing, _IN_SOME_DRAWS
    return slope, start, ratio, limits, _find_ends((starts + slopes) / starts, confidence), ""


def _find_ends(drawn: Array, confidence: float) -> tuple[float, float]:
    """Find the ordered draws that leave as many on either side as chance would."""
    tail = (1 - confidence) / 2
    places = [round(len(drawn) * tail), round(len(drawn) * (1 - tail))]
    low, high = (min(max(place, 1), len(drawn)) - 1 for place in places)
    ordered = np.partition(drawn, (low, high))
    return float(ordered[low]), float(ordered[high])


def to_scale(values: Array, kind: Scale) -> Array:
    """Bring values on the scale on which they are drawn."""
    if kind is Scale.RATE:
        return np.asarray(np.log(values))
    if kind is Scale.SHARE:
        return np.asarray(np.log(values / (1 - values)))
    return values


def from_scale(values: Array, kind: Scale) -> Array:
    """Bring values back from the scale on which they were drawn."""
    from scipy.special import expit

    if kind is Scale.RATE:
        return np.asarray(np.exp(values))
    if kind is Scale.SHARE:
        return np.asarray(expit(values))
    return values


def _read_scale(reader: Reader, scale: Scale | str) -> Scale:
    if scale in list(Scale):
        return Scale(scale)
    mend = 'write "plain", "rate" or "share"'
    reader.add("unknown-choice", f"found {show(scale)}", mend, "scale")
    return Scale.PLAIN


def _check_values(reader: Reader, values: Array, argument: str, kind: Scale) -> None:
    reader.finite(values, argument)
    wrong, mend = np.zeros(values.shape, dtype=np.bool_), ""
    if kind is Scale.RATE:
        wrong, mend = values <= 0, "a rate that is drawn is above 0"
    elif kind is Scale.SHARE:
        wrong, mend = (values <= 0) | (values >= 1), "a share that is drawn lies between 0 and 1"
    for index in np.argwhere(wrong & np.isfinite(values)):
        place = reader.at(argument, *(int(at) for at in index))
        reader.add("out-of-range", f"found {values[tuple(index)]:g}", mend, *place)


def _read_spread(
    reader: Reader,
    values: Array,
    kind: Scale,
    standard_errors: ArrayLike | None,
    lower: ArrayLike | None,
    upper: ArrayLike | None,
) -> Array:
    """Read how much chance moves each value: its standard error, or from its interval."""
    given = [one is not None for one in (standard_errors, lower, upper)]
    if standard_errors is not None and given == [True, False, False]:
        errors = reader.table(standard_errors, "standard_errors")
        reader.same_length(values=values, standard_errors=errors)
        mend = "a standard error is 0 or more"
        reader.amounts(errors, "standard_errors", above_nought=False, mend=mend)
        return errors
    if lower is not None and upper is not None and given == [False, True, True]:
        low, high = reader.table(lower, "lower"), reader.table(upper, "upper")
        reader.same_length(values=values, lower=low, upper=high)
        _check_values(reader, low, "lower", kind)
        _check_values(reader, high, "upper", kind)
        mend = "the lower end is not above the upper one: check both"
        reader.together(low, high, ("lower", "upper"), mend, "and an upper end of")
        if reader.faults:
            return values
        width = to_scale(high, kind) - to_scale(low, kind)
        return width / (2 * find_deviate(PUBLISHED_CONFIDENCE))
    found = "nothing, or too much, says how much chance moves each value"
    reader.add("spread", found, "give standard_errors, or lower and upper, and not both")
    return values

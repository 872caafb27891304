"""Between which limits does chance leave an average?"""

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from obamodel.domain.fields import show
from obamodel.stats.intervals.estimates import Estimates, Measured
from obamodel.stats.intervals.reading import Array, Reader
from obamodel.stats.intervals.saying import CHANCE_ONLY

SOURCE = "Student's t interval (Student 1908)"
OF_A_BELL = (
    "The interval of an average holds for values that scatter about evenly around it, or for many "
    "of them; a few values that lie far off move both."
)
_ALONE = "one value alone does not show how much values differ"
_ALIKE = "all values are the same, so they do not show how much values differ"


def find_mean_interval(
    values: Sequence[Any] | ArrayLike,
    *,
    confidence: float = 0.95,
    names: Iterable[str] | None = None,
) -> Estimates:
    r"""Find averages and between which limits chance leaves them, from the values themselves.

    Parameters
    ----------
    values
        The values of one average, of shape (values,); or a batch: one row of values for each
        average, which need not be of one length.
    confidence
        How much of what chance does the interval allows for, between 0 and 1.
    names
        A name for each average.

    Raises
    ------
    InvalidError
        Naming everything that is wrong: a missing value, a row without values.

    Notes
    -----
    :math:`\bar x \pm t_{n-1} s / \sqrt n` (Student, *Biometrika* 6 (1908), 1-25). Of one value,
    and of values that are all the same, no interval is given.

    Examples
    --------
    >>> print(find_mean_interval([24, 6, 68, 95, 46, 56, 76, 18]))  # doctest: +NORMALIZE_WHITESPACE
    The average of 8 values is 48.6; allowing for chance, anything from 22.8 to 74.5 fits
    (95% interval).
    """
    reader = Reader("an interval for an average", names)
    rows = read_values(reader, values, "values")
    reader.same_length(values=[0] * len(rows))
    level = reader.confidence(confidence)
    reader.finish()
    return build_from_values(rows, level, reader.names)


def find_mean_interval_from_summary(
    numbers: ArrayLike,
    means: ArrayLike,
    deviations: ArrayLike,
    *,
    confidence: float = 0.95,
    names: Iterable[str] | None = None,
) -> Estimates:
    """Find between which limits chance leaves averages, from what was published of them.

    Parameters
    ----------
    numbers
        How many values each average is of, of shape (items,), or one number: whole, 1 or more.
    means
        The averages, as many.
    deviations
        The standard deviations of the values (with n - 1), as many: 0 or more.
    confidence
        How much of what chance does the interval allows for, between 0 and 1.
    names
        A name for each average.

    Raises
    ------
    InvalidError
        Naming everything that is wrong.

    Examples
    --------
    >>> answer = find_mean_interval_from_summary(8, 48.625, 30.93282)
    >>> answer.lower.round(3), answer.upper.round(3)
    (array([22.765]), array([74.485]))
    """
    reader = Reader("an interval for an average", names)
    many, middle = reader.row(numbers, "numbers"), reader.row(means, "means")
    spread = reader.row(deviations, "deviations")
    reader.same_length(numbers=many, means=middle, deviations=spread)
    reader.whole(many, "numbers", "values")
    for at in (many == 0).nonzero()[0]:
        mend = "there is no average of no values; leave it out of the batch"
        reader.add("zero", "found 0", mend, *reader.at("numbers", int(at)))
    reader.finite(middle, "means")
    mend = "a standard deviation is 0 or more"
    # Of one value there is none, and what is written for it is not looked at.
    known = np.where(many == 1, 0.0, spread) if many.shape == spread.shape else spread
    reader.amounts(known, "deviations", above_nought=False, mend=mend)
    level = reader.confidence(confidence)
    reader.finish()
    return build_from_summary(many, middle, spread, level, reader.names)


def read_values(reader: Reader, values: Any, argument: str) -> list[Array]:
    """Read the rows of values of a batch; one row of numbers is a batch of one."""
    if isinstance(values, str | bytes) or not hasattr(values, "__len__") or not len(values):
        mend = "give a row of values, or a row for each average"
        reader.add("nothing-given", f"found {show(values)}", mend, argument)
        return []
    given = list(values)
    is_batch = [isinstance(one, Sequence | np.ndarray) or hasattr(one, "to_numpy") for one in given]
    if not any(is_batch):
        rows = [reader.row(given, argument)]
        places = [reader.at(argument, 0) if reader.names else (argument,)]
    else:
        rows = [reader.row(one, f"{argument}[{index}]") for index, one in enumerate(given)]
        places = [reader.at(argument, index) for index in range(len(given))]
    for row, place in zip(rows, places, strict=True):
        for index in np.flatnonzero(~np.isfinite(row)):
            mend = "leave it out, and say beside the answer that it is missing"
            reader.add("missing", f"found {row[index]}", mend, *place, int(index))
    return rows


def build_from_values(rows: list[Array], confidence: float, names: tuple[str, ...]) -> Estimates:
    """Find the intervals of the averages of values that have been checked."""
    many = np.array([len(row) for row in rows], dtype=np.float64)
    # Added up exactly, so that no average depends on the order of its values or its neighbours.
    middle = [math.fsum(row) / len(row) for row in rows]
    spread = [_find_deviation(row, mean) for row, mean in zip(rows, middle, strict=True)]
    return build_from_summary(many, np.array(middle), np.array(spread), confidence, names)


def _find_deviation(row: Array, mean: float) -> float:
    if len(row) == 1:
        return math.nan
    # The mean of equal values may differ from them in its last digit, and then they would too.
    if (row == row[0]).all():
        return 0.0
    return math.sqrt(math.fsum((row - mean) ** 2) / (len(row) - 1))


def build_from_summary(
    many: Array, middle: Array, spread: Array, confidence: float, names: tuple[str, ...]
) -> Estimates:
    """Find the intervals of averages that have been checked."""
    from scipy.special import stdtrit

    alone, alike = many == 1, (many > 1) & (spread == 0)
    shown = np.where(alone, np.nan, spread)
    freedom = np.maximum(many - 1, 1)
    half = stdtrit(freedom, (1 + confidence) / 2) * shown / np.sqrt(many)
    half = np.where(alike, np.nan, half)
    return Estimates(
        kind=Measured.MEAN,
        value=middle,
        lower=middle - half,
        upper=middle + half,
        confidence=confidence,
        events=many,
        bases=np.full(len(many), np.nan),
        method=SOURCE,
        methods=("t",) * len(many),
        unreliable=np.zeros(len(many), dtype=np.bool_),
        reasons=tuple(
            _ALONE if one else _ALIKE if same else ""
            for one, same in zip(alone, alike, strict=True)
        ),
        caveats=(CHANCE_ONLY, OF_A_BELL),
        names=names,
        deviations=shown,
    )

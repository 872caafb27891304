"""Is one group, or one date, higher than another, and by how much?"""

from collections.abc import Iterable, Sequence
from typing import Any

from numpy.typing import ArrayLike

from obamodel.stats.intervals.comparing_estimates import GROUPS, build_comparisons, read_groups
from obamodel.stats.intervals.comparisons import Comparisons
from obamodel.stats.intervals.counts import CountMethod, build_rates, read_rates
from obamodel.stats.intervals.means import build_from_values, read_values
from obamodel.stats.intervals.reading import Reader
from obamodel.stats.intervals.shares import ShareMethod, build_shares, read_shares


def compare_shares(
    first_numerators: ArrayLike,
    first_denominators: ArrayLike,
    second_numerators: ArrayLike,
    second_denominators: ArrayLike,
    *,
    confidence: float = 0.95,
    groups: tuple[str, str] = GROUPS,
    names: Iterable[str] | None = None,
) -> Comparisons:
    """Compare two shares of different people: their difference and their ratio.

    Parameters
    ----------
    first_numerators, first_denominators
        How many people of how many, of shape (items,), or one number.
    second_numerators, second_denominators
        The same of those they are held against, as many.
    confidence
        How much of what chance does the intervals allow for, between 0 and 1.
    groups
        What the two are called, such as two groups or two dates.
    names
        A name for each item.

    Raises
    ------
    InvalidError
        Naming everything that is wrong.

    Notes
    -----
    The difference: Newcombe, *Statistics in Medicine* 17 (1998), 873-890, method 10. The ratio:
    Wilson's limits put together as Donner and Zou do (*Statistical Methods in Medical Research* 21
    (2012), 347-359); it never disagrees with the difference on which is higher.

    Examples
    --------
    >>> answer = compare_shares(56, 70, 48, 80)
    >>> answer.value.round(4), answer.lower.round(4), answer.upper.round(4)
    (array([0.2]), array([0.0524]), array([0.3339]))
    >>> print(answer)  # doctest: +NORMALIZE_WHITESPACE
    The first: 56 of 70 is 80%; the second: 48 of 80 is 60%. The first is 20 percentage points
    higher (95% interval: 5.2 percentage points higher to 33.4 percentage points higher). It is
    1.33 times as high as the second (95% interval: from 1.08 to 1.66).
    """
    reader = Reader("a comparison of shares", names)
    one = read_shares(
        reader, first_numerators, first_denominators, ("first_numerators", "first_denominators")
    )
    other = read_shares(
        reader, second_numerators, second_denominators, ("second_numerators", "second_denominators")
    )
    reader.same_length(first_numerators=one[0], second_numerators=other[0])
    level = reader.confidence(confidence)
    called = read_groups(reader, groups)
    reader.finish()
    first, second = (
        build_shares(*pair, level, ShareMethod.WILSON, reader.names) for pair in (one, other)
    )
    return build_comparisons(first, second, called)


def compare_rates(
    first_counts: ArrayLike,
    first_denominators: ArrayLike,
    second_counts: ArrayLike,
    second_denominators: ArrayLike,
    *,
    per: float = 100_000,
    confidence: float = 0.95,
    groups: tuple[str, str] = GROUPS,
    names: Iterable[str] | None = None,
) -> Comparisons:
    """Compare two rates of events: their difference and their ratio.

    Parameters
    ----------
    first_counts, first_denominators
        How many events among how many people, of shape (items,), or one number.
    second_counts, second_denominators
        The same of those they are held against, as many.
    per
        What the rates are per.
    confidence
        How much of what chance does the intervals allow for, between 0 and 1.
    groups
        What the two are called, such as two groups or two dates.
    names
        A name for each item.

    Raises
    ------
    InvalidError
        Naming everything that is wrong.

    Notes
    -----
    The difference: the exact or Byar limits of each, squared and added (Zou and Donner, *Statistics
    in Medicine* 27 (2008), 1693-1702). The ratio: exact, given all events (Przyborowski and
    Wilenski, *Biometrika* 31 (1940), 313-323). Near the edge the two may disagree; higher or lower
    is said only where both say so.

    Examples
    --------
    >>> answer = compare_rates(2, 17877, 9, 16660)
    >>> answer.ratio.round(4), answer.ratio_lower.round(4), answer.ratio_upper.round(4)
    (array([0.2071]), array([0.0218]), array([1.0005]))
    """
    reader = Reader("a comparison of rates", names)
    one = read_rates(
        reader, first_counts, first_denominators, ("first_counts", "first_denominators")
    )
    other = read_rates(
        reader, second_counts, second_denominators, ("second_counts", "second_denominators")
    )
    reader.same_length(first_counts=one[0], second_counts=other[0])
    unit = reader.number(per, "per", "write what the rates are per, such as 100000")
    level = reader.confidence(confidence)
    called = read_groups(reader, groups)
    reader.finish()
    first, second = (
        build_rates(*pair, unit, level, CountMethod.AS_PUBLISHED, reader.names)
        for pair in (one, other)
    )
    return build_comparisons(first, second, called)


def compare_means(
    first_values: Sequence[Any] | ArrayLike,
    second_values: Sequence[Any] | ArrayLike,
    *,
    confidence: float = 0.95,
    groups: tuple[str, str] = GROUPS,
    names: Iterable[str] | None = None,
) -> Comparisons:
    """Compare two averages of different people's values.

    Parameters
    ----------
    first_values, second_values
        The values of one average each, of shape (values,); or a batch: one row of values for each
        average, as many rows in both.
    confidence
        How much of what chance does the interval allows for, between 0 and 1.
    groups
        What the two are called, such as two groups or two dates.
    names
        A name for each pair.

    Raises
    ------
    InvalidError
        Naming everything that is wrong.

    Notes
    -----
    Welch, *Biometrika* 29 (1938), 350-362, with Satterthwaite's degrees of freedom. Where the same
    people were asked twice, give their changes to :func:`find_mean_interval` instead.

    Examples
    --------
    >>> answer = compare_means([3, 5, 7], [1, 2, 3])
    >>> answer.value, answer.verdicts
    (array([3.]), (<Standing.CANNOT_TELL: 'cannot be told apart'>,))
    """
    reader = Reader("a comparison of averages", names)
    one = read_values(reader, first_values, "first_values")
    other = read_values(reader, second_values, "second_values")
    if one and other and len(one) != len(other):
        found = f"{len(one)} first_values and {len(other)} second_values"
        reader.add("other-length", found, "give as many rows of each", "second_values")
    reader.same_length(first_values=[0] * len(one))
    level = reader.confidence(confidence)
    called = read_groups(reader, groups)
    reader.finish()
    first, second = (build_from_values(rows, level, reader.names) for rows in (one, other))
    return build_comparisons(first, second, called)

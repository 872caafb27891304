"""Between which limits does chance leave a share?"""

from collections.abc import Iterable
from enum import StrEnum

from numpy.typing import ArrayLike

from obamodel.stats.intervals.estimates import Estimates, Measured
from obamodel.stats.intervals.limits import limit_share_by_wilson, limit_share_exactly
from obamodel.stats.intervals.reading import Array, Reader
from obamodel.stats.intervals.reliability import UNRELIABLE_BELOW
from obamodel.stats.intervals.saying import CHANCE_ONLY, UNRELIABLE


class ShareMethod(StrEnum):
    """How the interval of a share is found."""

    WILSON = "wilson"
    EXACT = "exact"


_SOURCES = {
    ShareMethod.WILSON: "Wilson's score interval (Wilson 1927)",
    ShareMethod.EXACT: "exact binomial interval (Clopper and Pearson 1934)",
}
_WAYS = {ShareMethod.WILSON: "Wilson", ShareMethod.EXACT: "exact"}

ABOVE_THE_WHOLE = "those counted are among the whole: check both; events may be more, as a rate"


def find_share_interval(
    numerators: ArrayLike,
    denominators: ArrayLike,
    *,
    confidence: float = 0.95,
    method: ShareMethod | str = ShareMethod.WILSON,
    names: Iterable[str] | None = None,
) -> Estimates:
    """Find shares and between which limits chance leaves them.

    Parameters
    ----------
    numerators
        How many people, of shape (items,), or one number: whole, 0 or more.
    denominators
        Out of how many, as many as there are numerators: whole, 1 or more, and none below its
        numerator.
    confidence
        How much of what chance does the interval allows for, between 0 and 1.
    method
        ``"wilson"``, or ``"exact"`` for the exact binomial interval, which is wider.
    names
        A name for each item.

    Returns
    -------
    Estimates
        Shares between 0 and 1.

    Raises
    ------
    InvalidError
        Naming everything that is wrong: a numerator above its denominator, a negative count, a
        fraction of a person, a denominator of nought.

    Notes
    -----
    Wilson, *Journal of the American Statistical Association* 22 (1927), 209-212; Clopper and
    Pearson, *Biometrika* 26 (1934), 404-413.

    Examples
    --------
    >>> answer = find_share_interval(65, 100)
    >>> print(answer)  # doctest: +NORMALIZE_WHITESPACE
    65 of 100 is 65%; allowing for chance, anything from 55.3% to 73.6% fits (95% interval).
    >>> answer.lower.round(4), answer.upper.round(4)
    (array([0.5525]), array([0.7364]))
    """
    reader = Reader("an interval for a share", names)
    counted, whole = read_shares(reader, numerators, denominators, ("numerators", "denominators"))
    level = reader.confidence(confidence)
    way = ShareMethod.WILSON
    if method in list(ShareMethod):
        way = ShareMethod(method)
    else:
        mend = 'write "wilson" or "exact"'
        reader.add("unknown-choice", f"found {method!r}", mend, "method")
    reader.finish()
    return build_shares(counted, whole, level, way, reader.names)


def read_shares(
    reader: Reader, numerators: ArrayLike, denominators: ArrayLike, arguments: tuple[str, str]
) -> tuple[Array, Array]:
    """Read people out of people, and keep everything that is wrong with them."""
    counted, whole = reader.row(numerators, arguments[0]), reader.row(denominators, arguments[1])
    reader.same_length(**{arguments[0]: counted, arguments[1]: whole})
    reader.whole(counted, arguments[0], "people")
    reader.whole(whole, arguments[1], "people")
    for at in (whole == 0).nonzero()[0]:
        mend = "a share of nobody cannot be told; leave it out of the batch"
        reader.add("zero", "found 0", mend, *reader.at(arguments[1], int(at)))
    reader.together(counted, whole, arguments, ABOVE_THE_WHOLE)
    return counted, whole


def build_shares(
    counted: Array, whole: Array, confidence: float, way: ShareMethod, names: tuple[str, ...]
) -> Estimates:
    """Find the intervals of shares that have been checked."""
    limit = limit_share_by_wilson if way is ShareMethod.WILSON else limit_share_exactly
    lower, upper = limit(counted, whole, confidence)
    unreliable = counted < UNRELIABLE_BELOW
    return Estimates(
        kind=Measured.SHARE,
        value=counted / whole,
        lower=lower,
        upper=upper,
        confidence=confidence,
        events=counted,
        bases=whole,
        method=_SOURCES[way],
        methods=(_WAYS[way],) * len(counted),
        unreliable=unreliable,
        reasons=("",) * len(counted),
        caveats=(CHANCE_ONLY, *((UNRELIABLE,) if unreliable.any() else ())),
        names=names,
    )

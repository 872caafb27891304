"""How are parts and their values said in words?"""

from collections.abc import Sequence

from obamodel.domain.breakdowns import Breakdown
from obamodel.domain.series import SeriesKind
from obamodel.stats.answers import MOST_NAMED, join_names
from obamodel.stats.intervals.wording import write_figure


def say_parts(names: Sequence[str]) -> str:
    """Say several names, or how many there are where there are many, to begin a sentence.

    Examples
    --------
    >>> say_parts(["A", "B"]), say_parts(list("ABCDEFGH"))
    ('A and B', 'The 8 parts')
    """
    return join_names(names) if len(names) <= MOST_NAMED else f"The {len(names)} parts"


def say_value(breakdown: Breakdown, value: float) -> str:
    """Say a value in the unit of its breakdown.

    Examples
    --------
    >>> from obamodel.domain.breakdowns import Overlap, Part, Trait
    >>> from obamodel.domain.quantities import Counted
    >>> stayed = Breakdown(
    ...     id="stayed", name="Who stayed", of="people who stayed to the end",
    ...     counted=Counted.PEOPLE, by="age", trait=Trait.CHARACTERISTIC,
    ...     overlap=Overlap.EXCLUSIVE, complete=False, kind=SeriesKind.SHARE, per=100,
    ...     parts=[Part(name="18 to 24", number=9, out_of=20)],
    ... )
    >>> say_value(stayed, 45.0)
    '45%'
    """
    return f"{write_figure(value)}{say_per(breakdown)}"


def say_per(breakdown: Breakdown) -> str:
    """Say what a value is per, to be put behind the figure."""
    per = breakdown.per
    if breakdown.kind not in (SeriesKind.SHARE, SeriesKind.RATE) or per is None or per == 1:
        return ""
    if per == 100:
        return "%" if breakdown.kind is SeriesKind.SHARE else " per 100"
    return f" per {write_figure(per)}"

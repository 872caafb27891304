"""What the parts of a breakdown add up to, beside what they should add up to."""

from collections.abc import Iterator

from attrs import frozen

from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.series import SeriesKind

_FRACTIONS = (SeriesKind.SHARE, SeriesKind.RATE, SeriesKind.MEAN)


@frozen(kw_only=True)
class SumOfParts:
    """One sum over the parts: of how many there are, or of what they are out of.

    Parameters
    ----------
    field
        Which field of the parts is added: ``number`` or ``out_of``.
    what
        What is added, in words that follow a number.
    total
        The sum over the parts that have it.
    whole
        What it should come to, with those who did not say; none where nobody says.
    silent
        How many of the whole did not say which part they belong to.
    room
        How many of those who did not say may be in what is left; none where that has no limit. Of
        a denominator they are taken off already.
    without
        The parts that lack it because they were not counted.
    slack
        How far rounding may have moved the parts from the whole; nought where nothing is rounded.
    """

    field: str
    what: str
    total: int
    whole: int | None
    silent: int
    room: int | None
    without: tuple[Part, ...]
    slack: float

    @property
    def left(self) -> int | None:
        """How much of the whole is in no part, and not with those who did not say."""
        return None if self.whole is None else self.whole - self.total - self.silent


def list_sums(breakdown: Breakdown) -> Iterator[SumOfParts]:
    """List the sums that can be made of a breakdown's parts: numbers, then denominators."""
    silent = breakdown.not_stated or 0
    if breakdown.kind is SeriesKind.COUNT:
        yield _add(breakdown, "number", breakdown.of, breakdown.whole, silent, room=0)
        return
    if breakdown.kind in _FRACTIONS and _has_all(breakdown, "number"):
        # How many of those who did not say are in the numerator is not known.
        limit = silent if breakdown.kind is SeriesKind.SHARE else None
        room = limit if silent else 0
        yield _add(breakdown, "number", breakdown.of, breakdown.whole, 0, room=room)
    if _has_all(breakdown, "out_of"):
        what = "that they are out of"
        if breakdown.kind in (SeriesKind.MEAN, SeriesKind.SCORE):
            what = "that they are over"
        yield _add(breakdown, "out_of", what, breakdown.whole_out_of, silent, room=0)


def leaves_only_withheld(breakdown: Breakdown, sums: SumOfParts) -> bool:
    """Say whether the whole less the parts that have a number is what is withheld."""
    return (
        breakdown.overlap is Overlap.EXCLUSIVE
        and breakdown.complete
        and bool(sums.without)
        and all(part.state is PartState.WITHHELD for part in sums.without)
        and sums.room == 0
        and not sums.slack
    )


def imply_whole(breakdown: Breakdown, sums: SumOfParts) -> tuple[float, float]:
    """Return between which numbers the whole of a breakdown lies, by its own word.

    Where the whole is not given, parts that exclude each other and are complete add up to it, with
    those who did not say; parts that overlap bound it.
    """
    off = (breakdown.rounded_to or 0) / 2
    if sums.whole is not None:
        return sums.whole - off, sums.whole + off
    if breakdown.overlap is Overlap.EXCLUSIVE:
        lowest = sums.total + sums.silent
    else:
        lowest = max(getattr(part, sums.field) or 0 for part in breakdown.parts) + sums.silent
    closed = breakdown.complete and not sums.without and sums.room is not None
    highest = sums.total + sums.silent + (sums.room or 0) if closed else float("inf")
    return lowest - sums.slack, highest + sums.slack


def _has_all(breakdown: Breakdown, name: str) -> bool:
    """Whether every counted part has it: a percentage or a mean alone has neither."""
    counted = breakdown.counted_parts
    return bool(counted) and all(getattr(part, name) is not None for part in counted)


def _add(
    breakdown: Breakdown, name: str, what: str, whole: int | None, silent: int, *, room: int | None
) -> SumOfParts:
    # Each of the parts, those who did not say and the whole may be off by half a step.
    slack = (breakdown.rounded_to or 0) / 2 * (len(breakdown.parts) + 2)
    return SumOfParts(
        field=name,
        what=what,
        total=sum(getattr(part, name) or 0 for part in breakdown.parts),
        whole=whole,
        silent=silent,
        room=room,
        without=tuple(part for part in breakdown.parts if getattr(part, name) is None),
        slack=slack,
    )

"""What may be added up, and how: by the kind of number it is."""

import math
from collections.abc import Iterator, Sequence

from attrs import frozen

from obamodel.domain.breakdowns import Breakdown, Part
from obamodel.domain.fields import show
from obamodel.domain.series import SeriesKind
from obamodel.errors import Fault, Step


@frozen(kw_only=True)
class Addend:
    """One of several numbers that somebody wants to add up.

    Parameters
    ----------
    name
        What it is called, such as a group or a month.
    value
        The count, share, rate, mean or score.
    number, out_of
        For a share or rate the numerator and the denominator; for a mean the sum, if it is known,
        and over how many.
    path
        Its place, for the error.
    """

    name: str
    value: float | None
    number: float | None
    out_of: float | None
    path: tuple[Step, ...] = ()


@frozen(kw_only=True)
class Added:
    """What several numbers come to.

    Parameters
    ----------
    value
        The count, or the share, rate or mean worked out again; none where it is out of nobody.
    number, out_of
        The sums it was worked out from; for a count the sum and none.
    """

    value: float | None
    number: float
    out_of: float | None


def take_part(breakdown: Breakdown, part: Part) -> Addend:
    """Return a part of a breakdown as one of several numbers to add up."""
    return Addend(
        name=part.name,
        value=part.value if part.value is not None else breakdown.value_of(part),
        number=part.number,
        out_of=part.out_of,
        path=("parts", breakdown.parts.index(part)),
    )


def find_what_cannot_be_added(kind: SeriesKind, addends: Sequence[Addend]) -> Iterator[Fault]:
    """Find why numbers of a kind cannot be added up, each by its place, with the right way."""
    for one in addends:
        what = show(one.name)
        found = f"{what} has no value" if one.value is None else f"{what} is {one.value:g}"
        if kind is SeriesKind.SCORE:
            yield Fault(
                "scores-do-not-add",
                f"{found}, a score: places in an order, medians and scores have no sum, "
                "and no average of several groups' is theirs together",
                "show them side by side; or count how many reach a certain point, "
                "and add up those counts",
                path=one.path,
            )
        elif kind in (SeriesKind.SHARE, SeriesKind.RATE):
            if one.number is None or one.out_of is None:
                noun = "percentages" if kind is SeriesKind.SHARE else "rates"
                yield Fault(
                    f"average-of-{noun}",
                    f"{found}, and nothing says how many out of how many that is: an average of "
                    f"{noun} would count a group of ten as much as one of a thousand",
                    "give the number and what it is out of for each; "
                    "both are added up, and one divided by the other",
                    path=one.path,
                )
        elif kind is SeriesKind.MEAN and (
            one.out_of is None or (one.number is None and one.value is None)
        ):
            yield Fault(
                "average-of-averages",
                f"{found}, and nothing says over how many that mean is: an average of averages "
                "would count a group of ten as much as one of a thousand",
                "give over how many each mean is; each is multiplied by that, "
                "and the sum divided by how many there are in all",
                path=one.path,
            )


def add_up(kind: SeriesKind, per: float | None, addends: Sequence[Addend]) -> Added:
    """Add up numbers of one kind, of which :func:`find_what_cannot_be_added` found nothing.

    Counts are added. Shares, rates and means are worked out again from the sums of what they were
    made of.

    Examples
    --------
    9 of 20 and 30 of 200 are 39 of 220, or 17.7%; the average of 45% and 15% would be 30%.

    >>> both = [
    ...     Addend(name="small", value=45, number=9, out_of=20),
    ...     Addend(name="large", value=15, number=30, out_of=200),
    ... ]
    >>> found = add_up(SeriesKind.SHARE, 100, both)
    >>> found.number, found.out_of, round(found.value, 1)
    (39, 220, 17.7)
    """
    if kind is SeriesKind.COUNT:
        total = _add([one.value if one.number is None else one.number for one in addends])
        return Added(value=total, number=total, out_of=None)
    number = _add([_find_number(kind, one) for one in addends])
    out_of = _add([one.out_of for one in addends])
    value = number * (per or 1) / out_of if out_of else None
    return Added(value=value, number=number, out_of=out_of)


def _find_number(kind: SeriesKind, one: Addend) -> float | None:
    if kind is SeriesKind.MEAN and one.number is None:
        assert one.value is not None
        assert one.out_of is not None
        return one.value * one.out_of
    return one.number


def _add(numbers: Sequence[float | None]) -> float:
    known = [number for number in numbers if number is not None]
    assert len(known) == len(numbers), "what is not known was found before"
    # Whole numbers stay whole; fractions are added without loss, so that their order is nothing.
    return sum(known) if all(type(number) is int for number in known) else math.fsum(known)

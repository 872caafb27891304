"""How many were asked, and how many of them answered?"""

from obamodel.domain.breakdowns import Breakdown, Overlap
from obamodel.domain.fields import show
from obamodel.domain.quantities import Counted, Precision, Quantity
from obamodel.errors import Fault, InvalidError
from obamodel.stats.presence.matching import name_question


def count_answers(breakdown: Breakdown) -> int | None:
    """Count who answered, with those who did not say to which group they belong.

    None where that is not known: not all groups were counted, or some are not listed.

    Examples
    --------
    >>> from obamodel.domain.breakdowns import Part, Trait
    >>> came = Breakdown(
    ...     id="came", name="Who came", of="members", counted=Counted.PEOPLE,
    ...     by="where they live", trait=Trait.LARGE_PLACE, overlap=Overlap.EXCLUSIVE,
    ...     complete=True, not_stated=3, parts=[Part(name="North", number=9)],
    ... )
    >>> count_answers(came)
    12
    """
    if breakdown.whole is not None:
        return breakdown.whole
    exclusive = breakdown.overlap is Overlap.EXCLUSIVE
    if not exclusive or not breakdown.complete or breakdown.uncounted_parts:
        return None
    return sum(part.number or 0 for part in breakdown.parts) + (breakdown.not_stated or 0)


def read_asked(
    breakdown: Breakdown,
    reference: Breakdown,
    asked: int | Quantity | None,
    answered: int | None,
) -> Quantity | None:
    """Read how many were asked.

    Raises
    ------
    InvalidError
        When it is no count, when fewer were asked than answered, or when what was counted is not
        those who answered.
    """
    if asked is None:
        return None
    faults = []
    quantity = asked if isinstance(asked, Quantity) else None
    if quantity is None and (type(asked) is not int or asked < 0):
        mend = "write how many were asked: 0 or more; or a quantity that says it is about so many"
        faults.append(Fault("not-a-count", f"found {show(asked)}", mend, path=("asked",)))
    elif quantity is None:
        assert type(asked) is int
        quantity = Quantity(value=asked)
    if breakdown.counted is Counted.ATTENDANCES:
        faults.append(
            Fault(
                "attendances-against-people",
                f"{breakdown.id} counts attendances, and people are asked: a person who was asked "
                "once may have come many times",
                "leave asked out, or count the people who came",
                path=("asked",),
            )
        )
    elif (
        quantity is not None
        and quantity.precision is Precision.EXACT
        and quantity.value is not None
        and answered is not None
        and answered > quantity.value
    ):
        faults.append(
            Fault(
                "more-answers-than-asked",
                f"{answered} answered, and {quantity.value} were asked",
                "correct one of them; or say that about, or at least, so many were asked",
                path=("asked",),
            )
        )
    if faults:
        raise InvalidError(name_question(breakdown, reference), faults)
    return quantity

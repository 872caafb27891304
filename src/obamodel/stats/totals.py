"""How many places were taken, and how many different people can that have been?"""

import html
from collections.abc import Iterable

import attrs
from attrs import frozen

from obamodel.domain.activities import ActivityKind
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.quantities import Count, Counted, Precision, Quantity
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import refuse_truth, say_number


@frozen(kw_only=True)
class PlacesTotal:
    """How many places were taken altogether: one person may have taken several.

    Parameters
    ----------
    quantity
        The sum over the counted occasions, with how well it is known.
    counted
        The counts that were added, in the order given.
    uncounted
        The counts without a number, in the order given.
    left_out
        Counts that are only a part of another one on the same occasion.
    occasion
        What one occasion is called, such as a course.
    """

    quantity: Quantity
    counted: tuple[Count, ...]
    uncounted: tuple[Count, ...]
    left_out: tuple[Count, ...] = ()
    occasion: str = "occasion"

    __bool__ = refuse_truth

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        said = ["Places taken are not people: one person may have taken several."]
        if any(count.precision is Precision.AT_LEAST for count in self.counted):
            said.append("Some counts are the least there were, so the sum may be higher.")
        if self.left_out:
            said.append(
                f"{say_number(len(self.left_out), 'count')} left out as a part of another "
                "on the same occasion."
            )
        return tuple(said)

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        if not self.quantity.is_known:
            return "How many places were taken is not known: no occasion was counted."
        occasions = say_number(len(self.counted), f"counted {self.occasion}")
        said = f"{_start(self.quantity)} places were taken on {occasions}."
        if len(self.uncounted) == 1:
            said += f" 1 more {self.occasion} was not counted."
        elif self.uncounted:
            said += f" {len(self.uncounted)} more {self.occasion}s were not counted."
        return said

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


@frozen(kw_only=True)
class PeopleRange:
    """Between how many different people it can have been, as far as overlaps are stated.

    Parameters
    ----------
    lowest
        If everybody who can have come more than once did.
    highest
        If nobody came more than once but where that is stated; unknown where a count is open
        upwards.
    uncounted
        The counts without a number, whose people may come on top.
    occasion
        What one occasion is called, such as a course.
    """

    lowest: Quantity
    highest: Quantity
    uncounted: tuple[Count, ...]
    occasion: str = "occasion"

    __bool__ = refuse_truth

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader should weigh."""
        said = ["Only the overlaps that somebody wrote down are taken off."]
        if self.uncounted:
            said.append("People on occasions that were not counted may come on top.")
        return tuple(said)

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        if not self.lowest.is_known:
            return "How many different people came is not known: no occasion was counted."
        if self.lowest == self.highest:
            said = f"{_start(self.lowest)} different people came."
        elif not self.highest.is_known:
            said = (
                "How many different people came is not known: "
                f"no fewer than {self.lowest}, and no upper limit can be given."
            )
        else:
            said = (
                "How many different people came is not known: between "
                f"{self.lowest} and {self.highest} if only the stated overlap is assumed."
            )
        if self.uncounted:
            more = say_number(len(self.uncounted), self.occasion)
            said += f" {more} not counted may add to this."
        return said

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def choose_counts(evaluation: Evaluation, kind: ActivityKind) -> tuple[Count, ...]:
    """Choose the counts of people or attendances at all activities of one kind.

    The places where a course was held, or its days, are things: nobody takes a place with those,
    and they are left out.

    Parameters
    ----------
    evaluation
        The evaluation.
    kind
        The kind of activity, such as training.
    """
    activities = {activity.id for activity in evaluation.activities if activity.kind is kind}
    return tuple(
        count
        for count in evaluation.counts
        if count.activity in activities and count.counted is not Counted.THINGS
    )


def total_places(counts: Iterable[Count], *, occasion: str = "occasion") -> PlacesTotal:
    """Add up the places taken on several occasions.

    Places add up even where the same people came again: 12 people, and then 4 of those 12, took
    16 places. A count that is a part of another *at the same activity* is a breakdown, and is
    left out.

    Parameters
    ----------
    counts
        Counts of people or attendances, one for each occasion.
    occasion
        What one occasion is called, such as a course.

    Raises
    ------
    InvalidError
        When a count is of things, which take no places.

    Examples
    --------
    >>> first = Count(id="first", of="came first", counted=Counted.PEOPLE, value=12)
    >>> again = Count(
    ...     id="again", of="came again", counted=Counted.PEOPLE, value=4, subset_of="first"
    ... )
    >>> print(total_places([first, again]))
    16 places were taken on 2 counted occasions.
    """
    given = _refuse_things(counts)
    by_name = {count.id: count for count in given}
    left_out = tuple(
        count
        for count in given
        if count.activity
        and count.subset_of in by_name
        and by_name[count.subset_of].activity == count.activity
    )
    added = [count for count in given if count not in left_out]
    counted = tuple(count for count in added if count.value is not None)
    uncounted = tuple(count for count in added if count.value is None)
    return PlacesTotal(
        quantity=_add(counted),
        counted=counted,
        uncounted=uncounted,
        left_out=left_out,
        occasion=occasion,
    )


def bound_people(counts: Iterable[Count], *, occasion: str = "occasion") -> PeopleRange:
    """Find between how many different people several counts can stand for.

    The lowest is the largest single count of people: everybody else may be among them. The
    highest is the sum, without those stated to be a part of another count. A count of attendances
    stands for at least one person and at most one for each attendance.

    Parameters
    ----------
    counts
        Counts of people or attendances.
    occasion
        What one occasion is called, such as a course.

    Raises
    ------
    InvalidError
        When a count is of things.

    Examples
    --------
    >>> first = Count(id="first", of="came first", counted=Counted.PEOPLE, value=12)
    >>> again = Count(
    ...     id="again", of="came again", counted=Counted.PEOPLE, value=4, subset_of="first"
    ... )
    >>> other = Count(
    ...     id="other", of="came elsewhere", counted=Counted.PEOPLE, value=5,
    ...     precision=Precision.ABOUT,
    ... )
    >>> print(bound_people([first, again]))
    12 different people came.
    >>> print(bound_people([first, again, other]))  # doctest: +NORMALIZE_WHITESPACE
    How many different people came is not known: between 12 and about 17
    if only the stated overlap is assumed.
    """
    given = _refuse_things(counts)
    known = {count.id: count for count in given if count.value is not None}
    counted = tuple(known.values())
    separate = tuple(count for count in counted if not _is_within(count, known))
    return PeopleRange(
        lowest=_find_lowest(counted),
        highest=_find_highest(separate),
        uncounted=tuple(count for count in given if count.value is None),
        occasion=occasion,
    )


_NOBODY_COUNTED = "no occasion was counted"


def _refuse_things(counts: Iterable[Count]) -> tuple[Count, ...]:
    given = tuple(counts)
    faults = [
        Fault(
            "counts-things",
            f'"{count.of}" counts things, not people or attendances',
            "leave it out of the sum",
            path=(count.id,),
        )
        for count in given
        if count.counted is Counted.THINGS
    ]
    if faults:
        raise InvalidError("a sum of places or people", faults)
    return given


def _is_within(count: Count, known: dict[str, Count]) -> bool:
    seen = set()
    above = count.subset_of
    while above in known and above not in seen:
        # Attendances of a larger group do not say how many people it had.
        if known[above].counted is Counted.PEOPLE:
            return True
        seen.add(above)
        above = known[above].subset_of
    return False


def _add(counts: tuple[Count, ...]) -> Quantity:
    if not counts:
        return Quantity(precision=Precision.UNKNOWN, reason=_NOBODY_COUNTED)
    precisions = {count.precision for count in counts}
    for precision in (Precision.ABOUT, Precision.AT_LEAST):
        if precision in precisions:
            return Quantity(value=sum(count.value or 0 for count in counts), precision=precision)
    return Quantity(value=sum(count.value or 0 for count in counts))


def _find_lowest(counts: tuple[Count, ...]) -> Quantity:
    if not counts:
        return Quantity(precision=Precision.UNKNOWN, reason=_NOBODY_COUNTED)
    least = [
        count.quantity
        if count.counted is Counted.PEOPLE
        else Quantity(value=min(count.value or 0, 1))
        for count in counts
    ]
    largest = max(quantity.value or 0 for quantity in least)
    among = [quantity for quantity in least if quantity.value == largest]
    firmest = next((one for one in among if one.precision is not Precision.ABOUT), among[0])
    # "At least 5" has 5 for its lowest, exactly.
    if firmest.precision is Precision.AT_LEAST:
        return attrs.evolve(firmest, precision=Precision.EXACT)
    return Quantity(value=firmest.value, precision=firmest.precision)


def _find_highest(counts: tuple[Count, ...]) -> Quantity:
    if any(count.precision is Precision.AT_LEAST for count in counts):
        return Quantity(precision=Precision.UNKNOWN, reason="a count is open upwards")
    return _add(counts)


def _start(quantity: Quantity) -> str:
    said = str(quantity)
    return said[0].upper() + said[1:]

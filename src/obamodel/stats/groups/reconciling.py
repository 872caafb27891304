"""Do the parts and the whole fit together?"""

from collections.abc import Iterable, Iterator, Sequence

from obamodel.domain.breakdowns import Breakdown, Overlap, PartState
from obamodel.domain.series import Series, SeriesKind
from obamodel.domain.series_checks import find_tolerance
from obamodel.errors import InvalidError
from obamodel.stats.answers import join_names
from obamodel.stats.groups.mismatches import (
    Mismatch,
    MismatchKind,
    Reconciliation,
    tell_given_away,
)
from obamodel.stats.groups.serial import compare_with_series
from obamodel.stats.groups.sums import SumOfParts, leaves_only_withheld, list_sums
from obamodel.stats.groups.wholes import compare_wholes, find_what_is_not_one
from obamodel.stats.groups.wording import say_value
from obamodel.stats.intervals.wording import write_figure

_FRACTIONS = (SeriesKind.SHARE, SeriesKind.RATE, SeriesKind.MEAN)


def reconcile_breakdown(breakdown: Breakdown, *, series: Series | None = None) -> Reconciliation:
    """Hold the parts of a breakdown against its whole, and name everything that does not fit.

    Parameters
    ----------
    breakdown
        The breakdown. What cannot be at all, such as a part larger than the whole, was refused
        when it was made.
    series
        A series of the same thing; its value of the breakdown's period is held against the whole.

    Raises
    ------
    InvalidError
        When the series is of another kind, or nothing says which of its periods is meant.

    Examples
    --------
    >>> from obamodel.domain.breakdowns import Part, Trait
    >>> from obamodel.domain.quantities import Counted
    >>> who_came = Breakdown(
    ...     id="who-came", name="Who came", of="people who came to a course",
    ...     counted=Counted.PEOPLE, by="where they live", trait=Trait.SMALL_PLACE,
    ...     overlap=Overlap.EXCLUSIVE, complete=True, whole=20, not_stated=1,
    ...     parts=[Part(name="Basildon", number=12), Part(name="Thurrock", number=5)],
    ... )
    >>> answer = reconcile_breakdown(who_came)
    >>> print(answer.disagreements[0].found)
    the parts add up to 17, and with the 1 who did not say to 18 of 20 people who came to a course
    """
    return _gather((breakdown,), series)


def reconcile_breakdowns(
    breakdowns: Iterable[Breakdown], *, series: Series | None = None
) -> Reconciliation:
    """Hold several breakdowns of one and the same whole against each other and against it.

    Parameters
    ----------
    breakdowns
        Breakdowns of the same thing, such as the same people by age and by place.
    series
        As for :func:`reconcile_breakdown`.

    Raises
    ------
    InvalidError
        When they cannot be of one whole: they count different things, or in different periods.
    """
    given = tuple(breakdowns)
    faults = list(find_what_is_not_one(given))
    if faults:
        raise InvalidError("breakdowns of one whole", faults)
    return _gather(given, series)


def _gather(breakdowns: tuple[Breakdown, ...], series: Series | None) -> Reconciliation:
    found: list[Mismatch] = []
    adds_up: list[str] = []
    for breakdown in breakdowns:
        found += _look_at(breakdown)
        if series is not None:
            found += compare_with_series(breakdown, series)
        adds_up += _say_what_adds_up(breakdown)
    found += compare_wholes(breakdowns)
    return Reconciliation(
        breakdowns=breakdowns, mismatches=tuple(found), adds_up=tuple(dict.fromkeys(adds_up))
    )


# --- one breakdown -----------------------------------------------------------------------


def _look_at(breakdown: Breakdown) -> Iterator[Mismatch]:
    sums = list(list_sums(breakdown))
    for one in sums:
        yield from _look_at_sum(breakdown, one)
    yield from _look_outside(breakdown)
    yield from _list_what_to_know(breakdown, sums)


def _look_at_sum(breakdown: Breakdown, sums: SumOfParts) -> Iterator[Mismatch]:
    left = sums.left
    if left is None or sums.whole is None:
        return
    if sums.without:
        yield from _look_at_the_uncounted(breakdown, sums, left)
        return
    is_exclusive = breakdown.overlap is Overlap.EXCLUSIVE
    is_too_much = left > 0 and (sums.room is not None and left > sums.room + sums.slack)
    if breakdown.complete and is_too_much:
        yield Mismatch(
            kind=MismatchKind.LESS_THAN_WHOLE if is_exclusive else MismatchKind.OVERLAPPING_BELOW,
            breakdown=breakdown.id,
            parts=(),
            found=_say_sum(sums),
            means=(
                f"{_count(left)} of the whole in no part, though the parts are said to be all "
                "there are"
                if is_exclusive
                else f"at least {_count(left)} of the whole in no part, though the parts are said "
                "to be all there are and one can even be in two"
            ),
            mend=f"find the {left}; or write them under not_stated, or as a part of their own, "
            "or say that the parts are not complete",
        )
    elif not breakdown.complete and is_exclusive and left == 0 and not sums.slack:
        yield Mismatch(
            kind=MismatchKind.COMPLETE_AFTER_ALL,
            breakdown=breakdown.id,
            parts=(),
            found=_say_sum(sums),
            means="nothing is left for the parts that are said not to be there",
            mend="say that the parts are complete, or correct the whole",
        )


def _look_at_the_uncounted(breakdown: Breakdown, sums: SumOfParts, left: int) -> Iterator[Mismatch]:
    if breakdown.overlap is not Overlap.EXCLUSIVE or sums.slack:
        return
    present = [part for part in sums.without if part.state is not PartState.UNKNOWN]
    # Nobody of a group may have reached something; but nobody is not a group that is there.
    is_of_people = breakdown.kind is SeriesKind.COUNT or sums.field == "out_of"
    if left == 0 and is_of_people and present:
        yield Mismatch(
            kind=MismatchKind.NOTHING_LEFT,
            breakdown=breakdown.id,
            parts=tuple(part.name for part in present),
            found=_say_sum(sums),
            means=f"nothing of the whole is left for {join_names([one.name for one in present])}, "
            "though somebody was there",
            mend="correct the whole, or a part, or say that nobody was there",
        )
    elif leaves_only_withheld(breakdown, sums):
        yield tell_given_away(breakdown, sums.without, "the whole")


def _look_outside(breakdown: Breakdown) -> Iterator[Mismatch]:
    """Name a whole whose share does not lie between those of the parts that make it up."""
    whole, out_of = breakdown.whole, breakdown.whole_out_of
    if (
        breakdown.kind not in _FRACTIONS
        or breakdown.overlap is Overlap.OVERLAPPING
        or not breakdown.complete
        or breakdown.not_stated
        or breakdown.uncounted_parts
        or breakdown.rounded_to
        or whole is None
        or not out_of
    ):
        return
    value = whole * (breakdown.per or 1) / out_of
    known = [(part, breakdown.value_of(part)) for part in breakdown.parts]
    values = [(part, found) for part, found in known if found is not None]
    if not values:
        return
    low_part, lowest = min(values, key=lambda pair: pair[1])
    high_part, highest = max(values, key=lambda pair: pair[1])
    slack = max(find_tolerance(found, value) for _, found in values)
    if lowest - slack <= value <= highest + slack:
        return
    span = (
        f"{say_value(breakdown, lowest)} ({low_part.name}) to "
        f"{say_value(breakdown, highest)} ({high_part.name})"
    )
    yield Mismatch(
        kind=MismatchKind.OUTSIDE_PARTS,
        breakdown=breakdown.id,
        parts=(),
        found=f"the whole is {say_value(breakdown, value)}, and its parts are {span}",
        means="parts that are all there are cannot all lie on one side of their whole",
        mend="correct the whole or the part that is wrong",
    )


def _list_what_to_know(breakdown: Breakdown, sums: Sequence[SumOfParts]) -> Iterator[Mismatch]:
    if not breakdown.complete:
        yield _say_incomplete(breakdown, sums)
    if breakdown.not_stated:
        yield _say_silent(breakdown)
    for part in breakdown.uncounted_parts:
        yield Mismatch(
            kind=MismatchKind.NOT_COUNTED,
            breakdown=breakdown.id,
            parts=(part.name,),
            found=f"{part.name} is {part.state} ({part.reason})",
            means="it is in no sum, so what the parts add up to is a lower bound",
            mend="count it next time, and say so beside the sum until then",
        )
    if not sums:
        yield Mismatch(
            kind=MismatchKind.CANNOT_BE_ADDED,
            breakdown=breakdown.id,
            parts=(),
            found=f"a {breakdown.kind} of each part is given, and not what it was worked out from",
            means="the parts cannot be added up and held against the whole",
            mend="give the number and what it is out of for each part, as far as it has them",
        )
    elif all(one.whole is None for one in sums):
        yield Mismatch(
            kind=MismatchKind.NO_WHOLE,
            breakdown=breakdown.id,
            parts=(),
            found="nothing says how many there are in all",
            means="the parts cannot be held against it",
            mend="write the whole as its source gives it, not as the sum of the parts",
        )


def _say_incomplete(breakdown: Breakdown, sums: Sequence[SumOfParts]) -> Mismatch:
    how_many = _say_how_many_are_left(breakdown, sums[-1]) if sums else ""
    return Mismatch(
        kind=MismatchKind.NOT_COMPLETE,
        breakdown=breakdown.id,
        parts=(),
        found="the parts are not all there are" + how_many,
        means="their shares do not add up to all, and somebody is not in the picture",
        mend='add what is left as a part of its own, such as "other", and say they are complete',
    )


def _say_how_many_are_left(breakdown: Breakdown, sums: SumOfParts) -> str:
    if not sums.left or sums.left < 0:
        return ""
    # What is left would bound a number that is withheld.
    if any(part.state is PartState.WITHHELD for part in breakdown.parts):
        return ""
    is_exclusive = breakdown.overlap is Overlap.EXCLUSIVE
    if sums.without:
        bound = "up to " if is_exclusive else None
    else:
        bound = "" if is_exclusive else "at least "
    return "" if bound is None else f": {bound}{sums.left} of {sums.whole} are in none of them"


def _say_silent(breakdown: Breakdown) -> Mismatch:
    is_count = breakdown.kind is SeriesKind.COUNT
    whole = breakdown.whole if is_count else breakdown.whole_out_of
    silent = breakdown.not_stated or 0
    of = "" if not whole else f" of {whole} ({write_figure(100 * silent / whole)}%)"
    return Mismatch(
        kind=MismatchKind.NOT_STATED,
        breakdown=breakdown.id,
        parts=(),
        found=f"{silent}{of} did not say which part they belong to ({breakdown.by})",
        means="shares of the parts are out of those who said, and the others may differ from them",
        mend="say how many did not say beside every share",
    )


def _say_sum(sums: SumOfParts) -> str:
    total = f"the parts add up to {sums.total}"
    if sums.silent:
        total += f", and with the {sums.silent} who did not say to {sums.total + sums.silent}"
    return f"{total} of {sums.whole} {sums.what}"


def _count(number: int) -> str:
    return f"{number} is" if number == 1 else f"{number} are"


def _say_what_adds_up(breakdown: Breakdown) -> Iterator[str]:
    for sums in list_sums(breakdown):
        if not breakdown.complete or sums.without or sums.left is None:
            continue
        is_exclusive = breakdown.overlap is Overlap.EXCLUSIVE
        silent = f" and the {sums.silent} who did not say" if sums.silent else ""
        if sums.left == 0 and is_exclusive:
            yield f"The parts{silent} add up to all {sums.whole} {sums.what}."
        elif sums.left <= 0 and not is_exclusive:
            yield (
                f"The parts{silent} reach all {sums.whole} {sums.what}, as parts that overlap must."
            )
        elif abs(sums.left) <= sums.slack:
            yield (
                f"The parts{silent} add up to {sums.total + sums.silent} and the whole is "
                f"{sums.whole} {sums.what}, which rounding to the nearest {breakdown.rounded_to} "
                "explains."
            )

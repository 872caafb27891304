"""How do values that follow each other in time add up?"""

from collections.abc import Iterator, Sequence

from attrs import evolve

from obamodel.domain.fields import LONGEST_IDENTIFIER
from obamodel.domain.periods import Period
from obamodel.domain.series import Flag, Observation, Series, SeriesKind
from obamodel.errors import Fault
from obamodel.stats.groups.adding import Addend, add_up, find_what_cannot_be_added
from obamodel.stats.turning.saying import say_period

_FEW = 3


def find_what_stops_adding(series: Series) -> Iterator[Fault]:
    """Find why the values of a series cannot be added up over time."""
    if not series.observations:
        mend = "give its observations first"
        yield Fault("nothing-observed", "nothing is observed yet", mend, path=("observations",))
    if series.running_total:
        yield Fault(
            "running-total",
            "it is a running total already, so that adding it up would count the same again",
            "give what is new in each period",
            path=("running_total",),
        )
    for before, after in series.overlaps[:1]:
        yield Fault(
            "overlapping-periods",
            f"{before} and {after} share days, so that adding them would count those twice",
            "use periods that follow each other",
            path=("observations",),
        )
    addends = [
        _to_addend(one, place)
        for place, one in enumerate(series.observations)
        if one.value is not None
    ]
    yield from find_what_cannot_be_added(series.kind, addends)


def add_observations(
    series: Series, observations: Sequence[Observation], period: Period, so_far: str = ""
) -> Observation:
    """Add up observations of a series into one, or say why that cannot be.

    Parameters
    ----------
    series
        The series they are from, of which :func:`find_what_stops_adding` found nothing.
    observations
        What is added up, in the order of time.
    period
        The period the sum is for.
    so_far
        Why the sum is missing, if that is known already.
    """
    why = so_far or _find_why_missing(observations)
    if why:
        return Observation(period=period, missing=why)
    found = add_up(series.kind, series.per, [_to_addend(one, 0) for one in observations])
    flags = dict.fromkeys(flag for one in observations for flag in one.flags)
    flags.pop(Flag.BREAK, None)  # where it begins is for mark_breaks to say
    if found.value is None:
        return Observation(period=period, missing="it is out of nobody")
    is_count = series.kind is SeriesKind.COUNT
    return Observation(
        period=period,
        value=found.value,
        numerator=None if is_count else found.number,
        denominator=None if is_count else found.out_of,
        flags=tuple(flags),
    )


def mark_breaks(
    sums: Sequence[Observation], news: Sequence[Sequence[Observation]]
) -> tuple[Observation, ...]:
    """Mark the first sum there is after each break in what is measured.

    Parameters
    ----------
    sums
        The sums, in the order of time.
    news
        For each sum, the observations that no earlier one held.
    """
    marked: list[Observation] = []
    is_new = False
    for one, new in zip(sums, news, strict=True):
        is_new = is_new or any(Flag.BREAK in observation.flags for observation in new)
        if is_new and one.value is not None:
            one = evolve(one, flags=(*one.flags, Flag.BREAK))
            is_new = False
        marked.append(one)
    return tuple(marked)


_HOW: dict[SeriesKind, str] = {
    SeriesKind.COUNT: "Counts are added: somebody counted in two periods is in the sum twice.",
    SeriesKind.SHARE: (
        "Worked out again from the numerators and denominators added up: somebody who is in two "
        "periods is in it twice."
    ),
    SeriesKind.RATE: (
        "Worked out again from the numerators and denominators added up: it is a rate for as long "
        "as one period, on average over those."
    ),
    SeriesKind.MEAN: "Each mean counts for as many as it is over.",
}


def say_how_added(kind: SeriesKind) -> str:
    """Say how numbers of a kind are added up over time."""
    return _HOW[kind]


def name_after(identifier: str, end: str) -> str:
    """Name something after what it was made from, within the longest name that is allowed."""
    return f"{identifier[: LONGEST_IDENTIFIER - len(end) - 1].rstrip('-')}-{end}"


def _find_why_missing(observations: Sequence[Observation]) -> str:
    gone = [one for one in observations if one.value is None]
    if gone:
        named = "; ".join(f"{say_period(one.period)}: {one.missing}" for one in gone[:_FEW])
        more = f"; and {len(gone) - _FEW} more" if len(gone) > _FEW else ""
        return f"a value it should hold is missing ({named}{more})"
    for one in observations[1:]:
        if Flag.BREAK in one.flags:
            return (
                f"something new begins with {say_period(one.period)}, which does not add to what "
                "came before"
            )
    return ""


def _to_addend(one: Observation, place: int) -> Addend:
    return Addend(
        name=say_period(one.period),
        value=one.value,
        number=one.numerator,
        out_of=one.denominator,
        path=("observations", place),
    )
